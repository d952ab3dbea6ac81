import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { InputError, type Problem, type ProblemCode, problem } from './errors.ts';
import { domainsOf, type Profile, profileSchema } from './profile.ts';

type Path = readonly PropertyKey[];

/**
 * Reads a provider profile.
 * @param text the YAML file's content
 * @param file its name, for messages
 * @throws InputError with every mistake of the file, each with its line and column
 */
export function parseProfile(text: string, file: string): Profile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.length > 0) {
    throw new InputError(
      document.errors.map((error) => problem('profile.yaml', { message: firstLine(error.message) }, at(error.pos[0]))),
    );
  }
  if (document.contents === null) throw new InputError(problem('profile.empty', {}, { file }));

  const value: unknown = document.toJS({ maxAliasCount: 0 });
  const result = profileSchema.safeParse(value);
  const where = (path: Path, key = false) => {
    const offset = offsetOf(document.contents, path, key);
    return { ...at(offset), field: path.join('.') };
  };
  if (!result.success) throw new InputError(result.error.issues.flatMap((issue) => problems(issue, value, where)));

  const repeated = duplicate(domainsOf(result.data).map(({ name }) => name));
  if (repeated !== undefined) {
    throw new InputError(
      problem('profile.domain-twice', { domain: repeated.value }, where(['domains', repeated.index])),
    );
  }
  return result.data;
}

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

function problems(issue: Issue, root: unknown, where: (path: Path, key?: boolean) => Problem['place']): Problem[] {
  const value = issue.path.reduce<unknown>(
    (node, key) => (node as Record<PropertyKey, unknown> | undefined)?.[key],
    root,
  );
  const shown = show(value);
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => problem('profile.unknown-key', { key }, where([...issue.path, key], true)));
  }
  if (issue.code === 'custom') {
    // `said()` in profile.ts writes the code; the texts of these codes take the value and nothing else.
    const { code } = issue.params as { code: ProblemCode };
    return [{ code, details: { value: shown }, place: where(issue.path) }];
  }
  if (issue.code === 'invalid_union') {
    // A domain is a name or a mapping: complain in the words of the form that was written.
    const form = issue.errors?.[typeof value === 'object' ? 1 : 0] ?? [];
    return form.flatMap((inner) => problems({ ...inner, path: [...issue.path, ...inner.path] }, root, where));
  }
  if (value === undefined) {
    return [problem('profile.missing', { key: String(issue.path.at(-1)) }, where(issue.path.slice(0, -1)))];
  }
  if (issue.code === 'invalid_value') {
    return [
      problem('profile.not-one-of', { value: shown, values: (issue.values ?? []).join(', ') }, where(issue.path)),
    ];
  }
  if (issue.code === 'too_small') return [problem('profile.empty-list', {}, where(issue.path))];
  return [problem('profile.wrong-type', { value: shown, expected: String(issue.expected) }, where(issue.path))];
}

/** Where the value (or the key) at `path` starts; where it is absent, its nearest ancestor. */
function offsetOf(root: unknown, path: Path, key: boolean): number {
  let node = root as Node;
  for (const [depth, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(step));
      if (pair === undefined) break;
      const last = depth === path.length - 1;
      node = ((key && last) || pair.value === null ? pair.key : pair.value) as Node;
    } else if (isSeq(node)) {
      node = (node.items[Number(step)] ?? node) as Node;
    }
  }
  return node.range?.[0] ?? 0;
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text;
}

function duplicate(values: readonly string[]): { value: string; index: number } | undefined {
  const index = values.findIndex((value, position) => values.indexOf(value) < position);
  const value = values[index];
  return value === undefined ? undefined : { value, index };
}
