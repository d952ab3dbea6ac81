import type { Person } from '../../src/model/account.ts';

/** A person of one of the profiles beside this file, and what must become of the account. Servers are lines as `held/service.ts` makes them. */
export interface Expected {
  /** The name of the file in `profiles/`. */
  readonly profile: string;
  readonly person: Person & { readonly address: string };
  /** Servers that files name, most preferred first: those with room for one have the first. Ways to log in that a file may choose from stand side by side (`gssapi|password`). */
  readonly reads: readonly string[];
  readonly sends: readonly string[];
  /** Calendars, contacts, Exchange and the webmail. */
  readonly more?: readonly string[];
  /** Why clients (`geary`: all its formats for mail) or formats (`outlook/prf`) have no file, by the code of the problem. All others have one. */
  readonly refused?: Readonly<Record<string, readonly string[]>>;
  /** No phone reaches it. */
  readonly atHome?: true;
  /** Clients and formats that have neither: the program signs in to this host by itself, and its page says how. */
  readonly absent?: readonly string[];
  /** Domains of which no host stands in any file. */
  readonly never?: readonly string[];
  /** What single formats have in the place of the above. */
  readonly instead?: Readonly<Record<string, readonly string[]>>;
  /** PACC, which knows only logins that are the address; absent: there is none. */
  readonly pacc?: Readonly<Record<string, { readonly host: string } | { readonly url: string }>>;
}

/** Whose account cannot be made, with the code of the problem. */
export interface Unresolved {
  readonly profile: string;
  readonly person: Person & { readonly address: string };
  readonly problem: string;
}

/** A profile that cannot be written, with the codes of its problems and where they stand. */
export interface Unwritten {
  readonly profile: string;
  readonly problems: readonly (readonly [code: string, field: string])[];
}

const ines = (domain: string, more: Person = {}) => ({ ...more, address: `Ines.Roy@${domain}`, name: 'Ines Roy' });

/** Both servers with TLS from the start and a password. */
const mail = (reading: string, sending: string, login: string, outgoingLogin = login) => ({
  reads: [`imap ${reading}:993 tls password ${login}`],
  sends: [`smtp ${sending}:465 tls password ${outgoingLogin}`],
});

const tlsOnly = (imap: string, submit: string) => ({ imap: { host: imap }, submit: { host: submit } });

/** Programs of the terminal, which share their refusals. */
const TERMINAL = ['neomutt', 'mutt', 'aerc', 'himalaya', 'msmtp', 'isync'];

export const expected: readonly Expected[] = [
  {
    profile: 'google',
    person: ines('orchard.example'),
    reads: ['imap imap.gmail.com:993 tls oauth2 Ines.Roy@orchard.example'],
    sends: ['smtp smtp.gmail.com:465 tls oauth2 Ines.Roy@orchard.example'],
    more: ['webmail https://mail.google.com/'],
    absent: ['apple', 'apple/mail', 'outlook'],
    refused: {
      'geary.online-account': ['geary'],
      'claws-mail.sign-in': ['claws-mail'],
      'terminal.sign-in': TERMINAL,
    },
  },
  {
    profile: 'microsoft-365',
    person: ines('lantern.example'),
    reads: ['imap outlook.office365.com:993 tls oauth2 Ines.Roy@lantern.example'],
    sends: ['smtp smtp.office365.com:587 starttls oauth2 Ines.Roy@lantern.example'],
    more: [
      'activesync outlook.office365.com:443 tls oauth2 Ines.Roy@lantern.example',
      'ews outlook.office365.com:443 tls oauth2 Ines.Roy@lantern.example',
      'webmail https://outlook.office.com/mail/',
    ],
    absent: ['apple', 'apple/mail', 'outlook'],
    refused: {
      'geary.sign-in': ['geary'],
      'claws-mail.sign-in': ['claws-mail'],
      'active-sync.modern': ['android/gmail-managed', 'nine/managed'],
      'terminal.sign-in': TERMINAL,
    },
    // By modern authentication, Outlook finds the host by the address.
    instead: Object.fromEntries(
      ['outlook/android-managed', 'outlook/ios-managed'].map((format) => [
        format,
        ['activesync -:443 tls oauth2 Ines.Roy@lantern.example'],
      ]),
    ),
  },
  {
    profile: 'client-certificate',
    person: ines('sealed.example'),
    reads: ['imap imap.sealed.example:993 tls certificate Ines.Roy@sealed.example'],
    sends: ['smtp smtp.sealed.example:465 tls certificate Ines.Roy@sealed.example'],
    refused: {
      'outlook.no-password': ['outlook'],
      'apple.authentication': ['apple'],
      'thunderbird.certificate': ['thunderbird/config', 'thunderbird/isp'],
      'evolution.sign-in': ['evolution'],
      'geary.sign-in': ['geary'],
      'claws-mail.sign-in': ['claws-mail'],
      'terminal.sign-in': TERMINAL,
    },
    // For sending, Thunderbird shows the certificate in TLS and proves nothing more.
    instead: Object.fromEntries(
      ['thunderbird/user-js', 'thunderbird/managed'].map((format) => [
        format,
        [
          'imap imap.sealed.example:993 tls certificate Ines.Roy@sealed.example',
          'smtp smtp.sealed.example:465 tls none',
        ],
      ]),
    ),
  },
  {
    profile: 'own-identity-provider',
    person: ines('own-keys.example'),
    reads: ['imap imap.own-keys.example:993 tls oauth2 Ines.Roy@own-keys.example'],
    sends: ['smtp smtp.own-keys.example:465 tls oauth2 Ines.Roy@own-keys.example'],
    more: ['webmail https://webmail.own-keys.example/'],
    refused: {
      'outlook.no-password': ['outlook'],
      'apple.authentication': ['apple', 'apple/mail'],
      'thunderbird.oauth2': ['thunderbird'],
      'thunderbird-android.sign-in': ['thunderbird-android'],
      'evolution.sign-in': ['evolution'],
      'geary.sign-in': ['geary'],
      'claws-mail.sign-in': ['claws-mail'],
      'terminal.sign-in': TERMINAL,
    },
  },
  ...['pine.trees.example', 'old.beech.trees.example'].map((domain) => ({
    profile: 'wildcard',
    person: ines(domain),
    ...mail('imap.trees.example', 'smtp.trees.example', `Ines.Roy@${domain}`),
    pacc: tlsOnly('imap.trees.example', 'smtp.trees.example'),
  })),
  {
    profile: 'wildcard',
    person: ines('oak.trees.example'),
    ...mail('imap.trees.example', 'smtp.trees.example', 'Ines.Roy'),
  },
  {
    profile: 'servers-per-domain',
    person: ines('works.example'),
    ...mail('imap.works.example', 'smtp.works.example', 'Ines.Roy@works.example'),
    more: ['webmail https://webmail.works.example/'],
    never: ['bought.example'],
    pacc: tlsOnly('imap.works.example', 'smtp.works.example'),
  },
  {
    profile: 'servers-per-domain',
    person: ines('bought.example'),
    reads: ['imap mail.bought.example:993 tls password Ines.Roy'],
    sends: ['smtp mail.bought.example:587 starttls password Ines.Roy'],
    more: ['webmail https://webmail.bought.example/'],
    never: ['works.example'],
  },
  {
    profile: 'exchange-only',
    person: ines('glass.example'),
    reads: [],
    sends: [],
    more: [
      'activesync ews.glass.example:443 tls password Ines.Roy@corp.glass.example',
      'ews ews.glass.example:443 tls password Ines.Roy@corp.glass.example',
      'webmail https://ews.glass.example/owa/',
    ],
    absent: ['apple', 'apple/mail'],
    refused: {
      'account.exchange-alone': [
        'outlook',
        'thunderbird',
        'evolution',
        'geary',
        'claws-mail',
        'thunderbird-android',
        ...TERMINAL,
      ],
    },
  },
  {
    profile: 'other-realm',
    person: ines('tides.example'),
    ...mail('imap.logins.example', 'smtp.logins.example', 'Ines.Roy@logins.example'),
  },
  {
    profile: 'local-part',
    person: ines('harbour.example'),
    ...mail('imap.harbour.example', 'smtp.harbour.example', 'Ines.Roy'),
  },
  {
    profile: 'prefix',
    person: ines('bakery.example'),
    ...mail('imap.hosting-nine.example', 'smtp.hosting-nine.example', 'web9-Ines.Roy'),
  },
  {
    profile: 'login-per-service',
    person: ines('two-doors.example'),
    ...mail('imap.two-doors.example', 'smtp.two-doors.example', 'read-Ines.Roy', 'Ines.Roy@relay.example'),
  },
  {
    profile: 'login-per-service',
    person: ines('two-doors.example', { logins: { outgoing: 'roy7' } }),
    ...mail('imap.two-doors.example', 'smtp.two-doors.example', 'read-Ines.Roy', 'roy7'),
    refused: { 'thunderbird.own-login': ['thunderbird/isp'] },
  },
  {
    profile: 'windows-domain',
    person: ines('clinic.example'),
    ...mail('imap.clinic.example', 'smtp.clinic.example', 'CLINIC\\Ines.Roy'),
    more: [
      'activesync owa.clinic.example:443 tls password CLINIC\\Ines.Roy',
      'ews owa.clinic.example:443 tls password CLINIC\\Ines.Roy',
    ],
  },
  {
    profile: 'percent',
    person: ines('cyrus.example'),
    ...mail('imap.mail.cyrus.example', 'smtp.mail.cyrus.example', 'Ines.Roy%cyrus.example'),
  },
  {
    profile: 'kerberos-realm',
    person: ines('physics.example'),
    reads: ['imap imap.physics.example:993 tls gssapi|password Ines.Roy@PHYSICS.EXAMPLE'],
    sends: ['smtp smtp.physics.example:465 tls gssapi|password Ines.Roy@PHYSICS.EXAMPLE'],
  },
  {
    profile: 'kerberos-only',
    person: ines('tickets.example'),
    reads: ['imap imap.tickets.example:993 tls gssapi Ines.Roy@TICKETS.EXAMPLE'],
    sends: ['smtp smtp.tickets.example:465 tls gssapi Ines.Roy@TICKETS.EXAMPLE'],
    refused: {
      'outlook.no-password': ['outlook'],
      'apple.authentication': ['apple'],
      'geary.sign-in': ['geary'],
      'claws-mail.sign-in': ['claws-mail'],
      'thunderbird-android.sign-in': ['thunderbird-android'],
      'terminal.sign-in': TERMINAL,
    },
  },
  {
    profile: 'free-login',
    person: ines('alpine.example', { login: 'iroy' }),
    ...mail('imap.alpine.example', 'smtp.alpine.example', 'iroy'),
    more: ['caldav dav.alpine.example:443 tls iroy'],
    refused: { 'thunderbird.own-login': ['thunderbird/isp'] },
  },
  {
    profile: 'free-number',
    person: ines('florist.example', { login: 'm0123456' }),
    ...mail('imap.numbered.example', 'smtp.numbered.example', 'm0123456'),
    refused: { 'thunderbird.own-login': ['thunderbird/isp'] },
  },
  {
    profile: 'free-for-one',
    person: ines('namesakes.example'),
    ...mail('imap.namesakes.example', 'smtp.namesakes.example', 'Ines.Roy'),
  },
  {
    profile: 'free-for-one',
    person: ines('namesakes.example', { login: 'iroy2' }),
    ...mail('imap.namesakes.example', 'smtp.namesakes.example', 'iroy2'),
    refused: { 'thunderbird.own-login': ['thunderbird/isp'] },
  },
  {
    profile: 'first-last',
    person: { address: 'Ines.Roy+lists@underscore.example', name: 'Ines Roy' },
    ...mail('imap.underscore.example', 'smtp.underscore.example', 'ines_roy'),
    refused: { 'thunderbird.filter': ['thunderbird/isp'] },
  },
  {
    profile: 'domain-in-host',
    person: ines('garden.example'),
    ...mail('mail.garden.example', 'mail.garden.example', 'Ines.Roy@garden.example'),
    pacc: tlsOnly('mail.garden.example', 'mail.garden.example'),
  },
  {
    profile: 'domain-in-host',
    person: ines('forge.example'),
    ...mail('mail.forge.example', 'mail.forge.example', 'Ines.Roy@forge.example'),
    pacc: tlsOnly('mail.forge.example', 'mail.forge.example'),
  },
  {
    profile: 'campus-relay',
    person: ines('campus.example'),
    reads: ['imap imap.campus.example:993 tls password Ines.Roy'],
    sends: ['smtp relay.campus.example:25 none none'],
    refused: { 'terminal.plain-text': ['aerc'] },
    // Whoever reads clientConfig wants a login for every server, and FairEmail takes the last one for all.
    instead: Object.fromEntries(
      ['thunderbird/config', 'thunderbird/isp'].map((format) => [
        format,
        ['imap imap.campus.example:993 tls password Ines.Roy', 'smtp relay.campus.example:25 none none Ines.Roy'],
      ]),
    ),
  },
  {
    profile: 'both-ports',
    person: ines('both-ports.example'),
    reads: [
      'imap mail.both-ports.example:993 tls password Ines.Roy@both-ports.example',
      'imap mail.both-ports.example:143 starttls password Ines.Roy@both-ports.example',
    ],
    sends: [
      'smtp mail.both-ports.example:465 tls password Ines.Roy@both-ports.example',
      'smtp mail.both-ports.example:587 starttls password Ines.Roy@both-ports.example',
    ],
    // The placeholder of an outgoing server after the first is filled in by nobody.
    instead: {
      'thunderbird/isp': [
        'imap mail.both-ports.example:993 tls password Ines.Roy@both-ports.example',
        'imap mail.both-ports.example:143 starttls password Ines.Roy@both-ports.example',
        'smtp mail.both-ports.example:465 tls password Ines.Roy@both-ports.example',
      ],
    },
    pacc: tlsOnly('mail.both-ports.example', 'mail.both-ports.example'),
  },
  {
    profile: 'login-in-path',
    person: ines('path-cloud.example'),
    ...mail('imap.path-cloud.example', 'smtp.path-cloud.example', 'Ines.Roy@people.path-cloud.example'),
    more: ['cal', 'card'].map(
      (each) =>
        `${each}dav dav.path-cloud.example:443/${each}/Ines.Roy%40people.path-cloud.example/ tls Ines.Roy@people.path-cloud.example`,
    ),
  },
  {
    profile: 'local-bridge',
    person: ines('bridge.example'),
    reads: ['imap localhost:1143 starttls password Ines.Roy@bridge.example'],
    sends: ['smtp localhost:1025 starttls password Ines.Roy@bridge.example'],
    refused: {
      'apple.port': ['apple'],
      'outlook.profile-security': ['outlook/prf'],
      'account.own-computer': ['thunderbird-android'],
    },
    atHome: true,
  },
];

export const unresolved: readonly Unresolved[] = [
  { profile: 'wildcard', person: ines('trees.example'), problem: 'who.unknown-domain' },
  { profile: 'wildcard', person: ines('pinetrees.example'), problem: 'who.unknown-domain' },
  { profile: 'free-login', person: ines('alpine.example'), problem: 'login.asked' },
  { profile: 'free-number', person: ines('florist.example'), problem: 'login.asked' },
];

export const unwritten: readonly Unwritten[] = [
  { profile: 'apop', problems: [['profile.apop', 'incoming.1.authentication.1']] },
  {
    profile: 'sieve-and-jmap',
    problems: [
      ['profile.jmap', 'incoming.2.protocol'],
      ['profile.unused-service', 'sieve'],
      ['profile.unused-service', 'jmap'],
    ],
  },
];
