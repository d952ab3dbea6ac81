import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { root } from './generated.ts';

/** A library that is inside a bundle, with the texts that its licence wants to travel along. */
interface Bundled {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression. */
  readonly license: string;
  readonly texts: readonly string[];
}

/**
 * The licences of all libraries of which something is in these bundles.
 * @throws Error naming a library that has no file with its licence: look it up, or do without the library
 */
export function licencesOf(metafiles: readonly Metafile[]): string {
  const folders = new Set(metafiles.flatMap(inputsOf).flatMap(packageFolder));
  const libraries = [...folders].map(read).sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
  const sections = libraries.map(
    ({ name, version, license, texts }) => `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`,
  );
  const rule = `\n${'-'.repeat(80)}\n\n`;
  return `Facteur is under the licence in LICENSE. Its files in dist/ contain these libraries, each under its own licence.\n${rule}${sections.join(rule)}`;
}

/** The files of which there is something in the outputs: what esbuild read and then dropped is in none. */
function inputsOf({ outputs }: Metafile): string[] {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? [input] : [])),
  );
}

function packageFolder(input: string): string[] {
  const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
  return folder === undefined ? [] : [folder];
}

function read(folder: string): Bundled {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Bundled;
  const files = readdirSync(join(root, folder)).filter((file) =>
    /^(?:licen[cs]e|copying|copyright|notice)/i.test(file),
  );
  if (files.length === 0) throw new Error(`${folder}  has no file with its licence, which has to travel with dist/`);
  const texts = files.sort(compare).map((file) =>
    readFileSync(join(root, folder, file), 'utf8')
      .replaceAll('\r\n', '\n')
      .trim(),
  );
  return { name, version, license, texts };
}

/** By code units: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
