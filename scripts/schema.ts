import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { profileSchema } from '../src/profile-schema.ts';

/** Where editors find the schema of a profile (`# yaml-language-server: $schema=./schema.json`). */
export const schemaFile = fileURLToPath(new URL('../profiles/schema.json', import.meta.url));

/** The JSON Schema (2020-12) of a profile, as the file's text. */
export function schemaText(): string {
  const schema = { title: 'Facteur: a mail provider', ...z.toJSONSchema(profileSchema, { io: 'input' }) };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(schemaFile, schemaText());
