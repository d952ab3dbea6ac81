import { portInstead, portsOf } from '../../model/ports.ts';
import { isCodeAddress, isFileAddress, signsInByOAuth2 } from './android-mail.ts';
import type { QrFacts, QrRules } from './qr-facts.ts';
import { qrFrames as frames } from './qr-frames.ts';

const REFUSED = { 'thunderbird-android': 'refuses-file' } as const;
const VALIDATOR = 'Thunderbird for Android, QrCodePayloadValidator.kt; seen when its code was run';

const SECURITY = { none: 0, reserved: 1, starttls: 2, tls: 3 } as const;
const METHODS = [0, 1, 2, 5, 6];
const METHOD = { none: 0, certificate: 5, oauth2: 6 } as const;

/** Rules about each value. */
export const qrValueRules: QrRules<
  | 'value'
  | 'line-break'
  | 'character'
  | 'address'
  | 'address-domain'
  | 'security-reserved'
  | 'port-security'
  | 'plain-security'
  | 'oauth2-host'
  | 'login-missing'
  | 'password'
> = {
  value: {
    severity: 'error',
    hurts: REFUSED,
    source: VALIDATOR,
    bad: '[0,"imap.example.org",993,3,4,"ada@login.example"]',
    good: '[0,"imap.example.org",993,3,1,"ada@login.example"]',
    frame: frames.incoming,
    *find({ servers }) {
      for (const { direction, protocol, host, port, security, authentication } of servers) {
        const numbers = [
          { given: protocol, known: direction === 'incoming' ? [0, 1] : [0] },
          { given: security, known: Object.values(SECURITY) },
          { given: authentication, known: METHODS },
        ];
        for (const { given, known } of numbers)
          if (given !== undefined && !(known as readonly number[]).includes(given.value))
            yield { at: given.at, field: given.path, value: given.value, path: given.path, values: known.join(', ') };
        if (port !== undefined && (port.value < 1 || port.value > 65_535))
          yield { at: port.at, field: port.path, value: port.value, path: port.path, values: '1–65535' };
        if (host !== undefined && !isHost(host.value))
          yield { at: host.at, field: host.path, value: host.value, path: host.path, values: 'imap.example.org' };
      }
    },
  },
  'line-break': {
    severity: 'error',
    hurts: REFUSED,
    source: VALIDATOR,
    bad: '["ada@example.org","Ada\\nLovelace"]',
    good: '["ada@example.org","Ada Lovelace"]',
    frame: frames.identity,
    *find({ texts }) {
      for (const { value, at, path } of texts) if (/[\r\n]/.test(value)) yield { at, field: path, path };
    },
  },
  character: {
    severity: 'error',
    hurts: REFUSED,
    source: 'Thunderbird for Android, XmlSettingWriter.kt; seen when its code was run: the import breaks off',
    bad: '["ada@example.org","Ada\\u0001"]',
    good: '["ada@example.org","Ada"]',
    frame: frames.identity,
    *find({ texts }) {
      for (const { value, at, path } of texts) {
        const found = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(value)?.[0];
        if (found === undefined) continue;
        const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
        yield { at, field: path, path, code: `U+${code}` };
      }
    },
  },
  address: {
    severity: 'error',
    hurts: REFUSED,
    source: VALIDATOR,
    bad: '["\\"ada\\"@example.org","Ada"]',
    good: '["ada@example.org","Ada"]',
    frame: frames.identity,
    *find(facts) {
      for (const { value, at, path } of addressesIn(facts)) if (!isCodeAddress(value)) yield { at, field: path, value };
    },
  },
  'address-domain': {
    severity: 'error',
    hurts: { 'thunderbird-android': 'refuses-account' },
    source: 'Thunderbird for Android, IdentitySettingsValidator.kt; seen when its code was run',
    bad: '["ada@1.2.3.4","Ada"]',
    good: '["ada@example.org","Ada"]',
    frame: frames.identity,
    *find(facts) {
      for (const { value, at, path } of addressesIn(facts))
        if (isCodeAddress(value) && !isFileAddress(value)) yield { at, field: path, value };
    },
  },
  'security-reserved': {
    severity: 'warning',
    hurts: { 'thunderbird-android': 'misreads' },
    source: 'Thunderbird for Android, IntValueMapper.kt: 1 is read as STARTTLS',
    bad: '[0,"imap.example.org",143,1,1,"ada@login.example"]',
    good: '[0,"imap.example.org",143,2,1,"ada@login.example"]',
    frame: frames.incoming,
    *find({ servers }) {
      for (const { security } of servers)
        if (security?.value === SECURITY.reserved) yield { at: security.at, field: security.path, path: security.path };
    },
  },
  'port-security': {
    severity: 'error',
    hurts: { 'thunderbird-android': 'no-connection' },
    source: 'RFC 8314 §3',
    bad: '[0,"smtp.example.org",587,3,1,"ada@login.example"]',
    good: '[0,"smtp.example.org",465,3,1,"ada@login.example"]',
    frame: frames.outgoing,
    *find({ servers }) {
      for (const { speaks, port, security } of servers) {
        if (speaks === undefined || port === undefined || security === undefined) continue;
        const usual = portInstead(speaks, security.value === SECURITY.tls ? 'tls' : 'starttls', port.value);
        if (usual !== undefined)
          yield { at: port.at, field: port.path, port: port.value, security: security.value, usual, path: port.path };
      }
    },
  },
  'plain-security': {
    severity: 'error',
    hurts: { 'thunderbird-android': 'clear-text' },
    source: 'Tang et al., NDSS 2025; RFC 8314 §3',
    bad: '[0,"imap.example.org",143,0,1,"ada@login.example"]',
    good: '[0,"imap.example.org",993,3,1,"ada@login.example"]',
    frame: frames.incoming,
    *find({ servers }) {
      for (const { speaks = 'imap', security, host } of servers)
        if (security?.value === SECURITY.none)
          yield { at: security.at, field: security.path, host: host?.value ?? '', usual: portsOf[speaks].tls[0] };
    },
  },
  'oauth2-host': {
    severity: 'error',
    hurts: { 'thunderbird-android': 'no-sign-in' },
    source: 'Thunderbird for Android, TbOAuthConfigurationFactory.kt',
    bad: '[0,"imap.example.org",993,3,6,"ada@login.example"]',
    good: '[0,"imap.gmail.com",993,3,6,"ada@login.example"]',
    frame: frames.incoming,
    *find({ servers }) {
      for (const { speaks, host, authentication } of servers)
        if (authentication?.value === METHOD.oauth2 && speaks !== undefined && host !== undefined)
          if (!signsInByOAuth2(speaks, host.value))
            yield { at: authentication.at, field: authentication.path, host: host.value };
    },
  },
  'login-missing': {
    severity: 'error',
    hurts: { 'thunderbird-android': 'no-sign-in' },
    source: 'seen when the code of Thunderbird for Android was run: it is imported with an empty user name',
    bad: '[0,"imap.example.org",993,3,1,""]',
    good: '[0,"imap.example.org",993,3,1,"ada@login.example"]',
    frame: frames.incoming,
    *find({ servers }) {
      for (const { login, authentication, host } of servers) {
        const without = [METHOD.none, METHOD.certificate] as readonly number[];
        if (login?.value === '' && !without.includes(authentication?.value ?? 0))
          yield { at: login.at, field: login.path, host: host?.value ?? '' };
      }
    },
  },
  password: {
    severity: 'error',
    hurts: { person: 'password-leaks' },
    source: 'a code is read by every camera that sees it',
    bad: '[0,"imap.example.org",993,3,1,"ada@login.example","","secret"]',
    good: '[0,"imap.example.org",993,3,1,"ada@login.example"]',
    frame: frames.incoming,
    *find({ servers }) {
      for (const { password, host } of servers)
        if (password !== undefined && password.value !== '')
          yield { at: password.at, field: password.path, host: host?.value ?? '' };
    },
  },
};

function* addressesIn({ payload }: QrFacts) {
  for (const { groups } of payload?.accounts ?? [])
    for (const { identities } of groups) for (const { email } of identities) if (email !== undefined) yield email;
}

/** ASCII, a name or an address of the net. */
function isHost(text: string): boolean {
  return text.length <= 253 && /^[a-z\d](?:[a-z\d.:-]*[a-z\d.])?$|^:[\da-f:]+$/i.test(text);
}
