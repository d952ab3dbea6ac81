import { askWorld } from '../discover/ask-world.ts';
import { discoveryData, discoveryText } from '../discover/discovery-text.ts';
import { subjectOf } from '../discover/subject.ts';
import { discoverProblem } from '../discover/words.ts';
import { InputError } from '../errors.ts';
import { type NetworkFlags, networkOf } from './network-options.ts';
import { type ExitCode, exitCode, type Terminal } from './terminal.ts';

export interface DiscoverOrder {
  /** A domain or an address. */
  readonly who: string;
  readonly ispdb: string | undefined;
  /** Programs of which it is wanted what they would end up with. */
  readonly as: readonly string[];
  readonly followHttp: boolean;
  /** Against which it is held; those that come with Facteur where none is named. */
  readonly profiles: readonly string[];
  readonly network: NetworkFlags;
  readonly json: boolean;
}

/**
 * `facteur discover`: what the world answers for a domain.
 * @throws InputError with what is wrong with what was asked for
 */
export async function discover(order: DiscoverOrder, terminal: Terminal): Promise<ExitCode> {
  const { who, ispdb, network: flags, json } = order;
  const network = await networkOf(flags);
  const subject = subjectOf(who, network.sendAddress);
  const database = ispdb === undefined ? undefined : databaseOf(ispdb);
  const net = network.open();
  if (order.as.length > 0) {
    const { discoverAs } = await import('./discover-as.ts');
    return discoverAs({ ...order, subject, database, net }, terminal);
  }
  const discovery = await askWorld(subject, net, database);
  if (json) terminal.answer(discoveryData(discovery, terminal.language));
  else terminal.print(discoveryText(discovery, database !== undefined, terminal.language));
  return discovery.answers.some(({ status }) => status === 'found') ? exitCode.done : exitCode.no;
}

/** @throws InputError where it is no URL of the web */
export function databaseOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url;
  throw new InputError(discoverProblem('discover.ispdb', { value: text }));
}
