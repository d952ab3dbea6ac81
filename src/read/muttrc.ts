import { placedLines } from './placed-lines.ts';

/*
 * The commands of a muttrc as they stand (NeoMutt 20220429 and Mutt 2.2.12, init.c): words with quotes, backslashes, backquotes and variables, settings, hooks with the
 * commands in them. Nothing is run, and no other file is read.
 */

/** What a word is made of. */
export type MuttPart = string | { readonly runs: string } | { readonly variable: string };

export interface MuttWord {
  readonly parts: readonly MuttPart[];
  readonly at: number;
  /** The quote or backquote that its line does not close. */
  readonly unclosed: string | undefined;
}

export interface MuttSetting {
  readonly name: string;
  /** What is done to it; a name alone sets or asks for it. */
  readonly action: 'set' | 'unset' | 'toggle' | 'reset' | 'query' | 'add' | 'remove';
  readonly value: MuttWord | undefined;
  readonly at: number;
}

export interface MuttCommand {
  readonly name: string;
  readonly at: number;
  /** What follows the name, where it is no command of settings. */
  readonly words: readonly MuttWord[];
  /** Of `set`, `unset`, `toggle` and `reset`. */
  readonly settings: readonly MuttSetting[];
  /** Of a hook or a condition: what is done then. */
  readonly inner: readonly MuttCommand[];
}

export function readMuttrc(text: string): MuttCommand[] {
  return logicalLines(text).flatMap(({ line, place }) => commandsOf(line, place, 0));
}

/** A hook in a hook in a hook: more than anybody writes. */
const DEEPEST = 4;

interface LogicalLine {
  readonly line: string;
  readonly place: (index: number) => number;
}

/** Lines with those that a backslash at the end continues. */
function logicalLines(text: string): LogicalLine[] {
  const found: LogicalLine[] = [];
  let pieces: { readonly text: string; readonly at: number }[] = [];
  const flush = () => {
    if (pieces.length === 0) return;
    const own = pieces;
    pieces = [];
    found.push({ line: own.map((piece) => piece.text).join(''), place: placeIn(own) });
  };
  for (const { text: line, at } of placedLines(text)) {
    if (line === '' && pieces.length === 0) continue;
    const goesOn = line.endsWith('\\');
    pieces.push({ text: goesOn ? line.slice(0, -1) : line, at });
    if (!goesOn) flush();
  }
  flush();
  return found;
}

function placeIn(pieces: readonly { readonly text: string; readonly at: number }[]): (index: number) => number {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return (index) => only.at + index;
  const starts: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    starts.push(length);
    length += piece.text.length;
  }
  return (index) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= index) low = middle;
      else high = middle;
    }
    return (pieces[low]?.at ?? 0) + index - (starts[low] ?? 0);
  };
}

const SETS: readonly string[] = ['set', 'unset', 'toggle', 'reset'];
/** Their last word is commands. */
const HOOKS = /^(?:account|folder|send|send2|reply|message|startup|shutdown|timeout)-hook$/;

function commandsOf(line: string, place: (index: number) => number, depth: number): MuttCommand[] {
  const commands: MuttCommand[] = [];
  let index = 0;
  for (;;) {
    index = skipSpace(line, index);
    if (index >= line.length || line[index] === '#') return commands;
    if (line[index] === ';') {
      index += 1;
      continue;
    }
    const named = wordAt(line, index, place);
    index = Math.max(named.next, index + 1);
    const name = writtenText(named.word);
    const command = { name, at: named.word.at };
    if (SETS.includes(name)) {
      const { settings, next } = settingsAt(name, line, index, place);
      commands.push({ ...command, words: [], settings, inner: [] });
      index = next;
      continue;
    }
    const words: MuttWord[] = [];
    for (index = skipSpace(line, index); index < line.length && !/[#;]/.test(line[index] ?? ''); ) {
      const { word, next } = wordAt(line, index, place);
      words.push(word);
      index = skipSpace(line, Math.max(next, index + 1));
    }
    commands.push({ ...command, words, settings: [], inner: depth < DEEPEST ? innerOf(name, words, depth) : [] });
  }
}

function innerOf(name: string, words: readonly MuttWord[], depth: number): MuttCommand[] {
  const hook = HOOKS.test(name);
  if (!hook && name !== 'ifdef' && name !== 'ifndef') return [];
  const rest = /^(?:startup|shutdown|timeout)/.test(name) ? words : words.slice(1);
  const [first] = rest;
  if (first === undefined) return [];
  // A command without quotes is the rest of the line.
  return commandsOf(rest.map(writtenText).join(' '), () => first.at, depth + 1);
}

function settingsAt(
  command: string,
  line: string,
  from: number,
  place: (index: number) => number,
): { settings: MuttSetting[]; next: number } {
  const settings: MuttSetting[] = [];
  let index = skipSpace(line, from);
  while (index < line.length && !/[#;]/.test(line[index] ?? '')) {
    const start = index;
    let action: MuttSetting['action'] = command as 'set' | 'unset' | 'toggle' | 'reset';
    const prefix = /^(?:no|inv|[?&])/.exec(line.slice(index, index + 3))?.[0];
    if (prefix !== undefined) {
      action = ({ no: 'unset', inv: 'toggle', '?': 'query', '&': 'reset' } as const)[prefix] ?? action;
      index += prefix.length;
    }
    const named = wordAt(line, index, place, /[=?+-]/);
    const name = writtenText(named.word);
    index = skipSpace(line, named.next);
    let value: MuttWord | undefined;
    if (line[index] === '?') {
      action = 'query';
      index += 1;
    } else if (command === 'set' && /^[+-]?=/.test(line.slice(index, index + 2))) {
      if (line[index] !== '=') action = line[index] === '+' ? 'add' : 'remove';
      const read = wordAt(line, skipSpace(line, index + (line[index] === '=' ? 1 : 2)), place);
      value = read.word;
      index = read.next;
    }
    settings.push({ name, action, value, at: place(start) });
    index = skipSpace(line, Math.max(index, start + 1));
  }
  return { settings, next: index };
}

function skipSpace(line: string, from: number): number {
  let index = from;
  while (line[index] === ' ' || line[index] === '\t' || line[index] === '\r' || line[index] === '\f') index += 1;
  return index;
}

/** A word up to white space, `#`, `;` and what else ends it. */
function wordAt(
  line: string,
  from: number,
  place: (index: number) => number,
  stops?: RegExp,
): { readonly word: MuttWord; readonly next: number } {
  const parts: MuttPart[] = [];
  let letters: string[] = [];
  let quote = '';
  let unclosed: string | undefined;
  const flush = (part?: MuttPart) => {
    if (letters.length > 0) parts.push(letters.join(''));
    letters = [];
    if (part !== undefined) parts.push(part);
  };
  let index = from;
  while (index < line.length) {
    const character = line[index] ?? '';
    if (quote === '' && (/[\s#;]/.test(character) || stops?.test(character) === true)) break;
    index += 1;
    if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === '\\' && quote !== "'") {
      const next = line[index];
      if (next === undefined) break;
      letters.push(ESCAPES[next] ?? next);
      index += 1;
    } else if (character === '`' && quote !== "'") {
      const end = closing(line, index);
      if (end < 0) {
        unclosed = '`';
        break;
      }
      flush({ runs: line.slice(index, end) });
      index = end + 1;
    } else if (character === '$' && quote !== "'" && /[{A-Za-z]/.test(line[index] ?? '')) {
      const braced = line[index] === '{';
      const begin = braced ? index + 1 : index;
      let end = begin;
      while (end < line.length && (braced ? line[end] !== '}' : /\w/.test(line[end] ?? ''))) end += 1;
      flush({ variable: line.slice(begin, end) });
      index = braced ? end + 1 : end;
    } else letters.push(character);
  }
  flush();
  if (unclosed === undefined && quote !== '') unclosed = quote;
  return { word: { parts, at: place(from), unclosed }, next: index };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', e: '\u001b' };

/** Where a backquote is closed, or less than 0. */
function closing(line: string, from: number): number {
  for (let index = from; index < line.length; index += 1) {
    if (line[index] === '\\') index += 1;
    else if (line[index] === '`') return index;
  }
  return -1;
}

/** A word without what only a running program knows. */
export function writtenText({ parts }: MuttWord): string {
  return parts.map((part) => (typeof part === 'string' ? part : '')).join('');
}

/** Does it say something that only a running program knows: a command's output, a variable? */
export function isMade({ parts }: MuttWord): boolean {
  return parts.some((part) => typeof part !== 'string');
}
