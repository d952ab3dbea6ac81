import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeGuides } from '../../src/bundle/guides.ts';
import { makeKit } from '../../src/bundle/kit.ts';
import { clients } from '../../src/clients/index.ts';
import { fixture, readProfile } from '../fixtures.ts';
import { accessibilityFaults, close, open, overflow, startBrowser } from './browser.ts';
import { whenCutShort } from './ending.ts';
import { has } from './programs.ts';

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
});
