import { type GuidePage, guidePages, guidePath, guidesOf, languagesOf, pageName } from '../artifacts/guide-pages.ts';
import { type FileOffers, filesOfGuide, type Offer } from '../artifacts/offers.ts';
import { type Artifact, once } from '../artifacts/render.ts';
import type { Client } from '../clients/client.ts';
import type { ProgramGuide } from '../clients/guide.ts';
import { unsuitable } from '../clients/guide-servers.ts';
import type { Account, Language } from '../model/account.ts';
import { renderTemplate } from '../template/fill.ts';
import { texts as textsOf } from '../words/index.ts';
import { speech } from '../words/languages.ts';
import type { Common } from './common.ts';
import type { Translation } from './frame.ts';
import { guideContext } from './guide-context.ts';
import type { GuideFile, OtherGuide } from './guide-page.ts';
import type { Served } from './served.ts';
import { siteContext } from './site-context.ts';

/** What guides link to: each is asked for when a guide is written that does. */
export interface Linked {
  /** What is said of the files of a client. */
  readonly offers: FileOffers;
  /** Those with guides in the bundle. */
  readonly clients: readonly Client[];
}

/** The guides of a client. */
export function renderGuides(client: Client, account: Account, linked: Linked, served?: Served): Artifact[] {
  return guidePages(account, [client]).map((page) => ({
    bytes: once(() => writeGuide(page, account, linked, { served })),
    ...page.facts,
  }));
}

/** What of a page is not the same wherever it stands. */
interface Place {
  readonly served?: Served | undefined;
  /** Where it is written once for many, and in other languages then. */
  readonly common?: Common;
  readonly translations?: readonly Translation[];
}

/** The bytes of a guide's page. */
export function writeGuide(
  { client, guide, language, facts }: GuidePage,
  account: Account,
  linked: Linked,
  { served, common, translations }: Place,
): Uint8Array {
  const page = {
    account,
    language,
    texts: textsOf(language, account.provider.texts),
    translations:
      translations ??
      languagesOf(account)
        .filter((each) => each !== language)
        .map((other) => ({
          language: other,
          name: speech(other).name,
          href: pageName(guide.id, account, other),
        })),
    overview: `../${pageName('index', account, language)}`,
    path: facts.path,
    devices: guide.devices ?? client.devices,
    served,
    ...(common !== undefined && { common }),
    remover: guide.kind === 'program' ? removerOf(guide, client, language, linked) : undefined,
    guideAt: (id: string) => otherGuide(id, client, account, language, linked.clients),
  };
  if (guide.kind === 'program') {
    const files = filesOf(guide, client, account, language, linked);
    return renderTemplate('guides/guide.html', guideContext(page, guide, files));
  }
  // `guidesOf` has left out those without.
  const url = guide.url(account) as string;
  return renderTemplate('guides/site.html', siteContext(page, guide, url));
}

/** A guide by its id, with the link to it from a page of this client. */
function otherGuide(
  id: string,
  from: Client,
  account: Account,
  language: Language,
  clients: readonly Client[],
): OtherGuide | undefined {
  for (const client of clients) {
    const guide = guidesOf(client, account).find((each) => each.id === id);
    if (guide === undefined) continue;
    const { texts } = account.provider;
    return {
      href: client === from ? pageName(id, account, language) : `../${guidePath(client, guide, account, language)}`,
      title: guide.words(language, texts).title,
      suits: unsuitable(guide, account, language) === undefined,
    };
  }
  return undefined;
}

/** The files of the guide's client that a person may open on its devices. */
function filesOf(
  guide: ProgramGuide,
  client: Client,
  account: Account,
  language: Language,
  { offers }: Linked,
): GuideFile[] {
  return filesOfGuide(guide, client, account, offers(client, language)).map((offer) => besideGuide(offer, client));
}

/** The file that takes the account away again. */
function removerOf(
  { remover }: ProgramGuide,
  client: Client,
  language: Language,
  { offers }: Linked,
): GuideFile | undefined {
  if (remover === undefined) return undefined;
  const offer = offers(client, language).find(({ format }) => format.id === remover);
  return offer && besideGuide(offer, client);
}

/** A file as the page of a guide links to it, which stands in the client's folder as the file does. */
function besideGuide({ path, href, title, use, format, signed, run }: Offer, { id }: Client): GuideFile {
  const folder = id.length + 1;
  return { href: href.slice(folder), path: path.slice(folder), title, use, format: format.id, signed, run };
}
