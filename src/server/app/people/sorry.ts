import type { Language } from '../../../model/account.ts';
import { preferences } from '../../../model/preferences.ts';
import { frameContext } from '../../../pages/frame.ts';
import { lookOf } from '../../../pages/look.ts';
import type { Profile } from '../../../profile/profile.ts';
import { renderTemplate } from '../../../template/fill.ts';
import { type Catalogue, texts } from '../../../words/index.ts';
import { languages } from '../../../words/languages.ts';
import { headerOf, page } from '../answer.ts';
import { parameter } from '../query.ts';
import type { Answer, Question } from '../question.ts';
import { rootFrom } from '../relative.ts';
import { ownTexts, senderAt } from './home.ts';
import { negotiate } from './language.ts';

/** Why a person gets another page than the one that was asked for. */
export interface Sorry {
  readonly kind: Exclude<keyof Catalogue['sorry'], 'back' | 'later' | 'soon'>;
  /** When it is worth trying again, where that is known. */
  readonly seconds?: number | undefined;
  readonly language: Language;
  /** The way to the page to begin with. */
  readonly root: string;
  /** Whose mail services are answered for here. */
  readonly profiles: readonly Profile[];
}

/** What passes by itself. */
const PASSES: readonly Sorry['kind'][] = ['busy', 'broken'];

/** A page in one sentence, with the way back to the start; nothing of what was asked stands on it. */
export function sorryPage({ kind, seconds, language, root, profiles }: Sorry): Uint8Array {
  const catalogue = texts(language, ownTexts(profiles));
  const { sorry } = catalogue;
  return renderTemplate('server/sorry.html', {
    when: seconds !== undefined ? sorry.later({ seconds, many: seconds > 1 }) : PASSES.includes(kind) && sorry.soon,
    start: `${root}?lang=${language}`,
    startTitle: sorry.back,
    ...frameContext({
      provider: senderAt(profiles),
      language,
      texts: catalogue,
      translations: [],
      title: sorry[kind],
      back: undefined,
      sendsForms: true,
    }),
  });
}

/** Is it a browser that asks? Programs get a short text, as they look for no page. (RFC 9110 §12.5.1) */
function wantsPage({ header }: Question): boolean {
  return /\btext\/html\b/i.test((header('accept') ?? '').slice(0, 500));
}

/**
 * An answer in the place of a short text that has the same status, and its page; `undefined` where none is wanted.
 * @param seconds when it is worth trying again, where that is known
 */
export function sorryFor(
  { status, headers }: Pick<Answer, 'status' | 'headers'>,
  asking: Question,
  profilesOf: () => readonly Profile[],
  seconds?: number,
): Answer | undefined {
  const kind = KINDS[status];
  if (kind === undefined || !wantsPage(asking)) return undefined;
  const profiles = profilesOf();
  const [profile] = profiles;
  const own = profile?.languages ?? [];
  const available = preferences([...own, ...languages.filter((each) => !own.includes(each))]);
  const language = negotiate(parameter(asking, 'lang'), asking.header('accept-language'), available);
  const bytes = sorryPage({ kind, seconds, language, root: startFrom(asking.path), profiles });
  const answer = page(bytes, status, { styleHash: lookOf({ brand: senderAt(profiles)?.brand }).styleHash });
  const allow = headerOf({ headers }, 'Allow');
  return allow === undefined ? answer : { ...answer, headers: [...answer.headers, 'Allow', allow] };
}

const KINDS: Readonly<Record<number, Sorry['kind']>> = {
  400: 'malformed',
  404: 'page',
  405: 'method',
  413: 'tooLong',
  415: 'form',
  429: 'often',
  500: 'broken',
  503: 'busy',
};

/** From a path that is nobody's, the way up may be of any length. */
function startFrom(path: string): string {
  return path.length > 300 ? '/' : rootFrom(path);
}
