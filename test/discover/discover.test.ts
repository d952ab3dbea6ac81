import { describe, expect, test } from 'vitest';
import type { PlaceAnswer } from '../../src/discover/answers.ts';
import { askWorld } from '../../src/discover/ask-world.ts';
import { suffixList } from '../../src/discover/public-suffix.ts';
import { subjectOf } from '../../src/discover/subject.ts';
import { describe as describeProblem } from '../../src/errors.ts';
import { sha256 } from '../../src/platform.ts';
import { type Page, PUBLIC, startWorld, type WorldPlan, type ZoneRecord } from '../net/world.ts';
import { clientConfig, pacc, pox } from './documents.ts';

const DOMAIN = 'example.org';
const AC = `https://autoconfig.${DOMAIN}/mail/config-v1.1.xml`;
const WK = `https://${DOMAIN}/.well-known/autoconfig/mail/config-v1.1.xml`;
const AD = `https://autodiscover.${DOMAIN}/autodiscover/autodiscover.xml`;
const PACC = `https://ua-auto-config.${DOMAIN}/.well-known/user-agent-configuration.json`;

async function asked(plan: WorldPlan, { who = DOMAIN, sendAddress = false, ispdb = '', timeout = 5_000 } = {}) {
  const world = await startWorld(plan);
  const subject = subjectOf(who, sendAddress);
  const database = ispdb === '' ? undefined : new URL(ispdb);
  const discovery = await askWorld(subject, world.net({ timeout }), database);
  const of = (mechanism: PlaceAnswer['mechanism'], source?: string) =>
    discovery.answers.find((each) => each.mechanism === mechanism && (source === undefined || each.source === source));
  return { ...discovery, of, world };
}

const to =
  (location: string, code = 302): Page =>
  (_, response) => {
    response.writeHead(code, { Location: location }).end();
  };
const says = (answer: PlaceAnswer | undefined) => answer?.problem && describeProblem(answer.problem, 'en');
const srv = (target: string, port: number, priority = 0, weight = 0): ZoneRecord => ({
  type: 'SRV',
  data: { priority, weight, port, target },
});

describe('each mechanism', () => {
  test('clientConfig at its four places, with the grade of the way', async () => {
    const { of, world } = await asked({
      pages: {
        [AC]: clientConfig(),
        [WK]: clientConfig(),
        [AC.replace('https', 'http')]: clientConfig(),
        [WK.replace('https', 'http')]: clientConfig(),
      },
    });
    const grades = (
      ['autoconfig-https', 'autoconfig-well-known', 'autoconfig-http', 'autoconfig-well-known-http'] as const
    ).map((mechanism) => [of(mechanism)?.status, of(mechanism)?.trust]);
    expect(grades).toEqual([
      ['found', 'A'],
      ['found', 'A'],
      ['found', 'D'],
      ['found', 'D'],
    ]);
    expect(of('autoconfig-https')).toMatchObject({
      source: AC,
      chain: [AC],
      tls: { refusal: undefined, names: [`autoconfig.${DOMAIN}`] },
      problem: undefined,
      servers: [
        { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls', login: '%EMAILADDRESS%' },
        { protocol: 'smtp', host: 'smtp.example.org', port: 587, security: 'starttls', login: '%EMAILADDRESS%' },
      ],
    });
    expect(world.requests.map(({ line }) => line)).toContain(`GET ${AC}?emailaddress=prenom.nom-facteur%40${DOMAIN}`);
  });

  test('PACC counts with its digest alone', async () => {
    const document = pacc();
    const record = (text: string): WorldPlan => ({
      pages: { [PACC]: document },
      zone: { [`_ua-auto-config.${DOMAIN}`]: [{ type: 'TXT', data: text }] },
    });
    const digest = sha256(new TextEncoder().encode(document));
    const right = await asked(record(`a=sha256; v=UAAC1 ;d=${digest}; x=y`));
    expect(right.of('pacc')).toMatchObject({ status: 'found', trust: 'A' });
    expect(right.of('pacc')?.servers).toMatchObject([
      { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls', login: undefined },
      { protocol: 'smtp', host: 'smtp.example.org', port: 465, login: undefined },
    ]);
    const stale = await asked(record('v=UAAC1; a=sha256; d=AAAA'));
    expect(stale.of('pacc')).toMatchObject({ status: 'wrong', servers: [] });
    expect(says(stale.of('pacc'))).toContain(`publish “v=UAAC1; a=sha256; d=${digest}”`);
    const lonely = await asked({ pages: { [PACC]: document } });
    expect(says(lonely.of('pacc'))).toContain('add “v=UAAC1');
    const gone = await asked({
      zone: { [`_ua-auto-config.${DOMAIN}`]: [{ type: 'TXT', data: `v=UAAC1;a=sha256;d=${digest}` }] },
    });
    expect(gone.of('pacc')).toMatchObject({ status: 'wrong', problem: { code: 'discover.pacc-document' } });
  });

  test('a database is asked where one was named, and told no address', async () => {
    const db = `https://db.example.net/v1.1/${DOMAIN}`;
    const { of, world } = await asked({ pages: { [db]: clientConfig() } }, { ispdb: 'https://db.example.net/v1.1/' });
    expect(of('ispdb')).toMatchObject({ status: 'found', trust: 'B', source: db });
    expect(world.requests.filter(({ line }) => line.includes('db.example.net')).map(({ line }) => line)).toEqual([
      `GET ${db}`,
    ]);
    expect((await asked({})).of('ispdb')).toBeUndefined();
  });

  test('by MX, the host without its first label and the registered domain are asked, and what they know', async () => {
    const { answers } = await asked(
      {
        zone: {
          [DOMAIN]: [
            { type: 'MX', data: { preference: 20, exchange: 'z.test' } },
            { type: 'MX', data: { preference: 10, exchange: 'mx1.in.hoster.co.uk' } },
          ],
        },
        pages: {
          'https://autoconfig.hoster.co.uk/mail/config-v1.1.xml': clientConfig(),
          'https://db.example.net/in.hoster.co.uk': clientConfig(),
        },
      },
      { ispdb: 'https://db.example.net' },
    );
    const byMx = answers.filter(({ mechanism }) => mechanism.endsWith('-mx'));
    expect(byMx.map(({ source, status, trust }) => [source, status, trust])).toEqual([
      ['https://autoconfig.in.hoster.co.uk/mail/config-v1.1.xml', 'none', 'C'],
      ['https://db.example.net/in.hoster.co.uk', 'found', 'C'],
      ['https://autoconfig.hoster.co.uk/mail/config-v1.1.xml', 'found', 'C'],
      ['https://db.example.net/hoster.co.uk', 'none', 'C'],
    ]);
  });

  test.each<[string, string, string]>([
    ['that takes no mail', '.', 'takes no mail'],
    ['of its own', `mx.mail.${DOMAIN}`, 'nothing further to ask'],
    ['with a name that is none', 'mx_1 .example.net', 'is no host'],
    ['under a public suffix alone', 'co.uk', 'nothing further to ask'],
  ])('an MX record %s leads nowhere', async (_, exchange, line) => {
    const { of, world } = await asked({ zone: { [DOMAIN]: [{ type: 'MX', data: { preference: 10, exchange } }] } });
    expect(says(of('autoconfig-mx'))).toContain(line);
    expect(world.dns.asked.filter((each) => /autoconfig\.(?!example\.org)/.test(each))).toEqual([]);
  });

  test('SRV records, by priority and weight, and the dot that says no', async () => {
    const { of } = await asked({
      zone: {
        [`_imaps._tcp.${DOMAIN}`]: [
          srv('b.example.org', 993, 10, 5),
          srv('a.example.org', 993, 10, 50),
          srv('c.example.org', 993, 5),
        ],
        [`_imap._tcp.${DOMAIN}`]: [srv('.', 0)],
        [`_submission._tcp.${DOMAIN}`]: [srv('smtp.example.org', 0), srv('b a d', 587)],
        [`_caldavs._tcp.${DOMAIN}`]: [srv('dav.example.org', 8443), { type: 'TXT', data: 'path=/dav/' }],
        [`_jmap._tcp.${DOMAIN}`]: [srv('jmap.example.org', 443)],
        [`_sieve._tcp.${DOMAIN}`]: [srv('sieve.example.org', 4190)],
      },
    });
    const at = (name: string) => of('srv', `_${name}._tcp.${DOMAIN}`);
    expect(at('imaps')).toMatchObject({ status: 'found', trust: 'C' });
    expect(
      at('imaps')?.servers.map(({ host, priority, weight, security }) => [host, priority, weight, security]),
    ).toEqual([
      ['c.example.org', 5, 0, 'tls'],
      ['a.example.org', 10, 50, 'tls'],
      ['b.example.org', 10, 5, 'tls'],
    ]);
    expect(at('imap')).toMatchObject({ status: 'none', problem: { code: 'discover.srv-denied' } });
    expect(at('submission')).toMatchObject({ status: 'wrong', problem: { code: 'discover.srv-target' } });
    expect(at('caldavs')?.servers).toMatchObject([{ protocol: 'caldav', url: 'https://dav.example.org:8443/dav/' }]);
    expect(at('jmap')?.servers).toMatchObject([{ protocol: 'jmap', url: 'https://jmap.example.org/.well-known/jmap' }]);
    expect(at('sieve')?.servers).toMatchObject([{ protocol: 'managesieve', security: 'starttls' }]);
    expect(at('pop3s')).toMatchObject({ status: 'none', problem: undefined });
  });

  test('SRV records that are signed are better than those that nobody has signed', async () => {
    const { of } = await asked({
      dns: ({ type, name }) =>
        type === 'SRV' && name.startsWith('_imaps')
          ? { answers: [{ name, ...srv('i.example.org', 993) } as never], flags: 0x20 }
          : undefined,
    });
    expect(of('srv', `_imaps._tcp.${DOMAIN}`)).toMatchObject({ status: 'found', trust: 'B' });
  });

  test('of a thousand SRV records the first twenty are looked at', async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => srv(`h${index}.example.org`, 993, index));
    const { of } = await asked({
      dns: ({ name }, over) => (name.startsWith('_imaps') && over === 'udp' ? 'truncated' : undefined),
      zone: { [`_imaps._tcp.${DOMAIN}`]: many },
    });
    const answer = of('srv', `_imaps._tcp.${DOMAIN}`);
    expect(answer?.servers).toHaveLength(20);
    expect(says(answer)).toContain('1000 records: the first 20');
  });

  test('Autodiscover in XML at both places, over the redirect and by SRV', async () => {
    const { answers, world } = await asked({
      zone: { [`_autodiscover._tcp.${DOMAIN}`]: [srv('srv.hoster.test', 443)] },
      pages: {
        [AD]: (_, response, body) =>
          body.includes('EMailAddress')
            ? response.writeHead(200, { 'Content-Type': 'text/xml' }).end(pox())
            : response.writeHead(400).end(),
        [`https://${DOMAIN}/autodiscover/autodiscover.xml`]: pox(),
        [AD.replace('https', 'http')]: to('https://other.test/autodiscover/autodiscover.xml'),
        'https://other.test/autodiscover/autodiscover.xml': pox(),
        'https://srv.hoster.test/autodiscover/autodiscover.xml': pox(),
      },
    });
    const found = answers.filter(({ mechanism, status }) => mechanism.startsWith('autodiscover') && status === 'found');
    expect(found.map(({ source, trust }) => [source, trust])).toEqual([
      [AD, 'A'],
      [`https://${DOMAIN}/autodiscover/autodiscover.xml`, 'A'],
      [AD.replace('https', 'http'), 'D'],
      [`_autodiscover._tcp.${DOMAIN}`, 'C'],
    ]);
    expect(found[0]?.servers).toMatchObject([
      { protocol: 'imap', host: 'imap.example.org', port: 993, login: 'prenom.nom@ods.services' },
      { protocol: 'smtp', host: 'smtp.example.org', port: 587, security: 'starttls' },
    ]);
    expect(world.requests.filter(({ line }) => line.startsWith('POST http:'))).toEqual([]);
    expect(
      world.requests.find(({ line }) => line === 'GET http://autodiscover.example.org/autodiscover/autodiscover.xml')
        ?.body,
    ).toBe('');
  });

  test('Autodiscover in XML goes where an answer refers to, and not to another address', async () => {
    const elsewhere = 'https://elsewhere.test/autodiscover/autodiscover.xml';
    const referring = await asked({
      pages: { [AD]: pox(`<Action>redirectUrl</Action><RedirectUrl>${elsewhere}</RedirectUrl>`), [elsewhere]: pox() },
    });
    expect(referring.of('autodiscover', AD)).toMatchObject({ status: 'found', trust: 'B', chain: [AD, elsewhere] });
    const address = await asked({
      pages: { [AD]: pox('<Action>redirectAddr</Action><RedirectAddr>a@other.test</RedirectAddr>') },
    });
    expect(says(address.of('autodiscover', AD))).toContain('another domain, other.test');
    const circle = await asked({
      pages: { [AD]: pox(`<Action>redirectUrl</Action><RedirectUrl>${AD}</RedirectUrl>`) },
    });
    expect(circle.of('autodiscover', AD)?.status).toBe('wrong');
    const asks = await asked({ pages: { [AD]: (_, response) => response.writeHead(401).end() } });
    expect(says(asks.of('autodiscover', AD))).toContain('wants a password first');
  });

  test('Autodiscover v2 leads to the plain form, or to ActiveSync', async () => {
    const json =
      (answers: Readonly<Record<string, string>>): Page =>
      (request, response) => {
        const protocol = new URL(request.url ?? '', 'http://x').searchParams.get('Protocol') ?? '';
        const url = answers[protocol];
        response
          .writeHead(url === undefined ? 400 : 200, { 'Content-Type': 'application/json' })
          .end(JSON.stringify(url === undefined ? { ErrorCode: 'InvalidProtocol' } : { Protocol: protocol, Url: url }));
      };
    const v2 = AD.replace('.xml', '.json');
    const plain = await asked({
      pages: {
        [v2]: json({ Autodiscoverv1: 'https://pox.test/autodiscover/autodiscover.xml' }),
        'https://pox.test/autodiscover/autodiscover.xml': pox(),
      },
    });
    expect(plain.of('autodiscover-v2', v2)).toMatchObject({
      status: 'found',
      trust: 'B',
      servers: [{ protocol: 'imap' }, { protocol: 'smtp' }],
    });
    const eas = await asked({
      pages: { [v2]: json({ ActiveSync: 'https://eas.example.org/Microsoft-Server-ActiveSync' }) },
    });
    expect(eas.of('autodiscover-v2', v2)).toMatchObject({
      status: 'found',
      servers: [{ protocol: 'exchange', host: 'eas.example.org' }],
    });
    const clear = await asked({
      pages: { [v2]: json({ Autodiscoverv1: 'http://pox.test/autodiscover/autodiscover.xml' }) },
    });
    expect(clear.of('autodiscover-v2', v2)?.status).toBe('wrong');
    expect(clear.world.requests.filter(({ line }) => line.includes('pox.test'))).toEqual([]);
  });
});

describe('redirects', () => {
  const at = (url: string): Readonly<Record<string, Page | string>> => ({ [url]: clientConfig() });

  test.each<[string, Record<string, Page | string>, Partial<PlaceAnswer>]>([
    [
      'inside the base domain keep the grade',
      { [AC]: to('https://config.example.org/a'), ...at('https://config.example.org/a') },
      { status: 'found', trust: 'A' },
    ],
    [
      'to another one lower it',
      { [AC]: to('https://config.hoster.test/a'), ...at('https://config.hoster.test/a') },
      { status: 'found', trust: 'B' },
    ],
    [
      'that are relative are followed',
      { [AC]: to('/other.xml'), ...at('https://autoconfig.example.org/other.xml') },
      { status: 'found', trust: 'A' },
    ],
    [
      'five times are followed',
      {
        [AC]: to('/1'),
        ...Object.fromEntries([1, 2, 3, 4].map((n) => [`https://autoconfig.example.org/${n}`, to(`/${n + 1}`)])),
        ...at('https://autoconfig.example.org/5'),
      },
      { status: 'found', trust: 'A' },
    ],
  ])('%s', async (_, pages, expected) => {
    const { of } = await asked({ pages });
    expect(of('autoconfig-https')).toMatchObject(expected);
  });

  test.each<[string, Page, string]>([
    ['from https to http', to('http://config.example.org/a'), 'discover.downgrade'],
    ['in a circle', to(AC), 'discover.redirects'],
    ['without a Location', (_, response) => response.writeHead(302).end(), 'discover.redirect-nowhere'],
    ['to something that is no URL', to('https://'), 'discover.redirect-nowhere'],
    ['to another scheme', to('ftp://config.example.org/'), 'discover.redirect-nowhere'],
    ['to a URL without end', to(`https://config.example.org/${'a'.repeat(4_000)}`), 'discover.redirect-nowhere'],
    ['to this computer', to('https://localhost/'), 'discover.redirect-private'],
    ['to this computer, by number', to('https://127.0.0.1/'), 'discover.redirect-private'],
    ['to this computer, by fewer numbers', to('https://127.1/'), 'discover.redirect-private'],
    ['to this computer, by one number', to('https://2130706433/'), 'discover.redirect-private'],
    ['to this computer, in IPv6', to('https://[::1]/'), 'discover.redirect-private'],
    ['to this computer, as a mapped address', to('https://[::ffff:127.0.0.1]/'), 'discover.redirect-private'],
    ['to this computer, with a final dot', to('https://localhost./'), 'discover.redirect-private'],
    ['to the metadata of a cloud', to('https://169.254.169.254/'), 'discover.redirect-private'],
    ['to nobody', to('https://gone.example.org/'), 'discover.host-absent'],
    [
      'on and on',
      (request, response) =>
        response.writeHead(302, { Location: `/${Number(request.url?.slice(1).split('?')[0]) + 1 || 1}` }).end(),
      'discover.redirects',
    ],
  ])('that lead %s are named', async (_, page, code) => {
    const { of, world } = await asked({
      pages: { 'https://autoconfig.example.org': page },
      zone: { localhost: [{ type: 'A', data: '127.0.0.1' }] },
    });
    const answer = of('autoconfig-https');
    expect(answer?.status).toBe('wrong');
    // A circle back to where it began has the query no more.
    expect([code, 'discover.loop']).toContain(answer?.problem?.code);
    const own = /^(?:GET|POST) https?:\/\/(?:[a-z-]+\.)?example\.org[:/]/;
    expect(world.requests.filter(({ line }) => !own.test(line))).toEqual([]);
  });

  test('tell nobody who is named in them', async () => {
    const { of, world } = await asked({
      pages: { [AC]: to('https://ada:secret@config.example.org/a#x'), ...at('https://config.example.org/a') },
    });
    expect(of('autoconfig-https')).toMatchObject({ status: 'found', chain: [AC, 'https://config.example.org/a'] });
    expect(JSON.stringify(world.requests)).not.toContain('secret');
  });
});

describe('what cannot be used is said in a line', () => {
  test.each<[string, Page | string, string, PlaceAnswer['status']]>([
    [
      'a web page',
      (_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!DOCTYPE html><p>hello'),
      'answers with a web page',
      'wrong',
    ],
    [
      'something else',
      (_, response) => response.writeHead(200, { 'Content-Type': 'image/png' }).end(Buffer.from([0x89, 0, 1])),
      'nothing that is known as settings (type image/png)',
      'wrong',
    ],
    ['nothing', (_, response) => response.writeHead(200).end(), 'nothing that is known as settings', 'wrong'],
    ['half a file', clientConfig().slice(0, 300), 'cannot be imported', 'wrong'],
    [
      'no servers',
      '<clientConfig version="1.1"><emailProvider id="x"></emailProvider></clientConfig>',
      'name no server',
      'wrong',
    ],
    ['a server in trouble', (_, response) => response.writeHead(503).end(), 'status 503', 'wrong'],
    ['nothing there', (_, response) => response.writeHead(404).end('<html>'), 'status 404', 'none'],
    [
      'the wrong type',
      (_, response) => response.writeHead(200, { 'Content-Type': 'text/plain' }).end(clientConfig()),
      'Thunderbird takes text/xml',
      'found',
    ],
  ])('%s', async (_, page, line, status) => {
    const { of } = await asked({ pages: { [AC]: page } });
    expect(of('autoconfig-https')?.status).toBe(status);
    expect(says(of('autoconfig-https'))).toContain(line);
  });

  test('a certificate, a private address, a DNS in trouble and silence', async () => {
    const { of } = await asked(
      {
        zone: {
          'autoconfig.example.org': [{ type: 'A', data: '10.0.0.1' }],
          [DOMAIN]: [{ type: 'A', data: PUBLIC }],
        },
        dns: ({ name }) =>
          name.startsWith('autodiscover') ? { rcode: 2 } : name.startsWith('ua-auto') ? 'silence' : undefined,
        pages: { [`http://${DOMAIN}`]: () => {} },
        certificates: { [DOMAIN]: await (await import('../net/certificates.ts')).makeCertificate({ names: [DOMAIN] }) },
      },
      { timeout: 900 },
    );
    expect(says(of('autoconfig-https'))).toBe(
      'autoconfig.example.org is at 10.0.0.1, which no public name leads to: not asked (--allow-private asks)',
    );
    expect(says(of('autoconfig-well-known'))).toBe('the certificate of example.org has signed itself: nobody takes it');
    expect(of('autoconfig-well-known')?.tls?.refusal).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(says(of('autoconfig-well-known-http'))).toBe('example.org did not answer in time');
    expect(says(of('autodiscover', AD))).toContain('SERVFAIL');
    expect(says(of('pacc'))).toBe('the DNS does not answer in time for ua-auto-config.example.org');
  });
});

describe('the address', () => {
  test('is told to nobody, unless that was asked for', async () => {
    const quiet = await asked({ pages: { [AC]: clientConfig(), [AD]: pox() } }, { who: `Ada.Lovelace@${DOMAIN}` });
    expect(JSON.stringify([quiet.world.requests, quiet.world.dns.asked])).not.toMatch(/ada/i);
    expect(quiet.subject).toMatchObject({ isStandIn: true, told: { text: `prenom.nom-facteur@${DOMAIN}` } });
    const told = await asked(
      { pages: { [AC]: clientConfig(), [AD]: pox() } },
      { who: `Ada.Lovelace@${DOMAIN}`, sendAddress: true },
    );
    const lines = told.world.requests.map(({ line }) => line);
    expect(lines).toContain(`GET ${AC}?emailaddress=Ada.Lovelace%40${DOMAIN}`);
    // Where answers come from is said without it.
    expect(JSON.stringify(told.answers.map(({ source, chain }) => [source, chain]))).not.toMatch(/ada/i);
    expect(JSON.stringify(told.world.requests.map(({ headers }) => headers))).not.toMatch(/authorization|cookie/i);
  });

  test('with characters that XML has other uses for is told as it is', async () => {
    let heard = '';
    const page: Page = (_, response, body) => {
      heard = body;
      response.writeHead(404).end();
    };
    await asked({ pages: { [AD]: page } }, { who: `a&b@${DOMAIN}`, sendAddress: true });
    expect(heard).toContain(`<EMailAddress>a&amp;b@${DOMAIN}</EMailAddress>`);
  });

  test('of a domain with accents is asked as it travels', async () => {
    const { of, subject } = await asked(
      { pages: { 'https://autoconfig.xn--cole-9oa.fr/mail/config-v1.1.xml': clientConfig() } },
      { who: 'École.fr' },
    );
    expect(subject).toMatchObject({ domain: 'xn--cole-9oa.fr', typed: 'École.fr' });
    expect(of('autoconfig-https')?.status).toBe('found');
  });
});

describe('disagreements', () => {
  test('are told by field, with who says what', async () => {
    const { disagreements } = await asked({
      zone: {
        [`_imaps._tcp.${DOMAIN}`]: [srv('old.example.org', 993)],
        [`_submissions._tcp.${DOMAIN}`]: [srv('smtp.example.org', 465)],
      },
      pages: { [AC]: clientConfig('%EMAILLOCALPART%@ods.services'), [AD]: pox() },
    });
    expect(disagreements).toEqual([
      {
        field: 'imap.host',
        values: [
          { value: 'imap.example.org', sources: [AC, AD] },
          { value: 'old.example.org', sources: [`_imaps._tcp.${DOMAIN}`] },
        ],
      },
      {
        field: 'imap.login',
        values: [
          { value: '{local}@ods.services', sources: [AC] },
          { value: 'prenom.nom@ods.services', sources: [AD] },
          { value: '{address}', sources: [`_imaps._tcp.${DOMAIN}`] },
        ],
      },
      {
        field: 'smtp.port',
        values: [
          { value: '587', sources: [AC, AD] },
          { value: '465', sources: [`_submissions._tcp.${DOMAIN}`] },
        ],
      },
      {
        field: 'smtp.security',
        values: [
          { value: 'starttls', sources: [AC, AD] },
          { value: 'tls', sources: [`_submissions._tcp.${DOMAIN}`] },
        ],
      },
      {
        field: 'smtp.login',
        values: [
          { value: '{local}@ods.services', sources: [AC] },
          { value: 'prenom.nom@ods.services', sources: [AD] },
          { value: '{address}', sources: [`_submissions._tcp.${DOMAIN}`] },
        ],
      },
    ]);
  });

  test('there are none where one names more than the other, or writes the login for who was told', async () => {
    const { disagreements } = await asked({
      zone: {
        [`_imaps._tcp.${DOMAIN}`]: [srv('imap.example.org', 993, 0)],
        [`_imap._tcp.${DOMAIN}`]: [srv('imap.example.org', 143, 10)],
      },
      pages: { [AC]: clientConfig(), [WK]: clientConfig(`PRENOM.NOM-facteur@${DOMAIN}`) },
    });
    expect(disagreements).toEqual([]);
  });
});

test('the list of public suffixes is that of the version that is installed', async () => {
  const { readFileSync } = await import('node:fs');
  const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
    packages: Record<string, { version?: string }>;
  };
  // On a change: the day on which that version came out (npm view tldts time).
  expect(lock.packages['node_modules/tldts']?.version).toBe(suffixList.version);
});
