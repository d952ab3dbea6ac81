import { X509Certificate } from 'node:crypto';
import { decode as decodePng } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { render } from '../../../src/artifacts/render.ts';
import { android } from '../../../src/clients/android/index.ts';
import { apple } from '../../../src/clients/apple/index.ts';
import { nine } from '../../../src/clients/nine/index.ts';
import { outlook } from '../../../src/clients/outlook/index.ts';
import { describe as describeProblem, UnrepresentableError } from '../../../src/errors.ts';
import type { Language, Person } from '../../../src/model/account.ts';
import type { Profile as Provider } from '../../../src/profile/profile.ts';
import { resolve } from '../../../src/resolve/resolve.ts';
import { authority, type Kind } from '../../authorities/authority.ts';
import { decode } from '../../decode.ts';
import { carriedBy, fixture, makeProfile } from '../../fixtures.ts';
import { formatOf } from '../../made.ts';
import { accountKeys, expectedMail, mailOf, payload, readProfile, renderProfile } from './read.ts';

const tls = { host: 'mail.example.org', security: 'tls' } as const;
const somebody = { address: 'prenom.nom@example.org', name: 'Prénom Nom' };

function accountOf(changes: Partial<Provider>, person: Person = somebody) {
  return resolve(person, [makeProfile(changes)]).account;
}

function refusalOf(changes: Partial<Provider>, person?: Person) {
  try {
    renderProfile(accountOf(changes, person));
  } catch (error) {
    if (error instanceof UnrepresentableError) return error.problem;
    throw error;
  }
  return undefined;
}

describe('a profile gives the account back', () => {
  const carried = carriedBy('password', 'cram-md5');

  test.each(carried)('$name', ({ account }) => {
    expect(accountKeys(mailOf(account))).toEqual(expectedMail(account));
  });

  test.each(carried)(
    '$name: nothing empty, no password, nothing that keeps the person from removing it',
    ({ account }) => {
      for (const { bytes, path } of render(account, [apple]).artifacts) {
        const written = decode({ bytes: bytes(), path });
        expect(written).not.toMatch(/<string><\/string>|<string\/>|<real>|<!--|\ufeff/);
        expect(written).not.toMatch(
          /<key>((Incoming|Outgoing|CalDAV|CardDAV|)Password|PayloadRemovalDisallowed)<\/key>/,
        );
        expect(written.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n')).toBe(true);
      }
    },
  );
});

describe('the server that is named', () => {
  test('is the first one that a profile can say', () => {
    const account = accountOf({
      incoming: [
        { protocol: 'imap', host: 'oauth.example.org', security: 'tls', authentication: ['oauth2', 'gssapi'] },
        { protocol: 'imap', host: 'odd.example.org', security: 'starttls', port: 1143 },
        { protocol: 'imap', host: 'good.example.org', security: 'starttls' },
        { protocol: 'imap', host: 'late.example.org', security: 'tls' },
      ],
      outgoing: [
        { ...tls, security: 'starttls', port: 2587 },
        { ...tls, host: 'sends.example.org', port: 2465 },
      ],
    });
    expect(mailOf(account)).toMatchObject({
      IncomingMailServerHostName: 'good.example.org',
      IncomingMailServerPortNumber: 143,
      IncomingMailServerUseSSL: true,
      OutgoingMailServerHostName: 'sends.example.org',
      OutgoingMailServerPortNumber: 2465,
    });
  });

  test('is reached by TLS from the start where the same host offers both', () => {
    const both = [{ ...tls, security: 'starttls' as const }, tls];
    expect(mailOf(accountOf({ outgoing: both }))).toMatchObject({ OutgoingMailServerPortNumber: 465 });
    const elsewhere = [
      { ...tls, security: 'starttls' as const },
      { ...tls, host: 'other.example.org' },
    ];
    expect(mailOf(accountOf({ outgoing: elsewhere }))).toMatchObject({ OutgoingMailServerPortNumber: 587 });
  });

  test('stays an IMAP server where TLS from the start is only for POP', () => {
    const account = accountOf({
      incoming: [
        { protocol: 'imap', host: tls.host, security: 'starttls' },
        { protocol: 'pop3', host: tls.host, security: 'tls' },
      ],
    });
    expect(mailOf(account)).toMatchObject({ EmailAccountType: 'EmailTypeIMAP', IncomingMailServerPortNumber: 143 });
  });

  test('is never one in plain text while the provider has another', () => {
    const plain = { protocol: 'imap', host: 'plain.example.org', security: 'none', allowPlainText: true } as const;
    const odd = { protocol: 'imap', host: 'odd.example.org', security: 'starttls', port: 1143 } as const;
    const good = { protocol: 'imap', host: 'good.example.org', security: 'tls' } as const;
    expect(mailOf(accountOf({ incoming: [plain, odd, good] }))).toMatchObject({
      IncomingMailServerHostName: 'good.example.org',
    });
    expect(refusalOf({ incoming: [plain, odd] })).toMatchObject({ code: 'apple.port', details: { port: 1143 } });
    expect(mailOf(accountOf({ incoming: [plain] }))).toMatchObject({ IncomingMailServerUseSSL: false });
  });
});

describe('authentication', () => {
  test.each([
    [['password'], 'EmailAuthPassword'],
    [['cram-md5'], 'EmailAuthCRAMMD5'],
    [['ntlm', 'password'], 'EmailAuthNTLM'],
    [['oauth2', 'gssapi', 'password'], 'EmailAuthPassword'],
  ] as const)('%s is %s', (authentication, expected) => {
    const account = accountOf({
      incoming: [{ protocol: 'imap', ...tls, authentication: [...authentication] }],
      outgoing: [{ ...tls, authentication: [...authentication] }],
    });
    expect(mailOf(account)).toMatchObject({
      IncomingMailServerAuthentication: expected,
      OutgoingMailServerAuthentication: expected,
    });
  });

  test('none at the outgoing server leaves out its login and the shared password', () => {
    const mail = mailOf(accountOf({ outgoing: [{ ...tls, authentication: ['none'] }] }));
    expect(mail).toMatchObject({ OutgoingMailServerAuthentication: 'EmailAuthNone' });
    expect(mail).not.toHaveProperty('OutgoingMailServerUsername');
    expect(mail).not.toHaveProperty('OutgoingPasswordSameAsIncomingPassword');
  });

  test('the password is shared only where the logins are the same', () => {
    expect(mailOf(fixture('plain'))).toHaveProperty('OutgoingPasswordSameAsIncomingPassword', true);
    expect(mailOf(fixture('two-logins'))).not.toHaveProperty('OutgoingPasswordSameAsIncomingPassword');
  });
});

describe('what a profile cannot say is refused', () => {
  test.each([
    [
      'STARTTLS on a port of its own',
      { outgoing: [{ ...tls, security: 'starttls' as const, port: 2587 }] },
      'apple.port',
    ],
    ['STARTTLS on the port of TLS', { outgoing: [{ ...tls, security: 'starttls' as const, port: 465 }] }, 'apple.port'],
    ['TLS from the start on the port of STARTTLS', { outgoing: [{ ...tls, port: 587 }] }, 'apple.port'],
    ['OAuth 2.0 alone', { outgoing: [{ ...tls, authentication: ['oauth2' as const] }] }, 'apple.authentication'],
    [
      'Kerberos alone',
      { incoming: [{ protocol: 'imap' as const, ...tls, authentication: ['gssapi' as const] }] },
      'apple.authentication',
    ],
  ])('%s', (_, changes, code) => {
    expect(refusalOf(changes)).toMatchObject({ code });
  });

  test('an address with a comma, which a device would take for two', () => {
    expect(refusalOf({}, { address: '"nom,prenom"@example.org' })).toMatchObject({ code: 'apple.comma' });
  });
});

describe('calendars, contacts, Exchange and what goes with them', () => {
  /** What every profile has, by whatever way the mailbox is reached: it stays as it is when one profile replaces another. */
  const companions = new Set(['com.apple.security.root', 'com.apple.ldap.account', 'com.apple.webClip.managed']);
  const account = fixture('university');

  test('nothing is made for Exchange, nor said of it, where the provider has none', () => {
    const { artifacts, leftOut } = render(fixture('plain'), [apple]);
    expect(artifacts.map(({ format }) => format)).toEqual(['profile', 'mail']);
    expect(leftOut).toEqual([]);
  });

  test('calendars and contacts stand beside mail, with port and path', () => {
    const profile = readProfile(account);
    expect(profile).not.toHaveProperty('TargetDeviceType');
    expect(profile.PayloadContent.map(({ PayloadType }) => PayloadType)).toEqual([
      'com.apple.security.root',
      'com.apple.mail.managed',
      'com.apple.caldav.account',
      'com.apple.carddav.account',
      'com.apple.ldap.account',
      'com.apple.webClip.managed',
    ]);
    expect(payload(profile, 'com.apple.caldav.account')).toMatchObject({
      CalDAVHostName: 'dav.universite.example',
      CalDAVPort: 443,
      CalDAVUseSSL: true,
      CalDAVUsername: 'jeanne.martin@universite.example',
    });
    expect(payload(profile, 'com.apple.carddav.account')).toMatchObject({
      CardDAVHostName: 'dav.universite.example',
      CardDAVPort: 443,
      CardDAVUseSSL: true,
      CardDAVUsername: 'jeanne.martin@universite.example',
    });
    // A path that is everybody's names no principal.
    expect(JSON.stringify(profile)).not.toContain('PrincipalURL');
  });

  test('a path that is the person’s own is the principal’s, percent-encoded', () => {
    const calendar = { url: 'https://dav.example.org/SOGo/dav/{address|lower}/' };
    const contacts = { url: 'https://dav.{domain}:8443/{domain}/{login}/x/{local}', login: "{local}/'?#@a" };
    const profile = readProfile(accountOf({ calendar, contacts }));
    const { domain } = accountOf({});
    expect(payload(profile, 'com.apple.caldav.account')).toMatchObject({
      CalDAVPrincipalURL: `/SOGo/dav/prenom.nom%40${domain}/`,
    });
    expect(payload(profile, 'com.apple.carddav.account')).toMatchObject({
      CardDAVHostName: `dav.${domain}`,
      CardDAVPort: 8443,
      CardDAVPrincipalURL: `/${domain}/prenom.nom%2F%27%3F%23%40a/x/prenom.nom`,
    });
  });

  test('a service with a port of its own, at the root of an internationalised host', () => {
    const calendar = { url: 'https://calendrier.éluard.example:8443/', login: 'cal-{local}' };
    const found = payload(readProfile(accountOf({ calendar })), 'com.apple.caldav.account');
    expect(found).toMatchObject({
      CalDAVHostName: 'calendrier.xn--luard-9ra.example',
      CalDAVPort: 8443,
      CalDAVUsername: 'cal-prenom.nom',
    });
    expect(found).not.toHaveProperty('CalDAVPrincipalURL');
  });

  test.each([
    ['exchange-ios', 'com.apple.eas.account', 1],
    ['exchange-macos', 'com.apple.ews.account', 5],
  ] as const)('%s is the whole account, over TLS, for its devices alone', (id, type, device) => {
    const profile = readProfile(account, id);
    expect(profile.TargetDeviceType).toBe(device);
    expect(profile.PayloadContent.map(({ PayloadType }) => PayloadType)).toEqual([
      'com.apple.security.root',
      type,
      'com.apple.ldap.account',
      'com.apple.webClip.managed',
    ]);
    expect(payload(profile, type)).toMatchObject({
      EmailAddress: 'jeanne.martin@universite.example',
      Host: 'eas.universite.example',
      SSL: true,
      UserName: 'jeanne.martin',
    });
  });

  describe('the profile for mail alone', () => {
    test('has the mailbox and what it needs to trust its servers', () => {
      expect(readProfile(account, 'mail').PayloadContent.map(({ PayloadType }) => PayloadType)).toEqual([
        'com.apple.security.root',
        'com.apple.mail.managed',
      ]);
    });

    test('and the full one replace each other, and the mailbox is updated in place', () => {
      const [full, alone] = [readProfile(account), readProfile(account, 'mail')];
      expect(alone.PayloadIdentifier).toBe(full.PayloadIdentifier);
      for (const payload of alone.PayloadContent) expect(full.PayloadContent).toContainEqual(payload);
    });

    test.each([
      [
        'en',
        /^Instead of the full profile .* leaves out calendars, contacts, the directory and a link to the webmail\./,
      ],
      [
        'fr',
        /^À la place du profil complet .* laisse de côté les calendriers, les contacts, l’annuaire et un raccourci/,
      ],
    ] as const)('says in %s what it leaves out, and what happens to who installs both', (language, expected) => {
      const { use } = formatOf(apple, 'mail', language).purpose(account);
      expect(use).toMatch(expected);
      expect(use).toContain(language === 'en' ? 'the mailbox stays as it is and is there once' : 'n’y est qu’une fois');
    });

    test.each<[string, Partial<Provider>, boolean]>([
      ['calendars', { calendar: { url: 'https://dav.example.org/' } }, true],
      ['contacts', { contacts: { url: 'https://dav.example.org/' } }, true],
      ['a webmail', { webmail: 'https://webmail.example.org/' }, true],
      ['a directory', { directory: { host: 'a.example', security: 'tls', searchBases: ['dc=a'] } }, true],
      [
        'a directory that no profile can say',
        { directory: { host: 'a.example', security: 'starttls', searchBases: ['dc=a'] } },
        false,
      ],
      ['a private authority', { certificateAuthority: authority('ec') }, false],
      ['nothing else', {}, false],
    ])('is made where the full one has more than mail: %s', (_, changes, expected) => {
      const made = render(accountOf(changes), [apple]).artifacts.map(({ format }) => format);
      expect(made.includes('mail')).toBe(expected);
    });
  });

  test('people may use their own S/MIME certificate on iPhone and iPad, and nothing is switched on for them', () => {
    const smime = (id: 'profile' | 'mail' | 'exchange-ios' | 'exchange-macos', type: string) =>
      Object.entries(payload(readProfile(account, id), type) ?? {}).filter(([key]) => key.startsWith('SMIME'));
    const mail = smime('profile', 'com.apple.mail.managed');
    expect(Object.fromEntries(mail)).toEqual({
      SMIMESigningUserOverrideable: true,
      SMIMESigningCertificateUUIDUserOverrideable: true,
      SMIMEEncryptByDefaultUserOverrideable: true,
      SMIMEEncryptionCertificateUUIDUserOverrideable: true,
      SMIMEEnableEncryptionPerMessageSwitch: true,
    });
    expect(smime('mail', 'com.apple.mail.managed')).toEqual(mail);
    expect(smime('exchange-ios', 'com.apple.eas.account')).toEqual(mail);
    expect(smime('exchange-macos', 'com.apple.ews.account')).toEqual([]);
  });

  describe('a login with a colon, which no user name over HTTP may have,', () => {
    const exchange = { host: 'eas.example.org', activeSync: true, webServices: true };
    const dav = { calendar: { url: 'https://dav.example.org/c/' }, contacts: { url: 'https://dav.example.org/a/' } };
    const left = (changes: Partial<Provider>, person?: Person) =>
      render(accountOf(changes, person), [apple, outlook, nine, android]).leftOut.map(({ client, format, problem }) => [
        `${client}/${format}`,
        problem.code,
        describeProblem(problem, 'en'),
      ]);

    test.each([
      ['of somebody’s own', { ...somebody, login: 'realm:someone' }],
      ['from a quoted address', { address: '"realm:someone"@example.org' }],
    ])('%s keeps calendars and contacts out of a profile, and mail in it', (_, person) => {
      const account = accountOf(dav, person);
      expect(readProfile(account).PayloadContent.map(({ PayloadType }) => PayloadType)).toEqual([
        'com.apple.mail.managed',
      ]);
      expect(left(dav, person).filter(([of]) => of?.startsWith('apple/'))).toEqual([
        ['apple/profile', 'apple.colon.calendar', expect.stringContaining('RFC 7617')],
        ['apple/profile', 'apple.colon.contacts', expect.stringContaining('realm:someone')],
      ]);
    });

    test('makes no file for Exchange', () => {
      const found = left({ exchange }, { ...somebody, login: 'realm:someone' });
      expect(found.filter(([, code]) => code?.includes('colon')).map(([of, code]) => `${of} ${code}`)).toEqual([
        'apple/exchange-ios apple.colon.exchange',
        'apple/exchange-macos apple.colon.exchange',
        'outlook/android-managed active-sync.colon',
        'outlook/ios-managed active-sync.colon',
        'nine/managed active-sync.colon',
        'android/gmail-managed active-sync.colon',
      ]);
    });

    test('is no matter of a directory', () => {
      const directory = { host: 'a.example', security: 'tls' as const, searchBases: ['dc=a'], login: 'cn={local}:x' };
      expect(left({ directory }).filter(([of]) => of?.startsWith('apple/'))).toEqual([]);
    });
  });

  test('the mailbox is never there twice: one profile replaces the other, and no payload of one is updated into another', () => {
    const profiles = (['profile', 'exchange-ios', 'exchange-macos'] as const).map((id) => readProfile(account, id));
    expect(new Set(profiles.map(({ PayloadIdentifier }) => PayloadIdentifier)).size).toBe(1);
    const inner = profiles.flatMap(({ PayloadContent }) =>
      PayloadContent.filter(({ PayloadType }) => !companions.has(String(PayloadType))).map(
        ({ PayloadUUID }) => PayloadUUID,
      ),
    );
    expect(inner).toHaveLength(5);
    expect(new Set(inner).size).toBe(inner.length);
  });

  test('the directory is asked over TLS, as the person’s entry, below each base; the webmail has its link and a picture', () => {
    const profile = readProfile(account);
    expect(payload(profile, 'com.apple.ldap.account')).toMatchObject({
      LDAPAccountHostName: 'annuaire.universite.example',
      LDAPAccountUseSSL: true,
      LDAPAccountUserName: 'uid=jeanne.martin,ou=personnes,dc=universite,dc=example',
      LDAPSearchSettings: [
        {
          LDAPSearchSettingDescription: 'Université Exemple',
          LDAPSearchSettingScope: 'LDAPSearchSettingScopeSubtree',
          LDAPSearchSettingSearchBase: 'ou=personnes,dc=universite,dc=example',
        },
      ],
    });
    const link = payload(profile, 'com.apple.webClip.managed');
    expect(link).toMatchObject({ URL: 'https://webmail.universite.example/', Label: 'Webmail Univ. Exemple' });
    // The schema: a square of at most 400 pixels, PNG.
    const picture = decodePng(link?.Icon as Uint8Array);
    expect([picture.width, picture.height]).toEqual([144, 144]);
  });

  test('the certificate of the provider’s own authority is in it as it is, and another one is another payload', () => {
    const of = (kind: Kind) =>
      payload(readProfile(accountOf({ certificateAuthority: authority(kind) })), 'com.apple.security.root');
    const [one, other] = [of('rsa'), of('ec')];
    const { raw } = new X509Certificate(authority('rsa'));
    expect(Buffer.from(one?.PayloadContent as Uint8Array)).toEqual(raw);
    expect(one?.PayloadUUID).not.toBe(other?.PayloadUUID);
    expect(one?.PayloadIdentifier).not.toBe(other?.PayloadIdentifier);
    expect(of('rsa')?.PayloadUUID).toBe(one?.PayloadUUID);
  });

  test.each([
    [{ security: 'starttls' as const }, 'ldap.example.org:389'],
    [{ security: 'tls' as const, port: 1636 }, 'ldap.example.org:1636'],
  ])('a directory with %o is left out of the profile, with the reason, and the mailbox is not', (how, named) => {
    const directory = { host: 'ldap.example.org', searchBases: ['dc=example'], ...how };
    const { artifacts, leftOut } = render(accountOf({ directory }), [apple]);
    expect(artifacts.map(({ format }) => format)).toEqual(['profile']);
    expect(Buffer.from(artifacts[0]?.bytes() ?? []).toString()).not.toContain('ldap');
    expect(leftOut.map(({ problem }) => describeProblem(problem, 'en'))).toEqual([
      expect.stringContaining(`the directory ${named} is not in the profile`),
    ]);
  });

  test('a directory that answers whoever asks gets no name to bind with, also in plain text', () => {
    const directory = {
      host: 'ldap.example.org',
      security: 'none' as const,
      allowPlainText: true,
      authentication: ['none' as const],
      searchBases: ['dc=example'],
    };
    const ldap = payload(readProfile(accountOf({ directory })), 'com.apple.ldap.account');
    expect(ldap).toMatchObject({ LDAPAccountHostName: 'ldap.example.org', LDAPAccountUseSSL: false });
    expect(ldap).not.toHaveProperty('LDAPAccountUserName');
    const preferred = {
      ...directory,
      security: 'tls' as const,
      authentication: ['password' as const, 'none' as const],
    };
    const named = payload(readProfile(accountOf({ directory: preferred })), 'com.apple.ldap.account');
    expect(named).toHaveProperty('LDAPAccountUserName');
  });

  test('a directory in plain text is carried where it is meant', () => {
    const directory = {
      host: 'ldap.example.org',
      searchBases: ['dc=a', 'dc=b'],
      security: 'none' as const,
      allowPlainText: true,
    };
    const found = payload(readProfile(accountOf({ directory })), 'com.apple.ldap.account');
    expect(found).toMatchObject({ LDAPAccountUseSSL: false });
    expect(found?.LDAPSearchSettings).toHaveLength(2);
  });

  test('files can be told apart by their names', () => {
    expect(render(account, [apple]).artifacts.map(({ path }) => path)).toEqual([
      'apple/universite.mobileconfig',
      'apple/universite-mail.mobileconfig',
      'apple/universite-exchange-iphone-ipad.mobileconfig',
      'apple/universite-exchange-mac.mobileconfig',
    ]);
  });
});

describe('texts', () => {
  test('are in the person’s language, consent in every language with the person’s as default', () => {
    for (const [name, own, other] of [
      ['plain', 'fr', 'en'],
      ['primary', 'en', 'fr'],
    ] as const) {
      const profile = readProfile(fixture(name));
      const consent = profile.ConsentText as Record<string, string>;
      expect(Object.keys(consent).sort()).toEqual(['default', 'en', 'fr']);
      expect(consent.default).toBe(consent[own]);
      expect(consent.default).not.toBe(consent[other]);
      expect(profile.PayloadDescription).toMatch(own === 'fr' ? /^Ajoute / : /^Adds /);
    }
  });

  test('name the login, and the default account only where there may be another', () => {
    const consentOf = (name: string) => (readProfile(fixture(name)).ConsentText as { en: string }).en;
    expect(consentOf('plain')).toContain('prenom.nom@ods.services');
    expect(consentOf('plain')).toContain('default account');
    expect(consentOf('primary')).not.toContain('default account');
    expect(consentOf('two-logins')).toMatch(/read-both and send-both@smtp\.example\.org/);
  });

  test('show the address as people write it and keep the one on the wire', () => {
    const profile = readProfile(fixture('idn'));
    expect(profile.PayloadDisplayName).toContain('juergen@bücher.example');
    expect(payload(profile, 'com.apple.mail.managed')).toMatchObject({
      EmailAddress: 'juergen@xn--bcher-kva.example',
      EmailAccountDescription: expect.stringContaining('juergen@bücher.example'),
    });
  });

  test('tell what the device will say of a profile without signature', () => {
    const told = (language: Language) => apple.formats(language).map((each) => each.purpose(fixture('university')).use);
    for (const use of told('en')) expect(use).toContain('“Not Signed”');
    for (const use of told('fr')) expect(use).toContain('«\u00a0Non signé\u00a0»');
  });
});
