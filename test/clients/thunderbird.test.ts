import { describe, expect, test } from 'vitest';
import { render, selectClients } from '../../src/artifacts/render.ts';
import { clients } from '../../src/clients/index.ts';
import { keysOf } from '../../src/clients/thunderbird/prefs.ts';
import type { Account, Person } from '../../src/model/account.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { makeProfile } from '../fixtures.ts';
import { keysInput } from './thunderbird-plan.ts';

/** The files of Thunderbird by format: the text, or the code of the reason why there is none. */
function filesOf(account: Account): Record<string, string> {
  const { artifacts, leftOut } = render(account, selectClients(clients, ['thunderbird']));
  return Object.fromEntries([
    ...artifacts.map(({ format, bytes }) => [format, new TextDecoder().decode(bytes())]),
    ...leftOut.map(({ format, problem }) => [format, problem.code]),
  ]);
}

function accountOf(person: Person, changes: Partial<Profile> = {}): Account {
  return resolve({ address: 'ann@example.org', ...person }, [makeProfile(changes)]).account;
}

describe('a login that Thunderbird would change while reading autoconfig', () => {
  test.each(['007', '1e3', 'True', '0x1F', '1.50', '+1', '12345678901234567890'])(
    'is left to user.js where it cannot be written: %s',
    (login) => {
      const { config, 'user-js': userJs } = filesOf(accountOf({ login }));
      expect(config).toBe('thunderbird.misread');
      expect(userJs).toContain(`.userName", ${JSON.stringify(login)});`);
    },
  );

  test.each(['42', 'true', 'Infinity', '007a', '1e3@example.org'])('is written where it comes through: %s', (login) => {
    expect(filesOf(accountOf({ login })).config).toContain(`<username>${login}</username>`);
  });

  test('is written as a variable where it is the local part', () => {
    const person = { address: '007@example.org', login: '007' };
    expect(filesOf(accountOf(person)).config).toContain('<username>%EMAILLOCALPART%</username>');
  });

  test.each(['%EMAILADDRESS%', 'x%EMAILLOCALPART%', '%REALNAME%@example.org', '%EMAILDOMAIN%'])(
    'is left to user.js where it looks like a variable: %s',
    (login) => {
      const { config, 'user-js': userJs } = filesOf(accountOf({ login }));
      expect(config).toBe('thunderbird.misread');
      expect(userJs).toContain(`.userName", ${JSON.stringify(login)});`);
    },
  );

  test('is refused for the folder isp where the words of the rule look like a variable', () => {
    expect(filesOf(accountOf({}, { login: '{local}%EMAILDOMAIN%' })).isp).toBe('thunderbird.misread');
  });
});

describe('a login that another reader of clientConfig would change', () => {
  // The program is named that is the first to change it.
  test.each([
    ['%EMAILADDRESS%', 'Thunderbird'],
    ['x%REALNAME%', 'Thunderbird'],
    ['EVOLUTIONUSER', 'Evolution'],
    ['evolutionuser42', 'Evolution'],
    ['a.EvolutionUser@example.org', 'Evolution'],
  ])('is refused for the server that is told the address: %s', (login, program) => {
    const { leftOut } = render(accountOf({ login }), selectClients(clients, ['thunderbird']));
    expect(leftOut.find(({ format }) => format === 'config')?.problem).toMatchObject({
      code: 'thunderbird.misread',
      details: { value: login, program },
    });
  });

  test.each(['%emailaddress%', 'x%EmailDomain%', '%EMAIL%', '100%', '%EMAILADDRESS', 'EMAILADDRESS%'])(
    'is written where no reader changes it: %s',
    (login) => {
      expect(filesOf(accountOf({ login })).config).toContain(`<username>${login}</username>`);
    },
  );

  // Each program has an order of its own, and all but Evolution look again at what they have put in.
  test.each([
    ['%EMAILADDRESS%', 'Thunderbird for Android'],
    ['x%EMAILADDRESS%y', 'Thunderbird for Android'],
    ['%EMAILLOCALPART%', undefined],
    ['%EMAILDOMAIN%', 'Thunderbird'],
    ['%REALNAME%', 'Thunderbird'],
    ['evolutionuser', undefined],
    ['%emailaddress%', undefined],
  ])('is refused for the domain’s file where the local part is %s', (local, program) => {
    const account = accountOf({ address: `${local}@example.org` }, { login: '{local}@login.example.org' });
    const { leftOut } = render(account, selectClients(clients, ['thunderbird']));
    expect(leftOut.find(({ format }) => format === 'isp')?.problem.details.program).toBe(program);
  });
});

describe('the file for the folder isp', () => {
  test('is the same for everybody of the domain', () => {
    const login = '{local}@login.example.org';
    const ann = filesOf(accountOf({ name: 'Ann', language: 'fr' }, { login }));
    const bob = filesOf(accountOf({ address: 'bob@example.org', role: 'primary' }, { login }));
    expect(ann.isp).toContain('<username>%EMAILLOCALPART%@login.example.org</username>');
    expect(ann.isp).toBe(bob.isp);
  });

  test('names the domain, not a variable for it, where the rule has one', () => {
    expect(filesOf(accountOf({}, { login: '{local}.{domain}' })).isp).toContain('>%EMAILLOCALPART%.example.org<');
  });

  test('is refused where a login follows no rule', () => {
    expect(filesOf(accountOf({ login: 'a42' })).isp).toBe('thunderbird.own-login');
    expect(filesOf(accountOf({ logins: { outgoing: 'a42' } })).isp).toBe('thunderbird.own-login');
  });

  test.each(['a$$b', 'a$&b', 'x%EMAILDOMAIN%'])(
    'is refused for whom Thunderbird would garble the login: %s',
    (local) => {
      const account = accountOf({ address: `${local}@example.org` }, { login: '{local}@login.example.org' });
      expect(filesOf(account).isp).toBe('thunderbird.misread');
    },
  );

  test('has one outgoing server: Thunderbird leaves variables in the others', () => {
    const host = (name: string) => ({ host: `${name}.example.org`, security: 'tls' as const });
    const { config, isp } = filesOf(accountOf({}, { outgoing: [host('one'), host('two')] }));
    expect(config?.match(/<outgoingServer/g)).toHaveLength(2);
    expect(isp?.match(/<outgoingServer/g)).toHaveLength(1);
    expect(isp).toContain('<hostname>one.example.org</hostname>');
  });
});

describe('servers', () => {
  test('stand with IMAP before POP3, and otherwise as the profile prefers them', () => {
    const incoming = (['pop3', 'imap'] as const).map((protocol) => ({
      protocol,
      host: `${protocol}.example.org`,
      security: 'tls' as const,
    }));
    const outgoing = (['starttls', 'tls'] as const).map((security) => ({ host: `${security}.example.org`, security }));
    const { config, 'user-js': userJs } = filesOf(accountOf({}, { incoming, outgoing }));
    const hosts = [...(config ?? '').matchAll(/<hostname>(.*)\.example\.org</g)].map(([, name]) => name);
    expect(hosts).toEqual(['imap', 'pop3', 'starttls', 'tls']);
    expect(userJs).toContain('.type", "pop3");');
  });

  test('that offer only an unknown OAuth 2.0 are passed over in preferences', () => {
    const outgoing = [
      { host: 'new.example.org', security: 'tls' as const, authentication: ['oauth2' as const] },
      { host: 'old.example.org', security: 'tls' as const },
    ];
    const { 'user-js': userJs } = filesOf(accountOf({}, { outgoing }));
    expect(userJs).not.toContain('new.example.org');
    expect(userJs).toContain('_1.hostname", "old.example.org");');
  });

  describe('that take a client certificate', () => {
    const by = (...authentication: ('certificate' | 'password')[]) => ({ security: 'tls' as const, authentication });
    const made = (protocol: 'imap' | 'pop3', ...ways: ('certificate' | 'password')[]) =>
      filesOf(
        accountOf(
          {},
          {
            incoming: [{ protocol, host: 'in.example.org', ...by(...ways) }],
            outgoing: [{ host: 'out.example.org', ...by(...ways) }],
          },
        ),
      );

    test('are signed in to with it over IMAP, and sent through without a user name, for TLS has proved all', () => {
      const { 'user-js': userJs = '', config, isp, managed } = made('imap', 'certificate');
      expect(userJs).toMatch(/mail\.server\.\w+\.authMethod", 7\);/);
      expect(userJs).toMatch(/mail\.server\.\w+\.userName", "/);
      expect(userJs).toMatch(/mail\.smtpserver\.\w+\.authMethod", 1\);/);
      expect(userJs).not.toMatch(/smtpserver\.\w+\.username/);
      expect(managed).toMatch(/mail\.server\.\w+\.authMethod", 7\);/);
      // Its set-up would drop them.
      expect([config, isp]).toEqual(['thunderbird.certificate', 'thunderbird.certificate']);
    });

    test('are named in the file for the set-up where they take a password too, in the order of the profile', () => {
      const { config = '', 'user-js': userJs = '' } = made('imap', 'certificate', 'password');
      const ways = [...config.matchAll(/<authentication>(.*)</g)].map(([, way]) => way);
      expect(ways).toEqual(['TLS-client-cert', 'password-cleartext', 'TLS-client-cert', 'password-cleartext']);
      expect(userJs).toMatch(/mail\.server\.\w+\.authMethod", 7\);/);
    });

    test('are not asked over POP3, where Thunderbird would send a password', () => {
      expect(new Set(Object.values(made('pop3', 'certificate')))).toEqual(new Set(['thunderbird.certificate']));
      expect(made('pop3', 'certificate', 'password')['user-js']).toMatch(/mail\.server\.\w+\.authMethod", 3\);/);
    });
  });

  test('that offer OAuth 2.0 of a provider that Thunderbird knows keep it', () => {
    const server = (host: string) => ({ host, security: 'tls' as const, authentication: ['oauth2' as const] });
    const account = accountOf(
      {},
      {
        incoming: [{ protocol: 'imap', ...server('outlook.office365.com') }],
        outgoing: [server('smtp.office365.com')],
      },
    );
    expect(filesOf(account).config).toContain('<authentication>OAuth2</authentication>');
    expect(filesOf(account)['user-js']).toContain('.authMethod", 10);');
  });
});

test('a provider’s name that no reader takes gives way to the short one', () => {
  const displayName = (changes: Partial<Profile>) =>
    filesOf(accountOf({}, changes)).config?.match(/displayName>(.*)</)?.[1];
  expect(displayName({ name: 'x'.repeat(60) })).toBe('x'.repeat(60));
  expect(displayName({ name: 'x'.repeat(61) })).toBe('Example');
  expect(displayName({ name: '%REALNAME%', shortName: '007' })).toBe('example.org');
  expect(displayName({ name: 'Evolutionuser', shortName: '%EMAILDOMAIN%' })).toBe('example.org');
});

test.each([
  ['zoé', 'thunderbird.beyond-ascii', undefined],
  ['张伟', 'thunderbird.beyond-latin', 'thunderbird.beyond-latin'],
])('the address of %s is refused where Thunderbird would garble it', (local, preferences, config) => {
  const files = filesOf(accountOf({ address: `${local}@example.org`, login: 'z1' }));
  expect(files['user-js']).toBe(preferences);
  expect(files.managed).toBe(preferences);
  if (config === undefined) expect(files.config).toContain('<clientConfig');
  else expect(files.config).toBe(config);
});

test.each(['additional', 'primary'] as const)(
  'no file of a %s mailbox says which account is the default one',
  (role) => {
    const { 'user-js': userJs, managed } = filesOf(accountOf({ role }));
    for (const text of [userJs, managed]) expect(text).not.toMatch(/defaultaccount|defaultserver/);
  },
);

describe('the keys of an account', () => {
  test('stay the same when its settings change, so that a new file replaces the old one', () => {
    const other = accountOf({ name: 'Ann Other', login: 'a42', language: 'fr', role: 'primary' }, { name: 'New name' });
    expect(keysOf(keysInput(other))).toEqual(keysOf(keysInput(accountOf({}))));
  });

  test('differ between addresses and between providers', () => {
    const accounts = [
      accountOf({}),
      accountOf({ address: 'bob@example.org' }),
      accountOf({}, { identifier: 'net.other' }),
    ];
    expect(new Set(accounts.map((account) => keysOf(keysInput(account)).account)).size).toBe(3);
  });
});
