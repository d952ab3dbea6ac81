import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { describe, InputError, problem } from '../errors.ts';
import { alone, type Crew } from '../many/crew.ts';
import { digest, digestOf } from '../many/digest.ts';
import { manyProblem, manyWarning } from '../many/many-problem.ts';
import type { Remake } from '../many/parts-sink.ts';
import { placesOf } from '../many/places.ts';
import { remadeFrom } from '../many/remake.ts';
import { runMany } from '../many/run-many.ts';
import { makeJudge, nameOf } from '../many/screen.ts';
import { openDryStage, openStage, type Stage } from '../many/stage.ts';
import type { Recipe } from '../many/work.ts';
import type { Person } from '../model/account.ts';
import { openSource, type Row } from '../people/source.ts';
import { recover } from '../sinks/leftovers.ts';
import { type HeldSignals, holdSignals } from '../sinks/signals.ts';
import { version } from '../version.ts';
import { texts } from '../words/index.ts';
import { checkOf } from './many-check.ts';
import type { ManyFlags } from './many-flags.ts';
import { manyOptionsOf, sourceOptionsOf } from './many-options.ts';
import { type Talk, talkOf } from './many-talk.ts';
import { loadProfiles } from './profiles.ts';
import { linkOf, type Orders, recipeOf } from './recipe.ts';
import { type SignFlags, signOrdersOf } from './sign.ts';
import { type ExitCode, exitCode, type Terminal } from './terminal.ts';

export interface GenerateManyOptions {
  /** What `--from` says. */
  readonly from: string;
  readonly flags: ManyFlags;
  /** Ids, files or folders; all shipped profiles where empty. */
  readonly profiles: readonly string[];
  /** Ids of clients; all where empty. */
  readonly clients: readonly string[];
  readonly templates: string | undefined;
  readonly sign: SignFlags;
  /** What is said of everybody of whom the list does not say it. */
  readonly everybody: Pick<Person, 'role' | 'language'>;
  readonly out: string;
  /** Letters of many people in one file, too. */
  readonly letters: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/**
 * `facteur generate --from`: writes files for everybody of a list, goes on where an earlier run ended, and reports on each row.
 * @returns `no` where a row was refused, or where something else stands in the place of a person's files
 * @throws InputError for what makes the whole impossible
 */
export async function generateMany(options: GenerateManyOptions, terminal: Terminal): Promise<ExitCode> {
  const { out, dryRun, json, flags, from } = options;
  if (out.trim() === '') throw new InputError(problem('out.empty', {}));
  collectEarly();
  const many = manyOptionsOf(flags, out);
  const { limit, shard, update, layout } = many;
  const check = await checkOf(many.check, dryRun);
  const loaded = await loadProfiles(options.profiles, terminal.warn);
  const profiles = loaded.map(({ profile }) => profile);
  const named = options.profiles.length > 0;
  const { language } = terminal;
  const sign = await signOrdersOf(options.sign, terminal);
  const orders = {
    sign,
    ...{ profiles, profileNamed: named, kit: many.kit, layout, language },
    ...{ everybody: options.everybody, clients: options.clients, templates: options.templates },
  };
  const recipe = await recipeOf(orders);
  // The time is none of it, or every night all would be signed anew.
  const signature = sign && [sign.credentials.certificate, sign.credentials.chain, options.sign['sign-time']];
  const basis = digest(JSON.stringify([version, recipe.templates, options.clients, many.kit, layout, signature]));
  const source = await openSource(from, {
    ...sourceOptionsOf(flags),
    input: process.stdin,
    note: (note) => terminal.say(describe(note, language)),
    warn: (warning) => terminal.warn([warning]),
  });
  const talk = await talkOf(terminal, json, dryRun);
  const places = placesOf(out, layout, shard);
  const head = {
    source: source.id,
    profiles: named ? profiles.map(({ id }) => id).sort() : [],
    layout,
    ...(shard && { shard: shard.name }),
  };
  const damagedIn = (path: string, folders: ReadonlySet<string>) =>
    terminal.warn([manyWarning('many.remade', { path, folders: [...folders].slice(0, 10).join(', ') })]);
  const remake: Remake = (folders, path) => {
    damagedIn(path, folders);
    return remadeFrom(source.rows(signals.signal), folders, recipe, (account) => digestOf(account, basis));
  };
  const letters = options.letters ? { linkOf, resolve: recipe.resolve } : undefined;
  const signals = holdSignals();
  const crew = await crewOf(many.workers, orders, recipe, signals, talk);
  let begun: Begun | undefined;
  let stage: Stage | undefined;
  try {
    // What is wrong with the whole of a source shows at its first row: nothing is written before.
    begun = await begin(source.rows(signals.signal), from === '-' ? 'stdin' : from);
    signals.refuse();
    const { rows } = begun;
    for (const { did, path } of await recover(places.folder, dryRun)) {
      const words = texts(language).cli;
      terminal.say((dryRun ? words.wouldRecover : words.recovered)[did]({ path }));
    }
    stage = dryRun
      ? await openDryStage({ places, head })
      : await openStage({ places, head, guides: recipe.guides, letters, update, remake, signed: sign !== undefined });
    const { journal, sink, report, settled, end } = stage;
    talk.begin(limit ?? (await source.size?.()));
    const outcome = await runMany({
      ...{ rows, limit, sink, journal, language, letters: stage.letters },
      screen: makeJudge({
        ...{ update, shard },
        resolve: recipe.resolve,
        digest: (account) => digestOf(account, basis),
        guides: recipe.guides?.folderFor,
        entry: journal.entry,
        isThere: sink.isThere,
      }),
      crew,
      refuse: signals.refuse,
      watch: {
        row: (row, where, somebody) => {
          report(row);
          check?.add(row, where, somebody);
          talk.row(row, where);
        },
        settled: (outcome) => {
          settled();
          talk.settled(outcome);
        },
      },
    });
    end();
    const checked = await check?.run({
      ...{
        places,
        layout,
        resolve: recipe.resolve,
        guides: recipe.guides,
        certificate: sign?.credentials.certificate,
        refuse: signals.refuse,
      },
      pathOf: ({ address }) => sink.pathOf({ address, part: journal.entry(nameOf(address))?.part ?? 0 }),
      tell: talk.fault,
    });
    talk.end(outcome, dryRun ? undefined : places.report, checked);
    signals.forget();
    const { refused, differs } = outcome.counts;
    return refused + differs + (checked?.faults ?? 0) === 0 ? exitCode.done : exitCode.no;
  } catch (error) {
    // What was done until then is told, too, where it can be.
    try {
      stage?.end();
    } catch {
      // A full disk takes no report either; why the run ended is the better thing to say.
    }
    talk.broken(stage?.sink.waiting() ?? 0);
    throw error;
  } finally {
    await crew.close();
    await begun?.close();
    await stage?.close();
    signals.release();
  }
}

/**
 * Garbage of this and of all threads that start later is collected as soon as there is some. Left to itself, V8 waits until there are tens of megabytes in each: what is made here lies in
 * byte arrays, which weigh little in its account. 270 MB were 170 by that with two workers, in the same time (`npm run bench:many`; V8 asks the flag anew at each collection).
 */
function collectEarly(): void {
  setFlagsFromString('--optimize-for-size');
}

/** Who makes the files. Workers are loaded where there are some. */
async function crewOf(
  threads: number,
  orders: Orders,
  recipe: Recipe,
  { refuse }: HeldSignals,
  talk: Talk,
): Promise<Crew> {
  const own = alone(recipe, refuse);
  if (threads === 0) return own;
  const { poolCrew } = await import('../many/pool.ts');
  const file = fileURLToPath(new URL('./many-worker.js', import.meta.url));
  const died = manyProblem('many.worker-died', {});
  const said = { code: died.code, message: describe(died, orders.language) };
  return poolCrew({ file, threads, orders, alone: own, onDeath: talk.death, died: said });
}

/** Rows of which the first has come. */
interface Begun {
  readonly rows: AsyncIterable<Row>;
  /** Lets go of the source, also where nobody has asked for a row. */
  readonly close: () => Promise<void>;
}

/**
 * @param file what a message calls the list
 * @throws InputError where it has nobody: then all would be gone of whom the journal knows
 */
async function begin(rows: AsyncIterable<Row>, file: string): Promise<Begun> {
  const iterator = rows[Symbol.asyncIterator]();
  const found = await iterator.next();
  if (found.done === true) throw new InputError(manyProblem('many.nobody', {}, { file }));
  let first: Promise<IteratorResult<Row>> | undefined = Promise.resolve(found);
  const next = () => {
    const found = first ?? iterator.next();
    first = undefined;
    return found;
  };
  const close = async () => {
    await iterator.return?.();
  };
  return {
    rows: { [Symbol.asyncIterator]: () => ({ next, return: async () => ({ done: true, value: undefined }) }) },
    close,
  };
}
