import { resolve } from 'node:path';
import { InputError, type Place, type Problem } from '../errors.ts';
import { codePoint } from '../model/code-point.ts';
import { type Assigned, assignColumns, type ColumnMap, readMap, unusedColumns } from './columns.ts';
import { type CsvRecord, csvRecords } from './csv-records.ts';
import { bytesOf, fileSource, type ReadRows } from './list-file.ts';
import { givenIn, listedIn } from './listed.ts';
import { peopleProblem } from './people-problem.ts';
import type { Row, Source, SourceOptions } from './row.ts';
import { inUtf8 } from './text-encoding.ts';

/** A CSV file, or standard input (`-`): what a spreadsheet or a database writes. */
export function csvSource(spec: string, { map: maps = [], input = process.stdin, note }: SourceOptions): Source {
  const map = readMap(maps);
  const file = spec === '-' ? 'stdin' : spec;
  const delimiter = /\.tsv$/i.test(spec) ? '\t' : undefined;
  const read: ReadRows = (bytes, note) => rowsOf(csvRecords(inUtf8(bytes, { file }), delimiter), map, file, note);
  if (spec !== '-') return fileSource(spec, `csv:${resolve(spec)}`, read, note);
  return { id: '-', rows: (signal) => read(bytesOf(input, file, signal), note ?? (() => {})) };
}

async function* rowsOf(
  records: AsyncIterable<CsvRecord>,
  map: ColumnMap,
  file: string,
  note: (note: Problem) => void,
): AsyncGenerator<Row> {
  let columns: Columns | undefined;
  let row = 0;
  let blank = 0;
  let firstBlank = 0;
  for await (const record of records) {
    if (record.cells.every((cell) => cell.trim() === '')) {
      // What a spreadsheet leaves below a list is no more than a blank line.
      if (columns !== undefined && blank++ === 0) firstBlank = record.line;
      continue;
    }
    if (columns === undefined) {
      columns = columnsIn(record, map, file, note);
      // A list of addresses and nothing else has no line of names.
      if (columns.names === record.cells) continue;
    }
    row += 1;
    yield rowOf(record, row, columns, file);
  }
  if (columns === undefined) throw new InputError(peopleProblem('people.empty', {}, { file }));
  if (blank > 0) note(peopleProblem('people.blank-lines', { count: blank, line: firstBlank }, { file }));
}

interface Columns {
  readonly names: readonly string[];
  readonly assigned: Assigned;
  /** What problems call each: as the list does, and as we do where it is read. */
  readonly fields: readonly string[];
}

function columnsIn(record: CsvRecord, map: ColumnMap, file: string, note: (note: Problem) => void): Columns {
  const place = { file, line: record.line };
  const names = namesIn(record, map, place);
  const assigned = assignColumns(names, map, place);
  const unused = unusedColumns(names, assigned);
  if (unused !== '') note(peopleProblem('people.unused-columns', { columns: unused }, place));
  const read = new Map([...assigned].map(([column, at]) => [at, column]));
  return { names, assigned, fields: names.map((name, at) => read.get(at) ?? name) };
}

/** The names of the columns. */
function namesIn({ cells, damage }: CsvRecord, map: ColumnMap, place: Place): readonly string[] {
  if (damage !== undefined) throw new InputError(peopleProblem('people.quote-open', {}, place));
  const person = cells.some((cell) => /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/.test(cell));
  if (!person) return cells;
  if (cells.length === 1 && map.size === 0) return ['address'];
  throw new InputError(peopleProblem('people.no-names', {}, place));
}

function rowOf(record: CsvRecord, row: number, { names, assigned, fields }: Columns, file: string): Row {
  const cells = (column: Parameters<Assigned['get']>[0]) => record.cells[assigned.get(column) ?? -1] ?? '';
  const place = { file, line: record.line };
  const about = { row, where: `${file}:${record.line}`, line: record.line, given: givenIn(cells) };
  const wrong = malformed(record, names.length, fields, place);
  return wrong === undefined ? { ...about, ...listedIn(cells, place) } : { ...about, problems: [wrong] };
}

/** What a damaged file has in the place of a letter, whichever column it is in: who knows what else is damaged there. */
const LOST = /[\0\ufffd]/;

function malformed(
  { cells, damage }: CsvRecord,
  expected: number,
  fields: readonly string[],
  place: Place,
): Problem | undefined {
  const count = cells.length;
  if (damage === 'long') return peopleProblem('people.too-long', {}, place);
  if (damage === 'torn') return peopleProblem('people.quote', {}, place);
  if (count > expected) return peopleProblem('people.too-many-values', { count, expected }, place);
  if (count < expected) return peopleProblem('people.too-few-values', { count, expected }, place);
  const at = cells.findIndex((cell) => LOST.test(cell));
  if (at < 0) return undefined;
  const of = { ...place, field: fields[at] };
  if (cells[at]?.includes('\0')) return peopleProblem('people.control', { character: codePoint('\0') }, of);
  return peopleProblem('people.encoding', {}, of);
}
