import type { Account, Authentication, IncomingServer, Language, OutgoingServer, Server } from '../../account.ts';
import { describe, type Problem, problem } from '../../errors.ts';
import type { Catalogue } from '../../i18n/index.ts';
import type { Step } from '../../i18n/step.ts';
import { identity, type Logins, loginsOf, serversByHand, serverTables } from '../../page/account.ts';
import type { Context } from '../client.ts';
import { payloads, refusesPayload } from '../thunderbird-android/payload.ts';
import { draw } from '../thunderbird-android/picture.ts';
import { refusesForFile } from '../thunderbird-android/servers.ts';
import { candidates, usableServers } from '../usable-servers.ts';
import { type AnyPlan, type AppId, type AppWords, type Field, plans } from './apps.ts';

/** The ways in which a person who types a password can sign in, most apps first. */
const TYPED: readonly Authentication[] = ['password', 'cram-md5'];

interface Servers {
  readonly incoming: IncomingServer;
  readonly outgoing: OutgoingServer;
}

/** Why no app can be set up by hand: nothing but OAuth 2.0, for one, which each app knows for a few providers alone. */
export function refusesByHand(account: Account): Problem | undefined {
  for (const servers of [account.incoming, account.outgoing] as const) {
    if (usableServers<Server>(servers, (server) => methodOf(server, TYPED) !== undefined).length > 0) continue;
    const asked = candidates<Server>(servers);
    return problem('android.sign-in', {
      value: asked.map(({ host }) => host).join(', '),
      methods: [...new Set(asked.flatMap(({ authentication }) => authentication))].join(', '),
    });
  }
  return undefined;
}

/** What the template of the page shows. */
export function pageContext(account: Account, texts: Catalogue, language: Language): Context {
  const { page } = texts.android;
  const { displayAddress } = account;
  const { incoming, outgoing } = serversByHand(account);
  const named = serversFor(account, plans.thunderbird) ?? { incoming: incoming[0], outgoing: outgoing[0] };
  const logins = loginsOf(account.address, named.incoming, named.outgoing);
  return {
    language,
    skip: texts.page.skip,
    title: page.title({ address: displayAddress }),
    intro: page.intro,
    noPassword: texts.page.noPassword,
    ...identity(account, logins, texts),
    appsTitle: page.apps,
    mayDiffer: page.mayDiffer,
    unsuitable: page.unsuitable,
    stepsTitle: page.steps,
    checkTitle: page.check,
    checking: page.checking,
    refusedTitle: page.refused,
    apps: (Object.keys(plans) as AppId[]).map((id) => appContext(id, account, texts, language)),
    valuesTitle: page.values,
    tables: serverTables(account, texts),
  };
}

function appContext(id: AppId, account: Account, texts: Catalogue, language: Language): Context {
  const plan: AnyPlan = plans[id];
  const words: AppWords = texts.android.apps[id];
  const { page } = texts.android;
  const servers = serversFor(account, plan);
  const reason = unsuitable(id, servers, account, texts, language);
  const head = { id, title: words.title, about: words.about, mayDiffer: !plan.verified };
  if (servers === undefined || reason !== undefined) return { ...head, reason: reason ?? '', guide: false };

  const logins = loginsOf(account.address, servers.incoming, servers.outgoing);
  const value = valuesFor(servers, account, words, texts);
  const steps = plan.steps.map(({ words: key, fields = [], choosesProtocol = false }) => {
    const said = member(words.steps, key);
    const path = choosesProtocol ? [words.protocol[servers.incoming.protocol]] : said.path;
    return {
      ...stepContext({ say: said.say, path }),
      fields: fields.flatMap((field) => fieldContext(field as Field, member(words.labels, field), value, logins, page)),
    };
  });
  return {
    ...head,
    reason: false,
    guide: {
      code: id === 'thunderbird' ? codeContext(account, texts) : false,
      file: id === 'thunderbird' ? stepContext(texts.android.apps.thunderbird.file[account.role]) : false,
      fileTitle: page.easierFile,
      steps: [{ ...stepContext(words.start[account.role]), fields: [] }, ...steps],
      role: words.role[account.role],
      refused: refusedText(logins, page),
      repair: stepContext(words.repair),
    },
  };
}

function unsuitable(
  id: AppId,
  servers: Servers | undefined,
  account: Account,
  { android: { page } }: Catalogue,
  language: Language,
): string | undefined {
  if (id === 'thunderbird') {
    const refusal = refusesForFile(account);
    return refusal && describe(refusal, language);
  }
  if (servers !== undefined) return undefined;
  const { incoming, outgoing } = account;
  const encrypted = [incoming, outgoing].find((list) => !list.some((server) => methodOf(server, ['password'])));
  if (encrypted === undefined) return page.imapOnly;
  return page.encryptedOnly({ hosts: encrypted.map(({ host }) => host).join(', ') });
}

/** The servers to type into the app, or none. */
function serversFor(account: Account, { signIn, imapOnly }: Pick<AnyPlan, 'signIn' | 'imapOnly'>): Servers | undefined {
  const canSignIn = (server: Server) => methodOf(server, signIn) !== undefined;
  const [incoming] = usableServers(
    account.incoming,
    (server) => canSignIn(server) && (server.protocol === 'imap' || !imapOnly),
  );
  const [outgoing] = usableServers(account.outgoing, canSignIn);
  return incoming && outgoing && { incoming, outgoing };
}

/** How a person signs in to this server; a server that asks for no login suits every app. */
function methodOf(server: Server, known: readonly Authentication[]): 'password' | 'cram-md5' | 'none' | undefined {
  const found = server.authentication.find((each) => each === 'none' || known.includes(each));
  // `known` has no other members than these (apps.ts).
  return found as 'password' | 'cram-md5' | 'none' | undefined;
}

type Values = Readonly<Record<Field, string | number | undefined>>;

/** What to enter in each field; `undefined` where there is nothing to enter. */
function valuesFor({ incoming, outgoing }: Servers, account: Account, words: AppWords, texts: Catalogue): Values {
  const { page } = texts.android;
  const method = (server: Server) => methodOf(server, TYPED) ?? 'none';
  const signsIn = method(outgoing) !== 'none';
  return {
    address: account.address,
    name: account.name,
    accountName: account.provider.shortName,
    password: page.yourPassword,
    protocol: words.protocol[incoming.protocol],
    signIn: signsIn ? page.on : page.off,
    incomingHost: incoming.host,
    incomingPort: incoming.port,
    incomingSecurity: words.security[incoming.security],
    incomingAuthentication: words.authentication?.[method(incoming)],
    incomingLogin: incoming.login,
    incomingPassword: page.yourPassword,
    outgoingHost: outgoing.host,
    outgoingPort: outgoing.port,
    outgoingSecurity: words.security[outgoing.security],
    outgoingAuthentication: words.authentication?.[method(outgoing)],
    outgoingLogin: signsIn ? outgoing.login : undefined,
    outgoingPassword: signsIn ? page.yourPassword : undefined,
  };
}

/** Fields that say what to do and not what to type. */
const SPOKEN: ReadonlySet<Field> = new Set(['password', 'incomingPassword', 'outgoingPassword', 'signIn']);
const LOGINS: ReadonlySet<Field> = new Set(['incomingLogin', 'outgoingLogin']);

function fieldContext(
  field: Field,
  label: string,
  values: Values,
  logins: Logins,
  page: Catalogue['android']['page'],
): Context[] {
  const value = values[field];
  if (value === undefined) return [];
  const login = LOGINS.has(field);
  const note = login && logins.kind !== 'same' ? page.notAddress : false;
  return [{ label, value, literal: !SPOKEN.has(field), login, note }];
}

function refusedText(logins: Logins, { refusedLogins }: Catalogue['android']['page']): string {
  return logins.kind === 'same' ? refusedLogins.same : refusedLogins[logins.kind](logins);
}

function codeContext(account: Account, texts: Catalogue): Context | false {
  if (refusesPayload(account) !== undefined) return false;
  const { page, apps } = texts.android;
  const { open, scan, password, once } = apps.thunderbird.code;
  return {
    title: page.easier,
    label: page.qr({ address: account.displayAddress }),
    drawings: payloads([account]).map((payload) => ({ ...draw(payload) })),
    steps: [open[account.role], scan, password, once].map(stepContext),
  };
}

function stepContext({ say, path }: Step): Context {
  return { say, path };
}

/** A plan names only words that the catalogue has: the compiler holds `plans` against it. */
function member<T>(words: Readonly<Record<string, T>>, key: string): T {
  return words[key] as T;
}
