import { describe, expect, test } from 'vitest';
import type { Person } from '../../../src/model/account.ts';
import type { Profile as Provider } from '../../../src/profile/profile.ts';
import { resolve } from '../../../src/resolve/resolve.ts';
import { authority } from '../../authorities/authority.ts';
import { carriedBy, makeProfile } from '../../fixtures.ts';
import { type Profile, readProfile } from './read.ts';

const person: Person = { address: 'prenom.nom@example.org', name: 'Prénom Nom' };
const directory = { host: 'ldap.example.org', security: 'tls' as const, searchBases: ['dc=example'] };
const provider: Partial<Provider> = {
  calendar: { url: 'https://dav.example.org/c/' },
  directory,
  webmail: 'https://webmail.example.org/',
  certificateAuthority: authority('ec'),
};

function profileOf(changes: Partial<Provider> = {}, who: Partial<Person> = {}): Profile {
  return readProfile(resolve({ ...person, ...who }, [makeProfile({ ...provider, ...changes })]).account);
}

/** Everything by which a device decides between replacing, updating and adding. */
function identifiers(profile: Profile): string[] {
  return [profile, ...profile.PayloadContent].flatMap(({ PayloadIdentifier, PayloadUUID }) => [
    String(PayloadIdentifier),
    String(PayloadUUID),
  ]);
}

describe('identifiers', () => {
  const before = identifiers(profileOf());

  test.each<[string, Partial<Provider>, Partial<Person>]>([
    ['nothing', {}, {}],
    ['a host', { incoming: [{ protocol: 'imap', host: 'new.example.org', security: 'tls' }] }, {}],
    ['a port', { outgoing: [{ host: 'smtp.example.org', security: 'tls', port: 2465 }] }, {}],
    ['the protocol', { incoming: [{ protocol: 'pop3', host: 'imap.example.org', security: 'tls' }] }, {}],
    [
      'the webmail and the directory',
      {
        webmail: 'https://new.example.org/',
        directory: { ...directory, host: 'new.example.org', searchBases: ['dc=new'] },
      },
      {},
    ],
    ['a path', { calendar: { url: 'https://other.example.org:8443/dav/' } }, {}],
    ['the provider’s names and file', { id: 'renamed', name: 'New', shortName: 'New', organization: 'New' }, {}],
    ['the person’s name', {}, { name: 'Somebody Else' }],
    ['language and role', {}, { language: 'fr', role: 'primary' }],
    ['capitals in the address', {}, { address: 'Prenom.NOM@Example.org' }],
    ['the login, which was corrected', {}, { login: 'own-login' }],
    ['the login rule', { login: '{local}@login.example.org' }, {}],
  ])('stay when %s changes, so that the account is updated in place', (_, changes, who) => {
    expect(identifiers(profileOf(changes, who))).toEqual(before);
  });

  test.each<[string, Partial<Provider>, Partial<Person>]>([
    ['the address', {}, { address: 'other@example.org' }],
    ['the provider', { identifier: 'net.example' }, {}],
  ])('are all others when %s is another', (_, changes, who) => {
    const after = identifiers(profileOf(changes, who));
    expect(after.filter((each) => before.includes(each))).toEqual([]);
  });

  test('are all others for two addresses with one login', () => {
    const one = identifiers(profileOf({}, { login: 'shared' }));
    const two = identifiers(profileOf({}, { login: 'shared', address: 'other@example.org' }));
    expect(two.filter((each) => one.includes(each))).toEqual([]);
  });

  test('are unique in the world, version 5, and of plain characters', () => {
    const profiles = carriedBy('password', 'cram-md5').map(({ name, account }) => ({
      name,
      account,
      profile: readProfile(account),
    }));
    const outer = new Map<unknown, string>();
    for (const { name, account, profile } of profiles) {
      for (const each of [profile, ...profile.PayloadContent]) {
        // RFC 9562 §4.1 and §4.2: variant 10, version 5.
        expect(each.PayloadUUID).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/);
        expect(each.PayloadIdentifier).toMatch(/^[A-Za-z0-9.-]+$/);
        expect(each.PayloadIdentifier).toMatch(
          new RegExp(`^${account.provider.identifier}\\.mail\\.[0-9a-f]{8}(\\.|$)`),
        );
      }
      // `plain`, `nameless` and `primary` are one person; so are the two accounts with OAuth 2.0.
      const who = `${account.provider.identifier} ${account.login} ${account.address}`;
      expect(outer.get(profile.PayloadIdentifier) ?? who, name).toBe(who);
      outer.set(profile.PayloadIdentifier, who);
    }
    expect(outer.size).toBe(new Set(outer.values()).size);
  });
});
