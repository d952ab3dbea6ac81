import { type Artifact, type LeftOut, once, servicesLeftOut } from '../artifacts/render.ts';
import type { Client } from '../clients/client.ts';
import type { Account } from '../model/account.ts';
import { type BundleOptions, partsOf } from './parts.ts';
import { clientAt, preparedPage } from './prepared-pages.ts';

export type { BundleOptions };

/** Everything for one account. Each part is made when it is asked for: what files there are, and the bytes of each. */
export interface Bundle {
  readonly account: Account;
  /** The overview page first, then those about getting the account, the letter and the page for administrators, then each client's files, then the guides. */
  readonly artifacts: readonly Artifact[];
  readonly leftOut: readonly LeftOut[];
  /**
   * The artifact of that path, or `undefined`. No more is made than it takes: a file without its neighbours, and a page without the pages that it links to.
   */
  readonly at: (path: string) => Artifact | undefined;
}

/** The files and guides of these clients, the page that says which is for which device, and the one about getting the account. */
export function makeBundle(account: Account, clients: readonly Client[], options: BundleOptions = {}): Bundle {
  const own = partsOf(account, clients, options);
  const { files, guides, pages, papers } = own;
  const { served, letters, sign } = options;
  const { start, ...shown } = served ?? {};
  const others = {
    key: JSON.stringify([served && shown, sign === undefined]),
    of: (account: Account, where: string) =>
      partsOf(account, clients, { served: served && { ...served, start: where }, letters, sign }),
    start,
  };
  const page = (artifact: Artifact): Artifact => ({
    ...artifact,
    bytes: once(() => preparedPage(artifact.path, own, others) ?? artifact.bytes()),
  });
  const all = once(() => [
    ...pages().map(page),
    ...papers().map(page),
    ...clients.flatMap((client) => files(client).all().artifacts),
    ...clients.flatMap((client) => guides(client).map(page)),
  ]);
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
      const found = own.page(path);
      if (found !== undefined) return page(found);
      return client === undefined ? undefined : files(client).at(path);
    },
  };
}
