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

/** The settings of (Neo)Mutt that matter here. */
export function muttSettings(
  home: Home,
  program: string,
  args: readonly string[] = [],
  names: readonly string[] = ['from', 'folder', 'imap_user', 'imap_login', 'smtp_url', 'imap_pass'],
): Record<string, string> {
  const query = names.flatMap((name) => ['-Q', name]);
  const { status, stdout, stderr } = spawnSync(program, [...args, ...query], {
    encoding: 'utf8',
    env: { ...home.environment, LC_ALL: 'C.UTF-8' },
    timeout: 30_000,
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return Object.fromEntries(
    [...stdout.matchAll(/^(?:set )?(\w+) ?= ?"?(.*?)"?$/gm)].map(([, name = '', value = '']) => [
      name,
      value.replace(/\\(.)/g, '$1'),
    ]),
  );
}
