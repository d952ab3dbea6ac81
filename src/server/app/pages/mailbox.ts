import { guidePages, languagesOf, pageName } from '../../../artifacts/guide-pages.ts';
import { type Artifact, artifact, formatsFor, making, render, type Sign } from '../../../artifacts/render.ts';
import type { Client } from '../../../clients/client.ts';
import { clients } from '../../../clients/index.ts';
import { isProblem } from '../../../errors.ts';
import type { Account } from '../../../model/account.ts';
import { renderGuide } from '../../../pages/guides.ts';
import { renderAccountPages } from '../../../pages/onboarding-render.ts';
import { renderOverview } from '../../../pages/overview-pages.ts';
import type { Served } from '../../../pages/served.ts';

/**
 * The file of an account's bundle at that path, with what a server adds to pages; `undefined` where the bundle has none. No more is made for it than it
 * takes: a file without its neighbours, and a page without the pages that it links to.
 * @param sign for the files that can be signed
 */
export function artifactAt(account: Account, path: string, served: Served, sign?: Sign): Artifact | undefined {
  const client = clients.find(({ id }) => path.startsWith(`${id}/`));
  if (client !== undefined) {
    const page = guidePages(account, [client]).find(({ facts }) => facts.path === path);
    if (page === undefined) return fileAt(client, account, path, sign);
    return renderGuide(page, account, render(account, [client], says(sign)).artifacts, served);
  }
  const at = (artifacts: readonly Artifact[]) => artifacts.find((each) => each.path === path);
  const language = languagesOf(account).find((each) => pageName('index', account, each) === path);
  if (language === undefined) return at(renderAccountPages(account));
  // Which files an account has is known only when they are made.
  const { artifacts, leftOut } = render(account, clients, says(sign));
  const guides = guidePages(account, clients).map(({ facts }) => facts);
  return at(renderOverview(account, [...artifacts, ...guides], leftOut, clients, served, [language]));
}

/** A client's file of that name: of the formats that a template writes, only that one is written. */
function fileAt(client: Client, account: Account, path: string, sign: Sign | undefined): Artifact | undefined {
  const { files } = making(client, account);
  for (const format of formatsFor(client, account)) {
    if (format.applies?.(account) === false) continue;
    if ('template' in format && `${client.id}/${format.fileName(account)}` !== path) continue;
    const made = files(format);
    const file = isProblem(made) ? undefined : made.find(({ name }) => `${client.id}/${name}` === path);
    if (file !== undefined) return artifact(client, format, file, sign);
  }
  return undefined;
}

/** Pages only say that files are signed. */
function says(sign: Sign | undefined): Sign | undefined {
  return sign && ((bytes) => bytes);
}
