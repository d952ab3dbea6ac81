import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../../src/server/app/app.ts';
import { facteur } from '../../cli/terminal.ts';
import { makeProfile } from '../../fixtures.ts';
import { attribute, byTag, readHtml } from '../../html.ts';
import { CANONICAL, profiles as usual } from '../../server/ask.ts';
import { fetchThrough } from '../../server/over-http.ts';
import { accessibilityFaults, close, open, overflow, startBrowser } from '../browser.ts';
import { has } from '../programs.ts';
import { type Publishing, startPublished } from './published.ts';

/* A published site on the real web servers, with the snippets that were written beside it: held against what `facteur serve` answers to the same questions. */

const exchange = makeProfile({
  id: 'exchange',
  domains: ['exchange.example', `${'a'.repeat(60)}.${'b'.repeat(60)}.example`],
  exchange: { host: 'mail.exchange.example', activeSync: true, webServices: true },
});
const profiles = [...usual, exchange];
const app = createApp({ profiles: () => profiles, canonicalHost: CANONICAL });

/** What `serve` answers to all that asks without an address. */
const QUESTIONS = [
  ...[
    'cnrs.fr',
    'universite.example',
    'etu.universite.example',
    'example.org',
    'token.example',
    'exchange.example',
  ].flatMap((domain) => [
    `https://autoconfig.${domain}/mail/config-v1.1.xml`,
    `https://autoconfig.${domain}/.well-known/autoconfig/mail/config-v1.1.xml`,
    `https://ua-auto-config.${domain}/.well-known/user-agent-configuration.json`,
    `https://${CANONICAL}/v1.1/${domain}`,
  ]),
  `https://autoconfig.${exchange.domains[1]}/mail/config-v1.1.xml`,
  'https://autodiscover.exchange.example/autodiscover/autodiscover.json?Email=a@exchange.example&Protocol=ActiveSync',
  'https://autodiscover.exchange.example/AutoDiscover/AutoDiscover.json?Email=a@exchange.example&protocol=activesync',
  'https://autodiscover.exchange.example/autodiscover/autodiscover.json/v1.0/a@exchange.example?Protocol=ActiveSync',
  'https://autoconfig.cnrs.fr/nothing',
  'https://autoconfig.cnrs.fr/.well-known/mail-v1.xml',
  `https://${CANONICAL}/v1.1/nobody.example`,
  `https://${CANONICAL}/Microsoft-Server-ActiveSync`,
  `https://${CANONICAL}/nothing.html`,
];

const HEADERS = [
  ...['content-type', 'content-security-policy', 'x-content-type-options', 'referrer-policy', 'cache-control', 'vary'],
  'access-control-allow-origin',
];

async function seen(answer: Response) {
  // A server may compress, and says so.
  const headers = HEADERS.map((name) => [name, answer.headers.get(name)?.replace(/,?Accept-Encoding/, '') || null]);
  const body = await answer.text();
  // Where there is nothing, serve says what is not there.
  return { status: answer.status, headers: Object.fromEntries(headers), body: answer.status === 200 && body };
}

describe.each(['nginx', 'apache2', 'caddy'] as const)('a published site on %s', (name) => {
  if (!has(name) || !has('openssl')) {
    test.skip('it is not installed', () => {});
    return;
  }
  let folder: string;
  let server: Publishing;
  const fetch = fetchThrough(() => server);
  const ask = (url: string, init: RequestInit = {}) => fetch(new Request(url, { redirect: 'manual', ...init }));

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'facteur-site-'));
    // Its children are another user.
    chmodSync(folder, 0o755);
    // JSON is YAML.
    for (const profile of profiles) writeFileSync(join(folder, `${profile.id}.yaml`), JSON.stringify(profile));
    const site = join(folder, 'site');
    const answer = await facteur(['publish', '--profile', folder, '--server', CANONICAL, '--out', site]);
    expect(answer.code, answer.err).toBe(0);
    server = await startPublished(name, site);
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('its own check finds nothing wrong with the snippet', () => {
    const { status, text } = server.judged;
    // Of its own, Caddy says that the test has switched off what fetches certificates.
    const about = text.split('\n').filter((line) => !/automatic HTTPS|OCSP|not formatted/.test(line));
    expect(about.join('\n')).not.toMatch(/\[(?:warn|error|emerg)\]|"level":"(?:warn|error)"|AH\d+/);
    expect([status, text]).toEqual([0, expect.stringMatching(/syntax is ok|Syntax OK|Valid configuration/)]);
  });

  test.each(QUESTIONS)('%s is answered as by facteur serve', async (url) => {
    const own = await seen(await app.fetch(new Request(url)));
    expect(await seen(await ask(url))).toEqual(own);
    const head = await ask(url, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([own.status, '']);
  });

  test('a host in capitals, or with a dot at its end, is the same', async () => {
    const expected = await (await ask('https://autoconfig.cnrs.fr/mail/config-v1.1.xml')).text();
    const { request } = await import('node:https');
    for (const host of ['AutoConfig.CNRS.fr', 'autoconfig.cnrs.fr:443']) {
      const text = await new Promise<string>((resolve, reject) => {
        const to = { host: server.ip, port: server.https, rejectUnauthorized: false, servername: 'autoconfig.cnrs.fr' };
        request({ ...to, path: '/mail/config-v1.1.xml', headers: { Host: host } }, (incoming) => {
          let body = '';
          incoming.on('data', (chunk) => {
            body += chunk;
          });
          incoming.on('end', () => resolve(body));
        })
          .on('error', reject)
          .end();
      });
      expect(text, host).toBe(expected);
    }
  });

  test('whatever program asks with an address gets the same file, of the domain of the host', async () => {
    const url = 'https://autoconfig.cnrs.fr/mail/config-v1.1.xml';
    const plain = await (await ask(url)).text();
    expect(plain).toContain('%EMAILLOCALPART%@ods.services');
    for (const query of ['?emailaddress=prenom.nom%40cnrs.fr', '?emailaddress=EVOLUTIONUSER%40cnrs.fr&emailmd5=0'])
      expect(await (await ask(url + query)).text()).toBe(plain);
  });

  test('over plain HTTP, programs are sent where serve sends them, and nobody to what cannot answer', async () => {
    for (const domain of ['cnrs.fr', 'universite.example', 'example.org']) {
      for (const path of ['/mail/config-v1.1.xml', '/.well-known/autoconfig/mail/config-v1.1.xml']) {
        const url = `http://autoconfig.${domain}${path}`;
        const own = await app.fetch(new Request(url));
        const answer = await ask(`${url}?x=y`);
        expect([answer.status, answer.headers.get('Location')]).toEqual([302, own.headers.get('Location')]);
      }
    }
    expect((await ask('http://autodiscover.cnrs.fr/Autodiscover/Autodiscover.xml')).status).toBe(404);
    const home = await ask(`http://${CANONICAL}/x?y=z`);
    expect([home.status, home.headers.get('Location')]).toEqual([302, `https://${CANONICAL}/x?y=z`]);
    // What is sent on is no header of the answer.
    const split = await ask(`http://${CANONICAL}/a%0d%0aSet-Cookie:%20b=c%2fd`);
    expect([split.status >= 300, split.headers.has('Set-Cookie')]).toEqual([true, false]);
    const location = split.headers.get('Location');
    if (location !== null) expect(location).toMatch(new RegExp(`^https://${CANONICAL}/a%0d%0a`, 'i'));
  });

  test('Autodiscover is not allowed, as serve says of GET, and no page stands in its place', async () => {
    for (const host of ['autodiscover.cnrs.fr', 'autoconfig.cnrs.fr', CANONICAL]) {
      for (const path of ['/autodiscover/autodiscover.xml', '/Autodiscover/Autodiscover.xml']) {
        for (const method of ['GET', 'HEAD', 'POST', 'PUT']) {
          const answer = await ask(`https://${host}${path}`, { method, ...(method === 'POST' && { body: '<a/>' }) });
          expect([answer.status, answer.headers.get('Allow')], `${method} ${host}${path}`).toEqual([405, 'OPTIONS']);
          expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
        }
        expect((await ask(`https://${host}${path}`, { method: 'OPTIONS' })).status).toBe(204);
      }
    }
  });

  test('of Autodiscover v2, other protocols are refused in JSON', async () => {
    const url = 'https://autodiscover.exchange.example/autodiscover/autodiscover.json?Email=a@exchange.example';
    for (const query of ['&Protocol=AutodiscoverV1', '&Protocol=../../x', '']) {
      const answer = await ask(url + query);
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([400, 'application/json; charset=utf-8']);
      expect(await answer.json()).toMatchObject({ ErrorCode: 'ProtocolNotSupported' });
    }
  });

  test('methods that nothing is there for are refused, and no question for a password is asked', async () => {
    for (const [method, path] of [
      ['PROPFIND', '/.well-known/carddav'],
      ['PROPFIND', '/'],
      ['PUT', '/'],
      ['POST', '/mail/config-v1.1.xml'],
      ['DELETE', '/mail/config-v1.1.xml'],
    ] as const) {
      const answer = await ask(`https://autoconfig.cnrs.fr${path}`, { method });
      expect([404, 405], `${method} ${path}`).toContain(answer.status);
      expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
      expect(answer.headers.has('WWW-Authenticate')).toBe(false);
      expect(answer.headers.has('DAV')).toBe(false);
    }
  });

  test('nothing of the folder but the files of the host is there', async () => {
    for (const path of [
      '/manifest.json',
      '/../manifest.json',
      '/..%2fmanifest.json',
      '/%2e%2e/%2e%2e/nginx.conf',
      '/mail',
      '/mail/',
      '/cnrs.fr/',
    ]) {
      const answer = await ask(`https://autoconfig.cnrs.fr${path}`);
      expect(path === '/mail' ? [301, 404] : [400, 404], path).toContain(answer.status);
    }
    const page = await ask(`https://autoconfig.cnrs.fr/cnrs/fr/index.html`);
    expect(page.status).toBe(404);
  });

  test('a person is led to the steps in the language of the browser, from links in letters, too', async () => {
    for (const language of ['fr', 'en']) {
      for (const path of [
        '/',
        '/mailbox/prenom.nom@cnrs.fr/additional/index.html',
        '/account?lang=fr',
        '/account/cnrs',
      ]) {
        const other = language === 'fr' ? 'en' : 'fr';
        for (const preferred of [
          `${language}-CA,de;q=0.5`,
          `de,${language};q=0.7`,
          `${language},${other};q=0.5,${language}-CA;q=0.3`,
        ]) {
          const headers = { 'Accept-Language': preferred };
          const answer = await ask(`https://${CANONICAL}${path}`, { headers });
          expect([answer.status, answer.headers.get('Location')], `${path} ${preferred}`).toEqual([
            302,
            `https://${CANONICAL}/${language === 'fr' ? 'index.html' : 'index.en.html'}`,
          ]);
        }
      }
      const home = await ask('https://autoconfig.cnrs.fr/', { headers: { 'Accept-Language': language } });
      expect(home.headers.get('Location')).toContain(`https://${CANONICAL}/index.`);
    }
  });

  test('every page that a page leads to is there, with the policy that serve sends and that it can live with', async () => {
    const seenPages = new Set<string>();
    const todo = [`https://${CANONICAL}/index.html`, `https://${CANONICAL}/index.en.html`];
    const policies = new Set<string>();
    for (let url = todo.shift(); url !== undefined && seenPages.size < 600; url = todo.shift()) {
      if (seenPages.has(url)) continue;
      seenPages.add(url);
      const answer = await ask(url);
      expect(answer.status, url).toBe(200);
      expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('Cache-Control')).toBe('no-cache');
      policies.add(answer.headers.get('Content-Security-Policy') ?? '');
      const document = readHtml(await answer.text());
      expect(byTag(document, 'form'), url).toEqual([]);
      for (const link of byTag(document, 'a')) {
        const to = new URL(attribute(link, 'href') ?? '', url);
        to.hash = '';
        if (to.host === CANONICAL) todo.push(to.href);
      }
    }
    expect(seenPages.size).toBeGreaterThan(100);
    expect(policies.size).toBe(1);
  });

  test.runIf(name === 'nginx' && has('chromium'))(
    'Chromium shows every kind of page without a complaint, to everybody, and asks for nothing else',
    async () => {
      // Each page in its window, as its reader finds it.
      const browser = await startBrowser([`--host-resolver-rules=MAP ${CANONICAL}:443 127.0.0.1:${server.https}`]);
      try {
        const pages = [
          'index.html',
          'index.en.html',
          ...['fr', 'en'].flatMap((language) =>
            [
              'index.html',
              'account.html',
              'thunderbird/thunderbird.html',
              'apple/mail-ios.html',
              'webmail/webmail.html',
            ].map((page) => `cnrs/${language}/${page}`),
          ),
          'cnrs_primary/fr/outlook/outlook.html',
          'universite/fr/index.html',
        ];
        for (const path of pages) {
          const url = `https://${CANONICAL}/${path}`;
          const shown = await open(browser, url, { ignoreHTTPSErrors: true, viewport: { width: 390, height: 800 } });
          expect(shown.complaints, path).toEqual([]);
          expect(shown.requests, path).toEqual([url]);
          expect(await overflow(shown.page), path).toBe(0);
          await close(shown);
          const judged = await open(browser, url, { ignoreHTTPSErrors: true, bypassCSP: true });
          expect(await accessibilityFaults(judged.page), path).toEqual([]);
          await close(judged);
        }
      } finally {
        await browser.close();
      }
    },
  );

  test('what it logs of a request names nobody', async () => {
    await ask('https://autoconfig.cnrs.fr/mail/config-v1.1.xml?emailaddress=marie.curie@cnrs.fr');
    await ask(`https://${CANONICAL}/mailbox/marie.curie@cnrs.fr/additional/index.html`);
    expect(server.said()).not.toMatch(/curie|emailaddress/);
  });

  test('the web site of the domain answers programs, too, and stays what it was', async () => {
    const answer = await ask('https://cnrs.fr/.well-known/autoconfig/mail/config-v1.1.xml');
    const own = await app.fetch(new Request('https://cnrs.fr/.well-known/autoconfig/mail/config-v1.1.xml'));
    expect(await seen(answer)).toEqual(await seen(own));
    expect(await (await ask('https://cnrs.fr/')).text()).toContain('our web site');
  });
});
