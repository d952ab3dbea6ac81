import { isIPv4, isIPv6 } from 'node:net';
import type { Answer, DecodedPacket } from 'dns-packet';
import { DnsTrouble, rcodeOf } from './dns-exchange.ts';
import type { DnsAnswer, DnsType, DnsValues } from './net.ts';

/** What an answer says; `alias`: only that what was asked for stands under another name, for which the server did not answer. */
export type DnsReading<T extends DnsType> =
  | DnsAnswer<T>
  | {
      readonly status: 'alias';
      readonly aliases: readonly string[];
      readonly authentic: boolean;
      readonly ttl: number;
    };

/** How many names may lead to one another. */
export const MOST_ALIASES = 12;

/** @throws DnsTrouble */
export function dnsReadingOf<T extends DnsType>(reply: DecodedPacket, name: string, type: T): DnsReading<T> {
  const rcode = rcodeOf(reply);
  if (rcode === 'REFUSED') throw new DnsTrouble('refused');
  if (rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') throw new DnsTrouble('server-failure');
  const authentic = reply.flag_ad;
  const answers = (reply.answers ?? []).filter(isInternet);
  const { aliases, ttl } = aliasesIn(answers, name, type);
  const owner = aliases.at(-1) ?? name;
  const own = answers.filter((each) => each.type === type && dnsNameIn(each.name) === owner);
  const records = own.map((each) => VALUES[type](each.data));
  if (records.some((each) => each === undefined)) throw new DnsTrouble('malformed');
  if (records.length > 0) {
    const shortest = Math.min(ttl, ...own.map(ttlOf));
    // Every one is there, and of this type.
    return { status: 'found', records: records as DnsValues[T][], authentic, ttl: shortest, aliases };
  }
  if (rcode === 'NXDOMAIN') return { status: 'none', missing: true, authentic };
  const goesOn = aliases.length > 0 && !hasAuthority(reply);
  return goesOn ? { status: 'alias', aliases, authentic, ttl } : { status: 'none', missing: false, authentic };
}

/** A server that knows that there is nothing at the end shows the authority for it (RFC 2308 § 2.2). */
function hasAuthority(reply: DecodedPacket): boolean {
  return (reply.authorities ?? []).some(({ type }) => type === 'SOA');
}

type Record = Extract<Answer, { readonly data: unknown; readonly ttl?: number | undefined }>;

function isInternet(answer: Answer): answer is Record {
  return 'data' in answer && (!('class' in answer) || answer.class === undefined || answer.class === 'IN');
}

function aliasesIn(answers: readonly Record[], name: string, type: DnsType) {
  const aliases: string[] = [];
  let ttl = Number.POSITIVE_INFINITY;
  if (type === 'CNAME') return { aliases, ttl };
  for (let owner = name; ; ) {
    const alias = answers.find((each) => each.type === 'CNAME' && dnsNameIn(each.name) === owner);
    if (alias === undefined) return { aliases, ttl };
    const target = nameOrNone(alias.data);
    if (target === undefined) throw new DnsTrouble('malformed');
    if (target === name || aliases.includes(target) || aliases.length === MOST_ALIASES)
      throw new DnsTrouble('alias-loop');
    aliases.push(target);
    ttl = Math.min(ttl, ttlOf(alias));
    owner = target;
  }
}

/** One that is above 2³¹ − 1 is none (RFC 2181 § 8). */
function ttlOf({ ttl = 0 }: Record): number {
  return ttl > 0x7fffffff ? 0 : ttl;
}

const VALUES: { readonly [T in DnsType]: (data: unknown) => DnsValues[T] | undefined } = {
  A: (data) => (typeof data === 'string' && isIPv4(data) ? data : undefined),
  AAAA: (data) => (typeof data === 'string' && isIPv6(data) ? data : undefined),
  NS: nameOrNone,
  CNAME: nameOrNone,
  TXT: (data) => {
    const strings = (Array.isArray(data) ? data : [data]).map((each: unknown) =>
      each instanceof Uint8Array ? Buffer.from(each) : Buffer.from(String(each)),
    );
    return Buffer.concat(strings).toString('utf8');
  },
  MX: (data) => {
    const { preference, exchange } = fieldsOf(data);
    return typeof preference === 'number' && typeof exchange === 'string'
      ? { preference, exchange: dnsNameIn(exchange) }
      : undefined;
  },
  SRV: (data) => {
    const { priority, weight, port, target } = fieldsOf(data);
    return typeof priority === 'number' &&
      typeof weight === 'number' &&
      typeof port === 'number' &&
      typeof target === 'string'
      ? { priority, weight, port, target: dnsNameIn(target) }
      : undefined;
  },
};

function fieldsOf(data: unknown): { readonly [name: string]: unknown } {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}

function nameOrNone(data: unknown): string | undefined {
  return typeof data === 'string' ? dnsNameIn(data) : undefined;
}

/** `.` is empty. */
export function dnsNameIn(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}
