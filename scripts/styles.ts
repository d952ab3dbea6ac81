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
 * Pages with the part of `page/style.css` that they use: every page has its style sheet in itself, so that it can be saved, sent and opened out of a ZIP file by itself, and much of it was
 * for others. What only some pages of a kind have, by its classes, they include as a sheet of its own (`page/style-code`, say).
 */
const PARTS: Readonly<Record<string, { readonly of: readonly string[]; readonly without: readonly Feature[] }>> = {
  'guides/style': { of: ['guides/guide.html'], without: ['dialog', 'code', 'choices', 'alert', 'role', 'again'] },
  'guides/style-site': { of: ['guides/site.html'], without: ['code', 'again'] },
  'kit/style': { of: ['kit/index.html'], without: [] },
  'overview/style': { of: ['overview/index.html'], without: ['code', 'again'] },
  'onboarding/style-page': { of: ['onboarding/account.html'], without: ['code', 'again'] },
  'admin/style': { of: ['admin/admin.html'], without: ['again'] },
};

const FEATURES = {
  alert: ['alert'],
  again: ['again'],
  choices: ['choices', 'row', 'first'],
  code: ['qr', 'big', 'code', 'phone'],
  dialog: ['dialog'],
  role: ['role'],
} as const;
type Feature = keyof typeof FEATURES;

/** Every style sheet of our pages. A page includes one as the partial `<name>.html` (templates.ts). */
export function readStyles(): Style[] {
  const whole = minified();
  const page = whole.find(({ name }) => name === 'page/style')?.text ?? '';
  const parts = Object.entries(PARTS).map(([name, { of, without }]) => ({
    name,
    text: used(
      page,
      of.map(textOf).join(''),
      (classes) => !classes.some((each) => without.some((feature) => has(feature, each))),
    ),
  }));
  const html = Object.values(PARTS)
    .flatMap(({ of }) => of.map(textOf))
    .join('');
  const features = featureNames.map((feature) => ({
    name: `page/style-${feature}`,
    text: used(page, html, (classes) => classes.some((each) => has(feature, each))),
  }));
  const all = [...whole, ...parts, ...features].sort((one, other) => (one.name < other.name ? -1 : 1));
  return withShortNames(all).map(({ name, text }) => ({
    name,
    text,
    hash: `sha256-${createHash('sha256').update(text).digest('base64')}`,
  }));
}

/** Its keys are what it is made of. */
const featureNames = Object.keys(FEATURES) as Feature[];

function has(feature: Feature, name: string): boolean {
  const classes: readonly string[] = FEATURES[feature];
  return classes.includes(name);
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
  return sheets.map(({ name, text }) => ({
    name,
    text: text
      .replace(COLOUR, (found) => short.get(found) ?? found)
      // The minifier leaves the value of a custom property alone: a space, and six digits where three do.
      .replace(/(--[a-z]+): /g, '$1:')
      .replace(/#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3\b/g, '#$1$2$3'),
  }));
}

const COLOUR = /--[a-z]+(?:-[a-z]+)*/g;

/** A template with all that it includes. The script that copies makes buttons, and a server makes some of links (server/again.html). */
function textOf(template: string): string {
  const text = readFileSync(join(root, 'templates', `${template}.hbs`), 'utf8');
  const partials = [...text.matchAll(/\{\{> ([\w/.-]+)\}\}/g)].map(([, name = '']) => name);
  const ours = partials.filter((name) => !/\/style(-\w+)?\.html$/.test(name) && !name.startsWith('browser/'));
  return [text, '<button class="again">', ...ours.map(textOf)].join('');
}

const RULE = /[^{}]+\{[^{}]*\}/g;
const RULES = /@media[^{]*\{(?:[^{}]+\{[^{}]*\})*\}|[^{}]+\{[^{}]*\}/g;

/** The rules of a style sheet that a text of HTML can have a use for. @param wanted of those, by the classes that one names */
function used(css: string, html: string, wanted: (classes: readonly string[]) => boolean): string {
  const classes = new Set([...html.matchAll(/class="([^"]*)"/g)].flatMap(([, value = '']) => value.split(/[^\w-]+/)));
  const tags = new Set([...html.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, tag = '']) => tag));
  const isUsed = (selector: string) => {
    // What stands in `:is(…)` and `[…]` excludes nothing.
    const plain = selector.replace(/:where\(([^)]*)\)/g, '$1').replace(/\([^)]*\)|\[[^\]]*\]|::?[\w-]+/g, '');
    const names = (pattern: RegExp) => [...plain.matchAll(pattern)].map(([, name = '']) => name);
    const named = names(/\.([\w-]+)/g);
    return (
      wanted(named) &&
      named.every((name) => classes.has(name)) &&
      names(/(?:^|[\s>+~])([a-z][a-z0-9]*)/g).every((name) => tags.has(name))
    );
  };
  const rule = (text: string) => {
    // Of `@page`, which has no selector.
    if (text.startsWith('@')) return wanted([]) ? text : '';
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
  site: [${hashOf('guides/style-site')}, ${hashOf('page/style')}],
  overview: [${hashOf('overview/style')}, ${hashOf('page/style')}],
  account: [${hashOf('onboarding/style-page')}, ${hashOf('onboarding/style')}, ${hashOf('page/style')}],
  admin: [${hashOf('admin/style')}, ${hashOf('page/style')}],
} as const;

/** Those of what only some of these pages have. */
export const featureHashes = {
${featureNames.map((name) => `  ${name}: ${hashOf(`page/style-${name}`)},`).join('\n')}
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
