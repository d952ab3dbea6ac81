import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Profile } from '../../src/profile/profile.ts';
import { paccDocument, paccRecord } from '../../src/publish/pacc.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { createApp } from '../../src/server/app/app.ts';
import { makeProfile } from '../fixtures.ts';
import { app, autodiscoverBody, CANONICAL, namespaces, post, profiles } from './ask.ts';
import { describeClients } from './clients.ts';
import { at, readXml } from './read.ts';

describeClients('the application', app.fetch);

const get = (url: string, of = app) => of.fetch(new Request(url));
const CONFIG = '/mail/config-v1.1.xml';

test('an error of Autodiscover names the time that it is given', async () => {
  const answer = await app.fetch(post(''));
  expect(at(await readXml(answer), 'Response', 'Error').attributes.Time).toBe('12:00:00.1230000');
});

describe('without a canonical host', () => {
  const alone = createApp({ profiles: () => profiles });

  test('everything is answered where it is asked, also over plain HTTP', async () => {
    expect((await get(`http://autoconfig.cnrs.fr${CONFIG}`, alone)).status).toBe(200);
    expect((await get(`http://127.0.0.1:8080${CONFIG}?emailaddress=a@cnrs.fr`, alone)).status).toBe(200);
    expect((await get('http://127.0.0.1:8080/email.mobileconfig?email=a@cnrs.fr', alone)).status).toBe(200);
  });

  test.each([
    ['https://cnrs.fr:8443', 'https://cnrs.fr:8443'],
    ['http://autodiscover.cnrs.fr:8080', 'https://autodiscover.cnrs.fr'],
    ['https://evil.example', 'https://autodiscover.cnrs.fr'],
  ])('Autodiscover v2 at %s points to a name of ours: %s', async (asked, named) => {
    const answer = await get(`${asked}/autodiscover/autodiscover.json?Email=a@cnrs.fr&Protocol=AutodiscoverV1`, alone);
    expect(JSON.parse(await answer.text())).toMatchObject({ Url: `${named}/autodiscover/autodiscover.xml` });
  });
});

test('a host whose name says nothing is asked for the only domain there is', async () => {
  const single = createApp({ profiles: () => [makeProfile({})], canonicalHost: 'config.example.net' });
  for (const host of ['https://config.example.net', 'https://autoconfig.example.org']) {
    expect((await get(`${host}${CONFIG}`, single)).status).toBe(200);
  }
  const open = createApp({ profiles: () => [makeProfile({})] });
  for (const host of [
    ...['[::1]:8080', '127.0.0.1', 'localhost:8080', 'facteur:8080', 'facteur.', 'host.docker.internal', 'nas.local'],
  ]) {
    expect((await get(`http://${host}${CONFIG}`, open)).status, host).toBe(200);
    // Nobody is led there by that name but by a proxy that does not pass on the host, and would be asked the same again.
    expect((await get(`http://${host}${CONFIG}`, single)).status, host).toBe(200);
    expect((await get(`http://${host}/`, single)).status, host).toBe(200);
  }
  expect((await get(`http://autoconfig.firma.local${CONFIG}`, open)).status).toBe(404);
  // Whoever points another domain here does not configure its people for ours.
  expect((await get(`https://autoconfig.example.com${CONFIG}`, open)).status).toBe(404);
});

test('a host that is longer than any name is none', async () => {
  const open = createApp({ profiles: () => profiles, onError: () => expect.unreachable() });
  const page = '/mailbox/a@cnrs.fr/additional/index.html';
  expect((await get(`http://${'x'.repeat(255)}${page}`, open)).status).toBe(200);
  for (const host of ['x'.repeat(256), 'x.'.repeat(2_000)])
    expect((await get(`http://${host}${page}`, open)).status).toBe(400);
});

test('a reload takes effect, for what was made once, too', async () => {
  let current: readonly Profile[] = [makeProfile({})];
  const reloaded = createApp({ profiles: () => current });
  const before = await get(`https://autoconfig.example.org${CONFIG}`, reloaded);
  current = [makeProfile({ shortName: 'Renamed' })];
  const after = await get(`https://autoconfig.example.org${CONFIG}`, reloaded);
  expect(await after.text()).toContain('Renamed');
  expect(after.headers.get('ETag')).not.toBe(before.headers.get('ETag'));
});

describe('who helps', () => {
  const support = { name: 'Help desk', email: 'help@example.org' };
  const helped = [makeProfile({ support } as object)];
  const one = createApp({ profiles: () => helped });
  const several = createApp({ profiles: () => [...helped, makeProfile({ id: 'other', domains: ['other.example'] })] });
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const page = 'http://127.0.0.1:8080/mailbox/a@example.org/additional/';

  test.each([
    [404, 'http://127.0.0.1:8080/nowhere', {}],
    [404, 'http://127.0.0.1:8080/email.mobileconfig?email=a@elsewhere.example', {}],
    [405, 'http://127.0.0.1:8080/', { method: 'DELETE' }],
    [413, page, { method: 'POST', headers: form, body: 'x'.repeat(10_000) }],
    [415, page, { method: 'POST', body: 'x' }],
  ] as const)('is told with %i of %s, where it is clear whose service it is', async (status, url, init) => {
    const answer = await one.fetch(new Request(url, init));
    expect([answer.status, await answer.text()]).toEqual([
      status,
      expect.stringMatching(/\nStuck\? Help desk, help@example\.org\n$/),
    ]);
  });

  test('is nobody where several are served', async () => {
    const answer = await several.fetch(new Request('http://127.0.0.1:8080/', { method: 'DELETE' }));
    expect(await answer.text()).toBe('Method not allowed.\n');
  });

  test('is told with a mistake of ours', async () => {
    const broken = createApp({
      profiles: () => helped,
      sign: () => {
        throw new Error('a secret');
      },
    });
    const answer = await broken.fetch(new Request('http://127.0.0.1:8080/email.mobileconfig?email=a@example.org'));
    expect([answer.status, await answer.text()]).toEqual([
      500,
      'Internal error.\nStuck? Help desk, help@example.org\n',
    ]);
  });
});

test('a mistake of ours is told to the operator and not to who asks', async () => {
  const told: unknown[] = [];
  const broken = createApp({
    profiles: () => {
      throw new Error('a secret');
    },
    onError: (error) => told.push(error),
  });
  const answer = await get(`https://autoconfig.example.org${CONFIG}`, broken);
  expect([answer.status, await answer.text()]).toEqual([500, 'Internal error.\n']);
  expect(told).toEqual([new Error('a secret')]);
});

test('a mailbox that no password opens gets no settings of Autodiscover', async () => {
  const answer = await app.fetch(post(autodiscoverBody('a@token.example')));
  expect(at(await readXml(answer), 'Response', 'Error', 'ErrorCode').text).toBe('601');
});

test('what is asked over plain HTTP is asked again, with all that was asked, at the canonical host', async () => {
  for (const asked of [
    '/email.mobileconfig?email=prenom.nom%40cnrs.fr',
    '/autodiscover/autodiscover.json?Email=prenom.nom@cnrs.fr&Protocol=AutodiscoverV1',
    '/AutoDiscover/AutoDiscover.xml',
    '/?who=prenom.nom%40cnrs.fr&role=primary',
    '/mailbox/prenom.nom@cnrs.fr/primary/index.html?lang=en',
  ]) {
    const { status, headers } = await get(`http://autodiscover.cnrs.fr${asked}`);
    expect([status, headers.get('Location')]).toEqual([302, `https://${CANONICAL}${asked}`]);
  }
});

test('who gives a login alone at the host of one provider is not led to another’s mailbox', async () => {
  // At etu.universite.example the login is the local part.
  const toThem = /mailbox\/zz@etu\.universite\.example\//;
  expect((await get(`https://${CANONICAL}/?who=zz`)).headers.get('Location')).toMatch(toThem);
  for (const asked of ['/?who=zz', '/mailbox/zz']) {
    const answer = await get(`https://cnrs.fr${asked}`);
    expect(answer.status, asked).toBe(400);
    expect(await answer.text(), asked).not.toContain('universite');
  }
  // Whoever names the domain is answered anywhere, and who names one that is nobody's hears of nobody else.
  expect((await get('https://cnrs.fr/?who=zz@etu.universite.example')).headers.get('Location')).toMatch(toThem);
  const unknown = await get('https://cnrs.fr/?who=zz@nowhere.example');
  expect([unknown.status, (await unknown.text()).includes('universite')]).toEqual([404, false]);
});

test('every answer that nobody may keep says that it goes by the host, for a cache that keeps it all the same', async () => {
  for (const [url, status] of [
    ['http://autoconfig.cnrs.fr/mail/config-v1.1.xml', 302],
    ['https://autoconfig.cnrs.fr/?who=a@cnrs.fr', 302],
    ['https://autoconfig.nowhere.example/mail/config-v1.1.xml', 302],
    ['https://config.example.net/mail/config-v1.1.xml', 404],
    ['https://autodiscover.cnrs.fr/autodiscover/autodiscover.json?Email=a@cnrs.fr&Protocol=AutodiscoverV1', 200],
  ] as const) {
    const answer = await get(url);
    expect([answer.status, answer.headers.get('Vary')], url).toEqual([status, 'Host']);
  }
});

describe('nobody is sent to the very URL that was asked', () => {
  const at = (url: string, headers: Record<string, string>, of = app) =>
    of.fetch(new Request(url, { headers, redirect: 'manual' }));
  const page = `http://${CANONICAL}/account?lang=en`;

  test.each([
    { 'X-Forwarded-Proto': 'https' },
    { 'X-Forwarded-Proto': 'https, http' },
    { Forwarded: 'for=192.0.2.7;proto=https;host=config.example.net' },
    { 'X-Forwarded-Ssl': 'on' },
    { 'Sec-Fetch-Site': 'none' },
    { 'X-Forwarded-For': '192.0.2.7' },
    { Via: '1.1 proxy.example.net' },
  ])('by a proxy that nobody named, which says %j', async (headers) => {
    expect((await at(page, headers)).status).toBe(200);
    // At any other name there is a place to be sent to.
    const elsewhere = await at('http://autodiscover.cnrs.fr/account?lang=en', headers);
    expect([elsewhere.status, elsewhere.headers.get('Location')]).toEqual([302, page.replace('http:', 'https:')]);
  });

  test.each<[host: string, headers: Record<string, string>, canonical?: string]>([
    // nginx's $host has no port; $host:$server_port has that of the server behind a balancer.
    [CANONICAL, { 'X-Forwarded-Proto': 'https' }, `${CANONICAL}:8443`],
    [`${CANONICAL}:8080`, { 'X-Forwarded-Proto': 'https' }],
    // A proxy that does not pass on the host names itself or us, and the other elsewhere or not at all.
    ['backend.example.com', { 'X-Forwarded-Host': CANONICAL, 'X-Forwarded-Proto': 'https' }],
    ['backend.example.com', { 'X-Forwarded-Host': `a.example, ${CANONICAL}:443`, 'X-Forwarded-Ssl': 'on' }],
    ['backend.example.com', { Forwarded: `for=192.0.2.7;host="${CANONICAL}";proto=https` }],
    ['backend.example.com', { 'X-Original-Host': CANONICAL, 'X-Forwarded-Port': '443' }],
    ['backend.example.com:8080', { 'X-Forwarded-For': '192.0.2.7', 'X-Forwarded-Proto': 'https' }],
    // Other words for https.
    [CANONICAL, { 'X-Forwarded-Protocol': 'ssl' }],
    [CANONICAL, { 'X-Url-Scheme': 'https' }],
    [CANONICAL, { 'CloudFront-Forwarded-Proto': 'https' }],
  ])('where its proxy says %s and %j', async (host, headers, canonicalHost = CANONICAL) => {
    const behind = createApp({ profiles: () => profiles, canonicalHost });
    expect((await at(`http://${host}/account?lang=en`, headers, behind)).status).toBe(200);
    // A name of ours is not what such a proxy says instead.
    const { status } = await at('http://autodiscover.cnrs.fr:8080/account?lang=en', headers, behind);
    expect(status).toBe(302);
  });

  test('and a POST that came over https is answered, not turned into a GET', async () => {
    const url = 'http://autodiscover.cnrs.fr/autodiscover/autodiscover.xml';
    const sent = (headers: Record<string, string>) => app.fetch(post(autodiscoverBody('a@cnrs.fr'), { headers }, url));
    expect((await sent({ 'X-Forwarded-Proto': 'https' })).status).toBe(200);
    for (const headers of [{}, { 'X-Forwarded-Proto': 'http' }, { 'X-Forwarded-For': '192.0.2.7' }])
      expect((await sent(headers as Record<string, string>)).status).toBe(302);
  });

  test('who used plain HTTP is sent to the same at https', async () => {
    for (const headers of [
      {},
      { 'X-Forwarded-Proto': 'http', 'X-Forwarded-For': '192.0.2.7' },
      { 'X-Forwarded-Ssl': 'off' },
    ]) {
      const { status, headers: told } = await at(page, headers as Record<string, string>);
      expect([status, told.get('Location')]).toEqual([302, page.replace('http:', 'https:')]);
    }
  });

  test('where the canonical host is named with the port that it has anyway', async () => {
    const named = createApp({ profiles: () => profiles, canonicalHost: `${CANONICAL}:443` });
    expect((await at(`https://${CANONICAL}/`, {}, named)).status).toBe(200);
  });
});

test('Exchange without ActiveSync has nothing for phones', async () => {
  const exchange = { host: 'mail.example.org', webServices: true };
  const without = createApp({ profiles: () => [makeProfile({ exchange })] });
  const phone = autodiscoverBody('a@example.org').replace(namespaces.outlook, namespaces.mobile);
  const answer = await without.fetch(post(phone));
  expect(at(await readXml(answer), 'Response', 'Error', 'ErrorCode').text).toBe('601');
  const named = await get(
    'https://autodiscover.example.org/autodiscover/autodiscover.json?Email=a@example.org&Protocol=ActiveSync',
    without,
  );
  expect([named.status, JSON.parse(await named.text()).ErrorCode]).toEqual([400, 'InvalidProtocol']);
});

describe('PACC', () => {
  const documentOf = (changes: Partial<Profile>) =>
    paccDocument(resolve({ address: 'a@example.org' }, [makeProfile(changes)]).account);
  const read = (changes: Partial<Profile>) => {
    const document = documentOf(changes);
    return document === undefined ? undefined : JSON.parse(new TextDecoder().decode(document));
  };
  const imap = { protocol: 'imap', host: 'imap.example.org' } as const;

  test('its record has the digest of the served bytes', async () => {
    const bytes = Buffer.from(
      await (await get('https://ua-auto-config.example.org/.well-known/user-agent-configuration.json')).arrayBuffer(),
    );
    expect(documentOf({})).toEqual(new Uint8Array(bytes));
    expect(await paccRecord('example.org', bytes)).toEqual({
      name: '_ua-auto-config.example.org',
      text: `v=UAAC1; a=sha256; d=${createHash('sha256').update(bytes).digest('base64')}`,
    });
  });

  test.each<[string, Partial<Profile>]>([
    ['STARTTLS', { incoming: [{ ...imap, security: 'starttls' }] }],
    ['another port', { incoming: [{ ...imap, security: 'tls', port: 1993 }] }],
    ['a login other than the address', { login: '{local}' }],
    ['sending with STARTTLS only', { outgoing: [{ host: 'smtp.example.org', security: 'starttls' }] }],
    ['another login for sending', { outgoing: [{ host: 'smtp.example.org', security: 'tls', login: '{local}' }] }],
    ['Kerberos', { incoming: [{ ...imap, security: 'tls', authentication: ['gssapi'] }] }],
  ])('cannot express %s', (_, changes) => {
    expect(documentOf(changes)).toBeUndefined();
  });

  test('leaves out what it cannot say and keeps the rest', () => {
    const { protocols, info } = read({
      name: 'x'.repeat(61),
      incoming: [
        { ...imap, host: 'a.example.org', security: 'starttls' },
        { ...imap, security: 'tls' },
        { protocol: 'pop3', host: 'pop.example.org', security: 'tls', login: '{local}' },
      ],
      calendar: { url: 'https://dav.example.org/' },
      contacts: { url: 'https://dav.example.org:8443/contacts/' },
    });
    expect(protocols).toEqual({ imap: { host: 'imap.example.org' }, submit: { host: 'smtp.example.org' } });
    expect(info).toEqual({ provider: { name: 'Example', shortName: 'Example' } });
  });
});

test('a code for the phone, and a redirect to the same host, lead below the path that a proxy names, and nowhere else', async () => {
  const at = (path: string, prefix: string, scheme = 'https') =>
    app.fetch(new Request(`${scheme}://${CANONICAL}${path}`, { headers: { 'X-Forwarded-Prefix': prefix } }));
  const code = async (prefix: string) => (await at('/mailbox/a@cnrs.fr/additional/index.html', prefix)).text();
  const plain = await code('');
  expect(await code('/facteur')).not.toBe(plain);
  expect(await code('/facteur/')).toBe(await code('/facteur'));
  const moved = async (prefix: string) => (await at('/account', prefix, 'http')).headers.get('Location');
  expect(await moved('/facteur')).toBe(`https://${CANONICAL}/facteur/account`);
  for (const wrong of ['//evil.example', '/a?b', 'evil', '/a/../b', '/%2e', `/${'a'.repeat(300)}`, '@evil.example']) {
    expect(await code(wrong), wrong).toBe(plain);
    expect(await moved(wrong), wrong).toBe(`https://${CANONICAL}/account`);
  }
  // Another host has its own paths.
  const elsewhere = new Request('http://cnrs.fr/account', { headers: { 'X-Forwarded-Prefix': '/facteur' } });
  expect((await app.fetch(elsewhere)).headers.get('Location')).toBe(`https://${CANONICAL}/account`);
});
