import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Artifact } from '../artifacts/render.ts';
import { unwritable } from './folder.ts';
import type { Working } from './working.ts';

/** Writes pages that are everybody's, each whole or not at all, where they are not as they shall be. @throws InputError */
export function placePages(out: string, working: Working, pages: readonly Artifact[]): void {
  for (const { path, bytes } of pages) {
    const place = join(out, path);
    try {
      const made = bytes();
      if (contentOf(place)?.equals(made)) continue;
      const waiting = join(working.path, 'page');
      writeFileSync(waiting, made);
      mkdirSync(dirname(place), { recursive: true });
      renameSync(waiting, place);
    } catch (error) {
      throw unwritable(place, error);
    }
  }
}

function contentOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
