import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'facteur-device-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function generate(...args: readonly string[]) {
  const said: string[] = [];
  const keep = (text: string) => void said.push(text);
  const code = await run(['generate', '--out', folder, ...args], { language: 'en', print: keep, say: keep });
  return { code, said: said.join('\n') };
}

test('generate --for writes one profile, and says what it takes for granted', async () => {
  const { code, said } = await generate('--for', 'workspace-one', '--profile', 'cnrs');
  expect(code).toBe(0);
  expect(said).toContain('{EmailUserName} is what stands before the @ of the address (not verified');
  expect(readFileSync(join(folder, 'cnrs-workspace-one.mobileconfig'), 'utf8')).toContain(
    '{EmailUserName}@ods.services',
  );
});

test.each([
  [['--for', 'fleet', '--profile', 'cnrs', '--sign-key', 'x'], '--sign-key does not go with --for: Fleet replaces'],
  [['--for', 'fleet', '--profile', 'cnrs', '--from', 'x.csv'], '--from does not go with --for'],
  [['--attribute', '7'], '--attribute says nothing without --for'],
])('generate %j is refused in one line', async (args, message) => {
  const { code, said } = await generate(...args);
  expect(code).toBe(2);
  expect(said).toContain(message);
});
