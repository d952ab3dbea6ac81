import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { root } from './fixtures.ts';

/*
 * The part that also runs where there is no Node (a browser, an edge server) reaches none of Node's modules, neither itself nor through another file or
 * a package: esbuild, told to bundle for browsers, fails at every import of them that would run. `template/compile.ts` runs when the project is built.
 */
const entries = [
  'errors.ts',
  'server/worker.ts',
  ...['artifacts', 'clients', 'model', 'pages', 'profile', 'publish', 'resolve', 'server/app', 'template', 'words']
    .flatMap(filesBelow)
    .filter((file) => !/^template\/(?:compile|guard|javascript)\.ts$/.test(file)),
].map((file) => `src/${file}`);

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);
}

/** The files that these reach, relative to the project. @throws where one imports what a browser does not have */
async function reach(entryPoints: readonly string[]): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...entryPoints],
    bundle: true,
    write: false,
    outdir: 'out',
    platform: 'browser',
    format: 'esm',
    metafile: true,
    logLevel: 'silent',
  });
  return Object.keys(metafile.inputs);
}

test('the portable part reaches none of Node’s modules', async () => {
  const files = await reach(entries);
  expect(files).toEqual(expect.arrayContaining(entries));
  expect(files).not.toContain('src/template/compile.ts');
});

test('a file that needs Node would be found', async () => {
  await expect(reach(['test/fixtures.ts'])).rejects.toThrow('Could not resolve "node:fs"');
});

test('the portable part names no global of Node’s', () => {
  for (const file of entries) {
    if (file.endsWith('.generated.ts')) continue;
    const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$|'[^'\n]*'|`[^`]*`/gm, '');
    expect(code, file).not.toMatch(/\b(?:process|Buffer|__dirname|require)\b\s*[.(]/);
  }
});
