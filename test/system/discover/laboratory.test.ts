import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { asEvolution } from '../../../src/discover/as/evolution.ts';
import type { EndServer, LookUpEnd } from '../../../src/discover/as/look-up.ts';
import type { Simulator } from '../../../src/discover/as/simulator.ts';
import { asThunderbird } from '../../../src/discover/as/thunderbird.ts';
import { askedFor } from '../../discover/asked-for.ts';
import { netOf, type Page, type World } from '../../discover/world.ts';
import { root } from '../../fixtures.ts';

/*
 * Runs of the real programs that were made elsewhere, where they are at hand: made-up domains, and what Thunderbird 153.7 and Evolution 3.46.4 ended with.
 */
const folder = join(root, '../shared/lab-discovery');
const there = existsSync(join(folder, 'worlds.py'));
if (!there)
  console.warn('left out: the comparison with runs of the programs that were made elsewhere (../shared/lab-discovery)');

/** As Python prints them. */
interface Foreign {
  readonly domain: string;
  readonly mx: World['mx'];
  readonly ns: readonly string[];
  readonly srv: World['srv'];
  readonly badcert: readonly string[];
  readonly names: readonly string[];
  readonly ispdb: Readonly<Record<string, string | number>>;
  readonly http: readonly (readonly [readonly [string, string, string], ForeignPage])[];
}
type ForeignPage = readonly [number | string, string | ForeignPage, string | ForeignPage, Record<string, string>?];

const PRINT = `
import json
from worlds import W
keep = ('domain', 'mx', 'srv', 'ispdb')
print(json.dumps([{**{k: w[k] for k in keep}, 'ns': w.get('ns', []), 'badcert': sorted(w['badcert']), 'names': sorted(w['names']), 'http': [[a, b] for a, b in w['http'].items()]} for w in W.values()]))
`;

describe.skipIf(!there)('simulators and runs of the programs that were made elsewhere', () => {
  let worlds: readonly World[] = [];
  beforeAll(() => {
    const { stdout } = spawnSync('/usr/bin/python3', ['-c', PRINT], { cwd: folder, encoding: 'utf8', timeout: 30_000 });
    // As PRINT writes it.
    worlds = (JSON.parse(stdout) as Foreign[]).map(worldOf);
  });

  test('agree on Thunderbird', async () => {
    const runs = readLines<[string, ThunderbirdRun]>('results-thunderbird-153.7.jsonl');
    const compared = await Promise.all(
      runs
        // After a password was typed it asks in another way.
        .filter(([who]) => !who.includes(',pw'))
        .map(async ([who, run]) => {
          const theirs = ofThunderbird(run, who);
          const ours = await endOf(asThunderbird, who.split(',', 1)[0] ?? '');
          // Its question was answered with no: what would have come of yes is not known.
          return { who, ours: 'incoming' in theirs ? ours : { outcome: ours.outcome }, theirs };
        }),
    );
    expect(compared.length).toBeGreaterThan(50);
    expect(compared.filter(({ ours, theirs }) => JSON.stringify(ours) !== JSON.stringify(theirs))).toEqual([]);
  });

  test('agree on Evolution', async () => {
    const runs = readLines<[string, [number, ...[number, number, string, string][]]]>('results-evolution-3.46.4.jsonl');
    const compared = await Promise.all(
      runs.map(async ([who, [, ...results]]) => ({
        who,
        ours: evolutionText(await lookUp(asEvolution, who)),
        theirs: [2, 3].map((kind) => bestOf(results, kind)),
      })),
    );
    expect(compared.length).toBeGreaterThan(50);
    expect(compared.filter(({ ours, theirs }) => JSON.stringify(ours) !== JSON.stringify(theirs))).toEqual([]);
  });

  function lookUp(simulator: Simulator, who: string) {
    return simulator.lookUp({ ...askedFor(netOf(worlds), who), lowers: true });
  }

  async function endOf(simulator: Simulator, who: string) {
    const { outcome, incoming, outgoing } = await lookUp(simulator, who);
    return { outcome, incoming: incoming && text(incoming), outgoing: outgoing && text(outgoing) };
  }
});

function readLines<Line>(name: string): Line[] {
  const lines = readFileSync(join(folder, name), 'utf8').trim().split('\n');
  // As they were written.
  return lines.map((line) => JSON.parse(line) as Line);
}

function worldOf({ domain, mx = [], ns, srv = {}, badcert, names, ispdb, http }: Foreign): World {
  const pages = http.map(
    ([[scheme, host, path], page]) => [`${scheme}://${host}${path}`, pageOf(page, domain)] as const,
  );
  const empty = names.map((name) => [`http://${name}/-`, { status: 404 }] as const);
  return {
    domain,
    mx: mx.map(([preference, exchange]) => [preference, exchange === '.' ? '' : exchange]),
    ns,
    srv: Object.fromEntries(
      Object.entries(srv).map(([name, all]) => [
        name,
        all.map(([a, b, c, d]) => [a, b, c, d === '.' ? '' : d] as const),
      ]),
    ),
    strangers: badcert,
    web: Object.fromEntries([...empty, ...pages]),
    database: Object.fromEntries(
      Object.entries(ispdb).map(([name, found]) => [
        name,
        typeof found === 'number' ? { status: found } : { status: 200, type: 'text/xml', body: found },
      ]),
    ),
    // Its two ports were open.
    ...(domain === 'w30.test' && {
      mail: {
        'imap.w30.test:993': { protocol: 'imap', tls: true, offers: ['AUTH=PLAIN'] },
        'smtp.w30.test:587': { protocol: 'smtp', tls: false, offers: ['STARTTLS', 'AUTH PLAIN LOGIN'] },
      } as const,
    }),
  };
}

function pageOf([status, type, body, headers]: ForeignPage, domain: string): Page {
  if (status === 'POSTGET')
    return { ...pageOf(body as ForeignPage, domain), posted: pageOf(type as ForeignPage, domain) };
  const location = headers?.Location;
  const base = { type: String(type), ...(location !== undefined && { location }) };
  if (typeof status === 'number') return { ...base, status, body: String(body) };
  const config = (login: string) =>
    `<clientConfig><emailProvider id="${domain}"><domain>${domain}</domain><displayName>D</displayName><displayShortName>D</displayShortName><incomingServer type="imap"><hostname>imap.dyn</hostname><port>993</port><socketType>SSL</socketType><authentication>password-cleartext</authentication><username>${login}</username></incomingServer><outgoingServer type="smtp"><hostname>smtp.dyn</hostname><port>587</port><socketType>STARTTLS</socketType><authentication>password-cleartext</authentication><username>${login}</username></outgoingServer></emailProvider></clientConfig>`;
  const login = (address: string | undefined) => {
    const [local] = (address ?? '%EMAILLOCALPART%').split('@');
    if (status === 'DYN') return `${local}@ods.services`;
    if (status === 'DYNLOW') return `${(address ?? '').split('@')[0]?.toLowerCase()}@ods.services`;
    return local === 'prenom.nom' ? 'u12345' : '%EMAILADDRESS%';
  };
  return { ...base, status: 200, body: (address) => config(login(address)) };
}

interface ThunderbirdRun {
  readonly steps: readonly string[];
  readonly inc?: string;
  readonly out?: string;
  readonly complete?: boolean;
}

function ofThunderbird({ steps, inc, out, complete }: ThunderbirdRun, who: string) {
  const asks = steps.some((step) => step.startsWith('asks about') || step.startsWith('error'));
  const shown = (line: string | undefined) => {
    const [protocol = '', host, port, socket = '', auth = '', login] = line?.split('|') ?? [];
    return line && [protocol, `${host}:${port}`, securities[socket], methods[auth], login].join(' ');
  };
  const outcome = asks ? 'asks' : inc === undefined ? 'nothing' : complete ? 'configured' : 'asks';
  return asks && !who.includes(',') ? { outcome } : { outcome, incoming: shown(inc), outgoing: shown(out) };
}

const securities: Readonly<Record<string, string>> = { 0: 'none', 2: 'starttls', 3: 'tls' };
const methods: Readonly<Record<string, string>> = {
  3: 'password',
  4: 'cram-md5',
  5: 'gssapi',
  6: 'ntlm',
  10: 'oauth2',
};

function text({ protocol, host, port, security, authentication, login }: EndServer): string {
  return [protocol, `${host}:${port}`, security, authentication, login].join(' ');
}

/** What the program says of the result that it would take: one of a file, which is whole for it, before one of an SRV record, of which it says host and port alone. */
function bestOf(results: readonly [number, number, string, string][], kind: number): string | undefined {
  const isWhole = (each: (typeof results)[number]) => each[3].startsWith('Host: ');
  const [best] = results
    .filter((each) => each[1] === kind)
    .toSorted((one, other) => Number(isWhole(other)) - Number(isWhole(one)) || one[0] - other[0]);
  const lines = best?.[3].split('\n').filter((line) => !line.startsWith('Authentication'));
  return lines?.join(' ');
}

/** As it says them; whole or not is for the outcome. */
function evolutionText({ incoming, outgoing, outcome }: LookUpEnd) {
  return [incoming, outgoing].map((each) => {
    if (each === undefined) return undefined;
    const { host, port, login, security = 'none' } = each;
    const whole = outcome === 'configured' || host === '' || host.endsWith('.');
    return whole ? `Host: ${host}:${port} User: ${login} Security method: ${words[security]}` : `${host}:${port}`;
  });
}

const words = { tls: 'TLS', starttls: 'STARTTLS', none: 'None' } as const;
