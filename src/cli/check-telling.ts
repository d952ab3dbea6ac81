import {
  checkJson,
  checkLines,
  checkSarif,
  checkSummary,
  type FiledCheck,
  isAllRight,
  skippedLines,
} from '../check/check-reports.ts';
import { version } from '../version.ts';
import type { NetworkFlags } from './network-options.ts';
import type { Terminal } from './terminal.ts';

export interface CheckOrder {
  readonly domains: readonly string[];
  readonly profiles: readonly string[];
  readonly server: string | undefined;
  readonly login: string | undefined;
  readonly passwordFile: string | undefined;
  readonly format: 'text' | 'json' | 'sarif';
  readonly watch: string | undefined;
  readonly metricsPort: string | undefined;
  readonly metricsHost: string | undefined;
  readonly network: NetworkFlags;
}

/** Tells what was found, in the form that was asked for. */
export function tellChecks(checks: readonly FiledCheck[], format: CheckOrder['format'], terminal: Terminal): void {
  const { language } = terminal;
  if (format === 'json') {
    const all = checks.map((each) => checkJson(each, language));
    const [only] = all;
    terminal.answer(all.length === 1 && only !== undefined ? only : { ok: checks.every(isAllRight), domains: all });
    return;
  }
  if (format === 'sarif') {
    terminal.print(JSON.stringify(checkSarif(checks, version, language), undefined, 2));
    return;
  }
  for (const each of checks) for (const line of checkLines(each, language)) terminal.print(line);
  for (const each of checks) {
    for (const line of skippedLines(each, language)) terminal.say(line);
    terminal.say(checkSummary(each, language));
  }
}
