import type { Problem } from '../errors.ts';
import { gives, inferRule } from '../import/infer-login.ts';
import { identifierOf, idOf, profileLanguages, shortNameOf } from '../import/write-profile.ts';
import type { Security } from '../model/account.ts';
import { addressOf } from '../model/address.ts';
import { ADDRESS_RULE, ASK } from '../model/rule.ts';
import { defaultPorts } from '../profile/profile.ts';
import {
  answerTo,
  domainsIn,
  faultsOf,
  type InitAnswer,
  initProblem,
  isDomainOf,
  mainDomain,
  type QuestionFlag,
  type State,
} from './init-state.ts';

/** One question of `facteur init`, which an option answers too. */
export interface InitQuestion {
  readonly flag: QuestionFlag;
  /** It takes several values. */
  readonly several?: boolean;
  /** There are no other answers. */
  readonly choices?: readonly string[];
  /** Nobody has to answer. */
  readonly optional?: boolean;
  /** Where nobody can be asked, an option has to say it: no guess would be right often enough. */
  readonly needed?: (state: State) => boolean;
  /** A file says it, or an answer before makes it meaningless. */
  readonly settled?: (state: State) => boolean;
  readonly proposed?: (state: State) => string | undefined;
  /** What is wrong with an answer. */
  readonly faults: (values: readonly string[], state: State) => readonly Problem[];
}

/** What people log in with, as far as answers or files say it. */
export function ruleOf(state: State): string | undefined {
  const said = answerTo(state, 'login-rule');
  if (said !== undefined) return said;
  const [address, login] = [answerTo(state, 'address'), answerTo(state, 'login')];
  if (address !== undefined && login !== undefined) return inferRule([{ address, login }]);
  const { login: found } = state.files;
  return found === undefined || isUnfounded(state) ? undefined : found.rule;
}

/** One person's own login is all that the files have, and nobody knows the address of that person. */
export function isUnfounded(state: State): boolean {
  return state.files.login?.inferred === true && !state.addressed && answerTo(state, 'address') === undefined;
}

const text = (key: string) => (values: readonly string[], state: State) =>
  faultsOf({ [key]: values[0] }, key, domainsIn(state));

const filesSay = (key: 'name' | 'shortName' | 'organization' | 'webmail' | 'identifier') => (state: State) =>
  state.files[key] !== undefined;

/** Every domain is no name to make others of. */
const nameless = (state: State) => domainsIn(state).length > 0 && mainDomain(state) === undefined;

const nameIn = (state: State) => answerTo(state, 'name') ?? state.files.name?.value ?? mainDomain(state);

export type Side = 'incoming' | 'outgoing';

const SERVERS = ['incoming', 'incoming-protocol', 'incoming-security', 'incoming-port'] as const;
const SENDERS = ['outgoing', 'outgoing-security', 'outgoing-port'] as const;

/** Files say how mail is read and sent; Exchange does both. */
const hasServers = (side: Side) => (state: State) =>
  state.files[side].length > 0 ||
  (state.files.exchange !== undefined && [...SERVERS, ...SENDERS].every((flag) => !state.answers.has(flag)));

/** The protocol and security that the answers and the files give a server. */
export function connectionOf(state: State, side: Side) {
  const [file] = state.files[side];
  const protocol = side === 'outgoing' ? 'smtp' : answerTo(state, 'incoming-protocol') === 'pop3' ? 'pop3' : 'imap';
  const said = answerTo(state, `${side}-security`);
  return {
    protocol: answerTo(state, 'incoming-protocol') === undefined ? (file?.protocol ?? protocol) : protocol,
    // The question takes no other word.
    security: (said as Security | undefined) ?? file?.security ?? 'tls',
  } as const;
}

function serverFaults(side: Side, key: 'host' | 'port' | 'security' | 'protocol') {
  return ([value = '']: readonly string[], state: State) => {
    const given = key === 'port' && /^\d+$/.test(value) ? Number(value) : value;
    const right = { host: 'mail.example.org', security: 'tls', ...(side === 'incoming' && { protocol: 'imap' }) };
    const meant = key === 'security' && value === 'none' ? { allowPlainText: true } : {};
    return faultsOf({ [side]: [{ ...right, [key]: given, ...meant }] }, `${side}.1.${key}`, domainsIn(state));
  };
}

function serverQuestions(side: Side): readonly InitQuestion[] {
  const settled = hasServers(side);
  const host = side === 'incoming' ? 'imap' : 'smtp';
  const protocol: InitQuestion = {
    flag: 'incoming-protocol',
    choices: ['imap', 'pop3'],
    settled,
    proposed: () => 'imap',
    faults: serverFaults(side, 'protocol'),
  };
  return [
    ...(side === 'incoming' ? [protocol] : []),
    {
      flag: side,
      needed: () => true,
      settled,
      proposed: (state) => {
        const domain = mainDomain(state);
        const { protocol } = connectionOf(state, side);
        return domain && `${protocol === 'pop3' ? 'pop' : host}.${domain}`;
      },
      faults: serverFaults(side, 'host'),
    },
    {
      flag: `${side}-security`,
      choices: ['tls', 'starttls', 'none'],
      settled,
      proposed: () => 'tls',
      faults: serverFaults(side, 'security'),
    },
    {
      flag: `${side}-port`,
      settled,
      proposed: (state) => {
        const { protocol, security } = connectionOf(state, side);
        return String(defaultPorts[protocol][security]);
      },
      faults: serverFaults(side, 'port'),
    },
  ];
}

/** A way to reach who helps, by its form. */
export function wayOf(value: string): 'url' | 'email' | 'phone' {
  if (/^[a-z]+:\/\//i.test(value)) return 'url';
  return /[@\p{L}]/u.test(value) ? 'email' : 'phone';
}

function supportFaults(values: readonly string[], state: State): Problem[] {
  const ways = values.map(wayOf);
  const twice = ways.find((way, index) => ways.indexOf(way) !== index);
  if (twice !== undefined) return [initProblem('init.support-twice', { what: twice })];
  return faultsOf({ support: supportSaid(values) }, 'support', domainsIn(state));
}

/** `support` of a profile. */
export function supportSaid(values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value) => [wayOf(value), value]));
}

function addressFaults([value = '']: readonly string[], state: State): Problem[] {
  const read = addressOf(value);
  if (read === undefined) return [initProblem('init.not-address', { value })];
  const domains = domainsIn(state);
  if (domains.length === 0 || isDomainOf(read.domain, domains)) return [];
  return [initProblem('init.elsewhere', { domain: read.domain, domains: domains.join(', ') })];
}

/** It is a text of one line, as a name is. */
function loginFaults(values: readonly string[], state: State): readonly Problem[] {
  if (answerTo(state, 'address') === undefined) return [initProblem('init.needs-address', {})];
  return text('name')(values, state);
}

function ruleFaults(values: readonly string[], state: State): readonly Problem[] {
  const faults = text('login')(values, state);
  const [rule = ''] = values;
  const [address, login] = [answerTo(state, 'address'), answerTo(state, 'login')];
  if (faults.length > 0 || rule === ASK || address === undefined || login === undefined) return faults;
  return gives(rule, { address, login }) ? [] : [initProblem('init.rule-differs', { value: rule })];
}

/** In the order in which they are asked: what comes first makes the proposals for what follows. */
export const questions: readonly InitQuestion[] = [
  {
    flag: 'domain',
    several: true,
    needed: (state) => domainsIn(state).length === 0,
    settled: ({ files }) => files.domains.length > 0,
    proposed: (state) => mainDomain(state),
    faults: (values) => faultsOf({ domains: values }, 'domains', values),
  },
  { flag: 'name', needed: nameless, settled: filesSay('name'), proposed: mainDomain, faults: text('name') },
  {
    flag: 'short-name',
    settled: filesSay('shortName'),
    proposed: (state) => shortNameOf(nameIn(state) ?? ''),
    faults: text('shortName'),
  },
  { flag: 'organization', settled: filesSay('organization'), proposed: nameIn, faults: text('organization') },
  {
    flag: 'address',
    optional: true,
    settled: (state) => ruleOf(state) !== undefined,
    faults: addressFaults,
  },
  {
    flag: 'login',
    settled: (state) => ruleOf(state) !== undefined || answerTo(state, 'address') === undefined,
    proposed: (state) => answerTo(state, 'address'),
    faults: loginFaults,
  },
  {
    flag: 'login-rule',
    needed: (state) => ruleOf(state) === undefined,
    // A rule that was found is shown, and confirmed with Enter.
    settled: (state) => answerTo(state, 'login') === undefined && ruleOf(state) !== undefined,
    proposed: (state) => ruleOf(state) ?? ADDRESS_RULE,
    faults: ruleFaults,
  },
  ...serverQuestions('incoming'),
  ...serverQuestions('outgoing'),
  { flag: 'webmail', optional: true, settled: filesSay('webmail'), faults: text('webmail') },
  { flag: 'support', optional: true, several: true, faults: supportFaults },
  { flag: 'site', optional: true, faults: text('site') },
  {
    flag: 'languages',
    several: true,
    proposed: ({ files, language }) => profileLanguages(files, language).join(' '),
    faults: (values, state) => faultsOf({ languages: values }, 'languages', domainsIn(state)),
  },
  {
    flag: 'identifier',
    needed: nameless,
    settled: filesSay('identifier'),
    proposed: (state) => {
      const domain = mainDomain(state);
      return domain && identifierOf(domain);
    },
    faults: text('identifier'),
  },
  {
    flag: 'id',
    proposed: (state) => idOf(domainsIn(state)[0] ?? ''),
    faults: (values, state) => {
      const faults = text('id')(values, state);
      const [id = ''] = values;
      return faults.length > 0 || !state.isTaken(id) ? faults : [initProblem('init.taken', { file: `${id}.yaml` })];
    },
  },
];

/** The values in what somebody wrote: domains and languages may stand in one text. */
export function valuesIn({ flag }: InitQuestion, written: readonly string[]): InitAnswer['values'] {
  if (flag !== 'domain' && flag !== 'languages') return written;
  return written.flatMap((each) => each.split(/[\s,;]+/).filter(Boolean));
}

/** What is wrong with what somebody wrote. */
export function faultsIn(question: InitQuestion, values: InitAnswer['values'], state: State): readonly Problem[] {
  return values.length === 0 ? [initProblem('init.needs-answer', {})] : question.faults(values, state);
}
