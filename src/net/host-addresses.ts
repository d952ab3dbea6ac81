import { isIP } from 'node:net';
import type { DnsAnswer } from './net.ts';
import { failed, type NetContext, type NetFailed } from './net-context.ts';
import { isPublicAddress } from './special-addresses.ts';

/** How long who has one kind of address waits for the other (RFC 8305 § 3 says 50 ms; a resolver far away needs more). In milliseconds. */
const PATIENCE = 300;

/** More of one host are not tried. */
const MOST_ADDRESSES = 6;

/** Addresses that may be asked; whoever connects, connects to these and looks nothing up again: the name might lead elsewhere then. */
export async function addressesOf(host: string, { dns, allowPrivate }: NetContext): Promise<string[] | NetFailed> {
  const literal = host.replace(/^\[(.*)\]$/, '$1');
  const answers = isIP(literal) === 0 ? await bothKinds(host.replace(/\.$/, ''), dns) : [found(literal)];
  const all = inTurn(answers.map((each) => (each.status === 'found' ? each.records : [])));
  if (all.length === 0) {
    const trouble = answers.find((each) => each.status === 'failed');
    return trouble === undefined ? failed('no-address', host) : failed('dns-failed', trouble.failure);
  }
  const allowed = allowPrivate ? all : all.filter(isPublicAddress);
  return allowed.length === 0 ? failed('private-address', all[0] ?? host) : allowed.slice(0, MOST_ADDRESSES);
}

type Addresses = DnsAnswer<'A'> | DnsAnswer<'AAAA'>;

function found(ip: string): Addresses {
  return { status: 'found', records: [ip], authentic: false, ttl: 0, aliases: [] };
}

/** Six first, as programs do (RFC 6724 § 10.3). One that is slow does not keep the other. */
async function bothKinds(host: string, dns: NetContext['dns']): Promise<Addresses[]> {
  const none: Addresses = { status: 'none', missing: false, authentic: false };
  const questions = [dns(host, 'AAAA'), dns(host, 'A')] as const;
  const other = (first: Promise<Addresses>, second: Promise<Addresses>) =>
    first.then(async (answer) => (answer.status === 'found' ? orAfter(second, PATIENCE, none) : second));
  const [six, four] = questions;
  return Promise.all([Promise.race([six, other(four, six)]), Promise.race([four, other(six, four)])]);
}

function orAfter<T>(promise: Promise<T>, delay: number, otherwise: T): Promise<T> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(otherwise), delay);
    promise.then((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}

/** One of each list, then the next of each. */
function inTurn(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
}
