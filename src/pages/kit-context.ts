import { guidesOf } from '../artifacts/guide-pages.ts';
import { DEVICES, type FileOffers, filesOfGuide, hintOf, type Offer } from '../artifacts/offers.ts';
import type { Client } from '../clients/client.ts';
import type { Guide, ProgramGuide } from '../clients/guide.ts';
import { unsuitable } from '../clients/guide-servers.ts';
import type { Account, Device, Language } from '../model/account.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import { besideContext } from './beside-context.ts';
import { frameContext, type Translation } from './frame.ts';
import { actionContext, firstWay, handContext } from './guide-action.ts';
import { stepsInProgram } from './guide-context.ts';
import type { GuideFile, ProgramPage } from './guide-page.ts';
import { handTitle } from './guide-steps.ts';
import { providerLinks } from './links.ts';
import { byHandContext, helpLinks } from './overview-context.ts';
import { pageCode } from './served.ts';
import { partHashes } from './styles.generated.ts';

/** Where the guides are to which the page of a small kit links. */
export interface GuideLinks {
  readonly guide: (client: Client, guide: Guide, language: Language) => string;
  /** The list of them, at a device. */
  readonly list: (language: Language, device: Device) => string;
}

/** What the page of a small kit is made of. */
export interface KitPage {
  readonly account: Account;
  readonly language: Language;
  readonly texts: Catalogue;
  readonly translations: readonly Translation[];
  /** In the kit. */
  readonly path: string;
  /** Those whose files are in the kit. */
  readonly clients: readonly Client[];
  readonly offers: FileOffers;
  /** `undefined`: there are none, and the page has the steps in itself. */
  readonly links: GuideLinks | undefined;
}

/** What the template of that page shows: each device folded, with its files and what to do with each in a few taps; and all that is typed. */
export function kitContext(page: KitPage): Context {
  const { account, language, texts, translations, path } = page;
  const { overview } = texts;
  const devices = DEVICES.map((device) => deviceContext(device, page)).filter((each) => each !== undefined);
  return {
    address: account.displayAddress,
    nothing: devices.length === 0 && overview.nothing({ webmail: account.provider.webmail !== undefined }),
    devicesTitle: overview.devices,
    devices,
    notForThis: overview.notForThis,
    ...byHandContext({ account, language, texts }),
    linksTitle: overview.links,
    links: [
      ...providerLinks({ webmail: account.provider.webmail }, overview),
      ...helpLinks({ account, texts, language, served: undefined }, false),
    ],
    beside: besideContext({
      account,
      texts,
      accountPage: undefined,
      phone: pageCode({ account, path, language, served: undefined }, texts),
    }),
    ...frameContext({
      provider: account.provider,
      language,
      texts,
      translations,
      title: overview.title,
      back: undefined,
      sendsForms: false,
      styles: partHashes.kit,
    }),
  };
}

/** A program of this device, whose client has files in the kit. */
interface Program {
  readonly client: Client;
  readonly guide: ProgramGuide;
  readonly files: readonly Offer[];
}

function deviceContext(device: Device, page: KitPage): Context | undefined {
  const { account, language, texts, clients, links } = page;
  const all = clients.flatMap((client) =>
    guidesOf(client, account).flatMap((guide): Program[] =>
      guide.kind === 'program' && (guide.devices ?? client.devices).includes(device)
        ? [{ client, guide, files: filesOfGuide(guide, client, account, page.offers(client, language)) }]
        : [],
    ),
  );
  const found = all.toSorted((one, other) => rank(one, device) - rank(other, device));
  const suits = ({ guide, files }: Program) => files.length > 0 || unsuitable(guide, account, language) === undefined;
  const programs = found.filter(suits).map((each) => ({ ...each, shown: programContext(each, device, page) }));
  const shown = programs.flatMap(({ shown }) => shown ?? []);
  const rows = programs.filter((each) => each.shown === undefined).map((each) => rowFor(each, page));
  const others =
    links === undefined ? [] : [{ href: links.list(language, device), title: texts.kit.others, note: false }];
  if (shown.length + rows.length === 0) return undefined;
  return {
    id: device,
    name: texts.devices[device],
    programs: shown,
    rows: [...rows, ...others],
    unsuitable: found.filter((each) => !suits(each)).map((each) => rowFor(each, page)),
  };
}

function rank({ client: { first } }: Program, device: Device): number {
  return first?.includes(device) === true ? 0 : 1;
}

function rowFor({ client, guide, files }: Program, { account, language, links }: KitPage) {
  const { title } = guide.words(language, account.provider.texts);
  const suits = unsuitable(guide, account, language) === undefined;
  const hint = hintOf(guide, account, language, { suits, hasFiles: files.length > 0 });
  return { href: links?.guide(client, guide, language) ?? false, title, note: hint ?? false };
}

/** What there is to do; `undefined` where it is all by hand and told by a guide. */
function programContext({ client, guide, files }: Program, device: Device, page: KitPage): Context | undefined {
  const { account, language, texts, links } = page;
  const words = guide.words(language, account.provider.texts);
  const id = `${device}-${guide.id}`;
  const href = links?.guide(client, guide, language);
  const place: ProgramPage = {
    ...{ account, language, texts, translations: page.translations },
    overview: page.path,
    path: page.path,
    devices: guide.devices ?? client.devices,
    served: undefined,
    pictures: true,
    remover: undefined,
    guideAt: () => undefined,
  };
  const named = {
    id,
    title: words.title,
    hint: hintOf(guide, account, language, { suits: false, hasFiles: false }) ?? false,
    action: false,
    byHand: false,
  } as const;
  const guideHand = href !== undefined && `${href}#by-hand`;
  const more = guideHand !== false && { href: guideHand, title: texts.kit.more };
  const steps = stepsInProgram(place, guide, words, files.map(fileOf));
  if (steps === undefined) return undefined;
  const isByHand = firstWay(steps) === 'hand';
  if (isByHand && href !== undefined && files.length === 0) return undefined;
  const hand = isByHand || href !== undefined ? undefined : handContext(steps);
  const byHand = hand !== undefined && hand.steps.length > 0 && { id: `${id}-by-hand`, ...hand };
  const handHref = guideHand || (byHand && `#${byHand.id}`);
  const shown = actionContext({ ...steps, page: { ...place, handHref } });
  const { file, fileNotFor, fileFor, asText, scan, send, otherwise, afterwards, others } = shown;
  // The steps by hand are those of the guide.
  const told = isByHand && href !== undefined ? { steps: [], about: false, misled: false } : shown;
  const { about, misled } = told;
  return {
    ...named,
    action: {
      file,
      fileNotFor,
      fileFor,
      asText,
      scan,
      send,
      about,
      misled,
      steps: told.steps,
      otherwise,
      afterwards,
      others,
    },
    more,
    byHand: byHand && { title: steps.byPage ? texts.guides.inBrowser : handTitle(words, texts), ...byHand },
  };
}

function fileOf({ path, href, title, use, format: { id }, signed, run }: Offer): GuideFile {
  return { path: path.slice(path.lastIndexOf('/') + 1), href, title, use, format: id, signed, run };
}
