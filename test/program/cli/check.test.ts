import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { root } from '../../fixtures.ts';
import { rcodes, startDns } from '../../net/dns-server.ts';

test('check --watch looks again, shows a gauge for each rule without any address, and ends cleanly when it is told to', async () => {
  const dns = await startDns(() => ({ rcode: rcodes.nxdomain }));
  const args = ['check', 'cnrs.fr', '--server', 'config.ods.services', '--resolver', `127.0.0.1:${dns.port}`];
  const child = spawn(
    process.execPath,
    [join(root, 'dist/cli/main.js'), ...args, '--watch', '10', '--metrics-port', '0'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  try {
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    await vi.waitFor(() => expect(err).toMatch(/counts at http:\/\/127\.0\.0\.1:\d+\/metrics/), 30_000);
    await vi.waitFor(() => expect(err).toMatch(/as it ought to be/), 30_000);
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+\/metrics/.exec(err) ?? [];
    const text = await (await fetch(url)).text();
    expect(text).toMatch(/^facteur_check_faults\{rule="dns\/no-address",severity="error"\} 2$/m);
    expect(text).toMatch(/^facteur_check_faults\{rule="tls\/expired",severity="error"\} 0$/m);
    expect(text).not.toContain('@');
    expect(text).not.toMatch(/cnrs|postmaster/);
    expect(out).toContain('[dns/no-address]');
    child.kill('SIGTERM');
    const [code, signal] = await once(child, 'exit');
    expect({ code, signal }).toEqual({ code: 0, signal: null });
  } finally {
    child.kill('SIGKILL');
    await dns.close();
  }
});
