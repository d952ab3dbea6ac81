import type { Bundle } from '../bundle/bundle.ts';
import type { Guides } from '../bundle/guides.ts';
import { describe, InputError, isProblem, type Problem } from '../errors.ts';
import type { Account, Language, Person } from '../model/account.ts';
import { filesOf } from '../sinks/folder.ts';
import { folderName } from '../sinks/folder-name.ts';
import { type Packed, pack } from '../sinks/packed.ts';
import { writeArchive } from '../sinks/person-archive.ts';
import { writeFresh } from '../sinks/person-folder.ts';
import { manyProblem } from './many-problem.ts';

/** How a person's files are handed to who puts them in their place. */
export type Packing =
  | { readonly as: 'nothing' }
  | { readonly as: 'parts' }
  | { readonly as: 'folders'; readonly into: string }
  | { readonly as: 'archives'; readonly into: string };

/** People whose files are made in one go. */
export interface Batch {
  readonly people: readonly Person[];
  readonly packing: Packing;
}

/** A problem as a person reads it: what it is made of stays where the texts are. */
export interface Said {
  readonly code: string;
  readonly message: string;
}

/** A format that could not be made for a person. */
export interface SaidLeftOut extends Said {
  readonly client: string;
  readonly format: string;
}

/** What came of one of them. Plain data: it may come from a worker. */
export type Made = { readonly refused: Said } | MadeFiles;

export interface MadeFiles {
  readonly leftOut: readonly SaidLeftOut[];
  /** The files, where nobody has written them yet. */
  readonly packed?: Packed;
}

/** What stands for everybody of a run. */
export interface Recipe {
  readonly resolve: (person: Person) => Account;
  readonly bundle: (account: Account) => Bundle;
  /** Is something in it that was asked for? */
  readonly isServed: (bundle: Bundle) => boolean;
  /** Those to which the bundles lead. */
  readonly guides: Guides | undefined;
  /** Of messages. */
  readonly language: Language;
}

/** Makes the files of one person of a batch. @throws InputError where nothing can be written any more */
export function makeFor(
  person: Person,
  packing: Packing,
  { resolve, bundle, isServed, language }: Omit<Recipe, 'guides'>,
): Made {
  const said = (problem: Problem): Said => ({ code: problem.code, message: describe(problem, language) });
  if (packing.as === 'nothing') return { leftOut: [] };
  const account = resolved(person, resolve);
  if (isProblem(account)) return { refused: said(account) };
  const made = bundle(account);
  if (!isServed(made)) return { refused: said(made.leftOut[0]?.problem ?? manyProblem('many.nothing', {})) };
  const { files } = filesOf(made);
  const leftOut = made.leftOut.map(({ client, format, problem }) => ({ client, format, ...said(problem) }));
  const name = folderName(account.address);
  if (packing.as === 'folders') writeFresh(packing.into, name, files);
  if (packing.as === 'folders') return { leftOut };
  const packed = pack(name, files);
  if (packing.as === 'parts') return { leftOut, packed };
  writeArchive(packing.into, name, packed);
  return { leftOut };
}

/** It was resolved before, so it is a rare one that cannot be now: a profile that was changed meanwhile. */
function resolved(person: Person, resolve: Recipe['resolve']): Account | Problem {
  try {
    return resolve(person);
  } catch (error) {
    if (error instanceof InputError) return error.problems[0] as Problem; // There is no such error without one.
    throw error;
  }
}
