import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { vi } from 'vitest';
import { root } from '../../fixtures.ts';

/** The built program, listening. */
export interface Program {
  readonly process: ChildProcess;
  /** The lines of its log so far. */
  readonly lines: () => Record<string, unknown>[];
  readonly url: string;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
}

/**
 * Starts `facteur serve`, as `npm run build` made it.
 * @param node options of Node for it; with any, the test can send it messages
 * @throws where it does not listen; then it has ended
 */
export async function startProgram(args: readonly string[], node: readonly string[] = []): Promise<Program> {
  const child = spawn(process.execPath, [...node, join(root, 'dist/cli/main.js'), 'serve', ...args], {
    stdio: ['ignore', 'ignore', 'pipe', ...(node.length > 0 ? (['ipc'] as const) : [])],
  });
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const lines = () =>
    said
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  const served = () => lines().find(({ event, url }) => event === 'listening' && !String(url).endsWith('/metrics'));
  const found = () => {
    const line = served();
    if (line === undefined) throw new Error('no line says that it listens');
    return line;
  };
  try {
    const { url } = await vi.waitFor(found, 10_000);
    return { process: child, lines, url: String(url), ended };
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`facteur serve does not listen: ${said}`, { cause: error });
  }
}
