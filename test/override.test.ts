import { describe, expect, test } from 'vitest';
import { bindOwn, override } from '../src/words/override.ts';
import { step, trouble } from '../src/words/step.ts';
import { either } from '../src/words/text.ts';
import { bind, source } from '../src/words/words.ts';

const words = source({
  title: 'Mail of {address}',
  two: either('role', 'First for {address}', 'Further'),
  group: { plain: 'Plain', list: ['One {n}', 'Two'] },
  step: step('Say', 'File', 'New'),
});

describe('texts of somebody’s own', () => {
  test('stand in the place of ours, and the rest stays', () => {
    const { words: own, problems } = override(words, {
      title: '{address} here',
      group: { list: ['{n}!'] },
      step: { say: 'Do', path: ['A', 'B', 'C'] },
    });
    expect(problems).toEqual([]);
    const bound = bind(own, 'en');
    expect(bound.title({ address: 'a@b.example' })).toBe('a@b.example here');
    expect(bound.group.plain).toBe('Plain');
    expect(bound.step).toEqual({ say: 'Do', path: ['A', 'B', 'C'], note: [], sure: true });
    expect(bind(words, 'en').title({ address: 'x' })).toBe('Mail of x');
  });

  test('may leave out a value, and be one text where ours has two forms', () => {
    const { words: own, problems } = override(words, { title: 'Mail', two: 'Either {address}' });
    expect(problems).toEqual([]);
    const bound = bind(own, 'en');
    expect(bound.title({ address: 'a' })).toBe('Mail');
    expect([bound.two({ role: '', address: 'a' }), bound.two({ role: 1, address: 'a' })]).toEqual([
      'Either a',
      'Either a',
    ]);
  });

  test('take the place of a list as a whole: what an item leaves out is not there', () => {
    const told = source({ steps: [step('First', 'A'), step('Second', 'B')], trouble: [trouble('x', step('y'))] });
    const { words: own, problems } = override(told, {
      steps: [{ say: 'One' }, { say: 'Two', path: ['C', 'D'] }, { say: 'Three' }],
      trouble: [],
    });
    expect(problems).toEqual([]);
    expect(own).toEqual({ steps: [step('One'), step('Two', 'C', 'D'), step('Three')], trouble: [] });
    const { problems: wrong } = override(told, { steps: [{ path: [] }], trouble: [{ seen: 'x' }] });
    expect(wrong.map(({ path, what, value }) => [...path, what, value])).toEqual([
      ['steps', 0, 'missing', 'say'],
      ['trouble', 0, 'missing', 'help'],
    ]);
  });

  test('may name something to tap where ours names nothing', () => {
    const { words: own, problems } = override(source({ step: step('Say') }), { step: { path: ['A'] } });
    expect(problems).toEqual([]);
    expect(own.step).toEqual(step('Say', 'A'));
  });

  test('are put in the place of ours once, however often they are asked for', () => {
    const texts = { title: 'Mine' };
    expect(bindOwn(words, texts, 'en')).toBe(bindOwn(words, texts, 'en'));
    expect(bindOwn(words, texts, 'en').title({ address: '' })).toBe('Mine');
    expect(bindOwn(words, undefined, 'en')).toBe(bind(words, 'en'));
  });

  test.each([
    ['a key that there is not', { titel: 'x' }, { path: ['titel'], what: 'key', value: 'titel' }],
    ['a key of the object itself', { constructor: 'x' }, { path: ['constructor'], what: 'key', value: 'constructor' }],
    [
      'a name that the text does not take',
      { title: '{login}' },
      { path: ['title'], what: 'name', value: 'login', known: ['address'] },
    ],
    ['a lone brace', { group: { plain: '{' } }, { path: ['group', 'plain'], what: 'braces' }],
    ['no text', { group: { plain: 3 } }, { path: ['group', 'plain'], what: 'kind', value: 'text' }],
    ['no list', { group: { list: 'x' } }, { path: ['group', 'list'], what: 'kind', value: 'list' }],
    ['no keys', { group: 'x' }, { path: ['group'], what: 'kind', value: 'keys' }],
    ['how sure we are', { step: { sure: true } }, { path: ['step', 'sure'], what: 'key', value: 'sure' }],
    ['a mistake in a list', { group: { list: ['{m}'] } }, { path: ['group', 'list', 0], what: 'name', value: 'm' }],
  ])('%s is a problem with its place', (_, own, problem) => {
    const { words: kept, problems } = override(words, own);
    expect(problems).toEqual([expect.objectContaining(problem)]);
    expect(kept).toEqual(words);
  });
});
