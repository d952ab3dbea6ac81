import { isIP } from 'node:net';
import { Gauge, Registry } from 'prom-client';
import { checkSummary, type FiledCheck } from '../check/check-reports.ts';
import { checkRules } from '../check/rule-table.ts';
import { checkWords, liveProblem } from '../check/words.ts';
import { InputError } from '../errors.ts';
import { makeLog } from '../server/node/log.ts';
import { startMetricsPage } from '../server/node/metrics-page.ts';
import { readSettings } from '../server/node/options.ts';
import { type CheckOrder, tellChecks } from './check-telling.ts';
import { type ExitCode, exitCode, type Terminal } from './terminal.ts';

export interface WatchPlan {
  readonly seconds: number;
  readonly host: string;
  readonly port: number;
}

const LEAST = 10;
const MOST = 86_400;
/** Where Prometheus finds the counts, where nothing is said. */
const PORT = 9464;

/** @throws InputError with everything that does not go together */
export function watchOf({ watch, metricsPort, metricsHost, login, format }: CheckOrder): WatchPlan | undefined {
  if (watch === undefined) {
    const alone = metricsPort !== undefined ? 'metrics-port' : metricsHost !== undefined ? 'metrics-host' : undefined;
    if (alone !== undefined) throw new InputError(liveProblem('check.metrics-alone', { option: alone }));
    return undefined;
  }
  const seconds = /^\d{1,5}$/.test(watch) ? Number(watch) : 0;
  const port = metricsPort === undefined ? PORT : /^\d{1,5}$/.test(metricsPort) ? Number(metricsPort) : -1;
  const host = metricsHost ?? '127.0.0.1';
  const problems = [
    ...(seconds < LEAST || seconds > MOST
      ? [liveProblem('check.seconds', { option: 'watch', value: watch, least: LEAST, most: MOST })]
      : []),
    ...(port < 0 || port > 65_535 ? [liveProblem('check.port', { value: metricsPort ?? '' })] : []),
    ...(isIP(host) === 0 ? [liveProblem('check.host', { value: host })] : []),
    // A wrong password each time would lock the mailbox.
    ...(login === undefined ? [] : [liveProblem('check.watch-login', {})]),
    ...(format === 'sarif' ? [liveProblem('check.format-watch', {})] : []),
  ];
  if (problems.length > 0) throw new InputError(problems);
  return { seconds, host, port };
}

/** Looks again and again, tells each round, and shows how much is wrong by each rule; until SIGTERM or SIGINT. */
export async function checkAgain(
  { seconds, host, port }: WatchPlan,
  look: (signal: AbortSignal) => Promise<FiledCheck[]>,
  format: CheckOrder['format'],
  terminal: Terminal,
): Promise<ExitCode> {
  const ends = new AbortController();
  const stop = () => ends.abort();
  process.once('SIGTERM', stop).once('SIGINT', stop);
  const counts = makeCounts();
  const settings = readSettings({ host, port: String(port) }, {});
  const page = await startMetricsPage(
    counts.text,
    settings,
    makeLog('silent', () => {}),
  );
  const words = checkWords(terminal.language);
  terminal.say(words.again({ seconds, url: page.url }));
  try {
    while (!ends.signal.aborted) {
      const checks = await look(ends.signal);
      // What was cut short says nothing of the world.
      if (ends.signal.aborted) break;
      counts.set(checks);
      if (format === 'json')
        tellChecks(checks, format, { ...terminal, answer: (answer) => terminal.print(JSON.stringify(answer)) });
      else {
        tellChecks(checks, format, { ...terminal, say: () => {} });
        for (const each of checks) terminal.say(`${new Date().toISOString()} ${checkSummary(each, terminal.language)}`);
      }
      await pause(seconds * 1_000, ends.signal);
    }
  } finally {
    process.off('SIGTERM', stop).off('SIGINT', stop);
    await page.stop();
  }
  return exitCode.done;
}

interface RoundCounts {
  readonly set: (checks: readonly FiledCheck[]) => void;
  readonly text: () => Promise<string>;
}

/** One series for each rule, there from the beginning: what does not exist cannot be watched. Labels hold ids of ours alone. */
function makeCounts(): RoundCounts {
  const registry = new Registry();
  const registers = [registry];
  const faults = new Gauge({
    name: 'facteur_check_faults',
    help: 'What is wrong with the live world, by rule',
    labelNames: ['rule', 'severity'] as const,
    registers,
  });
  const last = new Gauge({ name: 'facteur_check_last_round_seconds', help: 'When the last round ended', registers });
  const known = new Map(checkRules.map(({ id, severity }) => [id, severity]));
  return {
    text: () => registry.metrics(),
    set: (checks) => {
      const found = checks.flatMap(({ probes }) => probes).filter(({ status }) => status === 'fault');
      for (const { rule } of found) known.set(rule.id, known.get(rule.id) ?? rule.severity);
      for (const [rule, severity] of known)
        faults.set({ rule, severity }, found.filter((each) => each.rule.id === rule).length);
      last.set(Date.now() / 1_000);
    },
  };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
