import { resolve } from 'node:path';
import { InputError, type Place, type Problem } from '../errors.ts';
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
  const read: ReadRows = (bytes, note) =>
    rowsOf(csvRecords(inUtf8(bytes, { file }), { file }, delimiter), map, file, note);
  if (spec !== '-') return fileSource(spec, `csv:${resolve(spec)}`, read, note);
  return { id: '-', rows: (signal) => read(bytesOf(input, file, signal), note ?? (() => {})) };
}

async function* rowsOf(
  records: AsyncIterable<CsvRecord>,
  map: ColumnMap,
  file: string,
  note: (note: Problem) => void,
): AsyncGenerator<Row> {
  let names: readonly string[] | undefined;
  let assigned: Assigned = new Map();
  let row = 0;
  for await (const record of records) {
    if (names === undefined) {
      const place = { file, line: record.line };
      names = namesIn(record, map, place);
      assigned = assignColumns(names, map, place);
      const columns = unusedColumns(names, assigned);
      if (columns !== '') note(peopleProblem('people.unused-columns', { columns }, place));
      // A list of addresses and nothing else has no line of names.
      if (names === record.cells) continue;
    }
    row += 1;
    yield rowOf(record, row, names.length, assigned, file);
  }
  if (names === undefined) throw new InputError(peopleProblem('people.empty', {}, { file }));
}

/** The names of the columns. */
function namesIn({ cells, torn }: CsvRecord, map: ColumnMap, place: Place): readonly string[] {
  if (torn) throw new InputError(peopleProblem('people.quote-open', {}, place));
  const person = cells.some((cell) => /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/.test(cell));
  if (!person) return cells;
  if (cells.length === 1 && map.size === 0) return ['address'];
  throw new InputError(peopleProblem('people.no-names', {}, place));
}

function rowOf(record: CsvRecord, row: number, expected: number, assigned: Assigned, file: string): Row {
  const cells = (column: Parameters<Assigned['get']>[0]) => record.cells[assigned.get(column) ?? -1] ?? '';
  const place = { file, line: record.line };
  const about = { row, where: `${file}:${record.line}`, given: givenIn(cells) };
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
