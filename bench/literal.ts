import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { Context } from '../src/clients/client.ts';
import type { Escape } from '../src/render/escape.ts';

/** What a template would be if somebody had written it by hand: a function around one template literal, without any check. */
export type Literal = (context: Context) => string;

/**
 * Writes a template as the template literal that a hand would write: a name becomes `${escape(c.name)}`, each a `map`, if a conditional.
 * It is the limit that rendering is measured against, so it escapes like the real one and does nothing else.
 */
export function literal(root: string, name: string, escapeValue: Escape): Literal {
  const functions: string[] = [];
  const names = new Map<string, string>();
  const declare = (template: string): string => {
    const known = names.get(template);
    if (known !== undefined) return known;
    const id = `t${names.size}`;
    names.set(template, id);
    const program = Handlebars.parse(readFileSync(join(root, 'templates', `${template}.hbs`), 'utf8'));
    functions.push(`const ${id} = (c0) => ${body(program, 0, declare)};`);
    return id;
  };
  const entry = declare(name);
  return new Function('escape', `${functions.join('\n')}\nreturn ${entry};`)(escapeValue) as Literal;
}

type Declare = (template: string) => string;

function body(program: hbs.AST.Program, depth: number, declare: Declare): string {
  return `\`${program.body.map((statement) => write(statement, depth, declare)).join('')}\``;
}

function write(statement: hbs.AST.Statement, depth: number, declare: Declare): string {
  if (statement.type === 'ContentStatement') return quote((statement as hbs.AST.ContentStatement).value);
  if (statement.type === 'CommentStatement') return '';
  if (statement.type === 'MustacheStatement') {
    return `\${escape(${read((statement as hbs.AST.MustacheStatement).path as hbs.AST.PathExpression, depth)})}`;
  }
  if (statement.type === 'PartialStatement') {
    const { name, params } = statement as hbs.AST.PartialStatement;
    const context = params[0] === undefined ? `c${depth}` : read(params[0] as hbs.AST.PathExpression, depth);
    return `\${${declare((name as hbs.AST.PathExpression).original)}(${context})}`;
  }
  const { path, params, program, inverse } = statement as hbs.AST.BlockStatement;
  const value = read(params[0] as hbs.AST.PathExpression, depth);
  const other = inverse ? body(inverse, depth, declare) : '""';
  const inner = `c${depth + 1}`;
  switch ((path as hbs.AST.PathExpression).original) {
    case 'if':
      return `\${${holds(value)} ? ${body(program, depth, declare)} : ${other}}`;
    case 'unless':
      return `\${${holds(value)} ? ${other} : ${body(program, depth, declare)}}`;
    case 'with':
      return `\${${holds(value)} ? ((${inner}) => ${body(program, depth + 1, declare)})(${value}) : ${other}}`;
    case 'each': {
      const loop = `${value}.map((${inner}, i${depth + 1}, a${depth + 1}) => ${body(program, depth + 1, declare)}).join('')`;
      return `\${${value}.length > 0 ? ${loop} : ${other}}`;
    }
    default:
      throw new Error(`the benchmark cannot write {{#${(path as hbs.AST.PathExpression).original}}}`);
  }
}

function read({ original, parts, depth: up, data }: hbs.AST.PathExpression, depth: number): string {
  if (data) {
    const names: Readonly<Record<string, string>> = {
      '@index': `i${depth}`,
      '@first': `(i${depth} === 0)`,
      '@last': `(i${depth} === a${depth}.length - 1)`,
    };
    return names[original] ?? original;
  }
  return [`c${depth - up}`, ...parts].join('.');
}

function holds(value: string): string {
  return `(Array.isArray(${value}) ? ${value}.length > 0 : ${value})`;
}

function quote(text: string): string {
  return text.replace(/[\\`]|\$\{/g, '\\$&');
}
