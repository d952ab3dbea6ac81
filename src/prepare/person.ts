import type { Account, DavService, Login } from '../model/account.ts';
import { LONGEST_LOGIN } from '../model/filter.ts';
import { hasFilter, ruleIn } from '../model/rule.ts';

/*
 * What of an account is the person's, and what everybody has whose account is laid out in the same way. Only usual values are told apart: letters, digits and three signs in addresses
 * and logins, names as most people have them. Whatever else there is costs its bearer the time of an ordinary file, and nobody a wrong one.
 *
 * (Above 200 lines, because reading an account, changing it and knowing its layout again go over the same services.)
 */

/** An account without its person. */
export interface Layout {
  /** Two accounts of a provider with the same one differ in their persons alone. */
  readonly key: string;
  /** What is the person's, each text once. */
  readonly texts: readonly string[];
  readonly kinds: readonly Kind[];
}

/** A name, or an address and what is like it. */
type Kind = 'word' | 'name';

/** How an account is laid out; `undefined` where a value of it is none of the usual ones. */
export function layoutOf(account: Account): Layout | undefined {
  const known = knownLayout(account);
  if (known !== undefined) return known;
  const layout = readLayout(account);
  if (layout !== undefined) know(account, layout);
  return layout;
}

function readLayout(account: Account): Layout | undefined {
  const texts: string[] = [];
  const kinds: Kind[] = [];
  let usual = true;
  const changed = withPerson(account, (text, kind) => {
    usual &&= isUsual(text, kind);
    const known = texts.indexOf(text);
    if (known >= 0) return `\0${known}`;
    // What differs in its capitals alone is the same to whoever compares without them.
    usual &&= texts.every((each) => each.toLowerCase() !== text.toLowerCase());
    kinds.push(kind);
    return `\0${texts.push(text) - 1}${likeness(text)}`;
  });
  if (changed === undefined || !usual) return undefined;
  const { provider: _, ...rest } = changed;
  return { key: JSON.stringify(rest), texts, kinds };
}

/** The same account with other texts of a person. @param texts for each of those that it has, in their order */
export function accountOf(account: Account, own: readonly string[], texts: readonly string[]): Account {
  // Whoever asks has its layout: every text is one of its own, and it can be changed.
  return withPerson(account, (text) => texts[own.indexOf(text)] as string) as Account;
}

/** What persons may have in the place of these texts: short and long, with every sign that is usual, and as little like words as they may be. */
export function personsLike({ texts, kinds }: Layout): readonly (readonly string[])[] {
  return SIZES.map((size) => texts.map((text, index) => like(text, kinds[index] as Kind, size, index)));
}

/** In the company of capitals a digit in front is nothing of its own. */
const DIGIT_AND_CAPITAL = /^\d.*[A-Z]/;

const USUAL = {
  word: /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i,
  name: /^[\p{L}\p{M}]+(?:\.? [\p{L}\p{M}]|['’-][\p{L}\p{M}]|[\p{L}\p{M}])*\.?$/u,
} as const satisfies Record<Kind, RegExp>;
const LONGEST = { word: 64, name: 100 } as const satisfies Record<Kind, number>;

/** Dots where RFC 5321 has none (§4.1.2, Dot-string): some programs refuse them, and others take them. */
const STRAY_DOT = /^\.|\.\.|\.$/;

/** What some program takes for a value of another kind; and what Evolution 3.46 replaces wherever it stands. */
const MEANT_OTHERWISE = /^(?:true|false|yes|no|on|off|null|nil|none|nan|inf(?:inity)?)$|evolutionuser/i;

function isUsual(text: string, kind: Kind): boolean {
  if (text.length > LONGEST[kind] || !USUAL[kind].test(text) || MEANT_OTHERWISE.test(text)) return false;
  return kind === 'name' || !(STRAY_DOT.test(text) || DIGIT_AND_CAPITAL.test(text));
}

/** May a person whose logins a rule makes of this have prepared texts? One with capitals goes the ordinary way: hardly a program sends any. */
export function isUsualLocal(local: string): boolean {
  return isUsual(local, 'word') && !/[A-Z]/.test(local);
}

/** What programs make a difference by: a digit in front, capitals, and letters beyond ASCII or Latin-1. */
export function likeness(text: string): '' | 'd' | 'c' | 'l' | 'w' {
  if (!/^[\0-\x7f]*$/.test(text)) return /^[\0-\xff]*$/.test(text) ? 'l' : 'w';
  if (/[A-Z]/.test(text)) return 'c';
  return /^\d/.test(text) ? 'd' : '';
}

const SIZES = ['middle', 'short', 'long', 'odd'] as const;

const NAMES = {
  '': ['jean-luc d. jr.', 'n', "d'arc-el ".repeat(11).trim(), 'e. e. cummings'],
  c: ["Jean-Luc d'Arc Jr.", 'N', "Mary-Ann O'Neill ".repeat(5).trim(), 'X. Y. ZZ'],
  l: ['René D. Ünal-ÿ', 'É', "Zoë-Maëlle d'É ".repeat(6).trim(), 'ß. Ça Ø'],
  w: ['Ľudmila D. O’Neill', 'Ŵ', 'Љуба-Œ d’Ő '.repeat(9).trim(), '张 伟'],
} as const satisfies Record<Exclude<ReturnType<typeof likeness>, 'd'>, readonly string[]>;

function like(text: string, kind: Kind, size: (typeof SIZES)[number], index: number): string {
  const as = likeness(text);
  // No name has digits.
  if (kind === 'name') return NAMES[as === 'd' ? '' : as][SIZES.indexOf(size)] as string;
  // Another one for each text.
  const letter = String.fromCharCode(97 + (index % 26));
  const digits = {
    middle: `7-x.y_${letter}`,
    short: `${index}`,
    long: `${'12345'.repeat(12)}${index}`,
    odd: `00${7 + index}`,
  };
  if (as === 'd') return digits[size];
  const long = `k9.a_b-c.d${'e'.repeat(50 - (index % 26))}${letter}`;
  const word = { middle: `jean-luc_x.${letter}9`, short: letter, long, odd: `x${letter}0` }[size];
  return as === 'c' ? word.toUpperCase() : word;
}

/**
 * Everything about an account but local part, name, role, language and logins follows from an object: who makes accounts by rule says so, and spares each the reading of its layout.
 * @param alone the rest follows from it, too, and from the local part
 */
export function ruledBy(rule: object, account: Account, alone: boolean): Account {
  rules.set(account, rule);
  if (alone) ruledAlone.add(account);
  return account;
}

const rules = new WeakMap<Account, object>();
const ruledAlone = new WeakSet<Account>();

/** From which object, and a usual local part, all of this account follows as it does of anybody else's; `undefined` where more belongs to it. */
export function ruleAlone(account: Account): object | undefined {
  const rule = ruledAlone.has(account) ? rules.get(account) : undefined;
  const known = rule && layouts.get(rule)?.get(shapeOf(account));
  // With a longer local part, a rule might make a login that is too long.
  const long = known?.logins.some((login) => login && login.before.length + login.after.length > ROOM);
  return known === undefined || long === true ? undefined : rule;
}

/** What a rule may put around a local part of any length, and be within what a login may be. */
const ROOM = LONGEST_LOGIN - LONGEST.word;

/** The layout of those whose logins are their local parts, with what their rules put around it. */
interface KnownLayout extends Pick<Layout, 'key' | 'kinds'> {
  readonly logins: readonly ({ readonly rule: string; readonly before: string; readonly after: string } | undefined)[];
}

const layouts = new WeakMap<object, Map<string, KnownLayout>>();

function knownLayout(account: Account): Layout | undefined {
  const { local, name } = account;
  const known = layouts.get(rules.get(account) ?? account)?.get(shapeOf(account));
  if (known === undefined || !isUsual(local, 'word') || !(name === undefined || isUsual(name, 'name')))
    return undefined;
  const services = servicesOf(account);
  if (services.length !== known.logins.length) return undefined;
  for (const [index, service] of services.entries()) {
    const login = known.logins[index];
    if (service?.loginRule !== login?.rule) return undefined;
    if (login !== undefined && service?.login !== login.before + local + login.after) return undefined;
  }
  if (name === undefined) return { ...known, texts: [local] };
  return name.toLowerCase() === local.toLowerCase() ? undefined : { ...known, texts: [local, name] };
}

function know(account: Account, { key, texts, kinds }: Layout): void {
  const { local, domain, name, calendar, contacts } = account;
  const rule = rules.get(account);
  const own = name === undefined ? [local] : [local, name];
  if (rule === undefined || texts.join('\n') !== own.join('\n')) return;
  if (calendar?.principal || contacts?.principal) return;
  const services = servicesOf(account);
  // A filter may leave this one as it is, and not the next.
  if (services.some((service) => service && (service.loginRule === undefined || hasFilter(service.loginRule)))) return;
  const logins = services.map(
    (service) => service?.loginRule && { rule: service.loginRule, ...partsOf(domain, service.loginRule) },
  );
  const known = layouts.get(rule) ?? new Map<string, KnownLayout>();
  layouts.set(rule, known.set(shapeOf(account), { key, kinds, logins: logins.map((each) => each || undefined) }));
}

function shapeOf({ local, name, role, language }: Account): string {
  return `${role} ${language} ${likeness(local)} ${name === undefined ? '' : `.${likeness(name)}`}`;
}

function servicesOf(account: Account): readonly (Login | undefined)[] {
  const { incoming, outgoing, calendar, contacts, exchange } = account;
  return [account, ...incoming, ...outgoing, calendar, contacts, exchange, account.directory];
}

type Change = (text: string, kind: Kind) => string;

/** The account with every text of the person changed; `undefined` where it is not put together as `resolve` does it. */
function withPerson(account: Account, change: Change): Account | undefined {
  const { local, domain, address, displayAddress, name, incoming, outgoing, calendar, contacts, exchange } = account;
  if (address !== `${local}@${domain}` || !displayAddress.startsWith(`${local}@`)) return undefined;
  const person = change(local, 'word');
  const of = <L extends Login>(service: L): L => ({ ...service, login: changedLogin(service, domain, change) });
  const dav = (service: DavService): DavService => ({
    ...of(service),
    url: service.principal ? changedUrl(service.url, change) : service.url,
  });
  return {
    ...of(account),
    local: person,
    address: `${person}@${domain}`,
    displayAddress: `${person}${displayAddress.slice(local.length)}`,
    name: name && change(name, 'name'),
    incoming: incoming.map(of),
    outgoing: outgoing.map(of),
    calendar: calendar && dav(calendar),
    contacts: contacts && dav(contacts),
    exchange: exchange && of(exchange),
    directory: account.directory && of(account.directory),
  };
}

/** Around the person a rule has its own text. */
function changedLogin({ login, loginRule }: Login, domain: string, change: Change): string {
  const { before, after } = loginRule === undefined ? NO_RULE : partsOf(domain, loginRule);
  if (login.length <= before.length + after.length || !login.startsWith(before) || !login.endsWith(after))
    return change(login, 'word');
  const person = login.slice(before.length, login.length - after.length);
  return (
    before +
    person
      .split(/([@=,])/)
      .map((part, index) => (index % 2 === 0 ? change(part, 'word') : part))
      .join('') +
    after
  );
}

const NO_RULE = { before: '', after: '' };
let lastRule: { readonly domain: string; readonly rule: string; readonly parts: typeof NO_RULE } | undefined;

/** A rule is read once for the services of an account, which mostly have the same. */
function partsOf(domain: string, rule: string): typeof NO_RULE {
  if (lastRule?.domain !== domain || lastRule.rule !== rule) lastRule = { domain, rule, parts: ruleIn(domain, rule) };
  return lastRule.parts;
}

/** Every part of the path may be the person's. */
function changedUrl(url: string, change: Change): string {
  const path = url.indexOf('/', 'https://'.length);
  return (
    url.slice(0, path) +
    url
      .slice(path)
      .replace(/(%[0-9A-F]{2})|[A-Za-z0-9._-]+/g, (text, encoded?: string) =>
        encoded === undefined ? change(text, 'word') : text,
      )
  );
}
