import { issuerOf as desktopIssuer } from '../../clients/thunderbird/oauth2-hosts.ts';
import { issuerOf as androidIssuer } from '../../clients/thunderbird-android/oauth2-hosts.ts';
import { textOf } from '../../read/client-config-file.ts';
import { childrenNamed } from '../../read/xml-tree.ts';
import { type ConfigMailServer, inServer, mailServers } from './config-servers.ts';
import { frames } from './frames.ts';
import { openMethods } from './login-rules.ts';
import type { ConfigRules } from './rules-of.ts';

type Names =
  | 'authentication-missing'
  | 'authentication-unknown'
  | 'authentication-encrypted'
  | 'smtp-without-login'
  | 'oauth2-not-first'
  | 'oauth2-only-unknown-host'
  | 'oauth2-unknown-host'
  | 'oauth2-only-android';

const way = (...names: readonly string[]) => names.map((name) => `<authentication>${name}</authentication>`).join('');
const at = (host: string, methods: string) => `<hostname>${host}</hostname>${methods}`;

/** What a clientConfig can say of signing in: every value that some version of the format or some reader has. */
const both = [
  'password-cleartext',
  'plain',
  'password-encrypted',
  'secure',
  'OAuth2',
  'GSSAPI',
  'NTLM',
  'TLS-client-cert',
];
const methodsOfDirection = { incoming: both, outgoing: [...both, ...openMethods] } as const;

/** Rules about the ways to sign in. */
export const methodRules: ConfigRules<Names> = {
  'authentication-missing': {
    severity: 'error',
    hurts: { thunderbird: 'skips-server', 'thunderbird-android': 'refuses-file' },
    source: 'Thunderbird, readFromXML.sys.mjs; Thunderbird for Android, RealAutoconfigParser.kt',
    bad: frames.servers.imap.replace(/\n *<authentication>.*/, ''),
    good: frames.servers.imap,
    frame: frames.incoming,
    *find(facts) {
      for (const server of mailServers(facts))
        if (server.methods.length === 0) yield inServer(server, 'authentication');
    },
  },
  'authentication-unknown': {
    severity: 'warning',
    hurts: { himalaya: 'refuses-file', thunderbird: 'ignores', 'thunderbird-android': 'ignores' },
    source:
      'Thunderbird, readFromXML.sys.mjs; Thunderbird for Android, RealAutoconfigParser.kt (a server without any that they know is left out, or the file); io-pim-discovery has a closed list (derived from its source)',
    bad: way('password-cleartext', 'CRAM-MD5'),
    good: way('password-cleartext'),
    frame: frames.inImap,
    *find(facts) {
      for (const server of mailServers(facts))
        for (const element of childrenNamed(server.element, 'authentication')) {
          const value = element.text.trim();
          if (value !== '' && !methodsOfDirection[server.direction].includes(value))
            yield { ...inServer(server, 'authentication', element), value };
        }
    },
  },
  'authentication-encrypted': {
    severity: 'note',
    hurts: { aerc: 'no-sign-in', apple: 'no-sign-in' },
    source: 'RFC 8314 §3; few servers offer CRAM-MD5, for it wants passwords in the clear on their side',
    bad: way('password-encrypted', 'password-cleartext'),
    good: way('password-cleartext'),
    frame: frames.inImap,
    *find(facts) {
      for (const server of mailServers(facts))
        if (['password-encrypted', 'secure'].includes(server.methods[0] ?? ''))
          yield inServer(server, 'authentication');
    },
  },
  'smtp-without-login': {
    severity: 'warning',
    hurts: { 'thunderbird-android': 'refuses-file' },
    source: 'Thunderbird for Android, RealAutoconfigParser.kt; RFC 6409 §4.3',
    bad: way('none'),
    good: way('password-cleartext'),
    frame: frames.inSmtp,
    *find(facts) {
      for (const server of mailServers(facts))
        if (
          server.type === 'smtp' &&
          server.methods.length > 0 &&
          server.methods.every((each) => openMethods.includes(each))
        )
          yield inServer(server, 'authentication');
    },
  },
  'oauth2-not-first': {
    severity: 'warning',
    hurts: { thunderbird: 'ignores', 'thunderbird-android': 'ignores' },
    source:
      'Thunderbird, readFromXML.sys.mjs; Thunderbird for Android, GetAutoDiscovery.kt: the first way that they can go',
    bad: way('password-cleartext', 'OAuth2'),
    good: at('imap.gmail.com', way('OAuth2', 'password-cleartext')),
    frame: frames.inImap,
    *find(facts) {
      for (const server of mailServers(facts)) {
        const element = childrenNamed(server.element, 'authentication')[server.methods.indexOf('OAuth2')];
        if (server.methods.indexOf('OAuth2') > 0) yield inServer(server, 'authentication', element);
      }
    },
  },
  'oauth2-only-unknown-host': {
    severity: 'error',
    hurts: { thunderbird: 'skips-server', 'thunderbird-android': 'refuses-account' },
    source:
      'Thunderbird, OAuth2Providers.sys.mjs; Thunderbird for Android, TbOAuthConfigurationFactory.kt: the host decides, and the file brings no provider',
    bad: way('OAuth2'),
    good: way('OAuth2', 'password-cleartext'),
    frame: frames.inImap,
    *find(facts) {
      for (const server of withOAuth2(facts))
        if (onlyOAuth2(server) && !isKnown(server))
          yield { ...inServer(server, 'authentication'), host: hostOf(server) };
    },
  },
  'oauth2-unknown-host': {
    severity: 'note',
    hurts: { thunderbird: 'ignores', 'thunderbird-android': 'ignores' },
    source:
      'Thunderbird, OAuth2Providers.sys.mjs; Thunderbird for Android, GetAutoDiscovery.kt: they take the password',
    bad: way('OAuth2', 'password-cleartext'),
    good: at('imap.gmail.com', way('OAuth2', 'password-cleartext')),
    frame: frames.inImap,
    *find(facts) {
      for (const server of withOAuth2(facts))
        if (!onlyOAuth2(server) && !isKnown(server))
          yield { ...inServer(server, 'authentication'), host: hostOf(server) };
    },
  },
  'oauth2-only-android': {
    severity: 'warning',
    hurts: { 'thunderbird-android': 'refuses-account' },
    source:
      'Thunderbird for Android, TbOAuthConfigurationFactory.kt, which names fewer hosts than OAuth2Providers.sys.mjs of Thunderbird',
    bad: at('imap.yandex.com', way('OAuth2')),
    good: at('imap.gmail.com', way('OAuth2')),
    frame: frames.inImap,
    *find(facts) {
      for (const server of withOAuth2(facts))
        if (server.type !== 'pop3' && onlyOAuth2(server) && knownToDesktop(server) && !knownToAndroid(server))
          yield { ...inServer(server, 'authentication'), host: hostOf(server) };
    },
  },
};

function withOAuth2(facts: Parameters<typeof mailServers>[0]): ConfigMailServer[] {
  return mailServers(facts).filter(({ methods }) => methods.includes('OAuth2'));
}

function onlyOAuth2({ methods }: ConfigMailServer): boolean {
  return methods.every((method) => method === 'OAuth2');
}

function hostOf(server: ConfigMailServer): string {
  return (textOf(server, 'hostname') ?? '').toLowerCase();
}

function isKnown(server: ConfigMailServer): boolean {
  return knownToDesktop(server) || knownToAndroid(server);
}

function knownToDesktop(server: ConfigMailServer): boolean {
  return desktopIssuer({ host: hostOf(server) }) !== undefined;
}

function knownToAndroid(server: ConfigMailServer): boolean {
  return androidIssuer({ host: hostOf(server), protocol: server.type }) !== undefined;
}
