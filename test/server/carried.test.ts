import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/server/app/app.ts';
import { makeProfile } from '../fixtures.ts';
import { byTag, readHtml, textOf } from '../html.ts';
import { codesIn } from '../scan.ts';

/* What a person carries from a page to another device: a code, or an address to type. It leads where the server is found from there, or there is none. */

const SITE = 'https://mail.example.org/';
const BASE = '/mailbox/ann@example.org/additional/';
const DESK = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';
const FIREFOX_OF_IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 FxiOS/140.0 Mobile/15E148';

const app = createApp({ profiles: () => [makeProfile({})] });
const withSite = createApp({ profiles: () => [makeProfile({ site: SITE })] });

async function seen(origin: string, path: string, of = app, headers: Record<string, string> = {}) {
  const answer = await of.fetch(new Request(`${origin}${path}`, { headers: { 'User-Agent': DESK, ...headers } }));
  expect(answer.status).toBe(200);
  const document = readHtml(await answer.text());
  return { codes: codesIn(document), text: textOf(document), document };
}

/** Pages with a code, and one whose own code takes its place, so that an address stands beside it. */
const pages = ['index.html', 'thunderbird/thunderbird.html', 'apple/mail-ios.html'];
const SCANNED = 'thunderbird-android/thunderbird-android.html';

describe.each([
  'http://localhost:8080',
  'http://facteur.localhost',
  'http://127.0.0.1:8080',
  'http://127.7.0.1',
  'http://2130706433',
  'http://[::1]:8080',
  'http://[::ffff:127.0.0.1]',
  'http://0.0.0.0:8080',
  'http://[::]',
  // As a proxy calls a container.
  'http://facteur:8080',
])('asked for at %s, which no phone finds', (origin) => {
  test('pages have no code and no address to type, and say how the file gets there', async () => {
    const { hostname } = new URL(origin);
    for (const path of [...pages, SCANNED]) {
      const { codes, text } = await seen(origin, BASE + path);
      expect(
        codes.filter((each) => /^https?:/.test(each)),
        path,
      ).toEqual([]);
      expect(text, path).not.toContain(`//${hostname}`);
    }
    const { text } = await seen(origin, `${BASE}apple/mail-ios.html`);
    expect(text).toContain('Send this file to the iPhone or iPad');
    expect((await seen(origin, `${BASE}apple/mail-ios.html`, app, { 'User-Agent': FIREFOX_OF_IPHONE })).text).toContain(
      'Copy the address of this page, and paste it in Safari.',
    );
  });

  test('the site of the provider stands in its place, where there is one', async () => {
    for (const path of pages) {
      const { codes } = await seen(origin, BASE + path, withSite);
      expect(
        codes.map((each) => each.startsWith(`${SITE}mailbox/ann@example.org/`)),
        path,
      ).toEqual([true]);
    }
    expect((await seen(origin, BASE + SCANNED, withSite)).text).toContain(`${SITE}?who=ann@example.org`);
  });

  test('so does the host that the operator names', async () => {
    const named = createApp({ profiles: () => [makeProfile({})], canonicalHost: 'config.example.net' });
    const { codes } = await seen(origin, `${BASE}index.html`, named);
    expect(codes).toEqual([`https://config.example.net${BASE}index.html`]);
  });
});

test.each([
  'https://config.example.net',
  'https://config.example.net:8443',
  'http://192.0.2.7:8080',
  'http://[2001:db8::7]',
])('asked for at %s, pages lead there, where no provider says its site', async (origin) => {
  expect((await seen(origin, `${BASE}index.html`)).codes).toEqual([`${origin}${BASE}index.html`]);
  expect((await seen(origin, BASE + SCANNED)).text).toContain(`${origin}/?who=ann@example.org`);
  expect((await seen(origin, `${BASE}index.html`, withSite)).codes).toEqual([`${SITE.slice(0, -1)}${BASE}index.html`]);
});

test('the page of a computer’s program has the code of the page on which the phone finds its own', async () => {
  const origin = 'https://config.example.net';
  for (const [path, index] of [
    ['thunderbird/thunderbird.html', 'index.html'],
    ['evolution/evolution.fr.html', 'index.fr.html'],
  ]) {
    const { codes, document } = await seen(origin, `${BASE}${path}`, app, { 'User-Agent': 'X11; Linux x86_64' });
    expect(codes, path).toEqual([`${origin}${BASE}${index}`]);
    const there = await seen(origin, new URL(codes[0] ?? '').pathname, app, { 'User-Agent': 'Android 15' });
    expect(byTag(there.document, 'html')[0]?.attrs).toEqual(byTag(document, 'html')[0]?.attrs);
    expect(byTag(there.document, 'section')[0]?.attrs.find(({ name }) => name === 'id')?.value).toBe('android');
  }
});
