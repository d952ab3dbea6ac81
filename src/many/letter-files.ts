import { lstatSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lettersOf } from '../bundle/letters.ts';
import type { Account } from '../model/account.ts';
import { unwritable } from '../sinks/folder.ts';
import type { Working } from '../sinks/working.ts';
import { digest } from './digest.ts';
import type { Journal } from './journal.ts';
import { openTable } from './report.ts';
import type { Wanted } from './screen.ts';

/** What is handed over with the mailboxes: letters to print, and a table for a mail merge. */
export interface LetterFiles {
  readonly add: (wanted: Wanted) => void;
  /** Everything is in its place. */
  readonly finish: () => void;
  readonly close: () => void;
}

export interface LetterFilesOptions {
  /** Where the page of a person is on the provider's site; empty where it has none. */
  readonly linkOf: (account: Account) => string;
  readonly resolve: (person: Wanted['person']) => Account;
  readonly journal: Journal;
  readonly working: Working;
  /** Where the file of so many letters goes. */
  readonly path: (number: number) => string;
  readonly links: string;
}

/** A browser prints that many at once without ado. */
const IN_ONE_FILE = 200;
const COLUMNS = ['address', 'login', 'name', 'language', 'link'] as const;

/** People whose letters are in one file: all of one provider. */
interface Group {
  readonly number: number;
  readonly people: Wanted[];
}

/** Letters follow the order of the list; a file is written again where somebody in it has changed, or is another. */
export function letterFiles(options: LetterFilesOptions): LetterFiles {
  const { linkOf, resolve, journal, working, path, links } = options;
  const groups = new Map<string, Group>();
  const table = openTable(join(working.path, 'links.csv'), COLUMNS);
  let number = 0;
  const write = (group: Group) => {
    const own = digest(group.people.map((each) => each.digest).join());
    const place = path(group.number);
    const before = journal.sheet(group.number);
    if (before?.digest === own && sizeOf(place) === before.size) return;
    // None is written without anybody.
    const accounts = group.people.map(({ person }) => resolve(person)) as [Account, ...Account[]];
    const bytes = lettersOf(accounts);
    try {
      const waiting = join(working.path, 'letters.html');
      writeFileSync(waiting, bytes);
      mkdirSync(dirname(place), { recursive: true });
      renameSync(waiting, place);
    } catch (error) {
      throw unwritable(place, error);
    }
    journal.add([{ sheet: group.number, digest: own, size: bytes.length }]);
  };
  return {
    add: (wanted) => {
      const account = resolve(wanted.person);
      const { address, language, name = '', provider } = account;
      table.add([{ address, login: wanted.login, name, language, link: linkOf(account) }]);
      const key = provider.id;
      const group = groups.get(key) ?? { number: ++number, people: [] };
      groups.set(key, group);
      group.people.push(wanted);
      if (group.people.length < IN_ONE_FILE) return;
      groups.delete(key);
      write(group);
    },
    finish: () => {
      for (const group of groups.values()) write(group);
      groups.clear();
      table.place(links);
    },
    close: table.close,
  };
}

function sizeOf(path: string): number | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.size;
}
