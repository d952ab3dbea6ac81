import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { network, originOf } from '../../src/server/client.ts';
import { rateLimit } from '../../src/server/rate-limit.ts';
import { routeName } from '../../src/server/route-name.ts';
import { running } from './running.ts';

describe('a client', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['2001:DB8::1', '2001:db8:0:0::/64'],
    ['2001:0db8:0000::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('at %s is counted as %s', (address, expected) => {
    expect(network(address)).toBe(expected);
  });

  // What a connection says of itself cannot be had from a real one without another machine.
  const from = (remoteAddress: string, headers: IncomingHttpHeaders, trusted: readonly string[]) =>
    originOf(trusted)({ socket: { remoteAddress }, headers } as IncomingMessage);
  const claims = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example' };

  test.each<[string, string, IncomingHttpHeaders, readonly string[], object]>([
    [
      'is not believed without a proxy',
      '198.51.100.7',
      claims,
      [],
      { client: '198.51.100.7', scheme: 'http', host: undefined },
    ],
    [
      'is not believed beside the proxy',
      '198.51.100.7',
      claims,
      ['10.0.0.0/8'],
      { client: '198.51.100.7', scheme: 'http' },
    ],
    [
      'is believed through the proxy',
      '10.1.2.3',
      claims,
      ['10.0.0.0/8'],
      { client: '203.0.113.9', scheme: 'https', host: 'evil.example' },
    ],
    ['is found through a mapped address', '::ffff:10.1.2.3', claims, ['10.1.2.3'], { client: '203.0.113.9' }],
    [
      'cannot put an address before the true one',
      '10.0.0.1',
      { 'x-forwarded-for': '1.1.1.1, 203.0.113.9, 10.0.0.2' },
      ['10.0.0.0/8'],
      { client: '203.0.113.9' },
    ],
    [
      'cannot put a scheme or a host before the true one',
      '10.0.0.1',
      { 'x-forwarded-proto': 'https, http', 'x-forwarded-host': 'evil.example, autoconfig.cnrs.fr' },
      ['10.0.0.0/8'],
      { scheme: 'http', host: 'autoconfig.cnrs.fr' },
    ],
    ['cannot be no address', '10.0.0.1', { 'x-forwarded-for': 'x"><script>' }, ['10.0.0.0/8'], { client: '10.0.0.1' }],
    ['may say nothing', '10.0.0.1', {}, ['10.0.0.0/8'], { client: '10.0.0.1', scheme: 'http', host: undefined }],
    ['cannot invent a scheme', '10.0.0.1', { 'x-forwarded-proto': 'javascript' }, ['10.0.0.1'], { scheme: 'http' }],
    [
      'of IPv6 is its network',
      '2001:db8::1',
      { 'x-forwarded-for': '2001:db8:9:9::1' },
      ['2001:db8::/48'],
      { client: '2001:db8:9:9::/64' },
    ],
  ])('%s', (_, peer, headers, trusted, expected) => {
    expect(from(peer, headers, trusted)).toMatchObject(expected);
  });

  test('reaches the application with the scheme and host that a trusted proxy says, and nobody else', async () => {
    const show = (request: Request) => new Response(request.url);
    const headers = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'autoconfig.cnrs.fr' };
    const trusting = await running(show, { 'trusted-proxy': ['127.0.0.1'] });
    expect(await (await fetch(`${trusting.url}/a?b=c`, { headers })).text()).toBe('https://autoconfig.cnrs.fr/a?b=c');
    const proto = { 'X-Forwarded-Proto': 'https' };
    expect(await (await fetch(`${trusting.url}/a`, { headers: proto })).text()).toBe(
      `${trusting.url.replace('http', 'https')}/a`,
    );
    const { url } = await running(show);
    expect(await (await fetch(`${url}/a?b=c`, { headers })).text()).toBe(`${url}/a?b=c`);
  });

  test.each(['autoconfig.cnrs.fr/../x', 'a b', 'user@host', 'a\\b', '"><script>', 'x'.repeat(300)])(
    'behind a proxy that passes on the host %s gets no other path',
    async (host) => {
      const { url, lines } = await running((request) => new Response(new URL(request.url).pathname), {
        'trusted-proxy': ['127.0.0.1'],
      });
      const response = await fetch(`${url}/healthz`, { headers: { 'X-Forwarded-Host': host } });
      if (response.status === 200) expect(await response.text()).toBe('/healthz');
      else expect(response.status).toBe(400);
      expect(lines).toEqual([]);
    },
  );
});

describe('the rate limit', () => {
  test('counts each client in a window of a minute', () => {
    let now = 0;
    const wait = rateLimit(2, () => now);
    expect([wait('a'), wait('a'), wait('a'), wait('b')]).toEqual([0, 0, 60, 0]);
    now = 59_000;
    expect(wait('a')).toBe(1);
    now = 60_000;
    expect([wait('a'), wait('a'), wait('a')]).toEqual([0, 0, 60]);
  });

  test('holds a bounded number of clients, and forgets who has been away for longest', () => {
    const wait = rateLimit(1, () => 0);
    expect([wait('first'), wait('first')]).toEqual([0, 60]);
    for (let count = 0; count < 50_000; count++) wait(`client ${count}`);
    expect(wait('client 49999')).toBe(60);
    expect(wait('first')).toBe(0);
  });
});

test.each([
  ['http://x/mail/config-v1.1.xml?emailaddress=a@b.c', 'autoconfig'],
  ['https://x/.well-known/autoconfig/mail/config-v1.1.xml', 'autoconfig'],
  ['http://x/AutoDiscover/AutoDiscover.xml', 'autodiscover'],
  ['http://x/autodiscover/autodiscover.json/v1.0/marie@cnrs.fr?Protocol=x', 'autodiscover-json'],
  ['http://x/v1.1/cnrs.fr', 'autoconfig'],
  ['http://x/email.mobileconfig?email=a', 'mobileconfig'],
  ['http://x/healthz', 'health'],
  ['http://x/', 'people'],
  ['http://x/account', 'account'],
  ['http://x/account/cnrs?lang=fr', 'account'],
  ['http://x/?who=marie@cnrs.fr', 'people'],
  ['http://x/mailbox/marie@cnrs.fr/additional/apple/cnrs.mobileconfig', 'people'],
  ['http://x/mailbox/marie@cnrs.fr/additional/mail/config-v1.1.xml', 'people'],
  ['http://x/marie@cnrs.fr', 'other'],
  ['http://x/marie@cnrs.fr/mail/config-v1.1.xml', 'other'],
  ['http://x/autodiscover/autodiscover.json.bak', 'other'],
])('%s is called %s in counts and log', (url, expected) => {
  expect(routeName(url)).toBe(expected);
});
