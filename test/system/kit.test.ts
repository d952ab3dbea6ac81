import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeGuides } from '../../src/bundle/guides.ts';
import { makeKit } from '../../src/bundle/kit.ts';
import { clients } from '../../src/clients/index.ts';
import { fixture, readProfile } from '../fixtures.ts';
import { accessibilityFaults, close, lost, open, overflow, startBrowser } from './browser.ts';
import { whenCutShort } from './ending.ts';
import { has } from './programs.ts';

/** A sheet without the margins that Chromium leaves, in pixels. */
const A4 = { width: 718, height: 1047 };

/* The page of a small kit and guides that are written once, in Chromium, as a double click opens them. */

const guides = makeGuides([readProfile('cnrs')], clients);
const common = guides
  .pagesIn('guides/cnrs')
  .filter(({ path }) => /^(?:fr|en)\/(?:index|outlook\/outlook|apple\/mail-ios|webmail\/webmail)\.html$/.test(path));
const pages = [
  ...(['plain', 'university', 'own-login'] as const).flatMap((name) =>
    makeKit(fixture(name), clients, { guides: name === 'plain' ? '../guides/cnrs' : undefined })
      .artifacts.filter(({ format }) => format === 'overview')
      .map(({ path, bytes }) => ({ path: `${name}/${path}`, bytes })),
  ),
  ...common.map(({ path, bytes }) => ({ path: `guides/${path}`, bytes })),
];

/** What a page of a kit may weigh, packed as a ZIP packs it, and how many elements it may have: with guides beside it, and with all steps in it. */
const BUDGET = { guided: { bytes: 9_500, elements: 500 }, whole: { bytes: 13_000, elements: 1_900 } } as const;

test.each(pages.filter(({ path }) => /^(?:plain|university|own-login)\//.test(path)))(
  '$path keeps to its budget',
  ({ path, bytes }) => {
    const { bytes: mostBytes, elements } = BUDGET[path.startsWith('plain/') ? 'guided' : 'whole'];
    const page = Buffer.from(bytes());
    expect(deflateRawSync(page).length).toBeLessThanOrEqual(mostBytes);
    expect(page.toString().match(/<[a-z]/g)?.length).toBeLessThanOrEqual(elements);
  },
);

describe.skipIf(!has('chromium'))('in Chromium', () => {
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  let folder: string;
  let withdraw: () => void;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'facteur-kit-'));
    withdraw = whenCutShort(removeFolder);
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    withdraw?.();
    removeFolder();
  });

  test.each(pages)(
    '$path breaks no rule of WCAG 2.2 AA, loads nothing, and needs no scrolling sideways',
    async (page) => {
      const file = join(folder, page.path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, page.bytes());
      const url = pathToFileURL(file).href;
      for (const options of [{}, { colorScheme: 'dark' }] as const) {
        const watched = await open(browser, url, { bypassCSP: true, ...options });
        await watched.page.evaluate(() => {
          for (const each of document.querySelectorAll('details')) each.open = true;
        });
        for (const width of [320, 390, 1280]) {
          await watched.page.setViewportSize({ width, height: 844 });
          expect.soft(await overflow(watched.page), `${width} px`).toBe(0);
          if (width !== 320) expect.soft(await accessibilityFaults(watched.page), `${width} px`).toEqual([]);
        }
        expect.soft(watched.requests).toEqual([url]);
        await close(watched);
      }
      const watched = await open(browser, url, { javaScriptEnabled: false });
      expect(watched.complaints).toEqual([]);
      await close(watched);
    },
  );

  test.each(pages.filter(({ path }) => !path.startsWith('guides/')))(
    '$path is printed on one or two pages with all values, and nothing of it is cut',
    async (page) => {
      const file = join(folder, `print-${page.path}`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, page.bytes());
      const watched = await open(browser, pathToFileURL(file).href, { viewport: A4 });
      const values = await watched.page.locator('main > section > table td').all();
      expect(values.length).toBeGreaterThan(5);
      const printed = async () => {
        const pdf = (await watched.page.pdf({ format: 'A4', printBackground: true })).toString('latin1');
        return (pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
      };
      expect(await printed()).toBeLessThanOrEqual(2);
      await watched.page.emulateMedia({ media: 'print' });
      for (const value of values) expect.soft(await value.isVisible(), (await value.textContent()) ?? '').toBe(true);
      expect.soft(await lost(watched.page)).toEqual([]);
      expect.soft(await overflow(watched.page)).toBe(0);
      // With the steps of a device that somebody has unfolded.
      await watched.page.evaluate(() => {
        for (const each of [...document.querySelectorAll('details')].slice(0, 1)) each.open = true;
      });
      expect.soft(await lost(watched.page)).toEqual([]);
      await close(watched);
    },
  );
});
