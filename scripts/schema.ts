import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { profileSchema } from '../src/profile/schema.ts';
import { languages } from '../src/words/languages.ts';

/** Where editors find the schema of a profile (`# yaml-language-server: $schema=./schema.json`). */
export const schemaFile = fileURLToPath(new URL('../profiles/schema.json', import.meta.url));

/** The JSON Schema (2020-12) of a profile, as the file's text. */
export function schemaText(): string {
  const schema: Schema = z.toJSONSchema(profileSchema, { io: 'input' });
  const between = [...languages.map((language) => texts(schema, language)), ...links.map(opened), rulesShown];
  return `${JSON.stringify({ title: 'Facteur: a mail provider', ...schema, allOf: between }, undefined, 2)}\n`;
}

/* What src/profile/check.ts finds between the parts of a profile, for editors. */

type Schema = z.core.JSONSchema.BaseSchema;

/** Where the provider speaks a language, each of its texts is in it. */
function texts(schema: Schema, language: string): Schema {
  const speaks = { properties: { languages: { contains: { const: language } } }, required: ['languages'] };
  // A profile has texts, in `documentation` for one.
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  return { if: speaks, then: needing(schema, language) ?? {} };
}

/** The same schema with nothing in it but that every text needs this language; `undefined` where it has no text. */
function needing(schema: Schema, language: string): Schema | undefined {
  const { properties = {}, items } = schema;
  const parts = Object.entries(properties);
  if (parts.length > 0 && parts.every(([name]) => languages.some((each) => each === name)))
    return { required: [language] };
  // No schema here is a boolean, and no list has a schema for each place.
  const below = parts.flatMap(([name, part]) => {
    const needed = needing(part as Schema, language);
    return needed === undefined ? [] : [[name, needed] as const];
  });
  if (below.length > 0) return { properties: Object.fromEntries(below) };
  const needed = items === undefined ? undefined : needing(items as Schema, language);
  return needed && { items: needed };
}

const links = ['portal', 'passwordRecovery', 'webmail'];

/** A step that opens a page needs its address. */
function opened(link: string): Schema {
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  return { if: someStep({ properties: { link: { const: link } }, required: ['link'] }), then: { required: [link] } };
}

const rulesShown: Schema = {
  if: someStep({ properties: { shows: { contains: { const: 'passwordRules' } } }, required: ['shows'] }),
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  then: { properties: { onboarding: { required: ['password'] } } },
};

function someStep(step: Schema): Schema {
  const some = ['activation', 'recovery', 'webmail'].map((part) => ({
    properties: { [part]: { properties: { steps: { contains: step } }, required: ['steps'] } },
    required: [part],
  }));
  return { properties: { onboarding: { anyOf: some } }, required: ['onboarding'] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(schemaFile, schemaText());
