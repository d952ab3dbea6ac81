import type { K9sRules } from './k9s-facts.ts';
import { k9sFrames as frames } from './k9s-frames.ts';

const REFUSED = { 'thunderbird-android': 'refuses-file' } as const;
const PARSER = 'Thunderbird for Android, SettingsFileParser.kt; seen when its code was run';
const UUID = /^[\da-f]{1,8}-[\da-f]{1,4}-[\da-f]{1,4}-[\da-f]{1,4}-[\da-f]{1,12}$/i;

/** Rules about the file as a whole. */
export const k9sFileRules: K9sRules<
  | 'not-well-formed'
  | 'doctype'
  | 'byte-order-mark'
  | 'root'
  | 'format'
  | 'version'
  | 'no-account'
  | 'uuid-missing'
  | 'uuid'
  | 'key-missing'
  | 'element-in-value'
  | 'global'
> = {
  'not-well-formed': {
    severity: 'error',
    hurts: REFUSED,
    source: 'XML 1.0 §2.1; seen when the code of Thunderbird for Android was run',
    bad: '<k9settings version="99" format="1"><accounts></k9settings>',
    good: frames.before(''),
    frame: frames.whole,
    *find({ xml }) {
      if (xml.kind === 'fault' && xml.what !== 'doctype') yield { at: xml.at, detail: xml.detail };
    },
  },
  doctype: {
    severity: 'warning',
    hurts: { 'thunderbird-android': 'misreads' },
    source:
      'seen when the code of Thunderbird for Android was run: it passes over the type, and entities of it become empty text',
    bad: '<!DOCTYPE k9settings>',
    good: '<?xml version="1.0" encoding="UTF-8"?>',
    frame: frames.before,
    *find({ xml }) {
      if (xml.kind === 'fault' && xml.what === 'doctype') yield { at: xml.at, detail: xml.detail };
    },
  },
  'byte-order-mark': {
    severity: 'error',
    hurts: REFUSED,
    source: 'seen when the code of Thunderbird for Android was run',
    bad: '\ufeff<?xml version="1.0" encoding="UTF-8"?>',
    good: '<?xml version="1.0" encoding="UTF-8"?>',
    frame: frames.before,
    *find({ content }) {
      if (content.marked || content.encoding?.startsWith('utf-16')) yield { at: 0 };
    },
  },
  root: {
    severity: 'error',
    hurts: REFUSED,
    source: PARSER,
    bad: '<k9:k9settings xmlns:k9="urn:x" version="99" format="1"></k9:k9settings>',
    good: frames.before(''),
    frame: frames.whole,
    *find({ settings }) {
      if (settings !== undefined && settings.root.name !== 'k9settings')
        yield { at: settings.root.at, value: settings.root.name };
    },
  },
  format: {
    severity: 'error',
    hurts: REFUSED,
    source: PARSER,
    bad: '<k9settings version="99" format="2">',
    good: '<k9settings version="99" format="1">',
    frame: frames.root,
    *find({ settings }) {
      const { root } = settings ?? {};
      const value = root?.attributes.format ?? '';
      if (root !== undefined && !/^\+?0*1$/.test(value)) yield { at: root.at, field: 'format', value };
    },
  },
  version: {
    severity: 'error',
    hurts: REFUSED,
    source: PARSER,
    bad: '<k9settings version="x" format="1">',
    good: '<k9settings version="99" format="1">',
    frame: frames.root,
    *find({ settings, version }) {
      const root = settings?.root;
      if (root !== undefined && version === undefined)
        yield { at: root.at, field: 'version', value: root.attributes.version ?? '' };
    },
  },
  'no-account': {
    severity: 'error',
    hurts: { 'thunderbird-android': 'in-vain' },
    source: 'Thunderbird for Android, SettingsImporter.kt; seen when its code was run',
    bad: '<k9settings version="99" format="1"><accounts/></k9settings>',
    good: frames.before(''),
    frame: frames.whole,
    *find({ settings }) {
      if (settings !== undefined && settings.accounts.length === 0) yield { at: settings.root.at };
    },
  },
  'uuid-missing': {
    severity: 'error',
    hurts: REFUSED,
    source: PARSER,
    bad: '<account>',
    good: '<account uuid="2b1f0e6a-6d6e-4c7e-9a55-0d3a6c1f4e10">',
    frame: frames.account,
    *find({ accounts }) {
      for (const { element, uuid, number } of accounts)
        if (uuid === undefined) yield { at: element.at, field: 'uuid', number };
    },
  },
  uuid: {
    severity: 'error',
    hurts: { 'thunderbird-android': 'refuses-account' },
    source: 'Thunderbird for Android, SettingsFileParser.kt: java.util.UUID.fromString; seen when its code was run',
    bad: '<account uuid="ada">',
    good: '<account uuid="2b1f0e6a-6d6e-4c7e-9a55-0d3a6c1f4e10">',
    frame: frames.account,
    *find({ accounts }) {
      const seen = new Set<string>();
      for (const { element, uuid, number } of accounts) {
        if (uuid === undefined) continue;
        if (!UUID.test(uuid) || seen.has(uuid)) yield { at: element.at, field: 'uuid', number, value: uuid };
        seen.add(uuid);
      }
    },
  },
  'key-missing': {
    severity: 'error',
    hurts: REFUSED,
    source: PARSER,
    bad: '<settings><value key="notifyNewMail">true</value><value>DELETE</value></settings>',
    good: '<settings><value key="notifyNewMail">true</value><value key="deletePolicy">DELETE</value></settings>',
    frame: frames.inAccount,
    *find({ settings }) {
      if (settings === undefined) return;
      const open = [settings.root];
      for (let element = open.pop(); element !== undefined; element = open.pop()) {
        if (element.name === 'value' && element.attributes.key === undefined) yield { at: element.at, field: 'key' };
        open.push(...element.children);
      }
    },
  },
  'element-in-value': {
    severity: 'warning',
    hurts: { 'thunderbird-android': 'misreads' },
    source: 'seen when the code of Thunderbird for Android was run: an element ends the value',
    bad: '<name>Example<b/> Mail</name>',
    good: '<name>Example Mail</name>',
    frame: frames.inAccount,
    *find({ accounts }) {
      for (const account of accounts) {
        const identities = account.identities.flatMap(({ children }) => children);
        const servers = account.servers.flatMap(({ element }) => element.children);
        for (const { name, children, at } of [...account.element.children, ...servers, ...identities])
          if (VALUES.has(name) && children.length > 0) yield { at, field: name, value: name };
      }
    },
  },
  global: {
    severity: 'warning',
    hurts: { 'thunderbird-android': 'changes-more' },
    source: 'Thunderbird for Android, SettingsImporter.kt',
    bad: '<global><value key="theme">DARK</value></global>',
    good: '',
    frame: frames.global,
    *find({ settings }) {
      const { global } = settings ?? {};
      if (global !== undefined && global.children.length > 0) yield { at: global.at };
    },
  },
};

const VALUES: ReadonlySet<string> = new Set([
  ...['name', 'host', 'port', 'connection-security', 'authentication-type', 'username', 'password', 'email'],
  'client-cert-alias',
]);
