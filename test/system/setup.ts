import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { has, isRoot, missing, type ProgramName, packagesOf } from './programs.ts';
import { unpackOlder } from './thunderbird/versions.ts';

/**
 * Before the system tests: installs, where that is allowed, the real programs that they need and that are not there. Allowed means
 * Debian's apt, as root or with sudo that asks no password. What stays missing is said on one line each; with CI=true it is a failure.
 */
export function setup(): void {
  const wanted = missing();
  if (wanted.length > 0 && existsSync('/usr/bin/apt-get')) install(wanted);
  const lines = missing().map(
    (program) => `left out: the tests with ${program} (apt install ${packagesOf(program).join(' ')})`,
  );
  if (lines.length > 0 && process.env.CI === 'true') throw new Error(lines.join('\n'));
  for (const line of lines) console.warn(line);
  // Not a failure: an archive drops old versions one day.
  const without = has('thunderbird') && existsSync('/usr/bin/apt-get') ? unpackOlder() : undefined;
  if (without !== undefined) console.warn(`left out: the tests with an older Thunderbird (${without})`);
  // No package helps there, so this is not a failure.
  if (!isRoot()) console.warn('left out: the tests with mail servers (only root may start Postfix)');
}

function install(wanted: readonly ProgramName[]): void {
  const sudo = isRoot() ? [] : ['sudo', '-n'];
  if (sudo.length > 0 && spawnSync('sudo', ['-n', 'true']).status !== 0) return;
  const packages = [...new Set(wanted.flatMap((program) => packagesOf(program)))];
  console.info(`Installing for the system tests: ${packages.join(' ')}`);
  const folder = mkdtempSync(join(tmpdir(), 'facteur-apt-'));
  // Services of the packages must not start: the tests run their own. (invoke-rc.d(8): 101 forbids.)
  const policy = '/usr/sbin/policy-rc.d';
  const forbid = !existsSync(policy);
  try {
    if (forbid) {
      const script = join(folder, 'policy-rc.d');
      writeFileSync(script, '#!/bin/sh\nexit 101\n');
      chmodSync(script, 0o755);
      run([...sudo, 'cp', script, policy]);
    }
    run([...sudo, 'apt-get', 'update', '-qq']);
    run([
      ...sudo,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      ...packages,
    ]);
  } finally {
    if (forbid) run([...sudo, 'rm', '-f', policy]);
    rmSync(folder, { recursive: true });
  }
}

function run([command = '', ...args]: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: 600_000,
  });
  if (status !== 0) console.warn(`${command} ${args.join(' ')}: ${stderr.trim().split('\n').at(-1)}`);
}
