import { octets } from './address.ts';

/*
 * What a rule may do with the person before it writes them: `{local|untagged|lower}`. A filter takes the local part of an address and gives what stands in the
 * login; the domain of an `{address}` goes through the same filters by itself, so that nothing is found across the @.
 */

export type Filter =
  | { readonly name: 'lower' }
  | { readonly name: 'untagged' }
  | { readonly name: 'replace'; readonly from: string; readonly to: string };

export const FILTERS = ['lower', 'untagged', 'replace'] as const satisfies readonly Filter['name'][];

/** More than these mean that something else is meant. They bound the time, too. */
export const MOST_FILTERS = 8;

/** What may be replaced, and by what: nothing that hides or that a rule gives a meaning to, and no mark that would join the letter before it. */
export const REPLACED = '[^\\p{C}\\p{Z}\\p{M}\\p{Pi}\\p{Pf}\\u201a\\u201e{}|:]';

const REPLACE = new RegExp(`^replace:(${REPLACED}{1,16}):(${REPLACED}{0,16})$`, 'u');

/** The filter that is written so; `undefined` where it is none. */
export function readFilter(text: string): Filter | undefined {
  if (text === 'lower' || text === 'untagged') return { name: text };
  const [, from, to] = REPLACE.exec(text) ?? [];
  return from === undefined || to === undefined ? undefined : { name: 'replace', from, to };
}

/** Octets of a login: as many as RFC 5321 gives to an address are ample. */
export const LONGEST_LOGIN = 254;
/** Replacing could make more and more of a text. What comes after may make less of it again, so that this is far more than a login may have. */
const LONGEST = 16_384;

/**
 * The local part behind these filters; `undefined` where nothing is left of it, or far more than a login may have. Quotes are not a part of what they stand around
 * (RFC 5321 §4.1.2), so they stay around what is left: `"a b+c"` without its tag is `"a b"`.
 */
export function filtered(local: string, filters: readonly Filter[]): string | undefined {
  const quoted = local.startsWith('"');
  const text = through(quoted ? local.slice(1, -1).replace(/\\(.)/gu, '$1') : local, filters);
  if (text === undefined || text === '') return undefined;
  return quoted ? `"${text.replace(/["\\]/g, '\\$&')}"` : text;
}

/** Any text behind these filters; `undefined` where it grows far beyond what a login may have. */
export function through(text: string, filters: readonly Filter[]): string | undefined {
  let result = text;
  for (const filter of filters) {
    result = applied(filter, result);
    if (octets(result) > LONGEST) return undefined;
  }
  return result.normalize('NFC');
}

function applied(filter: Filter, text: string): string {
  if (filter.name === 'lower') return text.toLowerCase();
  // Before the first +, and nothing where that stands first: as a mail server takes an extension away (Postfix, recipient_delimiter, split_addr.c).
  if (filter.name === 'untagged') return text.indexOf('+') > 0 ? text.slice(0, text.indexOf('+')) : text;
  return text.replaceAll(filter.from, () => filter.to);
}

/** More than one local part has this behind the filters. */
export const SEVERAL: unique symbol = Symbol('several');

/** A character that a local part without quotes may have (as in address.ts). */
const PLAIN = /^(?:[A-Za-z0-9!#$%&'*+/=?^_\x60{|}~.-]|(?![\p{C}\p{Z}])[^\0-\x7f])$/u;

/** The one local part that has this text behind the filters; `SEVERAL`, where there may be others, too; `undefined` where none has. */
export function unfiltered(text: string, filters: readonly Filter[]): string | typeof SEVERAL | undefined {
  const characters = Array.from(text);
  const sources = sourcesOf(filters);
  if (sources === undefined) {
    const added = filters.flatMap((filter) => (filter.name === 'replace' ? [...filter.to] : []));
    return characters.every((each) => PLAIN.test(each) || added.includes(each)) ? SEVERAL : undefined;
  }
  const before = characters.map((each) => sources(each).filter((source) => PLAIN.test(source)));
  if (before.some((each) => each.length === 0)) return undefined;
  if (before.some((each) => each.length > 1)) return SEVERAL;
  const local = before.join('');
  return filtered(local, filters) === text ? local : undefined;
}

type Sources = (character: string) => readonly string[];

/** The characters of which the filters make a character; `undefined` where they do not take each by itself. */
function sourcesOf(filters: readonly Filter[]): Sources | undefined {
  const each = filters.map(sourcesOfOne);
  if (!each.every((sources) => sources !== undefined)) return undefined;
  return (character) =>
    each.reduceRight<readonly string[]>((found, sources) => [...new Set(found.flatMap(sources))], [character]);
}

function sourcesOfOne(filter: Filter): Sources | undefined {
  if (filter.name === 'untagged') return undefined;
  if (filter.name === 'lower') return lowerSources;
  const { from, to } = filter;
  if ([...from].length !== 1 || [...to].length !== 1) return undefined;
  return (character) =>
    character === to ? [from, ...(from === to ? [] : [to])] : character === from ? [] : [character];
}

function lowerSources(character: string): readonly string[] {
  if (character.toLowerCase() !== character) return [];
  const upper = character.toUpperCase();
  // It may be two characters (SS of ß): there is one all the same that becomes this one (ẞ).
  return upper === character ? [character] : [character, ...[...upper].slice(0, 1)];
}
