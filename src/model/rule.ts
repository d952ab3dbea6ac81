import { octets } from './address.ts';
import {
  type Filter,
  filtered,
  LONGEST_LOGIN,
  MOST_FILTERS,
  REPLACED,
  readFilter,
  SEVERAL,
  through,
  unfiltered,
} from './filter.ts';

/**
 * Login rules: `{local}@ods.services`. A rule turns an address into a login and, read backwards, a login into the
 * local part of an address. It has the placeholders `{local}`, `{domain}` and `{address}`, the first and the last with filters
 * (`{local|lower}`), and nothing else.
 */

/** In the place of a rule: no rule gives the login, so the person has to say it. */
export const ASK = 'ask';

/** The rule of a service whose login is the address. */
export const ADDRESS_RULE = '{address}';

const PLACEHOLDER = /\{([^{}]*)\}/g;
/** No white space, no control character, nothing that hides: a login is typed by hand. Nor the quotes of a word processor, which YAML takes for a part of the text. */
const LITERAL = /^(?:(?![\p{C}\p{Z}\p{Pi}\p{Pf}\u201a\u201e{}])[\s\S])*$/u;

/** What is wrong with a rule. */
export type RuleFault =
  | { readonly fault: 'rule' }
  /** `text` is none of the filters. */
  | { readonly fault: 'filter' | 'replace'; readonly text: string }
  /** There are filters for the person alone. */
  | { readonly fault: 'filter-of'; readonly name: string }
  /** A replaced + would be no + any more. */
  | { readonly fault: 'order' }
  | { readonly fault: 'many' };

/** Why this is no login rule: every rule names the person, with `{local}` or `{address}` exactly once. */
export function ruleFault(rule: string): RuleFault | undefined {
  const placeholders = [...rule.matchAll(PLACEHOLDER)].map(([, inside = '']) => inside.split('|'));
  for (const [name = '', ...filters] of placeholders) {
    const fault = NAMES.includes(name) ? filtersFault(name, filters) : { fault: 'rule' as const };
    if (fault !== undefined) return fault;
  }
  const person = placeholders.filter(([name]) => name !== 'domain');
  return person.length === 1 && LITERAL.test(literalOf(rule)) ? undefined : { fault: 'rule' };
}

const NAMES: readonly string[] = ['local', 'domain', 'address'];

/** Is it a rule as far as its placeholders have filters? */
export function filtersFault(name: string, filters: readonly string[]): RuleFault | undefined {
  if (filters.length === 0) return undefined;
  if (name !== 'local' && name !== 'address') return { fault: 'filter-of', name };
  if (filters.length > MOST_FILTERS) return { fault: 'many' };
  const unread = filters.find((text) => readFilter(text) === undefined);
  if (unread !== undefined) return { fault: /^replace\b/.test(unread) ? 'replace' : 'filter', text: unread };
  const replaces = filters.findIndex((text) => text.startsWith('replace:'));
  return replaces >= 0 && filters.indexOf('untagged', replaces) > 0 ? { fault: 'order' } : undefined;
}

export function isLoginRule(rule: string): boolean {
  return ruleFault(rule) === undefined;
}

/** The same for editors, which read regular expressions with the flag u: filters behind a name, and what may stand around the person. */
export const FILTERS_PATTERN = `(?![^}]*\\|replace:[^}]*\\|untagged[|}])(?:\\|(?:lower|untagged|replace:${REPLACED}{1,16}:${REPLACED}{0,16})){0,${MOST_FILTERS}}`;
const AROUND = '(?:[^\\p{C}\\p{Z}\\p{Pi}\\p{Pf}\\u201a\\u201e{}]|\\{domain\\})';
export const RULE_PATTERN = `${AROUND}*\\{(?:local|address)${FILTERS_PATTERN}\\}${AROUND}*`;

/** A rule as it is in one domain: what stands before and after the local part, and what is done with that. */
export interface DomainRule {
  /** As the profile writes it. */
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly filters: readonly Filter[];
}

/** The rule in this domain. */
export function ruleIn(domain: string, text: string): DomainRule {
  const filters: Filter[] = [];
  // No rule has this character.
  const [before = '', after = ''] = text
    .replaceAll(PLACEHOLDER, (_, inside: string) => {
      const [name, ...written] = inside.split('|');
      if (name === 'domain') return domain;
      filters.push(...written.map(readFilter).filter((filter) => filter !== undefined));
      // A domain name is far below the length at which this ends.
      return name === 'local' ? '\0' : `\0${through(`@${domain}`, filters) ?? ''}`;
    })
    .split('\0');
  return { text, before, after, filters };
}

/** The login that a rule gives to a local part; `undefined` where its filters leave nothing of it. */
export function applyRule(rule: DomainRule, local: string): string | undefined {
  const person = personIn(rule, local);
  return person === undefined ? undefined : rule.before + person + rule.after;
}

/** The login that a rule gives in a directory, where it may be a distinguished name: what has a meaning there is escaped (RFC 4514 §2.4). */
export function applyDirectoryRule(rule: DomainRule, local: string): string | undefined {
  const person = personIn(rule, local);
  if (person === undefined) return undefined;
  const escaped = isDistinguishedName(rule.text) ? person.replace(/["+,;<>\\=]|^[ #]| $/g, '\\$&') : person;
  return rule.before + escaped + rule.after;
}

const DISTINGUISHED_NAME = /^[A-Za-z][A-Za-z0-9.-]*=/;

/** Does it begin as a distinguished name does? */
export function isDistinguishedName(text: string): boolean {
  return DISTINGUISHED_NAME.test(text);
}

function personIn({ filters }: DomainRule, local: string): string | undefined {
  return filters.length === 0 ? local : filtered(local, filters);
}

/** Does the rule make more of this local part than a login may have? */
export function isTooLong(rule: DomainRule, local: string): boolean {
  const login = applyRule(rule, local);
  return login === undefined ? through(local, rule.filters) === undefined : octets(login) > LONGEST_LOGIN;
}

/** What each filter of a rule makes of this local part, one after the other. */
export function stepsOf(
  { filters }: DomainRule,
  local: string,
): { readonly filter: Filter; readonly result: string }[] {
  return filters.map((filter, index) => ({ filter, result: filtered(local, filters.slice(0, index + 1)) ?? '' }));
}

/**
 * A rule in another notation of placeholders, for example Mozilla's `%EMAILLOCALPART%`; `undefined` where it has a filter, for which no such notation has a word: the
 * placeholder alone would give other logins.
 */
export function substitute(
  rule: string,
  values: Readonly<Record<'local' | 'domain' | 'address', string>>,
): string | undefined {
  if (hasFilter(rule)) return undefined;
  return rule.replaceAll(PLACEHOLDER, (_, name: keyof typeof values) => values[name]);
}

/** What stands in every login of a rule: its text without the placeholders, whose filters have signs of their own. */
export function literalOf(rule: string): string {
  return rule.replaceAll(PLACEHOLDER, '');
}

/** Does a rule do something with the person before it writes them? */
export function hasFilter(rule: string): boolean {
  return /\{[^{}|]*\|/.test(rule);
}

/** Is this the login that the rule gives to this local part? Letter case counts only in the local part. */
export function isLoginOf(rule: DomainRule, local: string, login: string): boolean {
  const middle = middleOf(rule, login);
  return middle !== undefined && middle === personIn(rule, local);
}

/** The local part to which alone the rule gives this login; `undefined` where it gives it to nobody, or to several. */
export function localPartOf(rule: DomainRule, login: string): string | undefined {
  const read = localPartOrSeveral(rule, login);
  return read === SEVERAL ? undefined : read;
}

/** The same, and whether there are several. */
export function localPartOrSeveral(rule: DomainRule, login: string): string | typeof SEVERAL | undefined {
  const middle = middleOf(rule, login);
  return middle === undefined || rule.filters.length === 0 ? middle : unfiltered(middle, rule.filters);
}

/** What stands in a login where the rule has the person. */
function middleOf({ before, after }: DomainRule, login: string): string | undefined {
  const fits =
    login.length > before.length + after.length &&
    login.slice(0, before.length).toLowerCase() === before.toLowerCase() &&
    login.slice(login.length - after.length).toLowerCase() === after.toLowerCase();
  return fits ? login.slice(before.length, login.length - after.length) : undefined;
}
