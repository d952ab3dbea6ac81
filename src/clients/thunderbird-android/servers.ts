import { type Problem, problem } from '../../errors.ts';
import type { Account, Authentication, IncomingServer, OutgoingServer, Security, Server } from '../../model/account.ts';
import type { Asks } from '../guide.ts';
import { candidates, usableServers } from '../usable-servers.ts';

/** What the app's two notations, the QR code and the settings file, call a word of ours. */
interface Word {
  readonly code: number;
  readonly file: string;
}

/** (thunderbird-android a59bd67: payload/IntValueMapper.kt, preferences/ServerSettingsDescriptions.kt) */
export const security = {
  tls: { code: 3, file: 'SSL_TLS_REQUIRED' },
  starttls: { code: 2, file: 'STARTTLS_REQUIRED' },
  none: { code: 0, file: 'NONE' },
} as const satisfies Record<Security, Word>;

/** The same two files. The app's reader refuses GSSAPI (3) and NTLM (4), and with them the whole code. */
const mechanism: Readonly<Record<Authentication, Word | undefined>> = {
  password: { code: 1, file: 'PLAIN' },
  'cram-md5': { code: 2, file: 'CRAM_MD5' },
  oauth2: { code: 6, file: 'XOAUTH2' },
  none: { code: 0, file: 'NONE' },
  ntlm: undefined,
  gssapi: undefined,
};

/** Servers whose OAuth 2.0 is built into both apps; for any other an OAuth account imports and then cannot sign in (TbOAuthConfigurationFactory.kt, K9OAuthConfigurationFactory.kt). */
const builtIn: ReadonlySet<string> = new Set([
  'imap.aol.com',
  'smtp.aol.com',
  'imap.fastmail.com',
  'smtp.fastmail.com',
  'imap.gmail.com',
  'imap.googlemail.com',
  'smtp.gmail.com',
  'smtp.googlemail.com',
  'outlook.office365.com',
  'smtp.office365.com',
  'smtp-mail.outlook.com',
  'imap.mail.yahoo.com',
  'smtp.mail.yahoo.com',
  'mail.tb.pro',
  'mail.thundermail.com',
]);

/** Can the app sign in to this host with OAuth 2.0? */
export function hasBuiltInOAuth2(host: string): boolean {
  return builtIn.has(host);
}

/** A server and the way in which the app proves the login to it. */
export interface Choice<S extends Server> {
  readonly server: S;
  readonly authentication: Word;
  /** Empty where the server asks for none: the app would ask for a password that goes with it. */
  readonly login: string;
}

/** The servers that the app can sign in to and that come first. */
export interface Choices {
  readonly incoming: Choice<IncomingServer>;
  readonly outgoing: Choice<OutgoingServer>;
}

/** The servers to write, or why there are none. */
export function choose({ incoming, outgoing }: Account): Choices | Problem {
  const receiving = first(incoming);
  if (receiving === undefined) return withoutSignIn(candidates(incoming));
  const sending = first(outgoing);
  if (sending === undefined) return withoutSignIn(candidates(outgoing));
  return { incoming: receiving, outgoing: sending };
}

function first<S extends Server>(servers: readonly S[]): Choice<S> | undefined {
  const [server] = usableServers(servers, (each) => methodOf(each) !== undefined);
  const method = server && methodOf(server);
  const authentication = method && mechanism[method];
  return authentication && { server, authentication, login: method === 'none' ? '' : server.login };
}

function methodOf({ authentication, host }: Server): Authentication | undefined {
  return authentication.find((each) => mechanism[each] !== undefined && (each !== 'oauth2' || hasBuiltInOAuth2(host)));
}

function withoutSignIn(servers: readonly Server[]): Problem {
  const methods = [...new Set(servers.flatMap(({ authentication }) => authentication))];
  const hosts = servers.map(({ host }) => host);
  return problem('thunderbird-android.sign-in', { value: hosts.join(', '), methods: methods.join(', ') });
}

/** What the app asks a person for after an import. */
export function asksFor(account: Account): Asks {
  const choices = choose(account);
  if ('code' in choices) return 'password';
  const [reading, sending] = [choices.incoming, choices.outgoing].map(({ authentication }) => authentication);
  const browser = [reading, sending].map((each) => each === mechanism.oauth2);
  if (!browser.includes(true)) return 'password';
  // A server that asks for nothing is no second way.
  return browser.every(Boolean) || sending === mechanism.none ? 'browser' : 'both';
}

/** The importer takes names of several lines, but no such login (ServerSettings; seen when its code was run). */
export function refusesLines({ incoming, outgoing }: Choices): Problem | undefined {
  const broken = [incoming.login, outgoing.login].find((login) => /[\r\n]/.test(login));
  return broken === undefined
    ? undefined
    : problem('value.unrepresentable', { notation: '.k9s', value: JSON.stringify(broken) });
}

/** RFC 5322 atext, as both validators of the app have it, and a last label that starts with a letter (EmailAddressParser.kt, EmailAddressValidator.kt). */
const ATOM = String.raw`[A-Za-z0-9!#$%&'*+/=?^_\x60{|}~\-]+`;
const PLAIN = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`);
const QUOTED = /^"(?:[ !#-[\]-~]|\\[ -~])+"$/;
const TOP = /\.[a-z](?:[a-z0-9-]*[a-z0-9])?$/;

/** What the scanner accepts as the address of an identity: ASCII, and no quotation marks. Lengths are within RFC 5321 in every account. */
export function refusesForCode({ address, local, domain }: Account): Problem | undefined {
  return PLAIN.test(local) && TOP.test(domain)
    ? undefined
    : problem('thunderbird-android.address-code', { value: address });
}

/** What the importer of a settings file accepts: quotation marks too. */
export function refusesForFile({ address, local, domain }: Account): Problem | undefined {
  return (PLAIN.test(local) || QUOTED.test(local)) && TOP.test(domain)
    ? undefined
    : problem('thunderbird-android.address', { value: address });
}
