import { v5 } from 'uuid';
import { renderLines } from '../../artifacts/render.ts';
import { type Problem, problem } from '../../errors.ts';
import type { Account, IncomingServer, Security } from '../../model/account.ts';
import type { Context } from '../client.ts';
import { choosePair } from '../one-pair.ts';

/** Camel's providers. */
const backends = { imap: 'imapx', pop3: 'pop' } as const satisfies Record<IncomingServer['protocol'], string>;

/** `[Security] Method` (e-source-security.c). An unknown word would silently be STARTTLS. */
const security = {
  none: 'none',
  tls: 'ssl-on-alternate-port',
  starttls: 'starttls-on-standard-port',
} as const satisfies Record<Security, string>;

/** Names of SASL; `none` is the protocol's own login with a password, and for sending no login at all. OAuth 2.0 goes by services that are built in. */
const methods = { 'cram-md5': 'CRAM-MD5', ntlm: 'NTLM', gssapi: 'GSSAPI', oauth2: undefined } as const;

const servers = choosePair({
  incoming: {
    imap: { ...methods, password: 'PLAIN', none: undefined },
    // USER and PASS, which every server has (RFC 1939 §7).
    pop3: { ...methods, password: 'none', none: undefined },
  },
  outgoing: { ...methods, password: 'PLAIN', none: 'none' },
  refusal: (details) => problem('evolution.sign-in', details),
});

/** Of the names below; any fixed UUID does (RFC 9562 §5.5). It never changes: the accounts on people's computers hang on it. */
const NAMESPACE = '0f7a1c52-53a5-4c53-8a0e-53a6e2b0a1d4';

/** The three sources of a mail account, in the order in which they need each other. */
export const sources = ['account', 'identity', 'transport'] as const;
export type SourceName = (typeof sources)[number];

/** The names of the files, without `.source`: the same for the same address at the same provider, so that a new file replaces an old one. */
export function uidsOf({ provider, address }: Account): Readonly<Record<SourceName, string>> {
  const uid = `facteur-${v5(`${provider.id} ${address}`, NAMESPACE).replaceAll('-', '')}`;
  return { account: uid, identity: `${uid}-identity`, transport: `${uid}-transport` };
}

/** Why the files cannot carry this account. */
export function refusesSources(account: Account): Problem | undefined {
  return servers.refuses(account);
}

/** The lines of one source of a person's own. */
export function sourceLines(account: Account, source: SourceName): string[] {
  return renderLines(`evolution/${source}.keyfile`, sourceContext(account, false));
}

/** What the sources say; `revision` is for those of an administrator. */
export function sourceContext(account: Account, revision: string | false): Context {
  const { incoming, outgoing } = servers.pairOf(account);
  const { provider, address, displayAddress, name } = account;
  return {
    uid: uidsOf(account),
    displayName: `${provider.shortName} ${displayAddress}`,
    revision,
    address,
    name: name ?? '',
    backend: backends[incoming.server.protocol],
    imap: incoming.server.protocol === 'imap',
    incoming: {
      host: incoming.server.host,
      port: incoming.server.port,
      login: incoming.server.login,
      security: security[incoming.server.security],
      authentication: incoming.method,
    },
    outgoing: {
      host: outgoing.server.host,
      port: outgoing.server.port,
      login: outgoing.method !== 'none' && outgoing.server.login,
      security: security[outgoing.server.security],
      authentication: outgoing.method,
    },
  };
}
