import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../src/errors.ts';
import type { Person } from '../src/model/account.ts';
import { refuseAnyDomain, refuseSharedNames } from '../src/profile/distinct-profiles.ts';
import type { Profile } from '../src/profile/profile.ts';
import { resolve } from '../src/resolve/resolve.ts';
import { makeProfile } from './fixtures.ts';

const account = (person: Person, ...profiles: Profile[]) => resolve(person, profiles).account;

function codeOf(person: Person, ...profiles: Profile[]): string {
  try {
    return account(person, ...profiles).address;
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ code }) => code).join();
    throw error;
  }
}

/** The line of a list that gives an address its login, where each line gives the number of its own. */
function winner(patterns: readonly string[], domain: string): number | undefined {
  const domains = patterns.map((name, index) => ({ name, login: `${index}-{local}` }));
  const found = codeOf({ address: `x@${domain}` }, makeProfile({ domains }));
  return found.startsWith('who.')
    ? undefined
    : Number.parseInt(account({ address: `x@${domain}` }, makeProfile({ domains })).login, 10);
}

/** The same as a person would look for it: by hand, label after label. */
function byHand(patterns: readonly string[], domain: string): number | undefined {
  const labels = domain.split('.');
  const fits = (pattern: string) => {
    if (pattern === domain || pattern === '*') return true;
    const below = pattern.split('.').slice(1);
    return (
      pattern.startsWith('*') && labels.length > below.length && labels.slice(-below.length).join() === below.join()
    );
  };
  const rank = (pattern: string) => (pattern === domain ? 1000 : pattern === '*' ? 0 : pattern.split('.').length);
  const [best] = patterns.filter(fits).sort((one, other) => rank(other) - rank(one));
  return best === undefined ? undefined : patterns.indexOf(best);
}

describe('a wildcard', () => {
  const labels = fc.constantFrom('a', 'b', 'org');
  const names = fc.array(labels, { minLength: 2, maxLength: 5 }).map((parts) => parts.join('.'));
  const patterns = fc.uniqueArray(
    fc.oneof(
      names,
      names.map((name) => `*.${name}`),
      fc.constant('*'),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  );

  test('gives way to an exact name and to a longer one, in whatever order they stand', () => {
    fc.assert(
      fc.property(patterns, names, (list, domain) => {
        expect(winner(list, domain)).toBe(byHand(list, domain));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['*.example.edu', 'a.example.edu', true],
    ['*.example.edu', 'c.b.a.example.edu', true],
    ['*.example.edu', 'example.edu', false],
    ['*.example.edu', 'aexample.edu', false],
    ['*.example.edu', 'example.edu.evil.org', false],
    ['*.EXAMPLE.edu', 'A.Example.EDU', true],
    ['*.université.example', 'éco.université.example', true],
    ['*.xn--universit-j4a.example', 'éco.université.example', true],
    ['*', 'a.example.edu', true],
  ])('%s stands for %s: %s', (pattern, domain, yes) => {
    const found = codeOf({ address: `x@${domain}` }, makeProfile({ domains: [pattern] }));
    expect(found).toBe(yes ? `x@${new URL(`http://${domain}`).hostname}` : 'who.unknown-domain');
  });

  test('has the domain of the address in the login, and shows it as people write it', () => {
    const profile = makeProfile({ domains: ['*.université.example'], login: '{local}%{domain}' });
    expect(account({ who: 'x@éco.université.example' }, profile)).toMatchObject({
      domain: 'xn--co-9ia.xn--universit-j4a.example',
      displayAddress: 'x@éco.université.example',
      login: 'x%xn--co-9ia.xn--universit-j4a.example',
    });
  });

  test('holds across profiles: the exact name of one before the wildcard of another', () => {
    const hoster = makeProfile({ id: 'hoster', domains: ['*'] });
    const wide = makeProfile({ id: 'wide', domains: ['*.example.edu'] });
    const narrow = makeProfile({ id: 'narrow', domains: ['*.physics.example.edu', 'b.example.edu'] });
    for (const profiles of [
      [hoster, wide, narrow],
      [narrow, wide, hoster],
    ]) {
      const idAt = (domain: string) => account({ address: `x@${domain}` }, ...profiles).provider.id;
      expect(idAt('a.physics.example.edu')).toBe('narrow');
      expect(idAt('b.example.edu')).toBe('narrow');
      expect(idAt('physics.example.edu')).toBe('wide');
      expect(idAt('elsewhere.org')).toBe('hoster');
    }
  });

  test('stands in one profile only, and may stand above the domain of another', () => {
    const named = (domains: string[], id: string) => ({ file: `${id}.yaml`, profile: makeProfile({ id, domains }) });
    expect(() => refuseSharedNames([named(['*.a.example'], 'a'), named(['*.A.example'], 'b')])).toThrow(
      'b.yaml  the domain *.a.example stands in a.yaml too: leave it in one of them, or choose one with --profile',
    );
    expect(() => refuseSharedNames([named(['*'], 'a'), named(['*'], 'b')])).toThrow('the domain * stands in');
    refuseSharedNames([named(['*.a.example'], 'a'), named(['*.b.a.example', 'c.a.example'], 'b'), named(['*'], 'c')]);
  });

  test('is named where a domain is not known', () => {
    const profile = makeProfile({ domains: ['example.edu', '*.example.edu'] });
    expect(() => account({ address: 'x@elsewhere.org' }, profile)).toThrow(
      'known domains: example.edu, *.example.edu;',
    );
  });

  test('for every domain is refused where nobody has said that it is meant', () => {
    const named = (domains: string[]) => [{ file: 'p.yaml', profile: makeProfile({ domains }) }];
    expect(() => refuseAnyDomain(named(['example.org', '*']))).toThrow(
      /^p\.yaml domains\.2 {2}the domain "\*" answers/,
    );
    refuseAnyDomain(named(['example.org', '*.example.org']));
  });
});

describe('a login read backwards below a wildcard', () => {
  const with_ = (login: string, domains: string[] = ['*.example.edu']) => makeProfile({ login, domains });

  test.each([
    ['{domain}\\{local}', 'physics.example.edu\\ann', 'ann@physics.example.edu'],
    ['{local}%{domain}', 'ann%a.physics.example.edu', 'ann@a.physics.example.edu'],
    ['x-{local}.at.{domain}', 'X-ann.at.Physics.Example.edu', 'ann@physics.example.edu'],
    ['{address}-mail', 'ann@physics.example.edu-mail', 'ann@physics.example.edu'],
    ['{domain}{local}{domain}', 'a.example.eduanna.example.edu', 'ann@a.example.edu'],
  ])('is the address where the rule %s has the domain: %s', (login, given, address) => {
    expect(codeOf({ login: given }, with_(login))).toBe(address);
  });

  test('is refused where any domain below it has that login, with what they have in common', () => {
    const profile = with_('{local}@login.services', ['example.edu', '*.example.edu']);
    expect(() => account({ who: 'ann@login.services' }, profile)).toThrow(
      'the login “ann@login.services” belongs to several addresses (ann@example.edu, ann@*.example.edu): give the address',
    );
    expect(() => account({ who: 'ann@login.services' }, with_('{local}@login.services'))).toThrow(
      'the login “ann@login.services” may belong to any address of the form ann@*.example.edu: give the address',
    );
    expect(codeOf({ login: 'ann@login.services' }, with_('{local}', ['*']))).toBe('who.ambiguous-login');
  });

  test('is refused where the login can be parted in two ways', () => {
    expect(codeOf({ login: 'a.b.c.example.edu' }, with_('{local}.{domain}'))).toBe('who.ambiguous-login');
    expect(codeOf({ login: 'a.b.example.edu' }, with_('{local}.{domain}'))).toBe('a@b.example.edu');
  });

  test('is not of a domain that another line names', () => {
    const profile = makeProfile({
      domains: ['*.example.edu', { name: 'a.example.edu', login: 'a-{local}' }],
      login: '{local}%{domain}',
    });
    expect(codeOf({ login: 'ann%b.example.edu' }, profile)).toBe('ann@b.example.edu');
    expect(codeOf({ login: 'ann%a.example.edu' }, profile)).toBe('who.unknown-login');
    expect(codeOf({ login: 'a-ann' }, profile)).toBe('ann@a.example.edu');
  });

  test('comes before the address, where all domains are somebody’s', () => {
    const hoster = makeProfile({ id: 'hoster', domains: ['*'] });
    const cnrs = makeProfile({ id: 'cnrs', domains: ['cnrs.fr'], login: '{local}@ods.services' });
    expect(codeOf({ who: 'ann@ods.services' }, hoster, cnrs)).toBe('ann@cnrs.fr');
    expect(codeOf({ address: 'ann@ods.services' }, hoster, cnrs)).toBe('ann@ods.services');
    expect(codeOf({ who: 'ann@elsewhere.org' }, hoster, cnrs)).toBe('ann@elsewhere.org');
  });

  test('gives back the address that it was made of, or is refused', () => {
    const local = fc.stringMatching(/^[a-z0-9]{1,6}(?:[.%-][a-z0-9]{1,6})?$/);
    const domain = fc.stringMatching(/^[a-z]{1,4}(?:\.[a-z]{1,4})?$/).map((name) => `${name}.example.edu`);
    const rule = fc.constantFrom(
      '{local}%{domain}',
      '{domain}\\{local}',
      '{local}.{domain}',
      '{domain}-{local}',
      '{address}',
    );
    const domains = fc.constantFrom<string[]>(
      ['*.example.edu'],
      ['example.edu', '*.example.edu', '*.a.example.edu'],
      ['*'],
    );
    fc.assert(
      fc.property(local, domain, rule, domains, (local, name, login, list) => {
        const profile = with_(login, list);
        const { login: made, address } = account({ address: `${local}@${name}` }, profile);
        expect([address, 'who.ambiguous-login']).toContain(codeOf({ login: made }, profile));
      }),
      { numRuns: 500 },
    );
  });
});
