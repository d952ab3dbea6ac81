import { pageName } from '../artifacts/guide-pages.ts';
import { knownIssuer } from '../clients/known-issuer.ts';
import type { Account, Authentication, Language, MailServer } from '../model/account.ts';
import { asksOfAccount, typesPassword } from '../model/sign-in.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import type { Translation } from './frame.ts';
import { asksForLogin, loginsOf, serversByHand } from './logins.ts';
import { lookOf } from './look.ts';
import { contentSecurityPolicy } from './policy.ts';
import { pageCode } from './served.ts';
import { paperHash } from './styles.generated.ts';
import { supportContext } from './support-context.ts';

/** What the template of the letter shows: with a page of the person on the web the way there, and else what to type. */
export function letterContext(
  account: Account,
  language: Language,
  texts: Catalogue,
  translations: readonly Translation[],
): Context {
  const { letter } = texts;
  const { provider, name, displayAddress } = account;
  const { style, logo, styleHash } = lookOf(provider);
  const page = { account, language, path: pageName('index', account, language), served: undefined };
  const code = pageCode(page, texts);
  const { webmail, onboarding, portal } = provider;
  const activate = onboarding?.activation && portal;
  const issuer = knownIssuer(account);
  return {
    style,
    logo,
    policy: contentSecurityPolicy({ styles: [paperHash], styleHash }),
    language,
    languages: translations.map(({ language, name, href }) => ({ language, name, href })),
    title: letter.title({ activation: activate !== undefined }),
    organization: provider.organization,
    provider: provider.name !== provider.organization && provider.name,
    support: supportContext(provider, texts),
    name: name ?? false,
    address: displayAddress,
    activate: activate !== undefined && { say: letter.activate, url: activate },
    lead: code === false ? letter.leadWithFiles : letter.lead,
    who: whoContext(account, letter),
    several: loginsOf(account).kind === 'several',
    steps: [
      ...(code === false ? stepsByHand(account, issuer, letter) : stepsOnPage(provider.site ?? '', letter)),
      proveStep(account, issuer, letter),
    ],
    code: code !== false && { ...code, label: letter.code },
    tableTitle: code === false && issuer === undefined ? letter.values : letter.another,
    ...tableContext(account, texts),
    webmail: webmail !== undefined && { say: letter.webmail, url: webmail },
    nobody: letter.nobody,
  };
}

type Words = Catalogue['letter'];

function whoContext(account: Account, letter: Words): Context[] {
  const { kind, incoming, outgoing } = loginsOf(account);
  const box = (label: string, value: string, login: boolean) => ({ label, value, login });
  const address = account.displayAddress;
  if (kind === 'same') return [box(letter.both, address, false)];
  const logins =
    kind === 'differs'
      ? [box(letter.login, incoming, true)]
      : [box(letter.loginIncoming, incoming, true), box(letter.loginOutgoing, outgoing, true)];
  return [box(letter.address, address, false), ...logins];
}

interface LetterStep extends Context {
  readonly say: string;
  readonly values: readonly { readonly title: string | false; readonly value: string }[];
}

function stepsOnPage(site: string, letter: Words): LetterStep[] {
  // As one types it: no browser needs the rest.
  const typed = site.replace(/^https:\/\//i, '').replace(/\/$/, '');
  return [
    { say: letter.scan, values: [{ title: false, value: typed }] },
    { say: letter.choose, values: [] },
  ];
}

type Issuer = ReturnType<typeof knownIssuer>;

function stepsByHand(account: Account, issuer: Issuer, letter: Words): LetterStep[] {
  if (issuer !== undefined)
    return [
      { say: letter.add.page({ issuer: letter.issuers[issuer] }), values: [] },
      { say: letter.type.page, values: [] },
    ];
  const { kind } = loginsOf(account);
  return [
    { say: letter.add[account.incoming.length > 0 ? 'mail' : 'exchange'], values: [] },
    { say: letter.type[kind === 'same' ? 'same' : 'differs'], values: [] },
  ];
}

/** How one gets in, and what to do where one does not. */
function proveStep(account: Account, issuer: Issuer, letter: Words): LetterStep {
  const { appPassword, passwordRecovery } = account.provider;
  const asks = asksOfAccount(account);
  const line = (title: string | false, value: string | undefined) => (value === undefined ? [] : [{ title, value }]);
  const made = typesPassword(asks) ? appPassword?.url : undefined;
  return {
    say:
      issuer === undefined
        ? made === undefined
          ? letter.prove[asks]
          : letter.prove.appPassword
        : letter.prove.page({ issuer }),
    values: [
      ...line(false, issuer === undefined ? made : undefined),
      ...line(letter.lost, typesPassword(asks) ? passwordRecovery : undefined),
    ],
  };
}

/** The two servers of mail beside each other, or Exchange, and what else is set up by its address. */
function tableContext(account: Account, { letter, page }: Catalogue) {
  const { calendar, contacts, exchange, address } = account;
  const {
    incoming: [incoming],
    outgoing: [outgoing],
  } = serversByHand(account);
  const both = incoming !== undefined && outgoing !== undefined;
  const wide = (label: string, value: string) => ({ label, cells: [{ ...literal(value), wide: both }] });
  const services = [
    ...(calendar === undefined ? [] : [wide(page.calendar, calendar.url)]),
    ...(contacts === undefined ? [] : [wide(page.contacts, contacts.url)]),
  ];
  if (!both) {
    const { host, login } = exchange ?? { host: '', login: account.login };
    return {
      columns: [],
      rows: [
        wide(letter.exchangeServer, host),
        { label: letter.userName, cells: [{ ...literal(login), more: login !== address && letter.notAddress }] },
        ...services,
      ],
    };
  }
  const servers = [incoming, outgoing];
  const pair = (label: string, cell: (server: MailServer) => Context) => ({
    label,
    cells: servers.map((each) => cell(each)),
  });
  const same = incoming.login === outgoing.login || !asksForLogin(outgoing);
  const userName = (login: string, across: boolean) => ({
    ...literal(login),
    more: login !== address && letter.notAddress,
    wide: across,
  });
  return {
    columns: [page.receiving[incoming.protocol], page.sending],
    rows: [
      pair(page.server, ({ host }) => literal(host)),
      pair(letter.portAndSecurity, ({ port, security }) => said(`${port}, ${page.security[security]}`)),
      pair(page.authenticationLabel, ({ authentication }) => said(methods(authentication, page))),
      same
        ? { label: letter.userName, cells: [userName(incoming.login, true)] }
        : // They stand above, under these names: each may be as long as an address may be.
          { label: letter.userName, cells: [said(letter.loginIncoming), said(letter.loginOutgoing)] },
      ...services,
    ],
  };
}

function methods(authentication: readonly Authentication[], page: Catalogue['page']): string {
  return authentication.map((each) => page.authentication[each]).join(page.or);
}

function literal(value: string) {
  return { value, literal: true, more: false, wide: false } as const;
}

function said(value: string) {
  return { ...literal(value), literal: false };
}
