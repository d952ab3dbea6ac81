import { isProblem, type Problem } from '../../errors.ts';
import type { Account, IncomingServer, Security } from '../../model/account.ts';
import { asksOf } from '../../model/sign-in.ts';
import { derive } from '../../prepare/marks.ts';
import type { Context } from '../../template/context.ts';
import { renderLines } from '../../template/fill.ts';
import { choosePair, methodOf, type Pair, shown } from '../choose.ts';
import { identityOf, withoutHyphens } from '../identity.ts';
import { serverContext } from '../linux/server-context.ts';
import { isService, issuerOf } from './oauth2-hosts.ts';
import { problem } from './words.ts';

/** Camel's providers. */
const backends = { imap: 'imapx', pop3: 'pop' } as const satisfies Record<IncomingServer['protocol'], string>;

/** `[Security] Method` (e-source-security.c). An unknown word would silently be STARTTLS. */
const security = {
  none: 'none',
  tls: 'ssl-on-alternate-port',
  starttls: 'starttls-on-standard-port',
} as const satisfies Record<Security, string>;

/** Names of SASL; `none` is the protocol's own login with a password, and for sending no login at all. OAuth 2.0 goes by services that are built in (oauth2-hosts.ts). */
const methods = { 'cram-md5': 'CRAM-MD5', ntlm: 'NTLM', gssapi: 'GSSAPI' } as const;
const incoming = {
  imap: { ...methods, password: 'PLAIN' },
  // USER and PASS, which every server has (RFC 1939 §7).
  pop3: { ...methods, password: 'none' },
} as const;
const outgoing = { ...methods, password: 'PLAIN', none: 'none' } as const;

/** The three sources of a mail account, in the order in which they need each other. */
export const sources = ['account', 'identity', 'transport'] as const;
export type SourceName = (typeof sources)[number];

/** What the name of each file has behind that of the account. */
export const endings = { account: '', identity: '-identity', transport: '-transport' } as const satisfies Record<
  SourceName,
  string
>;

/** The name of the account's file, without `.source`: the same for the same mailbox, so that a new file replaces an old one. */
export function uidOf(account: Account): string {
  return `facteur-${derive(withoutHyphens, identityOf(account).uuid('evolution'))}`;
}

/** The servers that the sources name. */
export interface EvolutionPlan extends Pair<string, string> {
  /**
   * The lines of the sources of a person's own, written once.
   * @throws UnrepresentableError where their notation cannot carry a value
   */
  readonly lines: () => Readonly<Record<SourceName, readonly string[]>>;
}

/** The servers of the account, or why the files cannot carry it. */
export function planSources(account: Account): EvolutionPlan | Problem {
  const pair = choosePair<string, string>(account, {
    incoming: (server) => methodOf<string>({ ...incoming[server.protocol], oauth2: issuerOf(server) }, server),
    outgoing: (server) => methodOf<string>({ ...outgoing, oauth2: issuerOf(server) }, server),
    refusal: (servers) => {
      const { hosts, spoken } = shown(servers);
      return problem('evolution.sign-in', { hosts, methods: spoken });
    },
  });
  if (isProblem(pair)) return pair;
  const linesOf = (source: SourceName, context: Context) => renderLines(`evolution/${source}.keyfile`, context);
  let written: Readonly<Record<SourceName, readonly string[]>> | undefined;
  const lines = () => {
    if (written === undefined) {
      const context = sourceContext(account, pair, false);
      written = {
        account: linesOf('account', context),
        identity: linesOf('identity', context),
        transport: linesOf('transport', context),
      };
    }
    return written;
  };
  return { ...pair, lines };
}

/** What Evolution wants of the person, and the login for a page of the provider. */
export function askedBy({ incoming, outgoing }: Pair<string, string>) {
  const wayOf = (method: string) => (isService(method) ? 'oauth2' : method === methods.gssapi ? 'gssapi' : 'password');
  const reading = wayOf(incoming.method);
  const sending = outgoing.method === 'none' ? 'none' : wayOf(outgoing.method);
  const { login } = (reading === 'oauth2' ? incoming : outgoing).server;
  return { asks: asksOf([reading, sending]), login };
}

/** What the sources say; `revision` is for those of an administrator. */
export function sourceContext(
  account: Account,
  { incoming, outgoing }: Pair<string, string>,
  revision: string | false,
): Context {
  const { provider, address, displayAddress, name } = account;
  return {
    uid: Object.fromEntries(sources.map((source) => [source, `${uidOf(account)}${endings[source]}`])),
    displayName: `${provider.shortName} ${displayAddress}`,
    revision,
    address,
    name: name ?? '',
    backend: backends[incoming.server.protocol],
    imap: incoming.server.protocol === 'imap',
    incoming: serverContext(incoming, security),
    outgoing: {
      ...serverContext(outgoing, security),
      login: outgoing.method !== 'none' && outgoing.server.login,
    },
  };
}
