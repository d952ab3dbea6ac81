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

/**
 * Pages of which a bundle has many, with the part of `page/style.css` that they use: every page has its style sheet in itself, so that it can be saved, sent and opened out of a ZIP
 * file by itself, and half of it was for others.
 */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'guides/style': ['guides/guide.html', 'guides/site.html'],
  'kit/style': ['kit/index.html'],
  'overview/style': ['overview/index.html'],
};

/** Every style sheet of our pages. A page includes one as the partial `<name>.html` (templates.ts). */
export function readStyles(): Style[] {
  const whole = minified();
  const page = whole.find(({ name }) => name === 'page/style')?.text ?? '';
  const parts = Object.entries(PARTS).map(([name, templates]) => ({
    name,
    text: used(page, templates.map(textOf).join('')),
  }));
  const all = [...whole, ...parts].sort((one, other) => (one.name < other.name ? -1 : 1));
  return withShortNames(all).map(({ name, text }) => ({
    name,
    text,
    hash: `sha256-${createHash('sha256').update(text).digest('base64')}`,
  }));
}

type Sheet = Pick<Style, 'name' | 'text'>;

function minified(): Sheet[] {
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
      return { name, text };
    });
}

/** The names of colours are ours alone, but for the one that a provider may set (page/brand.html): on a page they may be short. */
function withShortNames(sheets: readonly Sheet[]): Sheet[] {
  const names = new Set(sheets.flatMap(({ text }) => text.match(COLOUR) ?? []));
  names.delete('--accent');
  const short = new Map([...names].sort().map((name, index) => [name, `--${String.fromCharCode(97 + index)}`]));
  if (short.size > 26) throw new Error('templates/page/style.css  has more than 26 names of colours');
  return sheets.map(({ name, text }) => ({ name, text: text.replace(COLOUR, (found) => short.get(found) ?? found) }));
}

const COLOUR = /--[a-z]+(?:-[a-z]+)*/g;

/** A template with all that it includes. The script that copies makes buttons, and a server makes some of links (server/again.html). */
function textOf(template: string): string {
  const text = readFileSync(join(root, 'templates', `${template}.hbs`), 'utf8');
  const partials = [...text.matchAll(/\{\{> ([\w/.-]+)\}\}/g)].map(([, name = '']) => name);
  const ours = partials.filter((name) => !name.endsWith('/style.html') && !name.startsWith('browser/'));
  return [text, '<button class="again">', ...ours.map(textOf)].join('');
}

const RULE = /[^{}]+\{[^{}]*\}/g;
const RULES = /@media[^{]*\{(?:[^{}]+\{[^{}]*\})*\}|[^{}]+\{[^{}]*\}/g;

/** The rules of a style sheet that a text of HTML can have a use for. */
function used(css: string, html: string): string {
  const classes = new Set([...html.matchAll(/class="([^"]*)"/g)].flatMap(([, value = '']) => value.split(/[^\w-]+/)));
  const tags = new Set([...html.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, tag = '']) => tag));
  const isUsed = (selector: string) => {
    // What stands in `:is(…)` and `[…]` excludes nothing.
    const plain = selector.replace(/:where\(([^)]*)\)/g, '$1').replace(/\([^)]*\)|\[[^\]]*\]|::?[\w-]+/g, '');
    const names = (pattern: RegExp) => [...plain.matchAll(pattern)].map(([, name = '']) => name);
    return (
      names(/\.([\w-]+)/g).every((name) => classes.has(name)) &&
      names(/(?:^|[\s>+~])([a-z][a-z0-9]*)/g).every((name) => tags.has(name))
    );
  };
  const rule = (text: string) => {
    if (text.startsWith('@')) return text;
    const selectors = text.slice(0, text.indexOf('{')).split(/,(?![^(]*\))/);
    const kept = selectors.filter(isUsed);
    return kept.length === 0 ? '' : kept.join() + text.slice(text.indexOf('{'));
  };
  return css.replace(RULES, (text) => {
    if (!text.startsWith('@media')) return rule(text);
    const begin = text.indexOf('{') + 1;
    const inside = text.slice(begin, -1).replace(RULE, rule);
    return inside === '' ? '' : `${text.slice(0, begin)}${inside}}`;
  });
}

/** Writes the hashes into `src/pages/styles.generated.ts`, for the policy of the pages. */
export function generateStyleHashes(styles: readonly Style[]): void {
  const hashOf = (name: string) => JSON.stringify(styles.find((each) => each.name === name)?.hash);
  writeGenerated(
    'src/pages/styles.generated.ts',
    `// Made by scripts/styles.ts from the style sheets below templates/. Not committed; do not edit.
/** The hashes by which a Content-Security-Policy allows the style sheets of our pages. */
export const styleHashes = [
  ${hashOf('onboarding/style')},
  ${hashOf('page/style')},
] as const;

/** Those of pages that have a part of \`page/style.css\`; the whole is allowed too, for templates of somebody else. */
export const partHashes = {
  guide: [${hashOf('guides/style')}, ${hashOf('page/style')}],
  kit: [${hashOf('kit/style')}, ${hashOf('page/style')}],
  overview: [${hashOf('overview/style')}, ${hashOf('page/style')}],
} as const;

/** That of the letter, which has none of theirs. */
export const paperHash = ${hashOf('letter/paper')};
`,
  );
}

/** A style sheet as the partial that a template includes: its element, and nothing of a value in it. */
export function styleElement({ name, text }: Style): [name: string, text: string] {
  return [`${name}.html`, `<style>${text}</style>\n`];
}
