import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './generated.ts';
import { generateProfiles } from './profiles.ts';
import { generateTemplates } from './templates.ts';

/**
 * Makes `dist/`: the library as modules with types, the command line as a bundle, and the server for edge runtimes as one module. The bundle is what makes
 * a command start fast: unbundled, loading yargs, zod and yaml file by file takes longer than everything else that `generate` does for one person (`npm run bench`).
 */
const dist = join(root, 'dist');

generateTemplates();
generateProfiles();
rmSync(dist, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')],
  {
    stdio: 'inherit',
  },
);
await build({
  absWorkingDir: root,
  entryPoints: { main: 'src/cli/main.ts' },
  outdir: 'dist/cli',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
  alias: { 'string-width': './src/cli/string-width.ts' },
  // Some of the bundled libraries are CommonJS and ask for Node's modules with require().
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
});
chmodSync(join(dist, 'cli/main.js'), 0o755);
await build({
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
});
