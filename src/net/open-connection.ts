import { connect, type Socket } from 'node:net';
import { addressesOf } from './host-addresses.ts';
import { failed, failedWith, type NetContext, type NetFailed, onEnd } from './net-context.ts';
import { staggered } from './staggered.ts';

export interface Connected {
  readonly status: 'connected';
  readonly socket: Socket;
  readonly ip: string;
}

/** How long an address has before the next one is tried too (RFC 8305 § 5), in milliseconds. */
const DELAY = 250;

/** Connects to the first address of the host that takes it. Never rejects. */
export async function connectTo(
  host: string,
  port: number,
  context: NetContext,
  signal: AbortSignal,
): Promise<Connected | NetFailed> {
  if (!(Number.isInteger(port) && port > 0 && port < 65_536)) return failed('unreachable', `${port}`);
  const ips = await addressesOf(host, context);
  if (!Array.isArray(ips)) return ips;
  const tries = ips.map((ip) => (ends: AbortSignal) => open(ip, port, context, ends));
  try {
    return await staggered(tries, DELAY, signal, ({ socket }) => socket.destroy());
  } catch (errors) {
    const causes = (errors as readonly (NodeJS.ErrnoException | undefined)[]).flatMap((each) => each ?? []);
    const failures = causes.map(failedWith);
    const late = signal.aborted ? failed('timed-out', host) : undefined;
    return (
      failures.find(({ failure }) => failure === 'connection-refused') ??
      late ??
      failures[0] ??
      failed('timed-out', host)
    );
  }
}

function open(ip: string, port: number, { route }: NetContext, signal: AbortSignal): Promise<Connected> {
  return new Promise((resolve, reject) => {
    const to = route({ ip, port });
    const socket = connect({ host: to.ip, port: to.port, noDelay: true });
    const forget = onEnd(signal, () => {
      socket.destroy();
      reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' }));
    });
    const refused = (error: Error) => {
      forget();
      socket.destroy();
      reject(error);
    };
    socket.once('error', refused);
    socket.once('connect', () => {
      forget();
      socket.off('error', refused);
      // Until somebody listens.
      socket.on('error', () => {});
      resolve({ status: 'connected', socket, ip });
    });
  });
}
