import { describe, expect, test } from 'vitest';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { supportLines } from '../../src/clients/evidence.ts';
import { clients } from '../../src/clients/index.ts';
import { describe as describeProblem } from '../../src/errors.ts';
import type { Account, Language } from '../../src/model/account.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { createApp } from '../../src/server/app/app.ts';
import { fixture, fixtures, makeProfile, readProfile } from '../fixtures.ts';
import { attribute, byTag, readHtml, textOf } from '../html.ts';

const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

function administration(account: Account) {
  const { artifacts, leftOut } = makeBundle(account, clients);
  const pages = artifacts
    .filter(({ format }) => format === 'administration')
    .map(({ bytes, ...facts }) => {
      const document = readHtml(new TextDecoder().decode(bytes()));
      const language = byTag(document, 'html').map((each) => attribute(each, 'lang'))[0] as Language;
      return { ...facts, document, language, text: plain(textOf(document, ['script', 'style'])) };
    });
  return { artifacts, leftOut, pages };
}

describe('the page for administrators', () => {
  test('is in each language, for administrators', () => {
    const { pages } = administration(fixture('plain'));
    expect(pages.map(({ path, client, audience, language }) => [path, client, audience, language])).toEqual([
      ['admin.html', 'facteur', 'admin', 'fr'],
      ['admin.en.html', 'facteur', 'admin', 'en'],
    ]);
  });

  test.each(fixtures())(
    'of $name has every file, its use and who takes it, and all that was left out',
    ({ account }) => {
      const { artifacts, leftOut, pages } = administration(account);
      for (const { document, language, text } of pages) {
        const links = byTag(document, 'a').map((each) => decodeURIComponent(attribute(each, 'href') ?? ''));
        for (const client of clients) {
          for (const format of client.formats(language, account.provider.texts)) {
            const files = artifacts.filter((each) => each.client === client.id && each.format === format.id);
            if (files.length === 0) continue;
            expect(links).toEqual(expect.arrayContaining(files.map(({ path }) => path)));
            const { title, use } = format.purpose(account);
            for (const told of [title, use, ...supportLines(format.support, language, account)])
              expect(text).toContain(plain(told));
          }
        }
        // In the words for who can change the provider.
        for (const { problem } of leftOut) expect(text).toContain(plain(describeProblem(problem, language)));
      }
    },
  );

  test('says by which rule each login is, or that it is this person’s alone', () => {
    expect(administration(fixture('plain')).pages[1]?.text).toContain('Login rule{local}@ods.services');
    const provider = makeProfile({ login: '{local}' });
    const { account } = resolve({ address: 'ann@example.org', logins: { outgoing: 'out' } }, [provider]);
    const [page] = administration(account).pages;
    expect(page?.text).toContain('Login rule, Receiving (IMAP){local} ');
    expect(page?.text).toContain('Login rule, Sending (SMTP)out, said for this person alone');
  });

  test('is linked from no page for people, and neither is a file for administrators', () => {
    for (const name of ['plain', 'university', 'oauth2-only']) {
      const { artifacts } = administration(fixture(name));
      const theirs = new Set(artifacts.filter(({ audience }) => audience === 'admin').map(({ path }) => path));
      expect(theirs.size).toBeGreaterThan(1);
      for (const { path, bytes } of artifacts.filter(
        ({ path, audience }) => path.endsWith('.html') && audience === 'user',
      )) {
        const links = byTag(readHtml(new TextDecoder().decode(bytes())), 'a').map(
          (each) => attribute(each, 'href') ?? '',
        );
        const targets = links.map((href) =>
          decodeURIComponent(new URL(href, `https://x.example/${path}`).pathname.slice(1)),
        );
        expect(
          targets.filter((each) => theirs.has(each)),
          path,
        ).toEqual([]);
      }
    }
  });

  test('is no page of a server, and neither are those files', async () => {
    const app = createApp({ profiles: () => [readProfile('cnrs')] });
    const base = 'https://x.example/mailbox/prenom.nom@cnrs.fr/additional';
    const status = async (path: string) => (await app.fetch(new Request(`${base}/${path}`))).status;
    const { account } = resolve({ who: 'prenom.nom@cnrs.fr' }, [readProfile('cnrs')]);
    const { artifacts } = administration(account);
    for (const { path } of artifacts.filter(({ audience }) => audience === 'admin'))
      expect([path, await status(path)]).toEqual([path, 404]);
    expect(await status('admin.html?lang=en')).toBe(404);
    expect(await status('thunderbird-android/account.k9s')).toBe(200);
    const unknown = await app.fetch(new Request(`${base}/nothing.html`));
    const admin = await app.fetch(new Request(`${base}/admin.html`));
    expect((await admin.text()).replaceAll('admin.html', '')).toBe(
      (await unknown.text()).replaceAll('nothing.html', ''),
    );
  });
});
