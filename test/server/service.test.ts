import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadProfiles, profileFiles } from '../../src/cli/profiles.ts';
import { watchFiles } from '../../src/server/files.ts';
import { makeLog } from '../../src/server/log.ts';
import { readSettings } from '../../src/server/options.ts';
import { type Service, startService } from '../../src/server/service.ts';
import { temporaryFolder } from '../cli/terminal.ts';
import { dial } from './running.ts';

const profile = (host: string) => `id: example
name: Example
shortName: Example
organization: Example
identifier: org.example
languages: [en]
domains: [example.org]
login: "{local}"
incoming: [{ protocol: imap, host: ${host}, security: tls }]
outgoing: [{ host: smtp.example.org, security: tls }]
`;

/** The whole service, with its log. */
async function service(flags: Readonly<Record<string, unknown>> = {}): Promise<Service & { lines: string[] }> {
  const settings = readSettings({ port: '0', 'stop-timeout': '1', ...flags }, {});
  const lines: string[] = [];
  const started = await startService({
    settings,
    profiles: {
      read: async () => (await loadProfiles(settings.profile)).map((loaded) => loaded.profile),
      files: () => profileFiles(settings.profile),
    },
    log: makeLog(settings['log-level'], (line) => lines.push(line)),
    language: 'en',
    worker: false,
  });
  onTestFinished(started.stop);
  return { ...started, lines };
}

const config = (url: string, address = 'marie.curie@example.org') =>
  fetch(`${url}/mail/config-v1.1.xml?emailaddress=${encodeURIComponent(address)}`);

describe('a reload', () => {
  test('takes a new profile, keeps the last good one where the new is wrong, and says so with place and reason', async () => {
    const file = join(temporaryFolder(), 'example.yaml');
    writeFileSync(file, profile('one.example.org'));
    const { url, reload, lines } = await service({ profile: [file] });
    expect(await (await config(url)).text()).toContain('<hostname>one.example.org</hostname>');

    writeFileSync(file, profile('two.example.org'));
    await reload();
    expect(await (await config(url)).text()).toContain('<hostname>two.example.org</hostname>');

    writeFileSync(file, profile('not a host'));
    await reload();
    expect(await (await config(url)).text()).toContain('<hostname>two.example.org</hostname>');
    rmSync(file);
    await reload();
    expect((await config(url)).status).toBe(200);

    const told = lines.map((line) => JSON.parse(line));
    expect(told.map(({ event }) => event)).toEqual(['reloaded', 'kept', 'kept']);
    expect(told[1].problems).toEqual([expect.stringMatching(/example\.yaml:9:\d+ .*“not a host” is not a host name/)]);
    expect(told[2].problems).toEqual([expect.stringContaining('there is no profile')]);
  });

  test('is noticed by the files: changed, replaced, gone, and come back', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'a.yaml');
    writeFileSync(file, 'one');
    let changes = 0;
    const stop = watchFiles(
      () => [file, join(folder, 'absent')],
      5,
      () => {
        changes++;
      },
    );
    onTestFinished(stop);
    writeFileSync(file, 'longer');
    await expect.poll(() => changes).toBe(1);
    writeFileSync(join(folder, 'b.yaml'), 'longer');
    renameSync(join(folder, 'b.yaml'), file);
    await expect.poll(() => changes).toBe(2);
    rmSync(file);
    await expect.poll(() => changes).toBe(3);
    writeFileSync(file, 'longer');
    await expect.poll(() => changes).toBe(4);
  });
});

describe('TLS', () => {
  /** A certificate for this name, made by OpenSSL. */
  function certificate(folder: string, name: string): void {
    const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
    const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
    execFileSync('openssl', [...args, ...files, '-subj', `/CN=${name}`], { stdio: 'ignore' });
    chmodSync(join(folder, 'key.pem'), 0o600);
  }

  /** The name in the certificate that the server shows, on a connection of its own. */
  function shown(url: string): Promise<string> {
    return new Promise((resolve, reject) => {
      request(`${url}/healthz`, { rejectUnauthorized: false, agent: false }, (response) => {
        const { CN } = (response.socket as TLSSocket).getPeerCertificate().subject;
        response.resume().on('end', () => resolve(String(CN)));
      })
        .on('error', reject)
        .end();
    });
  }

  test('shows a renewed certificate without a stop, and keeps the old one where the new is none', async () => {
    const folder = temporaryFolder();
    const flags = { 'tls-cert': join(folder, 'cert.pem'), 'tls-key': join(folder, 'key.pem') };
    certificate(folder, 'first.example.org');
    const { url, reload, lines } = await service(flags);
    expect(url).toMatch(/^https:/);
    expect(await shown(url)).toBe('first.example.org');

    certificate(folder, 'second.example.org');
    await reload();
    expect(await shown(url)).toBe('second.example.org');

    writeFileSync(join(folder, 'cert.pem'), 'no certificate');
    await reload();
    expect(await shown(url)).toBe('second.example.org');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      event: 'kept',
      problems: [expect.stringContaining('cert.pem')],
    });
  });

  test('closes a connection on which no TLS is spoken', async () => {
    const folder = temporaryFolder();
    certificate(folder, 'example.org');
    const { url } = await service({ 'tls-cert': join(folder, 'cert.pem'), 'tls-key': join(folder, 'key.pem') });
    const { socket, answer } = dial(url);
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(await answer).not.toContain('200');
    expect(await shown(url)).toBe('example.org');
  });

  test('closes the connections of one client that has too many, and serves the next', async () => {
    const folder = temporaryFolder();
    certificate(folder, 'example.org');
    const files = { 'tls-cert': join(folder, 'cert.pem'), 'tls-key': join(folder, 'key.pem') };
    const { url, stop, lines } = await service({ ...files, 'connections-per-client': '1' });
    const { socket, answer } = dial(url);
    await once(socket, 'connect');
    await expect(shown(url)).rejects.toThrow();
    socket.destroy();
    await answer;
    await expect.poll(() => shown(url).catch(() => '')).toBe('example.org');
    await stop();
    const { refused } = JSON.parse(lines.find((line) => line.includes('refusals')) ?? '{}');
    expect(Object.keys(refused)).toEqual(['connections-per-client']);
  });

  test.each<[string, (folder: string) => void, RegExp]>([
    [
      'readable by everybody',
      (folder) => chmodSync(join(folder, 'key.pem'), 0o644),
      /^--tls-key {2}everybody .*\(chmod o= \S*key\.pem\)$/,
    ],
    [
      'of another certificate',
      (folder) => execFileSync('openssl', ['genpkey', '-algorithm', 'ed25519', '-out', join(folder, 'key.pem')]),
      /^--tls-key .*belong together: /,
    ],
    ['that is no key', (folder) => writeFileSync(join(folder, 'key.pem'), 'x'), /^--tls-key .*belong together: /],
    ['that is not there', (folder) => rmSync(join(folder, 'key.pem')), /^--tls-key .*cannot be read: ENOENT$/],
  ])('refuses a key %s', async (_, spoil, expected) => {
    const folder = temporaryFolder();
    certificate(folder, 'example.org');
    spoil(folder);
    const refused = service({ 'tls-cert': join(folder, 'cert.pem'), 'tls-key': join(folder, 'key.pem') });
    await expect(refused).rejects.toThrow(expected);
  });
});

describe('what is written down', () => {
  test('holds no address, login, path, header or client, whatever is asked', async () => {
    const { url, metricsUrl, stop, lines } = await service({
      'log-level': 'debug',
      'metrics-port': '0',
      'rate-limit': '12',
      'trusted-proxy': ['127.0.0.1'],
    });
    const secret = 'marie.curie';
    const headers = {
      Authorization: `Basic ${Buffer.from(`${secret}:secret`).toString('base64')}`,
      'User-Agent': secret,
      'X-Forwarded-For': '203.0.113.77',
    };
    const ask = (path: string, init: RequestInit = {}) => fetch(url + path, { redirect: 'manual', ...init, headers });
    await ask(`/mail/config-v1.1.xml?emailaddress=${secret}%40cnrs.fr`);
    await ask(`/email.mobileconfig?email=${secret}%40cnrs.fr`);
    await ask(`/autodiscover/autodiscover.json/v1.0/${secret}@cnrs.fr?Protocol=AutodiscoverV1`);
    await ask(`/${secret}@cnrs.fr`);
    await ask('/autodiscover/autodiscover.xml', { method: 'POST', body: `<a>${secret}@cnrs.fr</a>` });
    await ask('/autodiscover/autodiscover.xml', { method: 'POST', body: secret.repeat(10_000) });
    const wrong = dial(url);
    wrong.socket.write(`GET /${secret} HTTP/1.1\r\nHost: ${secret} @ cnrs\r\nConnection: close\r\n\r\n`);
    await wrong.answer;
    const none = dial(url);
    none.socket.write(`${secret}@cnrs.fr\r\n\r\n`);
    await none.answer;
    for (let count = 0; count < 12; count++) await ask(`/?${secret}`);
    const counts = await (await fetch(metricsUrl ?? '')).text();
    await stop();

    expect(counts).toContain('facteur_requests_total{method="GET",route="autoconfig",status="200"} 1');
    expect(counts).toMatch(/facteur_refused_total\{reason="rate"\} [1-9]/);
    expect(lines.map((line) => JSON.parse(line).event)).toEqual(expect.arrayContaining(['request', 'refusals']));
    const written = [...lines, counts].join('\n');
    expect(written).not.toMatch(/curie|cnrs|@|Basic|secret|203\.0\.113|bWFyaWU/i);
    expect(written).not.toMatch(/autodiscover\.(xml|json)|mobileconfig\?|config-v1/);
  });

  test('shows counts to who asks for them only, on a port of their own', async () => {
    const { url, metricsUrl = '' } = await service({ 'metrics-port': '0' });
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    expect(await (await fetch(metricsUrl)).text()).toMatch(/^facteur_connections \d/m);
    expect((await fetch(metricsUrl.replace('/metrics', '/'))).status).toBe(404);
    expect((await fetch(metricsUrl, { method: 'POST' })).status).toBe(404);
  });

  test('begins with a refusal where the port of the counts is taken, and then nothing listens', async () => {
    const { metricsUrl = '' } = await service({ 'metrics-port': '0' });
    const { port } = new URL(metricsUrl);
    await expect(service({ 'metrics-port': port })).rejects.toThrow(/^--metrics-port {2}127\.0\.0\.1:\d+ cannot be/);
  });
});
