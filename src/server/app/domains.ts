import { InputError } from '../../errors.ts';
import type { Account } from '../../model/account.ts';
import type { Address } from '../../model/address.ts';
import type { Profile } from '../../profile/profile.ts';
import { type MailDomain, mailDomains } from '../../resolve/mail-domain.ts';
import { accountIn } from '../../resolve/resolve.ts';
import type { StaticFile } from './answer.ts';
import { isNobody } from './nobody.ts';
import type { Target } from './target.ts';

/** A mail domain that we answer for. */
export interface HostedDomain {
  readonly domain: MailDomain;
  readonly profile: Profile;
  /** What everybody of the domain is given: made at the first request, then kept. `undefined` where a format cannot carry the domain. */
  readonly files: Map<string, Promise<StaticFile | undefined>>;
}

/** The mail domains of all profiles by name. */
export type HostedDomains = ReadonlyMap<string, HostedDomain>;

/** The domains of these profiles. Each domain is in one profile: who loads them sees to that. */
export function hostedDomains(profiles: readonly Profile[]): HostedDomains {
  const entries = profiles.flatMap((profile) =>
    [...mailDomains(profile)].map(([name, domain]): [string, HostedDomain] => [
      name,
      { domain, profile, files: new Map() },
    ]),
  );
  return new Map(entries);
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

/** The domain for which a client asks that was given no address: it is in the name of the host that it asks. */
export function domainOfHost(domains: HostedDomains, hostname: string): HostedDomain | undefined {
  const name = hostname.replace(/\.$/, '');
  return domains.get(name) ?? domains.get(name.replace(LABELS, ''));
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
  readonly target: Target;
  readonly domains: HostedDomains;
  readonly canonicalHost: string | undefined;
}

/** The domain that is asked for without an address: that of the host's name; at a name that says nothing, the only one there is. */
export function domainFor({ host, target, domains, canonicalHost }: DomainQuery): HostedDomain | undefined {
  if (host !== undefined) return host;
  const neutral = target.host === canonicalHost || saysNothing(target.hostname);
  const [only, ...others] = domains.values();
  return neutral && others.length === 0 ? only : undefined;
}

/** A file that is the same for everybody of the domain, made once. */
export function commonFile(
  hosted: HostedDomain,
  name: string,
  make: () => Promise<StaticFile> | undefined,
): Promise<StaticFile | undefined> {
  const file = hosted.files.get(name) ?? Promise.resolve(make());
  hosted.files.set(name, file);
  return file;
}
