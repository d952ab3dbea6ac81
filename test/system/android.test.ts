import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { render } from '../../src/artifacts/render.ts';
import { thunderbirdAndroid } from '../../src/clients/thunderbird-android/index.ts';
import { planPayload } from '../../src/clients/thunderbird-android/payload.ts';
import { isProblem } from '../../src/errors.ts';
import { payloadOf } from '../clients/qr-payload.ts';
import { fixtures } from '../fixtures.ts';
import { has } from './programs.ts';

/* Readers that are not ours judge the files for Thunderbird for Android: zbar the pictures, libxml2 the settings file. */

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'facteur-android-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const files = fixtures().flatMap(({ name, account }) =>
  render(account, [thunderbirdAndroid]).artifacts.map(({ format, bytes }) => ({ name, account, format, bytes })),
);

function run(program: string, ...args: readonly string[]) {
  return spawnSync(program, args, { encoding: 'utf8', timeout: 30_000 });
}

describe.skipIf(!has('zbarimg'))('zbarimg', () => {
  const pictures = files.filter(({ format }) => format === 'qr-png');

  test('has a picture of every account that a code can carry', () => {
    const able = fixtures().filter(({ account }) => !isProblem(planPayload(account)));
    expect(pictures.map(({ name }) => name)).toEqual(able.map(({ name }) => name));
  });

  test.each(pictures)('reads the code of $name', ({ name, account, bytes }) => {
    const picture = join(folder, `${name}.png`);
    writeFileSync(picture, bytes());
    const { status, stdout } = run('zbarimg', '--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', picture);
    expect(status).toBe(0);
    expect(stdout).toBe(`${payloadOf(account)}\n`);
  });
});

describe.skipIf(!has('xmllint'))('xmllint', () => {
  test.each(files.filter(({ format }) => format === 'k9s'))(
    'finds the settings file of $name well formed',
    ({ name, bytes }) => {
      const file = join(folder, `${name}.k9s`);
      writeFileSync(file, bytes());
      const { status, stderr } = run('xmllint', '--noout', '--nonet', file);
      expect(stderr).toBe('');
      expect(status).toBe(0);
    },
  );
});
