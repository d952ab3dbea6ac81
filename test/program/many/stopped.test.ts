import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../cli/terminal.ts';
import { digests, generateFrom, listOf, startFrom } from './run.ts';

const WAYS = [
  ['folders', 'out', []],
  ['ZIP files', 'people.zip', []],
  ['a ZIP for each', 'out', ['--zip-per-person']],
] as const;
const PEOPLE = { folders: 400, 'ZIP files': 1300, 'a ZIP for each': 400 } as const;

/** Everything but the report, which tells of one run. */
const lasting = (path: string) => !path.endsWith('report.csv');

/** Where the journal of a run is. */
const journalOf = (out: string) =>
  out.endsWith('.zip') ? out.replace(/zip$/, 'journal.jsonl') : join(out, '.facteur/journal.jsonl');

const people = (journal: string) =>
  existsSync(journal) ? (readFileSync(journal, 'utf8').match(/"address"/g)?.length ?? 0) : 0;

describe.each(WAYS)('a run into %s', (way, name, more) => {
  const list = (folder: string) => listOf(PEOPLE[way], folder);
  const args = (out: string, workers: string) => [
    '--client',
    'thunderbird',
    '--workers',
    workers,
    '--out',
    out,
    ...more,
  ];

  test.each([
    ['SIGTERM', '0'],
    ['SIGINT', '2'],
  ] as const)(
    'that %s ends says how many are done, leaves nothing half-written, and is gone on with (%s workers)',
    async (signal, workers) => {
      const folder = temporaryFolder();
      const from = list(temporaryFolder());
      const out = join(folder, name);
      const child = startFrom(from, args(out, workers));
      let err = '';
      child.stderr?.setEncoding('utf8').on('data', (text) => {
        err += text;
      });
      const ended = new Promise((done) => child.on('close', (code, by) => done(by ?? code)));
      // In the middle: some are made; of ZIP files, those of the second wait in a draft.
      const [mark, least] = way === 'ZIP files' ? ['/2.zip', 0] : ['', 20];
      const begun = () => {
        if (mark === '') return people(journalOf(out)) >= least;
        const working = existsSync(folder)
          ? readdirSync(folder).find((each) => each.startsWith('.facteur-'))
          : undefined;
        return (
          working !== undefined && (statSync(join(folder, working, mark), { throwIfNoEntry: false })?.size ?? 0) > 0
        );
      };
      while (!begun() && child.exitCode === null) await new Promise((next) => setTimeout(next, 2));
      child.kill(signal);
      expect(await ended, err).toBe(signal);
      const inJournal = people(journalOf(out));
      expect(inJournal).toBeGreaterThan(0);
      expect(inJournal).toBeLessThan(PEOPLE[way]);
      const [, done, waiting = '0'] =
        /^Stopped: (\d+) rows are done and stay so(?:, (\d+) more were not in their ZIP yet)?; the same command goes on from there\.$/.exec(
          err.trim().split('\n').at(-1) ?? '',
        ) ?? [];
      expect(Number(done), err).toBe(inJournal);
      if (way === 'ZIP files') expect(Number(done)).toBe(1000);
      expect(Number(waiting)).toBeLessThanOrEqual(PEOPLE[way] - inJournal);
      expect(
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) =>
          /\.facteur-|\.lock|\.new$/.test(each),
        ),
      ).toEqual([]);
      const again = generateFrom(from, args(out, workers));
      expect(again.status, again.stderr).toBe(0);
      const whole = temporaryFolder();
      expect(generateFrom(from, args(join(whole, name), workers)).status).toBe(0);
      expect(digests(dirname(out), lasting)).toEqual(digests(whole, lasting));
    },
  );

  test('that is ended before a row is done says that', async () => {
    const folder = temporaryFolder();
    const out = join(folder, name);
    // A list that has one row and then waits.
    const child = startFrom('-', args(out, '0'), 'pipe');
    let err = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
    const ended = new Promise((done) => child.on('close', (code, by) => done(by ?? code)));
    // A line is known to be whole when the next one begins.
    child.stdin?.write('address\na@cnrs.fr\nb@cnrs.fr\n');
    while (!existsSync(`${journalOf(out)}.lock`) && child.exitCode === null)
      await new Promise((next) => setTimeout(next, 2));
    await new Promise((next) => setTimeout(next, 50));
    child.kill('SIGTERM');
    expect(await ended, err).toBe('SIGTERM');
    expect(err.trim().split('\n').at(-1)).toBe('Stopped before a row was done; the same command begins anew.');
    child.stdin?.destroy();
  });
});
