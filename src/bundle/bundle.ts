import { type Artifact, type LeftOut, render, type Sign } from '../artifacts/render.ts';
import type { Client } from '../clients/client.ts';
import type { Account } from '../model/account.ts';
import { renderGuides } from '../pages/guides.ts';
import { renderAccountPages } from '../pages/onboarding-render.ts';
import { renderOverview } from '../pages/overview-pages.ts';
import type { Served } from '../pages/served.ts';

/** Everything made for one account. */
export interface Bundle {
  readonly account: Account;
  /** The overview page first, then the page about getting the account, then each client's files, then the guides. */
  readonly artifacts: readonly Artifact[];
  readonly leftOut: readonly LeftOut[];
}

/** What a bundle may have more. */
export interface BundleOptions {
  /** What a server adds to the pages. */
  readonly served?: Served | undefined;
  /** For the files that can be signed, such as `(bytes) => signer.sign(bytes, time)`. */
  readonly sign?: Sign | undefined;
}

/** Renders the files and guides of these clients, the page that says which is for which device, and the one about getting the account. */
export function makeBundle(account: Account, clients: readonly Client[], { served, sign }: BundleOptions = {}): Bundle {
  const { artifacts: files, leftOut } = render(account, clients, sign);
  const artifacts = [...files, ...renderGuides(account, files, clients, served)];
  const pages = [...renderOverview(account, artifacts, leftOut, clients, served), ...renderAccountPages(account)];
  return { account, artifacts: [...pages, ...artifacts], leftOut };
}
