import type { Security } from '../model/account.ts';
import { asciiDomain } from '../model/address.ts';
import type { Profile } from './schema.ts';

/** What the rest of Facteur asks of a profile that `profile-file.ts` has read and found valid. */
export type { Profile };
export type ProfileServer = Profile['outgoing'][number];

/** The default port of each protocol for each way to protect it (RFC 8314 §3, RFC 9051, RFC 1939, RFC 6409, RFC 4511 §5.2). */
export const defaultPorts = {
  imap: { tls: 993, starttls: 143, none: 143 },
  pop3: { tls: 995, starttls: 110, none: 110 },
  smtp: { tls: 465, starttls: 587, none: 587 },
  ldap: { tls: 636, starttls: 389, none: 389 },
} as const satisfies Record<string, Record<Security, number>>;

/** A domain of a profile: its ASCII name, the name as people write it, and its own login rule if it has one. */
export interface ProfileDomain {
  readonly name: string;
  readonly displayName: string;
  readonly login: string | undefined;
}

/** The mail domains of a profile, in its order. */
export function domainsOf(profile: Profile): ProfileDomain[] {
  return profile.domains.map((entry) => {
    const { name, login } = typeof entry === 'string' ? { name: entry, login: undefined } : entry;
    // The schema has let only names pass that have an ASCII form.
    return { name: asciiDomain(name) as string, displayName: name.toLowerCase(), login };
  });
}
