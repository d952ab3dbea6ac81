import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { clients } from '../../src/clients/index.ts';
import { scripts } from '../../src/pages/scripts.generated.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { texts } from '../../src/words/index.ts';
import { attribute, byId, byTag, elements, languageButton, readHtml, textOf } from '../html.ts';
import { CANONICAL, type Fetch, profiles } from './ask.ts';

const ORIGIN = `https://${CANONICAL}`;

/** Held against the bundle that `facteur generate` writes for the same address. */
const files = new Map(
  (['additional', 'primary'] as const).flatMap((role) =>
    ['prenom.nom@cnrs.fr', 'jeanne.martin@universite.example'].flatMap((who) =>
      makeBundle(resolve({ who, role }, profiles).account, clients).artifacts.map((artifact) => [
        `/mailbox/${who}/${role}/${artifact.path}`,
        artifact,
      ]),
    ),
  ),
);

/** Of the files, those for administrators have a page of their own, which no server shows. */
function isForPeople(client: string, format: string): boolean {
  const found = clients.find(({ id }) => id === client)?.formats('en');
  const of = found?.find(({ id }) => id === format);
  return of === undefined ? format !== 'administration' : of.audience === 'user' && of.companion !== true;
}

/** Asks as a person's browser does, and is answered as it is told: pages for people, and the files that they offer. */
export function describePeople(name: string, fetch: Fetch): void {
  const get = async (path: string, headers: Record<string, string> = {}) =>
    fetch(new Request(new URL(path, ORIGIN), { headers, redirect: 'manual' }));
  const pageAt = async (path: string, headers: Record<string, string> = {}) => {
    const response = await get(path, headers);
    return { response, document: readHtml(await response.text()) };
  };
  const links = (document: Tree.Document, from: string) =>
    byTag(document, 'a')
      .map((link) => new URL(attribute(link, 'href') ?? '', new URL(from, ORIGIN)))
      .filter(({ origin }) => origin === ORIGIN);

  /** Where a redirect leads, from there. */
  const location = (from: string, { headers }: Response) => {
    const { origin, pathname, search } = new URL(headers.get('Location') ?? '', new URL(from, ORIGIN));
    expect(origin).toBe(ORIGIN);
    return pathname + search;
  };

  describe(name, () => {
    test('leaves nowhere the path below which a proxy has put it', async () => {
      for (const path of [
        ...[
          '/',
          '/?lang=en',
          '/?who=prenom.nom%40cnrs.fr',
          '/?who=nobody',
          '/account',
          '/account/cnrs',
          '/account/nobody',
        ],
        ...['/mailbox', '/mailbox/prenom.nom@cnrs.fr', '/mailbox/prenom.nom@cnrs.fr/primary/'],
        ...['/mailbox/prenom.nom@cnrs.fr/additional/index.html?lang=en', '/mailbox/nobody/a/b/c'],
        ...['/mailbox/prenom.nom@cnrs.fr/primary/index.html', '/mailbox/prenom.nom@cnrs.fr/primary/account.html'],
        '/mailbox/prenom.nom@cnrs.fr/additional/outlook/outlook.html',
      ]) {
        const answer = await get(path);
        const moved = answer.headers.get('Location');
        const document = moved === null ? readHtml(await answer.text()) : undefined;
        const forms = document ? byTag(document, 'form').map((form) => attribute(form, 'action') ?? '') : [];
        const all = document ? byTag(document, 'a').map((link) => attribute(link, 'href') ?? '') : [];
        const led = moved === null ? [...forms, ...all] : [moved];
        expect(led.length, path).toBeGreaterThan(0);
        // As a browser resolves them that has found the page below /facteur/.
        for (const reference of led.filter((each) => !/^[a-z]+:/.test(each))) {
          const below = new URL(reference, new URL(`/facteur${path}`, ORIGIN));
          const here = new URL(reference, new URL(path, ORIGIN));
          expect(`${below.origin}${below.pathname}`, `${path} → ${reference}`).toBe(
            `${ORIGIN}/facteur${here.pathname}`,
          );
        }
      }
    });

    test('a plus in a link that somebody wrote by hand is a plus, and nobody else is proposed', async () => {
      const to = async (query: string) => location('/', await get(`/?${query}`));
      const tagged = '/mailbox/a%2Btag@cnrs.fr/additional/index.html';
      for (const who of ['a+tag@cnrs.fr', 'a%2Btag@cnrs.fr', 'a%2Btag%40cnrs.fr', 'a+tag@ods.services'])
        expect(await to(`who=${who}`), who).toBe(tagged);
      expect(await to('who=a+tag@cnrs.fr&role=primary&lang=fr')).toBe(tagged.replace('additional', 'primary'));
      // A form writes a space so, and an @ never: here a space was typed.
      const spaced = await pageAt('/?who=prenom+nom%40cnrs.fr&role=additional&lang=en');
      expect(spaced.response.status).toBe(400);
      expect(textOf(byId(spaced.document, 'who-problem'))).toContain('prenom.nom@cnrs.fr');
    });

    test('asks for the address, in the language of the browser', async () => {
      const english = await pageAt('/', { 'Accept-Language': 'en-GB,en;q=0.9,fr;q=0.5' });
      expect(english.response.status).toBe(200);
      expect(textOf(english.document)).toContain('Set up your mail');
      const french = await pageAt('/', { 'Accept-Language': 'de, fr;q=0.4, en;q=0.3' });
      expect(textOf(french.document)).toContain('Configurer votre messagerie');
      // What the URL says holds more than what the browser prefers; what nobody speaks is the first provider's language.
      expect(textOf((await pageAt('/?lang=fr', { 'Accept-Language': 'en' })).document)).toContain('Configurer');
      expect(textOf((await pageAt('/', { 'Accept-Language': 'de' })).document)).toContain('Configurer');
      expect(textOf((await pageAt('/?lang=de', { 'Accept-Language': 'en' })).document)).toContain('Set up');
      // Of a list that is longer than any browser's, what is read is not cut in a word.
      const long = `fr;q=0.1,${'x-none,'.repeat(70)}en-GB`;
      expect(textOf((await pageAt('/', { 'Accept-Language': long })).document)).toContain('Configurer');
    });

    test('sends from the form to the pages of the address, also for who types the login', async () => {
      const to = async (query: string, headers = {}) => location(`/?${query}`, await get(`/?${query}`, headers));
      expect(await to('who=prenom.nom%40cnrs.fr')).toBe('/mailbox/prenom.nom@cnrs.fr/additional/index.html');
      expect(await to('who=+prenom.nom%40ods.services+&role=primary')).toBe(
        '/mailbox/prenom.nom@cnrs.fr/primary/index.html',
      );
      expect(await to('who=prenom.nom%40cnrs.fr&lang=en')).toBe('/mailbox/prenom.nom@cnrs.fr/additional/index.en.html');
      expect(await to('who=prenom.nom%40cnrs.fr', { 'Accept-Language': 'en' })).toContain('/index.en.html');
      expect((await get('/?who=prenom.nom%40cnrs.fr')).status).toBe(302);
    });

    test('says what is wrong with what was typed, and shows it again', async () => {
      for (const [typed, status, said] of [
        ['', 400, 'Saisissez votre adresse'],
        ['prenom nom@cnrs.fr', 400, 'prenom.nom@cnrs.fr'],
        ['@cnrs.fr', 400, '@'],
        ['someone@elsewhere.example', 404, 'Relisez-la'],
        ['"><script>alert(1)</script>', 400, '@'],
        [`${'a'.repeat(1200)}@cnrs.fr`, 400, 'long'],
        ['\u202eprenom\u0000@cnrs.fr', 400, '\\u202e'],
        ['prenom\uffff@cnrs.fr', 400, '\\uffff'],
        ['prenom\u{1fffe}@cnrs.fr', 400, '\\u{1fffe}'],
      ] as const) {
        const { response, document } = await pageAt(`/?who=${encodeURIComponent(typed)}`);
        expect(response.status, typed).toBe(status);
        expect(textOf(byId(document, 'who-problem')), typed).toContain(said);
        const shown = attribute(byId(document, 'who'), 'value') ?? '';
        expect(shown, typed).toBe(
          typed
            .slice(0, 1000)
            .replace(/[\0\uffff\u{1fffe}]/u, '')
            .trim(),
        );
        expect(byTag(document, 'script').map((each) => textOf(each, []))).toEqual([scripts.copy.text]);
        // A stranger learns nothing of who is served here, and nothing of the command line.
        if (!typed.includes('cnrs.fr')) expect(textOf(document)).not.toMatch(/cnrs\.fr|universite|token\.example|--/);
      }
    });

    test('takes no address of which something was lost: a form in another encoding than UTF-8', async () => {
      for (const path of ['/?who=pr%E9nom@cnrs.fr', '/mailbox/pr%EF%BF%BDnom@cnrs.fr/additional/index.html']) {
        const { response, document } = await pageAt(path);
        expect(response.status, path).toBe(400);
        expect(textOf(byId(document, 'who-problem')), path).toContain('\ufffd');
      }
    });

    test('lets the page about the account run a script of its own, and other pages the one that copies', async () => {
      const policy = async (path: string) =>
        (await get(`/mailbox/prenom.nom@cnrs.fr/additional/${path}`)).headers.get('Content-Security-Policy');
      const { copy, 'password-check': check } = scripts;
      expect(await policy('account.en.html')).toContain(`; script-src '${copy.hash}' '${check.hash}';`);
      expect(await policy('index.en.html')).toContain(`; script-src '${copy.hash}';`);
    });

    test('who has no account yet learns how to get one, and chooses among providers first', async () => {
      const home = await pageAt('/?lang=en');
      const hrefs = links(home.document, '/').map(({ pathname, search }) => `${pathname}${search}`);
      expect(hrefs).toContain('/account?lang=en');
      const choice = await pageAt('/account?lang=en');
      expect(choice.response.status).toBe(200);
      expect(attribute(byTag(choice.document, 'html')[0] as Tree.Element, 'lang')).toBe('en');
      const providers = links(choice.document, '/account').filter(({ pathname }) => pathname.startsWith('/account/'));
      expect(providers.map(({ pathname }) => pathname)).toEqual(['/account/cnrs', '/account/universite']);
      for (const { pathname, search } of providers) {
        const { response, document } = await pageAt(`${pathname}${search}`);
        expect([response.status, response.headers.get('Content-Type')], pathname).toEqual([
          200,
          'text/html; charset=utf-8',
        ]);
        expect(attribute(byTag(document, 'html')[0] as Tree.Element, 'lang')).toBe('en');
        expect(response.headers.get('Content-Security-Policy')).toContain(`'${scripts['password-check'].hash}'`);
        // It shows nobody's address.
        expect(byTag(document, 'dl')).toEqual([]);
        const found = links(document, pathname).map((url) => `${url.pathname}${url.search}`);
        expect(found).toEqual(expect.arrayContaining([`${pathname}?lang=fr`, '/?lang=en']));
      }
      expect(textOf((await pageAt('/account/cnrs', { 'Accept-Language': 'fr' })).document)).toContain(
        'Obtenir votre compte',
      );
    });

    test('at the host of a provider the page about its account needs no choice, and is its own', async () => {
      const at = async (url: string) => fetch(new Request(url, { redirect: 'manual' }));
      const cnrs = await at('https://autoconfig.cnrs.fr/account');
      expect(textOf(readHtml(await cnrs.text()))).toContain('Janus');
      expect((await at('https://autoconfig.cnrs.fr/account/universite')).status).toBe(404);
      // This provider describes nothing.
      const plain = await at('https://autoconfig.example.org/account');
      expect(plain.status).toBe(404);
      expect(textOf(readHtml(await plain.text()))).toContain(texts('en').home.problemTitles.page);
      expect(textOf(readHtml(await (await at('https://autoconfig.example.org/')).text()))).not.toContain(
        texts('en').onboarding.noneLink,
      );
    });

    test('says in both languages what is wrong with an address, and keeps it when the language changes', async () => {
      for (const [typed, status] of [
        ['prenom nom@cnrs.fr', 400],
        ['someone@elsewhere.example', 404],
        ['a+b "c"', 400],
      ] as const) {
        for (const [language, other] of [
          ['fr', 'en'],
          ['en', 'fr'],
        ] as const) {
          const { unknown, wrong } = texts(language).home.problemTitles;
          const title = status === 404 ? unknown : wrong;
          const path = `/?who=${encodeURIComponent(typed)}&role=primary&lang=${language}`;
          const { response, document } = await pageAt(path);
          expect(response.status, path).toBe(status);
          expect(
            byTag(document, 'h1').map((each) => textOf(each)),
            path,
          ).toEqual([title]);
          expect(attribute(byId(document, 'who'), 'aria-invalid'), path).toBe('true');
          expect(attribute(byId(document, 'who'), 'autofocus'), path).toBe('');
          expect(attribute(byId(document, 'who'), 'value'), path).toBe(typed);
          const button = languageButton(document, other);
          expect([attribute(button, 'formaction'), attribute(button, 'form')]).toEqual([`./?lang=${other}`, 'ask']);
        }
      }
    });

    test('a language that nobody speaks is as if none was asked for', async () => {
      const base = '/mailbox/prenom.nom@cnrs.fr/additional/';
      for (const path of [
        '/?lang=xx',
        '/account/cnrs?lang=xx',
        `${base}index.html?lang=xx`,
        `${base}android/gmail.html?lang=`,
      ]) {
        const { response, document } = await pageAt(path, { 'Accept-Language': 'fr' });
        expect(response.status, path).toBe(200);
        expect(attribute(byTag(document, 'html')[0] as Tree.Element, 'lang'), path).toBe('fr');
      }
      const missing = await pageAt(`${base}outlook/outlook-1997.html?lang=en`, { 'Accept-Language': 'fr' });
      expect(missing.response.status).toBe(404);
      expect(textOf(missing.document)).toContain(texts('en').home.problemTitles.page);
      const to = location(`${base}?lang=xx`, await get(`${base}?lang=xx`, { 'Accept-Language': 'en' }));
      expect(to).toBe(`${base}index.en.html`);
    });

    test('a page or file that is not there is a page with the form', async () => {
      for (const path of [
        '/mailbox/prenom.nom@cnrs.fr/main/index.html',
        '/mailbox/prenom.nom@cnrs.fr/additional/outlook/outlook-1997.html',
        '/mailbox/prenom.nom@cnrs.fr/additional/nothing/index.html',
        '/mailbox/prenom.nom@cnrs.fr/additional/index.de.html',
        '/mailbox/prenom.nom@cnrs.fr/additional/%2e%2e%2fpackage.json',
        '/mailbox/prenom.nom@cnrs.fr/additional/%ff',
        '/mailbox/a@elsewhere.example/additional/index.html',
        '/account/nobody',
        '/account/token',
        '/account/%ff',
      ]) {
        const { response, document } = await pageAt(path);
        expect(response.status, path).toBe(404);
        const { page, unknown } = texts('fr').home.problemTitles;
        expect([page, unknown], path).toContain(textOf(byTag(document, 'h1')[0] as Tree.Element));
        expect(byId(document, 'who'), path).toBeDefined();
      }
      const { document } = await pageAt('/mailbox/prenom.nom@cnrs.fr/additional/outlook/outlook-1997.html');
      expect(attribute(byId(document, 'who'), 'value')).toBe('prenom.nom@cnrs.fr');
    });

    test('the likely device comes first and the others follow', async () => {
      const order = async (userAgent: string) => {
        const { document } = await pageAt('/mailbox/prenom.nom@cnrs.fr/additional/index.html', {
          'User-Agent': userAgent,
        });
        const devices = ['windows', 'macos', 'ios', 'android', 'linux'];
        return elements(document, (each) => devices.includes(attribute(each, 'id') ?? '')).map((each) =>
          attribute(each, 'id'),
        );
      };
      const iphone = await order('Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15');
      expect(iphone[0]).toBe('ios');
      expect((await order('Mozilla/5.0 (Linux; Android 15; SM-S918B)'))[0]).toBe('android');
      expect((await order('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'))[0]).toBe('macos');
      expect((await order('Mozilla/5.0 (Windows NT 10.0; Win64; x64)'))[0]).toBe('windows');
      expect((await order('Mozilla/5.0 (X11; Linux x86_64; rv:140.0)'))[0]).toBe('linux');
      const unknown = await order('curl/8.5.0');
      expect(new Set(unknown)).toEqual(new Set(iphone));
      expect(unknown.length).toBe(5);
    });

    test('a computer shows the code that opens the page on the phone; a phone does not', async () => {
      const shows = async (userAgent: string) => {
        const { document } = await pageAt('/mailbox/prenom.nom@cnrs.fr/additional/index.html', {
          'User-Agent': userAgent,
        });
        return elements(document, (each) => attribute(each, 'class')?.includes('phone') === true).length === 1;
      };
      expect(await shows('Mozilla/5.0 (Windows NT 10.0; Win64; x64)')).toBe(true);
      expect(await shows('Mozilla/5.0 (Linux; Android 15; SM-S918B)')).toBe(false);
    });

    test('the language can be named in the URL of any page', async () => {
      const to = async (path: string) => location(path, await get(path));
      const base = '/mailbox/prenom.nom@cnrs.fr/additional/';
      expect(await to(`${base}?lang=en`)).toBe(`${base}index.en.html`);
      expect(await to(`${base}android/gmail.html?lang=en`)).toBe(`${base}android/gmail.en.html`);
      expect(await to(`${base}android/gmail.en.html?lang=fr`)).toBe(`${base}android/gmail.html`);
      expect((await get(`${base}android/gmail.html?lang=fr`)).status).toBe(200);
      // What no page is called leads nowhere, least of all out of the folder.
      for (const name of [
        '%F0%9F%98%80',
        '%00',
        '%0d%0aX:y',
        '%C3%A9',
        'a%3Fb%23c%20d',
        '..%2F..%2Fx',
        '/a.example/b',
      ]) {
        const { status, headers } = await get(`${base}${name}.html?lang=en`);
        // A web server in front may refuse one by itself.
        expect([400, 404], name).toContain(status);
        expect(headers.get('Location'), name).toBeNull();
      }
    });

    test.each(['prenom.nom@cnrs.fr', 'jeanne.martin@universite.example'])(
      'from the form for %s, links lead to every page and file for people, each of them what the manifest lists',
      async (who) => {
        const start = `/mailbox/${who}/additional/index.html`;
        const seen = new Set<string>();
        const todo = [start];
        for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
          if (seen.has(path)) continue;
          seen.add(path);
          const response = await get(path);
          expect(response.status, path).toBe(200);
          if (path === '/') continue;
          const artifact = files.get(decodeURIComponent(path));
          expect(artifact, path).toBeDefined();
          if (artifact === undefined) continue;
          expect(response.headers.get('Content-Type'), path).toBe(artifact.mediaType);
          const bytes = new Uint8Array(await response.arrayBuffer());
          if (artifact.mediaType.startsWith('text/html')) {
            // A server adds links to its pages, and takes nothing away.
            todo.push(...links(readHtml(new TextDecoder().decode(bytes)), path).map(({ pathname }) => pathname));
          } else {
            expect(Buffer.from(bytes).equals(artifact.bytes()), path).toBe(true);
            const fileName = artifact.savedAs ?? artifact.path.slice(artifact.path.lastIndexOf('/') + 1);
            expect(response.headers.get('Content-Disposition')).toBe(`attachment; filename="${fileName}"`);
          }
        }
        const offered = [...files].filter(
          ([path, { client, format }]) =>
            path.startsWith(`/mailbox/${who}/`) &&
            // It would replace the accounts of somebody who has one, so only the pages for a first mailbox offer it.
            (format !== 'user-js' || path.includes('/primary/')) &&
            // The page draws this code itself, and says how what it set up is removed.
            !/\/(?:account-qr\.svg|remove\.sh)$/.test(path) &&
            isForPeople(client, format),
        );
        const reached = new Set([...seen].map(decodeURIComponent));
        expect(offered.map(([path]) => path).filter((path) => !reached.has(path))).toEqual([]);
      },
    );

    test('pages may load nothing, send only to where they come from, and stand in no frame', async () => {
      for (const path of ['/', '/mailbox/prenom.nom@cnrs.fr/additional/index.html']) {
        const { headers } = await get(path);
        const policy = headers.get('Content-Security-Policy') ?? '';
        for (const rule of ["default-src 'none'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"]) {
          expect(policy.split('; '), path).toContain(rule);
        }
        expect(headers.get('Cache-Control')).toBe('no-store');
        expect(headers.get('Set-Cookie')).toBeNull();
      }
    });
  });
}
