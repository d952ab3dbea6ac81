import type { Field, GuideWords, ProgramGuide, Servers } from '../clients/guide.ts';
import { methodOf } from '../clients/guide-servers.ts';
import type { Account } from '../model/account.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import type { Logins } from './tables.ts';

export type Values = Readonly<Record<Field, string | number | undefined>>;

/** What to enter in each field; `undefined` where there is nothing to enter. */
export function valuesFor(
  guide: ProgramGuide,
  { incoming, outgoing }: Servers,
  account: Account,
  words: GuideWords,
  { guides }: Catalogue,
): Values {
  const method = (server: Servers['outgoing']) => methodOf(server, guide.signIn) ?? 'none';
  const signsIn = method(outgoing) !== 'none';
  const { security = words.security, authentication = words.authentication } = words.outgoing ?? {};
  const box = (field: Field, on: boolean) => {
    const [yes, no] = guide.boxes?.includes(field) ? [guides.ticked, guides.notTicked] : [guides.on, guides.off];
    return on ? yes : no;
  };
  return {
    address: account.address,
    name: account.name ?? guides.yourName,
    accountName: account.provider.shortName,
    password: guides.yourPassword,
    protocol: words.protocol[incoming.protocol],
    signIn: box('signIn', signsIn),
    incomingHost: incoming.host,
    incomingPort: incoming.port,
    incomingHostAndPort: `${incoming.host}:${incoming.port}`,
    incomingSecurity: words.security[incoming.security],
    incomingTls: box('incomingTls', incoming.security !== 'none'),
    incomingStarttls: box('incomingStarttls', incoming.security === 'starttls'),
    incomingAuthentication: words.authentication?.[method(incoming)],
    incomingLogin: incoming.login,
    incomingPassword: guides.yourPassword,
    outgoingHost: outgoing.host,
    outgoingPort: outgoing.port,
    outgoingHostAndPort: `${outgoing.host}:${outgoing.port}`,
    outgoingSecurity: security[outgoing.security],
    outgoingTls: box('outgoingTls', outgoing.security !== 'none'),
    outgoingStarttls: box('outgoingStarttls', outgoing.security === 'starttls'),
    outgoingAuthentication: authentication?.[method(outgoing)],
    outgoingLogin: signsIn ? outgoing.login : undefined,
    outgoingPassword: signsIn ? guides.yourPassword : undefined,
  };
}

/** Fields that in every program say what to do and not what to type. */
const SPOKEN: ReadonlySet<Field> = new Set([
  ...(['password', 'incomingPassword', 'outgoingPassword', 'signIn'] as const),
  ...(['incomingTls', 'incomingStarttls', 'outgoingTls', 'outgoingStarttls'] as const),
]);
const LOGINS: ReadonlySet<Field> = new Set(['incomingLogin', 'outgoingLogin']);

/** One line of what a step asks; `undefined` where there is nothing to enter. */
export function fieldContext(
  field: Field,
  label: string,
  values: Values,
  { boxes = [] }: ProgramGuide,
  logins: Logins,
  { guides }: Catalogue,
): Context | undefined {
  const value = values[field];
  if (value === undefined) return undefined;
  const login = LOGINS.has(field);
  const literal = !SPOKEN.has(field) && !boxes.includes(field) && value !== guides.yourName;
  const note = login && logins.kind !== 'same' ? guides.notAddress : false;
  return { label, value, literal, login, note };
}
