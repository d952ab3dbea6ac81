import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { templateTexts } from '../../src/cli/template-texts.generated.ts';
import { clients } from '../../src/clients/index.ts';
import type { Account } from '../../src/model/account.ts';
import { fixture, fixtures } from '../fixtures.ts';
import { close, open, startBrowser } from './browser.ts';
import { whenCutShort } from './ending.ts';
import { has } from './programs.ts';

/* Pages of a bundle have the part of our style sheet that they use (scripts/styles.ts): in Chromium nothing of them may look otherwise than with the whole. */
const whole = templateTexts.get('page/style.html')?.replace(/^<style>|<\/style>\n$/g, '') ?? '';

describe.skipIf(!has('chromium'))('the style sheets of pages, in Chromium', () => {
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  let folder: string;
  let withdraw: () => void;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'facteur-styles-'));
    withdraw = whenCutShort(removeFolder);
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    withdraw?.();
    removeFolder();
  });

  test('a part looks as the whole does, on every page, narrow and wide, on screen and on paper', async () => {
    const accounts: Account[] = [
      fixture('plain'),
      ...fixtures()
        .filter(({ name }) => ['whole-provider', 'exchange-only'].includes(name))
        .map(({ account }) => account),
    ];
    const served = {
      device: 'android',
      otherLogin: true,
      url: 'https://x.example/',
      start: 'https://x.example/',
    } as const;
    const bundles = accounts.flatMap((account) => [
      makeBundle(account, clients),
      makeBundle(account, clients, { served }),
    ]);
    const pages = bundles.flatMap(({ account, artifacts }) =>
      artifacts.filter(({ path, format }) => /^[^.]+\.html$/.test(path) && format !== 'administration' && account),
    );
    expect(pages.length).toBeGreaterThan(80);
    const watched = await open(browser, 'about:blank', { bypassCSP: true, viewport: { width: 390, height: 800 } });
    const { page } = watched;
    /** How each element looks; a colour may have another name, and none is told. */
    const looks = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('body, body *')].map((each) =>
          ['', '::before', '::after']
            .map((pseudo) => getComputedStyle(each, pseudo).cssText.replace(/--[\w-]+:[^;]*;/g, ''))
            .join(),
        ),
      );
    for (const { path, bytes } of pages) {
      const file = join(folder, 'page.html');
      writeFileSync(file, bytes());
      for (const [width, media] of [
        [390, 'screen'],
        [1280, 'screen'],
        [800, 'print'],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ media });
        await page.goto(pathToFileURL(file).href);
        const own = await looks();
        await page.evaluate((css) => {
          const [style] = document.querySelectorAll('style');
          if (style) style.textContent = css;
        }, whole);
        const differing = (await looks()).filter((each, index) => each !== own[index]).length;
        expect.soft([path, width, media, differing]).toEqual([path, width, media, 0]);
      }
    }
    await close(watched);
  });
});
