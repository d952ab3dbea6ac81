import type { XmlElement } from '../../read/xml-tree.ts';
import type { View, ViewedServer } from '../kind.ts';
import type { ConfigFacts } from './config-facts.ts';
import { elementsWithin, numbersOf } from './flat-servers.ts';

/**
 * What FairEmail makes of a clientConfig (M66B/FairEmail @e23dd9df, EmailProvider.java, which reads by a pull parser without looking at what stands in what): the first
 * server for receiving, which has to be one for IMAP, and the first for sending; the last user name of the whole file, that of a web page among them, is the login of both.
 * It knows no connection without protection, and the way to sign in is not read.
 */
export function fairEmailView({ xml, content }: ConfigFacts): View | undefined {
  // Its parser takes some of what XML does not allow.
  if (xml.kind === 'fault' || content.marked) return undefined;
  const elements = elementsWithin(xml.root);
  const servers = elements.filter(({ name }) => name === 'incomingServer' || name === 'outgoingServer');
  const [receives, sends] = ['incomingServer', 'outgoingServer'].map((wanted) =>
    servers.find(({ name }) => name === wanted),
  );
  if (receives?.attributes.type !== 'imap' || sends === undefined) return REFUSED;
  if (sends.attributes.type !== 'smtp') return undefined;
  const login = elements.map((element) => (element.name === 'username' ? firstText(element) : '')).findLast(Boolean);
  const [incoming, outgoing] = [readServer(receives, 'imap', login), readServer(sends, 'smtp', login)];
  if (incoming === undefined || outgoing === undefined) return REFUSED;
  return {
    outcome: 'takes',
    incoming,
    outgoing,
    skipped: numbersOf(servers, (each) => each !== receives && each !== sends),
  };
}

const REFUSED: View = { outcome: 'refuses' };

/** Values in the order of the file: a port says how the connection begins, until a socketType behind it does. `undefined`: no host or port, or a port that is no number. */
function readServer(
  element: XmlElement,
  protocol: 'imap' | 'smtp',
  login = '%EMAILADDRESS%',
): ViewedServer | undefined {
  let host = '';
  let port = 0;
  let starttls = false;
  for (const child of elementsWithin(element)) {
    const text = firstText(child);
    if (text === '') continue;
    if (child.name === 'hostname') host = text;
    else if (child.name === 'port') {
      if (!/^[+-]?\d{1,9}$/.test(text)) return undefined;
      port = Number(text);
      starttls = port === (protocol === 'imap' ? 143 : 587);
    } else if (child.name === 'socketType' && /^(?:SSL|STARTTLS)$/.test(text)) starttls = text === 'STARTTLS';
  }
  if (host === '' || port <= 0) return undefined;
  return { protocol, host, port, security: starttls ? 'starttls' : 'tls', authentication: 'password', login };
}

/** What stands between the start of an element and the first below it, white space and all. */
function firstText({ text, runs, children }: XmlElement): string {
  return children.length === 0 ? text : (runs[0] ?? '');
}
