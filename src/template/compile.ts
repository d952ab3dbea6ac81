import Handlebars from 'handlebars';
import { InputError, type Problem, problem } from '../errors.ts';
import { nearest } from '../words/suggest.ts';
import { Guard } from './guard.ts';
import { writeJavaScript } from './javascript.ts';

/** Where templates come from, for who compiles one that includes others. */
export interface Sources {
  /** The text of the template of that name, for `{{> name}}`; `undefined` where there is none. */
  readonly read: (name: string) => string | undefined;
  /** The names that there are, to suggest one. */
  readonly names: () => Iterable<string>;
  /** The file of that template, for messages. */
  readonly fileOf: (name: string) => string;
}

/**
 * Turns the text of a Handlebars template into JavaScript source.
 * @throws InputError with file, line and column: raw output, a helper other than the four blocks, a computed or unknown partial, a placeholder
 * where escaping does not hold
 */
export function precompileTemplate(name: string, text: string, sources: Sources): string {
  const parsed = new Map<string, hbs.AST.Program>();
  const parse = (of: string, source: string) => {
    const program = parsed.get(of) ?? parseTemplate(sources.fileOf(of), source);
    parsed.set(of, program);
    return program;
  };
  const include = (partial: string) => {
    const source = sources.read(partial);
    return source === undefined ? undefined : parse(partial, source);
  };
  const program = parse(name, text);
  new Guard({
    name,
    include,
    fileOf: sources.fileOf,
    suggest: (wrong) => nearest(wrong, [...sources.names()]),
  }).check(program);
  return writeJavaScript(name, program, sources.fileOf);
}

/** What leaves no trace in the parsed template. */
const BEFORE_PARSING = [
  { code: 'template.raw', pattern: /\{\{\{\{/ },
  // Handlebars would print the placeholder itself; the path that was meant has two backslashes in the template.
  { code: 'template.backslash', pattern: /(?<!\\)\\\{\{/ },
] as const;

function parseTemplate(file: string, text: string): hbs.AST.Program {
  const refused = BEFORE_PARSING.find(({ pattern }) => pattern.test(text));
  if (refused !== undefined) {
    const before = text.slice(0, text.search(refused.pattern));
    const place = { file, line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
    throw new InputError(problem(refused.code, {}, place));
  }
  try {
    return Handlebars.parse(text, { srcName: file });
  } catch (cause) {
    throw new InputError(unparsed(file, cause instanceof Error ? cause.message : String(cause)), { cause });
  }
}

/** Handlebars says the line in the text of its complaint, some with the lines around (its parser), some at the end (`if doesn't match each - 1:2`). */
function unparsed(file: string, message: string): Problem {
  const [, line, column] = /on line (\d+)/.exec(message) ?? / - (\d+):(\d+)$/.exec(message) ?? [];
  const [, expected, got] = /Expecting (.*), got '(.*)'/.exec(message) ?? [];
  const reason =
    expected === undefined
      ? message
          .replace(/ - \d+:\d+$/, '')
          .split('\n')
          .at(-1)
      : `'${got}'`;
  return problem(
    'template.syntax',
    { reason: reason ?? message },
    {
      file,
      ...(line !== undefined && { line: Number(line) }),
      ...(column !== undefined && { column: Number(column) + 1 }),
    },
  );
}
