import { issuerOf as thunderbirdIssuer } from '../../clients/thunderbird/oauth2-hosts.ts';
import { issuerOf as androidIssuer } from '../../clients/thunderbird-android/oauth2-hosts.ts';
import { InputError } from '../../errors.ts';
import { isLoopback } from '../../model/loopback.ts';
import { beginsInClear } from '../../model/ports.ts';
import { domainsOf, type Profile, type ProfileServer } from '../../profile/profile.ts';
import { NONE } from '../../profile/schema-parts.ts';
import { resolve } from '../../resolve/resolve.ts';
import type { ProfileFacts, ProfileRules } from './profile-facts.ts';
import { profileFrames as frames } from './profile-frames.ts';

interface Told {
  readonly path: readonly (string | number)[];
  readonly server: Omit<ProfileServer, 'authentication'> & Partial<Pick<ProfileServer, 'authentication'>>;
  readonly protocol: 'imap' | 'pop3' | 'smtp';
}

/** The servers for mail, those of a domain too. */
function* serversOfProfile({ profile }: ProfileFacts): Generator<Told> {
  if (profile === undefined) return;
  yield* listed(profile, []);
  for (const [index, domain] of profile.domains.entries())
    if (typeof domain !== 'string') yield* listed(domain, ['domains', index]);
}

type Holder = { readonly [Key in 'incoming' | 'outgoing']?: Profile[Key] | typeof NONE };

function* listed({ incoming, outgoing }: Holder, path: Told['path']): Generator<Told> {
  for (const [index, server] of (incoming === NONE ? [] : (incoming ?? [])).entries())
    yield { path: [...path, 'incoming', index], server, protocol: server.protocol };
  for (const [index, server] of (outgoing === NONE ? [] : (outgoing ?? [])).entries())
    yield { path: [...path, 'outgoing', index], server, protocol: 'smtp' };
}

/** What is of all people, where nothing of a person stands behind it. */
const COLLECTION = /\/(?:calendars?|addressbooks?|collections)\/?$/i;

/** Rules about a profile that is valid, and in which nothing contradicts itself. */
export const validRules: ProfileRules<
  'plain-allowed' | 'starttls-odd-port' | 'host-literal' | 'oauth2-no-way' | 'login-digits' | 'dav-collection-url'
> = {
  'dav-collection-url': {
    severity: 'note',
    hurts: {},
    source: 'RFC 6764 §6: programs look for the principal from the host on; mail-in-a-box/mailinabox#1402',
    bad: 'calendar: { url: "https://dav.example.org/calendars/" }',
    good: 'calendar: { url: "https://dav.example.org/" }',
    frame: frames.keys,
    *find(facts) {
      for (const service of ['calendar', 'contacts'] as const) {
        const url = facts.profile?.[service]?.url;
        if (url !== undefined && COLLECTION.test(url))
          yield { at: facts.at([service, 'url']), field: `${service}.url`, value: url };
      }
    },
  },
  'plain-allowed': {
    severity: 'note',
    hurts: {},
    source: 'RFC 8314 §3',
    bad: 'host: imap.example.org, security: none, allowPlainText: true',
    good: 'host: imap.example.org, security: tls',
    frame: frames.incoming,
    *find(facts) {
      for (const { server, path } of serversOfProfile(facts))
        if (server.security === 'none' && server.allowPlainText === true)
          yield { at: facts.at([...path, 'security']), field: fieldOf(path, 'security'), host: server.host };
    },
  },
  'starttls-odd-port': {
    severity: 'warning',
    hurts: { apple: 'no-connection', fairemail: 'no-connection' },
    source: 'an Apple profile and Autodiscover name a port and whether there is TLS, and not how it begins',
    bad: 'host: imap.example.org, port: 10143, security: starttls',
    good: 'host: imap.example.org, port: 143, security: starttls',
    frame: frames.incoming,
    *find(facts) {
      for (const { server, path } of serversOfProfile(facts))
        if (server.security === 'starttls' && server.port !== undefined && !beginsInClear(server.port))
          if (![993, 995, 465].includes(server.port) && !isLoopback(server.host))
            // What begins with TLS is another rule's, and a bridge on one's own computer is set up by hand.
            yield { at: facts.at([...path, 'port']), field: fieldOf(path, 'port'), port: server.port };
    },
  },
  'host-literal': {
    severity: 'warning',
    hurts: { pacc: 'ignores', apple: 'not-trusted' },
    source: 'certificates are for names (RFC 9525 §2), and neither SRV records nor PACC name an address',
    bad: 'host: 198.51.100.7, security: tls',
    good: 'host: imap.example.org, security: tls',
    frame: frames.incoming,
    *find(facts) {
      // A bridge on one's own computer has no name that others could know.
      for (const { server, path } of serversOfProfile(facts))
        if (/^\[|^(?!127\.)\d{1,3}(?:\.\d{1,3}){3}$/.test(server.host))
          yield { at: facts.at([...path, 'host']), field: fieldOf(path, 'host'), host: server.host };
    },
  },
  'oauth2-no-way': {
    severity: 'warning',
    hurts: { thunderbird: 'no-sign-in', 'thunderbird-android': 'no-sign-in' },
    source: 'Thunderbird, OAuth2Providers.sys.mjs; Thunderbird for Android, TbOAuthConfigurationFactory.kt',
    bad: 'host: imap.example.org, security: tls, authentication: [oauth2]',
    good: 'host: imap.example.org, security: tls, authentication: [oauth2, password]',
    frame: frames.incoming,
    *find(facts) {
      for (const { server, path, protocol } of serversOfProfile(facts)) {
        const { host, authentication = [] } = server;
        if (authentication.length === 0 || authentication.some((each) => each !== 'oauth2')) continue;
        const known = host.toLowerCase();
        const [computer, phone] = [thunderbirdIssuer({ host: known }), androidIssuer({ host: known, protocol })];
        if (computer !== undefined && phone !== undefined) continue;
        const spares = [
          ...(computer === undefined ? [] : (['thunderbird'] as const)),
          ...(phone === undefined ? [] : (['thunderbird-android'] as const)),
        ];
        yield { at: facts.at([...path, 'authentication']), field: fieldOf(path, 'authentication'), host, spares };
      }
    },
  },
  'login-digits': {
    severity: 'warning',
    hurts: { thunderbird: 'wrong-login' },
    source: 'Thunderbird, JXON.sys.mjs: a text that is a number is read as one, and loses its zeros in front',
    bad: 'example: 00123@example.org\nlogin: "{local}"',
    good: 'example: u00123@example.org\nlogin: "{local}"',
    frame: frames.keys,
    *find(facts) {
      const login = exampleLogin(facts.profile);
      if (login !== undefined && login.trim() !== '' && String(Number(login)) !== 'NaN')
        yield { at: facts.at(['example']), field: 'example', value: login };
    },
  },
};

/** The login of the person who stands for all; `undefined` where nobody does. */
function exampleLogin(profile: Profile | undefined): string | undefined {
  const address = profile?.example;
  if (profile === undefined || address === undefined || domainsOf(profile).length === 0) return undefined;
  try {
    const { account } = resolve({ address }, [profile]);
    return account.incoming[0]?.login;
  } catch (error) {
    // Another rule says what is wrong with it.
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** `incoming.1.port`, as messages about profiles have it. */
function fieldOf(path: Told['path'], key: string): string {
  return [...path, key].map((step) => (typeof step === 'number' ? step + 1 : step)).join('.');
}
