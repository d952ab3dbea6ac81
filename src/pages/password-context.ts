import type { Account, Language, Onboarding } from '../model/account.ts';
import { derive } from '../prepare/marks.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import { say } from '../words/words.ts';
import { namesOf } from './password/names.ts';
import { rulesIn } from './password/rules.ts';
import { spokenTexts } from './spoken.ts';

/** The rules for the password, to read and, where the page's script runs, to try one against. */
export function passwordContext(
  { rules, notes }: NonNullable<Onboarding['password']>,
  account: Account | undefined,
  language: Language,
  words: Catalogue['onboarding'],
): Context {
  const { minimumLength, specials = '', digitRun, excludesNames } = rules;
  const { from = 0 } = digitRun ?? {};
  const details = { minimumLength, specials, from, space: specials.includes(' ') };
  const local = account?.local ?? '';
  const nameless = (of: string) => firstOf(of) === '' && lastOf(of) === '';
  const first = derive(firstOf, local);
  const last = derive(lastOf, local);
  return {
    title: words.rulesTitle,
    rules: rulesIn(rules).map((name) => ({ name, text: say<typeof details>(words.rules[name], details) })),
    specialsTitle: words.specials,
    specials: Array.from(specials, (each) => (each === ' ' ? words.space : each)),
    notesTitle: words.ownNotes,
    notes: spokenTexts(notes, language),
    never: words.never,
    check: {
      /** For the page's script. */
      data: JSON.stringify(rules),
      names: derive((of) => (nameless(of) ? words.check.namesAsked : words.check.namesRead), local),
      fields: excludesNames && { first, last },
      ...words.check,
    },
  };
}

const firstOf = (local: string) => namesOf(local).first;
const lastOf = (local: string) => namesOf(local).last;
