import { fileOffers } from '../artifacts/offers.ts';
import { type Artifact, clientFiles, gathered, once, type Sign, servicesLeftOut } from '../artifacts/render.ts';
import type { Client } from '../clients/client.ts';
import type { Account } from '../model/account.ts';
import { renderAdministration } from '../pages/render-admin.ts';
import { renderGuides } from '../pages/render-guides.ts';
import { renderLetters } from '../pages/render-letter.ts';
import { renderAccountPages } from '../pages/render-onboarding.ts';
import { renderOverview } from '../pages/render-overview.ts';
import type { Served } from '../pages/served.ts';
import { clientAt, type Paged } from './prepared-pages.ts';

/** What a bundle may have more. */
export interface BundleOptions {
  /** What a server adds to the pages. */
  readonly served?: Served | undefined;
  /** A sheet of paper to hand over, too. */
  readonly letters?: boolean | undefined;
  /** For the files that can be signed, such as `(bytes) => signer.sign(bytes, time)`. */
  readonly sign?: Sign | undefined;
}

/** What a bundle is put together from, each made when it is asked for, and once; the pages in the ordinary way. */
export interface Parts extends Paged {
  /** The guides of a client. */
  readonly guides: (client: Client) => readonly Artifact[];
  /** The pages that are no client's. */
  readonly pages: () => readonly Artifact[];
  /** The letter, where it is asked for, and the page for administrators. */
  readonly papers: () => readonly Artifact[];
}

export function partsOf(account: Account, clients: readonly Client[], { served, letters, sign }: BundleOptions): Parts {
  const told = new Set<Client>();
  const files = perClient((client) => clientFiles(client, account, sign));
  const known = fileOffers((client) => (clients.includes(client) ? files(client).all().artifacts : []), account);
  const offers: typeof known = (client, language) => {
    told.add(client);
    return known(client, language);
  };
  const guides = perClient((client) => renderGuides(client, account, { offers, clients }, served));
  // Which files an account has is known only when they are made.
  const content = once(() => {
    const { artifacts, leftOut } = gathered(clients.map((client) => files(client).all()));
    return { offers, leftOut, artifacts: [...artifacts, ...clients.flatMap(guides)] };
  });
  const pages = once(() => [
    ...renderOverview(account, content, clients, served),
    ...renderAccountPages(account, served),
  ]);
  const all = () => {
    const { leftOut, ...made } = content();
    return { ...made, leftOut: [...servicesLeftOut(account), ...leftOut] };
  };
  const papers = once(() => [
    ...(letters === true ? renderLetters(account) : []),
    ...renderAdministration(account, all, clients),
  ]);
  const page = (path: string) => {
    const client = clientAt(path, clients);
    return (client === undefined ? [...pages(), ...papers()] : guides(client)).find((each) => each.path === path);
  };
  return { account, clients, files, guides, pages, papers, page, told };
}

/** What is made of a client, once. */
export function perClient<T extends object>(make: (client: Client) => T): (client: Client) => T {
  const made = new Map<Client, T>();
  return (client) => {
    const found = made.get(client) ?? make(client);
    made.set(client, found);
    return found;
  };
}
