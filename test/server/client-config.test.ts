import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { app } from './ask.ts';

const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, htmlEntities: true });

async function get(url: string, init?: RequestInit): Promise<Response> {
  return app.fetch(new Request(url, init));
}

/** The logins of the answer, by server. */
async function logins(url: string): Promise<unknown[]> {
  const answer = await get(url);
  expect(answer.status, url).toBe(200);
  expect(answer.headers.get('Content-Type')).toBe('text/xml; charset=utf-8');
  const { emailProvider } = parser.parse(await answer.text()).clientConfig;
  return [emailProvider.incomingServer, emailProvider.outgoingServer].flat().map(({ username }) => username);
}

const CNRS = 'https://autoconfig.cnrs.fr/mail/config-v1.1.xml';
/** The name of this host tells no domain. */
const NEUTRAL = 'https://config.example.net/mail/config-v1.1.xml';

describe('clientConfig with an address', () => {
  test.each([
    ['encoded (Thunderbird)', `${CNRS}?emailaddress=prenom.nom%40cnrs.fr`],
    ['as it is (FairEmail)', `${CNRS}?emailaddress=prenom.nom@cnrs.fr`],
    ['at another host of ours', 'https://example.org/mail/config-v1.1.xml?emailaddress=prenom.nom@cnrs.fr'],
    ['with the domain in capitals', `${CNRS}?emailaddress=prenom.nom@CNRS.FR`],
  ])('names the login of that person: %s', async (_, url) => {
    expect(await logins(url)).toEqual(['prenom.nom@ods.services', 'prenom.nom@ods.services']);
  });

  test('a plus is a plus, encoded or not', async () => {
    for (const plus of ['+', '%2B']) {
      expect(await logins(`${CNRS}?emailaddress=prenom${plus}liste@cnrs.fr`)).toContain('prenom+liste@ods.services');
    }
  });

  test('is never kept by a cache', async () => {
    const { headers } = await get(`${CNRS}?emailaddress=prenom.nom%40cnrs.fr`);
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.has('ETag')).toBe(false);
  });
});

describe('clientConfig without an address', () => {
  const login = ['%EMAILLOCALPART%@ods.services', '%EMAILLOCALPART%@ods.services'];

  test.each([
    CNRS,
    'https://cnrs.fr/.well-known/autoconfig/mail/config-v1.1.xml',
    'https://autoconfig.cnrs.fr/v1.1/mail/config-v1.1.xml',
    'https://config.example.net/v1.1/cnrs.fr',
    ...['', '=', '=prenom.nom', '=a@cnrs.fr&emailaddress=b@cnrs.fr', '=%EMAILADDRESS%', '=%ff@cnrs.fr'].map(
      (unreadable) => `${CNRS}?emailaddress${unreadable}`,
    ),
  ])('has variables: %s', async (url) => {
    expect(await logins(url)).toEqual(login);
  });

  test('Evolution, which asks for an address of nobody, gets the variables too', async () => {
    const md5 = '0123456789abcdef0123456789abcdef';
    expect(await logins(`${CNRS}?emailaddress=EVOLUTIONUSER%40cnrs.fr&emailmd5=${md5}`)).toEqual(login);
  });

  test('may be kept by who asked, and is not sent again to who has it', async () => {
    const { headers } = await get(CNRS);
    expect(headers.get('Cache-Control')).toBe('private, no-cache');
    const etag = headers.get('ETag') ?? '';
    expect(etag).toMatch(/^"[^"]+"$/);
    for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get(CNRS, { headers: { 'If-None-Match': tags } });
      expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', etag]);
    }
    expect((await get(CNRS, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
  });
});

test.each([
  ['a domain that is not ours', 404, `${CNRS}?emailaddress=a@example.com`],
  ['a host that is not ours', 302, 'https://autoconfig.example.com/mail/config-v1.1.xml'],
  ['a domain of the list that is not ours', 404, 'https://config.example.net/v1.1/example.com'],
  ['a host that names none of several domains', 404, 'https://config.example.net/mail/config-v1.1.xml'],
  ['no address', 400, `${NEUTRAL}?emailaddress=`],
  ['a text without @', 400, `${NEUTRAL}?emailaddress=prenom.nom`],
  ['two addresses', 400, `${NEUTRAL}?emailaddress=a@cnrs.fr&emailaddress=b@cnrs.fr`],
  ['no percent-encoding', 400, `${NEUTRAL}?emailaddress=%EMAILADDRESS%`],
  ['a mailbox that Thunderbird cannot use', 404, `${CNRS}?emailaddress=a@token.example`],
  [
    'an address in which Thunderbird would replace a variable',
    404,
    `${CNRS}?emailaddress=%25EMAILADDRESS%25%40cnrs.fr`,
  ],
])('%s is answered %s, with a short text and never HTML', async (_, status, url) => {
  const answer = await get(url);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
  expect((await answer.text()).length).toBeLessThan(100);
});

test('a request over plain HTTP is sent to the canonical host, with the domain that its host named', async () => {
  for (const [from, to] of [
    ['http://autoconfig.cnrs.fr/mail/config-v1.1.xml', 'https://config.example.net/v1.1/cnrs.fr'],
    ['http://autoconfig.cnrs.fr/mail/config-v1.1.xml?emailaddress=%ff', 'https://config.example.net/v1.1/cnrs.fr'],
    [
      'http://autoconfig.cnrs.fr/mail/config-v1.1.xml?emailaddress=a%40cnrs.fr',
      'https://config.example.net/mail/config-v1.1.xml?emailaddress=a%40cnrs.fr',
    ],
  ] as const) {
    const answer = await get(from, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, to]);
  }
});
