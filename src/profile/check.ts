import { type Problem, problem } from '../errors.ts';
import { hostIn, namesDomain } from '../model/domain-host.ts';
import { fitsHttp } from '../model/http-login.ts';
import { ADDRESS_RULE, literalOf } from '../model/rule.ts';
import { languages } from '../words/languages.ts';
import { domainsOf, type Profile } from './profile.ts';

type Path = readonly (string | number)[];

/** What is wrong between the parts of a profile, each of which is right in itself. */
export interface Contradiction {
  readonly problem: Problem;
  /** The way to the value that has to change. */
  readonly path: Path;
}

/** Everything that no part of the schema can see alone. */
export function contradictionsOf(profile: Profile): Contradiction[] {
  return [
    ...mappings({ ...profile, texts: undefined }).flatMap(([path, value]) => untranslated(profile, path, value)),
    ...(['activation', 'recovery', 'webmail'] as const).flatMap((part) => dangling(profile, part)),
    ...(['calendar', 'contacts', 'exchange'] as const).flatMap((service) => unsendable(profile, service)),
    ...hosts(profile).flatMap(([path, host]) => unfit(profile, path, host)),
  ];
}

/** A text of the provider has to be there in every language that the provider says to speak; but for those in the place of ours, which is there. */
function untranslated(profile: Profile, path: Path, value: Mapping): Contradiction[] {
  // Nothing else in a profile has languages for keys; `{}` is a text in none.
  if (Object.keys(value).some((key) => !languages.some((language) => language === key))) return [];
  return profile.languages
    .filter((language) => value[language] === undefined)
    .map((language) => ({ problem: problem('profile.missing', { key: language }), path }));
}

/** Every host, with the way to it. */
function hosts({ incoming, outgoing, exchange, directory }: Profile): [Path, string][] {
  return [
    ...incoming.map(({ host }, index): [Path, string] => [['incoming', index, 'host'], host]),
    ...outgoing.map(({ host }, index): [Path, string] => [['outgoing', index, 'host'], host]),
    ...Object.entries({ exchange, directory }).flatMap(([key, service]): [Path, string][] =>
      service === undefined ? [] : [[[key, 'host'], service.host]],
    ),
  ];
}

/** A host with the name of a domain in it has to be one in each. */
function unfit(profile: Profile, path: Path, host: string): Contradiction[] {
  if (!namesDomain(host)) return [];
  const domain = domainsOf(profile).find(({ name }) => hostIn(host, name) === undefined);
  if (domain === undefined) return [];
  return [{ problem: problem('profile.host-in-domain', { value: host, domain: domain.displayName }), path }];
}

/** A step may open or show only what the profile has. */
function dangling(profile: Profile, part: 'activation' | 'recovery' | 'webmail'): Contradiction[] {
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
function unsendable(profile: Profile, service: 'calendar' | 'contacts' | 'exchange'): Contradiction[] {
  const offered = profile[service];
  if (offered === undefined) return [];
  if (offered.login !== undefined)
    return fitsHttp(literalOf(offered.login))
      ? []
      : [{ problem: problem('profile.colon', { service }), path: [service, 'login'] }];
  const rules = domainsOf(profile).map(({ login }) => login ?? profile.login ?? ADDRESS_RULE);
  const wrong = rules.find((rule) => !fitsHttp(literalOf(rule)));
  return wrong === undefined
    ? []
    : [{ problem: problem('profile.colon-inherited', { value: wrong, service }), path: [service] }];
}

function names(value: string, key: string, path: Path): Contradiction {
  return { problem: problem('profile.names-nothing', { value, key }), path };
}

type Mapping = Readonly<Record<string, unknown>>;

/** Every mapping of a profile, with the way to it. */
function mappings(value: unknown, path: Path = []): [Path, Mapping][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => mappings(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([key, member]) => mappings(member, [...path, key]));
  return [[path, value as Mapping], ...below];
}
