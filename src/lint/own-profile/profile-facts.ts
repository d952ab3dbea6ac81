import { InputError, type Problem } from '../../errors.ts';
import { readProfile } from '../../profile/file.ts';
import type { Profile } from '../../profile/profile.ts';
import type { Content } from '../../read/content.ts';
import { warningsOf } from '../../warnings/warnings.ts';
import type { RuleOf } from '../lint-rule.ts';
import type { en } from './profile-words.en.ts';

/** What the rules of profiles look at. */
export interface ProfileFacts {
  readonly text: string;
  /** What is wrong with it, and what contradicts itself: each has its text already. */
  readonly problems: readonly Problem[];
  /** `undefined` where it is not valid. */
  readonly profile: Profile | undefined;
  /** Offset of a value, or of its nearest ancestor. */
  readonly at: (path: readonly (string | number)[]) => number | undefined;
  /** The same of a place. */
  readonly offsetOf: (place: Problem['place']) => number | undefined;
}

/** Some of the rules of profiles, with the texts that are theirs. */
export type ProfileRules<Name extends keyof typeof en> = {
  readonly [N in Name]: RuleOf<ProfileFacts, (typeof en)[N]>;
};

/** What says that a file was not read to its end, and not what is wrong with it. */
const OUR_LIMITS = ['profile.too-large', 'profile.too-many', 'profile.too-deep'];

/**
 * Reads a profile as all commands do. Its own texts and its logo, which lies beside it, are looked at where it is used.
 * @param now the time to judge certificates by
 * @throws InputError where it is larger or deeper than we read
 */
export function profileFacts(content: Content, now: Date): ProfileFacts {
  const { text = '' } = content;
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ index, 0: end }) => index + end.length)];
  const offsetOf = ({ line, column = 1 }: Problem['place']) =>
    line === undefined ? undefined : (starts[line - 1] ?? 0) + column - 1;
  try {
    const read = readProfile(content.encoding === 'utf-8' ? text : content.bytes, content.name);
    const { profile, placeOf } = read;
    return { text, profile, offsetOf, problems: warningsOf(read, now), at: (path) => offsetOf(placeOf(path)) };
  } catch (error) {
    if (!(error instanceof InputError) || error.problems.some(({ code }) => OUR_LIMITS.includes(code))) throw error;
    return { text, profile: undefined, offsetOf, problems: error.problems, at: () => undefined };
  }
}
