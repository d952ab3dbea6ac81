import { expect, test } from 'vitest';
import { makeTable } from '../../src/many/table.ts';

test('a table gives for each of many names the numbers that it was given last', () => {
  const table = makeTable(2);
  for (let count = 0; count < 20_000; count++) table.set(`p${count}`, [count, 1]);
  for (let count = 0; count < 20_000; count += 7) table.set(`p${count}`, [count, 2]);
  for (let count = 0; count < 20_000; count++)
    expect([...(table.get(`p${count}`) ?? [])]).toEqual([count, count % 7 === 0 ? 2 : 1]);
  expect(table.get('p20000')).toBeUndefined();
});
