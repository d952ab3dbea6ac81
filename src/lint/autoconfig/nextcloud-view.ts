import { childrenNamed, type XmlElement } from '../../read/xml-tree.ts';
import type { View, ViewedServer } from '../kind.ts';
import type { ConfigFacts } from './config-facts.ts';

/**
 * What Nextcloud Mail makes of a clientConfig (IspDb.php): the first server for IMAP and the first for SMTP; one alone is taken too. It does not read how to sign in. The
 * name of the root is not looked at.
 */
export function nextcloudView({ xml, config }: ConfigFacts): View | undefined {
  if (xml.kind === 'fault') return xml.what === 'doctype' ? undefined : { outcome: 'refuses' };
  const servers = config?.servers ?? [];
  const imap = servers.find(({ direction, type }) => direction === 'incoming' && type === 'imap');
  const smtp = servers.find(({ direction, type }) => direction === 'outgoing' && type === 'smtp');
  if (imap === undefined && smtp === undefined) return { outcome: 'refuses' };
  const [incoming, outgoing] = [imap, smtp].map((server) => server && readServer(server.element, server.type));
  const complete = [incoming, outgoing].every((server) => server?.host && server.port !== undefined && server.login);
  const skipped = servers.filter((server) => server !== imap && server !== smtp).map(({ number }) => number);
  return { outcome: complete ? 'takes' : 'asks', incoming, outgoing, skipped };
}

function readServer(element: XmlElement, protocol: string): ViewedServer {
  const value = (name: string) => childrenNamed(element, name)[0]?.text ?? '';
  const port = Number.parseInt(value('port'), 10);
  return {
    protocol,
    host: value('hostname'),
    port: port > 0 ? port : undefined,
    security: securities.get(value('socketType').toLowerCase()) ?? 'none',
    authentication: 'password',
    login: value('username'),
  };
}

/** In any letters, and with a name that the format does not have; all else is without protection. */
const securities: ReadonlyMap<string, ViewedServer['security']> = new Map([
  ['ssl', 'tls'],
  ['starttls', 'starttls'],
  ['tls', 'starttls'],
]);
