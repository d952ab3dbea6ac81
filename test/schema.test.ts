import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaFile, schemaText } from '../scripts/schema.ts';

test('profiles/schema.json is the schema of the code (npm run schema writes it)', () => {
  expect(readFileSync(schemaFile, 'utf8')).toBe(schemaText());
});
