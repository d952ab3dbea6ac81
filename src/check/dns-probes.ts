import type { DnsAnswer, DnsFailure, Net } from '../net/net.ts';
import { zoneData } from '../publish/dns-formats/zone-text.ts';
import type { DnsRecord } from '../publish/dns-record.ts';
import { domainRecords } from '../publish/dns-records.ts';
import type { MailDomain } from '../resolve/mail-domain.ts';
import { fault, held, heldUnless, type Probe, skipped } from './check-rule.ts';
import { staleFault, unanswered } from './dns-faults.ts';
import { nameAddresses } from './name-addresses.ts';
import { dnsRules } from './rule-table.ts';
import { srvProbes } from './srv-probes.ts';

/** Where programs ask over HTTP, by the first label. */
export type WebLabel = 'autoconfig' | 'autodiscover' | 'ua-auto-config';

/** What the DNS says of such a name. */
export interface NameSight {
  /** `elsewhere`: it has addresses, and none is the server's; `unknown`: it has, and which server it ought to be nobody knows. */
  readonly state: 'right' | 'elsewhere' | 'unknown' | 'missing' | 'unanswered';
  /** Where there is no answer: why. */
  readonly failure?: DnsFailure | undefined;
  /** The last name that it leads to, where it is an alias. */
  readonly target: string | undefined;
  /** The line of the zone that it ought to have. */
  readonly record: string | undefined;
}

export interface DnsSight {
  readonly probes: readonly Probe[];
  readonly names: Readonly<Record<WebLabel, NameSight>>;
  /** To which an SRV record leads Outlook. */
  readonly outlookHost: string | undefined;
}

const LABELS: readonly WebLabel[] = ['autoconfig', 'autodiscover', 'ua-auto-config'];

/** Holds the zone of a mail domain against its records. @param server the host of `facteur serve`, where that is known */
export async function lookAtDns(domain: MailDomain, server: string | undefined, net: Net): Promise<DnsSight> {
  const { records } = domainRecords(domain, server);
  const line = lineIn(domain.name);
  const srvNames = [...new Set(records.flatMap(({ name, data }) => (data.type === 'SRV' ? [name] : [])))];
  const [names, services, outlook, texts] = await Promise.all([
    Promise.all(LABELS.map((label) => lookAtName(label, domain, server, records, net))),
    Promise.all(srvNames.map((name) => net.dns(`${name}.${domain.name}`, 'SRV').then((answer) => ({ name, answer })))),
    net.dns(`_autodiscover._tcp.${domain.name}`, 'SRV'),
    Promise.all(records.filter(isText).map((record) => lookAtText(record, domain.name, net))),
  ]);
  const byLabel = Object.fromEntries(LABELS.map((label, index) => [label, names[index]])) as DnsSight['names'];
  const outlookProbes = autodiscoverSrv(domain, server, outlook);
  const outlookHost =
    outlook.status === 'found' ? outlook.records.find(({ target }) => target !== '')?.target : undefined;
  const hasOutlook = outlookHost !== undefined;
  const probes = [
    ...LABELS.flatMap((label) => nameProbes(label, domain, byLabel[label], label === 'autodiscover' && hasOutlook)),
    ...(await srvProbes({ domain, records, answers: services, line }, net)),
    ...outlookProbes,
    ...texts,
  ];
  return { probes: onceUnanswered(probes), names: byLabel, outlookHost };
}

/** A line of a zone file, whole. */
export function lineIn(domain: string): (record: DnsRecord) => string {
  return (record) => `${record.name}.${domain}. 3600 IN ${record.data.type} ${zoneData(record)}`;
}

async function lookAtName(
  label: WebLabel,
  { name: domain }: MailDomain,
  server: string | undefined,
  records: readonly DnsRecord[],
  net: Net,
): Promise<NameSight> {
  const wanted = records.find(({ name, data }) => name === label && data.type === 'CNAME');
  const record = wanted && lineIn(domain)(wanted);
  const own = await nameAddresses(`${label}.${domain}`, net);
  if (own.status !== 'found') return { state: own.status, target: undefined, record, failure: own.failed?.failure };
  const { aliases } = own;
  const target = aliases.at(-1);
  if (server === undefined) return { state: 'unknown', target, record };
  const there = await nameAddresses(server, net);
  const same =
    aliases.includes(server) ||
    `${label}.${domain}` === server ||
    own.addresses.some((each) => there.addresses.includes(each));
  return { state: same ? 'right' : 'elsewhere', target, record };
}

function nameProbes(label: WebLabel, { name }: MailDomain, sight: NameSight, hasOther: boolean): Probe[] {
  const place = `${label}.${name}`;
  const { state, record } = sight;
  const rule = dnsRules['name-missing'];
  if (state === 'unanswered') return [unanswered(place, name, sight.failure ?? 'timed-out')];
  if (state === 'missing') {
    if (hasOther) return [held(rule, place)];
    if (record === undefined) return label === 'ua-auto-config' ? [] : [skipped(rule, place, 'no-server')];
    return [fault(rule, place, { name: place, record }, { expected: record, found: '–', hurts: HURT[label] })];
  }
  return [held(rule, place)];
}

/** Whom it hurts that the name is missing. */
const HURT = {
  autoconfig: {
    thunderbird: 'in-vain',
    'thunderbird-android': 'in-vain',
    evolution: 'in-vain',
    kmail: 'in-vain',
    geary: 'in-vain',
  },
  autodiscover: { outlook: 'in-vain', 'outlook-new': 'in-vain' },
  'ua-auto-config': { pacc: 'in-vain', himalaya: 'in-vain' },
} as const;

/** One fault says that the name servers are silent; each of the other names would say it again. */
function onceUnanswered(probes: readonly Probe[]): Probe[] {
  const first = probes.find(({ rule, status }) => rule.id === dnsRules['no-answer'].id && status === 'fault');
  const others = probes.map((probe) =>
    first !== undefined && probe !== first && probe.rule.id === first.rule.id
      ? skipped(dnsRules['no-answer'], probe.place, 'no-answer')
      : probe,
  );
  return first === undefined ? [...others, held(dnsRules['no-answer'], 'DNS')] : others;
}

/** What leads Outlook to a host of another name. */
function autodiscoverSrv(domain: MailDomain, server: string | undefined, answer: DnsAnswer<'SRV'>): Probe[] {
  if (answer.status !== 'found') return [];
  const place = `_autodiscover._tcp.${domain.name}`;
  // Exchange has it, and says itself where it is.
  if (server === undefined || domain.exchange !== undefined)
    return [skipped(dnsRules['srv-stale'], place, 'no-server')];
  const wanted = { type: 'SRV', priority: 0, weight: 1, port: 443, target: server } as const;
  const record = `${place}. 3600 IN SRV 0 1 443 ${server}.`;
  const stale = answer.records.find(
    ({ target }) => target !== '' && target !== wanted.target && target !== `autodiscover.${domain.name}`,
  );
  const broken = stale && staleFault(place, stale, record, record);
  return [heldUnless(dnsRules['srv-stale'], place, broken)];
}

type TextRecord = DnsRecord & { readonly data: { readonly type: 'TXT'; readonly text: string } };

/** The digest of a PACC document belongs to the document. */
function isText(record: DnsRecord): record is TextRecord {
  return record.data.type === 'TXT' && record.joins !== true;
}

async function lookAtText(record: TextRecord, domain: string, net: Net): Promise<Probe> {
  const place = `${record.name}.${domain}`;
  const answer = await net.dns(place, 'TXT');
  if (answer.status === 'failed') return unanswered(place, domain, answer.failure);
  const found = answer.status === 'found' ? answer.records : [];
  if (found.includes(record.data.text)) return held(dnsRules['txt-differs'], place);
  const line = lineIn(domain)(record);
  const seen = { expected: record.data.text, found: found.join('; ') || '–' };
  return fault(dnsRules['txt-differs'], place, { name: place, record: line }, seen);
}
