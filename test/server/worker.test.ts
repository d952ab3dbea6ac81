import { describe, expect, test, vi } from 'vitest';
import { InputError } from '../../src/errors.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { createWorker, type WorkerEnvironment } from '../../src/server/worker.ts';
import { makeProfile } from '../fixtures.ts';
import { CANONICAL, profiles } from './ask.ts';

const ask = async (environment: WorkerEnvironment) =>
  createWorker(profiles).fetch(
    new Request('http://autoconfig.cnrs.fr/mail/config-v1.1.xml', { redirect: 'manual' }),
    environment,
  );

test('a worker for every domain is made only where that is said to be meant', async () => {
  const hoster = makeProfile({ domains: ['*'] });
  expect(() => createWorker([hoster])).toThrow('example domains.1  the domain "*" answers for every domain');
  const url = 'https://autoconfig.elsewhere.org/mail/config-v1.1.xml';
  expect((await createWorker([hoster], { anyDomain: true }).fetch(new Request(url), {})).status).toBe(200);
});

describe('the worker', () => {
  test.each<WorkerEnvironment>([{}, { FACTEUR_CANONICAL_HOST: null }, { FACTEUR_CANONICAL_HOST: '' }])(
    'with %j answers where it is asked',
    async (environment) => {
      expect((await ask(environment)).status).toBe(200);
    },
  );

  test('sends what is asked over plain HTTP to the canonical host of its environment', async () => {
    const answer = await ask({ FACTEUR_CANONICAL_HOST: CANONICAL.toUpperCase() });
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, `https://${CANONICAL}/v1.1/cnrs.fr`]);
  });

  test.each(['https://example.org', 'a b', 'x:99999', 'x\r\nSet-Cookie: a=b'])(
    'answers nothing where its canonical host is “%s”',
    async (host) => {
      await expect(ask({ FACTEUR_CANONICAL_HOST: host })).rejects.toThrow('is not a host name');
    },
  );

  test('does not start where two profiles claim a domain or an id', () => {
    const one = makeProfile({});
    expect(() => createWorker([one, makeProfile({ id: 'other' })])).toThrow(InputError);
    expect(() => createWorker([one, makeProfile({ domains: ['example.net'] })])).toThrow(/the id “example” stands in/);
  });

  test('says where it failed, and not on what', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    // What no profile file gives: a mistake of ours.
    const broken = { ...makeProfile({}), incoming: [undefined] } as unknown as Profile;
    const url = 'https://autoconfig.example.org/mail/config-v1.1.xml?emailaddress=marie.curie@example.org';
    const answer = await createWorker([broken]).fetch(new Request(url), {});
    const lines = told.mock.calls.map(([line]) => String(line));
    told.mockRestore();
    expect([answer.status, await answer.text()]).toEqual([500, 'Internal error.\n']);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'defect', error: { name: 'TypeError' } });
    expect(lines.join()).not.toContain('curie');
  });
});
