import type { Asks, Field, GuideWords, LabelledField, ProgramGuide, Servers } from '../clients/guide.ts';
import { serversFor, unsuitable } from '../clients/guide-servers.ts';
import type { Drawing } from '../clients/qr.ts';
import type { Account, Language } from '../model/account.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import type { Step, Trouble } from '../words/step.ts';
import { fieldContext, valuesFor } from './fields.ts';
import { contentSecurityPolicy } from './policy.ts';
import { otherRole, type Served } from './served.ts';
import { identity, type Logins, loginsOf, serversByHand, serverTables } from './tables.ts';

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

interface GuidePage extends Page {
  readonly guide: ProgramGuide;
  readonly files: readonly GuideFile[];
}

/** What stands around the guide itself. */
export function frame({ language, texts, translations, overview, account, served }: Page, title: string): Context {
  return {
    policy: contentSecurityPolicy(undefined, served === undefined ? "'none'" : "'self'"),
    language,
    languagesTitle: texts.page.languages,
    languages: translations.map(({ language, name, href }) => ({ language, name, href })),
    skip: texts.page.skip,
    title,
    back: { href: overview, title: texts.guides.back },
    made: texts.overview.made({ provider: account.provider.name }),
  };
}

/** What the template of a guide shows. */
export function guideContext(page: GuidePage): Context {
  const { guide, account, language, texts, path, served } = page;
  const { guides } = texts;
  const words = guide.words(language, account.provider.texts);
  const by = serversByHand(account);
  const servers = serversFor(account, guide);
  const { incoming, outgoing } = servers ?? { incoming: by.incoming[0], outgoing: by.outgoing[0] };
  const logins = loginsOf(account.address, incoming, outgoing);
  const reason = unsuitable(guide, account, texts);
  const otherLogin = guide.addressIsLogin === true && servers !== undefined && reason !== undefined;
  return {
    versionsTitle: texts.overview.versions,
    role: texts.page.role[account.role],
    otherRole: served === undefined ? false : otherRole(account, path, texts),
    about: words.about,
    noPassword: guides.noPassword,
    mayDiffer: guides.mayDiffer,
    unsuitableTitle: guides.unsuitableTitle,
    reason: reason ?? false,
    instead: otherLogin && words.instead !== undefined && stepContext(words.instead),
    steps: servers === undefined || reason !== undefined ? false : stepsContext(page, words, servers, logins),
    valuesTitle: guides.values,
    tables: serverTables(account, texts),
    ...frame(page, guides.title({ address: account.displayAddress, program: words.title })),
    ...identity(account, logins, texts),
  };
}

function stepsContext(
  { guide, account, texts, files }: GuidePage,
  words: GuideWords,
  servers: Servers,
  logins: Logins,
): Context {
  const { guides } = texts;
  const value = valuesFor(guide, servers, account, words, texts);
  const planned = guide.steps.filter(
    ({ role = account.role, when }) => role === account.role && (when?.(servers, account) ?? true),
  );
  const byHand = [
    ...words.start[account.role].map((start) => ({ words: start, fields: [] })),
    ...planned.map(({ words: key, fields = [], choosesProtocol = false }) => {
      const step = member(words.steps, key);
      const path = choosesProtocol ? [...step.path, words.protocol[servers.incoming.protocol]] : step.path;
      return {
        words: { say: step.say, sure: step.sure, path },
        fields: fields
          .map(labelled)
          .flatMap(([field, label]) => fieldContext(field, member(words.labels, label), value, guide, logins, texts)),
      };
    }),
  ];
  // Said once at the top where it holds everywhere, and otherwise where it holds.
  const nowhereSure = byHand.every(({ words }) => !words.sure);
  const marked = ({ say, path, sure }: Step) => ({ say, path, mayDiffer: !sure && !nowhereSure });
  const troubles = (list: readonly Trouble[]) => list.map(({ seen, help }) => ({ seen, ...marked(help) }));
  const codes = guide.codes?.(account) ?? [];
  const finds = guide.finds?.(account) ?? true;
  const automatic = finds && words.automatic !== undefined && stepContext(words.automatic);
  const misled = guide.misled?.(account);
  return {
    misled: misled !== undefined && (words.misled?.[misled] ?? false),
    fast: automatic !== false || files.length > 0 || codes.length > 0,
    fastTitle: guides.fast,
    code: codeContext(words, account, codes, guide.asks?.(account) ?? 'password', texts),
    files: files.map((file) => ({ open: texts.overview.open({ title: file.title }), ...file })),
    fileLabel: texts.overview.file,
    automatic,
    automaticTitle: guides.automatic,
    byHandTitle: guides.byHand,
    mayDiffer: nowhereSure,
    byHand: byHand.map(({ words, fields }) => ({ fields, ...marked(words) })),
    role: marked(words.role[account.role]),
    checkTitle: guides.check,
    check: guides.checking,
    undoTitle: guides.undo,
    undo: marked(words.undo),
    refusedTitle: guides.refused,
    stop: guides.stop,
    refused: logins.kind === 'same' ? guides.refusedLogins.same : guides.refusedLogins[logins.kind](logins),
    repair: marked(words.repair),
    refusals: troubles(words.refusals ?? []),
    troublesTitle: guides.troublesTitle,
    troubles: troubles([...(words.troubles ?? []), ...guides.troubles]),
  };
}

function codeContext(
  { code }: GuideWords,
  { role, displayAddress }: Account,
  drawings: readonly Drawing[],
  asks: Asks,
  { guides }: Catalogue,
): Context | false {
  if (code === undefined || drawings.length === 0) return false;
  return {
    title: guides.scan,
    label: guides.qr({ address: displayAddress }),
    drawings: drawings.map(({ side, path }) => ({ side, path })),
    steps: [code.open[role], code.scan, code.asks[asks], code.once].map(stepContext),
  };
}

/** The field and the key of its label. */
function labelled(field: LabelledField): readonly [Field, string] {
  return typeof field === 'string' ? [field, field] : field;
}

/** A step whose labels may differ says so. */
function stepContext({ say, path, sure }: Step) {
  return { say, path, mayDiffer: !sure };
}

/** A guide names only words that the catalogue has: `defineGuide` holds it against them. */
function member<T>(words: Readonly<Record<string, T>>, key: string): T {
  return words[key] as T;
}
