import { readGoIniValue } from '../../readers/go-ini.ts';
import { readMbsyncWords } from '../../readers/mbsync.ts';
import { readMsmtpArgument } from '../../readers/msmtp.ts';
import { readMuttWords } from '../../readers/mutt.ts';
import { readTomlValue } from '../../readers/toml.ts';
import { line, meaning, needed, only, type Reader, type Service } from './service.ts';

/** A server as a URL has it, where TLS from the start has a scheme of its own. */
function ofUrl(text: string, starttls: boolean, more: Partial<Pick<Service, 'authentication' | 'login'>>): string {
  const { protocol, hostname, port, username } = new URL(text);
  const [, name = '', tls] = /^(imap|smtp)(s?)(?:\+|:)/.exec(protocol) ?? [];
  const upgraded = starttls ? 'starttls' : 'none';
  return line({
    protocol: needed(name, 'scheme'),
    host: hostname,
    port: needed(port, 'port'),
    security: tls === 's' ? 'tls' : upgraded,
    authentication: '',
    login: decodeURIComponent(username),
    ...more,
  });
}

const SASL = {
  plain: 'password',
  'plain:login': 'password',
  login: 'password',
  'cram-md5': 'cram-md5',
  gssapi: 'gssapi',
  external: 'certificate',
  none: 'none',
  '': 'password',
};

/** muttrc of Mutt and NeoMutt. */
export const readMuttrc: Reader = (files) => {
  const wanted = /^set (?:imap_user|folder|imap_authenticators|smtp_url|smtp_authenticators|ssl_force_tls) /;
  const settings = new Map(
    only(files)
      .split('\n')
      .filter((each) => wanted.test(each))
      .map((each) => {
        const [, name = '', , value = ''] = readMuttWords(each);
        return [name, value];
      }),
  );
  const value = (name: string) => needed(settings.get(name), name);
  // Without it, STARTTLS is taken where the server offers it.
  const starttls = settings.get('ssl_force_tls') === 'yes';
  const sending = value('smtp_url');
  return [
    ofUrl(value('folder'), starttls, {
      authentication: meaning(SASL, settings.get('imap_authenticators') ?? ''),
      login: value('imap_user'),
    }),
    ofUrl(sending, starttls, {
      // Without a name in the URL it does not log in.
      authentication:
        new URL(sending).username === '' ? 'none' : meaning(SASL, settings.get('smtp_authenticators') ?? ''),
    }),
  ];
};

/** accounts.conf of aerc: its scheme has the way to log in, and IMAP without `+insecure` asks for STARTTLS. */
export const readAerc: Reader = (files) => {
  const settings = new Map(
    only(files)
      .split('\n')
      .filter((each) => each.includes('='))
      .map((each) => [each.slice(0, each.indexOf('=')).trim(), readGoIniValue(each)]),
  );
  const source = needed(settings.get('source'), 'source');
  const outgoing = needed(settings.get('outgoing'), 'outgoing');
  const wayOf = (url: string) => meaning(SASL, /^\w+\+([\w-]+):/.exec(url)?.[1] ?? '');
  return [
    ofUrl(source, !source.startsWith('imap+insecure:'), { authentication: wayOf(source.replace('+insecure', '')) }),
    ofUrl(outgoing, settings.get('smtp-starttls') === 'yes', { authentication: wayOf(outgoing) }),
  ];
};

/** config.toml of Himalaya. */
export const readHimalaya: Reader = (files) => {
  const settings = new Map(
    only(files)
      .split('\n')
      .flatMap((each) => {
        const [, name = '', value = ''] = /^([a-z.-]+) = ((?!\[).*)$/.exec(each) ?? [];
        return name === '' ? [] : [[name, readTomlValue(value)] as const];
      }),
  );
  return ['imap', 'smtp'].map((protocol) => {
    const login = settings.get(`${protocol}.sasl.plain.username`);
    return ofUrl(needed(settings.get(`${protocol}.server`), protocol), settings.get(`${protocol}.starttls`) === true, {
      authentication: login === undefined ? 'none' : 'password',
      login: String(login ?? ''),
    });
  });
};

/** msmtprc. */
export const readMsmtprc: Reader = (files) => {
  const lines = only(files).split('\n');
  const value = (name: string) =>
    readMsmtpArgument(lines.find((each) => each === name || each.startsWith(`${name} `)) ?? '');
  const tls = value('tls_starttls') === 'on' ? 'starttls' : 'tls';
  return [
    line({
      protocol: needed(value('protocol'), 'protocol'),
      host: needed(value('host'), 'host'),
      port: needed(value('port'), 'port'),
      security: value('tls') === 'on' ? tls : 'none',
      authentication: meaning(
        {
          on: 'password',
          off: 'none',
          plain: 'password',
          'cram-md5': 'cram-md5',
          gssapi: 'gssapi',
          external: 'certificate',
        },
        value('auth'),
      ),
      login: value('user'),
    }),
  ];
};

/** mbsyncrc of isync. */
export const readMbsyncrc: Reader = (files) => {
  const words = new Map(
    only(files)
      .split('\n')
      .map((each) => readMbsyncWords(each))
      .map(([name = '', ...values]) => [name, values.join('|')]),
  );
  const value = (name: string) => needed(words.get(name), name);
  return [
    line({
      protocol: 'imap',
      host: value('Host'),
      port: value('Port'),
      security: meaning({ IMAPS: 'tls', STARTTLS: 'starttls', None: 'none' }, value('SSLType')),
      authentication: meaning(
        { 'PLAIN|LOGIN': 'password', 'CRAM-MD5': 'cram-md5', GSSAPI: 'gssapi' },
        value('AuthMechs'),
      ),
      login: value('User'),
    }),
  ];
};
