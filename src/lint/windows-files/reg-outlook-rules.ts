import { entryOf, PROFILE, type RegRules } from './reg-facts.ts';
import { regFrames as frames } from './reg-frames.ts';

const OUTLOOK = '[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook';
const AUTODISCOVER = 'Microsoft, “Unexpected Autodiscover behavior” (KB 2212902)';
/** Versions of Outlook that the page names: 2007, 2010, 2013, and 2016 with all that came later. */
const VERSIONS = ['12.0', '14.0', '15.0', '16.0'];

/** Rules about what Outlook makes of the values. */
export const regOutlookRules: RegRules<
  | 'key-deleted'
  | 'profile-written'
  | 'domain-value'
  | 'no-such-value'
  | 'expandable-path'
  | 'relative-path'
  | 'shared-path'
  | 'prefer-missing'
  | 'machine'
  | 'office-version'
  | 'office365-hidden'
  | 'first-run'
> = {
  'key-deleted': {
    severity: 'error',
    hurts: { outlook: 'changes-more' },
    source: AUTODISCOVER,
    bad: `[-${OUTLOOK.slice(1)}\\AutoDiscover]`,
    good: `${OUTLOOK}\\AutoDiscover]\n"example.org"=-`,
    frame: frames.keys,
    *find({ outlook }) {
      for (const { deleted, path, at } of outlook) if (deleted) yield { at, value: path };
    },
  },
  'profile-written': {
    severity: 'error',
    hurts: { outlook: 'misreads' },
    source: 'Microsoft, “MAPI is the only way to change profiles” (KB 266352)',
    bad: `${OUTLOOK}\\Profiles\\Example]\n"a"="b"`,
    good: `${OUTLOOK}\\AutoDiscover]`,
    frame: frames.keys,
    *find({ file }) {
      const told = new Set<string>();
      for (const { path, at } of file.keys) {
        // An export has hundreds of keys for each.
        const profile = PROFILE.exec(path)?.[0].toLowerCase();
        if (profile === undefined || told.has(profile)) continue;
        told.add(profile);
        yield { at };
      }
    },
  },
  'domain-value': {
    severity: 'error',
    hurts: { outlook: 'in-vain' },
    source: 'the name of the value is the domain of the address',
    bad: '"ada@example.org"="C:\\\\a.xml"',
    good: '"example.org"="C:\\\\a.xml"',
    frame: frames.onlyDomain,
    *find({ domains }) {
      for (const { name, at } of domains)
        if (!/^[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i.test(name.slice(0, 254)))
          yield { at, field: name, value: name };
    },
  },
  'no-such-value': {
    severity: 'note',
    hurts: { outlook: 'ignores' },
    source: AUTODISCOVER,
    bad: '"ExcludeSrvLookup"=dword:00000001',
    good: '"ExcludeSrvRecord"=dword:00000001',
    frame: frames.values,
    *find({ outlook }) {
      for (const key of outlook) {
        const entry = entryOf(key, 'ExcludeSrvLookup');
        if (entry !== undefined && entry.kind !== 'deleted') yield { at: entry.at, field: entry.name };
      }
    },
  },
  'expandable-path': {
    severity: 'warning',
    hurts: { outlook: 'in-vain' },
    source: 'only a text with the whole path is attested (unverified with Outlook)',
    bad: '"example.org"="%APPDATA%\\\\a.xml"',
    good: '"example.org"="C:\\\\a.xml"',
    frame: frames.values,
    *find({ domains }) {
      for (const { name, kind, text, textAt } of domains)
        if (kind === 'expandable' || (kind === 'string' && /%[^%\\]+%/.test(text)))
          yield { at: textAt, field: name, value: text };
    },
  },
  'relative-path': {
    severity: 'error',
    hurts: { outlook: 'in-vain' },
    source: AUTODISCOVER,
    bad: '"example.org"="autodiscover.xml"',
    good: '"example.org"="C:\\\\autodiscover.xml"',
    frame: frames.values,
    *find({ domains }) {
      for (const { name, kind, text, textAt } of domains)
        if (kind === 'string' && !/^(?:[a-z]:\\|\\\\|%)/i.test(text)) yield { at: textAt, field: name, value: text };
    },
  },
  'shared-path': {
    severity: 'warning',
    hurts: { person: 'wrong-server' },
    source: 'everybody on the computer may write below C:\\Users\\Public and make folders in C:\\ProgramData',
    bad: '"example.org"="C:\\\\Users\\\\Public\\\\a.xml"',
    good: '"example.org"="C:\\\\Program Files\\\\a.xml"',
    frame: frames.values,
    *find({ domains }) {
      for (const { name, text, textAt } of domains)
        if (/^[a-z]:\\(?:Users\\Public|ProgramData|Temp)\\/i.test(text)) yield { at: textAt, field: name, value: text };
    },
  },
  'prefer-missing': {
    severity: 'warning',
    hurts: { outlook: 'ignores' },
    source: AUTODISCOVER,
    bad: '"example.org"="C:\\\\a.xml"',
    good: '"example.org"="C:\\\\a.xml"\n"PreferLocalXML"=dword:00000001',
    frame: frames.onlyValues,
    *find({ domains }) {
      for (const { name, at, key, kind } of domains) {
        const prefer = entryOf(key, 'PreferLocalXML');
        const on = prefer?.kind === 'dword' && Number.parseInt(prefer.text, 16) !== 0;
        if (kind !== 'deleted' && !on) yield { at, field: name, name };
      }
    },
  },
  machine: {
    severity: 'warning',
    hurts: { outlook: 'ignores' },
    source: `${AUTODISCOVER}: the values are those of the user`,
    bad: '[HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Office\\16.0\\Outlook\\AutoDiscover]\n"ExcludeScpLookup"=dword:00000001',
    good: `${OUTLOOK}\\AutoDiscover]\n"ExcludeScpLookup"=dword:00000001`,
    frame: frames.keys,
    *find({ outlook }) {
      for (const { path, at, below } of outlook)
        if (/^HKEY_LOCAL_MACHINE\\/i.test(path) && (below === 'autodiscover' || below === 'setup')) yield { at };
    },
  },
  'office-version': {
    severity: 'warning',
    hurts: { outlook: 'in-vain' },
    source: 'Microsoft, “How to control Autodiscover via Group Policy” (KB 2612922)',
    bad: '[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\17.0\\Outlook\\AutoDiscover]',
    good: `${OUTLOOK}\\AutoDiscover]`,
    frame: frames.keys,
    *find({ outlook }) {
      for (const { version, at } of outlook)
        if (!VERSIONS.includes(version)) yield { at, value: version, values: VERSIONS.join(', ') };
    },
  },
  'office365-hidden': {
    severity: 'warning',
    hurts: { outlook: 'sets-up-less' },
    source: AUTODISCOVER,
    bad: '"ExcludeExplicitO365Endpoint"=dword:00000001',
    good: '"ExcludeExplicitO365Endpoint"=dword:00000000',
    frame: frames.values,
    *find({ outlook }) {
      for (const key of outlook) {
        const entry = entryOf(key, 'ExcludeExplicitO365Endpoint');
        if (entry?.kind === 'dword' && Number.parseInt(entry.text, 16) !== 0) yield { at: entry.at, field: entry.name };
      }
    },
  },
  'first-run': {
    severity: 'warning',
    hurts: { outlook: 'ignores' },
    source: 'Microsoft, cc179062: First-Run may not exist where ImportPRF is read',
    bad: '"ImportPRF"="C:\\\\account.prf"',
    good: '"ImportPRF"="C:\\\\account.prf"\n"First-Run"=-\n"FirstRun"=-',
    frame: frames.setup,
    *find({ outlook }) {
      for (const key of outlook) {
        const entry = key.below === 'setup' ? entryOf(key, 'ImportPRF') : undefined;
        if (entry === undefined || entry.kind === 'deleted') continue;
        const missing = ['First-Run', 'FirstRun'].filter((name) => entryOf(key, name)?.kind !== 'deleted');
        if (missing.length > 0) yield { at: entry.at, field: entry.name, names: missing.join(', ') };
      }
    },
  },
};
