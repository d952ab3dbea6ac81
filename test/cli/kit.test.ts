import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Manifest } from '../../src/sinks/manifest.ts';
import { facteur, temporaryFolder } from './terminal.ts';

const small = ['--kit', 'small', '--out'];
const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('a small kit says which file is for which device, and where guides and letter are', async () => {
  const out = temporaryFolder();
  const { code, err } = await facteur(['generate', 'prenom.nom@cnrs.fr', ...small, out, '--lang', 'en']);
  expect(code).toBe(0);
  for (const said of ['outlook/install.zip', 'apple/cnrs.mobileconfig', 'thunderbird-android/account.k9s'])
    expect(err).toContain(said);
  expect(err).toContain(join(out, 'prenom.nom@cnrs.fr', 'letter.html'));
  expect(err).toContain(join(out, 'guides/cnrs/fr/index.html'));
  expect(err).not.toContain('administrators');
});

test('every link of a kit and of the guides beside it leads to a file', async () => {
  const out = temporaryFolder();
  await facteur(['generate', 'a.b@cnrs.fr', 'c.d@cnrs.fr', ...small, out]);
  expect(readdirSync(out).sort()).toEqual(['a.b@cnrs.fr', 'c.d@cnrs.fr', 'guides']);
  const stray = filesBelow(out)
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/<a[^>]* href="([^"#]+)/g)]
        .map(([, href = '']) => href)
        .filter((href) => !/^(?:https|mailto|tel):/.test(href))
        .filter((href) => !existsSync(join(dirname(file), decodeURIComponent(href))))
        .map((href) => `${file}: ${href}`),
    );
  expect(stray).toEqual([]);
});

test('guides are there once, and are brought up to date without a question, but for what somebody else put there', async () => {
  const out = temporaryFolder();
  const page = join(out, 'guides/cnrs/fr/index.html');
  await facteur(['generate', 'a.b@cnrs.fr', ...small, out]);
  writeFileSync(page, 'an older one');
  expect((await facteur(['generate', 'c.d@cnrs.fr', ...small, out])).code).toBe(0);
  expect(readFileSync(page, 'utf8')).toContain('<!doctype html>');
  const manifest: Manifest = JSON.parse(readFileSync(join(out, 'guides/cnrs/manifest.json'), 'utf8'));
  expect(manifest).toMatchObject({ provider: 'cnrs', left_out: [] });
  expect(manifest.account).toBeUndefined();
  writeFileSync(join(out, 'guides/cnrs/notes.txt'), 'mine');
  const { code, err } = await facteur(['generate', 'e.f@cnrs.fr', ...small, out]);
  expect(code).toBe(2);
  expect(err).toContain('notes.txt');
  expect(existsSync(join(out, 'e.f@cnrs.fr'))).toBe(false);
});

test('a client that has nothing in the small kit is named, with what to do', async () => {
  const out = temporaryFolder();
  const { code, err } = await facteur([
    'generate',
    'a.b@cnrs.fr',
    '--client',
    'evolution',
    ...small,
    out,
    '--lang',
    'en',
  ]);
  expect({ code, there: existsSync(join(out, 'a.b@cnrs.fr')) }).toEqual({ code: 2, there: false });
  expect(err).toContain('evolution');
  expect(err).toContain('--kit full');
});

test('with --json, guides stand beside the bundles', async () => {
  const out = temporaryFolder();
  const { out: answer } = await facteur(['generate', 'a.b@cnrs.fr', ...small, out, '--json', '--dry-run']);
  const { bundles, guides } = JSON.parse(answer);
  expect(bundles).toMatchObject([{ path: join(out, 'a.b@cnrs.fr'), change: 'created' }]);
  expect(guides).toMatchObject([{ path: join(out, 'guides/cnrs'), change: 'created', provider: 'cnrs' }]);
  expect(readdirSync(out)).toEqual([]);
});
