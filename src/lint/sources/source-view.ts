import type { View, ViewedServer } from '../kind.ts';
import { type SourceFacts, type SourceServer, sourceBackends } from './source-facts.ts';

/**
 * What Evolution makes of a source alone. A source for an identity has no servers; of one with a parent, that one has to be there too.
 */
export function sourceView({ content, file, servers }: SourceFacts): View | undefined {
  const broken = file.faults.length > 0 || content.marked || !file.groups.has('Data Source');
  if (broken || servers.some(({ group, backend }) => !sourceBackends[group].has(backend)))
    return { outcome: 'refuses' };
  // Providers that need other programs, or no network.
  if (servers.some(({ protocol }) => protocol === undefined)) return undefined;
  const of = (wanted: SourceServer['group']) => servers.find(({ group }) => group === wanted);
  return { outcome: 'takes', incoming: viewed(of('Mail Account')), outgoing: viewed(of('Mail Transport')) };
}

function viewed(server: SourceServer | undefined): ViewedServer | undefined {
  if (server?.protocol === undefined) return undefined;
  const { protocol, host, port, security, method, user } = server;
  return { protocol, host, port: port || undefined, security, authentication: wayOf(protocol, method), login: user };
}

/** Names of SASL and of services; without one IMAP and POP3 have their own way to send a password, and SMTP sends none. */
function wayOf(protocol: string, method: string): string {
  if (method === '' || method === 'none') return protocol === 'smtp' ? 'none' : 'password';
  return ways.get(method.toLowerCase()) ?? method;
}

const ways: ReadonlyMap<string, string> = new Map([
  ...['plain', 'login', 'plain/password'].map((name) => [name, 'password'] as const),
  ['gssapi', 'gssapi'],
  ['cram-md5', 'cram-md5'],
  ['ntlm', 'ntlm'],
  ...['google', 'outlook', 'yahoo', 'xoauth2', 'oauth2'].map((name) => [name, 'oauth2'] as const),
]);
