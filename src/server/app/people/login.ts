import type { Language, Provider } from '../../../model/account.ts';
import { frameContext } from '../../../pages/frame.ts';
import type { Context } from '../../../template/context.ts';
import { type Catalogue, texts, whomToAsk } from '../../../words/index.ts';
import { speech } from '../../../words/languages.ts';
import { sentenceParts, typedValue } from '../../../words/typed-value.ts';
import type { AskedLogin, TypedLogins } from './asked-logins.ts';
import { shownAgain } from './home.ts';

export interface LoginPage {
  readonly provider: Provider;
  readonly language: Language;
  /** Whose mailbox it is, as people write it. */
  readonly address: string;
  /** The way from the page to the root of all, which ends in a slash. */
  readonly root: string;
  /** Where the form is sent, by POST, in a language. */
  readonly actionIn: (language: Language) => string;
  readonly fields: readonly AskedLogin[];
  /** What was typed is shown again. */
  readonly typed: TypedLogins;
  /** What was typed on the page before. */
  readonly name?: string | undefined;
  /** What is wrong with it. */
  readonly problem?: string | undefined;
}

/** What the template of the page shows that asks a person for the login that no rule gives. */
export function loginContext({
  provider,
  language,
  address,
  root,
  actionIn,
  typed,
  name = '',
  problem,
  ...more
}: LoginPage): Context {
  const catalogue = texts(language, provider.texts);
  const { home, page } = catalogue;
  const { ownLogin } = home;
  return {
    action: actionIn(language),
    name: name === '' ? false : name,
    askedFor: more.fields.map((field) => fieldContext(field, typed, page, ownLogin)),
    hint: ownLogin.hint,
    submit: home.submit,
    noPassword: home.noPassword,
    problem: problem ?? false,
    cannotFind: ownLogin.cannotFind,
    portal: provider.portal ?? false,
    atPortal: ownLogin.atPortal,
    ask: ownLogin.ask({ whom: whomToAsk(provider, catalogue) }),
    why: ownLogin.why,
    whyText: { sentence: sentenceParts(ownLogin.whyText({ address: typedValue(address) })) },
    ...frameContext({
      provider,
      language,
      texts: catalogue,
      translations: provider.languages
        .filter((each) => each !== language)
        .map((each) => ({ language: each, name: speech(each).name, href: actionIn(each) })),
      title: ownLogin.title,
      back: { href: `${root}?lang=${language}`, title: page.anotherAddress },
      sendsForms: true,
      asked: problem === undefined ? 'nothing' : 'problem',
    }),
  };
}

function fieldContext(
  { name, service, needed, otherwise }: AskedLogin,
  typed: TypedLogins,
  page: Catalogue['page'],
  words: Catalogue['home']['ownLogin'],
) {
  const where = { ...page, ...words.mail };
  const label = service === undefined ? words.label : words.labelAt({ service: where[service] });
  const optional = otherwise ? words.otherwise({ label }) : words.optional({ label });
  return { name, label: needed ? label : optional, needed, typed: shownAgain(typed.get(name) ?? '') };
}
