import type { Client, Format } from '../clients/client.ts';
import type { Guide } from '../clients/guide.ts';
import { unsuitable } from '../clients/guide-servers.ts';
import type { Account, Device } from '../model/account.ts';
import { type Catalogue, languageOf } from '../words/index.ts';
import { guidePath, guidesOf } from './guide-pages.ts';
import type { ArtifactFacts } from './render.ts';

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
  const language = languageOf(texts);
  const made = filesByFormat(artifacts);
  const paths = new Set(artifacts.map(({ path }) => path));
  const all = clients.flatMap((client) =>
    client
      .formats(language, account.provider.texts)
      .flatMap((format) => offersOf(client, format, made.get(keyOf(client.id, format.id)) ?? [], account)),
  );
  const users = all.filter(({ format }) => format.audience === 'user');
  const guides = clients.flatMap((client) =>
    guidesOf(client, account).flatMap((guide) => guideOffer(client, guide, paths, account, texts)),
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

/** The files of each format, in their order. */
function filesByFormat(artifacts: readonly ArtifactFacts[]): ReadonlyMap<string, readonly ArtifactFacts[]> {
  const found = new Map<string, ArtifactFacts[]>();
  for (const artifact of artifacts) {
    const key = keyOf(artifact.client, artifact.format);
    const list = found.get(key);
    if (list === undefined) found.set(key, [artifact]);
    else list.push(artifact);
  }
  return found;
}

/** An id has no slash. */
function keyOf(client: string, format: string): string {
  return `${client}/${format}`;
}

function offersOf(client: Client, format: Format, made: readonly ArtifactFacts[], account: Account): Offer[] {
  if (made.length === 0 || format.companion === true || format.suits?.(account) === false) return [];
  const signed = made.some((each) => each.signed === true);
  const { title, use } = format.purpose(account, signed);
  return made.map(({ path }) => ({
    client,
    format,
    path,
    title,
    use,
  }));
}

function guideOffer(client: Client, guide: Guide, paths: ReadonlySet<string>, account: Account, texts: Catalogue) {
  const languages = [languageOf(texts), account.language];
  const path = languages.map((language) => guidePath(client, guide, account, language)).find((each) => paths.has(each));
  if (path === undefined) return [];
  const offer = {
    client,
    path,
    title: guide.words(languageOf(texts), account.provider.texts).title,
    unsuitable: unsuitable(guide, account, texts) !== undefined,
  };
  return [{ ...offer, site: guide.kind === 'site', devices: guide.devices ?? client.devices }];
}
