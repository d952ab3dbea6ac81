import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/*
 * The limit for `bench/server.ts`: a bare node:http server that sends one answer, given as JSON on the command line, to everybody, once it has the whole
 * request. Says its address on standard output.
 */
const { headers, body } = JSON.parse(process.argv[2] ?? '') as { headers: Record<string, string>; body: string };
const bytes = Buffer.from(body, 'base64');

const server = createServer((incoming, outgoing) => {
  const answer = () => {
    outgoing.writeHead(200, headers);
    outgoing.end(bytes);
  };
  if (incoming.method === 'GET') answer();
  else incoming.on('data', () => {}).on('end', answer);
});
server.listen(0, '127.0.0.1', () => {
  // A server that listens on a port has such an address.
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
