import type { Language } from '../model/account.ts';
import { languages } from '../words/languages.ts';
import { nearest } from '../words/suggest.ts';

/** The command was wrongly asked; the message is one line in the person's language. */
export class UsageError extends Error {}

/** The language asked for with `--lang`, before the rest is parsed: errors of the rest must already speak it. */
export function languageOf(args: readonly string[]): Language | undefined {
  const last = args
    .map((arg, index) => (arg === '--lang' ? args[index + 1] : /^--lang=(.*)$/.exec(arg)?.[1]))
    .filter(Boolean);
  return languages.find((language) => language === last.at(-1));
}

/** No argument of a program has this character (execve(2)). */
const GUARD = '\0';

/**
 * What stands after `--` is no option. But yargs gives it to no positional, and where a positional starts with a hyphen it reads it as an option once more
 * and drops it without a word (yargs 18.2); so it does with a hyphen alone, wherever it stands. So the `--` goes, and something that is no hyphen stands in front
 * of all these until yargs is done.
 */
export function guarded(args: readonly string[]): string[] {
  const end = args.indexOf('--');
  const before = (end < 0 ? args : args.slice(0, end)).map((arg) => (arg === '-' ? `${GUARD}${arg}` : arg));
  return end < 0 ? before : [...before, ...args.slice(end + 1).map((arg) => `${GUARD}${arg}`)];
}

/** What `guarded` was given. */
export function bared(text: string): string {
  return text.replaceAll(GUARD, '');
}

/** The same for all values of a command. */
export function baredAll<T extends Readonly<Record<string, unknown>>>(given: T): T {
  const bare = (value: unknown): unknown =>
    typeof value === 'string' ? bared(value) : Array.isArray(value) ? value.map(bare) : value;
  // Each value has the type that it had.
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, bare(value)])) as T;
}

/** The option that was probably meant by the first that nobody knows; empty where none is near. */
export function meantOption(args: readonly string[], known: readonly string[]): string {
  const end = args.indexOf('--');
  for (const arg of end < 0 ? args : args.slice(0, end)) {
    const [, hyphens, , name = ''] = /^(--?)(no-)?([^=]+)/.exec(arg) ?? [];
    if (hyphens === undefined || (hyphens === '--' && known.includes(name))) continue;
    // `-h` and `-name`: there is no short form of any option.
    const meant = name.length === 1 ? known.find((each) => each.startsWith(name)) : nearest(name, known);
    if (meant) return `--${meant}`;
  }
  return '';
}

/** yargs takes every value of a switch but `true` for a no: `--dry-run=yes` would write. */
export function refuseValues(
  args: readonly string[],
  names: readonly string[],
  message: (details: { option: string }) => string,
): void {
  const end = args.indexOf('--');
  for (const arg of end < 0 ? args : args.slice(0, end)) {
    const [, name = '', value] = /^--(?:no-)?([^=]+)=(.*)$/s.exec(arg) ?? [];
    if (names.includes(name) && value !== 'true' && value !== 'false')
      throw new UsageError(message({ option: `--${name}` }));
  }
}

/** Is this switch among the options? Asked where yargs has not read them, has given up or is long done. */
export function hasSwitch(name: 'json' | 'quiet' | 'from', args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const begin = `--${name}`;
  // One with a value is refused, and who wrote it reads JSON.
  return args
    .slice(0, end < 0 ? undefined : end)
    .some((arg) => arg === begin || (arg.startsWith(`${begin}=`) && arg !== `${begin}=false`));
}

/** yargs makes a list of an option that is given twice; for these only one value has a meaning. */
export function refuseRepeated(
  argv: Readonly<Record<string, unknown>>,
  names: readonly string[],
  message: (details: { option: string }) => string,
): void {
  const repeated = names.find((name) => Array.isArray(argv[name]));
  if (repeated !== undefined) throw new UsageError(message({ option: `--${repeated}` }));
}
