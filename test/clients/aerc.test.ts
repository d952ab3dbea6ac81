import { describe, expect, test } from 'vitest';
import { render } from '../../src/artifacts/render.ts';
import { aerc } from '../../src/clients/aerc/index.ts';
import { fixtures } from '../fixtures.ts';

/*
 * What a person has set for all accounts, or for one whose name ends before a dot of ours, counts for an account that does not say it (aerc reads accounts.conf
 * with go-ini, whose Section.Key asks the sections named by what stands before each dot, and at last what stands above all).
 */

/** The settings of an account that decide what is sent and where it is kept (aerc-accounts(5), aerc-smtp(5)). */
const DECIDING = [
  'source',
  'source-cred-cmd',
  'outgoing',
  'from',
  'aliases',
  'default',
  'copy-to',
  'archive',
  'postpone',
  'signature-file',
  'signature-cmd',
  'check-mail-cmd',
  'pgp-key-id',
  'pgp-auto-sign',
  'pgp-opportunistic-encrypt',
];
/** They count for an outgoing server of ours only where it is reached so (worker's connectSmtp; sendmail). */
const SOMETIMES = ['smtp-starttls', 'outgoing-cred-cmd'];

const carried = fixtures().flatMap(({ name, account }) => {
  const config = render(account, [aerc]).artifacts.find(({ format }) => format === 'config');
  return config === undefined ? [] : [{ name, ours: new TextDecoder().decode(config.bytes()) }];
});

test('most accounts are carried', () => expect(carried.length).toBeGreaterThan(10));

describe.each(carried)('the account of $name', ({ ours }) => {
  const [, section = ''] = /^\[(.+)\]$/m.exec(ours) ?? [];
  const theirs = [...DECIDING, ...SOMETIMES].map((key) => `${key} = theirs\n`).join('');
  const own = sectionsOf(ours).get(section) ?? new Map<string, string>();

  test.each([
    ['above all accounts', theirs],
    ['in a section of the same first word', `[${section.split('.')[0]}]\n${theirs}`],
    ['in a section with all but the last word', `[${section.replace(/\.[^.]*$/, '')}]\n${theirs}`],
  ])('takes nothing of what decides from what stands %s', (_, before) => {
    const settings = settingsOf(sectionsOf(`${before}${ours}`), section);
    for (const key of DECIDING) expect([key, settings.get(key)]).toEqual([key, own.get(key)]);
    if (settings.get('outgoing')?.startsWith('smtp+')) expect(settings.get('smtp-starttls')).toBe('yes');
    if (!settings.get('outgoing')?.includes('+none:')) expect(settings.get('outgoing-cred-cmd')).not.toBe('theirs');
  });
});

test('the reader of these tests knows what is inherited', () => {
  const sections = sectionsOf('a = 1\nb = 1\nc = 1\n[x]\nb = 2\nc = 2\n[x.y]\nc =\n');
  expect([...settingsOf(sections, 'x.y')]).toEqual([
    ['a', '1'],
    ['b', '2'],
    ['c', ''],
  ]);
});

function sectionsOf(text: string): Map<string, Map<string, string>> {
  const sections = new Map([['', new Map<string, string>()]]);
  let name = '';
  for (const line of text.split('\n')) {
    const [, opened] = /^\[(.+)\]$/.exec(line) ?? [];
    const [, key, value = ''] = /^([\w-]+) =[ ]?(.*)$/.exec(line) ?? [];
    if (opened !== undefined) {
      name = opened;
      sections.set(name, sections.get(name) ?? new Map());
    } else if (key !== undefined) sections.get(name)?.set(key, value);
    else if (line !== '') throw new Error(`not a line of accounts.conf: ${line}`);
  }
  return sections;
}

function settingsOf(sections: ReadonlyMap<string, ReadonlyMap<string, string>>, section: string): Map<string, string> {
  const words = section.split('.');
  const above = words.map((_, index) => words.slice(0, index + 1).join('.'));
  return new Map(['', ...above].flatMap((name) => [...(sections.get(name) ?? [])]));
}
