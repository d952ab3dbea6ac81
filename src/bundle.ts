import type { Account } from './account.ts';
import type { Client } from './clients/client.ts';
import { renderGuides } from './guides/guides.ts';
import { renderAccountPages } from './onboarding/render.ts';
import { renderOverview } from './overview/overview.ts';
import type { Served } from './page/served.ts';
import { type Artifact, type LeftOut, render } from './render/render.ts';

/** Everything made for one account. */
export interface Bundle {
  readonly account: Account;
  /** The overview page first, then the page about getting the account, then each client's files, then the guides. */
  readonly artifacts: readonly Artifact[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Renders the files and guides of these clients, the page that says which is for which device, and the one about getting the account; `served`: what a
 * server adds to the pages.
 */
export function makeBundle(account: Account, clients: readonly Client[], served?: Served): Bundle {
  const { artifacts: files, leftOut } = render(account, clients);
  const artifacts = [...files, ...renderGuides(account, files, clients, served)];
  const pages = [...renderOverview(account, artifacts, leftOut, clients, served), ...renderAccountPages(account)];
  return { account, artifacts: [...pages, ...artifacts], leftOut };
}
