import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mail } from '../mail/mail.ts';
import type { Home, Outcome } from './home.ts';

const BUNDLE = '/etc/ssl/certs/ca-certificates.crt';

/** Runs programs as on a computer that knows the test's servers: their names, and their authority among the system's. */
export interface Network {
  run(
    home: Home,
    command: readonly string[],
    options?: { readonly input?: string; readonly environment?: Readonly<Record<string, string>> },
  ): Promise<Outcome>;
  /** The same on a terminal of 200 × 50 characters; `stdout` is what the terminal got. */
  onTerminal(home: Home, command: string, steps: readonly Step[]): Promise<Outcome>;
  remove(): void;
}

/** What is typed once a text is on the terminal. */
export interface Step {
  readonly until: string;
  readonly type: string;
}

/** (unshare(1): a mount that nobody else sees. Programs that have no option for an authority can be tested in no other way without a change of their files.) */
export function makeNetwork(mail: Mail): Network {
  const folder = mkdtempSync(join(tmpdir(), 'facteur-network-'));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const hosts = file(
    'hosts',
    `127.0.0.1 localhost\n${Object.values(mail.hosts)
      .map((host) => `${mail.ip} ${host}\n`)
      .join('')}`,
  );
  const resolver = file('resolv.conf', 'nameserver 127.0.0.1\n');
  const authorities = file('authorities', readFileSync(BUNDLE, 'utf8') + readFileSync(mail.authority, 'utf8'));
  const mounts = `mount --bind ${hosts} /etc/hosts && mount --bind ${resolver} /etc/resolv.conf && mount --bind ${authorities} ${BUNDLE}`;
  const start = (home: Home, command: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
    const args = ['-m', 'sh', '-c', `${mounts} && exec "$@"`, 'sh', ...command];
    const child = spawn('unshare', args, {
      cwd: home.path,
      env: { ...home.environment, ...environment },
      timeout: 60_000,
    });
    const out = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      out.stderr += text;
    });
    // Who ends without reading what it is given is no failure of the test.
    child.stdin.on('error', () => {});
    const outcome = new Promise<Outcome>((resolve, reject) => {
      child.once('error', reject).once('close', (status) => resolve({ status, ...out }));
    });
    return { child, out, outcome };
  };
  return {
    run(home, command, { input = '', environment } = {}) {
      const { child, outcome } = start(home, command, environment);
      child.stdin.end(input);
      return outcome;
    },
    onTerminal(home, command, steps) {
      const line = `stty rows 50 cols 200; ${command}`;
      const { child, out, outcome } = start(home, ['script', '-qfec', line, '/dev/null']);
      const left = [...steps];
      child.stdout.on('data', () => {
        const [next] = left;
        if (next === undefined || !out.stdout.includes(next.until)) return;
        left.shift();
        child.stdin.write(next.type);
      });
      return outcome;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A keyring that holds the password of one login at the servers of a test, and says so to who asks as our files do. */
export function putKeyring(home: Home, login: string, password: string): void {
  home.program(
    'secret-tool',
    `#!/bin/sh
[ "$#" = 7 ] && [ "$1 $2 $4 $6" = 'lookup service host user' ] || exit 1
case $3 in imap | smtp) ;; *) exit 1 ;; esac
[ "$7" = ${quote(login)} ] || exit 1
printf %s ${quote(password)}
`,
  );
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
