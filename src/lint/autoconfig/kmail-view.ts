import { childrenNamed, type XmlElement } from '../../read/xml-tree.ts';
import type { View, ViewedServer } from '../kind.ts';
import type { ConfigFacts } from './config-facts.ts';
import { elementsWithin, numbersOf } from './flat-servers.ts';

/** How a release chooses the server for sending: up to 22.12 the first, since 24.08 the first with STARTTLS, or else with TLS at once. */
export type KMailChoice = 'first' | 'starttls';

/**
 * What KMail's account wizard makes of a clientConfig (kmail-account-wizard @8163b657, ispdbservice.cpp and serverconfiguration.cpp, which read by QDom). A server is left out where
 * its port is missing, and for no other reason. The person may choose another of them.
 */
export function kmailView(facts: ConfigFacts, choice: KMailChoice = 'starttls'): View | undefined {
  const { xml } = facts;
  if (xml.kind === 'fault') return xml.what === 'doctype' ? undefined : REFUSED;
  const provider = elementsWithin(xml.root).find(({ name }) => name === 'emailProvider');
  if (provider === undefined) return REFUSED;
  const servers = provider.children.filter(({ name }) => name === 'incomingServer' || name === 'outgoingServer');
  const read = servers.map((element) => ({ element, server: readServer(element) }));
  const of = (protocol: string) => read.flatMap(({ server }) => (server?.protocol === protocol ? [server] : []));
  const [incoming, outgoing] = [of('imap')[0] ?? of('pop3')[0], chosen(of('smtp'), choice)];
  if (incoming === undefined && outgoing === undefined) return REFUSED;
  const complete = [incoming, outgoing].every((server) => server?.host && server.port !== undefined && server.login);
  return {
    outcome: complete ? 'takes' : 'asks',
    incoming,
    outgoing,
    skipped: numbersOf(read, ({ server }) => server === undefined),
  };
}

const REFUSED: View = { outcome: 'refuses' };
const order = ['none', 'tls', 'starttls'] as const satisfies readonly ViewedServer['security'][];

function chosen(servers: readonly ViewedServer[], choice: KMailChoice): ViewedServer | undefined {
  if (choice === 'first') return servers[0];
  const most = Math.max(...servers.map(({ security }) => order.indexOf(security)));
  return servers.find(({ security }) => order.indexOf(security) === most);
}

function readServer(element: XmlElement): ViewedServer | undefined {
  const { type = '' } = element.attributes;
  const known = element.name === 'incomingServer' ? type === 'imap' || type === 'pop3' : type === 'smtp';
  const port = childrenNamed(element, 'port').at(-1);
  if (!known || port === undefined) return undefined;
  const value = (name: string) => wholeText(childrenNamed(element, name).at(-1));
  const number = /^\s*[+-]?\d{1,9}\s*$/.test(wholeText(port)) ? Number(wholeText(port)) : 0;
  return {
    protocol: type,
    host: value('hostname'),
    port: number >= 1 && number <= 65_535 ? number : undefined,
    security: childrenNamed(element, 'socketType').reduce<ViewedServer['security']>(
      (sure, each) => securities.get(wholeText(each)) ?? sure,
      'tls',
    ),
    // What stands in front of the first other way is read as clear text, which it begins with.
    authentication:
      childrenNamed(element, 'authentication')
        .map((each) => methods.get(wholeText(each)))
        .find((method) => method !== undefined) ?? 'password',
    login: value('username'),
  };
}

/** With that of all below. */
function wholeText(element: XmlElement | undefined): string {
  return element === undefined ? '' : element.text + element.children.map(wholeText).join('');
}

const securities: ReadonlyMap<string, ViewedServer['security']> = new Map([
  ['plain', 'none'],
  ['SSL', 'tls'],
  ['STARTTLS', 'starttls'],
]);
/** All but clear text. */
const methods: ReadonlyMap<string, string> = new Map([
  ['password-encrypted', 'cram-md5'],
  ['secure', 'cram-md5'],
  ['NTLM', 'ntlm'],
  ['GSSAPI', 'gssapi'],
  ['client-ip-based', 'client-ip'],
  ['none', 'none'],
  ['OAuth2', 'oauth2'],
]);
