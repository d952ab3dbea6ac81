import Handlebars from 'handlebars';
import { writeJavaScript } from './javascript.ts';
import type { NotationName } from './notation.ts';
import { advance, type Grammar, grammars, HOLE } from './position.ts';

/** The text of the template of that name, for `{{> name}}`; `undefined` where there is none. */
export type ReadPartial = (name: string) => string | undefined;

/**
 * Turns the text of a Handlebars template into JavaScript source. Runs when the project is built; what it refuses never reaches a person.
 * @throws Error naming the template and line: raw output, a helper other than the four blocks, a computed or unknown partial, a placeholder
 * where escaping does not hold
 */
export function precompileTemplate(name: string, text: string, readPartial: ReadPartial = () => undefined): string {
  new Guard(name, readPartial).check(text);
  return writeJavaScript(name, parse(name, text));
}

function parse(name: string, text: string): hbs.AST.Program {
  try {
    return Handlebars.parse(text, { srcName: name });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`templates/${name}.hbs  ${message}`, { cause });
  }
}

/** The blocks that a template may use. */
const BLOCKS = ['if', 'unless', 'with', 'each'];
/** Names that Handlebars gives a meaning to: who knows it would be misled by another. */
const RESERVED = ['log', 'lookup', 'helperMissing', 'blockHelperMissing', ...BLOCKS];

/** What leaves no trace in the parsed template. */
const BEFORE_PARSING = [
  { what: 'a raw block', pattern: /\{\{\{\{/ },
  // Handlebars would print the placeholder itself; the path that was meant has two backslashes in the template.
  { what: 'a single backslash before {{', pattern: /(?<!\\)\\\{\{/ },
];

/** Walks a template in the order of its text and refuses everything that would let a value out unescaped or code in. */
class Guard extends Handlebars.Visitor {
  /** The template that is being read, and those that include it. */
  readonly names: string[] = [];
  readonly readPartial: ReadPartial;
  readonly notation: NotationName;
  readonly grammar: Grammar | undefined;
  /** What is unfinished where the walk stands; see position.ts. */
  open = '';

  constructor(name: string, readPartial: ReadPartial) {
    super();
    this.names.push(name);
    this.readPartial = readPartial;
    // The maker of the list of templates refuses an extension that is no notation.
    this.notation = name.slice(name.lastIndexOf('.') + 1) as NotationName;
    this.grammar = grammars[this.notation];
  }

  check(text: string): void {
    for (const { what, pattern } of BEFORE_PARSING) {
      const at = text.search(pattern);
      if (at >= 0) this.refuse({ loc: { start: { line: text.slice(0, at).split('\n').length } } }, what);
    }
    this.accept(parse(this.names.at(-1) ?? '', text));
  }

  override ContentStatement(node: hbs.AST.ContentStatement): void {
    if (this.grammar) this.open = advance(this.grammar, this.open, node.value);
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    if (!node.escaped) this.refuse(node, 'raw output');
    if (node.params.length > 0 || node.hash) this.refuse(node, 'a helper call in an output');
    if (!isPath(node.path)) this.refuse(node, 'an output that is no name');
    super.MustacheStatement(node);
    const reason = this.grammar?.refuses(this.open);
    if (reason !== undefined) this.refuse(node, reason);
    if (this.open !== '') this.open += HOLE;
  }

  override BlockStatement(node: hbs.AST.BlockStatement): void {
    const { original } = node.path;
    if (!BLOCKS.includes(original)) this.refuse(node, `the block {{#${original}}}`);
    if (node.params.length !== 1 || node.hash || !node.params.every(isPath)) {
      this.refuse(node, `{{#${original}}} with anything but one name`);
    }
    this.acceptArray(node.params);
    // Handlebars leaves out the branch that a template leaves out.
    const branches: readonly (hbs.AST.Program | undefined)[] = [node.program, node.inverse];
    const before = this.open;
    const [first = '', second = ''] = branches.map((branch) => {
      this.open = before;
      if (branch) this.accept(branch);
      return this.open;
    });
    if (this.grammar && this.grammar.kind(first) !== this.grammar.kind(second)) {
      this.refuse(node, `a block that begins in ${this.grammar.kind(before)} and ends elsewhere`);
    }
    this.open = first.length >= second.length ? first : second;
  }

  override PartialStatement(node: hbs.AST.PartialStatement): void {
    if (!isPath(node.name)) this.refuse(node, 'a computed partial name');
    const name = node.name.original;
    if (!name.endsWith(`.${this.notation}`)) this.refuse(node, `{{> ${name}}}, which is not in ${this.notation},`);
    if (this.names.includes(name)) this.refuse(node, 'a partial that includes itself');
    const text = this.readPartial(name);
    if (text === undefined) this.refuse(node, `{{> ${name}}}, which does not exist,`);
    if (node.params.length > 1 || node.hash || !node.params.every(isPath))
      this.refuse(node, 'a partial with anything but one name');
    this.acceptArray(node.params);
    this.names.push(name);
    this.check(text);
    this.names.pop();
  }

  override PartialBlockStatement(node: hbs.AST.PartialBlockStatement): void {
    this.refuse(node, 'a partial block');
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

  override PathExpression(node: hbs.AST.PathExpression): void {
    const name = node.parts.find((part) => RESERVED.includes(part) || part in Object.prototype);
    if (name !== undefined) this.refuse(node, `the name ${name}`);
  }

  private refuse(node: Located, what: string): never {
    throw new Error(`templates/${this.names.at(-1)}.hbs:${node.loc.start.line}  ${what} is not allowed in a template`);
  }
}

type Located = { readonly loc: { readonly start: { readonly line: number } } };

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}
