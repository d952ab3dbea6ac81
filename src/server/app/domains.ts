import { InputError } from '../../errors.ts';
import type { Account } from '../../model/account.ts';
import { type Address, asciiDomain } from '../../model/address.ts';
import { isWildcard } from '../../model/wildcard.ts';
import type { Profile } from '../../profile/profile.ts';
import { type DomainEntry, domainEntries, entryAmong, type MailDomain } from '../../resolve/mail-domain.ts';
import { accountIn } from '../../resolve/resolve.ts';
import type { StaticFile } from './answer.ts';
import { isNobody } from './nobody.ts';
import type { Target } from './target.ts';

/** A mail domain that we answer for. */
export interface HostedDomain {
  readonly domain: MailDomain;
  readonly profile: Profile;
  /**
   * What everybody of the domain is given: made at the first request, then kept. `undefined` where a format cannot carry the domain. No such map where a wildcard stands for the
   * domain: whoever asks chooses its name, and would fill our memory with names.
   */
  readonly files: Map<string, StaticFile | undefined> | undefined;
}

/** The mail domains of all profiles. */
export interface HostedDomains {
  /** The domain of that name, if it is ours. */
  readonly get: (name: string) => HostedDomain | undefined;
  /** The domain where no more than one is ours, and that one has a name. */
  readonly only: HostedDomain | undefined;
}

/** The domains of these profiles. Each domain and each wildcard is in one profile: who loads them sees to that. */
export function hostedDomains(profiles: readonly Profile[]): HostedDomains {
  const entries = new Map(profiles.flatMap((profile) => [...domainEntries(profile)]));
  const listed = new Map<string, HostedDomain>();
  for (const [pattern, { at, profile }] of entries)
    if (!isWildcard(pattern)) listed.set(pattern, { domain: at(pattern), profile, files: new Map() });
  const wild = listed.size < entries.size;
  const [only] = listed.values();
  return {
    get: (name) => listed.get(name) ?? (wild && asciiDomain(name) === name ? below(name, entries) : undefined),
    only: entries.size === 1 ? only : undefined,
  };
}

function below(name: string, entries: ReadonlyMap<string, DomainEntry>): HostedDomain | undefined {
  const entry = entryAmong(name, (pattern) => entries.get(pattern));
  return entry && { domain: entry.at(name), profile: entry.profile, files: undefined };
}

/**
 * The account that the rules give to an address of this domain. Nobody is looked up: whoever asks learns nothing about who exists. `nobody` for an address that is
 * nobody's by its make; `unruled` where no rule gives the login, and none is made of the address instead.
 */
export function accountAt({ domain }: HostedDomain, address: Address): Account | 'nobody' | 'unruled' {
  return isNobody(address) ? 'nobody' : ruled(domain, address);
}

/** An account of the domain for what holds nothing of a person; `unruled` where nothing is the same for everybody, because each has a login of their own. */
export function anybodyAt({ domain }: HostedDomain): Account | 'unruled' {
  const { name } = domain;
  return ruled(domain, { local: 'user', domain: name, text: `user@${name}` });
}

function ruled(domain: MailDomain, address: Address): Account | 'unruled' {
  try {
    return accountIn(domain, address);
  } catch (error) {
    if (error instanceof InputError) return 'unruled';
    throw error;
  }
}

/** First labels of the names at which clients look for a domain’s configuration, and the domain itself. */
const LABELS = /^(?:autoconfig|autodiscover|ua-auto-config)\./;

/**
 * The domain that the name of a host says for certain: the domain itself, or one with the first label that clients put before it. Below a wildcard any name may be that of a domain or of a
 * web server, so there only the second is certain.
 */
export function domainOfHost(domains: HostedDomains, hostname: string): HostedDomain | undefined {
  const name = hostname.replace(/\.$/, '');
  const itself = domains.get(name);
  if (itself?.files !== undefined) return itself;
  return LABELS.test(name) ? domains.get(name.replace(LABELS, '')) : undefined;
}

/**
 * A name that no mail domain has in the world's DNS: one label (localhost, a name that a container has for its neighbour), an IP address, or one of the domains that
 * are kept for a machine or a network (RFC 6761 §6.3, RFC 6762 §3, RFC 8375; `internal` by ICANN's resolution of 29 July 2024).
 */
const WITHIN = /^(?:[^.]+|[\d.]+|\[.*\]|.*\.(?:localhost|local|home\.arpa|internal))$/;

/** Does the name of a host say nothing about whom is asked for? One that begins as clients make it of a mail domain does. */
export function saysNothing(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '');
  return WITHIN.test(name) && !LABELS.test(name);
}

/** What of a request tells a domain. */
interface DomainQuery {
  readonly host: HostedDomain | undefined;
  readonly question: Target;
  readonly domains: HostedDomains;
  readonly canonicalHost: string | undefined;
}

/** The domain that the host's name tells: for certain, or because a name below a wildcard may be a domain whose clients ask at the domain itself. */
export function domainAtName({ host, question, domains, canonicalHost }: DomainQuery): HostedDomain | undefined {
  if (host !== undefined) return host;
  const { hostname } = question;
  if (question.host === canonicalHost || saysNothing(hostname) || LABELS.test(hostname)) return undefined;
  return domains.get(hostname.replace(/\.$/, ''));
}

/** The domain that is asked for without an address: that of the host's name; at a name that says nothing, the only one there is. */
export function domainFor(query: DomainQuery): HostedDomain | undefined {
  const { question, domains, canonicalHost } = query;
  const neutral = question.host === canonicalHost || saysNothing(question.hostname);
  return domainAtName(query) ?? (neutral ? domains.only : undefined);
}

/** A file that is the same for everybody of the domain, made once where the domain is listed. */
export function commonFile(
  hosted: HostedDomain,
  name: string,
  make: () => StaticFile | undefined,
): StaticFile | undefined {
  const { files } = hosted;
  if (files?.has(name)) return files.get(name);
  const file = make();
  files?.set(name, file);
  return file;
}
