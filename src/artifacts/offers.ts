import type { Client, Device, Format } from '../clients/client.ts';
import { type Guide, titleOf } from '../clients/guide.ts';
import { unsuitable } from '../clients/guide-servers.ts';
import type { Account, Language } from '../model/account.ts';
import { guidePath, guidesOf, languagesOf, pageName } from '../pages/guides.ts';
import { overviewContext } from '../pages/overview.ts';
import type { Served } from '../pages/served.ts';
import { type Catalogue, languageOf, texts as textsOf } from '../words/index.ts';
import { type Artifact, type ArtifactFacts, type LeftOut, renderTemplate } from './render.ts';

/** A file that somebody may open, and what they are told about it. */
export interface Offer {
  readonly client: Client;
  readonly format: Format;
  /** Relative to the bundle. */
  readonly path: string;
  readonly title: string;
  readonly use: string;
}

/** A page that leads through a program. */
export interface GuideOffer {
  readonly client: Client;
  readonly path: string;
  /** The program, with its versions. */
  readonly title: string;
  /** It tells no steps, but why there are none. */
  readonly unsuitable: boolean;
}

/** The offers of one device, the recommended one first. */
export interface DeviceOffers {
  readonly device: Device;
  readonly name: string;
  readonly offers: readonly Offer[];
  readonly guides: readonly GuideOffer[];
}

export interface Offers {
  /** Devices for which there is a file. */
  readonly devices: readonly DeviceOffers[];
  /** Sites in the browser, the same on every device. */
  readonly sites: readonly GuideOffer[];
  readonly administrators: readonly Offer[];
}

/** The order in which people look for their device. */
const DEVICES = ['windows', 'macos', 'linux', 'android', 'ios'] as const satisfies readonly Device[];

/**
 * Which of these files is for whom, in the words of `texts`. Of a guide it offers the page in the language of `texts`, or in the account's where the
 * provider does not speak it.
 */
export function offers(
  artifacts: readonly ArtifactFacts[],
  clients: readonly Client[],
  account: Account,
  texts: Catalogue,
): Offers {
  const all = clients.flatMap((client) =>
    client.formats.flatMap((format) => offersOf(client, format, artifacts, account, texts)),
  );
  const users = all.filter(({ format }) => format.audience === 'user');
  const guides = clients.flatMap((client) =>
    guidesOf(client, account).flatMap((guide) => guideOffer(client, guide, artifacts, account, texts)),
  );
  return {
    devices: DEVICES.map((device) => ({
      device,
      name: texts.devices[device],
      offers: users.filter(({ client, format }) => (format.devices ?? client.devices).includes(device)),
      guides: guides.filter(({ site, devices }) => !site && devices.includes(device)),
    })).filter((each) => each.offers.length > 0 || each.guides.length > 0),
    sites: guides.filter(({ site }) => site),
    administrators: all.filter(({ format }) => format.audience !== 'user'),
  };
}

function offersOf(
  client: Client,
  format: Format,
  artifacts: readonly ArtifactFacts[],
  account: Account,
  texts: Catalogue,
): Offer[] {
  if (format.companion === true || format.suits?.(account) === false) return [];
  const made = artifacts.filter((each) => each.client === client.id && each.format === format.id);
  const signed = made.some((each) => each.signed === true);
  const { title, use } = format.purpose(texts, account, signed);
  return made.map(({ path }) => ({
    client,
    format,
    path,
    title,
    use,
  }));
}

function guideOffer(
  client: Client,
  guide: Guide,
  artifacts: readonly ArtifactFacts[],
  account: Account,
  texts: Catalogue,
) {
  const languages = [languageOf(texts), account.language];
  const paths = languages.map((language) => guidePath(client, guide, account, language));
  const path = paths.find((each) => artifacts.some((artifact) => artifact.path === each));
  if (path === undefined) return [];
  const offer = {
    client,
    path,
    title: titleOf(guide, texts),
    unsuitable: unsuitable(guide, account, texts) !== undefined,
  };
  return [{ ...offer, site: guide.kind === 'site', devices: guide.devices ?? client.devices }];
}

/**
 * The page that a person opens first, one for each language of the provider: `index.html` in the account's, `index.<language>.html` in the others.
 * It says which file is for which device, what could not be made and why, and what to type by hand.
 * @param wanted the languages of which the page is wanted
 */
export function renderOverview(
  account: Account,
  artifacts: readonly ArtifactFacts[],
  leftOut: readonly LeftOut[],
  clients: readonly Client[],
  served?: Served,
  wanted: readonly Language[] = languagesOf(account),
): Artifact[] {
  const pages = languagesOf(account).map((language) => ({
    language,
    name: textsOf(language).language,
    path: pageName('index', account, language),
  }));
  const asked = pages.filter(({ language }) => wanted.includes(language));
  return asked.map(({ language, path }) => {
    const texts = textsOf(language);
    const context = overviewContext({
      account,
      language,
      texts,
      pages,
      leftOut,
      clients,
      offers: offers(artifacts, clients, account, texts),
      served,
    });
    return {
      client: 'facteur',
      format: 'overview',
      path,
      mediaType: 'text/html; charset=utf-8',
      audience: 'user',
      bytes: renderTemplate('overview/index.html', context),
    };
  });
}
