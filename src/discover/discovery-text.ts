import { describe, type Problem } from '../errors.ts';
import type { Language } from '../model/account.ts';
import { ADDRESS_RULE } from '../model/rule.ts';
import { shortened, visible } from '../words/typography.ts';
import type { FoundServer, PlaceAnswer, Trust } from './answers.ts';
import type { Discovery } from './ask-world.ts';
import { loginShape } from './disagreements.ts';
import { suffixList } from './public-suffix.ts';
import { type DiscoverWords, discoverWords } from './words.ts';

/* What the world answers, for people: a table with what each place says below it, and what it comes to. All that strangers wrote is shown as it is, but for what a terminal would obey. */

export function discoveryText(discovery: Discovery, asksDatabase: boolean, language: Language): string {
  const words = discoverWords(language);
  const { subject, answers } = discovery;
  const silent = answers.filter(isAbsent);
  const telling = answers.filter((answer) => !isAbsent(answer));
  const found = answers.filter(({ status }) => status === 'found');
  const title =
    subject.typed.toLowerCase() === subject.domain
      ? words.title({ typed: subject.domain })
      : words.titleAscii({ typed: visible(subject.typed), domain: subject.domain });
  const byMx = answers.some(({ mechanism }) => mechanism === 'autoconfig-mx');
  const { text: address } = subject.told;
  return [
    title,
    '',
    ...table(telling, words, language),
    ...(silent.length === 0 ? [] : [words.others({ places: silent.map(({ source }) => source).join(', ') }), '']),
    found.length === 0 ? words.nothing : words.found({ count: found.length, all: answers.length }),
    ...meaning(discovery, words),
    ...differences(discovery, words),
    ...grades(found, words),
    subject.isStandIn ? words.standIn({ address }) : words.told({ address }),
    ...(asksDatabase ? [] : [words.noIspdb]),
    ...(byMx ? [words.suffixes({ date: suffixList.date })] : []),
  ].join('\n');
}

/** There is nothing more to say of it. */
function isAbsent({ status, problem }: PlaceAnswer): boolean {
  return status === 'none' && (problem === undefined || ABSENT.has(problem.code));
}

const ABSENT: ReadonlySet<string> = new Set(['discover.host-absent', 'discover.status']);

function table(answers: readonly PlaceAnswer[], words: DiscoverWords, language: Language): string[] {
  const { columns, mechanisms } = words;
  const rows = answers.map((answer) => ({
    trust: answer.status === 'failed' || answer.status === 'none' ? '–' : answer.trust,
    by: mechanisms[answer.mechanism],
    answer,
  }));
  const [grade, by] = [columns.trust, columns.mechanism].map((title, index) =>
    Math.max(title.length, ...rows.map((row) => (index === 0 ? row.trust : row.by).length)),
  ) as [number, number];
  const line = (...cells: readonly [string, string, string]) =>
    `${cells[0].padEnd(grade)}  ${cells[1].padEnd(by)}  ${cells[2]}`;
  if (rows.length === 0) return [];
  return [
    line(columns.trust, columns.mechanism, columns.place),
    ...rows.flatMap(({ trust, by: name, answer }) => [
      line(trust, name, visible(answer.source)),
      ...below(answer, words, language).map((text) => `${' '.repeat(grade + 2)}${text}`),
    ]),
    '',
  ];
}

function below(
  { status, servers, chain, tls, problem }: PlaceAnswer,
  words: DiscoverWords,
  language: Language,
): string[] {
  const lines = servers.map((server) => visible(serverText(server, words)));
  if (chain.length > 1) lines.push(words.hops({ places: chain.map((each) => visible(shortened(each))).join(' → ') }));
  if (status === 'found' && tls !== undefined) {
    const details = {
      version: tls.version,
      issuer: visible(shortened(tls.issuer)),
      date: tls.notAfter.toISOString().slice(0, 10),
    };
    lines.push(words.tls(details));
  }
  if (problem !== undefined)
    lines.push(words.said({ status: words.status[status], problem: describe(problem, language) }));
  return lines;
}

function serverText(server: FoundServer, words: DiscoverWords): string {
  const { protocol, host, port, security, authentication, login, priority, weight, url } = server;
  const parts = [
    `${protocol} ${shortened(host)}${port === undefined ? '' : `:${port}`}${security === undefined ? '' : ` ${words.security[security]}`}`,
    ...(authentication.length === 0 ? [] : [authentication.join(' ')]),
    ...(url === undefined ? [] : [shortened(url)]),
    login === undefined ? words.noLogin : words.login({ login: shortened(login) }),
    ...(priority === undefined || weight === undefined ? [] : [words.priority({ priority, weight })]),
  ];
  return parts.join(', ');
}

function meaning({ subject, answers }: Discovery, words: DiscoverWords): string[] {
  const found = answers.filter(({ status }) => status === 'found');
  const [best] = found.toSorted((one, other) => one.trust.localeCompare(other.trust));
  if (best === undefined) return [];
  const saying = found
    .flatMap(({ source, servers }) => servers.map(({ login }) => ({ source, login: loginShape(login, subject) })))
    .find(({ login }) => login !== ADDRESS_RULE);
  // SRV and PACC have no place for a login, which an answer that merely leaves it out has.
  const unsaid = found.filter(({ mechanism, servers }) => WITHOUT_LOGIN.has(mechanism) && servers.some(isMail));
  return [
    words.best({ trust: best.trust, source: best.source }),
    ...(best.trust === 'D' ? [words.onlyHttp] : []),
    ...(saying === undefined || unsaid.length === 0
      ? []
      : [
          words.loginUnsaid({
            login: visible(shortened(saying.login)),
            source: saying.source,
            places: unsaid.map(({ source }) => source).join(', '),
          }),
        ]),
  ];
}

const WITHOUT_LOGIN: ReadonlySet<string> = new Set(['pacc', 'srv']);

function isMail({ protocol }: FoundServer): boolean {
  return protocol === 'imap' || protocol === 'pop3' || protocol === 'smtp';
}

function differences({ answers, disagreements }: Discovery, words: DiscoverWords): string[] {
  if (disagreements.length === 0)
    return answers.filter(({ status }) => status === 'found').length > 1 ? [words.agree] : [];
  return [
    '',
    ...disagreements.flatMap(({ field, values }) => {
      const shown = values.map(({ value, sources }) => ({ value: shortened(value), sources }));
      const width = Math.max(...shown.map(({ value }) => value.length));
      return [
        words.disagree({ field }),
        ...shown.map(({ value, sources }) => visible(`  ${value.padEnd(width)}  ${sources.join(', ')}`)),
      ];
    }),
    '',
  ];
}

function grades(found: readonly PlaceAnswer[], { trust }: DiscoverWords): string[] {
  const given = new Set(found.map((answer) => answer.trust));
  return (Object.keys(trust) as Trust[]).filter((grade) => given.has(grade)).map((grade) => trust[grade]);
}

/** The same for scripts. */
export function discoveryData({ subject, answers, disagreements }: Discovery, language: Language): object {
  return {
    domain: subject.domain,
    typed: subject.typed,
    told: { address: subject.told.text, standIn: subject.isStandIn },
    answers: answers.map(({ mechanism, source, chain, status, trust, tls, servers, problem }) => ({
      mechanism,
      source,
      ...(chain.length > 0 && { url: chain.at(-1), chain }),
      status,
      trust,
      ...(tls && { tls }),
      ...(servers.length > 0 && { servers }),
      ...(problem && { problem: problemData(problem, language) }),
    })),
    disagreements,
    suffixList: suffixList.date,
  };
}

function problemData(problem: Problem, language: Language): object {
  return { code: problem.code, message: describe(problem, language) };
}
