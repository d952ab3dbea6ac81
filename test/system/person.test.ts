import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { texts } from '../../src/words/index.ts';
import { type Program, startProgram } from '../program/server/program.ts';
import { accessibilityFaults, close, open, overflow, startBrowser } from './browser.ts';
import { has } from './programs.ts';

/*
 * From the address to the file as a person goes, on each device: what is tapped is looked for by what it says, and only on the screen. And what stands before the
 * first thing to do: few words, and little to scroll.
 */
const ADDRESS = 'prenom.nom@cnrs.fr';
const NAME = 'Zoé d’Été';
const languages = ['fr', 'en'] as const;

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };
const AGENTS = {
  iphone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  android:
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  windows:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  mac: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  linux: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
} as const;

/** The program that stands first on each device, and what its first button downloads; on Linux it is one line for the terminal, or steps that need no file. */
const walks = [
  { device: 'iphone', viewport: PHONE, row: /^Mail/, file: /\.mobileconfig$/ },
  { device: 'android', viewport: PHONE, row: /^Thunderbird/, file: /\.k9s$/ },
  { device: 'windows', viewport: DESK, row: /^Outlook/, file: /\.zip$/ },
  { device: 'mac', viewport: DESK, row: /^Mail/, file: /\.mobileconfig$/ },
  { device: 'linux', viewport: DESK, row: /^Evolution/, file: /install\.sh$/ },
] as const;

describe.skipIf(!has('chromium'))('a person, in Chromium', () => {
  let browser: Browser;
  let server: Program;
  beforeAll(async () => {
    [server, browser] = await Promise.all([
      startProgram(['--port', '0', '--rate-limit', '0', '--profile', 'profiles/cnrs.yaml']),
      startBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    server?.process.kill('SIGTERM');
    await server?.ended;
  });

  /** Taps what is seen, and counts. */
  async function tap(page: Page, selector: string, text?: RegExp): Promise<void> {
    const found = page.locator(selector, text === undefined ? {} : { hasText: text }).first();
    expect(await found.isVisible(), selector).toBe(true);
    await found.click();
  }

  test.each(walks.flatMap((walk) => languages.flatMap((lang) => ['', NAME].map((name) => ({ ...walk, lang, name })))))(
    'on $device in $lang, called “$name”, is three taps from the file',
    async ({ device, viewport, row, file, lang, name }) => {
      const options = { userAgent: AGENTS[device], viewport, acceptDownloads: true };
      const watched = await open(browser, `${server.url}/?lang=${lang}`, options);
      const { page, requests, complaints } = watched;
      try {
        await page.fill('#who', ADDRESS);
        if (name !== '') await page.fill('#name', name);
        await tap(page, 'form .go');
        await page.waitForURL(`**/mailbox/${ADDRESS}/additional/**`);
        expect(await page.getAttribute('html', 'lang')).toBe(lang);
        // The likeliest program is the first row of the device that it is read on.
        const first = page.locator('.choices .row').first();
        if (device !== 'linux') expect((await first.innerText()).trim()).toMatch(row);
        await tap(page, '.choices .row', row);
        await page.waitForURL(/\/(?:apple|outlook|thunderbird-android|evolution)\//);
        // On Linux a line for the terminal may stand first: the file is then among the others.
        const button = page.locator('a.go[download], button.go[formaction]').first();
        for (const fold of await page.locator('main details:has(.go)').all())
          if (!(await button.isVisible())) await fold.locator('summary').click();
        const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
        expect(download.suggestedFilename()).toMatch(file);
        const bytes = readFileSync(await download.path());
        if (/mobileconfig$/.test(download.suggestedFilename())) expect(bytes.includes(name)).toBe(true);
        expect(requests.join()).not.toContain('Zo');
        expect(JSON.stringify(server.lines())).not.toMatch(/prenom|Zo/);
        expect(complaints).toEqual([]);
      } finally {
        await close(watched);
      }
    },
  );

  const mailbox = `/mailbox/${ADDRESS}/additional/`;
  /** The most words before the first thing to do, and how far down it may stand. */
  const budgets = [
    { path: '/', words: 25, y: 420 },
    { path: '/?who=a@elsewhere.example', words: 25, y: 420 },
    { path: `${mailbox}index`, words: 20, y: 330 },
    { path: `${mailbox}account`, words: 15, y: 300 },
    { path: '/nothing', words: 20, y: 250 },
  ];

  test.each(
    budgets.flatMap((each) =>
      languages.flatMap((lang) =>
        [PHONE, DESK].map((viewport) => ({ ...each, lang, viewport, width: viewport.width })),
      ),
    ),
  )(
    '$path in $lang at $width px has few words before what is to be done',
    async ({ path, words, y, lang, viewport }) => {
      const userAgent = viewport === PHONE ? AGENTS.iphone : AGENTS.windows;
      const bundled = path.startsWith(mailbox) ? `${path}${lang === 'fr' ? '' : '.en'}.html` : path;
      const url = new URL(bundled, server.url);
      url.searchParams.set('lang', lang);
      const watched = await open(browser, url.href, { userAgent, viewport, bypassCSP: true });
      const { page } = watched;
      try {
        const found = await page.evaluate(() => {
          const main = document.querySelector('main') as HTMLElement;
          const action = main.querySelector('.go, .row') as HTMLElement;
          const before = document.createRange();
          before.setStart(main, 0);
          before.setEndBefore(action);
          const said = before
            .toString()
            .split(/\s+/)
            .filter((word) => /[\p{L}\p{N}]/u.test(word));
          return { words: said.length, y: action.getBoundingClientRect().top + scrollY };
        });
        expect(found.words).toBeLessThanOrEqual(words);
        expect(found.y).toBeLessThanOrEqual(y);
        expect(await overflow(page)).toBe(0);
        expect(await accessibilityFaults(page)).toEqual([]);
        await page.evaluate(() => {
          for (const fold of document.querySelectorAll('main details')) fold.setAttribute('open', '');
        });
        expect(await accessibilityFaults(page)).toEqual([]);
      } finally {
        await close(watched);
      }
    },
  );

  test('who is not known is told so where the address stands, which has the focus', async () => {
    const watched = await open(browser, `${server.url}/?lang=fr`, { viewport: PHONE });
    const { page } = watched;
    try {
      await page.fill('#who', 'a@elsewhere.example');
      await page.keyboard.press('Enter');
      await page.waitForSelector('#who[aria-invalid]');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('who');
      expect(await page.inputValue('#who')).toBe('a@elsewhere.example');
      expect(await page.innerText('h1')).toBe(texts('fr').home.problemTitles.unknown);
    } finally {
      await close(watched);
    }
  });
});
