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
    if (said === undefined || isText(said.value)) return said;
    losses.push(loss('import.lost-text', { what, value: said.value, most: LONGEST }, said.place));
    return undefined;
  };
  const fits = (host: string, place: Stated<string>['place']) => {
    if (hostIn(host, ANY_DOMAIN) !== undefined) return true;
    losses.push(loss('import.lost-host', { value: host }, place));
    return false;
  };
  const titles = ({ value: { title }, place }: NonNullable<Testimony['documentation']>[number]) => {
    const all = Object.entries(title).filter(([, text]) => {
      if (text === undefined || isText(text)) return true;
      losses.push(loss('import.lost-text', { what: 'documentation', value: text, most: LONGEST }, place));
      return false;
    });
    return Object.fromEntries(all);
  };
  const scopeFits = ({ value: { scope }, place }: NonNullable<Testimony['oauth2']>) => {
    if (!UNFIT.test(scope) && scope.length < MOST_SCOPE) return true;
    losses.push(loss('import.lost-text', { what: 'oauth2', value: scope, most: MOST_SCOPE }, place));
    return false;
  };
  const login = (said: SaidLogin | undefined): SaidLogin | undefined => {
    if (said === undefined || !('rule' in said.value) || isLoginRule(said.value.rule)) return said;
    losses.push(loss('import.lost-placeholder', { what: 'login', value: said.value.rule }, said.place));
    return undefined;
  };
  const { domains = [], servers = [], exchange, directory, documentation = [], oauth2 } = testimony;
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
    documentation: documentation.map((each) => ({ ...each, value: { ...each.value, title: titles(each) } })),
    oauth2: oauth2 !== undefined && scopeFits(oauth2) ? oauth2 : undefined,
    servers: servers
      .filter(({ host, place }) => fits(host, place))
      .map((server) => ({ ...server, login: login(server.login) })),
    ...(exchange !== undefined && { exchange: fits(exchange.host, exchange.place) ? exchange : undefined }),
    ...(directory !== undefined && { directory: fits(directory.host, directory.place) ? directory : undefined }),
  };
}

/** Characters that no text of a profile has, for the file would not be read again; and those that hide, or turn what stands beside them. */
const UNFIT = /[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** All scopes together, in characters. */
const MOST_SCOPE = 2_000;

/** No provider is called longer. */
const LONGEST = 300;

function isText(text: string): boolean {
  return text.length <= LONGEST && !UNFIT.test(text) && /[\p{L}\p{N}]/u.test(text);
}
