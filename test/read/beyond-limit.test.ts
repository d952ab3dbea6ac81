import { describe, expect, test } from 'vitest';
import { testimonyOf } from '../../src/import/testimony-readers.ts';
import { judge } from '../../src/lint/judgement.ts';
import { contentOf } from '../../src/read/content.ts';

/* Programs may read what is too much for us: such a file is not called wrong, and who reads it is told which limit is ours. */

const nested = (open: string, close: string, times: number) => open.repeat(times) + close.repeat(times);
const content = (text: string) => contentOf('given', new TextEncoder().encode(text));
const plist = (inside: string) =>
  `<plist version="1.0"><dict><key>PayloadType</key><string>Configuration</string><key>PayloadContent</key>\n${inside}</dict></plist>`;

const deep = [
  ['a clientConfig', `<clientConfig version="1.1">\n${nested('<a>', '</a>', 24)}</clientConfig>`, 'given:2'],
  ['an Autodiscover answer', `<Autodiscover>\n${nested('<a>', '</a>', 24)}</Autodiscover>`, 'given:2'],
  ['settings of K-9 Mail', `<k9settings>\n${nested('<a>', '</a>', 24)}</k9settings>`, 'given:2'],
  ['an Apple profile', plist(nested('<array>', '</array>', 23)), 'given:2'],
  ['a PACC document', `{"protocols":{\n"a":${nested('[', ']', 23)}}}`, 'given:2'],
  ['an Autodiscover answer in JSON', `{"Protocol":\n${nested('[', ']', 24)}}`, 'given:2'],
  ['a code of Thunderbird', `[1,[1,1],\n${nested('[', ']', 24)}]`, 'given:2'],
] as const;

describe('a file that goes deeper than we read', () => {
  test.each(deep)('%s is not judged, and our limit is named', async (_, text, place) => {
    await expect(judge(content(text))).rejects.toThrow(new RegExp(`^${place}:\\d+  goes deeper than the 24 levels`));
  });

  test.each(deep)('%s is not imported for the same reason', async (_, text, place) => {
    await expect(testimonyOf(content(text), '')).rejects.toThrow(new RegExp(`^${place}:\\d+  goes deeper`));
  });

  test('a signature is neither judged nor imported', async () => {
    const head = [0x30, 0x80, 6, 9, 42, 134, 72, 134, 247, 13, 1, 7, 2, 0xa0, 0x80];
    const signed = contentOf(
      'given',
      Uint8Array.from([...head, ...Array.from({ length: 400_000 }, () => [0x30, 0x80]).flat()]),
    );
    await expect(judge(signed)).rejects.toThrow('given  goes deeper than the 100 levels');
    await expect(testimonyOf(signed, '')).rejects.toThrow('given  goes deeper than the 100 levels');
  });

  test('a profile of ours is not judged', async () => {
    await expect(judge(content(`name: a\nincoming:\n  - ${'['.repeat(40)}`))).rejects.toThrow(/^given:3:\d+ /);
  });

  test('one level less is judged', async () => {
    const { flaws } = (await judge(
      content(`<clientConfig version="1.1">\n${nested('<a>', '</a>', 23)}</clientConfig>`),
    )) ?? { flaws: [] };
    expect(flaws.map(({ rule }) => rule.id)).not.toContain('autoconfig/not-well-formed');
  });
});

describe('a file that has more than we read', () => {
  const many = (part: string, times: number) => part.repeat(times);
  test.each([
    ['elements', `<clientConfig>${many('<a/>', 100_001)}</clientConfig>`, '50000 elements'],
    ['elements of an Apple profile', plist(`<array>${many('<true/>', 100_001)}</array>`), '50000 elements'],
    ['elements of a whole file', plist(`<array>${many('<true/>', 140_000)}</array>`), '50000 elements'],
    [
      'references',
      `<clientConfig><a>${many('&amp;', 60_000)}</a><a b="${many('&#65;', 40_001)}"/></clientConfig>`,
      '100000 references',
    ],
    ['values', `{"protocols":{"a":[${many('1,', 20_001)}1]}}`, '20000 values'],
    ['accounts', many('account a\nhost h\nfrom a@b.example\n', 501), '500 accounts'],
    [
      'settings of an account',
      `account a\nfrom a@b.example\n${Array.from({ length: 201 }, (_, index) => `set${index} a\n`).join('')}`,
      '200 different settings',
    ],
  ])('%s is neither judged nor imported', async (_, text, said) => {
    await expect(judge(content(text))).rejects.toThrow(said);
    await expect(testimonyOf(content(text), '')).rejects.toThrow(said);
  });
});
