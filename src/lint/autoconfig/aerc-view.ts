import { type ConfigServer, textOf } from '../../read/client-config-file.ts';
import type { View, ViewedServer } from '../kind.ts';
import type { ConfigFacts } from './config-facts.ts';

/**
 * What aerc's `:new-account` makes of a clientConfig (rjarry/aerc @fab05311, lib/autoconfig): the first server for IMAP and the last for sending, of which it takes host, port and
 * protection. Both logins are the address, whatever the file says.
 */
export function aercView({ xml, config }: ConfigFacts): View | undefined {
  if (xml.kind === 'fault') return xml.what === 'doctype' ? undefined : { outcome: 'refuses' };
  const servers = config?.servers ?? [];
  const receives = servers.find(({ direction, type }) => direction === 'incoming' && type.toLowerCase() === 'imap');
  const sends = servers.findLast(({ direction }) => direction === 'outgoing');
  if (receives === undefined || sends === undefined) return { outcome: 'refuses' };
  const [incoming, outgoing] = [readServer(receives, 'imap'), readServer(sends, 'smtp')];
  // A port that is no number is an error of the file.
  if (incoming.port === undefined || outgoing.port === undefined) return { outcome: 'refuses' };
  return {
    outcome: incoming.host !== '' && outgoing.host !== '' ? 'takes' : 'asks',
    incoming,
    outgoing,
    skipped: servers.filter((server) => server !== receives && server !== sends).map(({ number }) => number),
  };
}

function readServer(server: ConfigServer, protocol: string): ViewedServer {
  const port = textOf(server, 'port') ?? '';
  const socket = textOf(server, 'socketType')?.toLowerCase();
  return {
    protocol,
    host: textOf(server, 'hostname') ?? '',
    port: /^\d{1,9}$/.test(port) ? Number(port) : undefined,
    // Of what it does not know it makes STARTTLS.
    security: socket === 'ssl' ? 'tls' : socket === 'plain' ? 'none' : 'starttls',
    authentication: 'password',
    login: '%EMAILADDRESS%',
  };
}
