import type { Server } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { refusal } from './options.ts';

/** The host is none of this machine. */
const NOT_HERE: ReadonlySet<string | undefined> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL']);

/** Begins to listen. @throws InputError naming the flag */
export async function listen(server: Server, of: '' | 'metrics-', host: string, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port }, () => {
        server.off('error', reject);
        // From now on an error (no file descriptor left) is about one connection that could not be accepted.
        server.on('error', () => {});
        resolve();
      });
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw refusal(
      `${of}${NOT_HERE.has(code) ? 'host' : 'port'}`,
      'serve.listen',
      { value: at(host, port), reason: code ?? message },
      error,
    );
  }
}

/** Where a server listens, with the port that the system gave. */
export function urlOf(server: Server, scheme: 'http' | 'https', host: string): string {
  // A server that listens on a host and a port has such an address.
  const { port } = server.address() as AddressInfo;
  return `${scheme}://${at(host, port)}`;
}

function at(host: string, port: number): string {
  return isIPv6(host) ? `[${host}]:${port}` : `${host}:${port}`;
}
