import { rootCertificates } from 'node:tls';
import { describe, InputError, type Problem } from '../errors.ts';
import { type FileJudge, type Judgement, makeFileJudge } from '../lint/judgement.ts';
import { kindIds } from '../lint/kinds.ts';
import type { Flaw } from '../lint/lint-rule.ts';
import { isParty, type Party, parties } from '../lint/parties.ts';
import {
  flawJson,
  flawLine,
  githubLine,
  githubUnshownLine,
  sarifLog,
  unshownLine,
  viewLines,
} from '../lint/reports.ts';
import { MOST_SHOWN, shownFlaws } from '../lint/shown-flaws.ts';
import { lintProblem, lintWords } from '../lint/words.ts';
import { kindOf } from '../read/file-kind.ts';
import { version } from '../version.ts';
import { listed } from '../words/languages.ts';
import { nearest } from '../words/suggest.ts';
import { visible } from '../words/typography.ts';
import { readContent } from './read-content.ts';
import { type ExitCode, exitCode, type Terminal } from './terminal.ts';

/** How a report is written. */
export const lintFormats = ['text', 'json', 'sarif', 'github'] as const;

export interface LintOrder {
  readonly files: readonly string[];
  readonly as: string | undefined;
  readonly format: (typeof lintFormats)[number];
}

/**
 * `facteur lint`: judges files, each by what it is.
 * @returns `no` where one has errors, `badInput` where one cannot be judged (the others are)
 * @throws InputError where nothing can be judged
 */
export async function lint({ files, as, format }: LintOrder, terminal: Terminal): Promise<ExitCode> {
  const reader = readerOf(as, terminal);
  const judge = makeFileJudge(reader, { now: new Date(), roots: shippedRoots });
  const judgements: Judgement[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      judgements.push(await judgeFile(file, judge, terminal));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (judgements.length === 0) throw new InputError(problems);
  const judged = await judge.end(judgements);
  report(judged, problems, reader, format, terminal);
  if (problems.length > 0) return exitCode.badInput;
  const wrong = judged.some(({ flaws }) => flaws.some(({ rule }) => rule.severity === 'error'));
  return wrong ? exitCode.no : exitCode.done;
}

let ders: readonly Uint8Array[] | undefined;

/** Those that come with Node, which are Mozilla's. */
function shippedRoots(): readonly Uint8Array[] {
  ders ??= rootCertificates.map((pem) => Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64'));
  return ders;
}

function readerOf(as: string | undefined, terminal: Terminal): Party | undefined {
  if (as === undefined || isParty(as)) return as;
  const known = parties;
  const details = { value: as, suggestion: nearest(as, known), readers: listed(known, terminal.language) };
  throw new InputError(lintProblem('lint.reader', details));
}

/** @throws InputError where it cannot be judged */
async function judgeFile(file: string, { judge }: FileJudge, terminal: Terminal): Promise<Judgement> {
  const content = await readContent(file);
  const judgement = kindOf(content) === undefined ? undefined : await judge(content);
  if (judgement !== undefined) return judgement;
  if (content.text === undefined) throw new InputError(lintProblem('lint.not-text', {}, { file }));
  const { kinds } = lintWords(terminal.language);
  const known = listed(
    kindIds.map((id) => kinds[id]),
    terminal.language,
  );
  throw new InputError(lintProblem('lint.unknown-kind', { kinds: known }, { file }));
}

function report(
  judgements: readonly Judgement[],
  problems: readonly Problem[],
  reader: Party | undefined,
  format: LintOrder['format'],
  terminal: Terminal,
): void {
  const { language } = terminal;
  for (const each of problems) terminal.alert(describe(each, language));
  if (format === 'json') {
    const files = judgements.map(({ path, kind, flaws, view }) => ({
      path,
      kind,
      ...problemsJson(flaws, language),
      ...(view !== undefined && reader !== undefined && { views: { [reader]: view } }),
    }));
    const refused = problems.map((each) => ({ code: each.code, ...each.place, message: describe(each, language) }));
    terminal.answer({ files, ...(refused.length > 0 && { problems: refused }) });
    return;
  }
  if (format === 'sarif') {
    terminal.print(JSON.stringify(sarifLog(judgements, version, language), undefined, 2));
    return;
  }
  for (const judgement of judgements) {
    const [line, moreLine] = format === 'github' ? [githubLine, githubUnshownLine] : [flawLine, unshownLine];
    const { shown, unshown } = shownFlaws(judgement.flaws, MOST_SHOWN[format]);
    for (const flaw of shown) terminal.print(line(judgement.path, flaw, language));
    for (const each of unshown) terminal.print(moreLine(judgement.path, each, language));
    if (format === 'text' && reader !== undefined)
      for (const each of viewLines(judgement, reader, language)) terminal.print(each);
  }
  tellSummary(judgements, terminal);
}

/** What was found in a file; `unshown`: what each rule has found beyond what stands there. */
function problemsJson(flaws: readonly Flaw[], language: Terminal['language']): object {
  const { shown, unshown } = shownFlaws(flaws, MOST_SHOWN.json);
  return {
    problems: shown.map((flaw) => flawJson(flaw, language)),
    ...(unshown.length > 0 && {
      unshown: unshown.map(({ rule, count }) => ({ rule: rule.id, severity: rule.severity, count })),
    }),
  };
}

/** Talk, for who waits at a terminal. */
function tellSummary(judgements: readonly Judgement[], { say, language }: Terminal): void {
  const words = lintWords(language);
  for (const { path, kind, flaws } of judgements)
    if (flaws.length === 0) say(words.clean({ path: visible(path), kind: words.kinds[kind] }));
  const wrong = judgements.filter(({ flaws }) => flaws.some(({ rule }) => rule.severity === 'error')).length;
  const told = judgements.filter(({ flaws }) => flaws.length > 0).length;
  if (judgements.length > 1) say(words.summary({ files: judgements.length, errors: wrong, warnings: told - wrong }));
}
