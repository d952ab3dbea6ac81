import type { Net } from '../net/net.ts';
import type { Profile } from '../profile/profile.ts';
import type { MailDomain } from '../resolve/mail-domain.ts';
import { autoconfigProbes, type WebQuestion } from './autoconfig-probes.ts';
import { autodiscoverProbes, foreignName, takesNoPost } from './autodiscover-probes.ts';
import { fault, held, type Probe, skipped } from './check-rule.ts';
import { serversOf } from './compare-servers.ts';
import { lookedAt } from './dns-faults.ts';
import { type DnsSight, lookAtDns, type NameSight, type WebLabel } from './dns-probes.ts';
import { type AskExpected, expectFrom, STAND_INS } from './expected-answers.ts';
import type { MailPlace } from './mail-place.ts';
import { lookAtMail, type MailSight } from './mail-probes.ts';
import { paccProbes } from './pacc-probes.ts';
import { dnsRules } from './rule-table.ts';
import { serviceProbes } from './service-probes.ts';

/** One mail domain, held against the world. */
export interface DomainCheck {
  readonly domain: string;
  readonly probes: readonly Probe[];
}

export interface WorldOrder {
  readonly domains: readonly MailDomain[];
  readonly profiles: readonly Profile[];
  /** The host of `facteur serve` for a domain, where that is known. */
  readonly serverOf: (domain: MailDomain) => string | undefined;
  readonly net: Net;
  readonly now: Date;
  /** What one question may take, in seconds. */
  readonly seconds: number;
  /** A local part that may be told, in place of a stand-in. */
  readonly local?: string | undefined;
}

/** A world in which each server for mail is looked at once, whoever uses it. */
export interface World {
  readonly check: (domain: MailDomain) => Promise<DomainCheck>;
  readonly mail: (server: MailPlace) => Promise<MailSight>;
}

export function makeWorld({ profiles, serverOf, net, now, seconds, local }: Omit<WorldOrder, 'domains'>): World {
  const expect = expectFrom(profiles);
  const looked = new Map<string, Promise<MailSight>>();
  const mail = (server: MailPlace) => {
    const { talk, host, port, security, authentication } = server;
    const key = [talk, host, port, security, ...authentication].join(' ');
    const sight = looked.get(key) ?? lookAtMail(server, net, now, seconds);
    looked.set(key, sight);
    return sight;
  };
  const tools = { net, now, seconds };
  return {
    mail,
    async check(domain) {
      const server = serverOf(domain);
      const [sight, servers, services] = await Promise.all([
        lookAtDns(domain, server, net),
        Promise.all(mailPlaces(domain).map(mail)),
        serviceProbes(domain, tools),
      ]);
      const web = await webProbes(domain, server, sight, expect, {
        tools,
        people: [local ?? STAND_INS[0], STAND_INS[1]],
      });
      const filters = await sieveProbes(domain, net, mail);
      const names = await withoutUseless(domain, server, sight, net);
      const probes = [...names, ...web, ...servers.flatMap((each) => each.probes), ...services, ...filters];
      return { domain: domain.name, probes: onceEach(probes) };
    },
  };
}

/** What the DNS shows, but for a name for Autodiscover that a site of files could do nothing with. */
async function withoutUseless(
  { name }: MailDomain,
  server: string | undefined,
  { probes, names }: DnsSight,
  net: Net,
): Promise<readonly Probe[]> {
  if (server === undefined || names.autodiscover.state !== 'missing') return probes;
  if (!(await takesNoPost(server, name, net))) return probes;
  const rule = dnsRules['name-missing'];
  return probes.map((probe) =>
    probe.rule.id === rule.id && probe.place === `autodiscover.${name}`
      ? skipped(rule, probe.place, 'not-there')
      : probe,
  );
}

/** The same said of the same place is said once, and no answer fills the report: as many faults of one rule at one place. */
const MOST_ALIKE = 3;

function onceEach(probes: readonly Probe[]): Probe[] {
  const seen = new Map<string, number>();
  return probes.filter(({ rule, place, status }) => {
    const key = `${rule.id} ${place} ${status}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count <= (status === 'fault' ? MOST_ALIKE : 1);
  });
}

/** At most so many domains at once: each asks some thirty questions. */
const AT_ONCE = 6;

/** Checks the domains, in their order. */
export async function checkWorld(order: WorldOrder, world = makeWorld(order)): Promise<DomainCheck[]> {
  const found: DomainCheck[] = [];
  const waiting = [...order.domains.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, domain] = next;
      found[index] = await world.check(domain);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

/** The servers for mail of a domain. */
export function mailPlaces(domain: MailDomain): MailPlace[] {
  return serversOf(domain).map(({ protocol: talk, host, port, security, authentication }) => ({
    talk,
    host,
    port,
    security,
    authentication,
  }));
}

type WebBasis = Pick<WebQuestion, 'tools' | 'people'>;

async function webProbes(
  domain: MailDomain,
  server: string | undefined,
  { names, outlookHost }: DnsSight,
  expect: AskExpected,
  basis: WebBasis,
): Promise<Probe[]> {
  const ask = (label: WebLabel): WebQuestion => ({ ...basis, domain, name: names[label], expect });
  const [config, outlook, pacc] = await Promise.all([
    autoconfigProbes(ask('autoconfig')),
    autodiscoverProbes({ ...ask('autodiscover'), host: outlookHost }),
    paccProbes(ask('ua-auto-config')),
  ]);
  return [
    ...ledElsewhere('autoconfig', domain.name, server, names.autoconfig, config),
    ...ledElsewhere('autodiscover', domain.name, server, names.autodiscover, outlook),
    ...ledElsewhere('ua-auto-config', domain.name, server, names['ua-auto-config'], pacc),
  ];
}

/** Where a name leads elsewhere and nothing right is there, that is the one thing to say; where all is right, another way leads to the same. */
function ledElsewhere(
  label: WebLabel,
  domain: string,
  server: string | undefined,
  name: NameSight,
  probes: readonly Probe[],
): readonly Probe[] {
  const place = `${label}.${domain}`;
  const own = probes.filter((probe) => !probe.place.startsWith(`https://${domain}/`));
  const broken = own.filter(({ status, rule }) => status === 'fault' && !BESIDE.has(rule.id));
  if (name.state === 'right') return [held(dnsRules['wrong-target'], place), ...probes];
  if (broken.length === 0) return probes;
  const foreign = label === 'autodiscover' ? foreignName(domain, name.target, name.record) : undefined;
  const others = probes.filter((probe) => !own.includes(probe));
  if (foreign !== undefined) return [...others, foreign];
  if (name.state !== 'elsewhere' || name.record === undefined || server === undefined) return probes;
  const details = { name: place, server, record: name.record };
  const found = name.target === undefined ? 'A, AAAA' : `CNAME ${name.target}.`;
  return [...others, fault(dnsRules['wrong-target'], place, details, { expected: name.record, found })];
}

/** What can be wrong with a server that is the right one. */
const BESIDE: ReadonlySet<string> = new Set([
  'http/cacheable',
  'http/address-case',
  'http/path-case',
  'tls/expires-soon',
]);

/** Filters of messages have no place in a profile; where the DNS names a server for them, it has to be one that protects the password. */
async function sieveProbes(
  { name }: MailDomain,
  net: Net,
  mail: (server: MailPlace) => Promise<MailSight>,
): Promise<readonly Probe[]> {
  const answer = await net.dns(`_sieve._tcp.${name}`, 'SRV');
  const targets = lookedAt(answer).filter(({ target }) => target !== '');
  const sights = await Promise.all(
    targets.map(({ target, port }) =>
      mail({ talk: 'sieve', host: target, port, security: 'starttls', authentication: ['password'] }),
    ),
  );
  return sights.flatMap(({ probes }) => probes);
}
