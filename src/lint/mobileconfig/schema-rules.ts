import { nodeAt, textAt } from '../../read/property-list.ts';
import { nearest } from '../../words/suggest.ts';
import { type MobileconfigFacts, placeOf } from './mobileconfig-facts.ts';
import { mobileconfigFrames as frames } from './mobileconfig-frames.ts';
import type { MobileconfigRules } from './mobileconfig-rules-of.ts';
import { payloadTypes } from './payload-types.ts';
import { pathText, type SchemaFinding } from './schema-findings.ts';

/** Rules that hold a profile against Apple's schema. */
export const schemaRules: MobileconfigRules<
  | 'key-unknown'
  | 'key-missing'
  | 'key-type'
  | 'key-empty'
  | 'key-value'
  | 'password'
  | 'not-on-platform'
  | 'payload-version'
  | 'unknown-type'
> = {
  'key-unknown': {
    severity: 'warning',
    hurts: { apple: 'ignores' },
    source: `apple/device-management, mdm/profiles`,
    bad: '<key>IncomingMailServerUserName</key><string>ada@login.example</string>',
    good: '<key>IncomingMailServerUsername</key><string>ada@login.example</string>',
    frame: frames.mail,
    *find(facts) {
      for (const { at, field, finding } of found(facts, 'key-unknown'))
        yield { at, field, key: finding.key, payload: finding.payload };
    },
  },
  'key-missing': {
    severity: 'error',
    hurts: { apple: 'refuses-file' },
    source: 'apple/device-management, mdm/profiles: presence required',
    bad: '-OutgoingMailServerHostName',
    good: '<key>OutgoingMailServerHostName</key><string>smtp.example.org</string>',
    frame: frames.mail,
    *find(facts) {
      for (const { at, field, finding } of found(facts, 'key-missing'))
        yield { at, field, key: finding.key, payload: finding.payload };
    },
  },
  'key-type': {
    severity: 'error',
    hurts: { apple: 'refuses-file' },
    source: 'apple/device-management, mdm/profiles; what a device says of each type is unverified',
    bad: '<key>IncomingMailServerPortNumber</key><string>993</string>',
    good: '<key>IncomingMailServerPortNumber</key><integer>993</integer>',
    frame: frames.mail,
    *find(facts) {
      for (const { at, field, finding } of found(facts, 'key-type'))
        if (finding.key !== 'PayloadVersion') yield { at, field, key: finding.key, expected: finding.expected };
    },
  },
  'key-empty': {
    severity: 'error',
    hurts: { apple: 'refuses-file' },
    source: 'ManagedConfiguration of iOS asks for strings of non-zero length',
    bad: '<key>IncomingMailServerUsername</key><string></string>',
    good: '<key>IncomingMailServerUsername</key><string>ada@login.example</string>',
    frame: frames.mail,
    *find(facts) {
      for (const { at, field, finding } of found(facts, 'key-empty')) yield { at, field, key: finding.key };
    },
  },
  'key-value': {
    severity: 'error',
    hurts: { apple: 'refuses-file' },
    source: 'apple/device-management, mdm/profiles: rangelist; what a device says of each is unverified',
    bad: '<key>IncomingMailServerAuthentication</key><string>EmailAuthOAuth2</string>',
    good: '<key>IncomingMailServerAuthentication</key><string>EmailAuthPassword</string>',
    frame: frames.mail,
    *find(facts) {
      for (const { at, field, finding } of found(facts, 'key-value'))
        if (finding.key !== 'PayloadVersion')
          yield { at, field, key: finding.key, value: finding.value.slice(0, 60), expected: finding.expected };
    },
  },
  password: {
    severity: 'error',
    hurts: { person: 'password-leaks' },
    source: 'apple/device-management, com.apple.mail.managed.yaml: for encrypted profiles alone',
    bad: '<key>IncomingPassword</key><string>correct horse</string>',
    good: '<key>OutgoingPasswordSameAsIncomingPassword</key><true/>',
    frame: frames.mail,
    *find(facts) {
      for (const { at, field, finding } of found(facts, 'password')) yield { at, field, key: finding.key };
      for (const { node, index } of facts.profile?.payloads ?? [])
        for (const key of ['SubCalAccountPassword', 'Password'])
          if (textAt(node, key) && !findsAt(facts, index, key))
            yield { at: node.entries.get(key)?.at, field: `PayloadContent[${index}].${key}`, key };
    },
  },
  'not-on-platform': {
    severity: 'warning',
    hurts: { apple: 'ignores' },
    source: 'apple/device-management, mdm/profiles: supportedOS; TopLevel.yaml: TargetDeviceType',
    bad: '<key>TargetDeviceType</key><integer>2</integer>',
    good: '<key>TargetDeviceType</key><integer>1</integer>',
    frame: frames.outer,
    *find(facts) {
      for (const { at, field, finding } of found(facts, 'not-on-platform'))
        yield { at, field, what: finding.key, platforms: finding.expected };
    },
  },
  'payload-version': {
    severity: 'error',
    hurts: { apple: 'refuses-file' },
    source:
      'apple/device-management, CommonPayloadKeys.yaml: the integer 1; what a device does with <real> is unverified',
    bad: '<key>PayloadVersion</key><real>1</real>',
    good: '<key>PayloadVersion</key><integer>1</integer>',
    frame: frames.mail,
    *find({ profile }) {
      if (profile === undefined) return;
      for (const node of [profile.node, ...profile.payloads.map((each) => each.node)]) {
        const entry = node.entries.get('PayloadVersion');
        if (entry !== undefined && (entry.node.type !== 'integer' || entry.node.value !== 1))
          yield { at: entry.at, field: 'PayloadVersion' };
      }
    },
  },
  'unknown-type': {
    severity: 'warning',
    hurts: { apple: 'sets-up-less' },
    source:
      'apple/device-management, mdm/profiles (iOS 18.1, macOS 15.1): payloadtype; whether a device then takes the rest is unverified',
    bad: 'com.apple.mail.manged',
    good: 'com.apple.wifi.managed',
    frame: frames.type,
    *find({ profile }) {
      for (const payload of profile?.payloads ?? []) {
        const { type } = payload;
        // What is no Apple's is the domain of a program whose preferences it sets.
        if (type === '' || payloadTypes.has(type) || (!/^com\.apple\./i.test(type) && type.includes('.'))) continue;
        yield {
          ...placeOf(payload, 'PayloadType'),
          type: type.slice(0, 80),
          suggestion: nearest(type, [...payloadTypes]),
        };
      }
    },
  },
};

function* found({ profile }: MobileconfigFacts, what: SchemaFinding['what']) {
  for (const finding of profile?.schema ?? []) {
    if (finding.what !== what || profile === undefined) continue;
    yield { at: offsetOf(profile.node, finding.path), field: pathText(finding.path), finding };
  }
}

/** Of the key; of the dictionary in which it is missing. */
function offsetOf(root: Parameters<typeof nodeAt>[0], path: SchemaFinding['path']): number {
  const [last = ''] = path.slice(-1);
  const parent = nodeAt(root, path.slice(0, -1)) ?? root;
  return (typeof last === 'number' ? parent.items[last]?.at : parent.entries.get(last)?.at) ?? parent.at;
}

function findsAt({ profile }: MobileconfigFacts, index: number, key: string): boolean {
  return (profile?.schema ?? []).some(({ what, path }) => what === 'password' && path[1] === index && path[2] === key);
}
