import { PROFILE, type RegRules } from './reg-facts.ts';
import { regFrames as frames } from './reg-frames.ts';

const EXPORT = 'as regedit exports it (Microsoft KB 310516)';
const HKCU = '[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook';

/** Rules about the file as regedit reads it. */
export const regFileRules: RegRules<
  'header' | 'encoding' | 'line-ends' | 'syntax' | 'hive' | 'backslash' | 'nothing-of-outlook'
> = {
  header: {
    severity: 'error',
    hurts: { windows: 'refuses-file' },
    source: EXPORT,
    bad: 'Windows Registry Editor Version 6.00',
    good: 'Windows Registry Editor Version 5.00',
    frame: frames.header,
    *find({ file }) {
      if (file.header === undefined) yield { at: 0 };
    },
  },
  encoding: {
    severity: 'error',
    hurts: { windows: 'misreads' },
    source: EXPORT,
    bad: 'UTF-8',
    good: 'UTF-16LE with a byte-order mark',
    frame: frames.encoding,
    *find({ content }) {
      const { encoding = '', marked, text = '' } = content;
      if (encoding === 'utf-16le' && marked) return;
      const foreign = text.search(/[^\0-\x7f]/);
      if (marked || encoding.startsWith('utf-16') || foreign >= 0)
        yield { at: Math.max(foreign, 0), encoding: encoding.toUpperCase() };
    },
  },
  'line-ends': {
    severity: 'warning',
    hurts: { windows: 'misreads' },
    source: EXPORT,
    bad: 'LF',
    good: 'CR LF',
    frame: frames.lineEnds,
    *find({ content: { text = '' } }) {
      const bare = text.search(/(?<!\r)\n|\r(?!\n)/);
      if (bare >= 0) yield { at: bare, what: 'CR LF' };
      else if (!/^[^\r]*\r\n\r\n/.test(text)) yield { at: 0, what: '' };
      else if (!text.endsWith('\r\n')) yield { at: text.length, what: 'CR LF' };
    },
  },
  syntax: {
    severity: 'error',
    hurts: { windows: 'ignores' },
    source: EXPORT,
    bad: `${HKCU}\\AutoDiscover]\n"PreferLocalXML"=1`,
    good: `${HKCU}\\AutoDiscover]\n"PreferLocalXML"=dword:00000001`,
    frame: frames.keys,
    *find({ file }) {
      for (const { at, line } of file.faults) yield { at, value: line };
    },
  },
  hive: {
    severity: 'error',
    hurts: { windows: 'ignores' },
    source: EXPORT,
    bad: '[HKCU\\Software\\Microsoft\\Office\\16.0\\Outlook\\AutoDiscover]',
    good: `${HKCU}\\AutoDiscover]`,
    frame: frames.keys,
    *find({ file }) {
      for (const { path, at } of file.keys)
        if (!/^HKEY_(?:CURRENT_USER|LOCAL_MACHINE|CLASSES_ROOT|USERS|CURRENT_CONFIG)(?:\\|$)/i.test(path))
          yield { at, value: path.split('\\', 1)[0] ?? '' };
    },
  },
  backslash: {
    severity: 'error',
    hurts: { windows: 'misreads' },
    source: `each backslash is written twice, ${EXPORT}`,
    bad: '"example.org"="C:\\a.xml"',
    good: '"example.org"="C:\\\\a.xml"',
    frame: frames.values,
    *find({ file }) {
      for (const { entries } of file.keys)
        for (const { name, at, loneBackslash } of entries) if (loneBackslash) yield { at, field: name, name };
    },
  },
  'nothing-of-outlook': {
    severity: 'note',
    hurts: {},
    source: 'the keys of Outlook are below Software\\Microsoft\\Office',
    bad: '[HKEY_CURRENT_USER\\Software\\Example]\n"a"="b"',
    good: `${HKCU}\\AutoDiscover]`,
    frame: frames.keys,
    *find({ file, outlook }) {
      if (outlook.length > 0 || file.keys.some(({ path }) => PROFILE.test(path))) return;
      if (file.keys.length > 0) yield { at: file.keys[0]?.at };
    },
  },
};
