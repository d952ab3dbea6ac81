import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { loadProfiles, profileFiles } from '../../../src/cli/profiles.ts';
import { loadTemplates, templateFiles } from '../../../src/cli/template-folder.ts';
import type { Problem } from '../../../src/errors.ts';
import { makeLog } from '../../../src/server/node/log.ts';
import { readSettings } from '../../../src/server/node/options.ts';
import { type Service, startService } from '../../../src/server/node/service.ts';
import { readSettled, watchFiles } from '../../../src/server/node/settled-files.ts';
import { replaceTemplates } from '../../../src/template/templates.ts';
import { temporaryFolder } from '../../cli/terminal.ts';
import { readSigned } from '../../readers/cms.ts';
import { dial } from '../../server/running.ts';
import { chainOf, issue, type Kind, kinds, openssl, type Pair, text } from '../sign/certificates.ts';
import { certificate } from './certificate.ts';

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
      read: async () => {
        const warnings: Problem[] = [];
        const loaded = await loadProfiles(settings.profile, (each) => warnings.push(...each));
        return { profiles: loaded.map((each) => each.profile), warnings };
      },
      files: () => profileFiles(settings.profile),
    },
    templates: {
      read: () => loadTemplates(settings.templates),
      files: () => templateFiles(settings.templates),
    },
    log: makeLog(settings['log-level'], (line) => lines.push(line)),
    language: 'en',
    worker: false,
    onProxy: () => {},
    onWarnings: () => {},
  });
  onTestFinished(started.stop);
  return { ...started, lines };
}

const config = (url: string, address = 'marie.curie@example.org') =>
  fetch(`${url}/mail/config-v1.1.xml?emailaddress=${encodeURIComponent(address)}`);

describe('a reload', () => {
  test('takes new templates, keeps the last good ones where the new are wrong, and says so with place and remedy', async () => {
    onTestFinished(() => replaceTemplates({}));
    const folder = temporaryFolder();
    const file = join(folder, 'thunderbird/config.xml.hbs');
    mkdirSync(join(folder, 'thunderbird'));
    writeFileSync(file, '<one>{{domain}}</one>');
    const { url, reload, lines } = await service({ profile: ['cnrs'], templates: folder });
    const answer = async () => (await config(url, 'prenom.nom@cnrs.fr')).text();
    expect(await answer()).toContain('<one>');

    writeFileSync(file, '<two>{{domain}}</two>');
    await reload();
    expect(await answer()).toContain('<two>');

    writeFileSync(file, '\n<three {{domain}}/>');
    await reload();
    expect(await answer()).toContain('<two>');
    const told = lines.map((line) => JSON.parse(line) as { event: string; problems?: string[] });
    expect(told.find(({ event }) => event === 'kept')?.problems).toEqual([
      expect.stringMatching(/config\.xml\.hbs:2:8 {2}a placeholder in a tag .* put quotes around it$/),
    ]);
  });

  test('starts with no wrong template', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'config.xml.hbs'), 'x');
    await expect(service({ templates: folder })).rejects.toThrow('did you mean thunderbird/config.xml.hbs?');
  });

  test('keeps the last good texts of a provider where the new are wrong, and says so with place and remedy', async () => {
    const file = join(temporaryFolder(), 'example.yaml');
    const own = (texts: string) =>
      `${profile('one.example.org')}texts: { en: { guides: { firstMailbox: { question: "${texts}" } } } }\n`;
    writeFileSync(file, own('One in {program}'));
    const { url, reload, lines } = await service({ profile: [file] });
    const guide = `${url}/mailbox/a@example.org/additional/outlook/outlook.html`;
    const page = async () => (await fetch(guide)).text();
    expect(await page()).toContain('>One in Outlook');

    writeFileSync(file, own('Two in {program}'));
    await reload();
    expect(await page()).toContain('>Two in Outlook');

    writeFileSync(file, own('Three in {progam}'));
    await reload();
    expect(await page()).toContain('>Two in Outlook');
    const told = lines.map((line) => JSON.parse(line) as { event: string; problems?: string[] });
    expect(told.find(({ event }) => event === 'kept')?.problems).toEqual([
      expect.stringMatching(
        /example\.yaml:\d+:\d+ texts\.en\.guides\.firstMailbox\.question .*did you mean “\{program\}”\?$/,
      ),
    ]);
  });

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

test('a profile that is still being copied is not taken, though what is there is valid', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'a.yaml');
  const whole = Array.from({ length: 8 }, (_, index) => `line ${index}\n`);
  writeFileSync(file, whole[0] ?? '');
  const read: string[] = [];
  const reading = readSettled(
    () => [file],
    async () => {
      const text = readFileSync(file, 'utf8');
      read.push(text);
      return text;
    },
  );
  const stats = statSync(file);
  for (const [index, line] of whole.slice(1).entries()) {
    await new Promise((next) => setTimeout(next, 100));
    // As long as before, with the time stamp of before: what copies may reserve the room first and set the time back.
    writeFileSync(file, index % 2 === 0 ? line.replace('line', 'LINE') : line);
    utimesSync(file, stats.atime, stats.mtime);
  }
  expect(await reading).toBe('line 7\n'.replace('line', 'LINE'));
  expect(read).toEqual(['LINE 7\n']);
});

describe('TLS', () => {
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
    [
      'that is encrypted',
      (folder) => {
        const file = join(folder, 'key.pem');
        writeFileSync(file, execFileSync('openssl', ['pkey', '-in', file, '-aes256', '-passout', 'pass:x']));
      },
      /^--tls-key {2}the key \S*key\.pem is encrypted, .*openssl pkey -in/,
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

describe('configuration profiles', () => {
  const address = 'marie.curie@example.org';
  const mailbox = `/mailbox/${address}/additional/apple/example.mobileconfig`;
  const ask = (url: string) => fetch(`${url}/email.mobileconfig?email=${encodeURIComponent(address)}`);
  const roots = (kind: Kind) => text(chainOf(kind).root.certificate);

  /** A folder with a provider and the files of a signer. */
  function files(kind: Kind) {
    const folder = temporaryFolder();
    const place = (name: string) => join(folder, name);
    const use = (own: Pair, from: Kind) => {
      writeFileSync(place('key.pem'), text(own.key), { mode: 0o600 });
      writeFileSync(place('cert.pem'), text(own.certificate));
      writeFileSync(place('chain.pem'), text(chainOf(from).intermediate.certificate) + roots(from));
    };
    use(chainOf(kind).signer, kind);
    writeFileSync(place('example.yaml'), profile('imap.example.org'));
    const signing = { 'sign-key': place('key.pem'), 'sign-cert': place('cert.pem'), 'sign-chain': place('chain.pem') };
    return { flags: { profile: [place('example.yaml')], ...signing }, place, use };
  }

  test.each(kinds)('are signed where a key is configured, and are otherwise the same (%s)', async (kind) => {
    const { flags } = files(kind);
    const signed = await ask((await service(flags)).url);
    const plain = await ask((await service({ profile: flags.profile })).url);
    expect(signed.status).toBe(200);
    for (const name of ['content-type', 'content-disposition', 'cache-control', 'x-content-type-options'])
      expect(signed.headers.get(name)).toBe(plain.headers.get(name));
    expect(signed.headers.get('content-type')).toBe('application/x-apple-aspen-config');
    const before = Date.now();
    const verified = await readSigned(new Uint8Array(await signed.arrayBuffer()), { roots: roots(kind) });
    expect(Buffer.from(verified.content).toString()).toBe(await plain.text());
    expect(Math.abs((verified.signingTime?.getTime() ?? 0) - before)).toBeLessThan(60_000);
  });

  test('are signed with the new key after a reload, and with the old one where the new is wrong', async () => {
    const { flags, place, use } = files('rsa');
    const { url, reload, lines } = await service(flags);
    const kindNow = async () =>
      (await readSigned(new Uint8Array(await (await ask(url)).arrayBuffer()), { roots: roots('rsa') + roots('ec') }))
        .signer.publicKey.asymmetricKeyType;
    expect(await kindNow()).toBe('rsa');
    use(chainOf('ec').signer, 'ec');
    await reload();
    expect(await kindNow()).toBe('ec');
    writeFileSync(place('key.pem'), 'no key');
    await reload();
    expect(await kindNow()).toBe('ec');
    use(issue('served-expired', { kind: 'rsa', issuer: chainOf('rsa').intermediate, days: -1 }), 'rsa');
    await reload();
    expect(await kindNow()).toBe('ec');
    const problems = lines.flatMap((line) => JSON.parse(line).problems ?? []);
    // It looks at its files by itself too, and may have said something twice.
    expect([...new Set(problems)]).toEqual([
      expect.stringMatching(/key\.pem {2}is no private key/),
      expect.stringMatching(/“Éluard served-expired” ended on/),
    ]);
  });

  test('are noticed to end soon, in the log', async () => {
    const { flags, use } = files('rsa');
    use(issue('served-soon', { kind: 'rsa', issuer: chainOf('rsa').intermediate, days: 10 }), 'rsa');
    const { lines } = await service(flags);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ level: 'warn', event: 'certificate', msg: expect.stringContaining('in 9 days') }),
    ]);
  });

  test('are not handed out any more once a certificate has ended; everything else is', async () => {
    const { flags } = files('rsa');
    const { url } = await service(flags);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 100 * 86_400_000 });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const answer = await ask(url);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toBe('The certificate that signs profiles is not valid now.\n');
    expect((await fetch(url + mailbox)).status).toBe(503);
    expect((await config(url)).status).toBe(200);
  });

  test('are signed where people get them from their page, which says “Not Signed” of no other', async () => {
    const signing = await service(files('ec').flags);
    const bytes = new Uint8Array(await (await fetch(signing.url + mailbox)).arrayBuffer());
    const { content } = await readSigned(bytes, { roots: roots('ec') });
    expect(Buffer.from(content).toString()).toContain('<plist');
    const pageOf = async ({ url }: Service) =>
      (await fetch(`${url}${mailbox.replace('example.mobileconfig', 'mail-ios.html')}`)).text();
    expect(await pageOf(signing)).not.toContain('Not Signed');
    expect(await pageOf(await service({ profile: files('ec').flags.profile }))).toContain(
      '“Not Signed” in red is normal',
    );
  });

  test.each<[string, (place: (name: string) => string) => void, RegExp]>([
    ['that everybody can read', (place) => chmodSync(place('key.pem'), 0o644), /key\.pem {2}everybody/],
    [
      'that is encrypted, without its passphrase',
      (place) =>
        openssl('rsa', '-in', chainOf('rsa').signer.key, '-aes128', '-passout', 'pass:x', '-out', place('key.pem')),
      /--sign-passphrase-file/,
    ],
    [
      'of another certificate',
      (place) => writeFileSync(place('key.pem'), text(chainOf('ec').signer.key), { mode: 0o600 }),
      /does not belong/,
    ],
  ])('refuse a key %s, and nothing listens', async (_, spoil, expected) => {
    const { flags, place } = files('rsa');
    spoil(place);
    await expect(service(flags)).rejects.toThrow(expected);
  });
});
