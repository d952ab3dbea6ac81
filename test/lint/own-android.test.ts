import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { planFor } from '../../src/clients/client.ts';
import { thunderbirdAndroid } from '../../src/clients/thunderbird-android/index.ts';
import { planPayload } from '../../src/clients/thunderbird-android/payload.ts';
import { isProblem, UnrepresentableError } from '../../src/errors.ts';
import type { Account } from '../../src/model/account.ts';
import { fixtures, root } from '../fixtures.ts';
import { renderFormat } from '../made.ts';
import { brokenBy, judged, unexpected } from './judged.ts';

/** What a provider wants, and no file of ours can mend. */
const wanted: Readonly<Record<string, string>> = {
  'k9s/plain-security': 'the provider has servers in clear alone, and allows them',
  'qr/plain-security': 'the same',
  'qr/too-long': 'an address of 254 characters, twice in one code',
};

/** The files of one format; none where it cannot carry the account. */
function filesOf(account: Account, id: string): Uint8Array[] {
  try {
    return renderFormat(thunderbirdAndroid, { id }, account).map(({ bytes }) => bytes);
  } catch (error) {
    if (error instanceof UnrepresentableError) return [];
    throw error;
  }
}

const accounts = fixtures();

describe.each(accounts)('what Facteur writes for Thunderbird for Android ($name)', ({ account }) => {
  test('is clean as a settings file', async () => {
    for (const file of filesOf(account, 'k9s')) expect(unexpected(await brokenBy(file), wanted)).toEqual([]);
  });

  test('is clean as a code, text and picture, which say the same', async () => {
    const plan = planFor(planPayload, account);
    if (isProblem(plan)) return;
    const ids = await brokenBy(plan.payload);
    expect(unexpected(ids, wanted)).toEqual([]);
    for (const id of ['qr-png', 'qr'])
      for (const file of filesOf(account, id)) expect(await brokenBy(file)).toEqual(ids);
  });
});

test('some accounts have such files', () => {
  expect(accounts.filter(({ account }) => filesOf(account, 'k9s').length > 0).length).toBeGreaterThan(10);
});

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly mutation: string;
  readonly text?: string;
  readonly base64?: string;
  readonly real: { readonly verdict: string; readonly accounts?: readonly Imported[] };
}

interface Imported {
  readonly incoming: Server;
  readonly outgoing: Server;
}

interface Server {
  readonly type: string;
  readonly host: string;
  readonly port: number;
  readonly authentication: string;
  readonly username: string;
}

const record = join(root, '../shared/data/thunderbird-android-verdicts.json');
const present = existsSync(record);
if (!present) console.info('left out: verdicts of Thunderbird for Android (no ../shared/data)');
const { cases } = present
  ? (JSON.parse(readFileSync(record, 'utf8')) as { readonly cases: readonly Case[] })
  : { cases: [] };
const files = cases.filter(({ kind }) => kind === 'k9s' || kind === 'qr');

/** What was imported can be used, as far as can be told: the app takes a port of -1, a host that is none, and an empty login too. */
function isSound({ type, host, port, authentication, username }: Server): boolean {
  const known = ['imap', 'pop3', 'smtp'].includes(type) && /^[\w.:-]+$/.test(host) && port > 0;
  const usable = username !== '' || authentication === 'NONE' || authentication === 'EXTERNAL';
  return known && usable && authentication !== 'XOAUTH2';
}

/** Cases that the app takes with something left out or in clear, where lint is right to be stricter. */
const stricter: Readonly<Record<string, string>> = {
  'k9s-039': 'of two accounts one is left out without a word',
  'k9s-057': 'a server for sending stands where one for reading should',
  'qr-042': 'the server is in clear',
  'qr-043': 'security 1 is STARTTLS, and port 993 is not',
  'qr-044': 'STARTTLS on port 993',
  'k9s-102': 'STARTTLS on port 993',
};

/** Files of which the app takes one half, or reads less than stands in a value. */
const halves: Readonly<Record<string, string>> = {
  'k9s-039': 'of two accounts one is left out',
  'k9s-080': 'an element ends the value',
};

describe.runIf(present)('what the code of Thunderbird for Android was seen to do', () => {
  test('with every file that it refused: lint finds an error, or cannot judge it', async () => {
    const missed: string[] = [];
    for (const { id, mutation, text, base64, real } of files) {
      if (real.verdict === 'imported') continue;
      const judgement = await judged(text ?? Buffer.from(base64 ?? '', 'base64'));
      if (judgement !== undefined && !judgement.flaws.some(({ rule }) => rule.severity === 'error'))
        missed.push(`${id} ${mutation}`);
    }
    expect(missed).toEqual([]);
  });

  test('with every file that it imported as something that works: lint finds no error', async () => {
    const wrong: string[] = [];
    let sound = 0;
    for (const { id, mutation, text, base64, real } of files) {
      const servers = (real.accounts ?? []).flatMap(({ incoming, outgoing }) => [incoming, outgoing]);
      if (real.verdict !== 'imported' || !servers.every(isSound) || Object.hasOwn(stricter, id)) continue;
      sound += 1;
      const judgement = await judged(text ?? Buffer.from(base64 ?? '', 'base64'));
      const errors = judgement?.flaws.filter(({ rule }) => rule.severity === 'error') ?? [];
      if (judgement === undefined || errors.length > 0)
        wrong.push(`${id} ${mutation}: ${errors.map(({ rule }) => rule.id).join(' ')}`);
    }
    expect(wrong).toEqual([]);
    expect(sound).toBeGreaterThan(60);
  });
});

describe.runIf(present)('as Thunderbird for Android, lint shows', () => {
  const seen = (server: Server | undefined) =>
    server && [server.type, server.host, server.port === -1 ? undefined : server.port, server.username];

  test.each(['k9s', 'qr'])('of each %s file whether it is imported, and with which servers', async (kind) => {
    const wrong: unknown[] = [];
    let compared = 0;
    for (const { id, text, base64, real } of files) {
      const of = files.find((each) => each.id === id);
      const [account] = real.accounts ?? [];
      // Of two accounts the first is shown, and none where lint cannot judge.
      if (of?.kind !== kind || (real.accounts?.length ?? 0) > 1 || Object.hasOwn(halves, id)) continue;
      const view = (await judged(text ?? Buffer.from(base64 ?? '', 'base64'), 'thunderbird-android'))?.view;
      if (view === undefined) continue;
      compared += 1;
      const shown = (server: typeof view.incoming) =>
        server && [server.protocol, server.host, server.port, server.login];
      const expected =
        real.verdict === 'imported'
          ? ['takes', seen(account?.incoming), seen(account?.outgoing)]
          : ['refuses', undefined, undefined];
      const found = [view.outcome, shown(view.incoming), shown(view.outgoing)];
      if (JSON.stringify(found) !== JSON.stringify(expected)) wrong.push([id, found, expected]);
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(50);
  });
});

describe('hostile input', () => {
  test('a drawing that is no code, or not one of ours, is told of', async () => {
    for (const inside of ['', '<path d="M0 0h9v9H0z"/>', `<path d="${'M1 1h1v1h-1z'.repeat(30_000)}"/>`])
      expect(await brokenBy(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${inside}</svg>`)).toEqual([
        'qr/no-code',
      ]);
  });

  test('a code with lists in lists without end is refused', async () => {
    await expect(brokenBy(`[1,[${'['.repeat(100_000)}`)).rejects.toThrow('sample:1:27  goes deeper than the 24 levels');
    await expect(brokenBy(`[1,[1,1],${'1,'.repeat(400_000)}1]`)).rejects.toThrow('more than the 20000 values');
  });

  test('a picture that says it is huge is not unpacked', async () => {
    const picture = encode({ width: 8, height: 8, depth: 8, channels: 1, data: new Uint8Array(64) }).slice();
    const view = new DataView(picture.buffer, picture.byteOffset);
    view.setUint32(16, 0xffff_ffff);
    view.setUint32(20, 0xffff_ffff);
    await expect(brokenBy(picture)).rejects.toThrow('up to 2000 × 2000');
  });

  test('a picture whose data unpack to more than its pixels is none', async () => {
    const tall = encode({
      width: 1_999,
      height: 1_999,
      depth: 8,
      channels: 4,
      data: new Uint8Array(1_999 * 1_999 * 4),
    });
    const picture = tall.slice();
    const view = new DataView(picture.buffer, picture.byteOffset);
    view.setUint32(16, 10);
    view.setUint32(20, 10);
    expect(await brokenBy(picture)).toEqual(['qr/no-code']);
    expect(await brokenBy(picture.subarray(0, 40))).toEqual(['qr/no-code']);
  });

  test('a settings file of a megabyte in one value is read', async () => {
    const name = 'x'.repeat(900_000);
    expect(
      await brokenBy(
        `<k9settings version="99" format="1"><accounts><account uuid="1-1-1-1-1"><name>${name}</name></account></accounts></k9settings>`,
      ),
    ).toEqual(['k9s/server-missing', 'k9s/server-missing', 'k9s/identity']);
  });
});
