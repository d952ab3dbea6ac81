import type { LocalizedText, Onboarding, OnboardingStep, Procedure } from '../model/account.ts';
import { preferences } from '../model/preferences.ts';
import type { Profile } from './profile.ts';

type Described = NonNullable<Profile['onboarding']>;
type DescribedProcedure = NonNullable<Described['activation']>;

/** How one gets the account, from what the profile says; the addresses that its steps name are the profile's own. */
export function onboardingOf(profile: Profile): Onboarding | undefined {
  const { onboarding } = profile;
  if (onboarding === undefined) return undefined;
  const { intro, activation, password, recovery, webmail, notes, links } = onboarding;
  return {
    intro,
    activation: activation && procedureOf(activation, profile),
    password: password && passwordOf(password),
    recovery: recovery && procedureOf(recovery, profile),
    webmail: webmail && procedureOf(webmail, profile),
    notes: notes ?? [],
    links: links ?? [],
  };
}

function procedureOf({ intro, prepare, steps, warnings }: DescribedProcedure, profile: Profile): Procedure {
  return {
    intro,
    prepare: prepare ?? [],
    steps: preferences(
      steps.map(
        ({ say, link, shows }): OnboardingStep => ({
          say,
          // profile-check.ts has let no step pass whose link the profile does not have.
          url: link && profile[link],
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
