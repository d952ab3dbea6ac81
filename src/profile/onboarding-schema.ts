import * as z from 'zod/mini';
import type { CharacterClass, OnboardingStep } from '../model/account.ts';
import { httpsUrl, localized, noneTwice, refusedAs, unique } from './schema-parts.ts';

/** The key `onboarding` of a profile: how a person gets the account. What it names elsewhere in the profile is checked by profile-check.ts. */

const texts = z.array(localized).check(z.minLength(1));

const step = z.strictObject({
  say: localized.check(z.describe('What to do, in one or two sentences')),
  link: z.optional(
    z
      .enum(['portal', 'passwordRecovery', 'webmail'])
      .check(z.describe('The key of this profile whose address the step opens; the page shows it')),
  ),
  shows: z.optional(
    z
      .array(
        z.enum(['address', 'login', 'passwordRules'] as const satisfies readonly OnboardingStep['shows'][number][]),
      )
      .check(
        z.minLength(1),
        noneTwice,
        unique,
        z.describe("What the page shows beside it: the person's own values, the rules"),
      ),
  ),
});

const procedure = {
  intro: z.optional(localized.check(z.describe('One or two sentences before the steps'))),
  prepare: z.optional(texts.check(z.describe('What to have at hand'))),
  steps: z.array(step).check(z.minLength(1), z.describe('What to do, in this order')),
  warnings: z.optional(texts.check(z.describe('What to beware of, after the steps'))),
};

const count = z.number().check(
  z.refine((number) => Number.isInteger(number) && number >= 1 && number <= 128, refusedAs('profile.count')),
  z.meta({ type: 'integer', minimum: 1, maximum: 128 }),
);
/** Shown one by one and typed by hand: nothing that hides. Of the spaces only the one of the keyboard, which the page shows as a word. */
const specials = z.string().check(
  z.refine((text) => /^(?: |[^\p{L}\p{M}\p{N}\p{C}\p{Z}])+$/u.test(text), refusedAs('profile.specials')),
  z.refine((text) => new Set(text).size === [...text].length, refusedAs('profile.specials')),
  z.meta({ pattern: '^(?!.*(.).*\\1)(?: |[^\\p{L}\\p{M}\\p{N}\\p{C}\\p{Z}])+$' }),
);
const digitRun = z
  .strictObject({
    from: count.check(z.describe('The shortest run of digits that is refused')),
    to: z.optional(
      count.check(z.describe('How far the provider counts; longer runs are refused too, as they hold such a run')),
    ),
  })
  .check(
    z.refine(({ from, to }) => to === undefined || to >= from, { path: ['to'], ...refusedAs('profile.digit-run') }),
  );

const password = z.strictObject({
  minimumLength: count.check(z.describe('Fewest characters')),
  requires: z.optional(
    z
      .array(z.enum(['lowercase', 'uppercase', 'digit', 'special'] as const satisfies readonly CharacterClass[]))
      .check(z.minLength(1), noneTwice, unique, z.describe('Of each of these kinds at least one; letters from a to z')),
  ),
  specials: z.optional(
    specials.check(
      z.describe('All special characters that are allowed, one after the other. Without it: any character'),
    ),
  ),
  excludesNames: z.optional(
    z.boolean().check(z.describe("true: without the person's names, also with a character swapped for another")),
  ),
  digitRun: z.optional(digitRun.check(z.describe('Digits in a row that are refused, as in a date'))),
  notes: z.optional(texts.check(z.describe('Rules that no program can check'))),
});

/** At least one part that the page can be about. */
export const onboarding = z
  .strictObject({
    intro: z.optional(localized.check(z.describe('When one needs this'))),
    activation: z.optional(z.strictObject(procedure).check(z.describe('How the account is activated'))),
    password: z.optional(
      password.check(z.describe('What a password must be like; the page checks it in the browser alone')),
    ),
    recovery: z.optional(z.strictObject(procedure).check(z.describe('What to do when the password is lost'))),
    webmail: z.optional(z.strictObject(procedure).check(z.describe('The first visit to the webmail'))),
    notes: z.optional(texts.check(z.describe('Things to remember'))),
    links: z.optional(z.array(z.strictObject({ url: httpsUrl, title: localized }))),
  })
  .check(
    z.refine(
      ({ activation, password, recovery, webmail }) =>
        [activation, password, recovery, webmail].some((part) => part !== undefined),
      refusedAs('profile.onboarding-empty'),
    ),
    z.meta({ anyOf: ['activation', 'password', 'recovery', 'webmail'].map((part) => ({ required: [part] })) }),
  );
