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
