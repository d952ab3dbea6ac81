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
  const profile = makeProfile({ site, login: RULE, webmail: 'https://webmail.example.org/' });

  test.each([
    ['index.html', 'index.html'],
    ['apple/mail-ios.html', 'apple/mail-ios.html'],
    // A phone has no use for the page of a computer's program.
    ['outlook/outlook.fr.html', 'index.fr.html'],
    ['thunderbird/thunderbird.html', 'index.html'],
    ['webmail/webmail.html', 'webmail/webmail.html'],
  ])('%s opens %s of the server', async (path, same) => {
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

describe('what is said beside a code', () => {
  const said = (own: Partial<Profile>, path: string, person?: Person) =>
    textOf(page(makeProfile({ site, ...own }), path, person)).replace(/[\u00a0\u202f]/g, ' ');
  const asked = 'It asks for your login first';
  const askedFr = 'Votre identifiant vous y est d’abord demandé';

  test.each(['index', 'thunderbird/thunderbird', 'apple/mail-ios', 'android/gmail'])(
    'on %s, that the login is asked for there where no rule gives it',
    (name) => {
      const own = { login: 'ask' } as const;
      expect(said(own, `${name}.html`, { login: 'm0' })).toContain(asked);
      expect(said(own, `${name}.fr.html`, { login: 'm0' })).toContain(askedFr);
      expect(said({ login: RULE }, `${name}.html`)).not.toContain(asked);
      expect(said({ login: RULE }, `${name}.fr.html`)).not.toContain(askedFr);
    },
  );

  test.each(['index', 'thunderbird/thunderbird', 'apple/mail-ios', 'android/gmail'])(
    'on %s, that a name does not go with it',
    (name) => {
      expect(said({}, `${name}.html`, { name: 'Ann' })).toContain('Your name does not go with it.');
      expect(said({}, `${name}.fr.html`, { name: 'Ann' })).toContain('Votre nom n’est pas transmis.');
      expect(said({}, `${name}.html`)).not.toContain('Your name does not go with it.');
    },
  );

  test('is the page that opens, which is another one than that of a computer', () => {
    expect(said({}, 'index.html')).toContain('the same page opens');
    expect(said({}, 'thunderbird/thunderbird.html')).not.toContain('the same page opens');
    expect(said({}, 'thunderbird/thunderbird.html')).toContain('it opens the programs for the phone');
  });
});

describe('a mailbox that is read on one’s own computer alone', () => {
  const bridge = (host: string, [reading, sending] = [1143, 1025]) =>
    makeProfile({
      site,
      incoming: [{ protocol: 'imap', host, port: reading, security: 'starttls' }],
      outgoing: [{ host, port: sending, security: 'starttls' }],
    } as Partial<Profile>);
  const paths = [
    'thunderbird-android/thunderbird-android.html',
    'apple/mail-ios.html',
    'outlook/outlook-ios.html',
    'android/gmail.html',
  ];

  test.each<[string, [number, number]]>([
    ['localhost', [1143, 1025]],
    ['127.0.0.1', [1143, 1025]],
    // Apple devices take the usual ports.
    ['127.0.0.53', [143, 587]],
  ])('at %s is set up on no phone, and its pages say so (ports %j)', (host, ports) => {
    const profile = bridge(host, ports);
    const { artifacts, leftOut } = makeBundle(accountOf(profile), clients);
    expect(leftOut.map(({ client, problem }) => [client, problem.code])).toContainEqual([
      'thunderbird-android',
      'account.own-computer',
    ]);
    expect(artifacts.filter(({ client, path }) => client === 'thunderbird-android' && !path.endsWith('.html'))).toEqual(
      [],
    );
    const found = paths.filter((path) => artifacts.some((each) => each.path === path));
    expect(found.length).toBeGreaterThan(2);
    for (const path of found) {
      const document = page(profile, path);
      expect(textOf(document), path).toContain('a phone cannot reach it');
      expect(textOf(page(profile, path.replace('.html', '.fr.html')))).toContain(
        'un téléphone ne peut pas l’atteindre',
      );
      expect(codesIn(document), path).toEqual([]);
      expect(byTag(document, 'a').filter((each) => each.attrs.some(({ name }) => name === 'download'))).toEqual([]);
    }
    for (const path of ['index.html', 'thunderbird/thunderbird.html'])
      expect(codesIn(page(profile, path)), path).toEqual([]);
    // The programs of that computer do it.
    expect(artifacts.map(({ path }) => path)).toContain('thunderbird/user.js');
    expect(textOf(page(profile, 'thunderbird/thunderbird.html'))).not.toContain('a phone cannot reach it');
  });
});
