import { InputError } from '../errors.ts';
import type { Account } from '../model/account.ts';
import { ASK } from '../model/rule.ts';
import type { MailDomain } from '../resolve/mail-domain.ts';
import { accountIn } from '../resolve/resolve.ts';
import { type DnsRecord, type DnsRecords, isAddressRule, type LeftOutRecord } from './dns-record.ts';
import { paccDocument, paccRecord } from './pacc.ts';
import { type DnsNote, dnsNote } from './words.ts';

/** How Outlook finds the server: by a name of the domain, which needs a certificate, by a record that names the server, or not at all, where only files answer. */
export type AutodiscoverRecord = (typeof autodiscoverRecords)[number];
export const autodiscoverRecords = ['cname', 'srv', 'none'] as const;

/** The names at which clients ask a server over HTTP. */
export function webRecords(
  domain: MailDomain,
  server: string | undefined,
  autodiscover: AutodiscoverRecord,
): DnsRecords {
  const isExchange = domain.exchange !== undefined;
  const forOutlook = dnsNote(isExchange ? 'autodiscover-exchange' : 'autodiscover', {});
  const parts: (DnsRecord | LeftOutRecord)[] = [
    alias('autoconfig', domain, server, dnsNote('autoconfig', {})),
    ...forAutodiscover[autodiscover](domain, server, forOutlook),
    ...paccRecords(domain, server),
  ];
  return { records: parts.filter(isRecord), leftOut: parts.filter((each) => !isRecord(each)) };
}

type Parts = readonly (DnsRecord | LeftOutRecord)[];

const forAutodiscover: Readonly<
  Record<AutodiscoverRecord, (domain: MailDomain, server: string | undefined, note: DnsNote) => Parts>
> = {
  cname: (domain, server, note) => [
    alias('autodiscover', domain, server, note),
    { name: SRV_NAME, note: dnsNote('autodiscover-cname', { domain: domain.name }) },
  ],
  srv: (domain, server) => [
    { name: 'autodiscover', note: dnsNote('autodiscover-instead', {}) },
    autodiscoverSrv(domain, server),
  ],
  none: () => ['autodiscover', SRV_NAME].map((name) => ({ name, note: dnsNote('autodiscover-none', {}) })),
};

const isRecord = (each: DnsRecord | LeftOutRecord): each is DnsRecord => 'data' in each;

const SRV_NAME = '_autodiscover._tcp';

/** Outlook and Thunderbird ignore the port, so it is the usual one. */
function autodiscoverSrv({ name: domain }: MailDomain, server: string | undefined): DnsRecord | LeftOutRecord {
  if (server === undefined) return { name: SRV_NAME, note: dnsNote('no-server', {}) };
  const data = { type: 'SRV', priority: 0, weight: 1, port: 443, target: server } as const;
  return { name: SRV_NAME, data, note: dnsNote('autodiscover-srv', { domain }) };
}

function alias(name: string, domain: MailDomain, server: string | undefined, note: DnsNote): DnsRecord | LeftOutRecord {
  const host = `${name}.${domain.name}`;
  if (server === undefined) return { name, note: dnsNote('no-server', {}) };
  if (server === host) return { name, note: dnsNote('itself', { host }) };
  // Nothing else can stand beside a CNAME (RFC 1034 §3.6.2), and no SRV record may lead to one (RFC 2782).
  if (hostsOf(domain).has(host)) return { name, note: dnsNote('host', { host }) };
  return { name, data: { type: 'CNAME', target: server }, note };
}

function hostsOf({ name, incoming, outgoing, exchange, calendar, contacts, directory }: MailDomain): Set<string> {
  const address = { local: 'user', domain: name, text: `user@${name}` };
  const login = { login: address.text, loginRule: undefined };
  const byHost = [...incoming, ...outgoing, ...[exchange ?? []].flat(), ...[directory ?? []].flat()];
  const byUrl = [calendar, contacts].flatMap((offer) => offer?.service(login, address) ?? []);
  return new Set([
    ...byHost.map((offer) => offer.service(login, address).host),
    ...byUrl.map(({ url }) => new URL(url).hostname),
  ]);
}

const PACC_NAME = 'ua-auto-config';

function paccRecords(domain: MailDomain, server: string | undefined): (DnsRecord | LeftOutRecord)[] {
  const account = anybody(domain);
  const document = account && paccDocument(account);
  if (document === undefined) return [{ name: PACC_NAME, note: againstPacc(domain) }];
  const host = alias(PACC_NAME, domain, server, dnsNote('pacc', {}));
  // Where the server has that very name, it answers there, and the digest is needed all the same.
  if (!isRecord(host) && host.note.code !== 'itself') return [host];
  const { name, text } = paccRecord(domain.name, document);
  const relative = name.slice(0, -domain.name.length - 1);
  return [host, { name: relative, data: { type: 'TXT', text }, note: dnsNote('pacc-digest', {}), joins: true }];
}

/** Why there is no document. */
export function againstPacc({ name, incoming, outgoing, rule: ofDomain }: MailDomain): DnsNote {
  const rules = [...incoming, ...outgoing].map(({ rule }) => rule);
  const other = (rules.length === 0 ? [ofDomain] : rules).find((rule) => !isAddressRule(rule, name));
  if (other === undefined) return dnsNote('pacc-settings', {});
  return other === ASK ? dnsNote('pacc-ask', {}) : dnsNote('pacc-login', { rule: other.text });
}

/** The account of anybody there, as a server has it for the document; `undefined` where no rule gives the login. */
function anybody(domain: MailDomain): Account | undefined {
  const { name } = domain;
  try {
    return accountIn(domain, { local: 'user', domain: name, text: `user@${name}` });
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
