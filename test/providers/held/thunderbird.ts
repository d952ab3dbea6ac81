import { XMLParser } from 'fast-xml-parser';
import { readPrefs } from '../../readers/prefs.ts';
import { line, meaning, needed, only, type Reader } from './service.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => ['incomingServer', 'outgoingServer', 'authentication'].includes(name),
});

const SOCKET = { plain: 'none', SSL: 'tls', STARTTLS: 'starttls' };

/** Words of clientConfig (https://www.bucksch.org/1/projects/thunderbird/autoconfiguration/config-file-format.html). */
const WAY = {
  'password-cleartext': 'password',
  'password-encrypted': 'cram-md5',
  NTLM: 'ntlm',
  GSSAPI: 'gssapi',
  OAuth2: 'oauth2',
  'TLS-client-cert': 'certificate',
  none: 'none',
};

interface ConfigServer {
  readonly '@_type': string;
  readonly hostname: string;
  readonly port: string;
  readonly socketType: string;
  readonly authentication: readonly string[];
  readonly username?: string;
}

interface Config {
  readonly clientConfig: {
    readonly emailProvider: {
      readonly incomingServer: readonly ConfigServer[];
      readonly outgoingServer: readonly ConfigServer[];
    };
  };
}

/** clientConfig, with the placeholders filled in as Thunderbird does it for this address. */
export function readClientConfig(text: string, address: string): string[] {
  // A file without one of these throws at the first step.
  const { emailProvider } = (parser.parse(text) as Config).clientConfig;
  const at = address.lastIndexOf('@');
  const filled = (value: string) =>
    value
      .replaceAll('%EMAILADDRESS%', address)
      .replaceAll('%EMAILLOCALPART%', address.slice(0, at))
      .replaceAll('%EMAILDOMAIN%', address.slice(at + 1));
  return [...emailProvider.incomingServer, ...emailProvider.outgoingServer].map((server) =>
    line({
      protocol: server['@_type'],
      host: filled(server.hostname),
      port: server.port,
      security: meaning(SOCKET, server.socketType),
      authentication: server.authentication.map((each) => meaning(WAY, each)).join('|'),
      login: filled(server.username ?? ''),
    }),
  );
}

/** `nsMsgSocketType` and `nsMsgAuthMethod` (MailNewsTypes2.idl). */
const SOCKET_TYPE = { 0: 'none', 2: 'starttls', 3: 'tls' };
const AUTH_METHOD = { 1: 'none', 3: 'password', 4: 'cram-md5', 5: 'gssapi', 6: 'ntlm', 7: 'certificate', 10: 'oauth2' };

/** A line that sets a preference. In `thunderbird.cfg`, `set` and `named` put the key of an account that is there already into all of them alike. */
function asPref(text: string): string[] {
  if (text.startsWith('user_pref(')) return [text];
  return text.startsWith('set(') ? [text.replace(/^set/, 'defaultPref').replace(/named\(("[^"]*")\)/, '$1')] : [];
}

/** Preferences, from `user.js` or from what an administrator places. */
export const readPreferences: Reader = (files) => {
  const calls = only(files).split('\n');
  const prefs = readPrefs(calls.flatMap(asPref).join('\n'));
  const keys = (pattern: RegExp) => [...prefs.keys()].flatMap((key) => pattern.exec(key)?.[1] ?? []);
  const server = (key: string, socket: string, user: string) => {
    const value = (name: string) => prefs.get(`${key}.${name}`);
    return line({
      protocol: needed(value('type'), `${key}.type`),
      host: needed(value('hostname'), `${key}.hostname`),
      port: needed(value('port'), `${key}.port`),
      security: meaning(SOCKET_TYPE, value(socket)),
      authentication: meaning(AUTH_METHOD, value('authMethod')),
      login: String(value(user) ?? ''),
    });
  };
  const reading = keys(/^(mail\.server\.[^.]+)\.type$/).filter((key) => prefs.get(`${key}.type`) !== 'none');
  const sending = keys(/^(mail\.smtpserver\.[^.]+)\.hostname$/);
  return [
    ...reading.map((key) => server(key, 'socketType', 'userName')),
    ...sending.map((key) => server(key, 'try_ssl', 'username')),
  ];
};
