import { hash } from 'node:crypto';

/**
 * What a run has met, with a few numbers for each: 16 bytes of a digest stand for a name, and all lie in one array, so that a hundred thousand people take a few megabytes where
 * a Map of their addresses takes twenty.
 */
export interface Table {
  /** The numbers of this name; they may be changed in place. */
  readonly get: (name: string) => Uint32Array | undefined;
  /** @param values as many as the table is wide */
  readonly set: (name: string, values: readonly number[]) => void;
}

/** Words of a digest that stand for a name: two of a million names share them once in 10²⁶ runs. */
const KEY = 4;
/** The part of the slots that may be taken before there are more. */
const FULL = 0.85;

/** @param width how many numbers each name has, 32 bits each */
export function makeTable(width: number): Table {
  const slot = KEY + width;
  let room = 1024;
  let taken = 0;
  let words = new Uint32Array(room * slot);

  /** Where a key stands, or where it would. One of a name is never zero throughout. */
  const placeOf = (key: Uint32Array): number => {
    let at = (key[0] as number) % room;
    for (;;) {
      const place = at * slot;
      if (isFree(words, place) || hasKey(words, place, key)) return place;
      at = (at + 1) % room;
    }
  };
  const grow = () => {
    const before = words;
    room *= 2;
    words = new Uint32Array(room * slot);
    for (let place = 0; place < before.length; place += slot) {
      if (isFree(before, place)) continue;
      const whole = before.subarray(place, place + slot);
      words.set(whole, placeOf(whole));
    }
  };
  return {
    get: (name) => {
      const place = placeOf(keyOf(name));
      return isFree(words, place) ? undefined : words.subarray(place + KEY, place + slot);
    },
    set: (name, values) => {
      if (taken + 1 > room * FULL) grow();
      const key = keyOf(name);
      const place = placeOf(key);
      if (isFree(words, place)) taken++;
      words.set(key, place);
      words.set(values, place + KEY);
    },
  };
}

/** The first words of a digest of this text. */
export function digestWords(text: string, count: number): Uint32Array {
  const bytes = hash('sha256', text, 'buffer');
  return Uint32Array.from({ length: count }, (_, index) => bytes.readUInt32LE(4 * index));
}

function keyOf(name: string): Uint32Array {
  const key = digestWords(name, KEY);
  key[1] = (key[1] as number) | 1;
  return key;
}

function isFree(words: Uint32Array, place: number): boolean {
  return words[place + 1] === 0;
}

function hasKey(words: Uint32Array, place: number, key: Uint32Array): boolean {
  for (let index = 0; index < KEY; index++) if (words[place + index] !== key[index]) return false;
  return true;
}
