import { relative } from 'node:path';
import { build, transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { root } from '../fixtures.ts';
import { files, isPortable, texts } from '../rooms.ts';

describe('the portable part', () => {
  const portable = files.filter(isPortable);

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

  test('reaches none of Node’s modules, neither itself nor through another file or a package', async () => {
    const entries = portable.map((file) => `src/${file}`);
    const reached = (await reach(entries)).filter((file) => file.startsWith('src/'));
    expect(reached.sort()).toEqual(entries.sort());
  });

  test('has all that the library and the server on an edge runtime reach', async () => {
    for (const entry of ['src/server/app/app.ts', 'src/server/worker.ts']) {
      const reached = (await reach([entry])).filter((file) => file.startsWith('src/'));
      expect(reached.filter((file) => !isPortable(relative('src', file)))).toEqual([]);
    }
  });

  test('a file that needs Node would be found', async () => {
    await expect(reach(['test/fixtures.ts'])).rejects.toThrow('Could not resolve "node:fs"');
  });

  /** What Node has and a browser has not; esbuild puts another word in the place of each that is no variable of the file's own. */
  const GLOBALS = ['process', 'Buffer', 'global', 'require', 'module', '__dirname', '__filename', 'setImmediate'];
  const define = Object.fromEntries(GLOBALS.map((name) => [name, `NODES_${name}`]));
  const namesNode = (code: string) =>
    /\bNODES_\w+/.exec(transformSync(code, { loader: 'ts', format: 'esm', define }).code)?.[0];

  test('names no global of Node’s', () => {
    const named = portable
      .filter((file) => !file.endsWith('.generated.ts'))
      .map((file) => [file, namesNode(texts.get(file) ?? '')]);
    expect(named.filter(([, name]) => name !== undefined)).toEqual([]);
  });

  test.each(['const zone = process.env.TZ;', 'export const a = () => Buffer.from("");', 'setImmediate(() => 0)'])(
    '%s would be found',
    (code) => {
      expect(namesNode(code)).toBeDefined();
      expect(namesNode('const process = 1; export const b = process;')).toBeUndefined();
    },
  );
});
