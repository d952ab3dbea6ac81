import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Guides } from '../bundle/guides.ts';
import { InputError } from '../errors.ts';
import { noFolder, unwritable } from '../sinks/folder.ts';
import { openWorking } from '../sinks/working.ts';
import { claim } from './claim.ts';
import { folderPlaces, foldersSink } from './folders-sink.ts';
import { type Journal, type JournalHead, openJournal } from './journal.ts';
import { type LetterFiles, type LetterFilesOptions, letterFiles } from './letter-files.ts';
import { partNames } from './part-names.ts';
import { partPlaces, partsSink, type Remake, refuseUnknownZips } from './parts-sink.ts';
import type { Places } from './places.ts';
import { openTable, REPORT_COLUMNS, type ReportRow } from './report.ts';
import type { ManySink } from './run-many.ts';
import { nameOf } from './screen.ts';

/** What a run writes to. */
export interface Stage {
  readonly journal: Journal;
  readonly sink: ManySink;
  readonly letters: LetterFiles | undefined;
  readonly report: (row: ReportRow) => void;
  /** After some rows each: shows others that this run is at work, and writes the report on. */
  readonly settled: () => void;
  /** Puts the report in its place; but not where it would tell of what is not there. */
  readonly end: () => void;
  /** Lets go of everything, and leaves nothing half-written. */
  readonly close: () => Promise<void>;
}

export interface StageOptions {
  readonly places: Places;
  readonly head: JournalHead;
  /** Written where somebody is led to them. */
  readonly guides: Guides | undefined;
  readonly update: boolean;
  /** For what is damaged in a ZIP. */
  readonly remake: Remake;
  /** Where there shall be some. */
  readonly letters: Pick<LetterFilesOptions, 'linkOf' | 'resolve'> | undefined;
  /** No two signatures are the same. */
  readonly signed: boolean;
}

/** Rows that wait at most until it is known what the first ZIP is called. */
const MOST_ROWS = 20_000;

/** @throws InputError for a place that cannot be written, for another's journal, and while another run is at work there */
export async function openStage({
  places,
  head,
  guides,
  letters: wanted,
  update,
  remake,
  signed,
}: StageOptions): Promise<Stage> {
  const { folder } = places;
  const unusable = noFolder(folder);
  if (unusable.length > 0) throw new InputError(unusable);
  const working = await openWorking(folder);
  const closing: (() => void)[] = [];
  const close = async () => {
    for (const each of closing.reverse()) each();
    await working.close();
  };
  try {
    makeFor(places.journal);
    const own = claim(`${places.journal}.lock`, folder);
    closing.push(own.release);
    const journal = openJournal(places.journal, head, nameOf, true);
    closing.push(journal.close);
    const report = openTable(join(working.path, 'report.csv'), REPORT_COLUMNS);
    closing.push(report.close);
    const to = { journal, working, path: places.letters, links: places.links };
    const letters = wanted && letterFiles({ ...wanted, ...to });
    if (letters !== undefined) closing.push(letters.close);
    const names = partNames(folder, places.name, journal.parts() > 1);
    if (head.layout === 'parts') await refuseUnknownZips(names, journal);
    const sink =
      head.layout === 'parts'
        ? partsSink(folder, names, working, journal, guides, remake)
        : // What a killed run has put there and not told cannot be known by its bytes.
          foldersSink(head.layout, {
            out: folder,
            working,
            journal,
            guides,
            update: update || (signed && own.inherited),
          });
    let rows: ReportRow[] = [];
    // Whether it is NAME.zip or NAME-0001.zip shows with the second part.
    const early = `${names.name(1)}/`;
    const flush = (all: boolean) => {
      const named = head.layout !== 'parts' || names.isNumbered() || all;
      if (!named && rows.length < MOST_ROWS) return;
      if (!named) names.number();
      const path = (written: string) =>
        written.startsWith(early) ? `${names.name(1)}/${written.slice(early.length)}` : written;
      report.add(rows.map((row) => ({ ...row, path: path(row.path) })));
      rows = [];
    };
    return {
      journal,
      sink,
      letters,
      report: (row) => rows.push(row),
      settled: () => {
        flush(false);
        working.touch();
        own.touch();
      },
      end: () => {
        // Of a run that ended too early, rows would name what nobody has put there.
        if (sink.waiting() > 0) return;
        flush(true);
        report.place(places.report);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The same for a run that only says what it would do: it reads the journal and writes nothing. */
export async function openDryStage({ places, head }: Pick<StageOptions, 'places' | 'head'>): Promise<Stage> {
  const journal = openJournal(places.journal, head, nameOf, false);
  const names = partNames(places.folder, places.name, journal.parts() > 1);
  if (head.layout === 'parts') await refuseUnknownZips(names, journal);
  return {
    journal,
    sink: {
      ...(head.layout === 'parts' ? partPlaces(names, journal) : folderPlaces(head.layout, places.folder)),
      packing: { as: 'nothing' },
      place: async ({ entry }) => ({ placed: entry === undefined ? 'created' : 'updated', part: entry?.part ?? 0 }),
      waiting: () => 0,
      finish: async () => {},
    },
    letters: undefined,
    report: () => {},
    settled: () => {},
    end: () => {},
    close: async () => journal.close(),
  };
}

function makeFor(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    throw unwritable(dirname(file), error);
  }
}
