import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError, UnrepresentableError } from '../../../src/errors.ts';
import { schemaFindings } from '../../../src/lint/mobileconfig/schema-findings.ts';
import type { Account } from '../../../src/model/account.ts';
import { resolve } from '../../../src/resolve/resolve.ts';
import { makeProfile } from '../../fixtures.ts';
import { accountKeys, expectedMail, type Profile, payload, readProfile } from './read.ts';

const provider = makeProfile({ contacts: { url: 'https://dav.example.org/contacts/' } });
/** Any Unicode, with more than its share of what XML gives a meaning to. */
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...`<>&"'\\%,;]]>é€🦊\ufffe\u00a0 `),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});
const local = fc.oneof(
  text,
  text.map((inner) => `"${inner.replaceAll(/["\\]/g, '')}"`),
  fc.emailAddress().map((address) => address.replace(/@.*/, '')),
);
const cases = fc.record({ local, login: text, name: text });

function accountOf({ local, login, name }: { local: string; login: string; name: string }): Account | undefined {
  try {
    return resolve({ address: `${local}@example.org`, login, name }, [provider]).account;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function profileOf(account: Account): Profile | undefined {
  try {
    return readProfile(account);
  } catch (error) {
    if (error instanceof UnrepresentableError) return undefined;
    throw error;
  }
}

test('whatever the name, login and address, the profile gives them back or is refused', () => {
  const seen = { written: 0, refused: 0 };
  fc.assert(
    fc.property(cases, (person) => {
      const account = accountOf(person);
      // What is no address or login at all has been turned away at the door, and is not this test's.
      fc.pre(account !== undefined);
      const profile = profileOf(account);
      if (profile === undefined) {
        seen.refused++;
        // The only two reasons: a character that XML 1.0 lacks, and a comma in the address.
        return (
          /[\ufffe\uffff]/.test(`${account.name}${account.login}${account.address}`) || account.address.includes(',')
        );
      }
      seen.written++;
      expect(accountKeys(payload(profile, 'com.apple.mail.managed') ?? {})).toEqual(expectedMail(account));
      // Over HTTP the password begins after a colon: contacts are left out for such a login (RFC 7617).
      const contacts = account.login.includes(':') ? undefined : account.login;
      expect(payload(profile, 'com.apple.carddav.account')?.CardDAVUsername).toBe(contacts);
      expect(schemaFindings(profile)).toEqual([]);
      return true;
    }),
    { numRuns: 300, examples: [[{ local: '"a,b"', login: 'x', name: 'X' }], [{ local: 'a', login: ':', name: '' }]] },
  );
  // Both ways out have been taken; most of what XML lacks has been turned away at the door.
  expect(seen.written).toBeGreaterThan(10);
  expect(seen.refused).toBeGreaterThan(0);
});
