import { textOf } from '../../read/client-config-file.ts';
import { inServer, mailServers } from './config-servers.ts';
import { frames } from './frames.ts';
import type { ConfigRules } from './rules-of.ts';

type Names = 'imap-missing-android' | 'authentication-android' | 'login-line-break';

const { imap, pop3 } = frames.servers;

/** Methods that Thunderbird for Android knows; a server of IMAP or SMTP without any is an error of the file. */
const known = ['password-cleartext', 'password-encrypted', 'OAuth2'];

/** Rules for what only Thunderbird for Android minds. */
export const androidRules: ConfigRules<Names> = {
  'imap-missing-android': {
    severity: 'error',
    hurts: { 'thunderbird-android': 'refuses-file' },
    source: 'Thunderbird for Android, RealAutoconfigParser.kt',
    bad: pop3,
    good: `${imap}\n${pop3}`,
    frame: frames.incoming,
    *find({ config }) {
      const [provider] = config?.providers ?? [];
      if (
        provider !== undefined &&
        !config?.servers.some((server) => server.direction === 'incoming' && server.type === 'imap')
      )
        yield { at: provider.at };
    },
  },
  'authentication-android': {
    severity: 'error',
    hurts: { 'thunderbird-android': 'refuses-file' },
    source: 'Thunderbird for Android, RealAutoconfigParser.kt',
    bad: '<authentication>GSSAPI</authentication>',
    good: '<authentication>GSSAPI</authentication><authentication>password-cleartext</authentication>',
    frame: frames.inImap,
    *find(facts) {
      for (const server of mailServers(facts))
        if (
          server.type !== 'pop3' &&
          server.methods.length > 0 &&
          !server.methods.some((method) => known.includes(method))
        )
          yield { ...inServer(server, 'authentication'), value: server.methods.join(', ') };
    },
  },
  'login-line-break': {
    severity: 'error',
    hurts: { 'thunderbird-android': 'refuses-account', thunderbird: 'wrong-login', evolution: 'wrong-login' },
    source:
      'Thunderbird for Android: ServerSettings has no login of several lines; Thunderbird and Evolution keep it as it is',
    bad: '<username>ada&#10;lovelace</username>',
    good: '<username>%EMAILADDRESS%</username>',
    frame: frames.inImap,
    *find(facts) {
      for (const server of mailServers(facts))
        if (/[\r\n]/.test(textOf(server, 'username') ?? '')) yield inServer(server, 'username');
    },
  },
};
