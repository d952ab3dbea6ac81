import { oneForm } from '../clients/identity.ts';
import { InputError, type Problem } from '../errors.ts';
import type { Account, Person } from '../model/account.ts';
import type { Row } from '../people/source.ts';
import type { Entry } from './journal.ts';
import { manyProblem } from './many-problem.ts';
import type { Shard } from './shard.ts';
import { makeTable } from './table.ts';

/** Wanted of whom files are to be made, or have been. */
export interface Wanted {
  readonly person: Person;
  readonly address: string;
  readonly login: string;
  readonly digest: string;
  /** The folder of the guides to which their page leads. */
  readonly guides: string | undefined;
  /** What the journal has of them. */
  readonly entry: Entry | undefined;
}

/** What is to be done about a row. `made`: what it asks for is there. */
export type Verdict = Pick<Row, 'row' | 'where' | 'given'> &
  (
    | { readonly do: 'refuse'; readonly problems: readonly Problem[]; readonly login?: string }
    | { readonly do: 'nothing' | 'make' | 'tell'; readonly somebody: Wanted }
  );

export interface Screening {
  /** @throws InputError when nobody, or more than one, fits */
  readonly resolve: (person: Person) => Account;
  readonly digest: (account: Account) => string;
  readonly guides: ((account: Account) => string | undefined) | undefined;
  /** What the journal has of a mailbox, by its one form. */
  readonly entry: (name: string) => Entry | undefined;
  /** Does what the journal has of them stand where it was put? */
  readonly isThere: (somebody: Wanted) => boolean;
  readonly update: boolean;
  readonly shard: Shard | undefined;
}

export interface Judge {
  /** What to do about the next row; nothing where it is another shard's. */
  readonly verdict: (row: Row) => Verdict | undefined;
  /** Has the source a row of this mailbox, be it one that was refused? */
  readonly isListed: (name: string) => boolean;
}

/** Looks at rows one after the other: who is it, has somebody else the mailbox or its login, is it made already? */
export function makeJudge({ resolve, digest, guides, entry, isThere, update, shard }: Screening): Judge {
  /** The row that a mailbox, or the login of one, was in, 0 where that was refused; and its line, 0 where the list has none. */
  const rowOf = makeTable(2);
  const refuse = (row: Row, problems: readonly Problem[], login?: string): Verdict => {
    // Whoever is in the list is not gone.
    const name = nameOf(row.given);
    if (row.given.includes('@') && rowOf.get(name) === undefined) rowOf.set(name, [0, 0]);
    return { ...placeOf(row), do: 'refuse', problems, ...(login !== undefined && { login }) };
  };
  const verdict = (row: Row): Verdict | undefined => {
    // Who it is nobody knows, so the number of the row says whose part it is.
    const unknown = (problems: readonly Problem[]) => {
      const refused = refuse(row, problems);
      return shard === undefined || shard.has(String(row.row)) ? refused : undefined;
    };
    if (row.person === undefined) return unknown(row.problems ?? []);
    let account: Account;
    try {
      account = resolve(row.person);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return unknown(error.problems);
    }
    const { address } = account;
    const login = mailboxLogin(account);
    const name = nameOf(address);
    const taken = taker(rowOf, name, account, login, row);
    const others = shard !== undefined && !shard.has(name);
    if (taken !== undefined) return others ? undefined : refuse({ ...row, given: address }, [taken], login);
    const first = [row.row, row.line ?? 0];
    rowOf.set(name, first);
    rowOf.set(placeOfLogin(account, login), first);
    if (others) return undefined;
    const somebody = {
      ...{ person: row.person, address, login, digest: digest(account), entry: entry(name) },
      guides: guides?.(account),
    };
    return { ...placeOf(row), do: whatToDo(somebody), somebody };
  };
  const whatToDo = (somebody: Wanted) => {
    if (somebody.entry === undefined) return 'make';
    if (somebody.entry.digest === somebody.digest) return isThere(somebody) ? 'nothing' : 'make';
    return update || !isThere(somebody) ? 'make' : 'tell';
  };
  return { verdict, isListed: (name) => rowOf.get(name) !== undefined };
}

/** By what a mailbox is known: its address, in one form. */
export function nameOf(address: string): string {
  return oneForm(address);
}

/** The login that opens the mailbox. */
export function mailboxLogin({ incoming, exchange, login }: Account): string {
  return (incoming[0] ?? exchange)?.login ?? login;
}

/** Servers tell logins apart by their letters, and hardly one by the case of these. Two domains may have servers of their own, with the same login at each. */
function placeOfLogin({ incoming, exchange }: Account, login: string): string {
  return `${(incoming[0] ?? exchange)?.host ?? ''}\n${login.normalize('NFC').toLowerCase()}`;
}

type RowOf = ReturnType<typeof makeTable>;

function taker(rowOf: RowOf, name: string, account: Account, login: string, own: Row): Problem | undefined {
  const same = firstIn(rowOf, name, own);
  if (same !== undefined) return manyProblem('many.twice', same);
  const other = firstIn(rowOf, placeOfLogin(account, login), own);
  return other && manyProblem('many.one-login', { login, ...other });
}

/** The first row of two, as both the report and the list call it. */
function firstIn(rowOf: RowOf, name: string, own: Row): { readonly row: number; readonly where: string } | undefined {
  const [row = 0, line = 0] = rowOf.get(name) ?? [];
  if (row === 0) return undefined;
  // Both are in one file, so its name is that of the second.
  return { row, where: line === 0 ? '' : own.where.replace(/\d+$/, String(line)) };
}

function placeOf({ row, where, given }: Row) {
  return { row, where, given };
}
