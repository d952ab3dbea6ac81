import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { profileSchema } from '../src/profile/schema.ts';
import { languages } from '../src/words/languages.ts';
import { textsSchema } from './texts-schema.ts';

/** Where editors find the schema of a profile (`# yaml-language-server: $schema=./schema.json`). */
export const schemaFile = fileURLToPath(new URL('../profiles/schema.json', import.meta.url));

/** The JSON Schema (2020-12) of a profile, as the file's text. */
export function schemaText(): string {
  const { properties = {}, ...schema }: Schema = z.toJSONSchema(profileSchema, { io: 'input' });
  // Which texts there are is not in the schema of the code, which stands below the rooms that have them.
  const { texts: open, ...others } = properties;
  const { texts, $defs } = textsSchema((open as Schema).description);
  const between = [
    ...languages.map((language) => speaking({ properties: others }, language)),
    ...languages.map(spoken),
    ...links.map(opened),
    rulesShown,
    { dependentRequired: { incoming: ['outgoing'], outgoing: ['incoming'] } },
    served,
  ];
  const whole = {
    title: 'Facteur: a mail provider',
    ...schema,
    properties: { ...others, texts },
    allOf: between,
    $defs,
  };
  return `${laidOut(whole)}\n`;
}

/** JSON in which what fits on a line, or has nothing inside, stands on one: with a line for each name and value, the file would be twice as long. */
function laidOut(value: unknown, indent = ''): string {
  const line = JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return line;
  const flat = Object.values(value).every((each) => typeof each !== 'object');
  if (flat || indent.length + line.length <= 120) return line;
  const deeper = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const members = Array.isArray(value)
    ? value.map((each) => laidOut(each, deeper))
    : Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .map(([key, each]) => `${JSON.stringify(key)}: ${laidOut(each, deeper)}`);
  return `${open}\n${members.map((each) => deeper + each).join(',\n')}\n${indent}${close}`;
}

/* What src/profile/check.ts finds between the parts of a profile, for editors. */

type Schema = z.core.JSONSchema.BaseSchema;

/** A provider puts texts in the place of ours in a language of its people. */
function spoken(language: string): Schema {
  return {
    if: { properties: { texts: { required: [language] } }, required: ['texts'] },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    then: { properties: { languages: { contains: { const: language } } } },
  };
}

/** Where the provider speaks a language, each of its texts is in it. */
function speaking(schema: Schema, language: string): Schema {
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
  // One of several forms: what holds for the other keys of one says nothing of the others.
  if (schema.anyOf !== undefined && parts.length === 0)
    return schema.anyOf.map((form) => needing(form as Schema, language)).find((form) => form !== undefined);
  const below = parts.flatMap(([name, part]) => {
    const needed = needing(part as Schema, language);
    return needed === undefined ? [] : [[name, needed] as const];
  });
  if (below.length > 0) return { properties: Object.fromEntries(below) };
  const needed = items === undefined ? undefined : needing(items as Schema, language);
  return needed && { items: needed };
}

const links = ['portal', 'passwordRecovery', 'webmail'];

/** A step that opens a page needs its address, in every domain. */
function opened(link: string): Schema {
  const without = { properties: { [link]: { const: 'none' } }, required: [link] };
  const then: Schema = {
    required: [link],
    properties: { domains: { items: { not: { type: 'object', ...without } } } },
  };
  return { if: someStep({ properties: { link: { const: link } }, required: ['link'] }), then };
}

/** A mailbox is reached in one way at least: that of the provider, or one of each domain. Whether a domain takes away the only one is for the reader. */
const served: Schema = {
  anyOf: [
    { required: ['incoming'] },
    { required: ['exchange'] },
    {
      properties: {
        domains: { items: { anyOf: [{ required: ['incoming'] }, { required: ['exchange'] }], type: 'object' } },
      },
    },
  ],
};

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
