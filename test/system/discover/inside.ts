import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asEvolution } from '../../../src/discover/as/evolution.ts';
import type { EndServer, LookUpEnd } from '../../../src/discover/as/look-up.ts';
import type { Simulator } from '../../../src/discover/as/simulator.ts';
import { asThunderbird } from '../../../src/discover/as/thunderbird.ts';
import { makeNet } from '../../../src/net/make-net.ts';
import { askedFor } from '../../discover/asked-for.ts';
import { type SeededWorld, seededWorlds } from '../../discover/seeded-worlds.ts';
import { makeCertificate } from '../../net/certificates.ts';
import { install } from '../thunderbird/program.ts';
import { type Found, type FoundServer, findConfig, ONLINE, trust } from './thunderbird-search.ts';
import { serveWorlds } from './world-server.ts';

/*
 * Runs in a network of its own (isolated.ts), where the made-up worlds are the whole world: serves them, asks our simulator and the real program about each, and prints a line of
 * JSON for each: who asked, what both end with. Arguments: the program, how many worlds, the seed, the file of authorities that all programs here trust, and, of the worlds, those
 * that are wanted alone.
 */

/** One world, both ends. */
export interface Compared {
  readonly who: string;
  readonly ours: string;
  readonly theirs: string;
  /** Ours says that it does not know how the program reads a file. */
  readonly doubted: boolean;
}

const [, , program = '', count = '', seed = '', authorities = '', ...wanted] = process.argv;
const all = seededWorlds(Number(count), Number(seed));
const chosen =
  wanted.length === 0 ? all : wanted.map((index) => all[Number(index)]).filter((each) => each !== undefined);
const worlds = all.map(({ world }) => world);

function endOf(simulator: Simulator, { who }: SeededWorld): Promise<LookUpEnd> {
  const net = makeNet({
    resolvers: [{ ip: '127.0.0.1', port: 53 }],
    roots: [new X509Certificate(authority.certificate)],
    allowPrivate: true,
    timeout: 20_000,
    signal: AbortSignal.timeout(120_000),
  });
  return simulator.lookUp({ ...askedFor(net, who), lowers: true });
}

function tell(compared: Omit<Compared, 'doubted'>, { doubts }: LookUpEnd): void {
  const doubted = doubts.some(({ code }) => code === 'doubt-unread');
  console.log(JSON.stringify({ ...compared, doubted }));
}

function shown(parts: readonly unknown[]): string {
  return parts.map((part) => part ?? '-').join(' ');
}

async function compareThunderbird(): Promise<void> {
  const installation = install({ profile: ONLINE });
  const thunderbird = await installation.start();
  await trust(thunderbird, authority.certificate.replaceAll(/-----[^-]+-----|\s/g, ''));
  for (const seeded of chosen) {
    const theirs = ofThunderbird(await findConfig(thunderbird, seeded.who));
    const end = await endOf(asThunderbird, seeded);
    // Where nobody answers yet, nothing is known of servers.
    const server = (each: EndServer | undefined) =>
      each === undefined
        ? '-'
        : shown([each.protocol, each.host, each.port, each.security, each.authentication, each.login]);
    tell({ who: seeded.who, ours: shown([end.outcome, server(end.incoming), server(end.outgoing)]), theirs }, end);
  }
  await thunderbird.quit();
  await installation.remove();
}

function ofThunderbird({ asks, complete, incoming, outgoing }: Found): string {
  const outcome =
    asks !== null
      ? incoming === null && asks === 'host'
        ? 'nothing'
        : 'asks'
      : incoming === null
        ? 'nothing'
        : complete
          ? 'configured'
          : 'asks';
  const server = (each: FoundServer | null) =>
    each === null
      ? '-'
      : shown([
          each.type === 'ews' || each.type === 'owa' ? 'exchange' : each.type,
          each.hostname,
          each.port,
          { 0: 'none', 2: 'starttls', 3: 'tls' }[each.socketType],
          { 1: 'none', 3: 'password', 4: 'cram-md5', 5: 'gssapi', 6: 'ntlm', 8: 'ntlm', 10: 'oauth2' }[each.auth],
          each.username,
        ]);
  return shown([outcome, server(incoming), server(outgoing)]);
}

/** As the script beside this file prints it. */
interface Result {
  readonly kind: number;
  readonly priority: number;
  readonly complete: boolean;
  readonly protocol: string;
  readonly host: string | null;
  readonly port: number;
  readonly user: string | null;
  readonly method: string | null;
  readonly security: string | null;
  readonly description: string | null;
}

async function compareEvolution(): Promise<void> {
  const lines = await searchByEvolution(chosen.map(({ who }) => who));
  if (process.env.SHOW) console.error(JSON.stringify(lines));
  for (const [index, seeded] of chosen.entries()) {
    const end = await endOf(asEvolution, seeded);
    const results = lines[index] ?? [];
    const theirs = [2, 3].map((kind) => {
      const ofKind = results.filter((each) => each.kind === kind);
      // The first of each protocol, as the program sorts them; of the protocols that with the smallest number.
      const firsts = [...new Set(ofKind.map(({ protocol }) => protocol))].flatMap(
        (name) => ofKind.find(({ protocol }) => protocol === name) ?? [],
      );
      const [best] = firsts.toSorted((one, other) => one.priority - other.priority);
      return best;
    });
    // Its summary may lack a value all the same.
    const complete = theirs.every((each) => each?.complete && !ofEvolution(each).split(' ').slice(1, 5).includes('-'));
    const outcome = theirs.every((each) => each === undefined) ? 'nothing' : complete ? 'configured' : 'asks';
    const ours = [end.incoming, end.outgoing].map((each) =>
      each === undefined
        ? '-'
        : shown([
            each.protocol,
            each.host || undefined,
            each.port,
            each.security,
            each.login || undefined,
            each.authentication,
          ]),
    );
    const found = theirs.map((each) => (each === undefined ? '-' : ofEvolution(each)));
    tell({ who: seeded.who, ours: shown([end.outcome, ...ours]), theirs: shown([outcome, ...found]) }, end);
  }
}

function ofEvolution(result: Result): string {
  const { description, host, port, user, method, security, ...rest } = result;
  const protocol = { imapx: 'imap', pop: 'pop3', smtp: 'smtp' }[rest.protocol] ?? rest.protocol;
  const said = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(description ?? '')?.[1];
  const place = said('Host');
  const [server, kept, way] =
    place === undefined
      ? [[host, port, user], security, method]
      : [
          [place.slice(0, place.lastIndexOf(':')), place.slice(place.lastIndexOf(':') + 1), said('User')],
          said('Security method'),
          said('Authentication mechanism'),
        ];
  const [name, number, login] = server.map((each) => (each === '' || each === '0' || each === 0 ? undefined : each));
  return shown([
    protocol,
    name,
    number,
    securities[kept ?? ''] ?? 'none',
    login,
    ways[way ?? 'none'] ?? (protocol === 'smtp' ? undefined : 'password'),
  ]);
}

const securities: Readonly<Record<string, string>> = {
  TLS: 'tls',
  STARTTLS: 'starttls',
  'ssl-on-alternate-port': 'tls',
  'starttls-on-standard-port': 'starttls',
};
const ways: Readonly<Record<string, string>> = {
  LOGIN: 'password',
  PLAIN: 'password',
  'CRAM-MD5': 'cram-md5',
  XOAUTH2: 'oauth2',
  Google: 'oauth2',
  Outlook: 'oauth2',
  Yahoo: 'oauth2',
};

function searchByEvolution(addresses: readonly string[]): Promise<Result[][]> {
  const home = join(dirname(authorities), 'home');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const script = join(import.meta.dirname, 'evolution-search.py');
  const child = spawn('dbus-run-session', ['--', '/usr/bin/python3', script], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      LANG: 'C.UTF-8',
      HOME: home,
      XDG_RUNTIME_DIR: home,
      LD_LIBRARY_PATH: '/usr/lib/evolution',
    },
  });
  child.stdin.end(addresses.map((each) => `${each}\n`).join(''));
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      const lines = out
        .trim()
        .split('\n')
        .filter((line) => line !== '');
      if (lines.length !== addresses.length)
        reject(new Error(`${lines.length} answers of ${addresses.length}: ${errors.slice(-2000)}`));
      else resolve(lines.map((line) => JSON.parse(line) as Result[]));
    });
  });
}

const authority = await makeCertificate({ names: ['Facteur test authority'], authority: true });
appendFileSync(authorities, authority.certificate);
await serveWorlds(worlds, authority);

if (program === 'evolution') await compareEvolution();
else await compareThunderbird();
process.exit(0);
