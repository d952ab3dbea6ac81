import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow } from '../../src/sinks/folder.ts';
import type { Manifest } from '../../src/sinks/manifest.ts';
import { makeProfile } from '../fixtures.ts';
import { facteur, temporaryFolder } from './terminal.ts';

/** A profile file with these values. */
function profileWith(values: Parameters<typeof makeProfile>[0]): string {
  const file = join(temporaryFolder(), 'made.yaml');
  // JSON is YAML.
  writeFileSync(file, JSON.stringify(makeProfile(values)));
  return file;
}

function bytesIn(folder: string): Map<string, string> {
  return new Map([...filesBelow(folder)].sort().map((path) => [path, readFileSync(join(folder, path), 'latin1')]));
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
}

const config = 'mail/config-v1.1.xml';

describe('facteur publish', () => {
  test('writes the configuration of each domain at the places where programs ask, with variables for the login', async () => {
    const out = join(temporaryFolder(), 'site');
    const { code, err } = await facteur(['publish', '--profile', 'cnrs', '--out', out]);
    expect(code, err).toBe(0);
    const places = [
      `hosts/autoconfig.cnrs.fr/${config}`,
      `hosts/autoconfig.cnrs.fr/.well-known/autoconfig/${config}`,
      `hosts/cnrs.fr/.well-known/autoconfig/${config}`,
      'hosts/autoconfig.cnrs.fr/v1.1/cnrs.fr',
    ];
    for (const place of places) {
      const text = readFileSync(join(out, place), 'utf8');
      expect(text).toContain('<username>%EMAILLOCALPART%@ods.services</username>');
      expect(text).toContain('<hostname>imap.cnrs.fr</hostname>');
    }
  });

  test('says in manifest.json what every file is, to the byte, and what is left out', async () => {
    const out = join(temporaryFolder(), 'site');
    await facteur(['publish', '--profile', 'universite', '--out', out]);
    const manifest = manifestIn(out);
    expect(manifest.provider).toBe('universite');
    expect(new Set(manifest.artifacts.map(({ path }) => path))).toEqual(
      new Set([...filesBelow(out)].filter((path) => path !== 'manifest.json')),
    );
    for (const { path, sha256, bytes } of manifest.artifacts) {
      const content = readFileSync(join(out, path));
      expect([content.length, createHash('sha256').update(content).digest('hex')], path).toEqual([bytes, sha256]);
    }
    for (const format of ['autodiscover', 'profile', 'mailbox'])
      expect(manifest.left_out.map((each) => each.format)).toContain(format);
  });

  test('has the PACC document with the digest that dns writes', async () => {
    const out = join(temporaryFolder(), 'site');
    const args = ['universite.example', '--profile', 'universite', '--server', 'config.universite.example'];
    const published = JSON.parse((await facteur(['publish', ...args, '--out', out, '--json'])).out);
    const document = readFileSync(
      join(out, 'hosts/ua-auto-config.universite.example/.well-known/user-agent-configuration.json'),
    );
    const digest = createHash('sha256').update(document).digest('base64');
    expect(published.records).toEqual([
      { name: '_ua-auto-config.universite.example.', type: 'TXT', text: `v=UAAC1; a=sha256; d=${digest}` },
    ]);
    const { domains } = JSON.parse((await facteur(['dns', ...args, '--json'])).out);
    expect(domains[0].records).toContainEqual(expect.objectContaining(published.records[0]));
  });

  test('leaves out what no file can say, with the reason, and never writes a wrong login in its place', async () => {
    const asks = profileWith({ domains: ['asks.example'], login: 'ask' });
    const lower = profileWith({ id: 'lower', domains: ['lower.example'], login: '{local|lower}@ods.services' });
    for (const [profile, domain, reason] of [
      [asks, 'asks.example', /no rule gives the login/],
      [lower, 'lower.example', /lower/],
    ] as const) {
      const out = join(temporaryFolder(), 'site');
      const answer = await facteur(['publish', '--profile', profile, '--out', out, '--json']);
      const { artifacts, left_out: leftOut, warnings } = JSON.parse(answer.out);
      expect(artifacts.filter((each: { client: string; format: string }) => each.format === 'isp')).toEqual([]);
      expect(leftOut).toContainEqual({
        client: 'thunderbird',
        format: 'isp',
        domain,
        reason: expect.stringMatching(reason),
      });
      expect(warnings).toEqual([expect.objectContaining({ code: 'site.nothing' })]);
      for (const [path, text] of bytesIn(join(out, 'hosts'))) expect(text, path).not.toMatch(/<username>|%EMAIL/);
    }
  });

  test('shows people how their address becomes the login, on every page', async () => {
    const out = join(temporaryFolder(), 'site');
    await facteur(['publish', '--profile', 'cnrs', '--out', out]);
    const pages = join(out, 'hosts/autoconfig.cnrs.fr/cnrs');
    for (const language of ['fr', 'en']) {
      for (const page of ['index.html', 'thunderbird/thunderbird.html', 'apple/mail-ios.html']) {
        const text = readFileSync(join(pages, language, page), 'utf8').replaceAll('<wbr>', '');
        expect(text, page).toMatch(/prenom\.nom@cnrs\.fr.*prenom\.nom@ods\.services/);
        expect(text).not.toContain('<form');
        expect(text).not.toMatch(/own page|propre page/);
      }
    }
    // The server answers, so Thunderbird finds it by itself; and there are the steps for a first mailbox, too.
    const thunderbird = readFileSync(join(pages, 'en/thunderbird/thunderbird.html'), 'utf8');
    expect(thunderbird).toContain('../../../cnrs_primary/en/thunderbird/thunderbird.html');
    expect(existsSync(join(out, 'hosts/autoconfig.cnrs.fr/cnrs_primary/en/thunderbird/thunderbird.html'))).toBe(true);
  });

  test('keeps domains apart that have another rule or other servers, and puts together those that have not', async () => {
    const profile = profileWith({
      domains: [
        'example.org',
        'example.net',
        { name: 'own.example', login: '{local}' },
        { name: 'servers.example', incoming: [{ protocol: 'imap', host: 'imap.servers.example', security: 'tls' }] },
      ],
      site: 'https://www.example.org/mail',
    });
    const out = join(temporaryFolder(), 'site');
    const { code, err } = await facteur(['publish', '--profile', profile, '--out', out]);
    expect(code, err).toBe(0);
    const below = join(out, 'hosts/www.example.org/mail');
    expect(readdirSync(below).filter((name) => !/\.html$|primary|v1/.test(name))).toEqual([
      ...['example', 'example_2', 'example_3'],
    ]);
    const home = readFileSync(join(below, 'index.html'), 'utf8');
    expect(home).toContain('@example.org, @example.net');
    expect(readFileSync(join(out, `hosts/autoconfig.own.example/${config}`), 'utf8')).toContain(
      '<username>%EMAILLOCALPART%</username>',
    );
    expect(readFileSync(join(out, `hosts/autoconfig.servers.example/${config}`), 'utf8')).toContain(
      'imap.servers.example',
    );
  });

  test('writes the steps once for domains whose servers are named after them, and says how', async () => {
    const server = { host: 'mail.{domain}', security: 'tls' } as const;
    const profile = profileWith({
      domains: ['one.example', 'two.example', 'three.example'],
      incoming: [{ protocol: 'imap', ...server }],
      outgoing: [server],
      site: 'https://www.example.org',
    });
    const out = join(temporaryFolder(), 'site');
    await facteur(['publish', '--profile', profile, '--out', out]);
    const below = join(out, 'hosts/www.example.org');
    expect(readdirSync(below).filter((name) => !/\.html$|primary|v1/.test(name))).toEqual(['example']);
    expect(
      readFileSync(join(below, 'example/en/thunderbird/thunderbird.html'), 'utf8').replaceAll('<wbr>', ''),
    ).toContain('mail.one.example, with the domain of your address in the place of one.example');
    for (const domain of ['one', 'two', 'three'])
      expect(readFileSync(join(out, `hosts/autoconfig.${domain}.example/${config}`), 'utf8')).toContain(
        `<hostname>mail.${domain}.example</hostname>`,
      );
  });

  test('gives the same bytes anywhere and in every language of its user, and says so the second time', async () => {
    const [one, other] = [join(temporaryFolder(), 'a'), join(temporaryFolder(), 'b/c')];
    expect((await facteur(['publish', '--out', one], 'en')).code).toBe(0);
    expect((await facteur(['publish', '--out', other], 'fr')).code).toBe(0);
    expect(bytesIn(other)).toEqual(bytesIn(one));
    const again = await facteur(['publish', '--out', one, '--json']);
    expect(JSON.parse(again.out)).toMatchObject({ change: 'unchanged', created: [], replaced: [], removed: [] });
  });

  test('ends with commands that work when they are pasted', async () => {
    const profile = profileWith({ domains: ['example.org', 'xn--lves-9oa.example'] });
    const { err } = await facteur(['publish', '--profile', profile, '--out', join(temporaryFolder(), 'site')]);
    const commands = [...err.matchAll(/^ {4}facteur (.*)$/gm)].map(([, line = '']) => line.split(' '));
    expect(commands.map(([command]) => command)).toEqual(['dns', 'check']);
    const answer = await facteur(commands[0] ?? []);
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(answer.out).toContain('ua-auto-config');
    // Of files, nobody is led to Autodiscover.
    expect(answer.out).not.toMatch(/ (?:CNAME|SRV) .*\n.*Outlook/);
    // People read names as they write them.
    expect(err).toContain('élves.example');
  });

  test('--dry-run writes nothing and says what it would', async () => {
    const out = join(temporaryFolder(), 'site');
    const { code, out: text } = await facteur(['publish', '--profile', 'cnrs', '--out', out, '--dry-run', '--json']);
    expect([code, existsSync(out)]).toEqual([0, false]);
    expect(JSON.parse(text)).toMatchObject({ dry_run: true, change: 'created' });
  });

  test('wants wildcards named, and writes what is named', async () => {
    const profile = profileWith({ domains: ['*.example.edu'] });
    const out = join(temporaryFolder(), 'site');
    const all = await facteur(['publish', '--profile', profile, '--out', out]);
    expect([all.code, all.err]).toEqual([2, expect.stringContaining('facteur publish physics.example.edu')]);
    expect((await facteur(['publish', 'physics.example.edu', '--profile', profile, '--out', out])).code).toBe(0);
    expect(existsSync(join(out, `hosts/autoconfig.physics.example.edu/${config}`))).toBe(true);
  });

  test.each([
    [['--server', 'https://config.example.org/'], /write config\.example\.org/],
    [['nobody.example'], /no profile has the domain/],
    [['--out', ' '], /empty/],
  ])('%j is one line, and nothing is written', async (args, message) => {
    const folder = temporaryFolder();
    const { code, err } = await facteur([
      'publish',
      '--profile',
      'cnrs',
      ...(args.includes('--out') ? [] : ['--out', join(folder, 'x')]),
      ...args,
    ]);
    expect([code, err.split('\n').length, err]).toEqual([2, 1, expect.stringMatching(message)]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a site that is there already', () => {
  const change = async (out: string, ...more: readonly string[]) =>
    facteur([
      'publish',
      '--profile',
      profileWith({ domains: ['example.org'], login: '{local}@other.example' }),
      '--out',
      out,
      ...more,
    ]);
  const first = async () => {
    const out = join(temporaryFolder(), 'site');
    await facteur(['publish', '--profile', profileWith({ domains: ['example.org', 'gone.example'] }), '--out', out]);
    return out;
  };

  test('is replaced with --force only, file by file; what is not of it stays and is named', async () => {
    const out = await first();
    const before = bytesIn(out);
    writeFileSync(join(out, 'robots.txt'), 'mine');
    writeFileSync(join(out, 'hosts/autoconfig.example.org/logo.png'), 'mine');
    mkdirSync(join(out, 'certificates'));
    expect(await change(out)).toMatchObject({ code: 2, err: expect.stringMatching(/--force/) });
    for (const [path, text] of before) expect(readFileSync(join(out, path), 'latin1')).toBe(text);
    const { code, out: text, err } = await change(out, '--force', '--json');
    expect(code, err).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      change: 'replaced',
      kept: ['certificates/', 'hosts/autoconfig.example.org/logo.png', 'robots.txt'],
      removed: expect.arrayContaining([`hosts/autoconfig.gone.example/${config}`]),
    });
    expect(err).toContain('robots.txt');
    expect(readFileSync(join(out, 'hosts/autoconfig.example.org/logo.png'), 'utf8')).toBe('mine');
    expect(readFileSync(join(out, `hosts/autoconfig.example.org/${config}`), 'utf8')).toContain('@other.example');
    expect(readdirSync(join(out, 'hosts'))).not.toContain('autoconfig.gone.example');
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('is like one that was never anything else', async () => {
    const out = await first();
    await change(out, '--force');
    const fresh = join(temporaryFolder(), 'fresh');
    await change(fresh);
    expect(bytesIn(out)).toEqual(bytesIn(fresh));
  });

  test('what stands in the way and is somebody else’s is never replaced, and nothing else is then', async () => {
    const out = join(temporaryFolder(), 'site');
    mkdirSync(out);
    writeFileSync(join(out, 'nginx.conf'), 'mine');
    const { code, err } = await change(out, '--force');
    expect([code, err]).toEqual([2, expect.stringContaining('nginx.conf')]);
    expect(readdirSync(out)).toEqual(['nginx.conf']);
  });

  test('a link in it leads nowhere that is written to', async () => {
    const [out, elsewhere] = [await first(), temporaryFolder()];
    rmSync(join(out, 'hosts/example.org'), { recursive: true });
    symlinkSync(elsewhere, join(out, 'hosts/example.org'));
    expect((await change(out, '--force')).code).toBe(2);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test('what its manifest says of files that it did not make is not believed', async () => {
    const out = await first();
    const victim = join(out, '..', 'victim');
    writeFileSync(victim, 'mine');
    writeFileSync(join(out, 'mine.txt'), 'mine');
    const manifest = manifestIn(out);
    const [like] = manifest.artifacts;
    const sha256 = createHash('sha256').update('mine').digest('hex');
    const more = [
      { ...like, path: '../victim', sha256 },
      { ...like, path: 'mine.txt' },
    ];
    writeFileSync(
      join(out, 'manifest.json'),
      JSON.stringify({ ...manifest, artifacts: [...manifest.artifacts, ...more] }),
    );
    expect((await change(out, '--force')).code).toBe(0);
    expect([readFileSync(victim, 'utf8'), readFileSync(join(out, 'mine.txt'), 'utf8')]).toEqual(['mine', 'mine']);
  });

  test('a bundle of a person is none', async () => {
    const folder = temporaryFolder();
    await facteur(['generate', 'prenom.nom@cnrs.fr', '--client', 'msmtp', '--out', folder]);
    const out = join(folder, 'prenom.nom@cnrs.fr');
    const before = bytesIn(out);
    expect((await change(out, '--force')).code).toBe(2);
    expect(bytesIn(out)).toEqual(before);
  });
});
