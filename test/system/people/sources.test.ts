import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SourceOptions } from '../../../src/people/source.ts';
import { openSource } from '../../../src/people/source.ts';
import { heard, listOf, refusalOf, rowsOf } from '../../people/rows.ts';
import { has, isRoot } from '../programs.ts';
import { type Database, startDatabase } from './database.ts';
import { BASE, type Directory, LIMITED, READER, startDirectory } from './directory.ts';
import { inCsv, inPostfixMap, manyPeople } from './people.ts';

/** As many as a university has. */
const people = manyPeople(20_000);
const folder = mkdtempSync(join(tmpdir(), 'facteur-people-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, text, { mode });
  return path;
}

/** Who is listed, in an order that is no source's own. */
const sorted = async (spec: string, options: SourceOptions = {}) =>
  (await listOf(spec, options)).map((each) => JSON.stringify(each)).sort();

/** What only one of two lists has: a whole list would fill the screen. */
const differences = (one: readonly string[], other: readonly string[]) => {
  const [ones, others] = [new Set(one), new Set(other)];
  return [...one.filter((each) => !others.has(each)), ...other.filter((each) => !ones.has(each))].slice(0, 4);
};

const NAMES = { map: ['login=employeeNumber,name=displayName'] };

describe.runIf(has('slapd'))('people of a directory', () => {
  let directory: Directory;
  beforeAll(async () => {
    directory = await startDirectory(people);
  });
  afterAll(() => directory?.stop());
  const reader = () => ({ bind: READER, passwordFile: directory.password });

  test('are those of the same list in CSV', async () => {
    const csv = await sorted(file('people.csv', inCsv(people)));
    expect(csv).toHaveLength(people.length);
    expect(differences(await sorted(`${directory.plain}/${BASE}??sub`, NAMES), csv)).toEqual([]);
  });

  test.each(['bound over STARTTLS', 'over TLS', 'over the socket', 'with a certificate', 'by the URL'])(
    'who are shown to one reader only are read %s',
    async (how) => {
      const { plain, tls, socket, authority: ca, personal } = directory;
      const closed = 'ou=closed,dc=cnrs,dc=fr??sub';
      const [url, options]: readonly [string, SourceOptions] = {
        'bound over STARTTLS': [plain, { ca, starttls: true, ...reader() }] as const,
        'over TLS': [tls, { ca, ...reader() }] as const,
        'over the socket': [socket, {}] as const,
        'with a certificate': [tls, { ca, ...personal }] as const,
        'by the URL': [plain, { passwordFile: directory.password }] as const,
      }[how] ?? ['', {}];
      const extension = how === 'by the URL' ? `??bindname=${encodeURIComponent(READER)}` : '';
      expect(await listOf(`${url}/${closed}${extension}`, options)).toEqual([{ who: 'shut@cnrs.fr', name: 'Shut' }]);
    },
  );

  test('have their distinguished name as place, and one address', async () => {
    const rows = await rowsOf(`${directory.plain}/ou=odd,dc=cnrs,dc=fr??sub?(objectClass=person)`);
    expect(rows.map(({ where, person, problems = [] }) => [where, person ?? problems.map(({ code }) => code)])).toEqual(
      [
        ['uid=two,ou=odd,dc=cnrs,dc=fr', ['people.several-values']],
        ['uid=de,ou=odd,dc=cnrs,dc=fr', { who: 'de@cnrs.fr', name: 'De', language: 'en' }],
        ['uid=none,ou=odd,dc=cnrs,dc=fr', ['people.nobody']],
      ],
    );
  });

  test('are given once and all when the connection is lost in between', async () => {
    const { said, tell } = heard();
    const source = await openSource(`${directory.plain}/${BASE}??sub`, { ...NAMES, warn: tell });
    const who: string[] = [];
    for await (const { given } of source.rows()) {
      who.push(given);
      if (who.length !== 1200) continue;
      await directory.pause();
      void directory.resume();
    }
    expect(who.length).toBe(people.length);
    expect(new Set(who).size).toBe(people.length);
    expect(said.length).toBeGreaterThan(0);
    expect(said[0]).toMatch(/^warning: the connection to localhost was lost after 1500 entries/);
  });

  test('that are kept elsewhere are told of', async () => {
    const { said, tell } = heard();
    expect(await listOf(`${directory.plain}/ou=elsewhere,dc=cnrs,dc=fr??sub`, { warn: tell })).toHaveLength(1);
    expect(said.join()).toContain('a part of the list is on another server, and is not read: ldap://far.example.org/');
  });

  test.each([
    [
      'wrong password',
      () => [`${BASE}??sub`, { bind: READER, passwordFile: file('wrong', 'nope\n') }],
      'localhost does not take “cn=reader',
    ],
    [
      'a name that is none',
      () => [`${BASE}??sub`, { bind: 'reader', passwordFile: directory.password }],
      '“reader” is no distinguished name',
    ],
    [
      'a size limit',
      () => [`${BASE}??sub`, { bind: LIMITED, passwordFile: directory.password }],
      'localhost does not give all entries',
    ],
    ['no such base', () => ['ou=x,dc=cnrs,dc=fr??sub', {}], 'localhost shows no entry “ou=x,dc=cnrs,dc=fr”'],
    ['a base elsewhere', () => ['ou=x,ou=far,ou=elsewhere,dc=cnrs,dc=fr??sub', {}], 'refers to another server'],
    ['no scope', () => [BASE, {}], 'write ??sub behind the base'],
    ['a mistyped attribute', () => [`${BASE}??sub`, { map: ['login=employeeNumbr'] }], 'did you mean employeeNumber?'],
    [
      'an authority that nobody knows',
      () => [`${BASE}??sub`, { starttls: true }],
      'the certificate of localhost is not to be trusted',
    ],
  ] as const satisfies readonly (readonly [string, () => readonly [string, SourceOptions], string])[])(
    'are refused in one line for %s',
    async (_, given, message) => {
      const [path, options] = given();
      const refusal = await refusalOf(`${directory.plain}/${path}`, options);
      expect(refusal).toContain(message);
      expect(refusal.split('\n')).toHaveLength(1);
    },
  );
});

describe.runIf(has('pg_ctlcluster') && isRoot())('people of a database', () => {
  let database: Database;
  let local: string;
  const query = 'SELECT * FROM person';
  beforeAll(async () => {
    database = await startDatabase(people);
    local = `postgres://reader@/people?host=${encodeURIComponent(database.socket)}&port=${database.port}`;
  });
  afterAll(() => database?.stop());
  const reader = () => ({ query, passwordFile: database.password });

  test('are those of the same list in CSV, over TLS and over the socket', async () => {
    const csv = await sorted(file('people.csv', inCsv(people)));
    const verified = { ...reader(), ca: database.authority };
    expect(differences(await sorted(`${database.url}?sslmode=verify-full`, verified), csv)).toEqual([]);
    expect(differences(await sorted(local, reader()), csv)).toEqual([]);
  });

  test('have the number of their row as place, and values that are text', async () => {
    const odd = "SELECT ARRAY['a@cnrs.fr'] AS mail UNION ALL SELECT NULL";
    expect(
      (await rowsOf(local, { ...reader(), query: odd })).map(({ where, problems }) => [where, problems?.[0]?.code]),
    ).toEqual([
      ['postgres:1', 'people.no-text'],
      ['postgres:2', 'people.nobody'],
    ]);
  });

  test('end in one line with their number when the connection is lost', async () => {
    let count = 0;
    await expect(async () => {
      for await (const _ of (await openSource(local, reader())).rows()) {
        count += 1;
        if (count === 1200)
          database.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'reader'");
      }
    }).rejects.toThrow(/was lost after 1500 rows/);
  });

  test('are asked for no more than are taken', async () => {
    database.run('CREATE SEQUENCE IF NOT EXISTS asked; GRANT ALL ON asked TO reader;');
    const endless = 'SELECT address FROM person, generate_series(1, 100000)';
    let count = 0;
    for await (const _ of (await openSource(local, { ...reader(), query: endless })).rows()) {
      count += 1;
      if (count === 2000) break;
    }
    expect(count).toBe(2000);
  });

  test.each([
    ['a query with a mistake', { query: 'SELEC 1' }, '', 'the database refuses the query (42601'],
    ['a query that writes', { query: 'DELETE FROM person RETURNING address' }, '', '(25006'],
    [
      'a column that is missing',
      { query: 'SELECT name FROM person WHERE false' },
      '',
      'no column has the address or the login — found: name',
    ],
    ['a base that is missing', {}, '&dbname=absent', 'has no database “absent”'],
    [
      'a query that takes too long',
      { query: 'SELECT address, pg_sleep(5) FROM person', timeout: 0.5 },
      '',
      'said nothing for 0.5 s',
    ],
  ])('are refused in one line for %s', async (_, options, more, message) => {
    expect(await refusalOf(`${local}${more}`, { ...reader(), ...options })).toContain(message);
  });

  test('are refused for a wrong password, and where none is given', async () => {
    expect(await refusalOf(local, { query, passwordFile: file('wrong', 'nope\n') })).toContain(
      'does not let “reader” in',
    );
    expect(await refusalOf(local, { query })).toContain('the database wants a password');
    expect(await refusalOf(database.url, reader())).toContain('lets nobody in without TLS');
    const verified = `${database.url}?sslmode=verify-full`;
    expect(await refusalOf(verified, reader())).toContain('the certificate of localhost is not to be trusted');
  });
});

describe('people of a map of Postfix', () => {
  test('are those of the same list in CSV', async () => {
    const bare = people.map((each) => ({ ...each, name: '', language: '' }));
    const csv = await sorted(file('bare.csv', inCsv(bare)));
    const map = await sorted(`postfix:${file('virtual', inPostfixMap(people))}`);
    expect(map).toHaveLength(people.length);
    expect(differences(map, csv)).toEqual([]);
  });

  test.runIf(has('postfix'))('are those that postmap finds', async () => {
    const text = '# c\n"a b"@cnrs.fr  ab\nc@cnrs.fr\n # in between\n\n\tcd  \n@cnrs.fr x\nd@cnrs.fr "d e"\n';
    const path = file('virtual', text);
    expect(spawnSync('postmap', [`hash:${path}`]).status).toBe(0);
    const found = spawnSync('postmap', ['-s', `hash:${path}`], { encoding: 'utf8' })
      .stdout.trim()
      .split('\n');
    const ours = (await rowsOf(`postfix:${path}`)).map(({ person }) => `${person?.who}\t${person?.login}`);
    expect([...ours, '@cnrs.fr\tx'].sort()).toEqual(found.sort());
  });
});
