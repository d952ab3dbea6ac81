import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeProfile, root } from '../fixtures.ts';
import { CANONICAL, profiles } from '../server/ask.ts';
import { describeClients } from '../server/clients.ts';
import { describeHostile } from '../server/hostile.ts';
import { fetchOver } from '../server/over-http.ts';
import { bundleWorker, startWorkerd, type Workerd } from './workerd.ts';

/* The suites of the application, asked of the real workerd over connections. */
let server: Workerd;

beforeAll(async () => {
  server = await startWorkerd((outfile) => bundleWorker(profiles, outfile), { FACTEUR_CANONICAL_HOST: CANONICAL });
});
afterAll(() => server?.stop());

const fetch = fetchOver(() => server.url);
describeClients('workerd', fetch);
describeHostile('workerd', fetch, [
  {
    of: 'paths: MXYZPTLK of clientConfig',
    status: 501,
    because: 'workerd knows the methods that are registered, only',
  },
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

  test('writes nothing of what it was asked', async () => {
    await fetch(new Request(config.url));
    await fetch(new Request(`https://autoconfig.cnrs.fr/marie.curie@cnrs.fr`));
    expect(server.said()).toBe('');
  });
});
