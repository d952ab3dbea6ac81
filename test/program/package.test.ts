import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { root } from '../fixtures.ts';

/** What package.json promises to who installs Facteur, held against what the build has made. */
interface Package {
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
}

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Package;
const modules = Object.entries(exports).flatMap(([name, files]) =>
  typeof files === 'string' ? [] : [{ name, files }],
);

test.each(modules)('the module $name is built, with its types', async ({ files }) => {
  expect(existsSync(join(root, files.types)), files.types).toBe(true);
  const made: object = await import(pathToFileURL(join(root, files.default)).href);
  expect(Object.keys(made)).not.toEqual([]);
});
