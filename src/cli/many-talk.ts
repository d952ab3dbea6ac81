import { describe } from '../errors.ts';
import type { Damage } from '../many/check-fault.ts';
import type { Checked } from '../many/check-people.ts';
import type { ReportRow } from '../many/report.ts';
import type { Outcome } from '../many/run-many.ts';
import { texts } from '../words/index.ts';
import { makePace, type Pace } from './pace.ts';
import type { Terminal } from './terminal.ts';

/** What a run says while it runs. */
export interface Talk {
  /** @param total how many rows there are, where that is known */
  readonly begin: (total: number | undefined) => void;
  readonly row: (row: ReportRow, where: string) => void;
  readonly settled: (outcome: Outcome) => void;
  /** Something is not as it should be in what was opened again. */
  readonly fault: (fault: Damage) => void;
  readonly end: (outcome: Outcome, report: string | undefined, checked: Checked | undefined) => void;
  /** A worker has died. */
  readonly death: (reason: string) => void;
  /** The run ends before its list does. @param waiting of how many people what was made is not in its place */
  readonly broken: (waiting: number) => void;
}

/** How many rows that want attention are told one by one: the report has them all. */
const MOST_TOLD = 20;
/** How often it is said how far it is, in milliseconds: to a person who reads lines, and to a program. */
const EVERY = { line: 5000, event: 1000 } as const;

/** Talks to a person on standard error, with a bar on a terminal; or to a program, in a line of JSON for each event on standard output. */
export async function talkOf(terminal: Terminal, json: boolean, dryRun: boolean): Promise<Talk> {
  const words = texts(terminal.language).cli.many;
  const bar =
    terminal.bar === undefined || json ? undefined : (await import('./progress-bar.ts')).makeBar(terminal.bar);
  const tell = (text: string) => (bar === undefined ? terminal.alert(text) : bar.above(text));
  const event = (name: string, what: object) => {
    if (json) terminal.print(JSON.stringify({ event: name, ...what }));
  };
  let pace: Pace = makePace(undefined);
  let told = 0;
  let rows: number | undefined;
  let at = performance.now();
  const text = () => {
    const { done, total, rate, left } = pace.now();
    const shown = (count: number) => pace.shown(count, terminal.language);
    const far = { done: shown(done), total: total === undefined ? '' : shown(total), rate: shown(rate) };
    return [words.progress(far), ...(left === undefined ? [] : [words.left({ left: clock(left) })])].join(' · ');
  };
  return {
    begin: (total) => {
      pace = makePace(total);
      rows = 0;
      at = performance.now();
      bar?.start(total);
      event('start', { total: total ?? null });
    },
    row: (row, where) => {
      if (row.status !== 'gone') rows = (rows ?? 0) + 1;
      if (row.status !== 'refused' && row.status !== 'differs' && row.status !== 'gone') return;
      event('row', row);
      if (++told > MOST_TOLD) return;
      if (row.status === 'gone') tell(words.gone(row));
      else tell(`${where}  ${row.status === 'differs' ? `${row.address}: ` : ''}${row.message}`);
    },
    settled: ({ counts }) => {
      const done = Object.values(counts).reduce((sum, each) => sum + each, 0);
      pace.reach(done);
      bar?.update(done, text());
      if (performance.now() - at < (json ? EVERY.event : EVERY.line)) return;
      at = performance.now();
      if (bar === undefined && !json) terminal.say(text());
      const { total, rate, left } = pace.now();
      event('progress', {
        done,
        total: total ?? null,
        rate: Math.round(rate),
        seconds_left: left === undefined ? null : Math.round(left),
      });
    },
    fault: ({ row, where, problem }) => {
      const message = describe(problem, terminal.language);
      tell([where, message].filter((part) => part !== '').join('  '));
      event('fault', { row, code: problem.code, ...problem.place, message });
    },
    end: ({ counts, leftOut }, report, checked) => {
      bar?.stop();
      if (told > MOST_TOLD && report !== undefined)
        terminal.alert(words.more({ count: told - MOST_TOLD, path: report }));
      for (const { client, format, people, message } of leftOut)
        terminal.say(words.leftOut({ format: `${client}/${format}`, people, message }));
      terminal.say((dryRun ? words.wouldBe : words.done)(shownCounts(counts)));
      if (report !== undefined) terminal.say(words.report({ path: report }));
      if (checked !== undefined && checked.faults > 0) terminal.alert(words.faults(checked));
      else if (checked !== undefined) terminal.say(words.checked(checked));
      if (!json) return;
      const left_out = leftOut.map(({ client, format, code, message, people }) => ({
        client,
        format,
        code,
        message,
        people,
      }));
      const found = checked && { checked: checked.people, faults: checked.faults };
      terminal.answer({ event: 'done', dry_run: dryRun, counts, left_out, report: report ?? null, ...found });
    },
    death: (reason) => {
      tell(words.death({ reason }));
      event('worker-died', { reason });
    },
    broken: (waiting) => {
      bar?.stop();
      // Before it began there was nothing to stop.
      if (rows === undefined) return;
      const done = rows - waiting;
      terminal.alert(done === 0 ? words.brokenEarly : words.broken({ done, waiting }));
      event('broken', { done, waiting });
    },
  };
}

function shownCounts(counts: Outcome['counts']) {
  const { created, unchanged, updated, differs, refused, gone } = counts;
  return { created, unchanged, updated, differs, refused, gone };
}

/** Hours where there are some, minutes and seconds. */
function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  const hours = whole >= 3600 ? `${Math.floor(whole / 3600)}:` : '';
  return `${hours}${two((whole % 3600) / 60)}:${two(whole % 60)}`;
}
