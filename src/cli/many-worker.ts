import { workerData } from 'node:worker_threads';
import { InputError } from '../errors.ts';
import type { WorkerAnswer } from '../many/pool.ts';
import { type Batch, makeFor, type Recipe } from '../many/work.ts';
import { type Orders, recipeOf } from './recipe.ts';

/* A thread that makes files for many people (many/pool.ts). It is a bundle of its own. */

let recipe: Promise<Recipe> | undefined;

/** Makes the files of these people, in their order. */
export async function make({ people, packing }: Batch): Promise<WorkerAnswer> {
  try {
    // Whoever starts the thread gives it its orders.
    recipe ??= recipeOf(workerData as Orders);
    const own = await recipe;
    return { made: people.map((person) => makeFor(person, packing, own)) };
  } catch (error) {
    if (error instanceof InputError) return { problems: error.problems };
    return { defect: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
