import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { root, writeGenerated } from './generated.ts';

/** A script of our pages: a file of `src/pages/browser`, with all that it imports, on one line. */
export interface BrowserScript {
  /** The file's name without the extension. */
  readonly name: string;
  readonly text: string;
  /** What a Content-Security-Policy allows it by (CSP Level 3 §2.3.1, hash-source). */
  readonly hash: string;
}

/** The oldest browsers that scripts and style sheets are written for: those of 2021, as the mail programs that we serve. */
export const TARGET = ['chrome90', 'firefox90', 'safari15'];

/** Bundles every script of `src/pages/browser`. A page includes one as the partial `browser/<name>.html` (templates.ts). */
export function bundleBrowserScripts(): BrowserScript[] {
  const folder = 'src/pages/browser';
  const names = readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
  return names.map((name) => {
    const { outputFiles } = buildSync({
      absWorkingDir: root,
      entryPoints: [`${folder}/${name}.ts`],
      bundle: true,
      write: false,
      minify: true,
      format: 'iife',
      platform: 'browser',
      target: TARGET,
      legalComments: 'none',
      logLevel: 'warning',
    });
    const text = (outputFiles[0]?.text ?? '').trim();
    const file = `${folder}/${name}.ts`;
    // What would end the element early, or be taken for a placeholder of the template. (HTML Standard §4.12.1.3)
    const stray = /<\/script|<!--|<script|\{\{|\r/i.exec(text)?.[0];
    if (text === '' || stray !== undefined)
      throw new Error(`${file}  ${stray ?? 'nothing'} cannot stand in a script element`);
    return { name, text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` };
  });
}

/** Writes the scripts and their hashes into `src/pages/scripts.generated.ts`, for the policy of the pages that have them. */
export function generateBrowserScripts(scripts: readonly BrowserScript[]): void {
  const members = scripts.map(
    ({ name, text, hash }) =>
      `  ${JSON.stringify(name)}: { text: ${JSON.stringify(text)}, hash: ${JSON.stringify(hash)} },\n`,
  );
  writeGenerated(
    'src/pages/scripts.generated.ts',
    `// Made by scripts/browser.ts from src/pages/browser/. Not committed; do not edit.
/** The scripts of our pages, and the hashes by which a Content-Security-Policy allows them. */
export const scripts = {
${members.join('')}} as const;
`,
  );
}

/** A script as the partial that a template includes: its element, and nothing of a value in it. */
export function partialOf({ name, text }: BrowserScript): [name: string, text: string] {
  return [`browser/${name}.html`, `<script>${text}</script>\n`];
}
