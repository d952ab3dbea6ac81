import type { XmlElement } from '../../read/xml-tree.ts';
import type { View, ViewedServer } from '../kind.ts';
import type { ConfigFacts } from './config-facts.ts';
import { elementsWithin, numbersOf } from './flat-servers.ts';

/**
 * What Delta Chat makes of a clientConfig (chatmail/core @48888898, src/configure/auto_mozilla.rs, which reads by quick-xml): servers wherever they stand, in its own
 * order: those for receiving, then those for sending; it tries one after the other, and these are the first. Letter case of names counts for nothing, and how to sign in
 * is not read. For a direction that the file has no server of it tries names that it guesses.
 */
export function deltaChatView({ xml }: ConfigFacts): View | undefined {
  // Its reader checks names of end tags and nothing else.
  if (xml.kind === 'fault') return undefined;
  const servers = elementsWithin(xml.root).filter(({ name }) => /^(?:incoming|outgoing)server$/i.test(name));
  // It takes text behind an element for that element's.
  if (servers.some(({ text }) => text.trim() !== '')) return undefined;
  const ordered = [...servers.filter(isIncoming), ...servers.filter((server) => !isIncoming(server))];
  const of = (protocol: string) =>
    ordered
      .map((element) => ({ element, server: readServer(element) }))
      .filter(({ server }) => server?.protocol === protocol);
  const [imap, smtp] = [of('imap'), of('smtp')];
  const kept = [...imap, ...smtp].map(({ element }) => element);
  if (kept.length === 0) return { outcome: 'refuses' };
  const [incoming, outgoing] = [imap[0]?.server, smtp[0]?.server];
  const complete = incoming !== undefined && outgoing !== undefined;
  return {
    outcome: complete ? 'takes' : 'asks',
    incoming,
    outgoing,
    skipped: numbersOf(servers, (each) => !kept.includes(each)),
  };
}

function isIncoming({ name }: XmlElement): boolean {
  return name.toLowerCase() === 'incomingserver';
}

/** It needs host, port and user name, and passes over elements that stand empty. */
function readServer(element: XmlElement): ViewedServer | undefined {
  const value = (name: string) =>
    elementsWithin(element)
      .filter((child) => child.name.toLowerCase() === name)
      .flatMap(({ runs }) => runs.map((run) => run.trim()).filter(Boolean))
      .at(-1);
  const [host, port, login] = [value('hostname'), value('port'), value('username')];
  const protocol = (element.attributes.type ?? '').toLowerCase();
  if (host === undefined || port === undefined || login === undefined || !/^(?:imap|smtp)$/.test(protocol))
    return undefined;
  const number = /^\+?\d+$/.test(port) ? Number(port) : 0;
  return {
    protocol,
    host,
    // It then tries those that are usual.
    port: number >= 1 && number <= 65_535 ? number : undefined,
    // Of a word that it does not know it tries TLS first, then STARTTLS.
    security: securities.get((value('sockettype') ?? '').toLowerCase()) ?? 'tls',
    authentication: 'password',
    login,
  };
}

const securities: ReadonlyMap<string, ViewedServer['security']> = new Map([
  ['plain', 'none'],
  ['ssl', 'tls'],
  ['starttls', 'starttls'],
]);
