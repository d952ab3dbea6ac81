import { describe, expect, test } from 'vitest';
import { clients } from '../../src/clients/index.ts';
import { UnrepresentableError } from '../../src/errors.ts';
import type { Account, Person } from '../../src/model/account.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { decode } from '../decode.ts';
import { fixtures, makeProfile } from '../fixtures.ts';
import { renderFormat } from '../made.ts';

/* What names a mailbox on somebody's device, in every client that leaves something there. */

/** How each file says it: all that is found is a name of the mailbox. */
const all: readonly (readonly [client: string, format: string, name: RegExp])[] = [
  ['apple', 'profile', /<key>Payload(?:Identifier|UUID)<\/key>\s*<string>([^<]+)/g],
  ['evolution', 'install', /^uid=(.*)$/gm],
  ['evolution', 'autoconfig-account', /facteur-[0-9a-f]{32}/g],
  ['thunderbird', 'user-js', /mail\.(?:account|identity|server|smtpserver)\.([a-z]+_[0-9a-f]{12}\w*)/g],
  ['thunderbird', 'managed', /mail\.(?:account|identity|server|smtpserver)\.([a-z]+_[0-9a-f]{12}\w*)/g],
  ['thunderbird-android', 'k9s', /<account uuid="([^"]+)/g],
  ['outlook', 'install-cmd', /folder=%shared%\\([a-z0-9-]+)"/g],
  ['outlook', 'install-ps1', /\$names = @\('([^']+)'/g],
  ['outlook', 'install-reg', /Facteur\\\\outlook\\\\([^\\]+)/g],
  ['outlook', 'gpo-registry', / uid="([^"]+)"/g],
  ['outlook', 'prf', /^ProfileName=(.*)$/gm],
  ['outlook', 'mac-managed', /<key>Payload(?:Identifier|UUID)<\/key>\s*<string>([^<]+)/g],
  ...['aerc', 'claws-mail', 'geary', 'himalaya', 'isync', 'msmtp', 'mutt', 'neomutt'].map(
    (client) => [client, 'install', /^state=\$root\/.*$/gm] as const,
  ),
];

function namesIn(account: Account, [client, format, name]: (typeof all)[number]): readonly string[] {
  const found = clients.find(({ id }) => id === client);
  if (found === undefined) throw new Error(`there is no ${client}`);
  return renderFormat(found, { id: format }, account).flatMap((file) =>
    [...decode(file).matchAll(name)].map(([whole, part]) => part ?? whole),
  );
}

/** The same for an account that the format may be unable to carry. */
function namesWherePossible(...[account, where]: Parameters<typeof namesIn>): readonly string[] {
  try {
    return namesIn(account, where);
  } catch (error) {
    if (error instanceof UnrepresentableError) return [];
    throw error;
  }
}

const person: Person = { address: 'prenom.nom@cnrs.fr', name: 'Prenom Nom' };
const accountOf = (who: Partial<Person> = {}, provider: Partial<Profile> = {}): Account =>
  resolve({ ...person, ...who }, [makeProfile({ domains: ['cnrs.fr'], login: '{local}@ods.services', ...provider })])
    .account;

describe.each(all)('%s %s', (...where) => {
  const before = namesIn(accountOf(), where);

  test('names the mailbox', () => {
    expect(before.length).toBeGreaterThan(0);
  });

  test.each<[string, Partial<Person>, Partial<Profile>]>([
    ['capitals', { address: 'Prenom.NOM@CNRS.fr' }, {}],
    ['a login that was corrected', { login: 'pnom42' }, {}],
    ['another rule', {}, { login: '{local}' }],
    ['a profile with another id', {}, { id: 'renamed' }],
    ['another name', { name: 'Somebody Else' }, {}],
  ])('the same with %s', (_, who, provider) => {
    expect(namesIn(accountOf(who, provider), where)).toEqual(before);
  });

  test('others for another address', () => {
    const others = new Set(namesIn(accountOf({ address: 'prenom-nom@cnrs.fr' }), where));
    expect(before.filter((name) => others.has(name))).toEqual([]);
  });
});

test('characters that are put together in two ways are one address', () => {
  const [one, two] = ['josé', 'jose\u0301'].map((local) => accountOf({ address: `${local}@cnrs.fr` })) as [
    Account,
    Account,
  ];
  for (const where of all) expect(namesWherePossible(one, where), where[0]).toEqual(namesWherePossible(two, where));
});

test.each([
  ['"prenom.nom"', 'prenom.nom'],
  ['"prenom nom"', '"prenom\\ nom"'],
])('quotes and backslashes that mean nothing make no other address: %s and %s', (...locals) => {
  const [one, two] = locals.map((local) => accountOf({ address: `${local}@cnrs.fr` })) as [Account, Account];
  const compared = all
    .map((where) => [where[0], namesWherePossible(one, where), namesWherePossible(two, where)] as const)
    .filter(([, ...names]) => names.every(({ length }) => length > 0));
  expect(compared.length).toBeGreaterThan(5);
  for (const [client, names, others] of compared) expect(names, client).toEqual(others);
});

test('no two mailboxes of the sample accounts have a name in common', () => {
  for (const where of all) {
    const owners = new Map<string, string>();
    for (const { account } of fixtures()) {
      const owner = `${account.provider.identifier} ${account.address.toLowerCase()}`;
      for (const name of namesWherePossible(account, where)) {
        expect(owners.get(name) ?? owner, `${where[0]} ${name}`).toBe(owner);
        owners.set(name, owner);
      }
    }
  }
});
