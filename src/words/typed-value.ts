/*
 * Values that somebody typed, inside sentences. A name in another script or a sign of direction would put the words around it out of their order (Unicode Standard Annex 9):
 * a page isolates them, and for that the sentence says where they stand. The signs are noncharacters, which no page can hold and no value has that a page shows.
 */

const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';

/** The value, for a sentence that is shown in parts. */
export function typedValue(value: string): string {
  return `${OPEN}${value}${CLOSE}`;
}

/** A piece of a sentence. */
export type SentencePart = { readonly text: string; readonly typed: boolean };

/** The sentence with its typed values told from its words. */
export function sentenceParts(sentence: string): SentencePart[] {
  return sentence.split(MARKED).flatMap((text, index) => (text === '' ? [] : [{ text, typed: index % 2 === 1 }]));
}

/** The same as a whole, where nothing can be told apart. */
export function plainSentence(sentence: string): string {
  return sentence.replaceAll(OPEN, '').replaceAll(CLOSE, '');
}

const MARKED = new RegExp(`${OPEN}([^${OPEN}${CLOSE}]*)${CLOSE}`, 'u');
