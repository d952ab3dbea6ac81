import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { apple } from '../../src/clients/apple/index.ts';
import { outlook } from '../../src/clients/outlook/index.ts';
import { makeDeviceTemplate } from '../../src/device-management/device-template.ts';
import { makeFileJudge } from '../../src/lint/judgement.ts';
import { payloadTypes } from '../../src/lint/mobileconfig/payload-types.ts';
import { contentOf } from '../../src/read/content.ts';
import { readProfile, root } from '../fixtures.ts';
import { complaints, ownAccounts, ownFiles } from './own-files.ts';

/** What may be said of a profile because of what the provider is, and why. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  // The provider has nothing but plain text, and has said so.
  'plain-text': ['mobileconfig/ssl-absent'],
  'local-bridge': ['mobileconfig/ssl-absent'],
  // Its relay is one within the campus, without login and TLS.
  'campus-relay': ['mobileconfig/ssl-absent'],
};

test.each(ownAccounts())('nothing is said of the profiles of $name', async ({ name, account }) => {
  const files = ownFiles(account, 'mobileconfig', [apple, outlook]);
  for (const { path, bytes } of files) expect([path, ...(await complaints(bytes, allowed[name]))]).toEqual([path]);
});

test('the profiles of all accounts in one run do not get into each other’s way', async () => {
  const { judge } = makeFileJudge(undefined, { now: new Date('2026-11-01T00:00:00Z') });
  const found: string[] = [];
  for (const { name, account } of ownAccounts())
    for (const { path, bytes } of ownFiles(account, 'mobileconfig', [apple]))
      for (const { rule } of (await judge(contentOf(`${name}/${path}`, bytes)))?.flaws ?? [])
        if (/identifier-(?:shared|random)/.test(rule.id)) found.push(`${name}/${path} ${rule.id}`);
  expect(found).toEqual([]);
});

test.each([
  ['workspace-one', undefined],
  ['ivanti', undefined],
  ['jamf', '7'],
  ['fleet', undefined],
] as const)('of the template for %s it is only noted that it is one', async (id, attribute) => {
  const options = { language: 'en', ...(attribute !== undefined && { attribute }) } as const;
  const { text } = makeDeviceTemplate(readProfile('cnrs'), id, options);
  expect(await complaints(new TextEncoder().encode(text))).toEqual([]);
  const judgement = await makeFileJudge().judge(contentOf('template', new TextEncoder().encode(text)));
  expect(judgement?.flaws.map(({ rule }) => rule.id)).toContain('mobileconfig/template-variable');
});

/** Apple's published schema, where a copy lies beside the repository. */
const schema = join(root, '../shared/data/apple-schema/mdm/profiles');
if (!existsSync(schema))
  console.info('left out: the types of payloads against Apple’s schema (no ../shared/data/apple-schema)');

test.skipIf(!existsSync(schema))('the table of types has every payload of Apple’s schema', () => {
  const types = readdirSync(schema)
    .filter((file) => file.startsWith('com.apple.'))
    .map(
      (file) =>
        (parse(readFileSync(join(schema, file), 'utf8')) as { payload: { payloadtype: string } }).payload.payloadtype,
    );
  expect(types.length).toBeGreaterThan(10);
  expect(types.filter((type) => !payloadTypes.has(type))).toEqual([]);
});
