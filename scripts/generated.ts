import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Writes a generated source file. One that has not changed keeps its time, so that watchers stay quiet. */
export function writeGenerated(path: string, source: string): void {
  const file = join(root, path);
  if (readIfThere(file) !== source) writeFileSync(file, source);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
