import { expect, test } from 'vitest';
import { type SimulatorId, simulators } from '../../src/discover/as/simulators.ts';
import { sha256 } from '../../src/platform.ts';
import { askedFor } from './asked-for.ts';
import { autodiscoverOf, configOf, NOTHING_ASKED, netOf, server, type World, XML } from './world.ts';

/*
 * What programs do differently, whose source was read or which servers have seen: one set-up a line, and the login and the host that each ends with; `ø` where it finds nothing. (The
 * facts are those of the simulators' own sources.)
 */

const domain = 'example.net';
const A = `ada@${domain}`;
const L = 'ada';
const X = 'ada@login.example';
const ac = `https://autoconfig.${domain}/mail/config-v1.1.xml`;
const wk = `https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`;
const http = `http://autoconfig.${domain}/mail/config-v1.1.xml`;
const ad = (host: string, scheme = 'https') => `${scheme}://${host}/autodiscover/autodiscover.xml`;
const good = (place: string, login?: string) => ({ status: 200, type: XML, body: configOf(domain, place, login) });
const html = { status: 200, type: 'text/html', body: '<!DOCTYPE html><html><body><p>a<br>b</body></html>' };
const pattern = '%EMAILLOCALPART%@login.example';
const of = (...servers: string[]) => ({ status: 200, type: XML, body: configOf(domain, '', '', servers) });
const records = {
  [`_imaps._tcp.${domain}`]: [[0, 1, 993, 'imap.srv.example']],
  [`_submission._tcp.${domain}`]: [[0, 1, 587, 'smtp.srv.example']],
} as const;
const pacc = JSON.stringify({
  protocols: { imap: { host: 'imap.pacc.example' }, submit: { host: 'smtp.pacc.example' } },
});

type Line = readonly [what: string, world: Omit<World, 'domain'>, ends: Readonly<Partial<Record<SimulatorId, string>>>];

const lines: readonly Line[] = [
  [
    'nothing',
    {},
    {
      kmail: 'ø',
      geary: 'ø',
      'claws-mail': 'ø',
      fairemail: 'ø',
      'delta-chat': 'ø',
      'nextcloud-mail': 'ø',
      mustang: 'ø',
      aerc: 'ø',
      himalaya: 'ø',
      outlook: 'ø',
    },
  ],
  [
    'a file at autoconfig.',
    { web: { [ac]: good('a.example', pattern) } },
    {
      kmail: `${X} imap.a.example`,
      'kmail-22.12': `${X} imap.a.example`,
      geary: `${A} imap.a.example`,
      'claws-mail': 'ø',
      'delta-chat': `${X} imap.a.example`,
      'nextcloud-mail': `${X} imap.a.example`,
      mustang: `${X} imap.a.example`,
      aerc: `${A} imap.a.example`,
      'aerc-0.20': 'ø',
      // It signs in with what stands there, and then with the address.
      fairemail: `${pattern} imap.a.example`,
      'fairemail-play': 'ø',
      himalaya: `${X} imap.a.example`,
      outlook: 'ø',
    },
  ],
  [
    'a login that is no address',
    { web: { [ac]: good('a.example', '%EMAILLOCALPART%') } },
    { himalaya: `${A} imap.a.example`, fairemail: `${L} imap.a.example`, kmail: `${L} imap.a.example` },
  ],
  [
    'a file at the well-known place alone',
    { web: { [wk]: good('w.example') } },
    {
      kmail: `${A} imap.w.example`,
      geary: 'ø',
      'delta-chat': `${A} imap.w.example`,
      aerc: `${A} imap.w.example`,
      mustang: `${A} imap.w.example`,
    },
  ],
  [
    'a file over http alone',
    { web: { [http]: good('h.example') } },
    {
      kmail: `${A} imap.h.example`,
      geary: 'ø',
      'delta-chat': 'ø',
      aerc: 'ø',
      himalaya: 'ø',
      'nextcloud-mail': `${A} imap.h.example`,
      fairemail: `${A} imap.h.example`,
    },
  ],
  [
    'a page for people before a good file',
    { web: { [ac]: html, [wk]: good('w.example') } },
    {
      kmail: 'ø',
      'kmail-22.12': 'ø',
      'delta-chat': `${A} imap.w.example`,
      'nextcloud-mail': `${A} imap.w.example`,
      aerc: `${A} imap.w.example`,
      fairemail: `${A} imap.w.example`,
    },
  ],
  [
    'a 404 that is a good file',
    { web: { [ac]: { ...good('b.example'), status: 404 } } },
    {
      kmail: `${A} imap.b.example`,
      'kmail-22.12': 'ø',
      geary: `${A} imap.b.example`,
      aerc: `${A} imap.b.example`,
      'nextcloud-mail': 'ø',
      fairemail: 'ø',
      'delta-chat': 'ø',
    },
  ],
  [
    'a file of its own and another in Mozilla’s database',
    { web: { [ac]: good('own.example') }, database: { [domain]: good('db.example') } },
    {
      kmail: `${A} imap.db.example`,
      'kmail-22.12': `${A} imap.db.example`,
      mustang: `${A} imap.db.example`,
      geary: `${A} imap.own.example`,
      fairemail: `${A} imap.own.example`,
      'fairemail-play': `${A} imap.db.example`,
    },
  ],
  [
    'POP3 before IMAP',
    {
      web: {
        [ac]: of(
          server('pop3', 'pop.a.example', 995, 'SSL'),
          server('imap', 'imap.a.example', 993, 'SSL'),
          server('smtp', 'smtp.a.example', 465, 'SSL'),
        ),
      },
    },
    {
      kmail: `${A} imap.a.example`,
      geary: 'ø',
      fairemail: 'ø',
      aerc: `${A} imap.a.example`,
      'nextcloud-mail': `${A} imap.a.example`,
    },
  ],
  [
    'SRV records, and a file with a login of its own',
    { srv: records, web: { [ac]: good('own.example', X) } },
    {
      'claws-mail': `${A} imap.srv.example`,
      aerc: `${A} imap.srv.example`,
      'aerc-0.20': `${A} imap.srv.example`,
      fairemail: `${X} imap.own.example`,
      himalaya: `${X} imap.own.example`,
    },
  ],
  [
    'SRV records alone',
    { srv: records },
    {
      fairemail: `${A} imap.srv.example`,
      'fairemail-play': `${A} imap.srv.example`,
      himalaya: `${A} imap.srv.example`,
      kmail: 'ø',
      outlook: 'ø',
    },
  ],
  [
    'a PACC document with its digest',
    {
      web: {
        [`https://ua-auto-config.${domain}/.well-known/user-agent-configuration.json`]: {
          status: 200,
          type: 'application/json',
          body: pacc,
        },
      },
      txt: { [`_ua-auto-config.${domain}`]: `v=UAAC1; a=sha256; d=${sha256(new TextEncoder().encode(pacc))}` },
    },
    { himalaya: `${A} imap.pacc.example`, aerc: 'ø' },
  ],
  [
    'Autodiscover with a login',
    {
      web: {
        [ad(`autodiscover.${domain}`)]: {
          status: 405,
          posted: { status: 200, type: XML, body: autodiscoverOf('x.example', X) },
        },
      },
    },
    {
      outlook: `${X} imap.x.example`,
      'outlook-simplified': `${A} imap.x.example`,
      fairemail: `${A} imap.x.example`,
      'delta-chat': 'ø',
      mustang: `${X} imap.x.example`,
    },
  ],
  [
    'Autodiscover without a login',
    { web: { [ad(domain)]: { status: 200, type: XML, body: autodiscoverOf('x.example') } } },
    { outlook: `${L} imap.x.example`, 'delta-chat': `${A} imap.x.example` },
  ],
  [
    'an Autodiscover error for a GET, and Mozilla’s database',
    {
      web: { [ad(`autodiscover.${domain}`)]: { status: 200, type: XML, body: NOTHING_ASKED } },
      database: { [domain]: good('db.example') },
    },
    { 'delta-chat': 'ø', kmail: `${A} imap.db.example` },
  ],
  [
    'Autodiscover by way of somebody else',
    {
      web: {
        [ad(`autodiscover.${domain}`, 'http')]: { status: 302, location: ad('autodiscover.hoster.example') },
        [ad('autodiscover.hoster.example')]: {
          status: 405,
          posted: { status: 200, type: XML, body: autodiscoverOf('x.example', X) },
        },
      },
    },
    { outlook: `asks ${X} imap.x.example`, fairemail: 'ø' },
  ],
  [
    'open ports alone',
    {
      mail: {
        [`imap.${domain}:993`]: { protocol: 'imap', tls: true, offers: [] },
        [`smtp.${domain}:587`]: { protocol: 'smtp', tls: false, offers: ['STARTTLS'] },
      },
    },
    {
      'delta-chat': `${A} imap.${domain}`,
      fairemail: `${A} imap.${domain}`,
      mustang: `${A} imap.${domain}`,
      aerc: `${A} imap.${domain}`,
      kmail: 'ø',
      geary: 'ø',
    },
  ],
  [
    'a file of the mail exchanger’s domain',
    {
      mx: [[10, 'mx1.hoster.example']],
      web: { 'https://autoconfig.hoster.example/mail/config-v1.1.xml': good('mx.example', '%EMAILLOCALPART%') },
    },
    {
      'nextcloud-mail': `${L} imap.mx.example`,
      fairemail: `${L} imap.mx.example`,
      mustang: 'ø',
      kmail: 'ø',
      geary: 'ø',
    },
  ],
];

const cases = lines.flatMap(([what, world, ends]) =>
  // The keys of the table.
  Object.entries(ends).map(([id, end]) => ({ what, world, id: id as SimulatorId, end: end ?? '' })),
);

test.each(cases)('$id, $what: $end', async ({ world, id, end }) => {
  const { outcome, incoming, outgoing } = await simulators[id].lookUp({
    ...askedFor(netOf([{ domain, ...world }]), A),
    lowers: false,
  });
  const found =
    incoming === undefined || outgoing === undefined || outcome === 'nothing'
      ? 'ø'
      : `${incoming.login} ${incoming.host}`;
  expect(end.startsWith('asks ') ? `${outcome} ${found}` : found).toBe(end);
});

test('every program says why, where it does not ask the domain', async () => {
  for (const id of ['apple', 'outlook-new', 'samsung-email', 'gmail-app', 'nine', 'spark', 'em-client'] as const) {
    const questions: string[] = [];
    const { outcome, doubts } = await simulators[id].lookUp(
      askedFor(
        netOf([], (question) => questions.push(question)),
        A,
      ),
    );
    expect({ id, outcome, doubts: doubts.length, questions }).toEqual({
      id,
      outcome: 'asks',
      doubts: 1,
      questions: [],
    });
  }
});

test('no program tells a mail server a login, nor a web server a password', async () => {
  const questions: string[] = [];
  const net = netOf([
    { domain, mail: { [`imap.${domain}:993`]: { protocol: 'imap', tls: true, offers: ['AUTH=PLAIN'] } } },
  ]);
  const watched = {
    ...net,
    web: (request: Parameters<typeof net.web>[0]) => {
      questions.push(JSON.stringify(request.headers ?? {}));
      return net.web(request);
    },
    dial: async (...given: Parameters<typeof net.dial>) => {
      const answer = await net.dial(...given);
      if (answer.status === 'failed') return answer;
      const { line } = answer;
      const write = (text: string) => {
        questions.push(text);
        line.write(text);
      };
      return { ...answer, line: { ...line, write } };
    },
  };
  await Promise.all(Object.values(simulators).map((each) => each.lookUp(askedFor(watched, A))));
  expect(questions.length).toBeGreaterThan(20);
  expect(
    questions.filter((text) => /authorization|login|auth plain|pass|user /i.test(text.replace('LOGOUT', ''))),
  ).toEqual([]);
});

test('a port that several programs try is asked one time for each way of asking', async () => {
  const questions: string[] = [];
  const net = netOf([{ domain, mail: {} }], (question) => questions.push(question));
  await Promise.all(Object.values(simulators).map((each) => each.lookUp(askedFor(net, A))));
  const ports = questions.filter((question) => question.startsWith(`DIAL imap.${domain}:993`));
  // By those that ask what a server can do, and by one that only connects.
  expect(ports.length).toBe(2);
});
