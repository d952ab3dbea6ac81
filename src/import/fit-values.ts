import type { Problem } from '../errors.ts';
import { asciiDomain } from '../model/address.ts';
import { ANY_DOMAIN, hostIn } from '../model/domain-host.ts';
import { isLoginRule } from '../model/rule.ts';
import { isWildcard } from '../model/wildcard.ts';
import type { SaidLogin, Stated, Testimony } from './testimony.ts';
import { loss } from './words.ts';

/** What a file says, without the values that no profile can have: each is told with its place, and the rest goes on. */
export function withoutUnfit(testimony: Testimony, losses: Problem[]): Testimony {
  const named = (what: 'name' | 'shortName' | 'organization') => {
    const said = testimony[what];
    if (said === undefined || !UNPRINTABLE.test(said.value)) return said;
    losses.push(loss('import.lost-value', { what, value: said.value }, said.place));
    return undefined;
  };
  const fits = (host: string, place: Stated<string>['place']) => {
    if (hostIn(host, ANY_DOMAIN) !== undefined) return true;
    losses.push(loss('import.lost-host', { value: host }, place));
    return false;
  };
  const login = (said: SaidLogin | undefined): SaidLogin | undefined => {
    if (said === undefined || !('rule' in said.value) || isLoginRule(said.value.rule)) return said;
    losses.push(loss('import.lost-placeholder', { what: 'login', value: said.value.rule }, said.place));
    return undefined;
  };
  const { domains = [], servers = [], exchange, directory } = testimony;
  return {
    ...testimony,
    name: named('name'),
    shortName: named('shortName'),
    organization: named('organization'),
    domains: domains.filter(({ value, place }) => {
      if (value.includes('*') ? isWildcard(value) && value !== '*' : asciiDomain(value) !== undefined) return true;
      losses.push(loss('import.lost-host', { value }, place));
      return false;
    }),
    servers: servers
      .filter(({ host, place }) => fits(host, place))
      .map((server) => ({ ...server, login: login(server.login) })),
    ...(exchange !== undefined && { exchange: fits(exchange.host, exchange.place) ? exchange : undefined }),
    ...(directory !== undefined && { directory: fits(directory.host, directory.place) ? directory : undefined }),
  };
}

/** What a text of a profile has not: the file would not be read again. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]/u;
