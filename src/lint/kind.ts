import type { Problem } from '../errors.ts';
import type { Content } from '../read/content.ts';
import type { KindId } from '../read/file-kind.ts';
import { type FileSays, NOTHING_SAID } from './common/file-says.ts';
import type { Rule } from './lint-rule.ts';
import type { Hurts, Party } from './parties.ts';

/** What one program would make of a file: what `--as` tells, and what is held against the program itself. */
export interface View {
  /** `takes`: it sets the mailbox up; `asks`: so too, but has to be told something; `refuses`: nothing comes of the file. */
  readonly outcome: 'takes' | 'asks' | 'refuses';
  /** The servers that it would use. */
  readonly incoming?: ViewedServer | undefined;
  readonly outgoing?: ViewedServer | undefined;
  /** Of which account of the file this is, from 1, where it has several. */
  readonly account?: number;
  /** Servers of the file that it leaves out, by their number there. */
  readonly skipped?: readonly number[];
}

/** In the words of the model; `undefined` where the program is left without. */
export interface ViewedServer {
  readonly protocol: string;
  readonly host: string;
  readonly port: number | undefined;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly authentication: string | undefined;
  /** With the variables of the format. */
  readonly login: string | undefined;
}

/** What a verdict depends on beside the file. */
export interface Circumstances {
  /** What is past then has expired. */
  readonly now: Date;
  /** The certificates of authorities that devices trust, in DER; without them nothing is said of who is trusted. */
  readonly roots?: () => readonly Uint8Array[];
}

/** How files of one kind are read and judged. */
export interface FileKind<Facts, Kept = never> {
  readonly id: KindId;
  /** @returns what rules look at: also of a file that no client can read, for that is what a rule says */
  readonly read: (content: Content, circumstances: Circumstances) => Facts | Promise<Facts>;
  /** The text in which the rules' offsets count. */
  readonly text: (facts: Facts) => string;
  readonly rules: readonly Rule<Facts>[];
  /** What it says that files of other kinds are held against. */
  readonly says?: (facts: Facts) => FileSays;
  /** What several files of one run say together. */
  readonly across?: Across<Facts, Kept>;
  /** A view is `undefined` where it is not known what the program would do. */
  readonly views?: Readonly<Partial<Record<Party, (facts: Facts) => View | undefined>>>;
}

/** Rules over several files of one kind. They look at what is kept of each, which is little: there may be many. */
export interface Across<Facts, Kept> {
  /** @returns `undefined` for a file that they have nothing to look at in */
  readonly keep: (facts: Facts) => Kept | undefined;
  /** Each yields what it has found in the last file alone: the others were looked at when they were the last. */
  readonly rules: readonly Rule<readonly Kept[]>[];
  /** Looked at when all files have been read: what one names may stand in a later one. Each finding names its file and line. */
  readonly ending?: readonly Rule<readonly Kept[]>[];
}

/** Where something is of which the text is no longer at hand. */
export interface EndPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A kind, whatever its facts are. */
export interface AnyKind {
  readonly id: KindId;
  /** Those over several files too. */
  readonly rules: readonly Rule[];
  /** @param before what was kept of the files of this kind that came before; that of this one is added */
  readonly judge: (content: Content, circumstances: Circumstances, before: unknown[], as?: Party) => Promise<Judged>;
  /** What all files say together. @param kept of all files of this kind */
  readonly end: (kept: unknown[]) => readonly (Judged['found'][number] & { readonly place: EndPlace })[];
}

/** What was found, in the order of the file. */
export interface Judged {
  readonly found: readonly {
    readonly rule: Rule;
    readonly at: number | undefined;
    readonly field: string | undefined;
    readonly hurts: Hurts;
    readonly details: Readonly<Record<string, string | number>>;
    readonly problem: Problem | undefined;
  }[];
  /** Where offsets count. */
  readonly text: string;
  readonly says: FileSays;
  readonly view: View | undefined;
}

/** Ties rules to what they look at. */
export function defineKind<Facts, Kept = never>(kind: FileKind<Facts, Kept>): AnyKind {
  const { id, read, text, rules, says, across, views } = kind;
  return {
    id,
    rules: [...rules, ...(across?.rules ?? []), ...(across?.ending ?? [])] as readonly Rule<never>[],
    end(kept) {
      // What stands in it was kept by this kind.
      const found = allFound(across?.ending ?? [], kept as Kept[]);
      return found.map(({ details: { path = '', line = 1, column = 1, ...details }, ...each }) => {
        return { ...each, details, place: { path: String(path), line: Number(line), column: Number(column) } };
      });
    },
    async judge(content, circumstances, before, as) {
      const facts = await read(content, circumstances);
      const kept = across?.keep(facts);
      // What stands in it was kept by this kind.
      const files = before as Kept[];
      if (kept !== undefined) files.push(kept);
      const viewOf = viewsOnce(facts, views ?? {});
      const own = allFound(rules, facts, viewOf);
      const found = kept === undefined ? own : [...own, ...allFound(across?.rules ?? [], files, viewOf)];
      return {
        found: found.toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0)),
        text: text(facts),
        says: says?.(facts) ?? NOTHING_SAID,
        view: as === undefined ? undefined : viewOf(as),
      };
    },
  };
}

type ViewOf = (party: Party) => View | undefined;

/** Most files have nothing wrong, and nobody asks for a view of them: each is made when it is asked for, and once. */
function viewsOnce<Facts>(facts: Facts, views: NonNullable<FileKind<Facts>['views']>): ViewOf {
  const made = new Map<Party, View | undefined>();
  return (party) => {
    if (!made.has(party)) made.set(party, views[party]?.(facts));
    return made.get(party);
  };
}

/** Everything that rules find. @param viewOf what programs would make of the file */
export function allFound<Facts>(
  rules: readonly Rule<Facts>[],
  facts: Facts,
  viewOf: ViewOf = () => undefined,
): Judged['found'] {
  const all: Judged['found'][number][] = [];
  for (const rule of rules)
    for (const { at, field, hurts = rule.hurts, spares = [], problem, ...details } of rule.find(facts))
      all.push({
        rule: rule as Rule<never>,
        at,
        field,
        hurts: without(hurts, [...spares, ...unhurt(hurts, details.number, viewOf)]),
        problem,
        // What is left of a finding is shown.
        details: details as Readonly<Record<string, string | number>>,
      });
  return all;
}

/** Programs whose view says that they do not do what the rule has of them: another value of the file stands in for the one that is wrong. */
function unhurt(hurts: Hurts, server: unknown, viewOf: ViewOf): Party[] {
  // Its keys are parties.
  return (Object.keys(hurts) as Party[]).filter((party) => {
    const effect = hurts[party];
    const skips = effect === 'skips-server' && typeof server === 'number';
    if (effect !== 'refuses-file' && effect !== 'refuses-account' && !skips) return false;
    const view = viewOf(party);
    if (view === undefined || view.outcome === 'refuses') return false;
    if (effect === 'refuses-account') return view.account === undefined || view.account === server;
    return effect === 'refuses-file' || view.skipped?.some((number) => number === server) === false;
  });
}

function without(hurts: Hurts, spared: readonly Party[]): Hurts {
  if (spared.length === 0) return hurts;
  // Keys of the same table.
  return Object.fromEntries(Object.entries(hurts).filter(([party]) => !spared.includes(party as Party)));
}
