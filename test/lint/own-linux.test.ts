import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clients } from '../../src/clients/index.ts';
import { UnrepresentableError } from '../../src/errors.ts';
import { judge } from '../../src/lint/judgement.ts';
import type { Account } from '../../src/model/account.ts';
import { parseProfile } from '../../src/profile/file.ts';
import type { KindId } from '../../src/read/file-kind.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { fixtures, root } from '../fixtures.ts';
import { renderFormat } from '../made.ts';
import { expected } from '../providers/expected.ts';

/* Every file for a program on Linux that Facteur writes is clean under its own rules. */

const formats: readonly (readonly [client: string, format: string, kind: KindId])[] = [
  ['neomutt', 'config', 'muttrc'],
  ['mutt', 'config', 'muttrc'],
  ['msmtp', 'config', 'msmtprc'],
  ['isync', 'config', 'mbsyncrc'],
  ['aerc', 'config', 'aerc'],
  ['claws-mail', 'accountrc', 'accountrc'],
  ['evolution', 'autoconfig-account', 'source'],
  ['evolution', 'autoconfig-identity', 'source'],
  ['evolution', 'autoconfig-transport', 'source'],
];

/** What the provider wants, and no file of it can do without. */
const wanted = /\/(?:clear-text|insecure|plain-smtp|tls-off|tls-optional)$/;
const inClear = ({ incoming, outgoing }: Account) =>
  [...incoming, ...outgoing].some(({ security }) => security === 'none');

const people: readonly (readonly [name: string, account: Account])[] = [
  ...fixtures().map(({ name, account }) => [name, account] as const),
  ...expected.map(({ profile, person }) => {
    const text = readFileSync(join(root, 'test/providers/profiles', `${profile}.yaml`), 'utf8');
    return [`${profile} ${person.address}`, resolve(person, [parseProfile(text, profile)]).account] as const;
  }),
];

function written(client: string, format: string, account: Account) {
  const found = clients.find(({ id }) => id === client);
  if (found === undefined) throw new Error(client);
  try {
    return renderFormat(found, { id: format }, account);
  } catch (error) {
    if (error instanceof UnrepresentableError) return [];
    throw error;
  }
}

describe.each(formats)('%s %s', (client, format, kind) => {
  let files = 0;
  test.each(people)('of %s is clean', async (_, account) => {
    for (const { path, bytes } of written(client, format, account)) {
      files += 1;
      const text = new TextDecoder().decode(bytes);
      const judged = await judge({ name: path, bytes, text, encoding: 'utf-8', marked: false });
      expect(judged?.kind).toBe(kind);
      const wrong = (judged?.flaws ?? []).filter(({ rule }) => rule.severity !== 'note');
      const known = wrong.filter(({ rule }) => wanted.test(rule.id) && inClear(account));
      expect(wrong.filter((flaw) => !known.includes(flaw)).map(({ rule, line }) => `${rule.id}:${line}`)).toEqual([]);
    }
  });

  test('is written for most accounts', () => expect(files).toBeGreaterThan(15));
});

test('what stands in our scripts is no file of these programs', async () => {
  const folders = ['neomutt', 'msmtp', 'isync', 'aerc', 'claws-mail', 'evolution'];
  for (const folder of folders) {
    const install = join(root, 'test/golden', folder, 'install');
    const [script = ''] = readdirSync(install).filter((name) => name.endsWith('.sh'));
    const bytes = readFileSync(join(install, script));
    const text = bytes.toString('utf8');
    expect(await judge({ name: script, bytes, text, encoding: 'utf-8', marked: false })).toBeUndefined();
  }
});
