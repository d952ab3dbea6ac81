import type { Problem } from '../../errors.ts';
import type { Account, Authentication, IncomingServer, Security } from '../../model/account.ts';
import { derive } from '../../prepare/marks.ts';
import { earlierPreferenceKeys } from '../earlier-identity.ts';
import { identityOf } from '../identity.ts';
import { refusesCharacters } from './characters.ts';
import type { ThunderbirdPlan } from './servers.ts';

/** Numbers of nsMsgSocketType (mailnews/base/public/MailNewsTypes2.idl). */
const socketType = { none: 0, starttls: 2, tls: 3 } as const satisfies Record<Security, number>;

/** Numbers of nsMsgAuthMethod (the same file). */
const authMethod = {
  none: 1,
  password: 3,
  'cram-md5': 4,
  gssapi: 5,
  ntlm: 6,
  certificate: 7,
  oauth2: 10,
} as const satisfies Record<Authentication, number>;

/** For sending: with a certificate TLS has proved all there is to prove (see oauth2.ts), and the dialog of an outgoing server has no 7 (SmtpServerEdit.xhtml, 153). */
const sendingMethod = { ...authMethod, certificate: authMethod.none } as const satisfies Record<Authentication, number>;

/** One line of a preference file. */
export type Pref = {
  readonly name: string;
  readonly value: string | number | boolean;
  /** The value names another part of the account. */
  readonly refers: boolean;
};

/** What an account's parts are called in the preferences. */
export interface PrefKeys {
  readonly account: string;
  readonly server: string;
  readonly identity: string;
  readonly outgoing: readonly string[];
  /** Account and server of the local folders, where they have to be declared. */
  readonly folders: { readonly account: string; readonly server: string };
}

/** What is set up, and with which servers. */
export interface KeysInput {
  readonly account: Account;
  readonly plan: ThunderbirdPlan;
}

/**
 * What all names of an account's parts have in common: the same for the same mailbox, so that a new file replaces an old one; and never one that Thunderbird makes
 * itself (`account1`, `server1`, `id1`, `smtp1`). Thunderbird takes any text without comma and dot for a key.
 */
export function keyOf(account: Account): string {
  return derive(shortKey, identityOf(account).uuid('thunderbird'));
}

const shortKey = (uuid: string) => uuid.replaceAll('-', '').slice(0, 12);

/** What it was before. Who finds it goes on with it, and so with all that the person has under those names: folders, signature, settings. */
export function formerKeys(account: Account): readonly string[] {
  return earlierPreferenceKeys(account);
}

/** The names of an account's parts. */
export function keysOf({ account, plan }: KeysInput): PrefKeys {
  const found = keys.get(plan) ?? makeKeys(keyOf(account), plan);
  keys.set(plan, found);
  return found;
}

/** Every file with preferences has them. */
const keys = new WeakMap<ThunderbirdPlan, PrefKeys>();

function makeKeys(id: string, { outgoing }: ThunderbirdPlan): PrefKeys {
  return {
    account: `account_${id}`,
    server: `server_${id}`,
    identity: `id_${id}`,
    outgoing: outgoing.map((_, index) => `smtp_${id}_${index + 1}`),
    folders: { account: `account_${id}_local`, server: `server_${id}_local` },
  };
}

/** Why preferences cannot carry this account. */
export function refusesPrefs({ account }: KeysInput): Problem | undefined {
  return refusesCharacters(account, 'preferences');
}

/**
 * The account as preferences: the incoming server that comes first, and every outgoing one, the first for the identity. Not
 * the lists in which the account has to stand: each file has its own way to them. No folders either: without them Thunderbird uses those
 * that the server marks as sent mail and drafts (RFC 6154), and makes its own only where there are none.
 */
export function accountPrefs(input: KeysInput): Pref[] {
  const keys = keysOf(input);
  const { account, plan } = input;
  const { provider, name, address, displayAddress } = account;
  const [{ server: incoming, method }] = plan.incoming;
  return [
    ...branch(`mail.account.${keys.account}`, { server: keys.server, identities: keys.identity }),
    ...branch(`mail.identity.${keys.identity}`, {
      ...(name !== undefined && { fullName: name }),
      useremail: address,
      smtpServer: keys.outgoing.slice(0, 1).join(),
    }),
    ...branch(`mail.server.${keys.server}`, {
      type: incoming.protocol,
      hostname: incoming.host,
      port: incoming.port,
      socketType: socketType[incoming.security],
      authMethod: authMethod[method],
      userName: incoming.login,
      name: displayAddress,
      login_at_startup: true,
      check_new_mail: true,
      ...protocolPrefs[incoming.protocol],
    }),
    ...plan.outgoing.flatMap(({ server, method }, index) =>
      branch(`mail.smtpserver.${keys.outgoing[index]}`, {
        type: 'smtp',
        hostname: server.host,
        port: server.port,
        try_ssl: socketType[server.security],
        authMethod: sendingMethod[method],
        ...(sendingMethod[method] !== authMethod.none && { username: server.login }),
        description: provider.name,
      }),
    ),
  ];
}

/** Preferences whose values name parts of the account. */
const REFERENCES: ReadonlySet<string> = new Set(['server', 'identities', 'smtpServer']);

/** Preferences below one name. */
export function branch(name: string, values: Readonly<Record<string, Pref['value']>>): Pref[] {
  return Object.entries(values).map(([key, value]) => ({ name: `${name}.${key}`, value, refers: REFERENCES.has(key) }));
}

/**
 * Thunderbird's own defaults for POP3 take the mail off the server at once. Here it stays, as in an account that Thunderbird sets up, but
 * without a day on which it goes: the person may read the same mailbox elsewhere.
 */
const protocolPrefs = {
  imap: {},
  pop3: { leave_on_server: true, delete_mail_left_on_server: true, download_on_biff: true },
} as const satisfies Record<IncomingServer['protocol'], Readonly<Record<string, boolean>>>;
