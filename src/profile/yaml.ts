// Longer than other files: what is refused stands beside how the reader of YAML is driven, which decides its time and memory.
import * as yaml from 'yaml';
import { InputError, type Place, type Problem, type ProblemCode, problem, problemWith } from '../errors.ts';

/** Nobody writes a profile of this size by hand; the reader's time and memory stay small whatever it is given. */
export const LIMIT = { bytes: 1_000_000, lexemes: 750_000, levels: 32, directives: 8, text: 32_768 } as const;

/** One slip makes a parser complain again and again: more than this many lines help nobody. */
const MANY = 3;

export type YamlPath = readonly PropertyKey[];

/** A YAML file as a value of JavaScript, and where the parts of that value stand in it. */
export interface YamlFile {
  readonly value: unknown;
  /** Where the value (or the key) at `path` starts; where it is absent, its nearest ancestor. */
  readonly at: (path: YamlPath, part?: 'key' | 'value') => Place;
}

/**
 * Reads YAML 1.2. Refuses what would make a value other than what stands there: aliases, tags, and a key that is there twice. Time and memory grow with the size alone.
 * @param text without byte-order mark
 * @throws InputError with the first mistakes
 */
export function readYaml(text: string, file: string): YamlFile {
  const lines = new yaml.LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  refuseHidden(text, file);
  // A line may end with CR alone (YAML 1.2.2 §5.4), which the parser takes for a character of it.
  const root = compose(text.replace(/\r(?!\n)/g, '\n'), lines, place);
  const value = plain(root, place);
  return { value, at: (path, part = 'value') => place(offsetOf(root, path, part)) };
}

/** What YAML does not allow (YAML 1.2.2 §5.1): mostly a file in UTF-16 without its mark, or one that is no text. */
function refuseHidden(text: string, file: string): void {
  const found = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text);
  if (found === null) return;
  const before = text.slice(0, found.index).split(/\r\n|[\r\n]/);
  const column = (before.at(-1) ?? '').length + 1;
  throw new InputError(problem('profile.character', { value: found[0] }, { file, line: before.length, column }));
}

type PlaceOf = (offset: number) => Place;

/** The first document. Lexer, parser and composer go step by step, so that what is too much is found before it is made. */
function compose(text: string, lines: yaml.LineCounter, place: PlaceOf): yaml.ParsedNode | null {
  const errors: yaml.YAMLParseError[] = [];
  const tell = () => {
    const sorted = errors.toSorted((a, b) => a.pos[0] - b.pos[0]).slice(0, MANY);
    // A stack that overflowed may do so again further out, and what is found after that means nothing.
    const [overflow] = sorted.filter(({ code }) => code === 'RESOURCE_EXHAUSTION');
    const told = overflow === undefined ? sorted : [overflow];
    throw new InputError(told.map((error) => yamlProblem(error, place(error.pos[0]))));
  };
  // Duplicate keys are found when the value is made: here each would be held against all others.
  const composer = new yaml.Composer({ uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
  // No part of its types: without it a megabyte of brackets gives as many errors before we see the first (yaml 2.9.1).
  Object.assign(composer, {
    onError: (source: Source, code: yaml.ErrorCode, message: string, warning?: boolean) => {
      if (warning === true) return;
      // The composer takes what is thrown here for a stack that overflowed, and tells us of that as one more error.
      if (errors.length < MANY) errors.push(new yaml.YAMLParseError(positionOf(source), code, message));
      if (errors.length === MANY) tell();
    },
  });
  const [document, next] = first(composer.compose(tokens(text, lines, place), true, text.length));
  errors.push(...(document?.errors ?? []));
  if (next !== undefined) errors.push(new yaml.YAMLParseError([next.range[0], next.range[1]], 'MULTIPLE_DOCS', ''));
  if (errors.length > 0) tell();
  return document?.contents ?? null;
}

/** What the composer calls the place of an error. */
type Source = number | readonly [number, number, ...number[]] | { readonly offset: number };

function positionOf(source: Source): [number, number] {
  const start = typeof source === 'number' ? source : 'offset' in source ? source.offset : source[0];
  return [start, start + 1];
}

function first(documents: Iterable<yaml.Document.Parsed>): yaml.Document.Parsed[] {
  const list: yaml.Document.Parsed[] = [];
  for (const document of documents) if (list.push(document) === 2) break;
  return list;
}

function* tokens(text: string, lines: yaml.LineCounter, place: PlaceOf): Generator<yaml.CST.Token> {
  const parser = new yaml.Parser(lines.addNewLine);
  lines.addNewLine(0);
  const guard = makeGuard(place);
  let errors = 0;
  for (const lexeme of new yaml.Lexer().lex(text)) {
    guard(lexeme);
    for (const token of parser.next(lexeme)) {
      yield token;
      if (token.type === 'error') errors += 1;
    }
    if (errors >= MANY) return;
  }
  yield* parser.end();
}

/** Lexemes of the lexer that stand for no text: what follows is a scalar; a document begins; a flow collection ends too early. There are as many lexemes as a file has words. */
const SCALAR = '\x1f';
const MARKS: ReadonlySet<string> = new Set([SCALAR, '\x02', '\x18']);

/** Each of these in one line may begin a collection inside the one before. */
const OPENING: ReadonlySet<string> = new Set(['-', '?', ':']);

/** Refuses what is too long or too deep to be a profile before anything is made of it. */
function makeGuard(place: PlaceOf): (lexeme: string) => void {
  const counts = { lexemes: 0, directives: 0, flow: 0, line: 0 };
  let offset = 0;
  let scalar = false;
  return (lexeme) => {
    counts.lexemes += 1;
    const mark = !scalar && MARKS.has(lexeme);
    if (!scalar) {
      if (lexeme === '[' || lexeme === '{') counts.flow += 1;
      else if (lexeme === ']' || lexeme === '}') counts.flow = Math.max(0, counts.flow - 1);
      else if (counts.flow === 0 && OPENING.has(lexeme)) counts.line += 1;
      else if (lexeme === '\n' || lexeme === '\r\n') counts.line = 0;
      else if (lexeme.startsWith('%')) counts.directives += 1;
    }
    scalar = lexeme === SCALAR && !scalar;
    if (counts.lexemes > LIMIT.lexemes || counts.directives > LIMIT.directives)
      throw new InputError(problem('profile.too-many', {}, place(offset)));
    if (counts.flow > LIMIT.levels || counts.line > LIMIT.levels)
      throw new InputError(problem('profile.too-deep', {}, place(offset)));
    if (!mark) offset += lexeme.length;
  };
}

/** The mistakes that people make have texts of ours: those of the YAML reader are English, and meant for who programs with it. */
const yamlProblems: Readonly<Partial<Record<yaml.ErrorCode, ProblemCode>>> = {
  TAB_AS_INDENT: 'profile.tab',
  BAD_INDENT: 'profile.indent',
  BLOCK_AS_IMPLICIT_KEY: 'profile.misplaced-key',
  MULTILINE_IMPLICIT_KEY: 'profile.misplaced-key',
  BAD_SCALAR_START: 'profile.quotes',
  UNEXPECTED_TOKEN: 'profile.quotes',
  BAD_DQ_ESCAPE: 'profile.escape',
  MISSING_CHAR: 'profile.unfinished',
  MULTIPLE_DOCS: 'profile.documents',
  // `*` alone; with a name behind it, it is an alias.
  BAD_ALIAS: 'profile.star',
  // A stack that overflows, of lines that are each indented further.
  RESOURCE_EXHAUSTION: 'profile.too-deep',
};

function yamlProblem({ code, message }: yaml.YAMLParseError, place: Place): Problem {
  const known = yamlProblems[code];
  // The texts of these codes take no details.
  if (known !== undefined) return problemWith(known, {}, place);
  return problem('profile.yaml', { message: message.split('\n', 1)[0] ?? message }, place);
}

/** The value of a node. @throws InputError with the first things in it that are not what they look like */
function plain(root: yaml.ParsedNode | null, place: PlaceOf): unknown {
  const problems: Problem[] = [];
  const refuse = (code: ProblemCode, node: unknown, details: Problem['details'] = {}) => {
    problems.push(problemWith(code, details, place(startOf(node))));
    if (problems.length === MANY) throw new InputError(problems);
  };
  const scalar = (node: yaml.Scalar) => {
    if (typeof node.value === 'string' && node.value.length > LIMIT.text)
      refuse('profile.too-long-text', node, { value: node.value });
    return node.value;
  };
  const contentOf = (node: unknown, level: number): unknown => {
    // `*.example.org` is a wildcard whose quotes are missing.
    if (yaml.isAlias(node) && node.source.startsWith('.')) refuse('profile.star', node);
    else if (yaml.isAlias(node)) refuse('profile.alias', node, { value: `*${node.source}` });
    else if (yaml.isNode(node) && node.tag !== undefined) refuse('profile.tag', node, { value: node.tag });
    if (yaml.isScalar(node)) return scalar(node);
    if (!yaml.isCollection(node)) return null;
    if (level > LIMIT.levels) throw new InputError(problem('profile.too-deep', {}, place(startOf(node))));
    return yaml.isMap(node) ? mapping(node, level) : node.items.map((item) => contentOf(item, level + 1));
  };
  const mapping = (node: yaml.YAMLMap, level: number) => {
    const value: Record<string, unknown> = {};
    for (const pair of node.items) {
      const key = pair.key ?? pair.value;
      if (yaml.isCollection(pair.key)) refuse('profile.misplaced-key', key);
      else contentOf(pair.key, level);
      const name = nameOf(pair.key);
      if (Object.hasOwn(value, name)) refuse('profile.duplicate-key', key);
      const content = contentOf(pair.value, level + 1);
      if (name === '__proto__') withProto(value, content);
      else value[name] = content;
    }
    return value;
  };
  const value = contentOf(root, 1);
  if (problems.length > 0) throw new InputError(problems);
  return value;
}

/** An assignment to that name would make no member. */
function withProto(value: object, content: unknown): void {
  Object.defineProperty(value, '__proto__', { value: content, enumerable: true, writable: true, configurable: true });
}

function offsetOf(root: yaml.Node | null, path: YamlPath, part: 'key' | 'value'): number {
  let node: unknown = root;
  for (const [depth, step] of path.entries()) {
    if (yaml.isMap(node)) {
      // Sought where somebody has to be told: most files have nothing wrong.
      const pair = node.items.findLast(({ key }) => nameOf(key) === String(step));
      if (pair === undefined) break;
      node = part === 'key' && depth === path.length - 1 ? (pair.key ?? pair.value) : (pair.value ?? pair.key);
    } else if (yaml.isSeq(node)) {
      node = node.items[Number(step)] ?? node;
    }
  }
  return startOf(node);
}

/** The name that a key gets in JavaScript. */
function nameOf(key: unknown): string {
  return yaml.isScalar(key) ? String(key.value ?? '') : '';
}

function startOf(node: unknown): number {
  return yaml.isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
