import { frames } from './frames.ts';
import type { ConfigRules } from './rules-of.ts';

type Names =
  | 'not-well-formed'
  | 'doctype'
  | 'not-a-client-config'
  | 'several-providers'
  | 'version'
  | 'byte-order-mark'
  | 'encoding-undeclared'
  | 'encoding-not-utf8';

const DOCTYPE = /<!DOCTYPE[^>]*/;
const PROVIDER = `<emailProvider id="two.example"><domain>two.example</domain></emailProvider>`;

/** Rules about the file as a whole. */
export const fileRules: ConfigRules<Names> = {
  'not-well-formed': {
    severity: 'error',
    hurts: {
      thunderbird: 'refuses-file',
      'thunderbird-android': 'refuses-file',
      evolution: 'refuses-file',
      kmail: 'refuses-file',
      'delta-chat': 'refuses-file',
    },
    source: 'XML 1.0 §2.1',
    bad: '<clientConfig version="1.1"><emailProvider id="example.org"></clientConfig>',
    good: frames.before('<?xml version="1.0" encoding="UTF-8"?>'),
    frame: frames.whole,
    *find({ xml }) {
      if (xml.kind === 'fault' && xml.what !== 'doctype') yield { at: xml.at, detail: xml.detail };
    },
  },
  doctype: {
    severity: 'error',
    hurts: { 'thunderbird-android': 'misreads', evolution: 'misreads' },
    source:
      'GMarkup (GLib, gmarkup.c) and KXmlParser pass over what a document type declares, and know no entity of it: the file is refused, or the text is lost',
    bad: '<!DOCTYPE clientConfig>',
    good: '<?xml version="1.0" encoding="UTF-8"?>',
    frame: frames.before,
    *find({ xml }) {
      if (xml.kind === 'fault') {
        if (xml.what === 'doctype') yield { at: xml.at, detail: xml.detail };
        return;
      }
      const begin = xml.text.slice(0, xml.root.at);
      const found = DOCTYPE.exec(begin.replace(/<!--.*?-->/gs, (comment) => ' '.repeat(comment.length)));
      if (found !== null) yield { at: found.index, detail: found[0] };
    },
  },
  'not-a-client-config': {
    severity: 'error',
    hurts: { thunderbird: 'refuses-file', 'thunderbird-android': 'refuses-file', 'nextcloud-mail': 'refuses-file' },
    source: 'Thunderbird, readFromXML.sys.mjs',
    bad: '<clientConfig version="1.1"/>',
    good: frames.root('<clientConfig version="1.1">'),
    frame: frames.whole,
    *find({ config }) {
      if (config !== undefined && (config.root.name !== 'clientConfig' || config.providers.length === 0))
        yield { at: config.root.at };
    },
  },
  'several-providers': {
    severity: 'warning',
    hurts: { thunderbird: 'ignores', 'thunderbird-android': 'misreads', evolution: 'misreads' },
    source:
      'Thunderbird, readFromXML.sys.mjs (reads the first); Thunderbird for Android, RealAutoconfigParser.kt (the last); Evolution, e-mail-autoconfig.c (mixes all)',
    bad: PROVIDER,
    good: '',
    frame: frames.after,
    *find({ config }) {
      for (const { at } of config?.providers.slice(1) ?? []) yield { at, count: config?.providers.length ?? 0 };
    },
  },
  version: {
    severity: 'warning',
    hurts: { himalaya: 'refuses-file' },
    source:
      'draft-ietf-mailmaint-autoconfig-06; io-pim-discovery wants the attribute (what it does with another number is unverified)',
    bad: '<clientConfig version="2.0">',
    good: '<clientConfig version="1.1">',
    frame: frames.root,
    *find({ config }) {
      if (config?.root.name !== 'clientConfig') return;
      const { version = '' } = config.root.attributes;
      if (version !== '1.1' && version !== '1.2') yield { at: config.root.at, field: 'version', value: version };
    },
  },
  'byte-order-mark': {
    severity: 'error',
    hurts: { evolution: 'refuses-file', 'thunderbird-android': 'refuses-file' },
    source: 'GMarkup (GLib, gmarkup.c); KXmlParser of Android',
    bad: '\uFEFF<?xml version="1.0" encoding="UTF-8"?>',
    good: '<?xml version="1.0" encoding="UTF-8"?>',
    frame: frames.before,
    *find({ content: { marked, encoding } }) {
      if (marked && encoding === 'utf-8') yield { at: 0 };
    },
  },
  'encoding-undeclared': {
    severity: 'note',
    hurts: {},
    source: 'XML 1.0 §4.3.3: it is UTF-8 then, which people who read it do not see',
    bad: frames
      .names('<displayName>Éducation</displayName>\n    <displayShortName>École</displayShortName>')
      .replace(/^.*\n/, ''),
    good: frames.names('<displayName>Éducation</displayName>\n    <displayShortName>École</displayShortName>'),
    frame: frames.whole,
    *find({ content, xml }) {
      if (content.encoding === 'utf-8' && xml.kind === 'document' && xml.declaration === undefined) {
        const character = /[^\0-\x7f]/.exec(xml.text);
        if (character !== null) yield { at: character.index };
      }
    },
  },
  'encoding-not-utf8': {
    severity: 'error',
    hurts: { evolution: 'refuses-file', 'thunderbird-android': 'misreads' },
    source: 'GMarkup (GLib, gmarkup.c) reads UTF-8 alone; Thunderbird for Android takes every file for UTF-8',
    bad: '<?xml version="1.0" encoding="ISO-8859-1"?>',
    good: '<?xml version="1.0" encoding="UTF-8"?>',
    frame: frames.before,
    *find({ content, xml }) {
      const real = content.encoding ?? '';
      const declared = xml.kind === 'document' ? xml.declaration?.encoding : undefined;
      if (real !== 'utf-8') yield { at: 0, encoding: real };
      else if (declared !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(declared)) yield { at: 0, encoding: declared };
    },
  },
};
