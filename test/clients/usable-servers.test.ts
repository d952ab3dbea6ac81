import { describe, expect, test } from 'vitest';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { unsuitable } from '../../src/clients/guide-servers.ts';
import { clients } from '../../src/clients/index.ts';
import { outlook } from '../../src/clients/outlook/index.ts';
import { describe as describeProblem } from '../../src/errors.ts';
import type { Account } from '../../src/model/account.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { decode } from '../decode.ts';
import { makeProfile } from '../fixtures.ts';
import { pairs, readHtml } from '../html.ts';
import { renderFormat } from '../made.ts';
import { readCode } from './android-reader.ts';
import { mailOf } from './apple/read.ts';
import { payloadOf } from './qr-payload.ts';

type Servers = Pick<Profile, 'incoming' | 'outgoing'>;

const imap = { protocol: 'imap', host: 'imap.example.org' } as const;
const smtp = { host: 'smtp.example.org' } as const;
const clear = { security: 'none', allowPlainText: true } as const;

/** What a provider offers, and the servers that every file must name. */
const cases = {
  'the first of the profile': {
    incoming: [
      { ...imap, security: 'starttls' },
      { ...imap, host: 'imap2.example.org', security: 'tls' },
    ],
    outgoing: [
      { ...smtp, security: 'starttls' },
      { ...smtp, host: 'smtp2.example.org', security: 'tls' },
    ],
    expected: ['imap.example.org:143', 'smtp.example.org:587'],
  },
  'TLS from the first byte, where that host offers it too': {
    incoming: [
      { ...imap, security: 'starttls' },
      { ...imap, protocol: 'pop3', security: 'tls' },
      { ...imap, security: 'tls' },
    ],
    outgoing: [
      { ...smtp, security: 'starttls' },
      { ...smtp, security: 'tls' },
    ],
    expected: ['imap.example.org:993', 'smtp.example.org:465'],
  },
  'none in plain text, where there is another': {
    incoming: [
      { ...imap, ...clear },
      { ...imap, host: 'imap2.example.org', security: 'starttls' },
    ],
    outgoing: [
      { ...smtp, ...clear, authentication: ['none'] },
      { ...smtp, host: 'smtp2.example.org', security: 'tls' },
    ],
    expected: ['imap2.example.org:143', 'smtp2.example.org:465'],
  },
  'none to which nobody can sign in': {
    incoming: [
      { ...imap, security: 'tls', authentication: ['oauth2'] },
      { ...imap, host: 'imap2.example.org', security: 'tls' },
    ],
    outgoing: [
      { ...smtp, security: 'tls', authentication: ['oauth2'] },
      { ...smtp, host: 'smtp2.example.org', security: 'tls' },
    ],
    expected: ['imap2.example.org:993', 'smtp2.example.org:465'],
  },
} as const satisfies Record<string, { incoming: unknown; outgoing: unknown; expected: readonly [string, string] }>;

const accounts = Object.entries(cases).map(([name, { incoming, outgoing, expected }]) => ({
  name,
  expected,
  // `makeProfile` reads them as it would a file, which has these shapes.
  account: resolve({ address: 'a@example.org', name: 'A' }, [makeProfile({ incoming, outgoing } as unknown as Servers)])
    .account,
}));

/** `host:port` for reading and for sending, as each file names them. */
const readers: Readonly<Record<string, (account: Account) => readonly string[]>> = {
  'thunderbird/config': (account) => {
    const found = [...textOf(account, 'config').matchAll(/<(in|out)[\s\S]*?hostname>(.*)<[\s\S]*?port>(.*)</g)];
    return ['in', 'out'].map(
      (way) =>
        found
          .find(([, each]) => each === way)
          ?.slice(2)
          .join(':') ?? '',
    );
  },
  'thunderbird/user-js': (account) => preferences(textOf(account, 'user-js')),
  'thunderbird/managed': (account) => preferences(textOf(account, 'managed')),
  'outlook/autodiscover': (account) =>
    [...textOf(account, 'autodiscover').matchAll(/<Server>(.*)<[\s\S]*?<Port>(.*)</g)].map(join),
  'apple/profile': (account) => {
    const mail = mailOf(account);
    return ['Incoming', 'Outgoing'].map(
      (way) => `${mail[`${way}MailServerHostName`]}:${mail[`${way}MailServerPortNumber`]}`,
    );
  },
  'thunderbird-android/qr': (account) => {
    const [read] = readCode(payloadOf(account)).accounts;
    return [read?.incoming, read?.outgoing].map((server) => `${server?.host}:${server?.port}`);
  },
  'thunderbird-android/k9s': (account) =>
    [...textOf(account, 'k9s').matchAll(/<host>(.*)<[\s\S]*?<port>(.*)</g)].map(join),
  'outlook/outlook-android': (account) => {
    const page = makeBundle(account, [outlook]).artifacts.find(({ format }) => format === 'outlook-android');
    const rows = pairs(readHtml(new TextDecoder().decode(page?.bytes())));
    const values = (label: string) => rows.filter((row) => row.label === label).map(({ value }) => value);
    return [...values('IMAP host name'), ...values('SMTP host name')];
  },
};

describe.each(accounts)('of several servers every file names $name', ({ account, expected }) => {
  test.each(Object.entries(readers))('%s', (_, read) => {
    expect(read(account)).toEqual(expected);
  });
});

test('an Outlook profile file names the first server that it can say', () => {
  const account = accounts[0]?.account;
  expect(account && textOf(account, 'prf')).toMatch(
    /IMAPServer=imap2\.example\.org[\s\S]*SMTPServer=smtp\.example\.org/,
  );
});

test('Thunderbird’s file tells how to set up by hand the servers that it sets up itself', () => {
  const { format } = formatOf('user-js');
  for (const { account, expected } of accounts) {
    const { use } = format.purpose(account);
    for (const server of expected) expect(use).toContain(`${server} (`);
    // Who has accounts already, as most have for whom this is one more, is told first not to use it.
    expect(use).toMatch(/^Not for a Thunderbird that has accounts already/);
    expect(format.purpose({ ...account, role: 'primary' }).use).toMatch(/^Only for a Thunderbird that has no account/);
  }
});

test('a refusal tells of the servers that would be used, and not of one in plain text beside them', () => {
  const incoming = [
    { ...imap, ...clear, host: 'plain.example.org' },
    { ...imap, security: 'tls', authentication: ['oauth2'] },
  ];
  const profile = makeProfile({ incoming } as unknown as Servers);
  const { account } = resolve({ address: 'a@example.org' }, [profile]);
  for (const id of ['profile', 'autodiscover', 'config', 'user-js', 'qr', 'k9s']) {
    const reason = formatOf(id).format.refuses?.(account);
    const text = reason === undefined ? '' : describeProblem(reason, 'en');
    expect(text, id).toContain('imap.example.org');
    expect(text, id).not.toMatch(/plain\.example\.org|\bpassword\)|only oauth2, password/);
  }
});

test('a guide tells of them too', () => {
  const incoming = [
    { ...imap, ...clear, host: 'plain.example.org' },
    { ...imap, security: 'tls', authentication: ['oauth2'] },
  ];
  const { account } = resolve({ address: 'a@example.org' }, [makeProfile({ incoming } as unknown as Servers)]);
  const guides = clients.flatMap(({ guides }) => guides);
  for (const guide of guides.filter(({ kind }) => kind === 'program')) {
    const reason = unsuitable(guide, account, 'en');
    expect(reason, guide.id).toContain('imap.example.org');
    expect(reason, guide.id).not.toContain('plain.example.org');
  }
});

test('autoconfig lists no server in plain text beside a protected one', () => {
  for (const { account } of accounts) expect(textOf(account, 'config')).not.toContain('plain</socketType>');
});

function preferences(text: string): string[] {
  return ['mail.server.', 'mail.smtpserver.'].map((branch) => {
    const first = (name: string) =>
      text
        .split('\n')
        .find((line) => line.includes(branch) && line.includes(`.${name}",`))
        ?.match(/, "?([^")]*)/)?.[1];
    return `${first('hostname')}:${first('port')}`;
  });
}

function textOf(account: Account, id: string): string {
  const { client, format } = formatOf(id);
  const [artifact] = renderFormat(client, format, account);
  if (artifact === undefined) throw new Error(`no ${id}`);
  return decode(artifact);
}

function formatOf(id: string) {
  const found = clients.flatMap((client) => client.formats('en').map((format) => ({ client, format })));
  const one = found.find(({ format }) => format.id === id);
  if (one === undefined) throw new Error(`no ${id}`);
  return one;
}

function join([, host, port]: RegExpExecArray): string {
  return `${host}:${port}`;
}
