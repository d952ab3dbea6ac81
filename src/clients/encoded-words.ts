import { base64Of } from '../model/bytes.ts';

/**
 * A text as encoded words in UTF-8 (RFC 2047 §2), which have neither quotes nor any other sign that a header or a list of addresses gives a meaning to. A word has
 * at most 75 characters, and no character is in two of them (§5).
 */
export function encodedWords(text: string): string {
  const words: string[] = [];
  let part = '';
  for (const character of text) {
    if (encoder.encode(part + character).length > WORD_BYTES) {
      words.push(part);
      part = '';
    }
    part += character;
  }
  return [...words, part].map((word) => `=?UTF-8?B?${base64(word)}?=`).join(' ');
}

/** 12 characters stand around the base64 text, which has 4 for every 3 bytes. */
const WORD_BYTES = 45;
const encoder = new TextEncoder();

function base64(text: string): string {
  return base64Of(encoder.encode(text));
}
