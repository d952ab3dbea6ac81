import { textOf } from '../../read/client-config-file.ts';
import type { Severity } from '../lint-rule.ts';
import type { Hurts, Party } from '../parties.ts';
import { androidRefusal } from './android-view.ts';
import type { ConfigFacts } from './config-facts.ts';
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

/** As much of another rule as tells whether it has said it already. */
interface Explaining {
  readonly severity: Severity;
  readonly hurts: Hurts;
  readonly find: (facts: ConfigFacts) => Iterable<{ readonly spares?: readonly Party[] }>;
}

/**
 * What Thunderbird for Android refuses for a reason that no other rule has: it reads every server of every provider, repeated values, and known names in unknown elements.
 * @param others the rules that may have said it already
 */
export function refusedByAndroid(others: readonly Explaining[]): ConfigRules<'refused-android'> {
  const explaining = others.filter(
    ({ severity, hurts }) => severity === 'error' && hurts['thunderbird-android'] !== undefined,
  );
  const isSaid = (facts: ConfigFacts) =>
    explaining.some(({ find }) =>
      Array.from(find(facts)).some(({ spares }) => spares?.includes('thunderbird-android') !== true),
    );
  return {
    'refused-android': {
      severity: 'error',
      hurts: { 'thunderbird-android': 'refuses-file' },
      source: 'Thunderbird for Android, RealAutoconfigParser.kt, GetAutoDiscovery.kt',
      bad: '<socketType>SSL</socketType><fallback><socketType>plain</socketType></fallback>',
      good: '<socketType>SSL</socketType>',
      frame: frames.inImap,
      *find(facts) {
        const element = androidRefusal(facts);
        if (element !== undefined && !isSaid(facts)) yield { at: element.at, field: element.name, name: element.name };
      },
    },
  };
}
