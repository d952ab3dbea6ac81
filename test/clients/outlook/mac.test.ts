import { parse } from 'plist';
import { describe, expect, test } from 'vitest';
import { mac } from '../../../src/clients/outlook/mac.ts';
import { schemaFindings } from '../../../src/lint/mobileconfig/schema-findings.ts';
import { fixture, fixtures } from '../../fixtures.ts';
import { readProfile } from '../apple/read.ts';
import { textOf } from './readers.ts';

const all = fixtures().map(({ name, account }) => ({ name, account: { ...account, role: 'primary' as const } }));

interface Profile {
  readonly PayloadIdentifier: string;
  readonly PayloadUUID: string;
  readonly PayloadContent: readonly Readonly<Record<string, unknown>>[];
}

describe.each(all)('$name', ({ account }) => {
  // schemaFindings holds below that it is one.
  const read = () => parse(textOf(account, 'mac-managed')) as unknown as Profile;

  test('is a configuration profile by Apple’s tables, for the Mac', () => {
    expect(schemaFindings(read())).toEqual([]);
    expect(schemaFindings(read(), ['macos'])).toEqual([]);
  });

  test('sets the one preference that names an address, and nothing else of Outlook’s', () => {
    const [payload, ...others] = read().PayloadContent;
    expect(others).toEqual([]);
    const preferences = Object.entries(payload ?? {}).filter(([key]) => !key.startsWith('Payload'));
    expect(preferences).toEqual([['DefaultEmailAddressOrDomain', account.address]]);
    expect(payload?.PayloadType).toBe('com.microsoft.Outlook');
  });
});

test('it is another profile than that of Mail, so that neither takes the other away', () => {
  const account = fixture('primary');
  const outlook = parse(textOf(account, 'mac-managed')) as unknown as Profile;
  const mail = readProfile(account) as unknown as Profile;
  const identifiers = [outlook, mail].flatMap(({ PayloadContent, ...profile }) => [profile, ...PayloadContent]);
  for (const key of ['PayloadIdentifier', 'PayloadUUID'] as const) {
    expect(new Set(identifiers.map((each) => each[key])).size).toBe(identifiers.length);
  }
});

test('an additional mailbox is not what Outlook offers at its first start', () => {
  expect(mac.applies?.(fixture('plain'))).toBe(false);
  expect(mac.applies?.(fixture('primary'))).toBe(true);
});
