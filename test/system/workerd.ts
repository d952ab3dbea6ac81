import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import type { Profile } from '../../src/profile/profile.ts';
import { root } from '../fixtures.ts';
import { whenCutShort } from './ending.ts';

// The package has no types: its one value is the path of the program (workerd, lib/main.js).
const program: string = createRequire(import.meta.url)('workerd').default;

/** Longest wait for it to listen, and to end. */
const PATIENCE = 20_000;

/** The real workerd, with our worker in it. */
export interface Workerd {
  readonly url: string;
  readonly pid: number;
  /** What it has written. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
}

/** Bundles a worker with these profiles, as README.md tells an operator to. */
export async function bundleWorker(profiles: readonly Profile[], outfile: string): Promise<void> {
  const folder = dirname(outfile);
  mkdirSync(folder, { recursive: true });
  const names = profiles.map(({ id }) => id);
  // JSON is YAML.
  for (const profile of profiles) writeFileSync(join(folder, `${profile.id}.yaml`), JSON.stringify(profile));
  const contents = `import { parseProfile } from 'facteur';
import { createWorker } from 'facteur/worker';
${names.map((id, index) => `import text${index} from ${JSON.stringify(join(folder, `${id}.yaml`))};`).join('\n')}
export default createWorker([${names.map((id, index) => `parseProfile(text${index}, '${id}.yaml')`).join(', ')}]);`;
  await build({
    // Here the package's own name leads to it, as it does where it is installed.
    stdin: { contents, resolveDir: root },
    outfile,
    bundle: true,
    format: 'esm',
    loader: { '.yaml': 'text' },
    logLevel: 'silent',
  });
}

/**
 * Starts workerd on loopback with the configuration that comes with Facteur.
 * @param bundle the worker's module
 * @throws with what it said, where it does not listen
 */
export async function startWorkerd(
  bundle: (outfile: string) => Promise<void> | void,
  environment: Readonly<Record<string, string>>,
): Promise<Workerd> {
  const folder = mkdtempSync(join(tmpdir(), 'facteur-workerd-'));
  const configuration = join(folder, 'deploy/worker.capnp');
  mkdirSync(dirname(configuration));
  copyFileSync(join(root, 'deploy/worker.capnp'), configuration);
  mkdirSync(join(folder, 'dist'));
  await bundle(join(folder, 'dist/worker.js'));

  const child = spawn(program, ['serve', configuration, '--socket-addr=http=127.0.0.1:0', '--control-fd=3'], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: environment,
  });
  const ended = once(child, 'exit');
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  }
  const end = () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  const withdraw = whenCutShort(end);
  const stop = async () => {
    child.kill('SIGTERM');
    await Promise.race([ended, sleep(PATIENCE, undefined, { ref: false })]);
    end();
    withdraw();
  };
  try {
    const port = await Promise.race([
      portOf(child.stdio[3]),
      ended.then(() => undefined),
      sleep(PATIENCE, undefined, { ref: false }),
    ]);
    if (port === undefined) throw new Error(`workerd does not listen: ${said}`);
    return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, said: () => said, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** It says there where it listens, one JSON object a line. */
async function portOf(control: unknown): Promise<number | undefined> {
  if (!(control instanceof Readable)) return undefined;
  for await (const line of createInterface({ input: control })) {
    const { event, port } = JSON.parse(line) as { event?: string; port?: number };
    if (event === 'listen') return port;
  }
  return undefined;
}
