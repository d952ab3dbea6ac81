import type { Offers } from '../artifacts/offers.ts';
import type { LeftOut } from '../artifacts/render.ts';
import type { Client } from '../clients/client.ts';
import type { Account, Language } from '../model/account.ts';
import { asksOfAccount, typesPassword } from '../model/sign-in.ts';
import type { Context } from '../template/context.ts';
import { type Catalogue, whomToAsk } from '../words/index.ts';
import { typesetFor } from '../words/localized.ts';
import { appPasswordContext } from './app-password.ts';
import { besideContext } from './beside-context.ts';
import type { Common } from './common.ts';
import { frameContext } from './frame.ts';
import { providerLinks } from './links.ts';
import { deviceContext, rowOf } from './overview-device.ts';
import { accountPagePath } from './render-onboarding.ts';
import { anotherAddress, otherLogin, pageCode, type Served } from './served.ts';
import { partHashes } from './styles.generated.ts';
import { valuesContext } from './values.ts';

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
  /** Where it is written once for many. */
  readonly common?: Common;
}

/** What the template of the overview shows: the reader's own device first, where a server can tell, and all others folded. */
export function overviewContext(content: Content): Context {
  const { account, language, texts, pages, offers, served, common } = content;
  const { overview } = texts;
  const path = pages.find((each) => each.language === language)?.path ?? '';
  const sites = offers.sites.map(rowOf);
  const devices = offers.devices.map((device) => deviceContext(device, sites, content));
  const here = devices.find(({ id }) => id === served?.device);
  const accountPage = accountPagePath(account, language);
  const phone = common === undefined && pageCode({ account, path, language, served }, texts);
  return {
    address: common === undefined && account.displayAddress,
    common: common?.lead ?? false,
    nothing: devices.length === 0 && overview.nothing({ webmail: account.provider.webmail !== undefined }),
    // Safari of an iPad says that it is a Mac's (device.ts).
    tablet: here?.id === 'macos' && devices.some(({ id }) => id === 'ios') && overview.tablet,
    notForThis: overview.notForThis,
    more: overview.more,
    terminalTitle: overview.terminal,
    removeTitle: overview.run.remove,
    terminalSay: overview.run[served === undefined ? 'here' : 'downloaded'],
    here: here !== undefined && {
      ...here,
      title: overview.here[here.id],
      programs: here.sitesOnly ? sites : [...here.programs, ...sites],
    },
    othersTitle: here === undefined ? overview.devices : overview.otherDevice,
    devices: devices.filter((device) => device !== here),
    sites: here === undefined && sites,
    ...byHandContext(content),
    otherLogin: served?.otherLogin === true && otherLogin(path, account, texts),
    linksTitle: overview.links,
    links: [
      ...(common !== undefined && accountPage !== undefined
        ? [{ url: accountPage, title: texts.onboarding.overviewLink }]
        : []),
      ...helpLinks(content, accountPage !== undefined),
    ],
    beside: common === undefined && besideContext({ account, texts, accountPage, phone }),
    ...frameContext({
      provider: account.provider,
      language,
      texts,
      translations: pages
        .filter((each) => each.language !== language)
        .map((each) => ({ language: each.language, href: each.path, name: each.name })),
      title: common === undefined ? overview.title : texts.kit.list,
      back: backFrom(path, content),
      sendsForms: served !== undefined,
      styles: partHashes.overview,
      features: { code: phone !== false, again: served !== undefined },
    }),
  };
}

function backFrom(path: string, { served, common, texts }: Content) {
  if (common?.onSite?.home !== undefined) return { href: common.onSite.home, title: texts.kit.onSite.back };
  return served === undefined ? undefined : anotherAddress(path, texts);
}

/** For a program of which we know nothing: all that is typed. */
export function byHandContext({
  account,
  language,
  texts,
  common,
}: Pick<Content, 'account' | 'language' | 'texts' | 'common'>): Context {
  const { overview, page } = texts;
  const services = account.withoutLogin.map((each) => page[each]).join(', ');
  return {
    valuesTitle: overview.anotherProgram,
    values: valuesContext(account, texts, common),
    appPassword: typesPassword(asksOfAccount(account)) && appPasswordContext(account.provider, language, texts),
    withoutLogin: services !== '' && overview.withoutLogin({ services, whom: whomToAsk(account.provider, texts) }),
  };
}

/** What the page has no row for. @param account Is there a page about getting the account? It has the others. */
export function helpLinks(
  {
    account: { provider },
    texts: { overview },
    language,
    served,
    common,
  }: Pick<Content, 'account' | 'language' | 'texts' | 'served' | 'common'>,
  account: boolean,
): Context[] {
  const { portal, passwordRecovery, documentation, site } = provider;
  return [
    ...(account ? [] : providerLinks({ portal, passwordRecovery }, overview)),
    ...documentation.map(({ url, title }) => ({ url, title: typesetFor(title, language).text })),
    // For who reads the pages of a folder, which grow old.
    ...(site === undefined || served !== undefined || common?.onSite !== undefined
      ? []
      : [{ url: site, title: overview.site }]),
  ];
}
