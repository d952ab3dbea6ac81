import { UnrepresentableError } from '../errors.ts';
import type { Context, Value } from './context.ts';
import { notations } from './notation.ts';
import type { TemplateName } from './templates.generated.ts';
import { notationOf, template } from './templates.ts';

/** Fills a template and encodes it in its notation. @throws UnrepresentableError naming the value and where the context has it */
export function renderTemplate(name: TemplateName, context: Context): Uint8Array {
  const encode = encoderOf(name);
  return locating(context, () => encode(template(name)(context)));
}

/** How the text of a template becomes bytes. */
export function encoderOf(name: TemplateName): (text: string) => Uint8Array {
  return notations[notationOf(name)].encode;
}

/** Fills a template. @throws UnrepresentableError naming the value and where the context has it */
export function fillTemplate(name: TemplateName, context: Context): string {
  return locating(context, () => template(name)(context));
}

function locating<T>(context: Context, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UnrepresentableError)) throw error;
    const { code, details } = error.problem;
    const field = code === 'value.unrepresentable' ? fieldOf(context, JSON.parse(String(details.value))) : undefined;
    throw new UnrepresentableError({ ...error.problem, place: { field } }, { cause: error });
  }
}

/** The same, written when they are first asked for, and once. @throws UnrepresentableError each time */
export function linesOnce(name: TemplateName, context: () => Context): () => readonly string[] {
  let lines: readonly string[] | undefined;
  return () => {
    lines ??= renderLines(name, context());
    return lines;
  };
}

/** The lines of a file that a script is to write: encoded with the script. */
export function renderLines(name: TemplateName, context: Context): string[] {
  return split(fillTemplate(name, context));
}

/** The lines of a file in UTF-8. */
export function linesOf(bytes: Uint8Array): string[] {
  return split(new TextDecoder().decode(bytes));
}

function split(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}

/** Where the context has the refused value, or, where an encoder refused a character, the first value with it: a message can then say more than its text. */
function fieldOf(context: Context, refused: string): string | undefined {
  return pathTo(context, (text) => text === refused) ?? pathTo(context, (text) => text.includes(refused));
}

/** The first value that fits, as names and positions (from 1) on the way to it. */
function pathTo(
  value: Value,
  fits: (text: string) => boolean,
  path: readonly (string | number)[] = [],
): string | undefined {
  if (typeof value !== 'object') return fits(String(value)) ? path.join('.') : undefined;
  for (const [name, member] of Object.entries(value)) {
    const found = pathTo(member, fits, [...path, Array.isArray(value) ? Number(name) + 1 : name]);
    if (found !== undefined) return found;
  }
  return undefined;
}
