import type { Account } from '../model/account.ts';
import { type Marks, marksFor, type PersonValues } from './marks.ts';
import { accountOf, type Layout, layoutOf, personsLike } from './person.ts';
import type { Pieces } from './pieces.ts';

/** Somebody, for whom a text is made. */
export interface StandIn {
  readonly account: Account;
  readonly where: string;
  readonly values: PersonValues;
}

/** All whose accounts are laid out in the same way. */
export interface Everybody {
  /** Texts that are prepared for them, or will be, by what they are. */
  readonly texts: Map<object | string, Progress>;
  /** Made when the first text is prepared. */
  readonly stand: () => Substitutes;
  /** So many bytes more are kept for them. */
  readonly keeps: (bytes: number) => void;
  /** Something of theirs is asked for. */
  readonly used: () => void;
}

interface Substitutes {
  readonly marks: Marks;
  /** Their account, with marks in the place of the person. */
  readonly account: Account;
  readonly where: string;
  /** Persons for whom both ways have to give the same. */
  readonly proofs: readonly StandIn[];
}

/** How far a text is prepared. */
export interface Progress {
  stage: number;
  /** For how many persons it was the same in both ways. */
  held: number;
  /** What the account with marks decides. */
  decided: string | undefined;
  /** `undefined` before it is made, and where it could not be. */
  pieces: Pieces | undefined;
}

/** Somebody among everybody whose account is laid out in the same way. */
export interface Somebody {
  readonly everybody: Everybody;
  /** Read when something is prepared. */
  readonly values: () => PersonValues;
}

/** Who that is; `undefined` where a value of theirs is not usual. What is made of an account is made in a row: of the last one it is known. */
export function somebodyOf(account: Account, basis: object, where: string): Somebody | undefined {
  if (last?.account !== account || last.basis !== basis || last.where !== where) {
    const layout = layoutOf(account);
    last = { account, basis, where, person: layout && somebody(account, layout, basis, where) };
  }
  return last.person;
}

let last:
  | {
      readonly account: Account;
      readonly basis: object;
      readonly where: string;
      readonly person: Somebody | undefined;
    }
  | undefined;

function somebody(account: Account, layout: Layout, basis: object, where: string): Somebody {
  const everybody = everybodyWith(account, layout, basis);
  let values: PersonValues | undefined;
  return {
    everybody,
    values: () => {
      values ??= everybody.stand().marks.valuesOf([...layout.texts, where]);
      return values;
    },
  };
}

/** What is kept of a provider. It goes with the provider: who reads a profile anew has another one. */
interface Kept {
  readonly everybody: Map<string, Everybody & { bytes: number }>;
  latest: Everybody | undefined;
  bytes: number;
}

const kept = new WeakMap<Account['provider'], WeakMap<object, Kept>>();

/** More than enough for the pages of a dozen domains in two languages. Beyond it goes whatever was not asked for the longest. */
const MOST_BYTES = 64 * 2 ** 20;
const MOST_LAYOUTS = 1000;

function everybodyWith(account: Account, layout: Layout, basis: object): Everybody {
  const byBasis = kept.get(account.provider) ?? new WeakMap<object, Kept>();
  kept.set(account.provider, byBasis);
  const own = byBasis.get(basis) ?? { everybody: new Map(), latest: undefined, bytes: 0 };
  byBasis.set(basis, own);
  const found = own.everybody.get(layout.key) ?? makeEverybody(account, layout, own);
  found.used();
  return found;
}

function makeEverybody(account: Account, layout: Layout, own: Kept): Everybody & { bytes: number } {
  // Of whoever comes first nothing is kept.
  const [texts = []] = personsLike(layout);
  const anybody = accountOf(account, layout.texts, texts);
  const everybodys = { ...layout, texts };
  const made: Everybody & { bytes: number } = {
    texts: new Map(),
    stand: once(() => substitutesFor(anybody, everybodys)),
    bytes: 0,
    used: () => {
      if (own.latest === made) return;
      // The last is what was asked for last.
      own.everybody.delete(layout.key);
      own.everybody.set(layout.key, made);
      own.latest = made;
      if (own.everybody.size > MOST_LAYOUTS) forgetOldest(own);
    },
    keeps: (bytes: number) => {
      made.bytes += bytes;
      own.bytes += bytes;
      while (own.bytes > MOST_BYTES && own.everybody.size > 1) forgetOldest(own);
    },
  };
  return made;
}

function forgetOldest(own: Kept): void {
  for (const [key, { bytes, texts }] of own.everybody) {
    own.everybody.delete(key);
    own.bytes -= bytes;
    // Whoever still knows them keeps nothing of it.
    texts.clear();
    return;
  }
}

function substitutesFor(account: Account, layout: Layout): Substitutes {
  const marks = marksFor([...layout.texts, 'https://mail.example.org/']);
  const own = marks.given.slice(0, -1);
  return {
    marks,
    account: accountOf(account, layout.texts, own),
    where: marks.given[own.length] as string,
    proofs: personsLike(layout).map((texts, index) => {
      const where = `https://${'m'.repeat(index * 7 + 1)}.example/mailbox/`;
      return {
        account: accountOf(account, layout.texts, texts),
        where,
        values: marks.valuesOf([...texts, where]),
      };
    }),
  };
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}
