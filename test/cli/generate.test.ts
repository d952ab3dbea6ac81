import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clients } from '../../src/clients/index.ts';
import type { Manifest } from '../../src/sinks/manifest.ts';
import { facteur, temporaryFolder } from './terminal.ts';

const cnrs = 'prenom.nom@ods.services';
const folderOf = (out: string) => join(out, 'prenom.nom@cnrs.fr');
const readManifest = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('a bundle', () => {
  test('is the same whether the address or the login is given', async () => {
    const out = temporaryFolder();
    expect((await facteur(['generate', cnrs, '--out', out])).code).toBe(0);
    const again = await facteur(['generate', 'prenom.nom@cnrs.fr', '--out', out]);
    expect(again).toMatchObject({ code: 0, err: expect.stringContaining('unchanged') });
    expect(readdirSync(out)).toEqual(['prenom.nom@cnrs.fr']);
  });

  test('has a manifest that names every file with its size and digest, and nothing else is there', async () => {
    const out = temporaryFolder();
    await facteur(['generate', cnrs, '--out', out]);
    const manifest = readManifest(folderOf(out));
    expect(manifest).toMatchObject({
      provider: 'cnrs',
      account: { address: 'prenom.nom@cnrs.fr', login: cnrs, role: 'additional' },
    });
    for (const { path, sha256, bytes } of manifest.artifacts) {
      const content = readFileSync(join(folderOf(out), path));
      expect(content.length).toBe(bytes);
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    }
    const named = [...manifest.artifacts.map(({ path }) => path), 'manifest.json'].map((path) =>
      join(folderOf(out), path),
    );
    expect(filesBelow(folderOf(out)).sort()).toEqual(named.sort());
  });

  test('says for every client what it made, or why it made nothing', async () => {
    const out = temporaryFolder();
    await facteur(['generate', 'pop@example.org', '--profile', popProfile(out), '--out', join(out, 'x')]);
    const { artifacts, left_out: leftOut } = readManifest(join(out, 'x', 'pop@example.org'));
    for (const client of clients) {
      // `pop.yaml` has no Exchange, so a format for that does not apply.
      for (const format of client.formats('en').filter(({ applies }) => applies === undefined)) {
        const made = artifacts.filter((each) => each.client === client.id && each.format === format.id).length;
        const reasons = leftOut.filter((each) => each.client === client.id && each.format === format.id);
        expect(made > 0 ? 1 : reasons.length).toBe(1);
        for (const { reason } of reasons) expect(reason).toMatch(/^\S.{20,}$/u);
      }
    }
  });

  test('holds no password and no word for one to fill in', async () => {
    const out = temporaryFolder();
    await facteur(['generate', cnrs, '--out', out]);
    for (const file of filesBelow(out)) {
      expect(readFileSync(file, 'latin1')).not.toMatch(/<password>|<key>(Incoming|Outgoing)?Password<|"password"\s*:/i);
    }
  });

  test('is made for one client where only that is asked for', async () => {
    const out = temporaryFolder();
    expect((await facteur(['generate', cnrs, '--client', 'thunderbird', '--out', out])).code).toBe(0);
    const used = new Set(readManifest(folderOf(out)).artifacts.map(({ client }) => client));
    expect([...used].sort()).toEqual(['facteur', 'thunderbird']);
  });

  test('takes name, role and language from the options', async () => {
    const out = temporaryFolder();
    await facteur(['generate', cnrs, '--name', 'Zoé <&> Nom', '--role', 'primary', '--lang', 'en', '--out', out]);
    expect(readManifest(folderOf(out)).account?.role).toBe('primary');
    expect(readFileSync(join(folderOf(out), 'index.html'), 'utf8')).toMatch(
      /<html lang="en"[\s\S]*Zoé &lt;&amp;&gt; Nom/,
    );
  });

  test('goes for several people into a folder each, and for one person named twice into one', async () => {
    const out = temporaryFolder();
    const { code } = await facteur(['generate', cnrs, 'prenom.nom@cnrs.fr', 'marie.curie@cnrs.fr', '--out', out]);
    expect(code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['marie.curie@cnrs.fr', 'prenom.nom@cnrs.fr']);
  });

  test('has a letter where one is asked for, which is told', async () => {
    const out = temporaryFolder();
    const { code, err } = await facteur(['generate', cnrs, '--letters', '--out', out], 'fr');
    expect(code).toBe(0);
    const letters = readManifest(folderOf(out)).artifacts.filter(({ format }) => format === 'letter');
    expect(letters.map(({ path, audience }) => [path, audience])).toEqual([
      ['letter.html', 'user'],
      ['letter.en.html', 'user'],
    ]);
    expect(err).toContain(join(folderOf(out), 'letter.html'));
    expect(err).toContain(join(folderOf(out), 'admin.html'));
    expect((await facteur(['generate', cnrs, '--letters=no', '--out', out])).code).toBe(2);
  });

  test('has a folder name without any character that a file system or shell reads otherwise', async () => {
    const out = temporaryFolder();
    expect((await facteur(['generate', 'a/b*c?d|e@cnrs.fr', '--out', out])).code).toBe(0);
    expect(readdirSync(out)).toEqual(['a%2Fb%2Ac%3Fd%7Ce@cnrs.fr']);
  });
});

describe('what is said', () => {
  test('is which file to open on each device, on standard error; standard output stays for answers', async () => {
    const out = temporaryFolder();
    const { out: answer, err } = await facteur(['generate', cnrs, '--out', out]);
    expect(answer).toBe('');
    for (const word of ['Windows', 'Mac', 'Linux', 'Android', 'iPhone']) expect(err).toContain(word);
    expect(err).toContain(cnrs);
    for (const path of err.match(/^ {4}\S+\/\S+$/gm) ?? [])
      expect(existsSync(join(folderOf(out), path.trim()))).toBe(true);
  });

  test('is one JSON document with --json', async () => {
    const out = temporaryFolder();
    const answer = JSON.parse((await facteur(['generate', cnrs, '--json', '--out', out])).out);
    expect(answer.bundles).toHaveLength(1);
    expect(answer.bundles[0]).toMatchObject({ path: folderOf(out), change: 'created', provider: 'cnrs' });
  });

  test('is French in a French terminal', async () => {
    const { err } = await facteur(['generate', cnrs, '--out', temporaryFolder()], 'fr');
    expect(err).toContain('identifiant');
  });

  test('names the example when nobody is named', async () => {
    const { code, err } = await facteur(['generate', '--out', temporaryFolder()]);
    expect(code).toBe(0);
    expect(err).toContain(cnrs);
  });
});

describe('an existing folder', () => {
  test('with the same bytes is left as it is', async () => {
    const out = temporaryFolder();
    await facteur(['generate', cnrs, '--out', out]);
    const before = statSync(folderOf(out)).mtimeMs;
    expect((await facteur(['generate', cnrs, '--out', out])).code).toBe(0);
    expect(statSync(folderOf(out)).mtimeMs).toBe(before);
  });

  test('with other bytes is refused, and replaced with --force', async () => {
    const out = temporaryFolder();
    await facteur(['generate', cnrs, '--out', out]);
    const page = join(folderOf(out), 'index.html');
    writeFileSync(page, 'mine');
    const refused = await facteur(['generate', cnrs, '--out', out]);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('--force') });
    expect(refused.err.split('\n')).toHaveLength(1);
    expect(readFileSync(page, 'utf8')).toBe('mine');
    expect((await facteur(['generate', cnrs, '--out', out, '--force'])).err).toContain('replaced');
    expect(readFileSync(page, 'utf8')).not.toBe('mine');
  });

  test('loses what an earlier bundle had and this one has not, with --force', async () => {
    const out = temporaryFolder();
    await facteur(['generate', cnrs, '--out', out]);
    expect((await facteur(['generate', cnrs, '--client', 'thunderbird', '--out', out])).code).toBe(2);
    expect((await facteur(['generate', cnrs, '--client', 'thunderbird', '--out', out, '--force'])).code).toBe(0);
    expect(readdirSync(folderOf(out)).sort()).toEqual([
      'account.en.html',
      'account.html',
      'admin.en.html',
      'admin.html',
      'index.en.html',
      'index.html',
      'manifest.json',
      'thunderbird',
    ]);
  });

  test('with a file that is not ours is never replaced', async () => {
    const out = temporaryFolder();
    await facteur(['generate', cnrs, '--out', out]);
    writeFileSync(join(folderOf(out), 'diary.txt'), 'mine');
    const { code, err } = await facteur(['generate', cnrs, '--name', 'X', '--out', out, '--force']);
    expect(code).toBe(2);
    expect(err).toContain('diary.txt');
    expect(readFileSync(join(folderOf(out), 'diary.txt'), 'utf8')).toBe('mine');
  });

  test('stops the whole run before anything is written', async () => {
    const out = temporaryFolder();
    writeFileSync(join(out, 'marie.curie@cnrs.fr'), 'a file');
    expect((await facteur(['generate', cnrs, 'marie.curie@cnrs.fr', '--out', out])).code).toBe(2);
    expect(readdirSync(out)).toEqual(['marie.curie@cnrs.fr']);
  });
});

describe('bad input', () => {
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown domain', ['nobody@nowhere.example'], /nowhere\.example.*--profile/],
    [
      'an address of another provider',
      ['jeanne.martin@universite.example', '--profile', 'cnrs'],
      /universite\.example.*--profile/,
    ],
    ['a malformed address', ['prenom nom@cnrs.fr'], /space before the @ — write prenom\.nom@cnrs\.fr/],
    ['an empty address', [''], /address is missing/],
    ['a bare login without a profile', ['jdupont'], /--profile/],
    ['an unknown client', [cnrs, '--client', 'pegasus'], /“pegasus” — known: .*thunderbird/],
    ['an unknown profile', [cnrs, '--profile', 'nope'], /“nope” — known: cnrs, universite/],
    ['an unknown option', [cnrs, '--nmae', 'x'], /unknown option or argument: nmae/],
    ['an unknown role', [cnrs, '--role', 'main'], /--role.*"additional", "primary"/],
    ['an unknown language', [cnrs, '--lang', 'de'], /--lang.*"fr", "en"/],
    ['an option without its value', [cnrs, '--name'], /--name needs a value/],
    ['an option that is given twice', [cnrs, '--out', 'a', '--out', 'b'], /--out is given twice/],
    ['one name for two people', [cnrs, 'marie.curie@cnrs.fr', '--name', 'X'], /--name fits one person/],
    ['a name with a line break', [cnrs, '--name', 'a\nb'], /line break/],
    ['an empty output', [cnrs, '--out', ''], /--out is empty/],
    ['a ZIP for one person', [cnrs, '--out', 'x.zip'], /ZIP files are for lists/],
  ];
  test.each(cases)('%s is one line, exit code 2, and nothing is written', async (_, args, message) => {
    const out = join(temporaryFolder(), 'new');
    const {
      code,
      out: answer,
      err,
    } = await facteur(['generate', ...args, ...(args.includes('--out') ? [] : ['--out', out])]);
    expect(code).toBe(2);
    expect(answer).toBe('');
    expect(err).toMatch(message);
    expect(err.split('\n')).toHaveLength(1);
    expect(existsSync(out)).toBe(false);
  });

  test('of several people is told at once, a line each', async () => {
    const { code, err } = await facteur([
      'generate',
      'a b@cnrs.fr',
      cnrs,
      'x@nowhere.example',
      '--out',
      temporaryFolder(),
    ]);
    expect(code).toBe(2);
    expect(err.split('\n')).toHaveLength(2);
  });

  test('an output below a file cannot be written, and nothing stays', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const { code, err } = await facteur(['generate', cnrs, '--out', join(folder, 'file', 'out')]);
    expect(code).toBe(2);
    expect(err).toMatch(/cannot be written \(ENOTDIR\).*--out/);
    expect(readdirSync(folder)).toEqual(['file']);
  });

  test('a dangling link in the place of the bundle is not followed', async () => {
    const out = temporaryFolder();
    symlinkSync(join(out, 'elsewhere'), folderOf(out));
    expect(await facteur(['generate', cnrs, '--out', out])).toMatchObject({
      code: 2,
      err: expect.stringContaining('not a folder'),
    });
    expect(existsSync(join(out, 'elsewhere'))).toBe(false);
  });

  test.each([
    ['apple', 'apple/profile: an Apple profile cannot say', 1],
    // It has pages of steps only, and each says why it has none.
    ['android', 'Nothing could be made', 0],
  ])('%s, asked for by name, cannot carry the account: a no, with the reason', async (client, reason, leftOut) => {
    const folder = temporaryFolder();
    const profile = join(folder, 'oauth.yaml');
    const server = 'host: mail.example.org, security: tls, authentication: [oauth2]';
    writeFileSync(
      profile,
      `id: o\nname: O\nshortName: O\norganization: O\nidentifier: org.example\nlanguages: [en]\ndomains: [example.org]
incoming: [{ protocol: imap, ${server} }]\noutgoing: [{ ${server} }]\n`,
    );
    const out = join(folder, 'x');
    const { code, err } = await facteur([
      'generate',
      'o@example.org',
      '--profile',
      profile,
      '--client',
      client,
      '--out',
      out,
    ]);
    expect(code).toBe(1);
    expect(err).toContain(reason);
    expect(readManifest(join(out, 'o@example.org')).left_out).toHaveLength(leftOut);
  });
});

describe('--dry-run', () => {
  test('writes nothing and says what would be written', async () => {
    const out = join(temporaryFolder(), 'new');
    const { code, err } = await facteur(['generate', cnrs, '--dry-run', '--out', out]);
    expect(code).toBe(0);
    expect(err).toContain('would be written');
    expect(existsSync(out)).toBe(false);
  });

  test('finds the folder that must not be touched', async () => {
    const out = temporaryFolder();
    mkdirSync(folderOf(out));
    writeFileSync(join(folderOf(out), 'x'), '');
    expect((await facteur(['generate', cnrs, '--dry-run', '--out', out])).code).toBe(2);
    rmSync(join(folderOf(out), 'x'));
  });
});

function popProfile(folder: string): string {
  const file = join(folder, 'pop.yaml');
  writeFileSync(
    file,
    `id: pop\nname: Pop\nshortName: Pop\norganization: Pop\nidentifier: org.example\nlanguages: [en]
domains: [example.org]\nincoming: [{ protocol: pop3, host: pop.example.org, security: tls }]
outgoing: [{ host: smtp.example.org, security: tls }]\n`,
  );
  return file;
}
