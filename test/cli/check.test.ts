import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DnsServer, rcodes, startDns } from '../net/dns-server.ts';
import { facteur, temporaryFolder } from './terminal.ts';

/* A world in which no name exists: what is told of it, in each form. What a right one is told of is in test/system/world. */

let dns: DnsServer;
let resolver = '';
beforeAll(async () => {
  dns = await startDns(() => ({ rcode: rcodes.nxdomain }));
  resolver = `127.0.0.1:${dns.port}`;
});
afterAll(() => dns.close());

const check = (...args: string[]) => facteur(['check', ...args, '--resolver', resolver, '--timeout', '10']);
const CNRS = ['cnrs.fr', '--server', 'config.ods.services'];

interface Report {
  readonly domain: string;
  readonly ok: boolean;
  readonly probes: readonly Readonly<Record<string, unknown>>[];
}

test('as text, each fault has what was expected, what was found, what to do, and for whom', async () => {
  const { code, out, err } = await check(...CNRS);
  expect(code).toBe(1);
  expect(out).toContain(
    'warning: autoconfig.cnrs.fr: autoconfig.cnrs.fr does not exist, and programs look there for their settings [dns/name-missing]',
  );
  expect(out).toContain('    expected: autoconfig.cnrs.fr. 3600 IN CNAME config.ods.services.; found: –');
  expect(out).toContain('    to do: add to the zone: autoconfig.cnrs.fr. 3600 IN CNAME config.ods.services.');
  expect(out).toContain('    for: Thunderbird');
  expect(out).toContain(
    'error: imap.cnrs.fr: there is no address of imap.cnrs.fr, which is a server of the profile [dns/no-address]',
  );
  expect(err).toMatch(/cnrs\.fr: \d+ as it ought to be, 4 not, \d+ not looked at/);
});

test('in French', async () => {
  const { out } = await facteur(['check', ...CNRS, '--resolver', resolver], 'fr');
  expect(out).toContain('n’existe pas, et des logiciels y cherchent leurs réglages');
  expect(out).toMatch(/à faire\s: ajoutez à la zone\s: autoconfig/);
});

test('as JSON, in the shape that scripts rely on', async () => {
  const { code, out } = await check(...CNRS, '--json');
  expect(code).toBe(1);
  const report = JSON.parse(out) as Report;
  expect(report).toMatchObject({ domain: 'cnrs.fr', ok: false });
  const fault = report.probes.find(({ status }) => status === 'fault');
  expect(fault).toMatchObject({
    rule: 'dns/name-missing',
    status: 'fault',
    severity: 'warning',
    what: expect.any(String),
    expected: expect.any(String),
    found: '–',
    remedy: expect.any(String),
    clients: expect.arrayContaining(['thunderbird']),
  });
  expect(new Set(report.probes.map(({ status }) => status))).toEqual(new Set(['ok', 'fault', 'skipped']));
});

test('several domains are a list', async () => {
  const { out } = await check('universite.example', 'etu.universite.example', '--profile', 'universite', '--json');
  const { domains, ok } = JSON.parse(out) as { ok: boolean; domains: readonly Report[] };
  expect(ok).toBe(false);
  expect(domains.map(({ domain }) => domain)).toEqual(['universite.example', 'etu.universite.example']);
});

test('as SARIF, by its schema', async () => {
  const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const formats = { uri: (text: string) => URL.canParse(text), 'uri-reference': true, 'date-time': true } as const;
  const isSarif = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(schema);
  const { code, out } = await check(...CNRS, '--format', 'sarif');
  expect(code).toBe(1);
  const log = JSON.parse(out) as { runs: { results: { ruleId: string; locations: unknown[] }[] }[] };
  isSarif(log);
  expect(isSarif.errors ?? []).toEqual([]);
  const found = log.runs[0]?.results.find(({ ruleId }) => ruleId === 'dns/no-address');
  expect(found?.locations).toMatchObject([
    {
      physicalLocation: { artifactLocation: { uri: expect.stringContaining('cnrs.yaml') } },
      logicalLocations: [{ fullyQualifiedName: 'imap.cnrs.fr' }],
    },
  ]);
});

describe('wrongly asked', () => {
  test.each([
    { args: ['cnsr.fr'], says: 'did you mean cnrs.fr?' },
    { args: ['*'], says: 'facteur check example.org' },
    { args: ['prenom.nom@cnrs.fr'], says: 'is not a domain: write cnrs.fr' },
    { args: ['https://cnrs.fr/'], says: 'is not a domain: write cnrs.fr' },
    { args: ['nobody.example'], says: 'name one with --profile' },
    { args: [...CNRS, '--server', 'https://config.test/'], says: 'given twice' },
    { args: ['cnrs.fr', '--server', 'a b'], says: 'is not a host name' },
    { args: ['cnrs.fr', '--login', 'ada@example.org'], says: '--login takes an address of one of the domains' },
    { args: ['cnrs.fr', '--login', 'ada@cnrs.fr'], says: 'there is nobody to ask for the password' },
    { args: ['cnrs.fr', '--password-file', 'x'], says: '--password-file says nothing without --login' },
    { args: ['cnrs.fr', '--send-address'], says: '--send-address says nothing without --login' },
    { args: ['cnrs.fr', '--metrics-port', '9000'], says: 'says nothing without --watch' },
    { args: ['cnrs.fr', '--watch', '5'], says: 'no number of seconds from 10 to 86400' },
    { args: ['cnrs.fr', '--watch', '60', '--login', 'ada@cnrs.fr'], says: 'tries would lock the mailbox' },
    { args: ['cnrs.fr', '--watch', '60', '--metrics-port', '99999'], says: 'is no port' },
    { args: ['cnrs.fr', '--watch', '60', '--metrics-host', 'localhost'], says: 'is no IP address' },
    { args: ['cnrs.fr', '--watch', '60', '--format', 'sarif'], says: 'not as SARIF' },
    { args: ['cnrs.fr', '--format', 'github'], says: 'github' },
    { args: ['cnrs.fr', '--timeout', '0'], says: 'timeout' },
  ])('$args', async ({ args, says }) => {
    const { code, err } = await check(...args.filter((each) => each !== '--timeout' || args.length < 4));
    if (args.includes('--timeout')) expect((await facteur(['check', ...args])).code).toBe(2);
    else {
      expect(code).toBe(2);
      expect(err).toContain(says);
    }
  });

  test('a wildcard needs to be told which domain of it is meant', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'wild.yaml');
    writeFileSync(
      file,
      'id: wild\nname: W\nshortName: W\norganization: W\nidentifier: test.wild\nlanguages: [en]\ndomains: ["*.wild.test"]\nincoming: [{ protocol: imap, host: imap.wild.test, security: tls }]\noutgoing: [{ host: smtp.wild.test, security: tls }]\n',
    );
    const all = await check('--profile', file);
    expect(all.code).toBe(2);
    expect(all.err).toContain('physics.wild.test');
    expect((await check('physics.wild.test', '--profile', file)).code).toBe(1);
  });
});
