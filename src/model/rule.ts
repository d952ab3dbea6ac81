/**
 * Login rules: `{local}@ods.services`. A rule turns an address into a login and, read backwards, a login into the
 * local part of an address. It has the placeholders `{local}`, `{domain}` and `{address}`, and nothing else.
 */

const PLACEHOLDER = /\{(local|domain|address)\}/g;
/** No white space, no control character, nothing that hides: a login is typed by hand. Nor the quotes of a word processor, which YAML takes for a part of the text. */
const LITERAL = /^(?:(?![\p{C}\p{Z}\p{Pi}\p{Pf}\u201a\u201e{}])[\s\S])*$/u;

/** The rule of a service whose login is the address. */
export const ADDRESS_RULE = '{address}';

/** Every rule names the person: `{local}` or `{address}` exactly once. */
export function isLoginRule(rule: string): boolean {
  const names = [...rule.matchAll(PLACEHOLDER)].map(([, name]) => name);
  const person = names.filter((name) => name !== 'domain');
  return person.length === 1 && LITERAL.test(rule.replaceAll(PLACEHOLDER, ''));
}

/** A rule as it is in one domain: what stands before and after the local part. */
export interface DomainRule {
  /** As the profile writes it. */
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** The rule in this domain. */
export function ruleIn(domain: string, text: string): DomainRule {
  const [before = '', after = ''] = substitute(text, { local: '\0', domain, address: `\0@${domain}` }).split('\0');
  return { text, before, after };
}

/** The login that a rule gives to a local part. */
export function applyRule({ before, after }: DomainRule, local: string): string {
  return before + local + after;
}

/** The login that a rule gives in a directory, where it may be a distinguished name: what has a meaning there is escaped (RFC 4514 §2.4). */
export function applyDirectoryRule(rule: DomainRule, local: string): string {
  const escaped = DISTINGUISHED_NAME.test(rule.text) ? local.replace(/["+,;<>\\=]|^[ #]| $/g, '\\$&') : local;
  return applyRule(rule, escaped);
}

const DISTINGUISHED_NAME = /^[A-Za-z][A-Za-z0-9.-]*=/;

/** A rule in another notation of placeholders, for example Mozilla's `%EMAILLOCALPART%`. */
export function substitute(rule: string, values: Readonly<Record<'local' | 'domain' | 'address', string>>): string {
  return rule.replaceAll(PLACEHOLDER, (_, name: keyof typeof values) => values[name]);
}

/** The local part to which the rule gives this login; `undefined` where it gives it to nobody. Letter case counts only in the local part. */
export function localPartOf({ before, after }: DomainRule, login: string): string | undefined {
  const local = login.slice(before.length, login.length - after.length);
  const fits =
    login.length > before.length + after.length &&
    login.slice(0, before.length).toLowerCase() === before.toLowerCase() &&
    login.slice(login.length - after.length).toLowerCase() === after.toLowerCase();
  return fits ? local : undefined;
}
