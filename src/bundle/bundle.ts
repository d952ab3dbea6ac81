import { fileOffers } from '../artifacts/offers.ts';
import {
  type Artifact,
  clientFiles,
  gathered,
  type LeftOut,
  once,
  type Sign,
  servicesLeftOut,
} from '../artifacts/render.ts';
import type { Client } from '../clients/client.ts';
import type { Account } from '../model/account.ts';
import { renderGuides } from '../pages/render-guides.ts';
import { renderAccountPages } from '../pages/render-onboarding.ts';
import { renderOverview } from '../pages/render-overview.ts';
import type { Served } from '../pages/served.ts';

/** Everything for one account. Each part is made when it is asked for: what files there are, and the bytes of each. */
export interface Bundle {
  readonly account: Account;
  /** The overview page first, then the page about getting the account, then each client's files, then the guides. */
  readonly artifacts: readonly Artifact[];
  readonly leftOut: readonly LeftOut[];
  /**
   * The artifact of that path, or `undefined`. No more is made than it takes: a file without its neighbours, and a page without the pages that it links to.
   */
  readonly at: (path: string) => Artifact | undefined;
}

/** What a bundle may have more. */
export interface BundleOptions {
  /** What a server adds to the pages. */
  readonly served?: Served | undefined;
  /** For the files that can be signed, such as `(bytes) => signer.sign(bytes, time)`. */
  readonly sign?: Sign | undefined;
}

/** The files and guides of these clients, the page that says which is for which device, and the one about getting the account. */
export function makeBundle(account: Account, clients: readonly Client[], { served, sign }: BundleOptions = {}): Bundle {
  const files = new Map(clients.map((client) => [client, once(() => clientFiles(client, account, sign))]));
  const offers = fileOffers((client) => files.get(client)?.().all().artifacts ?? [], account);
  const parts = Array.from(files, ([client, files]) => {
    return { client, files, guides: once(() => renderGuides(client, account, offers, served)) };
  });
  const made = once(() => gathered(parts.map(({ files }) => files().all())));
  const below = once(() => [...made().artifacts, ...parts.flatMap(({ guides }) => guides())]);
  // Which files an account has is known only when they are made.
  const content = () => ({ offers, artifacts: below(), leftOut: made().leftOut });
  const pages = once(() => [
    ...renderOverview(account, content, clients, served),
    ...renderAccountPages(account, served),
  ]);
  const all = once(() => [...pages(), ...below()]);
  const among = (artifacts: readonly Artifact[], path: string) => artifacts.find((each) => each.path === path);
  return {
    account,
    get artifacts() {
      return all();
    },
    get leftOut() {
      return [...servicesLeftOut(account), ...made().leftOut];
    },
    at: (path) => {
      const part = parts.find(({ client }) => path.startsWith(`${client.id}/`));
      return part === undefined ? among(pages(), path) : (among(part.guides(), path) ?? part.files().at(path));
    },
  };
}
