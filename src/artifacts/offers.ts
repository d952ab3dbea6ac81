import type { Client, Format, Run } from '../clients/client.ts';
import { supportLines } from '../clients/evidence.ts';
import type { Guide, GuideWords, ProgramGuide } from '../clients/guide.ts';
import { olderServers, pageOf, unsuitable } from '../clients/guide-servers.ts';
import type { Account, Device, Language } from '../model/account.ts';
import { texts } from '../words/index.ts';
import { guidePath, guidesOf } from './guide-pages.ts';
import type { ArtifactFacts } from './render.ts';

/** A file that somebody may open, and what they are told about it. */
export interface Offer {
  readonly client: Client;
  readonly format: Format;
  /** Relative to the bundle. */
  readonly path: string;
  /** The same as a link says it. */
  readonly href: string;
  readonly title: string;
  readonly use: string;
  readonly signed: boolean;
  /** How it is run, where it is no file to open. */
  readonly run: Run | undefined;
  /** Which versions take it, and how well that is known. */
  readonly versions: readonly string[];
}

/** A page that leads through a program. */
export interface GuideOffer {
  readonly client: Client;
  readonly path: string;
  readonly href: string;
  /** The program, with its versions. */
  readonly title: string;
  /** What tells it from another program, or says that it is the easy one. */
  readonly hint: string | undefined;
  /** Its own name among the guides of its client, and that of the one of which it is another version. */
  readonly id: string;
  readonly versionOf: string | undefined;
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
export const DEVICES = ['windows', 'macos', 'ios', 'android', 'linux'] as const satisfies readonly Device[];

/** The files of a client that are offered, in a language. Told when they are first asked for, and once: the page of all devices has them, and so have the guides. */
export type FileOffers = (client: Client, language: Language) => readonly Offer[];

/** What an account is told of its files. @param filesOf those of a client, or more; asked for with its first offer */
export function fileOffers(filesOf: (client: Client) => readonly ArtifactFacts[], account: Account): FileOffers {
  const known = new Map<Language, Map<Client, readonly Offer[]>>();
  return (client, language) => {
    const inLanguage = known.get(language) ?? new Map<Client, readonly Offer[]>();
    known.set(language, inLanguage);
    const list = inLanguage.get(client) ?? offersOf(client, filesOf(client), account, language);
    inLanguage.set(client, list);
    return list;
  };
}

function offersOf(client: Client, artifacts: readonly ArtifactFacts[], account: Account, language: Language): Offer[] {
  const made = filesByFormat(client, artifacts);
  return client.formats(language, account.provider.texts).flatMap((format) => {
    const files = made.get(format.id);
    if (files === undefined || format.companion === true || format.suits?.(account) === false) return [];
    const signed = files.some((each) => each.signed === true);
    const { title, use } = format.purpose(account, signed);
    const versions = supportLines(format.support, language, account);
    const run = format.run?.(account, language);
    return files.map(({ path }) => ({ client, format, path, href: hrefOf(path), title, use, signed, run, versions }));
  });
}

/** The files of each format of a client, in their order. */
function filesByFormat({ id }: Client, artifacts: readonly ArtifactFacts[]) {
  const found = new Map<string, ArtifactFacts[]>();
  for (const artifact of artifacts) {
    if (artifact.client !== id) continue;
    const list = found.get(artifact.format);
    if (list === undefined) found.set(artifact.format, [artifact]);
    else list.push(artifact);
  }
  return found;
}

/**
 * Which of an account's files and guides is for whom, in the words of a language. Of a guide it offers the page in that language, or in the account's where the provider
 * does not speak it.
 * @param pages the guides that there are
 */
export function offers(
  files: FileOffers,
  pages: readonly Pick<ArtifactFacts, 'path'>[],
  clients: readonly Client[],
  account: Account,
  language: Language,
): Offers {
  const words = texts(language, account.provider.texts);
  const paths = new Set(pages.map(({ path }) => path));
  const all = clients.flatMap((client) => files(client, language));
  const users = all.filter(({ format }) => format.audience === 'user');
  const guides = clients.flatMap((client) =>
    guidesOf(client, account).flatMap((guide) => guideOffer(client, guide, paths, account, files, language)),
  );
  return {
    devices: DEVICES.map((device) => ({
      device,
      name: words.devices[device],
      offers: users.filter(
        ({ client, format }) =>
          (format.devices ?? client.devices).includes(device) && format.reachedBy(device, account),
      ),
      guides: guides.filter(({ site, devices }) => !site && devices.includes(device)),
    })).filter((each) => each.offers.length > 0 || each.guides.length > 0),
    sites: guides.filter(({ site }) => site),
    administrators: all.filter(({ format }) => format.audience !== 'user'),
  };
}

function guideOffer(
  client: Client,
  guide: Guide,
  paths: ReadonlySet<string>,
  account: Account,
  files: FileOffers,
  language: Language,
) {
  const inLanguage = guidePath(client, guide, account, language);
  const path = paths.has(inLanguage) ? inLanguage : guidePath(client, guide, account, account.language);
  if (!paths.has(path)) return [];
  const { title } = guide.words(language, account.provider.texts);
  const hasFiles = guide.kind === 'program' && filesOfGuide(guide, client, account, files(client, language)).length > 0;
  // What cannot be typed, a file may say.
  const suits = unsuitable(guide, account, language) === undefined || hasFiles;
  return [
    {
      client,
      path,
      href: hrefOf(path),
      title,
      hint: hintOf(guide, account, language, { suits, hasFiles }),
      id: guide.id,
      versionOf: guide.kind === 'site' ? undefined : guide.versionOf,
      unsuitable: !suits,
      site: guide.kind === 'site',
      devices: guide.devices ?? client.devices,
    },
  ];
}

/** What tells a program from another, or else speaks for it or against it: nothing of that is said of one that is not for this mailbox. */
export function hintOf(
  guide: Guide,
  account: Account,
  language: Language,
  { suits, hasFiles }: { readonly suits: boolean; readonly hasFiles: boolean },
): string | undefined {
  const words: Pick<GuideWords, 'hint' | 'aside' | 'fileAside' | 'browser'> = guide.words(
    language,
    account.provider.texts,
  );
  if (guide.kind === 'site') return words.hint;
  const issuer = pageOf(guide, account);
  // Versions that open no page may have steps of their own.
  const only = issuer !== undefined && olderServers(account, guide) === undefined ? words.browser?.hint : undefined;
  const hint = only ?? words.hint;
  if (hint !== undefined || !suits) return hint;
  const aside = issuer !== undefined && issuer === guide.maker ? undefined : words.aside;
  return (hasFiles ? words.fileAside : undefined) ?? aside;
}

/** The files of the guide's client that a person may open on its devices. */
export function filesOfGuide(
  { devices, files }: ProgramGuide,
  client: Client,
  account: Account,
  offers: readonly Offer[],
): Offer[] {
  const wanted = files?.(account);
  const on = devices ?? client.devices;
  return offers
    .filter(({ format }) => format.audience === 'user')
    .filter(({ format: { id, devices: forDevices = client.devices } }) =>
      wanted === undefined ? forDevices.some((device) => on.includes(device)) : wanted.includes(id),
    )
    .filter(({ format }) => on.some((device) => format.reachedBy(device, account)));
}

/** A path of a bundle as a link on its first page says it. */
function hrefOf(path: string): string {
  return PLAIN.test(path) ? path : path.split('/').map(encodeURIComponent).join('/');
}

/** What a link says as it is (RFC 3986, unreserved), and what stands between folders. */
const PLAIN = /^[A-Za-z0-9._~/-]*$/;
