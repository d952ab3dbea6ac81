import { childrenNamed, type XmlElement } from '../../read/xml-tree.ts';
import type { View, ViewedServer } from '../kind.ts';
import type { ConfigFacts } from './config-facts.ts';

/**
 * What Geary fills its form with (accounts-autoconfig.vala @a14f5d4): the first server for receiving has to be one for IMAP, and the first for sending one for SMTP. It
 * reads host, port and socketType; the login is the address, whatever the file says. The name of the root is not looked at.
 */
export function gearyView({ xml, config }: ConfigFacts): View | undefined {
  if (xml.kind === 'fault') return xml.what === 'doctype' ? undefined : { outcome: 'refuses' };
  const servers = config?.servers ?? [];
  const [incoming, outgoing] = (['incoming', 'outgoing'] as const).map((wanted) =>
    servers.find(({ direction }) => direction === wanted),
  );
  if (incoming?.type !== 'imap' || outgoing?.type !== 'smtp') return { outcome: 'refuses' };
  const [receives, sends] = [readServer(incoming.element, 'imap'), readServer(outgoing.element, 'smtp')];
  const complete = [receives, sends].every(({ host, port }) => host !== '' && port !== undefined);
  return {
    outcome: complete ? 'takes' : 'asks',
    incoming: receives,
    outgoing: sends,
    skipped: servers.filter((server) => server !== incoming && server !== outgoing).map(({ number }) => number),
  };
}

function readServer(element: XmlElement, protocol: string): ViewedServer {
  const value = (name: string) => childrenNamed(element, name)[0]?.text ?? '';
  const port = Number.parseInt(value('port'), 10);
  return {
    protocol,
    host: value('hostname'),
    port: Number.isNaN(port) ? undefined : port,
    // Of what it does not know it makes a connection without protection.
    security: value('socketType') === 'SSL' ? 'tls' : value('socketType') === 'STARTTLS' ? 'starttls' : 'none',
    authentication: 'password',
    login: '%EMAILADDRESS%',
  };
}
