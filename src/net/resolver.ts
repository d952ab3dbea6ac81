import { domainToASCII } from 'node:url';
import { DnsTrouble, exchange } from './dns-exchange.ts';
import { dnsNameIn, dnsReadingOf, MOST_ALIASES } from './dns-reading.ts';
import type { DnsAnswer, DnsFailure, DnsType, NetLimits } from './net.ts';
import { type Endpoint, within } from './net-context.ts';
import { staggered } from './staggered.ts';

/** How long a server has before it, or the next one, is asked too: packets are lost. In milliseconds; within a short time, a part of it. */
const PATIENCE = 2_000;

/** More servers than these are not asked (resolv.conf(5): MAXNS). */
const MOST_SERVERS = 3;

/** Asks these servers in their order, and one alone a second time. Never throws. */
export function makeResolver(servers: readonly Endpoint[], limits: Pick<NetLimits, 'signal' | 'timeout'>) {
  const asked = new Map<string, Promise<DnsAnswer>>();
  const [first] = servers;
  const order = servers.length === 1 && first !== undefined ? [first, first] : servers.slice(0, MOST_SERVERS);

  const once = async <T extends DnsType>(name: string, type: T, signal: AbortSignal) => {
    const tries = order.map((server) => async (ends: AbortSignal) => {
      const reply = await exchange(server, name, type, ends);
      return dnsReadingOf(reply, name, type);
    });
    try {
      return await staggered(tries, Math.min(PATIENCE, limits.timeout / 3), signal);
    } catch (errors) {
      return { status: 'failed', failure: failureOf(errors) } as const;
    }
  };

  const whole = async <T extends DnsType>(name: string, type: T): Promise<DnsAnswer<T>> => {
    const signal = within(limits);
    const aliases: string[] = [];
    let [authentic, ttl, owner] = [true, Number.POSITIVE_INFINITY, name];
    for (;;) {
      const reading = await once(owner, type, signal);
      if (reading.status === 'failed') return reading;
      authentic &&= reading.authentic;
      if (reading.status === 'none') return { ...reading, authentic };
      if (reading.aliases.some((each) => each === name || aliases.includes(each)))
        return { status: 'failed', failure: 'alias-loop' };
      aliases.push(...reading.aliases);
      if (aliases.length > MOST_ALIASES) return { status: 'failed', failure: 'alias-loop' };
      ttl = Math.min(ttl, reading.ttl);
      if (reading.status === 'found') return { ...reading, authentic, ttl, aliases };
      owner = aliases.at(-1) ?? owner;
    }
  };

  return <T extends DnsType>(given: string, type: T): Promise<DnsAnswer<T>> => {
    const name = askable(given);
    if (name === undefined) return Promise.resolve({ status: 'none', missing: true, authentic: false });
    const key = `${type} ${name}`;
    const before = asked.get(key) ?? whole(name, type);
    asked.set(key, before);
    // Under this key stand answers of this type.
    return before as Promise<DnsAnswer<T>>;
  };
}

/** The name as it travels, or `undefined`: there can be no such name, and the library would write another (RFC 1035 § 2.3.4). */
function askable(given: string): string | undefined {
  const name = dnsNameIn(/^[\x21-\x7e]*$/.test(given) ? given : domainToASCII(given));
  const labels = name.split('.');
  return name.length <= 253 && labels.every((label) => label.length > 0 && label.length <= 63) ? name : undefined;
}

/** Of several, what a server has said before what was only not heard. */
function failureOf(errors: unknown): DnsFailure {
  const failures = (Array.isArray(errors) ? errors : [errors]).flatMap((each: unknown) =>
    each instanceof DnsTrouble ? [each.failure] : [],
  );
  return TELLING.find((failure) => failures.includes(failure)) ?? 'timed-out';
}

const TELLING: readonly DnsFailure[] = ['alias-loop', 'refused', 'server-failure', 'malformed', 'unreachable'];
