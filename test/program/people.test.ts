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

function opening(spec: string, options: object, hidden: readonly string[]): string {
  const source = JSON.stringify(pathToFileURL(join(root, 'dist/people/source.js')).href);
  const program = `const { openSource } = await import(${source});
try { for await (const { given } of (await openSource(${JSON.stringify(spec)}, ${JSON.stringify(options)})).rows()) console.log(given); }
catch (error) { console.log(error.name, error.message); }`;
  const loader = hidden.length === 0 ? [] : ['--import', pathToFileURL(hiding(...hidden)).href];
  const { stdout } = spawnSync(process.execPath, [...loader, '--input-type=module', '-e', program], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  return stdout.trim();
}

test.each([
  ['ldap://127.0.0.1:1/dc=x??sub', {}, 'ldapts'],
  ['postgres://a@127.0.0.1:1/x', { query: 'SELECT 1' }, 'pg'],
  ['postgres://a@127.0.0.1:1/x', { query: 'SELECT 1' }, 'pg-cursor'],
])('people of %s are refused in one line where the package is absent', (spec, options, name) => {
  expect(opening(spec, options, [name])).toBe(
    `InputError people from there need the package ${name}, which is not installed: npm install ${name}`,
  );
  expect(opening(spec, options, [])).toBe(
    'InputError 127.0.0.1 cannot be reached (ECONNREFUSED): check the name, the port and the network',
  );
});

test('people of a file need none of these packages', () => {
  const file = join(folder, 'people.csv');
  writeFileSync(file, 'mail\na@cnrs.fr\n');
  expect(opening(file, {}, ['ldapts', 'pg', 'pg-cursor', 'pgpass'])).toBe('a@cnrs.fr');
});
