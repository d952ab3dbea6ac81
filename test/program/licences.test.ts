import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { bundles } from '../../scripts/bundles.ts';
import { licencesOf } from '../../scripts/licences.ts';
import { root } from '../fixtures.ts';

/*
 * A licence such as MIT's wants its text and the names in it to travel with the code. The build writes one file for all; this holds it against what esbuild
 * puts into the bundles now.
 */
const { metafile: cli } = await build({ ...bundles.cli, write: false });
const { metafile: worker } = await build({ ...bundles.worker, write: false });
const built = readFileSync(join(root, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');

/** Everything below node_modules that left something in a bundle, by the folder of its package. */
const inside = new Set(
  [cli, worker].flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.keys(inputs).flatMap((file) => {
        const [, scoped, plain] = /^node_modules\/(?:(@[^/]+\/[^/]+)|([^/]+))/.exec(file) ?? [];
        return inputs[file]?.bytesInOutput === 0 ? [] : [scoped ?? plain ?? []].flat();
      }),
    ),
  ),
);

/** The licence as the library has it. */
function licenceOf(name: string): string {
  const folder = join(root, 'node_modules', name);
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each)) ?? 'no licence';
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return text;
}

const missingIn = (text: string) =>
  [...inside].filter((name) => !text.includes(`\n${name} `) || !text.includes(licenceOf(name)));

test('the licence of every library inside dist is in its file of licences', () => {
  // One that is in the command line, one that others bring, and one in the worker.
  expect([...inside]).toEqual(expect.arrayContaining(['yargs', 'tdigest', 'yaml', '@rgrove/parse-xml']));
  expect(missingIn(built)).toEqual([]);
});

test('a library without its licence would be found', () => {
  const without = built.replace(licenceOf('yargs'), '');
  expect(missingIn(without)).toContain('yargs');
});

test('the build stops at a library that comes without a licence', () => {
  const inputs = { 'node_modules/.bin/index.js': { bytesInOutput: 1 } };
  const output = { bytes: 1, inputs, imports: [], exports: [] };
  expect(() => licencesOf([{ inputs: {}, outputs: { 'dist/x.js': output } }])).toThrow(/node_modules\/\.bin/);
});

test('the file travels with the package', () => {
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] };
  expect(files).toContain('dist');
});
