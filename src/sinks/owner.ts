import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** What the names of working folders begin with. */
export const WORKING = '.facteur-';

/** How long a run on another machine, which cannot be asked, may leave its working folder untouched, in milliseconds. */
const SILENT = 600_000;

/** The beginning of a name for the working folder of this process: its machine, its number, and which life of that number it is. */
export function workingName(): string {
  return `${WORKING}${digest(hostname())}-${process.pid}-${lifeOf(process.pid) ?? 0}-`;
}

/** May the run that made this working folder still be at it? One whose name does not say is none of these. */
export function isAtWork(name: string, touched: Date, now: Date): boolean {
  const [, machine, number, life] = OWNER.exec(name) ?? [];
  if (machine === undefined) return false;
  if (machine !== digest(hostname())) return now.getTime() - touched.getTime() < SILENT;
  const current = lifeOf(Number(number));
  return current === undefined ? isAlive(Number(number)) : current === life;
}

const OWNER = /^\.facteur-([0-9a-f]{8})-(\d+)-([0-9a-f]+)-/;

/** Numbers of processes are given again, in a container at every start; the time of its start since this boot tells one from the other (proc(5)). */
function lifeOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may have spaces; the start is the 22nd.
    return digest(boot + stat.slice(stat.lastIndexOf(')')).split(' ')[20]);
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
