import { either } from './text.ts';
import { source } from './words.ts';

/** What may be wrong with a list of people, wherever it comes from. */
export const en = source({
  'people.unknown-source':
    '“{value}” is no source of people: name a file such as people.csv, - for standard input, postfix:/path/to/map, or a URL that begins with ldap://, ldaps:// or postgres://',
  'people.empty-source': '--from is empty: name a file such as people.csv, or - for standard input',
  'people.unreadable': 'cannot be read ({reason}): name another file, or give the right to read it',
  'people.spreadsheet': 'is a spreadsheet or another archive, and not text: save it as CSV (UTF-8) first',
  'people.binary': 'is not text, so it is no CSV: save the list as CSV (UTF-8) first',
  'people.empty': 'is empty: write the names of the columns into the first line, as in address,name',
  'people.no-names':
    'the first line names no columns, it has a person already: put a line such as address,name before it',
  'people.no-column': 'no column has the address or the login — found: {columns}; say which with --map address=COLUMN',
  'people.map-form':
    '“{value}” in --map is not of the form COLUMN=NAME: write, say, --map address=mail,name=cn (there are {columns})',
  'people.map-column': either(
    'suggestion',
    '“{value}” in --map is nothing that is read of a person: did you mean {suggestion}? There are {columns}',
    '“{value}” in --map is nothing that is read of a person: there are {columns}',
  ),
  'people.map-twice': '--map names {column} twice: name one',
  'people.map-absent': either(
    'suggestion',
    'there is no column “{value}”, which --map names: did you mean “{suggestion}”? Found: {columns}',
    'there is no column “{value}”, which --map names — found: {columns}',
  ),
  'people.two-columns': '{columns} would both be the {column} of a person: say which with --map {column}=NAME',
  'people.unused-columns': 'not read: {columns} (--map says what a column is)',
  'people.too-many-values':
    'this line has {count} values for {expected} columns: put quotes around a value that has the delimiter in it',
  'people.too-few-values':
    'this line has {count} values for {expected} columns: add what is missing, if only delimiters',
  'people.quote':
    'a quotation mark that opens on this line is not closed before line {line}, so none of these lines can be read: close it, or write it twice where it is meant',
  'people.quote-open':
    'a quotation mark that opens on this line is never closed, so nothing below can be read: close it, or write it twice where it is meant',
  'people.encoding':
    'a character of this line is lost, because the file is neither UTF-8 nor Windows-1252 throughout: save it as UTF-8',
  'people.nobody': 'neither an address nor a login stands here: write one, or remove the line',
  'people.language': '“{value}” is no language of Facteur: write {known}, or leave it empty',
  'people.role': '“{value}” is no role: write additional or primary, or leave it empty',
  'people.changed': 'changed while it was read, so the list may be of two minds: run the command again',
});
