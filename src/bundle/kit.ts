import { guidePath, pageName } from '../artifacts/guide-pages.ts';
import { fileOffers } from '../artifacts/offers.ts';
import { type Artifact, clientFiles, once, type Sign, selectClients, servicesLeftOut } from '../artifacts/render.ts';
import type { Client, Format } from '../clients/client.ts';
import { InputError, problem } from '../errors.ts';
import type { Account, Language } from '../model/account.ts';
import type { GuideLinks } from '../pages/kit-context.ts';
import { renderKit } from '../pages/render-kit.ts';
import { renderLetters } from '../pages/render-letter.ts';
import { addressOfPage, hasOwnPages } from '../pages/served.ts';
import type { Bundle } from './bundle.ts';
import { perClient } from './parts.ts';
import { clientAt, type Paged, preparedPage } from './prepared-pages.ts';

/** What a small kit may have more. */
export interface KitOptions {
  /** For the files that can be signed, such as `(bytes) => signer.sign(bytes, time)`. */
  readonly sign?: Sign | undefined;
  /** Where the guides are that are written once for all (guides.ts), as a link of the kit says it: `../guides/cnrs`. Absent: the steps are on the kit's own page. */
  readonly guides?: string | undefined;
}

/**
 * What a person opens: the files of the clients that people have, one page with what to do with them and all values, and a letter. The formats say of themselves that they are in it.
 * Guides are none of it: its page links to those of the provider's site, or to those that are written once for all.
 */
export function makeKit(account: Account, among: readonly Client[], options: KitOptions = {}): Bundle {
  const clients = clientsInKit(among);
  const own = partsOf(account, clients, options);
  const { files, pages } = own;
  const { sign, guides } = options;
  const others = {
    key: `kit ${JSON.stringify([guides, sign === undefined])}`,
    of: (of: Account) => partsOf(of, clients, options),
  };
  const page = (artifact: Artifact): Artifact => ({
    ...artifact,
    bytes: once(() => preparedPage(artifact.path, own, others) ?? artifact.bytes()),
  });
  const all = once(() => [...pages().map(page), ...clients.flatMap((client) => files(client).all().artifacts)]);
  return {
    account,
    get artifacts() {
      return all();
    },
    get leftOut() {
      return [...servicesLeftOut(account), ...clients.flatMap((client) => files(client).all().leftOut)];
    },
    at: (path) => {
      const client = clientAt(path, clients);
      if (client !== undefined) return files(client).at(path);
      const found = own.page(path);
      return found && page(found);
    },
  };
}

/** Those that have files in a small kit: the same list for the same list. */
export function clientsInKit(clients: readonly Client[]): readonly Client[] {
  const found = inKit.get(clients) ?? clients.filter((each) => each.formats('en').some(({ kit }) => kit === true));
  inKit.set(clients, found);
  return found;
}

/**
 * The clients of a kit that is asked for by their ids.
 * @throws InputError naming one that has nothing in it
 */
export function selectForKit(all: readonly Client[], ids: readonly string[]): readonly Client[] {
  const wanted = selectClients(all, ids);
  const known = clientsInKit(all).map(({ id }) => id);
  const without = wanted.filter(({ id }) => ids.includes(id) && !known.includes(id));
  const problems = without.map(({ id }) => problem('client.not-in-kit', { value: id, known: known.join(', ') }));
  if (problems.length > 0) throw new InputError(problems);
  return wanted;
}

const inKit = new WeakMap<readonly Client[], readonly Client[]>();

interface Parts extends Paged {
  readonly pages: () => readonly Artifact[];
}

function partsOf(account: Account, clients: readonly Client[], { sign, guides }: KitOptions): Parts {
  const told = new Set<Client>();
  const wanted = ({ kit, suits }: Format) => kit === true && suits?.(account) !== false;
  const files = perClient((client) => clientFiles(client, account, sign, wanted));
  const known = fileOffers((client) => files(client).all().artifacts, account);
  const offers: typeof known = (client, language) => {
    told.add(client);
    return known(client, language);
  };
  const links = linksOf(account, guides);
  const pages = once(() => [...renderKit(account, clients, offers, links), ...renderLetters(account)]);
  return { account, clients, files, pages, page: (path) => pages().find((each) => each.path === path), told };
}

/** The site has the guides with the person's own values; a site would show another login to who has not that of the rule. */
function linksOf(account: Account, guides: string | undefined): GuideLinks | undefined {
  const onSite = (path: string, language: Language) =>
    addressOfPage({ account, path, language, served: undefined }) ?? '';
  if (hasOwnPages(account))
    return {
      guide: (client, guide, language) => onSite(guidePath(client, guide, account, language), language),
      list: (language) => onSite(pageName('index', account, language), language),
    };
  if (guides === undefined) return undefined;
  return {
    guide: (client, guide, language) => `${guides}/${language}/${client.id}/${guide.id}.html`,
    list: (language, device) => `${guides}/${language}/index.html#${device}`,
  };
}
