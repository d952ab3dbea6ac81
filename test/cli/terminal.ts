import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { Language } from '../../src/model/account.ts';

/** What a command said, printed and answered. */
export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command as its person would, in this process. */
export async function facteur(args: readonly string[], language: Language = 'en'): Promise<Answer> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, { language, print: (text) => out.push(text), say: (text) => err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** A folder of this test alone, removed after it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'facteur-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
