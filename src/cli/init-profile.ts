import type { Place } from '../errors.ts';
import type { FoundRule } from '../import/found-rule.ts';
import type { Gathered, GatheredServer, SaidByAuthor } from '../import/gather.ts';
import type { Stated } from '../import/testimony.ts';
import { ASK } from '../model/rule.ts';
import { ANY } from '../model/wildcard.ts';
import { languages } from '../words/languages.ts';
import { connectionOf, ruleOf, type Side, supportSaid } from './init-questions.ts';
import { answerTo, domainsIn, initWords, mainDomain, type QuestionFlag, type State } from './init-state.ts';

/** What the files and the answers say together; answers win. */
export function togetherOf(state: State): Gathered & SaidByAuthor {
  const { files, answers } = state;
  const stated = (flag: QuestionFlag): Stated<string> | undefined => {
    const answer = answers.get(flag);
    const [value] = answer?.values ?? [];
    return answer === undefined || value === undefined ? undefined : { value, place: answer.place };
  };
  const all = <T>(flag: QuestionFlag, of: (values: readonly string[]) => T): Stated<T> | undefined => {
    const answer = answers.get(flag);
    return answer && { value: of(answer.values), place: answer.place };
  };
  return {
    ...files,
    domains: domainsOf(state),
    name: stated('name') ?? files.name,
    shortName: stated('short-name') ?? files.shortName,
    organization: stated('organization') ?? files.organization,
    identifier: stated('identifier') ?? files.identifier,
    webmail: stated('webmail') ?? files.webmail,
    login: loginOf(state),
    incoming: serversOf(state, 'incoming'),
    outgoing: serversOf(state, 'outgoing'),
    id: stated('id'),
    support: all('support', supportSaid),
    site: stated('site'),
    languages: all('languages', (values) =>
      languages
        .filter((each) => values.includes(each))
        .toSorted((one, other) => values.indexOf(one) - values.indexOf(other)),
    ),
    example: ruleOf(state) === ASK ? undefined : exampleOf(state),
  };
}

/** An address of nobody. */
export function exampleOf(state: State): string {
  const first = domainsIn(state)[0] ?? '';
  const domain = mainDomain(state) ?? 'example.org';
  return `${initWords(state.language).person}@${first.startsWith(`${ANY}.`) ? `mail.${domain}` : domain}`;
}

function domainsOf(state: State): Gathered['domains'] {
  const { answers, files } = state;
  const said = answers.get('domain');
  if (said !== undefined) return said.values.map((value) => ({ value: value.toLowerCase(), place: said.place }));
  if (files.domains.length > 0) return files.domains;
  return domainsIn(state).map((value) => ({ value, place: answers.get('address')?.place ?? {} }));
}

function loginOf(state: State): FoundRule | undefined {
  const rule = ruleOf(state);
  const places = (['login-rule', 'address', 'login'] as const).flatMap((flag) => state.answers.get(flag)?.place ?? []);
  if (rule === undefined || !saysRule(state)) return state.files.login;
  const said = state.answers.get('login-rule');
  return { rule, places: said === undefined ? places : [said.place], inferred: false, people: 0, unaddressed: false };
}

/** Do the answers say the rule, and not the files? */
function saysRule(state: State): boolean {
  return answerTo(state, 'login-rule') !== undefined || answerTo(state, 'login') !== undefined;
}

/** The servers of the files, the first of them as the answers have it; or that of the answers alone, where they name a host. */
function serversOf(state: State, side: Side): readonly GatheredServer[] {
  const usual = state.files.login?.rule;
  const files = state.files[side].map((server) =>
    // What had the rule of most has it now, too.
    saysRule(state) && server.login?.rule === usual ? { ...server, login: undefined } : server,
  );
  const [first, ...others] = files;
  const host = state.answers.get(side);
  const port = state.answers.get(`${side}-port`);
  const told = port ?? state.answers.get(`${side}-security`) ?? state.answers.get('incoming-protocol');
  if (host === undefined && (first === undefined || told === undefined)) return files;
  const place: Place = (host ?? told)?.place ?? {};
  const { protocol, security } = connectionOf(state, side);
  const changed = state.answers.has(`${side}-security`) || state.answers.has('incoming-protocol');
  const number = port === undefined ? undefined : Number(port.values[0]);
  // The port of a file goes with the security of that file.
  const kept = host === undefined && !changed ? first?.port : undefined;
  const made: GatheredServer = {
    protocol,
    host: host?.values[0] ?? first?.host ?? '',
    port: number ?? kept,
    security,
    authentication: host === undefined ? (first?.authentication ?? []) : [],
    login: host === undefined ? first?.login : undefined,
    place,
  };
  return host === undefined ? [made, ...others] : [made];
}
