import { v5 } from 'uuid';
import { isProblem, type Problem } from '../../errors.ts';
import type { Account, IncomingServer, Security } from '../../model/account.ts';
import type { Context } from '../../template/context.ts';
import { renderLines } from '../../template/fill.ts';
import { choosePair, methodOf, type Pair, shown } from '../choose.ts';
import { serverContext } from '../linux/server-context.ts';
import { problem } from './words.ts';

/** Camel's providers. */
const backends = { imap: 'imapx', pop3: 'pop' } as const satisfies Record<IncomingServer['protocol'], string>;

/** `[Security] Method` (e-source-security.c). An unknown word would silently be STARTTLS. */
const security = {
  none: 'none',
  tls: 'ssl-on-alternate-port',
  starttls: 'starttls-on-standard-port',
} as const satisfies Record<Security, string>;

/** Names of SASL; `none` is the protocol's own login with a password, and for sending no login at all. OAuth 2.0 goes by services that are built in. */
const methods = { 'cram-md5': 'CRAM-MD5', ntlm: 'NTLM', gssapi: 'GSSAPI' } as const;
const incoming = {
  imap: { ...methods, password: 'PLAIN' },
  // USER and PASS, which every server has (RFC 1939 §7).
  pop3: { ...methods, password: 'none' },
} as const;
const outgoing = { ...methods, password: 'PLAIN', none: 'none' } as const;

/** Of the names below; any fixed UUID does (RFC 9562 §5.5). It never changes: the accounts on people's computers hang on it. */
const NAMESPACE = '0f7a1c52-53a5-4c53-8a0e-53a6e2b0a1d4';

/** The three sources of a mail account, in the order in which they need each other. */
export const sources = ['account', 'identity', 'transport'] as const;
export type SourceName = (typeof sources)[number];

/** The names of the files, without `.source`: the same for the same address at the same provider, so that a new file replaces an old one. */
export function uidsOf(account: Account): Uids {
  const known = uids.get(account) ?? makeUids(account);
  uids.set(account, known);
  return known;
}

type Uids = Readonly<Record<SourceName, string>>;

/** Every file and both scripts have them. */
const uids = new WeakMap<Account, Uids>();

function makeUids({ provider, address }: Account): Uids {
  const uid = `facteur-${v5(`${provider.id} ${address}`, NAMESPACE).replaceAll('-', '')}`;
  return { account: uid, identity: `${uid}-identity`, transport: `${uid}-transport` };
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
    incoming: (server) => methodOf<string>(incoming[server.protocol], server),
    outgoing: (server) => methodOf<string>(outgoing, server),
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

/** What the sources say; `revision` is for those of an administrator. */
export function sourceContext(
  account: Account,
  { incoming, outgoing }: Pair<string, string>,
  revision: string | false,
): Context {
  const { provider, address, displayAddress, name } = account;
  return {
    uid: uidsOf(account),
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
