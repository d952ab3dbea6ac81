import { describe, expect, test } from 'vitest';
import { type Bundle, makeBundle } from '../../src/bundle/bundle.ts';
import { makeKit } from '../../src/bundle/kit.ts';
import { clients } from '../../src/clients/index.ts';
import { describe as told } from '../../src/errors.ts';
import { checkPerson } from '../../src/many/check-person.ts';
import type { Standing } from '../../src/many/check-standing.ts';
import type { Account, MailServer, Server } from '../../src/model/account.ts';
import { filesOf } from '../../src/sinks/folder.ts';
import { fixture, fixtures } from '../fixtures.ts';

/* Whatever Facteur writes, for whatever account, its readers find nothing wrong with; and of what says something else they say what. */

/** A bundle as if it had been written, and read again. */
function standing(bundle: Bundle): Standing {
  const files = new Map(filesOf(bundle).files.map(({ path, bytes }) => [path, bytes]));
  return {
    sizes: new Map([...files].map(([path, { length }]) => [path, length])),
    twice: [],
    read: async (name) => files.get(name) as Uint8Array,
    has: (path) => files.has(path),
  };
}

async function faults(bundle: Bundle, account: Account): Promise<string[]> {
  const shown = (name: string) => name;
  const found = await checkPerson({ standing: standing(bundle), account, shown, whole: 'it', signer: undefined });
  return found.map((problem) => told(problem, 'en'));
}

test.each(fixtures())('a small kit of $name is as it should be', async ({ account }) => {
  expect(await faults(makeKit(account, clients), account)).toEqual([]);
});

test.each(fixtures())('a full kit of $name is as it should be', async ({ account }) => {
  expect(await faults(makeBundle(account, clients), account)).toEqual([]);
});

/** The same mailbox with something else in each place where it is said. */
const account = fixture('plain');
const server = <S extends MailServer>(servers: readonly S[], change: Partial<Server>) =>
  servers.map((each) => ({ ...each, ...change }));
const otherwise = (change: Partial<Server>): Account => ({
  ...account,
  incoming: server(account.incoming, change),
  outgoing: server(account.outgoing, change),
});
const sides = (...fields: readonly string[]) =>
  ['incoming', 'outgoing'].flatMap((side) => fields.map((field) => `${side}.${field}`));
const settings = (...fields: readonly string[]) => ({
  'apple/cnrs-mail.mobileconfig': fields,
  'apple/cnrs.mobileconfig': fields,
  'outlook/autodiscover.xml': fields,
  'outlook/install.zip': fields,
  'thunderbird-android/account-qr.png': fields,
  'thunderbird-android/account.k9s': fields,
  'thunderbird/config-v1.1.xml': fields,
});
const letters = (...fields: readonly string[]) => ({ 'letter.en.html': fields, 'letter.html': fields });

describe('what says something else than it should is named, in each file by what is wrong', () => {
  test.each([
    {
      what: 'another login',
      made: otherwise({ login: 'eve@ods.services' }),
      found: { ...settings(...sides('login')), ...letters(...sides('login')) },
    },
    {
      what: 'another host',
      made: otherwise({ host: 'mail.example.org' }),
      found: { ...settings(...sides('host')), ...letters(...sides('host')) },
    },
    {
      what: 'another port',
      made: { ...account, incoming: server(account.incoming, { port: 4993 }) },
      found: { ...settings('incoming.port'), ...letters('incoming.port') },
    },
    {
      what: 'another security',
      made: { ...account, outgoing: server(account.outgoing, { port: 465, security: 'tls' as const }) },
      found: {
        ...settings('outgoing.port', 'outgoing.security'),
        // One word there is for both ways.
        'apple/cnrs-mail.mobileconfig': ['outgoing.port'],
        'apple/cnrs.mobileconfig': ['outgoing.port'],
        ...letters('outgoing.port'),
      },
    },
    {
      what: 'another address',
      made: { ...account, address: 'eve@cnrs.fr', displayAddress: 'eve@cnrs.fr', local: 'eve' },
      found: {
        ...settings('address'),
        'thunderbird/config-v1.1.xml': [],
        ...letters('address'),
        'index.en.html': ['address'],
        'index.html': ['address'],
        'manifest.json': ['account.address'],
      },
    },
  ])('$what', async ({ made, found }) => {
    const fields: Record<string, string[]> = {};
    for (const bundle of [makeKit(made, clients), makeBundle(made, clients)]) {
      const { files } = filesOf(bundle);
      for (const { path } of files) fields[path] ??= [];
      for (const line of await faults(bundle, account)) {
        const [file = '', field = ''] = line.split(' ');
        if (!fields[file]?.includes(field)) fields[file]?.push(field);
      }
    }
    expect(Object.fromEntries(Object.entries(fields).filter(([, each]) => each.length > 0))).toEqual(
      Object.fromEntries(Object.entries(found).filter(([, each]) => each.length > 0)),
    );
  });
});
