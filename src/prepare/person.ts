import type { Account, DavService, Login } from '../model/account.ts';
import { ruleIn } from '../model/rule.ts';

/*
 * What of an account is the person's, and what everybody has whose account is laid out in the same way. Only usual values are told apart: letters, digits and three signs in addresses
 * and logins, names as most people have them. Whatever else there is costs its bearer the time of an ordinary file, and nobody a wrong one.
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
  const texts: string[] = [];
  const kinds: Kind[] = [];
  let usual = true;
  const changed = withPerson(account, (text, kind) => {
    usual &&= USUAL[kind].test(text) && text.length <= LONGEST[kind];
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

const USUAL = {
  word: /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/,
  name: /^[\p{L}\p{M}]+(?:\.? [\p{L}\p{M}]|['’-][\p{L}\p{M}]|[\p{L}\p{M}])*\.?$/u,
} as const satisfies Record<Kind, RegExp>;
const LONGEST = { word: 64, name: 100 } as const satisfies Record<Kind, number>;

/** What programs make a difference by: capitals, and letters beyond ASCII or Latin-1. */
function likeness(text: string): '' | 'c' | 'l' | 'w' {
  if (!/^[\0-\x7f]*$/.test(text)) return /^[\0-\xff]*$/.test(text) ? 'l' : 'w';
  return /[A-Z]/.test(text) ? 'c' : '';
}

const SIZES = ['middle', 'short', 'long', 'odd'] as const;

const NAMES = {
  '': ['jean-luc d. jr.', 'n', "d'arc-el ".repeat(11).trim(), 'e. e. cummings'],
  c: ["Jean-Luc d'Arc Jr.", 'N', "Mary-Ann O'Neill ".repeat(5).trim(), 'X. Y. ZZ'],
  l: ['René D. Ünal-ÿ', 'É', "Zoë-Maëlle d'É ".repeat(6).trim(), 'ß. Ça Ø'],
  w: ['Ľudmila D. O’Neill', 'Ŵ', 'Љуба-Œ d’Ő '.repeat(9).trim(), '张 伟'],
} as const satisfies Record<ReturnType<typeof likeness>, readonly string[]>;

function like(text: string, kind: Kind, size: (typeof SIZES)[number], index: number): string {
  const as = likeness(text);
  if (kind === 'name') return NAMES[as][SIZES.indexOf(size)] as string;
  // Another one for each text.
  const letter = String.fromCharCode(97 + (index % 26));
  const word = {
    short: letter,
    long: `k9.a_b-c.d${'e'.repeat(50 - (index % 26))}${letter}`,
    odd: `${70 + index}`,
    middle: `jean-luc_x.${letter}9`,
  }[size];
  return as === '' ? word : `${word.slice(0, -1)}${size === 'odd' ? letter : word.slice(-1)}`.toUpperCase();
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
