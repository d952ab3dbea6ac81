import type { Security } from '../model/account.ts';
import { SERVICE_NAMES } from '../model/service-names.ts';
import { asciiPattern } from '../model/wildcard.ts';
import type { Profile } from './schema.ts';
import { NONE } from './schema-parts.ts';

/** What the rest of Facteur asks of a profile that `profile-file.ts` has read and found valid. */
export type { Profile };
export type ProfileIncoming = NonNullable<Profile['incoming']>[number];
export type ProfileServer = NonNullable<Profile['outgoing']>[number];

/** The default port of each protocol for each way to protect it (RFC 8314 §3, RFC 9051, RFC 1939, RFC 6409, RFC 4511 §5.2). */
export const defaultPorts = {
  imap: { tls: 993, starttls: 143, none: 143 },
  pop3: { tls: 995, starttls: 110, none: 110 },
  smtp: { tls: 465, starttls: 587, none: 587 },
  ldap: { tls: 636, starttls: 389, none: 389 },
} as const satisfies Record<string, Record<Security, number>>;

/** A domain of a profile, or a wildcard that stands for many. */
export interface ProfileDomain {
  /** The ASCII name; `*.example.org` and `*` as they are (model/wildcard.ts). */
  readonly name: string;
  /** As people write it. */
  readonly displayName: string;
  /** Its own login rule, if it has one. */
  readonly login: string | undefined;
  readonly services: Services;
  /** Those of them that its line of the profile says. */
  readonly own: readonly (keyof Services)[];
}

/** The names of what a domain may have in place of the provider's. */
export const SERVICES = [
  ...SERVICE_NAMES,
  ...(['oauth2', 'appPassword', 'certificateAuthority', 'webmail', 'portal', 'passwordRecovery'] as const),
  'documentation',
] as const;

/** What the mailboxes of a domain have. */
export type Services = { readonly [Name in (typeof SERVICES)[number]]: Profile[Name] };

/** Pages of a provider, or of a domain. */
export type Links = Partial<Pick<Services, (typeof LINKS)[number]>>;

export const LINKS = ['portal', 'passwordRecovery', 'webmail'] as const;

/** Those that are the same for all domains of a provider, for whoever has not said whose mailbox it is. */
export function commonLinks(profile: Profile): Links {
  const own = profile.domains.flatMap((entry) => (typeof entry === 'string' ? [] : [entry]));
  const differs = (link: (typeof LINKS)[number]) =>
    own.some(({ [link]: url = profile[link] }) => url !== profile[link]);
  return Object.fromEntries(LINKS.filter((link) => !differs(link)).map((link) => [link, profile[link]]));
}

/** What a profile says of one domain alone. */
export type OwnServices = Omit<Exclude<Profile['domains'][number], string>, 'name' | 'login'>;

/** The mail domains of a profile, in its order; made once for each profile, which nobody changes. */
export function domainsOf(profile: Profile): readonly ProfileDomain[] {
  const known = made.get(profile) ?? listDomains(profile);
  made.set(profile, known);
  return known;
}

const made = new WeakMap<Profile, readonly ProfileDomain[]>();

function listDomains(profile: Profile): ProfileDomain[] {
  const common = servicesOf(profile, {});
  return profile.domains.map((entry) => {
    // The schema has let only names pass that have an ASCII form.
    const of = (name: string) => ({ name: asciiPattern(name), displayName: name.toLowerCase() });
    if (typeof entry === 'string') return { ...of(entry), login: undefined, services: common, own: [] };
    const { name, login, ...own } = entry;
    const stated = SERVICES.filter((each) => own[each] !== undefined);
    return { ...of(name), login, services: stated.length === 0 ? common : servicesOf(profile, own), own: stated };
  });
}

/** What the mailboxes of a domain have: its own where it says something, and otherwise the provider's. */
export function servicesOf(profile: Profile, own: OwnServices): Services {
  // Where no mail is read by IMAP or POP3, none is sent by SMTP either.
  const services: OwnServices = own.incoming === NONE ? { outgoing: NONE, ...own } : own;
  const chosen = SERVICES.map((name) => {
    const value = services[name];
    return [name, value === undefined ? profile[name] : value === NONE ? undefined : value] as const;
  });
  // Each name with the value of that name.
  return Object.fromEntries(chosen) as unknown as Services;
}
