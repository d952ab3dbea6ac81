import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { deviceOf } from '../../src/pages/device.ts';
import { negotiate } from '../../src/server/app/people/language.ts';
import type { Question } from '../../src/server/app/question.ts';
import { costOf, routeName } from '../../src/server/app/route-name.ts';
import { network } from '../../src/server/node/network.ts';
import { originOf } from '../../src/server/node/origin.ts';
import { burstOf, rateLimit } from '../../src/server/node/rate-limit.ts';
import { readTarget } from '../../src/server/node/request-target.ts';
import { dial, running, text } from './running.ts';

describe('a requester', () => {
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

  const ours = new Set(['autoconfig.cnrs.fr', 'config.example.org:8443']);
  // What a connection says of itself cannot be had from a real one without another machine.
  const from = (remoteAddress: string, headers: IncomingHttpHeaders, trusted: readonly string[]) =>
    originOf(trusted, (host) => ours.has(host))({ socket: { remoteAddress }, headers } as IncomingMessage);
  const claims = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example' };

  test.each<[string, string, IncomingHttpHeaders, readonly string[], object]>([
    [
      'is not believed without a proxy',
      '198.51.100.7',
      claims,
      [],
      { requester: '198.51.100.7', scheme: 'http', host: undefined },
    ],
    [
      'is not believed beside the proxy',
      '198.51.100.7',
      claims,
      ['10.0.0.0/8'],
      { requester: '198.51.100.7', scheme: 'http' },
    ],
    [
      'is believed through the proxy',
      '10.1.2.3',
      claims,
      ['10.0.0.0/8'],
      { requester: '203.0.113.9', scheme: 'https', host: 'evil.example' },
    ],
    ['is found through a mapped address', '::ffff:10.1.2.3', claims, ['10.1.2.3'], { requester: '203.0.113.9' }],
    [
      'cannot put an address before the true one',
      '10.0.0.1',
      { 'x-forwarded-for': '1.1.1.1, 203.0.113.9, 10.0.0.2' },
      ['10.0.0.0/8'],
      { requester: '203.0.113.9' },
    ],
    [
      'behind two proxies has the address, scheme and host that the first of them saw',
      '10.0.0.1',
      {
        'x-forwarded-for': '203.0.113.9, 10.0.0.2',
        'x-forwarded-proto': 'https, http',
        'x-forwarded-host': 'autoconfig.cnrs.fr, inner.example:8080',
      },
      ['10.0.0.0/8'],
      { requester: '203.0.113.9', scheme: 'https', host: 'autoconfig.cnrs.fr', proxy: 'trusted' },
    ],
    [
      'behind two proxies cannot say another one',
      '10.0.0.1',
      {
        'x-forwarded-for': '198.51.100.1, 203.0.113.9, 10.0.0.2',
        'x-forwarded-proto': 'https, http, http',
        'x-forwarded-host': 'evil.example, autoconfig.cnrs.fr, inner.example',
      },
      ['10.0.0.0/8'],
      { requester: '203.0.113.9', scheme: 'http', host: 'autoconfig.cnrs.fr' },
    ],
    [
      'behind two proxies, of which the second passes on what the first says',
      '10.0.0.1',
      { 'x-forwarded-for': '203.0.113.9, 10.0.0.2', 'x-forwarded-proto': 'https' },
      ['10.0.0.1', '10.0.0.2'],
      { requester: '203.0.113.9', scheme: 'https' },
    ],
    [
      'behind a second proxy that is not trusted is that proxy',
      '10.0.0.1',
      { 'x-forwarded-for': '203.0.113.9, 10.0.0.2', 'x-forwarded-proto': 'https, http' },
      ['10.0.0.1'],
      { requester: '10.0.0.2', scheme: 'http' },
    ],
    [
      'that trusted proxies alone lead to is the first of them',
      '10.0.0.1',
      { 'x-forwarded-for': '10.0.0.3, 10.0.0.2' },
      ['10.0.0.0/8'],
      { requester: '10.0.0.3' },
    ],
    [
      'whose address nobody tells is the last proxy that somebody names',
      '10.0.0.1',
      { 'x-forwarded-for': 'unknown, 10.0.0.2', 'x-forwarded-proto': 'https, http' },
      ['10.0.0.0/8'],
      { requester: '10.0.0.2', scheme: 'https' },
    ],
    ...(
      [
        ['192.0.2.7:50100', '192.0.2.7'],
        ['"192.0.2.7:50100"', '192.0.2.7'],
        [' 198.51.100.1:1 ,  192.0.2.7:50100 ', '192.0.2.7'],
        ['192.0.2.7:_hidden', '192.0.2.7'],
        ['::ffff:192.0.2.7', '192.0.2.7'],
        ['[::ffff:192.0.2.7]:443', '192.0.2.7'],
        ['[2001:db8:1:2::1]:443', '2001:db8:1:2::/64'],
        ['"[2001:db8:1:2::1]"', '2001:db8:1:2::/64'],
        ['[2001:db8:1:2::1]', '2001:db8:1:2::/64'],
        ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
        ['192.0.2.7,', '192.0.2.7'],
        ['unknown', '10.0.0.1'],
        ['_secret', '10.0.0.1'],
        ['192.0.2.999:1', '10.0.0.1'],
        [`${'198.51.100.1, '.repeat(1_000)}192.0.2.7`, '192.0.2.7'],
        [`${'"'.repeat(16_000)}, 192.0.2.7`, '192.0.2.7'],
      ] as const
    ).map(([header, requester]): [string, string, IncomingHttpHeaders, readonly string[], object] => [
      `is read from ${header.slice(-40)}`,
      '10.0.0.1',
      { 'x-forwarded-for': header },
      ['10.0.0.1'],
      { requester },
    ]),
    [
      'is found in Forwarded where a proxy sends that',
      '10.0.0.1',
      { forwarded: 'for="[2001:db8:1:2::1]:4711";Proto=https;host="autoconfig.cnrs.fr:443", for=10.0.0.2;proto=http' },
      ['10.0.0.0/8'],
      { requester: '2001:db8:1:2::/64', scheme: 'https', host: 'autoconfig.cnrs.fr:443' },
    ],
    [
      'cannot say another one in Forwarded where a proxy sends X-Forwarded-For',
      '10.0.0.1',
      { forwarded: 'for=198.51.100.1;proto=https;host=evil.example', 'x-forwarded-for': '203.0.113.9' },
      ['10.0.0.1'],
      { requester: '203.0.113.9', scheme: 'http', host: undefined },
    ],
    [
      'that comes through a proxy which nobody named is that proxy, and it is noticed',
      '10.0.0.1',
      claims,
      [],
      { requester: '10.0.0.1', scheme: 'http', host: undefined, proxy: 'unnamed' },
    ],
    ['on the Internet is no proxy, whatever it sends', '198.51.100.7', claims, [], { proxy: undefined }],
    [
      'cannot put a scheme or a host before the true one',
      '10.0.0.1',
      { 'x-forwarded-proto': 'https, http', 'x-forwarded-host': 'evil.example, autoconfig.cnrs.fr' },
      ['10.0.0.0/8'],
      { scheme: 'http', host: 'autoconfig.cnrs.fr' },
    ],
    [
      'cannot be no address',
      '10.0.0.1',
      { 'x-forwarded-for': 'x"><script>' },
      ['10.0.0.0/8'],
      { requester: '10.0.0.1' },
    ],
    ['may say nothing', '10.0.0.1', {}, ['10.0.0.0/8'], { requester: '10.0.0.1', scheme: 'http', host: undefined }],
    ['cannot invent a scheme', '10.0.0.1', { 'x-forwarded-proto': 'javascript' }, ['10.0.0.1'], { scheme: 'http' }],
    [
      'of IPv6 is its network',
      '2001:db8::1',
      { 'x-forwarded-for': '2001:db8:9:9::1' },
      ['2001:db8::/48'],
      { requester: '2001:db8:9:9::/64' },
    ],
  ])('%s', (_, peer, headers, trusted, expected) => {
    expect(from(peer, headers, trusted)).toMatchObject(expected);
  });

  test.each([
    ['autoconfig.cnrs.fr', 'autoconfig.universite.example', undefined],
    ['config.example.org:8443', 'evil.example', undefined],
    ['127.0.0.1:8080', 'autoconfig.cnrs.fr', 'autoconfig.cnrs.fr'],
    ['127.0.0.1:8080', 'evil.example, autoconfig.cnrs.fr', 'autoconfig.cnrs.fr'],
    ['127.0.0.1:8080', 'a b', undefined],
  ])('that asks for %s and says %s is taken for one of %s', (host, said, expected) => {
    const headers = { host, 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': said };
    expect(from('10.0.0.1', headers, ['10.0.0.1']).host).toBe(expected);
  });

  const show = ({ scheme, host, path, query }: Question) => text(`${scheme}://${host}${path}${query}`);

  test('at a host of ours cannot have the answer for another, whatever a web server lets pass', async () => {
    const { url } = await running(
      show,
      { 'trusted-proxy': ['127.0.0.1'] },
      {
        hosts: ['autoconfig.cnrs.fr'],
      },
    );
    const { socket, answer } = dial(url);
    const headers = 'Host: autoconfig.cnrs.fr\r\nX-Forwarded-Host: autoconfig.universite.example\r\nConnection: close';
    socket.write(`GET /a HTTP/1.1\r\n${headers}\r\n\r\n`);
    expect(await answer).toMatch(/\r\nhttp:\/\/autoconfig\.cnrs\.fr\/a$/);
  });

  test('reaches the application with the scheme and host that a trusted proxy says, and nobody else', async () => {
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
      const { url, lines } = await running(({ path }) => text(path), {
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
  test('gives each requester a burst, and then as much as is left of a minute', () => {
    let now = 0;
    const wait = rateLimit(2, () => now);
    expect([wait('a'), wait('a'), wait('a'), wait('b')]).toEqual([0, 0, 30, 0]);
    now = 29_000;
    expect(wait('a')).toBe(1);
    now = 30_000;
    expect([wait('a'), wait('a')]).toEqual([0, 30]);
    now = 3_600_000;
    expect([wait('a'), wait('a'), wait('a')]).toEqual([0, 0, 30]);
  });

  test('lets nobody have a minute at once, and all of a small number', () => {
    expect([600, 1_000_000, 240, 100, 60, 3, 1].map(burstOf)).toEqual([150, 250_000, 60, 60, 60, 3, 1]);
    let now = 0;
    const wait = rateLimit(600, () => now);
    const passed = () => Array.from({ length: 600 }, () => wait('a')).filter((seconds) => seconds === 0).length;
    expect(passed()).toBe(150);
    now = 60_000;
    expect(passed()).toBe(150);
    now = 61_000;
    expect(passed()).toBe(10);
  });

  test('counts what is dear for more, and never keeps out for good what is dearer than all there is', () => {
    let now = 0;
    const wait = rateLimit(60, () => now);
    const passed = () => Array.from({ length: 60 }, () => wait('a', 4)).filter((seconds) => seconds === 0).length;
    expect(passed()).toBe(15);
    expect(wait('a', 1)).toBe(1);
    now = 60_000;
    expect(passed()).toBe(15);
    const narrow = rateLimit(1, () => now);
    expect([narrow('a', 4), narrow('a', 4)]).toEqual([0, 240]);
    now += 240_000;
    expect(narrow('a', 4)).toBe(0);
  });

  test.each([
    ['/', 1],
    ['/mail/config-v1.1.xml?emailaddress=a@b.c', 1],
    ['/email.mobileconfig?email=a@b.c', 2],
    ['/mailbox/marie@cnrs.fr/additional/index.html', 4],
    ['http://autoconfig.cnrs.fr/mailbox/marie@cnrs.fr/additional/index.html?lang=fr', 4],
    ['/nothing', 1],
    ['*', 1],
    ['', 1],
  ])('counts %s as %d', (target, cost) => {
    expect(costOf(readTarget(target, 'http', 'x')?.path ?? '')).toBe(cost);
  });

  test('holds a bounded number of requesters, and forgets who has been away for longest', () => {
    const wait = rateLimit(1, () => 0);
    expect([wait('first'), wait('first')]).toEqual([0, 60]);
    for (let count = 0; count < 50_000; count++) wait(`requester ${count}`);
    expect(wait('requester 49999')).toBe(60);
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
  expect(routeName(new URL(url).pathname)).toBe(expected);
});

test('of what a browser says of languages and of itself, no more is read than browsers send', () => {
  const languages = ['en', 'fr'] as const;
  expect(negotiate('', 'de, fr;q=0.5, en;q=0.1', languages)).toBe('fr');
  expect(negotiate('', `${'de,'.repeat(100)}fr`, languages)).toBe('fr');
  expect(negotiate('', `${'de,'.repeat(5_000)}fr`, languages)).toBe('en');
  // What is cut in two says nothing: of `fr;q=0.9` it might be `fr;q=0`.
  expect(negotiate('', `${'x'.repeat(480)},fr;q=0.9,${'de;q=0.'.padEnd(40, '1')}`, languages)).toBe('fr');
  expect(negotiate('', 'x'.repeat(16_000), languages)).toBe('en');
  expect(deviceOf(`Mozilla/5.0 (iPhone; ${'x'.repeat(16_000)})`)).toBe('ios');
  expect(deviceOf(`${'x'.repeat(16_000)} iPhone`)).toBeUndefined();
});
