/*
 * The texts that people read, as data. A text is a string in which `{name}` stands for a value; `{{` and `}}` are the braces themselves. Which names a text
 * takes is a part of its type, so that neither a caller nor a translation can leave one out or invent one.
 */

/** A text that says one thing where a value is there (neither empty, 0 nor false), and another where it is not. */
export interface Either<Name extends string = string, Present extends string = string, Absent extends string = string> {
  readonly given: Name;
  readonly present: Present;
  readonly absent: Absent;
}

/** Two whole sentences are easier to translate than halves. @param name of the value that decides; the texts need not show it */
export function either<const Name extends string, const Present extends string, const Absent extends string>(
  name: Name,
  present: Present,
  absent: Absent,
): Either<Name, Present, Absent> {
  return { given: name, present, absent };
}

/** A line of a list as a sentence by itself. */
export function sentence(line: string): string {
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}${/[?!.]$/.test(line) ? '' : '.'}`;
}

/** The names that a text takes. */
export type Names<Text extends string> = string extends Text
  ? never
  : Text extends `${string}{${infer Rest}`
    ? Rest extends `{${infer After}`
      ? Names<After>
      : Rest extends `${infer Name}}${infer After}`
        ? Name | Names<After>
        : never
    : never;

/** What a text shows. */
export type Shown = string | number;

/** The values that a text needs. */
export type Values<Text> =
  Text extends Either<infer Name, infer Present, infer Absent>
    ? { readonly [N in Exclude<Name, Names<Present> | Names<Absent>>]: Shown | boolean } & {
        readonly [N in Names<Present> | Names<Absent>]: Shown;
      }
    : Text extends string
      ? { readonly [N in Names<Text>]: Shown }
      : never;

/** The names of all its values: none where a text says the same each time. */
export type NamesOf<Text> =
  Text extends Either<infer Name, infer Present, infer Absent>
    ? Name | Names<Present> | Names<Absent>
    : Text extends string
      ? Names<Text>
      : never;

/** A text with its values put in. Values are put in as they are: what they hold is not read again. */
export type Filled = (values: Readonly<Record<string, Shown | boolean>>) => string;

/** Prepares a text, so that filling it is joining. @throws RangeError for a brace that is not closed: a mistake in our own words, or one that `override` has refused */
export function prepare(text: string): { readonly names: readonly string[]; readonly fill: Filled } {
  const pieces: string[] = [];
  const names: string[] = [];
  let piece = '';
  let at = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    piece += text.slice(at, index);
    at = index + token.length;
    if (token === '{{' || token === '}}') piece += token[0];
    else if (token.length === 1) throw new RangeError(`“${text}” has a lone ${token}`);
    else {
      pieces.push(piece);
      names.push(token.slice(1, -1));
      piece = '';
    }
  }
  const last = piece + text.slice(at);
  const fill: Filled = (values) => {
    let filled = '';
    for (let index = 0; index < pieces.length; index += 1)
      filled += `${pieces[index]}${values[names[index] as string]}`;
    return filled + last;
  };
  return { names, fill };
}

/** A name, or a brace; a lone brace is last, so that it is found only where it is nothing else. */
const TOKEN = /\{\{|\}\}|\{[A-Za-z][A-Za-z0-9]*\}|[{}]/g;
