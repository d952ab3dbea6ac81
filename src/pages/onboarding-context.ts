import type { Account, Language, Onboarding, OnboardingStep, Procedure, Provider } from '../model/account.ts';
import type { Context } from '../template/context.ts';
import { type Catalogue, texts as textsOf } from '../words/index.ts';
import { speech } from '../words/languages.ts';
import { besideContext } from './beside-context.ts';
import { frameContext } from './frame.ts';
import { loginsOf } from './logins.ts';
import { passwordContext } from './password-context.ts';
import { scripts } from './scripts.generated.ts';
import { spokenText, spokenTexts } from './spoken.ts';
import { partHashes } from './styles.generated.ts';

/** What the page about getting the account is made of. */
export interface AccountPage {
  readonly provider: Provider;
  /** Whose page it is; `undefined`: everybody's, as a server shows it before it knows who asks. */
  readonly account: Account | undefined;
  readonly language: Language;
  /** The same page in other languages. */
  readonly others: readonly { readonly language: Language; readonly href: string }[];
  /** Where the files for the devices are offered; `undefined` where nowhere. */
  readonly home: string | undefined;
  /** A server may put a form into it. */
  readonly sendsForms?: boolean | undefined;
}

/** The hash of the page's script, for the policy; `undefined` where there are no rules for it to check. */
export function accountPageScript({ onboarding }: Provider): string | undefined {
  return onboarding?.password && scripts['password-check'].hash;
}

/** What the template of the page shows of what its provider describes. */
export function accountPageContext(page: AccountPage, described: Onboarding): Context {
  const { provider, account, language, others, home, sendsForms = false } = page;
  const texts = textsOf(language, provider.texts);
  const words = texts.onboarding;
  const { activation, password, recovery, webmail, notes } = described;
  const show = { account, language, texts };
  const titled = (name: keyof typeof words.sections, of: Procedure | undefined) =>
    of === undefined
      ? []
      : [{ id: name, title: words.sections[name], ...procedureContext(of, show, password !== undefined) }];
  // What most come for is open, and the rest folded.
  const [first, ...folded] = [
    ...titled('activation', activation),
    ...titled('recovery', recovery),
    ...titled('webmail', webmail),
  ];
  const rules = password !== undefined && passwordContext(password, account, language, words);
  const beside = first?.steps.find(({ rules }) => rules);
  const links = [...provider.documentation, ...described.links];
  const [action, second] = actionsOf(page, described, words);
  return {
    providerName: provider.name,
    address: account?.displayAddress ?? false,
    action: action ?? false,
    second: second ?? false,
    intro: described.intro !== undefined && spokenText(described.intro, language),
    beside: account !== undefined && besideContext({ account, texts, accountPage: undefined, phone: false }),
    titles: words.sections,
    prepareTitle: words.prepare,
    seeRules: words.seeRules,
    first: first !== undefined && {
      ...first,
      steps: first.steps.map((step) => ({
        ...step,
        rules: step.rules && step !== beside,
        password: step === beside && rules,
      })),
    },
    others: folded,
    password: beside === undefined && rules,
    script: rules !== false,
    notes: spokenTexts(notes, language),
    links: links.map(({ url, title }) => ({ url, ...spokenText(title, language) })),
    ...frameContext({
      provider,
      language,
      texts,
      translations: others.map((each) => ({ ...each, name: speech(each.language).name })),
      title: words.title,
      back: home === undefined ? undefined : { href: home, title: words.home },
      sendsForms,
      styles: partHashes.account,
      features: { again: sendsForms },
      scriptHash: accountPageScript(provider),
    }),
  };
}

/** Where it is done: the way to an account first, then the way back into one. */
function actionsOf({ provider }: AccountPage, { activation, recovery }: Onboarding, words: Catalogue['onboarding']) {
  const urlIn = (of: Procedure | undefined) => of?.steps.find(({ url }) => url !== undefined)?.url;
  const portal = urlIn(activation) ?? provider.portal;
  const lost = urlIn(recovery) ?? provider.passwordRecovery;
  return [
    ...(portal === undefined ? [] : [{ url: portal, title: words.openPortal }]),
    ...(lost === undefined || lost === portal ? [] : [{ url: lost, title: words.openRecovery }]),
  ];
}

/** What the texts of a procedure are chosen and completed by. */
interface Reader {
  readonly account: Account | undefined;
  readonly language: Language;
  readonly texts: Catalogue;
}

function procedureContext({ intro, prepare, steps, warnings }: Procedure, reader: Reader, rules: boolean) {
  const { language } = reader;
  return {
    intro: intro !== undefined && spokenText(intro, language),
    prepare: spokenTexts(prepare, language),
    steps: steps.map((step) => stepContext(step, reader, rules)),
    warnings: spokenTexts(warnings, language),
  };
}

/** @param rules Does the provider say any? */
function stepContext({ say, url, shows }: OnboardingStep, { account, language, texts }: Reader, rules: boolean) {
  const { page } = texts;
  const logins = account && loginsOf(account);
  const login = (label: string, value: string) => ({ label, value, login: logins?.kind !== 'same' });
  const values = {
    address: account === undefined ? [] : [{ label: page.address, value: account.displayAddress, login: false }],
    login:
      logins === undefined
        ? []
        : logins.kind === 'several'
          ? [login(page.loginIncoming, logins.incoming), login(page.loginOutgoing, logins.outgoing)]
          : [login(page.login, logins.incoming)],
    passwordRules: [],
  };
  return {
    url: url ?? false,
    password: false as Context | false,
    rules: rules && shows.includes('passwordRules'),
    fields: shows
      .flatMap((each): readonly Context[] => values[each])
      .map((field) => ({ literal: true, note: false, ...field })),
    ...spokenText(say, language),
  };
}
