import { expect, test } from 'vitest';
import { paccDocument } from '../../src/publish/pacc.ts';
import { complaints, ownAccounts } from './own-files.ts';

const documents = ownAccounts().flatMap(({ name, account }) => {
  const bytes = paccDocument(account);
  return bytes === undefined ? [] : [{ name, bytes }];
});

test('some accounts have a document', () => {
  expect(documents.length).toBeGreaterThan(3);
});

test.each(documents)('nothing is said of the document of $name', async ({ bytes }) => {
  expect(await complaints(bytes)).toEqual([]);
});
