import { InputError } from '../../../errors.ts';
import type { Language, OwnTexts, Provider } from '../../../model/account.ts';
import { frameContext, type Told } from '../../../pages/frame.ts';
import { providerLinks } from '../../../pages/links.ts';
import type { Links, Profile } from '../../../profile/profile.ts';
import { displayAddress, locate } from '../../../resolve/locate.ts';
import { brandOf, supportOf } from '../../../resolve/mail-domain.ts';
import type { Context } from '../../../template/context.ts';
import { type Catalogue, texts, whomToAsk } from '../../../words/index.ts';
import { languages, speech } from '../../../words/languages.ts';
import { sentenceParts } from '../../../words/typed-value.ts';
import { accountsBelow, describing } from './providers.ts';

export interface Home {
  readonly language: Language;
  /** The way from the page to the root of all, which ends in a slash. */
  readonly root: string;
  /** Whose mail services are answered for here, or the one that the host's name names. */
  readonly profiles: readonly Profile[];
  /** Pages of that provider. */
  readonly links: Links;
  /** What was typed; it is shown again, so that nobody has to type it twice. */
  readonly typed: string;
  readonly name?: string;
  /** What is wrong with it. */
  readonly problem?: HomeProblem;
}

/** `wrong` and `unknown`: the address; `page`: there is none at that path, and no address may be meant. */
export interface HomeProblem {
  readonly kind: keyof Catalogue['home']['problemTitles'];
  /** In the reader's language, where it is more than the kind tells. */
  readonly text?: string;
}

/** The one provider whose page it is; `undefined` where several are answered for. */
export function onlyOne(profiles: readonly Profile[]): Profile | undefined {
  const [profile, ...others] = profiles;
  return others.length === 0 ? profile : undefined;
}

/** What a page says in the provider's words, where it is the page of one. */
export function ownTexts(profiles: readonly Profile[]): OwnTexts | undefined {
  return onlyOne(profiles)?.texts;
}

/** Whose name, look and help stand around a page; nobody's where several are answered for. */
export function senderAt(profiles: readonly Profile[]): Pick<Provider, 'shortName' | 'brand' | 'support'> | undefined {
  const only = onlyOne(profiles);
  if (only === undefined) return undefined;
  const { shortName, brand, support } = only;
  return { shortName, brand: brand && brandOf(brand), support: support && supportOf(support) };
}

/** No page can hold these (HTML Standard §13.1.1). */
const UNWRITABLE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** What was typed, as a page can show it again. */
export function shownAgain(typed: string): string {
  return typed.replace(UNWRITABLE, '');
}

/** The address of the provider's example, which may be a login; `undefined` where it gives none. */
function exampleOf(profile: Profile | undefined): string | undefined {
  if (profile?.example === undefined) return undefined;
  try {
    const { address, domain } = locate({ who: profile.example }, [profile]);
    return displayAddress(address, domain);
  } catch (error) {
    if (error instanceof InputError) return profile.example;
    throw error;
  }
}

/** What the template of the page shows on which a person types the address. */
export function homeContext({ language, root, profiles, links, typed, name = '', problem }: Home): Context {
  const catalogue = texts(language, ownTexts(profiles));
  const { home, onboarding } = catalogue;
  const example = exampleOf(onlyOne(profiles));
  const shown = shownAgain(typed);
  const described = describing(profiles).length > 0;
  const hinted = problem === undefined || problem.kind === 'page' || problem.kind === 'name';
  const { webmail, ...account } = links;
  return {
    action: `${root}?lang=${language}`,
    who: {
      label: home.who,
      hint:
        problem?.kind === 'page' ? home.problems.page : hinted && example !== undefined && home.whoHint({ example }),
      problem: !hinted && { sentence: sentenceParts(textOf(problem, example, home)) },
      typed: shown,
    },
    // What is to be mended stands alone; a name goes on with it.
    kept: problem !== undefined && !hinted && problem.kind !== 'missing' && name !== '' && shownAgain(name),
    name: (hinted || problem?.kind === 'missing') && {
      label: home.name,
      optional: home.optional,
      hint: home.nameHint,
      problem: problem?.kind === 'name' && home.problems.name,
      typed: shownAgain(name),
    },
    submit: home.submit,
    noPassword: home.noPassword,
    right: problem?.kind === 'unknown' && home.right({ whom: whomToAsk(onlyOne(profiles), catalogue) }),
    links: [
      ...(webmail === undefined ? [] : [{ url: webmail, title: home.webmail }]),
      ...(described
        ? [{ url: `${accountsBelow(root)}?lang=${language}`, title: onboarding.noneLink }]
        : providerLinks(account, catalogue.overview)),
    ],
    ...frameContext({
      provider: senderAt(profiles),
      language,
      texts: catalogue,
      translations: languages
        .filter((each) => each !== language)
        .map((each) => ({ language: each, name: speech(each).name, href: `${root}?lang=${each}` })),
      title: problem === undefined ? home.title : home.problemTitles[problem.kind],
      back: undefined,
      sendsForms: true,
      asked: toldBy(problem),
    }),
  };
}

/** What is wrong is said in the other language, too. */
function toldBy(problem: HomeProblem | undefined): Told {
  if (problem === undefined) return 'nothing';
  return problem.kind === 'page' ? 'page' : 'problem';
}

function textOf({ kind, text }: HomeProblem, example: string | undefined, { problems }: Catalogue['home']): string {
  if (text !== undefined) return text;
  if (kind === 'unknown') return problems.unknown({ example: example ?? '' });
  return problems.missing;
}
