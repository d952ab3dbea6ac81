import type { Field, GuideWords, Method, ProgramGuide, Servers } from '../clients/guide.ts';
import type { Account } from '../model/account.ts';
import { type Asks, typesPassword } from '../model/sign-in.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import type { Logins } from './logins.ts';

export type FieldValues = { readonly [F in Field]?: string | number | undefined };

/** What to enter in each field; `undefined` where there is nothing to enter. */
export function valuesFor(
  guide: ProgramGuide,
  { incoming, outgoing, methods, asks, issuer = '' }: Servers,
  account: Account,
  words: GuideWords,
  { guides }: Catalogue,
): FieldValues {
  const signsIn = methods.outgoing !== 'none';
  const { security = words.security, authentication = words.authentication } = words.outgoing ?? {};
  // Where each issuer has a way of its own, that is the label.
  const wayOf = (method: Method, labels: GuideWords['authentication']) =>
    method === 'oauth2' ? (words.issuers?.[issuer] ?? labels?.oauth2) : labels?.[method];
  // Who signs in on a page of the provider has no password to type here.
  const passwordFor = (method: Method) => (method === 'password' || method === 'cram-md5' ? password : undefined);
  const box = (field: Field, on: boolean) => {
    const [yes, no] = guide.boxes?.includes(field) ? [guides.ticked, guides.notTicked] : [guides.on, guides.off];
    return on ? yes : no;
  };
  const password = account.provider.appPassword === undefined ? guides.yourPassword : guides.yourAppPassword;
  return {
    address: account.address,
    name: account.name ?? guides.yourName,
    accountName: account.provider.shortName,
    password: typesPassword(asks) ? password : undefined,
    protocol: words.protocol[incoming.protocol],
    signIn: box('signIn', signsIn),
    pageLogin: [incoming, outgoing].find((_, index) => [methods.incoming, methods.outgoing][index] === 'oauth2')?.login,
    incomingHost: incoming.host,
    incomingPort: incoming.port,
    incomingHostAndPort: `${incoming.host}:${incoming.port}`,
    incomingSecurity: words.security[incoming.security],
    incomingTls: box('incomingTls', incoming.security !== 'none'),
    incomingStarttls: box('incomingStarttls', incoming.security === 'starttls'),
    incomingAuthentication: wayOf(methods.incoming, words.authentication),
    incomingLogin: incoming.login,
    incomingPassword: passwordFor(methods.incoming),
    incomingCertificate: methods.incoming === 'certificate' ? guides.yourCertificate : undefined,
    outgoingHost: outgoing.host,
    outgoingPort: outgoing.port,
    outgoingHostAndPort: `${outgoing.host}:${outgoing.port}`,
    outgoingSecurity: security[outgoing.security],
    outgoingTls: box('outgoingTls', outgoing.security !== 'none'),
    outgoingStarttls: box('outgoingStarttls', outgoing.security === 'starttls'),
    outgoingAuthentication: wayOf(methods.outgoing, authentication),
    outgoingLogin: signsIn ? outgoing.login : undefined,
    outgoingPassword: passwordFor(methods.outgoing),
    outgoingCertificate: methods.outgoing === 'certificate' ? guides.yourCertificate : undefined,
  };
}

/** The same where the mailbox is on Exchange, to which one signs in on a page of the provider: no server is typed. */
export function valuesOnPage({ address, provider, name }: Account, login: string, { guides }: Catalogue): FieldValues {
  return { address, name: name ?? guides.yourName, accountName: provider.shortName, pageLogin: login };
}

/** The same where one types it, for Exchange alone. */
export function valuesOnExchange(account: Account, asks: Asks, texts: Catalogue): FieldValues {
  const { exchange, login, provider } = account;
  const { guides } = texts;
  const password = provider.appPassword === undefined ? guides.yourPassword : guides.yourAppPassword;
  return {
    ...valuesOnPage(account, exchange?.login ?? login, texts),
    pageLogin: undefined,
    exchangeHost: exchange?.host,
    exchangeLogin: exchange?.login ?? login,
    exchangePassword: typesPassword(asks) ? password : undefined,
  };
}

/** Fields that in every program say what to do and not what to type. */
const SPOKEN: ReadonlySet<Field> = new Set([
  ...(['password', 'incomingPassword', 'outgoingPassword', 'exchangePassword', 'signIn'] as const),
  ...(['incomingCertificate', 'outgoingCertificate'] as const),
  ...(['incomingTls', 'incomingStarttls', 'outgoingTls', 'outgoingStarttls'] as const),
]);
const PASSWORDS: ReadonlySet<Field> = new Set(['password', 'incomingPassword', 'outgoingPassword', 'exchangePassword']);

/** Does this field ask for a password? */
export function asksForPassword(field: Field, values: FieldValues): boolean {
  return PASSWORDS.has(field) && values[field] !== undefined;
}

const LOGINS: ReadonlySet<Field> = new Set(['incomingLogin', 'outgoingLogin', 'exchangeLogin', 'pageLogin']);

/**
 * One line of what a step asks; `undefined` where there is nothing to enter.
 * @param placeholders values that only say what to enter
 */
export function fieldContext(
  field: Field,
  label: string,
  values: FieldValues,
  { boxes = [] }: ProgramGuide,
  logins: Logins,
  { guides }: Catalogue,
  placeholders: ReadonlySet<string>,
): Context | undefined {
  const value = values[field];
  if (value === undefined) return undefined;
  const login = LOGINS.has(field);
  const said = value === guides.yourName || placeholders.has(String(value));
  const literal = !SPOKEN.has(field) && !boxes.includes(field) && !said;
  const note = login && logins.kind !== 'same' ? guides.notAddress : false;
  return { label, value, literal, login, note };
}
