import { outlook } from '../../../src/clients/outlook/index.ts';
import type { Account } from '../../../src/model/account.ts';
import { decode } from '../../decode.ts';
import { type Made, renderFormat } from '../../made.ts';

/** The one file of a format for an account, made once. */
export function artifactOf(account: Account, id: string): Made {
  const known = files.get(account) ?? new Map<string, Made>();
  files.set(account, known);
  const file = known.get(id) ?? makeFile(account, id);
  known.set(id, file);
  return file;
}

const files = new WeakMap<Account, Map<string, Made>>();

function makeFile(account: Account, id: string): Made {
  const format = outlook.formats('en').find((each) => each.id === id);
  const [artifact] = format === undefined ? [] : renderFormat(outlook, format, account);
  if (artifact === undefined) throw new Error(`outlook has no format ${id}`);
  return artifact;
}

/** Its text, with the line ends that it has. */
export function textOf(account: Account, id: string): string {
  return decode(artifactOf(account, id));
}

/** A registry value as a .reg file writes it, or `-` where it deletes the value. */
export type RegistryValues = Readonly<Record<string, string>>;

/**
 * Reads a .reg file (version 5.00): key and name → data. Deleted keys appear with the name `-`; a line that is none of a header, key, value, comment or
 * empty one is an error. `reg export` and regedit write the same form.
 */
export function readRegistry(text: string): RegistryValues {
  const [header, blank, ...lines] = text
    .replace(/^\ufeff/, '')
    .replace(/,\\\r\n {2}/g, ',')
    .split('\r\n');
  if (header !== 'Windows Registry Editor Version 5.00' || blank !== '') throw new Error('not a .reg file');
  const values: Record<string, string> = {};
  let key = '';
  for (const line of lines) {
    const opened = /^\[(-?)(HKEY_[^\]]+)\]$/.exec(line);
    const value =
      /^("(?:[^"\\]|\\["\\])*"|@)=("(?:[^"\\]|\\["\\])*"|dword:[0-9a-f]{8}|hex(?:\([0-9a-f]\))?:.*|-)$/.exec(line);
    if (opened?.[2] !== undefined) {
      key = opened[2];
      if (opened[1] === '-') values[`${key}\\-`] = '-';
    } else if (value?.[1] !== undefined && value[2] !== undefined) {
      values[`${key}\\${unquote(value[1])}`] = unquote(value[2]);
    } else if (line !== '' && !line.startsWith(';')) {
      throw new Error(`not a line of a .reg file: ${line}`);
    }
  }
  return values;
}

function unquote(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replace(/\\(["\\])/g, '$1') : text;
}

/** Reads a profile file: section → key → value. */
export function readProfileFile(text: string): Record<string, Record<string, string>> {
  const sections: Record<string, Record<string, string>> = {};
  let section: Record<string, string> | undefined;
  for (const line of text.split('\r\n')) {
    const opened = /^\[([^\]]+)\]$/.exec(line)?.[1];
    const equals = line.indexOf('=');
    if (opened !== undefined) {
      if (opened in sections) throw new Error(`the section ${opened} stands twice`);
      section = {};
      sections[opened] = section;
    } else if (section !== undefined && equals > 0) {
      if (line.slice(0, equals) in section) throw new Error(`${line} stands twice`);
      section[line.slice(0, equals)] = line.slice(equals + 1);
    } else if (line !== '' && !line.startsWith(';')) {
      throw new Error(`not a line of a profile file: ${line}`);
    }
  }
  return sections;
}
