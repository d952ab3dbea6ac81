import { describe, expect, test } from 'vitest';
import { asEvolution, asEvolutionNewer } from '../../src/discover/as/evolution.ts';
import type { LookUpEnd } from '../../src/discover/as/look-up.ts';
import type { Simulator } from '../../src/discover/as/simulator.ts';
import { asThunderbird, asThunderbird156 } from '../../src/discover/as/thunderbird.ts';
import { asThunderbirdAndroid } from '../../src/discover/as/thunderbird-android.ts';
import { subjectOf } from '../../src/discover/subject.ts';
import { askedFor } from './asked-for.ts';
import { autodiscoverOf, configOf, NOTHING_ASKED, netOf, server, type World, XML } from './world.ts';

const domain = 'example.net';
const who = `ada.byron@${domain}`;
const own = 'ada.byron@login.example';
const autoconfig = `https://autoconfig.${domain}/mail/config-v1.1.xml`;
const wellKnown = `https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`;
const page = { status: 200, type: 'text/html', body: '<!DOCTYPE html><html><body><p>Bienvenue<br></body></html>' };
const good = (place: string, login?: string) => ({ status: 200, type: XML, body: configOf(domain, place, login) });

async function run(simulator: Simulator, world: Omit<World, 'domain'>, lowers = false): Promise<LookUpEnd> {
  return simulator.lookUp({ ...askedFor(netOf([{ domain, ...world }]), who), lowers });
}

const logins = ({ outcome, incoming, outgoing }: LookUpEnd) => [outcome, incoming?.login, outgoing?.login];
const codes = ({ steps }: LookUpEnd) => steps.flatMap(({ does }) => does.map(({ code }) => code));

describe('a login that is not the address', () => {
  const literal = (address: string | undefined) =>
    configOf(
      domain,
      'a.example',
      address === undefined ? '%EMAILLOCALPART%@login.example' : `${address.split('@')[0]}@login.example`,
    );
  const world = { web: { [autoconfig]: { status: 200, type: XML, body: literal } } };

  test.each([
    ['Thunderbird', asThunderbird],
    ['Evolution, which tells another name', asEvolution],
    ['Thunderbird for Android, which tells none', asThunderbirdAndroid],
  ])('comes out right in %s', async (_, simulator) => {
    expect(logins(await run(simulator, world))).toEqual(['configured', own, own]);
  });

  test('is shown for the person, where the world was told of somebody who is not there', async () => {
    const questions: string[] = [];
    const net = netOf([{ domain, ...world }], (question) => questions.push(question));
    const { told } = subjectOf(domain, false);
    const end = await asThunderbird.lookUp({ net, domain, shown: who, told, lowers: false });
    expect(logins(end)).toEqual(['configured', own, own]);
    expect(questions.join()).not.toContain('ada');
    expect(JSON.stringify(end)).not.toContain(told.local);
  });

  test('is doubted where it cannot be of the person who is not there', async () => {
    const { told } = subjectOf(domain, false);
    const net = netOf([{ domain, web: { [autoconfig]: good('a.example', 'u12345') } }]);
    const { doubts } = await asThunderbird.lookUp({ net, domain, shown: who, told, lowers: false });
    expect(doubts.map(({ code }) => code)).toEqual(['doubt-stand-in']);
  });

  test('is not lost to Evolution where there are SRV records beside the file, and where they are alone there is none', async () => {
    const srv = {
      [`_imaps._tcp.${domain}`]: [[0, 1, 993, 'imap.b.example']],
      [`_submission._tcp.${domain}`]: [[0, 1, 587, 'smtp.b.example']],
    } as const;
    for (const simulator of [asEvolution, asEvolutionNewer]) {
      expect(logins(await run(simulator, { ...world, srv }))).toEqual(['configured', own, own]);
      expect(logins(await run(simulator, { srv }))).toEqual(['asks', who, who]);
    }
  });

  test('is lost to Evolution 3.46 where the file has POP3 alone: SRV records for IMAP come before it', async () => {
    const servers = [
      server('pop3', 'pop.a.example', 995, 'SSL', own),
      server('smtp', 'smtp.a.example', 465, 'SSL', own),
    ];
    const web = { [autoconfig]: { status: 200, type: XML, body: configOf(domain, '', '', servers) } };
    const srv = { [`_imaps._tcp.${domain}`]: [[0, 1, 993, 'imap.b.example']] } as const;
    expect(logins(await run(asEvolution, { web, srv }))).toEqual(['asks', who, own]);
  });
});

describe('a page for people where the file should be', () => {
  const world = { web: { [autoconfig]: page, [wellKnown]: good('b.example') } };

  test('hides the good file from Thunderbird', async () => {
    const end = await run(asThunderbird, world);
    expect(end.outcome).toBe('nothing');
    expect(codes(end)).toContain('then-stops-at-first');
  });

  test('does not hide it from Evolution and Thunderbird for Android', async () => {
    expect((await run(asEvolution, world)).incoming?.host).toBe('imap.b.example');
    expect((await run(asThunderbirdAndroid, world)).incoming?.host).toBe('imap.b.example');
  });

  test('ends the search of Evolution, where it is XML', async () => {
    const xhtml = { ...page, body: '<html><body><p>Bienvenue</p></body></html>' };
    const end = await run(asEvolution, { web: { ...world.web, [autoconfig]: xhtml } });
    expect([end.outcome, codes(end)[0]]).toEqual(['nothing', 'then-stops-at-xml']);
  });
});

describe('a redirect from https to http', () => {
  const world = {
    web: {
      [autoconfig]: { status: 302, location: 'http://files.example.net/config.xml' },
      'http://files.example.net/config.xml': good('c.example'),
    },
  };

  test('is not followed, and it is said that the program does', async () => {
    const questions: string[] = [];
    const net = netOf([{ domain, ...world }], (question) => questions.push(question));
    const { outcome, doubts, steps } = await asThunderbird.lookUp(askedFor(net, who));
    expect(outcome).toBe('nothing');
    expect(doubts).toEqual([{ code: 'doubt-http', details: { url: 'http://files.example.net/config.xml' } }]);
    expect(steps[0]?.places[0]?.got.code).toBe('got-withheld-http');
    expect(questions.filter((question) => question.includes('files.example.net'))).toEqual([]);
  });

  test('is followed where that is allowed', async () => {
    expect((await run(asThunderbird, world, true)).incoming?.host).toBe('imap.c.example');
  });
});

describe('files over http', () => {
  const world = { web: { [`http://autoconfig.${domain}/mail/config-v1.1.xml`]: good('h.example') } };

  test('are taken by Thunderbird, and by that for Android with a tick', async () => {
    expect((await run(asThunderbird, world)).outcome).toBe('configured');
    const end = await run(asThunderbirdAndroid, world);
    expect([end.outcome, codes(end).at(-1)]).toEqual(['asks', 'then-tick']);
  });
});

describe('the mail exchanger', () => {
  const world = {
    mx: [
      [20, 'b.other.example'],
      [10, 'mx1.in.hoster.co.uk'],
    ],
    web: { 'https://autoconfig.hoster.co.uk/mail/config-v1.1.xml': good('uk.example', '%EMAILLOCALPART%') },
  } as const;

  test('leads to the part of its name that somebody has registered', async () => {
    expect(logins(await run(asThunderbird, world))).toEqual(['configured', 'ada.byron', 'ada.byron']);
    expect((await run(asThunderbirdAndroid, world)).outcome).toBe('asks');
  });

  test('is asked by newer Evolution, up to the name under the root, where 3.46 asks the name server', async () => {
    const questions: string[] = [];
    const net = netOf([{ domain, ...world, web: {} }], (question) => questions.push(question));
    await asEvolutionNewer.lookUp(askedFor(net, who));
    expect(questions.some((question) => question.includes('//autoconfig.co.uk/'))).toBe(true);
    expect((await run(asEvolution, world)).outcome).toBe('nothing');
    expect((await run(asEvolution, { ...world, mx: [], ns: ['ns1.hoster.co.uk'] })).outcome).toBe('configured');
  });
});

describe('Autodiscover in Thunderbird', () => {
  const answer = { status: 200, type: XML, body: autodiscoverOf('x.example', own) };

  test('counts where nothing else is found', async () => {
    const world = { web: { [`https://autodiscover.${domain}/autodiscover/autodiscover.xml`]: answer } };
    expect(logins(await run(asThunderbird, world))).toEqual(['configured', own, own]);
    expect(logins(await run(asThunderbird, { web: { ...world.web, [autoconfig]: good('a.example') } }))).toEqual([
      'configured',
      who,
      who,
    ]);
  });

  test('asks about somebody else’s host, and fails where that answers a GET with an error of Autodiscover', async () => {
    const elsewhere = 'https://autodiscover.hoster.example/autodiscover/autodiscover.xml';
    const world = (get: World['web']) => ({
      web: {
        [`http://autodiscover.${domain}/autodiscover/autodiscover.xml`]: { status: 302, location: elsewhere },
        ...get,
      },
    });
    const refusing = await run(asThunderbird, world({ [elsewhere]: { status: 405, posted: answer } }));
    expect(logins(refusing)).toEqual(['asks', own, own]);
    const polite = await run(
      asThunderbird,
      world({ [elsewhere]: { status: 200, type: XML, body: NOTHING_ASKED, posted: answer } }),
    );
    expect(polite.outcome).toBe('nothing');
  });
});

describe('guessing', () => {
  const mail = {
    [`imap.${domain}:993`]: { protocol: 'imap', tls: true, offers: ['AUTH=PLAIN', 'AUTH=CRAM-MD5'] },
    [`smtp.${domain}:587`]: { protocol: 'smtp', tls: false, offers: ['STARTTLS', 'AUTH PLAIN'] },
  } as const;

  test('gives the part before the @, and the address in 156', async () => {
    const end = await run(asThunderbird, { mail });
    expect(end).toMatchObject({
      outcome: 'configured',
      incoming: { port: 993, security: 'tls', authentication: 'cram-md5', login: 'ada.byron' },
      outgoing: { port: 587, security: 'starttls', authentication: 'password' },
    });
    expect((await run(asThunderbird156, { mail })).incoming?.login).toBe(who);
  });

  test('gives nothing where one direction is missing', async () => {
    expect((await run(asThunderbird, { mail: { [`imap.${domain}:993`]: mail[`imap.${domain}:993`] } })).outcome).toBe(
      'nothing',
    );
  });
});

test('Thunderbird for Android looks for no other file where it cannot sign in by the one it has', async () => {
  const servers = [
    server('imap', 'imap.a.example', 993, 'SSL', own, ['OAuth2']),
    server('smtp', 'smtp.a.example', 465, 'SSL', own, ['OAuth2']),
  ];
  const world = {
    web: {
      [autoconfig]: { status: 200, type: XML, body: configOf(domain, '', '', servers) },
      [wellKnown]: good('b.example'),
    },
  };
  const end = await run(asThunderbirdAndroid, world);
  expect([end.outcome, codes(end).at(-1)]).toEqual(['nothing', 'then-no-way']);
});
