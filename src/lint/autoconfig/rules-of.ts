import type { RuleOf } from '../lint-rule.ts';
import type { ConfigFacts } from './config-facts.ts';
import type { en } from './words.en.ts';

/** Some of the rules of clientConfig files, with the texts that are theirs. */
export type ConfigRules<Name extends keyof typeof en> = { readonly [N in Name]: RuleOf<ConfigFacts, (typeof en)[N]> };
