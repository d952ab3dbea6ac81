import fc from 'fast-check';
import { v5 } from 'uuid';
import { expect, test } from 'vitest';
import { DNS, namespace, URL, uuidOf } from '../../src/clients/uuid.ts';
import { inJavaScript, sha1, sha256 } from '../../src/platform.ts';

test('the name of the standard’s example has the UUID that the standard gives', () => {
  // RFC 9562, appendix A.4.
  expect(uuidOf('www.example.com', DNS)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

test('any name has the UUID that the uuid package makes of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1200 }), fc.uuid(), (name, space) => {
      expect(uuidOf(name, namespace(space))).toBe(v5(name, space));
    }),
  );
  for (const length of [340, 341, 342, 5000])
    expect(uuidOf('€'.repeat(length), URL)).toBe(v5('€'.repeat(length), v5.URL));
});

test('the digests of Node and those of a runtime without it are the same', () => {
  expect([sha1 === inJavaScript.sha1, sha256 === inJavaScript.sha256]).toEqual([false, false]);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect([sha1(bytes), sha256(bytes)]).toEqual([inJavaScript.sha1(bytes), inJavaScript.sha256(bytes)]);
    }),
  );
});
