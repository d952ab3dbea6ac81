import type { Account, Language } from '../account.ts';
import type { Client, Device, Format } from '../clients/client.ts';
import { type Catalogue, languageOf, texts as textsOf } from '../i18n/index.ts';
import { type Artifact, type LeftOut, renderTemplate } from '../render/render.ts';
import { overviewContext } from './page.ts';

/** A file that somebody may open, and what they are told about it. */
export interface Offer {
  readonly client: Client;
  readonly format: Format;
  /** Relative to the bundle. */
  readonly path: string;
  readonly title: string;
  readonly use: string;
}

/** The offers of one device, the recommended one first. */
export interface DeviceOffers {
  readonly device: Device;
  readonly name: string;
  readonly offers: readonly Offer[];
}

export interface Offers {
  /** Devices for which there is a file. */
  readonly devices: readonly DeviceOffers[];
  readonly administrators: readonly Offer[];
}

/** The order in which people look for their device. */
const DEVICES = ['windows', 'macos', 'linux', 'android', 'ios'] as const satisfies readonly Device[];

/**
 * Which of these files is for whom, in the words of `texts`. A format with one file for each language offers the one in the language of `texts`, or
 * in the account's where the provider does not speak it.
 */
export function offers(
  artifacts: readonly Artifact[],
  clients: readonly Client[],
  account: Account,
  texts: Catalogue,
): Offers {
  const all = clients.flatMap((client) =>
    client.formats.flatMap((format) => offersOf(client, format, artifacts, account, texts)),
  );
  const users = all.filter(({ format }) => format.audience === 'user');
  return {
    devices: DEVICES.map((device) => ({
      device,
      name: texts.devices[device],
      offers: users.filter(({ client, format }) => (format.devices ?? client.devices).includes(device)),
    })).filter((each) => each.offers.length > 0),
    administrators: all.filter(({ format }) => format.audience !== 'user'),
  };
}

function offersOf(
  client: Client,
  format: Format,
  artifacts: readonly Artifact[],
  account: Account,
  texts: Catalogue,
): Offer[] {
  if (format.companion === true) return [];
  const made = artifacts.filter((each) => each.client === client.id && each.format === format.id);
  const { title, use } = format.purpose(texts, account);
  return inLanguage(made, client, format, account, languageOf(texts)).map(({ path }) => ({
    client,
    format,
    path,
    title,
    use,
  }));
}

function inLanguage(
  made: readonly Artifact[],
  client: Client,
  format: Format,
  account: Account,
  language: Language,
): readonly Artifact[] {
  if (!('template' in format) || format.perLanguage !== true) return made;
  const path = `${client.id}/${format.fileName(account, language)}`;
  const found = made.find((each) => each.path === path) ?? made[0];
  return found === undefined ? [] : [found];
}

/**
 * The page that a person opens first, one for each language of the provider: `index.html` in the account's, `index.<language>.html` in the others.
 * It says which file is for which device, what could not be made and why, and what to type by hand.
 */
export function renderOverview(
  account: Account,
  artifacts: readonly Artifact[],
  leftOut: readonly LeftOut[],
  clients: readonly Client[],
): Artifact[] {
  const languages = [account.language, ...account.provider.languages.filter((each) => each !== account.language)];
  const pages = languages.map((language) => ({
    language,
    name: textsOf(language).language,
    path: language === account.language ? 'index.html' : `index.${language}.html`,
  }));
  return pages.map(({ language, path }) => {
    const texts = textsOf(language);
    const context = overviewContext({
      account,
      language,
      texts,
      pages,
      leftOut,
      clients,
      offers: offers(artifacts, clients, account, texts),
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
