import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { root } from '../fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'facteur-people-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Node finds no package of these names. */
function hiding(...names: readonly string[]): string {
  const hooks = `export async function resolve(specifier, context, next) {
  if (${JSON.stringify(names)}.includes(specifier)) throw Object.assign(new Error('hidden'), { code: 'ERR_MODULE_NOT_FOUND' });
  return next(specifier, context);
}`;
  const file = join(folder, `${names.join('-')}.mjs`);
  writeFileSync(
    file,
    `import { register } from 'node:module';\nregister('data:text/javascript,' + ${JSON.stringify(encodeURIComponent(hooks))});\n`,
  );
  return file;
}

/** What the command says of a list, where Node finds no package of these names. */
function told(spec: string, more: readonly string[], hidden: readonly string[]): string {
  const loader = hidden.length === 0 ? [] : ['--import', pathToFileURL(hiding(...hidden)).href];
  const command = [join(root, 'dist/cli/main.js'), 'generate', '--from', spec, '--dry-run', '--lang', 'en', ...more];
  const { stderr } = spawnSync(process.execPath, [...loader, ...command, '--out', join(folder, 'out')], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  return stderr.trim();
}

test.each([
  ['ldap://127.0.0.1:1/dc=x??sub', [], 'ldapts'],
  ['postgres://a@127.0.0.1:1/x', ['--query', 'SELECT 1'], 'pg'],
  ['postgres://a@127.0.0.1:1/x', ['--query', 'SELECT 1'], 'pg-cursor'],
])('people of %s are refused in one line where the package is absent', (spec, more, name) => {
  expect(told(spec, more, [name])).toBe(
    `people from there need the package ${name}, which is not installed: npm install ${name}`,
  );
  expect(told(spec, more, [])).toBe(
    '127.0.0.1 cannot be reached (ECONNREFUSED): check the name, the port and the network',
  );
});

test('people of a file need none of these packages', () => {
  const file = join(folder, 'people.csv');
  writeFileSync(file, 'mail\na@cnrs.fr\n');
  expect(told(file, [], ['ldapts', 'pg', 'pg-cursor', 'pgpass'])).toContain('new: 1');
});
