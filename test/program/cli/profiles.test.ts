import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { facteur, temporaryFolder } from '../../cli/terminal.ts';
import { root } from '../../fixtures.ts';

const profile = (id: string, domain: string, more = '') => `id: ${id}
name: Example
shortName: Example
organization: Example
identifier: org.example
languages: [en]
domains: [${domain}]
incoming: [{ protocol: imap, host: imap.example.org, security: tls }]
outgoing: [{ host: smtp.example.org, security: tls }]
${more}`;

async function explain(who: string, files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return facteur(['explain', who, '--profile', folder]);
}

describe('a folder of profiles', () => {
  test('is read whole, and the domain chooses', async () => {
    const files = { 'a.yaml': profile('a', 'a.example'), 'b.yml': profile('b', 'b.example', 'login: "{local}"') };
    const { code, out } = await explain('x@b.example', files);
    expect(code).toBe(0);
    expect(out).toMatch(/^login {2,}x {2,}rule of the provider: \{local\}$/m);
  });

  test('with one domain in two profiles is refused, naming both files', async () => {
    const files = { 'a.yaml': profile('a', 'same.example'), 'b.yaml': profile('b', 'SAME.example') };
    const { code, err } = await explain('x@same.example', files);
    expect(code).toBe(2);
    expect(err).toMatch(/b\.yaml {2}the domain same\.example stands in .*a\.yaml too/);
  });

  test('with one id in two profiles is refused', async () => {
    const { code, err } = await explain('x@a.example', {
      'a.yaml': profile('a', 'a.example'),
      'b.yaml': profile('a', 'b.example'),
    });
    expect(code).toBe(2);
    expect(err).toContain('the id “a” stands in');
  });

  test('leaves out hidden files, which editors and macOS put there', async () => {
    const { code, out } = await explain('x@a.example', {
      'A.YAML': profile('a', 'a.example'),
      '._a.yaml': Uint8Array.of(0, 5, 0x16, 7),
    });
    expect(code).toBe(0);
    expect(out).toContain('A.YAML');
  });

  test('that may not be read is refused', async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o000);
    // Root may read everything: for this one question it is somebody else.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    try {
      const { code, err } = await facteur(['explain', 'x@a.example', '--profile', folder]);
      expect(code).toBe(2);
      expect(err).toMatch(/cannot be read \(EACCES\)/);
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });

  test('and a file in it may be named in several ways', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.yaml'), profile('a', 'a.example'));
    const names = [folder, join(folder, 'a.yaml'), `${folder}/./a.yaml`, relative('', join(folder, 'a.yaml'))];
    const { code } = await facteur(['explain', 'x@a.example', ...names.flatMap((name) => ['--profile', name])]);
    expect(code).toBe(0);
  });

  test('without any is refused', async () => {
    expect(await explain('x@a.example', {})).toMatchObject({ code: 2, err: expect.stringContaining('has no profile') });
  });
});

describe.skipIf(process.platform !== 'linux')('what is no file', () => {
  test.each(['/dev/zero', '/dev/null', '/dev/full', '/proc/self/mem'])(
    '%s is refused and never read to its end',
    async (path) => {
      const { code, err } = await facteur(['explain', 'x@a.example', '--profile', path]);
      expect(code).toBe(2);
      expect(err).toMatch(
        /^\S+ {2}(the profile cannot be read \(E[A-Z]+\): name another file|the profile is empty|the file is larger)/,
      );
      expect(err.split('\n')).toHaveLength(1);
    },
  );

  test('is told of a pipe that nobody writes to, and of a socket', async () => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [join(folder, 'a.yaml')]);
    const pipe = await facteur(['explain', 'x@a.example', '--profile', folder]);
    expect(pipe).toMatchObject({ code: 2, err: expect.stringMatching(/a\.yaml {2}.*\(ETIMEDOUT\)/) });
    const server = createServer().listen(join(folder, 'b.yaml'));
    await once(server, 'listening');
    const socket = await facteur(['explain', 'x@a.example', '--profile', join(folder, 'b.yaml')]);
    server.close();
    expect(socket).toMatchObject({ code: 2, err: expect.stringMatching(/b\.yaml {2}.*\(ENODEV\)/) });
  });

  test('is read where it is a pipe with a profile in it, and cut where it does not end', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.yaml'), profile('a', 'a.example'));
    const program = `"${process.execPath}" "${join(root, 'dist/cli/main.js')}" explain x@a.example --profile`;
    const shell = (script: string) =>
      spawnSync('bash', ['-c', script, 'bash', folder], {
        encoding: 'utf8',
        timeout: 60_000,
        env: { ...process.env, LC_ALL: 'C' },
      });
    expect(shell(`${program} <(sleep 0.2; cat "$1/a.yaml")`)).toMatchObject({ status: 0, stderr: '' });
    expect(shell(`${program} /dev/stdin < "$1/a.yaml"`)).toMatchObject({ status: 0, stderr: '' });
    const endless = shell(`${program} <(yes)`);
    expect(endless.status).toBe(2);
    expect(endless.stderr).toMatch(/^\/dev\/fd\/\d+ {2}the file is larger than 1 MB: that is no profile\n$/);
  });
});

describe('a profile that cannot be read', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ['empty', '', /a\.yaml {2}the profile is empty/],
    ['not YAML', 'id: [', /a\.yaml:1:\d+ {2}not valid YAML/],
    ['not UTF-8', Uint8Array.of(0x69, 0x64, 0x3a, 0xe9), /a\.yaml {2}the file is not UTF-8/],
    ['with an unknown key', profile('a', 'a.example', 'pasword: x'), /a\.yaml:10:1 pasword {2}“pasword” is not a key/],
    [
      'with port 0',
      profile('a', 'a.example').replace('security: tls }]', 'security: tls, port: 0 }]'),
      /a\.yaml:8:\d+ incoming\.1\.port {2}port 0 is not a port/,
    ],
    [
      'with port 70000',
      profile('a', 'a.example').replace('security: tls }]', 'security: tls, port: 70000 }]'),
      /port 70000 is not a port \(1–65535\)/,
    ],
    [
      'with a plain-text server',
      profile('a', 'a.example').replace('security: tls }]', 'security: none }]'),
      /a\.yaml:8:\d+ incoming\.1\.security {2}security “none” sends the password in clear.*allowPlainText/,
    ],
  ])('%s is named with file, place and remedy', async (_, content, message) => {
    const { code, err } = await explain('x@a.example', { 'a.yaml': content });
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  test('because no file has such a name is named', async () => {
    const { code, err } = await facteur(['explain', 'x@a.example', '--profile', 'x'.repeat(300)]);
    expect([code, err]).toEqual([2, expect.stringContaining('cannot be read (ENAMETOOLONG)')]);
  });

  test('because it is a folder in the place of a file is named', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'a.yaml'));
    expect(await facteur(['explain', 'x@a.example', '--profile', folder])).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot be read (EISDIR)'),
    });
  });
});
