import { connect, type Socket, type TcpNetConnectOpts } from 'node:net';
import { onTestFinished } from 'vitest';
import { personal, personalKind } from '../../src/server/app/answer.ts';
import type { App } from '../../src/server/app/app.ts';
import type { Answer } from '../../src/server/app/question.ts';
import type { Application } from '../../src/server/node/carrier.ts';
import type { Counts, Refusal } from '../../src/server/node/counts.ts';
import type { ProxyFault } from '../../src/server/node/listener.ts';
import { makeLog } from '../../src/server/node/log.ts';
import { type NodeServer, startServer } from '../../src/server/node/node.ts';
import { readSettings } from '../../src/server/node/options.ts';
import type { KeyPair } from '../../src/server/node/settled-files.ts';

/** A server of this test alone, on a free port, and what it wrote and counted. */
export interface Running extends NodeServer {
  readonly lines: string[];
  readonly refused: Refusal[];
  readonly proxyFaults: ProxyFault[];
}

/** What a test says beside the flags. */
export interface Given {
  /** The hosts that are ours. */
  readonly hosts?: readonly string[];
  readonly keyPair?: KeyPair;
  readonly refusal?: App['refusal'];
}

/** An answer of a small application. */
export function text(body: string): Answer {
  return personal(new TextEncoder().encode(body), personalKind('text/plain'));
}

/** Serves a small application under the given flags. Without a rate limit, unless the flags say one. */
export async function running(
  application: Application,
  flags: Readonly<Record<string, unknown>> = {},
  { hosts = [], keyPair, refusal }: Given = {},
): Promise<Running> {
  const settings = readSettings({ port: '0', 'rate-limit': '0', 'stop-timeout': '1', ...flags }, {});
  const lines: string[] = [];
  const refused: Refusal[] = [];
  const counts: Counts = { answered: undefined, refused: (reason) => refused.push(reason) };
  const log = makeLog(settings['log-level'], (line) => lines.push(line));
  const proxyFaults: ProxyFault[] = [];
  const server = await startServer({
    settings,
    application,
    ...(refusal !== undefined && { refusal }),
    log,
    counts,
    keyPair,
    isOurs: (host) => hosts.includes(host.replace(/:\d+$/, '')),
    onProxy: (fault) => proxyFaults.push(fault),
  });
  onTestFinished(async () => {
    const gone = server.stop();
    server.stop();
    await gone;
  });
  return { ...server, lines, refused, proxyFaults };
}

type Dialling = Pick<TcpNetConnectOpts, 'allowHalfOpen' | 'localAddress'>;

/** A connection on which a test writes what no polite client would. With `allowHalfOpen` it does not close its side because the server has. */
export function dial(
  url: string,
  options: Dialling = {},
): { readonly socket: Socket; readonly answer: Promise<string> } {
  const { hostname, port } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, ...options });
  onTestFinished(() => {
    socket.destroy();
  });
  let text = '';
  const answer = new Promise<string>((resolve) => {
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
  return { socket, answer };
}
