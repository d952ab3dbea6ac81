import { expect, test } from 'vitest';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { clients } from '../../src/clients/index.ts';
import { fixture } from '../fixtures.ts';

/*
 * Each page has all that it needs in itself, so that it can be opened out of a ZIP file, saved and sent alone: what it has in itself has to be small. Before the pages were laid out anew,
 * those for one person of CNRS had 1 010 kB; two thirds of that is the most.
 */
const MOST_FOR_A_PERSON = 673_000;
const MOST_FOR_ADMINISTRATORS = 80_000;
const MOST_FOR_A_PAGE = 21_500;

const bundles = (['plain', 'whole-provider', 'university'] as const).map((name) => {
  const { artifacts } = makeBundle(fixture(name), clients);
  const pages = artifacts.filter(({ path }) => path.endsWith('.html'));
  return { name, pages };
});
const bytesOf = (pages: readonly { bytes: () => Uint8Array }[]) =>
  pages.reduce((sum, { bytes }) => sum + bytes().length, 0);

test('all pages for a person, in two languages, have two thirds of the bytes that they had, and those for administrators less', () => {
  const pages = bundles[0]?.pages ?? [];
  const forPeople = pages.filter(({ audience }) => audience === 'user');
  expect(forPeople.length).toBeGreaterThan(35);
  expect(bytesOf(forPeople)).toBeLessThan(MOST_FOR_A_PERSON);
  expect(bytesOf(pages) - bytesOf(forPeople)).toBeLessThan(MOST_FOR_ADMINISTRATORS);
});

test.each(bundles)('the pages for people of $name stay small', ({ pages: all }) => {
  const pages = all.filter(({ audience }) => audience === 'user');
  // A code for the phone is a drawing of some 4 kB on each.
  const codes = pages.reduce((sum, { bytes }) => {
    const drawings = new TextDecoder().decode(bytes()).match(/<svg class="qr[\s\S]*?<\/svg>/g) ?? [];
    return sum + drawings.join('').length;
  }, 0);
  expect((bytesOf(pages) - codes) / pages.length).toBeLessThan(MOST_FOR_A_PAGE);
});

test('a page has its style sheet in itself, and no rule that none of its kind can use', () => {
  const bundle = makeBundle(fixture('plain'), clients);
  const served = makeBundle(fixture('plain'), clients, {
    served: { device: 'windows', start: 'https://mail.example/' },
  });
  const text = (path: string, of = bundle) => new TextDecoder().decode(of.at(path)?.bytes());
  const style = (path: string, of = bundle) =>
    [...text(path, of).matchAll(/<style>([^<]*)<\/style>/g)].map(([, sheet]) => sheet).join('');
  expect(style('kmail/kmail.html')).not.toMatch(/\.hint|\.dialog|\.qr|\.row|\.alert|\.role/);
  expect(style('kmail/kmail.html', served)).toMatch(/\.qr.*\.role/);
  expect(style('outlook/outlook.html')).toContain('.dialog');
  expect(style('outlook/outlook-new.html')).toContain('.row');
  expect(style('index.html')).not.toContain('.steps');
  expect(style('account.html')).toContain('.steps');
  for (const path of ['kmail/kmail.html', 'index.html'])
    expect(style(path).length).toBeLessThan(style('account.html').length);
});
