import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { render } from '../../src/artifacts/render.ts';
import { thunderbird } from '../../src/clients/thunderbird/index.ts';
import { isp } from '../../src/clients/thunderbird/isp.ts';
import { findsLogins } from '../../src/clients/thunderbird-android/discovery.ts';
import { issuerOf } from '../../src/clients/thunderbird-android/oauth2-hosts.ts';
import { planPayload } from '../../src/clients/thunderbird-android/payload.ts';
import { isProblem } from '../../src/errors.ts';
import type { Account, Authentication } from '../../src/model/account.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { fixtures, mailAccount, makeProfile, root } from '../fixtures.ts';
import { discover } from './android-discovery.ts';
import { type ReadAccount, readCode, readSettings } from './android-reader.ts';

/*
 * What the code of Thunderbird for Android does, held against our files and claims. The readers of these tests stand for the app; where the record of what its
 * code was seen to do is beside this repository, they are held against that first.
 */

/** A server as the record has it. */
interface Seen {
  readonly type: string;
  readonly host: string;
  readonly port: number;
  readonly security: string;
  readonly authentication: string;
  readonly username: string;
}

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly group: string;
  readonly mutation: string;
  readonly email?: string;
  readonly text?: string;
  readonly real: {
    readonly verdict: string;
    readonly signIn?: string;
    readonly account?: { readonly incoming: Seen; readonly outgoing: Seen };
    readonly accounts?: readonly {
      readonly name: string;
      readonly incoming: Seen;
      readonly outgoing: Seen;
      readonly identities: readonly { readonly name?: string; readonly email: string }[];
    }[];
  };
}

const file = join(root, '../shared/data/thunderbird-android-verdicts.json');
const present = existsSync(file);
if (!present)
  console.info(
    'left out: our model of Thunderbird for Android against its code (no ../shared/data/thunderbird-android-verdicts.json)',
  );
// The record says of itself what it holds, as above.
const cases = present ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases : [];
const textsOf = (kind: string) =>
  cases.flatMap(({ text, ...each }) => (each.kind === kind && text !== undefined ? [{ ...each, text }] : []));

describe.skipIf(!present)('the model of these tests, against the app’s code', () => {
  // The corners of XML are not for a model; and of an address it takes what ours are.
  const files = textsOf('clientConfig').filter(({ group }) => group !== 'xml');

  test.each(files)('finds what the app finds: $id, $mutation', ({ text, email = '', real }) => {
    const found = discover(text, { address: email, builtIn });
    if (real.verdict === 'breaks') return;
    expect(found.verdict).toBe(real.verdict);
    if (found.verdict !== 'configured') return;
    expect({ incoming: found.incoming, outgoing: found.outgoing }).toEqual(real.account);
    expect(found.signIn).toBe(real.signIn);
  });

  test.each(textsOf('qr'))('takes no code that the app does not import: $id, $mutation', ({ text, real }) => {
    const read = attempt(() => readCode(text).accounts);
    if (read !== undefined) expect(read).toEqual(real.accounts?.map(account));
  });

  const parser = new XMLParser({
    htmlEntities: true,
    ignoreAttributes: false,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
  });
  test.each(textsOf('k9s').filter(({ group }) => group !== 'xml'))(
    'takes no settings file that the app does not import: $id, $mutation',
    ({ text, real }) => {
      const read = attempt(() => readSettings(parser.parse(text)).account);
      if (read !== undefined) expect([read]).toEqual(real.accounts?.map(account));
    },
  );
});

const password: Authentication[] = ['password'];
const tls = { security: 'tls' as const };
const imap = (host: string, authentication = password, security: 'tls' | 'starttls' | 'none' = 'tls') => ({
  protocol: 'imap' as const,
  host,
  security,
  authentication,
  ...(security === 'none' && { allowPlainText: true }),
});
const pop3 = (host: string, authentication = password) => ({ protocol: 'pop3' as const, host, ...tls, authentication });
const smtp = (host: string, authentication = password, security: 'tls' | 'starttls' | 'none' = 'tls') => ({
  host,
  security,
  authentication,
  ...(security === 'none' && { allowPlainText: true }),
});

/** Providers, and what their file for a domain is to the app: it sets the account up, or it does not. */
const providers: readonly (readonly [string, Partial<Profile>, boolean])[] = [
  ['IMAP and a password', {}, true],
  ['IMAP after POP3', { incoming: [pop3('pop.example.org'), imap('imap.example.org')] }, true],
  ['POP3 only', { incoming: [pop3('pop.example.org')] }, false],
  [
    'an encrypted password',
    {
      incoming: [imap('imap.example.org', ['cram-md5'])],
      outgoing: [smtp('smtp.example.org', ['cram-md5'], 'starttls')],
    },
    true,
  ],
  ['IMAP in plain text', { incoming: [imap('imap.example.org', password, 'none')] }, false],
  ['sending in plain text', { outgoing: [smtp('smtp.example.org', password, 'none')] }, false],
  [
    'plain text beside TLS, which is not listed',
    { incoming: [imap('imap.example.org'), imap('old.example.org', password, 'none')] },
    true,
  ],
  [
    'a second server that asks for Kerberos',
    { incoming: [imap('imap.example.org'), imap('two.example.org', ['gssapi'])] },
    false,
  ],
  ['POP3 that asks for Kerberos', { incoming: [imap('imap.example.org'), pop3('pop.example.org', ['gssapi'])] }, true],
  ['sending without a sign-in', { outgoing: [smtp('smtp.example.org', ['none'])] }, false],
  [
    'OAuth 2.0 of a host that is not built in, or a password',
    { incoming: [imap('imap.example.org', ['oauth2', 'password'])] },
    true,
  ],
  [
    'OAuth 2.0 that is built in',
    { incoming: [imap('imap.gmail.com', ['oauth2'])], outgoing: [smtp('smtp.gmail.com', ['oauth2'])] },
    true,
  ],
  ['OAuth 2.0 for reading and a password for sending', { incoming: [imap('imap.gmail.com', ['oauth2'])] }, false],
  [
    'OAuth 2.0 first for reading, or a password as for sending',
    { incoming: [imap('imap.gmail.com', ['oauth2', 'password'])] },
    false,
  ],
  [
    'a password first for reading, as for sending',
    { incoming: [imap('imap.gmail.com', ['password', 'oauth2'])] },
    true,
  ],
  ['a password for reading and OAuth 2.0 for sending', { outgoing: [smtp('smtp.gmail.com', ['oauth2'])] }, false],
];

describe('the file with variables', () => {
  test.each(providers)('is claimed for the app where the app sets the account up with it: %s', (_, changes, takes) => {
    const account = resolve({ address: 'ann@example.org' }, [
      makeProfile({ login: '{local}@login.example.org', ...changes }),
    ]).account;
    expect(claimed(account)).toBe(takes);
    expect(setsUp(account)).toBe(takes);
  });

  test.each(fixtures())('is claimed for the app where the app sets the account up with it: $name', ({ account }) => {
    const found = setsUp(account);
    // Some have no such file at all.
    if (found !== undefined) expect(claimed(account)).toBe(found);
  });

  test.each([
    'ann',
    'a.b+c',
    '%EMAIL%',
    '%emailaddress%',
    'x%EMAILDOMAIN',
    '%EMAILADDRESS%',
    '%EMAILLOCALPART%',
    'x%EMAILDOMAIN%',
    '%REALNAME%',
  ])('gives the app the login of %s, or is refused, and the page leads past it', (local) => {
    const login = `${local}@login.example.org`;
    const account = resolve({ address: `${local}@example.org` }, [
      makeProfile({ login: '{local}@login.example.org' }),
    ]).account;
    const xml =
      ispOf(resolve({ address: 'ann@example.org' }, [makeProfile({ login: '{local}@login.example.org' })]).account) ??
      '';
    const found = discover(xml, { address: account.address, builtIn });
    const right =
      found.verdict === 'configured' && found.incoming.username === login && found.outgoing.username === login;
    expect(findsLogins(account)).toBe(right);
    if (!right) expect(ispOf(account)).toBeUndefined();
  });

  test('is not what finds a login of one’s own', () => {
    const profile = makeProfile({});
    expect(findsLogins(resolve({ address: 'ann@example.org' }, [profile]).account)).toBe(true);
    expect(findsLogins(resolve({ address: 'ann@example.org', login: 'a42' }, [profile]).account)).toBe(false);
    expect(findsLogins(resolve({ address: 'ann@example.org', logins: { outgoing: 'a42' } }, [profile]).account)).toBe(
      false,
    );
  });
});

describe('a code', () => {
  // Of an account that did not come through `resolve`, which knows some of these.
  test.each([
    ['U+FFFE', 'a\ufffeb', false],
    ['U+FFFF', 'a\uffffb', false],
    ['half of a pair', 'a\ud800b', false],
    ['the other half', 'a\udc00b', false],
    ['NUL', 'a\0b', false],
    ['a control character', 'a\x1bb', false],
    ['a line feed', 'a\nb', false],
    ['a carriage return', 'a\rb', false],
    ['a tab', 'a\tb', true],
    ['DEL', 'a\x7fb', true],
    ['a C1 control character', 'a\x85b', true],
    ['U+2028', 'a\u2028b', true],
    ['a noncharacter that XML has', 'a\ufdd0b', true],
    ['U+1FFFF', 'a\u{1ffff}b', true],
    ['an emoji', 'a🦊b', true],
  ])('is made for what the app can read and write: %s', (_, text, possible) => {
    const account = mailAccount(resolve({ address: 'ann@example.org', name: 'Ann' }, [makeProfile({})]).account);
    const [incoming] = account.incoming;
    const [outgoing] = account.outgoing;
    const places: readonly Account[] = [
      { ...account, name: text },
      { ...account, provider: { ...account.provider, shortName: text } },
      { ...account, incoming: [{ ...incoming, login: text }] },
      { ...account, outgoing: [{ ...outgoing, login: text }] },
    ];
    for (const each of places) {
      if (possible) expect(isProblem(planPayload(each))).toBe(false);
      else
        expect(planPayload(each)).toMatchObject({
          code: 'value.unrepresentable',
          details: { value: JSON.stringify(text) },
        });
    }
  });
});

/** Does the app sign in to this host? */
function builtIn(host: string): boolean {
  return issuerOf({ host, protocol: 'imap' }) !== undefined;
}

function claimed(account: Account): boolean | undefined {
  return isp.support.find(({ product }) => product.includes('Android'))?.holds?.(account);
}

/** Does the app set up the whole account with our file? `undefined` where there is no file. */
function setsUp(account: Account): boolean | undefined {
  const xml = ispOf(account);
  if (xml === undefined) return undefined;
  const found = discover(xml, { address: account.address, builtIn });
  if (found.verdict !== 'configured') return false;
  const { incoming, outgoing, signIn } = found;
  expect(incoming.username).toBe(account.incoming.find(({ protocol }) => protocol === 'imap')?.login);
  return (outgoing.authentication === 'XOAUTH2') === (signIn === 'oauth2');
}

function ispOf(account: Account): string | undefined {
  const made = render(account, [thunderbird]).artifacts.find(({ format }) => format === 'isp');
  return made && new TextDecoder().decode(made.bytes());
}

function account({ name, incoming, outgoing, identities }: NonNullable<Case['real']['accounts']>[0]): ReadAccount {
  const [identity] = identities;
  const server = ({ type, ...of }: Seen) => ({ type: type.toUpperCase(), ...of });
  return {
    name,
    incoming: server(incoming),
    outgoing: server(outgoing),
    identity: { email: identity?.email ?? '', name: identity?.name ?? '' },
  };
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
