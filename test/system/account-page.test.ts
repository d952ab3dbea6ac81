import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Account, Language } from '../../src/model/account.ts';
import { accountPageScript } from '../../src/pages/onboarding-context.ts';
import { accountPage, renderAccountPages } from '../../src/pages/render-onboarding.ts';
import { providerOf } from '../../src/resolve/mail-domain.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { page as answerOf, headerOf } from '../../src/server/app/answer.ts';
import { texts } from '../../src/words/index.ts';
import { readProfile } from '../fixtures.ts';
import { trials } from '../password/table.ts';
import { accessibilityFaults, close, open, overflow, startBrowser, type Watched } from './browser.ts';
import { whenCutShort } from './ending.ts';
import { has } from './programs.ts';

/*
 * The page about getting the account in Chromium: as a file, as a double click opens it, and from a server that sends the policy as a header too.
 * With FACTEUR_SCREENSHOTS=<folder> it leaves pictures there, to look at.
 */
const member = resolve({ who: 'marie.dupont@cnrs.fr', name: 'Marie Dupont' }, [readProfile('cnrs')]).account;
const student = resolve({ who: 'jeanne.martin@etu.universite.example' }, [readProfile('universite')]).account;
const words = texts('fr').onboarding;

describe.skipIf(!has('chromium'))('the page about getting the account, in Chromium', () => {
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  let folder: string;
  let withdraw: () => void;
  /** What the server was asked for. */
  const asked: string[] = [];
  let browser: Browser;
  let server: Server;
  let origin: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'facteur-account-page-'));
    withdraw = whenCutShort(removeFolder);
    for (const account of [member, student]) {
      for (const { path, bytes } of renderAccountPages(account))
        writeFileSync(join(folder, fileName(account, path)), bytes());
    }
    const page = renderAccountPages(member)[0]?.bytes();
    const scriptHash = accountPageScript(member.provider);
    const sent = answerOf(page ?? new Uint8Array(), 200, { scriptHash });
    const policy = headerOf(sent, 'Content-Security-Policy') ?? '';
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('Content-Security-Policy', policy);
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(request.url === '/account' ? page : '<!doctype html><title>elsewhere</title>');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    // A server that listens on a TCP port has an address of this kind.
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
    withdraw();
    removeFolder();
  });

  const fileOf = (account: Account, path = 'account.html') => pathToFileURL(join(folder, fileName(account, path))).href;

  async function opened<T>(address: string, options: BrowserContextOptions, look: (watched: Watched) => Promise<T>) {
    const watched = await open(browser, address, options);
    try {
      return await look(watched);
    } finally {
      await close(watched);
    }
  }

  describe.each(['as a file', 'from a server with the policy as a header'])('%s', (how) => {
    const address = () => (how === 'as a file' ? fileOf(member) : `${origin}/account`);

    test('judges every password of the table as the function does, and asks for nothing', async () => {
      await opened(address(), {}, async ({ page, requests, complaints }) => {
        const fields = await tried(page);
        await breaches(page);
        asked.length = 0;
        for (const { password, broken, first, last } of trials) {
          await fields.first.fill(first);
          await fields.last.fill(last);
          await fields.password.fill(password);
          const expected = password === '' ? [] : broken;
          expect.soft(await verdicts(page, 'broken'), `${password} of ${first} ${last}`).toEqual(expected);
          const summary = password === '' ? '' : broken.length > 0 ? words.check.some : words.check.all;
          expect.soft(await page.locator('[data-summary]').textContent()).toBe(summary);
        }
        expect(requests).toEqual([address()]);
        expect(asked).toEqual([]);
        expect(complaints).toEqual([]);
        expect(await breaches(page)).toEqual([]);
      });
    });

    test('keeps nothing: no cookie, no storage, and a field that is empty when one comes back', async () => {
      await opened(address(), {}, async ({ page }) => {
        const { password } = await tried(page);
        await password.fill('Orage-sur-le-lac');
        await page.getByRole('button', { name: words.check.show }).click();
        expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
          0,
          0,
          '',
        ]);
        // A file has no other place to go to than itself.
        await page.goto(how === 'as a file' ? fileOf(student) : `${origin}/elsewhere`);
        await page.goBack();
        expect(await password.inputValue()).toBe('');
        expect(await password.getAttribute('type')).toBe('password');
      });
    });
  });

  test('what breaks the policy would be seen', async () => {
    await opened(`${origin}/account`, {}, async ({ page, complaints }) => {
      await breaches(page);
      await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'document.title = "changed"';
        document.body.append(script);
        new Image().src = '/beacon';
      });
      // Each twice: the policy stands in the page and in the header.
      await expect
        .poll(async () => (await breaches(page)).sort())
        .toEqual(['img-src', 'img-src', 'script-src-elem', 'script-src-elem']);
      expect(complaints.length).toBeGreaterThan(0);
      expect(await page.title()).not.toBe('changed');
    });
  });

  test('serves somebody who has a keyboard alone, and tells the verdicts to who does not see them', async () => {
    await opened(fileOf(member), {}, async ({ page }) => {
      const onFold = () => page.evaluate(() => document.activeElement?.matches('.check > summary') ?? false);
      for (let presses = 0; presses < 60 && !(await onFold()); presses++) await page.keyboard.press('Tab');
      expect(await onFold()).toBe(true);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('check-first');
      const { first, last, password } = fieldsOf(page);
      expect([await first.inputValue(), await last.inputValue()]).toEqual(['Marie', 'Dupont']);
      await page.keyboard.type('Anne-Marie');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Dup0nt');
      expect(await verdicts(page, 'broken')).toEqual(['length', 'special', 'names']);
      expect(await verdicts(page, 'kept')).toEqual(['lowercase', 'uppercase', 'characters', 'digitRun']);
      const said = page.locator('li[data-rule="length"]');
      expect(await said.ariaSnapshot()).toContain(`${words.check.broken} ${words.rules.length({ minimumLength: 12 })}`);
      expect([await said.getAttribute('aria-live'), await said.getAttribute('aria-atomic')]).toEqual([
        'polite',
        'true',
      ]);
      // Enter sends nothing anywhere.
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      expect(await password.getAttribute('type')).toBe('text');
      await page.keyboard.press('Space');
      expect(await password.getAttribute('type')).toBe('password');
      expect(page.url()).toBe(fileOf(member));
      expect(await password.inputValue()).toBe('Dup0nt');
    });
  });

  test('without JavaScript has the rules to read, and nothing to type into', async () => {
    await opened(fileOf(member), { javaScriptEnabled: false }, async ({ page }) => {
      for (const rule of ['length', 'lowercase', 'uppercase', 'special', 'characters', 'names', 'digitRun']) {
        expect(await page.locator(`li[data-rule="${rule}"]`).isVisible()).toBe(true);
      }
      expect(await page.locator('input, button, .check, .state').count()).toBe(0);
    });
  });

  test('asks nobody for names where the provider does not mind them', async () => {
    await opened(fileOf(student, 'account.en.html'), {}, async ({ page }) => {
      expect(await page.locator('input').count()).toBe(1);
      await (await tried(page)).password.fill('jeannemartin');
      expect(await verdicts(page, 'broken')).toEqual(['uppercase', 'digit']);
    });
  });

  describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
    test.each([
      { who: member, path: 'account.html', width: 320 },
      { who: member, path: 'account.html', width: 1280 },
      { who: member, path: 'account.en.html', width: 320 },
      { who: student, path: 'account.en.html', width: 1280 },
    ])(
      '$who.address $path breaks no rule of WCAG 2.2 AA at $width px, and needs no scrolling sideways',
      async ({ who, path, width }) => {
        const options = { colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' } as const;
        await opened(fileOf(who, path), options, async ({ page }) => {
          expect(await accessibilityFaults(page)).toEqual([]);
          await (await tried(page)).password.fill('Dup0nt-2022');
          expect(await accessibilityFaults(page)).toEqual([]);
          expect(await overflow(page)).toBe(0);
          const pictures = process.env.FACTEUR_SCREENSHOTS;
          const name = `${who.provider.id}-${path.replaceAll('.', '-')}-${colorScheme}-${width}.png`;
          if (pictures !== undefined) await page.screenshot({ path: join(pictures, name), fullPage: true });
        });
      },
    );
  });

  test('on paper leaves out the password that somebody has typed', async () => {
    await opened(fileOf(member), {}, async ({ page }) => {
      await (await tried(page)).password.fill('Orage-sur-le-lac');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.check').isVisible()).toBe(false);
      expect(await page.locator('li[data-rule="length"]').isVisible()).toBe(true);
      expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    });
  });

  test.each(['fr', 'en'] as const)(
    'without a person, in %s, breaks no rule of WCAG 2.2 AA either',
    async (language: Language) => {
      const provider = providerOf(readProfile('cnrs'));
      const bytes = accountPage({ provider, account: undefined, language, others: [], home: undefined });
      const file = join(folder, `nobody.${language}.html`);
      writeFileSync(file, bytes?.() ?? '');
      await opened(pathToFileURL(file).href, {}, async ({ page }) => {
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await fieldsOf(page).first.inputValue()).toBe('');
      });
    },
  );
});

function fileName({ provider }: Account, path: string): string {
  return `${provider.id}.${path}`;
}

function fieldsOf(page: Page) {
  const field = (name: string) => page.locator(`input[data-field="${name}"]`);
  return { first: field('first'), last: field('last'), password: field('password') };
}

/** Its fields, where the fold that they are in was opened. */
async function tried(page: Page) {
  await page.locator('.check > summary').click();
  return fieldsOf(page);
}

/** The rules with this verdict, in the order of the page; each must be worded as it is marked. */
async function verdicts(page: Page, verdict: 'kept' | 'broken'): Promise<(string | null)[]> {
  const lines = await page
    .locator(`li[data-verdict="${verdict}"]`)
    .evaluateAll((items) =>
      items.map((item) => ({ rule: item.getAttribute('data-rule'), state: item.querySelector('.state')?.textContent })),
    );
  const said = lines.map(({ state }) => state);
  const known = [words.check[verdict], texts('en').onboarding.check[verdict]];
  for (const state of said) expect(known).toContain(state);
  return lines.map(({ rule }) => rule);
}

/** The directives of the policy that the page has broken since the first call. */
function breaches(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const kept = document.documentElement as HTMLElement & { breaches?: string[] };
    if (kept.breaches === undefined) {
      const list: string[] = [];
      kept.breaches = list;
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => list.push(effectiveDirective));
    }
    return kept.breaches;
  });
}
