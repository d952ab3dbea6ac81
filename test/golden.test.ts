import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { making } from '../src/artifacts/render.ts';
import type { Client, Format } from '../src/clients/client.ts';
import { clients } from '../src/clients/index.ts';
import { describe as describeProblem, isProblem, UnrepresentableError } from '../src/errors.ts';
import type { Account } from '../src/model/account.ts';
import { decode } from './decode.ts';
import { fixture, fixtures, root } from './fixtures.ts';
import { formatOf, renderFormat } from './made.ts';
import { foldPrelude, isShared, MARK, WHOLE } from './prelude.ts';

/*
 * Every format × every account of test/accounts, held against a real file in test/golden/<client>/<format>/. A format that refuses the account has
 * its reason there instead (`….refused.txt`). What scripts for Linux share stands in full for one account of each language alone (prelude.ts). `npm run test:update` writes them; read them as a user of that client would.
 */
const accounts = fixtures();

/** The name of an artifact's golden file: the account's, then the file's own. */
const goldenName = (account: string, path: string) => `${account}.${fileName(path)}`;
const fileName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

// A client may have nothing but guides: those have their own pages (guides.test.ts).
describe.each(clients.filter(({ formats }) => formats('en').length > 0))('$id', (client) => {
  describe.each(client.formats('en'))('$id', (format) => {
    test.each(accounts.filter(({ account }) => format.applies?.(account) ?? true))(
      '$name',
      async ({ name, account }) => {
        const folder = join(root, 'test/golden', client.id, format.id);
        const refused = join(folder, goldenName(name, 'refused.txt'));
        try {
          const artifacts = renderFormat(client, format, account);
          for (const artifact of artifacts) {
            const text = decode(artifact);
            const golden =
              name === WHOLE[account.language] ? text : shortened(text, artifact.path, account, client, format);
            await expect(golden).toMatchFileSnapshot(join(folder, goldenName(name, artifact.path)));
          }
          expect(existsSync(refused)).toBe(false);
        } catch (error) {
          if (!(error instanceof UnrepresentableError)) throw error;
          const reasons = (['en', 'fr'] as const).map((language) => describeProblem(error.problem, language));
          await expect(`${reasons.join('\n')}\n`).toMatchFileSnapshot(refused);
        }
      },
    );
  });
});

const whole = { fr: fixture(WHOLE.fr), en: fixture(WHOLE.en) };

/** A file as its golden has it. */
function shortened(text: string, path: string, { language }: Account, client: Client, format: Format): string {
  if (!path.endsWith('.sh')) return text;
  const script = renderFormat(client, format, whole[language]).find((each) => fileName(each.path) === fileName(path));
  return script === undefined ? text : foldPrelude(text, decode(script));
}

test('every golden file belongs to a client, a format and an account that there are', () => {
  const made = clients.flatMap((client) =>
    client.formats('en').flatMap((format) =>
      accounts.flatMap(({ name, account }) => {
        if (format.applies?.(account) === false) return [];
        const made = making(client, account).files(formatOf(client, format.id, account.language));
        const paths = isProblem(made) ? ['refused.txt'] : made.map(({ name }) => name);
        return paths.map((path) => `${client.id}/${format.id}/${goldenName(name, path)}`);
      }),
    ),
  );
  const there = readdirSync(join(root, 'test/golden'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(join(root, 'test/golden'), join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  // One that is missing has failed above; where goldens are being written, it is there only after these tests.
  const known = new Set(made);
  expect(there.filter((file) => !known.has(file))).toEqual([]);
});

describe('what scripts for Linux share', () => {
  const shared = readFileSync(join(root, 'templates/linux/begin.sh.hbs'), 'utf8')
    .split('\n')
    .filter((line) => !line.includes('{{'));
  const scripts = clients.flatMap((client) =>
    client
      .formats('en')
      .filter((format) => 'template' in format && format.template.endsWith('.sh'))
      .map((format) => ({ client, format, name: `${client.id}/${format.id}` })),
  );

  test.each(scripts)('stands in full in a golden of each language: $name', ({ client, format }) => {
    for (const account of Object.values(whole)) {
      const texts = renderFormat(client, format, account).map(decode);
      expect(texts).toHaveLength(1);
      for (const text of texts) expect(text.split('\n')).toEqual(expect.arrayContaining(shared));
    }
  });

  test('is folded only where it is the same, and in the same order', () => {
    const part = shared.slice(0, 12);
    expect(part.every(isShared)).toBe(true);
    const script = ['#!/bin/sh', ...part, 'own', ...part.slice(2), 'end'];
    const fold = (lines: readonly string[]) => foldPrelude(lines.join('\n'), script.join('\n')).split('\n');
    const own = ['own', MARK, 'end'];
    expect(fold(script)).toEqual(['#!/bin/sh', MARK, ...own]);
    expect(fold(script.with(9, 'changed'))).toEqual(['#!/bin/sh', MARK, 'changed', ...part.slice(9), ...own]);
    expect(fold(['own', 'more', ...part.slice(0, 3)])).toEqual(['own', 'more', ...part.slice(0, 3)]);
  });
});
