import { resolve } from 'node:path';
import { InputError, type Place, type Problem } from '../errors.ts';
import { fileSource, type ReadRows } from './list-file.ts';
import { peopleProblem } from './people-problem.ts';
import type { Row, Source, SourceOptions } from './row.ts';
import { inUtf8 } from './text-encoding.ts';

/** The types of table whose source is text of this form (DATABASE_README of Postfix), as main.cf writes them before the path. */
const TYPES = ['btree', 'cdb', 'dbm', 'hash', 'lmdb', 'sdbm', 'texthash'];

/**
 * A virtual or canonical map of Postfix, as postmap(1) takes it: the address, and the login that its mail is delivered to.
 * @throws InputError for a table of patterns, and for options that say nothing here
 */
export function postfixSource(spec: string, { map = [], note }: SourceOptions): Source {
  if (map.length > 0) throw new InputError(peopleProblem('people.map-postfix', {}));
  const [, type = 'hash', file = ''] = /^postfix:(?:([a-z]+):)?(.*)$/s.exec(spec) ?? [];
  if (!TYPES.includes(type)) throw new InputError(peopleProblem('people.postfix-type', { value: type }));
  if (file === '') throw new InputError(peopleProblem('people.postfix-path', {}));
  const read: ReadRows = (bytes, note) =>
    rowsOf(entriesOf(inUtf8(bytes, { file }, 'people.postfix-compiled'), file), file, note);
  return fileSource(file, `postfix:${resolve(file)}`, read, note);
}

/** A logical line. */
interface MapEntry {
  readonly text: string;
  /** Its first line. */
  readonly line: number;
}

/** Logical lines: one that begins with white space continues the one before, and lines that are blank or a comment count nowhere, not even between the two (postmap(1)). */
async function* entriesOf(text: AsyncIterable<Buffer>, file: string): AsyncGenerator<MapEntry> {
  let entry: MapEntry | undefined;
  let line = 0;
  for await (const each of linesOf(text, file)) {
    line += 1;
    if (/^\s*(?:#|$)/.test(each)) continue;
    const continues = /^\s/.test(each);
    if (continues && entry !== undefined) {
      entry = { ...entry, text: entry.text + each };
      continue;
    }
    if (entry !== undefined) yield entry;
    if (continues) throw new InputError(peopleProblem('people.postfix-continuation', {}, { file, line }));
    entry = { text: each, line };
  }
  if (entry !== undefined) yield entry;
}

/** No line of a map is as long. In characters. */
const LONGEST_LINE = 1024 * 1024;

async function* linesOf(text: AsyncIterable<Buffer>, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of text) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n/);
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new InputError(peopleProblem('people.postfix-compiled', {}, { file }));
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/** How many entries of one kind are told of one by one. */
const MOST_TOLD = 10;

async function* rowsOf(
  entries: AsyncIterable<MapEntry>,
  file: string,
  note: (note: Problem) => void,
): AsyncGenerator<Row> {
  let row = 0;
  let passed = 0;
  for await (const { text, line } of entries) {
    const place = { file, line };
    refuseOtherForms(text, place);
    const [, key = '', value = ''] = ENTRY.exec(text) ?? [];
    if (!isAddress(key) && value !== '') {
      passed += 1;
      if (passed <= MOST_TOLD)
        note(peopleProblem('people.postfix-nobody', { value: key, all: key.startsWith('@') ? 1 : 0 }, place));
      continue;
    }
    row += 1;
    const about = { row, where: `${file}:${line}`, line, given: key };
    const wrong = wrongWith(text, key, value.trim(), place);
    yield wrong === undefined
      ? { ...about, person: { who: key, login: value.trim() } }
      : { ...about, problems: [wrong] };
  }
  if (passed > MOST_TOLD) note(peopleProblem('people.postfix-more', { count: passed - MOST_TOLD }, { file }));
}

/** Key and value: white space separates them, but not between double quotes, in which a backslash takes the meaning from the next sign (postmap(1), TABLE FORMAT). */
const ENTRY = /^((?:"(?:\\.|[^"\\])*"|\\.|[^\s"\\])+)\s*(.*)$/s;

/** Tables of patterns (regexp_table(5), pcre_table(5)), of networks (cidr_table(5)) and of aliases (aliases(5)) are read in other ways, and say nobody's login. */
function refuseOtherForms(text: string, place: Place): void {
  if (/^!?\/.*\/[a-z]*\s/i.test(text) || /^(?:if\s+!?\/|endif\s*$)/i.test(text))
    throw new InputError(peopleProblem('people.postfix-pattern', {}, place));
  if (/^(?:"(?:\\.|[^"\\])*"|[^\s"@]+)\s*:\s/.test(text))
    throw new InputError(peopleProblem('people.postfix-alias', {}, place));
}

/** Neither a whole domain (`@example.org`, `example.org`) nor a local part for any domain (`postmaster`). */
function isAddress(key: string): boolean {
  return key.lastIndexOf('@') > 0;
}

function wrongWith(text: string, key: string, value: string, place: Place): Problem | undefined {
  if (text.includes('\ufffd')) return peopleProblem('people.encoding', {}, place);
  if (key === '') return peopleProblem('people.postfix-quote', {}, place);
  if (value === '') return peopleProblem('people.postfix-value', {}, place);
  if (/^[|/:]/.test(value)) return peopleProblem('people.postfix-delivery', { value }, place);
  const several = value.split(/[\s,]+/).filter((each) => each !== '').length > 1;
  return several && !value.startsWith('"') ? peopleProblem('people.postfix-several', { value }, place) : undefined;
}
