import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { root } from './generated.ts';

/*
 * `npm run pictures`: the main pages, as the built `facteur serve` shows them in Debian's Chromium, and a letter, into docs/pictures/: to look at, and for
 * README.md. What a window of a fixed size shows, so that they stay small.
 */
const MAILBOX = '/mailbox/prenom.nom@cnrs.fr/additional/';
const WINDOWS = {
  size: { width: 1000, height: 760 },
  userAgent:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
};
const IPHONE = {
  size: { width: 390, height: 844 },
  userAgent:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
};
const PAGES = {
  home: { path: '/?lang=fr', on: WINDOWS },
  'mailbox-windows': { path: `${MAILBOX}index.html`, on: WINDOWS },
  'mailbox-iphone': { path: `${MAILBOX}index.html`, on: IPHONE },
  outlook: { path: `${MAILBOX}outlook/outlook.html`, on: WINDOWS },
  iphone: { path: `${MAILBOX}apple/mail-ios.html`, on: IPHONE },
  error: { path: '/?lang=fr&who=prenom.nom%40cnsr.fr', on: IPHONE },
} as const;

/** Far below what a reader of README.md waits for. */
const LARGEST = 150_000;

const program = join(root, 'dist/cli/main.js');
const folder = join(root, 'docs/pictures');
// What is not made any more goes.
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const server = spawn(process.execPath, [program, 'serve', '--profile', 'cnrs', '--port', '0'], {
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
    for (const [title, { path, on }] of Object.entries(PAGES)) {
      const { size: viewport, userAgent } = on;
      const context = await browser.newContext({ colorScheme, viewport, userAgent, locale: 'fr-FR' });
      const page = await context.newPage();
      await page.goto(new URL(path, origin).href);
      await page.screenshot({ path: join(folder, `${title}-${colorScheme}.png`) });
      await context.close();
    }
  }
  await pictureLetter(browser);
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await ended;
}
for (const name of readdirSync(folder)) {
  const { size } = statSync(join(folder, name));
  if (size > LARGEST) throw new Error(`docs/pictures/${name} has ${size} bytes, more than ${LARGEST}`);
}

/** Of the sample provider that says where its server is: its letters have a code. */
async function pictureLetter(browser: Browser): Promise<void> {
  const out = mkdtempSync(join(tmpdir(), 'facteur-letter-'));
  try {
    const person = ['jeanne.martin@universite.example', '--name', 'Jeanne Martin', '--lang', 'fr'];
    execFileSync(process.execPath, [program, 'generate', ...person, '--letters', '--out', out], { stdio: 'ignore' });
    const page = await browser.newPage({ viewport: { width: 794, height: 1123 } });
    await page.goto(pathToFileURL(join(out, 'jeanne.martin@universite.example', 'letter.html')).href);
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: join(folder, 'letter.png') });
    await page.close();
  } finally {
    rmSync(out, { recursive: true });
  }
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
