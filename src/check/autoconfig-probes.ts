import { registeredDomain } from '../discover/public-suffix.ts';
import type { WebRequest } from '../net/net.ts';
import type { MailDomain } from '../resolve/mail-domain.ts';
import { fault, held, heldUnless, type Probe, skipped } from './check-rule.ts';
import type { NameSight } from './dns-probes.ts';
import { type AskExpected, accountAtAddress, readServers, standIn } from './expected-answers.ts';
import { judgeAnswer } from './judge-answer.ts';
import { channelTable, dnsRules, httpRules } from './rule-table.ts';
import { answerIn, cacheProbe, comparePeople, type PersonAnswer, statusOf } from './two-people.ts';
import { followRedirects, type Walk, withoutQuery } from './walk.ts';
import { certificateOf, codeFault, isPage, NOT_THERE, type WebTools, wayFaults } from './web-faults.ts';

/** What is asked of a domain over HTTP. */
export interface WebQuestion {
  readonly domain: MailDomain;
  readonly name: NameSight;
  readonly expect: AskExpected;
  /** Where it is asked, where that is not the name of the domain. */
  readonly host?: string | undefined;
  readonly tools: WebTools;
  /** Two people, by stand-ins or by name. */
  readonly people: readonly [string, string];
}

const PATH = '/mail/config-v1.1.xml';

const get = (url: string): WebRequest => ({ method: 'GET', url: new URL(url) });

/** clientConfig, as its readers ask for it: at autoconfig.DOMAIN and at the well-known place of the domain, with an address and without. */
export async function autoconfigProbes(question: WebQuestion): Promise<Probe[]> {
  const { domain, name, expect } = question;
  const url = `https://autoconfig.${domain.name}${PATH}`;
  const expected = await expect(get(url));
  const [own, wellKnown] = await Promise.all([
    hasAddress(name) ? atOwnName(question, url, expected.code === 200) : [],
    atWellKnown(question),
  ]);
  if (hasAddress(name)) return [...own, ...wellKnown.probes];
  const leftover = wellKnown.found ? [] : await byMx(question);
  return [skipped(channelTable.autoconfig.missing, url, 'not-there'), ...wellKnown.probes, ...leftover];
}

export function hasAddress({ state }: NameSight): boolean {
  return state === 'right' || state === 'elsewhere' || state === 'unknown';
}

/** As programs ask, each in its way. */
async function atOwnName(question: WebQuestion, place: string, wanted: boolean): Promise<Probe[]> {
  const { domain, tools, people, expect } = question;
  const { net, now } = tools;
  const rules = channelTable.autoconfig;
  const common = await followRedirects(net, get(place));
  const way = wayFaults(common, place, tools);
  if (way.length > 0) return [...way, ...(await inClear(question, place))];
  const answer = answerIn(common);
  if (answer === undefined) return [];
  const certificate = certificateOf(common, place, now);
  const persons = await Promise.all(people.map((local) => asPerson(question, place, local)));
  const [one, other] = persons as [PersonAnswer, PersonAnswer];
  const missing = () =>
    statusOf(one.walk) === 200
      ? fault(
          httpRules['address-required'],
          place,
          { code: answer.code },
          { expected: '200', found: String(answer.code) },
        )
      : fault(rules.missing, place, { code: answer.code }, { expected: '200', found: String(answer.code) });
  const code = codeFault(answer.code, place, wanted ? missing : undefined);
  if (answer.code !== 200) return [...certificate, ...code];
  const account = accountAtAddress(domain, standIn(domain.name, people[0]));
  const judged = { channel: 'autoconfig', domain, place, address: one.address, account } as const;
  const probes = await judgeAnswer({ ...judged, answer, expected: await expect(get(place)) });
  const heldPlace = [held(rules.missing, place), ...certificate, ...probes];
  if (
    probes.some(({ rule }) => rule.id === httpRules['page-instead'].id) &&
    probes.some(({ status }) => status === 'fault')
  )
    return heldPlace;
  const broken = probes.some(({ status }) => status === 'fault');
  const named = broken ? [] : await judgeNamed(question, place, one);
  return [
    ...heldPlace,
    held(httpRules['address-required'], place),
    ...named,
    // What is wrong for everybody is not told apart.
    ...(broken ? [] : [comparePeople(place, one, other, common)]),
    ...cacheProbe(place, one),
    ...(await inCapitals(question, place, one)),
    ...(await elsewhereOnIt(question, place)),
  ];
}

/** Somebody in particular, as Thunderbird asks. */
async function asPerson({ domain, tools }: WebQuestion, place: string, local: string): Promise<PersonAnswer> {
  const address = standIn(domain.name, local);
  return {
    address,
    logins: ruledLogins(domain, local),
    walk: await followRedirects(tools.net, get(`${place}?emailaddress=${encodeURIComponent(address.text)}`)),
  };
}

export function ruledLogins(domain: MailDomain, local: string): string[] {
  const account = accountAtAddress(domain, standIn(domain.name, local));
  return account === undefined
    ? []
    : [account.login, ...[...account.incoming, ...account.outgoing].map(({ login }) => login)];
}

/** The answer for a person, and the one that Evolution gets, which names nobody. */
async function judgeNamed(
  { domain, expect, tools }: WebQuestion,
  place: string,
  { address, walk: personal }: PersonAnswer,
): Promise<Probe[]> {
  const account = accountAtAddress(domain, address);
  const answer = answerIn(personal);
  const asked = get(`${place}?emailaddress=${encodeURIComponent(address.text)}`);
  const named = `${place}?emailaddress=…`;
  const way = wayFaults(personal, named, tools);
  if (answer?.code !== 200) return way;
  return judgeAnswer({
    channel: 'autoconfig',
    place: named,
    domain,
    address,
    account,
    answer,
    expected: await expect(asked),
  });
}

/** The address in capitals, as a phone's keyboard writes it. */
async function inCapitals(
  { domain, tools }: WebQuestion,
  place: string,
  { address, walk: small }: PersonAnswer,
): Promise<Probe[]> {
  if (statusOf(small) !== 200) return [];
  const upper = encodeURIComponent(`${address.local.toUpperCase()}@${domain.name.toUpperCase()}`);
  const evolution = encodeURIComponent(`EVOLUTIONUSER@${domain.name}`);
  const host = new URL(place).host.toUpperCase();
  const [capitals, evolutions, loud] = await Promise.all([
    followRedirects(tools.net, get(`${place}?emailaddress=${upper}`)),
    followRedirects(tools.net, get(`${place}?emailaddress=${evolution}`)),
    followRedirects(tools.net, { ...get(place), headers: { Host: host } }),
  ]);
  const hostRule = httpRules['host-case'];
  const hostCode = statusOf(loud) ?? 0;
  const inHost =
    hostCode !== 200 && fault(hostRule, place, { code: hostCode }, { expected: '200', found: String(hostCode) });
  const rule = httpRules['address-case'];
  const code = statusOf(capitals) ?? 0;
  const broken = code !== 200 && fault(rule, place, {}, { expected: '200', found: String(code) });
  const forEvolution = statusOf(evolutions);
  const required = httpRules['address-required'];
  const refused =
    forEvolution !== 200 &&
    fault(
      required,
      place,
      { code: forEvolution ?? 0 },
      { expected: '200', found: `EVOLUTIONUSER: ${forEvolution}`, hurts: { evolution: 'in-vain' } },
    );
  return [heldUnless(rule, place, broken), heldUnless(hostRule, place, inHost), ...(refused ? [refused] : [])];
}

/** What is not there is not answered with a page. */
async function elsewhereOnIt({ tools }: WebQuestion, place: string): Promise<Probe[]> {
  const url = new URL('/facteur-check/nothing-is-here.xml', place);
  const there = await followRedirects(tools.net, get(url.href));
  const code = statusOf(there);
  const rule = httpRules['catch-all'];
  const broken =
    code === 200 && fault(rule, withoutQuery(url), { code, path: '/' }, { expected: '404', found: String(code) });
  return [heldUnless(rule, withoutQuery(url), broken)];
}

/** Where https fails, programs go on to http. */
async function inClear({ tools }: WebQuestion, place: string): Promise<Probe[]> {
  const clear = await followRedirects(tools.net, get(place.replace('https:', 'http:')));
  const { end } = clear;
  const answered = end.kind === 'answered' && end.answer.code === 200 && end.url.protocol === 'http:';
  const rule = httpRules['no-tls'];
  return answered ? [fault(rule, place, { host: new URL(place).hostname }, { expected: 'https', found: 'http' })] : [];
}

/** The well-known place of the domain's own web site: nothing has to be there, but what is there has to be right. */
async function atWellKnown({
  domain,
  tools,
  expect,
  people,
}: WebQuestion): Promise<{ found: boolean; probes: Probe[] }> {
  const place = `https://${domain.name}/.well-known/autoconfig${PATH}`;
  const way = await followRedirects(tools.net, get(place));
  const answer = answerIn(way);
  const rule = httpRules['catch-all'];
  if (way.end.kind === 'loop' || way.end.kind === 'down') return { found: false, probes: wayFaults(way, place, tools) };
  if (answer === undefined || NOT_THERE.has(answer.code))
    return { found: false, probes: answer === undefined ? [] : [held(rule, place)] };
  if (answer.code !== 200) return { found: false, probes: [] };
  const type = answer.headers['content-type'] ?? '';
  if (isPage(type, new TextDecoder().decode(answer.body))) {
    const details = { code: 200, path: '/.well-known/' };
    return { found: false, probes: [fault(rule, place, details, { expected: '404', found: type })] };
  }
  const address = standIn(domain.name, people[0]);
  const account = accountAtAddress(domain, address);
  const expected = await expect(get(`https://autoconfig.${domain.name}${PATH}`));
  const probes = await judgeAnswer({ channel: 'autoconfig', place, domain, address, account, answer, expected });
  return { found: true, probes: [held(rule, place), ...probes] };
}

/** Thunderbird goes by the MX record where nothing else answers: what another provider says there is taken. */
async function byMx({ domain, tools }: WebQuestion): Promise<Probe[]> {
  const { net } = tools;
  const answer = await net.dns(domain.name, 'MX');
  if (answer.status !== 'found') return [];
  const [first] = [...answer.records].sort((one, other) => one.preference - other.preference);
  const base = first === undefined ? undefined : registeredDomain(first.exchange);
  if (base === undefined || base === domain.name || domain.name.endsWith(`.${base}`)) return [];
  const place = `https://autoconfig.${base}${PATH}`;
  const there: Walk = await followRedirects(net, get(place));
  const found = answerIn(there);
  if (found?.code !== 200) return [held(dnsRules['mx-leftover'], place)];
  const { servers = [] } = await readServers(found.body);
  const hosts = new Set(
    [...domain.incoming, ...domain.outgoing].map(({ service }) => service(NOBODY, standIn(domain.name)).host),
  );
  const foreign = servers.filter(({ host }) => !hosts.has(host));
  const names = foreign.map(({ host }) => host).join(', ');
  const broken =
    foreign.length > 0 &&
    fault(
      dnsRules['mx-leftover'],
      place,
      { url: place, servers: names, domain: domain.name },
      { expected: [...hosts].join(', '), found: names },
    );
  return [heldUnless(dnsRules['mx-leftover'], place, broken)];
}

const NOBODY = { login: '', loginRule: undefined } as const;
