import Handlebars from 'handlebars';
import type { NotationName } from './notation.ts';

/**
 * Turns a template's text into the JavaScript source of its precompiled form. Runs when the project is built; what it refuses never reaches a person.
 * @throws Error naming the template and line: raw output, a decorator, a computed name, an unquoted attribute, a placeholder inside script or style, one behind a single backslash
 */
export function precompileTemplate(name: string, text: string): string {
  const notation = name.slice(name.lastIndexOf('.') + 1) as NotationName;
  const program = Handlebars.parse(text, { srcName: name });
  new Guard(name).accept(program);
  checkMarkup(name, notation, text);
  checkBackslashes(name, text);
  return String(
    Handlebars.precompile(program, {
      strict: true,
      preventIndent: true,
      knownHelpersOnly: true,
      knownHelpers: { log: false, lookup: false, helperMissing: false, blockHelperMissing: false },
    }),
  );
}

type Located = { readonly loc: { readonly start: { readonly line: number } } };

/** Walks a template and refuses everything that would let a value out unescaped or code in. */
class Guard extends Handlebars.Visitor {
  readonly template: string;

  constructor(template: string) {
    super();
    this.template = template;
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    if (!node.escaped) this.refuse(node, 'raw output');
    if (node.params.length > 0 || node.hash?.pairs.length > 0) this.refuse(node, 'a helper call in an output');
    super.MustacheStatement(node);
  }

  override PartialStatement(node: hbs.AST.PartialStatement): void {
    if (node.name.type !== 'PathExpression') this.refuse(node, 'a computed partial name');
    super.PartialStatement(node);
  }

  override Decorator(node: hbs.AST.Decorator): void {
    this.refuse(node, 'a decorator');
  }

  override DecoratorBlock(node: hbs.AST.DecoratorBlock): void {
    this.refuse(node, 'a decorator');
  }

  override SubExpression(node: hbs.AST.SubExpression): void {
    this.refuse(node, 'a computed value');
  }

  private refuse(node: Located, what: string): never {
    throw new Error(`templates/${this.template}.hbs:${node.loc.start.line}  ${what} is not allowed in a template`);
  }
}

/** Handlebars prints `\{{name}}` as it stands, without a word: a Windows path would end in a placeholder. Two backslashes give one and the value. */
function checkBackslashes(name: string, text: string): void {
  const at = text.search(/(?<!\\)\\\{\{/);
  if (at < 0) return;
  const line = text.slice(0, at).split('\n').length;
  throw new Error(
    `templates/${name}.hbs:${line}  a single backslash before a placeholder is not allowed in a template: write two`,
  );
}

const MARKUP: readonly string[] = ['html', 'xml', 'mobileconfig', 'k9s'] satisfies NotationName[];

/** HTML and XML escaping holds in text and in quoted attributes only (OWASP XSS Prevention Cheat Sheet, rules 1 and 2). */
function checkMarkup(name: string, notation: string, text: string): void {
  if (!MARKUP.includes(notation)) return;
  const places = [
    { what: 'an unquoted attribute value', at: text.search(/=\s*\{\{/) },
    {
      what: 'a placeholder inside script or style',
      at: text.search(/<(script|style)\b[^>]*>(?:(?!<\/\1)[\s\S])*\{\{(?!!|>)/i),
    },
  ];
  for (const { what, at } of places) {
    if (at < 0) continue;
    const line = text.slice(0, at).split('\n').length;
    throw new Error(`templates/${name}.hbs:${line}  ${what} is not allowed in a template`);
  }
}
