import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/server/app/app.ts';
import { hostedDomains } from '../../src/server/app/domains.ts';
import { ownHosts } from '../../src/server/node/own-hosts.ts';
import { makeProfile } from '../fixtures.ts';
import { autodiscoverBody, CANONICAL, namespaces, post } from './ask.ts';
import { all, at, errorCode, leaves, type Node, readXml } from './read.ts';

/* What is answered where the domains of a provider differ, or have no end. */

const server = (protocol: string, host: string) => ({ protocol, host, security: 'tls' }) as const;
const faculty = {
  name: 'physics.example.edu',
  login: '{local}',
  incoming: [server('imap', 'imap.physics.example.edu')],
  outgoing: [{ host: 'smtp.physics.example.edu', security: 'tls' }],
  webmail: 'https://webmail.physics.example.edu/',
} as const;
const university = makeProfile({
  id: 'university',
  domains: ['example.edu', '*.example.edu', faculty as never],
  login: '{local}@login.example.edu',
  webmail: 'https://webmail.example.edu/',
});
const hoster = makeProfile({ id: 'hoster', domains: ['*'] });
const one = createApp({ profiles: () => [university] });
const both = [university, hoster];
const open = createApp({ profiles: () => both });
const canonical = createApp({ profiles: () => both, canonicalHost: CANONICAL });

const CONFIG = '/mail/config-v1.1.xml';
const WELL_KNOWN = '/.well-known/autoconfig/mail/config-v1.1.xml';
const get = async (url: string, app = one, headers = {}) =>
  app.fetch(new Request(url, { headers, redirect: 'manual' }));

/** The domain, the hosts and the logins of a clientConfig. */
async function configOf(answer: Response): Promise<unknown> {
  if (answer.status !== 200) return answer.status;
  const provider = at(await readXml(answer), 'emailProvider');
  const of = (node: Node) => `${at(node, 'username').text} ${at(node, 'hostname').text}`;
  return [
    ...all(provider, 'domain').map(({ text }) => text),
    ...[...all(provider, 'incomingServer'), ...all(provider, 'outgoingServer')].map(of),
  ];
}

const below = (domain: string) => [
  domain,
  '%EMAILLOCALPART%@login.example.edu imap.example.org',
  '%EMAILLOCALPART%@login.example.edu smtp.example.org',
];
const physics = [
  'physics.example.edu',
  '%EMAILLOCALPART% imap.physics.example.edu',
  '%EMAILLOCALPART% smtp.physics.example.edu',
];

describe('the configuration by the name of the host', () => {
  test.each([
    [`autoconfig.example.edu${CONFIG}`, below('example.edu')],
    [`autoconfig.physics.example.edu${CONFIG}`, physics],
    [`physics.example.edu${WELL_KNOWN}`, physics],
    [`autoconfig.law.example.edu${CONFIG}`, below('law.example.edu')],
    [`autoconfig.a.law.example.edu${CONFIG}`, below('a.law.example.edu')],
    [`law.example.edu${WELL_KNOWN}`, below('law.example.edu')],
    [`mta.law.example.edu.${WELL_KNOWN}`, below('mta.law.example.edu')],
    // Below the faculty, the wildcard of the university.
    [`autoconfig.a.physics.example.edu${CONFIG}`, below('a.physics.example.edu')],
    [`autoconfig.example.org${CONFIG}`, 404],
    [`autoconfig.edu${CONFIG}`, 404],
    [`localhost${CONFIG}`, 404],
  ])('at %s', async (url, expected) => {
    expect(await configOf(await get(`https://${url}`))).toEqual(expected);
  });

  test('is that of the wildcard alone where the domain above it is nobody’s', async () => {
    const wild = createApp({ profiles: () => [makeProfile({ domains: ['*.example.edu'] })] });
    expect((await get(`https://autoconfig.a.example.edu${CONFIG}`, wild)).status).toBe(200);
    expect((await get(`https://autoconfig.example.edu${CONFIG}`, wild)).status).toBe(404);
    // Of a wildcard nobody knows which domain is meant where the host says none.
    expect((await get(`http://127.0.0.1:8080${CONFIG}`, wild)).status).toBe(404);
  });

  test('is sent to the canonical host with the domain that it names', async () => {
    for (const url of [`http://autoconfig.law.example.edu${CONFIG}`, `http://law.example.edu${WELL_KNOWN}`]) {
      const answer = await get(url, canonical);
      expect(answer.headers.get('Location')).toBe(`https://${CANONICAL}/v1.1/law.example.edu`);
      expect(await configOf(await get(`https://${CANONICAL}/v1.1/law.example.edu`, canonical))).toEqual(
        below('law.example.edu'),
      );
    }
  });
});

test('a person is given the servers and pages of the own domain', async () => {
  const address = 'ann@physics.example.edu';
  expect(await configOf(await get(`https://example.edu${CONFIG}?emailaddress=${address}`))).toEqual([
    'physics.example.edu',
    'ann imap.physics.example.edu',
    'ann smtp.physics.example.edu',
  ]);
  const answer = await one.fetch(post(autodiscoverBody(address)));
  const [imap] = all(at(await readXml(answer), 'Response', 'Account'), 'Protocol').map(leaves);
  expect(imap).toMatchObject({ Server: 'imap.physics.example.edu', LoginName: 'ann' });
  const profile = await (await get(`https://example.edu/email.mobileconfig?email=${address}`)).text();
  expect(profile).toContain('imap.physics.example.edu');
  expect(profile).toContain('https://webmail.physics.example.edu/');
  const page = await (await get(`https://example.edu/mailbox/${address}/additional/webmail/webmail.html`)).text();
  for (const wrong of ['imap.example.org', 'smtp.example.org', 'https://webmail.example.edu/'])
    expect([page.includes(wrong), profile.includes(wrong)]).toEqual([false, false]);
  expect(page).toContain('https://webmail.physics.example.edu/');
});

test('the first page links to the webmail of the host’s domain, and to none where nobody knows which', async () => {
  const links = async (host: string, app = one) =>
    (await (await get(`https://${host}/`, app)).text()).match(/https:\/\/webmail[^"<]*(?=")/g);
  expect(await links('physics.example.edu')).toEqual(['https://webmail.physics.example.edu/']);
  expect(await links('example.edu')).toEqual(['https://webmail.example.edu/']);
  expect(await links('127.0.0.1')).toBeNull();
  const same = createApp({ profiles: () => [makeProfile({ webmail: 'https://webmail.example.org/' })] });
  expect(await links('127.0.0.1', same)).toEqual(['https://webmail.example.org/']);
});

describe('a server for every domain', () => {
  test.each([
    [`autoconfig.elsewhere.org${CONFIG}`, 'elsewhere.org'],
    [`elsewhere.org${WELL_KNOWN}`, 'elsewhere.org'],
    [`anything.at/v1.1/elsewhere.org`, 'elsewhere.org'],
    [`autoconfig.law.example.edu${CONFIG}`, 'law.example.edu'],
  ])('answers at %s', async (url, domain) => {
    const [found] = (await configOf(await get(`https://${url}`, open))) as string[];
    expect(found).toBe(domain);
  });

  test.each([
    ...[
      'localhost',
      '10.0.0.1',
      '[::1]',
      'facteur',
      'facteur.default.svc.cluster.local',
      'nas.local',
      'autoconfig.com',
    ],
    ...['a_b.example', '-a.example', 'a..example', `${'a'.repeat(64)}.example`],
  ])('takes no host for a domain that is none: %s', async (host) => {
    const answer = await get(`http://${host}${CONFIG}`, open);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain(host.replace(/[[\]]/g, ''));
  });

  test.each(["a'b.example", 'a&b.example', 'a"b.example', 'a{b}.example', 'a=b.example', 'a$b.example', 'a~b.example'])(
    'takes nothing for a domain that could be more than one: %s',
    async (host) => {
      for (const url of [`https://autoconfig.${host}${CONFIG}`, `https://x.example/v1.1/${encodeURIComponent(host)}`]) {
        if (!URL.canParse(url)) continue;
        const answer = await get(url, open);
        expect([answer.status, (await answer.text()).includes(host)]).toEqual([404, false]);
      }
    },
  );

  test('names a host of the domain that is asked for, and not the one that the request made up', async () => {
    const url = async (host: string, address: string) => {
      const query = `?Email=${address}&Protocol=AutodiscoverV1`;
      return JSON.parse(await (await get(`https://${host}/autodiscover/autodiscover.json${query}`, open)).text()).Url;
    };
    const path = '/autodiscover/autodiscover.xml';
    expect(await url('autodiscover.elsewhere.org', 'x@elsewhere.org')).toBe(
      `https://autodiscover.elsewhere.org${path}`,
    );
    expect(await url('autodiscover.evil.org', 'x@elsewhere.org')).toBe(`https://autodiscover.elsewhere.org${path}`);
    expect(await url('evil.org', 'x@elsewhere.org')).toBe(`https://autodiscover.elsewhere.org${path}`);
  });

  test('does not lead a proxy round in circles that puts its own name for us as host', async () => {
    const headers = { 'X-Forwarded-For': '192.0.2.1' };
    const answer = await get(`http://backend.hoster.example:8080/mailbox/x@elsewhere.org`, canonical, headers);
    expect(answer.headers.get('Location')).not.toMatch(/^https/);
    const isOurs = ownHosts(() => both, CANONICAL);
    expect([isOurs('backend.hoster.example:8080'), isOurs('autoconfig.elsewhere.org'), isOurs('example.edu')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('keeps nothing of the names that it is asked for', async () => {
    const domains = hostedDomains(both);
    expect(domains.get('law.example.edu')?.files).toBeUndefined();
    expect(domains.get('elsewhere.org')?.files).toBeUndefined();
    expect(domains.get('physics.example.edu')?.files).toBeInstanceOf(Map);
    expect(domains.get('elsewhere.org')).not.toBe(domains.get('elsewhere.org'));
    const answers = await Promise.all([1, 2].map(() => get(`https://autoconfig.elsewhere.org${CONFIG}`, open)));
    const [first, second] = answers.map(({ headers }) => headers.get('ETag'));
    expect(first).toBe(second);
  });

  test('is at its own hosts no way around a provider that lists the domain', async () => {
    const page = async (host: string, address: string) =>
      (await (await get(`https://${host}/mailbox/${address}/additional/index.html`, open)).text()).replaceAll(
        '<wbr>',
        '',
      );
    expect(await page('autoconfig.elsewhere.org', 'ann@physics.example.edu')).toContain('imap.physics.example.edu');
    expect(await page('autoconfig.elsewhere.org', 'ann@law.example.edu')).toContain('ann@login.example.edu');
    expect(await page('autoconfig.elsewhere.org', 'ann@else.org')).not.toContain('login.example.edu');
    // At the host of the university, its own logins come first.
    expect((await get('https://example.edu/?who=ann@login.example.edu', open)).status).toBe(302);
  });

  test('gives the account of a hoster to an address, and that of a known provider to its login', async () => {
    const to = async (who: string) =>
      (await get(`https://${CANONICAL}/?who=${who}`, canonical)).headers.get('Location');
    expect(await to('x@elsewhere.org')).toBe('./mailbox/x@elsewhere.org/additional/index.html');
    expect(await to('ann@physics.example.edu')).toBe('./mailbox/ann@physics.example.edu/additional/index.html');
  });
});

describe('a mailbox on Exchange alone', () => {
  const exchange = { host: 'mail.example.org', activeSync: true, webServices: true };
  const alone = (offers = exchange) => {
    const profile = {
      ...makeProfile({ exchange: offers, login: 'EXAMPLE\\{local}' }),
      incoming: undefined,
      outgoing: undefined,
    };
    return createApp({ profiles: () => [profile] });
  };
  const address = 'ann@example.org';

  test('has no answer with servers that do not exist', async () => {
    for (const url of [
      `${CONFIG}?emailaddress=${address}`,
      CONFIG,
      '/v1.1/example.org',
      '/.well-known/user-agent-configuration.json',
    ])
      expect((await get(`https://example.org${url}`, alone())).status, url).toBe(404);
    expect(await errorCode(await alone().fetch(post(autodiscoverBody(address))))).toBe('601');
  });

  test('whose login no rule gives is asked for it, and not without', async () => {
    const asking = { ...makeProfile({ exchange, login: 'ask' }), incoming: undefined, outgoing: undefined };
    const app = createApp({ profiles: () => [asking] });
    const page = await (await get(`https://example.org/mailbox/${address}/additional/index.html`, app)).text();
    expect(page).toMatch(/<input[^>]*name="login"[^>]*required/);
    expect(await errorCode(await app.fetch(post(autodiscoverBody(address))))).toMatch(/^60[01]$/);
  });

  test('is found by those who speak ActiveSync', async () => {
    const answer = await alone().fetch(post(autodiscoverBody(address, namespaces.mobile)));
    expect(await answer.text()).toContain('https://mail.example.org/Microsoft-Server-ActiveSync');
  });

  test.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)', exchange, 'com.apple.eas.account'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', { ...exchange, activeSync: false }, 'com.apple.ews.account'],
    ['curl/8', exchange, 'com.apple.eas.account'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', { ...exchange, webServices: false }, 'com.apple.eas.account'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)',
      { ...exchange, activeSync: false },
      'com.apple.ews.account',
    ],
  ])('has the profile of the device: %s', async (agent, offers, type) => {
    const answer = await get(`https://example.org/email.mobileconfig?email=${address}`, alone(offers), {
      'User-Agent': agent,
    });
    expect(answer.status).toBe(200);
    const profile = await answer.text();
    expect([profile.includes(type), profile.includes('com.apple.mail.managed')]).toEqual([true, false]);
    expect(profile).toContain('EXAMPLE\\ann');
  });

  test('leads a Mac, which may be an iPad, to the page with both profiles, which says so', async () => {
    const mac = { 'User-Agent': 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)' };
    const url = `https://example.org/email.mobileconfig?email=${address}`;
    const answer = await get(url, alone(exchange), mac);
    expect(answer.status).toBe(302);
    const folder = new URL(answer.headers.get('Location') ?? '', url).href;
    const index = await get(folder, alone(exchange), mac);
    const page = await get(new URL(index.headers.get('Location') ?? '', folder).href, alone(exchange), mac);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('On an iPad? It calls itself a Mac: choose iPhone and iPad, below.');
  });
});
