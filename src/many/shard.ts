import { InputError } from '../errors.ts';
import { manyProblem } from './many-problem.ts';
import { digestWords } from './table.ts';

/** The part of all people that one of several machines looks after. */
export interface Shard {
  /** What is put into names of files: `2-of-4`. */
  readonly name: string;
  /** Is who has this name one of the part? */
  readonly has: (name: string) => boolean;
}

/** More machines than anybody has for this. */
const MOST = 10_000;

/** @param text I/N: the I-th of N parts, from 1. Everybody is in one of them, always in the same. @throws InputError */
export function shardOf(text: string | undefined): Shard | undefined {
  if (text === undefined) return undefined;
  const [, own = '', all = ''] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
  const [number, count] = [Number(own), Number(all)];
  if (own === '' || number < 1 || number > count || count > MOST)
    throw new InputError(manyProblem('many.shard', { value: text }));
  if (count === 1) return undefined;
  return { name: `${number}-of-${count}`, has: (name) => (digestWords(name, 1)[0] as number) % count === number - 1 };
}
