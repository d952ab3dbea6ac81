import type { ProgramGuide } from '../clients/guide.ts';
import type { Code } from '../clients/qr.ts';
import { opensPage, typesPassword } from '../model/sign-in.ts';
import type { Context } from '../template/context.ts';
import { whomToAsk } from '../words/index.ts';
import { sentence } from '../words/text.ts';
import { sentenceParts, typedValue } from '../words/typed-value.ts';
import { say } from '../words/words.ts';
import type { GuideFile, ProgramPage } from './guide-page.ts';
import { handTitle, lineContext, mayDiffer, type Steps, stepsByHand, tapsOf } from './guide-steps.ts';
import { activationContext, providerLinks } from './links.ts';
import type { Logins } from './logins.ts';
import { isForPhones, readingOf } from './reading.ts';
import { type BareStep, bareStep, everywhere, readyGuide, readyStep, readyTrouble } from './ready-guide.ts';
import { addressOfPage, asksThere, isPublished, otherRole, pageCode, typedAddress } from './served.ts';

/*
 * What a page has a person do, the shortest way first: scan a code, open a file, let the program search, or else type everything. All other ways are folded.
 */

/** The ways that a page may begin with: `phone` is a code that opens the page where it is needed, and `send` a file that has to get there. */
type FirstWay = 'code' | 'phone' | 'send' | 'automatic' | 'file' | 'hand';

/**
 * The first thing to do, the steps that follow it, and below them what helps where it does not work.
 * @param told why it is not done by hand, where it is not
 * @param older the steps by hand for versions that do not know this way
 */
export function actionContext(steps: Steps, told?: string, older?: Steps) {
  const { page, words, files, byPage } = steps;
  const { texts } = page;
  const { guides } = texts;
  const ready = readyGuide(words, page.handHref);
  const codes = codesOf(steps);
  const [file, ...others] = files;
  const way = firstWay(steps);
  const byFile = file !== undefined && (way === 'file' || way === 'phone' || way === 'send');
  const safari = way === 'file' && safariContext(steps);
  const opened = byFile && way === 'file' && safari === false;
  const hand = handContext(steps, told);
  return {
    move: moveContext(page),
    safari,
    asText: way !== 'send' && asText(files, page),
    fileNotFor: opened && ready.fileNotFor,
    file: opened && !isRunHere(file, page) && buttonOf(file, steps),
    fileFor: opened && ready.fileFor,
    scan: scanContext(way, steps, codes, file),
    itself: byFile && way === 'phone' && itselfContext(file, steps),
    otherPage: otherPageContext(steps, true),
    many: way === 'hand',
    send: byFile && way === 'send' && sending(file, page),
    steps: way === 'hand' ? hand.steps : tapsFor(way, steps, file),
    about: way === 'hand' && hand.about,
    mayDiffer: way === 'hand' && hand.mayDiffer !== false && sentence(hand.mayDiffer),
    misled: way === 'hand' && hand.misled,
    otherwise: byFile && way === 'phone' && { title: guides.sendInstead, ...sending(file, page) },
    role: roleContext(steps),
    worksTitle: guides.works,
    works: guides.checking,
    afterwards: byFile && ready.afterwards,
    troubleTitle: guides.trouble,
    nothing: byFile && page.devices.includes('ios') && nothingContext(page),
    byHand:
      way === 'hand'
        ? older !== undefined && { title: words.browser?.older?.title ?? guides.byHand, ...handContext(older) }
        : { title: byPage ? guides.inBrowser : handTitle(words, texts), ...hand },
    otherWindow: otherPageContext(steps, false),
    blocked: byFile && ready.blocked,
    othersTitle: guides.otherFiles,
    others: (byFile ? others : files).map((each) => ({ use: each.use, ...buttonOf(each, steps) })),
    refused: refusedContext(steps, way === 'code' ? 'code' : byFile && 'file'),
    elseTitle: guides.troublesTitle,
    troubles: [
      ...ready.troubles,
      ...(byPage && older === undefined ? withoutPage(steps) : []),
      ...(page.account.provider.certificateAuthority === undefined ? [] : ready.privateAuthority),
      // Nobody has typed the values of servers that the program knows.
      ...(steps.servers === undefined || byPage ? [] : everywhere(guides)),
      ...(steps.servers === undefined ? [] : [notOwned(steps)]),
      ...mainAccount(steps),
    ],
    undoTitle: guides.undo,
    remover: removerContext(steps),
    undo: ready.undo,
  };
}

/** The way that asks most of a person, and is there for nearly everybody. */
export function handContext(steps: Steps, told?: string) {
  const { page, guide, words } = steps;
  const misled = guide.misled?.(page.account);
  return {
    about: told ?? words.about ?? false,
    misled: misled !== undefined && (words.misled?.[misled] ?? false),
    mayDiffer: mayDiffer(steps) && page.texts.guides.mayDiffer,
    steps: stepsByHand(steps),
  };
}

/** What is said to who has a version that opens no page. */
function withoutPage({ guide, words: { browser } }: Steps): Context[] {
  return guide.browser?.notInOlder && browser?.older !== undefined ? [readyTrouble(browser.older.none)] : [];
}

function codesOf({ page, guide }: Steps): readonly Code[] {
  return page.common === undefined ? (guide.codes?.(page.account) ?? []) : [];
}

/** What a page begins with. */
export function firstWay(steps: Steps): FirstWay {
  const { page, guide, files, byPage, plans } = steps;
  const codes = codesOf(steps);
  const { account, texts } = page;
  // A file without a way of its own is for few, unless there is nothing else.
  const byFile = files.length > 0 && (guide.ways?.file !== undefined || plans.length === 0);
  if (isForPhones(page) && readingOf(page) !== 'here') {
    if (codes.length > 0) return 'code';
    if (byFile) return pageCode(page, texts) === false ? 'send' : 'phone';
    return 'hand';
  }
  const searches = guide.ways?.automatic !== undefined && !byPage && (guide.finds?.(account) ?? true);
  if (searches && plans.length > 0 && isPublished(page)) return 'automatic';
  return byFile ? 'file' : 'hand';
}

/** The taps of that way; of a file whose client says none, what it is for. */
function tapsFor(way: FirstWay, steps: Steps, file: GuideFile | undefined): BareStep[] {
  const { guide, page, words } = steps;
  const shorter = (plans: ProgramGuide['steps'] = []) => {
    const asks = guide.asks?.(page.account, file?.format) ?? steps.asks;
    return tapsOf({ plans, asks, here: way !== 'send' }, steps);
  };
  if (way === 'code') return shorter(guide.ways?.code);
  if (way === 'automatic') return shorter(guide.ways?.automatic);
  if (guide.ways?.file === undefined) {
    return file === undefined ? [] : [bareStep({ say: file.use, path: [], note: [], sure: true })];
  }
  const taps = shorter(guide.ways.file);
  const { unsigned } = readyGuide(words);
  if (file === undefined || file.signed || unsigned.length === 0) return taps;
  return taps.map((each, index) => (index === taps.length - 1 ? { ...each, note: unsigned } : each));
}

/** The code that the program itself scans, or the one that opens the page on the phone. */
function scanContext(
  way: FirstWay,
  { page, words: { scan, title } }: Steps,
  codes: readonly Code[],
  file: GuideFile | undefined,
): Context | false {
  const { account, texts } = page;
  const { guides } = texts;
  if (way === 'code') {
    const label = guides.qr({ address: account.displayAddress });
    const drawings = codes.map((code) =>
      page.pictures === true ? { label, src: code.url() } : { label, src: false, ...code.drawing() },
    );
    return { say: scan ?? '', after: false, drawings };
  }
  // Steps by hand are followed where they are read.
  if (way !== 'phone' && !(way === 'hand' && isForPhones(page) && readingOf(page) !== 'here')) return false;
  const drawing = pageCode(page, texts);
  if (drawing === false) return false;
  const asks = asksThere(account);
  const follow = asks ? guides.thenFollowAsked : guides.thenFollow;
  const open = asks ? guides.thenOpenAsked : guides.thenOpen;
  const then = way === 'hand' || file === undefined ? follow({ program: title }) : open;
  const after = account.name === undefined ? then : `${texts.page.onPhoneNameless} ${then}`;
  return { say: guides.scanHere, after, drawings: [{ src: false, ...drawing }] };
}

/** Where the page of a computer's program is read on another device. */
function moveContext(page: ProgramPage): Context | false {
  if (isForPhones(page) || readingOf(page) !== 'elsewhere') return false;
  return { say: page.texts.guides.onComputer, value: typedAddress(page) ?? false };
}

/** On an iPhone, in a browser that hands no profile to the settings. */
function safariContext({ page, words, files }: Steps): Context | false {
  const { served, texts } = page;
  const { guides } = texts;
  const [file] = files;
  if (served?.otherBrowser === undefined || !page.devices.includes('ios') || file === undefined) return false;
  const { title, next } = guides.safari;
  const address = addressOfPage(page);
  const start = typedAddress(page);
  return {
    title,
    say: guides.safari[served.otherBrowser],
    ...(address === undefined
      ? { copy: start === undefined ? guides.safari.fromBar : guides.safari.startAgain, value: start ?? false }
      : { copy: guides.safari.copy, value: address }),
    thenTitle: next,
    thenTap: readyStep({
      say: guides.safari.tap({ button: words.download ?? texts.overview.open({ title: file.title }) }),
      path: [],
      note: [],
      sure: true,
    }),
  };
}

/** An iPad calls itself a Mac: there the page that was read for a Mac has the file, too. */
function itselfContext(file: GuideFile, steps: Steps): Context | false {
  const { served, devices, texts } = steps.page;
  if (served?.device !== 'macos' || !devices.includes('ios')) return false;
  return { say: texts.guides.onIpad, ...buttonOf(file, steps) };
}

/** What to try where an iPhone does nothing with the file: open this page there, or where the file alone gets there, open that in another app. */
function nothingContext(page: ProgramPage): Context {
  const { title, say, sent, files, managed } = page.texts.guides.nothing;
  const address = addressOfPage(page);
  const onPhone = address !== undefined || readingOf(page) === 'here';
  return { title, say: onPhone ? say : sent, value: address ?? false, files: onPhone && files, managed: said(managed) };
}

/** A sentence with labels or a link in it. */
function said(say: string): Context {
  return readyStep({ say, path: [], note: [], sure: true });
}

/** What may go wrong in every program, and only who looks after the server can mend. */
function notOwned({ page: { texts, account } }: Steps): Context {
  const { seen, say } = texts.guides.notOwned;
  return { seen, ...said(say({ whom: whomToAsk(account.provider, texts) })) };
}

/** The other page that a reader may be looking for. */
function otherPageContext({ page, guide, words }: Steps, first: boolean): Context | false {
  const { otherPage } = guide;
  if (otherPage === undefined || (otherPage.first ?? false) !== first || words.otherPage === undefined) return false;
  const other = page.guideAt(otherPage.guide);
  return other !== undefined && { ...words.otherPage, href: other.href };
}

/** The file that takes the account away again, and the line that runs it. */
function removerContext({ page, words }: Steps): Context | false {
  const { remover, texts } = page;
  if (remover?.run === undefined) return false;
  const { removeDownloaded, removeHere, removeByHand } = texts.guides;
  const here = isRunHere(remover, page);
  const { title, href, use, run } = remover;
  return {
    say: (here ? removeHere : removeDownloaded)({ program: words.title }),
    file: !here && { href, savedAs: run.savedAs, title: texts.overview.download({ title }) },
    line: lineContext(remover, run, page),
    use,
    byHand: removeByHand,
  };
}

/** Is it there already, for a terminal in the folder of the page? */
function isRunHere({ run }: GuideFile, page: ProgramPage): boolean {
  return run !== undefined && readingOf(page) === 'folder';
}

/** What to do where a browser shows a file that lies beside the page, as those of Chromium do with text that they know. */
function asText(files: readonly Pick<GuideFile, 'href' | 'path'>[], page: ProgramPage): string | false {
  const file = files.find(({ path }) => /\.(?:mobileconfig|k9s)$/.test(path));
  return (
    readingOf(page) === 'folder' &&
    file !== undefined &&
    page.texts.guides.asText({ file: decodeURIComponent(file.href) })
  );
}

/** The button for a file. */
function buttonOf({ href, title, run }: GuideFile, { words, files, page, guide }: Steps) {
  const { guides, overview } = page.texts;
  const first = files[0]?.href === href;
  return {
    href,
    savedAs: run?.savedAs ?? false,
    title: (first ? words.download : undefined) ?? overview.open({ title }),
    size: first && guide.kilobytes !== undefined && guides.size({ kilobytes: guide.kilobytes }),
  };
}

/** The ways of a file from here to the phone. */
function sending({ href, path }: Pick<GuideFile, 'href' | 'path'>, page: ProgramPage) {
  const { guides } = page.texts;
  const { devices } = page;
  const device = devices.includes('ios') ? 'ios' : 'android';
  const text = asText([{ href, path }], page);
  const ways = [...guides.sendWays[device], ...(text === false ? [] : [text])];
  return { say: guides.send[device], href, name: path, ways };
}

/** Whose main mailbox it is. A server has the page for the other answer, too. */
function roleContext({ page, words }: Steps): (Context & { readonly other: boolean }) | false {
  if (isForPhones(page)) return false;
  const { account, path, texts, served, common } = page;
  const { guides } = texts;
  const other = common?.onSite?.otherRole(path) ?? (served !== undefined && otherRole(account, path));
  const answer = (role: typeof account.role) => ({
    title: guides.firstMailbox[role],
    href: role !== account.role && other,
  });
  return {
    other: other !== false,
    question: guides.firstMailbox.question({ program: words.title }),
    answers: [answer('additional'), answer('primary')],
    ...readyGuide(words).role[account.role],
  };
}

/** On a phone it is no question: it stands with what may be wanted later. */
function mainAccount({ page, words }: Steps): Context[] {
  if (!isForPhones(page)) return [];
  return [{ seen: page.texts.guides.mainMailbox, ...readyGuide(words).role[page.account.role] }];
}

/** What to do where one is not let in. @param brought by what else than the person the login was entered */
function refusedContext(steps: Steps, brought: false | 'file' | 'code') {
  const { page, words: guideWords, asks, plans, appPassword } = steps;
  const { account, texts } = page;
  const { guides, overview } = texts;
  const typed = typesPassword(asks);
  const words = typed
    ? { title: guides.refused, stop: guides.stop }
    : opensPage(asks)
      ? guides.notLetIn
      : guides.closed;
  const { webmail, portal, passwordRecovery } = account.provider;
  const alone = typed && brought;
  const activation = activationContext(page);
  return {
    title: words.title,
    stop: say(words.stop, { whom: whomToAsk(account.provider, texts) }),
    brought: alone !== false && guides.refusedBy[alone],
    handTitle: alone !== false && guides.byHand,
    // Without steps by hand nobody has typed a login.
    hand: (alone === false || plans.length > 0) && byHandRefused(steps),
    appPassword,
    // They are about passwords.
    refusals: typed ? readyGuide(guideWords).refusals : [],
    activation,
    links: providerLinks(
      // The page about the account has the others.
      { ...(typed && { webmail }), ...(activation === false && { portal, ...(typed && { passwordRecovery }) }) },
      overview,
    ),
  };
}

/** Where a login is typed, it is most often that: of each server, or the one of Exchange. */
function byHandRefused({ servers, words, asks, byPage, logins, page: { texts, common, handHref } }: Steps): Context {
  const { guides } = texts;
  const { same, differs, several } = typesPassword(asks)
    ? servers === undefined
      ? { ...guides.refusedLogins, ...guides.refusedExchange }
      : guides.refusedLogins
    : (opensPage(asks) ? guides.notLetIn : guides.closed).logins;
  return {
    sentence: sentenceParts(
      say<Pick<Logins, 'incoming' | 'outgoing'>>({ same, differs, several }[logins.kind], {
        incoming: typedValue(logins.incoming),
        outgoing: typedValue(logins.outgoing),
      }),
    ),
    // It leads to servers.
    repair: !byPage && servers !== undefined && readyGuide(words, handHref).repair,
    logins: [...new Set(logins.kind === 'same' || common !== undefined ? [] : [logins.incoming, logins.outgoing])].map(
      (value) => ({
        value,
        note: guides.notAddress,
      }),
    ),
  };
}
