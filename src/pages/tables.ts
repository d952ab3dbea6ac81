import type { Servers } from '../clients/guide.ts';
import { usableServers } from '../clients/usable-servers.ts';
import type { Account, ExchangeService, MailServer } from '../model/account.ts';
import { asksOfAccount, typesPassword } from '../model/sign-in.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import { say } from '../words/words.ts';

/** How the logins of the mail servers stand to the address: the same, all another one, or one for receiving and one for sending. */
export type LoginCase = 'same' | 'differs' | 'several';

export interface Logins {
  readonly kind: LoginCase;
  readonly incoming: string;
  /** Equal to `incoming` where the outgoing server asks for none. */
  readonly outgoing: string;
}

/** What a person must be told about logins, of the servers that a page names: the two of a program, or those that stand first. */
export function loginsOf(account: Account, servers: Partial<Servers> = firstByHand(account)): Logins {
  const { address, exchange, login } = account;
  const { incoming, outgoing } = servers;
  const receiving = (incoming ?? exchange)?.login ?? login;
  const sending = outgoing !== undefined && asksForLogin(outgoing) ? outgoing.login : receiving;
  const kind = receiving !== sending ? 'several' : receiving === address ? 'same' : 'differs';
  return { kind, incoming: receiving, outgoing: sending };
}

/** An outgoing server may take mail from a network that it knows, without a login. */
function asksForLogin({ authentication }: MailServer): boolean {
  return authentication.some((each) => each !== 'none');
}

/**
 * What stands at the top of every page: who it is for, the address and the login, and in what they differ.
 * @param asks what the program of the page wants of the person
 */
export function identity(account: Account, logins: Logins, texts: Catalogue, asks = asksOfAccount(account)) {
  const { page } = texts;
  const { displayAddress, address, name, provider } = account;
  const { kind, incoming, outgoing } = logins;
  const { same, sameOnExchange, differs: other, differsOnExchange, several } = page.logins;
  const told = (
    account.incoming.length > 0
      ? { same, differs: other, several }
      : { same: sameOnExchange, differs: differsOnExchange, several }
  )[kind];
  return {
    provider: provider.shortName,
    name: name === undefined ? false : page.forPerson({ name }),
    addressLabel: page.address,
    address: displayAddress,
    // What the servers and the programs see, where the domain is written in other letters.
    wireAddress: displayAddress === address ? false : page.wireAddress({ address }),
    logins:
      kind === 'several'
        ? [
            { label: page.loginIncoming, login: incoming },
            { label: page.loginOutgoing, login: outgoing },
          ]
        : [{ label: page.login, login: incoming }],
    // To be typed: some programs refuse the letters of an internationalised domain, and all take their ASCII form.
    explanation: say<{ address: string; incoming: string; outgoing: string; typed: boolean }>(told, {
      address,
      incoming,
      outgoing,
      typed: typesPassword(asks),
    }),
    differs: kind !== 'same',
  };
}

/** The servers that a page names, in the order in which every client is given them (usable-servers.ts). */
function serversByHand({ incoming, outgoing }: Account) {
  const any = () => true;
  return { incoming: usableServers(incoming, any), outgoing: usableServers(outgoing, any) };
}

function firstByHand(account: Account): Partial<Servers> {
  const {
    incoming: [incoming],
    outgoing: [outgoing],
  } = serversByHand(account);
  return { ...(incoming && { incoming }), ...(outgoing && { outgoing }) };
}

/** One table for each mail server, those for IMAP first: what a person types where a program asks. Every page has them, so they are made once for a language. */
export function serverTables(account: Account, texts: Catalogue): readonly Context[] {
  let inLanguages = known.get(account);
  if (inLanguages === undefined) {
    inLanguages = new Map();
    known.set(account, inLanguages);
  }
  let tables = inLanguages.get(texts);
  if (tables === undefined) {
    tables = tablesOf(account, texts);
    inLanguages.set(texts, tables);
  }
  return tables;
}

const known = new WeakMap<Account, Map<Catalogue, readonly Context[]>>();

function tablesOf(account: Account, texts: Catalogue): readonly Context[] {
  const { incoming, outgoing } = serversByHand(account);
  const { page } = texts;
  return [
    ...(['imap', 'pop3'] as const).flatMap((protocol) =>
      incoming
        .filter((server) => server.protocol === protocol)
        .map((server, index, { length }) => table(server, numbered(page.receiving[protocol], index, length), page)),
    ),
    ...outgoing.map((server, index, { length }) => table(server, numbered(page.sending, index, length), page)),
    // Where a program asks for nothing else, that is what one types.
    ...(incoming.length === 0 && account.exchange !== undefined ? [exchangeTable(account.exchange, page)] : []),
  ];
}

/** What a person types for Exchange. */
export function exchangeTable({ host, authentication, login }: ExchangeService, page: Catalogue['page']): Context {
  const methods = authentication.map((each) => page.authentication[each]).join(page.or);
  return {
    caption: page.exchange,
    rows: [
      { label: page.server, value: host, literal: true },
      { label: page.authenticationLabel, value: methods, literal: false },
      { label: page.login, value: login, literal: true },
    ],
  };
}

function table(server: MailServer, caption: string, page: Catalogue['page']): Context {
  const { host, port, security, authentication, login } = server;
  const methods = authentication.map((each) => page.authentication[each]);
  return {
    caption,
    rows: [
      { label: page.server, value: host, literal: true },
      { label: page.port, value: port, literal: true },
      { label: page.securityLabel, value: page.security[security], literal: false },
      { label: page.authenticationLabel, value: methods.join(page.or), literal: false },
      ...(asksForLogin(server) ? [{ label: page.login, value: login, literal: true }] : []),
    ],
  };
}

function numbered(caption: string, index: number, count: number): string {
  return count === 1 ? caption : `${caption} ${index + 1}`;
}
