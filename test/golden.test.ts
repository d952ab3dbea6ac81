import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { making } from '../src/artifacts/render.ts';
import { clients } from '../src/clients/index.ts';
import { describe as describeProblem, isProblem, UnrepresentableError } from '../src/errors.ts';
import { decode } from './decode.ts';
import { fixtures, root } from './fixtures.ts';
import { formatOf, renderFormat } from './made.ts';

/*
 * Every format × every account of test/accounts, held against a real file in test/golden/<client>/<format>/. A format that refuses the account has
 * its reason there instead (`….refused.txt`). `npm run test:update` writes them; read them as a user of that client would.
 */
const accounts = fixtures();

/** The name of an artifact's golden file: the account's, then the file's own. */
const goldenName = (account: string, path: string) => `${account}.${path.slice(path.lastIndexOf('/') + 1)}`;

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
            await expect(decode(artifact)).toMatchFileSnapshot(join(folder, goldenName(name, artifact.path)));
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
  expect(there.sort()).toEqual(made.sort());
});
