import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { root } from './fixtures.ts';

/** What each room of the house may import from. On top stand `index.ts`, `errors.ts`, `platform.ts` and `version.ts`. */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  'errors.ts': ['model', 'words'],
  'index.ts': ['artifacts', 'bundle', 'clients', 'errors.ts', 'model', 'profile', 'resolve', 'version.ts', 'warnings'],
  'platform.ts': [],
  'version.ts': [],
  model: ['errors.ts'],
  words: ['model'],
  profile: ['errors.ts', 'model', 'read', 'words'],
  resolve: ['errors.ts', 'model', 'prepare', 'profile'],
  warnings: ['errors.ts', 'model', 'profile', 'resolve', 'words'],
  prepare: ['errors.ts', 'model'],
  template: ['errors.ts', 'prepare', 'words'],
  clients: ['errors.ts', 'model', 'platform.ts', 'prepare', 'template', 'words'],
  artifacts: ['clients', 'errors.ts', 'model', 'prepare', 'template', 'words'],
  pages: ['artifacts', 'clients', 'errors.ts', 'model', 'platform.ts', 'prepare', 'template', 'words'],
  bundle: [...['artifacts', 'clients', 'errors.ts', 'model', 'pages', 'prepare', 'profile', 'resolve', 'template']],
  publish: ['errors.ts', 'model', 'platform.ts', 'profile', 'resolve', 'words'],
  files: ['errors.ts'],
  sign: ['errors.ts', 'files'],
  read: ['errors.ts', 'model'],
  lint: ['clients', 'errors.ts', 'model', 'profile', 'read', 'resolve', 'sign', 'warnings', 'words'],
  import: ['errors.ts', 'model', 'profile', 'read', 'words'],
  net: ['errors.ts', 'model', 'version.ts'],
  check: [
    ...[
      'discover',
      'errors.ts',
      'import',
      'lint',
      'model',
      'net',
      'platform.ts',
      'profile',
      'publish',
      'read',
      'resolve',
      'server/app',
      'words',
    ],
  ],
  discover: [
    ...['clients', 'errors.ts', 'import', 'lint', 'model', 'net', 'profile', 'publish', 'read', 'resolve', 'words'],
    'platform.ts',
  ],
  people: ['errors.ts', 'files', 'model', 'words'],
  'device-management': ['bundle', 'clients', 'errors.ts', 'model', 'profile', 'resolve', 'words'],
  sinks: ['artifacts', 'bundle', 'errors.ts', 'model', 'version.ts'],
  many: ['bundle', 'clients', 'errors.ts', 'model', 'people', 'read', 'sinks', 'words'],
  'server/app': [
    ...['artifacts', 'bundle', 'clients', 'errors.ts', 'model', 'pages', 'platform.ts', 'profile', 'publish'],
    ...['resolve', 'template', 'words'],
  ],
  site: [
    ...['artifacts', 'bundle', 'clients', 'errors.ts', 'model', 'pages', 'platform.ts', 'profile', 'publish'],
    ...['resolve', 'server/app', 'template', 'words'],
  ],
  'server/worker.ts': ['profile', 'server/app'],
  'server/node': ['errors.ts', 'files', 'template', 'model', 'profile', 'server/app', 'sign', 'words'],
  cli: [
    ...[
      'artifacts',
      'bundle',
      'check',
      'clients',
      'device-management',
      'discover',
      'errors.ts',
      'files',
      'import',
      'lint',
      'many',
      'model',
      'net',
      'pages',
      'people',
      'profile',
      'publish',
      'read',
      'resolve',
    ],
    ...['server/app', 'server/node', 'sign', 'site', 'sinks', 'template', 'version.ts', 'warnings', 'words'],
  ],
};

/** Rooms that run where there is no Node: a browser, an edge server. The compiler of templates needs it, and the rest of the house is the command line's. */
const NODE = new Set(['cli', 'files', 'many', 'net', 'people', 'sign', 'sinks', 'server/node']);
const COMPILER = new Set(['compile.ts', 'guard.ts', 'javascript.ts'].map((name) => `template/${name}`));

export const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
export const texts = new Map(files.map((file) => [file, readFileSync(join(root, 'src', file), 'utf8')]));
export const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** The files of ours that a file names, types included. */
function importsOf(file: string): string[] {
  const specifiers = (texts.get(file) ?? '').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g);
  return [...specifiers].map(([, specifier = '']) => normalize(join(dirname(file), specifier)));
}

export function roomOf(file: string): string {
  const found = Object.keys(rooms).find((room) => file === room || file.startsWith(`${room}/`));
  if (found === undefined) throw new Error(`src/${file} is in no room that this test knows`);
  return found;
}

export const isPortable = (file: string) => !NODE.has(roomOf(file)) && !COMPILER.has(file);
