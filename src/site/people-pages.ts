import type { Artifact } from '../artifacts/render.ts';
import { anybodyOf, shapeOf } from '../bundle/guides.ts';
import { clients } from '../clients/index.ts';
import { InputError } from '../errors.ts';
import type { Account, Language, Provider, Role } from '../model/account.ts';
import { addressOf } from '../model/address.ts';
import { ASK } from '../model/rule.ts';
import { renderCommonGuides } from '../pages/render-common-guides.ts';
import { locate } from '../resolve/locate.ts';
import type { MailDomain } from '../resolve/mail-domain.ts';
import { accountIn } from '../resolve/resolve.ts';
import { texts } from '../words/index.ts';

/* The pages for people, without a person: the steps for every program, once for all domains of which they say the same. */

/** Domains whose people read the same pages. */
export interface PageGroup {
  readonly provider: Provider;
  readonly domains: readonly MailDomain[];
  /** Below the path of the pages. That for people whose first mailbox it is has another one. */
  readonly folder: string;
  readonly languages: readonly Language[];
  /** Their paths begin in the folder above. */
  readonly pages: () => readonly Artifact[];
  readonly hasOnboarding: boolean;
}

const ROLES = ['additional', 'primary'] as const satisfies readonly Role[];

/** @param domains those of one place */
export function pageGroups(domains: readonly MailDomain[]): PageGroup[] {
  const groups = groupsOf(domains);
  const counts = new Map<string, number>();
  const [preferred] = pageLanguages(groups.map(([first]) => (first as MailDomain).provider));
  // A single group has nothing beside it to go back to.
  const homeIn = (language: Language) =>
    groups.length === 1 ? undefined : `../../${homeName(language, preferred ?? language)}`;
  return groups.map((alike) => {
    // No group is empty.
    const [first] = alike as [MailDomain, ...MailDomain[]];
    const { provider } = first;
    const count = (counts.get(provider.id) ?? 0) + 1;
    counts.set(provider.id, count);
    const folderOf = (role: Role) =>
      `${provider.id}${role === 'primary' ? '_primary' : ''}${count === 1 ? '' : `_${count}`}`;
    return {
      provider,
      domains: alike,
      folder: folderOf('additional'),
      languages: provider.languages,
      pages: () => ROLES.flatMap((role) => pagesOf(alike, role, folderOf, homeIn)),
      hasOnboarding: provider.onboarding !== undefined,
    };
  });
}

/** Those of which a page says the same: by their very hosts, or else, of domains that share theirs with no other, by hosts that are named after each. */
function groupsOf(domains: readonly MailDomain[]): MailDomain[][] {
  const alike = groupedBy(domains, (domain) => [domain.provider, keyOf(domain, false)]);
  const named = groupedBy(alike, ([first, ...others]) => {
    // No group is empty.
    const domain = first as MailDomain;
    return [domain.provider, others.length === 0 ? keyOf(domain, true) : `of ${domain.name}`];
  });
  return named.map((groups) => groups.flat());
}

/** In the order of the first of each. What a domain has in place of the provider's makes another `Provider`. */
function groupedBy<T>(members: readonly T[], keyed: (member: T) => readonly [Provider, string]): T[][] {
  const groups = new Map<Provider, Map<string, T[]>>();
  for (const member of members) {
    const [provider, key] = keyed(member);
    const ofProvider = groups.get(provider) ?? new Map<string, T[]>();
    groups.set(provider, ofProvider);
    ofProvider.set(key, [...(ofProvider.get(key) ?? []), member]);
  }
  return [...groups.values()].flatMap((each) => [...each.values()]);
}

function pagesOf(
  alike: readonly MailDomain[],
  role: Role,
  folderOf: (role: Role) => string,
  homeIn: (language: Language) => string | undefined,
): Artifact[] {
  const [first] = alike as [MailDomain, ...MailDomain[]];
  const like = anybodyOf(first, role);
  if (like === undefined) return [];
  const hosts = new Set(alike.map((domain) => keyOf(domain, false)));
  const other = folderOf(role === 'additional' ? 'primary' : 'additional');
  const folder = folderOf(role);
  return renderCommonGuides(like, clients, hosts.size > 1, (language) => ({
    sample: sampleOf(alike, language),
    home: homeIn(language),
    otherRole: (path) => `${'../'.repeat(path.split('/').length + 1)}${other}/${language}/${path}`,
  })).map((page) => ({ ...page, path: `${folder}/${page.path}` }));
}

/** The languages of the pages at one place, the preferred one of its first provider first. */
export function pageLanguages(groups: readonly { readonly languages: readonly Language[] }[]): readonly Language[] {
  return [...new Set(groups.flatMap(({ languages }) => languages))];
}

/** The page to begin with, in a language. */
export function homeName(language: Language, first: Language): string {
  return language === first ? 'index.html' : `index.${language}.html`;
}

/** What tells the pages of one domain from those of another: how each service is reached, and by which rule people log in there. @param ofDomain its own name in a host is that of any */
function keyOf(domain: MailDomain, ofDomain: boolean): string {
  const { incoming, outgoing, calendar, contacts, exchange, directory } = domain;
  const offers = [...incoming, ...outgoing, calendar, contacts, exchange, directory];
  const rules = offers.map((offer) => offer && (offer.rule === ASK ? ASK : offer.rule.text));
  const anybody = anybodyOf(domain, 'additional');
  const account = anybody && shapeOf(anybody, ofDomain);
  return JSON.stringify([rules, account]);
}

/** Somebody who shows how an address becomes a login: the profile's own example, where that is one of these people. */
function sampleOf(alike: readonly MailDomain[], language: Language): Account | undefined {
  const [first] = alike as [MailDomain, ...MailDomain[]];
  const { profile } = first;
  const example = profile.example === undefined ? undefined : locatedIn(profile.example, alike);
  const local = example?.local ?? texts(language).kit.onSite.person;
  const domain = example?.domain ?? first;
  const address = addressOf(`${local}@${domain.name}`);
  if (address === undefined) return undefined;
  try {
    return accountIn(domain, address);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function locatedIn(example: string, alike: readonly MailDomain[]) {
  try {
    const { address, domain } = locate({ who: example }, [(alike[0] as MailDomain).profile]);
    const found = alike.find(({ name }) => name === domain.name);
    return found && { local: address.local, domain: found };
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
