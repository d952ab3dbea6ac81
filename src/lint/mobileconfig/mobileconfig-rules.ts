import { textAt } from '../../read/property-list.ts';
import { mobileconfigFrames as frames } from './mobileconfig-frames.ts';
import type { MobileconfigRules } from './mobileconfig-rules-of.ts';

/** Rules about the file as a whole. */
export const mobileconfigRules: MobileconfigRules<
  | 'not-well-formed'
  | 'doctype'
  | 'not-a-property-list'
  | 'not-a-profile'
  | 'binary'
  | 'byte-order-mark'
  | 'key-repeated'
  | 'encrypted'
  | 'scope'
  | 'removal-locked'
> = {
  'not-well-formed': {
    severity: 'error',
    hurts: { apple: 'refuses-file' },
    source: 'XML 1.0 §2.1',
    bad: '<plist version="1.0"><dict><key>PayloadType</key></plist>',
    good: frames.outer(''),
    frame: frames.whole,
    *find({ list }) {
      if (list?.kind !== 'fault' || ['doctype', 'shape', 'other-root'].includes(list.what)) return;
      yield { at: list.at, detail: list.detail };
    },
  },
  doctype: {
    severity: 'error',
    hurts: { person: 'not-trusted' },
    source: 'PropertyList-1.0.dtd is the one document type of property lists; another could bring entities and files',
    bad: '<!DOCTYPE plist [<!ENTITY host "imap.example.org">]>',
    good: '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    frame: frames.before,
    *find({ list }) {
      if (list?.kind === 'fault' && list.what === 'doctype') yield { at: list.at, detail: list.detail };
    },
  },
  'not-a-property-list': {
    severity: 'error',
    hurts: { apple: 'refuses-file' },
    source: 'PropertyList-1.0.dtd; plist(5) of macOS',
    bad: '<key>TargetDeviceType</key><integer>one</integer>',
    good: '<key>TargetDeviceType</key><integer>1</integer>',
    frame: frames.outer,
    *find({ list }) {
      if (list?.kind === 'fault' && list.what === 'shape') yield { at: list.at, detail: list.detail };
    },
  },
  'not-a-profile': {
    severity: 'error',
    hurts: { apple: 'refuses-file' },
    source: 'apple/device-management, TopLevel.yaml: PayloadType',
    bad: '<plist version="1.0"><dict><key>PayloadIdentifier</key><string>org.example.mail</string></dict></plist>',
    good: frames.outer(''),
    frame: frames.whole,
    *find({ list, profile }) {
      if (list?.kind === 'list' && profile === undefined) yield { at: list.root.at };
      if (list?.kind === 'fault' && list.what === 'other-root') yield { at: list.at };
    },
  },
  binary: {
    severity: 'warning',
    hurts: {},
    source: 'That devices take binary property lists as profiles is unverified',
    bad: 'bplist00\\xd1',
    good: frames.outer(''),
    frame: frames.bytes,
    *find({ envelope }) {
      if (envelope.kind === 'binary') yield {};
    },
  },
  'byte-order-mark': {
    severity: 'warning',
    hurts: {},
    source: 'Profiles of other makers begin with <?xml; with a mark in front they are unverified',
    bad: '\\xef\\xbb\\xbf<plist version="1.0"><dict><key>PayloadType</key><string>Configuration</string></dict></plist>',
    good: frames.outer(''),
    frame: frames.bytes,
    *find({ content }) {
      if (content.marked) yield { at: 0 };
    },
  },
  'key-repeated': {
    severity: 'warning',
    hurts: {},
    source: 'Which of the two a device reads is unverified',
    bad: '<key>PayloadScope</key><string>User</string>\n<key>PayloadScope</key><string>User</string>',
    good: '<key>PayloadScope</key><string>User</string>',
    frame: frames.outer,
    *find({ list }) {
      if (list?.kind === 'list') for (const { key, at } of list.repeated) yield { at, field: key, key };
    },
  },
  encrypted: {
    severity: 'note',
    hurts: {},
    source: 'apple/device-management, TopLevel.yaml: IsEncrypted',
    bad: '<key>IsEncrypted</key><true/>',
    good: '<key>PayloadScope</key><string>User</string>',
    frame: frames.outer,
    *find({ profile }) {
      const entry = profile?.node.entries.get('IsEncrypted');
      if (entry?.node.value === true) yield { at: entry.at, field: 'IsEncrypted' };
    },
  },
  scope: {
    severity: 'warning',
    hurts: { apple: 'sets-up-less' },
    source: 'apple/device-management, com.apple.mail.managed.yaml: on macOS the user channel alone has it',
    bad: '<key>PayloadScope</key><string>System</string>',
    good: '<key>PayloadScope</key><string>User</string>',
    frame: frames.outer,
    *find({ profile }) {
      if (profile === undefined || textAt(profile.node, 'PayloadScope') !== 'System') return;
      const account = profile.payloads.find(({ type }) => ACCOUNTS.test(type));
      if (account === undefined) return;
      yield { at: profile.node.entries.get('PayloadScope')?.at, field: 'PayloadScope', type: account.type };
    },
  },
  'removal-locked': {
    severity: 'note',
    hurts: {},
    source: 'apple/device-management, TopLevel.yaml: PayloadRemovalDisallowed',
    bad: '<key>PayloadRemovalDisallowed</key><true/>',
    good: '<key>PayloadRemovalDisallowed</key><false/>',
    frame: frames.outer,
    *find({ profile }) {
      const entry = profile?.node.entries.get('PayloadRemovalDisallowed');
      if (entry?.node.value === true) yield { at: entry.at, field: 'PayloadRemovalDisallowed' };
    },
  },
};

/** Payloads that a Mac takes for a person alone. */
const ACCOUNTS =
  /^com\.apple\.(?:mail\.managed|caldav\.account|carddav\.account|ldap\.account|ews\.account|webClip\.managed)$/;
