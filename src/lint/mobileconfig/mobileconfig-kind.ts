import { textAt } from '../../read/property-list.ts';
import { personSaid } from '../common/file-says.ts';
import { defineKind } from '../kind.ts';
import { defineRules, type Rule } from '../lint-rule.ts';
import { signingRules } from '../signing/signing-rules.ts';
import { signingWords } from '../signing/words.ts';
import { mailRules } from './mail-rules.ts';
import { type MobileconfigFacts, mobileconfigFacts, payloadsOf, placeOf } from './mobileconfig-facts.ts';
import { mobileconfigRules } from './mobileconfig-rules.ts';
import { mobileconfigView } from './mobileconfig-view.ts';
import { payloadRules } from './payload-rules.ts';
import { profilesTogether } from './profiles-together.ts';
import { schemaRules } from './schema-rules.ts';
import { mobileconfigWords } from './words.ts';

const signing: readonly Rule<MobileconfigFacts>[] = defineRules('signing', signingWords, signingRules);
const profile: readonly Rule<MobileconfigFacts>[] = defineRules('mobileconfig', mobileconfigWords, {
  ...mobileconfigRules,
  ...schemaRules,
  ...mailRules,
  ...payloadRules,
});

/** Judges Apple's configuration profiles, signed ones too. */
export const mobileconfigKind = defineKind({
  id: 'mobileconfig',
  read: mobileconfigFacts,
  text: ({ text }: MobileconfigFacts) => text,
  says: (facts) => ({
    people: payloadsOf(facts, 'com.apple.mail.managed').flatMap((payload) => {
      const text = (key: string) => textAt(payload.node, key);
      const { at } = placeOf(payload, 'IncomingMailServerUsername');
      return personSaid(
        text('EmailAddress'),
        text('IncomingMailServerUsername'),
        text('IncomingMailServerHostName'),
        at,
      );
    }),
  }),
  rules: [...signing, ...profile],
  across: profilesTogether,
  views: { apple: (facts) => (isRefused(facts) ? { outcome: 'refuses' } : mobileconfigView(facts)) },
});

const refusing = [...signing, ...profile].filter(({ hurts }) => hurts.apple === 'refuses-file');

/** A device makes nothing of it, as a rule says. */
function isRefused(facts: MobileconfigFacts): boolean {
  return refusing.some((rule) => [...rule.find(facts)].length > 0);
}
