import type { Language } from '../../src/model/account.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { type DnsFormat, dnsFormats } from '../../src/publish/dns-formats/index.ts';
import { type DomainRecords, domainRecords } from '../../src/publish/dns-records.ts';
import type { AutodiscoverRecord } from '../../src/publish/web-records.ts';
import { dnsWords } from '../../src/publish/words.ts';
import { entryFor } from '../../src/resolve/mail-domain.ts';

export const SERVER = 'config.example.net';

/** The records of a domain of this profile. */
export function recordsOf(
  profile: Profile,
  domain: string,
  server: string | undefined = SERVER,
  autodiscover?: AutodiscoverRecord,
): DomainRecords {
  const entry = entryFor(domain, [profile]);
  if (entry === undefined) throw new Error(`${domain} is not in ${profile.id}`);
  return domainRecords(entry.at(domain), server, autodiscover);
}

/** Each in one line: `_imaps._tcp SRV 0 1 993 imap.example.org.` */
export function lines({ records }: DomainRecords): string[] {
  return records.map(({ name, data }) => {
    if (data.type === 'TXT') return `${name} TXT ${data.text}`;
    if (data.type === 'CNAME') return `${name} CNAME ${data.target}.`;
    return `${name} SRV ${data.priority} ${data.weight} ${data.port} ${data.target}.`;
  });
}

export function written(
  format: DnsFormat,
  domains: readonly DomainRecords[],
  ttl = 3600,
  language: Language = 'en',
): string {
  return dnsFormats[format]({ domains, ttl, words: dnsWords(language) });
}
