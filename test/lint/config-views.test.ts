import { describe, expect, test } from 'vitest';
import { judge } from '../../src/lint/judgement.ts';
import type { Party } from '../../src/lint/parties.ts';
import { contentOf } from '../../src/read/content.ts';

/* What programs make of a clientConfig, one trap after the other. */

const server = (direction: string, type: string, values: Readonly<Record<string, string>>) =>
  `<${direction} type="${type}">${Object.entries(values)
    .map(([name, value]) => (value.startsWith('<') ? value : `<${name}>${value}</${name}>`))
    .join('')}</${direction}>`;
const values = {
  hostname: 'imap.example.org',
  port: '993',
  socketType: 'SSL',
  username: '%EMAILADDRESS%',
  authentication: 'password-cleartext',
};
const imap = (changes: Readonly<Record<string, string>> = {}) =>
  server('incomingServer', 'imap', { ...values, ...changes });
const smtp = server('outgoingServer', 'smtp', { ...values, hostname: 'smtp.example.org', port: '465' });
const file = (...servers: string[]) =>
  `<clientConfig version="1.1"><emailProvider id="example.org"><domain>example.org</domain>${servers.join('')}</emailProvider></clientConfig>`;

const viewOf = async (text: string, party: Party) =>
  (await judge(contentOf('file', new TextEncoder().encode(text)), party))?.view;

describe('Thunderbird', () => {
  test.each([
    ['00123', '123'],
    ['1e3', '1000'],
    ['True', 'true'],
    ['', 'true'],
    [' ada ', ' ada '],
    ['<username x="y">ada</username>', '[object Object]'],
    ['<username><!-- ada --></username>', '[object Object]'],
    ['a<![CDATA[d]]>a', 'ada'],
    ['%EMAILADDRESS', '%EMAILADDRESS'],
    ['%REALNAME%', '%REALNAME%'],
    ['<login>ada</login>', 'undefined'],
  ])('reads the login %s as %s', async (username, login) => {
    const view = await viewOf(file(imap({ username }), smtp), 'thunderbird');
    expect(view).toMatchObject({ outcome: 'takes', incoming: { login }, skipped: [] });
  });

  test.each([
    ['a socketType that it does not know', { socketType: 'ssl' }],
    ['a port that is none', { port: '0' }],
    ['a host that is none', { hostname: 'a_b' }],
    ['OAuth 2.0 alone of a host that it does not know', { authentication: 'OAuth2' }],
  ])('leaves a server out for %s, and takes the next', async (_, changes) => {
    const view = await viewOf(file(imap(changes), imap({ hostname: 'two.example.org' }), smtp), 'thunderbird');
    expect(view).toMatchObject({ outcome: 'takes', incoming: { host: 'two.example.org' }, skipped: [1] });
  });

  test('takes the first of a repeated value, and asks for a port that is not there', async () => {
    const twice = '<port>993</port><port>143</port>';
    expect(await viewOf(file(imap({ port: twice }), smtp), 'thunderbird')).toMatchObject({ incoming: { port: 993 } });
    expect(await viewOf(file(imap({ port: '<x/>' }), smtp), 'thunderbird')).toMatchObject({
      outcome: 'asks',
      incoming: { port: undefined },
    });
  });

  test('refuses a file without a server for sending', async () => {
    expect(await viewOf(file(imap()), 'thunderbird')).toEqual({ outcome: 'refuses' });
  });
});

describe('Evolution', () => {
  test('takes the last server of a protocol, value by value', async () => {
    const second = server('incomingServer', 'imap', { port: '143', socketType: 'STARTTLS' });
    expect(await viewOf(file(imap(), second, smtp), 'evolution')).toEqual({
      outcome: 'takes',
      incoming: {
        protocol: 'imap',
        host: 'imap.example.org',
        port: 143,
        security: 'starttls',
        authentication: 'password',
        login: '%EMAILADDRESS%',
      },
      outgoing: expect.objectContaining({ host: 'smtp.example.org', port: 465, security: 'tls' }),
      skipped: [1],
    });
  });

  test.each([
    ['what is behind a comment', { hostname: 'a<!-- -->b' }, { host: 'b' }],
    ['nothing of a CDATA section', { hostname: 'a<![CDATA[b]]>' }, { host: '' }],
    ['no TLS where it does not know the socketType', { socketType: 'TLS' }, { security: 'none' }],
    ['a port up to the first character that is no digit', { port: '993 tls' }, { port: 993 }],
    ['its own table of hosts for OAuth 2.0', { hostname: 'imap.gmail.com' }, { authentication: 'oauth2' }],
  ])('reads %s', async (_, changes, incoming) => {
    expect(await viewOf(file(imap(changes), smtp), 'evolution')).toMatchObject({ incoming });
  });

  test.each([
    ['another attribute than type', file(imap().replace('type=', 'name="a" type='), smtp)],
    ['no type', file(imap().replace(' type="imap"', ''), smtp)],
    ['a byte-order mark', `\ufeff${file(imap(), smtp)}`],
  ])('refuses a file with %s', async (_, text) => {
    expect(await viewOf(text, 'evolution')).toEqual({ outcome: 'refuses' });
  });
});

describe('Geary', () => {
  test('takes the first servers, if they are for IMAP and SMTP, and the address as login', async () => {
    const text = file(imap({ username: 'ada' }), imap({ port: '143' }), smtp);
    expect(await viewOf(text, 'geary')).toMatchObject({
      outcome: 'takes',
      incoming: { port: 993, security: 'tls', login: '%EMAILADDRESS%' },
      skipped: [2],
    });
    expect(await viewOf(file(server('incomingServer', 'pop3', values), imap(), smtp), 'geary')).toEqual({
      outcome: 'refuses',
    });
  });

  test('starts without TLS where it does not know the socketType', async () => {
    expect(await viewOf(file(imap({ socketType: 'ssl' }), smtp), 'geary')).toMatchObject({
      incoming: { security: 'none' },
    });
  });
});

describe('Nextcloud Mail', () => {
  test('takes the first of IMAP and of SMTP, in any letters', async () => {
    const text = file(server('incomingServer', 'pop3', values), imap({ socketType: 'ssl' }), smtp);
    expect(await viewOf(text, 'nextcloud-mail')).toMatchObject({
      outcome: 'takes',
      incoming: { protocol: 'imap', security: 'tls', login: '%EMAILADDRESS%' },
      skipped: [1],
    });
  });

  test('takes one server alone, and asks for the other', async () => {
    expect(await viewOf(file(smtp), 'nextcloud-mail')).toMatchObject({
      outcome: 'asks',
      outgoing: { protocol: 'smtp' },
    });
  });
});

describe('Delta Chat', () => {
  const view = (text: string) => viewOf(text, 'delta-chat');

  test('takes servers wherever they stand, in any letter case, and trims what they say', async () => {
    const text = `<x>${imap({ hostname: ' imap.example.org ' }).replaceAll('incomingServer', 'INCOMINGSERVER')}<y>${smtp}</y></x>`;
    const wrapped = text.replace('<x>', '<clientConfig>').replace('</x>', '</clientConfig>');
    expect(await view(wrapped)).toEqual({
      outcome: 'takes',
      incoming: {
        protocol: 'imap',
        host: 'imap.example.org',
        port: 993,
        security: 'tls',
        authentication: 'password',
        login: '%EMAILADDRESS%',
      },
      outgoing: expect.objectContaining({ host: 'smtp.example.org', port: 465 }),
      skipped: [],
    });
  });

  test.each([
    ['ssl', 'tls'],
    ['StartTLS', 'starttls'],
    ['Plain', 'none'],
    ['TLS', 'tls'],
  ])('reads the socketType %s as %s', async (socketType, security) => {
    expect(await view(file(imap({ socketType }), smtp))).toMatchObject({ incoming: { security } });
  });

  test('leaves a server out for POP3 and for a value that is missing, and keeps those of no port', async () => {
    const pop3 = server('incomingServer', 'pop3', values);
    expect(await view(file(pop3, imap({ username: '' }), imap({ port: 'imaps' }), smtp))).toMatchObject({
      outcome: 'takes',
      incoming: { port: undefined },
      skipped: [1, 2],
    });
  });

  test('takes the last of a repeated value, and the last text around a comment', async () => {
    const twice = '<hostname>one.example.org</hostname><hostname>two.<!-- or -->three.example.org</hostname>';
    expect(await view(file(imap({ hostname: twice }), smtp))).toMatchObject({
      incoming: { host: 'three.example.org' },
    });
  });

  test('guesses what the file does not say, and makes nothing of a file without a server for it', async () => {
    expect(await view(file(imap()))).toMatchObject({ outcome: 'asks', outgoing: undefined });
    expect(await view(file(server('incomingServer', 'pop3', values)))).toEqual({ outcome: 'refuses' });
  });
});

describe('KMail', () => {
  const view = (text: string) => viewOf(text, 'kmail');
  const sender = (port: string, socketType: string) =>
    server('outgoingServer', 'smtp', { ...values, port, socketType });

  test('sends with STARTTLS where the file offers it, and with TLS before nothing', async () => {
    expect(await view(file(imap(), sender('25', 'plain'), sender('465', 'SSL')))).toMatchObject({
      outgoing: { port: 465 },
    });
    expect(await view(file(imap(), sender('465', 'SSL'), sender('587', 'STARTTLS')))).toMatchObject({
      outgoing: { port: 587 },
    });
  });

  test('takes POP3 only where there is no IMAP', async () => {
    const pop3 = server('incomingServer', 'pop3', { ...values, port: '995' });
    expect(await view(file(pop3, imap(), smtp))).toMatchObject({ incoming: { protocol: 'imap' } });
    expect(await view(file(pop3, smtp))).toMatchObject({ incoming: { protocol: 'pop3', port: 995 } });
  });

  test('signs in by the first way that is not clear text, also behind it', async () => {
    const ways = '<authentication>password-cleartext</authentication><authentication>OAuth2</authentication>';
    expect(await view(file(imap({ authentication: ways }), smtp))).toMatchObject({
      incoming: { authentication: 'oauth2' },
    });
  });

  test.each([
    ['ssl', 'tls'],
    [' STARTTLS', 'tls'],
    ['plain', 'none'],
  ])('reads the socketType “%s” as %s', async (socketType, security) => {
    expect(await view(file(imap({ socketType }), smtp))).toMatchObject({ incoming: { security } });
  });

  test('leaves a server out where its port is missing, and asks where it is no number', async () => {
    expect(await view(file(imap({ port: '<x/>' }), imap(), smtp))).toMatchObject({ outcome: 'takes', skipped: [1] });
    expect(await view(file(imap({ port: 'imaps' }), smtp))).toMatchObject({
      outcome: 'asks',
      incoming: { port: undefined },
    });
  });

  test('refuses what is no XML, and a file without a provider', async () => {
    expect(await view(file(imap(), smtp).replace('</emailProvider>', ''))).toEqual({ outcome: 'refuses' });
    expect(await view('<clientConfig><x/></clientConfig>')).toEqual({ outcome: 'refuses' });
  });
});

describe('FairEmail', () => {
  const view = (text: string) => viewOf(text, 'fairemail');

  test('signs in with the last user name of the file, that of a web page too', async () => {
    const page = '<webMail><loginPageInfo><username>%EMAILLOCALPART%</username></loginPageInfo></webMail>';
    const login = '%EMAILLOCALPART%';
    expect(await view(file(imap(), smtp).replace('</clientConfig>', `${page}</clientConfig>`))).toMatchObject({
      outcome: 'takes',
      incoming: { login },
      outgoing: { login },
    });
  });

  test('finds no IMAP behind POP3', async () => {
    expect(await view(file(server('incomingServer', 'pop3', values), imap(), smtp))).toEqual({ outcome: 'refuses' });
    expect(await view(file(imap(), server('incomingServer', 'pop3', values), smtp))).toMatchObject({
      outcome: 'takes',
      skipped: [2],
    });
  });

  test.each([
    ['143', 'plain', 'starttls'],
    ['993', 'plain', 'tls'],
    ['993', 'STARTTLS', 'starttls'],
    ['143', 'SSL', 'tls'],
    ['143', ' SSL', 'starttls'],
  ])('connects to port %s of socketType “%s” with %s', async (port, socketType, security) => {
    expect(await view(file(imap({ port, socketType }), smtp))).toMatchObject({ incoming: { security } });
  });

  test('believes a port that stands behind the socketType', async () => {
    const turned = server('incomingServer', 'imap', {
      hostname: 'a.example',
      socketType: 'SSL',
      port: '143',
      username: 'ada',
    });
    expect(await view(file(turned, smtp))).toMatchObject({ incoming: { security: 'starttls' } });
  });

  test.each([
    ['no port', { port: '<x/>' }],
    ['white space around a port', { port: ' 993 ' }],
    ['no host', { hostname: '' }],
  ])('makes nothing of a file with %s', async (_, changes) => {
    expect(await view(file(imap(changes), smtp))).toEqual({ outcome: 'refuses' });
  });

  test('takes the address where there is no user name', async () => {
    const own = { hostname: 'a.example', port: '993' };
    const text = file(server('incomingServer', 'imap', own), server('outgoingServer', 'smtp', own));
    expect(await view(text)).toMatchObject({ incoming: { login: '%EMAILADDRESS%' } });
  });
});

describe('aerc', () => {
  test('takes the first server for IMAP and the last for sending, with the address as login', async () => {
    const last = server('outgoingServer', 'smtp', {
      ...values,
      hostname: 'last.example.org',
      port: '587',
      socketType: 'STARTTLS',
    });
    expect(await viewOf(file(imap({ username: 'ada' }), smtp, last), 'aerc')).toMatchObject({
      outcome: 'takes',
      incoming: { host: 'imap.example.org', security: 'tls', login: '%EMAILADDRESS%' },
      outgoing: { host: 'last.example.org', security: 'starttls', login: '%EMAILADDRESS%' },
      skipped: [2],
    });
  });

  test('makes STARTTLS of a socketType that it does not know, and refuses a port that is no number', async () => {
    expect(await viewOf(file(imap({ socketType: 'TLS' }), smtp), 'aerc')).toMatchObject({
      incoming: { security: 'starttls' },
    });
    expect(await viewOf(file(imap({ port: 'imaps' }), smtp), 'aerc')).toMatchObject({ outcome: 'refuses' });
  });
});
