import type { Language } from '../model/account.ts';
import { speech } from './languages.ts';
import { type Either, type Filled, type NamesOf, prepare, type Values } from './text.ts';

/** Texts, as their authors write them: by key, in lists, and beside what is no text (is a step sure?). */
export type Tree = string | boolean | Either | readonly Tree[] | { readonly [key: string]: Tree };

/** The same texts in every language. */
export type Translations<English extends Tree> = Readonly<Record<Language, English>>;

/** Texts ready to be shown: a string where nothing is to be put in, and otherwise a function of the values. */
export type Bound<English> = English extends boolean
  ? boolean
  : English extends Either
    ? (values: Values<English>) => string
    : English extends string
      ? [NamesOf<English>] extends [never]
        ? string
        : (values: Values<English>) => string
      : English extends readonly (infer Item)[]
        ? readonly Bound<Item>[]
        : { readonly [Key in keyof English]: Bound<English[Key]> };

/** English, the source of every translation. */
export function source<const English extends Tree>(english: English): English {
  return english;
}

/**
 * A translation. A key that is missing, a key that English does not have, and a name of which the same is true do not compile, in their line.
 * Lists may have other lengths: a path through menus is as long as it is.
 */
export function translate<const English extends Tree, const Own>(
  _: English,
  own: Own extends Checked<English, Own> ? Own : Checked<English, Own>,
): English {
  // Its keys and names are those of English, and nothing reads more of the type: its words are never compared.
  return own as unknown as English;
}

/** Makes texts ready, with the typography of their language: once, and each of the outermost groups when it is first used. */
export function bind<English extends Tree & object>(words: English, language: Language): Bound<English> {
  let ready = known.get(words);
  if (ready === undefined) {
    ready = bindGroups(Object.entries(words), speech(language).typeset);
    known.set(words, ready);
  }
  // What is ready has the shape of `English`: `source` and `translate` have seen to that.
  return ready as Bound<English>;
}

const known = new WeakMap<object, Ready>();

/** A group of these words in every language. */
export function part<English extends { readonly [key: string]: Tree }, Key extends keyof English & string>(
  words: Translations<English>,
  key: Key,
): Translations<English[Key]> {
  const groups = Object.entries(words).map(([language, own]) => [language, own[key]]);
  return Object.fromEntries(groups) as Translations<English[Key]>;
}

/** The words of both in every language. */
export function joined<One extends Tree & object, Other extends Tree & object>(
  one: Translations<One>,
  other: Translations<Other>,
): Translations<One & Other> {
  const both = Object.entries(one).map(([language, own]) => [language, { ...own, ...other[language as Language] }]);
  // The languages of the one are those of the other.
  return Object.fromEntries(both) as Translations<One & Other>;
}

/** A text with its values put in, or a text that has none. */
export function say<Given extends object>(text: string | ((values: Given) => string), values: Given): string {
  return typeof text === 'string' ? text : text(values);
}

/** A group or a list of texts with its values put in; each text takes what it has a name for. */
export function filled<Group extends object, Given extends object>(group: Group, values: Given): FilledGroup<Group> {
  const fill = (text: unknown) => (typeof text === 'function' ? text(values) : text);
  if (Array.isArray(group)) return group.map(fill) as FilledGroup<Group>;
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(group)) result[key] = fill(group[key as keyof Group]);
  // It has the keys of the group.
  return result as FilledGroup<Group>;
}

/** A text without names is a string already. */
export type FilledGroup<Group> = Group extends readonly (infer Item)[]
  ? readonly FilledText<Item>[]
  : { readonly [Key in keyof Group]: FilledText<Group[Key]> };

type FilledText<Text> = Text extends (values: never) => string ? string : Text;

/** What a translation has to be; where it is not, what is wrong. */
type Checked<English, Own> = English extends boolean
  ? boolean
  : English extends string | Either
    ? Own extends string | Either
      ? CheckedText<NamesOf<English>, NamesOf<Own>>
      : string
    : English extends readonly (infer Item)[]
      ? Own extends readonly unknown[]
        ? { readonly [Index in keyof Own]: Checked<Item, Own[Index]> }
        : readonly string[]
      : {
          readonly [Key in keyof Own]: Key extends keyof English
            ? Checked<English[Key], Own[Key]>
            : 'English has no such text';
        } & { readonly [Key in keyof English]: unknown };

type CheckedText<English extends string, Own extends string> = [Exclude<Own, English>] extends [never]
  ? [Exclude<English, Own>] extends [never]
    ? string | Either
    : `{${Exclude<English, Own>}} is missing`
  : `English has no {${Exclude<Own, English>}}`;

type Ready = string | boolean | Filled | readonly Ready[] | { readonly [key: string]: Ready };

function bindTree(tree: Tree, typeset: (text: string) => string): Ready {
  if (typeof tree === 'boolean') return tree;
  if (typeof tree === 'string') return bindText(typeset(tree));
  if (isList(tree)) return tree.map((each) => bindTree(each, typeset));
  if (isEither(tree)) return bindEither(tree, typeset);
  const ready: Record<string, Ready> = {};
  for (const key of Object.keys(tree)) ready[key] = bindTree(tree[key] as Tree, typeset);
  return ready;
}

function bindText(text: string): string | Filled {
  if (!text.includes('{') && !text.includes('}')) return text;
  const { names, fill } = prepare(text);
  return names.length === 0 ? fill({}) : fill;
}

function bindEither({ given, present, absent }: Either, typeset: (text: string) => string): Filled {
  const [one, other] = [prepare(typeset(present)).fill, prepare(typeset(absent)).fill];
  return (values) => (isGiven(values[given]) ? one : other)(values);
}

/** Most runs use few of the groups: one is bound when it is asked for, and then whole, because pages ask for all of it and plain members are read fast. */
function bindGroups(groups: readonly [string, Tree][], typeset: (text: string) => string): Ready {
  const ready = {};
  for (const [key, tree] of groups) {
    if (typeof tree !== 'object') {
      Object.defineProperty(ready, key, { enumerable: true, value: bindTree(tree, typeset) });
      continue;
    }
    let bound: Ready | undefined;
    Object.defineProperty(ready, key, {
      enumerable: true,
      get() {
        bound ??= bindTree(tree, typeset);
        return bound;
      },
    });
  }
  return ready;
}

function isGiven(value: string | number | boolean | undefined): boolean {
  return value !== undefined && value !== '' && value !== 0 && value !== false;
}

function isList(tree: Tree): tree is readonly Tree[] {
  return Array.isArray(tree);
}

/** Is this a text with two forms, and no group that happens to have these keys? */
export function isEither(tree: Tree): tree is Either {
  return typeof tree === 'object' && 'given' in tree && 'present' in tree && 'absent' in tree;
}
