import { expect, test } from 'vitest';
import { createApp } from '../../src/server/app/app.ts';
import { makeProfile, readProfile } from '../fixtures.ts';
import { byTag, readHtml, textOf } from '../html.ts';

/* Links that people have kept from a former version of Facteur. */

const profiles = [readProfile('cnrs'), makeProfile({ id: 'free', domains: ['free.example'], login: 'ask' })];
const app = createApp({ profiles: () => profiles, canonicalHost: 'config.example.net' });
const at = (path: string) => new URL(path, 'https://config.example.net');
const get = (path: string) => app.fetch(new Request(at(path), { redirect: 'manual' }));
const BASE = '/mailbox/prenom.nom@cnrs.fr/primary/';

test.each(['2013', '2016', '2019', '2021', '2024', '365'])(
  'the former page of Outlook %s leads to the one for all of them, in its language and for its role',
  async (version) => {
    for (const [from, to] of [
      [`outlook-${version}.html`, 'outlook.html'],
      [`outlook-${version}.en.html`, 'outlook.en.html'],
      [`outlook-${version}.html?lang=en`, 'outlook.en.html'],
    ]) {
      const answer = await get(`${BASE}outlook/${from}`);
      expect([answer.status, answer.headers.has('Location')]).toEqual([302, true]);
      const location = new URL(answer.headers.get('Location') ?? '', at(`${BASE}outlook/${from}`));
      expect(location.pathname).toBe(`${BASE}outlook/${to}`);
      expect((await get(location.pathname)).status).toBe(200);
    }
  },
);

test('a login that was typed is not lost on the way', async () => {
  const answer = await app.fetch(
    new Request(at('/mailbox/toto@free.example/additional/outlook/outlook-2021.html?lang=en'), {
      method: 'POST',
      body: 'login=toto%40login.example',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    }),
  );
  expect(answer.status).toBe(200);
  const document = readHtml(await answer.text());
  expect(textOf(byTag(document, 'h1')[0] ?? document)).toBe('Outlook (classic)');
  expect(textOf(document)).toContain('toto@login.example');
});

test('no other name leads anywhere', async () => {
  for (const path of [
    'outlook/outlook-1997.html',
    'outlook/outlook-2021.de.html',
    'outlook-2021.html',
    'apple/outlook-2021.html',
  ])
    expect((await get(`${BASE}${path}`)).status, path).toBe(404);
});
