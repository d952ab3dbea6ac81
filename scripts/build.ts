import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundles } from './bundles.ts';
import { root } from './generated.ts';
import { licencesOf } from './licences.ts';
import { generateProfiles } from './profiles.ts';
import { generateSamples } from './samples.ts';
import { generateTemplates } from './templates.ts';

/**
 * Makes `dist/`: the library as modules with types, the command line as a bundle, and the server for edge runtimes as one module. The bundle is what makes
 * a command start fast: unbundled, loading yargs, zod and yaml file by file takes longer than everything else that `generate` does for one person (`npm run bench`).
 * What of other people's libraries is in the bundles has its licence beside them.
 */
const dist = join(root, 'dist');

generateTemplates();
await generateProfiles();
generateSamples();
rmSync(dist, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')],
  {
    stdio: 'inherit',
  },
);
const { metafile: cli } = await build(bundles.cli);
chmodSync(join(dist, 'cli/main.js'), 0o755);
const { metafile: worker } = await build(bundles.worker);
writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), licencesOf([cli, worker]));
