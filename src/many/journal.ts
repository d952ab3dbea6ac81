import { closeSync, fsyncSync, ftruncateSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { InputError } from '../errors.ts';
import { unwritable } from '../sinks/folder.ts';
import { errorCodeOf } from '../sinks/folders.ts';
import type { Seal } from '../sinks/zip-seal.ts';
import { manyProblem } from './many-problem.ts';
import { makeTable, type Table } from './table.ts';

/** What a journal is of: a run with another list, other profiles or another layout would make a mess of it. */
export interface JournalHead {
  /** The source's id. */
  readonly source: string;
  /** Ids of the profiles that were named; none where it was those that come with Facteur. */
  readonly profiles: readonly string[];
  readonly layout: 'folders' | 'archives' | 'parts';
  readonly shard?: string;
}

/** What was made for a person, and from what. */
export interface JournalLine {
  readonly address: string;
  readonly login: string;
  /** 32 hexadecimal digits (digest.ts). */
  readonly digest: string;
  /** The ZIP that it is in, from 1. */
  readonly part?: number;
}

/** The same for what was made for several people at once: their letters in one file. */
export interface SheetLine {
  readonly sheet: number;
  readonly digest: string;
  /** Of the file, in bytes: one of another size is damaged. */
  readonly size: number;
}

/** What a ZIP is known by that is put in its place: written before that is done, so that one which nobody is known of yet can be told from a stranger's. */
export interface SealLine extends Seal {
  readonly sealed: number;
}

/** What the journal says of a person. */
export interface Entry {
  readonly digest: string;
  readonly part: number;
  /** Read from the file: the letters of an address may have another case today. */
  readonly line: () => JournalLine;
}

/**
 * What an earlier run has made: a line is written when what it names stands in its place, and not before. So what a run that was killed has not told is made again, which
 * gives the same bytes. Of all lines a few numbers each are kept (table.ts).
 */
export interface Journal {
  /** @param name the address in its one form */
  readonly entry: (name: string) => Entry | undefined;
  readonly sheet: (number: number) => SheetLine | undefined;
  /** How many ZIP files there are. */
  readonly parts: () => number;
  /** How many people are in one of them. */
  readonly inPart: (part: number) => number;
  /** Of a ZIP, the last one; and the one before, since a run may have been killed before it put the last in its place. */
  readonly seals: (part: number) => readonly Seal[];
  /** Written to the file at once, all in one go. */
  readonly add: (lines: readonly AnyLine[]) => void;
  /** The last line of each person, in the order of the file. */
  readonly lines: () => Iterable<JournalLine>;
  readonly close: () => void;
}

type AnyLine = JournalLine | SheetLine | SealLine;

/** The kind of this file, and its version. */
const KIND = 1;
/** Words of an entry: the digest, the part, where its line is. */
const [PART, AT, WIDTH] = [4, 5, 6] as const;

/**
 * @param nameOf the one form of an address
 * @param write there may be none yet, and lines will be added
 * @throws InputError when it is another's, or cannot be read or written
 */
export function openJournal(
  path: string,
  head: JournalHead,
  nameOf: (address: string) => string,
  write: boolean,
): Journal {
  const next = `${path}.new`;
  if (write) rmSync(next, { force: true });
  const fd = open(path, write);
  if (fd === undefined) return noJournal();
  const table = makeTable(WIDTH);
  const sheets = new Map<number, SheetLine>();
  const seals = new Map<number, readonly Seal[]>();
  const people = new Map<number, number>();
  let end = 0;
  let written = 0;
  let known = 0;
  const take = (line: string, at: number) => {
    const read = parse(line);
    written++;
    if (read === undefined) return;
    if ('sheet' in read) sheets.set(read.sheet, read);
    else if ('sealed' in read) seals.set(read.sealed, [read, ...(seals.get(read.sealed) ?? []).slice(0, 1)]);
    else {
      const name = nameOf(read.address);
      const found = table.get(name);
      if (found === undefined) known++;
      const before = found?.[PART] ?? 0;
      const { part = 0 } = read;
      if (before !== part) people.set(before, (people.get(before) ?? 0) - 1);
      if (before !== part) people.set(part, (people.get(part) ?? 0) + 1);
      table.set(name, [...wordsOf(read.digest), part, at]);
    }
  };
  try {
    for (const { line, at, next } of linesOf(fd)) {
      if (at === 0) refuseOther(path, line, head);
      else take(line, at);
      end = next;
    }
    // A line that a killed run has not ended says nothing.
    if (write) ftruncateSync(fd, end);
    if (write && end === 0) end += writeSync(fd, `${JSON.stringify({ journal: KIND, ...head })}\n`, end);
  } catch (error) {
    closeSync(fd);
    throw error instanceof InputError ? error : unusable(path, error);
  }
  const lines = function* () {
    for (const { line, at } of linesOf(fd)) {
      const read = at === 0 ? undefined : parse(line);
      if (read === undefined || !('address' in read)) continue;
      if (table.get(nameOf(read.address))?.[AT] === at) yield read;
    }
  };
  const sealed = () => [...seals].flatMap(([part, both]) => both.map((each) => ({ sealed: part, ...each })).reverse());
  // Each night has a line for whoever changed: what nobody needs any more goes before it is more than what is needed.
  if (write && written > MOST_FOR_EACH * (known + sheets.size + sealed().length)) {
    try {
      writeAnew(next, head, lines(), [...sheets.values(), ...sealed()]);
      closeSync(fd);
      renameSync(next, path);
    } catch (error) {
      throw unusable(path, error);
    }
    return openJournal(path, head, nameOf, write);
  }
  const lineAt = (at: number) => parse(lineFrom(fd, at)) as JournalLine; // It was one when it was read.
  return {
    entry: (name) => entryOf(table, name, lineAt),
    sheet: (number) => sheets.get(number),
    parts: () => Math.max(0, ...people.keys()),
    inPart: (part) => people.get(part) ?? 0,
    seals: (part) => seals.get(part) ?? [],
    add: (lines) => {
      const texts = lines.map((line) => `${JSON.stringify(line)}\n`);
      const bytes = Buffer.from(texts.join(''));
      try {
        // A disk that gets full takes a part of them, and says so only of the next.
        for (let from = 0; from < bytes.length; ) from += writeSync(fd, bytes, from, bytes.length - from);
      } catch (error) {
        throw unusable(path, error);
      }
      for (const text of texts) {
        take(text, end);
        end += Buffer.byteLength(text);
      }
    },
    lines,
    close: () => {
      if (write) fsyncSync(fd);
      closeSync(fd);
    },
  };
}

/** How many lines a journal may have for each that is needed. */
const MOST_FOR_EACH = 2;

/** How much is written at once. */
const BLOCK = 1 << 20;

/** It is on the disk when this returns; it takes the place of the old one in one step. */
function writeAnew(path: string, head: JournalHead, people: Iterable<AnyLine>, others: readonly AnyLine[]): void {
  const fd = openSync(path, 'w');
  try {
    let text = `${JSON.stringify({ journal: KIND, ...head })}\n`;
    const flush = () => {
      const bytes = Buffer.from(text);
      for (let from = 0; from < bytes.length; ) from += writeSync(fd, bytes, from, bytes.length - from);
      text = '';
    };
    for (const lines of [others, people])
      for (const line of lines) {
        text += `${JSON.stringify(line)}\n`;
        if (text.length > BLOCK) flush();
      }
    flush();
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function open(path: string, write: boolean): number | undefined {
  try {
    return openSync(path, write ? 'a+' : 'r');
  } catch (error) {
    if (!write && errorCodeOf(error) === 'ENOENT') return undefined;
    throw unusable(path, error);
  }
}

function noJournal(): Journal {
  return {
    entry: () => undefined,
    sheet: () => undefined,
    parts: () => 0,
    inPart: () => 0,
    seals: () => [],
    add: () => {},
    lines: () => [],
    close: () => {},
  };
}

function refuseOther(path: string, line: string, head: JournalHead): void {
  let found: Partial<JournalHead & { journal: number }> | null;
  try {
    found = JSON.parse(line) as typeof found;
  } catch {
    found = null;
  }
  if (found?.journal !== KIND) throw new InputError(manyProblem('many.no-journal', { path }));
  const other = (['source', 'profiles', 'layout', 'shard'] as const).find(
    (key) => JSON.stringify(found[key]) !== JSON.stringify(head[key]),
  );
  if (other === undefined) return;
  const said = (value: unknown) => (value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value));
  throw new InputError(
    manyProblem(`many.other-${other}`, { path, there: said(found[other]), here: said(head[other]) }),
  );
}

/** Whoever wrote the line was killed, or it is of a later version: what it says is made again. */
function parse(line: string): AnyLine | undefined {
  try {
    const read = JSON.parse(line) as Partial<JournalLine & SheetLine & SealLine> | null;
    if (typeof read?.digest !== 'string') return undefined;
    const { digest, size } = read;
    if (typeof read.sheet === 'number' && typeof size === 'number') return { sheet: read.sheet, digest, size };
    if (typeof read.sealed === 'number' && typeof size === 'number') return { sealed: read.sealed, digest, size };
    return typeof read.address === 'string' && typeof read.login === 'string' ? (read as JournalLine) : undefined;
  } catch {
    return undefined;
  }
}

function wordsOf(digest: string): number[] {
  return [0, 8, 16, 24].map((from) => Number.parseInt(digest.slice(from, from + 8), 16));
}

function entryOf(table: Table, name: string, lineAt: (at: number) => JournalLine): Entry | undefined {
  const words = table.get(name);
  if (words === undefined) return undefined;
  const at = words[AT] as number;
  const digest = Array.from(words.subarray(0, PART), (word) => word.toString(16).padStart(8, '0')).join('');
  return { digest, part: words[PART] as number, line: () => lineAt(at) };
}

const CHUNK = 1 << 20;

/** The lines of a file that end, with the places where each begins and where the next does. */
function* linesOf(fd: number): Generator<{ line: string; at: number; next: number }> {
  const chunk = Buffer.alloc(CHUNK);
  let rest = Buffer.alloc(0);
  let at = 0;
  for (let read = readSync(fd, chunk, 0, CHUNK, 0), from = 0; read > 0; read = readSync(fd, chunk, 0, CHUNK, from)) {
    from += read;
    const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
    let begin = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, begin)) {
      const next = at + end + 1 - begin;
      yield { line: bytes.toString('utf8', begin, end), at, next };
      [at, begin] = [next, end + 1];
    }
    rest = bytes.subarray(begin);
  }
}

/** Lines are short: an address and a login have bounds. */
const LONGEST_LINE = 8192;

function lineFrom(fd: number, at: number): string {
  const bytes = Buffer.alloc(LONGEST_LINE);
  const line = bytes.subarray(0, readSync(fd, bytes, 0, LONGEST_LINE, at));
  return line.toString('utf8', 0, line.indexOf(10));
}

function unusable(path: string, error: unknown): InputError {
  if (['ENOSPC', 'EDQUOT'].includes(errorCodeOf(error))) return unwritable(path, error);
  return new InputError(manyProblem('many.journal', { path, reason: errorCodeOf(error) }), { cause: error });
}
