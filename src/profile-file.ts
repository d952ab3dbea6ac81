// Longer than other files: reading a profile and saying where each mistake stands share the tree of the YAML file.
import * as yaml from 'yaml';
import type * as z from 'zod/mini';
import { InputError, type Place, type Problem, type ProblemCode, problem } from './errors.ts';
import { domainsOf, type Profile } from './profile.ts';
import { contradictionsOf } from './profile-check.ts';
import { profileSchema } from './profile-schema.ts';
import { nearest } from './suggest.ts';

/** Nobody writes a profile of this size by hand; the reader's time and memory stay small whatever it is given. */
const LIMIT = 1_000_000;

/**
 * Reads a provider profile.
 * @param source the YAML file's content: its bytes (UTF-8), or the text where somebody has decoded it
 * @param file its name, for messages
 * @throws InputError with every mistake of the file, each with its line and column
 */
export function parseProfile(source: string | Uint8Array, file: string): Profile {
  if (source.length > LIMIT) throw new InputError(problem('profile.too-large', {}, { file }));
  const { document, at } = parseYaml(textOf(source, file), file);
  const { contents } = document;
  if (contents === null || (yaml.isScalar(contents) && contents.value === null)) {
    throw new InputError(problem('profile.empty', {}, { file }));
  }
  if (!yaml.isMap(contents)) throw new InputError(problem('profile.not-a-mapping', {}, at(startOf(contents))));

  const value: unknown = document.toJS();
  const where: Where = (path, part = 'value') => {
    const field = path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join('.');
    return { ...at(offsetOf(contents, path, part)), field };
  };
  const result = profileSchema.safeParse(value);
  if (!result.success) throw new InputError(result.error.issues.flatMap((issue) => problems(issue, value, where)));

  const repeated = duplicate(domainsOf(result.data).map(({ name }) => name));
  if (repeated !== undefined) {
    throw new InputError(
      problem('profile.domain-twice', { domain: repeated.value }, where(['domains', repeated.index])),
    );
  }
  const contradictions = contradictionsOf(result.data);
  if (contradictions.length > 0) {
    throw new InputError(
      contradictions.map(({ problem: { code, details }, path }) => ({ code, details, place: where(path) })),
    );
  }
  return result.data;
}

function textOf(source: string | Uint8Array, file: string): string {
  // Windows editors write the mark; the columns that we name are those of a reader who does not see it.
  if (typeof source === 'string') return source.replace(/^\ufeff/, '');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch (cause) {
    throw new InputError(problem('profile.not-utf8', {}, { file }), { cause });
  }
}

/** One slip makes a parser complain again and again: more than this many lines help nobody. */
const MANY = 3;

/** The parsed file and the place of an offset in it. Refuses what would make a value other than what stands there: aliases and tags. */
function parseYaml(text: string, file: string) {
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.length > 0) {
    const first = document.errors.slice(0, MANY);
    throw new InputError(first.map((error) => yamlProblem(error, at(error.pos[0]))));
  }
  const foreign: Problem[] = [];
  const refuse = (code: 'profile.alias' | 'profile.tag', value: string, range: yaml.Range | null | undefined) => {
    foreign.push(problem(code, { value }, at(range?.[0] ?? 0)));
    return foreign.length < MANY ? undefined : yaml.visit.BREAK;
  };
  yaml.visit(document, {
    Alias: (_, { source, range }) => refuse('profile.alias', `*${source}`, range),
    Node: (_, { tag, range }) => (tag === undefined ? undefined : refuse('profile.tag', tag, range)),
  });
  if (foreign.length > 0) throw new InputError(foreign);
  return { document, at };
}

/** The mistakes that people make have texts of ours: those of the YAML reader are English, and meant for who programs with it. */
const yamlProblems: Readonly<Partial<Record<yaml.ErrorCode, ProblemCode>>> = {
  DUPLICATE_KEY: 'profile.duplicate-key',
  TAB_AS_INDENT: 'profile.tab',
  BAD_INDENT: 'profile.indent',
  BLOCK_AS_IMPLICIT_KEY: 'profile.misplaced-key',
  MULTILINE_IMPLICIT_KEY: 'profile.misplaced-key',
  BAD_SCALAR_START: 'profile.quotes',
  UNEXPECTED_TOKEN: 'profile.quotes',
  BAD_DQ_ESCAPE: 'profile.escape',
  MISSING_CHAR: 'profile.unfinished',
  MULTIPLE_DOCS: 'profile.documents',
};

function yamlProblem({ code, message }: yaml.YAMLParseError, place: Place): Problem {
  const known = yamlProblems[code];
  // The texts of these codes take no details.
  if (known !== undefined) return { code: known, details: {}, place };
  return problem('profile.yaml', { message: message.split('\n', 1)[0] ?? message }, place);
}

type Path = readonly PropertyKey[];
type Where = (path: Path, part?: 'key' | 'value') => Place;

/** The parts of a zod issue that we read; its own texts are not used. */
interface Issue {
  readonly code: string;
  readonly path: Path;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly expected?: unknown;
  readonly params?: unknown;
  readonly errors?: readonly (readonly Issue[])[];
}

const wrongType: Readonly<Record<string, Extract<ProblemCode, `profile.not-${string}`>>> = {
  string: 'profile.not-text',
  number: 'profile.not-number',
  boolean: 'profile.not-boolean',
  array: 'profile.not-list',
  object: 'profile.not-mapping',
};

function problems(issue: Issue, root: unknown, where: Where): Problem[] {
  const { code, path } = issue;
  const value = path.reduce<unknown>((node, key) => (node as Record<PropertyKey, unknown> | undefined)?.[key], root);
  const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (code === 'unrecognized_keys') {
    const known = keysAt(profileSchema, path);
    return (issue.keys ?? []).map((key) =>
      problem('profile.unknown-key', { key, suggestion: nearest(key, known) }, where([...path, key], 'key')),
    );
  }
  if (code === 'custom') {
    // `said()` in profile-schema.ts writes the code; the texts of these codes take the value and nothing else.
    const { code } = issue.params as { code: ProblemCode };
    return [{ code, details: { value: shown }, place: where(path) }];
  }
  if (value === undefined) return [problem('profile.missing', { key: String(path.at(-1)) }, where(path.slice(0, -1)))];
  if (value === null) return [problem('profile.no-value', { key: lastName(path) }, where(path, 'key'))];
  if (code === 'invalid_union') {
    // A domain is a name or a mapping: complain in the words of the form that was written.
    const form = issue.errors?.[typeof value === 'object' ? 1 : 0] ?? [];
    return form.flatMap((inner) => problems({ ...inner, path: [...path, ...inner.path] }, root, where));
  }
  if (code === 'invalid_value') {
    const values = (issue.values ?? []).map(String);
    const details = { value: shown, values: values.join(', '), suggestion: nearest(shown, values) };
    return [problem('profile.not-one-of', details, where(path))];
  }
  if (code === 'too_small') return [problem('profile.empty-list', {}, where(path))];
  // The schema has no types but those of the table; an item of a YAML list with another is at least no text.
  return [
    { code: wrongType[String(issue.expected)] ?? 'profile.not-text', details: { value: shown }, place: where(path) },
  ];
}

/** The keys that the schema knows at a path; none where it knows no mapping there. */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  // Every schema of profile.ts is of one of these kinds, which carry their parts in `def`.
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional') return keysAt(def.innerType, path);
  if (def.type === 'union') return def.options.flatMap((option) => keysAt(option, path));
  const [step, ...rest] = path;
  if (def.type === 'array') return step === undefined ? [] : keysAt(def.element, rest);
  if (def.type !== 'object') return [];
  if (step === undefined) return Object.keys(def.shape);
  const member = def.shape[String(step)];
  return member === undefined ? [] : keysAt(member, rest);
}

/** Where the value (or the key) at `path` starts; where it is absent, its nearest ancestor. */
function offsetOf(root: yaml.Node, path: Path, part: 'key' | 'value'): number {
  let node: unknown = root;
  for (const [depth, step] of path.entries()) {
    if (yaml.isMap(node)) {
      const pair = node.items.find(({ key }) => nameOf(key) === String(step));
      if (pair === undefined) break;
      node = part === 'key' && depth === path.length - 1 ? pair.key : (pair.value ?? pair.key);
    } else if (yaml.isSeq(node)) {
      node = node.items[Number(step)] ?? node;
    }
  }
  return yaml.isNode(node) ? startOf(node) : 0;
}

/** The name that a key gets in JavaScript. */
function nameOf(key: unknown): string {
  return yaml.isScalar(key) ? String(key.value ?? '') : String(key);
}

function startOf(node: yaml.Node): number {
  return node.range?.[0] ?? 0;
}

function lastName(path: Path): string {
  return String(path.findLast((step) => typeof step === 'string') ?? '');
}

function duplicate(values: readonly string[]): { value: string; index: number } | undefined {
  const index = values.findIndex((value, position) => values.indexOf(value) < position);
  const value = values[index];
  return value === undefined ? undefined : { value, index };
}
