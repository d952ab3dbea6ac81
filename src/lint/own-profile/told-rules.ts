// Longer than other files: one table, of which problem belongs to which rule.
import type { Severity } from '../lint-rule.ts';
import type { Hurts } from '../parties.ts';
import type { ProfileFacts, ProfileRules } from './profile-facts.ts';
import { profileFrames as frames } from './profile-frames.ts';

/*
 * What `generate` and `serve` say of a profile that they refuse, or warn of, under the names of rules: the texts are those of the problems, so that nobody reads two of one thing.
 */

type Told = Pick<ProfileRules<'value'>['value'], 'bad' | 'good' | 'frame'>;

/** Problems that are of no other rule are of `value`. */
const claimed = new Set<string>();

function told(severity: Severity, hurts: Hurts, source: string, codes: readonly string[], samples: Told) {
  for (const code of codes) claimed.add(code);
  const mine = (code: string) => (codes.length === 0 ? !claimed.has(code) : codes.includes(code));
  return {
    severity,
    hurts,
    source,
    ...samples,
    *find({ problems, offsetOf }: ProfileFacts) {
      for (const problem of problems)
        if (mine(problem.code)) yield { at: offsetOf(problem.place), field: problem.place.field, problem };
    },
  };
}

/** Whom a wrong server hurts: every program that gets files of it. */
const ALL = [
  ...(['thunderbird', 'thunderbird-android', 'evolution', 'kmail', 'geary', 'claws-mail', 'apple', 'outlook'] as const),
  ...(['neomutt', 'msmtp', 'isync', 'aerc'] as const),
];
const everybody = (effect: 'no-connection' | 'clear-text' | 'wrong-login' | 'not-trusted'): Hurts =>
  Object.fromEntries(ALL.map((party) => [party, effect]));
const REFUSED: Hurts = { facteur: 'refuses-file' };
const SCHEMA = 'profiles/schema.json';
const AUTHORITY = 'Apple, “Requirements for trusted certificates in iOS 13 and macOS 10.15”';

const profile = (names: string) => names.split(' ').map((name) => `profile.${name}`);
const warning = (names: string) => names.split(' ').map((name) => `warning.${name}`);

export const toldRules: ProfileRules<
  | 'yaml'
  | 'key'
  | 'missing'
  | 'identifier-missing'
  | 'twice'
  | 'domain'
  | 'host'
  | 'url'
  | 'port'
  | 'port-security'
  | 'port-25'
  | 'host-of-another'
  | 'server-twice'
  | 'plain-security'
  | 'plain-unused'
  | 'rule-without-local'
  | 'login-filter'
  | 'dav-login-colon'
  | 'login-is-address'
  | 'ca-not-root'
  | 'services'
  | 'oauth2-unused'
  | 'example'
  | 'reserved-name'
  | 'brand'
  | 'onboarding'
  | 'more'
  | 'value'
> = {
  yaml: told(
    'error',
    REFUSED,
    'YAML 1.2.2',
    profile(
      'yaml indent misplaced-key quotes escape unfinished documents tab alias star tag duplicate-key character not-utf8 too-large too-many too-deep too-long-text empty not-a-mapping',
    ),
    { bad: 'login: {local}@login.example', good: 'login: "{local}@login.example"', frame: frames.keys },
  ),
  key: told('error', REFUSED, SCHEMA, profile('unknown-key not-per-domain none-at-top unused-service'), {
    bad: 'shortname: Example',
    good: 'support: { email: help@example.org }',
    frame: frames.after,
  }),
  missing: told('error', REFUSED, SCHEMA, profile('missing no-value'), {
    bad: 'incoming:\n  - { protocol: imap, host: imap.example.org }',
    good: 'incoming:\n  - { protocol: imap, host: imap.example.org, security: tls }',
    frame: frames.keys,
  }),
  'identifier-missing': {
    severity: 'error',
    hurts: { facteur: 'refuses-file' },
    source: 'of the identifier come the names under which Apple devices and Thunderbird know an account again',
    bad: 'no identifier',
    good: 'identifier: org.example',
    frame: frames.without,
    *find({ problems, offsetOf }) {
      for (const problem of problems)
        if (problem.code === 'profile.missing' && problem.details.key === 'identifier')
          yield { at: offsetOf(problem.place), field: 'identifier', problem };
    },
  },
  twice: told('error', REFUSED, SCHEMA, profile('twice domain-twice id-in-two domain-in-two'), {
    bad: 'domains: [example.org, example.org]',
    good: 'domains: [example.org]',
    frame: frames.keys,
  }),
  domain: told('error', REFUSED, 'RFC 1123 §2.1; RFC 5890', profile('domain wildcard wildcard-top'), {
    bad: 'domains: ["*.org"]',
    good: 'domains: ["*.example.org"]',
    frame: frames.keys,
  }),
  host: told('error', REFUSED, 'RFC 1123 §2.1', profile('host host-in-domain'), {
    bad: 'host: imap_1.example.org, security: tls',
    good: 'host: imap-1.example.org, security: tls',
    frame: frames.incoming,
  }),
  url: told('error', REFUSED, 'RFC 3986; RFC 8314 §3', profile('https-url https-url-or-none dav-url site'), {
    bad: 'webmail: http://webmail.example.org/',
    good: 'webmail: https://webmail.example.org/',
    frame: frames.keys,
  }),
  port: told('error', REFUSED, 'RFC 6335 §6', profile('port'), {
    bad: 'host: imap.example.org, port: 99999, security: tls',
    good: 'host: imap.example.org, port: 993, security: tls',
    frame: frames.incoming,
  }),
  'port-security': told(
    'error',
    everybody('no-connection'),
    'RFC 8314 §3; Wen et al., Automatic Insecurity, NDSS 2025',
    warning('port-starts-plain port-starts-tls port-of-another'),
    {
      bad: 'host: smtp.example.org, port: 587, security: tls',
      good: 'host: smtp.example.org, port: 587, security: starttls',
      frame: frames.outgoing,
    },
  ),
  'port-25': told('warning', { person: 'no-connection' }, 'RFC 8314 §3.3', warning('port-between-servers'), {
    bad: 'host: smtp.example.org, port: 25, security: starttls',
    good: 'host: smtp.example.org, port: 587, security: starttls',
    frame: frames.outgoing,
  }),
  'host-of-another': told(
    'warning',
    { person: 'no-connection' },
    'none of 219 servers of Mozilla’s database is called so',
    warning('host-of-another'),
    {
      bad: 'host: smtp.example.org, security: tls',
      good: 'host: imap.example.org, security: tls',
      frame: frames.incoming,
    },
  ),
  'server-twice': told(
    'warning',
    { person: 'in-vain' },
    'a port begins a connection in one way (RFC 8314 §3)',
    warning('server-twice port-twice'),
    {
      bad: 'outgoing:\n  - { host: smtp.example.org, security: tls }\n  - { host: smtp.example.org, security: tls }',
      good: 'outgoing:\n  - { host: smtp.example.org, security: tls }\n  - { host: smtp.example.org, security: starttls }',
      frame: frames.keys,
    },
  ),
  'plain-security': told(
    'error',
    everybody('clear-text'),
    'Tang et al., NDSS 2025; RFC 8314 §3',
    profile('plain-text plain-text-directory certificate-plain-text'),
    {
      bad: 'host: imap.example.org, security: none',
      good: 'host: imap.example.org, security: tls',
      frame: frames.incoming,
    },
  ),
  'plain-unused': told('warning', { facteur: 'ignores' }, SCHEMA, warning('plain-text-unused plain-text-no-password'), {
    bad: 'host: imap.example.org, security: tls, allowPlainText: true',
    good: 'host: imap.example.org, security: tls',
    frame: frames.incoming,
  }),
  'rule-without-local': told(
    'error',
    everybody('wrong-login'),
    'a rule without the person gives all people one login',
    profile('login-rule'),
    { bad: 'login: shared@login.example', good: 'login: "{local}@login.example"', frame: frames.keys },
  ),
  'login-filter': told('error', REFUSED, SCHEMA, profile('filter replace filter-of filter-order filters'), {
    bad: 'login: "{local|upper}"',
    good: 'login: "{local|lower}"',
    frame: frames.keys,
  }),
  'dav-login-colon': told(
    'error',
    { apple: 'wrong-login', thunderbird: 'wrong-login', evolution: 'wrong-login' },
    'RFC 7617 §2',
    profile('colon colon-inherited'),
    {
      bad: 'calendar: { url: "https://dav.example.org/", login: "a:{local}" }',
      good: 'calendar: { url: "https://dav.example.org/", login: "a-{local}" }',
      frame: frames.keys,
    },
  ),
  'login-is-address': told(
    'warning',
    { person: 'wrong-login' },
    'Facteur takes what a person types for an address where it is one',
    warning('login-is-address login-below-wildcard'),
    {
      bad: 'domains: [example.org, { name: example.net, login: "{local}@example.org" }]\nlogin: "x-{local}@login.example"',
      good: 'domains: [example.org, { name: example.net, login: "{local}@login.example" }]',
      frame: frames.keys,
    },
  ),
  'ca-not-root': told(
    'error',
    { apple: 'not-trusted', ...REFUSED },
    `${AUTHORITY}; RFC 5280 §4.2.1.9`,
    [
      ...profile('authority authority-issued'),
      ...warning(
        'authority-nameless authority-digest authority-key authority-ended authority-ends-soon authority-not-yet',
      ),
    ],
    { bad: 'certificateAuthority: none of PEM', good: 'identifier: org.example', frame: frames.keys },
  ),
  services: told(
    'error',
    REFUSED,
    SCHEMA,
    profile(
      'no-service incoming-alone outgoing-alone exchange-empty incoming-without-login directory-login search-base apop jmap',
    ),
    { bad: 'no outgoing', good: 'outgoing: [{ host: smtp.example.org, security: tls }]', frame: frames.without },
  ),
  'oauth2-unused': told('warning', { facteur: 'ignores' }, SCHEMA, warning('oauth2-unused'), {
    bad: 'oauth2: { issuer: "https://id.example.org", authorizationUrl: "https://id.example.org/a", tokenUrl: "https://id.example.org/t", scope: mail }',
    good: 'identifier: org.example',
    frame: frames.keys,
  }),
  example: told('warning', { facteur: 'in-vain' }, 'facteur generate --example', warning('example'), {
    bad: 'example: ada@example.net',
    good: 'example: ada@example.org',
    frame: frames.keys,
  }),
  'reserved-name': told(
    'warning',
    { person: 'no-connection' },
    'RFC 2606; RFC 5737',
    warning('reserved-name reserved-identifier'),
    {
      bad: 'identifier: fr.beispiel\ndomains: [beispiel.fr]',
      good: 'identifier: org.example\ndomains: [example.org]',
      frame: frames.keys,
    },
  ),
  brand: told(
    'error',
    REFUSED,
    'WCAG 2.2 §1.4.3',
    [
      ...profile('colour colour-contrast brand-empty logo-path logo-missing short-text'),
      ...'unreadable elsewhere no-file too-large pixels broken no-picture copies forbidden'
        .split(' ')
        .map((name) => `logo.${name}`),
    ],
    { bad: 'brand: { colour: "#ffff00" }', good: 'brand: { colour: "#1f3f77" }', frame: frames.keys },
  ),
  onboarding: told(
    'error',
    REFUSED,
    SCHEMA,
    profile(
      'count specials digit-run onboarding-empty names-nothing link-none support-empty support-email support-phone texts-language texts-name texts-no-name texts-brace',
    ),
    { bad: 'support: {}', good: 'support: { email: help@example.org }', frame: frames.keys },
  ),
  more: told('note', {}, 'the first 20 are named', [...profile('more'), ...warning('more')], {
    bad: `domains: [${Array.from({ length: 22 }, (_, index) => `a_${index}`).join(', ')}]`,
    good: 'domains: [example.org]',
    frame: frames.keys,
  }),
  value: told('error', REFUSED, SCHEMA, [], {
    bad: 'languages: [de]',
    good: 'languages: [en]',
    frame: frames.keys,
  }),
};
