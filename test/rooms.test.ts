import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { build, transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { root } from './fixtures.ts';

/** What each room of the house may import from. On top stand `index.ts`, `errors.ts` and `version.ts`. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'errors.ts': ['model', 'words'],
  'index.ts': ['artifacts', 'bundle', 'clients', 'errors.ts', 'model', 'profile', 'resolve', 'version.ts'],
  'version.ts': [],
  model: ['errors.ts'],
  words: ['model'],
  profile: ['errors.ts', 'model', 'words'],
  resolve: ['errors.ts', 'model', 'profile'],
  template: ['errors.ts', 'words'],
  clients: ['errors.ts', 'model', 'template', 'words'],
  artifacts: ['clients', 'errors.ts', 'model', 'template', 'words'],
  pages: ['artifacts', 'clients', 'errors.ts', 'model', 'template', 'words'],
  bundle: ['artifacts', 'clients', 'errors.ts', 'model', 'pages', 'version.ts'],
  publish: ['artifacts', 'model', 'profile'],
  files: ['errors.ts'],
  sign: ['errors.ts', 'files'],
  sinks: ['bundle', 'errors.ts'],
  'server/app': [
    ...['artifacts', 'clients', 'errors.ts', 'model', 'pages', 'profile', 'publish', 'resolve', 'template', 'words'],
  ],
  'server/worker.ts': ['profile', 'server/app'],
  'server/node': ['errors.ts', 'files', 'template', 'model', 'profile', 'server/app', 'sign', 'words'],
  cli: [
    ...['artifacts', 'bundle', 'clients', 'errors.ts', 'files', 'model', 'pages', 'profile', 'resolve', 'server/app'],
    ...['server/node', 'sign', 'sinks', 'template', 'version.ts', 'words'],
  ],
};

/** Rooms that run where there is no Node: a browser, an edge server. The bundle's manifest and the compiler of templates need it, and the rest of the house is the command line's. */
const NODE = new Set(['bundle', 'cli', 'files', 'sign', 'sinks', 'server/node']);
const COMPILER = new Set(['compile.ts', 'guard.ts', 'javascript.ts'].map((name) => `template/${name}`));

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const texts = new Map(files.map((file) => [file, readFileSync(join(root, 'src', file), 'utf8')]));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** The files of ours that a file names, types included. */
function importsOf(file: string): string[] {
  const specifiers = (texts.get(file) ?? '').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g);
  return [...specifiers].map(([, specifier = '']) => normalize(join(dirname(file), specifier)));
}

function roomOf(file: string): string {
  const found = Object.keys(rooms).find((room) => file === room || file.startsWith(`${room}/`));
  if (found === undefined) throw new Error(`src/${file} is in no room that this test knows`);
  return found;
}

const isPortable = (file: string) => !NODE.has(roomOf(file)) && !COMPILER.has(file) && file !== 'index.ts';

test.each(Object.keys(rooms))('%s imports only from the rooms below it', (room) => {
  const own = files.filter((file) => roomOf(file) === room);
  expect(own).not.toEqual([]);
  const arrows = own.flatMap((file) => (imports.get(file) ?? []).map((to) => ({ file, to })));
  const strangers = arrows.filter(({ to }) => roomOf(to) !== room && !rooms[room]?.includes(roomOf(to)));
  expect(strangers).toEqual([]);
});

test('no client imports another client’s folder, but for what the programs of Linux share', () => {
  const folder = (file: string) => /^clients\/([^/]+)\//.exec(file)?.[1];
  const arrows = files.flatMap((file) => (imports.get(file) ?? []).map((to) => [folder(file), folder(to)] as const));
  const across = arrows.filter(([from, to]) => from !== undefined && to !== undefined && from !== to && to !== 'linux');
  expect(new Set(across.map((pair) => pair.join(' → ')))).toEqual(
    new Set([
      // Preferences for Outlook on a Mac are an Apple profile too, and have its identifiers.
      'outlook → apple',
      // Both read clientConfig files: one is written so that the other understands it.
      'thunderbird → thunderbird-android',
      'thunderbird-android → thunderbird',
    ]),
  );
});

test('there is no circle of imports, types included', () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const next of imports.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

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
