import { type GuidePage, guidePages, languagesOf, pageName } from '../artifacts/guide-pages.ts';
import type { FileOffers, Offer } from '../artifacts/offers.ts';
import { type Artifact, once } from '../artifacts/render.ts';
import type { Client } from '../clients/client.ts';
import type { ProgramGuide } from '../clients/guide.ts';
import type { Account } from '../model/account.ts';
import { renderTemplate } from '../template/fill.ts';
import { texts as textsOf } from '../words/index.ts';
import { speech } from '../words/languages.ts';
import { type GuideFile, guideContext } from './guide-context.ts';
import type { Served } from './served.ts';
import { siteContext } from './site-context.ts';

/** The guides of a client. @param offers what they link to; asked for when one is written */
export function renderGuides(client: Client, account: Account, offers: FileOffers, served?: Served): Artifact[] {
  return guidePages(account, [client]).map((page) => ({
    bytes: once(() => writeGuide(page, account, offers, served)),
    ...page.facts,
  }));
}

function writeGuide(
  { client, guide, language, facts }: GuidePage,
  account: Account,
  offers: FileOffers,
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
    const files = filesOf(guide, client, account, offers(client, language));
    return renderTemplate('guides/guide.html', guideContext(page, guide, files));
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
  offers: readonly Offer[],
): GuideFile[] {
  const wanted = files?.(account);
  const on = devices ?? client.devices;
  return offers
    .filter(({ format }) => format.audience === 'user')
    .filter(({ format: { id, devices: forDevices = client.devices } }) =>
      wanted === undefined ? forDevices.some((device) => on.includes(device)) : wanted.includes(id),
    )
    .map(({ path, href, title, use, versions }) => {
      // The page stands in the client's folder, as the file does.
      const folder = client.id.length + 1;
      return { href: href.slice(folder), path: path.slice(folder), title, use, versions };
    });
}
