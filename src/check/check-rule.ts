import type { Severity } from '../lint/lint-rule.ts';
import type { Hurts } from '../lint/parties.ts';
import type { Language } from '../model/account.ts';
import type { Either, Values } from '../words/text.ts';
import { shortened, visible } from '../words/typography.ts';
import { bind, say, type Translations } from '../words/words.ts';
import { checkWords } from './words.ts';

/** What a rule about the live world says: what ought to be so, what is wrong where it is not, and what to do. */
export type CheckText = {
  readonly asks: string;
  readonly says: string | Either;
  readonly remedy: string | Either;
};

/** What the texts of a rule show. */
type Shows<Text extends CheckText> = Values<Text['says']> & Values<Text['remedy']>;

/** A rule about the live world. */
export interface CheckRule<Text extends CheckText = CheckText> {
  /** The same name as in `lint` where it is the same fault. */
  readonly id: string;
  readonly severity: Severity;
  /** Whom it hurts where it is broken; nobody, where it is only worth knowing. */
  readonly hurts: Hurts;
  /** Where that is known from. */
  readonly source: string;
  readonly text: (language: Language) => ReadyText;
  /** Holds the details of a fault against its texts; there is no such value. */
  readonly shows?: Shows<Text>;
}

interface ReadyText {
  readonly asks: string;
  readonly says: Ready;
  readonly remedy: Ready;
}

type Ready = string | ((values: Readonly<Record<string, string | number | boolean>>) => string);

/** A rule, as an area writes it. */
export type RuleBasis = Omit<CheckRule, 'id' | 'text' | 'shows'>;

/** Puts an area's rules and their texts together: none compiles without texts in every language. */
export function defineChecks<const Words extends Readonly<Record<string, CheckText>>>(
  area: string,
  words: Translations<Words>,
  rules: { readonly [Name in keyof Words]: RuleBasis },
): { readonly [Name in keyof Words]: CheckRule<Words[Name]> } {
  const all = Object.entries<RuleBasis>(rules).map(([name, rule]): [string, CheckRule] => [
    name,
    { ...rule, id: `${area}/${name}`, text: (language) => bind(words[language], language)[name] as ReadyText },
  ]);
  // It has the names of the rules, and their texts.
  return Object.fromEntries(all) as unknown as { readonly [Name in keyof Words]: CheckRule<Words[Name]> };
}

/** Why something could not be looked at. */
export type SkipReason =
  | 'no-server'
  | 'not-there'
  | 'no-answer'
  | 'no-login'
  | 'not-asked'
  | 'not-safe'
  | 'no-tries'
  | 'no-time';

/** What was looked at, and whether it is as it ought to be. */
export interface Probe {
  readonly rule: Pick<CheckRule, 'id' | 'severity' | 'hurts' | 'source' | 'text'>;
  readonly status: 'ok' | 'fault' | 'skipped';
  /** A name of the DNS, a URL without an address of anybody, a server with its port. */
  readonly place: string;
  readonly details: Readonly<Record<string, string | number | boolean>>;
  readonly expected: string | undefined;
  readonly found: string | undefined;
  /** Whom it hurts here. */
  readonly hurts: Hurts;
  readonly reason: SkipReason | undefined;
}

export function held(rule: Probe['rule'], place: string): Probe {
  return { ...NOTHING, rule, status: 'ok', place, hurts: rule.hurts };
}

export function skipped(rule: Probe['rule'], place: string, reason: SkipReason): Probe {
  return { ...NOTHING, rule, status: 'skipped', place, reason, hurts: rule.hurts };
}

/** What was seen beside what a fault's texts show. */
export interface Seen {
  readonly expected?: string | undefined;
  readonly found?: string | undefined;
  readonly hurts?: Hurts;
}

export function fault<Text extends CheckText>(
  rule: CheckRule<Text>,
  place: string,
  details: Shows<Text>,
  { expected, found, hurts = rule.hurts }: Seen = {},
): Probe {
  // Names and values of texts.
  const shown = details as Probe['details'];
  return { ...NOTHING, rule, status: 'fault', place, details: shown, expected, found, hurts };
}

/** The rule holds, or the fault where there is one. */
export function heldUnless(rule: CheckRule, place: string, found: Probe | undefined | false): Probe {
  return found || held(rule, place);
}

const NOTHING = { details: {}, expected: undefined, found: undefined, reason: undefined } as const;

/** The sentences of a probe. Strangers wrote what stands in them: each is one line, and turns nothing on a terminal. */
export function probeText(
  { rule, details }: Pick<Probe, 'rule' | 'details'>,
  language: Language,
): { asks: string; says: string; remedy: string } {
  const { asks, says, remedy } = rule.text(language);
  const codes: Readonly<Record<string, string>> = checkWords(language).codes;
  const shown = (name: string, value: string) => (CODED.has(name) ? (codes[value] ?? value) : value);
  const plain = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' ? plainValue(shown(name, value)) : value,
    ]),
  );
  return { asks, says: say(says, plain), remedy: say(remedy, plain) };
}

/** Details whose values are codes with words of their own. */
const CODED: ReadonlySet<string> = new Set(['failure', 'difference']);

/** Records and lines to copy are long, and have to be whole. */
export function plainValue(text: string): string {
  return text.length > LONGEST ? visible(shortened(text)) : visible(text);
}

const LONGEST = 600;
