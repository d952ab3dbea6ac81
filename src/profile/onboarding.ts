import type { LocalizedText, Onboarding, OnboardingStep, Procedure } from '../model/account.ts';
import { preferences } from '../model/preferences.ts';
import type { Links, Profile } from './profile.ts';

type Described = NonNullable<Profile['onboarding']>;
type DescribedProcedure = NonNullable<Described['activation']>;

/** How one gets the account, from what the profile says; the addresses that its steps name are those of the domain. */
export function onboardingOf({ onboarding }: Profile, links: Links): Onboarding | undefined {
  if (onboarding === undefined) return undefined;
  const { intro, activation, password, recovery, webmail, notes, links: further } = onboarding;
  return {
    intro,
    activation: activation && procedureOf(activation, links),
    password: password && passwordOf(password),
    recovery: recovery && procedureOf(recovery, links),
    webmail: webmail && procedureOf(webmail, links),
    notes: notes ?? [],
    links: further ?? [],
  };
}

function procedureOf({ intro, prepare, steps, warnings }: DescribedProcedure, links: Links): Procedure {
  return {
    intro,
    prepare: prepare ?? [],
    steps: preferences(
      steps.map(
        ({ say, link, shows }): OnboardingStep => ({
          say,
          // check.ts has let no step pass whose link a domain does not have.
          url: link && links[link],
          shows: shows ?? [],
        }),
      ),
    ),
    warnings: warnings ?? [],
  };
}

function passwordOf(password: NonNullable<Described['password']>) {
  const { minimumLength, requires, specials, excludesNames, digitRun, notes } = password;
  return {
    rules: {
      minimumLength,
      requires: requires ?? [],
      specials,
      excludesNames: excludesNames ?? false,
      digitRun: digitRun && { from: digitRun.from, to: digitRun.to },
    },
    notes: notes ?? ([] as readonly LocalizedText[]),
  };
}
