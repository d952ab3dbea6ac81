import { InputError, type Place, type Problem } from '../errors.ts';
import { addressOf } from '../model/address.ts';
import type { Content } from '../read/content.ts';
import { positionsIn } from '../read/lines.ts';
import type { SaidServer, Stated, Testimony } from './testimony.ts';
import { importProblem, loss } from './words.ts';

/*
 * Files of programs that may have several accounts: those at the servers of the first are further people of its provider, and the others are told of.
 */

/** An account of such a file. */
export interface SaidAccount {
  /** What the file calls it. */
  readonly name: string;
  readonly address: Stated<string> | undefined;
  readonly servers: readonly SaidServer[];
  readonly place: Place;
  /** What else it says, where the program has a place for it. */
  readonly shortName?: Stated<string> | undefined;
  readonly organization?: Stated<string> | undefined;
  /** What is lost of it, told only where it is taken at all. */
  readonly losses?: readonly Problem[];
}

/** What is read of one file, and where it stands. */
export interface AccountsReading {
  readonly file: string;
  readonly losses: Problem[];
  readonly placeAt: (offset: number) => Place;
}

export function accountsReading({ name, text = '' }: Content): AccountsReading {
  const position = positionsIn(text);
  return { file: name, losses: [], placeAt: (offset) => ({ file: name, ...position(offset) }) };
}

/**
 * The accounts of the first one's provider, as several files would say them; each other one is told of, with the place where it stands.
 * @throws InputError where no account has a server
 */
export function testimoniesOf(
  { file, losses }: Pick<AccountsReading, 'file' | 'losses'>,
  accounts: readonly SaidAccount[],
): Testimony[] {
  const [first, ...others] = accounts.filter(({ servers }) => servers.length > 0);
  const empty = accounts.filter(({ servers }) => servers.length === 0).flatMap((each) => each.losses ?? []);
  if (first === undefined) throw new InputError([importProblem('import.nothing', {}, { file }), ...losses, ...empty]);
  losses.push(...empty);
  const same = others.filter((account) => isOfOneProvider(first, account));
  for (const other of others)
    if (!same.includes(other)) {
      const details = { name: other.name, host: hostOf(other), taken: first.name, takenHost: hostOf(first) };
      losses.push(loss('import.other-account', details, other.place));
    }
  return [first, ...same].map(({ address, servers, shortName, organization, losses: own = [] }, index) => ({
    file,
    address,
    servers,
    shortName,
    organization,
    losses: index === 0 ? [...losses, ...own] : own,
  }));
}

function hostOf({ servers }: SaidAccount): string {
  return servers[0]?.host ?? '';
}

/** Do both read at the same servers, or, where one of them only sends, send through the same? Or is one the other person's, or a colleague's who shares a server with them? */
function isOfOneProvider(one: SaidAccount, other: SaidAccount): boolean {
  const hosts = ({ servers }: SaidAccount, sends: boolean) =>
    [...new Set(servers.flatMap(({ protocol, host }) => ((protocol === 'smtp') === sends ? host.toLowerCase() : [])))]
      .sort()
      .join('\n');
  const reads = [hosts(one, false), hosts(other, false)];
  const [mine, theirs] = reads.includes('') ? [hosts(one, true), hosts(other, true)] : reads;
  if (mine !== '' && mine === theirs) return true;
  const [address, others] = [one, other].map((each) => each.address?.value.toLowerCase() ?? '');
  if (address === '' || others === '') return false;
  const domain = (text = '') => text.slice(text.lastIndexOf('@'));
  const shared = one.servers.some(({ host }) =>
    other.servers.some((each) => each.host.toLowerCase() === host.toLowerCase()),
  );
  return address === others || (shared && domain(address) === domain(others));
}

/** The address in a header, as in `Ada <ada@example.org>`; `undefined`: there is none. */
export function senderIn(header: string): string | undefined {
  const inside = /<([^<>]*)>\s*$/.exec(header)?.[1] ?? header;
  return addressOf(inside.trim())?.text;
}

/** Everything that a program is told about itself, and a provider not: one line for all of it. */
export function loseSettings(
  { losses, placeAt }: AccountsReading,
  found: readonly { what: string; at: number }[],
): void {
  const [first] = found;
  if (first === undefined) return;
  const names = [...new Set(found.map(({ what }) => what))];
  const shown = names.slice(0, MOST_NAMES).join(', ') + (names.length > MOST_NAMES ? ' …' : '');
  losses.push(loss('import.lost-settings', { count: found.length, names: shown }, placeAt(first.at)));
}

const MOST_NAMES = 12;
