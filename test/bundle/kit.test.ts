import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { makeKit } from '../../src/bundle/kit.ts';
import { clients } from '../../src/clients/index.ts';
import type { Account } from '../../src/model/account.ts';
import { ordinarily } from '../../src/prepare/prepared.ts';
import { fixture, fixtures } from '../fixtures.ts';
import { bundleOf } from '../made.ts';

const MOST_FILES = 35;
const MOST_BYTES = 60_000;

/** The kits of everybody: in each language, with guides beside it and without. */
const kits = fixtures().flatMap(({ name, account }) =>
  account.provider.languages.flatMap((language) =>
    [undefined, '../guides/example'].map((guides) => ({
      name: `${name}, ${language}, ${guides ? 'with guides' : 'alone'}`,
      account: { ...account, language },
      guides,
    })),
  ),
);

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe.each(kits)('the small kit of $name', ({ account, guides }) => {
  const kit = makeKit(account, clients, { guides });
  const files = kit.artifacts.map(({ path, bytes, ...facts }) => ({ ...facts, path, bytes: bytes() }));
  const paths = new Set(files.map(({ path }) => path));

  test('is small', () => {
    expect(files.length).toBeLessThan(MOST_FILES);
    expect(files.reduce((sum, { bytes }) => sum + deflateRawSync(bytes).length, 0)).toBeLessThan(MOST_BYTES);
  });

  test('begins with its page, has a letter, and nothing for administrators', () => {
    expect(files[0]?.path).toBe('index.html');
    expect(paths).toContain('letter.html');
    expect(files.filter(({ audience }) => audience !== 'user')).toEqual([]);
  });

  test('links to its own files, to the guides, to the web, and to nothing that is not there', () => {
    for (const { path, bytes } of files.filter(({ mediaType }) => mediaType.startsWith('text/html'))) {
      const text = textOf(bytes);
      const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      const hrefs = [...text.matchAll(/<a[^>]* href="([^"]+)"/g)].map(([, href = '']) => href);
      const stray = hrefs.filter((href) => {
        if (/^(?:https|mailto|tel):/.test(href)) return false;
        if (href.startsWith('#')) return !ids.has(href.slice(1));
        if (guides !== undefined && href.startsWith(`${guides}/`)) return false;
        return !paths.has(decodeURIComponent(href));
      });
      expect({ path, stray }).toEqual({ path, stray: [] });
    }
  });

  test('has every file that somebody may open on its page', () => {
    const page = textOf(files[0]?.bytes ?? new Uint8Array());
    const found = files.filter(({ mediaType, format }) => !mediaType.startsWith('text/html') && format !== 'qr-png');
    expect(found.filter(({ path }) => !page.includes(`href="${encodeURI(path)}"`)).map(({ path }) => path)).toEqual([]);
    if (paths.has('thunderbird-android/account-qr.png')) expect(page).toContain('src="data:image/png;base64,');
  });
});

test.each(fixtures())('the files in the small kit of $name are those of the bundle, byte for byte', ({ account }) => {
  const bundle = bundleOf(account);
  for (const { path, format, bytes, ...facts } of makeKit(account, clients).artifacts) {
    if (format === 'overview' || format === 'letter') continue;
    const same = bundle.at(path);
    expect({ path, ...facts }).toEqual({
      ...{ path, client: same?.client, mediaType: same?.mediaType, audience: same?.audience },
    });
    expect(Buffer.compare(bytes(), same?.bytes() ?? new Uint8Array())).toBe(0);
  }
});

test('a file is found by its path alone', () => {
  const kit = makeKit(fixture('plain'), clients);
  for (const { path, bytes } of kit.artifacts)
    expect(Buffer.compare(kit.at(path)?.bytes() ?? new Uint8Array(), bytes())).toBe(0);
  expect(kit.at('outlook/install.ps1')).toBeUndefined();
});

test('a profile is signed, and its page does not speak of one that is not', () => {
  const kit = makeKit(fixture('plain'), clients, { sign: (bytes) => new Uint8Array([...bytes, 0]) });
  const profile = kit.at('apple/cnrs.mobileconfig');
  expect(profile?.signed).toBe(true);
  expect(profile?.bytes().at(-1)).toBe(0);
  expect(textOf(kit.at('index.en.html')?.bytes() ?? new Uint8Array())).not.toContain('Not Signed');
});

test('fewer clients have a smaller kit', () => {
  const only = (id: string) => clients.filter((client) => client.id === id);
  const paths = makeKit(fixture('plain'), only('apple')).artifacts.map(({ path }) => path);
  expect(paths).toEqual(['index.html', 'index.en.html', 'letter.html', 'letter.en.html', 'apple/cnrs.mobileconfig']);
});

test('whoever comes after the first is given the same by preparing', () => {
  const like = (index: number): Account => {
    const account = fixture('plain');
    const local = `jean.${'x'.repeat(index)}${index}`;
    const login = `${local}@ods.services`;
    return {
      ...{ ...account, local, login, name: `Jean N${'o'.repeat(index)}m` },
      ...{ address: `${local}@cnrs.fr`, displayAddress: `${local}@cnrs.fr` },
      incoming: account.incoming.map((each) => ({ ...each, login })),
      outgoing: account.outgoing.map((each) => ({ ...each, login })),
    };
  };
  for (let index = 1; index < 12; index++) {
    const made = makeKit(like(index), clients).artifacts.map(({ path, bytes }) => ({ path, bytes: bytes() }));
    const alone = ordinarily(() => makeKit(like(index), clients).artifacts.map(({ bytes }) => bytes()));
    const differ = made.filter(({ bytes }, at) => Buffer.compare(bytes, alone[at] ?? new Uint8Array()) !== 0);
    expect(differ.map(({ path }) => path)).toEqual([]);
  }
});

test('leads with each of its links by hand to the way by hand', () => {
  const { account } = { account: fixture('plain') };
  const page = textOf(
    makeKit(account, clients, { guides: '../guides/cnrs' }).artifacts[0]?.bytes() ?? new Uint8Array(),
  );
  const links = [...page.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].filter(([, , text = '']) =>
    /à la main/i.test(text),
  );
  expect(links.length).toBeGreaterThan(2);
  for (const [, href] of links) expect(href).toMatch(/#by-hand$/);
});
