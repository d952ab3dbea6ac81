import { beyondLimit } from './beyond-limit.ts';
import { placedLines } from './placed-lines.ts';

/*
 * The configuration of msmtp as it stands: a command a line, with at most one argument, whose quotes count only around the whole of it (msmtp 1.8.23, conf.c). What accounts
 * take over of others is worked out, for it is what a line `account b : a` says.
 */

export interface MsmtpStatement {
  readonly command: string;
  /** Without quotes around it; `undefined` where there is none. */
  readonly argument: string | undefined;
  readonly at: number;
  readonly argumentAt: number;
  /** Characters of its line. */
  readonly length: number;
}

export interface MsmtpAccount {
  /** `undefined`: the settings above the first `account`, which are an account too. */
  readonly name: string | undefined;
  readonly at: number;
  readonly parents: readonly string[];
  /** Also those of its parents and of `defaults`, the last of each command. */
  readonly settings: ReadonlyMap<string, MsmtpStatement>;
  /** Its own alone. */
  readonly own: readonly MsmtpStatement[];
  /** A program's output is a part of it, so that nobody knows all of it from the file. */
  readonly evaluated: boolean;
}

export interface Msmtprc {
  readonly statements: readonly MsmtpStatement[];
  readonly accounts: readonly MsmtpAccount[];
}

/** Reads a whole file. @throws InputError where it has more accounts or settings than we read */
export function readMsmtprc(text: string): Msmtprc {
  const statements = placedLines(text).flatMap(({ text: line, at }): MsmtpStatement[] => {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) return [];
    const begin = line.length - line.trimStart().length;
    // `account: a` has no space in front of its colon.
    const command = /^account(?=:)|^\S+/.exec(trimmed)?.[0] ?? '';
    const rest = trimmed.slice(command.length);
    const argument = rest.trim();
    return [
      {
        command,
        argument: argument === '' ? undefined : unquoted(argument),
        at: at + begin,
        argumentAt: at + begin + command.length + rest.length - rest.trimStart().length,
        length: line.length,
      },
    ];
  });
  return { statements, accounts: accountsOf(statements, text) };
}

function unquoted(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}

interface Growing {
  name: string | undefined;
  at: number;
  parents: readonly string[];
  settings: Map<string, MsmtpStatement>;
  own: MsmtpStatement[];
  evaluated: boolean;
}

/** No file has a longer list of accounts than this: each copies what those before it say. */
const MOST_ACCOUNTS = 500;
/** msmtp knows some sixty commands. */
const MOST_SETTINGS = 200;

function accountsOf(statements: readonly MsmtpStatement[], text: string): Growing[] {
  const accounts: Growing[] = [];
  const byName = new Map<string, Growing>();
  const defaults: Growing = { name: undefined, at: 0, parents: [], settings: new Map(), own: [], evaluated: false };
  let current: Growing | undefined;
  for (const statement of statements) {
    const { command, argument, at } = statement;
    if (command === 'defaults') current = defaults;
    else if (command === 'account') {
      if (accounts.length >= MOST_ACCOUNTS) throw beyondLimit('accounts', MOST_ACCOUNTS, { text, at });
      const { name, parents } = accountLine(argument ?? '');
      const sources = parents.flatMap((parent) => byName.get(parent) ?? []);
      const settings = new Map([defaults, ...sources].flatMap((each) => [...each.settings]));
      const evaluated = [defaults, ...sources].some((each) => each.evaluated);
      current = { name, at, parents, settings, own: [], evaluated };
      byName.set(name, current);
      accounts.push(current);
    } else {
      if (current === undefined) {
        current = { name: undefined, at, parents: [], settings: new Map(), own: [], evaluated: false };
        byName.set('default', current);
        accounts.push(current);
      }
      if (command === 'eval') current.evaluated = true;
      current.settings.set(command, statement);
      if (current.settings.size > MOST_SETTINGS) throw beyondLimit('settings', MOST_SETTINGS, { text, at });
      current.own.push(statement);
    }
  }
  return accounts;
}

/** `account b : a, c`, with quotes where a name needs them. */
export function accountLine(argument: string): { readonly name: string; readonly parents: readonly string[] } {
  const colon = argument.lastIndexOf(':');
  const [name, others] = colon < 0 ? [argument, ''] : [argument.slice(0, colon), argument.slice(colon + 1)];
  const names = (text: string) => text.split(',').map((each) => unquoted(each.trim()));
  return { name: unquoted(name.trim()), parents: names(others).filter((each) => each !== '') };
}
