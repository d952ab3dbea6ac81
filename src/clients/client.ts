import { isProblem, type Problem } from '../errors.ts';
import type { Account, Device, Language, OwnTexts } from '../model/account.ts';
import { forPhones, PHONES } from '../model/phones.ts';
import type { Context } from '../template/context.ts';
import type { TemplateName } from '../template/templates.generated.ts';
import { bindOwn, ownPart } from '../words/override.ts';
import type { Bound, Translations, Tree } from '../words/words.ts';
import type { Guide, OwnGuide } from './guide.ts';
import { onceFor } from './once-for.ts';
import { onOwnComputer } from './own-computer.ts';

/** Who a file is for: the person, the administrator, or a server that clients ask. */
export type Audience = 'user' | 'admin' | 'server';

/**
 * What is known about a product and a format. `tested`: our tests run that program; `documented`: its maker or its source
 * says so; `reported`: others saw it work; `unverified`: nobody has checked; `refused`: it is known not to work.
 */
export type Evidence = 'tested' | 'documented' | 'reported' | 'unverified' | 'refused';

export interface Support<Condition extends string = never> {
  /** Product and versions, as people call them in every language: `Outlook 2013`, `iOS 4+`. */
  readonly product: string;
  /** What it holds for, where not always: a key of `conditions` in the client's words. */
  readonly when?: Condition;
  readonly evidence: Evidence;
  /** Is it so for this account? What `when` says, where a program can tell; absent: yes, or nobody can. */
  readonly holds?: (account: Account) => boolean;
  /** Has it to do with this account at all? Absent: yes. */
  readonly concerns?: (account: Account) => boolean;
}

/** A text in plain words about one file: what it is (a short noun) and what to do with it (one or two sentences). */
export interface Purpose {
  readonly title: string;
  readonly use: string;
}

/** A file of a client, made when its bytes are asked for. */
export interface File {
  /** Its name in the client's folder, with the extension. */
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

/**
 * Another file of the same client for the same account: for what packs or quotes it. It is made once.
 * @throws UnrepresentableError where it cannot be made: then neither can what asks for it
 */
export type Quote = (format: string) => File;

/** A client's own words, as its `words.en.ts` has them. */
export type OwnWords = { readonly conditions?: Readonly<Record<string, string>> } & { readonly [key: string]: Tree };

/** What the functions of a format are asked about. */
export interface FormatInput<Plan, Own extends OwnWords> {
  readonly account: Account;
  /** What the client would do with the account. */
  readonly plan: Plan;
  /** The client's own words in `language`. */
  readonly words: Bound<Own>;
  readonly language: Language;
}

/** How a file is run in a terminal. */
export interface Run {
  /** What a browser is told to call it among a person's downloads. */
  readonly savedAs: string;
  /** The line that runs it there. */
  readonly downloaded: string;
  /** The line that runs it in the folder of a bundle. */
  readonly here: string;
  /** The line with which the program is used from then on, where that is one for a terminal too. */
  readonly use?: string;
}

interface FormatFacts {
  /** Unique in the client; lower case with hyphens. Stands in manifest.json. */
  readonly id: string;
  /** With a charset where it is a text (RFC 2046). */
  readonly mediaType: string;
  readonly audience: Audience;
  /** Devices it is for, where not all of the client's. */
  readonly devices?: readonly Device[];
  /** It goes with another format's file, as the same picture in a second notation does: a person is never told to open this one. */
  readonly companion?: boolean;
  /** A signature may go around its bytes (CMS SignedData), and name and media type stay. */
  readonly signable?: boolean;
  /** Of the small kit, which holds what people open. */
  readonly kit?: true;
  /** It is no file to open, but one that is run in a terminal. @param account whose it is */
  readonly run?: (account: Account, language: Language) => Run;
  /** Formats of the client without whose file this one has no sense: what they cannot carry it cannot either. */
  readonly needs?: readonly string[];
  /** Whom pages offer it to; absent: everybody. What would harm the rest is made, for who knows what it does, and offered to none of them. */
  readonly suits?: (account: Account) => boolean;
  /** Is there anything to carry? A profile for Exchange is nothing that a provider without Exchange has to hear about. Absent: always. */
  readonly applies?: (account: Account) => boolean;
}

/** A kind of file that a client takes, as the client defines it. */
export type FormatDefinition<Plan, Own extends OwnWords> = FormatFacts & {
  readonly support: readonly Support<keyof NonNullable<Own['conditions']> & string>[];
  /** What people are told of it, also where it cannot be made; only then `use` is not asked. `signed`: there is a signature around it. */
  readonly purpose: (
    input: Omit<FormatInput<Plan, Own>, 'plan'> & { readonly signed: boolean },
  ) => Pick<Purpose, 'title'> & { readonly use: string | ((plan: Plan) => string) };
  /** Services of the account that the file does without, each with the reason and the remedy: it is made all the same. */
  readonly omits?: (input: FormatInput<Plan, Own>) => readonly Problem[];
  /** Why this format cannot carry what the client planned; `undefined` where it can. One sentence with the remedy. */
  readonly refuses?: (input: FormatInput<Plan, Own>) => Problem | undefined;
} & (
    | {
        /** Written by this template; the extension of its name chooses escaping and encoding. */
        readonly template: TemplateName;
        readonly fileName: (account: Account) => string;
        /** What the template shows. Pure: the same question has the same answer. */
        readonly context: (input: FormatInput<Plan, Own> & { readonly quote: Quote }) => Context;
      }
    | {
        /** Written by code. */
        readonly files: (input: FormatInput<Plan, Own> & { readonly quote: Quote }) => readonly File[];
      }
  );

/** A format in one language, as everybody but its client sees it: it has planned and has its words. */
interface BoundFacts extends FormatFacts {
  readonly support: readonly (Support<string> & { readonly condition?: string })[];
  /** What it is, in a short noun: also for an account that it cannot carry. */
  readonly title: (account: Account) => string;
  readonly purpose: (account: Account, signed?: boolean) => Purpose;
  readonly omits: (account: Account) => readonly Problem[];
  /** Why this format cannot carry this account, as far as that is known before it is written. */
  readonly refuses: (account: Account) => Problem | undefined;
  /** Does that device reach what the file names? A phone reaches nothing on somebody's computer. Asked only where nothing refuses. */
  readonly reachedBy: (device: Device, account: Account) => boolean;
}

/** A format written by a template. `context` is asked only where nothing refuses. */
export interface TextFormat extends BoundFacts {
  readonly template: TemplateName;
  readonly fileName: (account: Account) => string;
  readonly context: (account: Account, quote: Quote) => Context;
}

/** A format written by code. */
export interface BinaryFormat extends BoundFacts {
  readonly files: (account: Account, quote: Quote) => readonly File[];
}

export type Format = TextFormat | BinaryFormat;

/** A program that people read mail with. */
export interface Client {
  /** Unique; lower case with hyphens; the name of its folders in `src/clients` and `templates` and of its folder in a bundle. */
  readonly id: string;
  /** The product's name, which no language changes. */
  readonly title: string;
  readonly devices: readonly Device[];
  /** Devices on which people are told of it before all others: it is there already, or asks least of them. */
  readonly first?: readonly Device[];
  /** It runs in a terminal. */
  readonly terminal?: true;
  /** What it takes, with the words of this language, or those that a provider puts in their place. The file to open first stands first. */
  readonly formats: (language: Language, own?: OwnTexts) => readonly Format[];
  /** The words that a provider may put its own in the place of. */
  readonly overridable: Translations<{ readonly [key: string]: Tree }>;
  /** How it is set up by hand, a page for each program or version. */
  readonly guides: readonly Guide[];
}

/** Formats that share a plan, still without words. */
export type Planned<Own extends OwnWords> = (
  words: Bound<Own>,
  language: Language,
  devices: readonly Device[],
) => readonly Format[];

interface Definition<Own extends OwnWords> {
  readonly id: string;
  readonly title: string;
  readonly devices: readonly Device[];
  readonly first?: readonly Device[];
  readonly terminal?: true;
  /** Its words in every language. */
  readonly words: Translations<Own>;
  /**
   * Those of its words that a program reads, too: what a script says, comments in configuration, a name by which a program knows something. Escaping would hold for
   * a provider's as it does for ours; but a script is tested as it is, is known to virus scanners by its digest, and has code pages and lengths of line to keep,
   * so that one text could cost people the whole file.
   */
  readonly inFiles?: readonly (keyof Own & string)[];
  readonly formats: readonly Planned<Own>[];
  readonly guides?: readonly OwnGuide[];
}

/** A client. Most have one plan (`plan`); what Exchange needs, say, is another one. */
export function defineClient<Own extends OwnWords>(definition: Definition<Own>): Client {
  const { words, inFiles = [], formats, guides = [], ...facts } = definition;
  const { id } = facts;
  const made = new WeakMap<Bound<Own>, readonly Format[]>();
  return {
    ...facts,
    guides: guides.map((guide) => ofClient({ devices: facts.devices, ...guide }, id)),
    formats: (language, own) => {
      const bound = clientWords(id, words, language, own);
      let known = made.get(bound);
      if (known === undefined) {
        known = formats.flatMap((planned) => planned(bound, language, facts.devices));
        made.set(bound, known);
      }
      return known;
    },
    overridable: without(words, ['problems', ...inFiles]),
  };
}

/** The words of a client, with those of a provider in their place. */
export function clientWords<Own extends OwnWords>(
  id: string,
  words: Translations<Own>,
  language: Language,
  own: OwnTexts | undefined,
): Bound<Own> {
  return bindOwn(words[language], ownOf(id, own, language), language);
}

/** What a provider says of a client in a language. */
function ownOf(id: string, own: OwnTexts | undefined, language: Language): unknown {
  return ownPart(ownPart(own?.[language], 'clients'), id);
}

/** A guide that finds what a provider says of its client. */
function ofClient(guide: OwnGuide, client: string): Guide {
  const provided = (own: OwnTexts | undefined, language: Language) => ownOf(client, own, language);
  return guide.kind === 'program'
    ? { ...guide, words: (language, own) => guide.words(language, provided(own, language)) }
    : { ...guide, words: (language, own) => guide.words(language, provided(own, language)) };
}

function without(words: Translations<OwnWords>, keys: readonly string[]): Client['overridable'] {
  const rest = Object.entries(words).map(([language, own]) => [
    language,
    Object.fromEntries(Object.entries(own).filter(([key]) => !keys.includes(key))),
  ]);
  // It has the languages of the words.
  return Object.fromEntries(rest) as Client['overridable'];
}

/**
 * Formats for which a client does the same with an account: it chooses once, and each format is asked about what was chosen.
 * @param plan what the client would do: the servers that it uses, or whatever its files need; or why it can do nothing
 */
export function planned<Plan extends object, Own extends OwnWords>(
  plan: (account: Account) => Plan | Problem,
  definitions: readonly FormatDefinition<Plan, Own>[],
): Planned<Own> {
  return (words, language, devices) =>
    definitions.map((definition) =>
      bindFormat({ devices, ...definition }, (account) => planFor(plan, account), words, language),
    );
}

/** What a client would do with an account. It chooses once, whoever asks. */
export function planFor<Plan extends object>(
  plan: (account: Account) => Plan | Problem,
  account: Account,
): Plan | Problem {
  let planned = plans.get(plan);
  if (planned === undefined) {
    planned = onceFor(plan);
    plans.set(plan, planned);
  }
  // Kept under the function that makes it.
  return planned(account) as Plan | Problem;
}

const plans = new WeakMap<object, (account: Account) => object>();

/** For formats that need nothing chosen: what they show stands in the account. */
export function unplanned<Own extends OwnWords>(
  definitions: readonly FormatDefinition<Readonly<Record<never, never>>, Own>[],
): Planned<Own> {
  return planned(nothing, definitions);
}

const nothing = () => ({});

function bindFormat<Plan extends object, Own extends OwnWords>(
  definition: FormatDefinition<Plan, Own> & Required<Pick<FormatFacts, 'devices'>>,
  made: (account: Account) => Plan | Problem,
  words: Bound<Own>,
  language: Language,
): Format {
  const { support, purpose, omits, refuses, ...facts } = definition;
  // Who asks has heard what `refuses` says: there is a plan.
  const input = (account: Account) => ({ account, plan: made(account) as Plan, words, language });
  const phonesOnly = forPhones(definition.devices);
  const conditions = (words as { conditions?: Readonly<Record<string, string>> }).conditions ?? {};
  const bound = {
    support: support.map((each) => {
      const condition = each.when && conditions[each.when];
      return condition === undefined ? each : { ...each, condition };
    }),
    title: (account: Account) => purpose({ account, words, language, signed: false }).title,
    purpose: (account: Account, signed = false) => {
      const { title, use } = purpose({ account, words, language, signed });
      return { title, use: typeof use === 'string' ? use : use(input(account).plan) };
    },
    omits: (account: Account) => omits?.(input(account)) ?? [],
    refuses: (account: Account) => {
      const plan = made(account);
      if (isProblem(plan)) return plan;
      return (phonesOnly ? onOwnComputer(plan) : undefined) ?? refuses?.({ account, plan, words, language });
    },
    reachedBy: (device: Device, account: Account) =>
      !PHONES.includes(device) || onOwnComputer(made(account)) === undefined,
  };
  if ('template' in facts) {
    const { context } = facts;
    return { ...facts, ...bound, context: (account, quote) => context({ quote, ...input(account) }) };
  }
  const { files } = facts;
  return { ...facts, ...bound, files: (account, quote) => files({ quote, ...input(account) }) };
}
