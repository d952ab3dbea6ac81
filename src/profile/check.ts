import { type Problem, problem } from '../errors.ts';
import { backgrounds, ENOUGH, leastContrast, readable } from '../model/colour.ts';
import { hostIn, namesDomain } from '../model/domain-host.ts';
import { fitsHttp } from '../model/http-login.ts';
import { ADDRESS_RULE, literalOf } from '../model/rule.ts';
import { shortestBelow } from '../model/wildcard.ts';
import { languages } from '../words/languages.ts';
import { LINKS, type ProfileDomain, type Services } from './profile.ts';
import type { WrittenProfile } from './schema.ts';
import { NONE } from './schema-parts.ts';

type Path = readonly (string | number)[];

/** What is wrong between the parts of a profile, each of which is right in itself. */
export interface Contradiction {
  readonly problem: Problem;
  /** The way to the value that has to change. */
  readonly path: Path;
}

/** Everything that no part of the schema can see alone. @param domains those of the profile */
export function contradictionsOf(profile: WrittenProfile, domains: readonly ProfileDomain[]): Contradiction[] {
  return [
    ...unreadable(profile),
    ...mappings({ ...profile, texts: undefined }).flatMap(([path, value]) => untranslated(profile, path, value)),
    ...(['activation', 'recovery', 'webmail'] as const).flatMap((part) => dangling(profile, part)),
    ...(['calendar', 'contacts', 'exchange'] as const).flatMap((service) => unsendable(profile, domains, service)),
    ...unserved(profile, domains),
    ...profile.domains.flatMap((_, index) => withoutLinks(profile, index)),
    ...hosts(profile, domains).flatMap(([path, host, of]) => unfit(path, host, of)),
  ];
}

/** Mail is read and sent, or read by way of Exchange: a mailbox needs one of the two. Where a domain says nothing of it, the mistake is the provider's. */
function unserved(profile: WrittenProfile, domains: readonly ProfileDomain[]): Contradiction[] {
  const found = new Map<string, Contradiction>();
  for (const [index, { own, services }] of domains.entries()) {
    const fault = faultOf(services);
    if (fault === undefined) continue;
    const says = (['incoming', 'outgoing', 'exchange'] as const).some((each) => own.includes(each));
    const path = says ? ['domains', index] : [];
    found.set(path.join(), { problem: fault, path });
  }
  // What no domain of it has may be wrong in the provider's part all the same.
  const { incoming, outgoing } = profile;
  const half = incoming === undefined ? outgoing !== undefined : outgoing === undefined;
  if (half && !found.has('')) found.set('', { problem: halfOf(profile), path: [] });
  return [...found.values()];
}

function faultOf(services: Pick<Services, 'incoming' | 'outgoing' | 'exchange'>): Problem | undefined {
  const { incoming, outgoing, exchange } = services;
  if ((incoming === undefined) !== (outgoing === undefined)) return halfOf(services);
  return incoming === undefined && exchange === undefined ? problem('profile.no-service', {}) : undefined;
}

function halfOf({ incoming }: { readonly incoming?: unknown }): Problem {
  return problem(incoming === undefined ? 'profile.outgoing-alone' : 'profile.incoming-alone', {});
}

/** The steps of a provider are those of each of its domains: none may lack what a step opens. */
function withoutLinks(profile: WrittenProfile, index: number): Contradiction[] {
  const entry = profile.domains[index];
  if (entry === undefined || typeof entry === 'string') return [];
  const { activation, recovery, webmail } = profile.onboarding ?? {};
  const steps = [activation, recovery, webmail].flatMap((part) => part?.steps ?? []);
  return LINKS.filter((link) => entry[link] === NONE && steps.some((step) => step.link === link)).map((key) => ({
    problem: problem('profile.link-none', { key }),
    path: ['domains', index, key],
  }));
}

/** Links of the brand's colour, and what stands on it, have to be read by everybody. In the dark, pages take a lighter one. */
function unreadable({ brand }: WrittenProfile): Contradiction[] {
  const colour = brand?.colour?.toLowerCase();
  if (colour === undefined) return [];
  const found = leastContrast(colour, backgrounds.light);
  if (found >= ENOUGH) return [];
  // Rounded down, or 4.49 would be said to be enough.
  const ratio = (Math.floor(found * 10) / 10).toFixed(1);
  const details = { value: colour, ratio, suggestion: readable(colour, 'light') };
  return [{ problem: problem('profile.colour-contrast', details), path: ['brand', 'colour'] }];
}

/** A text of the provider has to be there in every language that the provider says to speak; but for those in the place of ours, which is there. */
function untranslated(profile: WrittenProfile, path: Path, value: Mapping): Contradiction[] {
  // Nothing else in a profile has languages for keys; `{}` is a text in none.
  if (Object.keys(value).some((key) => !languages.some((language) => language === key))) return [];
  return profile.languages
    .filter((language) => value[language] === undefined)
    .map((language) => ({ problem: problem('profile.missing', { key: language }), path }));
}

/** Every host, with the way to it. */
function hosts(
  profile: WrittenProfile,
  domains: readonly ProfileDomain[],
): (readonly [Path, string, readonly ProfileDomain[]])[] {
  const own = domains.flatMap((domain, index) =>
    hostsOf(pickOwn(domain)).map(([path, host]) => [['domains', index, ...path], host, [domain]] as const),
  );
  return [...hostsOf(profile).map(([path, host]) => [path, host, domains] as const), ...own];
}

type WithHosts = Partial<Pick<Services, 'incoming' | 'outgoing' | 'exchange' | 'directory'>>;

/** What a domain has in place of the provider's. */
function pickOwn({ own, services }: ProfileDomain): WithHosts {
  return Object.fromEntries(own.map((name) => [name, services[name]]));
}

function hostsOf({ incoming = [], outgoing = [], exchange, directory }: WithHosts): (readonly [Path, string])[] {
  return [
    ...incoming.map(({ host }, index) => [['incoming', index, 'host'], host] as const),
    ...outgoing.map(({ host }, index) => [['outgoing', index, 'host'], host] as const),
    ...Object.entries({ exchange, directory }).flatMap(([key, service]) =>
      service === undefined ? [] : [[[key, 'host'], service.host] as const],
    ),
  ];
}

/** A host with the name of a domain in it has to be one in each of these; below a wildcard, in one with a short name. */
function unfit(path: Path, host: string, domains: readonly ProfileDomain[]): Contradiction[] {
  if (!namesDomain(host)) return [];
  const domain = domains.find(({ name }) => hostIn(host, shortestBelow(name)) === undefined);
  if (domain === undefined) return [];
  return [{ problem: problem('profile.host-in-domain', { value: host, domain: domain.displayName }), path }];
}

/** A step may open or show only what the profile has. */
function dangling(profile: WrittenProfile, part: 'activation' | 'recovery' | 'webmail'): Contradiction[] {
  const steps = profile.onboarding?.[part]?.steps ?? [];
  return steps.flatMap(({ link, shows = [] }, index) => {
    const path = ['onboarding', part, 'steps', index];
    const rules = shows.indexOf('passwordRules');
    return [
      ...(link === undefined || profile[link] !== undefined ? [] : [names(link, link, [...path, 'link'])]),
      ...(rules < 0 || profile.onboarding?.password !== undefined
        ? []
        : [names('passwordRules', 'onboarding.password', [...path, 'shows', rules])]),
    ];
  });
}

/** Services that ask for the user name over HTTP take none with a colon; a rule that has one would give a wrong login to everybody. */
function unsendable(
  profile: WrittenProfile,
  domains: readonly ProfileDomain[],
  service: 'calendar' | 'contacts' | 'exchange',
): Contradiction[] {
  const found = new Map<string, Contradiction>();
  for (const [index, { login, services, own }] of domains.entries()) {
    const offered = services[service];
    const rule = offered?.login ?? login ?? profile.login ?? ADDRESS_RULE;
    if (offered === undefined || fitsHttp(literalOf(rule))) continue;
    const path = own.includes(service) ? ['domains', index, service] : [service];
    const told =
      offered.login === undefined
        ? { problem: problem('profile.colon-inherited', { value: rule, service }), path }
        : { problem: problem('profile.colon', { service }), path: [...path, 'login'] };
    // What is the provider's is told once.
    if (!found.has(path.join())) found.set(path.join(), told);
  }
  return [...found.values()];
}

function names(value: string, key: string, path: Path): Contradiction {
  return { problem: problem('profile.names-nothing', { value, key }), path };
}

type Mapping = Readonly<Record<string, unknown>>;

/** Every mapping of a profile, with the way to it. */
function mappings(value: unknown, path: Path = [], found: [Path, Mapping][] = []): [Path, Mapping][] {
  if (typeof value !== 'object' || value === null) return found;
  if (!Array.isArray(value)) found.push([path, value as Mapping]);
  for (const [key, member] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    if (typeof member === 'object') mappings(member, [...path, key], found);
  }
  return found;
}
