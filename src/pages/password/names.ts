/**
 * Does a password hold a person's name, also with characters swapped for others? Providers do not say what counts as a swap, so we are strict: who is
 * refused here without need thinks of another password, who is let through without right is turned away by the provider.
 *
 * - Letter case and accents never count.
 * - A name is each of its parts, between spaces, hyphens, apostrophes and the like, and all of them written together. A part of fewer than three letters is
 *   looked for in that whole only: nearly every password holds an “Al” or a “Li”. (Windows passes over such parts too: Microsoft Learn, "Password must meet
 *   complexity requirements".)
 * - A letter is also seen in its look-alikes (`@` is an a, `0` an o), and behind any special character (`d*pont`, `mari!`), as long as half of the letters,
 *   and two at least, can be read, and one of them is there itself: `5113` is no Élie.
 */
/** Shortest name that is looked for. */
const SHORTEST = 3;

/** Letters that Unicode does not take apart into a base letter and an accent (Unicode Standard, NFKD). */
const APART: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** What people write for a letter. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: '@4^',
  b: '8',
  c: '(<{[',
  e: '3€&',
  g: '96',
  i: '1!|',
  l: '1!|',
  o: '0',
  q: '9',
  s: '5$',
  t: '7+',
  z: '2',
};

/** Is one of these names in the password? */
export function containsName(password: string, names: readonly string[]): boolean {
  const text = folded(password);
  return names.flatMap(wanted).some((name) => contains(text, name));
}

/** The parts of a name to look for, and all of it together. */
function wanted(name: string): string[] {
  const parts = folded(name)
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '');
  return [...new Set([...parts, parts.join('')])].filter((part) => [...part].length >= SHORTEST);
}

/** Without letter case and accents. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[œæßøłđðþı]/g, (letter) => APART[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
}

function contains(text: string, name: string): boolean {
  const letters = [...name];
  const characters = [...text];
  return characters.some((_, start) => spells(characters.slice(start, start + letters.length), letters));
}

function spells(characters: readonly string[], letters: readonly string[]): boolean {
  if (characters.length < letters.length) return false;
  const seen = letters.map((letter, index) => likeness(characters[index] ?? '', letter));
  if (seen.includes('no')) return false;
  const readable = seen.filter((each) => each !== 'hidden').length;
  return seen.includes('itself') && readable >= Math.max(2, letters.length / 2);
}

function likeness(character: string, letter: string): 'itself' | 'look-alike' | 'hidden' | 'no' {
  if (character === letter) return 'itself';
  if (LOOK_ALIKES[letter]?.includes(character)) return 'look-alike';
  return /[\p{L}\p{N}\s]/u.test(character) ? 'no' : 'hidden';
}

/** First and last name as most addresses have them: `marie-claude.le-goff`. Letters only; a number that tells two people apart is left out. */
export function namesOf(local: string): { readonly first: string; readonly last: string } {
  const [first = '', ...rest] = local
    .split(/[._]/)
    .map((part) => part.replace(/[^\p{L}\p{M}'’-]+/gu, ''))
    .filter((part) => part !== '');
  return rest.length === 0
    ? { first: '', last: capitals(first) }
    : { first: capitals(first), last: capitals(rest.join(' ')) };
}

function capitals(name: string): string {
  return name.replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
}
