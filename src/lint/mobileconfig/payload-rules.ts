import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';
import { type PlistNode, textAt } from '../../read/property-list.ts';
import { type MobileconfigFacts, payloadsOf, placeOf } from './mobileconfig-facts.ts';
import { mobileconfigFrames as frames } from './mobileconfig-frames.ts';
import type { MobileconfigRules } from './mobileconfig-rules-of.ts';
import { variablesIn } from './template-variables.ts';

const EAS = 'com.apple.eas.account';
const MONTH = 30 * 24 * 3600 * 1000;

/** Rules about what tells payloads apart, about Exchange, and about what ends. */
export const payloadRules: MobileconfigRules<
  | 'uuid-repeated'
  | 'identifier-repeated'
  | 'eas-ssl'
  | 'eas-oauth'
  | 'expired'
  | 'expires-soon'
  | 'template-variable'
  | 'placeholder'
> = {
  'uuid-repeated': {
    severity: 'error',
    hurts: { apple: 'refuses-file' },
    source:
      'AhaDNS/setup-guides#4: a Mac says “the PayloadUUID … is used more than once in the profile”; ProfileCreator/ProfileCreator#210',
    bad: '<key>PayloadUUID</key><string>77C29000-0000-5000-8000-0A1B2C3D4E5F</string>',
    good: '<key>PayloadUUID</key><string>0A1B2C3D-0000-5000-8000-0A1B2C3D4E5F</string>',
    frame: frames.outer,
    *find(facts) {
      for (const { at, value } of repeated(facts, 'PayloadUUID', true)) yield { at, field: 'PayloadUUID', value };
    },
  },
  'identifier-repeated': {
    severity: 'error',
    hurts: { apple: 'refuses-file' },
    source: 'ProfileCreator/ProfileCreator#169: `profiles` rightly fails to install it',
    bad: `<key>PayloadType</key><string>com.apple.webClip.managed</string>
<key>PayloadVersion</key><integer>1</integer>
<key>PayloadIdentifier</key><string>org.example.mail.3f1c9a.account</string>
<key>PayloadUUID</key><string>77C29001-0000-5000-8000-0A1B2C3D4E5F</string>
<key>URL</key><string>https://webmail.example.org/</string>
<key>Label</key><string>Webmail</string>`,
    good: `<key>PayloadType</key><string>com.apple.webClip.managed</string>
<key>PayloadVersion</key><integer>1</integer>
<key>PayloadIdentifier</key><string>org.example.mail.3f1c9a.webclip</string>
<key>PayloadUUID</key><string>77C29001-0000-5000-8000-0A1B2C3D4E5F</string>
<key>URL</key><string>https://webmail.example.org/</string>
<key>Label</key><string>Webmail</string>`,
    frame: frames.payload,
    *find(facts) {
      for (const { at, value } of repeated(facts, 'PayloadIdentifier', false))
        yield { at, field: 'PayloadIdentifier', value };
    },
  },
  'eas-ssl': {
    severity: 'error',
    hurts: { apple: 'clear-text' },
    source: 'apple/device-management, com.apple.eas.account.yaml: the default of SSL is false',
    bad: '<key>EmailAddress</key><string>ada@example.org</string>\n<key>Host</key><string>eas.example.org</string>',
    good: '<key>EmailAddress</key><string>ada@example.org</string>\n<key>Host</key><string>eas.example.org</string>\n<key>SSL</key><true/>',
    frame: frames.exchange,
    *find(facts) {
      for (const payload of payloadsOf(facts, EAS)) {
        const { entries } = payload.node;
        if (entries.has('Host') && entries.get('SSL')?.node.value !== true)
          yield { ...placeOf(payload, 'SSL'), number: payload.number };
      }
    },
  },
  'eas-oauth': {
    severity: 'error',
    hurts: { apple: 'no-sign-in' },
    source:
      'apple/device-management, com.apple.eas.account.yaml: OAuth, and no Password beside it; Exchange Online takes no passwords from ActiveSync since October 2022',
    bad: '<key>Host</key><string>outlook.office365.com</string>\n<key>SSL</key><true/>',
    good: '<key>Host</key><string>outlook.office365.com</string>\n<key>SSL</key><true/>\n<key>OAuth</key><true/>',
    frame: frames.exchange,
    *find(facts) {
      for (const payload of payloadsOf(facts, EAS, 'com.apple.ews.account')) {
        const host = textAt(payload.node, 'Host') ?? '';
        const byPage = payload.node.entries.get('OAuth')?.node.value === true;
        const microsoft = /(?:^|\.)(?:office365|outlook)\.com$/i.test(host);
        if ((byPage && payload.node.entries.has('Password')) || (!byPage && microsoft))
          yield { ...placeOf(payload, byPage ? 'Password' : 'Host'), number: payload.number, byPage };
      }
    },
  },
  expired: {
    severity: 'error',
    hurts: { apple: 'in-vain' },
    source: 'apple/device-management, TopLevel.yaml: RemovalDate; RFC 5280 §4.1.2.5',
    bad: '<key>RemovalDate</key><date>2026-01-31T00:00:00Z</date>',
    good: '<key>RemovalDate</key><date>2099-01-31T00:00:00Z</date>',
    frame: frames.outer,
    *find(facts) {
      for (const { end, ...place } of ends(facts))
        if (end <= facts.now) yield { ...place, date: end.toISOString().slice(0, 10) };
    },
  },
  'expires-soon': {
    severity: 'warning',
    hurts: { apple: 'in-vain' },
    source: 'apple/device-management, TopLevel.yaml: RemovalDate; RFC 5280 §4.1.2.5',
    bad: '<key>RemovalDate</key><date>2026-11-15T00:00:00Z</date>',
    good: '<key>RemovalDate</key><date>2099-01-31T00:00:00Z</date>',
    frame: frames.outer,
    *find(facts) {
      for (const { end, ...place } of ends(facts))
        if (end > facts.now && end.getTime() - facts.now.getTime() < MONTH)
          yield { ...place, date: end.toISOString().slice(0, 10) };
    },
  },
  'template-variable': {
    severity: 'note',
    hurts: {},
    source:
      'The makers’ lists of variables: Jamf, Workspace ONE, Ivanti, MaaS360, Addigy, Fleet, Mosyle, Kandji, Intune',
    bad: '<key>EmailAddress</key><string>$EMAIL</string>',
    good: '<key>EmailAddress</key><string>ada@example.org</string>',
    frame: frames.mail,
    *find(facts) {
      const [first] = variablesOf(facts, 'known');
      if (first !== undefined) yield first;
    },
  },
  placeholder: {
    severity: 'error',
    hurts: { apple: 'wrong-login' },
    source: 'Devices replace nothing in a profile, and no management product that we know has this variable',
    bad: '<key>IncomingMailServerUsername</key><string>%EMAILADDRESS%</string>',
    good: '<key>IncomingMailServerUsername</key><string>ada@login.example</string>',
    frame: frames.mail,
    *find(facts) {
      yield* variablesOf(facts, 'unknown');
    },
  },
};

/** The dictionaries whose value of this key another has before them. */
function* repeated({ profile }: MobileconfigFacts, key: string, outer: boolean) {
  if (profile === undefined) return;
  const seen = new Set<string>();
  for (const node of [...(outer ? [profile.node] : []), ...profile.payloads.map((each) => each.node)]) {
    const value = textAt(node, key)?.toLowerCase();
    if (value === undefined) continue;
    if (seen.has(value)) yield { at: node.entries.get(key)?.at, value: (textAt(node, key) ?? '').slice(0, 100) };
    seen.add(value);
  }
}

interface Ending {
  readonly at: number | undefined;
  readonly field: string;
  /** Of the certificate that ends; empty where it is the profile. */
  readonly name: string;
  readonly end: Date;
}

function* ends(facts: MobileconfigFacts): Generator<Ending> {
  const removal = facts.profile?.node.entries.get('RemovalDate');
  if (removal?.node.value instanceof Date)
    yield { at: removal.at, field: 'RemovalDate', name: '', end: removal.node.value };
  for (const payload of payloadsOf(
    facts,
    'com.apple.security.root',
    'com.apple.security.pkcs1',
    'com.apple.security.pem',
  )) {
    const value = payload.node.entries.get('PayloadContent')?.node.value;
    const end = value instanceof Uint8Array ? endOf(value) : undefined;
    const name = textAt(payload.node, 'PayloadDisplayName') ?? payload.type;
    if (end !== undefined) yield { ...placeOf(payload, 'PayloadContent'), name: name.slice(0, 100), end };
  }
}

/** When a certificate ends, in DER or PEM; `undefined` where it cannot be read. */
function endOf(given: Uint8Array): Date | undefined {
  try {
    const text = given[0] === 0x2d ? new TextDecoder('latin1').decode(given) : undefined;
    const [, base64] = /-----BEGIN CERTIFICATE-----([A-Za-z\d+/=\s]+)-----END/.exec(text ?? '') ?? [];
    const der =
      base64 === undefined ? given : Uint8Array.from(atob(base64.replace(/\s/g, '')), (each) => each.charCodeAt(0));
    return AsnConvert.parse(Uint8Array.from(der), Certificate).tbsCertificate.validity.notAfter.getTime();
  } catch {
    return undefined;
  }
}

/** Keys whose values are of one person, or name a server. */
const PERSONAL = /(?:Address|User[Nn]ame|Host(?:Name)?|AccountName|AccountDescription|PrincipalURL)$/;

function* variablesOf({ profile }: MobileconfigFacts, which: 'known' | 'unknown') {
  for (const { node, index } of profile?.payloads ?? [])
    for (const [key, { at, node: value }] of node.entries) {
      const variable = PERSONAL.test(key) && typeof value.value === 'string' ? variablesIn(value.value) : undefined;
      const found = variable?.[which];
      if (found !== undefined) yield { at, field: `PayloadContent[${index}].${key}`, value: found };
    }
}

/** The first variable of a management product in any text of the profile. */
export function knownVariable(node: PlistNode): { at: number; value: string } | undefined {
  if (typeof node.value === 'string') {
    const { known } = variablesIn(node.value);
    return known === undefined ? undefined : { at: node.at, value: known };
  }
  for (const inner of [...node.items, ...Array.from(node.entries.values(), (entry) => entry.node)]) {
    const found = knownVariable(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}
