import { describe, expect, test } from 'vitest';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { clients } from '../../src/clients/index.ts';
import type { Person } from '../../src/model/account.ts';
import { addressOfPage, typedAddress } from '../../src/pages/served.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { createApp } from '../../src/server/app/app.ts';
import { makeProfile } from '../fixtures.ts';
import { byTag, readHtml, textOf } from '../html.ts';
import { codesIn } from '../scan.ts';

/* Codes of a folder's pages, which lead to the same page of the provider's own server: what they say is asked there. */
const site = 'https://mail.example.org/';
const RULE = '{local}@login.example.org';

const accountOf = (profile: Profile, person: Person = {}) =>
  resolve({ address: 'ann.other@example.org', ...person }, [profile]).account;

/** The page of a folder at that path. */
function page(profile: Profile, path: string, person?: Person) {
  const bytes = makeBundle(accountOf(profile, person), clients).at(path)?.bytes();
  return readHtml(new TextDecoder().decode(bytes));
}

const languageOf = (document: ReturnType<typeof readHtml>) =>
  byTag(document, 'html')[0]?.attrs.find(({ name }) => name === 'lang')?.value;

/** What a phone that scans the code of that page is shown in the end. */
async function opened(profile: Profile, path: string, person?: Person) {
  const [code = ''] = codesIn(page(profile, path, person));
  const app = createApp({ profiles: () => [profile] });
  let url = new URL(code);
  for (let turn = 0; turn < 3; turn++) {
    // A proxy takes the path away below which the server stands.
    const asked = new URL(`${url.pathname.replace(/^\/facteur(?:-%C3%A9)?/, '')}${url.search}`, url);
    const answer = await app.fetch(new Request(asked));
    const location = answer.headers.get('Location');
    if (location === null) return { code, status: answer.status, document: readHtml(await answer.text()) };
    url = new URL(location, url);
  }
  throw new Error(`${code} leads nowhere`);
}

describe('the code of a page in a folder', () => {
  const profile = makeProfile({ site, login: RULE });

  test.each([
    ['index.html', 'index.html'],
    ['apple/mail-ios.html', 'apple/mail-ios.html'],
    ['outlook/outlook.fr.html', 'outlook/outlook.fr.html'],
  ])('%s opens the same page of the server', async (path, same) => {
    const { code, status, document } = await opened(profile, path);
    expect(code).toBe(`${site}mailbox/ann.other@example.org/additional/${same}`);
    expect(status).toBe(200);
    expect(languageOf(document)).toBe(path.includes('.fr.') ? 'fr' : 'en');
    expect(textOf(document)).toContain('ann.other@login.example.org');
  });

  test('keeps the role, and the language also where whoever made the files chose another than the provider’s first', async () => {
    const person = { language: 'fr', role: 'primary' } as const;
    for (const [path, language] of [
      ['index.html', 'fr'],
      ['apple/mail-ios.html', 'fr'],
      ['index.en.html', 'en'],
    ] as const) {
      const { code, document } = await opened(profile, path, person);
      expect(code).toContain('/primary/');
      expect(languageOf(document), path).toBe(language);
    }
  });

  test.each([
    'https://mail.example.org',
    'https://mail.example.org/facteur',
    'https://mail.example.org/facteur/',
    'https://messagerie-é.example/facteur-é',
  ])('is below %s, in ASCII alone', async (site) => {
    const { code, status } = await opened(makeProfile({ site }), 'index.html', {
      address: 'zoé@example.org',
    });
    expect(code).toMatch(/^[!-~]+$/);
    expect(code.startsWith(new URL(site).href.replace(/\/?$/, '/mailbox/zo%C3%A9@example.org/'))).toBe(true);
    expect(status).toBe(200);
  });

  test('is nowhere without an address of the server', () => {
    expect(codesIn(page(makeProfile({ login: RULE }), 'index.html'))).toEqual([]);
  });
});

describe('whoever has another login than the rule', () => {
  const profile = makeProfile({ site, login: RULE });
  const paths = ['index.html', 'apple/mail-ios.html', 'outlook/outlook.html'];

  test.each<[string, Person]>([
    ['at all services', { login: 'other' }],
    ['at one of them', { logins: { outgoing: 'other' } }],
  ])('%s is led to no page that says the rule’s', (_, person) => {
    for (const path of paths) expect(codesIn(page(profile, path, person)), path).toEqual([]);
    const account = accountOf(profile, person);
    expect(addressOfPage({ account, path: 'index.html', language: 'en', served: undefined })).toBeUndefined();
    // The first page, where one may say it.
    expect(typedAddress({ account, served: undefined })).toBe(site);
  });

  test('has the code where what they say is what the rule says', async () => {
    const { status } = await opened(profile, 'index.html', { login: 'ann.other@login.example.org' });
    expect(status).toBe(200);
  });

  test('at a calendar that no rule gives has none: the page there would leave it out', () => {
    const calendar = { url: 'https://dav.example.org/', login: 'ask' };
    const calendars = makeProfile({ site, calendar } as Partial<Profile>);
    expect(codesIn(page(calendars, 'index.html', { logins: { calendar: 'other' } }))).toEqual([]);
    expect(codesIn(page(calendars, 'index.html'))).toHaveLength(1);
  });
});

describe('where no rule gives a login', () => {
  test('the page of the server asks for it, so the code leads there', async () => {
    const { status, document } = await opened(makeProfile({ site, login: 'ask' }), 'index.html', { login: 'other' });
    expect(status).toBe(200);
    expect(byTag(document, 'input').map((each) => each.attrs.find(({ name }) => name === 'name')?.value)).toContain(
      'login',
    );
    expect(textOf(document)).not.toContain('other@login');
  });

  test('but another service has a rule that says another, there is no code', () => {
    const incoming = [{ protocol: 'imap', host: 'imap.example.org', security: 'tls', login: RULE }];
    const profile = makeProfile({ site, login: 'ask', incoming } as unknown as Partial<Profile>);
    expect(codesIn(page(profile, 'index.html', { logins: { outgoing: 'out' } }))).toHaveLength(1);
    expect(codesIn(page(profile, 'index.html', { logins: { incoming: 'in', outgoing: 'out' } }))).toEqual([]);
  });
});
