import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../src/errors.ts';
import type { Person } from '../src/model/account.ts';
import { applyRule, ruleIn } from '../src/model/rule.ts';
import type { Profile } from '../src/profile/profile.ts';
import { resolve } from '../src/resolve/resolve.ts';
import { filteredRules, localParts, rules } from './arbitrary.ts';
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

test('a login is nobody’s for sure where another domain of the provider has logins that no rule gives', () => {
  const stud = { name: 'stud.example.edu', login: '{local}' };
  const asking = makeProfile({ domains: [stud, { name: 'staff.example.edu', login: 'ask' }] });
  for (const person of [{ who: 'mmuster' }, { login: 'mmuster' }])
    expect(problemOf(person, [asking])).toMatchObject({
      code: 'who.ambiguous-login',
      details: { addresses: 'mmuster@stud.example.edu, …@staff.example.edu' },
    });
  expect(problemOf({ who: 'mmuster@stud.example.edu' }, [asking])).toBe('mmuster@stud.example.edu');
  // At another provider it says nothing.
  const other = makeProfile({ id: 'other', domains: [{ name: 'ask.example.org', login: 'ask' }] });
  const plain = makeProfile({ domains: [stud] });
  expect(problemOf({ who: 'mmuster' }, [plain, other])).toBe('mmuster@stud.example.edu');
});

describe('a server of the mailbox with a login rule of its own', () => {
  const servers = (incoming: string, sending?: string) => ({
    incoming: [{ protocol: 'imap' as const, host: 'imap.example.edu', security: 'tls' as const, login: incoming }],
    outgoing: [
      { host: 'smtp.example.edu', security: 'tls' as const, ...(sending !== undefined && { login: sending }) },
    ],
  });
  const of = (login: string, more: object) => [makeProfile({ domains: ['example.edu'], login, ...more })];

  test('a login that it gives to one person is not taken for another, who has it by the rule of the domain', () => {
    const profiles = of('{local}', servers('web12-{local}'));
    for (const person of [{ who: 'web12-ann' }, { login: 'web12-ann' }, { who: 'WEB12-ann' }])
      expect(problemOf(person, profiles)).toMatchObject({ code: 'who.ambiguous-login' });
    expect(problemOf({ who: 'web12-ann@example.edu' }, profiles)).toBe('web12-ann@example.edu');
    expect(problemOf({ who: 'ann' }, profiles)).toBe('ann@example.edu');
    expect(problemOf({ who: 'out-ann' }, of('{local}', servers('{local}', 'out-{local}')))).toMatchObject({
      code: 'who.ambiguous-login',
    });
  });

  test('counts in another domain of the provider, and behind a wildcard', () => {
    for (const name of ['x.example.edu', '*.x.example.edu']) {
      const domains = [
        { name: 'example.edu', login: '{local}' },
        { name, ...servers('web12-{local}') },
      ];
      expect(problemOf({ who: 'web12-ann' }, [makeProfile({ domains })])).toMatchObject({
        code: 'who.ambiguous-login',
      });
      expect(problemOf({ who: 'ann' }, [makeProfile({ domains })])).toBe('ann@example.edu');
    }
  });

  test('may ask for the login: then one that a rule gives is no proof', () => {
    expect(problemOf({ who: 'm0123456' }, of('{local}', servers('ask')))).toMatchObject({
      code: 'who.ambiguous-login',
      details: { addresses: 'm0123456@example.edu, …@example.edu' },
    });
  });

  test('confirms who has the login there, too, whatever a filter would make of others', () => {
    expect(problemOf({ who: 'ann' }, of('{local}', servers('{local|lower}')))).toBe('ann@example.edu');
    expect(problemOf({ who: 'Ann' }, of('{local}', servers('{local|replace:.:_}')))).toBe('Ann@example.edu');
    expect(problemOf({ who: 'a_b' }, of('{local}', servers('{local|replace:.:}')))).toBe('a_b@example.edu');
    expect(problemOf({ who: 'a.b' }, of('{local}', servers('{local|replace:.:_}')))).toBe('a.b@example.edu');
  });

  test('is no other mailbox beside one: the login for Exchange or a calendar says nothing of who reads mail', () => {
    const exchange = { host: 'eas.example.edu', activeSync: true, login: 'x-{local}' };
    expect(problemOf({ who: 'x-ann' }, of('{local}', { exchange }))).toBe('x-ann@example.edu');
    const alone = makeProfile({ domains: [{ name: 'example.edu', incoming: 'none', outgoing: 'none', exchange }] });
    expect(problemOf({ who: 'x-ann' }, [{ ...alone, login: '{local}' }])).toMatchObject({
      code: 'who.ambiguous-login',
    });
  });

  test('leaves the rule of the domain nowhere, where the others have one too: nobody is told a login that gets in nowhere', () => {
    const { account: ann, explanations } = resolve(
      { who: 'ann@example.edu' },
      of('{address}', servers('{local}', 'o-{local}')),
    );
    expect(ann).toMatchObject({ login: 'ann', loginRule: '{local}' });
    expect(explanations).toContainEqual({ field: 'login', value: 'ann', origin: 'service-rule', rule: '{local}' });
    const person = { who: 'ann@example.edu', login: 'other' };
    expect(problemOf(person, of('{address}', servers('{local}', 'o-{local}')))).toMatchObject({
      code: 'login.nowhere',
    });
  });
});

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

  test('begins with the person: their own login wins over the rules of domain and provider, not over that of a service', () => {
    const person = { address: 'x@with-rule.example', login: 'own' };
    expect(logins(person)).toEqual(['own', 'own', 'service-x']);
    expect(incomingOrigins(person)).toEqual(['person', 'person', 'service-rule']);
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
    expect(account.incoming[0]?.login).toBe('realm:jeanne');
  });
});

describe('a name', () => {
  test.each([
    ['  Prénom Nom ', 'Prénom Nom'],
    ['Pre\u0301nom', 'Prénom'],
    ['', undefined],
    ['\u3000 ', undefined],
    ['👩‍🔬', '👩‍🔬'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
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
    ['a\u202eb', 'name.hidden-character'],
    ['a\u200bb', 'name.hidden-character'],
    ['\u2066x\u2069', 'name.hidden-character'],
    ['a\ufeff b', 'name.hidden-character'],
    ['a\u00adb', 'name.hidden-character'],
    ['a\ufffd', 'name.hidden-character'],
    ['\u200d', 'name.hidden-character'],
    ['a'.repeat(257), 'name.too-long'],
  ])('%j is refused: %s', (name, code) => {
    expect(problemOf({ who: 'x@cnrs.fr', name })).toMatchObject({ code });
  });
});

describe('explanations', () => {
  test('say whose login it would have been too, where what was given was taken for an address', () => {
    const of = (who: string, login: string, ...domains: string[]) =>
      resolve({ who }, [makeProfile({ domains, login })])
        .explanations.filter(({ field }) => field.startsWith('address'))
        .map(({ value, origin, rule }) => [value, origin, rule]);
    const rule = '{local}@ad.example.edu';
    expect(of('max@ad.example.edu', rule, 'lab.example.edu', '*.example.edu')).toEqual([
      ['max@ad.example.edu', 'person', undefined],
      ['max@lab.example.edu', 'not-read-backwards', rule],
      ['max@*.example.edu', 'not-read-backwards', rule],
    ]);
    expect(of('umax@a.example', 'u{local}@a.example', 'a.example').at(1)).toEqual([
      'max@a.example',
      'not-read-backwards',
      'u{local}@a.example',
    ]);
    const oneWay = '{local|untagged}x@a.example';
    expect(of('maxx@a.example', oneWay, 'a.example').at(1)).toEqual(['', 'not-read-backwards', oneWay]);
    // Behind aliases it is the same person.
    expect(of('max@a.example', '{local}@a.example', 'a.example', 'alias.example')).toHaveLength(1);
  });

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
      'incoming.1.login': account.incoming[0]?.login,
      'incoming.2.login': account.incoming[1]?.login,
      'outgoing.1.login': account.outgoing[0]?.login,
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

describe('login: ask', () => {
  const dav = { url: 'https://dav.example.org/', login: 'ask' };
  const asking = makeProfile({ login: 'ask', calendar: dav, exchange: { host: 'a.example', activeSync: true } });
  const sending = makeProfile({
    outgoing: [{ host: 'smtp.example.org', security: 'tls', login: 'ask' }],
    calendar: dav,
    directory: { host: 'a.example', security: 'tls', searchBases: ['dc=example'] },
  });

  test('nothing is made of the address: the login has to be said', () => {
    expect(problemOf({ who: 'toto@example.org' }, [asking])).toMatchObject({
      code: 'login.asked',
      details: { address: 'toto@example.org', services: 'incoming, outgoing', service: 'incoming' },
    });
    expect(account({ who: 'toto@example.org', login: 'm0123456' }, [asking])).toMatchObject({
      login: 'm0123456',
      loginRule: undefined,
      incoming: [{ login: 'm0123456', loginRule: undefined }],
      outgoing: [{ login: 'm0123456' }],
      calendar: { login: 'm0123456' },
      exchange: { login: 'm0123456' },
      withoutLogin: [],
    });
  });

  test('a login alone names nobody there, and neither does one that looks like the address of it', () => {
    expect(problemOf({ login: 'm0123456' }, [asking])).toMatchObject({ code: 'who.unknown-login' });
    expect(problemOf({ who: 'x@elsewhere.example' }, [asking])).toMatchObject({ code: 'who.unknown-domain' });
  });

  test('of one service, only that one is asked for', () => {
    expect(problemOf({ who: 'toto@example.org' }, [sending])).toMatchObject({
      code: 'login.asked',
      details: { services: 'outgoing', service: 'outgoing' },
    });
    const said = account({ who: 'toto@example.org', logins: { outgoing: 'm0' } }, [sending]);
    expect(said).toMatchObject({
      login: 'toto@example.org',
      incoming: [{ login: 'toto@example.org', loginRule: '{address}' }],
      outgoing: [{ login: 'm0' }],
    });
  });

  test('of a service that a mailbox may do without, it is left out, and that is told', () => {
    const { account: said, explanations } = resolve({ who: 'toto@example.org', logins: { outgoing: 'm0' } }, [sending]);
    expect(said).toMatchObject({ calendar: undefined, withoutLogin: ['calendar'], directory: { host: 'a.example' } });
    expect(explanations).toContainEqual({ field: 'calendar', value: '', origin: 'asked' });
    expect(account({ who: 'x@example.org', logins: { outgoing: 'a', calendar: 'b' } }, [sending])).toMatchObject({
      calendar: { login: 'b' },
      withoutLogin: [],
    });
    const logins = { incoming: 'a', outgoing: 'b' };
    expect(account({ who: 'x@example.org', logins }, [asking])).toMatchObject({
      login: 'a',
      withoutLogin: ['calendar', 'exchange'],
    });
  });

  test('is a rule of the domain, too, and gives way to the rule of a service', () => {
    const profile = makeProfile({
      login: '{local}',
      domains: ['example.org', { name: 'free.example', login: 'ask' }],
      incoming: [{ protocol: 'imap', host: 'imap.example.org', security: 'tls', login: 'in-{local}' }],
    });
    expect(account({ who: 'x@example.org' }, [profile]).login).toBe('x');
    expect(problemOf({ who: 'x@free.example' }, [profile])).toMatchObject({ details: { services: 'outgoing' } });
    const said = { who: 'x@free.example', logins: { outgoing: 'o' } };
    expect(resolve(said, [profile]).explanations).toContainEqual({
      field: 'login',
      value: 'in-x',
      origin: 'service-rule',
      rule: 'in-{local}',
    });
    expect(account(said, [profile])).toMatchObject({
      login: 'in-x',
      incoming: [{ login: 'in-x', loginRule: 'in-{local}' }],
      outgoing: [{ login: 'o' }],
    });
  });

  test('asks for no login where nobody signs in', () => {
    const profile = makeProfile({
      incoming: [{ protocol: 'imap', host: 'imap.example.org', security: 'tls', login: '{local}' }],
      login: 'ask',
      outgoing: [{ host: 'relay.example.org', security: 'starttls', authentication: ['none'] }],
    });
    expect(account({ who: 'x@example.org' }, [profile])).toMatchObject({ login: 'x', outgoing: [{ login: 'x' }] });
  });

  test('asks for no login of a directory that answers whoever asks', () => {
    const directory = {
      ...{ host: 'a.example', security: 'tls' as const, searchBases: ['dc=example'] },
      authentication: ['none' as const],
    };
    const profile = makeProfile({
      incoming: [{ protocol: 'imap', host: 'imap.example.org', security: 'tls', login: '{local}' }],
      outgoing: [{ host: 'smtp.example.org', security: 'tls', login: '{local}' }],
      login: 'ask',
      directory,
    });
    const found = account({ who: 'x@example.org' }, [profile]);
    expect(found).toMatchObject({ directory: { host: 'a.example' }, withoutLogin: [] });
  });

  test.each(['', ' ', 'a\nb', 'a\u200bb'])('%j is no login there either', (login) => {
    expect(problemOf({ who: 'x@example.org', login }, [asking])).toMatchObject({ code: 'login.malformed' });
  });
});

describe('a rule with filters', () => {
  const profile = makeProfile({ login: '{local|untagged|lower}@login.example.org' });

  test('gives the login, and each of them is explained', () => {
    const { account: found, explanations } = resolve({ who: 'Jean.Martin+Ab@example.org' }, [profile]);
    expect(found).toMatchObject({
      address: 'Jean.Martin+Ab@example.org',
      login: 'jean.martin@login.example.org',
      loginRule: '{local|untagged|lower}@login.example.org',
    });
    expect(explanations.filter(({ field }) => field.startsWith('login'))).toEqual([
      {
        field: 'login',
        value: 'jean.martin@login.example.org',
        origin: 'provider-rule',
        rule: '{local|untagged|lower}@login.example.org',
      },
      { field: 'login.filter.1', value: 'Jean.Martin', origin: 'filter-untagged' },
      { field: 'login.filter.2', value: 'jean.martin', origin: 'filter-lower' },
    ]);
  });

  test('is not read backwards where it may give the login to several', () => {
    const details = { value: 'jean@login.example.org', rule: '{local|untagged|lower}@login.example.org' };
    expect(problemOf({ who: 'jean@login.example.org' }, [profile])).toMatchObject({
      code: 'who.one-way-login',
      details,
    });
    expect(problemOf({ who: 'jean@elsewhere.example' }, [profile])).toMatchObject({ code: 'who.unknown-domain' });
    const dots = makeProfile({ login: '{local|replace:.:_}' });
    expect(account({ who: 'jean' }, [dots]).address).toBe('jean@example.org');
    // Somebody else may have it, where another rule may give it, too.
    const two = makeProfile({
      domains: [
        { name: 'a.example', login: '{local}' },
        { name: 'b.example', login: '{local|lower}' },
      ],
    });
    expect(problemOf({ who: 'jean' }, [two])).toMatchObject({ code: 'who.one-way-login' });
    expect(account({ who: 'Jean' }, [two]).address).toBe('Jean@a.example');
  });

  test('is refused for whom it leaves nothing of, who then says the login', () => {
    const vowels = makeProfile({ login: 'x{local|replace:a:}' });
    expect(problemOf({ who: 'aa@example.org' }, [vowels])).toMatchObject({ code: 'login.nothing-left' });
    expect(account({ who: 'aa@example.org', login: 'own' }, [vowels]).login).toBe('own');
    expect(account({ who: 'ab@example.org' }, [vowels]).login).toBe('xb');
  });

  test('a person who says what it gives has the rule, whatever can be read backwards', () => {
    expect(account({ who: 'Jean@example.org', login: 'jean@LOGIN.example.org' }, [profile])).toMatchObject({
      login: 'jean@login.example.org',
      loginRule: '{local|untagged|lower}@login.example.org',
    });
  });

  test('the address and what is read back from its login are one account, or none', () => {
    fc.assert(
      fc.property(filteredRules, localParts, (login, local) => {
        const domains = [{ name: 'example.org', login }];
        const byAddress = attempt({ address: `${local}@example.org` }, domains);
        const byLogin = byAddress && attempt({ login: byAddress.login }, domains);
        if (byLogin !== undefined) expect(byLogin).toEqual(byAddress);
      }),
      { numRuns: 300 },
    );
  });

  function attempt(person: Person, domains: Profile['domains']) {
    try {
      return resolve(person, [makeProfile({ domains })]).account;
    } catch (error) {
      if (error instanceof InputError) return undefined;
      throw error;
    }
  }
});

describe('the profile’s placeholders', () => {
  test('a host may be that of the domain of the address', () => {
    const profile = makeProfile({
      domains: ['example.org', 'BÜCHER.example'],
      incoming: [{ protocol: 'imap', host: 'mail.{domain}', security: 'tls' }],
      outgoing: [{ host: '{domain}', security: 'tls' }],
      exchange: { host: 'EAS.{domain}', activeSync: true },
      directory: { host: 'ldap.{domain}', security: 'tls', searchBases: ['dc=example'] },
    });
    const hosts = (who: string) => {
      const { incoming, outgoing, exchange, directory } = account({ who }, [profile]);
      return [...incoming, ...outgoing, exchange, directory].map((each) => each?.host);
    };
    expect(hosts('x@example.org')).toEqual(['mail.example.org', 'example.org', 'eas.example.org', 'ldap.example.org']);
    expect(hosts('x@bücher.example')[0]).toBe('mail.xn--bcher-kva.example');
    expect(resolve({ who: 'x@example.org' }, [profile]).explanations).toContainEqual({
      field: 'incoming.1',
      value: 'imap mail.example.org:993 tls',
      origin: 'placeholders',
      rule: 'mail.{domain}',
    });
  });

  const dav = (url: string, person: Person = { who: 'Jean.Martin+a@example.org' }) =>
    account(person, [makeProfile({ login: '{local|lower}@login', calendar: { url } })]).calendar;

  test.each([
    ['https://dav.example.org/calendars/', 'https://dav.example.org/calendars/', false],
    ['https://dav.{domain}/x/{domain}/', 'https://dav.example.org/x/example.org/', false],
    ['https://dav.example.org/p/{local}/', 'https://dav.example.org/p/Jean.Martin%2Ba/', true],
    ['https://dav.example.org/p/{local|untagged|lower}/', 'https://dav.example.org/p/jean.martin/', true],
    ['https://a.example:8443/{address}/x?y=z', 'https://a.example:8443/Jean.Martin%2Ba%40example.org/x?y=z', true],
    ['https://a.example/{address|replace:@:/}/', 'https://a.example/Jean.Martin%2Ba%2Fexample.org/', true],
    ['https://a.example/{local|replace:/:?|replace:#:_}/x?y', 'https://a.example/Jean.Martin%2Ba/x?y', true],
    ['https://a.example/u-{login}', 'https://a.example/u-jean.martin%2Ba%40login', true],
  ])('%s is %s', (url, found, principal) => {
    expect(dav(url)).toMatchObject({ url: found, principal });
  });

  test('nothing in a login leads out of its segment', () => {
    const who = 'x@example.org';
    const found = dav('https://a.example/{login}/y', { who, login: "../a?b#c%2e\\;'é" })?.url ?? '';
    expect(found).toBe('https://a.example/..%2Fa%3Fb%23c%252e%5C%3B%27%C3%A9/y');
    expect(new URL(found).pathname.split('/')).toHaveLength(3);
    for (const login of ['.', '..']) {
      const problem = (() => {
        try {
          return dav('https://a.example/{login}/y', { who, login });
        } catch (error) {
          return error instanceof InputError && error.problems[0]?.code;
        }
      })();
      expect(problem).toBe('login.in-url');
      expect(dav('https://a.example/u{login}/y', { who, login })?.url).toBe(`https://a.example/u${login}/y`);
    }
  });
});

test('a directory is explained without a login where it is asked without one', () => {
  const directory = { host: 'ldap.example.org', security: 'tls' as const, searchBases: ['dc=example'] };
  const explained = (authentication?: ('password' | 'none')[]) => {
    const given = authentication === undefined ? directory : { ...directory, authentication };
    const { explanations } = resolve({ who: 'a@example.org' }, [makeProfile({ directory: given })]);
    return explanations
      .filter(({ field }) => /^directory\.(?:login|authentication)$/.test(field))
      .map(({ field }) => field);
  };
  expect(explained()).toEqual(['directory.login']);
  expect(explained(['none'])).toEqual(['directory.authentication']);
  expect(explained(['password', 'none'])).toEqual(['directory.authentication', 'directory.login']);
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
  return Object.entries(value).flatMap(([key, member]) =>
    ['loginRule', 'loginsByRule'].includes(key) ? [] : leaves(member),
  );
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

test('a login of the person stands in the place of the rule of the domain and of what is asked, and a service with a rule of its own keeps that', () => {
  const server = { host: 'a.example', security: 'tls' } as const;
  const profile = makeProfile({
    domains: ['a.example', { name: 'b.example', login: 'ask' }],
    login: '{local}',
    incoming: [{ protocol: 'imap', ...server }],
    outgoing: [{ ...server, login: 'smtp-{local}' }],
    calendar: { url: 'https://dav.example.org/', login: 'ask' },
  });
  const loginsOf = (address: string, person: Partial<Person>) => {
    const { login, incoming, outgoing, calendar } = account({ address, ...person }, [profile]);
    return [login, incoming[0]?.login, outgoing[0]?.login, calendar?.login];
  };
  for (const address of ['x@a.example', 'x@b.example']) {
    expect(loginsOf(address, { login: 'own' })).toEqual(['own', 'own', 'smtp-x', 'own']);
    const logins = { outgoing: 'o', calendar: 'c' };
    expect(loginsOf(address, { login: 'own', logins })).toEqual(['own', 'own', 'o', 'c']);
  }
  expect(loginsOf('x@a.example', { login: 'x' })).toEqual(['x', 'x', 'smtp-x', undefined]);
});

test('a rule that makes more of an address than a login may have gives none, and says so', () => {
  const profile = makeProfile({
    login: `{local}@${'x'.repeat(240)}.example`,
    calendar: { url: 'https://dav.example.org/', login: 'c-{local}' },
  });
  expect(account({ who: 'abcde@example.org' }, [profile]).login).toHaveLength(254);
  expect(problemOf({ who: 'abcdef@example.org' }, [profile])).toMatchObject({ code: 'login.too-long' });
  expect(account({ who: 'abcdef@example.org', login: 'own' }, [profile]).login).toBe('own');
  const calendar = { url: 'https://dav.example.org/', login: `{local}${'x'.repeat(254)}` };
  expect(account({ who: 'a@example.org' }, [makeProfile({ calendar })])).toMatchObject({
    calendar: undefined,
    withoutLogin: ['calendar'],
  });
});

test('an address of a domain that nobody has is not read as a login whose @ a filter makes', () => {
  const makes = makeProfile({ id: 'makes', domains: ['a.example'], login: '{local|replace:%:@}' });
  const other = makeProfile({ id: 'other', domains: ['b.example'], login: '{local}@realm.example' });
  expect(account({ who: 'x%y.example@a.example' }, [makes, other]).login).toBe('x@y.example');
  expect(problemOf({ who: 'x@y.example' }, [makes, other])).toMatchObject({ code: 'who.unknown-domain' });
  expect(account({ who: 'x@realm.example' }, [makes, other]).address).toBe('x@b.example');
  expect(account({ who: 'x@y' }, [makes, other]).address).toBe('x%y@a.example');
});

test('a login of the person that serves nowhere, because each service has a rule of its own, is refused', () => {
  const server = { host: 'a.example', security: 'tls', login: 'u-{local}' } as const;
  const profile = makeProfile({ incoming: [{ protocol: 'imap', ...server }], outgoing: [server] });
  expect(problemOf({ who: 'x@example.org', login: 'own' }, [profile])).toMatchObject({ code: 'login.nowhere' });
  expect(account({ who: 'x@example.org', logins: { outgoing: 'own' } }, [profile])).toMatchObject({
    incoming: [{ login: 'u-x' }],
    outgoing: [{ login: 'own' }],
  });
  // Whoever says what the rules say is not wrong.
  expect(account({ who: 'x@example.org', login: 'u-x' }, [profile]).incoming[0]?.login).toBe('u-x');
});

test('a directory of distinguished names is not given the login of the other services', () => {
  const who = 'jean.martin@universite.example';
  const directoryOf = (person: Partial<Person>, profile = university) => {
    const { directory, withoutLogin } = account({ who, ...person }, [profile]);
    return directory?.login ?? withoutLogin;
  };
  const byRule = 'uid=jean.martin,ou=personnes,dc=universite,dc=example';
  const own = 'uid=jean2,ou=personnes,dc=universite,dc=example';
  expect(directoryOf({ login: 'jean2' })).toBe(byRule);
  expect(directoryOf({ login: 'jean2', logins: { directory: own } })).toBe(own);
  expect(directoryOf({ login: who })).toBe(byRule);
  // Nobody's login follows a rule there, so the one of the directory was made without them.
  expect(directoryOf({ login: 'jean2' }, { ...university, domains: ['universite.example'], login: 'ask' })).toBe(
    byRule,
  );
});

test('a login that was typed in another Unicode form is the same login', () => {
  const decomposed = (text: string) => text.normalize('NFD');
  const login = 'françois.zoé';
  expect(account({ who: 'x@example.org', login: decomposed(login) }, [makeProfile({})])).toMatchObject({
    login,
    incoming: [{ login }],
  });
  const logins = { outgoing: decomposed(login) };
  expect(account({ who: 'x@example.org', logins }, [makeProfile({})])).toMatchObject({ outgoing: [{ login }] });
});

test('resolving changes nothing that it was given', () => {
  const person = Object.freeze({ who: 'x@universite.example', logins: Object.freeze({ exchange: 'y' }) });
  const before = structuredClone(university);
  resolve(person, [university]);
  expect(university).toEqual(before);
});
