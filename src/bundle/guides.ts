import { type Artifact, once } from '../artifacts/render.ts';
import type { Client } from '../clients/client.ts';
import { InputError } from '../errors.ts';
import type { Account, Login, Provider, Role } from '../model/account.ts';
import { ANY, isWildcard } from '../model/wildcard.ts';
import { renderCommonGuides } from '../pages/render-common-guides.ts';
import { hasOwnPages } from '../pages/served.ts';
import type { Profile } from '../profile/profile.ts';
import { type DomainEntry, domainEntries, type MailDomain } from '../resolve/mail-domain.ts';
import { accountIn } from '../resolve/resolve.ts';

/** Guides that are written once for all small kits, of these providers. */
export interface Guides {
  /**
   * Where those for this person are, beside the folders of the kits: `guides/cnrs`; `undefined` where what they say does not hold for this person, such as who has a login of their own,
   * and where the provider's site has guides with the person's own values.
   */
  readonly folderFor: (account: Account) => string | undefined;
  /** The pages of a folder; their paths begin in it. */
  readonly pagesIn: (folder: string) => readonly Artifact[];
  /** The id of its provider. */
  readonly providerOf: (folder: string) => string;
}

/** The folder of all of them. */
export const GUIDES = 'guides';

/** A folder of guides. */
interface GuideFolder {
  readonly folder: string;
  readonly provider: string;
  readonly pages: () => readonly Artifact[];
}

const ROLES = ['additional', 'primary'] as const satisfies readonly Role[];

/**
 * A folder for each provider and role, and a further one for domains of which a guide says something else. Nothing is written before it is asked for.
 */
export function makeGuides(profiles: readonly Profile[], clients: readonly Client[]): Guides {
  const byProvider = new Map<Provider, Map<string, GuideFolder>>();
  const byFolder = new Map<string, GuideFolder>();
  for (const profile of profiles)
    for (const role of ROLES) {
      const names = folderNames(profile, role);
      for (const entry of domainEntries(profile).values()) {
        const anybody = anybodyOf(domainLike(entry), role);
        if (anybody === undefined) continue;
        const ofDomain = isWildcard(entry.pattern);
        const shape = shapeOf(anybody, ofDomain);
        const shapes = byProvider.get(anybody.provider) ?? new Map<string, GuideFolder>();
        byProvider.set(anybody.provider, shapes);
        if (shapes.has(shape)) continue;
        const made = {
          folder: names(),
          provider: profile.id,
          pages: once(() => renderCommonGuides(anybody, clients, ofDomain)),
        };
        shapes.set(shape, made);
        byFolder.set(made.folder, made);
      }
    }
  return {
    folderFor: (account) => {
      if (hasOwnPages(account)) return undefined;
      const shapes = byProvider.get(account.provider);
      return (shapes?.get(shapeOf(account, false)) ?? shapes?.get(shapeOf(account, true)))?.folder;
    },
    providerOf: (folder) => byFolder.get(folder)?.provider ?? '',
    pagesIn: (folder) => byFolder.get(folder)?.pages() ?? [],
  };
}

/** No id of a profile has an underscore. */
function folderNames({ id }: Profile, role: Role): () => string {
  let count = 0;
  const base = `${GUIDES}/${id}${role === 'primary' ? '_primary' : ''}`;
  return () => {
    count++;
    return count === 1 ? base : `${base}_${count}`;
  };
}

/** A domain of this line, which may be a wildcard. */
function domainLike({ pattern, at }: DomainEntry): MailDomain {
  return at(pattern === ANY ? 'example.org' : pattern.replace('*', 'example'));
}

/** Somebody of the domain, whose login is what its rule makes; `undefined` where nobody can be told from the rule. */
export function anybodyOf(domain: MailDomain, role: Role): Account | undefined {
  const local = 'prenom.nom-1';
  const address = { local, domain: domain.name, text: `${local}@${domain.name}` };
  for (const person of [{ role }, { role, login: `${local}-2` }])
    try {
      return accountIn(domain, address, person);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  return undefined;
}

/** What a guide tells of an account, without its person: those who have the same are told the same. */
export function shapeOf(
  { role, address, domain, incoming, outgoing, exchange, ...account }: Account,
  ofDomain: boolean,
): string {
  const logins = [address];
  const login = ({ login, loginRule }: Login) => {
    if (!logins.includes(login)) logins.push(login);
    return [logins.indexOf(login), loginRule === undefined];
  };
  const host = (name: string) => (ofDomain ? name.replaceAll(domain, '*') : name);
  const server = ({ host: name, login: _, loginRule: __, ...of }: Login & { readonly host: string }) => [
    host(name),
    of,
  ];
  return JSON.stringify([
    role,
    login(account),
    [...incoming, ...outgoing, ...(exchange ? [exchange] : [])].map((each) => [server(each), login(each)]),
  ]);
}
