import fc from 'fast-check';
import { expect, test } from 'vitest';
import { targetOf } from '../../src/server/app/target.ts';
import { texts } from '../arbitrary.ts';

const hosts = [
  'cnrs.fr',
  'CNRS.fr:8443',
  '[::1]',
  '[::1]:8080',
  '127.0.0.1:80',
  'user:secret@cnrs.fr',
  'bücher.example',
];

test('the parts of a URL are those of a URL object', () => {
  const parts = fc.tuple(fc.constantFrom('http', 'https'), fc.constantFrom(...hosts), texts, texts, texts);
  fc.assert(
    fc.property(parts, fc.constantFrom('', '?', '#', '?#', '#?'), ([scheme, host, path, query, hash], end) => {
      for (const text of [`/${path}`, `/${path}?${query}`, `/${path}?${query}#${hash}`, `/${path}#${hash}`, end]) {
        const whole = `${scheme}://${host}${text}`;
        if (!URL.canParse(whole)) continue;
        const url = new URL(whole);
        expect(targetOf(url.href)).toEqual({
          scheme: url.protocol.slice(0, -1),
          host: url.host,
          hostname: url.hostname,
          path: url.pathname,
          query: url.search,
        });
      }
    }),
    { numRuns: 500 },
  );
});
