import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { whenCutShort } from '../ending.ts';
import { issueCertificate, makeAuthority } from '../mail/certificates.ts';
import { startDaemon } from '../mail/daemon.ts';
import { freePort } from '../web-servers/start.ts';
import type { Somebody } from './people.ts';

/** A PostgreSQL of the tests' own. */
export interface Database {
  /** `postgres://reader@localhost:port/people`. */
  readonly url: string;
  readonly port: number;
  /** The folder of its socket. */
  readonly socket: string;
  readonly authority: string;
  readonly password: string;
  readonly run: (sql: string) => void;
  readonly stop: () => Promise<void>;
}

export const PASSWORD = 'correct horse';

/** Starts a PostgreSQL whose table `person` has these people; the server takes no other user than root's own `postgres`. */
export async function startDatabase(people: readonly Somebody[]): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'facteur-postgres-'));
  const authority = makeAuthority(folder);
  const server = issueCertificate(folder, authority, ['localhost']);
  const [user = 0, group = 0] = ['-u', '-g'].map((of) => Number(output('id', [of, 'postgres'])));
  for (const file of [folder, server.key, server.certificate]) chownSync(file, user, group);
  chmodSync(server.key, 0o600);
  const data = join(folder, 'data');
  const versions = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a));
  const program = (name: string) => join('/usr/lib/postgresql', versions[0] ?? '', 'bin', name);
  const asPostgres = ['--reuid', String(user), '--regid', String(group), '--clear-groups'];
  output('setpriv', [
    ...asPostgres,
    program('initdb'),
    '-D',
    data,
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  ]);
  const port = await freePort();
  writeFileSync(
    join(data, 'pg_hba.conf'),
    [
      'local all postgres trust',
      'local all reader scram-sha-256',
      'hostssl all reader 127.0.0.1/32 scram-sha-256',
      '',
    ].join('\n'),
  );
  const log = join(folder, 'output.log');
  const settings = {
    ...{ listen_addresses: '127.0.0.1', port, unix_socket_directories: folder, fsync: 'off', ssl: 'on' },
    ...{ ssl_cert_file: server.certificate, ssl_key_file: server.key, shared_buffers: '16MB' },
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const daemon = await startDaemon({
    command: 'setpriv',
    args: [...asPostgres, program('postgres'), '-D', data, ...args],
    ip: '127.0.0.1',
    ports: [port],
    output: log,
    log: () => readFileSync(log, 'utf8'),
  });
  const withdraw = whenCutShort(() => {
    daemon.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  // It answers before it takes questions.
  const ready = () =>
    spawnSync(program('pg_isready'), ['-h', folder, '-p', String(port)], { timeout: 10_000 }).status === 0;
  for (let tries = 0; !ready() && tries < 200; tries += 1) await pause(100);
  const run = (sql: string, database = 'people') =>
    void output(
      program('psql'),
      ['-h', folder, '-p', String(port), '-U', 'postgres', '-v', 'ON_ERROR_STOP=1', '-q', database],
      sql,
    );
  const quoted = (text: string) => (text === '' ? 'NULL' : `'${text.replaceAll("'", "''")}'`);
  run(`CREATE ROLE reader LOGIN PASSWORD '${PASSWORD}'; CREATE DATABASE people;`, 'postgres');
  const rows = people.map((each) => `(${Object.values(each).map(quoted).join(', ')})`);
  run(`CREATE TABLE person (address text, login text, name text, language text);
    GRANT SELECT ON person TO reader;
    INSERT INTO person VALUES ${rows.join(',\n')};`);
  const password = join(folder, 'password');
  writeFileSync(password, `${PASSWORD}\n`, { mode: 0o600 });
  return {
    url: `postgres://reader@localhost:${port}/people`,
    port,
    socket: folder,
    authority: authority.certificate,
    password,
    run,
    stop: async () => {
      withdraw();
      await daemon.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function output(command: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', timeout: 60_000, input });
  if (status !== 0) throw new Error(`${command}: ${stderr}`, { cause: error });
  return stdout.trim();
}
