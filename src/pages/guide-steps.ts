import type { Run } from '../clients/client.ts';
import type { AsksAfterCode, Field, GuideWords, LabelledField, ProgramGuide, Servers } from '../clients/guide.ts';
import { pageOf } from '../clients/guide-servers.ts';
import { type Asks, asksOf, asksOfAccount, typesPassword } from '../model/sign-in.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import { appPasswordContext } from './app-password.ts';
import { type Common, shownTo } from './common.ts';
import {
  asksForPassword,
  type FieldValues,
  fieldContext,
  valuesFor,
  valuesOnExchange,
  valuesOnPage,
} from './fields.ts';
import type { GuideFile, ProgramPage } from './guide-page.ts';
import { type Logins, loginsOf } from './logins.ts';
import { readingOf } from './reading.ts';
import { type BareStep, readyGuide } from './ready-guide.ts';

/** Does the program have steps of its own to sign in in the browser, and are these servers for them? */
function isByPage({ browser }: ProgramGuide, servers: Servers | undefined): boolean {
  return browser?.steps !== undefined && servers?.asks === 'browser';
}

/** What is said where no server is typed: the rest speaks of servers. Made once for these words. */
function wordsByPage(words: GuideWords): GuideWords {
  const { browser } = words;
  const known = byPageWords.get(words) ?? {
    ...words,
    ...(browser !== undefined && { about: browser.about }),
    start: browser?.start ?? words.start,
    undo: browser?.undo ?? words.undo,
    troubles: [],
  };
  byPageWords.set(words, known);
  return known;
}

const byPageWords = new WeakMap<GuideWords, GuideWords>();

/** The same for Exchange of an organisation's own, of which no program knows beforehand; what it says when the password is refused is of that, too. */
function wordsOnExchange(words: GuideWords): GuideWords {
  const { about: _, ...rest } = wordsByPage(words);
  const known = onExchangeWords.get(words) ?? { ...rest, refusals: words.exchangeRefusals ?? [] };
  onExchangeWords.set(words, known);
  return known;
}

const onExchangeWords = new WeakMap<GuideWords, GuideWords>();

/** What the steps are made of. */
export interface Steps {
  readonly page: ProgramPage;
  readonly guide: ProgramGuide;
  readonly words: GuideWords;
  readonly files: readonly GuideFile[];
  readonly logins: Logins;
  readonly asks: Asks;
  /** Of what each step asks; absent where no password is typed. */
  readonly appPassword: Context | false;
  /** No server is typed: the program leads to a page of the provider. */
  readonly byPage: boolean;
  readonly plans: ProgramGuide['steps'];
  readonly values: FieldValues;
  /** Labels to tap last, where they are chosen. */
  readonly protocol: string;
  readonly issuer: string;
  /** Absent on Exchange alone: what may go wrong with servers is said where there are any. */
  readonly servers: Servers | undefined;
}

/** The steps with servers, which are typed or are those of an issuer. */
export function stepsWith(
  servers: Servers,
  page: ProgramPage,
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
    values: forWhom(page.common, valuesFor(guide, servers, account, words, texts)),
    protocol: words.protocol[servers.incoming.protocol],
    issuer: words.issuers?.[servers.issuer ?? ''] ?? '',
    appPassword: typesPassword(servers.asks) && appPasswordContext(account.provider, page.language, texts),
    servers,
  };
}

/** The steps on a page of the provider, where the mailbox is on Exchange alone. */
export function stepsOnPage(
  { issuer, login }: { readonly issuer: string; readonly login: string },
  page: ProgramPage,
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
    values: forWhom(page.common, valuesOnPage(page.account, login, page.texts)),
    protocol: '',
    issuer: words.issuers?.[issuer] ?? '',
    appPassword: false,
    servers: undefined,
  };
}

/** The steps by hand where the mailbox is on Exchange alone, of an organisation's own: a person types how they sign in, or does so on a page of it. */
export function stepsOnExchange(
  page: ProgramPage,
  guide: ProgramGuide,
  given: GuideWords,
  files: readonly GuideFile[],
  logins: Logins,
): Steps {
  const { account, language, texts } = page;
  const words = wordsOnExchange(given);
  const asks = asksOf(account.exchange?.authentication ?? []);
  if (asks === 'browser') {
    const onPage = stepsOnPage({ issuer: 'microsoft', login: logins.incoming }, page, guide, given, files, logins);
    return { ...onPage, words };
  }
  return {
    ...{ page, guide, words, files, logins, asks },
    byPage: false,
    plans: guide.onExchange ?? [],
    values: forWhom(page.common, valuesOnExchange(account, asks, texts)),
    protocol: '',
    issuer: '',
    appPassword: typesPassword(asks) && appPasswordContext(account.provider, language, texts),
    servers: undefined,
  };
}

/** What is left to do with a file, where there are no steps by hand. */
export function stepsAfterFile(
  page: ProgramPage,
  guide: ProgramGuide,
  given: GuideWords,
  files: readonly GuideFile[],
  logins: Logins,
): Steps {
  const { account, texts, language } = page;
  const { exchange, incoming, provider } = account;
  const words = incoming.length === 0 ? wordsByPage(given) : given;
  const asks = asksOfAccount(account);
  return {
    ...{ page, guide, words, files, logins, asks },
    byPage: false,
    plans: [],
    values: forWhom(page.common, valuesOnPage(account, (exchange ?? account).login, texts)),
    protocol: '',
    issuer: '',
    appPassword: typesPassword(asks) && appPasswordContext(provider, language, texts),
    servers: undefined,
  };
}

/** What is entered, as the page shows it. */
function forWhom(common: Common | undefined, values: FieldValues): FieldValues {
  if (common === undefined) return values;
  const shown = Object.entries(values).map(([field, value]) => [
    field,
    typeof value === 'string' ? shownTo(common, value) : value,
  ]);
  // Each field with a value of the same type.
  return Object.fromEntries(shown) as FieldValues;
}

/** The logins that a page names. */
export function loginsOn({ account, common }: ProgramPage, servers: Servers | undefined): Logins {
  const logins = loginsOf(account, servers);
  const { incoming, outgoing } = logins;
  return { ...logins, incoming: shownTo(common, incoming), outgoing: shownTo(common, outgoing) };
}

/** The steps by hand, from opening the program on; none where it cannot be done by hand. */
export function stepsByHand(steps: Steps): BareStep[] {
  if (steps.plans.length === 0) return [];
  const { role } = steps.page.account;
  const ready = readyGuide(steps.words, steps.page.handHref);
  const planned = steps.plans.filter((plan) => (plan.role ?? role) === role);
  return [...ready.start[role], ...planned.map((plan) => stepContext(plan, steps, ready.steps))];
}

/** What is left of a shorter way. */
export interface Shorter {
  readonly plans: ProgramGuide['steps'];
  /** What is then asked of the person. */
  readonly asks: Asks | AsksAfterCode;
  /** Is the page read on the device? Steps that are for that alone fall away elsewhere. */
  readonly here: boolean;
}

/** The steps of a shorter way. */
export function tapsOf({ plans, asks: asked, here }: Shorter, steps: Steps): BareStep[] {
  const { page, words, servers } = steps;
  const { account } = page;
  const { taps } = readyGuide(words, page.handHref);
  return plans
    .filter(({ role = account.role }) => role === account.role)
    .filter(({ when }) => when === undefined || (servers !== undefined && when(servers, account)))
    .filter(({ asks }) => asks === undefined || asks.includes(asked))
    .filter(({ onlyHere = false }) => here || !onlyHere)
    .map((plan) => withoutTwins(stepContext(plan, steps, taps)));
}

/** What is the same for both servers stands once. */
function withoutTwins(step: BareStep): BareStep {
  const seen = new Set<string>();
  const fields = step.fields.filter(({ label, value }) => {
    const key = `${label} ${value}`;
    return !seen.has(key) && seen.add(key);
  });
  return { ...step, fields };
}

/** Do the labels of some step by hand come from memory? */
export function mayDiffer({ words, plans, page: { account } }: Steps): boolean {
  if (plans.length === 0) return false;
  return [...words.start[account.role], ...plans.map(({ words: key }) => member(words.steps, key))].some(
    ({ sure }) => !sure,
  );
}

/** A step with what it asks. */
function stepContext(
  plan: ProgramGuide['steps'][number],
  { page, guide, words, values, protocol, issuer, logins, appPassword, files }: Steps,
  ready: Readonly<Record<string, BareStep>>,
): BareStep {
  const { fields = [], choosesProtocol, choosesIssuer, namesPassword = false, runs = false } = plan;
  const { dialog = false, handsOver = false } = plan;
  const { texts } = page;
  const key = readingOf(page) === 'folder' ? (plan.inFolder ?? plan.words) : plan.words;
  const file = runs ? files[0] : undefined;
  const step = member(ready, key);
  const { pageLogin } = texts.guides;
  const placeholders = new Set(page.common?.words.values());
  const labelOf = (field: Field, label: string) => (field === 'pageLogin' ? pageLogin : member(words.labels, label));
  const asked = fields.map(labelled);
  const shown = asked
    .map(([field, label]) => fieldContext(field, labelOf(field, label), values, guide, logins, texts, placeholders))
    .filter((each) => each !== undefined);
  const takesPassword = namesPassword || asked.some(([field]) => asksForPassword(field, values));
  return {
    parts: step.parts,
    path: [...step.path, ...(choosesProtocol ? [protocol] : []), ...(choosesIssuer ? [issuer] : [])],
    note: handsOver && guide.maker !== undefined && guide.maker === pageOf(guide, page.account) ? [] : step.note,
    fields: shown,
    command: file?.run !== undefined && lineContext(file, file.run, page),
    appPassword: takesPassword && appPassword,
    dialog: dialog && (words.dialog ?? false),
  };
}

/** The line for a terminal that runs a file. What lies in a folder has its name there. */
export function lineContext({ href }: GuideFile, run: Run, page: ProgramPage): Context {
  const inFolder = readingOf(page) === 'folder';
  return {
    value: inFolder ? run.here : run.downloaded,
    there: inFolder && { href, savedAs: run.savedAs, title: page.texts.guides.theFile },
  };
}

/** How the way by hand is called. */
export function handTitle({ hand }: GuideWords, { guides }: Catalogue): string {
  return hand ?? guides.byHand;
}

/** The field and the key of its label. */
function labelled(field: LabelledField): readonly [Field, string] {
  return typeof field === 'string' ? [field, field] : field;
}

/** A guide names only words that the catalogue has: `defineGuide` holds it against them. */
function member<T>(words: Readonly<Record<string, T>>, key: string): T {
  return words[key] as T;
}
