import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/server/app/app.ts';
import { makeProfile } from '../fixtures.ts';
import { autodiscoverBody, namespaces, post } from './ask.ts';

/*
 * Where no rule gives the login, or one that a file for everybody cannot say, whoever asks is told so in the protocol's own way: the same for every address of the
 * domain, and never the address in the place of the login.
 */

const exchange = { host: 'eas.example', activeSync: true } as const;
const app = createApp({
  profiles: () => [
    makeProfile({ id: 'free', domains: ['free.example'], login: 'ask', exchange }),
    makeProfile({ id: 'lower', domains: ['lower.example'], login: '{address|lower}' }),
    makeProfile({
      id: 'sending',
      domains: ['sending.example'],
      outgoing: [{ host: 'smtp.example.org', security: 'tls', login: 'ask' }],
    }),
  ],
});
const get = async (url: string) => app.fetch(new Request(url, { redirect: 'manual' }));

describe.each(['free.example', 'sending.example'])('of %s', (domain) => {
  test.each([
    `/mail/config-v1.1.xml?emailaddress=toto@${domain}`,
    `/mail/config-v1.1.xml?emailaddress=EVOLUTIONUSER@${domain}`,
    '/mail/config-v1.1.xml',
    '/.well-known/autoconfig/mail/config-v1.1.xml',
    `/v1.1/${domain}`,
    '/.well-known/user-agent-configuration.json',
    `/email.mobileconfig?email=toto@${domain}`,
  ])('%s is 404', async (path) => {
    for (const host of ['autoconfig', 'ua-auto-config']) {
      const answer = await get(`https://${host}.${domain}${path}`);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain(`toto@${domain}`);
    }
  });

  test('a configuration profile is not said to be for a foreign domain', async () => {
    const answer = await get(`https://autoconfig.${domain}/email.mobileconfig?email=toto@${domain}`);
    expect(await answer.text()).toMatch(/^No rule gives the login of this mailbox: /);
  });

  test.each([namespaces.outlook, namespaces.mobile])(
    'Autodiscover is the error 601 of the protocol (%s)',
    async (schema) => {
      const url = `https://autodiscover.${domain}/autodiscover/autodiscover.xml`;
      const answer = await app.fetch(post(autodiscoverBody(`toto@${domain}`, schema), {}, url));
      const text = await answer.text();
      expect([answer.status, /<ErrorCode>(\d+)/.exec(text)?.[1]]).toEqual([200, '601']);
      expect(text).not.toContain('toto');
    },
  );

  test.each(['AutodiscoverV1', 'ActiveSync', 'Ews'])('Autodiscover v2 has its own error for %s', async (protocol) => {
    const query = `?Email=toto@${domain}&Protocol=${protocol}`;
    const answer = await get(`https://autodiscover.${domain}/autodiscover/autodiscover.json${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ ErrorCode: 'ProtocolNotSupported' });
  });
});

describe('a rule with a filter', () => {
  test('is applied where the address is said', async () => {
    const answer = await get('https://autoconfig.lower.example/mail/config-v1.1.xml?emailaddress=Toto@lower.example');
    expect((await answer.text()).match(/<username>[^<]*/g)).toEqual(Array(2).fill('<username>toto@lower.example'));
  });

  test.each([
    'https://autoconfig.lower.example/mail/config-v1.1.xml',
    'https://autoconfig.lower.example/mail/config-v1.1.xml?emailaddress=EVOLUTIONUSER@lower.example',
    'https://autoconfig.lower.example/v1.1/lower.example',
    'https://ua-auto-config.lower.example/.well-known/user-agent-configuration.json',
  ])('is claimed in no file for everybody: %s', async (url) => {
    expect((await get(url)).status).toBe(404);
  });
});
