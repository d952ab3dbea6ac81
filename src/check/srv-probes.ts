import type { DnsAnswer, DnsValues, Net } from '../net/net.ts';
import type { DnsRecord } from '../publish/dns-record.ts';
import type { MailDomain } from '../resolve/mail-domain.ts';
import { fault, held, heldUnless, type Probe } from './check-rule.ts';
import { lookedAt, srvText, staleFault, unanswered } from './dns-faults.ts';
import { nameAddresses } from './name-addresses.ts';
import { dnsRules } from './rule-table.ts';

/** The SRV records of a domain: those that it ought to have, and those that it has. */
export interface SrvSight {
  readonly domain: MailDomain;
  readonly records: readonly DnsRecord[];
  readonly answers: readonly { readonly name: string; readonly answer: DnsAnswer<'SRV'> }[];
  readonly line: (record: DnsRecord) => string;
}

type Srv = DnsValues['SRV'];
type SrvRecord = DnsRecord & { readonly data: Extract<DnsRecord['data'], { type: 'SRV' }> };

export async function srvProbes(sight: SrvSight, net: Net): Promise<Probe[]> {
  const each = sight.answers.map(({ name, answer }) => {
    const place = `${name}.${sight.domain.name}`;
    if (answer.status === 'failed') return [unanswered(place, sight.domain.name, answer.failure)];
    const found = lookedAt(answer);
    const wanted = sight.records.filter(
      (record): record is SrvRecord => record.name === name && record.data.type === 'SRV',
    );
    return wanted.every(({ data }) => data.target === '')
      ? againstDenial(place, found, wanted, sight)
      : againstWanted(place, found, wanted, sight);
  });
  const right = new Set(
    each
      .flat()
      .filter(({ status }) => status === 'fault')
      .map(({ place }) => place),
  );
  const targets = await Promise.all(
    sight.answers
      .filter(({ name }) => !right.has(`${name}.${sight.domain.name}`))
      .flatMap(({ name, answer }) => lookedAt(answer).map((record) => ({ name, record })))
      .filter(({ record }) => record.target !== '')
      .map(({ name, record }) => lookAtTarget(`${name}.${sight.domain.name}`, record, sight, net)),
  );
  return [...each.flat(), ...priorities(sight), ...targets.flat()];
}

/** A service that programs are not to find here. */
function againstDenial(place: string, found: readonly Srv[], wanted: readonly SrvRecord[], sight: SrvSight): Probe[] {
  const [denial] = wanted;
  const isLogin = denial !== undefined && LOGIN_NOTES.has(denial.note.code);
  const rule = isLogin ? dnsRules['srv-login'] : dnsRules['srv-stale'];
  const real = found.filter(({ target }) => target !== '');
  if (real.length === 0 || denial === undefined) return [held(rule, place)];
  const record = sight.line(denial);
  const hosts = hostsOf(sight.domain);
  return real.map((each) =>
    isLogin && hosts.has(each.target)
      ? fault(
          dnsRules['srv-login'],
          place,
          { name: place, target: each.target, record },
          { expected: record, found: srvText(each) },
        )
      : staleFault(place, each, record, record),
  );
}

/** Denied because of the login. */
const LOGIN_NOTES: ReadonlySet<string> = new Set([
  ...['denied-login', 'denied-ask', 'denied-half', 'denied-dav-login', 'denied-dav-ask'],
]);

function againstWanted(place: string, found: readonly Srv[], wanted: readonly SrvRecord[], sight: SrvSight): Probe[] {
  const lines = wanted.map(sight.line);
  const record = lines.join(' ; ');
  const details = { name: place, record };
  if (found.length === 0) return [fault(dnsRules['srv-missing'], place, details, { expected: record, found: '–' })];
  if (found.every(({ target }) => target === ''))
    return [fault(dnsRules['srv-denied'], place, details, { expected: record, found: '0 0 0 .' })];
  const hosts = hostsOf(sight.domain);
  const wrong = found.flatMap((each): Probe[] => {
    const { target, port } = each;
    if (wanted.some(({ data }) => data.target === target && data.port === port)) return [];
    const seen = { expected: record, found: srvText(each) };
    const same = wanted.find(({ data }) => data.target === target);
    if (same !== undefined)
      return [fault(dnsRules['srv-port'], place, { ...details, port, right: same.data.port }, seen)];
    if (hosts.has(target)) return [fault(dnsRules['srv-swapped'], place, { ...details, target }, seen)];
    return [staleFault(place, each, record, record)];
  });
  if (wrong.length > 0) return wrong;
  const absent = wanted.find(
    ({ data }) => !found.some(({ target, port }) => target === data.target && port === data.port),
  );
  const missing =
    absent &&
    fault(
      dnsRules['srv-missing'],
      place,
      { name: place, record: sight.line(absent) },
      { expected: record, found: found.map(srvText).join(' ; ') },
    );
  return [
    heldUnless(dnsRules['srv-missing'], place, missing),
    held(dnsRules['srv-stale'], place),
    held(dnsRules['srv-port'], place),
  ];
}

/** Every host of the profile that programs speak with. */
export function hostsOf({ name, incoming, outgoing, exchange, calendar, contacts }: MailDomain): ReadonlySet<string> {
  const address = { local: 'user', domain: name, text: `user@${name}` };
  const login = { login: address.text, loginRule: undefined };
  const mail = [...incoming, ...outgoing].map(({ service }) => service(login, address).host);
  const dav = [calendar, contacts].flatMap((offer) => offer?.service(login, address) ?? []);
  return new Set([
    ...mail,
    ...(exchange === undefined ? [] : [exchange.service(login, address).host]),
    ...dav.map(({ url }) => new URL(url).hostname),
  ]);
}

const PAIRS = [
  ['_imaps._tcp', '_imap._tcp'],
  ['_pop3s._tcp', '_pop3._tcp'],
  ['_submissions._tcp', '_submission._tcp'],
] as const;

/** STARTTLS comes after TLS from the start, where there is both (RFC 8314 §5.1). */
function priorities({ domain, records, answers, line }: SrvSight): Probe[] {
  const best = (name: string) => {
    const answer = answers.find((each) => each.name === name)?.answer;
    const all = answer?.status === 'found' ? answer.records.filter(({ target }) => target !== '') : [];
    return all.length === 0 ? undefined : Math.min(...all.map(({ priority }) => priority));
  };
  return PAIRS.flatMap(([tls, starttls]): Probe[] => {
    const [first, second] = [best(tls), best(starttls)];
    const wanted = records.find(({ name, data }) => name === starttls && data.type === 'SRV' && data.target !== '');
    if (first === undefined || second === undefined || wanted === undefined) return [];
    const place = `${starttls}.${domain.name}`;
    const better = `${tls}.${domain.name}`;
    const broken =
      second < first &&
      fault(
        dnsRules['srv-priority'],
        place,
        { name: place, better, record: line(wanted) },
        { expected: `> ${first}`, found: String(second) },
      );
    return [heldUnless(dnsRules['srv-priority'], place, broken)];
  });
}

async function lookAtTarget(place: string, { target }: Srv, { domain }: SrvSight, net: Net): Promise<Probe[]> {
  const { status, aliases, failed } = await nameAddresses(target, net);
  if (status === 'unanswered') return [unanswered(target, domain.name, failed?.failure ?? 'timed-out')];
  const alias = aliases.at(-1);
  const broken =
    (status === 'missing' || alias !== undefined) &&
    fault(
      dnsRules['srv-target'],
      place,
      { alias: alias !== undefined, name: place, target },
      { expected: 'A, AAAA', found: alias === undefined ? '–' : `CNAME ${alias}.` },
    );
  return [heldUnless(dnsRules['srv-target'], place, broken)];
}
