import { Piscina } from 'piscina';
import { InputError, type Problem } from '../errors.ts';
import type { Person } from '../model/account.ts';
import type { Rows } from './batches.ts';
import type { Crew } from './crew.ts';
import type { Batch, Made, Packing, Said } from './work.ts';

/** What a worker answers. An error of its own would lose its problems on the way. */
export type WorkerAnswer =
  | { readonly made: readonly Made[] }
  | { readonly problems: readonly Problem[] }
  | { readonly defect: string };

export interface PoolOptions {
  /** The module that has `make`, for a batch. */
  readonly file: string;
  readonly threads: number;
  /** What each worker gets when it starts. */
  readonly orders: object;
  /** Who makes what is too little for workers to start. */
  readonly alone: Crew;
  /** Told when a worker has died; what it was at is made again. */
  readonly onDeath: (reason: string) => void;
  /** What is said of a person over whom a worker has died twice. */
  readonly died: Said;
}

/**
 * The room for what lives short, in megabytes. Left to itself it grows with what goes through, and two workers take a hundred megabytes more at the ten-thousandth person than at the
 * thousandth; so small it costs no time.
 */
const YOUNG = 2;

/** Makes files in other threads, each a batch at a time, from the first full batch on. */
export function poolCrew({ file, threads, orders, alone, onDeath, died }: PoolOptions): Crew {
  let pool: Piscina | undefined;
  let closed = false;
  const open = () =>
    new Piscina({
      ...{ filename: file, name: 'make', workerData: orders, minThreads: threads, maxThreads: threads },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
  const ask = async (people: readonly Person[], packing: Packing): Promise<readonly Made[] | 'died'> => {
    pool ??= open();
    const batch: Batch = { people, packing };
    let answer: WorkerAnswer;
    try {
      answer = await pool.run(batch);
    } catch (error) {
      // A run that ends ends its workers, too.
      if (closed) throw error;
      onDeath(error instanceof Error ? error.message : String(error));
      return 'died';
    }
    if ('problems' in answer) throw new InputError(answer.problems);
    if ('defect' in answer) throw new Error(answer.defect);
    return answer.made;
  };
  /** Whoever it is that a worker dies over, the others get their files. */
  const oneByOne = async (people: readonly Person[], packing: Packing): Promise<readonly Made[]> => {
    const made: Made[] = [];
    for (const person of people) {
      const own = await ask([person], packing);
      made.push(own === 'died' ? { refused: died } : (own[0] as Made)); // One for each.
    }
    return made;
  };
  return {
    hands: threads,
    make: async (rows: Rows, packing) => {
      const people = rows.verdicts.flatMap((verdict) => (verdict.do === 'make' ? [verdict.somebody.person] : []));
      if (pool === undefined && !rows.full) return alone.make(rows, packing);
      const first = await ask(people, packing);
      if (first !== 'died') return first;
      const again = await ask(people, packing);
      return again === 'died' ? oneByOne(people, packing) : again;
    },
    close: async () => {
      closed = true;
      await pool?.destroy();
    },
  };
}
