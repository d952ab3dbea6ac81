import { type Problem, problem } from '../errors.ts';
import type { Language } from '../model/account.ts';
import { languages } from '../words/languages.ts';
import { type Misplaced, override } from '../words/override.ts';
import { nearest } from '../words/suggest.ts';
import type { Tree } from '../words/words.ts';
import type { Profile } from './schema.ts';

/**
 * Our words that a provider may put its own in the place of. They belong to pages and clients, which stand above profiles (test/rooms.test.ts) and are not loaded
 * for a profile without such texts: so whoever reads a profile brings them.
 */
export type OurWords = (language: Language) => Tree & object;

export interface MisplacedText {
  /** Put into words only where somebody will read it: there may be very many. */
  readonly problem: () => Problem;
  /** The way to it in the profile. */
  readonly path: readonly (string | number)[];
  /** Which of the two stands there wrong. */
  readonly part: 'key' | 'value';
}

/** A value of the wrong kind, in the reader's words for what it should be. */
export type WrongKind = (expected: 'string' | 'array' | 'object', path: MisplacedText['path']) => Problem;

/** What has no place in the texts of a profile. @param wrongKind tells it as of any other value of a profile */
export function misplacedTexts(profile: Profile, ours: OurWords, wrongKind: WrongKind): MisplacedText[] {
  const { texts = {}, languages: spoken } = profile;
  return languages.flatMap((language): MisplacedText[] => {
    const own: unknown = texts[language];
    if (own === undefined) return [];
    const start = ['texts', language];
    if (!spoken.includes(language)) {
      return [{ problem: () => problem('profile.texts-language', { key: language }), path: start, part: 'key' }];
    }
    const misplaced = override(ours(language), own).problems.map((each): MisplacedText => {
      const path = [...start, ...each.path];
      return { problem: () => problemOf(each, path, wrongKind), path, part: each.what === 'key' ? 'key' : 'value' };
    });
    return [...misplaced, ...unreadable(own, start)];
  });
}

const KINDS = { text: 'string', list: 'array', keys: 'object' } as const satisfies Record<string, string>;

function problemOf({ what, value, known }: Misplaced, path: MisplacedText['path'], wrongKind: WrongKind): Problem {
  if (what === 'kind') return wrongKind(KINDS[value as keyof typeof KINDS], path);
  if (what === 'missing') return problem('profile.missing', { key: value });
  if (what === 'braces') return problem('profile.texts-brace', {});
  const suggestion = nearest(value, known);
  if (what === 'key') return problem('profile.unknown-key', { key: value, suggestion });
  if (known.length === 0) return problem('profile.texts-no-name', { value });
  return problem('profile.texts-name', { value, suggestion, known: known.map((name) => `{${name}}`).join(', ') });
}

/** A character that no page can hold (HTML Standard §13.1.1), or that makes more than one line of a text. */
const UNREADABLE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]/u;

function unreadable(own: unknown, path: MisplacedText['path']): MisplacedText[] {
  if (typeof own === 'object' && own !== null) {
    const keyed = Array.isArray(own) ? [...own.entries()] : Object.entries(own);
    return keyed.flatMap(([key, value]) => unreadable(value, [...path, key]));
  }
  if (typeof own !== 'string') return [];
  if (own.trim() === '') return [{ problem: () => problem('profile.empty-text', {}), path, part: 'value' }];
  if (!UNREADABLE.test(own)) return [];
  return [{ problem: () => problem('profile.control-character', { value: own }), path, part: 'value' }];
}
