import { distance } from 'fastest-levenshtein';

/** The word of the list that was probably meant: at most a third of its letters are other, missing or swapped. Empty where none is near. */
export function nearest(word: string, known: readonly string[]): string {
  const [best] = known
    // Their distance is at least the difference of their lengths; a word that fills a file is held against nothing.
    .filter((each) => Math.abs(each.length - word.length) <= Math.max(1, each.length / 3))
    .map((each) => ({ each, far: distance(word.toLowerCase(), each.toLowerCase()) }))
    .filter(({ each, far }) => far <= Math.max(1, each.length / 3))
    .sort((a, b) => a.far - b.far);
  return best?.each ?? '';
}
