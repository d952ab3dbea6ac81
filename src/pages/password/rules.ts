import type { CharacterClass, PasswordRules } from '../../model/account.ts';
import { containsName } from './names.ts';

/** What a password is judged by, each a sentence of the page. */
export type RuleName = 'length' | CharacterClass | 'characters' | 'names' | 'digitRun';

/** A password and what it must not have in it. */
interface Candidate {
  readonly password: string;
  /** The person's, as many as are known. */
  readonly names: readonly string[];
}

interface Rule {
  readonly applies: (rules: PasswordRules) => boolean;
  readonly keeps: (candidate: Candidate, rules: PasswordRules) => boolean;
}

/** In the order in which a person reads them. */
const rulebook = {
  length: {
    applies: () => true,
    keeps: ({ password }, { minimumLength }) => [...password].length >= minimumLength,
  },
  lowercase: { applies: requires('lowercase'), keeps: ({ password }) => /[a-z]/.test(password) },
  uppercase: { applies: requires('uppercase'), keeps: ({ password }) => /[A-Z]/.test(password) },
  digit: { applies: requires('digit'), keeps: ({ password }) => /[0-9]/.test(password) },
  special: {
    applies: requires('special'),
    keeps: ({ password }, { specials }) =>
      [...password].some((each) => specials?.includes(each) ?? /[^\p{L}\p{M}\p{N}\p{C}\p{Z}]/u.test(each)),
  },
  /** A closed list: é and € are outside, and the space where the list has none, whatever a keyboard has. */
  characters: {
    applies: ({ specials }) => specials !== undefined,
    keeps: ({ password }, { specials = '' }) =>
      [...password].every((each) => /[A-Za-z0-9]/.test(each) || specials.includes(each)),
  },
  names: {
    applies: ({ excludesNames }) => excludesNames,
    keeps: ({ password, names }) => !containsName(password, names),
  },
  /** A longer run is refused too: nine digits hold eight, and a provider that looks for six to eight finds them there. */
  digitRun: {
    applies: ({ digitRun }) => digitRun !== undefined,
    keeps: ({ password }, { digitRun }) =>
      (password.match(/[0-9]+/g) ?? []).every((run) => run.length < (digitRun?.from ?? Number.POSITIVE_INFINITY)),
  },
} as const satisfies Record<RuleName, Rule>;

/** The rules that this provider has. */
export function rulesIn(rules: PasswordRules): RuleName[] {
  return (Object.keys(rulebook) as RuleName[]).filter((name) => rulebook[name].applies(rules));
}

/** Those of its rules that a password breaks; none where it may be taken. Looks at nothing but what it is given. */
export function brokenRules(rules: PasswordRules, names: readonly string[], password: string): RuleName[] {
  return rulesIn(rules).filter((name) => !rulebook[name].keeps({ password, names }, rules));
}

function requires(kind: CharacterClass): Rule['applies'] {
  return (rules) => rules.requires.includes(kind);
}
