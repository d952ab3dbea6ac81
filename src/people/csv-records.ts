import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { InputError, type Place } from '../errors.ts';
import { peopleProblem } from './people-problem.ts';

/** One record of a CSV file. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** Its first line. */
  readonly line: number;
  readonly lastLine: number;
  /** A quotation mark was open where a line ended, and something else than a delimiter stood behind the next one: lines may have run into each other. */
  readonly torn: boolean;
}

/** Nobody's record is as long; a quotation mark that is never closed would fill the memory. In characters. */
const LONGEST_RECORD = 256 * 1024;

/**
 * The records of CSV (RFC 4180) in UTF-8, but for those of blank cells alone. The delimiter is the one that the first line has most of.
 * @throws InputError when a quotation mark is never closed
 */
export async function* csvRecords(
  text: AsyncIterable<Buffer>,
  place: Place,
  given?: string,
): AsyncGenerator<CsvRecord> {
  const chunks = text[Symbol.asyncIterator]();
  const { head, ended } = await headOf(chunks);
  const [separator = '', announced] = /^sep=([^\r\n])(?:\r\n?|\n)/i.exec(head.toString()) ?? [];
  const body = head.subarray(Buffer.byteLength(separator));
  const parser = parse({
    delimiter: given ?? announced ?? delimiterOf(body.toString()),
    record_delimiter: ['\r\n', '\n', '\r'],
    // Names have quotation marks in them, and spreadsheets write those as they are; one line that is odd must not end all.
    relax_quotes: true,
    relax_column_count: true,
    // Its own count of lines is that of the end of a record, and wrong where line breaks are mixed.
    raw: true,
    max_record_size: LONGEST_RECORD,
  });
  const rest = { [Symbol.asyncIterator]: () => chunks };
  // What goes wrong is thrown where the records are read.
  pipeline(Readable.from(joined(body, ended ? undefined : rest), { objectMode: false }), parser, () => {});
  let line = separator === '' ? 1 : 2;
  try {
    for await (const { record, raw } of parser as AsyncIterable<{ record: string[]; raw: string }>) {
      const lines = lineBreaks(raw);
      const ends = /[\r\n]$/.test(raw) ? lines - 1 : lines;
      if (record.some((cell) => cell.trim() !== ''))
        yield { cells: record, line, lastLine: line + ends, torn: ends > 0 && record.some(isTorn) };
      line += lines;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputError(peopleProblem('people.quote-open', {}, { ...place, line }), { cause: error });
  }
}

/** As csv-parse leaves a value whose quotation marks do not match. */
function isTorn(cell: string): boolean {
  return cell.startsWith('"') && /[\r\n]/.test(cell);
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count += 1;
  }
  return count;
}

/** Enough of the beginning to have the names of the columns. */
async function headOf(chunks: AsyncIterator<Buffer>): Promise<{ readonly head: Buffer; readonly ended: boolean }> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < LONGEST_RECORD && !/\S[\s\S]*[\r\n]/.test(head.toString())) {
    const { value, done } = await chunks.next();
    if (done === true) return { head, ended: true };
    head = Buffer.concat([head, value]);
  }
  return { head, ended: false };
}

async function* joined(first: Buffer, rest: AsyncIterable<Buffer> | undefined): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first;
  if (rest !== undefined) yield* rest;
}

/** In the first line that is not blank, and outside quotation marks. */
function delimiterOf(head: string): string {
  const [line = ''] = /\S[^\r\n]*/.exec(head.replace(/"[^"]*"/g, '')) ?? [];
  const count = (sign: string) => line.split(sign).length - 1;
  return [';', ',', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
