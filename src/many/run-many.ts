import { describe, isProblem, type Problem } from '../errors.ts';
import type { Language } from '../model/account.ts';
import type { Row } from '../people/source.ts';
import type { Placed } from '../sinks/person-folder.ts';
import { batches, type Rows } from './batches.ts';
import type { Crew } from './crew.ts';
import { cutText } from './cut-text.ts';
import type { Journal } from './journal.ts';
import type { LetterFiles } from './letter-files.ts';
import { manyProblem } from './many-problem.ts';
import type { ReportRow, Status } from './report.ts';
import { type Judge, nameOf, type Verdict, type Wanted } from './screen.ts';
import type { Made, MadeFiles, Packing, Said, SaidLeftOut } from './work.ts';

/** Where the files of many people go. */
export interface ManySink {
  readonly packing: Packing;
  /** Where somebody's files are, or will be, as the report says it. */
  readonly pathOf: (somebody: Pick<Wanted, 'address'> & { readonly part: number }) => string;
  /** Does what the journal has of somebody stand where it was put? */
  readonly isThere: (somebody: Wanted) => boolean;
  /** Puts what was made in its place; the journal gets its line when it stands there. */
  readonly place: (somebody: Wanted, made: MadeFiles) => Promise<{ readonly placed: Placed; readonly part: number }>;
  /** For how many people is what was made, and is told of as such, not in its place yet? */
  readonly waiting: () => number;
  /** What waits for more people waits no longer. */
  readonly finish: () => Promise<void>;
}

/** Who is told how it goes. */
export interface Watch {
  /** In the order of the source. */
  readonly row: (row: ReportRow, where: string, somebody?: Wanted) => void;
  /** After some rows each. */
  readonly settled: (outcome: Outcome) => void;
}

/** What has come of a run so far. */
export interface Outcome {
  readonly counts: Readonly<Record<Status, number>>;
  /** What could not be made, for how many people, and what it says of the first. */
  readonly leftOut: readonly (SaidLeftOut & { readonly people: number })[];
}

export interface ManyRun {
  readonly rows: AsyncIterable<Row>;
  readonly limit: number | undefined;
  readonly screen: Judge;
  readonly crew: Crew;
  readonly sink: ManySink;
  readonly journal: Journal;
  readonly letters: LetterFiles | undefined;
  /** Of messages. */
  readonly language: Language;
  /** Throws when the run is to end. */
  readonly refuse: () => void;
  readonly watch: Watch;
}

/**
 * Goes through the rows in their order and leaves each with a word in the report. While files are made for some people, the next rows are read, and no more than the crew has hands for.
 * @throws InputError for what ends a run: a source that breaks off, a place that cannot be written. All before it is told and stays.
 */
export async function runMany(run: ManyRun): Promise<Outcome> {
  const { screen, crew, refuse, limit, rows, watch } = run;
  const outcome = makeOutcome();
  const open: { readonly rows: Rows; readonly made: Promise<readonly Made[]> }[] = [];
  const settleFirst = async () => {
    const { rows, made } = open.shift() as (typeof open)[number]; // Asked only where there is one.
    await settle(rows, await made, run, outcome);
    // What is there is told before the run ends.
    watch.settled(outcome);
    refuse();
  };
  const source = batches(rows, screen.verdict, limit);
  let broken: { readonly error: unknown } | undefined;
  try {
    for (;;) {
      const next = await source.next().catch((error: unknown) => {
        broken = { error };
      });
      refuse();
      if (next === undefined || next.done === true) break;
      const made = crew.make(next.value, run.sink.packing);
      // Whoever waits for it hears of it; until then it is no unhandled one.
      made.catch(() => {});
      open.push({ rows: next.value, made });
      while (open.length > crew.hands) await settleFirst();
    }
    // Of a source that breaks off, what was read counts.
    while (open.length > 0) await settleFirst();
    await run.sink.finish();
    run.letters?.finish();
  } finally {
    await source.return(undefined);
  }
  if (broken !== undefined) throw broken.error;
  // Who was not looked for is not gone.
  if (limit === undefined) tellGone(run, outcome);
  watch.settled(outcome);
  return outcome;
}

async function settle(
  { verdicts }: Rows,
  made: readonly Made[],
  run: ManyRun,
  outcome: ReturnType<typeof makeOutcome>,
): Promise<void> {
  let next = 0;
  for (const verdict of verdicts) {
    const row = await settled(verdict, () => made[next++] as Made, run, outcome); // One for each that is to be made, in order.
    outcome.counts[row.status]++;
    if (verdict.do !== 'refuse' && row.status !== 'refused') run.letters?.add(verdict.somebody);
    run.watch.row(row, verdict.where, verdict.do === 'refuse' ? undefined : verdict.somebody);
  }
}

async function settled(
  verdict: Verdict,
  made: () => Made,
  { sink, language }: ManyRun,
  outcome: ReturnType<typeof makeOutcome>,
): Promise<ReportRow> {
  const { row } = verdict;
  if (verdict.do === 'refuse') {
    const [first] = verdict.problems;
    const message = verdict.problems.map((each) => describe(inRow(each), language)).join(' · ');
    return {
      row,
      address: cutText(verdict.given, LONGEST),
      login: verdict.login ?? '',
      status: 'refused',
      code: first?.code ?? '',
      message,
      path: '',
    };
  }
  const { somebody } = verdict;
  const { address, login, entry } = somebody;
  const as = (status: Status, said?: Said, part = entry?.part ?? 0): ReportRow => ({
    ...{ row, address, login, status, code: said?.code ?? '', message: said?.message ?? '' },
    path: status === 'refused' ? '' : sink.pathOf({ address, part }),
  });
  const say = (problem: Problem): Said => ({ code: problem.code, message: describe(problem, language) });
  const differs = () => as('differs', say(manyProblem('many.differs', {})));
  if (verdict.do === 'nothing') return as('unchanged');
  if (verdict.do === 'tell') return differs();
  const own = made();
  if ('refused' in own) return as('refused', own.refused);
  const { placed, part } = await sink.place(somebody, own);
  if (isPlacedProblem(placed)) return as('refused', say(placed));
  if (placed === 'differs') return differs();
  for (const each of own.leftOut) outcome.leaveOut(each);
  return as(placed, undefined, part);
}

/** No address is as long (RFC 5321 §4.5.3.1), and what a list gives in its place may be of any length. */
const LONGEST = 320;

/** The row says where it is; and the remedy, at the end of the text, is to be seen. */
function inRow({ place: { field }, ...problem }: Problem): Problem {
  const details = Object.entries(problem.details).map(([name, detail]) => [
    name,
    typeof detail === 'string' ? cutText(detail, LONGEST) : detail,
  ]);
  return { ...problem, details: Object.fromEntries(details), place: { field } };
}

function isPlacedProblem(placed: Placed): placed is Problem {
  return typeof placed === 'object' && isProblem(placed);
}

function tellGone({ journal, screen, sink, watch }: ManyRun, outcome: ReturnType<typeof makeOutcome>): void {
  for (const { address, login, part = 0 } of journal.lines()) {
    if (screen.isListed(nameOf(address))) continue;
    outcome.counts.gone++;
    const path = sink.pathOf({ address, part });
    watch.row({ row: '', address, login, status: 'gone', code: '', message: '', path }, path);
  }
}

function makeOutcome() {
  const leftOut = new Map<string, SaidLeftOut & { people: number }>();
  return {
    counts: { created: 0, unchanged: 0, updated: 0, differs: 0, refused: 0, gone: 0 } as Record<Status, number>,
    leaveOut: (each: SaidLeftOut) => {
      const key = `${each.client}/${each.format} ${each.code}`;
      const known = leftOut.get(key);
      if (known === undefined) leftOut.set(key, { ...each, people: 1 });
      else known.people++;
    },
    get leftOut() {
      return [...leftOut.values()];
    },
  };
}
