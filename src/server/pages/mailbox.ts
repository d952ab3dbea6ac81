import type { Account } from '../../account.ts';
import { makeBundle } from '../../bundle.ts';
import { clients } from '../../clients/index.ts';
import { renderGuides } from '../../guides/guides.ts';
import type { Served } from '../../page/served.ts';
import { type Artifact, render, type Sign } from '../../render/render.ts';

/**
 * The file of an account's bundle at that path, with what a server adds to pages; `undefined` where the bundle has none. The files of one client are
 * made without those of the others; a page that names them all needs them all.
 * @param sign for the files that can be signed
 */
export function artifactAt(account: Account, path: string, served: Served, sign?: Sign): Artifact | undefined {
  // Pages only say that files are signed.
  const signs = sign && path.endsWith('.html') ? (bytes: Uint8Array) => bytes : sign;
  const at = (artifacts: readonly Artifact[]) => artifacts.find((each) => each.path === path);
  const client = clients.find(({ id }) => path.startsWith(`${id}/`));
  if (client === undefined) return at(makeBundle(account, clients, { served, sign: signs }).artifacts);
  const { artifacts } = render(account, [client], signs);
  return at(artifacts) ?? at(renderGuides(account, artifacts, [client], served));
}
