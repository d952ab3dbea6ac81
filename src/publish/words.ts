import { problemsOf } from '../errors.ts';
import type { Language } from '../model/account.ts';
import type { Values } from '../words/text.ts';
import { type Bound, bind, part, say } from '../words/words.ts';
import { en } from './words.en.ts';
import { fr } from './words.fr.ts';

const words = { en, fr };

/** What is said of the records of a domain. */
export type DnsWords = Bound<typeof en>;

export function dnsWords(language: Language): DnsWords {
  return bind(words[language], language);
}

type NoteCode = keyof (typeof en)['notes'];

/** What a record is for, or why there is none: a sentence in the language of whoever reads it. */
export interface DnsNote {
  readonly code: NoteCode;
  readonly details: Readonly<Record<string, string>>;
}

/** Makes one; the compiler holds the details against the text that will print them. */
export function dnsNote<Code extends NoteCode>(
  code: Code,
  details: Values<(typeof en)['notes'][Code]> & DnsNote['details'],
): DnsNote {
  return { code, details };
}

export function noteText({ notes }: DnsWords, { code, details }: DnsNote): string {
  // `dnsNote` has seen to it that the details are those of this text.
  return say<DnsNote['details']>(notes[code] as string | ((values: DnsNote['details']) => string), details);
}

/** Makes a problem of what was asked for. */
export const dnsProblem = problemsOf(part(words, 'problems'));

/** Makes one of something for which there are no records. */
export const dnsWarning = problemsOf(part(words, 'warnings'), 'warning');
