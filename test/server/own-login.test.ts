import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/server/app/app.ts';
import { texts } from '../../src/words/index.ts';
import { makeProfile, readProfile } from '../fixtures.ts';
import { attribute, byId, byTag, languageButton, readHtml, textOf } from '../html.ts';

/* Where no rule gives the login, the page asks for it; it goes into what is made for that request, and into nothing else. */

const ORIGIN = 'https://config.example.net';
const dav = { url: 'https://dav.example.org/', login: 'ask' } as const;
const profiles = [
  makeProfile({
    id: 'free',
    domains: ['free.example'],
    login: 'ask',
    contacts: dav,
    onboarding: { intro: { en: 'a', fr: 'b' }, password: { minimumLength: 8 } },
  }),
  makeProfile({
    id: 'sending',
    domains: ['sending.example'],
    outgoing: [{ host: 'smtp.example.org', security: 'tls', login: 'ask' }],
  }),
  makeProfile({ id: 'all', domains: ['all.example'], login: 'ask', calendar: { url: 'https://dav.example.org/' } }),
  readProfile('cnrs'),
];
const app = createApp({ profiles: () => profiles, canonicalHost: 'config.example.net' });

const SECRET = 'm0"1<&>2\'3';
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const get = async (path: string) => app.fetch(new Request(new URL(path, ORIGIN), { redirect: 'manual' }));
const post = async (path: string, fields: Record<string, string>, headers: Record<string, string> = FORM) =>
  app.fetch(
    new Request(new URL(path, ORIGIN), { method: 'POST', body: new URLSearchParams(fields).toString(), headers }),
  );
const documentOf = async (answer: Response) => readHtml(await answer.text());
const MAILBOX = '/mailbox/toto@free.example/additional/';
const inputs = (document: Tree.Document) => byTag(document, 'input');
const buttons = (document: Tree.Document) =>
  byTag(document, 'button').filter((each) => attribute(each, 'formaction') !== undefined);

describe('the page that asks for the login', () => {
  test('comes in the place of the mailbox, by its address and by every link into it', async () => {
    const first = await get('/?who=toto%40free.example&role=additional&lang=en');
    expect([first.status, first.headers.get('Location')]).toEqual([
      302,
      './mailbox/toto@free.example/additional/?lang=en',
    ]);
    for (const path of ['', 'index.html', 'outlook/install.zip', 'nothing']) {
      const answer = await get(`${MAILBOX}${path}?lang=en`);
      const document = await documentOf(answer);
      const [form] = byTag(document, 'form');
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
      expect(form && [attribute(form, 'method'), attribute(form, 'action')]).toEqual([
        'post',
        `${'../'.repeat(path.split('/').length + 2)}mailbox/toto@free.example/additional/${path}?lang=en`,
      ]);
      const [login, contacts, ...others] = inputs(document);
      expect(others).toEqual([]);
      expect(login && ['name', 'type', 'autocomplete'].map((name) => attribute(login, name))).toEqual([
        'login',
        'text',
        'username',
      ]);
      expect(contacts && [attribute(contacts, 'name'), attribute(contacts, 'required')]).toEqual([
        'login-contacts',
        undefined,
      ]);
      const labels = byTag(document, 'label').map((each) => textOf(each));
      expect(labels).toEqual(['Login', 'Login for: Contacts (CardDAV), if it is different']);
    }
  });

  test('is in the language of the provider that is asked for', async () => {
    const document = await documentOf(await get(`${MAILBOX}?lang=fr`));
    expect(textOf(byTag(document, 'h1')[0] as Tree.Element)).toBe('Quel est votre identifiant\u202f?');
    expect(attribute(languageButton(document, 'en'), 'formaction')).toMatch(
      /\/toto@free\.example\/additional\/\?lang=en$/,
    );
  });

  test('keeps what was typed when the language changes, in no URL, and says there too what is wrong', async () => {
    const said = { login: SECRET, 'login-contacts': 'c0', name: 'Zoé' };
    const inEnglish = async (fields: Record<string, string>) => {
      const asked = 'problem' in fields ? { ...said, login: '' } : said;
      const page = await documentOf(await post(`${MAILBOX}?lang=fr`, 'problem' in fields ? asked : { name: 'Zoé' }));
      const button = languageButton(page, 'en');
      const target = new URL(attribute(button, 'formaction') ?? '', ORIGIN + MAILBOX);
      expect(target.href).toBe(`${ORIGIN}${MAILBOX}?lang=en`);
      const told = { [attribute(button, 'name') ?? '']: attribute(button, 'value') ?? '' };
      const answer = await post(`${target.pathname}${target.search}`, { ...asked, ...fields, ...told });
      expect([answer.headers.get('Cache-Control'), answer.headers.get('Location')]).toEqual([
        'private, max-age=0',
        null,
      ]);
      const document = await documentOf(answer);
      expect(byTag(document, 'h1').map((each) => textOf(each))).toEqual([texts('en').home.ownLogin.title]);
      const values = inputs(document).map((each) => attribute(each, 'value'));
      return { status: answer.status, values, problem: byTag(document, 'p').find((each) => attribute(each, 'id')) };
    };
    expect(await inEnglish({})).toEqual({ status: 200, values: [SECRET, 'c0', 'Zoé'], problem: undefined });
    // What cannot be a login is as good as any while nobody has asked.
    expect((await inEnglish({ login: 'a\u202eb' })).problem).toBeUndefined();
    const wrong = await inEnglish({ problem: '' });
    expect([wrong.status, wrong.values, wrong.problem && textOf(wrong.problem)]).toEqual([
      400,
      ['', 'c0', 'Zoé'],
      texts('en').home.ownLogin.missing,
    ]);
    // Mended by then: it is sent with the button that says so.
    expect(await inEnglish({ problem: '', login: 'm1' })).toEqual({
      status: 200,
      values: ['m1', 'c0', 'Zoé'],
      problem: undefined,
    });
  });

  test('asks for what is missing alone', async () => {
    const document = await documentOf(await get('/mailbox/x@sending.example/additional/?lang=en'));
    expect(inputs(document).map((each) => attribute(each, 'name'))).toEqual(['login-outgoing']);
    expect(byTag(document, 'label').map((each) => textOf(each))).toEqual(['Login for: sending mail']);
  });

  test.each([
    ['nothing', { login: '' }, 'Type your login.'],
    ['spaces', { login: '  ' }, 'Type your login.'],
    ['a line break', { login: 'a\nb' }, 'That cannot be a login:'],
    ['what shows nothing', { login: 'a\u202eb' }, 'That cannot be a login:'],
    ['too much', { login: 'a'.repeat(255) }, 'That cannot be a login:'],
    ['the login of the contacts alone', { 'login-contacts': 'x' }, 'Type your login.'],
  ])('says what is wrong with %s, and keeps the rest', async (_, fields, message) => {
    const answer = await post(`${MAILBOX}?lang=en`, fields);
    expect(answer.status).toBe(400);
    const document = await documentOf(answer);
    const problem = byId(document, 'problem');
    expect(problem && textOf(problem)).toContain(message);
    const [login, contacts] = inputs(document);
    expect(login && attribute(login, 'aria-invalid')).toBe('true');
    expect(contacts && attribute(contacts, 'value')).toBe('login-contacts' in fields ? 'x' : '');
    expect(textOf(byTag(document, 'body')[0] as Tree.Element)).not.toContain('--login');
  });
});

describe('the login that was typed', () => {
  test('goes into the page, and with each of its links, and stands in no URL', async () => {
    const answer = await post(`${MAILBOX}?lang=en`, { login: SECRET });
    // A browser can go back to it, and nobody else may keep it.
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'private, max-age=0']);
    expect(answer.headers.get('Content-Security-Policy')).toContain("form-action 'self'");
    expect(JSON.stringify([...answer.headers])).not.toContain('m0');
    const document = await documentOf(answer);
    const [policy] = byTag(document, 'meta').filter((each) => attribute(each, 'http-equiv') !== undefined);
    expect(policy && attribute(policy, 'content')).toContain("form-action 'self'");
    const form = byId(document, 'again');
    expect(form && attribute(form, 'method')).toBe('post');
    const hidden = inputs(document).filter((each) => attribute(each, 'type') === 'hidden');
    expect(hidden.map((each) => [attribute(each, 'name'), attribute(each, 'value')])).toEqual([['login', SECRET]]);
    // What is left as a link leads out of the bundle.
    for (const link of byTag(document, 'a')) expect(attribute(link, 'href')).toMatch(/^(?:#|https:|(?:\.\.\/)+$)/);
    const targets = buttons(document).map((each) => attribute(each, 'formaction') ?? '');
    expect(targets).toEqual(expect.arrayContaining(['index.fr.html', 'outlook/outlook.html']));
    for (const target of targets) expect(target).not.toContain('m0');
    expect(byTag(document, 'body').map((each) => textOf(each))[0]).toContain(SECRET);
  });

  test('is in every page and file of the bundle that its buttons lead to, and the address is the login in none', async () => {
    const seen = new Set<string>();
    const queue = [MAILBOX];
    let files = 0;
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const answer = await post(path, { login: 'm0123456' });
      expect([path, answer.status]).toEqual([path, 200]);
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (!(answer.headers.get('Content-Type') ?? '').startsWith('text/html')) {
        files += 1;
        expect(answer.headers.get('Cache-Control')).toBe('no-store');
        expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment/);
        if (/(?:config-v1\.1\.xml|autodiscover\.xml|apple\/[^/]*\.mobileconfig|user\.js|account\.prf)$/.test(path))
          expect(bytes.toString('latin1')).toContain('m0123456');
        continue;
      }
      const document = readHtml(bytes.toString());
      for (const button of buttons(document)) {
        const { pathname } = new URL(attribute(button, 'formaction') ?? '', new URL(path, ORIGIN));
        expect(pathname.startsWith('/mailbox/toto@free.example/')).toBe(true);
        if (seen.size < 150) queue.push(pathname);
      }
    }
    expect(files).toBeGreaterThan(10);
    expect(seen.size).toBeGreaterThan(40);
  });

  test('may have a colon, which mail takes and a calendar does not', async () => {
    const answer = await post('/mailbox/x@all.example/additional/thunderbird/config-v1.1.xml', { login: 'a:b' });
    expect((await answer.text()).match(/<username>[^<]*/g)).toEqual(['<username>a:b', '<username>a:b']);
  });

  test('gives the file that was asked for first', async () => {
    const answer = await post(`${MAILBOX}thunderbird/config-v1.1.xml`, { login: 'm0', 'login-contacts': 'c0' });
    expect((await answer.text()).match(/<username>[^<]*/g)).toEqual(['<username>m0', '<username>m0']);
    expect((await post(`${MAILBOX}nothing`, { login: 'm0' })).status).toBe(404);
  });

  test('holds where it was asked for, beside the rules', async () => {
    const path = '/mailbox/x@sending.example/additional/thunderbird/config-v1.1.xml';
    const answer = await post(path, { 'login-outgoing': 'out' });
    expect((await answer.text()).match(/<username>[^<]*/g)).toEqual(['<username>x@sending.example', '<username>out']);
  });

  test.each([
    ['not a form', { 'Content-Type': 'application/json' }, 415],
    ['of no type', { 'Content-Type': '' }, 415],
    ['a form with parameters', { 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8' }, 200],
  ])('%s is answered with its status', async (_, headers, status) => {
    expect((await post(MAILBOX, { login: 'm0' }, headers)).status).toBe(status);
  });

  test('is not read without bounds, nor sent where there is no mailbox', async () => {
    expect((await post(MAILBOX, { login: 'm0', more: 'x'.repeat(9000) })).status).toBe(413);
    expect((await post('/mailbox/x@elsewhere.example/additional/', { login: 'm0' })).status).toBe(404);
    expect((await post('/mailbox/x@free.example/nothing/', { login: 'm0' })).status).toBe(404);
    expect((await post('/', { login: 'm0' })).status).toBe(400);
    expect((await post('/account', { login: 'm0' })).status).toBe(405);
  });
});

describe('who has another login than the rule says', () => {
  const path = '/mailbox/jean.martin@cnrs.fr/additional/index.html';

  test('finds a folded field on the page, and gets files with it', async () => {
    const document = await documentOf(await get(`${path}`));
    const [form] = byTag(document, 'form');
    expect(form && [attribute(form, 'method'), attribute(form, 'action')]).toEqual(['post', 'index.html']);
    const [details] = byTag(document, 'details').filter((each) => byTag(each, 'form').length > 0);
    expect(details && attribute(details, 'open')).toBeUndefined();
    const sent = await documentOf(await post(path, { login: 'jean2@ods.services' }));
    expect(byTag(sent, 'body').map((each) => textOf(each))[0]).toContain('jean2@ods.services');
    expect(byTag(sent, 'body').map((each) => textOf(each))[0]).not.toContain('jean.martin@ods.services');
    const file = await post(path.replace('index.html', 'thunderbird/config-v1.1.xml'), { login: 'jean2@ods.services' });
    expect(await file.text()).toContain('<username>jean2@ods.services');
  });

  test('has no field in a bundle of `generate`, which nobody answers', async () => {
    const { makeBundle } = await import('../../src/bundle/bundle.ts');
    const { clients } = await import('../../src/clients/index.ts');
    const { resolve } = await import('../../src/resolve/resolve.ts');
    const { account } = resolve({ who: 'jean.martin@cnrs.fr' }, profiles);
    const page = new TextDecoder().decode(makeBundle(account, clients).at('index.html')?.bytes());
    expect(page).not.toContain('<form');
    expect(page).toMatch(/form-action (?:'|&#x27;|&#39;)none/);
  });
});

describe('what is typed', () => {
  const raw = async (body: string) =>
    app.fetch(new Request(new URL(MAILBOX, ORIGIN), { method: 'POST', body, headers: FORM }));

  test.each(['%00', 'a%00b', '%ff%fe', '%EF%BF%BE', '%F0%9F%BF%BF'])(
    'as %s is no login, and the page asks again',
    async (login) => {
      const answer = await raw(`login=${login}`);
      expect(answer.status).toBe(400);
      expect(inputs(await documentOf(answer)).map((each) => attribute(each, 'name'))).toContain('login');
    },
  );

  test('twice is refused: readers do not agree on which of them counts', async () => {
    for (const body of ['login=a&login=b', 'login=a&login=a', 'login=m0&login-contacts=a&login-contacts='])
      expect((await raw(body)).status).toBe(400);
    expect((await raw('login=m0&login-contacts=a')).status).toBe(200);
    for (const query of ['who=a@cnrs.fr&who=b@cnrs.fr', 'who=a@cnrs.fr&role=primary&role=additional'])
      expect((await get(`/?${query}`)).status).toBe(400);
  });

  test('stays on this device: no code leads a phone to the mailbox with another login', async () => {
    const path = '/mailbox/x@cnrs.fr/additional/index.html';
    expect(await (await get(path)).text()).toContain('class="qr"');
    expect(await (await post(path, { login: 'own' })).text()).not.toContain('class="qr"');
    // There the phone asks for it.
    expect(await (await post(MAILBOX, { login: 'own' })).text()).toContain('class="qr"');
  });

  test('for one service is not asked for again as the login of all', async () => {
    const path = '/mailbox/x@sending.example/additional/index.html';
    const document = await documentOf(await post(path, { 'login-outgoing': 'own' }));
    expect(inputs(document).map((each) => attribute(each, 'name'))).toEqual(['login-outgoing']);
  });
});
