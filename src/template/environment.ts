import { UnrepresentableError } from '../errors.ts';
import { derive } from '../prepare/marks.ts';
import type { Context } from './context.ts';
import type { Escape } from './escape.ts';
import type { Notation } from './notation.ts';

/** Fills one template. */
export type Fill = (context: Context) => string;

/** What javascript.ts makes of a template: given what its notation can do, a function of a context and of the outermost context. */
export type CompiledTemplate = (runtime: Runtime) => Write;
type Write = (context: unknown, root: unknown) => string;

/** What a compiled template calls. Each refuses what a context must not have; nothing absent passes for something empty. */
interface Runtime {
  /** What a name without members means; `place` is the template's file and line. */
  readonly at: (value: unknown, place: string) => unknown;
  /** A member that the object itself has; what it inherits is not there. */
  readonly get: (from: unknown, name: string, place: string) => unknown;
  /** Escapes a string, number or boolean. */
  readonly print: Escape;
  /** Does that, and says where a line may break in it. */
  readonly breaks: Escape;
  readonly holds: (value: unknown) => boolean;
  readonly with: (value: unknown, write: (context: unknown) => string, otherwise: () => string) => string;
  readonly each: (
    value: unknown,
    write: (item: unknown, index: number, length: number) => string,
    otherwise: () => string,
  ) => string;
  /** The partial of that name, which is written in the same notation. */
  readonly include: (name: string) => Write;
}

/**
 * What fills the templates of one notation: its escapers, and the partials that they may include.
 * @returns a function that readies one template; errors name template and line
 */
export function createEnvironment(
  { escape: escapeValue, breaks: escapeWithBreaks = noBreaks }: Pick<Notation, 'escape' | 'breaks'>,
  partials: Readonly<Record<string, CompiledTemplate>>,
) {
  const readied = new Map<string, Write>();
  const include = (name: string): Write => {
    const write = readied.get(name) ?? partials[name]?.(runtime);
    // compile.ts lets no template pass that includes what does not exist.
    if (write === undefined) throw new Error(`there is no partial ${name}`);
    readied.set(name, write);
    return write;
  };
  // A person's value is escaped as a whole, with what stands around it, when there is a person.
  const derived =
    (escaper: Escape): Escape =>
    (value) =>
      typeof value === 'string' ? derive(escaper, value) : escaper(value);
  const print = derived(escapeValue);
  const breaks = derived(escapeWithBreaks);
  const runtime: Runtime = { at, get, print, breaks, holds, with: withValue, each, include };

  return (name: string, template: CompiledTemplate): Fill => {
    const write = template(runtime);
    return (context) => {
      try {
        return write(context, context);
      } catch (error) {
        // A value that the notation cannot write is no mistake of the template: the message is for people and names the field.
        if (error instanceof UnrepresentableError || error instanceof TemplateError) throw error;
        const message = error instanceof Error ? error.message : String(error);
        throw new TemplateError(lastPlace || `${name}.hbs:1`, message, { cause: error });
      }
    };
  };
}

/** A template and its context do not fit each other; the message begins with the place. */
export class TemplateError extends Error {
  /** The template's name. */
  readonly template: string;
  readonly line: number;
  /** What the context does not have, and what it has. */
  readonly absent: { readonly name: string; readonly known: readonly string[] } | undefined;

  constructor(place: string, reason: string, options?: ErrorOptions, absent?: TemplateError['absent']) {
    super(`templates/${place}  ${reason}`, options);
    const [, template = place, line = '1'] = /^(.*)\.hbs:(\d+)$/.exec(place) ?? [];
    this.template = template;
    this.line = Number(line);
    this.absent = absent;
  }
}

function noBreaks(): never {
  // compile.ts lets no template pass that asks for them where there are none.
  throw new Error('the notation has no breaks');
}

/** Where the value that is written was read. What refuses it does not know, and is told nothing more often than it has to be. */
let lastPlace = '';

function at(value: unknown, place: string): unknown {
  lastPlace = place;
  return value;
}

function get(from: unknown, name: string, place: string): unknown {
  lastPlace = place;
  if (typeof from === 'object' && from !== null && Object.hasOwn(from, name)) {
    return (from as Readonly<Record<string, unknown>>)[name];
  }
  const known = typeof from === 'object' && from !== null ? Object.keys(from) : [];
  throw new TemplateError(place, `the context has no “${name}”`, {}, { name, known });
}

function withValue(value: unknown, write: (context: unknown) => string, otherwise: () => string): string {
  return holds(value) ? write(value) : otherwise();
}

function each(
  value: unknown,
  write: (item: unknown, index: number, length: number) => string,
  otherwise: () => string,
) {
  if (!Array.isArray(value)) throw new TypeError(`{{#each}} needs a list, not ${String(value)}`);
  if (value.length === 0) return otherwise();
  let text = '';
  for (let index = 0; index < value.length; index++) text += write(value[index], index, value.length);
  return text;
}

function holds(value: unknown): boolean {
  if (value === undefined || value === null) {
    throw new TypeError('a block asks for a value that the context does not have');
  }
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
