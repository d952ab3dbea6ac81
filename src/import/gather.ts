import { InputError, type Problem } from '../errors.ts';
import type { Language } from '../model/account.ts';
import { addressOf } from '../model/address.ts';
import { withoutUnfit } from './fit-values.ts';
import { type FoundRule, guessesAmong, type OwnedLogin, ruleFollowed, usual } from './found-rule.ts';
import { mergedServers } from './merged-servers.ts';
import { urlOfAnybody } from './person-in-url.ts';
import { describePlaceOf } from './place-text.ts';
import type { SaidDav, SaidDirectory, SaidExchange, SaidLogin, SaidServer, Stated, Testimony } from './testimony.ts';
import { clearLosses, toldInOrder, withoutWholeSequences } from './told-losses.ts';
import { importProblem, loss } from './words.ts';

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
  const rule = (said: readonly OwnedLogin[]) => ruleFollowed(said, losses);
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
    losses: toldInOrder(losses, files),
  };
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
