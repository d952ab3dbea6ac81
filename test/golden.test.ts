import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clients } from '../src/clients/index.ts';
import { describe as describeProblem, UnrepresentableError } from '../src/errors.ts';
import { renderFormat } from '../src/render/render.ts';
import { decode } from './decode.ts';
import { fixtures, root } from './fixtures.ts';

/*
 * Every format × every account of test/accounts, held against a real file in test/golden/<client>/<format>/. A format that refuses the account has
 * its reason there instead (`….refused.txt`). `npm run test:update` writes them; read them as a user of that client would.
 */
const accounts = fixtures();

describe.each(clients)('$id', (client) => {
  describe.each(client.formats)('$id', (format) => {
    test.each(accounts.filter(({ account }) => format.applies?.(account) ?? true))(
      '$name',
      async ({ name, account }) => {
        const golden = (ending: string) => join(root, 'test/golden', client.id, format.id, `${name}.${ending}`);
        try {
          const artifacts = renderFormat(client, format, account);
          for (const artifact of artifacts) {
            const file = artifact.path.slice(artifact.path.lastIndexOf('/') + 1);
            await expect(decode(artifact)).toMatchFileSnapshot(golden(file));
          }
          expect(existsSync(golden('refused.txt'))).toBe(false);
        } catch (error) {
          if (!(error instanceof UnrepresentableError)) throw error;
          const reasons = (['en', 'fr'] as const).map((language) => describeProblem(error.problem, language));
          await expect(`${reasons.join('\n')}\n`).toMatchFileSnapshot(golden('refused.txt'));
        }
      },
    );
  });
});
