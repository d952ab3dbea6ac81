import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http2';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect as dialTls } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attribute, byTag, readHtml } from '../../html.ts';
import { type Program, startProgram } from '../../program/server/program.ts';
import { AUTODISCOVER, autodiscoverBody, CANONICAL, profiles } from '../../server/ask.ts';
import { describeClients } from '../../server/clients.ts';
import { describeHostile, type OwnAnswer } from '../../server/hostile.ts';
import { fetchThrough } from '../../server/over-http.ts';
import { describePeople } from '../../server/people.ts';
import { whenCutShort } from '../ending.ts';
import { has } from '../programs.ts';
import { startWebServer, type WebServer, type WebServerName } from './start.ts';

/*
 * `facteur serve` behind the real web servers, set up with the samples of deploy/ and a cache that knows nothing of hosts: the suites of clients, hostile requests
 * and pages pass through each.
 */

/** The suites, and what a web server does by itself. @param own what it answers by itself */
export function describeBehind(name: WebServerName, own: readonly OwnAnswer[]): void {
  describe(`behind ${name}`, () => {
    if (!has(name) || !has('openssl')) {
      test.skip('it is not installed', () => {});
      return;
    }
    let folder: string;
    let facteur: Program;
    let server: WebServer;
    let withdraw: () => void;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'facteur-profiles-'));
      withdraw = whenCutShort(() => rmSync(folder, { recursive: true, force: true }));
      // JSON is YAML.
      for (const profile of profiles) writeFileSync(join(folder, `${profile.id}.yaml`), JSON.stringify(profile));
      const proxy = ['--trusted-proxy', '127.0.0.1', '--canonical-host', CANONICAL, '--rate-limit', '0'];
      facteur = await startProgram(['--port', '0', '--profile', folder, ...proxy]);
      server = await startWebServer(name, facteur.url);
    });
    afterAll(async () => {
      await server?.stop();
      facteur?.process.kill('SIGTERM');
      await facteur?.ended;
      withdraw?.();
      rmSync(folder, { recursive: true, force: true });
    });

    const fetch = fetchThrough(() => server);
    describeClients(name, fetch);
    describePeople(name, fetch);
    describeHostile(name, fetch, own);

    const get = (url: string) => fetch(new Request(url, { redirect: 'manual' }));

    test('a cache that goes by the path gives nobody what is for the people of another provider', async () => {
      const asked = {
        'https://autoconfig.cnrs.fr/mail/config-v1.1.xml': 'imap.cnrs.fr',
        'https://autoconfig.universite.example/mail/config-v1.1.xml': 'imap.universite.example',
        'https://autoconfig.example.org/mail/config-v1.1.xml?emailaddress=EVOLUTIONUSER@example.org':
          'imap.example.org',
        'https://cnrs.fr/.well-known/autoconfig/mail/config-v1.1.xml': 'imap.cnrs.fr',
        'https://universite.example/.well-known/autoconfig/mail/config-v1.1.xml': 'imap.universite.example',
        'https://ua-auto-config.example.org/.well-known/user-agent-configuration.json': 'imap.example.org',
        'https://ua-auto-config.universite.example/.well-known/user-agent-configuration.json':
          'imap.universite.example',
      };
      for (const round of [1, 2, 3]) {
        for (const [url, host] of Object.entries(asked)) {
          const answer = await get(url);
          expect(await answer.text(), `${url}, ${round}`).toContain(host);
          expect(answer.headers.get('X-Cache') ?? '', url).not.toMatch(/^HIT/);
        }
        // Over plain HTTP they are sent on, each to their own.
        for (const domain of ['cnrs.fr', 'universite.example']) {
          const answer = await get(`http://autoconfig.${domain}/mail/config-v1.1.xml`);
          expect(answer.headers.get('Location')).toBe(`https://${CANONICAL}/v1.1/${domain}`);
        }
        for (const language of ['fr', 'en']) {
          const answer = await fetch(
            new Request(`https://${CANONICAL}/`, { headers: { 'Accept-Language': language } }),
          );
          expect(await answer.text()).toContain(`lang="${language}"`);
        }
      }
      // The cache is there: what the path names is kept.
      if (name === 'caddy') return;
      await get(`https://${CANONICAL}/v1.1/example.org`);
      expect((await get(`https://${CANONICAL}/v1.1/example.org`)).headers.get('X-Cache')).toMatch(/^HIT/);
    });

    test('over HTTP/2 clients are answered as over HTTP/1.1', async () => {
      const to = { host: '127.0.0.1', port: server.https, ALPNProtocols: ['h2'], rejectUnauthorized: false };
      const session = connect('https://127.0.0.1', {
        createConnection: () => dialTls({ ...to, servername: 'autodiscover.cnrs.fr' }),
      });
      const ask = async (headers: OutgoingHttpHeaders, body?: string) => {
        const stream = session.request({ ':scheme': 'https', ...headers });
        stream.end(body);
        const [[told], text] = await Promise.all([once(stream, 'response'), textOf(stream)]);
        return { status: (told as IncomingHttpHeaders)[':status'], text };
      };
      try {
        const config = { ':authority': 'autoconfig.cnrs.fr', ':path': '/mail/config-v1.1.xml?emailaddress=a@cnrs.fr' };
        expect(await ask(config)).toEqual({ status: 200, text: expect.stringContaining('a@ods.services') });
        const { host: authority, pathname } = new URL(AUTODISCOVER);
        const pox = { ':method': 'POST', ':authority': authority, ':path': pathname, 'content-type': 'text/xml' };
        expect(await ask(pox, autodiscoverBody('a@cnrs.fr'))).toEqual({
          status: 200,
          text: expect.stringContaining('<LoginName>a@ods.services</LoginName>'),
        });
        expect(session.alpnProtocol).toBe('h2');
      } finally {
        session.close();
      }
    });

    test('below a path of a web site, links, forms and redirects stay there', async () => {
      const site = 'https://www.example.org';
      const seen = new Set<string>();
      const todo = [
        ...['/facteur/?lang=fr', '/facteur/?who=prenom.nom%40cnrs.fr&role=primary', '/facteur/account/cnrs?lang=en'],
        // A slash and a per cent in an address stay what they are.
        ...['/facteur/mailbox/a%2Fb@cnrs.fr', '/facteur/mailbox/a%2525b@cnrs.fr/primary/index.html'],
      ];
      for (let path = todo.shift(); path !== undefined && seen.size < 40; path = todo.shift()) {
        if (seen.has(path)) continue;
        seen.add(path);
        const from = new URL(path, site);
        const answer = await get(from.href);
        expect([200, 302], path).toContain(answer.status);
        const html = (answer.headers.get('Content-Type') ?? '').startsWith('text/html');
        const document = html ? readHtml(await answer.text()) : undefined;
        const led = [
          answer.headers.get('Location'),
          ...(document === undefined ? [] : byTag(document, 'a').map((link) => attribute(link, 'href'))),
          ...(document === undefined ? [] : byTag(document, 'form').map((form) => attribute(form, 'action'))),
        ].flatMap((reference) => (reference ? [new URL(reference, from)] : []));
        for (const { origin, pathname, search } of led.filter((each) => each.origin === site)) {
          expect(`${origin}${pathname}`, path).toMatch(/^https:\/\/www\.example\.org\/facteur\//);
          todo.push(pathname + search);
        }
      }
      expect([...seen]).toEqual(
        expect.arrayContaining([
          '/facteur/',
          '/facteur/mailbox/prenom.nom@cnrs.fr/primary/index.html',
          '/facteur/mailbox/a%2Fb@cnrs.fr/additional/index.html',
          '/facteur/account?lang=fr',
        ]),
      );
    });

    test('of many requests on connections that are kept, none meets one that has just been closed', async () => {
      const statuses: number[] = [];
      const ask = (agent: Agent) =>
        new Promise<void>((resolve, reject) => {
          const { host, pathname } = new URL(AUTODISCOVER);
          const options = { agent, host: '127.0.0.1', port: server.https, path: pathname, servername: host };
          const headers = { Host: host, 'Content-Type': 'text/xml' };
          const outgoing = request({ ...options, headers, method: 'POST' }, (incoming) => {
            statuses.push(incoming.statusCode ?? 0);
            incoming.resume().once('end', resolve);
          });
          outgoing.once('error', reject).end(autodiscoverBody('a@cnrs.fr'));
        });
      // About the time-out that Node has where nobody sets one. Only the connections between the two are kept over a pause.
      for (const pause of [0, 50, 4_950, 5_000, 5_050]) {
        await sleep(pause);
        const agent = new Agent({ keepAlive: true, maxSockets: 16, rejectUnauthorized: false });
        try {
          await Promise.all(Array.from({ length: 48 }, () => ask(agent)));
        } finally {
          agent.destroy();
        }
      }
      expect(statuses.filter((status) => status !== 200)).toEqual([]);
      expect(statuses.length).toBe(5 * 48);
    });

    test.skipIf(name === 'caddy')('what it logs of a request names nobody', async () => {
      await get('https://autoconfig.cnrs.fr/mail/config-v1.1.xml?emailaddress=marie.curie@cnrs.fr');
      await get('https://www.example.org/facteur/mailbox/marie.curie@cnrs.fr/additional/index.html');
      await expect.poll(() => server.requests()).toMatch(/ www\.example\.org GET 200 /);
      expect(server.requests()).not.toMatch(/@|curie|emailaddress|mailbox/);
    });

    test.skipIf(name !== 'nginx')(
      'behind one that passes on neither host nor scheme, nobody is sent to what was asked',
      async () => {
        const ask = (path: string) => get(`https://bare.example.net${path}`);
        expect((await ask('/account?lang=en')).status).toBe(200);
        expect((await ask('/?who=prenom.nom%40cnrs.fr')).headers.get('Location')).toMatch(/^\.\/mailbox\//);
        const config = await ask('/mail/config-v1.1.xml?emailaddress=a@cnrs.fr');
        expect([config.status, await config.text()]).toEqual([200, expect.stringContaining('a@ods.services')]);
      },
    );
  });
}
