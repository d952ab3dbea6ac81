import { Parser } from 'csv-parse';

/** One record of a CSV file. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** Its first line. */
  readonly line: number;
  /**
   * `torn`: a quotation mark is open where the line ends, and none closes it as a value is closed. `long`: nobody's record is as long. Of both, the cells are
   * those of the line as it stands, to know whose it may be; what follows is read as if nothing had been open.
   */
  readonly damage?: 'torn' | 'long';
}

/** Nobody's record is as long; a quotation mark that is never closed would fill the memory. In characters. */
const LONGEST_RECORD = 256 * 1024;

/** The records of CSV (RFC 4180) in UTF-8, but for blank lines. The delimiter is the one that the first line has most of. */
export async function* csvRecords(text: AsyncIterable<Buffer>, given?: string): AsyncGenerator<CsvRecord> {
  const chunks = text[Symbol.asyncIterator]();
  try {
    const head = await headOf(chunks);
    const [separator = '', announced] = /^sep=([^\r\n])(?:\r\n?|\n)/i.exec(head.toString()) ?? [];
    const body = head.subarray(Buffer.byteLength(separator));
    const delimiter = given ?? announced ?? delimiterOf(body.toString());
    let [rest, line]: readonly [Buffer | undefined, number] = [body, separator === '' ? 1 : 2];
    while (rest !== undefined) [rest, line] = yield* recordsUntilDamage(rest, chunks, delimiter, line);
  } finally {
    await chunks.return?.();
  }
}

/** @returns what is to be read behind a line that is damaged, and the number of its line; or nothing where all is read */
async function* recordsUntilDamage(
  begin: Buffer,
  chunks: AsyncIterator<Buffer>,
  delimiter: string,
  from: number,
): AsyncGenerator<CsvRecord, readonly [Buffer | undefined, number]> {
  const parser = parserOf(delimiter);
  let line = from;
  /** What the parser was given from where the next record begins. */
  let kept: Buffer = Buffer.alloc(0);
  for (let chunk: Buffer | undefined = begin, last = false; !last; chunk = await nextOf(chunks)) {
    last = chunk === undefined;
    if (chunk !== undefined) kept = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
    const { records, broken } = await parser.take(chunk);
    const before = line;
    let torn = false;
    for (const { record: cells, raw } of records) {
      const breaks = lineBreaks(raw);
      torn = breaks > 0 && (/[\r\n]$/.test(raw) ? breaks > 1 : true) && cells.some(isTorn);
      if (torn) break;
      if (cells.length > 1 || cells[0]?.trim() !== '') yield { cells, line };
      line += breaks;
    }
    kept = behindLines(kept, line - before);
    if (!torn && !broken) continue;
    const end = lineEnd(kept);
    const first = kept.subarray(0, end?.from ?? LONGEST_RECORD).toString();
    const damage = end !== undefined && first.length < LONGEST_RECORD ? 'torn' : end || !last ? 'long' : 'torn';
    yield { cells: roughly(first, delimiter), line, damage };
    return [end === undefined ? await behindLine(chunks) : kept.subarray(end.to), line + 1];
  }
  return [undefined, line];
}

interface Parsed {
  readonly record: readonly string[];
  readonly raw: string;
}

/** The parser as a function: as a stream it would lose the records before one that is broken. */
function parserOf(delimiter: string) {
  let records: Parsed[] = [];
  const parser = new Parser({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    // Names have quotation marks in them, and spreadsheets write those as they are; one line that is odd must not end all.
    relax_quotes: true,
    relax_column_count: true,
    // Its own count of lines is that of the end of a record, and wrong where line breaks are mixed.
    raw: true,
    max_record_size: LONGEST_RECORD,
  });
  parser.on('error', () => {});
  parser.push = (record: Parsed | null) => {
    if (record !== null) records.push(record);
    return true;
  };
  return {
    /** @param chunk none at the end */
    take: async (chunk: Buffer | undefined): Promise<{ records: readonly Parsed[]; broken: boolean }> => {
      const error = await new Promise<unknown>((resolve) => {
        if (chunk === undefined) parser.end(resolve);
        else parser.write(chunk, resolve);
      });
      const found = records;
      records = [];
      return { records: found, broken: error instanceof Error };
    },
  };
}

async function nextOf(chunks: AsyncIterator<Buffer>): Promise<Buffer | undefined> {
  const { value, done } = await chunks.next();
  return done === true ? undefined : value;
}

/** As csv-parse leaves a value whose quotation marks do not match. */
function isTorn(cell: string): boolean {
  return cell.startsWith('"') && /[\r\n]/.test(cell);
}

/** What a line may say that cannot be read rightly. */
function roughly(line: string, delimiter: string): string[] {
  return line.split(delimiter).map((cell) => cell.replace(/^"|"$/g, ''));
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count += 1;
  }
  return count;
}

/** Where the first line ends, and where the next begins. */
function lineEnd(bytes: Buffer, start = 0): { readonly from: number; readonly to: number } | undefined {
  let from = start;
  while (from < bytes.length && bytes[from] !== 10 && bytes[from] !== 13) from += 1;
  if (from === bytes.length) return undefined;
  return { from, to: from + (bytes[from] === 13 && bytes[from + 1] === 10 ? 2 : 1) };
}

/** What is left without so many lines; all of it where the last of them has no end. */
function behindLines(bytes: Buffer, count: number): Buffer {
  let at = 0;
  for (let left = count; left > 0; left -= 1) at = lineEnd(bytes, at)?.to ?? bytes.length;
  return bytes.subarray(at);
}

/** Passes over the rest of a line. */
async function behindLine(chunks: AsyncIterator<Buffer>): Promise<Buffer | undefined> {
  for (let chunk = await nextOf(chunks); chunk !== undefined; chunk = await nextOf(chunks)) {
    const end = lineEnd(chunk);
    if (end !== undefined) return chunk.subarray(end.to);
  }
  return undefined;
}

/** Enough of the beginning to have the names of the columns. */
async function headOf(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < LONGEST_RECORD && !/\S[\s\S]*[\r\n]/.test(head.toString())) {
    const next = await nextOf(chunks);
    if (next === undefined) return head;
    head = Buffer.concat([head, next]);
  }
  return head;
}

/** In the first line that is not blank, and outside quotation marks. */
function delimiterOf(head: string): string {
  const [line = ''] = /\S[^\r\n]*/.exec(head.replace(/"[^"]*"/g, '')) ?? [];
  const count = (sign: string) => line.split(sign).length - 1;
  return [';', ',', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
