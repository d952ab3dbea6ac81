import type { AsksAfterCode, Field, GuideWords, LabelledField, ProgramGuide, Servers } from '../clients/guide.ts';
import { exchangePage, exchangeSteps, serversFor, unsuitable } from '../clients/guide-servers.ts';
import type { Drawing } from '../clients/qr.ts';
import type { Account, Language } from '../model/account.ts';
import { type Asks, asksOf, asksOfAccount, opensPage, typesPassword } from '../model/sign-in.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import { say } from '../words/words.ts';
import { appPasswordContext } from './app-password.ts';
import { asksForPassword, type FieldValues, fieldContext, valuesFor, valuesOnPage } from './fields.ts';
import { lookOf } from './look.ts';
import { contentSecurityPolicy } from './policy.ts';
import { everywhere, type ReadyGuide, readyGuide, readyStep } from './ready-guide.ts';
import { otherRole, type Served } from './served.ts';
import { supportContext } from './support-context.ts';
import { identity, type Logins, loginsOf, serverTables } from './tables.ts';

/** A file beside the page that does the work, or part of it. */
export interface GuideFile {
  readonly href: string;
  readonly path: string;
  readonly title: string;
  readonly use: string;
  /** Which versions take it, and how well that is known. */
  readonly versions: readonly string[];
}

/** The same page in another language. */
export interface Translation {
  readonly language: Language;
  readonly name: string;
  readonly href: string;
}

/** What every guide's page is made of. */
export interface Page {
  readonly account: Account;
  readonly language: Language;
  readonly texts: Catalogue;
  readonly translations: readonly Translation[];
  /** The page of all devices. */
  readonly overview: string;
  /** In the bundle. */
  readonly path: string;
  readonly served: Served | undefined;
}

/** What stands around the guide itself. */
export function frame({ language, texts, translations, overview, account, served }: Page, title: string): Context {
  const { style, logo, styleHash } = lookOf(account.provider);
  return {
    style,
    logo,
    policy: contentSecurityPolicy({ styleHash, formAction: served === undefined ? "'none'" : "'self'" }),
    language,
    languagesTitle: texts.page.languages,
    languages: translations.map(({ language, name, href }) => ({ language, name, href })),
    skip: texts.page.skip,
    title,
    back: { href: overview, title: texts.guides.back },
    support: supportContext(account.provider.support, texts),
    made: texts.overview.made({ provider: account.provider.name }),
  };
}

/** What the template of a guide shows. */
export function guideContext(page: Page, guide: ProgramGuide, files: readonly GuideFile[]): Context {
  const { account, language, texts, path, served } = page;
  const { guides } = texts;
  const words = guide.words(language, account.provider.texts);
  const servers = serversFor(account, guide);
  const logins = loginsOf(account, servers);
  const reason = unsuitable(guide, account, language);
  const onPage = exchangePage(guide, account);
  const exchange = onPage === undefined ? exchangeSteps(guide, account, language) : undefined;
  const asks = servers?.asks ?? asksWithoutServers(account);
  const otherLogin = guide.addressIsLogin === true && servers !== undefined && reason !== undefined;
  return {
    versionsTitle: texts.overview.versions,
    role: texts.page.role[account.role],
    otherRole: served === undefined ? false : otherRole(account, path, texts),
    about:
      reason === undefined
        ? aboutOf(guide, words, servers, onPage !== undefined, exchange !== undefined && asks)
        : fitsUsualWords(account, asks) && words.about,
    // A program that is not for this mailbox asks for nothing.
    noPassword: asks === 'password' ? guides.noPassword : reason === undefined && guides.noPasswordAsked[asks],
    appPassword: typesPassword(asks) && appPasswordContext(account.provider, language, texts),
    mayDiffer: guides.mayDiffer,
    unsuitableTitle: exchange === undefined ? guides.unsuitableTitle : guides.exchangeTitle,
    reason: reason ?? exchange ?? false,
    instead: otherLogin && words.instead !== undefined && readyStep(words.instead),
    steps:
      reason !== undefined
        ? false
        : servers !== undefined
          ? stepsContext(stepsWith(servers, page, guide, words, files, logins))
          : onPage !== undefined && stepsContext(stepsOnPage(onPage, page, guide, words, files, logins)),
    valuesTitle: guides.values,
    tables: serverTables(account, texts),
    ...frame(page, guides.title({ address: account.displayAddress, program: words.title })),
    ...identity(account, logins, texts, asks),
  };
}

/** Where the program has no servers: what it asks for is what Exchange asks for, where the mailbox is there alone. */
function asksWithoutServers(account: Account): Asks {
  const { incoming, exchange } = account;
  return incoming.length === 0 && exchange !== undefined ? asksOf(exchange.authentication) : asksOfAccount(account);
}

/** May the usual words about a program stand where it is not for this mailbox? They lead to servers, and some warn of who gets the password. */
function fitsUsualWords({ incoming }: Account, asks: Asks): boolean {
  return incoming.length > 0 && typesPassword(asks);
}

/** What is said about the program, of the way that follows. */
function aboutOf(
  guide: ProgramGuide,
  { about, browser, exchange }: GuideWords,
  servers: Servers | undefined,
  onPage: boolean,
  onExchange: Asks | false,
): string | false {
  if (onPage || isByPage(guide, servers)) return browser?.about ?? about;
  return onExchange === false ? about : (exchange?.({ typed: typesPassword(onExchange) }) ?? false);
}

/** Does the program have steps of its own to sign in in the browser, and are these servers for them? */
function isByPage({ browser }: ProgramGuide, servers: Servers | undefined): boolean {
  return browser?.steps !== undefined && servers?.asks === 'browser';
}

/** What is said where no server is typed: the rest speaks of servers. Made once for these words. */
function wordsByPage(words: GuideWords): GuideWords {
  const { browser } = words;
  const known = byPageWords.get(words) ?? {
    ...words,
    start: browser?.start ?? words.start,
    undo: browser?.undo ?? words.undo,
    troubles: [],
  };
  byPageWords.set(words, known);
  return known;
}

const byPageWords = new WeakMap<GuideWords, GuideWords>();

/** What the steps are made of. */
interface Steps {
  readonly page: Page;
  readonly guide: ProgramGuide;
  readonly words: GuideWords;
  readonly files: readonly GuideFile[];
  readonly logins: Logins;
  readonly asks: Asks;
  /** No server is typed: the program leads to a page of the provider. */
  readonly byPage: boolean;
  readonly plans: ProgramGuide['steps'];
  readonly values: FieldValues;
  /** Labels to tap last, where they are chosen. */
  readonly protocol: string;
  readonly issuer: string;
  /** What may go wrong with servers is said where there are any. */
  readonly hasServers: boolean;
}

/** The steps with servers, which are typed or are those of an issuer. */
function stepsWith(
  servers: Servers,
  page: Page,
  guide: ProgramGuide,
  given: GuideWords,
  files: readonly GuideFile[],
  logins: Logins,
): Steps {
  const { account, texts } = page;
  const byPage = isByPage(guide, servers);
  const words = byPage ? wordsByPage(given) : given;
  return {
    ...{ page, guide, words, files, logins, byPage },
    asks: servers.asks,
    plans: (byPage ? (guide.browser?.steps ?? []) : guide.steps).filter(({ when }) => when?.(servers, account) ?? true),
    values: valuesFor(guide, servers, account, words, texts),
    protocol: words.protocol[servers.incoming.protocol],
    issuer: words.issuers?.[servers.issuer ?? ''] ?? '',
    hasServers: true,
  };
}

/** The steps on a page of the provider, where the mailbox is on Exchange alone. */
function stepsOnPage(
  { issuer, login }: { readonly issuer: string; readonly login: string },
  page: Page,
  guide: ProgramGuide,
  given: GuideWords,
  files: readonly GuideFile[],
  logins: Logins,
): Steps {
  const words = wordsByPage(given);
  return {
    ...{ page, guide, words, files, logins },
    byPage: true,
    asks: 'browser',
    // Steps for some servers only are for none of these.
    plans: (guide.browser?.steps ?? []).filter(({ when }) => when === undefined),
    values: valuesOnPage(page.account, login, page.texts),
    protocol: '',
    issuer: words.issuers?.[issuer] ?? '',
    hasServers: false,
  };
}

function stepsContext(steps: Steps): Context {
  const { page, guide, words, files, logins, asks, byPage, plans } = steps;
  const { account, language, texts } = page;
  const { guides } = texts;
  const appPassword = typesPassword(asks) && appPasswordContext(account.provider, language, texts);
  const planned = plans.filter(({ role = account.role }) => role === account.role);
  // Said once at the top where it holds everywhere, and otherwise where it holds.
  const nowhereSure =
    planned.every(({ words: key }) => !member(words.steps, key).sure) &&
    words.start[account.role].every(({ sure }) => !sure);
  const ready = readyGuide(words, !nowhereSure);
  const codes = guide.codes?.(account) ?? [];
  const finds = !byPage && (guide.finds?.(account) ?? true);
  const automatic = finds && words.automatic !== undefined && readyStep(words.automatic);
  const misled = guide.misled?.(account);
  return {
    misled: misled !== undefined && (words.misled?.[misled] ?? false),
    fast: automatic !== false || files.length > 0 || codes.length > 0,
    fastTitle: guides.fast,
    code: codeContext(words, account, codes, guide.asks?.(account) ?? asks, appPassword, texts),
    files: files.map((file) => ({ open: texts.overview.open({ title: file.title }), ...file })),
    fileLabel: texts.overview.file,
    automatic,
    automaticTitle: guides.automatic,
    byHandTitle: byPage ? guides.inBrowser : guides.byHand,
    mayDiffer: nowhereSure,
    byHand: [...ready.start[account.role], ...byHand(steps, planned, ready, appPassword)],
    fastPassword: (automatic !== false || files.length > 0) && appPassword,
    refusedPassword: appPassword,
    role: ready.role[account.role],
    checkTitle: guides.check,
    check: guides.checking,
    undoTitle: guides.undo,
    undo: ready.undo,
    ...refusedContext(asks, logins, texts),
    repair: !byPage && ready.repair,
    // They are about passwords.
    refusals: typesPassword(asks) ? ready.refusals : [],
    troublesTitle: guides.troublesTitle,
    troubles: [...ready.troubles, ...(steps.hasServers ? everywhere(guides, !nowhereSure) : [])],
  };
}

/** What to do where one is not let in. */
function refusedContext(asks: Asks, logins: Logins, { guides }: Catalogue) {
  const byPassword = { title: guides.refused, stop: guides.stop, logins: guides.refusedLogins };
  const words = typesPassword(asks) ? byPassword : opensPage(asks) ? guides.notLetIn : guides.closed;
  const { same, differs, several } = words.logins;
  const told = { same, differs, several }[logins.kind];
  return {
    refusedTitle: words.title,
    stop: words.stop,
    refused: say<Pick<Logins, 'incoming' | 'outgoing'>>(told, logins),
  };
}

/** The steps with what each of them asks. */
function byHand(
  { page: { texts }, guide, words, values: value, protocol, issuer, logins }: Steps,
  planned: ProgramGuide['steps'],
  ready: ReadyGuide,
  appPassword: Context | false,
): Context[] {
  const { pageLogin } = texts.guides;
  const labelOf = (field: Field, key: string) => (field === 'pageLogin' ? pageLogin : member(words.labels, key));
  return planned.map(
    ({ words: key, fields = [], choosesProtocol = false, choosesIssuer = false, namesPassword = false }) => {
      const step = member(ready.steps, key);
      if (fields.length === 0 && !choosesProtocol && !choosesIssuer && !namesPassword) return step;
      const shown: Context[] = [];
      let asks = namesPassword;
      for (const asked of fields) {
        const [field, label] = labelled(asked);
        asks ||= asksForPassword(field, value);
        const context = fieldContext(field, labelOf(field, label), value, guide, logins, texts);
        if (context !== undefined) shown.push(context);
      }
      const { say, mayDiffer } = step;
      const path = [...step.path, ...(choosesProtocol ? [protocol] : []), ...(choosesIssuer ? [issuer] : [])];
      return { say, path, mayDiffer, fields: shown, appPassword: asks && appPassword };
    },
  );
}

function codeContext(
  { code }: GuideWords,
  { role, displayAddress }: Account,
  drawings: readonly Drawing[],
  asks: Asks | AsksAfterCode,
  appPassword: Context | false,
  { guides }: Catalogue,
): Context | false {
  if (code === undefined || drawings.length === 0) return false;
  const asked = asks === 'nothing' ? [] : [code.asks[asks]];
  return {
    title: guides.scan,
    label: guides.qr({ address: displayAddress }),
    drawings: drawings.map(({ side, path }) => ({ side, path })),
    steps: [code.open[role], code.scan, ...asked, code.once].map((step) => ({
      appPassword: asked.includes(step) && asks !== 'browser' && asks !== 'certificate' && appPassword,
      ...readyStep(step),
    })),
  };
}

/** The field and the key of its label. */
function labelled(field: LabelledField): readonly [Field, string] {
  return typeof field === 'string' ? [field, field] : field;
}

/** A guide names only words that the catalogue has: `defineGuide` holds it against them. */
function member<T>(words: Readonly<Record<string, T>>, key: string): T {
  return words[key] as T;
}
