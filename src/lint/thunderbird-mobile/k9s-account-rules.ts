import { portInstead, portsOf } from '../../model/ports.ts';
import { k9sSetting, k9sValue } from '../../read/k9s-settings.ts';
import { childrenNamed } from '../../read/xml-tree.ts';
import { isFileAddress, signsInByOAuth2 } from './android-mail.ts';
import type { K9sRules } from './k9s-facts.ts';
import { k9sFrames as frames } from './k9s-frames.ts';

const REFUSED = { 'thunderbird-android': 'refuses-account' } as const;
const IMPORTER = 'Thunderbird for Android, AccountSettingsValidator.kt; seen when its code was run';
const SERVERS = 'Thunderbird for Android, ServerSettingsValidator.kt; seen when its code was run';

const SECURITIES = ['SSL_TLS_REQUIRED', 'STARTTLS_REQUIRED', 'NONE'];
const METHODS = ['PLAIN', 'CRAM_MD5', 'EXTERNAL', 'XOAUTH2', 'NONE'];
/** Words of older files; until when, from when (ServerSettingsDescriptions.kt). */
const OLD_METHODS = ['LOGIN', 'AUTOMATIC'];
const VERSION = { security: 92, oldMethods: 94, none: 95 } as const;

/** Rules about each account and its servers. */
export const k9sAccountRules: K9sRules<
  | 'server-missing'
  | 'server-type'
  | 'host'
  | 'port'
  | 'port-security'
  | 'plain-security'
  | 'enum'
  | 'auth-version'
  | 'oauth2-host'
  | 'login-line-break'
  | 'login-missing'
  | 'smtp-login-missing'
  | 'login-unused'
  | 'identity'
  | 'password'
  | 'name-missing'
  | 'no-notification'
> = {
  'server-missing': {
    severity: 'error',
    hurts: REFUSED,
    source: IMPORTER,
    bad: '<outgoing-server type="SMTP"><port>465</port><connection-security>SSL_TLS_REQUIRED</connection-security><authentication-type>PLAIN</authentication-type></outgoing-server>',
    good: '<outgoing-server type="SMTP"><host>smtp.example.org</host><port>465</port><connection-security>SSL_TLS_REQUIRED</connection-security><authentication-type>PLAIN</authentication-type><username>ada</username></outgoing-server>',
    frame: frames.inAccount,
    *find({ accounts }) {
      for (const { element, servers, number } of accounts)
        for (const direction of ['incoming', 'outgoing'] as const) {
          const server = servers.find((each) => each.direction === direction);
          const what = `${direction}-server`;
          if (server === undefined) yield { at: element.at, number, what };
          else if (server.type === undefined) yield { at: server.element.at, number, what: `${what} type` };
          else if (k9sValue(server.element, 'host') === undefined)
            yield { at: server.element.at, number, what: `${what}/host` };
        }
    },
  },
  'server-type': {
    severity: 'error',
    hurts: { 'thunderbird-android': 'no-connection' },
    source:
      'Thunderbird for Android, SettingsFileParser.kt; seen when its code was run: any word is imported, and none but these works',
    bad: '<type>EXCHANGE</type>',
    good: '<type>IMAP</type>',
    frame: frames.inIncoming,
    *find({ servers }) {
      for (const { element, direction, type, protocol, name } of servers)
        if (type !== undefined && protocol === undefined)
          yield {
            at: element.at,
            field: 'type',
            name,
            value: type,
            values: direction === 'incoming' ? 'IMAP, POP3' : 'SMTP',
          };
    },
  },
  host: {
    severity: 'error',
    hurts: { 'thunderbird-android': 'no-connection' },
    source: 'seen when the code of Thunderbird for Android was run: any text is imported',
    bad: '<host>imap.example.org </host>',
    good: '<host>imap.example.org</host>',
    frame: frames.inIncoming,
    *find({ servers }) {
      for (const { element, host, name, at } of servers)
        if (k9sValue(element, 'host') !== undefined && !/^[a-z\d](?:[a-z\d.:-]*[a-z\d.])?$|^:[\da-f:]+$/i.test(host))
          yield { at: at('host'), field: 'host', name, value: host };
    },
  },
  port: {
    severity: 'error',
    hurts: { 'thunderbird-android': 'no-connection' },
    source: 'Thunderbird for Android, SettingsImporter.kt; seen when its code was run: the port becomes -1',
    bad: '<port>99999</port>',
    good: '<port>993</port>',
    frame: frames.inIncoming,
    *find({ servers }) {
      for (const { element, port, name, protocol = 'imap', at } of servers)
        if (port === -1)
          yield {
            at: at('port'),
            field: 'port',
            name,
            value: k9sValue(element, 'port')?.text ?? '',
            usual: portsOf[protocol].tls[0],
          };
    },
  },
  'port-security': {
    severity: 'error',
    hurts: { 'thunderbird-android': 'no-connection' },
    source: 'RFC 8314 §3',
    bad: '<port>143</port><connection-security>SSL_TLS_REQUIRED</connection-security>',
    good: '<port>993</port><connection-security>SSL_TLS_REQUIRED</connection-security>',
    frame: frames.inIncoming,
    *find({ servers }) {
      for (const { protocol, port, security = '', name, at } of servers) {
        if (protocol === undefined || !SECURITIES.includes(security)) continue;
        const usual = portInstead(protocol, security === 'SSL_TLS_REQUIRED' ? 'tls' : 'starttls', port);
        if (usual !== undefined) yield { at: at('port'), field: 'port', name, port, security, usual };
      }
    },
  },
  'plain-security': {
    severity: 'error',
    hurts: { 'thunderbird-android': 'clear-text' },
    source: 'Tang et al., NDSS 2025; RFC 8314 §3',
    bad: '<port>143</port><connection-security>NONE</connection-security>',
    good: '<port>993</port><connection-security>SSL_TLS_REQUIRED</connection-security>',
    frame: frames.inIncoming,
    *find({ servers }) {
      for (const { protocol = 'imap', security, name, at } of servers)
        if (security === 'NONE')
          yield { at: at('connection-security'), field: 'connection-security', name, usual: portsOf[protocol].tls[0] };
    },
  },
  enum: {
    severity: 'error',
    hurts: REFUSED,
    source: SERVERS,
    bad: '<connection-security>SSL</connection-security>',
    good: '<connection-security>SSL_TLS_REQUIRED</connection-security>',
    frame: frames.inIncoming,
    *find({ servers, version }) {
      const known = version ?? VERSION.none;
      for (const { security = '', authentication = '', name, at } of servers) {
        // Before that version any other word becomes SSL_TLS_REQUIRED.
        if (known >= VERSION.security && !SECURITIES.includes(security))
          yield { ...value(name, 'connection-security', security, SECURITIES), at: at('connection-security') };
        if (![...METHODS, ...OLD_METHODS].includes(authentication))
          yield { ...value(name, 'authentication-type', authentication, METHODS), at: at('authentication-type') };
      }
    },
  },
  'auth-version': {
    severity: 'error',
    hurts: REFUSED,
    source: SERVERS,
    bad: 'version="94" <authentication-type>NONE</authentication-type><username></username>',
    good: 'version="99" <authentication-type>NONE</authentication-type><username></username>',
    frame: frames.inVersion,
    *find({ servers, version }) {
      const known = version ?? VERSION.none;
      for (const { authentication = '', name, at } of servers) {
        const wrong =
          authentication === 'NONE'
            ? known < VERSION.none
            : OLD_METHODS.includes(authentication) && known >= VERSION.oldMethods;
        if (wrong)
          yield {
            at: at('authentication-type'),
            field: 'authentication-type',
            name,
            value: authentication,
            version: known,
            usual: authentication === 'NONE' ? 'version="99"' : 'PLAIN',
          };
      }
    },
  },
  'oauth2-host': {
    severity: 'error',
    hurts: { 'thunderbird-android': 'no-sign-in' },
    source: 'Thunderbird for Android, TbOAuthConfigurationFactory.kt',
    bad: '<host>imap.example.org</host><authentication-type>XOAUTH2</authentication-type>',
    good: '<host>imap.gmail.com</host><authentication-type>XOAUTH2</authentication-type>',
    frame: frames.inIncoming,
    *find({ servers }) {
      for (const { protocol, host, authentication, name, at } of servers)
        if (authentication === 'XOAUTH2' && protocol !== undefined && !signsInByOAuth2(protocol, host))
          yield { at: at('authentication-type'), field: 'authentication-type', name, host };
    },
  },
  'login-line-break': {
    severity: 'error',
    hurts: REFUSED,
    source: SERVERS,
    bad: '<username>ada&#10;</username>',
    good: '<username>ada</username>',
    frame: frames.inIncoming,
    *find({ servers }) {
      for (const { login, name, at } of servers)
        if (/[\r\n]/.test(login)) yield { at: at('username'), field: 'username', name };
    },
  },
  'login-missing': {
    severity: 'error',
    hurts: { 'thunderbird-android': 'no-sign-in' },
    source: 'seen when the code of Thunderbird for Android was run: it is imported with an empty user name',
    bad: '<username></username>',
    good: '<username>ada@login.example</username>',
    frame: frames.inIncoming,
    *find({ servers }) {
      for (const { direction, login, authentication, name, at } of servers)
        if (direction === 'incoming' && login === '' && authentication !== 'NONE' && authentication !== 'EXTERNAL')
          yield { at: at('username'), field: 'username', name };
    },
  },
  'smtp-login-missing': {
    severity: 'warning',
    hurts: { 'thunderbird-android': 'no-sign-in' },
    source:
      'seen when the code of Thunderbird for Android was run: it is imported, and no password for sending is asked for',
    bad: '<authentication-type>PLAIN</authentication-type><username></username>',
    good: '<authentication-type>NONE</authentication-type><username></username>',
    frame: frames.inOutgoing,
    *find({ servers }) {
      for (const { direction, login, authentication = '', at } of servers)
        if (direction === 'outgoing' && login === '' && ['PLAIN', 'CRAM_MD5', 'XOAUTH2'].includes(authentication))
          yield { at: at('username'), field: 'username', value: authentication };
    },
  },
  'login-unused': {
    severity: 'warning',
    hurts: { 'thunderbird-android': 'asks' },
    source:
      'seen when the code of Thunderbird for Android was run: a login without authentication still asks for a password',
    bad: '<authentication-type>NONE</authentication-type><username>ada</username>',
    good: '<authentication-type>NONE</authentication-type><username></username>',
    frame: frames.inOutgoing,
    *find({ servers }) {
      for (const { login, authentication, name, at } of servers)
        if (login !== '' && authentication === 'NONE') yield { at: at('username'), field: 'username', name };
    },
  },
  identity: {
    severity: 'error',
    hurts: REFUSED,
    source: 'Thunderbird for Android, IdentitySettingsValidator.kt; seen when its code was run',
    bad: '<identities><identity><name>Ada</name><email>ada@1.2.3.4</email></identity></identities>',
    good: '<identities><identity><name>Ada</name><email>ada@example.org</email></identity></identities>',
    frame: frames.inAccount,
    *find({ accounts }) {
      for (const { element, identities, number } of accounts) {
        if (identities.length === 0) yield { at: element.at, field: 'identities', number, value: '' };
        for (const identity of identities) {
          const email = k9sValue(identity, 'email');
          if (!isFileAddress(email?.text ?? ''))
            yield { at: email?.at ?? identity.at, field: 'email', number, value: email?.text ?? '' };
        }
      }
    },
  },
  password: {
    severity: 'error',
    hurts: { person: 'password-leaks' },
    source: 'Thunderbird for Android writes none into a file that people export (SettingsExporter.kt)',
    bad: '<password>secret</password>',
    good: '<username>ada@login.example</username>',
    frame: frames.inIncoming,
    *find({ servers }) {
      for (const { element, name } of servers)
        for (const { text, at } of childrenNamed(element, 'password'))
          if (text !== '') yield { at, field: 'password', name };
    },
  },
  'name-missing': {
    severity: 'warning',
    hurts: { 'thunderbird-android': 'looks-odd' },
    source: 'Thunderbird for Android, SettingsImporter.kt: the UUID is shown',
    bad: '<name></name>',
    good: '<name>Example</name>',
    frame: frames.inAccount,
    *find({ accounts }) {
      for (const { element, number } of accounts)
        if ((k9sValue(element, 'name')?.text ?? '').trim() === '') yield { at: element.at, field: 'name', number };
    },
  },
  'no-notification': {
    severity: 'note',
    hurts: { 'thunderbird-android': 'sets-up-less' },
    source: 'Thunderbird for Android, AccountSettingsDescriptions.java: the default is false',
    bad: '<settings><value key="deletePolicy">DELETE</value></settings>',
    good: '<settings><value key="notifyNewMail">true</value></settings>',
    frame: frames.inAccount,
    *find({ accounts }) {
      for (const { element, number } of accounts)
        if (k9sSetting(element, 'notifyNewMail') === undefined) yield { at: element.at, field: 'settings', number };
    },
  },
};

function value(name: string, field: string, text: string, values: readonly string[]) {
  return { field, name, what: field, value: text, values: values.join(', ') };
}
