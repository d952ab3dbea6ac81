import { frames } from './frames.ts';
import type { ConfigRules } from './rules-of.ts';

/** Rules about the file as a whole. */
export const fileRules: ConfigRules<'not-well-formed' | 'doctype' | 'not-a-client-config' | 'id-syntax'> = {
  'not-well-formed': {
    severity: 'error',
    hurts: {
      thunderbird: 'refuses-file',
      'thunderbird-android': 'refuses-file',
      evolution: 'refuses-file',
      kmail: 'refuses-file',
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
    hurts: { evolution: 'refuses-file', 'thunderbird-android': 'refuses-file' },
    source: 'GMarkup knows no document type (GLib, gmarkup.c)',
    bad: '<!DOCTYPE clientConfig>',
    good: '<?xml version="1.0" encoding="UTF-8"?>',
    frame: frames.before,
    *find({ xml }) {
      if (xml.kind === 'fault' && xml.what === 'doctype') yield { at: xml.at, detail: xml.detail };
    },
  },
  'not-a-client-config': {
    severity: 'error',
    hurts: { thunderbird: 'refuses-file', 'thunderbird-android': 'refuses-file' },
    source: 'Thunderbird, readFromXML.sys.mjs',
    bad: '<clientConfig version="1.1"/>',
    good: frames.root('<clientConfig version="1.1">'),
    frame: frames.whole,
    *find({ config }) {
      if (config !== undefined && (config.root.name !== 'clientConfig' || config.providers.length === 0))
        yield { at: config.root.at };
    },
  },
  'id-syntax': {
    severity: 'error',
    hurts: { thunderbird: 'refuses-file', 'thunderbird-android': 'refuses-file' },
    source: 'Thunderbird, readFromXML.sys.mjs: sanitize.hostname of the id',
    bad: '<emailProvider>',
    good: '<emailProvider id="example.org">',
    frame: frames.provider,
    *find({ config }) {
      for (const { at, attributes } of config?.providers ?? [])
        if (!/^[a-z\d][a-z\d.-]*$/i.test(attributes.id ?? '')) yield { at, value: attributes.id ?? '' };
    },
  },
};
