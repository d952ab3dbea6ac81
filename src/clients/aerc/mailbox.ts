import type { Account } from '../../account.ts';

/** A name and an address as a header has them (RFC 5322 §3.4). A name with signs that would need quotes becomes encoded words (RFC 2047 §2). */
export function mailbox({ name, address }: Pick<Account, 'name' | 'address'>): string {
  if (name === undefined || name === '') return address;
  return `${/^[\p{L}\p{M}\p{N}' -]+$/u.test(name) ? name : encodedWords(name)} <${address}>`;
}

function encodedWords(text: string): string {
  const words: string[] = [];
  let part = '';
  for (const character of text) {
    // A word has 75 characters at most: 12 around it, and 4 for every 3 bytes.
    if (new TextEncoder().encode(part + character).length > 45) {
      words.push(part);
      part = '';
    }
    part += character;
  }
  return [...words, part].map((word) => `=?UTF-8?B?${base64(word)}?=`).join(' ');
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
