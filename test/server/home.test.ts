import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/server/app/app.ts';
import { texts } from '../../src/words/index.ts';
import { makeProfile, readProfile } from '../fixtures.ts';
import { attribute, byId, byTag, languageButton, type Parent, readHtml, textOf } from '../html.ts';
import { running } from './running.ts';

/* The page to begin with: the address, and a name that goes into the files of that request alone. */

const ORIGIN = 'https://config.example.net';
const free = makeProfile({ id: 'free', domains: ['free.example'], login: 'ask' });
const app = createApp({ profiles: () => [readProfile('cnrs'), free] });
const alone = createApp({ profiles: () => [readProfile('cnrs')] });
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const post = async (path: string, fields: Record<string, string>, headers = {}, of = app) => {
  const body = new URLSearchParams(fields).toString();
  return of.fetch(new Request(new URL(path, ORIGIN), { method: 'POST', body, headers: { ...FORM, ...headers } }));
};
const get = async (path: string, headers = {}, of = app) => of.fetch(new Request(new URL(path, ORIGIN), { headers }));
const documentOf = async (answer: Response) => readHtml(await answer.text());
const NAME = 'Zoé "d’Été" <b>';
const who = 'prenom.nom@cnrs.fr';

describe('the form', () => {
  test('is sent by POST and asks for address and name, for no role and no password', async () => {
    const document = await documentOf(await get('/?lang=en', {}, alone));
    const [form] = byTag(document, 'form');
    expect(form && [attribute(form, 'method'), attribute(form, 'action')]).toEqual(['post', './?lang=en']);
    const inputs = byTag(document, 'input').map((each) => [attribute(each, 'name'), attribute(each, 'required')]);
    expect(inputs).toEqual([
      ['who', ''],
      ['name', undefined],
    ]);
    // The example of this profile is a login, and the page asks for an address.
    expect(textOf(byId(document, 'who-hint'))).toBe(`For example ${who}`);
  });

  test('leads to a page that can be opened again where no name is given', async () => {
    const answer = await post('/?lang=en', { who: ` ${who} `, name: ' ' });
    expect([answer.status, answer.headers.get('Location'), answer.headers.get('Cache-Control')]).toEqual([
      303,
      `./mailbox/${who}/additional/index.en.html`,
      'no-store',
    ]);
    const asked = await post('/?lang=en', { who: 'toto@free.example' });
    expect([asked.status, asked.headers.get('Location')]).toEqual([
      303,
      './mailbox/toto@free.example/additional/?lang=en',
    ]);
  });

  test.each(['a\u202eb', '\u200b', '\u2066x\u2069', 'a\ufeff b', '\u200d'])(
    'takes no name that hides or turns letters: %j',
    async (name) => {
      expect((await post('/?lang=en', { who, name })).status).toBe(400);
      expect((await post(`/mailbox/${who}/additional/`, { name })).status).toBe(400);
    },
  );

  test('takes a name whose letters are joined', async () => {
    expect((await post('/?lang=en', { who, name: 'می\u200cخواهم' })).status).toBe(307);
  });

  test('is taken from no page of another site, which could put its words on ours', async () => {
    for (const path of ['/?lang=en', `/mailbox/${who}/additional/`]) {
      const sent = (site: string) => post(path, { who, name: 'Call us' }, { 'Sec-Fetch-Site': site });
      expect((await sent('cross-site')).status).toBe(403);
      expect((await sent('same-origin')).status).toBeLessThan(400);
    }
  });

  test('is sent on as it is where a name is given, which stands in no URL and no header', async () => {
    const answer = await post('/?lang=en', { who, name: NAME });
    expect([answer.status, answer.headers.get('Location')]).toEqual([307, `./mailbox/${who}/additional/index.en.html`]);
    expect(JSON.stringify([...answer.headers])).not.toContain('Zo');
  });

  test.each([
    ['nothing', '', 400, 'missing'],
    ['another domain', 'a@elsewhere.example', 404, 'unknown'],
    ['a space', 'prenom nom@cnrs.fr', 400, 'wrong'],
  ] as const)('says what is wrong with %s, marks the field, and loses no name', async (_, typed, status, kind) => {
    const answer = await post('/?lang=en', { who: typed, name: NAME });
    expect(answer.status).toBe(status);
    const document = await documentOf(answer);
    const { home } = texts('en');
    expect(byTag(document, 'h1').map((each) => textOf(each))).toEqual([home.problemTitles[kind]]);
    const field = byId(document, 'who');
    expect(['value', 'aria-invalid', 'autofocus'].map((each) => attribute(field, each))).toEqual([typed, 'true', '']);
    const [name] = byTag(document, 'input').filter((each) => attribute(each, 'name') === 'name');
    expect(name && attribute(name, 'value')).toBe(NAME);
    for (const link of byTag(document, 'a')) expect(attribute(link, 'href')).not.toMatch(/Zo/);
  });

  /** What the button for English sends with what is typed by then. */
  const inEnglish = async (page: Parent, typed: Record<string, string>, of = app) => {
    const button = languageButton(page, 'en');
    const target = attribute(button, 'formaction') ?? '';
    expect(target).toMatch(/^(?:\.\/|(?:\.\.\/)+)\?lang=en$/);
    const told = { [attribute(button, 'name') ?? '']: attribute(button, 'value') ?? '' };
    const answer = await post('/?lang=en', { ...typed, ...told }, {}, of);
    expect([answer.headers.get('Cache-Control'), answer.headers.get('Location')]).toEqual(['private, max-age=0', null]);
    const document = await documentOf(answer);
    const values = byTag(document, 'input').map((each) => [attribute(each, 'name'), attribute(each, 'value')]);
    return { status: answer.status, values: Object.fromEntries(values), document };
  };

  test('keeps address and name when the language changes, in no URL, and tells of no half of an address', async () => {
    const page = await documentOf(await get('/?lang=fr'));
    for (const typed of [
      { who, name: NAME },
      { who: 'prenom.no', name: NAME },
      { who: '', name: 'a\u202eb' },
    ]) {
      const { status, values, document } = await inEnglish(page, typed);
      expect([status, values]).toEqual([200, typed]);
      expect(byTag(document, 'h1').map((each) => textOf(each))).toEqual([texts('en').home.title]);
      expect(attribute(byId(document, 'who'), 'aria-invalid')).toBeUndefined();
    }
  });

  test('is sent on by Enter, also where the button for the language stands before it', async () => {
    const document = await documentOf(await get('/?lang=fr'));
    const [first] = byTag(document, 'button');
    expect(first && ['form', 'formaction', 'name', 'hidden'].map((each) => attribute(first, each))).toEqual([
      'ask',
      undefined,
      undefined,
      undefined,
    ]);
  });

  test.each([
    ['/?lang=fr', { who: '', name: NAME }, 400, 'missing'],
    ['/?lang=fr', { who: 'a@elsewhere.example', name: NAME }, 404, 'unknown'],
    ['/?lang=fr', { who: 'prenom nom@cnrs.fr', name: NAME }, 400, 'wrong'],
    ['/?lang=fr', { who, name: 'a\u202eb' }, 400, 'name'],
    [`/mailbox/${who}/additional/nothing.html?lang=fr`, { who, name: NAME }, 404, 'page'],
  ] as const)('%s with %j says in the other language, too, what is wrong', async (path, typed, status, kind) => {
    const first = await post(path, typed);
    expect(first.status).toBe(status);
    const there = await inEnglish(await documentOf(first), typed);
    expect([there.status, there.values]).toEqual([status, typed]);
    const title = byTag(there.document, 'h1').map((each) => textOf(each));
    expect(title).toEqual([texts('en').home.problemTitles[kind]]);
    // Mended by then: it is sent with the button that says so.
    if (kind !== 'page') {
      const mended = await inEnglish(await documentOf(await post(path, typed)), { who, name: NAME });
      expect([mended.status, mended.values]).toEqual([200, { who, name: NAME }]);
    }
  });

  test.each(['"a b"', 'a'.repeat(300), 'a@b@cnrs.fr', `${'a'.repeat(65)}@cnrs.fr`])(
    'tells of %j in words of people, without those of standards',
    async (typed) => {
      for (const language of ['en', 'fr'] as const) {
        const answer = await post(`/?lang=${language}`, { who: typed });
        expect(answer.status).toBe(400);
        const said = textOf(byId(await documentOf(answer), 'who-problem'));
        expect(said).toMatch(/[a-z]{4}/);
        expect(said).not.toMatch(/local@|domaine?\b|RFC|bytes|octets|quote|guillemets/);
      }
    },
  );

  test('names no provider and no domain to a stranger, and says whom to ask where there is only one', async () => {
    const stranger = await documentOf(await post('/?lang=en', { who: 'a@elsewhere.example' }));
    expect(textOf(stranger)).not.toMatch(/cnrs|free\.example|--/i);
    const known = await documentOf(await post('/?lang=en', { who: 'a@elsewhere.example' }, {}, alone));
    expect(textOf(known)).toContain(texts('en').home.problems.unknown({ example: who }));
    // One login for several domains would tell which there are.
    const several = createApp({
      profiles: () => [makeProfile({ domains: ['one.example', 'two.example'], login: '{local}' })],
    });
    const both = await documentOf(await post('/?lang=en', { who: 'toto' }, {}, several));
    expect(textOf(both)).not.toMatch(/one\.example|two\.example/);
  });

  test.each([
    ['a line break', 'a\nb'],
    ['a control character', 'a\u0000b'],
    ['no character', 'a\uffff'],
    ['too much', 'a'.repeat(257)],
  ])('takes no name with %s', async (_, name) => {
    for (const path of ['/?lang=en', `/mailbox/${who}/additional/index.en.html?lang=en`]) {
      const answer = await post(path, { who, name });
      expect([path, answer.status]).toEqual([path, 400]);
      const title = byTag(await documentOf(answer), 'h1').map((each) => textOf(each));
      expect(title).toEqual([texts('en').home.problemTitles.name]);
    }
  });
});

describe('a name', () => {
  const base = `/mailbox/${who}/additional/`;

  test('goes into page and files of that request, and with each of its links', async () => {
    const answer = await post(`${base}index.en.html`, { who, name: NAME });
    // A browser can go back to it, and nobody else may keep it.
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'private, max-age=0']);
    const document = await documentOf(answer);
    expect(textOf(byId(document, 'by-hand'))).toContain(NAME);
    const hidden = byTag(byId(document, 'again'), 'input').map((each) => [
      attribute(each, 'name'),
      attribute(each, 'value'),
    ]);
    expect(hidden).toEqual([['name', NAME]]);
    const targets = byTag(document, 'button').flatMap((each) => attribute(each, 'formaction') ?? []);
    expect(targets).toContain('thunderbird/thunderbird.en.html');
    for (const path of ['apple/mail-ios.en.html', 'outlook/outlook.en.html'])
      expect(textOf(await documentOf(await post(base + path, { name: NAME })))).toContain(NAME);
    const file = await post(`${base}apple/${await profileName()}`, { name: NAME });
    expect(await file.text()).toContain('Zoé &quot;d’Été&quot; &lt;b&gt;');
    expect(await (await get(`${base}index.en.html`)).text()).not.toContain('Zo');
  });

  test('is kept while a login is asked for', async () => {
    const path = '/mailbox/toto@free.example/additional/?lang=en';
    const first = await post(path, { who: 'toto@free.example', name: NAME });
    expect(first.status).toBe(200);
    const document = await documentOf(first);
    const fields = byTag(document, 'input').map((each) => [attribute(each, 'name'), attribute(each, 'value')]);
    expect(fields).toEqual([
      ['login', ''],
      ['name', NAME],
    ]);
    const sent = await documentOf(await post(path, { login: 'm0', name: NAME }));
    expect(byTag(byId(sent, 'again'), 'input')).toHaveLength(2);
  });

  test('goes on where another login is typed, and leaves the code for the phone', async () => {
    const document = await documentOf(await post(`${base}index.en.html`, { name: NAME }));
    const [own] = byTag(document, 'form').filter((each) => attribute(each, 'action') === 'index.en.html');
    expect(own && byTag(own, 'input').map((each) => attribute(each, 'name'))).toEqual(['login', 'name']);
    expect(await (await post(`${base}index.en.html`, { name: NAME })).text()).toContain('class="qr"');
  });

  async function profileName(): Promise<string> {
    const guide = await (await get(`${base}apple/mail-macos.en.html`)).text();
    return /href="([^"]+\.mobileconfig)"/.exec(guide)?.[1] ?? '';
  }
});

describe('what is not to be had', () => {
  const BROWSER = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'Accept-Language': 'fr' };

  test.each([
    ['/nothing/at/all', 404, 'page', '../../?lang=fr'],
    ['/email.mobileconfig', 400, 'malformed', './?lang=fr'],
    ['/email.mobileconfig?email=a@elsewhere.example', 404, 'page', './?lang=fr'],
  ] as const)(
    '%s is a page in one sentence for a browser, and a line for a program',
    async (path, status, kind, back) => {
      const answer = await get(path, BROWSER, alone);
      expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([status, 'no-store']);
      const document = await documentOf(answer);
      const { sorry } = texts('fr');
      expect(byTag(document, 'h1').map((each) => textOf(each))).toEqual([sorry[kind]]);
      expect(byTag(document, 'a').map((each) => [attribute(each, 'href'), textOf(each)])).toContainEqual([
        back,
        sorry.back,
      ]);
      expect(textOf(byTag(document, 'header')[0] as ReturnType<typeof byTag>[0])).toContain('CNRS');
      const program = await get(path, { Accept: '*/*' }, alone);
      expect([program.status, program.headers.get('Content-Type')]).toEqual([status, 'text/plain; charset=utf-8']);
    },
  );

  test('is a page where a form is sent wrongly, and where we fail ourselves', async () => {
    const title = async (answer: Response) => byTag(await documentOf(answer), 'h1').map((each) => textOf(each))[0];
    const { sorry } = texts('fr');
    expect(await title(await post('/account', {}, BROWSER))).toBe(sorry.method);
    expect((await post('/account', {}, BROWSER)).headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
    expect(await title(await post('/', { who: 'x'.repeat(9000) }, BROWSER))).toBe(sorry.tooLong);
    expect(await title(await post('/', {}, { ...BROWSER, 'Content-Type': 'text/plain' }))).toBe(sorry.form);
    let failing = 0;
    const broken = createApp({
      profiles: () => {
        failing += 1;
        if (failing === 1) throw new Error('no profiles');
        return [readProfile('cnrs')];
      },
    });
    const answer = await get('/', BROWSER, broken);
    expect([answer.status, await title(answer)]).toEqual([500, sorry.broken]);
  });

  test('tells a person who asks too often when to try again, and a program in a line', async () => {
    const { url } = await running(alone.answer, { 'rate-limit': '1' }, { refusal: alone.refusal });
    const answers = [await fetch(url, { headers: BROWSER }), await fetch(`${url}/x`, { headers: BROWSER })];
    const program = await fetch(url);
    expect([...answers.map(({ status }) => status), program.status]).toEqual([200, 429, 429]);
    const [, refused] = answers;
    const seconds = Number(refused?.headers.get('Retry-After'));
    expect(seconds).toBeGreaterThan(0);
    const document = await documentOf(refused as Response);
    expect(textOf(document)).toContain(texts('fr').sorry.later({ seconds, many: seconds > 1 }));
    expect(textOf(byTag(document, 'header')[0] as ReturnType<typeof byTag>[0])).toContain('CNRS');
    expect(await program.text()).toBe('Too many requests.\n');
  });
});

describe('what was typed, in a sentence about it', () => {
  test('is told from the words around it, whatever its direction', async () => {
    const typed = 'אבג דהו@cnrs.fr';
    const document = await documentOf(await post('/?lang=en', { who: typed }, {}, alone));
    const problem = byId(document, 'who-problem');
    expect(byTag(problem as Parent, 'bdi').map((each) => textOf(each))).toContain(typed);
    expect(textOf(problem)).toContain(`“${typed}”`);
  });

  test('is told from them where the login is asked for, too', async () => {
    const document = await documentOf(await get('/mailbox/toto@free.example/additional/?lang=en'));
    expect(byTag(document, 'bdi').map((each) => textOf(each))).toEqual(['toto@free.example']);
  });
});
