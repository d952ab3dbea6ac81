import type { Language, Provider } from '../model/account.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import { lookOf } from './look.ts';
import { contentSecurityPolicy } from './policy.ts';
import { scripts } from './scripts.generated.ts';
import { featureHashes } from './styles.generated.ts';
import { supportContext } from './support-context.ts';

/** The same page in another language. */
export interface Translation {
  readonly language: Language;
  readonly name: string;
  readonly href: string;
}

/** What stands around every page. */
export interface Frame {
  /** Whose page it is; `undefined` where several are served, and nobody knows yet whose is wanted. */
  readonly provider: Pick<Provider, 'shortName' | 'brand' | 'support'> | undefined;
  readonly language: Language;
  readonly texts: Catalogue;
  readonly translations: readonly Translation[];
  readonly title: string;
  readonly back: { readonly href: string; readonly title: string } | undefined;
  /** May the page send a form to where it comes from? */
  readonly sendsForms: boolean;
  /** What a form asks for that shall not be lost with the language: the form (`id="ask"`) is then what asks for the other one. */
  readonly asked?: Told | undefined;
  /** The style sheets that its policy allows; absent: those of every page. */
  readonly styles?: readonly string[];
  /** Which of the style sheets for some pages it has. */
  readonly features?: Features;
  /** The hash of a script that it has beside the one that copies. */
  readonly scriptHash?: string | undefined;
}

/** What a form has told of what is typed in it: nothing yet, what is wrong with it, or that the page that was asked for is not there. */
export type Told = 'nothing' | 'problem' | 'page';

/** What only some pages have, and a style sheet of its own for it (scripts/styles.ts). */
export type Features = Readonly<Partial<Record<Feature, boolean>>>;
type Feature = keyof typeof featureHashes;

/** What the templates of `page/` show around a page: who sends it, its languages, where it leads back to, and who helps. */
export function frameContext({ provider, language, texts, translations, title, back, ...more }: Frame): Context {
  const { page } = texts;
  const { style, logo, styleHash } = lookOf({ brand: provider?.brand });
  const { features = {} } = more;
  return {
    style,
    styles: { ...NONE, ...features },
    logo,
    policy: contentSecurityPolicy({
      ...(more.styles && { styles: [...more.styles, ...hashesOf(features)] }),
      scriptHashes: pageScripts(more.scriptHash),
      styleHash,
      formAction: more.sendsForms ? "'self'" : "'none'",
    }),
    language,
    languagesTitle: page.languages,
    asked: more.asked ?? false,
    languages: translations.map(({ language, name, href }) => ({ language, name, href })),
    skip: page.skip,
    title,
    provider: provider?.shortName ?? page.sender,
    back: back ?? false,
    copy: page.copy,
    copied: page.copied,
    support: supportContext({ support: provider?.support }, texts),
    made: page.made,
  };
}

const NONE = {
  alert: false,
  again: false,
  choices: false,
  code: false,
  dialog: false,
  role: false,
} as const satisfies Record<Feature, false>;

function hashesOf(features: Features): readonly string[] {
  // Its keys are these.
  const names = Object.keys(featureHashes) as Feature[];
  return names.filter((name) => features[name] === true).map((name) => featureHashes[name]);
}

/** The scripts of a page that has values to copy, for its policy. */
export function pageScripts(own: string | undefined): readonly string[] {
  return [scripts.copy.hash, ...(own === undefined ? [] : [own])];
}
