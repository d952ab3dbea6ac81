import { hash } from 'node:crypto';
import { join } from 'node:path';
import { InputError, type Problem, problem } from '../errors.ts';
import { precompileTemplate, type Sources } from '../template/compile.ts';
import type { CompiledTemplate } from '../template/environment.ts';
import type { OwnTemplates } from '../template/templates.ts';
import { nearest } from '../words/suggest.ts';
import { madeTemplates, otherFiles, templateTexts } from './template-texts.generated.ts';
import { tryTemplates } from './try-templates.ts';

const EXTENSION = '.hbs';

/**
 * Compiles templates that stand in the place of ours.
 * @param given by path below the folder
 * @throws InputError with every mistake; what compiles is tried only when all of it does
 */
export async function compileTemplates(folder: string, given: ReadonlyMap<string, string>): Promise<OwnTemplates> {
  const texts = new Map([...given].filter(([path, text]) => otherFiles.get(path) !== hash('sha256', text, 'hex')));
  const unknown = [...texts.keys()].flatMap((path) => unknownName(folder, path));
  if (unknown.length > 0) throw new InputError(unknown);
  const own = new Map([...texts].map(([path, text]) => [path.slice(0, -EXTENSION.length), text]));
  const all = new Map([...templateTexts, ...own]);
  const fileOf = (name: string) => `${join(own.has(name) ? folder : 'templates', name)}${EXTENSION}`;
  const sources: Sources = { read: (name) => all.get(name), names: () => all.keys(), fileOf };

  const problems: Problem[] = [];
  const compiled = new Map<string, CompiledTemplate>();
  for (const name of [...all.keys()].filter((each) => includesOwn(each, all, own))) {
    try {
      const source = precompileTemplate(name, all.get(name) ?? '', sources);
      // Ours, which include one of these, are only looked at: where a partial stands decides what may stand in it.
      if (own.has(name)) compiled.set(name, evaluate(source));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError(distinct(problems));
  // `unknownName` has let only names of ours pass.
  const templates = Object.fromEntries(compiled) as OwnTemplates;
  const found = await tryTemplates(templates, fileOf);
  if (found.length > 0) throw new InputError(distinct(found));
  return templates;
}

/** The guard has let nothing pass but text and names: the writer of JavaScript makes string literals of the one and look-ups of the other. */
function evaluate(source: string): CompiledTemplate {
  // It writes an expression.
  return new Function(`return ${source}`)() as CompiledTemplate;
}

function unknownName(folder: string, path: string): Problem[] {
  const known = [...templateTexts.keys()]
    .filter((name) => !madeTemplates.has(name))
    .map((name) => `${name}${EXTENSION}`);
  if (known.includes(path)) return [];
  if (otherFiles.has(path)) return [problem('templates.style', {}, { file: join(folder, path) })];
  // In the wrong folder, or misspelt.
  const elsewhere = known.find(
    (each) => each.slice(each.lastIndexOf('/')) === `/${path.slice(path.lastIndexOf('/') + 1)}`,
  );
  const suggestion = elsewhere ?? nearest(path, known);
  return [problem('templates.unknown', { suggestion }, { file: join(folder, path) })];
}

/** Is it one of them, or does it include one, itself or through others? */
function includesOwn(
  name: string,
  all: ReadonlyMap<string, string>,
  own: ReadonlyMap<string, string>,
  above: readonly string[] = [],
): boolean {
  if (own.has(name)) return true;
  if (above.includes(name)) return false;
  const included = [...(all.get(name) ?? '').matchAll(/\{\{~?>\s*([^\s}~]+)/g)].map(([, partial = '']) => partial);
  return included.some((partial) => includesOwn(partial, all, own, [...above, name]));
}

/** The same mistake of a partial is found wherever it is included. */
function distinct(problems: readonly Problem[]): Problem[] {
  const found = new Map(problems.map((each) => [JSON.stringify(each), each]));
  return [...found.values()];
}
