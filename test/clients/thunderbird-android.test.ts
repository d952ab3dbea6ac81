import fc from 'fast-check';
import { decode as decodePng } from 'fast-png';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { type Artifact, render } from '../../src/artifacts/render.ts';
import { codeOf, drawPng } from '../../src/clients/qr.ts';
import { thunderbirdAndroid } from '../../src/clients/thunderbird-android/index.ts';
import { planPayload } from '../../src/clients/thunderbird-android/payload.ts';
import type { Account, Authentication, Security, Server } from '../../src/model/account.ts';
import { fixture, fixtures, mailAccount } from '../fixtures.ts';
import { scan } from '../scan.ts';
import { type ReadAccount, readCode, readSettings } from './android-reader.ts';
import { payloadOf } from './qr-payload.ts';

const securityWord: Record<Security, string> = { tls: 'SSL_TLS_REQUIRED', starttls: 'STARTTLS_REQUIRED', none: 'NONE' };
const signInWord: Partial<Record<Authentication, string>> = {
  password: 'PLAIN',
  'cram-md5': 'CRAM_MD5',
  certificate: 'EXTERNAL',
  none: 'NONE',
};

/** Hosts of test/accounts whose OAuth 2.0 the app has built in. */
const SIGNS_IN = /^(?:imap|smtp)\.gmail\.com$|^(?:outlook|smtp)\.office365\.com$/;

/** What the app must have after the import. */
function expected(account: Account): ReadAccount {
  const { incoming, outgoing, address, name = '', provider } = mailAccount(account);
  const server = ({ host, port, security, authentication, login }: Server, type: string) => {
    const words = SIGNS_IN.test(host) ? { ...signInWord, oauth2: 'XOAUTH2' } : signInWord;
    const word = authentication.map((each) => words[each]).find((each) => each !== undefined) ?? '';
    const username = word === 'NONE' ? '' : login;
    return { type, host, port, security: securityWord[security], authentication: word, username };
  };
  return {
    name: provider.shortName,
    incoming: server(incoming[0], incoming[0].protocol.toUpperCase()),
    outgoing: server(outgoing[0], 'SMTP'),
    identity: { email: address, name },
  };
}

const accounts = fixtures().filter(({ name }) => name !== 'exchange-only');
const beyondAscii = ['internationalised-local', 'oauth2-only'];
const refusedByCode = [...beyondAscii, 'quoted-local'];

function rendered(account: Account, format: string): Artifact | undefined {
  return render(account, [thunderbirdAndroid]).artifacts.find((each) => each.format === format);
}

function text({ bytes }: Pick<Artifact, 'bytes'>): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes());
}

/** The pixels of a module in a picture. */
const SIDE = 4;

function scanPng(bytes: Uint8Array): string {
  const { width, height, depth, channels, data } = decodePng(bytes);
  expect({ depth, channels, height, over: width % SIDE }).toEqual({ depth: 1, channels: 1, height: width, over: 0 });
  const line = Math.ceil(width / 8);
  const isDark = (x: number, y: number) => (((data[y * line + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 0;
  const pixels = Array.from({ length: width }, (_, y) => Array.from({ length: width }, (_, x) => isDark(x, y)));
  const first = (place: number) => place - (place % SIDE);
  // A module has one colour.
  expect(pixels).toEqual(pixels.map((row, y) => row.map((_, x) => pixels[first(y)]?.[first(x)])));
  const whole = (_: unknown, place: number) => place % SIDE === 0;
  return scan(pixels.filter(whole).map((row) => row.filter(whole)));
}

function scanSvg(svg: string): string {
  const side = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const rows = Array.from({ length: side }, () => Array.from({ length: side }, () => false));
  const path = /<path fill="#000" d="([^"]*)"/.exec(svg)?.[1] ?? '';
  expect(path).toMatch(/^(?:M\d+ \d+h\d+v1h-\d+z)+$/);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  }
  return scan(rows);
}

const NOTHING = { bytes: () => new Uint8Array() };

describe('the QR code', () => {
  test.each(accounts.filter(({ name }) => !refusedByCode.includes(name)))(
    'gives the app the account of $name, from either picture',
    ({ account }) => {
      const [svg, png] = [rendered(account, 'qr'), rendered(account, 'qr-png')];
      expect([svg?.path, png?.path]).toEqual([
        'thunderbird-android/account-qr.svg',
        'thunderbird-android/account-qr.png',
      ]);
      const payload = scanPng(png?.bytes() ?? new Uint8Array());
      expect(scanSvg(text(svg ?? NOTHING))).toBe(payload);
      expect(readCode(payload)).toEqual({ sequence: 1, count: 1, accounts: [expected(account)] });
    },
  );

  test.each(refusedByCode)('is refused for %s, with a reason', (name) => {
    expect(planPayload(fixture(name))).toMatchObject({ code: expect.stringMatching(/^thunderbird-android\./) });
    expect(rendered(fixture(name), 'qr')).toBeUndefined();
  });

  test('keeps the login apart from the address', () => {
    expect(payloadOf(fixture('plain'))).toBe(
      '[1,[1,1],[0,"imap.cnrs.fr",993,3,1,"prenom.nom@ods.services","CNRS"],[[[0,"smtp.cnrs.fr",587,2,1,"prenom.nom@ods.services"],["prenom.nom@cnrs.fr","Pr\\u00e9nom Nom"]]]]',
    );
  });

  test('signs in with OAuth 2.0 only where the app has it built in', () => {
    const account = fixture('oauth2-only');
    const google: Account = {
      ...account,
      incoming: [{ ...account.incoming[0], host: 'imap.gmail.com' }],
      outgoing: [{ ...account.outgoing[0], host: 'smtp.gmail.com' }],
    };
    expect(readCode(payloadOf(google)).accounts[0]?.incoming.authentication).toBe('XOAUTH2');
  });

  test('takes the first server that the app can sign in to', () => {
    const account = fixture('two-servers');
    const [first, second] = account.incoming;
    const wanting = { ...first, authentication: ['gssapi', 'ntlm'] } as const;
    const payload = payloadOf({ ...account, incoming: [wanting, second ?? first] });
    expect(readCode(payload).accounts[0]?.incoming).toMatchObject({ host: 'imap2.example.org', port: 1143 });
  });

  test('refuses an account that no code can hold, and draws the largest that one can', () => {
    const account = fixture('plain');
    const withLogin = (length: number): Account => ({
      ...account,
      incoming: [{ ...account.incoming[0], login: '張'.repeat(length) }],
    });
    const room = 2953 - payloadOf(withLogin(0)).length;
    const largest = payloadOf(withLogin(Math.floor(room / 6)));
    expect(scanPng(drawPng(codeOf(largest)))).toBe(largest);
    expect(planPayload(withLogin(Math.floor(room / 6) + 1))).toMatchObject({
      code: 'thunderbird-android.too-long',
      details: { most: 2953 },
    });
  });

  test('loses nothing of any account', () => {
    const names = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .filter((name) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(name));
    const account = fc
      .record({
        of: fc.constantFrom(...accounts.filter(({ name }) => !refusedByCode.includes(name))),
        name: fc.option(names, { nil: undefined }),
        login: fc.string({ minLength: 1, maxLength: 254 }).filter((login) => !/[\0-\x1f]/.test(login)),
      })
      .map(
        ({ of: { account }, name, login }): Account => ({
          ...account,
          name,
          incoming: [{ ...mailAccount(account).incoming[0], login }],
        }),
      );
    fc.assert(
      fc.property(account, (person) => {
        expect(readCode(payloadOf(person))).toEqual({ sequence: 1, count: 1, accounts: [expected(person)] });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the reader of these tests', () => {
  const incoming = '[0,"imap.example.org",993,3,1,"login"]';
  const group = (identity: string) => `[[[0,"smtp.example.org",465,3,1,"login"],${identity}]]`;
  const outgoing = group('["a@example.org","A"]');

  test('reads what Thunderbird on computers writes', () => {
    // From mail/base/test/unit/test_qrExport.js of comm-central, less the empty passwords.
    const sample =
      '[1,[1,1],[0,"foo.invalid",143,0,1,"encode","Mail for encode@foo.invalid"],[[[0,"foo.invalid",587,0,1,"encode"],["encode@foo.invalid","encode"]]]]';
    expect(readCode(sample).accounts[0]).toMatchObject({
      name: 'Mail for encode@foo.invalid',
      identity: { name: 'encode' },
    });
  });

  test.each([
    ['another version', `[2,[1,1],${incoming},${outgoing}]`],
    ['no account', '[1,[1,1]]'],
    ['half an account', `[1,[1,1],${incoming}]`],
    ['null', `[1,[1,1],[0,"imap.example.org",993,3,1,"login",null],${outgoing}]`],
    ['a password', `[1,[1,1],[0,"imap.example.org",993,3,1,"login","","secret"],${outgoing}]`],
    ['GSSAPI', `[1,[1,1],[0,"imap.example.org",993,3,3,"login"],${outgoing}]`],
    ['NTLM', `[1,[1,1],[0,"imap.example.org",993,3,4,"login"],${outgoing}]`],
    ['an unknown security', `[1,[1,1],[0,"imap.example.org",993,4,1,"login"],${outgoing}]`],
    ['an unknown protocol', `[1,[1,1],[2,"imap.example.org",993,3,1,"login"],${outgoing}]`],
    ['a host beyond ASCII', `[1,[1,1],[0,"imap.bücher.example",993,3,1,"login"],${outgoing}]`],
    ['port 0', `[1,[1,1],[0,"imap.example.org",0,3,1,"login"],${outgoing}]`],
    ['a port as text', `[1,[1,1],[0,"imap.example.org","993",3,1,"login"],${outgoing}]`],
    ['a line break', `[1,[1,1],[0,"imap.example.org",993,3,1,"lo\\ngin"],${outgoing}]`],
    ['no outgoing server', `[1,[1,1],${incoming},[]]`],
    ['no identity', `[1,[1,1],${incoming},[[[0,"smtp.example.org",465,3,1,"login"]]]]`],
    ['an address beyond ASCII', `[1,[1,1],${incoming},${group('["é@example.org",""]')}]`],
    ['a quoted local part', `[1,[1,1],${incoming},${group('["\\"a b\\"@example.org",""]')}]`],
    ['a local part of 65', `[1,[1,1],${incoming},${group(`["${'a'.repeat(65)}@example.org",""]`)}]`],
  ])('refuses %s', (_, code) => {
    expect(() => readCode(code)).toThrow();
  });
});

describe('the settings file', () => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    htmlEntities: true,
  });

  test.each(accounts.filter(({ name }) => !beyondAscii.includes(name)))(
    'gives the app the account of $name',
    ({ account }) => {
      const file = rendered(account, 'k9s');
      expect(file).toMatchObject({ path: 'thunderbird-android/account.k9s', mediaType: 'application/octet-stream' });
      const xml = text(file ?? NOTHING);
      expect(XMLValidator.validate(xml)).toBe(true);
      expect(xml).not.toMatch(/<!--/);
      const read = readSettings(parser.parse(xml));
      expect(read.account).toEqual(expected(account));
      const deleted = mailAccount(account).incoming[0].protocol === 'imap' ? 'DELETE' : 'NEVER';
      expect(read.settings).toEqual(
        new Map([
          ['deletePolicy', deleted],
          ['notifyNewMail', 'true'],
        ]),
      );
    },
  );

  test.each(beyondAscii)('is refused for %s', (name) => {
    expect(rendered(fixture(name), 'k9s')).toBeUndefined();
  });

  test('has the same UUID each time, and another for another person', () => {
    const uuid = (account: Account) => readSettings(parser.parse(text(rendered(account, 'k9s') ?? NOTHING))).uuid;
    expect(uuid(fixture('plain'))).toBe(uuid(fixture('plain')));
    expect(uuid(fixture('plain'))).not.toBe(uuid(fixture('own-login')));
  });
});
