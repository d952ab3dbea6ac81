import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { subset } from 'semver';
import { describe, expect, test } from 'vitest';
import { root } from './fixtures.ts';

/** What the lockfile says of a package; `''` is Facteur itself. */
interface Locked {
  readonly engines?: { readonly node?: string };
}

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const ours = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Required<Locked>).engines.node ?? '';

/** The packages that do not run on every Node that `node` admits: with engine-strict, npm installs none of the others either. */
function narrowerThan(node: string, locked: Readonly<Record<string, Locked>>): string[] {
  return Object.entries(locked).flatMap(([path, { engines }]) =>
    subset(node, engines?.node ?? '*') ? [] : [`${path} wants ${engines?.node}`],
  );
}

describe('the Node that package.json promises', () => {
  test('is the oldest that we build for, and those with long support', () => {
    for (const version of ['20.19', '22.13', '24', '26']) expect(subset(version, ours), version).toBe(true);
    expect(subset('20.18', ours)).toBe(false);
  });

  test('is taken by every package of the lockfile, those for development too', () => {
    expect(Object.keys(packages).length).toBeGreaterThan(100);
    expect(narrowerThan(ours, packages)).toEqual([]);
  });

  test('a package that wants a newer one would be found', () => {
    expect(narrowerThan('>=20.19', { 'node_modules/new': { engines: { node: '>=22.12.0' } } })).toEqual([
      'node_modules/new wants >=22.12.0',
    ]);
  });
});
