import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesByRule, formatsFor, renderBytes } from '../../src/artifacts/render.ts';
import type { TextFormat } from '../../src/clients/client.ts';
import { clients } from '../../src/clients/index.ts';
import { InputError } from '../../src/errors.ts';
import { parseProfile } from '../../src/index.ts';
import { addressOf } from '../../src/model/address.ts';
import { isWildcard } from '../../src/model/wildcard.ts';
import { ordinarily } from '../../src/prepare/prepared.ts';
import { domainEntries, type MailDomain } from '../../src/resolve/mail-domain.ts';
import { accountIn } from '../../src/resolve/resolve.ts';
import { readProfile, root } from '../fixtures.ts';
import { unwritten } from '../providers/expected.ts';

const folder = join(root, 'test/providers/profiles');
const profiles = [
  ...['cnrs', 'universite'].map((id) => readProfile(id)),
  ...readdirSync(folder)
    .filter((file) => !unwritten.some(({ profile }) => file === `${profile}.yaml`))
    .map((file) => parseProfile(readFileSync(join(folder, file), 'utf8'), file)),
];

/** What programs may ask for, most of it usual, and what a rule or a program may take for something else. */
const locals = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z0-9](?:[a-z0-9._-]{0,20}[a-z0-9])?$/) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'A.B',
      '1Ab',
      '007',
      '1e3',
      'true',
      'null',
      'x'.repeat(64),
      'a+b',
      'a..b',
      'evolutionuser',
      'é',
      "o'neil",
      'nom.',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 5 }) },
);

function accountOf(domain: MailDomain, local: string) {
  const address = addressOf(`${local}@${domain.name}`);
  try {
    return address && accountIn(domain, address);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

test('what is known of a domain’s people by their rule alone is what each would get alone', () => {
  let ready = 0;
  const wrong: string[] = [];
  for (const profile of profiles) {
    const listed = [...domainEntries(profile)].filter(([pattern]) => !isWildcard(pattern)).slice(0, 3);
    for (const [name, { at }] of listed) {
      const domain = at(name);
      const first = accountOf(domain, 'prenom.nom');
      const formats = first === undefined ? [] : textFormats(first);
      for (const local of ['prenom.nom', '7x', ...fc.sample(locals, { numRuns: 40, seed: 17 })]) {
        const account = accountOf(domain, local);
        for (const { client, format } of formats) {
          const known = bytesByRule(format, domain, addressOf(`${local}@${name}`)?.local ?? local);
          if (known !== undefined) {
            const alone = account && ordinarily(() => renderBytes(client, format, { ...account }));
            if (alone === undefined || !Buffer.from(known).equals(alone)) wrong.push(`${name} ${local} ${format.id}`);
            ready++;
          }
          if (account !== undefined) renderBytes(client, format, account);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(ready).toBeGreaterThan(500);
});

/** What a server answers with, and a few whose notations differ. */
const served = new Set([
  'thunderbird/config',
  'outlook/autodiscover',
  'apple/profile',
  'thunderbird-android/k9s',
  'isync/config',
]);

function textFormats(account: Parameters<typeof formatsFor>[1]) {
  return clients.flatMap((client) =>
    formatsFor(client, account)
      .filter((format): format is TextFormat => 'template' in format)
      .filter(({ id }) => served.has(`${client.id}/${id}`))
      .map((format) => ({ client, format })),
  );
}
