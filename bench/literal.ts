import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { Context } from '../src/template/context.ts';
import type { Escape } from '../src/template/escape.ts';

/** What a template would be if somebody had written it by hand: a function around one template literal, without any check. */
export type Literal = (context: Context) => string;

/**
 * Writes a template as the template literal that a hand would write: a name becomes `${escape(c.name)}`, each a `map`, if a conditional.
 * It is the limit that rendering is measured against, so it escapes like the real one and does nothing else.
 */
export function literal(root: string, name: string, escapeValue: Escape): Literal {
  const functions = new Map<string, string>();
  const declare = (template: string): string => {
    const id = `t${[...functions.keys()].indexOf(template)}`;
    if (functions.has(template)) return id;
    functions.set(template, '');
    const program = Handlebars.parse(readFileSync(join(root, 'templates', `${template}.hbs`), 'utf8'));
    functions.set(
      template,
      `const ${declare(template)} = (c0, root) => ${body(program, { depth: 0, names: {} }, declare)};`,
    );
    return declare(template);
  };
  const entry = declare(name);
  const fill = new Function('escape', `${[...functions.values()].join('\n')}\nreturn ${entry};`)(escapeValue);
  return (context) => fill(context, context);
}

/** Finds or writes the function of another template, and answers its name. */
type Declare = (template: string) => string;

interface Scope {
  readonly depth: number;
  /** Block parameters. */
  readonly names: Readonly<Record<string, string>>;
}

function body(program: hbs.AST.Program | undefined, scope: Scope, declare: Declare): string {
  return `\`${(program?.body ?? []).map((statement) => write(statement, scope, declare)).join('')}\``;
}

function write(statement: hbs.AST.Statement, scope: Scope, declare: Declare): string {
  if (statement.type === 'ContentStatement') {
    return (statement as hbs.AST.ContentStatement).value.replace(/[\\`]|\$\{/g, '\\$&');
  }
  if (statement.type === 'MustacheStatement') {
    return `\${escape(${read((statement as hbs.AST.MustacheStatement).path, scope)})}`;
  }
  if (statement.type === 'PartialStatement') {
    const { name, params, indent } = statement as hbs.AST.PartialStatement;
    const context = params[0] === undefined ? `c${scope.depth}` : read(params[0], scope);
    return `${indent}\${${declare((name as hbs.AST.PathExpression).original)}(${context}, root)}`;
  }
  return statement.type === 'BlockStatement' ? `\${${block(statement as hbs.AST.BlockStatement, scope, declare)}}` : '';
}

function block({ path, params, program, inverse }: hbs.AST.BlockStatement, scope: Scope, declare: Declare): string {
  const [about] = params as [hbs.AST.Expression];
  const value = read(about, scope);
  const holds = `(Array.isArray(${value}) ? ${value}.length > 0 : ${value})`;
  const otherwise = body(inverse, scope, declare);
  const name = (path as hbs.AST.PathExpression).original;
  if (name === 'if') return `${holds} ? ${body(program, scope, declare)} : ${otherwise}`;
  if (name === 'unless') return `${holds} ? ${otherwise} : ${body(program, scope, declare)}`;
  const depth = scope.depth + 1;
  const parameter = program.blockParams?.[0];
  const names = parameter === undefined ? scope.names : { ...scope.names, [parameter]: `c${depth}` };
  const inner = body(program, { depth, names }, declare);
  if (name === 'with') return `${holds} ? ((c${depth}) => ${inner})(${value}) : ${otherwise}`;
  return `${holds} ? ${value}.map((c${depth}, i${depth}, a${depth}) => ${inner}).join('') : ${otherwise}`;
}

function read(expression: hbs.AST.Expression, { depth, names }: Scope): string {
  const { original, parts, depth: up, data } = expression as hbs.AST.PathExpression;
  const [first = '', ...rest] = parts;
  if (original === '@last') return `(i${depth} === a${depth}.length - 1)`;
  if (data) return ['root', ...rest].join('.');
  const parameter = names[first];
  return parameter === undefined ? [`c${depth - up}`, ...parts].join('.') : [parameter, ...rest].join('.');
}
