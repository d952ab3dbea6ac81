import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../src/errors.ts';
import type { Person } from '../src/model/account.ts';
import { applyRule, ruleIn } from '../src/model/rule.ts';
import type { Profile } from '../src/profile/profile.ts';
import { resolve } from '../src/resolve/resolve.ts';
import { localParts, rules } from './arbitrary.ts';
import { makeProfile, readProfile } from './fixtures.ts';

const cnrs = readProfile('cnrs');
const university = readProfile('universite');
const both = [cnrs, university];

const account = (person: Person, profiles: readonly Profile[] = both) => resolve(person, profiles).account;

/** The origin of each value, by field. */
function origins(person: Person, profiles: readonly Profile[] = both): Record<string, string> {
  return Object.fromEntries(resolve(person, profiles).explanations.map(({ field, origin }) => [field, origin]));
}

function problemOf(person: Person, profiles: readonly Profile[] = both) {
  try {
    return resolve(person, profiles).account.address;
  } catch (error) {
    if (error instanceof InputError) return error.problems[0];
    throw error;
  }
}

describe('address and login', () => {
  test('name the same account', () => {
    const byAddress = account({ who: 'prenom.nom@cnrs.fr' });
    expect(byAddress).toMatchObject({
      address: 'prenom.nom@cnrs.fr',
      login: 'prenom.nom@ods.services',
      loginRule: '{local}@ods.services',
    });
    expect(account({ who: 'prenom.nom@ods.services' })).toEqual(byAddress);
    expect(account({ who: ' prenom.nom@ODS.Services\n' })).toEqual(byAddress);
    expect(account({ login: 'prenom.nom@ods.services' })).toEqual(byAddress);
    expect(account({ login: 'prenom.nom@ODS.services' })).toEqual(byAddress);
    expect(account({ address: 'prenom.nom@cnrs.fr', login: 'prenom.nom@ods.services' })).toEqual(byAddress);
  });

  test('name the same account under every rule of domain and provider', () => {
    fc.assert(
      fc.property(rules, fc.option(rules, { nil: undefined }), localParts, (login, ofDomain, local) => {
        const domain = ofDomain === undefined ? 'example.org' : { name: 'example.org', login: ofDomain };
        const profile = makeProfile({ login, domains: [domain] });
        const byAddress = account({ who: `${local}@example.org` }, [profile]);
        expect(byAddress.login).toBe(applyRule(ruleIn('example.org', ofDomain ?? login), byAddress.local));
        // A login that is also an address of the provider is that address: see below.
        fc.pre(!/@example\.org$/i.test(byAddress.login) || byAddress.login === byAddress.address);
        expect(account({ who: byAddress.login }, [profile])).toEqual(byAddress);
        expect(account({ login: byAddress.login }, [profile])).toEqual(byAddress);
      }),
      { numRuns: 300 },
    );
  });

  test('a login may look like an address of a domain that has no dot', () => {
    const profile = makeProfile({ login: '{local}@INTRANET' });
    expect(account({ who: 'x@intranet' }, [profile])).toMatchObject({ address: 'x@example.org', login: 'x@INTRANET' });
  });

  test('an address of ours is not taken for the login of another', () => {
    const profile = makeProfile({ domains: [{ name: 'a.example', login: '{local}@b.example' }, 'b.example'] });
    expect(account({ who: 'x@b.example' }, [profile]).address).toBe('x@b.example');
    expect(account({ login: 'x@b.example', address: 'x@a.example' }, [profile]).login).toBe('x@b.example');
  });

  test('a decomposed accent in a login is the composed one', () => {
    expect(account({ who: 'arts-he\u0301le\u0300ne@beaux-arts-e\u0301le\u0300ves.example' }).local).toBe('arts-hélène');
    const profile = makeProfile({ login: 'été-{local}' });
    expect(account({ who: 'e\u0301te\u0301-x' }, [profile]).address).toBe('x@example.org');
  });
});

describe('the domain decides', () => {
  test.each([
    ['x@universite.example', 'x@universite.example', 'address'],
    ['x@etu.universite.example', 'x', 'domain-rule'],
    ['x@beaux-arts-élèves.example', 'arts-x', 'domain-rule'],
    ['x@xn--beaux-arts-lves-5mbp.example', 'arts-x', 'domain-rule'],
    ['x@cnrs.fr', 'x@ods.services', 'provider-rule'],
  ])('%s logs in as %s (%s)', (who, login, origin) => {
    expect(account({ who }).login).toBe(login);
    expect(origins({ who }).login).toBe(origin);
  });

  test('its name is ASCII for programs and as written for people', () => {
    expect(account({ who: 'x@BEAUX-arts-élèves.example' })).toMatchObject({
      address: 'x@xn--beaux-arts-lves-5mbp.example',
      displayAddress: 'x@beaux-arts-élèves.example',
    });
  });

  test('a login that two domains give is refused with both addresses', () => {
    expect(problemOf({ who: 'arts-x' })).toMatchObject({
      code: 'who.ambiguous-login',
      details: { addresses: 'arts-x@etu.universite.example, x@beaux-arts-élèves.example' },
    });
  });

  test('the same address in two profiles is one address', () => {
    const twin = makeProfile({ id: 'twin', domains: ['cnrs.fr'], login: '{local}@ods.services' });
    expect(account({ who: 'x@ods.services' }, [cnrs, twin]).provider.id).toBe('cnrs');
    expect(account({ who: 'x@cnrs.fr' }, [cnrs, twin]).provider.id).toBe('cnrs');
  });

  test.each([
    [{ who: 'x@elsewhere.example' }, 'who.unknown-domain'],
    [{ address: 'x@ods.services' }, 'who.unknown-domain'],
    [{ login: 'x@elsewhere.example' }, 'who.unknown-login'],
    [{ login: '.@ods.services' }, 'who.unknown-login'],
    [{}, 'who.nobody'],
    [{ name: 'X' }, 'who.nobody'],
    [{ who: '' }, 'address.empty'],
    [{ who: '@ods.services' }, 'address.no-local'],
  ] as const)('%j: %s', (person, code) => {
    expect(problemOf(person, [cnrs])).toMatchObject({ code });
  });

  test('an unknown domain is told with at most ten known ones', () => {
    const names = Array.from({ length: 12 }, (_, index) => `d${index}.example`);
    expect(problemOf({ who: 'x@elsewhere.example' }, [makeProfile({ domains: names })])).toMatchObject({
      details: { domains: `${names.slice(0, 10).join(', ')} …` },
    });
  });

  test('an unknown domain is told with the known ones', () => {
    expect(problemOf({ who: 'x@elsewhere.example' })).toMatchObject({
      details: {
        domain: 'elsewhere.example',
        domains: 'cnrs.fr, universite.example, etu.universite.example, beaux-arts-élèves.example',
      },
    });
  });
});

describe('the order of truth for a login', () => {
  const profile = makeProfile({
    login: 'provider-{local}',
    domains: ['example.org', { name: 'with-rule.example', login: 'domain-{local}' }],
    incoming: [
      { protocol: 'imap', host: 'imap.example.org', security: 'tls' },
      { protocol: 'pop3', host: 'pop.example.org', security: 'tls', login: 'service-{local}' },
    ],
  });
  const logins = (person: Person) => {
    const { login, incoming } = account(person, [profile]);
    return [login, ...incoming.map((server) => server.login)];
  };
  const incomingOrigins = (person: Person) => {
    const found = origins(person, [profile]);
    return [found.login, found['incoming.1.login'], found['incoming.2.login']];
  };

  test('ends with the rule of the provider, before it the domain, before it the service', () => {
    expect(logins({ who: 'x@example.org' })).toEqual(['provider-x', 'provider-x', 'service-x']);
    expect(logins({ who: 'x@with-rule.example' })).toEqual(['domain-x', 'domain-x', 'service-x']);
    expect(incomingOrigins({ who: 'x@with-rule.example' })).toEqual(['domain-rule', 'domain-rule', 'service-rule']);
  });

  test('begins with the person: their own login wins over every rule', () => {
    const person = { address: 'x@with-rule.example', login: 'own' };
    expect(logins(person)).toEqual(['own', 'own', 'own']);
    expect(incomingOrigins(person)).toEqual(['person', 'person', 'person']);
    expect(account(person, [profile])).toMatchObject({ loginRule: undefined, outgoing: [{ loginRule: undefined }] });
  });

  test('their own login at one service wins there and nowhere else', () => {
    const person = { address: 'x@example.org', logins: { incoming: ' own-in ' } };
    expect(logins(person)).toEqual(['provider-x', 'own-in', 'own-in']);
    expect(account(person, [profile]).outgoing[0]).toMatchObject({
      login: 'provider-x',
      loginRule: 'provider-{local}',
    });
    expect(logins({ ...person, login: 'own' })).toEqual(['own', 'own-in', 'own-in']);
  });

  test('a login that says what the rule says is the rule, and leaves the rules of services standing', () => {
    const person = { address: 'x@example.org', login: 'PROVIDER-x ' };
    expect(logins(person)).toEqual(['provider-x', 'provider-x', 'service-x']);
    expect(account(person, [profile]).loginRule).toBe('provider-{local}');
    expect(logins({ login: 'provider-x' })).toEqual(['provider-x', 'provider-x', 'service-x']);
  });

  test.each(['', 'a\nb', 'a\0', 'a\u200bb', 'a\u202eb', 'a\u2028b', '\ud800', 'é'.repeat(128)])(
    '%j is no login',
    (login) => {
      expect(problemOf({ address: 'x@cnrs.fr', login })).toMatchObject({ code: 'login.malformed' });
      expect(problemOf({ address: 'x@cnrs.fr', logins: { exchange: login } })).toBe('x@cnrs.fr');
      expect(problemOf({ address: 'x@universite.example', logins: { exchange: login } })).toMatchObject({
        code: 'login.malformed',
      });
    },
  );

  test.each(['CORP\\jean martin', '007', 'é'.repeat(127), '<&>"\'%'])('%j is one', (login) => {
    expect(account({ address: 'x@cnrs.fr', login }).login).toBe(login);
  });

  test('has no colon at a service over HTTP, and may have one elsewhere', () => {
    const address = 'jeanne.martin@universite.example';
    for (const service of ['calendar', 'contacts', 'exchange'] as const)
      expect(problemOf({ address, logins: { [service]: 'realm:jeanne' } }, [university])).toMatchObject({
        code: 'login.colon',
        details: { service },
      });
    const { account } = resolve({ address, logins: { incoming: 'realm:jeanne' } }, [university]);
    expect(account.incoming[0].login).toBe('realm:jeanne');
  });
});

describe('a name', () => {
  test.each([
    ['  Prénom Nom ', 'Prénom Nom'],
    ['Pre\u0301nom', 'Prénom'],
    ['', undefined],
    ['\u3000 ', undefined],
    ['👩‍🔬', '👩‍🔬'],
    ['🦊'.repeat(256), '🦊'.repeat(256)],
  ])('%j is kept as %j', (name, kept) => {
    expect(account({ who: 'x@cnrs.fr', name }).name).toBe(kept);
  });

  test.each([
    ['a\r\nBcc: x', 'name.control-character'],
    ['a\0', 'name.control-character'],
    ['a\u0085b', 'name.control-character'],
    ['a\u2028b', 'name.control-character'],
    ['\ud800', 'name.control-character'],
    ['a'.repeat(257), 'name.too-long'],
  ])('%j is refused: %s', (name, code) => {
    expect(problemOf({ who: 'x@cnrs.fr', name })).toMatchObject({ code });
  });
});

describe('explanations', () => {
  test('say where each value of the account comes from', () => {
    const { explanations } = resolve({ who: 'prenom.nom@ods.services' }, both);
    const own = explanations.filter(({ field }) => !field.startsWith('provider.'));
    expect(own).toEqual([
      { field: 'address', value: 'prenom.nom@cnrs.fr', origin: 'read-backwards', rule: '{local}@ods.services' },
      { field: 'login', value: 'prenom.nom@ods.services', origin: 'provider-rule', rule: '{local}@ods.services' },
      { field: 'name', value: '', origin: 'default' },
      { field: 'role', value: 'additional', origin: 'default' },
      { field: 'language', value: 'fr', origin: 'profile' },
      { field: 'incoming.1', value: 'imap imap.cnrs.fr:993 tls', origin: 'profile' },
      { field: 'incoming.1.authentication', value: 'password', origin: 'profile' },
      {
        field: 'incoming.1.login',
        value: 'prenom.nom@ods.services',
        origin: 'provider-rule',
        rule: '{local}@ods.services',
      },
      { field: 'outgoing.1', value: 'smtp smtp.cnrs.fr:587 starttls', origin: 'profile' },
      { field: 'outgoing.1.authentication', value: 'password', origin: 'profile' },
      {
        field: 'outgoing.1.login',
        value: 'prenom.nom@ods.services',
        origin: 'provider-rule',
        rule: '{local}@ods.services',
      },
    ]);
  });

  test('name every login that the account has, with the value that it has there', () => {
    const person: Person = {
      who: 'x@universite.example',
      name: 'X',
      role: 'primary',
      language: 'en',
      logins: { calendar: 'cal' },
    };
    const { account, explanations } = resolve(person, both);
    const explained = Object.fromEntries(explanations.map(({ field, value }) => [field, value]));
    expect(explained).toMatchObject({
      address: account.address,
      login: account.login,
      name: 'X',
      role: 'primary',
      language: 'en',
      'incoming.1.login': account.incoming[0].login,
      'incoming.2.login': account.incoming[1]?.login,
      'outgoing.1.login': account.outgoing[0].login,
      'outgoing.2.login': account.outgoing[1]?.login,
      calendar: account.calendar?.url,
      'calendar.login': 'cal',
      contacts: account.contacts?.url,
      'contacts.login': account.contacts?.login,
      exchange: account.exchange?.host,
      'exchange.login': 'x',
      'exchange.activeSync': String(account.exchange?.activeSync),
      'exchange.webServices': String(account.exchange?.webServices),
      directory: 'ldap annuaire.universite.example:636 tls',
      'directory.searchBases.1': account.directory?.searchBases[0],
      'directory.login': account.directory?.login,
    });
    expect(explanations.map(({ field }) => field)).toHaveLength(new Set(Object.keys(explained)).size);
  });
});

test('no value of an account is missing from its explanations', () => {
  for (const profile of both) {
    const [domain] = profile.domains;
    const who = `x@${typeof domain === 'string' ? domain : domain?.name}`;
    const { account, explanations } = resolve({ who, name: 'Éluard' }, both);
    const explained = explanations.map(({ value }) => value).join('\n');
    // Texts of pages, in the languages of the people, are named by their part; a certificate by its beginning.
    const { documentation, onboarding: _, certificateAuthority = '', ...provider } = account.provider;
    const links = documentation.map(({ url }) => url);
    for (const value of leaves({ ...account, provider: { ...provider, links, ca: certificateAuthority.slice(0, 32) } }))
      expect(explained).toContain(value);
  }
  const [who] = both.flatMap(({ example }) => example ?? []);
  const found = resolve({ who: who ?? '' }, both).explanations.map(({ field }) => field);
  expect(found).toEqual(
    expect.arrayContaining(['incoming.1.authentication', 'provider.portal', 'provider.onboarding']),
  );
});

/** Everything in it that is no list and no mapping, as text. */
function leaves(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [String(value)];
  return Object.entries(value).flatMap(([key, member]) => (key === 'loginRule' ? [] : leaves(member)));
}

test('what the profile leaves out gets the port of the protocol and a password', () => {
  const profile = makeProfile({
    incoming: [
      { protocol: 'imap', host: 'IMAP.Example.org', security: 'starttls' },
      { protocol: 'pop3', host: 'a.example', security: 'tls' },
      { protocol: 'pop3', host: 'a.example', security: 'none', allowPlainText: true },
    ],
    outgoing: [{ host: 'smtp.bücher.example', security: 'starttls' }],
  });
  expect(account({ who: 'x@example.org' }, [profile])).toMatchObject({
    incoming: [
      { host: 'imap.example.org', port: 143, authentication: ['password'] },
      { port: 995 },
      { port: 110, security: 'none' },
    ],
    outgoing: [{ host: 'smtp.xn--bcher-kva.example', port: 587 }],
    calendar: undefined,
    exchange: undefined,
  });
});

test('a login in a directory is a distinguished name with its special characters escaped, or a plain one', () => {
  const directory = { host: 'ldap.example.org', security: 'starttls' as const, searchBases: ['dc=example'] };
  const of = (local: string, login?: string, logins = {}) =>
    account({ who: `${local}@example.org`, logins }, [
      makeProfile({ directory: login === undefined ? directory : { ...directory, login } }),
    ]).directory;
  expect(of('x')).toMatchObject({ host: 'ldap.example.org', port: 389, login: 'x@example.org' });
  expect(of('x+y', 'uid={local},dc=example')?.login).toBe('uid=x\\+y,dc=example');
  expect(of('#x', 'mail={address},dc=example')?.login).toBe('mail=\\#x@example.org,dc=example');
  expect(of('"a,b"', 'uid={local},dc=example')?.login).toBe('uid=\\"a\\,b\\",dc=example');
  expect(of('x+y', '{local}')?.login).toBe('x+y');
  expect(of('x', '{local}', { directory: 'uid=own,dc=example' })?.login).toBe('uid=own,dc=example');
});

test('resolving changes nothing that it was given', () => {
  const person = Object.freeze({ who: 'x@universite.example', logins: Object.freeze({ exchange: 'y' }) });
  const before = structuredClone(university);
  resolve(person, [university]);
  expect(university).toEqual(before);
});
