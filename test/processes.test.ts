import { execFileSync, execSync, fork, spawn, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test.each([
  ['spawn', () => spawn('true')],
  ['spawnSync', () => spawnSync('true')],
  ['execFileSync', () => execFileSync('true')],
  ['execSync', () => execSync('true')],
  ['fork', () => fork('true')],
])('a unit test that starts a process fails (%s), and hears where it belongs', (_, start) => {
  expect(start).toThrow('a unit test starts no process: move it to test/program');
});
