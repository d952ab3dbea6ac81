import { closeSync, fsyncSync, ftruncateSync, openSync, renameSync, writeSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { unwritable } from '../sinks/folder.ts';
import { cutText } from './cut-text.ts';

/** What became of a row. */
export type Status = 'created' | 'unchanged' | 'updated' | 'differs' | 'refused' | 'gone';

export interface ReportRow {
  /** None of who is gone. */
  readonly row: number | '';
  readonly address: string;
  readonly login: string;
  readonly status: Status;
  readonly code: string;
  readonly message: string;
  /** Where it stands, below `--out` or beside it. */
  readonly path: string;
}

/** A table that grows beside its place and is moved there when it is whole. */
export interface TableFile {
  readonly add: (rows: readonly Readonly<Record<string, string | number>>[]) => void;
  /** Puts it in its place, over an earlier one. */
  readonly place: (path: string) => void;
  readonly close: () => void;
}

export const REPORT_COLUMNS = ['row', 'address', 'login', 'status', 'code', 'message', 'path'] as const;

/** CSV as RFC 4180 has it, each record on one line; a value that a spreadsheet would take for a formula gets a `'` in front. */
export function openTable(path: string, columns: readonly string[]): TableFile {
  const fd = openSync(path, 'w');
  let open = true;
  let size = 0;
  const write = (records: readonly (readonly (string | number)[])[]) => {
    const bytes = Buffer.from(stringify([...records], { escape_formulas: true }));
    try {
      // A disk that gets full takes a part of them, and says so only of the next.
      for (let from = 0; from < bytes.length; ) from += writeSync(fd, bytes, from, bytes.length - from, size + from);
      size += bytes.length;
    } catch (error) {
      ftruncateSync(fd, size);
      throw unwritable(path, error);
    }
  };
  const close = () => {
    if (open) closeSync(fd);
    open = false;
  };
  write([columns]);
  return {
    add: (rows) => {
      if (rows.length > 0) write(rows.map((row) => columns.map((column) => bounded(row[column] ?? ''))));
    },
    place: (to) => {
      try {
        fsyncSync(fd);
        close();
        renameSync(path, to);
      } catch (error) {
        throw unwritable(to, error);
      }
    },
    close,
  };
}

/** More than any message has. A spreadsheet takes no cell of more than 32 767 characters, and nobody reads one of a thousand. */
const LONGEST = 1000;

/** What a list gives may be of any length. */
function bounded(cell: string | number): string | number {
  return typeof cell === 'string' ? cutText(cell, LONGEST) : cell;
}
