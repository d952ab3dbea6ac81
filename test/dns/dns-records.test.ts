import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { domainRecords } from '../../src/publish/dns-records.ts';
import { paccDocument } from '../../src/publish/pacc.ts';
import { entryFor, type MailDomain } from '../../src/resolve/mail-domain.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { makeProfile, readProfile } from '../fixtures.ts';
import { lines, recordsOf, SERVER } from './records-of.ts';

const MAIL = ['_imaps', '_imap', '_pop3s', '_pop3', '_submissions', '_submission'];
const codes = (of: ReturnType<typeof recordsOf>) =>
  Object.fromEntries([...of.records, ...of.leftOut].map(({ name, note }) => [name, note.code]));

test('where the login is not the address, all SRV records for mail are denied and there is no PACC', () => {
  const of = recordsOf(readProfile('cnrs'), 'cnrs.fr');
  expect(lines(of)).toEqual([
    `autoconfig CNAME ${SERVER}.`,
    `autodiscover CNAME ${SERVER}.`,
    ...MAIL.map((name) => `${name}._tcp SRV 0 0 0 .`),
  ]);
  expect(codes(of)).toMatchObject({
    '_imaps._tcp': 'denied-login',
    '_pop3._tcp': 'denied-absent',
    '_submission._tcp': 'denied-login',
    'ua-auto-config': 'pacc-login',
    '_autodiscover._tcp': 'autodiscover-cname',
  });
});

test('where the login is the address, TLS comes before STARTTLS and IMAP before POP3, and paths are told', () => {
  const profile = readProfile('universite');
  const of = recordsOf(profile, 'universite.example');
  const { account } = resolve({ address: 'user@universite.example' }, [profile]);
  const digest = createHash('sha256')
    .update(paccDocument(account) ?? '')
    .digest('base64');
  expect(lines(of)).toEqual([
    `autoconfig CNAME ${SERVER}.`,
    `autodiscover CNAME ${SERVER}.`,
    `ua-auto-config CNAME ${SERVER}.`,
    `_ua-auto-config TXT v=UAAC1; a=sha256; d=${digest}`,
    '_imaps._tcp SRV 0 1 993 imap.universite.example.',
    '_imap._tcp SRV 0 0 0 .',
    '_pop3s._tcp SRV 20 1 995 pop.universite.example.',
    '_pop3._tcp SRV 0 0 0 .',
    '_submissions._tcp SRV 0 1 465 smtp.universite.example.',
    '_submission._tcp SRV 10 1 587 smtp.universite.example.',
    '_caldavs._tcp SRV 0 1 443 dav.universite.example.',
    '_caldavs._tcp TXT path=/calendars/',
    '_caldav._tcp SRV 0 0 0 .',
    '_carddavs._tcp SRV 0 1 443 dav.universite.example.',
    '_carddavs._tcp TXT path=/addressbooks/',
    '_carddav._tcp SRV 0 0 0 .',
  ]);
});

test.each(['ask', '{local}', '{local}@example.net', '{address|lower}', '{local|untagged}@{domain}'])(
  'a login by “%s” may not be the address: nothing that signs in with the address is left',
  (login) => {
    const service = { url: 'https://dav.example.org/dav/' };
    const of = recordsOf(makeProfile({ login, calendar: service, contacts: service }), 'example.org');
    const denied = of.records.filter(({ data }) => data.type === 'SRV');
    expect(denied).toHaveLength(MAIL.length + 4);
    for (const { data } of denied) expect(data).toMatchObject({ port: 0, target: '' });
    expect(of.records.some(({ data }) => data.type === 'TXT')).toBe(false);
    expect(of.leftOut.map(({ name }) => name)).toContain('ua-auto-config');
  },
);

test('{local}@{domain} is the address, also in an internationalised domain, whose records are in A-labels', () => {
  const profile = makeProfile({ domains: ['élèves.example'], login: '{local}@{domain}' });
  const of = recordsOf(profile, 'xn--lves-5oae.example');
  expect(of.displayName).toBe('élèves.example');
  expect(lines(of)).toContain('_imaps._tcp SRV 0 1 993 imap.example.org.');
});

test('other ports are told, and servers in the order of the profile by priority and by weight', () => {
  const incoming = ['a', 'b'].map((host) => ({
    protocol: 'imap' as const,
    host: `${host}.example.org`,
    port: 1993,
    security: 'tls' as const,
  }));
  const of = recordsOf(makeProfile({ incoming }), 'example.org');
  expect(lines(of).filter((line) => line.startsWith('_imaps.'))).toEqual([
    '_imaps._tcp SRV 0 2 1993 a.example.org.',
    '_imaps._tcp SRV 1 1 1993 b.example.org.',
  ]);
  // PACC has no ports.
  expect(codes(of)['ua-auto-config']).toBe('pacc-settings');
});

test('a mailbox of which one half cannot be said is denied whole', () => {
  const outgoing = [{ host: 'smtp.example.org', security: 'tls' as const, login: '{local}' }];
  expect(codes(recordsOf(makeProfile({ outgoing }), 'example.org'))).toMatchObject({
    '_imaps._tcp': 'denied-half',
    '_submissions._tcp': 'denied-login',
  });
});

test('a server in clear, by certificate alone, or without a name in the DNS gets no record', () => {
  const imap = { protocol: 'imap' as const, host: 'imap.example.org', security: 'tls' as const };
  const codeOf = (changes: object, name = '_imaps._tcp') =>
    codes(recordsOf(makeProfile({ incoming: [{ ...imap, ...changes }] }), 'example.org'))[name];
  expect(codeOf({ security: 'none', allowPlainText: true }, '_imap._tcp')).toBe('denied-clear');
  expect(codeOf({ authentication: ['certificate'] })).toBe('denied-way');
  expect(codeOf({ host: '192.0.2.1' })).toBe('denied-name');
  expect(codeOf({ host: 'localhost' })).toBe('denied-name');
});

test('a calendar whose path names the person has no record, and one at another port says it', () => {
  const calendar = { url: 'https://dav.example.org/u/{address}/' };
  const contacts = { url: 'https://dav.example.org:8443/' };
  const of = recordsOf(makeProfile({ calendar, contacts }), 'example.org');
  expect(codes(of)['_caldavs._tcp']).toBe('dav-principal');
  expect(lines(of).filter((line) => line.startsWith('_carddav'))).toEqual([
    '_carddavs._tcp SRV 0 1 8443 dav.example.org.',
    '_carddav._tcp SRV 0 0 0 .',
  ]);
});

test('no CNAME leads to itself, or takes the place of a server', () => {
  const itself = recordsOf(makeProfile({}), 'example.org', 'ua-auto-config.example.org');
  expect(codes(itself)).toMatchObject({ 'ua-auto-config': 'itself', '_ua-auto-config': 'pacc-digest' });
  const exchange = { host: 'autodiscover.example.org', activeSync: true };
  expect(codes(recordsOf(makeProfile({ exchange }), 'example.org')).autodiscover).toBe('host');
});

test('an SRV record for Autodiscover stands in the place of its name, where that is asked for', () => {
  const of = recordsOf(makeProfile({}), 'example.org', SERVER, 'srv');
  expect(lines(of)).toContain(`_autodiscover._tcp SRV 0 1 443 ${SERVER}.`);
  expect(codes(of).autodiscover).toBe('autodiscover-instead');
});

test('a mailbox on Exchange alone is denied for IMAP, POP3 and sending', () => {
  const exchange = { host: 'ex.example.org', webServices: true };
  const of = recordsOf(makeProfile({ domains: [{ name: 'example.org', incoming: 'none', exchange }] }), 'example.org');
  expect(of.records.filter(({ note }) => note.code === 'denied-absent')).toHaveLength(MAIL.length);
});

test('without a server nothing leads to one, and each name says so', () => {
  const entry = entryFor('example.org', [makeProfile({})]);
  const of = domainRecords(entry?.at('example.org') as MailDomain, undefined);
  expect(of.records.every(({ data }) => data.type === 'SRV')).toBe(true);
  expect(codes(of)).toMatchObject({
    autoconfig: 'no-server',
    autodiscover: 'no-server',
    'ua-auto-config': 'no-server',
  });
});
