import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { root } from './generated.ts';

/*
 * `npm run pictures`: the main pages, as the built `facteur serve` shows them in Debian's Chromium, into docs/pictures/: to look at, and for
 * README.md. What a window of a fixed size shows, so that they stay small.
 */
const MAILBOX = '/mailbox/prenom.nom@cnrs.fr/additional/';
const PAGES = {
  home: '/?lang=fr',
  error: '/?lang=fr&who=prenom%20nom%40cnrs.fr',
  mailbox: `${MAILBOX}index.html`,
  devices: `${MAILBOX}index.html#devices`,
  guide: `${MAILBOX}outlook/outlook-2021.html`,
  steps: `${MAILBOX}outlook/outlook-2021.html#by-hand`,
  'guide-english': `${MAILBOX}android/gmail.en.html`,
  account: `${MAILBOX}account.html`,
};

const SIGNS_OF_WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const SIGNS_OF_ANDROID = 'Mozilla/5.0 (Linux; Android 15; SM-S918B)';
const VIEWS = [
  { name: 'desktop', width: 1000, height: 800, userAgent: SIGNS_OF_WINDOWS },
  { name: 'phone', width: 390, height: 844, userAgent: SIGNS_OF_ANDROID },
];

const folder = join(root, 'docs/pictures');
mkdirSync(folder, { recursive: true });
const server = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'serve', '--port', '0'], {
  stdio: ['ignore', 'ignore', 'pipe'],
});
const ended = once(server, 'exit');
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
});
try {
  const origin = await listening();
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const { name, width, height, userAgent } of VIEWS) {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height },
        userAgent,
        locale: 'fr-FR',
      });
      const page = await context.newPage();
      for (const [title, path] of Object.entries(PAGES)) {
        await page.goto(new URL(path, origin).href);
        await page.screenshot({ path: join(folder, `${title}-${name}-${colorScheme}.png`) });
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await ended;
}

/** Where the server says that it listens. */
async function listening(): Promise<string> {
  for await (const line of createInterface({ input: server.stderr })) {
    // Its log is one JSON object a line.
    const { event, url } = JSON.parse(line) as { event?: string; url?: string };
    if (event === 'listening' && url !== undefined) return url;
  }
  throw new Error('facteur serve does not listen');
}
