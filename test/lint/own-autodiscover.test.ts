import { describe, expect, test } from 'vitest';
import { outlook, outlookAnswer } from '../../src/clients/outlook/index.ts';
import { app, autodiscoverBody, namespaces, post } from '../server/ask.ts';
import { complaints, ownAccounts, ownFiles } from './own-files.ts';

/** What may be said of an answer because of what the provider is, and why. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  // The provider has nothing but plain text, and has said so.
  'plain-text': ['autodiscover/ssl-off'],
  'local-bridge': ['autodiscover/ssl-off'],
  // Its relay is one within the campus, without login and TLS.
  'campus-relay': ['autodiscover/ssl-off'],
};

test.each(ownAccounts())('nothing is said of the answers for $name', async ({ name, account }) => {
  for (const { path, bytes } of ownFiles(account, 'autodiscover', [outlook, outlookAnswer]))
    expect([path, ...(await complaints(bytes, allowed[name]))]).toEqual([path]);
});

test('the accounts have answers to judge', () => {
  const found = ownAccounts().flatMap(({ account }) => ownFiles(account, 'autodiscover', [outlook, outlookAnswer]));
  expect(found.length).toBeGreaterThan(10);
});

describe('of what the server answers', () => {
  const answer = async (request: Request) => new Uint8Array(await (await app.fetch(request)).arrayBuffer());

  test.each([
    ['settings', autodiscoverBody('prenom.nom@cnrs.fr')],
    ['an error', '<Autodiscover/>'],
    ['another schema', autodiscoverBody('prenom.nom@cnrs.fr', namespaces.mobile)],
  ])('nothing is said: %s', async (_, body) => {
    expect(await complaints(await answer(post(body)))).toEqual([]);
  });

  test.each(['AutodiscoverV1', 'Rest'])('nothing is said of v2 for %s', async (protocol) => {
    const url = `https://autodiscover.cnrs.fr/autodiscover/autodiscover.json?Email=a@cnrs.fr&Protocol=${protocol}`;
    expect(await complaints(await answer(new Request(url)))).toEqual([]);
  });
});
