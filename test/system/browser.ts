import type { AxeResults } from 'axe-core';
import axe from 'axe-core';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Debian's Chromium, and what a test asks of a page in it. */

/** Starts it; `close()` ends it and takes its folder away, and so does the end of this process. */
export function startBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    timeout: 60_000,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}

/** What a page does that it should not; the lists grow while it lives. */
export interface Watched {
  readonly page: Page;
  /** The addresses of everything that was asked for, the page's own first; what the page has in itself (data:) is none of it. */
  readonly requests: readonly string[];
  /** Messages of the browser about the page: mistakes of scripts, breaches of its Content-Security-Policy. */
  readonly complaints: readonly string[];
}

/** Opens an address in a fresh context with these options (viewport, colours, no JavaScript …). Close `page.context()` afterwards. */
export async function open(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ locale: 'fr-FR', ...options });
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.push(request.url());
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(address, { timeout: 30_000 });
  return { page, requests, complaints };
}

/** Closes a page with all that belongs to it. */
export function close({ page }: Watched): Promise<void> {
  const context: BrowserContext = page.context();
  return context.close();
}

/** What axe finds against WCAG 2.2 AA: a line for each rule and place. The page must have been opened with `bypassCSP`, or its policy stops axe. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  // Playwright hands on what axe.run gives, as JSON; axe's types say what that is.
  const { violations } = (await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] })`,
  )) as Pick<AxeResults, 'violations'>;
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

/** How far the page is wider than the window: 0 where nothing has to be scrolled sideways (WCAG 2.2, 1.4.10). */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Texts that stand outside the window, or are cut by the box around them. */
export function lost(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    return [...document.querySelectorAll('body *')]
      .filter((each) => !each.matches('.skip, svg *, option') && each.checkVisibility())
      .filter((each) => {
        const { left, right } = each.getBoundingClientRect();
        const { overflowX } = getComputedStyle(each);
        const cut = overflowX !== 'visible' && each.tagName !== 'INPUT' && each.scrollWidth > each.clientWidth;
        return left < -1 || right > clientWidth + 1 || cut;
      })
      .map((each) => each.outerHTML.slice(0, 120));
  });
}
