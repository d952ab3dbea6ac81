import { describe, type Problem } from '../errors.ts';
import type { Language } from '../model/account.ts';
import { type Content, contentOf } from '../read/content.ts';
import type { Either, Values } from '../words/text.ts';
import { shortened, visible } from '../words/typography.ts';
import { bind, say, type Translations } from '../words/words.ts';
import type { Hurts, Party } from './parties.ts';

/** `error`: a client refuses the file, signs in wrongly or sends a password in clear. `warning`: one loses something, or asks. `note`: worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

/** What rules are grouped by; the first half of an id. */
export type Area =
  | 'autoconfig'
  | 'profile'
  | 'mobileconfig'
  | 'signing'
  | 'autodiscover'
  | 'pacc'
  | 'reg'
  | 'prf'
  | 'k9s'
  | 'qr'
  | 'accountrc'
  | 'source'
  | 'muttrc'
  | 'msmtprc'
  | 'mbsyncrc'
  | 'aerc'
  | 'privacy';

/** The stable name of a rule, in reports and documentation: `autoconfig/port-socket`. */
export type RuleId = `${Area}/${string}`;

/** What a rule says: what is wrong, in one line, and what to do. */
export type RuleText = { readonly says: string | Either; readonly remedy: string | Either };

/** What a rule has found: where, and what its text shows. */
export type Found<Text extends RuleText> = {
  /** Offset in the text of the file; absent where it is about the whole. */
  readonly at?: number | undefined;
  /** What the file calls the value: a path, a key. */
  readonly field?: string | undefined;
  /** Whom it hurts here, where that is not whom the rule hurts as a rule. */
  readonly hurts?: Hurts;
  /** Whom the rule hurts elsewhere, and not here. */
  readonly spares?: readonly Party[];
  /** What is wrong, where it has its text elsewhere: `{problem}` in the rule's. */
  readonly problem?: Problem;
} & Omit<Values<Text['says']> & Values<Text['remedy']>, 'at' | 'field' | 'hurts' | 'spares' | 'problem'>;

/** A rule, as an area writes it. */
export interface RuleOf<Facts, Text extends RuleText> {
  readonly severity: Severity;
  /** Whom it hurts, and how; nobody, where it is only worth knowing. */
  readonly hurts: Hurts;
  /** Where that is known from: a page, a file of the client's source, a standard. */
  readonly source: string;
  /** The smallest fragment that trips it, and the smallest that does not: `frame` makes files of them. */
  readonly bad: string;
  readonly good: string;
  /** The whole file around a fragment; several, where the rule is about what several say together. */
  readonly frame: (fragment: string) => SampleFile | readonly SampleFile[];
  readonly find: (facts: Facts) => Iterable<Found<Text>>;
}

/** A file of which a rule's sample is made. */
export type SampleFile = string | Uint8Array | Content;

/** A rule, whatever its texts show. */
export interface Rule<Facts = never> extends Omit<RuleOf<Facts, RuleText>, 'find'> {
  readonly id: RuleId;
  readonly text: (language: Language) => { readonly says: Ready; readonly remedy: Ready };
  readonly find: (facts: Facts) => Iterable<AnyFound>;
}

type Ready = string | ((values: Readonly<Record<string, string | number>>) => string);

interface AnyFound {
  readonly at?: number | undefined;
  readonly field?: string | undefined;
  readonly hurts?: Hurts;
  readonly spares?: readonly Party[];
  readonly problem?: Problem;
  readonly [detail: string]: string | number | Hurts | readonly Party[] | Problem | undefined;
}

/**
 * Puts an area's rules and their texts together: none compiles without texts in every language, without a fragment that trips it and one that does not.
 * @param words the texts by the second half of the id
 */
export function defineRules<Facts, const Words extends Readonly<Record<string, RuleText>>>(
  area: Area,
  words: Translations<Words>,
  rules: { readonly [Name in keyof Words]: RuleOf<Facts, Words[Name]> },
): readonly Rule<Facts>[] {
  return Object.entries<RuleOf<Facts, RuleText>>(rules).map(([name, rule]) => ({
    ...rule,
    id: `${area}/${name}` as const,
    // Texts have their names checked where a rule yields what it found.
    text: (language) => bind(words[language], language)[name] as ReturnType<Rule['text']>,
    find: rule.find as Rule<Facts>['find'],
  }));
}

/** One thing that is wrong with a file. */
export interface Flaw {
  readonly rule: Rule;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly field: string | undefined;
  /** Whom it hurts here. */
  readonly hurts: Hurts;
  readonly details: Readonly<Record<string, string | number>>;
  readonly problem: Problem | undefined;
}

/** The sentence of a flaw, and what to do about it. */
export function flawText({ rule, details, problem }: Flaw, language: Language): { says: string; remedy: string } {
  const { says, remedy } = rule.text(language);
  // Strangers wrote what stands in it: whatever that holds, a message is one line, and turns nothing on a terminal.
  const plain = Object.entries(details).map(([name, detail]) => [
    name,
    typeof detail === 'string' ? visible(shortened(detail)) : detail,
  ]);
  const own: Flaw['details'] = Object.fromEntries(plain);
  const shown = problem === undefined ? own : { ...own, problem: plainText(problem, language) };
  return { says: say(says, shown), remedy: say(remedy, shown) };
}

/** Place and severity are a flaw's own. */
function plainText({ severity: _, ...problem }: Problem, language: Language): string {
  return describe({ ...problem, place: {} }, language);
}

/** The files that a fragment of a rule stands for. */
export function sampleFiles(rule: Pick<Rule, 'frame'>, fragment: string): readonly Content[] {
  const framed = rule.frame(fragment);
  const all = Array.isArray(framed) ? (framed as readonly SampleFile[]) : [framed as SampleFile];
  return all.map((file) => {
    if (typeof file === 'string') return contentOf('sample', new TextEncoder().encode(file));
    return file instanceof Uint8Array ? contentOf('sample', file) : file;
  });
}

/** Whom a rule hurts, or one thing that it has found. */
export function hurtParties({ hurts }: { readonly hurts: Hurts }): Party[] {
  return Object.keys(hurts) as Party[];
}
