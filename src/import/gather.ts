import { InputError, type Problem } from '../errors.ts';
import type { Language } from '../model/account.ts';
import { addressOf } from '../model/address.ts';
import { ADDRESS_RULE, ASK } from '../model/rule.ts';
import { defaultPorts } from '../profile/profile.ts';
import { withoutUnfit } from './fit-values.ts';
import { gives, inferRule, type LoginPair } from './infer-login.ts';
import { urlOfAnybody } from './person-in-url.ts';
import { describePlaceOf } from './place-text.ts';
import type { SaidDav, SaidDirectory, SaidExchange, SaidLogin, SaidServer, Stated, Testimony } from './testimony.ts';
import { importProblem, loss } from './words.ts';

/** A login rule, and which files it comes from. */
export interface FoundRule {
  /** `ask` where none fits. */
  readonly rule: string;
  readonly places: readonly Stated<unknown>['place'][];
  /** It was made of people's own logins, and not read. */
  readonly inferred: boolean;
  /** How many people’s logins it was made of. */
  readonly people: number;
  /** Logins stand there of people whose address no file says. */
  readonly unaddressed: boolean;
}

export interface GatheredServer extends Omit<SaidServer, 'login'> {
  readonly login: FoundRule | undefined;
}

/** What all files say together. */
export interface Gathered {
  readonly domains: readonly Stated<string>[];
  readonly name: Stated<string> | undefined;
  readonly shortName: Stated<string> | undefined;
  readonly organization: Stated<string> | undefined;
  readonly identifier: Stated<string> | undefined;
  /** The rule of most services; `undefined`: no file has a login. */
  readonly login: FoundRule | undefined;
  readonly incoming: readonly GatheredServer[];
  readonly outgoing: readonly GatheredServer[];
  readonly calendar: (Omit<SaidDav, 'login'> & { readonly login: FoundRule | undefined }) | undefined;
  readonly contacts: (Omit<SaidDav, 'login'> & { readonly login: FoundRule | undefined }) | undefined;
  readonly exchange: (Omit<SaidExchange, 'login'> & { readonly login: FoundRule | undefined }) | undefined;
  readonly directory: (Omit<SaidDirectory, 'login'> & { readonly login: FoundRule | undefined }) | undefined;
  readonly webmail: Stated<string> | undefined;
  readonly documentation: NonNullable<Testimony['documentation']>;
  readonly oauth2: Testimony['oauth2'];
  readonly certificateAuthority: Stated<string> | undefined;
  /** What is lost, and where files disagree. */
  readonly losses: readonly Problem[];
}

/** What no file says, and who looks after the provider does. */
export interface SaidByAuthor {
  /** Of the profile. */
  readonly id?: Stated<string> | undefined;
  readonly languages?: Stated<readonly Language[]> | undefined;
  /** An address of nobody. */
  readonly example?: string | undefined;
  readonly support?: Stated<Readonly<Record<string, string>>> | undefined;
  readonly site?: Stated<string> | undefined;
}

/**
 * Puts together what several files of one provider say. The first file wins where two say other things, and each such place is told.
 * @param address of the person whose files these are, for files that name none
 * @throws InputError where they do not make a provider: no domain, no way to read mail or to send it
 */
export function gather(files: readonly Testimony[], address?: string): Gathered {
  const { domains, incoming, outgoing, exchange, losses, ...more } = putTogether(files, address);
  // What is lost may be why.
  const refused = (problem: Problem) => new InputError([problem, ...losses]);
  if (domains.length === 0) {
    const [only] = files.length === 1 ? files : [];
    const others = losses.filter(({ code }) => code !== 'import.no-address');
    throw new InputError([importProblem('import.no-domain', { file: only?.file ?? '' }), ...others]);
  }
  if (incoming.length + outgoing.length === 0 && exchange === undefined)
    throw refused(importProblem('import.nothing', {}, { file: files[0]?.file }));
  if (incoming.length === 0 && outgoing.length > 0)
    throw refused(importProblem('import.no-incoming', {}, { file: files[0]?.file }));
  if (outgoing.length === 0 && incoming.length > 0)
    throw refused(importProblem('import.no-outgoing', {}, { file: files[0]?.file }));
  return { domains, incoming, outgoing, exchange, losses, ...more };
}

/** The same for who can say what is missing; of no file, nothing. */
export function putTogether(given: readonly Testimony[], address?: string): Gathered {
  const losses: Problem[] = withoutWholeSequences(given.flatMap((each) => each.losses));
  const files = given.map((each) => withoutUnfit(each, losses));
  const domains = domainsOf(files, address);
  const owned = files.map((file) => ({ file, address: ownerAmong(files, file) ?? address }));
  const servers = mergedServers(
    owned.flatMap(({ file, address: own }) => (file.servers ?? []).map((server) => ({ ...server, owner: own }))),
    losses,
  );
  for (const server of servers) losses.push(...clearLosses(server));
  const [incoming, outgoing] = [servers.filter(isIncoming), servers.filter((each) => !isIncoming(each))];
  const first = <T>(pick: (file: Testimony) => T | undefined) =>
    owned.flatMap(({ file, address: own }) => {
      const found = pick(file);
      return found === undefined ? [] : [{ found, owner: own }];
    });
  const exchange = first(({ exchange }) => exchange)[0];
  const rule = (said: readonly OwnedLogin[]) => ruleOf(said, losses);
  const directory = first(({ directory }) => directory)[0];
  if (directory !== undefined) losses.push(...clearLosses(directory.found));
  const withRule = <T extends { readonly login: SaidLogin | undefined }>(
    of: { readonly found: T; readonly owner: string | undefined } | undefined,
  ) => of && { ...of.found, login: rule([{ said: of.found.login, owner: of.owner }]) };
  const ofAnybody = (of: { readonly found: SaidDav; readonly owner: string | undefined } | undefined) => {
    const said = of?.found.login?.value;
    const person = { address: of?.owner, login: said !== undefined && 'login' in said ? said.login : '' };
    const service = withRule(of);
    return service && { ...service, url: urlOfAnybody(service.url, person) };
  };
  const ruled = (list: typeof servers) =>
    list.map(({ logins, owner: _, ...server }) => ({ ...server, login: rule(logins) }));
  const [reads, sends] = [ruled(incoming), ruled(outgoing)];
  for (const each of guessesAmong([...reads, ...sends].map(({ login }) => login)))
    losses.push(loss('import.guessed-rule', { rule: each.rule }, each.places[0] ?? {}));
  return {
    domains,
    name: agreed(files, 'name', losses),
    shortName: agreed(files, 'shortName', losses),
    organization: agreed(files, 'organization', losses),
    identifier: agreed(files, 'identifier', losses),
    webmail: agreed(files, 'webmail', losses),
    certificateAuthority: first(({ certificateAuthority }) => certificateAuthority)[0]?.found,
    oauth2: first(({ oauth2 }) => oauth2)[0]?.found,
    documentation: distinctDocuments(files),
    login: usual([...reads, ...sends].map(({ login }) => login)),
    incoming: reads,
    outgoing: sends,
    calendar: ofAnybody(first(({ calendar }) => calendar)[0]),
    contacts: ofAnybody(first(({ contacts }) => contacts)[0]),
    exchange: withRule(exchange),
    directory: withRule(directory),
    losses: inOrder(losses, files),
  };
}

/** What was lost in the order of the files and their lines, and each thing once. */
function inOrder(losses: readonly Problem[], files: readonly Testimony[]): Problem[] {
  const order = new Map(files.map(({ file }, index) => [file, index]));
  const rank = ({ place }: Problem) => order.get(place.file ?? '') ?? 0;
  const said = new Set<string>();
  return losses
    .filter(({ code, details, place: { file } }) => {
      if (code !== 'import.no-address') return true;
      const key = JSON.stringify([file, details.value]);
      return !said.has(key) && said.add(key);
    })
    .toSorted((one, other) => rank(one) - rank(other) || (one.place.line ?? 0) - (other.place.line ?? 0))
    .flatMap(bounded());
}

/** Of one kind of loss in a file, as many as somebody could go through; the next one says that there are more. */
const MOST_LOSSES = 100;

function bounded(): (problem: Problem) => Problem[] {
  const counts = new Map<string, number>();
  return (problem) => {
    const { code, place } = problem;
    const key = `${code} ${place.file ?? ''}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count <= MOST_LOSSES) return [problem];
    return count === MOST_LOSSES + 1 ? [loss('import.more', { most: MOST_LOSSES }, place)] : [];
  };
}

/** The guesses among rules, each once. */
function guessesAmong(rules: readonly (FoundRule | undefined)[]): FoundRule[] {
  const guesses = rules.filter((rule) => rule !== undefined && isGuess(rule));
  return [...new Map(guesses.map((each) => [each?.rule, each])).values()].filter((each) => each !== undefined);
}

/** Codes of a sequence that are all there miss nothing. */
function withoutWholeSequences(losses: readonly Problem[]): Problem[] {
  const parts = losses.filter(({ code }) => code === 'import.part');
  const known = new Set(parts.map(({ details }) => details.part));
  return losses.filter(({ code, details }) => code !== 'import.part' || known.size < Number(details.count));
}

/** What goes in clear to a server without TLS. A proof that is no password does not show one. */
function clearLosses({
  security,
  authentication,
  place,
}: Pick<SaidServer, 'security' | 'place'> & { readonly authentication: readonly string[] }): Problem[] {
  if (security !== 'none') return [];
  const shows = authentication.length === 0 || authentication.some((each) => each === 'password' || each === 'oauth2');
  return [loss(shows ? 'import.clear' : 'import.clear-mail', {}, place)];
}

/** Whose file it is: what it says itself, what another of the same person or with the same login does, or the one address that there is. */
function ownerAmong(files: readonly Testimony[], { address, person, servers = [] }: Testimony): string | undefined {
  if (address !== undefined) return address.value;
  const of = files.filter((file) => person !== undefined && file.person === person);
  const [tied] = of.flatMap((file) => file.address ?? []);
  if (tied !== undefined) return tied.value;
  // A file of rules is of nobody.
  if (servers.every(({ login }) => login === undefined || 'rule' in login.value)) return undefined;
  const own = literals(servers);
  const [alike] = files.filter(
    (file) => file.address !== undefined && literals(file.servers).some((each) => own.includes(each)),
  );
  if (alike !== undefined) return alike.address?.value;
  const all = new Set(files.flatMap((file) => file.address?.value ?? []));
  const [only] = all;
  return all.size === 1 ? only : undefined;
}

/** Logins of persons. */
function literals(servers: Testimony['servers'] = []): string[] {
  return servers.flatMap(({ login }) => (login !== undefined && 'login' in login.value ? [login.value.login] : []));
}

function isIncoming({ protocol }: { readonly protocol: SaidServer['protocol'] }): boolean {
  return protocol !== 'smtp';
}

function domainsOf(files: readonly Testimony[], address: string | undefined): Stated<string>[] {
  const said = files.flatMap(({ domains = [], address: own, file }) => [
    ...domains,
    ...(own === undefined ? [] : domainOf(own.value, own.place)),
    ...(address === undefined || own !== undefined ? [] : domainOf(address, { file })),
  ]);
  return [...new Map(said.toReversed().map((each) => [each.value.toLowerCase(), each])).values()].toReversed();
}

function domainOf(address: string, place: Stated<string>['place']): Stated<string>[] {
  const read = addressOf(address);
  return read === undefined ? [] : [{ value: read.domain, place }];
}

type OwnedLogin = { readonly said: SaidLogin | undefined; readonly owner: string | undefined };
type OwnedServer = SaidServer & { readonly owner: string | undefined };

/** Servers of one protocol, host and port are one server; logins of all files that have it are kept. */
function mergedServers(all: readonly OwnedServer[], losses: Problem[]): (OwnedServer & { logins: OwnedLogin[] })[] {
  const merged = new Map<string, OwnedServer & { logins: OwnedLogin[] }>();
  // The first server of a protocol, and the first of it that another file names.
  const firsts = new Map<string, readonly OwnedServer[]>();
  for (const server of all) {
    const same = merged.get(key(server));
    if (same === undefined) {
      const known = firsts.get(server.protocol) ?? [];
      const other = known.find((each) => each.place.file !== server.place.file);
      if (other !== undefined) {
        const details = { protocol: names[server.protocol], host: hostPort(server), other: hostPort(other) };
        losses.push(loss('import.disagree-server', { ...details, place: describePlaceOf(other.place) }, server.place));
      }
      if (known.every((each) => each.place.file !== server.place.file) && known.length < 2)
        firsts.set(server.protocol, [...known, server]);
      merged.set(key(server), { ...server, logins: [{ said: server.login, owner: server.owner }] });
      continue;
    }
    if (same.security !== server.security) {
      const details = {
        what: `${names[server.protocol]} ${hostPort(server)}`,
        value: server.security,
        other: same.security,
      };
      losses.push(loss('import.disagree', { ...details, place: describePlaceOf(same.place) }, server.place));
    }
    if (same.place.file === server.place.file && same.security === server.security && sameLogin(same, server))
      losses.push(loss('import.repeated', { what: names[server.protocol], value: hostPort(server) }, server.place));
    same.logins.push({ said: server.login, owner: server.owner });
  }
  return [...merged.values()];
}

function sameLogin(one: SaidServer, other: SaidServer): boolean {
  return JSON.stringify(one.login?.value) === JSON.stringify(other.login?.value);
}

const names = { imap: 'IMAP', pop3: 'POP3', smtp: 'SMTP' } as const;

function hostPort({ host, port, protocol, security }: SaidServer): string {
  return `${host.toLowerCase()}:${port ?? defaultPorts[protocol][security]}`;
}

function key(server: SaidServer): string {
  return `${server.protocol} ${hostPort(server)}`;
}

/** The rule that these logins follow. What a file says as a rule wins over what is made of people's own. */
function ruleOf(all: readonly OwnedLogin[], losses: Problem[]): FoundRule | undefined {
  const said = all.flatMap(({ said: login, owner }) => (login === undefined ? [] : [{ ...login, owner }]));
  if (said.length === 0) return undefined;
  const places = said.map(({ place }) => place);
  const rules = said.flatMap(({ value, place }) => ('rule' in value ? [{ rule: value.rule, place }] : []));
  const pairs = said.flatMap(({ value, owner, place }): (LoginPair & { place: typeof place })[] =>
    'login' in value ? [{ login: value.login, address: owner ?? ownerOf(value.login), place }] : [],
  );
  const known = pairs.filter(({ address }) => address !== '');
  const people = new Set(known.map(({ address }) => address.toLowerCase())).size;
  const [read] = rules;
  for (const other of rules)
    if (read !== undefined && other.rule !== read.rule) {
      const details = { what: 'login', value: other.rule, other: read.rule, place: describePlaceOf(read.place) };
      losses.push(loss('import.disagree', details, other.place));
    }
  const found = { places, people, unaddressed: known.length < pairs.length };
  const [nobodys] = pairs.filter(({ address }) => address === '');
  if (nobodys !== undefined && read === undefined)
    losses.push(loss('import.no-address', { value: nobodys.login }, nobodys.place));
  const rule = read?.rule ?? inferRule(known);
  const odd = rule === ASK ? undefined : known.find((pair) => !gives(rule, pair));
  if (odd !== undefined) {
    losses.push(loss('import.disagree-login', { rule }, odd.place));
    return { ...found, rule: ASK, inferred: true };
  }
  return { ...found, rule, inferred: read === undefined };
}

/** A login that is an address is taken for that of its owner, where no file has another. */
function ownerOf(login: string): string {
  return addressOf(login) === undefined ? '' : login;
}

/** The rule that most have, the first of them where there are several. */
function usual(rules: readonly (FoundRule | undefined)[]): FoundRule | undefined {
  const there = rules.filter((rule) => rule !== undefined);
  const counts = new Map<string, number>();
  for (const { rule } of there) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const best = there.find(({ rule }) => counts.get(rule) === most);
  const alike = there.filter(({ rule }) => rule === best?.rule);
  return (
    best && {
      ...best,
      places: alike.flatMap(({ places }) => places),
      people: Math.max(...alike.map(({ people }) => people)),
      unaddressed: alike.some(({ unaddressed }) => unaddressed),
    }
  );
}

/** Is it more than where the address stands in the login, and yet made of one person’s? Another’s login may be made in another way. */
export function isGuess({ rule, inferred, people }: FoundRule): boolean {
  return inferred && people < 2 && rule.includes('|');
}

/** Is this the rule that a profile without one has? */
export function isUsualRule({ rule }: FoundRule): boolean {
  return rule === ADDRESS_RULE;
}

function agreed(
  files: readonly Testimony[],
  what: 'name' | 'shortName' | 'organization' | 'identifier' | 'webmail',
  losses: Problem[],
): Stated<string> | undefined {
  const [first, ...others] = files.flatMap((file) => file[what] ?? []);
  for (const other of others)
    if (first !== undefined && other.value !== first.value) {
      const details = { what, value: other.value, other: first.value, place: describePlaceOf(first.place) };
      losses.push(loss('import.disagree', details, other.place));
    }
  return first;
}

function distinctDocuments(files: readonly Testimony[]): Gathered['documentation'] {
  const all = files.flatMap(({ documentation = [] }) => documentation);
  return [...new Map(all.toReversed().map((each) => [each.value.url, each])).values()].toReversed();
}
