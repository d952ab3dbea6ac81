import { type Problem, problem as unrepresentable } from '../../errors.ts';
import type { Account, Authentication, MailServer, Security } from '../../model/account.ts';
import { type Asks, asksOf } from '../../model/sign-in.ts';
import { choosePair, type Pair, shown } from '../choose.ts';
import type { AsksAfterCode } from '../guide.ts';
import { issuerOf } from './oauth2-hosts.ts';
import { problem } from './words.ts';

/** What the app's two notations, the QR code and the settings file, call a word of ours. */
interface Word {
  readonly code: number;
  readonly file: string;
}

/** (thunderbird-android a59bd67: payload/IntValueMapper.kt, preferences/ServerSettingsDescriptions.kt) */
export const securityWords = {
  tls: { code: 3, file: 'SSL_TLS_REQUIRED' },
  starttls: { code: 2, file: 'STARTTLS_REQUIRED' },
  none: { code: 0, file: 'NONE' },
} as const satisfies Record<Security, Word>;

/** The same two files. The app's reader refuses GSSAPI (3) and NTLM (4), and with them the whole code. */
const mechanism = {
  password: { code: 1, file: 'PLAIN' },
  'cram-md5': { code: 2, file: 'CRAM_MD5' },
  // No certificate travels: the person chooses it in the app, from those of the phone.
  certificate: { code: 5, file: 'EXTERNAL' },
  oauth2: { code: 6, file: 'XOAUTH2' },
  none: { code: 0, file: 'NONE' },
} as const satisfies Partial<Record<Authentication, Word>>;
const known: Partial<Record<Authentication, Word>> = mechanism;

/** The way in which the app proves the login. */
export interface SignIn extends Word {
  /** Empty where the server asks for none: the app would ask for a password that goes with it. */
  readonly login: string;
}

/** The servers that the app can sign in to and that come first. */
export type Chosen = Pair<SignIn, SignIn>;

/** The servers to write, or why there are none. */
export function planServers(account: Account): Chosen | Problem {
  return choosePair(account, { incoming: signIn, outgoing: signIn, refusal: withoutSignIn });
}

function signIn(server: MailServer): SignIn | undefined {
  const { authentication, login } = server;
  const usable = (each: Authentication) => each !== 'oauth2' || issuerOf(server) !== undefined;
  const method = authentication.find((each) => (usable(each) ? known[each] : undefined));
  const word = method && known[method];
  return word && { ...word, login: method === 'none' ? '' : login };
}

function withoutSignIn(servers: readonly MailServer[]): Problem {
  const { methods } = shown(servers);
  const hosts = servers.map(({ host }) => host);
  return problem('thunderbird-android.sign-in', { value: hosts.join(', '), methods });
}

/** What the app asks a person for after an import. */
export function asksFor({ incoming, outgoing }: Chosen): AsksAfterCode | Asks {
  const ways = [incoming, outgoing].map(({ method }) => wayOf(method));
  const asks = asksOf(ways);
  return ways.includes('certificate') && asks !== 'certificate' ? 'certificateToo' : asks;
}

/** Codes differ from way to way. */
function wayOf({ code }: SignIn): Authentication {
  const ways = Object.keys(mechanism) as (keyof typeof mechanism)[];
  return ways.find((way) => mechanism[way].code === code) ?? 'none';
}

/** The importer takes names of several lines, but no such login (ServerSettings; seen when its code was run). */
export function refusesLines({ incoming, outgoing }: Chosen): Problem | undefined {
  const broken = [incoming.method.login, outgoing.method.login].find((login) => /[\r\n]/.test(login));
  return broken === undefined
    ? undefined
    : unrepresentable('value.unrepresentable', { notation: '.k9s', value: JSON.stringify(broken) });
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
