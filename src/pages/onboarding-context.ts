import type { Account, Language, Onboarding, OnboardingStep, Procedure, Provider } from '../model/account.ts';
import { asksOfAccount, typesPassword } from '../model/sign-in.ts';
import type { Context } from '../template/context.ts';
import { type Catalogue, texts as textsOf } from '../words/index.ts';
import { speech } from '../words/languages.ts';
import { lookOf } from './look.ts';
import { passwordContext } from './password-context.ts';
import { contentSecurityPolicy } from './policy.ts';
import { scripts } from './scripts.generated.ts';
import { spokenText, spokenTexts } from './spoken.ts';
import { supportContext } from './support-context.ts';
import { identity, loginsOf } from './tables.ts';

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
  const { password, notes } = described;
  const show = { account, language, texts };
  const procedure = (of: Procedure | undefined) => of !== undefined && procedureContext(of, show);
  const links = [...provider.documentation, ...described.links];
  const sections = {
    activation: procedure(described.activation),
    password: password !== undefined && passwordContext(password, account, language, words),
    recovery: procedure(described.recovery),
    webmail: procedure(described.webmail),
    notes: spokenTexts(notes, language),
    links: links.map(({ url, title }) => ({ url, ...spokenText(title, language) })),
  };
  const ids = Object.keys(words.sections) as (keyof typeof words.sections)[];
  const { style, logo, styleHash } = lookOf(provider);
  return {
    style,
    logo,
    policy: contentSecurityPolicy({
      scriptHash: accountPageScript(provider),
      styleHash,
      formAction: sendsForms ? "'self'" : "'none'",
    }),
    language,
    languagesTitle: texts.page.languages,
    languages: others.map((each) => ({ language: each.language, href: each.href, name: speech(each.language).name })),
    skip: texts.page.skip,
    title: words.title,
    provider: provider.shortName,
    providerName: provider.name,
    home: home !== undefined && { href: home, title: words.home },
    intro: described.intro !== undefined && spokenText(described.intro, language),
    person: account !== undefined && personContext(account, texts),
    contents: words.contents,
    jumps: ids.filter((id) => !isEmpty(sections[id])).map((id) => ({ id, title: words.sections[id] })),
    titles: words.sections,
    prepareTitle: words.prepare,
    stepsTitle: words.steps,
    seeRules: words.seeRules,
    support: supportContext(provider.support, texts),
    made: texts.overview.made({ provider: provider.name }),
    ...sections,
  };
}

/** What the texts of a procedure are chosen and completed by. */
interface Reader {
  readonly account: Account | undefined;
  readonly language: Language;
  readonly texts: Catalogue;
}

function procedureContext({ intro, prepare, steps, warnings }: Procedure, reader: Reader): Context {
  const { language } = reader;
  return {
    intro: intro !== undefined && spokenText(intro, language),
    prepare: spokenTexts(prepare, language),
    steps: steps.map((step) => stepContext(step, reader)),
    warnings: spokenTexts(warnings, language),
  };
}

function stepContext({ say, url, shows }: OnboardingStep, { account, language, texts }: Reader): Context {
  const person = account && personContext(account, texts);
  const values = {
    address: person === undefined ? [] : [{ label: person.addressLabel, value: person.address, key: false }],
    login: person?.logins.map(({ label, login }) => ({ label, value: login, key: true })) ?? [],
    passwordRules: [],
  };
  return {
    url: url ?? false,
    rules: shows.includes('passwordRules'),
    fields: shows.flatMap((each) => values[each]),
    ...spokenText(say, language),
  };
}

/** The person's address and login, with a sentence for somebody who has no program to set up yet. */
function personContext(account: Account, texts: Catalogue) {
  const logins = loginsOf(account);
  const { password, recovery } = account.provider.onboarding ?? {};
  // Who chooses a password there types it somewhere, be it on a page of the provider.
  const typed = (password ?? recovery) !== undefined || typesPassword(asksOfAccount(account));
  return {
    ...identity(account, logins, texts),
    explanation: texts.onboarding.logins[logins.kind]({ typed }),
    differs: false,
  };
}

function isEmpty(section: unknown): boolean {
  return section === false || (Array.isArray(section) && section.length === 0);
}
