import { InputError, type Problem, problem } from '../errors.ts';
import { asciiDomain } from '../model/address.ts';
import { type DnsFormat, dnsFormats, ofOneZone } from '../publish/dns-formats/index.ts';
import { type DnsSheet, rootTargetLines, setsText, wholeName, zoneData } from '../publish/dns-formats/zone-text.ts';
import { type DomainRecords, domainRecords } from '../publish/dns-records.ts';
import { inZones, zoneOf } from '../publish/in-zones.ts';
import type { AutodiscoverRecord } from '../publish/web-records.ts';
import { dnsProblem, dnsWarning, dnsWords, noteText } from '../publish/words.ts';
import { displayDomain } from '../resolve/display-domain.ts';
import type { MailDomain } from '../resolve/mail-domain.ts';
import { texts as catalogue } from '../words/index.ts';
import { listed } from '../words/languages.ts';
import { writeZoneFiles } from './dns-files.ts';
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
  readonly zones: readonly string[];
  /** A folder for a file of each zone; `undefined`: standard output. */
  readonly out: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
}

/**
 * `facteur dns`: the records that lead clients to a provider's settings.
 * @throws InputError with everything that is wrong with what was asked for
 */
export async function dns(order: DnsOrder, terminal: Terminal): Promise<ExitCode> {
  const { format, json, out } = order;
  if (out?.trim() === '') throw new InputError(problem('out.empty', {}));
  const server = serverOf(order.server);
  const ttl = ttlOf(order.ttl);
  const loaded = await loadProfiles(order.profiles, terminal.warn);
  const profiles = loaded.map(({ profile }) => profile);
  const wanted = mailDomainsWanted(order.domains, profiles, 'dns', terminal);
  const zones = zonesOf(order.zones, wanted);
  const hosts = wanted.map((domain) => ({ domain, host: server ?? siteHost(domain) }));
  const without = hosts.find(({ host }) => host === undefined);
  if (without !== undefined) terminal.warn([dnsWarning('dns.no-server', { domain: without.domain.name })]);
  const domains = hosts.map(({ domain, host }) => domainRecords(domain, host, order.autodiscover));
  const zoned = inZones(domains, zones, displayDomain);
  const many = ofOneZone.has(format) && zoned.length > 1;
  if (many && out === undefined && !json) {
    const names = listed(
      zoned.map(({ domain }) => domain),
      terminal.language,
    );
    throw new InputError(dnsProblem('dns.one-zone', { format, domains: names }));
  }
  const sheet = { domains: zoned, ttl, words: dnsWords(terminal.language) };
  const write = dnsFormats[format];
  const texts = new Map(zoned.map((of) => [of.domain, `${write({ ...sheet, domains: [of] })}\n`]));
  const files = out === undefined ? [] : await writeZoneFiles(out, format, texts, order.force);
  const text = many || out !== undefined ? undefined : write(sheet);
  if (json) {
    const written = files.map(({ zone, path, change }) => ({ zone, path, change }));
    const inText = [...texts].map(([zone, text]) => ({ zone, text }));
    terminal.answer({
      domains: domains.map((of) => asData(of, { ...sheet, domains })),
      ...(format !== 'table' && text !== undefined && { text }),
      ...(format !== 'table' && { zones: out === undefined ? inText : written }),
    });
  } else if (text !== undefined) terminal.print(text);
  const did = catalogue(terminal.language).cli.changes;
  for (const { path, change } of files) terminal.say(`${path} — ${did[change]}`);
  // JSON has no place for a comment.
  if (format === 'route53' && !json)
    for (const of of zoned)
      for (const line of [setsText(of, sheet.words), ...rootTargetLines(of, sheet)]) terminal.say(line);
  return exitCode.done;
}

/** @throws InputError for what is no zone, and for domains that stand in none of those that are named */
function zonesOf(texts: readonly string[], wanted: readonly MailDomain[]): string[] {
  const problems: Problem[] = [];
  const zones = texts.flatMap((text) => {
    const zone = asciiDomain(text.replace(/\.$/, ''));
    if (zone === undefined) problems.push(dnsProblem('dns.zone', { value: text }));
    return zone ?? [];
  });
  if (problems.length > 0) throw new InputError(problems);
  const outside = zones.length === 0 ? [] : wanted.filter(({ name }) => zoneOf(name, zones) === undefined);
  if (outside.length > 0)
    throw new InputError(
      outside.map(({ name }) => dnsProblem('dns.outside', { domain: name, zones: zones.join(', ') })),
    );
  return zones;
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
