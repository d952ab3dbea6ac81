import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rulePages } from '../../scripts/rule-texts.ts';
import { root } from '../fixtures.ts';

test('docs/rules is what npm run rule-docs makes', async () => {
  const folder = join(root, 'docs/rules');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  const there = Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  expect(there).toEqual(Object.fromEntries(await rulePages()));
});
