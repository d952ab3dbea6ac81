import type { Language } from '../model/account.ts';
import type { Kinds } from './answer-kinds.ts';

/** What a web server has to know of a site. */
export interface WebSite {
  /** Tells its names in a configuration from those of another site: letters, digits and underscores. */
  readonly name: string;
  readonly places: readonly WebPlace[];
  readonly kinds: Kinds;
}

/** The host of the pages, and the domains whose programs are sent there. */
export interface WebPlace {
  /** Without its port: what is asked for. */
  readonly hostname: string;
  /** The URL below which the pages are, with `/` at its end. */
  readonly url: string;
  /** Begins and ends with a slash. */
  readonly path: string;
  readonly domains: readonly WebDomain[];
  /** Where a person begins, in each language: the preferred one first. */
  readonly begin: readonly [WebBegin, ...WebBegin[]];
}

export interface WebBegin {
  readonly language: Language;
  readonly url: string;
}

export interface WebDomain {
  readonly name: string;
  /** The URL of its clientConfig for who has asked over plain HTTP; `undefined` where there is none. */
  readonly config: string | undefined;
  readonly hasPacc: boolean;
  /** It tells where its ActiveSync is. */
  readonly hasPointer: boolean;
}

/** Where an administrator puts the folder, until they write another place into the snippet. */
export const PLACE = '/srv/facteur';
export const CERTIFICATE = '/etc/ssl/facteur/fullchain.pem';
export const KEY = '/etc/ssl/facteur/privkey.pem';

/** What Autodiscover v2 answers to every other protocol. */
export const NO_PROTOCOL = '{"ErrorCode":"ProtocolNotSupported","ErrorMessage":"Only ActiveSync is told here."}';

/** First labels of the names at which programs ask for the settings of a domain. */
export const LABELS = ['autoconfig', 'autodiscover', 'ua-auto-config'] as const;

/** Every name of a place, the one of its pages first. */
export function hostNamesOf({ hostname, domains }: WebPlace): string[] {
  return [...new Set([hostname, ...domains.flatMap(({ name }) => LABELS.map((label) => `${label}.${name}`))])];
}

/** The headers of a kind, pair by pair. */
export function pairsOf(kind: readonly string[]): [name: string, value: string][] {
  return kind.flatMap((name, index) => (index % 2 === 0 ? [[name, kind[index + 1] ?? '']] : []) as [string, string][]);
}

export function headerValue(kind: readonly string[], name: string): string {
  return kind[kind.indexOf(name) + 1] ?? '';
}

/** That of the languages of a place which Accept-Language names first, as a regular expression. Browsers write them in their order; weights that say otherwise are nobody's habit. */
export function namesFirst(language: string, { begin }: WebPlace): string {
  const others = begin.map((each) => each.language).join('|');
  return `^(?:(?!\\b(?:${others})\\b).)*\\b${language}\\b`;
}
