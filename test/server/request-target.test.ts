import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyTarget, plainTarget, readTarget } from '../../src/server/node/request-target.ts';

/** Pieces of targets and hosts that mean something to somebody, and any other characters. */
const pieces = (meaning: readonly string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...meaning), fc.string({ unit: 'binary-ascii', maxLength: 3 })), { maxLength: 8 })
    .map((list) => list.join(''));
const paths = pieces(['/', '.', '..', '%2e', '%2E%2e', '%', '%2f', '\\', '?', '#', '@', 'a', '~', "'", '|', ':', ';']);
const hosts = pieces([
  ...['cnrs', '.', 'fr', 'xn--', '-', '_', '1', '01', '0x7f', '127.0.0.1', '256', '.1'],
  ...[':', ':80', ':443', ':8080', ':65536', ':0', '[::1]', '@', '/', 'A', '%41'],
]);
const schemes = fc.constantFrom('http', 'https');

describe('the address of a request', () => {
  test('that is plain is read as a URL object reads it', () => {
    let plain = 0;
    fc.assert(
      fc.property(schemes, paths, hosts, (scheme, path, host) => {
        for (const [target, at] of [
          [`/${path}`, 'cnrs.fr'],
          ['/a', host],
          [`/${path}`, host],
        ] as const) {
          const quick = plainTarget(target, scheme, at);
          if (quick === undefined) continue;
          plain++;
          expect(quick).toEqual(anyTarget(target, scheme, at));
        }
      }),
      { numRuns: 5_000 },
    );
    // Neither is the property about nothing.
    expect(plain).toBeGreaterThan(500);
  });

  test.each([
    ['/mail/config-v1.1.xml?emailaddress=prenom.nom%40cnrs.fr', 'autoconfig.cnrs.fr'],
    ['/.well-known/autoconfig/mail/config-v1.1.xml?emailaddress=prenom.nom@cnrs.fr', 'cnrs.fr'],
    ['/autodiscover/autodiscover.json/v1.0/prenom.nom%40cnrs.fr?Protocol=AutodiscoverV1', 'autodiscover.cnrs.fr'],
    ['/mailbox/prenom.nom@cnrs.fr/additional/index.html?lang=fr', '127.0.0.1:8080'],
    ['/', 'localhost'],
  ])('%s at %s is plain', (target, host) => {
    expect(plainTarget(target, 'https', host)).toBeDefined();
  });

  test.each<[string, string, string | undefined]>([
    ['/a?b', 'CNRS.fr:443', 'https://cnrs.fr/a?b'],
    ['/a/../b', 'cnrs.fr', 'https://cnrs.fr/b'],
    ['/%2e%2E/b?', 'cnrs.fr', 'https://cnrs.fr/b'],
    ['/a\\b', 'cnrs.fr', undefined],
    ['/?a\\b', 'cnrs.fr', 'https://cnrs.fr/?a\\b'],
    ['http://evil.example/a', 'cnrs.fr', 'https://evil.example/a'],
    ['HTTPS://user@cnrs.fr:8443/', 'x', 'https://cnrs.fr:8443/'],
    ['ftp://cnrs.fr/', 'cnrs.fr', undefined],
    ['*', 'cnrs.fr', undefined],
    ['cnrs.fr:443', 'cnrs.fr', undefined],
    ['/', 'user@cnrs.fr', undefined],
    ['/', 'cnrs.fr:99999', undefined],
    ['/', 'a b', undefined],
  ])('%s at %s is %s', (target, host, url) => {
    const read = readTarget(target, 'https', host);
    expect(read && `${read.scheme}://${read.host}${read.path}${read.query}`).toBe(url);
  });
});
