import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { thunderbird } from '../../src/clients/thunderbird/index.ts';
import { UnrepresentableError } from '../../src/errors.ts';
import { judge } from '../../src/lint/judgement.ts';
import type { Account } from '../../src/model/account.ts';
import { parseProfile } from '../../src/profile/file.ts';
import { contentOf } from '../../src/read/content.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { createApp } from '../../src/server/app/app.ts';
import { fixtures, readProfile, root } from '../fixtures.ts';
import { renderFormat } from '../made.ts';
import { expected } from '../providers/expected.ts';

/* Every clientConfig that Facteur writes or serves is clean under its own lint. Where a provider wants what harms somebody, it is named here. */

const noImap = ['imap-missing', 'imap-missing-android'];
const openRelay = ['authentication-android', 'plain-socket', 'plain-socket-android', 'smtp-without-login'];
const twoLogins = ['logins-differ', 'last-username-differs'];

/** What a provider or an account is at fault for, by its name. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  // POP3 and nothing else.
  pop3: noImap,
  // Mail leaves without TLS and without a sign-in, inside a campus.
  'plain-text': openRelay,
  'campus-relay': openRelay,
  // A login for reading, and another for sending.
  'two-logins': twoLogins,
  'login-per-service': twoLogins,
  // Kerberos without a password beside it.
  'kerberos-only': ['authentication-android'],
  // Both ports of a protocol, the one with TLS from the first byte first: Evolution takes the last.
  'two-servers': ['weaker-last'],
  university: ['weaker-last'],
  universite: ['weaker-last'],
  'both-ports': ['weaker-last'],
};

/** A file for everybody has no other way to say a login that is made of the address: those that replace no part of a value are told on its page. */
const forAll = ['placeholder-embedded'];

/** Rules that find more than a note, and should not. */
async function harm(name: string, bytes: Uint8Array, general: boolean): Promise<string[]> {
  const judgement = await judge(contentOf(name, bytes));
  expect(judgement?.kind).toBe('client-config');
  const allowed = [...(wanted[name] ?? []), ...(general ? forAll : [])].map((id) => `autoconfig/${id}`);
  const found = (judgement?.flaws ?? []).filter(({ rule }) => rule.severity !== 'note').map(({ rule }) => rule.id);
  return found.filter((id) => !allowed.includes(id));
}

function fileOf(account: Account, id: string): Uint8Array | undefined {
  try {
    return renderFormat(thunderbird, { id }, account)[0]?.bytes;
  } catch (error) {
    if (error instanceof UnrepresentableError) return undefined;
    throw error;
  }
}

const folder = join(root, 'test/providers/profiles');
const providers = expected.map(({ profile, person }) => ({
  name: profile,
  person,
  profile: parseProfile(readFileSync(join(folder, `${profile}.yaml`), 'utf8'), `${profile}.yaml`),
}));

test.each([
  ...fixtures(),
  ...providers.map(({ name, person, profile }) => ({ name, account: resolve(person, [profile]).account })),
])('the files of $name are clean: $account.address', async ({ name, account }) => {
  for (const format of ['config', 'isp']) {
    const bytes = fileOf(account, format);
    if (bytes !== undefined) expect(await harm(name, bytes, format === 'isp'), format).toEqual([]);
  }
});

const shipped = ['cnrs', 'universite'].map((name) => {
  const profile = readProfile(name);
  const [domain] = profile.domains;
  return { name, profile, person: { address: `prenom.nom@${typeof domain === 'object' ? domain.name : domain}` } };
});

test.each([...providers, ...shipped])(
  'what is served for $name is clean, with and without an address: $person.address',
  async ({ name, person: { address }, profile }) => {
    const app = createApp({ profiles: () => [profile] });
    const place = `https://autoconfig.${address.slice(address.lastIndexOf('@') + 1)}/mail/config-v1.1.xml`;
    for (const query of ['', `?emailaddress=${encodeURIComponent(address)}`]) {
      const answer = await app.fetch(new Request(`${place}${query}`));
      // Some have no login that the server could tell; why, is a matter of its own tests.
      if (answer.status === 404) continue;
      expect(answer.status).toBe(200);
      expect(await harm(name, new Uint8Array(await answer.arrayBuffer()), query === ''), query).toEqual([]);
    }
  },
);
