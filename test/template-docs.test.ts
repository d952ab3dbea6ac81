import { expect, test } from 'vitest';
import { templatesPage } from '../scripts/templates-page.ts';
import { madeTemplates, templateTexts } from '../src/cli/template-texts.generated.ts';

const page = templatesPage();
/** Each section of the page, by the name of its template. */
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((each) => [each.slice(0, each.indexOf('.hbs\n')), each]),
);

test('docs/templates.md says what the contexts have now (npm run test:update)', async () => {
  await expect(page).toMatchFileSnapshot('../docs/templates.md');
});

test('every template is there, with every name that it prints or asks at its top', () => {
  for (const [name, text] of templateTexts) {
    if (madeTemplates.has(name)) continue;
    const section = sections.get(name);
    expect(section, name).toBeDefined();
    for (const path of printedAtTop(text)) expect(section, `${name}: ${path}`).toContain(`| \`${path}\` |`);
  }
});

/** Names outside blocks that go elsewhere: what stands inside those is another context's. */
function printedAtTop(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  for (const [, tag = '', path = ''] of text.matchAll(
    /\{\{(#each |#with |\/each|\/with|#if |#unless |breaks |)([\w.]*)[^}]*\}\}/g,
  )) {
    if (depth === 0 && path !== '' && path !== 'else') found.push(path);
    if (/^#(?:each|with)/.test(tag)) depth++;
    if (/^\/(?:each|with)/.test(tag)) depth--;
  }
  return found;
}
