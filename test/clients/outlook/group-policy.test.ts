import { describe, expect, test } from 'vitest';
import { outlook } from '../../../src/clients/outlook/index.ts';
import { carriedBy, fixture } from '../../fixtures.ts';
import { formatOf } from '../../made.ts';
import { readFileItems, readRegistryItems, readSearch } from '../../readers/group-policy.ts';
import { readRegistry, textOf } from './readers.ts';

const carried = carriedBy('password');

describe.each(carried)('$name', ({ account }) => {
  const registry = readRegistryItems(textOf(account, 'gpo-registry'));
  const files = readFileItems(textOf(account, 'gpo-files'));

  test('sets what install.reg sets, but for the path, which is that of install.cmd', () => {
    const set = registry.map(({ key, name, type, value }) => [
      `${key}\\${name}`,
      type === 'REG_DWORD' ? `dword:${value}` : value,
    ]);
    const [, folder = ''] = /set "folder=%shared%\\([^"]+)"/.exec(textOf(account, 'install-cmd')) ?? [];
    const path = `%LocalAppData%\\Facteur\\outlook\\${folder}\\autodiscover.xml`;
    const expected = Object.entries(readRegistry(textOf(account, 'install-reg'))).map(([name, data]) => [
      name,
      data.startsWith('C:') ? path : data,
    ]);
    expect(Object.fromEntries(set)).toEqual(Object.fromEntries(expected));
    expect(set).toHaveLength(expected.length);
    expect(files).toHaveLength(1);
    expect(files[0]?.targetPath).toBe(path);
    expect(files[0]?.fromPath).toMatch(
      /^\\\\%LogonDomain%\\NETLOGON\\Facteur\\outlook\\[a-z0-9-]+\\autodiscover\.xml$/,
    );
    expect(files[0]?.fromPath).toContain(folder);
  });

  test('acts as the person, for that person alone, and is taken back when it no longer applies', () => {
    for (const { item, search } of [...registry, ...files]) {
      expect(item).toMatchObject({ userContext: '1', removePolicy: '1', bypassErrors: '1' });
      // Nobody knows in which of its two forms the directory has an internationalised domain.
      const forms = [...new Set([account.address, account.displayAddress])];
      expect(Object.fromEntries(readSearch(search))).toEqual({
        objectCategory: ['person'],
        objectClass: ['user'],
        sAMAccountName: ['%LogonUser%'],
        mail: forms,
        proxyAddresses: forms.map((address) => `smtp:${address}`),
      });
      // Windows would take another for a variable.
      expect(search.replace('%LogonUser%', '')).not.toContain('%');
    }
  });

  test('every item has an identifier of its own', () => {
    const uids = [...registry, ...files].map(({ item }) => item.uid);
    expect(new Set(uids).size).toBe(uids.length);
  });
});

test.each(['en', 'fr'] as const)(
  'who else the condition holds for, and where Windows does not take items back, is told: %s',
  (language) => {
    const account = fixture('plain');
    const use = (id: string) => formatOf(outlook, id, language).purpose(account).use;
    expect(use('gpo-registry')).toMatch(/secondary address|adresse secondaire/);
    expect(use('gpo-registry')).toMatch(/(?:roaming|itinérants)[\s\S]*KB 3060859[\s\S]*(?:Delete|Supprimer)/);
    expect(use('gpo-files')).toMatch(/secondary addresses|adresses secondaires/);
  },
);

test('the items of two people can stand in one GPO', () => {
  const uids = ['plain', 'own-login'].flatMap((name) =>
    readRegistryItems(textOf(fixture(name), 'gpo-registry')).map(({ item }) => item.uid),
  );
  expect(new Set(uids).size).toBe(uids.length);
});

test('a search that lets an address out of its place is noticed', () => {
  expect(() => readSearch('(mail=*)')).toThrow(SyntaxError);
  expect(() => readSearch('(|(mail=a)(mail=b)')).toThrow(SyntaxError);
});
