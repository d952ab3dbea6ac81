import type { Across } from '../kind.ts';
import { defineRules, type RuleOf } from '../lint-rule.ts';
import type { RegFacts } from './reg-facts.ts';
import { regFrames as frames } from './reg-frames.ts';
import type { together } from './reg-words.en.ts';
import { regTogetherWords } from './reg-words.ts';

/** What is kept of a registry file: the names of its values of Outlook. */
interface Kept {
  readonly path: string;
  /** In lower case, with the key; the name as it is written. */
  readonly sets: ReadonlyMap<string, string>;
  readonly deletes: ReadonlyMap<string, string>;
  readonly at: number | undefined;
}

/** Rules about the registry files of one run. */
const rules: { readonly [N in keyof typeof together]: RuleOf<readonly Kept[], (typeof together)[N]> } = {
  'remove-differs': {
    severity: 'warning',
    hurts: { person: 'changes-more' },
    source: 'whoever installs and removes has the values as before',
    bad: '"example.org"=-',
    good: '"example.org"=-\n"PreferLocalXML"=-',
    frame: frames.installedAndRemoved,
    *find(files) {
      const last = files.at(-1);
      if (last === undefined) return;
      for (const other of files.slice(0, -1)) {
        const [installer, remover] = isRemover(last) ? [other, last] : [last, other];
        if (!isRemover(remover) || isRemover(installer) || !overlap(installer, remover)) continue;
        const left = namesBut(installer.sets, remover.deletes);
        const more = namesBut(remover.deletes, installer.sets, installer.deletes);
        const names = [...left, ...more];
        if (names.length === 0) continue;
        yield { at: last.at, file: other.path, names: names.slice(0, 5).join(', ') };
        return;
      }
    },
  },
};

function isRemover({ sets, deletes }: Kept): boolean {
  return sets.size === 0 && deletes.size > 0;
}

function overlap({ sets }: Kept, { deletes }: Kept): boolean {
  return [...sets.keys()].some((name) => deletes.has(name));
}

function namesBut(names: Kept['sets'], ...others: readonly Kept['sets'][]): string[] {
  return [...new Set([...names].filter(([key]) => !others.some((other) => other.has(key))).map(([, name]) => name))];
}

export const registryTogether: Across<RegFacts, Kept> = {
  keep({ content, outlook }) {
    const sets = new Map<string, string>();
    const deletes = new Map<string, string>();
    for (const { path, entries, below } of outlook) {
      if (below !== 'autodiscover' && below !== 'setup') continue;
      for (const { name, kind } of entries)
        (kind === 'deleted' ? deletes : sets).set(`${path}\\${name}`.toLowerCase(), name);
    }
    if (sets.size + deletes.size === 0) return undefined;
    return { path: content.name, sets, deletes, at: outlook[0]?.at };
  },
  rules: defineRules('reg', regTogetherWords, rules),
};
