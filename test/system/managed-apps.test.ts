import { spawnSync } from 'node:child_process';
import { parse } from 'plist';
import { describe, expect, test } from 'vitest';
import { artifactOf, textOf } from '../clients/outlook/readers.ts';
import { fixtures } from '../fixtures.ts';
import { has } from './programs.ts';

/* The property lists for Outlook on managed Apple devices, read by libplist. No program here reads what their keys mean. */
const accounts = fixtures().map(({ name, account: { address, ...rest } }) => {
  // Without a brace, which a console would take for a variable.
  const login = `eas-${rest.login.replaceAll('}', '')}`;
  const exchange = {
    authentication: ['password'] as const,
    host: 'eas.example.org',
    activeSync: true,
    webServices: false,
    login,
    loginRule: undefined,
  };
  return { name, account: { ...rest, address: address.replaceAll('}', ''), role: 'primary' as const, exchange } };
});

describe.skipIf(!has('plistutil'))('plistutil', () => {
  test.each(accounts)('reads what we wrote for $name', ({ account }) => {
    for (const id of ['ios-managed', 'mac-managed']) {
      const { bytes } = artifactOf(account, id);
      const binary = spawnSync('plistutil', ['-i', '-', '-o', '-', '-f', 'bin'], { input: bytes, timeout: 10_000 });
      // It says what is wrong where the property list should be, and ends as if all were well.
      expect(binary.stdout.subarray(0, 6).toString()).toBe('bplist');
      const options = { input: binary.stdout, timeout: 10_000 };
      const { stdout } = spawnSync('plistutil', ['-i', '-', '-o', '-', '-f', 'xml'], options);
      expect(parse(stdout.toString())).toEqual(parse(textOf(account, id)));
    }
  });
});
