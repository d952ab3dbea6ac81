import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Program, startProgram } from '../program/server/program.ts';
import { accessibilityFaults, close, open, overflow, startBrowser, type Watched } from './browser.ts';
import { has } from './programs.ts';

/*
 * A guide's page as a person opens it: how much stands before the first thing to do, on the device that it is for and on another.
 */
const ADDRESS = 'prenom.nom@cnrs.fr';
/** A phone is led to a name that it can reach, which 127.0.0.1 is not. */
const HOST = 'mail.cnrs.example';
const AGENTS = {
  windows:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  linux: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  macos:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
  iphone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
  firefoxIphone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/140.0 Mobile/15E148 Safari/605.1.15',
  appIphone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS]',
  android:
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
} as const;

/** @param words how many may stand before the first action, from the beginning of the page's own part @param top where it may begin, in pixels */
interface Case {
  readonly what: string;
  readonly path: string;
  readonly on: keyof typeof AGENTS;
  readonly width: 390 | 1280;
  readonly first: string;
  readonly words: number;
  readonly top: number;
}

const GO = 'main a.go:not(.second)';
const STEP = '#steps > li';
const cases: readonly Case[] = [
  {
    what: 'the profile on an iPhone',
    path: 'apple/mail-ios',
    on: 'iphone',
    width: 390,
    first: GO,
    words: 15,
    top: 262,
  },
  {
    what: 'the address for Safari in another browser',
    ...{ path: 'apple/mail-ios', on: 'firefoxIphone', width: 390, first: '.alert .copy', words: 35, top: 520 },
  },
  {
    what: 'the address for Safari inside an app',
    ...{ path: 'apple/mail-ios', on: 'appIphone', width: 390, first: '.alert .copy', words: 35, top: 520 },
  },
  {
    what: 'the code for the iPhone on a computer',
    ...{ path: 'apple/mail-ios', on: 'windows', width: 1280, first: '.code svg', words: 15, top: 305 },
  },
  { what: 'the profile on a Mac', path: 'apple/mail-macos', on: 'macos', width: 1280, first: GO, words: 15, top: 279 },
  {
    what: 'the first step in Thunderbird',
    ...{ path: 'thunderbird/thunderbird', on: 'windows', width: 1280, first: STEP, words: 15, top: 279 },
  },
  {
    what: 'the settings on an Android phone',
    ...{ path: 'thunderbird-android/thunderbird-android', on: 'android', width: 390, first: GO, words: 15, top: 262 },
  },
  {
    what: 'the code for Thunderbird on a computer',
    ...{
      path: 'thunderbird-android/thunderbird-android',
      on: 'windows',
      width: 1280,
      first: '.code svg',
      words: 15,
      top: 304,
    },
  },
  {
    what: 'the installer for Evolution',
    ...{ path: 'evolution/evolution', on: 'linux', width: 1280, first: GO, words: 15, top: 279 },
  },
  { what: 'the webmail', path: 'webmail/webmail', on: 'iphone', width: 390, first: GO, words: 10, top: 262 },
];

describe.skipIf(!has('chromium'))('the pages of the guides, in Chromium', () => {
  let browser: Browser;
  let server: Program;

  beforeAll(async () => {
    const options = ['--port', '0', '--rate-limit', '0', '--canonical-host', HOST];
    [server, browser] = await Promise.all([startProgram(options), startBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    server?.process.kill('SIGTERM');
    await server?.ended;
  });

  type Options = Parameters<typeof open>[2];
  async function opened<T>(
    { path, on }: Pick<Case, 'path' | 'on'>,
    options: Options,
    look: (watched: Watched) => Promise<T>,
  ) {
    const url = `${server.url}/mailbox/${ADDRESS}/additional/${path}.html`;
    const watched = await open(browser, url, { userAgent: AGENTS[on], reducedMotion: 'reduce', ...options });
    try {
      return await look(watched);
    } finally {
      await close(watched);
    }
  }

  test.each(cases)('$what comes first, in both languages', async ({ path, on, width, first, words, top }) => {
    const viewport = { width, height: width === 390 ? 844 : 800 };
    for (const each of [path, `${path}.en`]) {
      await opened({ path: each, on }, { viewport }, async ({ page, complaints }) => {
        const found = await before(page, first);
        expect.soft(found.words, `${each}: words before it`).toBeLessThanOrEqual(words);
        expect.soft(found.top, `${each}: top of it`).toBeLessThanOrEqual(top);
        expect.soft(await page.locator('#steps > li').count(), `${each}: steps`).toBeLessThanOrEqual(3);
        expect.soft(await page.locator('main details[open]').count(), each).toBe(0);
        expect.soft(complaints, each).toEqual([]);
      });
    }
  });

  test.each(cases.filter((_, index) => index % 2 === 0))(
    '$what breaks no rule of WCAG 2.2 AA with every fold open, in the light, in the dark and in colours of one’s own, and is lost nowhere',
    async (each) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await opened(each, { colorScheme, viewport: { width: each.width, height: 844 } }, async ({ page }) => {
          await page.evaluate(() => {
            for (const fold of document.querySelectorAll('details')) fold.open = true;
          });
          expect.soft(await accessibilityFaults(page), colorScheme).toEqual([]);
          for (const width of [320, 640]) {
            await page.setViewportSize({ width, height: 844 });
            expect.soft(await overflow(page), `${width} px`).toBe(0);
          }
        });
      }
      await opened(each, { forcedColors: 'active' }, async ({ page }) => {
        const codes = page.locator('svg.qr').first();
        if ((await codes.count()) === 0) return;
        expect(await codes.evaluate((code) => getComputedStyle(code).forcedColorAdjust)).toBe('none');
      });
    },
  );

  test.each([true, false])('folds are closed and say the same (JavaScript: %s)', async (javaScriptEnabled) => {
    const [, , , , , thunderbird] = cases;
    await opened(thunderbird as Case, { javaScriptEnabled }, async ({ page }) => {
      expect(await page.locator('summary').count()).toBeGreaterThan(3);
      expect(await page.locator('#by-hand').isVisible()).toBe(false);
      await page.locator('summary').first().click();
      expect(await page.locator('#by-hand').isVisible()).toBe(true);
      // (Numbers have none.)
      const buttons = await page.locator('.copy + button').count();
      expect(buttons > 5).toBe(javaScriptEnabled);
      if (!javaScriptEnabled) expect(buttons).toBe(0);
    });
  });

  test('closed folds are not on paper', async () => {
    await opened({ path: 'apple/mail-ios', on: 'windows' }, {}, async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('details:visible').count()).toBe(0);
      expect(await page.locator('#steps').isVisible()).toBe(true);
      expect(await page.locator('table').isVisible()).toBe(true);
    });
  });

  test('a value is copied by a keyboard alone, which sees where it is, and that is announced', async () => {
    const [, , , , , thunderbird] = cases;
    const options = { permissions: ['clipboard-read', 'clipboard-write'] };
    await opened(thunderbird as Case, options, async ({ page }) => {
      const button = page.locator('#steps .login .copy + button').first();
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate(() => {
          const element = document.activeElement as Element;
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        });
        expect(focused).toBe(true);
        if (await button.evaluate((each) => each === document.activeElement)) break;
      }
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('[role="status"]').textContent()).toContain('prenom.nom@ods.services');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('prenom.nom@ods.services');
    });
  });

  test('on a phone, the page of a computer’s program says where to open it', async () => {
    await opened({ path: 'evolution/evolution', on: 'iphone' }, {}, async ({ page }) => {
      const value = page.locator('main .copy').first();
      expect(await value.textContent()).toBe(`https://${HOST}/?who=${ADDRESS}`);
    });
  });

  test('an iPad, which calls itself a Mac, is led to its page and has the file there', async () => {
    await opened({ path: 'apple/mail-macos', on: 'macos' }, {}, async ({ page }) => {
      await page.locator('main a[href="mail-ios.html"]').click();
      await page.waitForURL('**/mail-ios.html');
      expect(await page.locator('main a[download]:visible').first().getAttribute('href')).toBe('cnrs.mobileconfig');
    });
  });
});

/** What stands before that element in the page's own part: how many words, and how far down it begins. */
function before(page: Page, selector: string): Promise<{ words: number; top: number }> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const range = document.createRange();
      range.setStart(document.querySelector('main') as Element, 0);
      range.setEndBefore(element);
      const words = range
        .toString()
        .split(/\s+/)
        .filter((each) => /[\p{L}\p{N}]/u.test(each));
      return { words: words.length, top: element.getBoundingClientRect().top + scrollY };
    });
}
