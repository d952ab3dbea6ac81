import type { GuideWords, ProgramGuide } from '../clients/guide.ts';
import { exchangePage, olderServers, serversFor, speaksExchange, unsuitable } from '../clients/guide-servers.ts';
import { PHONES } from '../model/phones.ts';
import type { Context } from '../template/context.ts';
import { plainSentence, sentenceParts } from '../words/typed-value.ts';
import { besideContext } from './beside-context.ts';
import { saidTo } from './common.ts';
import { type Features, frameContext } from './frame.ts';
import { actionContext } from './guide-action.ts';
import type { GuideFile, ProgramPage } from './guide-page.ts';
import { loginsOn, type Steps, stepsAfterFile, stepsOnExchange, stepsOnPage, stepsWith } from './guide-steps.ts';
import { accountPageFrom } from './links.ts';
import { isForPhones, readingOf } from './reading.ts';
import { readyStep, readyTrouble } from './ready-guide.ts';
import { mailboxCode, pageCode, typedAddress } from './served.ts';
import { partHashes } from './styles.generated.ts';
import { valuesContext } from './values.ts';

/**
 * What stands around the guide itself.
 * @param styles those of its kind @param features what it has that others of its kind have not
 * @param hasOwnCode whether it shows a code for its program, beside which another one would be mistaken for it
 */
export function guideFrame(
  page: ProgramPage,
  title: string,
  styles: readonly string[],
  features: Features = {},
  hasOwnCode = false,
): Context {
  const { account, language, texts, translations, overview, served, common } = page;
  const { provider } = account;
  const phone =
    common === undefined &&
    !isForPhones(page) &&
    (page.devices.some((device) => PHONES.includes(device)) ? pageCode : mailboxCode)(page, texts);
  return {
    address: common === undefined && account.displayAddress,
    common: common?.lead ?? false,
    beside:
      common === undefined &&
      besideContext({
        account,
        texts,
        accountPage: accountPageFrom(page),
        phone,
        typed: hasOwnCode && readingOf(page) !== 'here' ? typedAddress(page) : undefined,
      }),
    ...frameContext({
      provider,
      language,
      texts,
      translations,
      title,
      back: { href: overview, title: texts.guides.back },
      sendsForms: served !== undefined,
      styles,
      features: { ...features, code: features.code === true || phone !== false, again: served !== undefined },
    }),
  };
}

/** What the template of a guide shows. */
export function guideContext(page: ProgramPage, guide: ProgramGuide, files: readonly GuideFile[]): Context {
  const { account, language, texts } = page;
  const { guides } = texts;
  const words = guide.words(language, account.provider.texts);
  const servers = serversFor(account, guide);
  const reason = unsuitable(guide, account, language);
  const wontDo = reason === undefined ? undefined : words.wontDo;
  const steps = stepsInProgram(page, guide, words, files);
  const older = olderServers(account, guide);
  const instead = reason !== undefined && insteadContext(words, page);
  const action =
    steps !== undefined &&
    actionContext(
      steps,
      reason && plainSentence(saidTo(page.common, reason)),
      steps.plans.length > 0 && older !== undefined
        ? stepsWith(older, page, guide, words, [], loginsOn(page, servers))
        : undefined,
    );
  const shown = reason !== undefined && steps === undefined;
  const hasOwnCode = steps !== undefined && (guide.codes?.(account) ?? []).length > 0;
  const features = { choices: shown && instead !== false, ...(action !== false && featuresOf(action)) };
  return {
    unsuitable: shown && {
      title: wontDo === undefined && guides.unsuitableTitle,
      reason: { sentence: sentenceParts(saidTo(page.common, reason)) },
      instead,
      data: words.data !== undefined && readyTrouble(words.data),
    },
    which: reason === undefined && whichContext(guide, words, page),
    action,
    // A link to the way by hand leads to the beginning of a page that begins with it.
    byHandFirst: action !== false && action.many === true && action.byHand === false,
    values: valuesContext(account, texts, page.common),
    ...guideFrame(page, wontDo ?? words.title, partHashes.guide, features, hasOwnCode),
  };
}

/** What only some guides have. */
function featuresOf({ safari, scan, role, steps }: ReturnType<typeof actionContext>): Features {
  return {
    alert: safari !== false,
    code: scan !== false,
    role: role !== false && role.other,
    dialog: steps.some(({ dialog }) => dialog !== false),
  };
}

/** What to take in its place: what the bundle has and suits the mailbox. */
function insteadContext({ instead }: GuideWords, { guideAt }: ProgramPage): Context | false {
  const rows = Object.entries(instead?.notes ?? {}).flatMap(([id, note]) => {
    const other = guideAt(id);
    return other?.suits ? [{ href: other.href, title: other.title, note }] : [];
  });
  return instead !== undefined && rows.length > 0 && { title: instead.title, rows };
}

/** How to see whether it is this program, and where the page of the other one is. */
function whichContext({ mistakenFor }: ProgramGuide, { which }: GuideWords, { guideAt }: ProgramPage): Context | false {
  const other = mistakenFor === undefined ? undefined : guideAt(mistakenFor);
  if (which === undefined) return false;
  return {
    title: which.title,
    lines: which.lines.map((line) => readyStep(line)),
    other: other !== undefined && { href: other.href, title: which.other },
  };
}

/** What there is to do in this program: by hand, on a page of the provider, or with a file alone. */
export function stepsInProgram(
  page: ProgramPage,
  guide: ProgramGuide,
  words: GuideWords,
  files: readonly GuideFile[],
): Steps | undefined {
  const { account } = page;
  const servers = serversFor(account, guide);
  const onPage = exchangePage(guide, account);
  const logins = loginsOn(page, servers);
  if (unsuitable(guide, account, page.language) === undefined) {
    if (servers !== undefined) return stepsWith(servers, page, guide, words, files, logins);
    if (onPage !== undefined) return stepsOnPage(onPage, page, guide, words, files, logins);
    if (speaksExchange(guide, account)) return stepsOnExchange(page, guide, words, files, logins);
  }
  return files.length > 0 ? stepsAfterFile(page, guide, words, files, logins) : undefined;
}
