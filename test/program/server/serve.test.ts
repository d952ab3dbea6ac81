import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { examples } from '../../../src/cli/examples.ts';
import { temporaryFolder } from '../../cli/terminal.ts';
import { readProfile, root } from '../../fixtures.ts';
import { type Program, startProgram } from './program.ts';

/** The built program, listening, for this test. */
async function program(args: readonly string[]): Promise<Program> {
  const started = await startProgram(args);
  onTestFinished(() => {
    started.process.kill('SIGKILL');
  });
  return started;
}

const healthy = async (url: string) => (await fetch(`${url}/healthz`)).status;

describe('facteur serve', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('answers, and ends with 0 on %s', async (signal) => {
    const { process: child, url, lines, ended } = await program(['--port', '0']);
    const response = await fetch(`${url}/mail/config-v1.1.xml?emailaddress=prenom.nom%40cnrs.fr`);
    expect(await response.text()).toContain('<username>prenom.nom@ods.services</username>');
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(lines().map(({ event }) => event)).toEqual(['listening', 'stopping', 'stopped']);
  });

  test('reads its profiles again on SIGHUP, and by itself when a file changes', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'cnrs.yaml');
    const { name: _, ...rest } = readProfile('cnrs');
    const write = (name: string) => writeFileSync(file, JSON.stringify({ name, ...rest }));
    write('First');
    const { process: child, url, lines } = await program(['--port', '0', '--profile', folder]);
    const config = async () => (await fetch(`${url}/mail/config-v1.1.xml?emailaddress=a%40cnrs.fr`)).text();
    expect(await config()).toContain('First');
    write('Second');
    child.kill('SIGHUP');
    await expect.poll(config, { timeout: 1_500 }).toContain('Second');
    await wait(10);
    write('Third one');
    await expect.poll(config, { timeout: 5_000 }).toContain('Third one');
    expect(lines().every(({ event }) => event === 'listening' || event === 'reloaded')).toBe(true);
  }, 15_000);

  test.each([['1'], ['2']])(
    'warns, in one of %s processes, of what looks like a slip in a profile: at its start, on SIGHUP, and when a file changes',
    async (workers) => {
      const file = join(temporaryFolder(), 'cnrs.yaml');
      const { outgoing, ...rest } = readProfile('cnrs');
      const write = (port: number) =>
        writeFileSync(file, JSON.stringify({ ...rest, outgoing: [{ ...outgoing?.[0], port, security: 'tls' }] }));
      write(587);
      const started = await program(['--port', '0', '--profile', file, '--workers', workers]);
      const warned = () =>
        started
          .lines()
          .filter(({ event }) => event === 'profile')
          .map(({ level, msg }) => `${level} ${/port \d+/.exec(String(msg))?.[0]}`);
      const count = (wanted: string) => () => started.lines().filter(({ event }) => event === wanted).length;
      const reloaded = count('reloaded');
      // A process that is still starting reads the profiles anyway, and is told nothing.
      await expect.poll(count('listening'), { timeout: 20_000 }).toBe(Number(workers));
      expect(warned()).toEqual(['warn port 587']);
      started.process.kill('SIGHUP');
      await expect.poll(reloaded, { timeout: 10_000 }).toBe(Number(workers));
      await expect.poll(warned).toEqual(['warn port 587', 'warn port 587']);
      write(25);
      await expect.poll(reloaded, { timeout: 20_000 }).toBe(2 * Number(workers));
      await expect.poll(warned).toEqual(['warn port 587', 'warn port 587', 'warn port 25']);
    },
    60_000,
  );

  test.each([
    [[], false],
    [['--workers', '2'], false],
    [[], true],
    [['--workers', '2'], true],
  ])(
    'ends on SIGTERM although nobody reads its log, with %j (a log of every request: %s)',
    async (more, flooded) => {
      const args = ['--port', '0', '--rate-limit', '0', '--log-level', flooded ? 'debug' : 'info', ...more];
      const { process: child, url, ended } = await program(args);
      expect(await healthy(url)).toBe(200);
      child.stderr?.removeAllListeners('data').pause();
      // More than a pipe holds, and than one line is long.
      for (let count = 0; flooded && count < 2_000; count += 100)
        await Promise.all(Array.from({ length: 100 }, () => healthy(url)));
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
    },
    60_000,
  );

  test.each(['1', '2'])(
    'says once, with %s workers, that a proxy passes requests on which nobody named',
    async (workers) => {
      const { process: child, url, lines, ended } = await program(['--port', '0', '--workers', workers]);
      for (let count = 0; count < 6; count++)
        await (await fetch(`${url}/healthz`, { headers: { 'X-Forwarded-For': '203.0.113.77' } })).text();
      await expect
        .poll(() => lines().filter(({ event }) => event === 'proxy'))
        .toEqual([
          expect.objectContaining({ level: 'warn', msg: expect.stringMatching(/--trusted-proxy 127\.0\.0\.1/) }),
        ]);
      expect(JSON.stringify(lines())).not.toContain('203.0.113');
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(lines().filter(({ event }) => event === 'proxy')).toHaveLength(1);
    },
    30_000,
  );

  test('says of a network that is trusted whole that everybody in it is', async () => {
    const networks = ['10.0.0.0/8', '192.0.2.0/28', '127.0.0.1', '2001:db8::/32'];
    const { lines } = await program(['--port', '0', ...networks.flatMap((each) => ['--trusted-proxy', each])]);
    const told = () => lines().filter(({ event }) => event === 'proxy');
    await expect.poll(told).toHaveLength(2);
    expect(told().map(({ msg }) => String(msg).slice(0, 30))).toEqual([
      'all of 10.0.0.0/8 is trusted a',
      'all of 2001:db8::/32 is truste',
    ]);
  });

  test('ends when the shell ends between it and npx', async () => {
    const main = join(root, 'dist/cli/main.js');
    // As npm exec does; a shell that is told to end says nothing to what it started.
    const script = `'${process.execPath}' '${main}' serve --port 0; exit $?`;
    const shell = spawn('sh', ['-c', script], {
      env: { ...process.env, npm_command: 'exec' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    shell.stderr.on('data', (chunk) => {
      said += chunk;
    });
    await expect.poll(() => said, { timeout: 10_000 }).toContain('listening');
    const { pid } = JSON.parse(said.split('\n')[0] ?? '');
    onTestFinished(() => {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended, as it should.
      }
    });
    shell.kill('SIGTERM');
    await expect.poll(() => said, { timeout: 10_000 }).toContain('"stopped"');
  }, 30_000);

  test('shares the work among processes, replaces one that dies, counts for all, and stops them all', async () => {
    const args = ['--port', '0', '--workers', '2', '--metrics-port', '0'];
    const { process: child, url, lines, ended } = await program(args);
    const workers = () => {
      const told = lines().filter(({ event, url: at }) => event === 'listening' && at === url);
      return told.map(({ pid }) => Number(pid));
    };
    await expect.poll(() => workers().length, { timeout: 10_000 }).toBe(2);
    expect(new Set([...workers(), child.pid]).size).toBe(3);
    expect(await healthy(url)).toBe(200);

    process.kill(workers()[0] ?? 0, 'SIGKILL');
    await expect.poll(() => workers().length, { timeout: 10_000 }).toBe(3);
    expect(lines().filter(({ event }) => event === 'worker')).toHaveLength(1);
    for (let count = 0; count < 4; count++) expect(await healthy(url)).toBe(200);

    const metrics = lines().find(({ url: at }) => String(at).endsWith('/metrics'))?.url;
    expect(await (await fetch(String(metrics))).text()).toMatch(/facteur_requests_total\{.*route="health".*\} [4-5]/);

    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    for (const worker of workers()) expect(() => process.kill(worker, 0)).toThrow('ESRCH');
  }, 30_000);

  test('ends all processes when the first of them dies', async () => {
    const { process: child, lines } = await program(['--port', '0', '--workers', '2']);
    const workers = () =>
      lines()
        .filter(({ event }) => event === 'listening')
        .map(({ pid }) => Number(pid));
    await expect.poll(() => workers().length, { timeout: 10_000 }).toBe(2);
    child.kill('SIGKILL');
    const alive = () =>
      workers().filter((pid) => {
        try {
          return process.kill(pid, 0);
        } catch {
          return false;
        }
      });
    await expect.poll(alive, { timeout: 10_000 }).toEqual([]);
  }, 30_000);

  test.each(['1', '2'])('with %s workers refuses a port in use with 2 and one line', async (workers) => {
    const { url } = await program(['--port', '0']);
    const { port } = new URL(url);
    const args = ['dist/cli/main.js', 'serve', '--port', port, '--workers', workers];
    const child = spawn(process.execPath, args, { cwd: root });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    expect((await once(child, 'close'))[0]).toBe(2);
    expect(said).toBe(`--port  127.0.0.1:${port} cannot be listened on: another program does\n`);
  });

  test('answers for every domain only where that is meant, and refuses with 2 and one line otherwise', async () => {
    const file = join(temporaryFolder(), 'hoster.yaml');
    // JSON is YAML.
    writeFileSync(
      file,
      JSON.stringify({ ...readProfile('cnrs'), example: undefined, domains: ['cnrs.fr', 'ods.services', '*'] }),
    );
    const child = spawn(process.execPath, ['dist/cli/main.js', 'serve', '--port', '0', '--profile', file], {
      cwd: root,
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    expect((await once(child, 'close'))[0]).toBe(2);
    expect(said).toMatch(/^.*hoster\.yaml domains\.3 {2}the domain "\*" answers for every domain .*--any-domain.*\n$/);

    const { url } = await program(['--port', '0', '--profile', file, '--any-domain']);
    const answer = await fetch(`${url}/mail/config-v1.1.xml?emailaddress=ann%40elsewhere.example`);
    expect(await answer.text()).toContain('<domain>elsewhere.example</domain>');
  });

  test('has examples in its help that work when pasted', async () => {
    for (const command of [examples.serve, examples.serveProxy]) {
      const { process: child, ended } = await program([...command.split(' ').slice(2), '--port', '0']);
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
    }
  }, 20_000);
});
