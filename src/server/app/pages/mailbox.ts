import { renderOverview } from '../../../artifacts/offers.ts';
import { type Artifact, render, type Sign } from '../../../artifacts/render.ts';
import { clients } from '../../../clients/index.ts';
import type { Account } from '../../../model/account.ts';
import { guidePages, languagesOf, pageName, renderGuide } from '../../../pages/guides.ts';
import { renderAccountPages } from '../../../pages/onboarding-render.ts';
import type { Served } from '../../../pages/served.ts';

/**
 * The file of an account's bundle at that path, with what a server adds to pages; `undefined` where the bundle has none. No more is made for it than it
 * takes: the files of one client are made without those of the others, and a page without the pages that it links to.
 * @param sign for the files that can be signed
 */
export function artifactAt(account: Account, path: string, served: Served, sign?: Sign): Artifact | undefined {
  // Pages only say that files are signed.
  const signs = sign && path.endsWith('.html') ? (bytes: Uint8Array) => bytes : sign;
  const at = (artifacts: readonly Artifact[]) => artifacts.find((each) => each.path === path);
  const client = clients.find(({ id }) => path.startsWith(`${id}/`));
  if (client !== undefined) {
    const { artifacts } = render(account, [client], signs);
    const page = guidePages(account, [client]).find(({ facts }) => facts.path === path);
    return page === undefined ? at(artifacts) : renderGuide(page, account, artifacts, served);
  }
  const language = languagesOf(account).find((each) => pageName('index', account, each) === path);
  if (language === undefined) return at(renderAccountPages(account));
  // Which files an account has is known only when they are made.
  const { artifacts, leftOut } = render(account, clients, signs);
  const guides = guidePages(account, clients).map(({ facts }) => facts);
  return at(renderOverview(account, [...artifacts, ...guides], leftOut, clients, served, [language]));
}
