import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { precompileTemplate, type Sources } from '../src/template/compile.ts';
import { notations } from '../src/template/notation.ts';
import { bundleBrowserScripts, generateBrowserScripts, partialOf } from './browser.ts';
import { root, writeGenerated } from './generated.ts';
import { generateStyleHashes, readStyles, styleElement } from './styles.ts';

/**
 * Precompiles every template below `templates` into `src/template/templates.generated.ts`: no template is compiled at run time, and
 * none is read from disk, so the same code runs where there is neither a file system nor `new Function`. The scripts and style sheets of the pages are
 * templates too: `{{> browser/<name>.html}}`, and of `templates/page/style.css` `{{> page/style.html}}`.
 */
export function generateTemplates(): void {
  const scripts = bundleBrowserScripts();
  generateBrowserScripts(scripts);
  const styles = readStyles();
  generateStyleHashes(styles);
  const files = readdirSync(join(root, 'templates'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.hbs'))
    .map((path) => path.slice(0, -'.hbs'.length).replaceAll('\\', '/'));
  const others = readdirSync(join(root, 'templates'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.hbs') && !entry.name.startsWith('.'))
    .map((entry) => relative(join(root, 'templates'), join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  const texts = new Map([
    ...files.map((name): [string, string] => [name, read(name)]),
    ...scripts.map(partialOf),
    ...styles.map(styleElement),
  ]);
  const names = [...texts.keys()].sort();
  const sources: Sources = {
    read: (name) => texts.get(name),
    names: () => names,
    fileOf: (name) => `templates/${name}.hbs`,
  };
  const members = names.map((name) => {
    if (!(name.slice(name.lastIndexOf('.') + 1) in notations)) {
      throw new Error(
        `templates/${name}.hbs  the extension before .hbs names no notation (${Object.keys(notations).join(', ')})`,
      );
    }
    return `  ${JSON.stringify(name)}: ${precompileTemplate(name, texts.get(name) ?? '', sources)},\n`;
  });
  const source = `// Made by scripts/templates.ts from templates/. Not committed; do not edit.
// @ts-nocheck: src/template/javascript.ts writes JavaScript without types.
import type { CompiledTemplate } from './environment.ts';

export type TemplateName =${names.map((name) => `\n  | ${JSON.stringify(name)}`).join('') || ' never'};

export const compiled: Readonly<Record<TemplateName, CompiledTemplate>> = {
${members.join('')}};
`;
  writeGenerated('src/template/templates.generated.ts', source);
  const listed = names.map((name) => `  [${JSON.stringify(name)}, ${JSON.stringify(texts.get(name))}],\n`);
  const made = names.filter((name) => !files.includes(name)).map((name) => `  ${JSON.stringify(name)},\n`);
  writeGenerated(
    'src/cli/template-texts.generated.ts',
    `// Made by scripts/templates.ts from templates/. Not committed; do not edit.
import type { TemplateName } from '../template/templates.generated.ts';

/** The text of every template, for who compiles one that includes others. */
export const templateTexts: ReadonlyMap<string, string> = new Map<TemplateName, string>([
${listed.join('')}]);

/** Those that are no file, but made of the scripts and style sheets of the pages: their hash stands in the policy of each page. */
export const madeTemplates: ReadonlySet<string> = new Set<TemplateName>([
${made.join('')}]);

/** What else is in the folder of our templates, with a digest (SHA-256) of its text: whoever copies the whole has it too. */
export const otherFiles: ReadonlyMap<string, string> = new Map([
${others.map((path) => `  [${JSON.stringify(path)}, ${JSON.stringify(hash('sha256', textOf(path), 'hex'))}],\n`).join('')}]);
`,
  );
}

function read(name: string): string {
  return textOf(`${name}.hbs`);
}

function textOf(path: string): string {
  return readFileSync(join(root, 'templates', path), 'utf8').replaceAll('\r\n', '\n');
}
