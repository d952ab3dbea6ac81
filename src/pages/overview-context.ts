import type { DeviceOffers, GuideOffer, Offer, Offers } from '../artifacts/offers.ts';
import type { LeftOut } from '../artifacts/render.ts';
import type { Client } from '../clients/client.ts';
import { exchangeSteps } from '../clients/guide-servers.ts';
import { describe } from '../errors.ts';
import type { Account, DavService, DirectoryService, Language } from '../model/account.ts';
import { bindName } from '../model/directory.ts';
import { asksOfAccount, typesPassword } from '../model/sign-in.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import { typesetFor } from '../words/localized.ts';
import { appPasswordContext } from './app-password.ts';
import { providerLinks } from './links.ts';
import { lookOf } from './look.ts';
import { contentSecurityPolicy } from './policy.ts';
import { accountPagePath } from './render-onboarding.ts';
import { anotherAddress, otherLogin, otherRole, phoneContext, type Served } from './served.ts';
import { supportContext } from './support-context.ts';
import { exchangeTable, identity, loginsOf, serverTables } from './tables.ts';

interface Content {
  readonly account: Account;
  readonly language: Language;
  readonly texts: Catalogue;
  /** The same page in each language. */
  readonly pages: readonly { readonly language: Language; readonly name: string; readonly path: string }[];
  readonly leftOut: readonly LeftOut[];
  readonly clients: readonly Client[];
  readonly offers: Offers;
  readonly served: Served | undefined;
}

/** What the template of the overview shows. */
export function overviewContext({
  account,
  language,
  texts,
  pages,
  leftOut,
  clients,
  offers,
  served,
}: Content): Context {
  const { overview, page } = texts;
  const { provider, displayAddress } = account;
  const logins = loginsOf(account);
  const person = identity(account, logins, texts);
  const asks = asksOfAccount(account);
  const others = [account.calendar, account.contacts, account.exchange].filter((each) => each !== undefined);
  const accountPath = accountPagePath(account, language);
  const missing = together(leftOut.flatMap((each) => missingContext(each, clients, account, texts, language)));
  const { style, logo, styleHash } = lookOf(provider);
  return {
    style,
    logo,
    policy: contentSecurityPolicy({ styleHash, formAction: served === undefined ? "'none'" : "'self'" }),
    language,
    languagesTitle: page.languages,
    languages: pages
      .filter((each) => each.language !== language)
      .map((each) => ({ language: each.language, name: each.name, href: each.path })),
    skip: page.skip,
    back: served === undefined ? false : anotherAddress(pathOf(pages, language), texts),
    role: page.role[account.role],
    otherRole: served === undefined ? false : otherRole(account, pathOf(pages, language), texts),
    otherLogin: served?.otherLogin === true && otherLogin(pathOf(pages, language), texts),
    phone: served === undefined ? false : phoneContext(account, served, texts),
    title: overview.title({ address: displayAddress }),
    intro: overview.intro,
    noPassword: asks === 'password' ? page.noPassword : page.noPasswordAsked[asks],
    typing: logins.kind !== 'same' && person.explanation,
    otherLogins: others.some(({ login }) => login !== logins.incoming) && overview.otherLogins,
    devicesTitle: overview.devices,
    nothing: overview.nothing({ webmail: provider.webmail !== undefined }),
    devices: likelyFirst(offers.devices, served).map((device) => ({
      likely: device.device === served?.device && overview.likely,
      ...deviceContext(device, texts),
    })),
    // Safari of an iPad says that it is a Mac's (device.ts).
    tablet: served?.device === 'macos' && offers.devices.some(({ device }) => device === 'ios') && overview.tablet,
    sitesTitle: overview.sites,
    sites: offers.sites.map((site) => guideLink(site, texts)),
    fileLabel: overview.file,
    filesTitle: overview.files,
    othersTitle: overview.others,
    byHandTitle: overview.byHand,
    byHandIntro: overview.byHandIntro,
    tables: [...serverTables(account, texts), ...otherTables(account, texts)],
    withoutLogin:
      account.withoutLogin.length > 0 &&
      overview.withoutLogin({ services: account.withoutLogin.map((each) => page[each]).join(', ') }),
    leftOutTitle: overview.leftOut,
    leftOutIntro: overview.leftOutIntro,
    leftOut: missing,
    account: accountPath !== undefined && { href: accountPath, title: texts.onboarding.overviewLink },
    linksTitle: overview.links,
    links: [...linksOf(account, texts, language), ...siteLink(account, texts, served)],
    administratorsTitle: overview.administrators,
    administratorsIntro: overview.administratorsIntro,
    administrators: offers.administrators.map((offer) => offerContext(offer)),
    versionsTitle: overview.versions,
    appPassword: typesPassword(asks) && appPasswordContext(provider, language, texts),
    support: supportContext(provider.support, texts),
    made: overview.made({ provider: provider.name }),
    ...person,
    // The whole of it stands where it is needed: where one types.
    explanation: texts.onboarding.logins[logins.kind]({ typed: typesPassword(asks) }),
  };
}

/** The reader's own device before the others. */
function likelyFirst(devices: readonly DeviceOffers[], served: Served | undefined): readonly DeviceOffers[] {
  const own = devices.filter(({ device }) => device === served?.device);
  return [...own, ...devices.filter((each) => !own.includes(each))];
}

function pathOf(pages: Content['pages'], language: Language): string {
  return pages.find((each) => each.language === language)?.path ?? '';
}

/** The programs of one device, those with pages first; of the others, the file to open first and then the rest. */
function deviceContext({ device, name, offers, guides }: DeviceOffers, texts: Catalogue): Context {
  const clients = [...new Set([...guides, ...offers].map(({ client }) => client))];
  return {
    id: device,
    name,
    programs: clients.map((client) => {
      const files = offers.filter((offer) => offer.client === client).map((offer) => offerContext(offer));
      const pages = guides.filter((guide) => guide.client === client).map((guide) => guideLink(guide, texts));
      const [first, ...others] = files;
      // A client that is called as its device says nothing; its one page or file does.
      const ofDevice = pages.length > 1 ? texts.overview.otherPrograms : (pages[0] ?? first)?.title;
      const title = client.title === name ? ofDevice : client.title;
      // A page leads through the program and offers the files, the best one first.
      if (pages.length > 0 || first === undefined)
        return { title: title ?? client.title, pages, several: pages.length > 1, files, first: false, others: [] };
      const open = texts.overview.open({ title: first.title });
      return { title: title ?? client.title, pages, several: false, files: [], first: { open, ...first }, others };
    }),
  };
}

function guideLink({ href, title, unsuitable }: GuideOffer, { guides }: Catalogue) {
  return { href, title, note: unsuitable && guides.notFor };
}

function offerContext({ client, path, href, title, use, versions }: Offer) {
  return { program: client.title, path, href, title, use, versions };
}

/** What is left out of the files for people. Why a file for administrators is missing, `manifest.json` and the command line tell them. */
function missingContext(
  { client: clientId, format: formatId, problem }: LeftOut,
  clients: readonly Client[],
  account: Account,
  texts: Catalogue,
  language: Language,
) {
  const client = clients.find(({ id }) => id === clientId);
  const format = client?.formats(language, account.provider.texts).find(({ id }) => id === formatId);
  // A companion shares the fate of the file it goes with.
  if (client === undefined || format?.audience !== 'user' || format.companion === true) return [];
  // A program that has its steps is none that cannot carry the mailbox.
  if (client.guides.some((guide) => exchangeSteps(guide, account, language) !== undefined)) return [];
  const of = texts.overview.leftOutOf({ program: client.title, title: format.title(account) });
  return [{ of, program: client.title, reason: describe(problem, language, 'person') }];
}

type Missing = ReturnType<typeof missingContext>[number];

/** What stands against every file of several programs is said once for all of them. */
function together(all: readonly Missing[]): readonly Missing[] {
  const groups = new Map<string, Missing[]>();
  for (const each of all) {
    groups.set(each.reason, [...(groups.get(each.reason) ?? []), each]);
  }
  return [...groups.values()].flatMap((group) => {
    const programs = [...new Set(group.map(({ program }) => program))];
    const [first] = group;
    return programs.length < 3 || first === undefined ? group : [{ ...first, of: programs.join(', ') }];
  });
}

function directoryTable(directory: DirectoryService, page: Catalogue['page']): Context {
  const { host, port, security, searchBases } = directory;
  const name = bindName(directory);
  return {
    caption: page.directory,
    rows: [
      literal(page.server, host),
      { label: page.port, value: port, literal: true },
      { label: page.securityLabel, value: page.security[security], literal: false },
      ...(name === undefined
        ? [{ label: page.authenticationLabel, value: page.authentication.none, literal: false }]
        : [literal(page.login, name)]),
      ...searchBases.map((base) => literal(page.searchBase, base)),
    ],
  };
}

function otherTables(account: Account, { page }: Catalogue): Context[] {
  const { incoming, calendar, contacts, exchange, directory } = account;
  const dav = (caption: string, service: DavService | undefined) =>
    service === undefined
      ? []
      : [{ caption, rows: [literal(page.link, service.url), literal(page.login, service.login)] }];
  return [
    ...dav(page.calendar, calendar),
    ...dav(page.contacts, contacts),
    // Alone, it stands with the servers.
    ...(exchange === undefined || incoming.length === 0 ? [] : [exchangeTable(exchange, page)]),
    ...(directory === undefined ? [] : [directoryTable(directory, page)]),
  ];
}

function literal(label: string, value: string) {
  return { label, value, literal: true };
}

/** For who reads the pages of a folder, which grow old. */
function siteLink({ provider: { site } }: Account, { overview }: Catalogue, served: Served | undefined): Context[] {
  return site === undefined || served !== undefined ? [] : [{ url: site, title: overview.site }];
}

function linksOf({ provider }: Account, { overview }: Catalogue, language: Language): Context[] {
  const documentation = provider.documentation.map(({ url, title }) => ({
    url,
    title: typesetFor(title, language).text,
  }));
  return [...providerLinks(provider, overview), ...documentation];
}
