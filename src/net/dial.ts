import type { Socket } from 'node:net';
import { LineReader } from './line-reader.ts';
import type { DialAnswer, Line, TlsFacts } from './net.ts';
import { failed, type NetContext, onEnd, within } from './net-context.ts';
import { connectTo } from './open-connection.ts';
import { secure } from './secure.ts';

/** Opens a dialogue in lines. Never rejects. */
export async function dialTo(
  host: string,
  port: number,
  security: 'tls' | 'none',
  context: NetContext,
): Promise<DialAnswer> {
  const signal = within(context);
  const connected = await connectTo(host, port, context, signal);
  if (connected.status === 'failed') return connected;
  const { socket, ip } = connected;
  if (security === 'none') return { status: 'connected', line: lineOver(socket, undefined, ip, host, context) };
  const secured = await secure(socket, host, context, signal);
  if (secured.status === 'failed') return secured;
  return { status: 'connected', line: lineOver(secured.socket, secured.tls, ip, host, context) };
}

function lineOver(first: Socket, known: TlsFacts | undefined, ip: string, host: string, context: NetContext): Line {
  let socket = first;
  let tls = known;
  let reader = new LineReader(socket);
  const close = () => {
    forget();
    reader.end();
    socket.destroy();
    first.destroy();
  };
  const forget = onEnd(context.signal, close);
  return {
    ip,
    get tls() {
      return tls;
    },
    read: () => reader.line(within(context)),
    write: (text) => {
      if (socket.writable) socket.write(/\r\n$/.test(text) ? text : `${text}\r\n`);
    },
    startTls: async () => {
      if (tls !== undefined || !socket.writable) return failed('closed', host);
      const dropped = reader.release();
      const secured = await secure(socket, host, context, within(context));
      if (secured.status === 'failed') {
        close();
        return secured;
      }
      socket = secured.socket;
      tls = secured.tls;
      reader = new LineReader(socket);
      return { status: 'secured', tls, dropped };
    },
    close,
  };
}
