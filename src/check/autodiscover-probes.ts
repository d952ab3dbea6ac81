import type { Net, WebRequest } from '../net/net.ts';
import { hasAddress, ruledLogins, type WebQuestion } from './autoconfig-probes.ts';
import { fault, held, heldUnless, type Probe, skipped } from './check-rule.ts';
import { accountAtAddress, standIn } from './expected-answers.ts';
import { judgeAnswer, lintFaults } from './judge-answer.ts';
import { autodiscoverOwn, channelTable, dnsRules, httpRules } from './rule-table.ts';
import { answerIn, comparePeople, type PersonAnswer, statusOf } from './two-people.ts';
import { followRedirects, withoutQuery } from './walk.ts';
import { certificateOf, codeFault, isPage, NOT_THERE, wayFaults } from './web-faults.ts';

const PATH = '/autodiscover/autodiscover.xml';

/** As Outlook sends it (MS-OXDSCLI 4.1). */
function pox(url: string, address: string): WebRequest {
  return {
    method: 'POST',
    url: new URL(url),
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: `<?xml version="1.0" encoding="utf-8"?><Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006"><Request><EMailAddress>${address}</EMailAddress><AcceptableResponseSchema>http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a</AcceptableResponseSchema></Request></Autodiscover>`,
  };
}

/** A site of files takes no POST: a name that leads Outlook there would be of no use, and need not exist. */
export async function takesNoPost(server: string, domain: string, net: Net): Promise<boolean> {
  const answer = await net.web(pox(`https://${server}${PATH}`, standIn(domain).text));
  return answer.status === 'answered' && NOT_THERE.has(answer.code);
}

/** Autodiscover at autodiscover.DOMAIN, as Outlook, Thunderbird and phones ask it. */
export async function autodiscoverProbes(question: WebQuestion): Promise<Probe[]> {
  const { domain, name, expect, tools, people } = question;
  // An SRV record counts where there is no such name.
  const bySrv = !hasAddress(name) && question.host !== undefined && domain.exchange === undefined;
  const place = `https://${bySrv ? question.host : `autodiscover.${domain.name}`}${PATH}`;
  const rules = channelTable.autodiscover;
  if (!hasAddress(name) && !bySrv) return [skipped(rules.missing, place, 'not-there')];
  // Exchange asks who it is before it says anything, and says itself what is right.
  if (domain.exchange !== undefined && name.state !== 'right') return [skipped(rules.missing, place, 'no-server')];
  const persons = await Promise.all(
    people.map(async (local): Promise<PersonAnswer> => {
      const address = standIn(domain.name, local);
      return {
        address,
        logins: ruledLogins(domain, local),
        walk: await followRedirects(tools.net, pox(place, address.text)),
      };
    }),
  );
  const [one, other] = persons as [PersonAnswer, PersonAnswer];
  const way = wayFaults(one.walk, place, tools);
  const answer = answerIn(one.walk);
  if (answer === undefined) return way;
  const certificate = certificateOf(one.walk, place, tools.now);
  const expected = await expect(pox(place, one.address.text));
  const hasSettings = expected.servers.length > 0;
  if (answer.code >= 300 && answer.code < 400) {
    const seen = { expected: '200', found: `${answer.code} ${answer.headers.location ?? ''}` };
    return [...certificate, fault(httpRules['redirect-post'], place, { code: answer.code }, seen)];
  }
  const get = await answeredGet(question, place);
  if (answer.code !== 200) {
    const missing = hasSettings
      ? () => fault(rules.missing, place, { code: answer.code }, { expected: '200', found: String(answer.code) })
      : undefined;
    return [...certificate, ...codeFault(answer.code, place, missing), get, comparePeople(place, one, other)];
  }
  const account = accountAtAddress(domain, one.address);
  const probes = await judgeAnswer({
    channel: 'autodiscover',
    place,
    domain,
    address: one.address,
    account,
    answer,
    expected,
  });
  const pageLike = probes.some(({ rule, status }) => status === 'fault' && rule.id === httpRules['page-instead'].id);
  if (pageLike) return [...certificate, ...probes];
  return [
    held(rules.missing, place),
    ...certificate,
    ...probes,
    get,
    // What is wrong for everybody is not told apart.
    ...(probes.some(({ status }) => status === 'fault') ? [] : [comparePeople(place, one, other)]),
    ...(await overHttp(question, place)),
    ...(await inOtherLetters(question, place, one)),
    ...(bySrv ? [] : await versionTwo(question)),
  ];
}

/** GET over https, which is nobody's question but that of who lost the way. */
async function answeredGet({ tools }: WebQuestion, place: string): Promise<Probe> {
  const rule = autodiscoverOwn['get-answered'];
  const there = await followRedirects(tools.net, { method: 'GET', url: new URL(place) });
  const answer = answerIn(there);
  const text = answer === undefined ? '' : new TextDecoder().decode(answer.body);
  const broken =
    answer?.code === 200 &&
    /<(?:\w+:)?Autodiscover\b/i.test(text) &&
    fault(rule, place, { code: 200 }, { expected: '405', found: '200' });
  return heldUnless(rule, place, broken);
}

/** Outlook's last way but one: a GET over http, which is to lead to https. Nothing has to be there. */
async function overHttp({ tools }: WebQuestion, place: string): Promise<Probe[]> {
  const rule = autodiscoverOwn['http-redirect'];
  const first = await tools.net.web({ method: 'GET', url: new URL(place.replace('https:', 'http:')) });
  if (first.status === 'failed' || first.code < 300 || first.code >= 400) return [];
  const location = first.headers.location ?? '';
  const target = URL.canParse(location, place) ? new URL(location, place.replace('https:', 'http:')) : undefined;
  const shown = target === undefined ? location : withoutQuery(target);
  const broken =
    target?.protocol !== 'https:' &&
    fault(rule, place, { target: shown || '–' }, { expected: 'https://…', found: shown || '–' });
  return [heldUnless(rule, place, broken)];
}

/** Outlook writes the path in several ways, and people their addresses. */
async function inOtherLetters({ domain, tools }: WebQuestion, place: string, one: PersonAnswer): Promise<Probe[]> {
  const other = new URL('/AutoDiscover/AutoDiscover.xml', place);
  const { local } = one.address;
  const [path, address] = await Promise.all([
    followRedirects(tools.net, pox(other.href, one.address.text)),
    followRedirects(tools.net, pox(place, `${local.toUpperCase()}@${domain.name.toUpperCase()}`)),
  ]);
  const code = statusOf(path) ?? 0;
  const inPath =
    code !== 200 &&
    fault(httpRules['path-case'], place, { path: other.pathname, code }, { expected: '200', found: String(code) });
  const addressCode = statusOf(address) ?? 0;
  const inAddress =
    addressCode !== 200 && fault(httpRules['address-case'], place, {}, { expected: '200', found: String(addressCode) });
  return [heldUnless(httpRules['path-case'], place, inPath), heldUnless(httpRules['address-case'], place, inAddress)];
}

/** Version 2 leads to where version 1 is. Nobody needs it but new Outlook and phones; what is there has to be right. */
async function versionTwo({ domain, tools, people }: WebQuestion): Promise<Probe[]> {
  const url = (protocol: string) => {
    const to = new URL(`https://autodiscover.${domain.name}/autodiscover/autodiscover.json`);
    to.searchParams.set('Email', standIn(domain.name, people[0]).text);
    to.searchParams.set('Protocol', protocol);
    return to;
  };
  const [usual, small] = await Promise.all(
    ['AutodiscoverV1', 'autodiscoverv1'].map((protocol) =>
      followRedirects(tools.net, { method: 'GET', url: url(protocol) }),
    ),
  );
  const place = withoutQuery(url(''));
  const answer = usual && answerIn(usual);
  const rule = autodiscoverOwn['v2-protocol'];
  if (answer?.code !== 200 || small === undefined) return [skipped(rule, place, 'not-there')];
  const page = isPage(answer.headers['content-type'] ?? '', new TextDecoder().decode(answer.body));
  if (page) return [fault(httpRules['page-instead'], place, {}, { expected: 'application/json', found: 'text/html' })];
  const code = statusOf(small) ?? 0;
  const inCase =
    code !== 200 && fault(rule, place, { protocol: 'autodiscoverv1', code }, { expected: '200', found: String(code) });
  return [heldUnless(rule, place, inCase), ...(await lintFaults(place, answer.body))];
}

/** The names of others that lead Outlook to them. */
export function foreignName(domain: string, target: string | undefined, record: string | undefined): Probe | undefined {
  const place = `autodiscover.${domain}`;
  if (target === undefined || target.endsWith(`.${domain}`)) return undefined;
  const details = { name: place, target, record: record ?? `${place}. 3600 IN CNAME …` };
  return fault(dnsRules['autodiscover-foreign'], place, details, { expected: record, found: `CNAME ${target}.` });
}
