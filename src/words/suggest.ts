import { distance } from 'fastest-levenshtein';

/** The word of the list that was probably meant: at most a third of its letters are other, missing or swapped. Empty where none is near. */
export function nearest(word: string, known: readonly string[]): string {
  const [best] = known
    .map((each) => ({ each, most: Math.max(1, each.length / 3) }))
    // Their distance is at least the difference of their lengths; a word that fills a file is held against nothing.
    .filter(({ each, most }) => Math.abs(each.length - word.length) <= most)
    .map(({ each, most }) => ({ each, most, far: farApart(word.toLowerCase(), each.toLowerCase()) }))
    .filter(({ far, most }) => far <= most)
    .sort((a, b) => a.far - b.far);
  return best?.each ?? '';
}

/** As Levenshtein counts, but two neighbours that changed places are one slip and not two. */
function farApart(word: string, other: string): number {
  const first = Array.from(word).findIndex((letter, index) => letter !== other[index]);
  const swapped = `${word.slice(0, first)}${word[first + 1] ?? ''}${word[first] ?? ''}${word.slice(first + 2)}`;
  return first >= 0 && swapped === other ? 1 : distance(word, other);
}
