import type { Account, Authentication, DavService, DirectoryService, MailServer } from '../model/account.ts';
import { bindName } from '../model/directory.ts';
import { asksOfAccount, typesPassword } from '../model/sign-in.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import type { Common } from './common.ts';
import { asksForLogin, loginsOf, serversByHand } from './logins.ts';

interface Row extends Context {
  readonly label: string;
  readonly value: string | number;
}

interface Group extends Context {
  readonly title: string | false;
  readonly rows: readonly Row[];
}

/** All that a person may have to type, in one table: who they are, then one group of lines for each server and service. */
export function valuesContext(account: Account, texts: Catalogue, common?: Common): Context {
  if (common !== undefined)
    return { title: texts.guides.values, groups: groupsOf(account, texts).map((each) => unowned(each, common, texts)) };
  let inLanguages = known.get(account);
  if (inLanguages === undefined) {
    inLanguages = new Map();
    known.set(account, inLanguages);
  }
  const found = inLanguages.get(texts) ?? { title: texts.guides.values, groups: groupsOf(account, texts) };
  inLanguages.set(texts, found);
  return found;
}

/** The values that all have, and words in the place of those that are a person's. */
function unowned({ title, rows }: Group, { words }: Common, { page }: Catalogue): Group {
  const shown = rows
    .filter(({ label }) => label !== page.wireRow)
    .map((row) => {
      const word = words.get(String(row.value));
      return word === undefined ? row : { ...row, value: word, literal: false };
    });
  return { title, rows: shown };
}

/** Every page has them. */
const known = new WeakMap<Account, Map<Catalogue, Context>>();

function groupsOf(account: Account, texts: Catalogue): readonly Group[] {
  const { page } = texts;
  const { calendar, contacts, exchange, directory } = account;
  const logins = loginsOf(account);
  const severally = logins.kind === 'several';
  const { incoming, outgoing } = serversByHand(account);
  const server = (caption: string) => (each: MailServer, index: number, all: readonly MailServer[]) => ({
    title: all.length === 1 ? caption : `${caption} ${index + 1}`,
    rows: serverRows(each, severally || each.login !== logins.incoming, page),
  });
  return [
    { title: false, rows: personRows(account, texts) },
    ...(['imap', 'pop3'] as const).flatMap((protocol) =>
      incoming.filter((each) => each.protocol === protocol).map(server(page.receiving[protocol])),
    ),
    ...outgoing.map(server(page.sending)),
    ...(exchange === undefined ? [] : [{ title: page.exchange, rows: exchangeRows(account, page) }]),
    ...davGroup(page.calendar, calendar, account, page),
    ...davGroup(page.contacts, contacts, account, page),
    ...(directory === undefined ? [] : [{ title: page.directory, rows: directoryRows(directory, page) }]),
  ];
}

/** Who one is everywhere; logins that differ stand with their servers. */
function personRows(account: Account, { page, guides }: Catalogue): Row[] {
  const { kind, incoming } = loginsOf(account);
  const { appPassword } = account.provider;
  return [
    ...(account.name === undefined ? [] : [typed(page.nameRow, account.name)]),
    typed(page.addressRow, account.displayAddress),
    ...(account.displayAddress === account.address ? [] : [typed(page.wireRow, account.address)]),
    ...(kind === 'several' ? [] : [loginRow(page.login, incoming, kind === 'differs')]),
    ...(typesPassword(asksOfAccount(account))
      ? [said(page.password, appPassword === undefined ? guides.yourPassword : guides.yourAppPassword)]
      : []),
  ];
}

function serverRows(server: MailServer, ownLogin: boolean, page: Catalogue['page']): Row[] {
  const { host, port, security, authentication, login } = server;
  return [
    typed(page.server, host),
    { ...typed(page.port, port), more: page.security[security] },
    said(page.authenticationLabel, methods(authentication, page)),
    ...(ownLogin && asksForLogin(server) ? [loginRow(page.login, login, true)] : []),
  ];
}

function exchangeRows({ exchange, incoming, ...account }: Account, page: Catalogue['page']): Row[] {
  if (exchange === undefined) return [];
  const { host, authentication, login } = exchange;
  return [
    typed(page.server, host),
    said(page.authenticationLabel, methods(authentication, page)),
    ...(incoming.length > 0 || login !== account.login ? [loginRow(page.login, login, login !== account.address)] : []),
  ];
}

function davGroup(title: string, service: DavService | undefined, { address }: Account, page: Catalogue['page']) {
  if (service === undefined) return [];
  const { url, login } = service;
  return [{ title, rows: [typed(page.link, url), loginRow(page.login, login, login !== address)] }];
}

function directoryRows(directory: DirectoryService, page: Catalogue['page']): Row[] {
  const { host, port, security, searchBases } = directory;
  const name = bindName(directory);
  return [
    typed(page.server, host),
    { ...typed(page.port, port), more: page.security[security] },
    name === undefined ? said(page.authenticationLabel, page.authentication.none) : loginRow(page.login, name, true),
    ...searchBases.map((base) => typed(page.searchBase, base)),
  ];
}

function methods(authentication: readonly Authentication[], page: Catalogue['page']): string {
  return authentication.map((each) => page.authentication[each]).join(page.or);
}

/** Typed as it stands. */
function typed(label: string, value: string | number) {
  return { label, value, literal: true, login: false, more: false };
}

function said(label: string, value: string) {
  return { ...typed(label, value), literal: false };
}

/** A login that is the address needs no mark. */
function loginRow(label: string, value: string, differs: boolean) {
  return { ...typed(label, value), login: differs };
}
