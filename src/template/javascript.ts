import { InputError, problem } from '../errors.ts';

/**
 * Writes a parsed template as JavaScript: a function around template literals. What may stand in a template is so little (compile.ts) that this is shorter
 * than what it takes to make Handlebars' own run time strict and its escaping ours, and it is several times faster (npm run bench).
 */

/** What a name means where the writer stands: variables of the generated function. */
interface Scope {
  /** The template's name, for messages when it is filled. */
  readonly template: string;
  /** Its file, for messages now. */
  readonly file: string;
  /** The contexts around, the nearest last: `this`, and before it `../`. */
  readonly contexts: readonly string[];
  /** The number of the nearest loop, for `@index`, `@first` and `@last`. */
  readonly loop: number | undefined;
  /** Block parameters: `as |row index|`. */
  readonly names: Readonly<Record<string, string>>;
}

/**
 * The source of a `CompiledTemplate` (environment.ts).
 * @throws InputError with file, line and column for a name that means nothing where it stands
 */
export function writeJavaScript(
  template: string,
  program: hbs.AST.Program,
  fileOf: (template: string) => string,
): string {
  const scope: Scope = { template, file: fileOf(template), contexts: ['c0'], loop: undefined, names: {} };
  return `(r) => (c0, root) => ${literal(program, scope)}`;
}

function literal(program: hbs.AST.Program | undefined, scope: Scope): string {
  return `\`${(program?.body ?? []).map((statement) => write(statement, scope)).join('')}\``;
}

function write(statement: hbs.AST.Statement, scope: Scope): string {
  if (is<hbs.AST.ContentStatement>(statement, 'ContentStatement'))
    return statement.value.replace(/[\\`]|\$\{/g, '\\$&');
  if (is<hbs.AST.MustacheStatement>(statement, 'MustacheStatement')) {
    const [about] = statement.params; // compile.ts lets none but {{breaks name}} have one.
    return about ? `\${r.breaks(${read(about, scope)})}` : `\${r.print(${read(statement.path, scope)})}`;
  }
  if (is<hbs.AST.PartialStatement>(statement, 'PartialStatement')) {
    const { name, params, indent } = statement;
    const { original } = name as hbs.AST.PathExpression; // compile.ts refuses a computed name.
    const context = params[0] ? read(params[0], scope) : current(scope);
    return `${indent}\${r.include(${JSON.stringify(original)})(${context}, root)}`;
  }
  if (is<hbs.AST.BlockStatement>(statement, 'BlockStatement')) return `\${${block(statement, scope)}}`;
  return ''; // A comment; compile.ts refuses everything else.
}

function block({ path, params, program, inverse }: hbs.AST.BlockStatement, scope: Scope): string {
  const [about] = params as [hbs.AST.Expression]; // compile.ts has counted them.
  const value = read(about, scope);
  const otherwise = literal(inverse, scope);
  const name = (path as hbs.AST.PathExpression).original;
  if (name === 'if') return `r.holds(${value}) ? ${literal(program, scope)} : ${otherwise}`;
  if (name === 'unless') return `r.holds(${value}) ? ${otherwise} : ${literal(program, scope)}`;
  const depth = scope.contexts.length;
  const variables = [`c${depth}`, `i${depth}`];
  const given = (program.blockParams ?? []).map((parameter, index) => [parameter, variables[index] ?? 'undefined']);
  const inside: Scope = {
    ...scope,
    contexts: [...scope.contexts, `c${depth}`],
    loop: name === 'each' ? depth : scope.loop,
    names: { ...scope.names, ...Object.fromEntries(given) },
  };
  return `r.${name}(${value}, (c${depth}, i${depth}, n${depth}) => ${literal(program, inside)}, () => ${otherwise})`;
}

/** `this`, `a.b`, `../a`, `@root.a`, `@last`, or a block parameter. */
function read(expression: hbs.AST.Expression, scope: Scope): string {
  const { original, parts, depth, data, loc } = expression as hbs.AST.PathExpression;
  const place = `${scope.template}.hbs:${loc.start.line}`;
  const members = (of: string, names: readonly string[]) =>
    names.length === 0
      ? `r.at(${of}, ${JSON.stringify(place)})`
      : names.reduce((from, name) => `r.get(${from}, ${JSON.stringify(name)}, ${JSON.stringify(place)})`, of);
  const [first = '', ...rest] = parts;
  if (data && first === 'root') return members('root', rest);
  if (data) return inLoop(original, scope.loop) ?? unknown(scope, loc, original);
  const parameter = depth === 0 && !/^(this|\.)/.test(original) ? scope.names[first] : undefined;
  if (parameter !== undefined) return members(parameter, rest);
  return members(scope.contexts.at(-1 - depth) ?? unknown(scope, loc, original), parts);
}

function inLoop(name: string, loop: number | undefined): string | undefined {
  if (loop === undefined) return undefined;
  if (name === '@index') return `i${loop}`;
  if (name === '@first') return `(i${loop} === 0)`;
  return name === '@last' ? `(i${loop} === n${loop} - 1)` : undefined;
}

function current(scope: Scope): string {
  return scope.contexts.at(-1) ?? 'c0';
}

function unknown({ file }: Scope, { start }: hbs.AST.SourceLocation, name: string): never {
  throw new InputError(problem('template.meaningless', { name }, { file, line: start.line, column: start.column + 1 }));
}

function is<T extends hbs.AST.Node>(node: hbs.AST.Node, type: T['type']): node is T {
  return node.type === type;
}
