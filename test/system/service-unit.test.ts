import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { root } from '../fixtures.ts';
import { certificate } from '../program/server/certificate.ts';
import { startProgram } from '../program/server/program.ts';
import { has, isRoot } from './programs.ts';

/* facteur serve as a service: the sample unit judged by systemd's own programs, and secrets as containers mount them. */

const unit = join(root, 'deploy/facteur.service');
const main = join(root, 'dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'facteur-service-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The value of each line of this name. */
function values(name: string): string[] {
  return [...readFileSync(unit, 'utf8').matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value);
}

/** What the unit calls facteur with. */
function flags(): string[] {
  const [command = ''] = values('ExecStart');
  return command.slice(command.indexOf(' serve ') + ' serve '.length).split(' ');
}

describe.runIf(has('systemd-analyze'))('the unit for systemd', () => {
  const analyze = (...args: string[]) =>
    spawnSync('systemd-analyze', [...args], {
      encoding: 'utf8',
      timeout: 30_000,
      env: { ...process.env, LC_ALL: 'C' },
    });

  test('has no line that systemd does not understand', () => {
    const { status, stdout, stderr } = analyze('verify', unit);
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' });
  });

  test('leaves as little open as systemd calls safe', () => {
    const { status, stdout } = analyze('security', '--offline=true', '--threshold=15', '--no-pager', unit);
    expect({ status, verdict: stdout.split('\n').at(-2) }).toEqual({
      status: 0,
      verdict: expect.stringContaining('OK'),
    });
  });

  test('starts facteur with settings that it takes, and its signals reload and stop it', async () => {
    expect(values('ExecReload')).toEqual(['/bin/kill -HUP $MAINPID']);
    const { process: child, lines, ended } = await startProgram([...flags(), '--port', '0']);
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    const told = (event: string) => lines().filter((line) => line.event === event).length;
    await vi.waitFor(() => expect(told('listening')).toBe(2), 20_000);
    child.kill('SIGHUP');
    await vi.waitFor(() => expect(told('reloaded')).toBe(2), 20_000);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }, 60_000);

  test.runIf(has('strace'))(
    'allows every system call that facteur makes',
    async () => {
      const trace = join(folder, 'trace');
      const args = ['-f', '-c', '-U', 'name', '-o', trace, process.execPath, main, 'serve', ...flags(), '--port', '0'];
      const child = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
      let said = '';
      child.stderr.on('data', (chunk) => {
        said += chunk;
      });
      onTestFinished(() => {
        child.kill('SIGKILL');
      });
      await vi.waitFor(() => expect(said.match(/"listening"/g)).toHaveLength(2), 60_000);
      const [url = ''] = /http:\/\/[\d.:]+/.exec(said) ?? [];
      expect((await fetch(`${url}/mailbox/prenom.nom@cnrs.fr/additional/index.html`)).status).toBe(200);
      const { pid } = JSON.parse(said.split('\n').find((line) => line.startsWith('{')) ?? '{}');
      const parent = Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }));
      process.kill(parent === child.pid ? pid : parent, 'SIGTERM');
      await vi.waitFor(() => expect(child.exitCode).toBe(0), 30_000);

      const made = readFileSync(trace, 'utf8')
        .split('\n')
        .filter((line) => /^[a-z]\w*$/.test(line.trim()) && !['syscall', 'total'].includes(line.trim()));
      expect(made.length).toBeGreaterThan(30);
      const allowed = new Set<string>();
      for (const sets of values('SystemCallFilter')) {
        for (const set of sets.replace('~', '').split(' '))
          for (const name of syscalls(set)) sets.startsWith('~') ? allowed.delete(name) : allowed.add(name);
      }
      expect(made.map((name) => name.trim()).filter((name) => !allowed.has(name))).toEqual([]);
    },
    120_000,
  );

  /** The system calls of a set, with those of the sets in it. */
  function syscalls(set: string): Set<string> {
    const names = analyze('syscall-filter', '--no-pager', set)
      .stdout.split('\n')
      .map((line) => line.trim())
      .filter((line) => /^@?[\w-]+$/.test(line) && line !== set);
    return new Set(names.flatMap((name) => (name.startsWith('@') ? [...syscalls(name)] : [name])));
  }
});

test.runIf(isRoot() && has('unshare'))(
  'a key that a container mounts for everybody is refused with a remedy that can be followed',
  () => {
    certificate(folder, 'example.org');
    const key = join(folder, 'key.pem');
    const serve = (...prepare: string[]) => {
      const command = `"${process.execPath}" "${main}" serve --port 0 --lang en --tls-cert cert.pem --tls-key key.pem`;
      return spawnSync('unshare', ['-m', 'sh', '-c', [...prepare, `exec ${command}`].join(' && ')], {
        cwd: folder,
        encoding: 'utf8',
        timeout: 20_000,
      });
    };
    const readOnly = ['mount --bind . .', 'mount -o remount,ro,bind . .', 'cd "$PWD"'];
    chmodSync(key, 0o444);
    const mounted = serve(...readOnly);
    expect(mounted.stderr).toMatch(/^--tls-key {2}everybody .*read-only: set its mode where it is mounted .*0440.*\n$/);
    expect(mounted.status).toBe(2);
    const own = serve();
    expect(own.stderr).toMatch(/chmod o= key\.pem\)\n$/);
    expect(own.status).toBe(2);
  },
);
