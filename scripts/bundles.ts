import type { BuildOptions } from 'esbuild';
import { root } from './generated.ts';

/** What esbuild makes of our sources and of libraries, each as one file or a few: what of a library is inside travels to people without its package. */
export const bundles = {
  /** The command line. */
  cli: {
    absWorkingDir: root,
    entryPoints: {
      main: 'src/cli/main.ts',
      'many-worker': 'src/cli/many-worker.ts',
      // What starts in each thread of the pool: it looks for it under this name beside itself.
      worker: 'node_modules/piscina/dist/worker.js',
    },
    outdir: 'dist/cli',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minify: true,
    legalComments: 'linked',
    logLevel: 'warning',
    metafile: true,
    external: [
      // Only a pool whose threads shall give way to others asks for it; ours does not.
      '@napi-rs/nice',
      // Libraries of which a part comes without its licence, and which only who reads files of others waits for.
      ...['fast-xml-parser', 'plist'],
      // Who has them reads people from a directory or a database; npm may leave them out.
      ...['ldapts', 'pg', 'pg-cursor', 'pgpass'],
    ],
    alias: { 'string-width': './src/cli/string-width.ts' },
    // Some of the bundled libraries are CommonJS and ask for Node's modules with require(), or for what stands beside them.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url); const __dirname = import.meta.dirname;",
    },
  },
  /** The server for edge runtimes. */
  worker: {
    absWorkingDir: root,
    stdin: {
      contents: `import { shippedProfiles } from './src/cli/shipped.generated.ts';
import { createWorker } from './src/server/worker.ts';
export default createWorker([...shippedProfiles.values()]);`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile: 'dist/worker.js',
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2023',
    minify: true,
    // Names are what the log of a mistake has.
    keepNames: true,
    legalComments: 'linked',
    logLevel: 'warning',
    metafile: true,
  },
} as const satisfies Record<string, BuildOptions>;
