import type { ProgramGuide } from '../clients/guide.ts';
import type { Code } from '../clients/qr.ts';
import { opensPage, typesPassword } from '../model/sign-in.ts';
import type { Context } from '../template/context.ts';
import { say } from '../words/words.ts';
import type { GuideFile, ProgramPage } from './guide-page.ts';
import { handTitle, lineContext, mayDiffer, type Steps, stepsByHand, tapsOf } from './guide-steps.ts';
import { providerLinks } from './links.ts';
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
  const ready = readyGuide(words);
  const codes = codesOf(steps);
  const [file, ...others] = files;
  const way = firstWay(steps);
  const byFile = file !== undefined && (way === 'file' || way === 'phone' || way === 'send');
  const safari = way === 'file' && safariContext(steps);
  const hand = handContext(steps, told);
  return {
    move: moveContext(page),
    safari,
    file: byFile && way === 'file' && safari === false && !isRunHere(file, page) && buttonOf(file, steps),
    fileFor: byFile && way === 'file' && safari === false && (words.fileFor ?? false),
    scan: scanContext(way, steps, codes, file),
    itself: byFile && way === 'phone' && itselfContext(file, steps),
    otherPage: otherPageContext(steps, true),
    many: way === 'hand',
    send: byFile && way === 'send' && sending(file, page),
    steps: way === 'hand' ? hand.steps : tapsFor(way, steps, file),
    about: way === 'hand' && hand.about,
    mayDiffer: way === 'hand' && hand.mayDiffer !== false && `${hand.mayDiffer}.`,
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
    blocked: byFile && ready.blocked !== false && { ...ready.blocked, hand: handTitle(words, texts) },
    othersTitle: guides.otherFiles,
    others: (byFile ? others : files).map((each) => ({ use: each.use, ...buttonOf(each, steps) })),
    refused: refusedContext(steps, byFile || way === 'code'),
    elseTitle: guides.troublesTitle,
    troubles: [
      ...ready.troubles,
      ...(byPage && older === undefined ? withoutPage(steps) : []),
      ...(page.account.provider.certificateAuthority === undefined ? [] : ready.privateAuthority),
      ...(steps.servers === undefined ? [] : everywhere(guides)),
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

/** What to try where an iPhone does nothing with the file. */
function nothingContext(page: ProgramPage): Context {
  const { guides } = page.texts;
  const address = addressOfPage(page);
  return { ...guides.nothing, value: address ?? false };
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
function sending({ href, path }: GuideFile, { texts: { guides }, devices }: ProgramPage) {
  const device = devices.includes('ios') ? 'ios' : 'android';
  return { say: guides.send[device], href, name: path, ways: guides.sendWays[device] };
}

/** Whose main mailbox it is. A server has the page for the other answer, too. */
function roleContext({ page, words }: Steps): (Context & { readonly other: boolean }) | false {
  if (isForPhones(page)) return false;
  const { account, path, texts, served } = page;
  const { guides } = texts;
  const other = served !== undefined && otherRole(account, path);
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

/** What to do where one is not let in. @param byFile whether something else than the person has entered the login */
function refusedContext(
  { page, servers, words: guideWords, asks, byPage, plans, logins, appPassword }: Steps,
  byFile: boolean,
) {
  const { account, texts } = page;
  const { guides, overview } = texts;
  const ready = readyGuide(guideWords);
  const byPassword = { title: guides.refused, stop: guides.stop, logins: guides.refusedLogins };
  const words = typesPassword(asks) ? byPassword : opensPage(asks) ? guides.notLetIn : guides.closed;
  const { same, differs, several } = words.logins;
  const { webmail, passwordRecovery } = account.provider;
  const hand = {
    say: say<Pick<Logins, 'incoming' | 'outgoing'>>({ same, differs, several }[logins.kind], logins),
    // It leads to servers.
    repair: !byPage && servers !== undefined && ready.repair,
    logins: [
      ...new Set(logins.kind === 'same' || page.common !== undefined ? [] : [logins.incoming, logins.outgoing]),
    ].map((value) => ({
      value,
      note: guides.notAddress,
    })),
  };
  const alone = byFile && typesPassword(asks);
  return {
    title: words.title,
    stop: words.stop,
    byFile: alone && guides.refusedFile,
    handTitle: alone && guides.byHand,
    // Without steps by hand nobody has typed a login.
    hand: (!alone || plans.length > 0) && hand,
    appPassword,
    // They are about passwords.
    refusals: typesPassword(asks) ? ready.refusals : [],
    links: typesPassword(asks) ? providerLinks({ webmail, passwordRecovery }, overview) : [],
  };
}
