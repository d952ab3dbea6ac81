import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { decode as decodePng } from 'fast-png';
import type { Browser } from 'playwright-core';
import { decodeQR } from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { clients } from '../../src/clients/index.ts';
import type { Account } from '../../src/model/account.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { fixtures, makeProfile } from '../fixtures.ts';
import { accessibilityFaults, close, lost, open, overflow, startBrowser } from './browser.ts';
import { whenCutShort } from './ending.ts';
import { has } from './programs.ts';

/* The letter and the page for administrators in Chromium, as a double click opens them: nothing of either is served. */

const long = fixtures().find(({ name }) => name === 'long')?.account as Account;

/** An address of 254 characters, a name as long, and a provider with all that a letter can say. */
const extreme = resolve(
  {
    address: long.address,
    name: 'Nom '.repeat(63).trim(),
  },
  [
    makeProfile({
      domains: [long.domain],
      support: {
        name: 'Guichet numérique',
        email: 'guichet@example.org',
        phone: '+33 1 99 00 42 42',
        url: 'https://help.example.org/',
      },
      webmail: 'https://mail.example.org/',
      passwordRecovery: 'https://id.example.org/lost',
    }),
  ],
).account;

/** The same with a login as long for each direction, which are three such values on the sheet; and with a page of theirs on the web. */
const loginOf = (letter: string) => `${letter.repeat(61)}@${`${letter.repeat(60)}.`.repeat(3)}example`.slice(0, 254);
const severalLogins = (more: object) =>
  resolve(
    {
      address: long.address,
      name: 'Nom '.repeat(63).trim(),
      logins: { incoming: loginOf('r'), outgoing: loginOf('s') },
    },
    [
      makeProfile({
        domains: [long.domain],
        login: 'ask',
        support: {
          name: 'Guichet numérique',
          email: 'guichet@example.org',
          phone: '+33 1 99 00 42 42',
          url: 'https://help.example.org/',
        },
        webmail: 'https://mail.example.org/',
        passwordRecovery: 'https://id.example.org/lost',
        ...more,
      }),
    ],
  ).account;

const MANY = 'a'.repeat(60);
const withSite = resolve({ address: `${MANY}@${'b'.repeat(60)}.${'c'.repeat(60)}.example.org`, name: 'Prénom Nom' }, [
  makeProfile({
    domains: [`${'b'.repeat(60)}.${'c'.repeat(60)}.example.org`],
    site: 'https://mail.example.org/facteur',
    login: '{local}@login.example.org',
  }),
]).account;

const letters = [
  ...fixtures(),
  { name: 'the longest', account: extreme },
  { name: 'long, with a site', account: withSite },
  { name: 'two logins, the longest', account: severalLogins({}) },
  { name: 'two logins, the longest, with a portal', account: severalLogins({ portal: 'https://id.example.org/' }) },
].flatMap(({ name, account }) =>
  makeBundle(account, clients, { letters: true })
    .artifacts.filter(({ format }) => format === 'letter')
    .map(({ path, bytes }) => ({ name, path, bytes, account })),
);

describe.skipIf(!has('chromium'))('in Chromium', () => {
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  let folder: string;
  let withdraw: () => void;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'facteur-letter-'));
    withdraw = whenCutShort(removeFolder);
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    withdraw?.();
    removeFolder();
  });

  function placed(name: string, bytes: Uint8Array): string {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    return pathToFileURL(file).href;
  }

  test('each letter is printed on one page of A4, and says so itself', async () => {
    const watched = await open(browser, 'about:blank');
    for (const { name, path, bytes } of letters) {
      await watched.page.goto(placed('letter.html', bytes()));
      const pdf = (await watched.page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
      const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
      const [, width = '', height = ''] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
      const size = [Number(width), Number(height)].map((points) => Math.round((points / 72) * 25.4));
      expect.soft([name, path, pages.length, ...size]).toEqual([name, path, 1, 210, 297]);
      await watched.page.emulateMedia({ media: 'print' });
      // Room for browsers that keep a margin of their own all the same.
      const box = await watched.page.locator('.to').boundingBox();
      const mm = (px = 0) => Math.round((px / 96) * 25.4);
      const main = await watched.page.locator('main').boundingBox();
      expect.soft([mm((box?.x ?? 0) - (main?.x ?? 0)), mm(box?.y), mm(box?.width)], name).toEqual([110, 45, 80]);
      const title = await watched.page.locator('h1').boundingBox();
      expect.soft(mm(title?.y), name).toBeGreaterThanOrEqual(86);
      await watched.page.emulateMedia({ media: 'screen' });
    }
    await close(watched);
  });

  test('links have the colour of the provider, also in the dark, and the code stands at the top of the steps, inside the margins', async () => {
    const letter = letters.find(({ name }) => name === 'university') as (typeof letters)[0];
    for (const colorScheme of ['light', 'dark'] as const) {
      const watched = await open(browser, placed('letter.html', letter.bytes()), {
        colorScheme,
        viewport: { width: 1280, height: 800 },
      });
      const colours = await watched.page
        .locator('a')
        .evaluateAll((links) => links.map((each) => getComputedStyle(each).color));
      const accent = await watched.page.locator('.from svg').evaluate((mark) => getComputedStyle(mark).color);
      expect(colours.length).toBeGreaterThan(2);
      expect(new Set(colours)).toEqual(new Set([accent]));
      const [code, steps, table] = await Promise.all(
        ['svg.qr', 'ol', 'table'].map((each) => watched.page.locator(each).boundingBox()),
      );
      expect(Math.abs((code?.y ?? 0) - (steps?.y ?? 99))).toBeLessThan(2);
      const right = (box: typeof code) => (box?.x ?? 0) + (box?.width ?? 0);
      expect(Math.abs(right(code ?? null) - right(table ?? null))).toBeLessThan(2);
      await close(watched);
    }
  });

  test('the code can be read from the printed picture, also with forced colours and in the dark', async () => {
    for (const options of [{}, { forcedColors: 'active' }, { colorScheme: 'dark' }] as const) {
      for (const { name, path, bytes, account } of letters.filter(({ name }) =>
        ['university', 'long, with a site'].includes(name),
      )) {
        const watched = await open(browser, placed('letter.html', bytes()), { deviceScaleFactor: 3, ...options });
        await watched.page.emulateMedia({ media: 'print' });
        const { width, height, data, channels } = decodePng(await watched.page.locator('svg.qr').screenshot());
        const rgba = new Uint8Array(width * height * 4).fill(255);
        for (let at = 0; at < width * height; at++)
          for (let part = 0; part < 3; part++) rgba[at * 4 + part] = data[at * channels + part] ?? 0;
        const said = decodeQR({ width, height, data: rgba }, { timeLimit: 20_000 });
        const page = path.replace('letter', 'index');
        const site = account.provider.site?.replace(/\/?$/, '/');
        expect.soft(said, name).toBe(`${site}mailbox/${account.address}/${account.role}/${page}`);
        await close(watched);
      }
    }
  });

  test('the letter and the page for administrators break no rule of WCAG 2.2 AA, load nothing and need no scrolling sideways', async () => {
    const { account } = fixtures().find(({ name }) => name === 'university') as (typeof letters)[0];
    const shown = [account, extreme, severalLogins({})].flatMap((each) =>
      makeBundle(each, clients, { letters: true }).artifacts.filter(({ format }) =>
        ['letter', 'administration'].includes(format),
      ),
    );
    for (const { path, bytes } of shown) {
      for (const options of [{}, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
        const url = placed(path, bytes());
        const watched = await open(browser, url, { bypassCSP: true, ...options });
        await watched.page.evaluate(() => {
          for (const each of document.querySelectorAll('details')) each.open = true;
        });
        expect.soft(await accessibilityFaults(watched.page), path).toEqual([]);
        // 640 is what a window of 1280 has left at 200 %.
        for (const width of [320, 640, 1280]) {
          await watched.page.setViewportSize({ width, height: width === 640 ? 400 : 800 });
          expect
            .soft([await overflow(watched.page), await lost(watched.page)], `${path} at ${width} px`)
            .toEqual([0, []]);
        }
        expect.soft(watched.requests, path).toEqual([url]);
        await close(watched);
      }
      const watched = await open(browser, placed(path, bytes()));
      expect.soft(watched.complaints, path).toEqual([]);
      await close(watched);
    }
  });
});
