import { expect, test } from 'vitest';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { clients } from '../../src/clients/index.ts';
import { fixture } from '../fixtures.ts';

/* Each page has all that it needs in itself, so that it can be opened out of a ZIP file, saved and sent alone: what it has in itself has to be small. */
const MOST_FOR_A_PAGE = 23_000;

test.each(['plain', 'whole-provider', 'university'])('the pages for people of %s stay small', (name) => {
  const { artifacts } = makeBundle(fixture(name), clients);
  const pages = artifacts.filter(({ path, audience }) => path.endsWith('.html') && audience === 'user');
  const bytes = pages.reduce((sum, { bytes }) => sum + bytes().length, 0);
  // A code for the phone is a drawing of some 4 kB on each.
  const codes = pages.reduce((sum, { bytes }) => {
    const drawings = new TextDecoder().decode(bytes()).match(/<svg class="qr[\s\S]*?<\/svg>/g) ?? [];
    return sum + drawings.join('').length;
  }, 0);
  expect((bytes - codes) / pages.length).toBeLessThan(MOST_FOR_A_PAGE);
});

test('a page has its style sheet in itself, and no rule that none of its kind can use', () => {
  const bundle = makeBundle(fixture('plain'), clients);
  const text = (path: string) => new TextDecoder().decode(bundle.at(path)?.bytes());
  const style = (path: string) => /<style>([^<]*)<\/style>/.exec(text(path))?.[1] ?? '';
  expect(style('kmail/kmail.html')).not.toMatch(/\.hint/);
  expect(style('index.html')).not.toContain('.steps');
  expect(style('account.html')).toContain('.steps');
  for (const path of ['kmail/kmail.html', 'index.html'])
    expect(style(path).length).toBeLessThan(style('account.html').length);
});
