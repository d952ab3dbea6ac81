import { workerData } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { InputError } from '../errors.ts';
import type { WorkerAnswer } from '../many/pool.ts';
import { type Batch, type Made, makeFor, type Recipe } from '../many/work.ts';
import { type Orders, recipeOf } from './recipe.ts';

/* A thread that makes files for many people (many/pool.ts). It is a bundle of its own. */

let recipe: Promise<Recipe> | undefined;

/** Makes the files of these people, in their order. What is packed is given away and not copied: this thread keeps none of it. */
export async function make({ people, packing }: Batch): Promise<WorkerAnswer> {
  try {
    // Whoever starts the thread gives it its orders.
    recipe ??= recipeOf(workerData as Orders);
    const own = await recipe;
    return given(people.map((person) => makeFor(person, packing, own)));
  } catch (error) {
    if (error instanceof InputError) return { problems: error.problems };
    return { defect: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function given(made: readonly Made[]): WorkerAnswer {
  const memory = made.flatMap((each) => ('packed' in each && each.packed ? [each.packed.deflated.buffer] : []));
  const answer: WorkerAnswer = { made };
  if (memory.length === 0) return answer;
  // The pool opens it on the way: what comes out of `run` is the answer.
  return move({ [transferableSymbol]: memory, [valueSymbol]: answer }) as unknown as WorkerAnswer;
}
