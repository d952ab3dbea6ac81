import { portsOf } from '../../model/ports.ts';
import { textAt } from '../../read/property-list.ts';
import { type MobileconfigFacts, type ProfilePayload, payloadsOf, placeOf } from './mobileconfig-facts.ts';
import { mobileconfigFrames as frames } from './mobileconfig-frames.ts';
import type { MobileconfigRules } from './mobileconfig-rules-of.ts';

const DIRECTIONS = ['Incoming', 'Outgoing'] as const;

const protocols = { EmailTypeIMAP: 'imap', EmailTypePOP: 'pop3', smtp: 'smtp' } as const;

/** Those of a server, by what stands in EmailAccountType and for sending; the usual one first. */
function portsFor(mail: keyof typeof protocols): readonly [number, ...number[]] {
  const { tls, clear } = portsOf[protocols[mail]];
  return [...tls, ...clear];
}

const ALL: ReadonlySet<unknown> = new Set((Object.keys(protocols) as (keyof typeof protocols)[]).flatMap(portsFor));

/** Both servers of each mail payload. */
export function* mailServers(facts: MobileconfigFacts) {
  for (const payload of payloadsOf(facts, 'com.apple.mail.managed'))
    for (const direction of DIRECTIONS) {
      const value = (key: string) => payload.node.entries.get(`${direction}MailServer${key}`)?.node.value;
      const type = textAt(payload.node, 'EmailAccountType');
      const incoming: keyof typeof protocols = type === 'EmailTypePOP' ? 'EmailTypePOP' : 'EmailTypeIMAP';
      const mail: keyof typeof protocols = direction === 'Outgoing' ? 'smtp' : incoming;
      yield { payload, direction, number: payload.number, mail, value, place: placing(payload, direction) };
    }
}

const placing = (payload: ProfilePayload, direction: string) => (key: string) =>
  placeOf(payload, `${direction}MailServer${key}`);

/** Rules about the payload for mail. */
export const mailRules: MobileconfigRules<
  | 'ssl-absent'
  | 'port-absent'
  | 'login-absent'
  | 'port-of-other-service'
  | 'port-unusual'
  | 'address-list'
  | 'smime-locked'
> = {
  'ssl-absent': {
    severity: 'error',
    hurts: { apple: 'clear-text' },
    source: 'apple/device-management, com.apple.mail.managed.yaml: the default is false',
    bad: '-IncomingMailServerUseSSL',
    good: '<key>IncomingMailServerUseSSL</key><true/>',
    frame: frames.mail,
    *find(facts) {
      for (const { value, direction, number, place } of mailServers(facts))
        if (value('HostName') !== undefined && value('UseSSL') !== true)
          yield { ...place('UseSSL'), number, key: `${direction}MailServerUseSSL` };
    },
  },
  'port-absent': {
    severity: 'warning',
    hurts: { apple: 'wrong-server' },
    source:
      'apple/device-management, com.apple.mail.managed.yaml: without a port, 25, 587 and 465 are tried for sending',
    bad: '-OutgoingMailServerPortNumber',
    good: '<key>OutgoingMailServerPortNumber</key><integer>465</integer>',
    frame: frames.mail,
    *find(facts) {
      for (const { value, direction, number, mail, place } of mailServers(facts))
        if (value('HostName') !== undefined && value('PortNumber') === undefined)
          yield {
            ...place('PortNumber'),
            number,
            key: `${direction}MailServerPortNumber`,
            usual: portsFor(mail)[0],
          };
    },
  },
  'login-absent': {
    severity: 'warning',
    hurts: { apple: 'asks' },
    source:
      'apple/device-management, com.apple.mail.managed.yaml: prompted for where it is absent; sending does not inherit it',
    bad: '-OutgoingMailServerUsername',
    good: '<key>OutgoingMailServerUsername</key><string>ada@login.example</string>',
    frame: frames.mail,
    *find(facts) {
      for (const { value, direction, number, place } of mailServers(facts)) {
        const way = value('Authentication');
        if (way !== undefined && way !== 'EmailAuthNone' && value('Username') === undefined)
          yield { ...place('Username'), number, key: `${direction}MailServerUsername` };
      }
    },
  },
  'port-of-other-service': {
    severity: 'error',
    hurts: { apple: 'no-connection' },
    source: 'RFC 8314 §3; Wen et al., Automatic Insecurity, NDSS 2025',
    bad: '<key>IncomingMailServerPortNumber</key><integer>995</integer>',
    good: '<key>IncomingMailServerPortNumber</key><integer>993</integer>',
    frame: frames.mail,
    *find(facts) {
      for (const { value, number, mail, place } of mailServers(facts)) {
        const port = Number(value('PortNumber'));
        const own = portsFor(mail);
        if (!own.includes(port) && ALL.has(port)) yield { ...place('PortNumber'), number, port, usual: own[0] };
      }
    },
  },
  'port-unusual': {
    severity: 'note',
    hurts: {},
    source:
      'The payload has no word for STARTTLS: the port decides, and at one that is no standard port a device can only guess (unverified)',
    bad: '<key>OutgoingMailServerPortNumber</key><integer>2587</integer>',
    good: '<key>OutgoingMailServerPortNumber</key><integer>587</integer>',
    frame: frames.mail,
    *find(facts) {
      for (const { value, number, place } of mailServers(facts)) {
        const port = value('PortNumber');
        if (typeof port === 'number' && !ALL.has(port)) yield { ...place('PortNumber'), number, port };
      }
    },
  },
  'address-list': {
    severity: 'warning',
    hurts: { apple: 'misreads' },
    source: 'mox: a comma ends one address and begins another, which Apple documents nowhere',
    bad: '<key>EmailAddress</key><string>ada@example.org,ada@example.com</string>',
    good: '<key>EmailAddress</key><string>ada@example.org</string>',
    frame: frames.mail,
    *find(facts) {
      for (const payload of payloadsOf(
        facts,
        'com.apple.mail.managed',
        'com.apple.eas.account',
        'com.apple.ews.account',
      ))
        if (textAt(payload.node, 'EmailAddress')?.includes(',')) yield placeOf(payload, 'EmailAddress');
    },
  },
  'smime-locked': {
    severity: 'note',
    hurts: {},
    source: 'mailcow/mailcow-dockerized#3622',
    bad: '<key>SMIMESigningEnabled</key><true/>',
    good: '<key>SMIMESigningEnabled</key><true/>\n<key>SMIMESigningUserOverrideable</key><true/>',
    frame: frames.mail,
    *find(facts) {
      for (const payload of payloadsOf(facts, 'com.apple.mail.managed', 'com.apple.eas.account'))
        for (const [key, twin] of overrideable)
          if (payload.node.entries.has(key) && payload.node.entries.get(twin)?.node.value !== true)
            yield { ...placeOf(payload, key), key, twin };
    },
  },
};

const overrideable = [
  ['SMIMESigningEnabled', 'SMIMESigningUserOverrideable'],
  ['SMIMESigningCertificateUUID', 'SMIMESigningCertificateUUIDUserOverrideable'],
  ['SMIMEEncryptByDefault', 'SMIMEEncryptByDefaultUserOverrideable'],
  ['SMIMEEncryptionCertificateUUID', 'SMIMEEncryptionCertificateUUIDUserOverrideable'],
] as const;
