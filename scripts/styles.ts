import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { TARGET } from './browser.ts';
import { root, writeGenerated } from './generated.ts';

/** A style sheet of our pages: a `.css` file below `templates`. */
export interface Style {
  /** The file's path below `templates` without the extension. */
  readonly name: string;
  /** Without what only its reader needs: every page has it in itself. */
  readonly text: string;
  /** What a Content-Security-Policy allows it by (CSP Level 3 §2.3.1, hash-source). */
  readonly hash: string;
}

/** Reads every style sheet below `templates`. A page includes one as the partial `<name>.html` (templates.ts). */
export function readStyles(): Style[] {
  return readdirSync(join(root, 'templates'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css'))
    .map((path) => path.slice(0, -'.css'.length).replaceAll('\\', '/'))
    .sort()
    .map((name) => {
      const file = `templates/${name}.css`;
      const css = readFileSync(join(root, file), 'utf8');
      const text = transformSync(css, { loader: 'css', minify: true, target: TARGET, sourcefile: file }).code.trim();
      // What would end the element early, be taken for a placeholder of the template, or ask for something that no page may load.
      const stray = /<|\{\{|\r|@import|url\(/i.exec(text)?.[0];
      if (stray !== undefined) throw new Error(`${file}  ${stray} cannot stand in a style sheet of a page`);
      return { name, text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` };
    });
}

/** Writes the hashes into `src/pages/styles.generated.ts`, for the policy of the pages. */
export function generateStyleHashes(styles: readonly Style[]): void {
  writeGenerated(
    'src/pages/styles.generated.ts',
    `// Made by scripts/styles.ts from the style sheets below templates/. Not committed; do not edit.
/** The hashes by which a Content-Security-Policy allows the style sheets of our pages. */
export const styleHashes = [
${styles.map(({ hash }) => `  ${JSON.stringify(hash)},\n`).join('')}] as const;
`,
  );
}

/** A style sheet as the partial that a template includes: its element, and nothing of a value in it. */
export function styleElement({ name, text }: Style): [name: string, text: string] {
  return [`${name}.html`, `<style>${text}</style>\n`];
}
