import { describe, expect, test } from 'vitest';
import { carriedBy, fixture } from '../../fixtures.ts';
import { artifactOf, readRegistry, textOf } from './readers.ts';

const OFFICE = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Office';
const carried = carriedBy('password');

describe.each(carried)('$name', ({ account }) => {
  const installed = readRegistry(textOf(account, 'install-reg'));
  const removed = readRegistry(textOf(account, 'remove-reg'));

  test('install writes the domain’s path and the switches, for both versions', () => {
    const path = expect.stringMatching(/^C:\\Program Files\\Facteur\\outlook\\[a-z0-9-]+\\autodiscover\.xml$/);
    expect(installed).toEqual({
      [`${OFFICE}\\15.0\\Outlook\\AutoDiscover\\${account.domain}`]: path,
      [`${OFFICE}\\15.0\\Outlook\\AutoDiscover\\PreferLocalXML`]: 'dword:00000001',
      [`${OFFICE}\\16.0\\Outlook\\AutoDiscover\\${account.domain}`]: path,
      [`${OFFICE}\\16.0\\Outlook\\AutoDiscover\\PreferLocalXML`]: 'dword:00000001',
      [`${OFFICE}\\16.0\\Outlook\\Setup\\DisableOffice365SimplifiedAccountCreation`]: 'dword:00000001',
    });
  });

  test('remove deletes what install wrote, and no key', () => {
    expect(removed).toEqual(Object.fromEntries(Object.keys(installed).map((name) => [name, '-'])));
  });
});

test.each(['install-reg', 'remove-reg'])('%s is UTF-16LE with a mark, CRLF, and ends with an empty line', (id) => {
  const { bytes } = artifactOf(fixture('plain'), id);
  const text = textOf(fixture('plain'), id);
  expect([...bytes.subarray(0, 4)]).toEqual([0xff, 0xfe, 'W'.charCodeAt(0), 0]);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text).toMatch(/[^\n]\r\n\r\n$/);
});

test('two accounts of one domain have two paths', () => {
  const pathOf = (name: string) => /C:.*xml/.exec(textOf(fixture(name), 'install-reg'))?.[0];
  expect(pathOf('plain')).not.toBe(pathOf('own-login'));
  expect(pathOf('plain')).toBe(pathOf('primary'));
});

test('the reader sees a value too many and a deleted key', () => {
  const text = textOf(fixture('plain'), 'remove-reg');
  expect(readRegistry(`${text}[-${OFFICE}\\16.0]\r\n`)).toHaveProperty([`${OFFICE}\\16.0\\-`], '-');
  expect(() => readRegistry(text.replaceAll('\r\n', '\n'))).toThrow();
});
