import { defineKind } from '../kind.ts';
import { defineRules } from '../lint-rule.ts';
import { type ProfileFacts, profileFacts } from './profile-facts.ts';
import { profileWords } from './profile-words.ts';
import { toldRules } from './told-rules.ts';
import { validRules } from './valid-rules.ts';

/** Judges profiles of Facteur. */
export const profileKind = defineKind<ProfileFacts>({
  id: 'profile',
  read: (content, { now }) => profileFacts(content, now),
  text: ({ text }) => text,
  rules: defineRules('profile', profileWords, { ...toldRules, ...validRules }),
});
