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

/** @throws InputError where no account has a server */
export function testimoniesOf({ file, losses }: AccountsReading, accounts: readonly SaidAccount[]): Testimony[] {
  const [first, ...others] = accounts.filter(({ servers }) => servers.length > 0);
  if (first === undefined) throw new InputError(importProblem('import.nothing', {}, { file }));
  for (const { servers } of [first])
    for (const { security, place } of servers) if (security === 'none') losses.push(loss('import.clear', {}, place));
  const same = others.filter((account) => serversOf(account) === serversOf(first));
  for (const { name, place, servers } of others)
    if (!same.some((account) => account.place === place))
      losses.push(loss('import.other-account', { name, host: servers[0]?.host ?? '' }, place));
  return [first, ...same].map(({ address, servers }, index) => ({
    file,
    address,
    servers,
    losses: index === 0 ? losses : [],
  }));
}

function serversOf({ servers }: SaidAccount): string {
  return servers
    .map(({ protocol, host }) => `${protocol} ${host.toLowerCase()}`)
    .sort()
    .join('\n');
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
