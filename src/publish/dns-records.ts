import type { MailDomain } from '../resolve/mail-domain.ts';
import { davRecords } from './dav-records.ts';
import type { DnsRecords } from './dns-record.ts';
import { mailRecords } from './mail-records.ts';
import { type AutodiscoverRecord, webRecords } from './web-records.ts';

/** The records of one mail domain. They stand in its own zone, never in that of the logins: clients ask with the address. */
export interface DomainRecords extends DnsRecords {
  /** ASCII. */
  readonly domain: string;
  /** As people write it. */
  readonly displayName: string;
  /** It is a zone that somebody named, which may hold several domains. */
  readonly named?: true;
}

/** @param server the host of `facteur serve`; without it, nothing leads there */
export function domainRecords(
  domain: MailDomain,
  server: string | undefined,
  autodiscover: AutodiscoverRecord = 'cname',
): DomainRecords {
  const parts = [
    webRecords(domain, server, autodiscover),
    { records: mailRecords(domain), leftOut: [] },
    davRecords(domain),
  ];
  return {
    domain: domain.name,
    displayName: domain.displayName,
    records: parts.flatMap(({ records }) => records),
    leftOut: parts.flatMap(({ leftOut }) => leftOut),
  };
}
