import { X509Certificate } from 'node:crypto';
import { createServer as createWeb, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureWeb } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createSecureContext } from 'node:tls';
import type { Answer } from 'dns-packet';
import { makeNet, type NetOptions } from '../../src/net/make-net.ts';
import type { Net } from '../../src/net/net.ts';
import { type MadeCertificate, makeCertificate } from './certificates.ts';
import { type DnsHandler, type DnsServer, rcodes, startDns } from './dns-server.ts';

/*
 * The world for one test: a DNS server, and one address of the public world that leads to servers of this process, so that what is refused to private addresses is really
 * refused, and what is allowed is asked at the ports of the URL.
 */

/** Of no documentation's range: those are refused. Nothing is sent there. */
export const PUBLIC = '93.184.215.14';

export type Page = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** Without its name. */
export type ZoneRecord = Answer extends infer Each ? (Each extends Answer ? Omit<Each, 'name'> : never) : never;

export interface WorldPlan {
  /** Records by name; each host of `pages` has the address `PUBLIC` without. */
  readonly zone?: Readonly<Record<string, readonly ZoneRecord[]>>;
  /** Before the zone. */
  readonly dns?: (...given: Parameters<DnsHandler>) => ReturnType<DnsHandler> | undefined;
  /** How long it thinks, in milliseconds. */
  readonly dnsDelay?: (name: string) => number;
  /** By origin and path, as in `https://autoconfig.example.org/mail/config-v1.1.xml`; the query is not looked at. */
  readonly pages?: Readonly<Record<string, Page | string>>;
  /** By port: whoever speaks there. */
  readonly tcp?: Readonly<Record<number, (socket: Socket) => void>>;
  /** In place of the certificate of the test's authority for the name that is asked for. */
  readonly certificates?: Readonly<Record<string, MadeCertificate>>;
}

export interface TestWorld {
  readonly net: (options?: Partial<NetOptions>) => Net;
  readonly dns: DnsServer;
  readonly close: () => Promise<void>;
  /** Method, URL and body of each request. */
  readonly requests: { readonly line: string; readonly headers: IncomingMessage['headers']; readonly body: string }[];
  readonly authority: MadeCertificate;
  /** TLS connections of which a byte of HTTP came. */
  readonly open: () => number;
}

let known: Promise<MadeCertificate> | undefined;
/** Made once for all tests. */
export function testAuthority(): Promise<MadeCertificate> {
  known ??= makeCertificate({ names: ['Facteur test authority'], authority: true });
  return known;
}

const issued = new Map<string, Promise<MadeCertificate>>();
async function certificateFor(name: string): Promise<MadeCertificate> {
  const issuer = await testAuthority();
  const made = issued.get(name) ?? makeCertificate({ names: [name], issuer });
  issued.set(name, made);
  return made;
}

/** Runs until it is closed. */
export async function openWorld(plan: WorldPlan = {}): Promise<TestWorld> {
  const running: (() => unknown)[] = [];
  const { zone = {}, pages = {}, tcp = {}, certificates = {} } = plan;
  const authority = await testAuthority();
  const requests: { line: string; headers: IncomingMessage['headers']; body: string }[] = [];
  const sockets = new Set<Socket>();
  const hosts = new Set(Object.keys(pages).map((each) => new URL(each).hostname.replace(/\.$/, '')));

  const dns = await startDns((question, over, query) => {
    const own = plan.dns?.(question, over, query);
    if (own !== undefined) return own;
    const name = question.name.toLowerCase();
    const records = zone[name] ?? (hosts.has(name) ? [{ type: 'A', data: PUBLIC } as const] : undefined);
    if (records === undefined) {
      const exists =
        Object.keys(zone).some((each) => each.endsWith(`.${name}`)) ||
        [...hosts].some((each) => each.endsWith(`.${name}`));
      return exists ? {} : { rcode: rcodes.nxdomain };
    }
    const fitting = records.filter(({ type }) => type === question.type || type === 'CNAME');
    // Of a name and a type that is one.
    return { answers: fitting.map((each) => ({ ttl: 300, class: 'IN', name, ...each }) as Answer) };
  }, plan.dnsDelay);

  const serve = (scheme: 'http' | 'https') => (request: IncomingMessage, response: ServerResponse) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', `${scheme}://${request.headers.host}`);
      const body = Buffer.concat(pieces).toString();
      requests.push({ line: `${request.method} ${url.href}`, headers: request.headers, body });
      const page =
        pages[`${url.protocol}//${url.hostname}${url.pathname}`] ?? pages[`${url.protocol}//${url.hostname}`];
      if (page === undefined) response.writeHead(404, { 'Content-Type': 'text/plain' }).end('no such page\n');
      else if (typeof page === 'string') response.writeHead(200, { 'Content-Type': 'text/xml' }).end(page);
      else page(request, response, body);
    });
  };
  const listen = async (server: Server) => {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
    });
    server.on('tlsClientError', () => {});
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    running.push(() => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    });
    // It listens on TCP.
    return (server.address() as AddressInfo).port;
  };
  const fallback = await certificateFor('fallback.test');
  const secureWeb = createSecureWeb(
    {
      cert: fallback.certificate,
      key: fallback.key,
      SNICallback: (name, done) => {
        Promise.resolve(certificates[name] ?? certificateFor(name)).then(
          ({ certificate, key }) => done(null, createSecureContext({ cert: certificate, key })),
          (error) => done(error),
        );
      },
    },
    serve('https'),
  );
  const ports = new Map<number, number>([
    [80, await listen(createWeb(serve('http')))],
    [443, await listen(secureWeb)],
  ]);
  for (const [port, talk] of Object.entries(tcp)) ports.set(Number(port), await listen(createServer(talk)));
  running.push(dns.close);

  return {
    dns,
    close: async () => {
      for (const close of running) await close();
    },
    requests,
    authority,
    open: () => [...sockets].filter((socket) => !socket.destroyed).length,
    net: (options = {}) =>
      makeNet({
        signal: new AbortController().signal,
        timeout: 5_000,
        allowPrivate: false,
        resolvers: [{ ip: '127.0.0.1', port: dns.port }],
        roots: [new X509Certificate(authority.certificate)],
        // A port at which nobody of this world listens is the discard port of this computer: nobody listens there either.
        route: ({ port }) => ({ ip: '127.0.0.1', port: ports.get(port) ?? 9 }),
        ...options,
      }),
  };
}
