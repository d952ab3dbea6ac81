import type { Account } from '../../model/account.ts';
import { derive } from '../../prepare/marks.ts';
import { encodedWords } from '../encoded-words.ts';

/** A name and an address as a header has them (RFC 5322 §3.4). A name with signs that would need quotes becomes encoded words (RFC 2047 §2). */
export function headerAddress({ name, address }: Pick<Account, 'name' | 'address'>): string {
  if (name === undefined || name === '') return address;
  return `${derive(phrase, name)} <${address}>`;
}

const phrase = (name: string) => (/^[\p{L}\p{M}\p{N}' -]+$/u.test(name) ? name : encodedWords(name));
