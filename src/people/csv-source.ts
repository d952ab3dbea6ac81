import { type FileHandle, open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';
import { InputError, type Place, type Problem } from '../errors.ts';
import { type Assigned, assignColumns, type ColumnMap, readMap, unusedColumns } from './columns.ts';
import { type CsvRecord, csvRecords } from './csv-records.ts';
import { givenIn, listedIn } from './listed.ts';
import { peopleProblem } from './people-problem.ts';
import type { Row, Source, SourceOptions } from './row.ts';
import { inUtf8 } from './text-encoding.ts';

/** A CSV file, or standard input (`-`): what a spreadsheet or a database writes. */
export function csvSource(spec: string, { map: maps = [], input = process.stdin, note }: SourceOptions): Source {
  const map = readMap(maps);
  const place = { file: spec === '-' ? 'stdin' : spec };
  const delimiter = /\.tsv$/i.test(spec) ? '\t' : undefined;
  const records = (bytes: AsyncIterable<Buffer>) => csvRecords(inUtf8(bytes, place), place, delimiter);
  if (spec === '-')
    return { id: '-', rows: (signal) => rowsOf(records(bytesOf(input, place.file, signal)), map, place, note) };
  let known: { readonly version: string; readonly size: number } | undefined;

  /** Reads all of it once, so that what makes it unusable is found before anything is made of it. */
  async function survey(handle: FileHandle, signal?: AbortSignal): Promise<number> {
    const version = await versionOf(handle);
    if (known?.version !== version) {
      let size = -1;
      for await (const _ of records(bytesOf(streamOf(handle), spec, signal))) size += 1;
      known = { version, size: Math.max(size, 0) };
    }
    return known.size;
  }

  return {
    id: `csv:${resolve(spec)}`,
    size: () => withFile(spec, async (handle) => ((await isFile(handle)) ? survey(handle) : undefined)),
    async *rows(signal) {
      const handle = await opened(spec);
      try {
        const whole = await isFile(handle);
        if (whole) await survey(handle, signal);
        yield* rowsOf(records(bytesOf(streamOf(handle), spec, signal)), map, place, note);
        if (whole && known?.version !== (await versionOf(handle)))
          throw new InputError(peopleProblem('people.changed', {}, place));
      } finally {
        await handle.close();
      }
    },
  };
}

async function* rowsOf(
  records: AsyncIterable<CsvRecord>,
  map: ColumnMap,
  place: Place,
  note: ((note: Problem) => void) | undefined,
): AsyncGenerator<Row> {
  let names: readonly string[] | undefined;
  let assigned: Assigned = new Map();
  let row = 0;
  for await (const record of records) {
    if (names === undefined) {
      names = namesIn(record, map, { ...place, line: record.line });
      assigned = assignColumns(names, map, { ...place, line: record.line });
      const columns = unusedColumns(names, assigned);
      if (columns !== '') note?.(peopleProblem('people.unused-columns', { columns }, { ...place, line: record.line }));
      // A list of addresses and nothing else has no line of names.
      if (names !== record.cells) yield rowOf(record, ++row, names.length, assigned, place);
      continue;
    }
    yield rowOf(record, ++row, names.length, assigned, place);
  }
  if (names === undefined) throw new InputError(peopleProblem('people.empty', {}, place));
}

/** The names of the columns. */
function namesIn({ cells, torn }: CsvRecord, map: ColumnMap, place: Place): readonly string[] {
  if (torn) throw new InputError(peopleProblem('people.quote-open', {}, place));
  const person = cells.some((cell) => /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/.test(cell));
  if (!person) return cells;
  if (cells.length === 1 && map.size === 0) return ['address'];
  throw new InputError(peopleProblem('people.no-names', {}, place));
}

function rowOf(record: CsvRecord, row: number, expected: number, assigned: Assigned, file: Place): Row {
  const cells = (column: Parameters<typeof assigned.get>[0]) => record.cells[assigned.get(column) ?? -1] ?? '';
  const place = { ...file, line: record.line };
  const about = { row, where: `${file.file}:${record.line}`, given: givenIn(cells) };
  const wrong = malformed(record, expected, place);
  return wrong === undefined ? { ...about, ...listedIn(cells, place) } : { ...about, problems: [wrong] };
}

function malformed({ cells, torn, lastLine }: CsvRecord, expected: number, place: Place): Problem | undefined {
  const count = cells.length;
  if (torn) return peopleProblem('people.quote', { line: lastLine + 1 }, place);
  if (count > expected) return peopleProblem('people.too-many-values', { count, expected }, place);
  if (count < expected) return peopleProblem('people.too-few-values', { count, expected }, place);
  if (cells.some((cell) => cell.includes('\ufffd'))) return peopleProblem('people.encoding', {}, place);
  return undefined;
}

/** @throws InputError when the system cannot read on */
async function* bytesOf(stream: Readable, file: string, signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
  try {
    yield* signal === undefined ? stream : addAbortSignal(signal, stream);
  } catch (error) {
    signal?.throwIfAborted();
    throw unreadable(file, error);
  }
}

/** From its beginning; a pipe has one only. */
function streamOf(handle: FileHandle): Readable {
  return handle.createReadStream({ autoClose: false, start: 0 });
}

async function isFile(handle: FileHandle): Promise<boolean> {
  return (await handle.stat()).isFile();
}

/** What changes when somebody writes to it. */
async function versionOf(handle: FileHandle): Promise<string> {
  const { size, mtimeMs, ctimeMs } = await handle.stat();
  return [size, mtimeMs, ctimeMs].join(' ');
}

async function opened(spec: string): Promise<FileHandle> {
  try {
    const handle = await open(spec);
    if (!(await handle.stat()).isDirectory()) return handle;
    await handle.close();
    throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' });
  } catch (error) {
    throw unreadable(spec, error);
  }
}

function unreadable(file: string, error: unknown): InputError {
  // What the system throws has a code.
  const reason = (error as NodeJS.ErrnoException).code ?? String(error);
  return new InputError(peopleProblem('people.unreadable', { reason }, { file }), { cause: error });
}

async function withFile<T>(spec: string, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await opened(spec);
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}
