import type { SaidServer } from '../import/testimony.ts';
import type { Account, MailServer } from '../model/account.ts';
import type { Address } from '../model/address.ts';
import { ASK, applyRule, ruleIn } from '../model/rule.ts';
import { defaultPorts } from '../profile/profile.ts';
import type { MailDomain } from '../resolve/mail-domain.ts';
import { type CheckRule, fault, type Probe } from './check-rule.ts';
import { type Channel, channelTable, paccOwn } from './rule-table.ts';

/** An answer, and what the profile says. */
export interface Comparison {
  readonly channel: Channel;
  readonly place: string;
  readonly domain: MailDomain;
  /** Whom it was asked for, or nobody in particular; `undefined` as account where no rule gives the login. */
  readonly address: Address;
  readonly account: Account | undefined;
  readonly said: readonly SaidServer[];
  /** What `facteur serve` would say. */
  readonly expected: readonly SaidServer[];
}

/** What an answer says otherwise than the profile: for each server the first thing that is wrong. */
export function compareServers(comparison: Comparison): Probe[] {
  const { said, expected, channel, place } = comparison;
  const servers = serversOf(comparison.domain);
  const wrong = said.flatMap((each) => wrongServer(each, servers, comparison) ?? []).slice(0, MOST_FAULTS);
  const absent = expected.find(({ protocol }) => !said.some((each) => each.protocol === protocol));
  if (absent === undefined || wrong.some(({ rule }) => rule.id.endsWith('/hosts-swapped'))) return wrong;
  const server = said.length === 0 ? '' : `${absent.protocol} ${absent.host}:${portOf(absent)}`;
  const seen = { expected: expected.map(serverText).join(', '), found: said.map(serverText).join(', ') || '–' };
  return [...wrong, fault(channelTable[channel]['server-missing'], place, { server }, seen)];
}

/** Of one answer, more say nothing new. */
const MOST_FAULTS = 10;

/** The rules that hold where nothing is found. */
export function comparedRules(channel: Channel): CheckRule[] {
  const rules = channelTable[channel];
  const login: CheckRule = channel === 'pacc' ? paccOwn['login-differs'] : rules['other-login'];
  return [
    rules['server-missing'],
    rules['other-host'],
    rules['hosts-swapped'],
    rules['other-port'],
    rules['other-security'],
    login,
    rules['other-authentication'],
  ];
}

/** The servers of a domain, whoever signs in. */
export function serversOf({ name, incoming, outgoing }: MailDomain): MailServer[] {
  const address = { local: 'user', domain: name, text: `user@${name}` };
  const login = { login: address.text, loginRule: undefined };
  return [...incoming, ...outgoing].map(({ service }): MailServer => service(login, address));
}

function portOf({ protocol, port, security }: SaidServer): number {
  return port ?? defaultPorts[protocol][security];
}

function serverText(server: SaidServer): string {
  return `${server.protocol} ${server.host}:${portOf(server)} ${server.security}`;
}

function wrongServer(each: SaidServer, servers: readonly MailServer[], comparison: Comparison): Probe | undefined {
  const { channel, place, domain } = comparison;
  const { protocol, security } = each;
  const rules = channelTable[channel];
  const host = each.host.replaceAll('{domain}', domain.name).toLowerCase();
  const port = portOf(each);
  const own = servers.filter((server) => server.protocol === protocol);
  const right = own.map((server) => `${server.host}:${server.port}`).join(', ') || '–';
  const seen = {
    expected: own.map((server) => `${server.host}:${server.port} ${server.security}`).join(', ') || '–',
    found: `${host}:${port} ${security}`,
  };
  const here = own.filter((server) => server.host === host);
  if (here.length === 0) {
    const elsewhere = servers.some((server) => server.host === host);
    if (elsewhere && own.length > 0) return fault(rules['hosts-swapped'], place, { protocol, host, right }, seen);
    return fault(rules['other-host'], place, { protocol, host, right }, seen);
  }
  const atPort = here.filter((server) => server.port === port);
  if (atPort.length === 0)
    return fault(rules['other-port'], place, { host, port, right: here.map((server) => server.port).join(', ') }, seen);
  const found = atPort.find((server) => server.security === security);
  if (found === undefined) {
    const details = { host, port, security, right: atPort.map((server) => server.security).join(', ') };
    return fault(rules['other-security'], place, details, seen);
  }
  return wrongMethod(each, found, comparison) ?? wrongLogin(each, found, servers, comparison);
}

function wrongMethod(each: SaidServer, found: MailServer, { channel, place }: Comparison): Probe | undefined {
  const methods: readonly string[] = found.authentication;
  const method = each.authentication.find((one) => !methods.includes(one));
  if (method === undefined) return undefined;
  const right = methods.join(', ');
  const details = { host: found.host, method, right };
  return fault(channelTable[channel]['other-authentication'], place, details, {
    expected: right,
    found: each.authentication.join(', '),
  });
}

function wrongLogin(
  { login }: SaidServer,
  found: MailServer,
  servers: readonly MailServer[],
  { channel, place, domain, address, account }: Comparison,
): Probe | undefined {
  if (login === undefined || found.authentication[0] === 'none') return undefined;
  const { value } = login;
  const rule = ruleAt(domain, servers.indexOf(found));
  const { host } = found;
  const wrong = (right: string, said: string) => {
    const seen = { expected: right, found: said };
    return channel === 'pacc'
      ? fault(paccOwn['login-differs'], place, { rule, domain: domain.name }, seen)
      : fault(channelTable[channel]['other-login'], place, { host, rule, right }, seen);
  };
  // Each person has a login of their own there: whatever is made of the address is nobody's, and a literal may be the right one.
  if (account === undefined) return 'rule' in value ? wrong(ASK, value.rule) : undefined;
  const own = [...account.incoming, ...account.outgoing][servers.indexOf(found)]?.login ?? account.login;
  const said = 'login' in value ? value.login : applyRule(ruleIn(domain.name, value.rule), address.local);
  return said === own ? undefined : wrong('login' in value ? own : rule, said ?? '–');
}

function ruleAt({ incoming, outgoing }: MailDomain, index: number): string {
  const rule = [...incoming, ...outgoing][index]?.rule;
  return rule === undefined || rule === ASK ? ASK : rule.text;
}
