import type { Language } from '../model/account.ts';
import { either, prepare } from './text.ts';
import { type Bound, bind, isEither, type Tree } from './words.ts';

/** What is wrong with somebody's own text, and where: the keys on the way to it. */
export interface Misplaced {
  readonly path: readonly (string | number)[];
  /**
   * `key`: there is no such text. `missing`: an item of a list is without this one. `name`: the text takes no value of this name. `braces`: a brace stands alone.
   * `kind`: not a text, or not a list, where one is.
   */
  readonly what: 'key' | 'missing' | 'name' | 'braces' | 'kind';
  /** The key or the name; what may stand there, where it is of the wrong kind. */
  readonly value: string;
  /** The keys or names that there are. */
  readonly known: readonly string[];
}

/** Words with texts of somebody's own in the place of ours, and what of theirs has no place. */
export interface Overridden<Words> {
  readonly words: Words;
  readonly problems: readonly Misplaced[];
}

/**
 * Puts somebody's own texts in the place of ours. A text may leave a value of ours out, but not ask for one that it does not get; a text with two forms may be one;
 * a list is replaced as a whole, and each of its items has all that one of ours has. `words` stays as it was.
 * @param own the same keys, as many as are to be changed, as a YAML or JSON file gives them
 */
export function override<Words extends Tree>(words: Words, own: unknown): Overridden<Words> {
  const problems: Misplaced[] = [];
  // What is put in has the keys of `words` and takes the names of its texts.
  const merged = merge(words, own, [], problems) as Words;
  return { words: merged, problems };
}

/**
 * Words ready to be shown, with somebody's own texts in the place of ours, which have passed `override` before: once for each of them and ours, however
 * often they are asked for.
 */
export function bindOwn<English extends Tree & object>(
  words: English,
  own: unknown,
  language: Language,
): Bound<English> {
  if (typeof own !== 'object' || own === null) return bind(words, language);
  const merged = overridden.get(own) ?? new WeakMap<object, object>();
  overridden.set(own, merged);
  const known = merged.get(words) ?? override(words, own).words;
  merged.set(words, known);
  // Kept under the words whose keys it has.
  return bind(known as English, language);
}

const overridden = new WeakMap<object, WeakMap<object, object>>();

/** What stands in somebody's own texts under a key. */
export function ownPart(own: unknown, key: string): unknown {
  // Any object may be asked for any key that it has itself.
  return typeof own === 'object' && own !== null && Object.hasOwn(own, key)
    ? (own as Record<string, unknown>)[key]
    : undefined;
}

type Path = Misplaced['path'];

/** @param whole nothing of ours stays: what is not there is missing, or empty where it is a list */
function merge(tree: Tree, own: unknown, path: Path, problems: Misplaced[], whole = false): Tree {
  const wrong = (what: Misplaced['what'], value: string, known: readonly string[] = [], at = path) => {
    problems.push({ path: at, what, value, known });
    return tree;
  };
  if (typeof tree === 'boolean') return wrong('key', String(path.at(-1)));
  if (typeof tree === 'string' || isEither(tree)) {
    return typeof own === 'string' ? text(tree, own, wrong) : wrong('kind', 'text');
  }
  if (Array.isArray(tree)) {
    if (!Array.isArray(own)) return wrong('kind', 'list');
    const before = problems.length;
    // An item beyond ours is like our last. Where we have none, it is a text: a step that names nothing to tap.
    const list = own.map((each, index) =>
      merge(tree[Math.min(index, tree.length - 1)] ?? '', each, [...path, index], problems, true),
    );
    return problems.length === before ? list : tree;
  }
  if (typeof own !== 'object' || own === null || Array.isArray(own)) return wrong('kind', 'keys');
  const group = tree as Readonly<Record<string, Tree>>;
  const known = Object.keys(group).filter((key) => typeof group[key] !== 'boolean');
  const merged: Record<string, Tree> = { ...group };
  for (const key of whole ? known.filter((each) => !Object.hasOwn(own, each)) : []) {
    if (Array.isArray(group[key])) merged[key] = [];
    else wrong('missing', key, known);
  }
  for (const [key, value] of Object.entries(own)) {
    const [ours, at] = [Object.hasOwn(group, key) ? group[key] : undefined, [...path, key]];
    if (ours === undefined || !known.includes(key)) wrong('key', key, known, at);
    else merged[key] = merge(ours, value, at, problems, whole);
  }
  return merged;
}

function text(
  ours: Tree,
  own: string,
  wrong: (what: Misplaced['what'], value: string, known?: readonly string[]) => Tree,
) {
  const known = namesTakenBy(ours);
  const used = namesTakenBy(own);
  if (used === undefined) return wrong('braces', own);
  const stray = used.find((name) => !known?.includes(name));
  if (stray !== undefined) return wrong('name', stray, known);
  // Who shows ours gives it values: so it stays one that takes some.
  return isEither(ours) || known?.length !== 0 ? either('', own, own) : own;
}

/** The names of the values that a text shows; `undefined` where a brace stands alone. */
export function namesTakenBy(tree: Tree): readonly string[] | undefined {
  if (isEither(tree)) return [tree.present, tree.absent].flatMap((form) => namesTakenBy(form) ?? []);
  try {
    return prepare(String(tree)).names;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
