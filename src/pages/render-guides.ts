import { type GuidePage, guidePages, languagesOf, pageName } from '../artifacts/guide-pages.ts';
import { type Artifact, type ArtifactFacts, once } from '../artifacts/render.ts';
import type { Client } from '../clients/client.ts';
import { supportLines } from '../clients/evidence.ts';
import type { ProgramGuide } from '../clients/guide.ts';
import type { Account, Language } from '../model/account.ts';
import { renderTemplate } from '../template/fill.ts';
import { texts as textsOf } from '../words/index.ts';
import { speech } from '../words/languages.ts';
import { type GuideFile, guideContext } from './guide-context.ts';
import type { Served } from './served.ts';
import { siteContext } from './site-context.ts';

/** The guides of a client. @param files those of the client, to which the guides link; asked for when one is written */
export function renderGuides(
  client: Client,
  account: Account,
  files: () => readonly ArtifactFacts[],
  served?: Served,
): Artifact[] {
  return guidePages(account, [client]).map((page) => ({
    bytes: once(() => writeGuide(page, account, files, served)),
    ...page.facts,
  }));
}

function writeGuide(
  { client, guide, language, facts }: GuidePage,
  account: Account,
  files: () => readonly ArtifactFacts[],
  served: Served | undefined,
): Uint8Array {
  const page = {
    account,
    language,
    texts: textsOf(language, account.provider.texts),
    translations: languagesOf(account)
      .filter((each) => each !== language)
      .map((other) => ({
        language: other,
        name: speech(other).name,
        href: pageName(guide.id, account, other),
      })),
    overview: `../${pageName('index', account, language)}`,
    path: facts.path,
    served,
  };
  if (guide.kind === 'program') {
    const offered = filesOf(guide, client, account, files(), language);
    return renderTemplate('guides/guide.html', guideContext({ guide, files: offered, ...page }));
  }
  // `guidesOf` has left out those without.
  const url = guide.url(account) as string;
  return renderTemplate('guides/site.html', siteContext(page, guide, url));
}

/** The files of the guide's client that a person may open on its devices. */
function filesOf(
  { devices, files }: ProgramGuide,
  client: Client,
  account: Account,
  artifacts: readonly ArtifactFacts[],
  language: Language,
): GuideFile[] {
  const wanted = files?.(account);
  const on = devices ?? client.devices;
  return client
    .formats(language, account.provider.texts)
    .filter(({ audience, companion }) => audience === 'user' && companion !== true)
    .filter(({ suits }) => suits?.(account) ?? true)
    .filter(({ id, devices: forDevices = client.devices }) =>
      wanted === undefined ? forDevices.some((device) => on.includes(device)) : wanted.includes(id),
    )
    .flatMap((format) => {
      const made = artifacts.filter((each) => each.client === client.id && each.format === format.id);
      if (made.length === 0) return [];
      const signed = made.some((each) => each.signed === true);
      const { title, use } = format.purpose(account, signed);
      const versions = supportLines(format.support, language, account);
      return made.map(({ path }) => {
        const name = path.slice(client.id.length + 1);
        return { href: encodeURIComponent(name), path: name, title, use, versions };
      });
    });
}
