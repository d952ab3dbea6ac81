import * as yaml from 'yaml';
import type { Place } from '../errors.ts';
import type { Language, LocalizedText } from '../model/account.ts';
import { asciiDomain } from '../model/address.ts';
import { ASK } from '../model/rule.ts';
import { languages } from '../words/languages.ts';
import { type FoundRule, isGuess, isUsualRule } from './found-rule.ts';
import type { Gathered, GatheredServer, SaidByAuthor } from './gather.ts';
import { describePlaceOf } from './place-text.ts';
import { importComments } from './words.ts';

/**
 * A profile, as YAML that people go on with: comments say where each value comes from, and which are guesses.
 * @param language of the comments
 * @param command whose work it is
 */
export function profileText(
  gathered: Gathered & SaidByAuthor,
  language: Language,
  command: 'import' | 'init' = 'import',
): string {
  const words = importComments(language);
  const from = (...places: readonly (Place | undefined)[]) =>
    [...new Set(places.flatMap((place) => (place === undefined ? [] : [describePlaceOf(place)])))]
      .slice(0, 4)
      .join(', ');
  const document = new yaml.Document({});
  const root = document.contents as unknown as yaml.YAMLMap;
  document.commentBefore = ` yaml-language-server: $schema=./schema.json\n\n ${command === 'init' ? words.headOfInit : words.head}`;
  if (command === 'init') document.comment = ` ${words.more}`;
  const put = (key: string, value: unknown, comment?: string) => {
    const pair = document.createPair(key, value) as yaml.Pair<yaml.Scalar, yaml.Node>;
    if (comment !== undefined && comment !== '') annotate(pair, comment);
    root.items.push(pair as never);
    return pair;
  };
  const [domain] = gathered.domains;
  const main = domain?.value ?? '';
  const { name, shortName, organization, identifier } = namesOf(gathered, main, words);
  put('id', gathered.id?.value ?? idOf(main), from(gathered.id?.place) || words.guessedFrom({ value: main }));
  put('name', name.value, name.comment);
  put('shortName', shortName.value, shortName.comment);
  put('organization', organization.value, organization.comment);
  put('identifier', identifier.value, identifier.comment);
  const spoken = gathered.languages?.value ?? profileLanguages(gathered, language);
  const guessed = gathered.documentation.length === 0 ? words.guessed : undefined;
  put('languages', flow(document, spoken), from(gathered.languages?.place) || guessed);
  if (gathered.example !== undefined) put('example', gathered.example, words.example);
  const domains = put(
    'domains',
    gathered.domains.map(({ value }) => value),
  );
  eachItem(domains, (item, index) => annotateNode(item, from(gathered.domains[index]?.place)));
  const { login } = gathered;
  if (login !== undefined && !isUsualRule(login)) put('login', login.rule, ruleComment(login));
  putServers('incoming', gathered.incoming);
  putServers('outgoing', gathered.outgoing);
  for (const service of ['calendar', 'contacts'] as const) {
    const found = gathered[service];
    if (found !== undefined) put(service, { url: found.url, ...ownLogin(found.login) }, from(found.place));
  }
  if (gathered.exchange !== undefined) {
    const { host, activeSync, webServices, authentication, login: own, place } = gathered.exchange;
    const offers = { ...(activeSync && { activeSync }), ...(webServices && { webServices }) };
    put(
      'exchange',
      { host, ...offers, ...(authentication.length > 0 && { authentication }), ...ownLogin(own) },
      from(place),
    );
  }
  if (gathered.directory !== undefined) {
    const { host, port, security, searchBases, authentication, login: own, place } = gathered.directory;
    const value = { host, ...(port !== undefined && { port }), security, ...plain(security), searchBases };
    const anonymous = authentication.length > 0 && authentication.every((each) => each === 'none');
    put(
      'directory',
      { ...value, ...(authentication.length > 0 && { authentication }), ...(anonymous ? {} : ownLogin(own)) },
      from(place),
    );
  }
  if (gathered.oauth2 !== undefined) put('oauth2', { ...gathered.oauth2.value }, from(gathered.oauth2.place));
  if (gathered.certificateAuthority !== undefined)
    put('certificateAuthority', gathered.certificateAuthority.value, from(gathered.certificateAuthority.place));
  if (gathered.webmail !== undefined) put('webmail', gathered.webmail.value, from(gathered.webmail.place));
  if (gathered.support !== undefined) put('support', gathered.support.value, from(gathered.support.place));
  if (gathered.site !== undefined) put('site', gathered.site.value, from(gathered.site.place));
  if (gathered.documentation.length > 0) {
    const list = gathered.documentation.map(({ value: { url, title } }) => ({
      url,
      title: titleOf(url, title, spoken),
    }));
    const pair = put('documentation', list);
    eachItem(pair, (item, index) => annotateFirst(item, from(gathered.documentation[index]?.place)));
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });

  function putServers(key: 'incoming' | 'outgoing', servers: readonly GatheredServer[]): void {
    if (servers.length === 0) return;
    const pair = put(
      key,
      servers.map((server) => serverValue(document, server, ownLogin(server.login))),
    );
    eachItem(pair, (item, index) => {
      const server = servers[index];
      if (server !== undefined)
        annotateFirst(
          item,
          [from(server.place), server.security === 'none' ? words.clear : ''].filter(Boolean).join('; '),
        );
    });
  }

  /** A service's own rule, where it is another than that of most. */
  function ownLogin(own: FoundRule | undefined): { login?: string } {
    return own === undefined || own.rule === (login?.rule ?? '{address}') ? {} : { login: own.rule };
  }

  function ruleComment(found: FoundRule): string {
    const { rule, places, inferred, people, unaddressed } = found;
    if (rule === ASK)
      return command === 'init' && !inferred ? words.askSaid : unaddressed ? words.askWithoutAddress : words.ask;
    if (!inferred) return from(...places);
    const details = { count: people, place: from(...places) };
    return isGuess(found) ? words.guessedLogin(details) : people < 2 ? words.loginOfOne(details) : words.login(details);
  }
}

function plain(security: string): object {
  return security === 'none' ? { allowPlainText: true } : {};
}

function serverValue(document: yaml.Document, server: GatheredServer, login: object): object {
  const { protocol, host, port, security, authentication } = server;
  const proofs = protocol === 'smtp' ? authentication : authentication.filter((each) => each !== 'none');
  return {
    ...(protocol !== 'smtp' && { protocol }),
    host,
    ...(port !== undefined && { port }),
    security,
    ...(security === 'none' &&
      !(proofs.length > 0 && proofs.every((each) => each === 'none')) && { allowPlainText: true }),
    ...(proofs.length > 0 && { authentication: flow(document, proofs) }),
    ...login,
  };
}

/** A list in one line. */
function flow(document: yaml.Document, list: readonly string[]): yaml.Node {
  return document.createNode(list, { flow: true });
}

function annotate(pair: yaml.Pair<yaml.Scalar, yaml.Node>, comment: string): void {
  // Behind a value of one line, and above what has several.
  if (yaml.isScalar(pair.value) && !String(pair.value.value).includes('\n')) pair.value.comment = ` ${comment}`;
  else if (yaml.isCollection(pair.value) && pair.value.flow === true) pair.value.comment = ` ${comment}`;
  else pair.key.commentBefore = ` ${comment}`;
}

function annotateNode(node: yaml.Node, comment: string): void {
  if (comment !== '') node.comment = ` ${comment}`;
}

/** Behind the first value of a mapping. */
function annotateFirst(item: yaml.Node, comment: string): void {
  if (!yaml.isMap(item) || comment === '') return;
  const [first] = item.items;
  if (yaml.isScalar(first?.value)) first.value.comment = ` ${comment}`;
}

function eachItem({ value }: yaml.Pair<yaml.Scalar, yaml.Node>, visit: (item: yaml.Node, index: number) => void): void {
  if (!yaml.isSeq(value)) return;
  for (const [index, item] of value.items.entries()) visit(item as yaml.Node, index);
}

interface Named {
  readonly value: string;
  readonly comment: string;
}

function namesOf(gathered: Gathered, domain: string, words: ReturnType<typeof importComments>) {
  const guess = (value: string): Named => ({ value, comment: words.guessedFrom({ value: domain }) });
  const said = (of: Gathered['name'], otherwise: () => Named): Named =>
    of === undefined ? otherwise() : { value: of.value, comment: describePlaceOf(of.place) };
  const name = said(gathered.name, () => guess(domain));
  const shortName = said(gathered.shortName, () => ({ ...name, value: shortNameOf(name.value) }));
  const identifier = said(gathered.identifier, () => ({
    value: identifierOf(domain),
    comment: words.identifier,
  }));
  return {
    name,
    shortName: { ...shortName, value: shortNameOf(shortName.value) },
    organization: said(gathered.organization, () => ({ ...name, comment: words.guessedFrom({ value: name.value }) })),
    identifier,
  };
}

/** The longest short name that a profile has, in characters. */
export const LONGEST_SHORT_NAME = 20;

/** The reverse of a domain. */
export function identifierOf(domain: string): string {
  return (asciiDomain(domain) ?? domain).replace(/^\*\./, '').split('.').reverse().join('.');
}

/** A name, cut to what a short one may have. */
export function shortNameOf(name: string): string {
  return Array.from(name).slice(0, LONGEST_SHORT_NAME).join('').trim();
}

/** What a profile for a domain is called. */
export function idOf(domain: string): string {
  return (
    (asciiDomain(domain) ?? domain)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'provider'
  );
}

/** The languages in which all titles are there; those of most where none is. */
export function profileLanguages({ documentation }: Pick<Gathered, 'documentation'>, first: Language): Language[] {
  const titles = documentation.map(({ value }) => value.title);
  const order = [first, ...languages.filter((each) => each !== first)];
  if (titles.length === 0) return order;
  const whole = order.filter((each) => titles.every((title) => title[each] !== undefined));
  if (whole.length > 0) return whole;
  const count = (each: Language) => titles.filter((title) => title[each] !== undefined).length;
  return order.toSorted((one, other) => count(other) - count(one)).slice(0, 1);
}

/** A page without a title in a language of the profile is called by its host. */
function titleOf(url: string, title: LocalizedText, spoken: readonly Language[]): LocalizedText {
  const host = URL.canParse(url) ? new URL(url).hostname : url;
  const missing = spoken.filter((each) => title[each] === undefined);
  const there = Object.values(title).filter((text) => text !== undefined);
  return { ...title, ...Object.fromEntries(missing.map((each) => [each, there[0] ?? host])) };
}
