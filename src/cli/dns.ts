import { InputError } from '../errors.ts';
import { asciiDomain } from '../model/address.ts';
import { type DnsFormat, dnsFormats, ofOneZone } from '../publish/dns-formats/index.ts';
import { type DnsSheet, setsText, wholeName, zoneData } from '../publish/dns-formats/zone-text.ts';
import { type DomainRecords, domainRecords } from '../publish/dns-records.ts';
import type { AutodiscoverRecord } from '../publish/web-records.ts';
import { dnsProblem, dnsWarning, dnsWords, noteText } from '../publish/words.ts';
import type { MailDomain } from '../resolve/mail-domain.ts';
import { listed } from '../words/languages.ts';
import { mailDomainsWanted, serverOf } from './mail-domains.ts';
import { loadProfiles } from './profiles.ts';
import { type ExitCode, exitCode, type Terminal } from './terminal.ts';

export interface DnsOrder {
  readonly domains: readonly string[];
  readonly profiles: readonly string[];
  readonly server: string | undefined;
  readonly ttl: string;
  readonly format: DnsFormat;
  readonly autodiscover: AutodiscoverRecord;
  readonly json: boolean;
}

/**
 * `facteur dns`: the records that lead clients to a provider's settings.
 * @throws InputError with everything that is wrong with what was asked for
 */
export async function dns(order: DnsOrder, terminal: Terminal): Promise<ExitCode> {
  const { format, json } = order;
  const server = serverOf(order.server);
  const ttl = ttlOf(order.ttl);
  const loaded = await loadProfiles(order.profiles, terminal.warn);
  const profiles = loaded.map(({ profile }) => profile);
  const wanted = mailDomainsWanted(order.domains, profiles, 'dns', terminal);
  if (ofOneZone.has(format) && wanted.length > 1) {
    const domains = listed(
      wanted.map(({ name }) => name),
      terminal.language,
    );
    throw new InputError(dnsProblem('dns.one-zone', { format, domains }));
  }
  const hosts = wanted.map((domain) => ({ domain, host: server ?? siteHost(domain) }));
  const without = hosts.find(({ host }) => host === undefined);
  if (without !== undefined) terminal.warn([dnsWarning('dns.no-server', { domain: without.domain.name })]);
  const domains = hosts.map(({ domain, host }) => domainRecords(domain, host, order.autodiscover));
  const sheet = { domains, ttl, words: dnsWords(terminal.language) };
  const text = dnsFormats[format](sheet);
  if (json) terminal.answer({ domains: domains.map((of) => asData(of, sheet)), ...(format !== 'table' && { text }) });
  else terminal.print(text);
  // JSON has no place for a comment.
  if (format === 'route53' && !json) for (const of of domains) terminal.say(setsText(of, sheet.words));
  return exitCode.done;
}

/** Every provider of DNS takes these: Cloudflare has the narrowest limits. */
const TTL = { least: 60, most: 86_400 };

function ttlOf(text: string): number {
  const ttl = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (ttl >= TTL.least && ttl <= TTL.most) return ttl;
  throw new InputError(dnsProblem('dns.ttl', { value: text }));
}

/** An address of numbers is nothing that a record can lead to by name. */
function siteHost({ provider }: MailDomain): string | undefined {
  return provider.site === undefined ? undefined : asciiDomain(new URL(provider.site).hostname);
}

function asData(of: DomainRecords, { ttl, words }: DnsSheet): object {
  return {
    domain: of.domain,
    records: of.records.map((record) => {
      const { type, ...data } = record.data;
      const target = 'target' in data && { target: `${data.target}.` };
      const named = { name: `${wholeName(record, of)}.`, type, ttl, ...data, ...target };
      return { ...named, value: zoneData(record), code: record.note.code, note: noteText(words, record.note) };
    }),
    leftOut: of.leftOut.map(({ name, note }) => ({
      name: `${wholeName({ name }, of)}.`,
      code: note.code,
      reason: noteText(words, note),
    })),
  };
}
