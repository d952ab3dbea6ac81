import type * as z from 'zod/mini';
import { overridable } from '../src/clients/overridable.ts';
import { languages } from '../src/words/languages.ts';
import { namesTakenBy } from '../src/words/override.ts';
import type { Step } from '../src/words/step.ts';
import { isEither, type Tree } from '../src/words/words.ts';

type Schema = z.core.JSONSchema.BaseSchema;

/*
 * What editors know of the texts that a provider may put in the place of ours (`src/words/override.ts` reads them): each key, with our text and the names that it
 * takes. The keys are the same in every language, so they stand once, with the English text.
 */

/** The schema of `texts` in a profile, and what it refers to. */
export function textsSchema(description = ''): { readonly texts: Schema; readonly $defs: Schema } {
  const $defs: Record<string, Schema> = {};
  $defs.texts = shared(schemaOf(overridable('en'), $defs), $defs);
  const each = Object.fromEntries(languages.map((language) => [language, { $ref: '#/$defs/texts' }]));
  return { texts: { description, type: 'object', properties: each, additionalProperties: false }, $defs };
}

type Definitions = Record<string, Schema>;

/** Versions of a program have steps in common: what is long and stands in several places stands once. */
function shared(schema: Schema, $defs: Definitions): Schema {
  const seen = new Map<string, number>();
  const count = (each: Schema) => {
    const text = JSON.stringify(each);
    seen.set(text, (seen.get(text) ?? 0) + 1);
    for (const part of Object.values(each.properties ?? {})) count(part as Schema);
  };
  const share = (each: Schema, path: readonly string[]): Schema => {
    const text = JSON.stringify(each);
    if (text.length > LONG && (seen.get(text) ?? 0) > 1) {
      const known = Object.keys($defs).find((id) => JSON.stringify($defs[id]) === text);
      const id = known ?? path.join('-');
      $defs[id] = each;
      return { $ref: `#/$defs/${id}` };
    }
    if (each.properties === undefined) return each;
    const parts = Object.entries(each.properties).map(([key, part]) => [key, share(part as Schema, [...path, key])]);
    return { ...each, properties: Object.fromEntries(parts) };
  };
  count(schema);
  return share(schema, []);
}

/** A shorter one is as easily read where it stands. */
const LONG = 300;

/** @param whole an item of a list: nothing of ours stays in it */
function schemaOf(tree: Tree, $defs: Definitions, whole = false): Schema {
  if (typeof tree === 'string' || isEither(tree)) return text(tree, $defs);
  if (Array.isArray(tree)) return list(tree, $defs);
  if (isStep(tree)) return step(tree, $defs, whole);
  // A boolean is no text, and its key stands in no schema.
  const group = Object.entries(tree as Readonly<Record<string, Tree>>).filter(([, each]) => typeof each !== 'boolean');
  const needed = group.filter(([, each]) => !Array.isArray(each)).map(([key]) => key);
  return {
    type: 'object',
    properties: Object.fromEntries(group.map(([key, each]) => [key, schemaOf(each, $defs, whole)])),
    ...(whole && { required: needed }),
    additionalProperties: false,
  };
}

/** Most of the texts are in steps, which differ in nothing but what they say. */
function isStep(tree: Tree): tree is Step {
  return typeof tree === 'object' && 'say' in tree && 'path' in tree && namesTakenBy(tree.say)?.length === 0;
}

function step({ say, path }: Step, $defs: Definitions, whole: boolean): Schema {
  const id = whole ? 'whole-step' : 'step';
  const one = text('', $defs);
  $defs[id] ??= {
    type: 'object',
    properties: { say: one, path: { type: 'array', items: one } },
    ...(whole && { required: ['say'] }),
    additionalProperties: false,
  };
  return { $ref: `#/$defs/${id}`, description: [say, ...path].join(' › ') };
}

function text(ours: Tree, $defs: Definitions): Schema {
  const names = [...new Set(namesTakenBy(ours))].sort();
  const id = ['text', ...names].join('-');
  const name = names.length === 0 ? '' : `|\\{(?:${names.join('|')})\\}`;
  $defs[id] ??= { type: 'string', pattern: `^(?=.*\\S)(?:[^{}\\p{Cc}\\p{Cs}\\u2028\\u2029]|\\{\\{|\\}\\}${name})*$` };
  const forms = isEither(ours) ? [...new Set([ours.present, ours.absent])] : [String(ours)];
  const description = forms.join(' / ');
  return { $ref: `#/$defs/${id}`, ...(description !== '' && { description }) };
}

/** Items beyond ours are like our last. */
function list(ours: readonly Tree[], $defs: Definitions): Schema {
  // What is to be tapped, one after the other.
  if (ours.length === 0) return { type: 'array', items: text('', $defs) };
  const items = ours.map((each) => schemaOf(each, $defs, true));
  const [last, ...before] = [...items].reverse();
  return before.length === 0
    ? { type: 'array', items: last as Schema }
    : { type: 'array', prefixItems: before.reverse(), items: last as Schema };
}
