import { type Content, contentOf } from '../../read/content.ts';
import { glibEntry } from '../../read/glib-key-file.ts';
import { positionsIn } from '../../read/lines.ts';
import type { Across } from '../kind.ts';
import { defineRules, type RuleOf } from '../lint-rule.ts';
import type { en } from '../unix/words.en.ts';
import { unixWords } from '../unix/words.ts';
import type { SourceFacts } from './source-facts.ts';

/** What is kept of a source: what it is called, and which it names. */
interface Kept {
  readonly uid: string;
  readonly links: readonly {
    readonly key: string;
    readonly value: string;
    readonly path: string;
    readonly line: number;
    readonly column: number;
  }[];
}

/** An account is three files: fewer are no set, of which one could be missing. */
const SET = 3;

/** Sources that are there without a file of the person (evolution-data-server, builtin sources and stubs). */
const BUILT_IN = /-stub$|^(?:local|vfolder|birthdays|system-[a-z-]+)$/;

const KEYS = [
  ['Data Source', 'Parent'],
  ['Mail Account', 'IdentityUid'],
  ['Mail Submission', 'TransportUid'],
] as const;

const rules: { readonly [N in keyof typeof en.sourceSet]: RuleOf<readonly Kept[], (typeof en.sourceSet)[N]> } = {
  'uid-unknown': {
    severity: 'error',
    hurts: { evolution: 'sets-up-less' },
    source: 'evolution-data-server: a source is called as its file, without .source',
    bad: 'ods-sending',
    good: 'ods-transport',
    frame: (name) => [
      sourceFile('ods-account', '[Mail Account]\nBackendName=imapx\nIdentityUid=ods-identity', SERVER),
      sourceFile('ods-identity', `[Mail Identity]\nAddress=ada@example.org\n\n[Mail Submission]\nTransportUid=${name}`),
      sourceFile('ods-transport', '[Mail Transport]\nBackendName=smtp', SERVER.replace('993', '465')),
    ],
    *find(files) {
      if (files.length < SET) return;
      const known = new Set(files.map(({ uid }) => uid));
      for (const { links } of files)
        for (const { key, value, ...place } of links)
          if (!known.has(value) && !BUILT_IN.test(value)) yield { ...place, field: key, key, value };
    },
  },
};

const SERVER = `
[Authentication]
Host=mail.example.org
Method=PLAIN
Port=993
User=ada@login.example

[Security]
Method=ssl-on-alternate-port
`;

function sourceFile(uid: string, ...parts: readonly string[]): Content {
  const parent = uid === 'ods-account' ? '' : 'ods-account';
  const text = `[Data Source]\nDisplayName=ODS\nEnabled=true\nParent=${parent}\n\n${parts.join('\n')}\n`;
  return contentOf(`${uid}.source`, new TextEncoder().encode(text));
}

/** Sources of one run. */
export const sourcesTogether: Across<SourceFacts, Kept> = {
  keep({ content: { name, text = '' }, file }) {
    const position = positionsIn(text);
    const links = KEYS.flatMap(([group, key]) => {
      const entry = glibEntry(file, group, key);
      if (entry === undefined || entry.value === '') return [];
      return [{ key, value: entry.value, path: name, ...position(entry.valueAt) }];
    });
    return { uid: (name.split(/[/\\]/).at(-1) ?? '').replace(/\.source$/, ''), links };
  },
  rules: [],
  ending: defineRules('source', unixWords.sourceSet, rules),
};
