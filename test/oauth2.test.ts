import { parse as parsePlist } from 'plist';
import { describe, expect, test } from 'vitest';
import { guidePages } from '../src/artifacts/guide-pages.ts';
import { makeBundle } from '../src/bundle/bundle.ts';
import { unsuitable } from '../src/clients/guide-servers.ts';
import { clients } from '../src/clients/index.ts';
import { UnrepresentableError } from '../src/errors.ts';
import { schemaFindings } from '../src/lint/mobileconfig/schema-findings.ts';
import type { Account, Authentication } from '../src/model/account.ts';
import { resolve } from '../src/resolve/resolve.ts';
import { texts } from '../src/words/index.ts';
import { decode } from './decode.ts';
import { makeProfile } from './fixtures.ts';
import { attribute, byTag, elements, handSteps, pairs, readHtml, textOf } from './html.ts';
import { bundleOf, renderFormat } from './made.ts';
import { readConfiguration } from './readers/managed-configuration.ts';

/*
 * Who signs in by OAuth 2.0 to whom: written out here from what each program is known to have built in, and not read from the tables of the clients.
 */
interface Provider {
  readonly imap: string;
  readonly smtp: string;
  /** The programs that sign in there. */
  readonly guides: readonly string[];
  /** What Evolution calls the service. */
  readonly evolution?: string;
}

const everywhere = ['thunderbird', 'thunderbird-classic', 'thunderbird-android', 'fairemail'];
const classicOutlook = ['outlook'];
const modernOutlook = ['outlook-new', 'outlook-mac', 'outlook-ios', 'outlook-android'];
const apple = ['mail-ios', 'mail-macos'];
const large = [...everywhere, ...classicOutlook, ...modernOutlook, ...apple, 'gmail', 'samsung', 'evolution', 'kmail'];

const PROVIDERS: Readonly<Record<string, Provider>> = {
  google: { imap: 'imap.gmail.com', smtp: 'smtp.gmail.com', guides: large, evolution: 'Google' },
  microsoft: { imap: 'outlook.office365.com', smtp: 'smtp.office365.com', guides: large, evolution: 'Outlook' },
  yahoo: {
    imap: 'imap.mail.yahoo.com',
    smtp: 'smtp.mail.yahoo.com',
    guides: [...everywhere, ...modernOutlook, ...apple, 'gmail', 'samsung', 'evolution'],
    evolution: 'Yahoo',
  },
  aol: { imap: 'imap.aol.com', smtp: 'smtp.aol.com', guides: [...everywhere, ...apple, 'samsung'] },
  fastmail: { imap: 'imap.fastmail.com', smtp: 'smtp.fastmail.com', guides: everywhere },
  yandex: {
    imap: 'imap.yandex.com',
    smtp: 'smtp.yandex.com',
    guides: ['thunderbird', 'thunderbird-classic', 'fairemail'],
  },
  comcast: { imap: 'imap.comcast.net', smtp: 'smtp.comcast.net', guides: ['thunderbird', 'thunderbird-classic'] },
  // Near misses: no host of anybody's.
  'an own one': { imap: 'imap.example.org', smtp: 'smtp.example.org', guides: [] },
  'one that ends alike': { imap: 'imap.notgmail.com', smtp: 'smtp.notgmail.com', guides: [] },
  'one that begins alike': { imap: 'imap.gmail.com.example.org', smtp: 'smtp.gmail.com.example.org', guides: [] },
};
const all = Object.entries(PROVIDERS).map(([name, provider]) => ({ name, ...provider }));
const known = all.filter(({ guides }) => guides.length > 0);
const unknown = all.filter(({ guides }) => guides.length === 0);

function accountAt(
  { imap, smtp }: Pick<Provider, 'imap' | 'smtp'>,
  authentication: Authentication[] = ['oauth2'],
  changes: Parameters<typeof makeProfile>[0] = {},
): Account {
  const profile = makeProfile({
    login: '{local}@login.example.org',
    incoming: [{ protocol: 'imap', host: imap, security: 'tls', authentication }],
    outgoing: [{ host: smtp, security: 'tls', authentication }],
    ...changes,
  });
  return resolve({ who: 'gail@example.org', name: 'Gail' }, [profile]).account;
}

const LOGIN = 'gail@login.example.org';

function pagesOf(account: Account) {
  const { artifacts } = bundleOf(account);
  return guidePages(account, clients).flatMap(({ client, guide, language, facts }) => {
    if (guide.kind !== 'program') return [];
    const page = artifacts.find(({ path }) => path === facts.path);
    if (page === undefined) throw new Error(`no page ${facts.path}`);
    const html = new TextDecoder().decode(page.bytes());
    return [{ client, guide, language, document: readHtml(html) }];
  });
}

function textOfFormat(account: Account, client: string, format: string): string {
  const found = clients.find(({ id }) => id === client);
  if (found === undefined) throw new Error(`no client ${client}`);
  return renderFormat(found, { id: format }, account).map(decode).join('\n');
}

describe.each(all)('at $name', ({ imap, smtp, guides }) => {
  const account = accountAt({ imap, smtp });
  const pages = pagesOf(account);

  test('a program has its steps exactly where it signs in to that host', () => {
    const ready = pages.filter(({ guide }) => unsuitable(guide, account, 'en') === undefined);
    expect(new Set(ready.map(({ guide }) => guide.id))).toEqual(new Set(guides));
  });

  test('a page of steps leads to the sign-in with the login, and never asks for a password', () => {
    for (const { guide, language, document } of pages.filter(({ guide }) => guides.includes(guide.id))) {
      const words = texts(language);
      const steps = handSteps(document);
      expect(textOf(steps), guide.id).toMatch(/sign(?:ed)? in|connectez-vous|connexion|se connecter/i);
      const rows = pairs(steps);
      expect(rows, guide.id).toContainEqual({ label: words.guides.pageLogin, value: LOGIN });
      expect(rows.map(({ value }) => value)).not.toContain(words.guides.yourPassword);
      const said = textOf(byTag(document, 'main')[0] ?? document);
      expect(said, guide.id).toContain(words.guides.notLetIn.title);
      expect(said, guide.id).not.toContain(words.guides.refused);
      expect(said, guide.id).not.toMatch(/your password|votre mot de passe|password of your mailbox/i);
    }
  });

  test('every other page says in the words of the person why there are no steps', () => {
    for (const { guide, document } of pages.filter(({ guide }) => !guides.includes(guide.id))) {
      const said = textOf(byTag(document, 'main')[0] ?? document);
      expect(
        elements(document, (each) => attribute(each, 'id') === 'steps'),
        guide.id,
      ).toEqual([]);
      expect(said, guide.id).toContain(imap);
      expect(said, guide.id).toMatch(/OAuth 2\.0/);
    }
  });

  test('the same servers with a password beside it leave nobody out', () => {
    const both = accountAt({ imap, smtp }, ['oauth2', 'password'], { login: '{address}' });
    for (const { guide, language, document } of pagesOf(both)) {
      expect(unsuitable(guide, both, 'en'), guide.id).toBeUndefined();
      const asked = pairs(handSteps(document)).map(({ label }) => label);
      expect(asked.includes(texts(language).guides.pageLogin), guide.id).toBe(guides.includes(guide.id));
    }
  });
});

describe.each(known)('at $name, files', ({ imap, smtp, guides, evolution }) => {
  const account = accountAt({ imap, smtp });

  test('of Thunderbird say OAuth2 in its own words, and a password behind it where the server takes one', () => {
    expect(textOfFormat(account, 'thunderbird', 'config').match(/<authentication>.*(?=<)/g)).toEqual([
      '<authentication>OAuth2',
      '<authentication>OAuth2',
    ]);
    for (const format of ['user-js', 'managed']) {
      expect(textOfFormat(account, 'thunderbird', format).match(/authMethod"?, 10\b/g), format).toHaveLength(2);
    }
    const both = textOfFormat(accountAt({ imap, smtp }, ['oauth2', 'password']), 'thunderbird', 'config');
    expect(both.match(/(?<=<authentication>).*(?=<)/g)).toEqual([
      'OAuth2',
      'password-cleartext',
      'OAuth2',
      'password-cleartext',
    ]);
  });

  test('of Thunderbird for Android are made where the app signs in', () => {
    const make = () => textOfFormat(account, 'thunderbird-android', 'k9s');
    if (guides.includes('thunderbird-android')) expect(make().match(/>XOAUTH2</g)).toHaveLength(2);
    else expect(make).toThrow(UnrepresentableError);
  });

  test('of Evolution name its service for both servers', () => {
    const make = () => textOfFormat(account, 'evolution', 'install');
    if (evolution === undefined) return expect(make).toThrow(UnrepresentableError);
    expect(make().match(new RegExp(`Method=${evolution}\\b`, 'g'))).toHaveLength(2);
    expect(make()).toContain(LOGIN);
    expect(make()).not.toMatch(/asks for the password|demande le mot de passe/);
  });

  test('that name servers are none for who is signed in to by a button', () => {
    const { artifacts, leftOut } = makeBundle(account, clients);
    const formats = [...artifacts, ...leftOut].map(({ client, format }) => `${client}/${format}`);
    expect(formats.includes('apple/profile')).toBe(!guides.includes('mail-ios'));
    expect(formats.includes('outlook/install-zip')).toBe(!guides.includes('outlook'));
  });
});

test.each(unknown)('at $name, no file says OAuth 2.0 that a program could not use', ({ imap, smtp }) => {
  const account = accountAt({ imap, smtp });
  const files = makeBundle(account, clients).artifacts.filter(({ path }) => !path.endsWith('.html'));
  expect(files.map(({ path }) => path)).toEqual([]);
});

test('what is asked for over POP3 is a password, where a program signs in over IMAP alone', () => {
  const { imap, smtp } = PROVIDERS.google as Provider;
  const pop3 = (authentication: Authentication[]) =>
    accountAt({ imap, smtp }, authentication, {
      incoming: [{ protocol: 'pop3', host: 'pop.gmail.com', security: 'tls', authentication }],
    });
  for (const guide of pagesOf(pop3(['oauth2'])).map(({ guide }) => guide)) {
    const reads = ['thunderbird', 'thunderbird-classic', 'evolution'].includes(guide.id);
    expect(unsuitable(guide, pop3(['oauth2']), 'en') === undefined, guide.id).toBe(reads);
  }
});

test('a program with a button takes it only where it opens both servers', () => {
  const { imap } = PROVIDERS.google as Provider;
  const mixed = accountAt({ imap, smtp: 'smtp.office365.com' });
  const relay = accountAt({ imap, smtp: 'relay.example.org' }, ['oauth2'], {
    outgoing: [{ host: 'relay.example.org', security: 'tls', authentication: ['none'] }],
  });
  for (const account of [mixed, relay]) {
    const ready = pagesOf(account).filter(({ guide }) => unsuitable(guide, account, 'en') === undefined);
    const ids = new Set(ready.map(({ guide }) => guide.id));
    for (const id of ['mail-ios', 'outlook', 'outlook-new', 'gmail', 'samsung', 'fairemail'])
      expect(ids.has(id), id).toBe(false);
    expect(ids.has('thunderbird')).toBe(true);
  }
});

describe('Exchange', () => {
  const HOST = 'mail.example.org';
  const own = {
    issuer: 'https://sso.example.org',
    authorizationUrl: 'https://sso.example.org/authorize?tenant=a&b=c',
    tokenUrl: 'https://sso.example.org/token',
    scope: 'mail',
  };
  type Ways = ('password' | 'oauth2')[];
  const having = (authentication?: Ways, changes: Parameters<typeof makeProfile>[0] = {}) =>
    accountAt({ imap: 'imap.example.org', smtp: 'smtp.example.org' }, ['password'], {
      exchange: { host: HOST, activeSync: true, webServices: true, ...(authentication && { authentication }) },
      ...changes,
    });
  const payload = (account: Account, format: string) => {
    const profile = parsePlist(textOfFormat(account, 'apple', format)) as { PayloadContent: Record<string, unknown>[] };
    expect(schemaFindings(profile)).toEqual([]);
    return profile.PayloadContent.find(({ PayloadType }) => /\.(?:eas|ews)\./.test(String(PayloadType))) ?? {};
  };
  const formats = ['exchange-ios', 'exchange-macos'] as const;

  test.each(formats)('%s asks for a password unless the profile says otherwise', (format) => {
    for (const ways of [undefined, ['password'], ['password', 'oauth2']] as const)
      expect(payload(having(ways && [...ways]), format)).not.toHaveProperty('OAuth');
  });

  test.each(formats)('%s opens a page for OAuth 2.0, with the user name and never a password', (format) => {
    for (const ways of [['oauth2'], ['oauth2', 'password']] as Ways[]) {
      const found = payload(having(ways), format);
      expect(found).toMatchObject({ OAuth: true, UserName: LOGIN, EmailAddress: 'gail@example.org', Host: HOST });
      for (const key of ['Password', 'OAuthSignInURL', 'OAuthTokenRequestURL']) expect(found).not.toHaveProperty(key);
    }
  });

  test('an identity provider of one’s own is told to the devices, the token address to iOS alone', () => {
    const account = having(['oauth2'], { oauth2: own });
    expect(payload(account, 'exchange-ios')).toMatchObject({
      OAuthSignInURL: own.authorizationUrl,
      OAuthTokenRequestURL: own.tokenUrl,
    });
    expect(payload(account, 'exchange-macos')).toMatchObject({ OAuthSignInURL: own.authorizationUrl });
    expect(payload(account, 'exchange-macos')).not.toHaveProperty('OAuthTokenRequestURL');
    expect(payload(having(['password'], { oauth2: own }), 'exchange-ios')).not.toHaveProperty('OAuthSignInURL');
  });

  test.each(formats)('what %s tells the person is true of the sign-in', (format) => {
    const byPage = textOfFormat(having(['oauth2']), 'apple', format);
    const typed = textOfFormat(having(['password']), 'apple', format);
    for (const text of ['the device asks for the password', 'l’appareil demande le mot de passe']) {
      expect(typed).toContain(text);
      expect(byPage).not.toContain(text);
    }
    const { artifacts } = makeBundle(having(['oauth2']), clients);
    const [page] = artifacts.filter(({ path }) => path === 'apple/mail-macos.html');
    const shown = textOf(readHtml(new TextDecoder().decode(page?.bytes())));
    expect(shown).toContain(`sign in there with the login ${LOGIN}`);
  });

  const outlook = (account: Account, format: string) => {
    const text = textOfFormat(account, 'outlook', format);
    return format === 'ios-managed' ? parsePlist(text) : readConfiguration(text).values;
  };

  test.each(['android-managed', 'ios-managed'])('Outlook, %s, has modern authentication and no server', (format) => {
    expect(outlook(having(['oauth2', 'password']), format)).toEqual({
      'com.microsoft.outlook.EmailProfile.AccountType': 'ModernAuth',
      'com.microsoft.outlook.EmailProfile.EmailAddress': 'gail@example.org',
      'com.microsoft.outlook.EmailProfile.EmailUPN': LOGIN,
    });
    expect(outlook(having(), format)).toMatchObject({
      'com.microsoft.outlook.EmailProfile.AccountType': 'BasicAuth',
      'com.microsoft.outlook.EmailProfile.ServerHostName': HOST,
    });
  });

  test.each([
    ['android', 'gmail-managed'],
    ['nine', 'managed'],
  ])('%s, whose key for it nobody names, is made where a password will do and refused otherwise', (client, format) => {
    expect(textOfFormat(having(['oauth2', 'password']), client, format)).toContain(HOST);
    expect(() => textOfFormat(having(['oauth2']), client, format)).toThrow(/choose “Modern” there/);
  });
});
