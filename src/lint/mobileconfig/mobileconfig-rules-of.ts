import type { RuleOf } from '../lint-rule.ts';
import type { MobileconfigFacts } from './mobileconfig-facts.ts';
import type { en } from './words.en.ts';

/** Some of the rules of Apple's profiles, with the texts that are theirs. */
export type MobileconfigRules<Name extends keyof typeof en, Facts = MobileconfigFacts> = {
  readonly [N in Name]: RuleOf<Facts, (typeof en)[N]>;
};
