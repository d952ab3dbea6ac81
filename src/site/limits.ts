import type { Problem } from '../errors.ts';
import type { DnsNote } from '../publish/words.ts';
import type { MailDomain } from '../resolve/mail-domain.ts';
import { takesOwnLogin } from '../resolve/resolve.ts';
import type { DomainFiles } from './client-files.ts';
import { siteLimit } from './words.ts';

/** Something that a server would do and files cannot, or that neither can. */
export interface SiteLimit {
  readonly client: string;
  readonly format: string;
  /** Absent: it is so for all. */
  readonly domain?: string;
  readonly reason: Problem | DnsNote;
}

/** What is so at every site. */
export function limitsOfAll(domains: readonly MailDomain[]): SiteLimit[] {
  return [
    { client: 'apple', format: 'profile', reason: siteLimit('mobileconfig', {}) },
    { client: 'facteur', format: 'mailbox', reason: siteLimit('mailbox', {}) },
    ...(domains.some(takesOwnLogin)
      ? [{ client: 'facteur', format: 'own-login', reason: siteLimit('own-login', {}) }]
      : []),
  ];
}

/** What this domain's files cannot say. */
export function limitsOfDomain(domain: MailDomain, { artifacts, leftOut, hasPointer }: DomainFiles): SiteLimit[] {
  const { name, exchange, outgoing } = domain;
  const of = (client: string, format: string, reason: Problem) => ({ client, format, domain: name, reason });
  const config = artifacts.find(({ format }) => format === 'isp');
  const rule = config && partOfLogin(new TextDecoder().decode(config.bytes()));
  return [
    ...leftOut,
    of('outlook', 'autodiscover', siteLimit('autodiscover', {})),
    ...(hasPointer ? [of('outlook', 'autodiscover-v2', siteLimit('autodiscover-v2', {}))] : []),
    ...(exchange !== undefined && hasPointer ? [of('android', 'active-sync', siteLimit('active-sync', {}))] : []),
    ...(rule === undefined ? [] : [of('android', 'fairemail', siteLimit('partial', { rule }))]),
    ...(config !== undefined && outgoing.length > 1
      ? [of('thunderbird', 'further-outgoing', siteLimit('further-outgoing', {}))]
      : []),
  ];
}

/** A login with a variable that is not all of it. (FairEmail fills in those that are: EmailProvider.java) */
function partOfLogin(config: string): string | undefined {
  const logins = [...config.matchAll(/<username>([^<]*)<\/username>/g)].map(([, login = '']) => login);
  return logins.find((login) => /%EMAIL/.test(login) && !/^%EMAIL(?:ADDRESS|LOCALPART)%$/.test(login));
}
