import { accessSync, constants, statSync } from 'node:fs';

/** Who may read a file that must stay secret: `mounted`: everybody, and nobody here can change that. */
export type Openness = 'closed' | 'open' | 'mounted';

/** Windows has no such bits. Secrets of containers lie open on file systems that are read-only (Docker: mode 0444, Kubernetes: 0644). */
export function opennessOf(file: string): Openness {
  if (process.platform === 'win32' || (statSync(file).mode & 0o007) === 0) return 'closed';
  try {
    accessSync(file, constants.W_OK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EROFS') return 'mounted';
  }
  return 'open';
}
