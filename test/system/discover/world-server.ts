import { createServer as createWeb, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureWeb } from 'node:https';
import { createServer, type Server, type Socket } from 'node:net';
import { createSecureContext, createServer as createTls, type SecureContext } from 'node:tls';
import type { Answer, Question } from 'dns-packet';
import { greetings, type MailPort, namesOf, pageAt, recordsAt, replies, type World } from '../../discover/world.ts';
import { type MadeCertificate, makeCertificate } from '../../net/certificates.ts';
import { type DnsReply, rcodes, startDns } from '../../net/dns-server.ts';

/*
 * Serves made-up worlds at the ports of the real one: a DNS server, HTTP with and without TLS, mail servers. For a network of its own, where nobody else listens.
 */

/** @returns every question, as it comes */
export async function serveWorlds(
  worlds: readonly World[],
  authority: MadeCertificate,
): Promise<{ readonly asked: string[] }> {
  const asked: string[] = [];
  const places = mailPlaces(worlds);
  const names = namesOf(worlds);
  await startDns((question) => replyTo(worlds, names, places, question), undefined, 53);
  const contexts = secureContexts(worlds, authority);
  const handle = (request: IncomingMessage, response: ServerResponse, scheme: string) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', `${scheme}://${(request.headers.host ?? '').replace(/:\d+$/, '')}`);
      asked.push(`${request.method} ${url.href}`);
      const { status, type = 'text/plain', location, text } = pageAt(worlds, request.method ?? 'GET', url);
      response.writeHead(status, {
        'content-type': type,
        ...(location !== undefined && { location }),
        ...(status === 401 && { 'www-authenticate': 'Basic realm="x"' }),
      });
      response.end(status === 204 ? undefined : text);
    });
  };
  await listening(
    createWeb((request, response) => handle(request, response, 'http')),
    80,
    '127.0.0.1',
  );
  const secure = createSecureWeb(
    { SNICallback: (name, done) => void contexts(name).then((found) => done(null, found), done) },
    (request, response) => handle(request, response, 'https'),
  );
  await listening(secure, 443, '127.0.0.1');
  for (const { mail = {} } of worlds)
    for (const [place, port] of Object.entries(mail)) {
      const [host = '', number] = place.split(':');
      const speak = (socket: Socket) => converse(socket, port);
      const server = port.tls
        ? createTls(
            { SNICallback: (name, done) => void contexts(name).then((found) => done(null, found), done) },
            speak,
          )
        : createServer(speak);
      await listening(server, Number(number), places.get(host) ?? '127.0.0.1');
    }
  return { asked };
}

/** Each mail host has an address of its own: the others do not listen at its ports. */
function mailPlaces(worlds: readonly World[]): Map<string, string> {
  const hosts = new Set(
    worlds.flatMap(({ mail = {} }) => Object.keys(mail).map((place) => place.slice(0, place.indexOf(':')))),
  );
  return new Map([...hosts].map((host, index) => [host, `127.0.${2 + Math.floor(index / 250)}.${1 + (index % 250)}`]));
}

function replyTo(
  worlds: readonly World[],
  names: ReadonlySet<string>,
  places: ReadonlyMap<string, string>,
  { name: given, type }: Question,
): DnsReply {
  const name = given.toLowerCase().replace(/\.$/, '');
  const base = { name: given, ttl: 5 } as const;
  const answers: Answer[] = [];
  if (type === 'A' && names.has(name)) answers.push({ ...base, type: 'A', data: places.get(name) ?? '127.0.0.1' });
  if (type === 'MX')
    for (const { preference, exchange } of recordsAt(worlds, name, 'MX'))
      answers.push({ ...base, type: 'MX', data: { preference, exchange: exchange === '' ? '.' : exchange } });
  if (type === 'NS') for (const data of recordsAt(worlds, name, 'NS')) answers.push({ ...base, type: 'NS', data });
  if (type === 'TXT') for (const data of recordsAt(worlds, name, 'TXT')) answers.push({ ...base, type: 'TXT', data });
  if (type === 'SRV')
    for (const { target, ...data } of recordsAt(worlds, name, 'SRV'))
      answers.push({ ...base, type: 'SRV', data: { ...data, target: target === '' ? '.' : target } });
  const known = answers.length > 0 || names.has(name) || worlds.some(({ domain }) => domain === name);
  return known ? { answers } : { rcode: rcodes.nxdomain };
}

/** By name, made when it is asked for. */
function secureContexts(worlds: readonly World[], issuer: MadeCertificate): (name: string) => Promise<SecureContext> {
  const strangers = new Set(worlds.flatMap(({ strangers: all = [] }) => all));
  const known = new Map<string, Promise<SecureContext>>();
  return (name) => {
    const found =
      known.get(name) ??
      makeCertificate({ names: [strangers.has(name) ? 'quelqu-un.example' : name], issuer }).then(
        ({ certificate, key }) => createSecureContext({ cert: certificate, key }),
      );
    known.set(name, found);
    return found;
  };
}

function converse(socket: Socket, { protocol, offers }: MailPort): void {
  let pending = '';
  socket.on('error', () => {});
  socket.setTimeout(30_000, () => socket.destroy());
  socket.write(`${greetings[protocol]}\r\n`);
  socket.on('data', (chunk: Buffer) => {
    pending += chunk.toString('latin1');
    const lines = pending.split('\r\n');
    pending = lines.pop() ?? '';
    for (const line of lines) {
      socket.write(
        replies(protocol, offers, line)
          .map((each) => `${each}\r\n`)
          .join(''),
      );
      if (/(?:LOGOUT|QUIT)$/i.test(line)) socket.end();
    }
  });
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}
