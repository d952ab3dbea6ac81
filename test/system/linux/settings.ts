import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';
import type { Home } from './home.ts';

/** The settings that msmtp would send with. */
export function msmtpSettings(home: Home, args: readonly string[] = []): Record<string, string> {
  const { status, stdout, stderr } = spawnSync('msmtp', ['--pretend', ...args, 'x@example.org'], {
    input: '',
    encoding: 'utf8',
    env: home.environment,
    timeout: 30_000,
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return Object.fromEntries(
    [...stdout.matchAll(/^(\w+) += (.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
}
