import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { App } from '../../src/server/app.ts';
import type { Counts, Refusal } from '../../src/server/counts.ts';
import { makeLog } from '../../src/server/log.ts';
import { type NodeServer, startServer } from '../../src/server/node.ts';
import { readSettings } from '../../src/server/options.ts';

/** A server of this test alone, on a free port, and what it wrote and counted. */
export interface Running extends NodeServer {
  readonly lines: string[];
  readonly refused: Refusal[];
}

/** Serves a small application under the given flags. Without a rate limit, unless the flags say one. */
export async function running(fetch: App['fetch'], flags: Readonly<Record<string, unknown>> = {}): Promise<Running> {
  const settings = readSettings({ port: '0', 'rate-limit': '0', 'stop-timeout': '1', ...flags }, {});
  const lines: string[] = [];
  const refused: Refusal[] = [];
  const counts: Counts = { answered: undefined, refused: (reason) => refused.push(reason) };
  const log = makeLog(settings['log-level'], (line) => lines.push(line));
  const server = await startServer({ settings, fetch, log, counts });
  onTestFinished(async () => {
    const gone = server.stop();
    server.stop();
    await gone;
  });
  return { ...server, lines, refused };
}

/** A connection on which a test writes what no polite client would. */
export function dial(url: string): { readonly socket: Socket; readonly answer: Promise<string> } {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
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
