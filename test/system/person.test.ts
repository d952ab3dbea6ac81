import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { texts } from '../../src/words/index.ts';
import { type Program, startProgram } from '../program/server/program.ts';
import { accessibilityFaults, close, open, overflow, startBrowser } from './browser.ts';
import { whenCutShort } from './ending.ts';
import { has } from './programs.ts';

/*
 * From the address to the file as a person goes, on each device: what is tapped is looked for by what it says, and only on the screen. And what stands before the
 * first thing to do: few words, and little to scroll.
 */
const ADDRESS = 'prenom.nom@cnrs.fr';
const NAME = 'Zoé d’Été';
/** Whose login no rule gives. */
const ASKED = 'toto.j@free.example';
const LOGIN = 'm0123456';
const FREE = `id: free
name: Courrier libre
shortName: Libre
organization: Libre
identifier: org.example.free
languages: [fr, en]
domains: [free.example]
login: ask
incoming: [{ protocol: imap, host: imap.free.example, port: 993, security: tls }]
outgoing: [{ host: smtp.free.example, port: 465, security: tls }]
`;
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
  let folder: string;
  let withdraw: () => void;
  let server: Program;
  /** Of the provider that has to ask. */
  let asking: Program;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'facteur-person-'));
    withdraw = whenCutShort(() => rmSync(folder, { recursive: true, force: true }));
    const profile = join(folder, 'free.yaml');
    writeFileSync(profile, FREE);
    const serve = (file: string) =>
      startProgram(['--port', '0', '--rate-limit', '0', '--log-level', 'debug', '--profile', file]);
    [server, asking, browser] = await Promise.all([serve('profiles/cnrs.yaml'), serve(profile), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    for (const each of [server, asking]) each?.process.kill('SIGTERM');
    await Promise.all([server?.ended, asking?.ended]);
    withdraw?.();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Taps what is seen, and counts. */
  async function tap(page: Page, selector: string, text?: RegExp): Promise<void> {
    const found = page.locator(selector, text === undefined ? {} : { hasText: text }).first();
    expect(await found.isVisible(), selector).toBe(true);
    await found.click();
  }

  /** From the first page to the one of the mailbox, as a person types. */
  async function begin(page: Page, { address, name }: Pick<Who, 'address' | 'name'>): Promise<void> {
    await page.fill('#who', address);
    if (name !== '') await page.fill('#name', name);
    await tap(page, 'form .go');
    await page.waitForURL(`**/mailbox/${address}/additional/**`);
    if (address !== ASKED) return;
    await page.fill('#login', LOGIN);
    await tap(page, 'form .go');
    await page.waitForSelector('.choices .row');
  }

  const posts = (at: Program) => at.lines().filter(({ method }) => method === 'POST').length;

  interface Who {
    readonly address: string;
    readonly name: string;
    readonly taps: string;
  }

  /** The question for the login is one tap more. */
  const people: readonly Who[] = [
    { address: ADDRESS, name: '', taps: 'three taps' },
    { address: ADDRESS, name: NAME, taps: 'three taps' },
    { address: ASKED, name: '', taps: 'three taps and a question' },
    { address: ASKED, name: NAME, taps: 'three taps and a question' },
  ];

  test.each(walks.flatMap((walk) => languages.flatMap((lang) => people.map((who) => ({ ...walk, lang, ...who })))))(
    'on $device in $lang, $address called “$name” is $taps from the file',
    async ({ device, viewport, row, file, lang, address, name }) => {
      const at = address === ASKED ? asking : server;
      const options = { userAgent: AGENTS[device], viewport, acceptDownloads: true };
      const watched = await open(browser, `${at.url}/?lang=${lang}`, options);
      const { page, requests, complaints } = watched;
      try {
        await begin(page, { address, name });
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
        if (/mobileconfig$/.test(download.suggestedFilename())) {
          expect(bytes.includes(name)).toBe(true);
          if (address === ASKED) expect(bytes.includes(`<string>${LOGIN}</string>`)).toBe(true);
        }
        expect(requests.join()).not.toMatch(/Zo|m0123456/);
        expect(JSON.stringify(at.lines())).not.toMatch(/prenom|toto|Zo|m0123456/);
        expect(complaints).toEqual([]);
      } finally {
        await close(watched);
      }
    },
  );

  test.each(people.filter(({ address, name }) => address === ASKED || name !== ''))(
    '$address called “$name” goes back from a program as from any page, with what was typed, and nothing is sent again',
    async ({ address, name }) => {
      const at = address === ASKED ? asking : server;
      const watched = await open(browser, `${at.url}/?lang=fr`, { viewport: DESK, userAgent: AGENTS.windows });
      const { page } = watched;
      const typed = address === ASKED ? LOGIN : name;
      try {
        await begin(page, { address, name });
        await tap(page, '.choices .row', /^Outlook/);
        await page.waitForURL('**/outlook/outlook.html**');
        await tap(page, '.languages button');
        await page.waitForURL('**/outlook/outlook.en.html**');
        const sent = posts(at);
        expect(sent).toBeGreaterThan(2);
        for (const [url, title] of [
          ['**/outlook/outlook.html**', texts('fr').guides.back],
          ['**/additional/**', texts('fr').overview.title],
        ] as const) {
          await page.goBack();
          await page.waitForURL(url);
          expect(await page.locator('main').innerText()).toContain(title);
          expect(await page.locator('main').textContent()).toContain(typed);
        }
        // The page that asked for the login, where there was one, and the first page, which is asked for as any.
        if (address === ASKED) {
          await page.goBack();
          await page.waitForSelector('#login');
        }
        await page.goBack();
        await page.waitForSelector('#who');
        expect(posts(at)).toBe(sent);
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

  test.each([true, false])(
    'who turns to another language keeps what is typed, and Enter goes on from there (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const watched = await open(browser, `${asking.url}/?lang=fr`, { viewport: PHONE, javaScriptEnabled });
      const { page, requests } = watched;
      try {
        await page.fill('#who', ASKED);
        await page.fill('#name', NAME);
        await tap(page, '.languages button:not(.skip)');
        await page.waitForSelector('html[lang=en] #who');
        expect([await page.inputValue('#who'), await page.inputValue('#name')]).toEqual([ASKED, NAME]);
        await page.press('#who', 'Enter');
        await page.waitForSelector('html[lang=en] #login');
        await page.fill('#login', LOGIN);
        await tap(page, '.languages button:not(.skip)');
        await page.waitForSelector('html[lang=fr] #login');
        expect(await page.inputValue('#login')).toBe(LOGIN);
        await page.press('#login', 'Enter');
        await page.waitForSelector('html[lang=fr] .choices .row');
        const text = await page.locator('main').textContent();
        for (const each of [NAME, LOGIN]) expect(text).toContain(each);
        expect(requests.join()).not.toMatch(/Zo|m0123456/);
      } finally {
        await close(watched);
      }
    },
  );

  test.each([
    { script: 'Hebrew', name: 'משה כהן (2)', login: 'משה.כהן7' },
    { script: 'Arabic', name: 'ليلى 3', login: 'ليلى_9' },
  ])('a name in $script leaves what stands beside it in its order', async ({ name, login }) => {
    const watched = await open(browser, `${asking.url}/?lang=fr`, { viewport: DESK, bypassCSP: true });
    const { page } = watched;
    try {
      await page.fill('#who', ASKED);
      await page.fill('#name', name);
      await tap(page, 'form .go');
      await page.waitForSelector('#login');
      await page.fill('#login', login);
      await tap(page, 'form .go');
      await page.waitForSelector('.choices .row');
      for (const each of [name, login]) {
        const inOrder = await page.evaluate(besideValues, each);
        expect(inOrder.length).toBeGreaterThan(0);
        expect(inOrder).not.toContain(false);
      }
      // What the test can see: without the direction of their own, they turn it around.
      await page.addStyleTag({ content: '.copy { unicode-bidi: normal !important }' });
      expect(await page.evaluate(besideValues, name)).toContain(false);
    } finally {
      await close(watched);
    }
  });
});

/** The values of the page that have this in them, and whether what is written behind each of them, which has no direction of its own, stands right of it and in its order. */
function besideValues(written: string) {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  return [...document.querySelectorAll('.copy')]
    .filter(({ textContent }) => textContent.includes(written))
    .map((value) => {
      const behind = document.createTextNode(' (1)');
      value.after(behind);
      const lefts = [1, 2, 3].map((index) => {
        const range = document.createRange();
        range.setStart(behind, index);
        range.setEnd(behind, index + 1);
        return range.getBoundingClientRect().left;
      });
      const edges = [value.getBoundingClientRect().right, ...lefts];
      return edges.every((edge, index) => index === 0 || edge >= (edges[index - 1] ?? 0));
    });
}
