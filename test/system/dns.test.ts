import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { DomainRecords } from '../../src/publish/dns-records.ts';
import { inZones } from '../../src/publish/in-zones.ts';
import { recordsOf, written } from '../dns/records-of.ts';
import { makeProfile, readProfile } from '../fixtures.ts';
import { whenCutShort } from './ending.ts';
import { has } from './programs.ts';

/* The records in the hands of real DNS programs: three that read a zone, and a server that answers it and takes updates. */

const long = makeProfile({ calendar: { url: `https://dav.example.net/${'calendar-'.repeat(40)}/` } });
const below = makeProfile({ domains: ['dr2.below.example', 'dr10.below.example'] });
const zones: readonly DomainRecords[] = [
  recordsOf(readProfile('cnrs'), 'cnrs.fr'),
  recordsOf(readProfile('universite'), 'universite.example', 'config.example.net', 'srv'),
  recordsOf(readProfile('universite'), 'xn--beaux-arts-lves-5mbp.example'),
  recordsOf(long, 'example.org'),
  // Two domains in the zone above both.
  ...inZones(
    ['dr2.below.example', 'dr10.below.example'].map((domain) => recordsOf(below, domain)),
    ['below.example'],
    (zone) => zone,
  ),
];

const folder = mkdtempSync(join(tmpdir(), 'facteur-dns-'));
const withdraw = whenCutShort(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  withdraw();
});

/** What an addition is added to. */
function head(domain: string): string {
  const servers = 'imap pop smtp dav'.split(' ').map((name) => `${name} IN A 192.0.2.1\n`);
  return `$TTL 3600\n$ORIGIN ${domain}.\n@ IN SOA ns.example.net. admin.example.net. 1 3600 600 86400 60\n@ IN NS ns.example.net.\n${servers.join('')}`;
}

function zoneFile(of: DomainRecords): string {
  const file = join(folder, `${of.domain}.zone`);
  writeFileSync(file, `${head(of.domain)}${written('bind', [of])}\n`);
  return file;
}

const checkers = {
  'named-checkzone': (domain: string, file: string) => ['-i', 'local', domain, file],
  'nsd-checkzone': (domain: string, file: string) => [domain, file],
  kzonecheck: (domain: string, file: string) => ['-o', domain, file],
} as const;

describe.each(Object.entries(checkers))('%s', (program, args) => {
  test.skipIf(!has(program as keyof typeof checkers))(
    'accepts the zone of each domain, and says nothing against it',
    () => {
      for (const of of zones) {
        const { status, stdout, stderr } = spawnSync(program, args(of.domain, zoneFile(of)), { encoding: 'utf8' });
        expect({ status, said: `${stdout}${stderr}` }).toEqual({
          status: 0,
          said: expect.not.stringMatching(/warn|error/i),
        });
      }
    },
  );

  test.skipIf(!has(program as keyof typeof checkers))(
    'refuses a zone in which a name has something else already',
    () => {
      const of = zones[0] as DomainRecords;
      const file = join(folder, 'beside.zone');
      writeFileSync(file, `${head(of.domain)}autoconfig IN A 192.0.2.9\n${written('bind', [of])}\n`);
      expect(spawnSync(program, args(of.domain, file)).status).not.toBe(0);
    },
  );
});

/** A port that is free for UDP and TCP. */
async function freePort(): Promise<number> {
  const tcp = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => tcp.once('listening', done));
  const { port } = tcp.address() as { port: number };
  const udp = createSocket('udp4');
  await new Promise<void>((done, fail) => udp.once('error', fail).bind(port, '127.0.0.1', done));
  await Promise.all([new Promise((done) => tcp.close(done)), new Promise<void>((done) => udp.close(done))]);
  return port;
}

describe.skipIf(!has('named') || !has('nsupdate') || !has('dig'))('a name server on this computer', () => {
  let server: ChildProcess;
  let port = 0;
  let said = '';
  const ended = { withdraw: () => {} };

  beforeAll(async () => {
    port = await freePort();
    const clauses = zones.flatMap((of) => {
      const empty = join(folder, `${of.domain}.dynamic`);
      writeFileSync(empty, head(of.domain));
      return `zone "${of.domain}" { type primary; file "${empty}"; allow-update { 127.0.0.1; }; };`;
    });
    const options = `directory "${folder}"; listen-on port ${port} { 127.0.0.1; }; listen-on-v6 { none; }; recursion no; pid-file none; session-keyfile none; dnssec-validation no;`;
    writeFileSync(join(folder, 'named.conf'), `options { ${options} };\ncontrols { };\n${clauses.join('\n')}\n`);
    chmodSync(folder, 0o777);
    server = spawn('named', ['-g', '-c', join(folder, 'named.conf'), '-n', '1'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    ended.withdraw = whenCutShort(() => server.kill('SIGKILL'));
    server.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    await vi.waitFor(() => expect(said).toMatch(/ running$/m), 20_000);
  });
  afterAll(() => {
    server.kill('SIGKILL');
    ended.withdraw();
  });

  const answers = (name: string, type: string) =>
    spawnSync('dig', ['@127.0.0.1', '-p', `${port}`, '+short', '+norecurse', '+tries=2', '+time=5', name, type], {
      encoding: 'utf8',
    })
      .stdout.split('\n')
      .filter((line) => line !== '');
  const apply = (of: DomainRecords) =>
    spawnSync('nsupdate', [], {
      input: `server 127.0.0.1 ${port}\nzone ${of.domain}\n${written('nsupdate', [of])}\n`,
      encoding: 'utf8',
      timeout: 60_000,
    });

  /** What dig says of a record. */
  function shown({ data }: DomainRecords['records'][number]): string {
    if (data.type === 'CNAME') return `${data.target}.`;
    if (data.type === 'SRV') return `${data.priority} ${data.weight} ${data.port} ${data.target}.`;
    const strings = data.text.match(/.{1,255}/g) ?? [];
    return strings.map((each) => `"${each.replaceAll(';', '\\;')}"`).join(' ');
  }

  test.each(zones)('takes the update for $domain and answers each record', (of) => {
    // A retry finds them there.
    const first = apply(of);
    if (first.status !== 0) expect(first.stderr).toMatch(/YX/);
    for (const record of of.records) {
      const found = answers(`${record.name}.${of.domain}`, record.data.type);
      const plain = (text: string) => text.replaceAll('\\;', ';');
      expect(found.map(plain)).toContain(plain(shown(record)));
    }
  });

  test('refuses what is there already, deletes nothing and goes on to the next name', () => {
    const of = zones[1] as DomainRecords;
    const all = () => of.records.map(({ name, data }) => answers(`${name}.${of.domain}`, data.type));
    apply(of);
    const before = all();
    const again = apply(of);
    expect(again.status).not.toBe(0);
    expect(again.stderr).toMatch(/YXRRSET/);
    expect(all()).toEqual(before);
    // One that is gone comes back, though those before it are refused.
    const gone = `_imaps._tcp.${of.domain}.`;
    spawnSync('nsupdate', [], { input: `server 127.0.0.1 ${port}\nzone ${of.domain}\nupdate delete ${gone}\nsend\n` });
    expect(answers(gone, 'SRV')).toEqual([]);
    apply(of);
    expect(answers(gone, 'SRV')).toEqual(['0 1 993 imap.universite.example.']);
  });

  test('has a new digest of PACC beside the old one, which readers need until the document changes', () => {
    const of = zones[1] as DomainRecords;
    const name = `_ua-auto-config.${of.domain}.`;
    const old = '"v=UAAC1; a=sha256; d=b2xk"';
    const orders = `update delete ${name}\nupdate add ${name} 60 TXT ${old}\nsend\n`;
    spawnSync('nsupdate', [], { input: `server 127.0.0.1 ${port}\nzone ${of.domain}\n${orders}` });
    apply(of);
    const found = answers(name, 'TXT').map((text) => text.replaceAll('\\;', ';'));
    expect(found).toHaveLength(2);
    expect(found).toContain(old);
  });

  test('keeps another address at a name that an update would make a CNAME', () => {
    const of = zones[3] as DomainRecords;
    const name = `autoconfig.${of.domain}.`;
    const orders = `update delete ${name}\nupdate add ${name} 60 A 192.0.2.7\nsend\n`;
    spawnSync('nsupdate', [], { input: `server 127.0.0.1 ${port}\nzone ${of.domain}\n${orders}` });
    expect(apply(of).stderr).toMatch(/YXDOMAIN/);
    expect(answers(name, 'A')).toEqual(['192.0.2.7']);
  });
});
