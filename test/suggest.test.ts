import { expect, test } from 'vitest';
import { nearest } from '../src/words/suggest.ts';

const ids = ['thunderbird', 'outlook', 'apple', 'k9'];

test.each([
  ['thunderbrid', 'thunderbird'],
  ['Outlook', 'outlook'],
  ['aple', 'apple'],
  ['k-9', 'k9'],
  ['evolution', ''],
  ['', ''],
  ['ka', 'k9'],
  ['xy', ''],
])('%j is probably %j', (word, suggestion) => {
  expect(nearest(word, ids)).toBe(suggestion);
});

test('nothing is near where nothing is known', () => {
  expect(nearest('x', [])).toBe('');
});
