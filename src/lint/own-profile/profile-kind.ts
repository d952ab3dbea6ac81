import { applyRule, isLoginRule, ruleIn } from '../../model/rule.ts';
import { domainsOf } from '../../profile/profile.ts';
import type { FileSays } from '../common/file-says.ts';
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
  says: saysOf,
  rules: defineRules('profile', profileWords, { ...toldRules, ...validRules }),
});

/** What somebody of each domain would have. */
function saysOf({ profile, at }: ProfileFacts): FileSays {
  if (profile === undefined) return {};
  const people = domainsOf(profile).flatMap(({ name, login, services: { incoming } }, index) => {
    const [server] = incoming ?? [];
    const rule = server?.login ?? login ?? profile.login;
    const given = rule !== undefined && isLoginRule(rule) ? applyRule(ruleIn(name, rule), 'somebody') : undefined;
    if (given === undefined || server === undefined) return [];
    const address = `somebody@${name}`;
    return [{ address, login: given, host: server.host, at: at(['domains', index]) ?? 0, anybody: true }];
  });
  return { people };
}
