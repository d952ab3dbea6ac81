import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { clients } from '../../src/clients/index.ts';
import type { Role } from '../../src/model/account.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { texts } from '../../src/words/index.ts';
import { readProfile } from '../fixtures.ts';
import { type Program, startProgram } from '../program/server/program.ts';
import { accessibilityFaults, close, lost, open, overflow, startBrowser, type Watched } from './browser.ts';
import { whenCutShort } from './ending.ts';
import { has } from './programs.ts';

/*
 * Every page for people in Chromium, as `facteur serve` answers it; and as files, as a double click opens them. One file for the one server and the one
 * browser that all of it needs.
 */
const ADDRESS = 'prenom.nom@cnrs.fr';
const LOGIN = 'prenom.nom@ods.services';
const roles = ['additional', 'primary'] as const satisfies readonly Role[];
const bundles = Object.fromEntries(
  roles.map((role) => [role, makeBundle(resolve({ who: ADDRESS, role }, [readProfile('cnrs')]).account, clients)]),
);
/** A server has the page for administrators for nobody. */
const html = (role: Role) =>
  (bundles[role]?.artifacts ?? [])
    .map(({ path }) => path)
    .filter((path) => path.endsWith('.html') && !path.startsWith('admin.'));
const isEnglish = (path: string) => path.endsWith('.en.html');

/** The pages of one language that belong to no mailbox, those with a mistake among them. */
const common = (lang: string) => [
  `/?lang=${lang}`,
  `/?lang=${lang}&who=prenom%20nom%40cnrs.fr&role=primary`,
  `/?lang=${lang}&who=${encodeURIComponent(`${'a'.repeat(60)}@${'b'.repeat(60)}.example`)}`,
  `/mailbox/${ADDRESS}/additional/outlook/outlook-1997.html?lang=${lang}`,
  `/account?lang=${lang}`,
  `/account/cnrs?lang=${lang}`,
  `/account/universite?lang=${lang}`,
  `/mailbox/jeanne.martin@universite.example/additional/?lang=${lang}`,
];

const pagesOf = (lang: 'fr' | 'en', role: Role) => [
  ...common(lang),
  ...html(role)
    .filter((path) => isEnglish(path) === (lang === 'en'))
    .map((path) => `/mailbox/${ADDRESS}/${role}/${path}`),
];

/** Each page in each language, in both colours; the roles change places, as their pages are of the same make. */
const passes = [
  { lang: 'fr', role: 'additional', colorScheme: 'light', width: 1280 },
  { lang: 'fr', role: 'primary', colorScheme: 'dark', width: 390 },
  { lang: 'en', role: 'primary', colorScheme: 'light', width: 320 },
  { lang: 'en', role: 'additional', colorScheme: 'dark', width: 1280 },
] as const;

const DESKTOP =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

describe.skipIf(!has('chromium'))('the pages for people, in Chromium', () => {
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  let folder: string;
  let withdraw: () => void;
  let browser: Browser;
  let server: Program;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'facteur-pages-'));
    withdraw = whenCutShort(removeFolder);
    [server, browser] = await Promise.all([startProgram(['--port', '0', '--rate-limit', '0']), startBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    server?.process.kill('SIGTERM');
    await server?.ended;
    withdraw?.();
    removeFolder();
  });

  async function opened<T>(address: string, options: BrowserContextOptions, look: (watched: Watched) => Promise<T>) {
    const watched = await open(browser, address, { userAgent: DESKTOP, ...options });
    try {
      return await look(watched);
    } finally {
      await close(watched);
    }
  }

  test.each(passes)(
    'every page in $lang for the role $role in $colorScheme colours at $width px breaks no rule of WCAG 2.2 AA, loads nothing, and loses nothing when it is narrow or its letters are large',
    async ({ lang, role, colorScheme, width }) => {
      const size = { width, height: 900 };
      const options = { colorScheme, viewport: size, reducedMotion: 'reduce' } as const;
      const todo = pagesOf(lang, role);
      expect(todo.length).toBeGreaterThan(25);
      const look = async () => {
        await opened(server.url, options, async ({ page, requests, complaints }) => {
          for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
            const before = requests.length;
            const said = complaints.length;
            await page.setViewportSize(size);
            await page.goto(new URL(path, server.url).href);
            // The browser complains of a status of 400 or 404; that page is what a person shall see.
            const others = complaints.slice(said).filter((each) => !/status of 40[04]/.test(each));
            expect.soft(others, path).toEqual([]);
            const asked = requests.slice(before).map((url) => new URL(url).pathname);
            expect.soft(asked.at(-1), path).toBe(new URL(page.url()).pathname);
            expect.soft(asked.filter((each) => !each.startsWith('/mailbox/')).length, path).toBeLessThanOrEqual(1);
            expect.soft(await page.getAttribute('html', 'lang'), path).toBe(lang);
            expect.soft(await accessibilityFaults(page), path).toEqual([]);
            await openFolds(page);
            expect.soft(await accessibilityFaults(page), `${path} with every fold open`).toEqual([]);
            for (const narrow of [320, 640]) {
              await page.setViewportSize({ width: narrow, height: 800 });
              expect.soft([await overflow(page), await lost(page)], `${path} at ${narrow} px`).toEqual([0, []]);
            }
            // A browser's own setting for letters of twice the size, in a window of half the width of a desktop.
            await page.evaluate(() => {
              document.documentElement.style.fontSize = '200%';
            });
            expect.soft([await overflow(page), await lost(page)], `${path} with large letters`).toEqual([0, []]);
          }
        });
      };
      await Promise.all([look(), look(), look()]);
    },
  );

  test('a style that is not ours does not hold', async () => {
    await opened(server.url, {}, async ({ page, complaints }) => {
      const display = await page.evaluate(() => {
        const style = document.createElement('style');
        style.textContent = 'h1 { display: none }';
        document.head.append(style);
        return getComputedStyle(document.querySelector('h1') as Element).display;
      });
      expect(display).toBe('block');
      expect(complaints.join()).toContain('style-src');
    });
  });

  test.each([true, false])(
    'a keyboard alone leads from the address to the file, and shows where it is (JavaScript: %s)',
    async (javaScriptEnabled) => {
      await opened(
        `${server.url}/?lang=fr`,
        { javaScriptEnabled, acceptDownloads: true },
        async ({ page, complaints }) => {
          await tabTo(page, '#who');
          await page.keyboard.type(LOGIN);
          await page.keyboard.press('Enter');
          await page.waitForURL(`**/mailbox/${ADDRESS}/additional/index.html`);
          expect(await page.locator('main section[id]').first().getAttribute('id')).toBe('windows');
          await tabTo(page, 'a[href="outlook/outlook.html"]');
          await page.keyboard.press('Enter');
          await page.waitForURL('**/outlook/outlook.html');
          await tabTo(page, 'a[href="install.zip"]');
          const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
          expect(download.suggestedFilename()).toBe('install.zip');
          const made = bundles.additional?.artifacts.find(({ path }) => path === 'outlook/install.zip')?.bytes();
          expect(readFileSync(await download.path()).equals(made ?? new Uint8Array())).toBe(true);
          expect(complaints).toEqual([]);
        },
      );
    },
  );

  test('without JavaScript pages say the same as with it, but for the buttons that copy', async () => {
    const sample = pagesOf('fr', 'additional').filter((path, index) => !/account/.test(path) && index % 3 === 0);
    const read = (javaScriptEnabled: boolean) =>
      opened(server.url, { javaScriptEnabled }, async ({ page }) => {
        const said: string[] = [];
        let copied = 0;
        for (const path of sample) {
          await page.goto(new URL(path, server.url).href);
          await openFolds(page);
          const buttons = page.locator('.copy + button');
          copied += await buttons.count();
          await buttons.evaluateAll((all) => {
            for (const each of all) each.remove();
          });
          said.push(await page.locator('body').innerText());
        }
        expect(copied > sample.length).toBe(javaScriptEnabled);
        if (!javaScriptEnabled) expect(copied).toBe(0);
        return said;
      });
    const [withIt, without] = await Promise.all([read(true), read(false)]);
    expect(without).toEqual(withIt);
  });

  test.skipIf(!has('pdftotext')).each([
    { path: 'index.html', title: texts('fr').overview.title, rows: ['imap.cnrs.fr', 'smtp.cnrs.fr', '993', '587'] },
    { path: 'outlook/outlook.html', title: ADDRESS, rows: ['imap.cnrs.fr', 'smtp.cnrs.fr', '993', '587'] },
    { path: 'android/gmail.html', title: ADDRESS, rows: ['imap.cnrs.fr', 'smtp.cnrs.fr'] },
    { path: 'account.html', title: 'Obtenir votre compte', rows: ['https://gaia.cnrs.fr'] },
  ])('$path on paper stands alone', async ({ path, title, rows }) => {
    await opened(`${server.url}/mailbox/${ADDRESS}/additional/${path}`, { colorScheme: 'dark' }, async ({ page }) => {
      // What is open is printed.
      if (path === 'index.html') await page.locator('#by-hand > summary').click();
      const pdf = join(folder, `${path.replaceAll('/', '-')}.pdf`);
      writeFileSync(pdf, await page.pdf({ format: 'A4', printBackground: true }));
      const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
      // A heading may be longer than a line.
      const [first = ''] = text.split('\f');
      for (const part of [...title.split(/\s/), ADDRESS, LOGIN]) expect(first).toContain(part);
      for (const row of rows) expect(text).toContain(row);
      // What leads somewhere else on a screen leads nowhere on paper.
      expect(text).not.toMatch(/English|‹|Aller au contenu|Choisissez votre appareil|Sur cette page/);
      await page.emulateMedia({ media: 'print' });
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('tr, .steps > li, .fields')].filter(
          (each) => getComputedStyle(each).breakInside !== 'avoid',
        ),
      );
      expect(cut).toEqual([]);
      // In the dark a browser prints dark letters on white, too.
      expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
      // Where a link leads to a site, its address can be read: it may be broken, and is in its order without the columns.
      const raw = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');
      const unread = await page
        .locator('a[href^="http"]:visible')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      expect(unread.filter((href) => !raw.includes(href))).toEqual([]);
    });
  });

  test('files that a double click opens ask for nothing but themselves, and break no rule either', async () => {
    for (const { path, bytes } of bundles.additional?.artifacts ?? []) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes());
    }
    const sample = [
      'index.html',
      'index.en.html',
      'thunderbird/thunderbird.html',
      'webmail/webmail.en.html',
      'admin.html',
    ];
    for (const path of sample) {
      const address = pathToFileURL(join(folder, path)).href;
      await opened(address, { viewport: { width: 320, height: 700 } }, async ({ page, requests, complaints }) => {
        expect([requests, complaints]).toEqual([[address], []]);
        await openFolds(page);
        expect(await accessibilityFaults(page), path).toEqual([]);
        expect([await overflow(page), await lost(page)], path).toEqual([0, []]);
        const broken = await page.locator('a:not([href^="http"]):not([href^="#"])').evaluateAll((links) =>
          // Every link of our own type is one to a file. (HTML Standard, a.href)
          links.map((link) => (link as HTMLAnchorElement).href),
        );
        const known = new Set(bundles.additional?.artifacts.map((each) => pathToFileURL(join(folder, each.path)).href));
        expect(broken.filter((href) => !known.has(href))).toEqual([]);
      });
    }
  });

  test('where a person has colours of their own, choices and fields keep their edges', async () => {
    await opened(`${server.url}/?lang=fr`, { forcedColors: 'active' }, async ({ page }) => {
      const widths = await page
        // The buttons of the languages are links to whoever looks.
        .locator('main button, #who')
        .evaluateAll((all) => all.map((each) => getComputedStyle(each).borderTopStyle));
      expect(widths).toEqual(['solid', 'solid']);
    });
  });
});

/** As a person opens them one by one, those within others too. */
function openFolds(page: Page): Promise<void> {
  return page.locator('details').evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute('open', '');
  });
}

/** Presses Tab until that element has the focus; it, and every one before, must be seen to have it. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate((wanted) => {
      const element = document.activeElement;
      if (element === null || element === document.body) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { top, bottom } = element.getBoundingClientRect();
      const seen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      const inWindow = bottom > 0 && top < innerHeight;
      return { html: element.outerHTML.slice(0, 120), seen, inWindow, there: element.matches(wanted) };
    }, selector);
    expect(focus).toMatchObject({ seen: true, inWindow: true });
    if (focus?.there === true) return;
  }
  throw new Error(`no number of tabs leads to ${selector}`);
}
