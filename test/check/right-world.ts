import { isWrong } from '../../src/check/check-reports.ts';
import type { Probe } from '../../src/check/check-rule.ts';
import { checkWorld, type WorldOrder } from '../../src/check/check-world.ts';
import { serversOf } from '../../src/check/compare-servers.ts';
import { hostsOf } from '../../src/check/srv-probes.ts';
import type { NetOptions } from '../../src/net/make-net.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { domainRecords } from '../../src/publish/dns-records.ts';
import { entryFor, type MailDomain } from '../../src/resolve/mail-domain.ts';
import { createApp } from '../../src/server/app/app.ts';
import { targetOf } from '../../src/server/app/target.ts';
import { type MadeCertificate, makeCertificate } from '../net/certificates.ts';
import {
  type Page,
  PUBLIC,
  startWorld,
  type TestWorld,
  testAuthority,
  type WorldPlan,
  type ZoneRecord,
} from '../net/world.ts';
import { type MailBehaviour, mailServer, type Protocol } from './mail-servers.ts';

/* A world in which all is right: the zone that `facteur dns` writes, what `facteur serve` answers, servers for mail as the profile has them. A test changes one thing. */

export const SERVER = 'config.provider.test';

export interface Change {
  /** By whole name; `undefined` takes the name away. */
  readonly zone?: Readonly<Record<string, readonly ZoneRecord[] | undefined>>;
  /** By URL without query; before what `serve` answers. */
  readonly pages?: Readonly<Record<string, Page>>;
  readonly mail?: (usual: MailBehaviour) => MailBehaviour;
  readonly plan?: Pick<WorldPlan, 'dns' | 'certificates' | 'tcp'>;
  readonly server?: string | undefined;
}

export interface RightWorld extends TestWorld {
  readonly domains: readonly MailDomain[];
  readonly order: (options?: Partial<NetOptions>) => WorldOrder;
}

/** Domains of a profile. */
export function domainsIn(profile: Profile, names: readonly string[]): MailDomain[] {
  return names.map((name) => {
    const entry = entryFor(name, [profile]);
    if (entry === undefined) throw new Error(`${name} is not in ${profile.id}`);
    return entry.at(name);
  });
}

export async function rightWorld(profile: Profile, names: readonly string[], change: Change = {}): Promise<RightWorld> {
  const domains = domainsIn(profile, names);
  const server = 'server' in change ? change.server : SERVER;
  const zone: Record<string, readonly ZoneRecord[] | undefined> = {};
  const address: readonly ZoneRecord[] = [{ type: 'A', data: PUBLIC }];
  for (const domain of domains) {
    for (const [name, records] of zoneOf(domain, server)) zone[name] = records;
    for (const host of [...hostsOf(domain), ...directoryOf(domain), server ?? []].flat()) zone[host] ??= address;
    const { site } = domain.provider;
    if (site !== undefined) zone[new URL(site).hostname] ??= address;
  }
  for (const [name, records] of Object.entries(change.zone ?? {})) zone[name] = records;
  const present = Object.entries(zone).flatMap(([name, records]) =>
    records === undefined ? [] : [[name, records] as const],
  );
  const app = createApp({ profiles: () => [profile] });
  const serve: Page = (request, response, body) => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host}`);
    const own = change.pages?.[`${url.origin}${url.pathname}`];
    if (own !== undefined) return own(request, response, body);
    const answer = app.answer({
      ...targetOf(url.href),
      method: request.method ?? 'GET',
      header: (name) => [request.headers[name] ?? []].flat()[0],
      body: Buffer.from(body),
    });
    const headers = Object.fromEntries(pairs(answer.headers));
    response.writeHead(answer.status, headers).end(answer.body);
  };
  const origins = [
    ...new Set([
      ...domains.flatMap(({ name }) => LABELS.map((label) => `${label}.${name}`)),
      ...(server === undefined ? [] : [server]),
    ]),
  ];
  const pages = Object.fromEntries([
    ...origins.map((host) => [`https://${host}`, serve] as const),
    // Where a test says so, and not by itself: what has pages has an address.
    ...Object.entries(change.pages ?? {}).filter(
      ([url]) => url.startsWith('http:') || !origins.includes(new URL(url).hostname),
    ),
  ]);
  const world = await startWorld({
    zone: Object.fromEntries(present),
    pages,
    ...change.plan,
    tcp: { ...(await mailOf(domains, change.mail ?? ((usual) => usual))), ...change.plan?.tcp },
    dns: (question, over, query) => {
      const own = change.plan?.dns?.(question, over, query);
      if (own !== undefined) return own;
      // A host of the pages that was taken out of the zone is not there.
      const name = question.name.toLowerCase();
      return name in zone && zone[name] === undefined ? { rcode: 3 } : undefined;
    },
  });
  return {
    ...world,
    domains,
    order: (options) => ({
      domains,
      profiles: [profile],
      serverOf: () => server,
      // A busy machine is no slow server.
      net: world.net({ timeout: 30_000, ...options }),
      now: new Date(),
      seconds: (options?.timeout ?? 30_000) / 1_000,
    }),
  };
}

const LABELS = ['autoconfig', 'autodiscover', 'ua-auto-config'];

function pairs(headers: readonly string[]): [string, string][] {
  return headers.flatMap((name, index) => (index % 2 === 0 ? [[name, headers[index + 1] ?? '']] : []));
}

function directoryOf({ directory, name }: MailDomain): string[] {
  const address = { local: 'user', domain: name, text: `user@${name}` };
  return directory === undefined ? [] : [directory.service({ login: '', loginRule: undefined }, address).host];
}

/** The records of `facteur dns`, as the test's DNS server takes them. */
function zoneOf(domain: MailDomain, server: string | undefined): Map<string, ZoneRecord[]> {
  const zone = new Map<string, ZoneRecord[]>();
  for (const { name, data } of domainRecords(domain, server).records) {
    const whole = `${name}.${domain.name}`;
    const all = zone.get(whole) ?? [];
    zone.set(whole, all);
    if (data.type === 'CNAME') all.push({ type: 'CNAME', data: data.target }, { type: 'A', data: PUBLIC });
    else if (data.type === 'TXT') all.push({ type: 'TXT', data: [data.text] });
    else
      all.push({
        type: 'SRV',
        data: { priority: data.priority, weight: data.weight, port: data.port, target: data.target || '.' },
      });
  }
  return zone;
}

/** One server for each port. */
async function mailOf(
  domains: readonly MailDomain[],
  change: (usual: MailBehaviour) => MailBehaviour,
): Promise<Record<number, ReturnType<typeof mailServer>>> {
  const issuer = await testAuthority();
  const servers = domains.flatMap(serversOf);
  const names = [
    ...new Set([...servers.map(({ host }) => host), ...domains.flatMap((domain) => [...directoryOf(domain)])]),
  ];
  const certificate: MadeCertificate = await makeCertificate({ names, issuer });
  const places = servers.map(({ protocol, port, security }) => [port, protocol as Protocol, security] as const);
  const all = places.flatMap(([port, protocol, security]) => {
    if (security === 'none') return [];
    return [[port, mailServer(change({ protocol, security, certificate }))] as const];
  });
  const directory = domains.some(({ directory }) => directory !== undefined)
    ? [[636, mailServer({ protocol: 'imap', security: 'tls', certificate })] as const]
    : [];
  return Object.fromEntries([...directory, ...all]);
}

/** What the check of a changed world finds wrong: each rule once, in order. */
export async function wrongIn(
  world: RightWorld,
  options: Partial<NetOptions> = {},
): Promise<{ rules: string[]; faults: Probe[] }> {
  const checks = await checkWorld(world.order(options));
  const faults = checks.flatMap(({ probes }) => probes).filter(({ status }) => status === 'fault');
  return { faults, rules: [...new Set(faults.filter(isWrong).map(({ rule }) => rule.id))].sort() };
}
