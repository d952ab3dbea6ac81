import type { Problem } from '../../errors.ts';
import type { Account, Authentication, MailServer, OutgoingServer, Security, Server } from '../../model/account.ts';
import { sampled } from '../../prepare/marks.ts';
import type { Context } from '../../template/context.ts';
import { spoken } from '../../words/localized.ts';
import { usableServers } from '../usable-servers.ts';
import { type ConfigReader, misreading, readers } from './autoconfig-text.ts';
import type { ThunderbirdPlan } from './servers.ts';
import { problem } from './words.ts';

const socketType = { tls: 'SSL', starttls: 'STARTTLS', none: 'plain' } as const satisfies Record<Security, string>;

const authenticationValue = {
  password: 'password-cleartext',
  'cram-md5': 'password-encrypted',
  ntlm: 'NTLM',
  gssapi: 'GSSAPI',
  oauth2: 'OAuth2',
  // No reader that we know uses it; each goes on to what stands beside it (Thunderbird 153, Thunderbird for Android, Evolution, KMail).
  certificate: 'TLS-client-cert',
  none: 'none',
} as const satisfies Record<Authentication, string>;

/** Longest display name (draft-ietf-mailmaint-autoconfig-06). */
const NAME_LIMIT = 60;

/**
 * What `config.xml` sees: Mozilla's clientConfig, version 1.1. `username` gives the text for a server's login: the login itself or one
 * with variables.
 *
 * The servers stand in the order of all our files, with one exception: IMAP before POP3, because Geary takes no file and FairEmail no
 * IMAP where POP3 comes first. What Thunderbird cannot use comes last, for other readers. Beside a protected server none in plain text is
 * listed: Evolution would take it where it stands last, and Thunderbird for Android refuses the whole file for it.
 */
export function clientConfig(account: Account, plan: ThunderbirdPlan, username: (server: Server) => string): Context {
  const { provider, domain } = account;
  const { incoming, outgoing } = listedServers(account, plan, username);
  const common = (server: Server, login = server) => ({
    hostname: server.host,
    port: server.port,
    socketType: socketType[server.security],
    authentication: server.authentication.map((each) => authenticationValue[each]),
    // Also where nothing is to be proved: without it Thunderbird calls the configuration incomplete (AccountConfig.isComplete, 153),
    // Delta Chat drops the server and Thunderbird for Android the file. With `none`, Thunderbird does not use it; FairEmail takes the last login of
    // the file for every server (EmailProvider.java), so that it has to be one that is right somewhere.
    username: username(login),
  });
  return {
    domain,
    displayName: displayName(account),
    displayShortName: provider.shortName,
    incoming: incoming.map((server) => ({ type: server.protocol, ...common(server) })),
    outgoing: outgoing.map((server) => common(server, signsIn(server) ? server : incoming[0])),
    documentation: provider.documentation.map(({ url, title }) => ({
      url,
      titles: provider.languages.map((language) => ({ language, text: spoken(title, language).text })),
    })),
    webmail: provider.webmail ?? false,
  };
}

/** A server may take mail from a network that it knows, without a login. */
function signsIn({ authentication }: Server): boolean {
  return authentication.some((each) => each !== 'none');
}

/** The servers that stand in the file, in their order. */
export function listedServers(account: Account, plan: ThunderbirdPlan, username: (server: Server) => string) {
  const incoming = listed(account.incoming, plan.incoming);
  const [imap, pop3] = (['imap', 'pop3'] as const).map((type) => incoming.filter(({ protocol }) => protocol === type));
  return { incoming: [...(imap ?? []), ...(pop3 ?? [])], outgoing: outgoingOf(account, plan, username) };
}

/**
 * Thunderbird replaces variables in the outgoing server that it takes, the first that it can use, but not in the ones after it
 * (AccountConfig.replaceVariables, 153): those are written only with a login that needs no replacing.
 */
function outgoingOf(
  { outgoing }: Account,
  plan: ThunderbirdPlan,
  username: (server: Server) => string,
): readonly OutgoingServer[] {
  const [first, ...others] = listed(outgoing, plan.outgoing);
  return [...(first ? [first] : []), ...others.filter((server) => sampled(username(server)) === sampled(server.login))];
}

function listed<S extends MailServer>(servers: readonly S[], used: readonly { readonly server: S }[]): readonly S[] {
  const first = used.map(({ server }) => server);
  // Nearly every provider's servers can all be used.
  return first.length === servers.length ? first : [...new Set([...first, ...usableServers(servers, () => true)])];
}

/** The provider's name becomes the description of the outgoing server: what cannot be one gives way to the short name, and that to the domain. */
function displayName(account: Account): string {
  const { name, shortName } = account.provider;
  const among = [...readers.person, ...readers.domain];
  const fits = (text: string) => [...text].length <= NAME_LIMIT && misreading(text, text, account, among) === undefined;
  return [name, shortName].find(fits) ?? account.domain;
}

/** A file from which one of its readers would read another host or login than the account's is not written. */
export function refusesMisreading(
  account: Account,
  plan: ThunderbirdPlan,
  username: (server: Server) => string,
  among: readonly ConfigReader[],
): Problem | undefined {
  const { incoming, outgoing, address, local, domain, name = '' } = account;
  const person = { address: sampled(address), local: sampled(local), domain, name: sampled(name) };
  for (const server of [
    ...listed<MailServer>(incoming, plan.incoming),
    ...listed<MailServer>(outgoing, plan.outgoing),
  ]) {
    for (const [value, text] of [
      [server.host, server.host],
      [server.login, username(server)],
    ] as const) {
      const misread = misreading(sampled(text), sampled(value), person, among);
      if (misread !== undefined) return problem('thunderbird.misread', { value, ...misread });
    }
  }
  return undefined;
}
