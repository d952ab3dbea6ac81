import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Question } from 'dns-packet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientConfig } from '../discover/documents.ts';
import { root } from '../fixtures.ts';
import { makeCertificate } from '../net/certificates.ts';
import { type DnsReply, type DnsServer, startDns } from '../net/dns-server.ts';
import { testAuthority } from '../net/loopback-world.ts';

/* The program that is installed, against servers of this process: the DNS on its port, and a database of settings over https. */

const DOMAIN = 'example.org';
const folder = mkdtempSync(join(tmpdir(), 'facteur-discover-'));
const authority = join(folder, 'authority.pem');
let dns: DnsServer;
let port = 0;
const web = createServer();
const requests: string[] = [];

beforeAll(async () => {
  const issuer = await testAuthority();
  writeFileSync(authority, issuer.certificate);
  const { certificate, key } = await makeCertificate({ names: ['db.example.net'], issuer });
  web.setSecureContext({ cert: certificate, key });
  web.on('request', (request, response) => {
    requests.push(`${request.headers.host}${request.url}`);
    if (request.url === `/v1.1/${DOMAIN}`) response.writeHead(200, { 'Content-Type': 'text/xml' }).end(clientConfig());
    // One that never ends.
    else response.writeHead(200).write('<');
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  // It listens on TCP.
  ({ port } = web.address() as AddressInfo);
  dns = await startDns(answerTo);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  web.closeAllConnections();
  await Promise.all([dns.close(), new Promise((resolve) => web.close(resolve))]);
});

function answerTo({ name, type }: Question): DnsReply {
  if (name === 'silent.test' || name.endsWith('.silent.test')) return 'silence';
  if (name === 'db.example.net') return type === 'A' ? { answers: [{ type, name, data: '127.0.0.1' }] } : {};
  if (name === `_imaps._tcp.${DOMAIN}` && type === 'SRV')
    return { answers: [{ type, name, data: { priority: 0, weight: 0, port: 993, target: 'imap.example.org' } }] };
  return { rcode: 3 };
}

function facteur(...args: readonly string[]) {
  const all = [join(root, 'dist/cli/main.js'), ...args, '--resolver', `127.0.0.1:${dns.port}`, '--lang', 'en'];
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, all, { timeout: 60_000 }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), out, err });
    });
  });
}

describe('facteur discover', () => {
  test('asks a database whose authority it was told, and ends by itself', async () => {
    const flags = ['--ispdb', `https://db.example.net:${port}/v1.1/`, '--ca', authority, '--allow-private', '--json'];
    const { code, out, err } = await facteur('discover', DOMAIN, ...flags);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { answers } = JSON.parse(out);
    expect(answers.find((each: { mechanism: string }) => each.mechanism === 'ispdb')).toMatchObject({
      source: `https://db.example.net:${port}/v1.1/${DOMAIN}`,
      status: 'found',
      trust: 'B',
      tls: { version: 'TLSv1.3', names: ['db.example.net'] },
      servers: [{ protocol: 'imap', host: 'imap.example.org' }, { protocol: 'smtp' }],
    });
    expect(requests).toEqual([`db.example.net:${port}/v1.1/${DOMAIN}`]);
  });

  test('asks nothing of this computer where that was not allowed, nor of who shows a certificate that nobody vouches for', async () => {
    const ispdb = ['--ispdb', `https://db.example.net:${port}/v1.1/`];
    requests.length = 0;
    const refused = await facteur('discover', DOMAIN, ...ispdb, '--ca', authority);
    expect(refused.out).toContain('db.example.net is at 127.0.0.1, which no public name leads to: not asked');
    const unknown = await facteur('discover', DOMAIN, ...ispdb, '--allow-private');
    expect(unknown.out).toContain('the certificate of db.example.net is of an issuer that is not known');
    expect(requests).toEqual([]);
  });

  test('ends when its time is over, whoever is silent or never ends', async () => {
    const silent = await facteur('discover', 'silent.test', '--timeout', '1');
    expect(silent.code).toBe(1);
    expect(silent.out).toContain('the DNS does not answer in time for autoconfig.silent.test');
    const flags = [
      '--ispdb',
      `https://db.example.net:${port}/`,
      '--ca',
      authority,
      '--allow-private',
      '--timeout',
      '1',
    ];
    const endless = await facteur('discover', DOMAIN, ...flags);
    expect(endless.code).toBe(0);
    expect(endless.out).toContain(`db.example.net:${port} did not answer in time`);
  });

  test('makes a profile of what it finds', async () => {
    const flags = ['--ispdb', `https://db.example.net:${port}/v1.1/`, '--ca', authority, '--allow-private'];
    const { code, out } = await facteur('import', DOMAIN, ...flags);
    expect(code).toBe(0);
    expect(out).toContain(`  - protocol: imap # [B] https://db.example.net:${port}/v1.1/${DOMAIN}:6`);
  });
});
