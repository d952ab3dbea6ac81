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
  readonly network: NetworkFlags;
  readonly json: boolean;
}

/**
 * `facteur discover`: what the world answers for a domain.
 * @throws InputError with what is wrong with what was asked for
 */
export async function discover(
  { who, ispdb, network: flags, json }: DiscoverOrder,
  terminal: Terminal,
): Promise<ExitCode> {
  const network = await networkOf(flags);
  const subject = subjectOf(who, network.sendAddress);
  const database = ispdb === undefined ? undefined : databaseOf(ispdb);
  const net = network.open();
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
