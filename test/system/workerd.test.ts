import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeProfile, root } from '../fixtures.ts';
import { CANONICAL, profiles } from '../server/ask.ts';
import { describeClients } from '../server/clients.ts';
import { describeHostile } from '../server/hostile.ts';
import { fetchOver } from '../server/over-http.ts';
import { describePeople } from '../server/people.ts';
import { describeWire, dribble } from '../server/wire.ts';
import { bundleWorker, startWorkerd, type Workerd } from './workerd.ts';

/* The suites of the application, asked of the real workerd over connections. */
let server: Workerd;

beforeAll(async () => {
  server = await startWorkerd((outfile) => bundleWorker(profiles, outfile), { FACTEUR_CANONICAL_HOST: CANONICAL });
});
afterAll(() => server?.stop());

const fetch = fetchOver(() => server.url);
describeClients('workerd', fetch);
describePeople('workerd', fetch);
describeHostile('workerd', fetch, [
  {
    of: 'paths: MXYZPTLK of clientConfig',
    status: 501,
    because: 'workerd knows the methods that are registered, only',
  },
]);

const host = 'it makes the URL of the Host, and of the path of the target alone';
const lenient = 'its parser takes more than RFC 9112 asks for';
const room = 'it has more room for request line and headers, and refuses 1 MB';
const methods = 'it knows the methods that are registered, only';
describeWire('workerd', () => server.url, [
  { of: 'host: the target in absolute form, with another Host, which does not count', statuses: [302], because: host },
  { of: 'host: the target in absolute form, at another host', statuses: [200], because: host },
  { of: 'host: a target of another scheme', statuses: [200], because: host },
  { of: 'host: a target that is a host', statuses: [200], because: host },
  { of: 'host: OPTIONS of the whole server', statuses: [404], because: host },
  { of: 'host: CONNECT', statuses: [500], because: 'it hands CONNECT to another handler, which the worker has not' },
  { of: 'target: markup', statuses: [400], because: 'it takes no “<” in a target' },
  { of: 'target: 20 kB', statuses: [404], because: room },
  { of: 'header: 20 kB', statuses: [200], because: room },
  {
    of: 'version: HTTP/1.0 without Host, as programs watch servers',
    statuses: [400],
    because: 'it wants a Host always',
  },
  { of: 'version: HTTP/2 at once', statuses: [], because: 'it closes the connection' },
  { of: 'version: line feeds alone', statuses: [200], because: lenient },
  { of: 'version: a method in small letters', statuses: [501], because: methods },
  { of: 'version: a method of 9 kB', statuses: [501], because: methods },
  { of: 'body: a length and chunks', statuses: [200], because: 'it goes by the chunks (RFC 9112 §6.3)' },
  { of: 'body: an unknown expectation', statuses: [200], because: lenient },
  { of: 'body: a chunk with an extension of 30 kB', statuses: [400], because: 'it reads the body when it is asked to' },
  { of: 'body: trailers of 60 kB', statuses: [400], because: 'it reads the body when it is asked to' },
]);

describe('workerd', () => {
  const config = { url: 'http://autoconfig.cnrs.fr/mail/config-v1.1.xml?emailaddress=prenom.nom@cnrs.fr' };

  test('serves the profiles that come with Facteur, without a bundler and where it is asked', async () => {
    const shipped = await startWorkerd((outfile) => copyFileSync(join(root, 'dist/worker.js'), outfile), {});
    try {
      const answer = await fetchOver(() => shipped.url)(new Request(config.url));
      expect([answer.status, await answer.text()]).toEqual([
        200,
        expect.stringContaining('<username>prenom.nom@ods.services</username>'),
      ]);
    } finally {
      await shipped.stop();
    }
  });

  test('does not start with a wrong profile, and says what is wrong and where', async () => {
    const wrong = (outfile: string) => bundleWorker([{ ...makeProfile({}), domains: ['not a domain'] }], outfile);
    await expect(startWorkerd(wrong, {})).rejects.toThrow(/example\.yaml:1:\d+ .*“not a domain”/);
    const twice = (outfile: string) => bundleWorker([makeProfile({}), makeProfile({ id: 'other' })], outfile);
    await expect(startWorkerd(twice, {})).rejects.toThrow(/example\.org/);
  });

  test('with a canonical host that is none answers nothing, and says why', async () => {
    const broken = await startWorkerd((outfile) => copyFileSync(join(root, 'dist/worker.js'), outfile), {
      FACTEUR_CANONICAL_HOST: 'https://config.example.net',
    });
    try {
      expect((await fetchOver(() => broken.url)(new Request(config.url))).status).toBe(500);
      await expect.poll(broken.said).toContain('FACTEUR_CANONICAL_HOST is “https://config.example.net”');
    } finally {
      await broken.stop();
    }
  });

  // Its own bound is none: README says that the platform, or the proxy, must have one.
  test('keeps who sends slowly, and serves the others meanwhile', async () => {
    const slow = dribble(server.url, 3_000);
    expect((await fetch(new Request(config.url))).status).toBe(302);
    expect(await slow).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  test('writes nothing of what it was asked', async () => {
    await fetch(new Request(config.url));
    await fetch(new Request(`https://autoconfig.cnrs.fr/marie.curie@cnrs.fr`));
    expect(server.said()).not.toMatch(/curie|cnrs|@|defect/);
  });
});
