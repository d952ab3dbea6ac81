import Handlebars from 'handlebars';
import { InputError, problem } from '../errors.ts';
import { type Grammar, HOLE, type Reason } from './grammar.ts';
import type { NotationName } from './notation.ts';
import { grammars } from './position.ts';

export interface GuardOptions {
  /** The template that is read. */
  readonly name: string;
  /** A partial, parsed; `undefined` where there is none. */
  readonly include: (name: string) => hbs.AST.Program | undefined;
  readonly fileOf: (name: string) => string;
  /** A name that was perhaps meant, or nothing. */
  readonly suggest: (name: string) => string;
}

/** The blocks that a template may use. */
const BLOCKS = ['if', 'unless', 'with', 'each'];
/** The one helper: prints a value, and says where a line may break in it. */
const BREAKS = 'breaks';
/** Names that Handlebars gives a meaning to: who knows it would be misled by another. */
const RESERVED = ['log', 'lookup', 'helperMissing', 'blockHelperMissing', BREAKS, ...BLOCKS];

/** Walks a template in the order of its text and refuses everything that would let a value out unescaped or code in. */
export class Guard extends Handlebars.Visitor {
  /** The template that is being read, and those that include it. */
  readonly #names: string[];
  readonly #options: GuardOptions;
  readonly #notation: NotationName;
  readonly #grammar: Grammar;
  /** What may be unfinished where the walk stands, one for each way through the blocks before. */
  #open: readonly string[] = [''];
  /** The last placeholder that was passed, and where. */
  #hole: { readonly file: string; readonly node: Located } | undefined;
  /** Which item of the nearest list the walk stands for: templates part items with `@first` and `@last`. */
  #item: Item | undefined;

  constructor(options: GuardOptions) {
    super();
    this.#names = [options.name];
    this.#options = options;
    // Who makes the list of templates refuses an extension that is no notation.
    this.#notation = options.name.slice(options.name.lastIndexOf('.') + 1) as NotationName;
    this.#grammar = grammars[this.#notation];
  }

  /** @throws InputError with the first mistake */
  check(program: hbs.AST.Program): void {
    this.accept(program);
    this.#pass('\n');
  }

  override ContentStatement(node: hbs.AST.ContentStatement): void {
    this.#pass(node.value);
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    if (!node.escaped) this.#refuse(node, problem('template.raw', {}));
    const breaks = isPath(node.path) && node.path.original === BREAKS && node.params.length === 1;
    const named = breaks ? node.params : [node.path, ...node.params];
    if (named.length > 1 || !named.every(isPath) || node.hash) this.#refuse(node, problem('template.computed', {}));
    this.acceptArray(named);
    for (const open of this.#open) {
      const reason = this.#grammar.refuses(open) ?? (breaks ? this.#refusesBreaks(open) : undefined);
      if (reason !== undefined) this.#refuse(node, reason);
    }
    this.#hole = { file: this.#file, node };
    this.#open = unique(this.#open.map((open) => this.#grammar.unfinished(open + HOLE)));
  }

  #refusesBreaks(open: string): Reason | undefined {
    return this.#grammar.breaks?.(open) ? undefined : problem('template.breaks', {});
  }

  override BlockStatement(node: hbs.AST.BlockStatement): void {
    const name = node.path.original;
    if (!BLOCKS.includes(name)) this.#refuse(node, problem('template.block', { name: String(name) }));
    if (node.params.length !== 1 || node.hash || !node.params.every(isPath)) {
      this.#refuse(node, problem('template.block-about', { name }));
    }
    this.acceptArray(node.params);
    const before = this.#open;
    this.#open = unique(name === 'each' ? this.#eachItem(node, before) : this.#eachBranch(node, before));
    if (new Set(this.#open.map(this.#grammar.kind)).size > 1) this.#refuse(node, problem('template.branches', {}));
  }

  /** Both ways through a block, or the one that it takes for the item of the list where the walk stands. */
  #eachBranch({ path, params, program, inverse }: hbs.AST.BlockStatement, before: readonly string[]): string[] {
    const known = this.#item?.[(params[0] as hbs.AST.PathExpression).original as keyof Item];
    const holds = path.original === 'unless' ? known === false : known;
    const takes = [
      ...(known === undefined || holds ? [program] : []),
      ...(known === undefined || !holds ? [inverse] : []),
    ];
    return takes.flatMap((branch) => this.#after(branch, before));
  }

  /** No item, the only one, or a first, others and a last: what stands at the end of one stands before the next. */
  #eachItem({ program, inverse }: hbs.AST.BlockStatement, before: readonly string[]): string[] {
    const around = this.#item;
    const through = (item: Item, from: readonly string[]) => {
      this.#item = item;
      const ends = this.#after(program, from);
      this.#item = around;
      return ends;
    };
    const none = this.#after(inverse, before);
    const only = through({ '@first': true, '@last': true }, before);
    const first = through({ '@first': true, '@last': false }, before);
    if (!partsItems(program) && sameSet(first, before)) return [...none, ...only];
    const others = unique([...first, ...through({ '@first': false, '@last': false }, first)]);
    return [...none, ...only, ...through({ '@first': false, '@last': true }, others)];
  }

  /** Handlebars leaves out the branch that a template leaves out. */
  #after(branch: hbs.AST.Program | undefined, before: readonly string[]): readonly string[] {
    this.#open = before;
    if (branch) this.accept(branch);
    return this.#open;
  }

  override PartialStatement(node: hbs.AST.PartialStatement): void {
    if (!isPath(node.name)) this.#refuse(node, problem('template.partial-name', {}));
    const name = node.name.original;
    if (!name.endsWith(`.${this.#notation}`)) {
      this.#refuse(node, problem('template.partial-notation', { name, notation: this.#notation }));
    }
    if (this.#names.includes(name)) this.#refuse(node, problem('template.partial-self', { name }));
    const program = this.#options.include(name);
    if (program === undefined) {
      const suggestion = this.#options.suggest(name);
      this.#refuse(node, problem('template.partial-unknown', { name, suggestion }));
    }
    if (node.params.length > 1 || node.hash || !node.params.every(isPath)) {
      this.#refuse(node, problem('template.partial-about', { name }));
    }
    this.acceptArray(node.params);
    this.#pass(node.indent);
    const around = this.#item;
    this.#item = undefined;
    this.#names.push(name);
    this.accept(program);
    this.#names.pop();
    this.#item = around;
  }

  override PartialBlockStatement(node: hbs.AST.PartialBlockStatement): void {
    this.#refuse(node, problem('template.partial-block', {}));
  }

  override Decorator(node: hbs.AST.Decorator): void {
    this.#refuse(node, problem('template.decorator', {}));
  }

  override DecoratorBlock(node: hbs.AST.DecoratorBlock): void {
    this.#refuse(node, problem('template.decorator', {}));
  }

  override SubExpression(node: hbs.AST.SubExpression): void {
    this.#refuse(node, problem('template.computed', {}));
  }

  override PathExpression(node: hbs.AST.PathExpression): void {
    const name = node.parts.find((part) => RESERVED.includes(part) || part in Object.prototype);
    if (name !== undefined) this.#refuse(node, problem('template.reserved', { name }));
  }

  /** Reads on over plain text. */
  #pass(text: string): void {
    this.#open = unique(this.#open.map((open) => this.#grammar.unfinished(open + text)));
    for (const open of this.#open) {
      const reason = this.#grammar.spoils?.(open);
      if (reason !== undefined && this.#hole !== undefined) refuseAt(this.#hole.file, this.#hole.node, reason);
    }
  }

  get #file(): string {
    return this.#options.fileOf(this.#names.at(-1) ?? '');
  }

  #refuse(node: Located, reason: Reason): never {
    refuseAt(this.#file, node, reason);
  }
}

interface Item {
  readonly '@first': boolean;
  readonly '@last': boolean;
}

/** Does the text depend on which item it is for? */
function partsItems(program: hbs.AST.Program): boolean {
  return /"@(?:first|last)"/.test(JSON.stringify(program));
}

type Located = { readonly loc: { readonly start: { readonly line: number; readonly column: number } } };

function refuseAt(file: string, { loc: { start } }: Located, reason: Reason): never {
  const place = { file, line: start.line, column: start.column + 1 };
  throw new InputError({ ...reason, place });
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}

function unique(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts : [...new Set(texts)];
}

function sameSet(some: readonly string[], others: readonly string[]): boolean {
  return new Set([...some, ...others]).size === new Set(some).size && new Set(some).size === new Set(others).size;
}
