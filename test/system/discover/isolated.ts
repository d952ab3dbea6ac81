import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../fixtures.ts';
import { whenCutShort } from '../ending.ts';
import { has, isRoot, type ProgramName } from '../programs.ts';
import type { Compared } from './inside.ts';

const BUNDLE = '/etc/ssl/certs/ca-certificates.crt';

/** Can a program be put into a network of its own here? */
export function canIsolate(...programs: readonly ProgramName[]): boolean {
  return isRoot() && [...programs, 'unshare', 'ip'].every((program) => has(program as ProgramName));
}

export interface Comparison {
  readonly program: 'thunderbird' | 'evolution';
  readonly count: number;
  readonly seed: number;
  /** Those of the worlds that are asked; without any, all. */
  readonly only?: readonly number[];
}

/**
 * Compares our simulator with the program, in a network that has nothing but the made-up worlds: names come from their DNS server, and the ports are those of the world (unshare(1)).
 * A second address is there because programs ask for none that the computer has not (getaddrinfo(3), AI_ADDRCONFIG).
 */
export async function compareIsolated({ program, count, seed, only = [] }: Comparison): Promise<Compared[]> {
  const folder = mkdtempSync(join(tmpdir(), 'facteur-discover-'));
  const put = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const hosts = put('hosts', '127.0.0.1 localhost\n');
  const resolver = put('resolv.conf', 'nameserver 127.0.0.1\noptions timeout:2 attempts:2\n');
  const authorities = put('authorities', readFileSync(BUNDLE, 'utf8'));
  const setUp = [
    'mount --make-rprivate /',
    `mount --bind ${hosts} /etc/hosts`,
    `mount --bind ${resolver} /etc/resolv.conf`,
    `mount --bind ${authorities} ${BUNDLE}`,
    'ip link set lo up',
    'ip address add 10.9.9.9/32 dev lo scope global',
    'exec "$@"',
  ].join(' && ');
  const inside = [process.execPath, '--import', 'tsx', join(import.meta.dirname, 'inside.ts')];
  const order = [program, String(count), String(seed), authorities, ...only.map(String)];
  const child = spawn('unshare', ['--net', '--mount', 'sh', '-c', setUp, 'sh', ...inside, ...order], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const end = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Nobody of the group is left.
    }
  };
  const withdraw = whenCutShort(end);
  const timer = setTimeout(end, 120_000 + count * 15_000);
  const texts = { out: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    texts.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    texts.errors += chunk.toString();
  });
  try {
    const status = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
    if (status !== 0) throw new Error(`in its own network: ${status} ${texts.errors.slice(-2_000)}`);
    // As inside.ts prints them.
    return texts.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Compared);
  } finally {
    clearTimeout(timer);
    end();
    withdraw();
    rmSync(folder, { recursive: true, force: true });
  }
}
