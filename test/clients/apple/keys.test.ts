import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { render } from '../../../src/artifacts/render.ts';
import { apple } from '../../../src/clients/apple/index.ts';
import {
  commonKeys,
  type Dictionary,
  type Key,
  type Keys,
  mobileconfigDictionary,
  payloadDictionaries,
} from '../../../src/lint/mobileconfig/apple-keys.ts';
import { pathText, schemaFindings } from '../../../src/lint/mobileconfig/schema-findings.ts';
import { resolve } from '../../../src/resolve/resolve.ts';
import { fixture, fixtures, makeProfile, root } from '../../fixtures.ts';
import { readProfile } from './read.ts';

/** Apple's published schema (github.com/apple/device-management), where a copy lies beside the repository. */
const schema = join(root, '../shared/data/apple-schema/mdm/profiles');
const present = existsSync(schema);
if (!present) console.info('left out: Apple’s key table against Apple’s schema (no ../shared/data/apple-schema)');

interface SchemaKey {
  readonly key: string;
  readonly type: string;
  readonly presence?: string;
  readonly rangelist?: readonly (string | number)[];
  readonly format?: string;
  readonly content?: string;
  readonly supportedOS?: SchemaSystems;
  readonly subkeys?: readonly SchemaKey[];
}

type SchemaSystems = Readonly<Record<string, { readonly introduced?: string }>>;

interface SchemaFile {
  readonly payload: { readonly payloadtype: string; readonly supportedOS: SchemaSystems };
  readonly payloadkeys: readonly SchemaKey[];
}

const systems = [
  ['ios', 'iOS'],
  ['macos', 'macOS'],
  ['visionos', 'visionOS'],
] as const;

/** What the schema says, in the words of our table; what a key inherits is written out. */
function fromSchema(keys: readonly SchemaKey[], inherited: SchemaSystems): object {
  return Object.fromEntries(
    keys.map((key) => {
      const since = Object.fromEntries(
        systems.map(([ours, theirs]) => {
          const introduced = key.supportedOS?.[theirs]?.introduced ?? inherited[theirs]?.introduced;
          return [ours, introduced === 'n/a' ? false : introduced];
        }),
      );
      const systemsHere = Object.fromEntries(
        systems.map(([ours, theirs]) => [theirs, { introduced: since[ours] === false ? 'n/a' : String(since[ours]) }]),
      );
      const free = innermost(key);
      return [
        key.key,
        {
          type: key.type.slice(1, -1),
          required: key.presence === 'required',
          values: key.rangelist,
          uuid: key.format !== undefined,
          secret: /\bencrypt\w* (profiles|of profiles)/.test(key.content ?? ''),
          since,
          members: free,
          keys: key.subkeys !== undefined && free === undefined ? fromSchema(key.subkeys, systemsHere) : undefined,
        },
      ];
    }),
  );
}

/** An array's items, or a dictionary whose keys are free: the schema wraps both in an item and calls the free key ANY. */
function innermost(key: SchemaKey): string | undefined {
  const [item, ...others] = key.subkeys ?? [];
  if (item === undefined || others.length > 0 || item.subkeys?.[0]?.key !== 'ANY') return undefined;
  return (key.type === '<array>' ? item : item.subkeys[0]).type.slice(1, -1);
}

function fromTable(keys: Keys, inherited: Dictionary['since']): object {
  return Object.fromEntries(
    Object.entries(keys).map(([name, key]: [string, Key]) => {
      const since = { ...inherited, ...key.since };
      return [
        name,
        {
          type: key.type,
          required: key.required ?? false,
          values: key.values,
          uuid: key.uuid ?? false,
          secret: key.secret ?? false,
          since,
          members: key.members,
          keys: key.keys && fromTable(key.keys, since),
        },
      ];
    }),
  );
}

describe.skipIf(!present)('the table of Apple’s keys is Apple’s schema', () => {
  const read = (file: string) => parse(readFileSync(join(schema, file), 'utf8')) as SchemaFile;

  test.each([
    ['TopLevel.yaml', mobileconfigDictionary],
    [
      'CommonPayloadKeys.yaml',
      { ...mobileconfigDictionary, since: { ios: '4.0', macos: '10.7', visionos: '1.0' }, keys: commonKeys },
    ],
    ...Object.entries(payloadDictionaries).map(([type, dictionary]) => [`${type}.yaml`, dictionary] as const),
  ] as const)('%s', (file, dictionary) => {
    const { payload, payloadkeys } = read(file);
    expect(fromTable(dictionary.keys, dictionary.since)).toEqual(fromSchema(payloadkeys, payload.supportedOS));
    if (file.startsWith('com.apple.')) expect(file).toBe(`${payload.payloadtype}.yaml`);
  });

  test('a payload has as many passwords in the schema as in the table', () => {
    const named = readdirSync(schema)
      .filter((file) => Object.hasOwn(payloadDictionaries, file.slice(0, -'.yaml'.length)))
      .flatMap((file) => read(file).payloadkeys.map(({ key }) => key))
      .filter((key) => /Password$/.test(key) && !/SameAs|Override/.test(key));
    const ours = Object.values(payloadDictionaries).flatMap(({ keys }) => Object.entries(keys));
    expect(
      ours
        .filter(([, key]: [string, Key]) => key.secret)
        .map(([name]) => name)
        .sort(),
    ).toEqual(named.sort());
  });
});

describe('every profile that we write passes the table', () => {
  test.each(fixtures())('$name', ({ account }) => {
    const ids = render(account, [apple]).artifacts.map(({ format }) => format);
    for (const id of ids) {
      // The formats of this client are those that `readProfile` knows.
      const profile = readProfile(account, id as Parameters<typeof readProfile>[1]);
      expect(schemaFindings(profile)).toEqual([]);
      for (const payload of profile.PayloadContent)
        expect(payloadDictionaries).toHaveProperty([String(payload.PayloadType)]);
    }
  });

  test('only S/MIME and the path of the contacts mean nothing to a Mac', () => {
    const contacts = { url: 'https://dav.example.org/addressbooks/{local}/' };
    const profile = readProfile(resolve({ who: 'x@example.org' }, [makeProfile({ contacts })]).account);
    expect(schemaFindings(profile, ['ios'])).toEqual([]);
    const fields = schemaFindings(profile, ['macos']).map(({ what, path }) => `${what} ${pathText(path)}`);
    expect(fields.filter((field) => !field.includes('.SMIME'))).toEqual([
      'not-on-platform PayloadContent[1].CardDAVPrincipalURL',
    ]);
    expect(fields).toHaveLength(6);
  });
});

test('the table finds what is wrong in the search of a directory, and a certificate that is a text', () => {
  const profile = structuredClone(readProfile(fixture('university'))) as Record<string, unknown> & {
    PayloadContent: Record<string, unknown>[];
  };
  const of = (type: string) => profile.PayloadContent.find(({ PayloadType }) => PayloadType === type) ?? {};
  of('com.apple.ldap.account').LDAPSearchSettings = [
    { LDAPSearchSettingScope: 'LDAPSearchSettingScopeDeep', LDAPSearchSettingDescription: 'x', Port: 636 },
    'dc=example',
  ];
  of('com.apple.security.root').PayloadContent = 'MIIB';
  expect(schemaFindings(profile).map(({ what, path }) => `${what} ${pathText(path)}`)).toEqual([
    'key-type PayloadContent[0].PayloadContent',
    'key-missing PayloadContent[4].LDAPSearchSettings[0].LDAPSearchSettingSearchBase',
    'key-value PayloadContent[4].LDAPSearchSettings[0].LDAPSearchSettingScope',
    'key-unknown PayloadContent[4].LDAPSearchSettings[0].Port',
    'key-type PayloadContent[4].LDAPSearchSettings[1]',
  ]);
});

describe('the table finds', () => {
  const good = () =>
    structuredClone(readProfile(fixture('plain'))) as Record<string, unknown> & {
      PayloadContent: [Record<string, unknown>];
    };
  const inMail = (change: (mail: Record<string, unknown>) => void) => {
    const profile = good();
    change(profile.PayloadContent[0]);
    return profile;
  };
  const inProfile = (change: (profile: Record<string, unknown>) => void) => {
    const profile = good();
    change(profile);
    return profile;
  };
  const found = (profile: unknown) => schemaFindings(profile).map(({ what, path }) => `${what} ${pathText(path)}`);

  test.each<[string, unknown, string[]]>([
    ['nothing in a good one', good(), []],
    ['what is no dictionary', [good()], ['key-type ']],
    [
      'a misspelt key',
      inMail((mail) => {
        mail.EmailAdress = mail.EmailAddress;
      }),
      ['key-unknown PayloadContent[0].EmailAdress'],
    ],
    [
      'a missing key',
      inMail((mail) => {
        delete mail.OutgoingMailServerHostName;
      }),
      ['key-missing PayloadContent[0].OutgoingMailServerHostName'],
    ],
    [
      'a port as a text',
      inMail((mail) => {
        mail.IncomingMailServerPortNumber = '993';
      }),
      ['key-type PayloadContent[0].IncomingMailServerPortNumber'],
    ],
    [
      'a port with a fraction',
      inMail((mail) => {
        mail.IncomingMailServerPortNumber = 993.5;
      }),
      ['key-type PayloadContent[0].IncomingMailServerPortNumber'],
    ],
    [
      'a word that Apple does not have',
      inMail((mail) => {
        mail.IncomingMailServerAuthentication = 'EmailAuthOAuth2';
      }),
      ['key-value PayloadContent[0].IncomingMailServerAuthentication'],
    ],
    [
      'an empty login',
      inMail((mail) => {
        mail.IncomingMailServerUsername = '';
      }),
      ['key-empty PayloadContent[0].IncomingMailServerUsername'],
    ],
    [
      'a password',
      inMail((mail) => {
        mail.IncomingPassword = 'secret';
      }),
      ['password PayloadContent[0].IncomingPassword'],
    ],
    [
      'a reference that is no UUID',
      inMail((mail) => {
        mail.SMIMESigningCertificateUUID = 'mine';
      }),
      ['key-value PayloadContent[0].SMIMESigningCertificateUUID'],
    ],
    [
      'a version other than 1',
      inProfile((profile) => {
        profile.PayloadVersion = 2;
      }),
      ['key-value PayloadVersion'],
    ],
    [
      'a consent that is no text',
      inProfile((profile) => {
        profile.ConsentText = { fr: 1 };
      }),
      ['key-type ConsentText.fr'],
    ],
    [
      'a payload for another device',
      inProfile((profile) => {
        profile.TargetDeviceType = 2;
      }),
      ['not-on-platform PayloadContent[0]', 'not-on-platform PayloadContent[1]'],
    ],
    [
      'missing common keys of a payload that it does not know',
      inMail((mail) => {
        mail.PayloadType = 'com.apple.wifi.managed';
        delete mail.PayloadUUID;
      }),
      ['key-missing PayloadContent[0].PayloadUUID'],
    ],
    [
      'content that is no dictionary, and the right place of what follows',
      inProfile((profile) => {
        profile.PayloadContent = ['x', { ...good().PayloadContent[0], EmailAccountType: 'EmailTypeJMAP' }];
      }),
      ['key-type PayloadContent[0]', 'key-value PayloadContent[1].EmailAccountType'],
    ],
    [
      'keys with the names of methods',
      inMail((mail) => {
        Object.assign(mail, { toString: 'x' });
      }),
      ['key-unknown PayloadContent[0].toString'],
    ],
  ])('%s', (_, profile, expected) => {
    expect(found(profile)).toEqual(expected);
  });

  test('that an encrypted profile needs no readable content', () => {
    const { PayloadContent: _, ...outer } = good();
    expect(found(outer)).toEqual(['key-missing PayloadContent']);
    expect(found({ ...good(), IsEncrypted: true })).toEqual([]);
    expect(found({ ...outer, IsEncrypted: true, EncryptedPayloadContent: new Uint8Array([1]) })).toEqual([]);
  });
});
