import { expect, test } from 'vitest';
import { describe, InputError, problem, UnrepresentableError } from '../src/errors.ts';

const port = (place: object) => problem('profile.port', { value: '99999' }, place);

test.each([
  [{}, 'port 99999 is not a port (1–65535)'],
  [{ file: 'profiles/ods.yaml', line: 12, column: 11 }, 'profiles/ods.yaml:12:11  port 99999 is not a port (1–65535)'],
  [{ file: 'people.csv', line: 418 }, 'people.csv:418  port 99999 is not a port (1–65535)'],
  [{ file: 'p.yaml', line: 1, column: 2, field: 'id' }, 'p.yaml:1:2 id  port 99999 is not a port (1–65535)'],
  [{ field: 'name' }, 'name  port 99999 is not a port (1–65535)'],
  [{ file: 'p.yaml', field: '' }, 'p.yaml  port 99999 is not a port (1–65535)'],
  [{ file: 'a\nb.yaml' }, 'a\\u000ab.yaml  port 99999 is not a port (1–65535)'],
])('a place %j stands before the text', (place, line) => {
  expect(describe(port(place), 'en')).toBe(line);
});

test('a problem speaks the language of its reader', () => {
  expect(describe(port({}), 'fr')).toBe('le port 99999 n’est pas un port (1–65535)');
});

test('what a stranger wrote can neither break the line nor fill the screen', () => {
  const wrong = problem('who.unknown-domain', { value: 'x'.repeat(500), domain: 'a\r\nb', domains: 'c' });
  const line = describe(wrong, 'en');
  expect(line).toMatch(/^[^\n\r]{1,250}$/);
  expect(line).toContain('the domain a\\u000d\\u000ab of “xxx');
  // Scripts get what was written.
  expect(wrong.details.value).toHaveLength(500);
});

test('an input error lists everything that is wrong, a line each', () => {
  const error = new InputError([port({ line: 1 }), port({ line: 2 })], { cause: 'why' });
  expect(error.message).toBe('1  port 99999 is not a port (1–65535)\n2  port 99999 is not a port (1–65535)');
  expect(error).toMatchObject({ name: 'InputError', cause: 'why', problems: [{ place: { line: 1 } }, {}] });
  expect(new InputError(port({})).problems).toHaveLength(1);
});

test('a value that cannot be written is told with notation and value', () => {
  const error = new UnrepresentableError(problem('value.unrepresentable', { notation: 'cmd', value: '"50 %"' }));
  expect(error.message).toBe('"50 %" cannot be written in cmd: change the value, or use another format');
  expect(error.name).toBe('UnrepresentableError');
});
