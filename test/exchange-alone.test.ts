import { parse } from 'plist';
import { describe, expect, test } from 'vitest';
import { makeBundle } from '../src/bundle/bundle.ts';
import { clients } from '../src/clients/index.ts';
import { describe as told } from '../src/errors.ts';
import type { Account } from '../src/model/account.ts';
import { resolve } from '../src/resolve/resolve.ts';
import { texts } from '../src/words/index.ts';
import { decode } from './decode.ts';
import { fixtures, makeProfile } from './fixtures.ts';
import { attribute, byId, byTag, pairs, readHtml, textOf } from './html.ts';
import { made } from './made.ts';

const alone = fixtures().find(({ name }) => name === 'exchange-only')?.account as Account;
const exchangeOf = (offers: object) => {
  const profile = makeProfile({ exchange: { host: 'mail.example.org', ...offers } });
  return resolve({ who: 'ann@example.org' }, [{ ...profile, incoming: undefined, outgoing: undefined }]).account;
};
const formats = (account: Account) =>
  makeBundle(account, clients)
    .artifacts.filter(({ path }) => !path.endsWith('.html'))
    .map(({ client, format }) => `${client}/${format}`);

describe('a mailbox on Exchange alone', () => {
  const { artifacts, leftOut } = makeBundle(alone, clients);

  test('has the files that are for Exchange, and no other', () => {
    const phones = ['apple/exchange-ios', 'android/gmail-managed', 'nine/managed', 'outlook/android-managed'];
    expect(formats(alone).sort()).toEqual([...phones, 'apple/exchange-macos', 'outlook/ios-managed'].sort());
    expect(formats(exchangeOf({ webServices: true }))).toEqual(['apple/exchange-macos']);
    expect(formats(exchangeOf({ activeSync: true }))).not.toContain('apple/exchange-macos');
  });

  test('is refused by every other format, in one sentence with the server, the login and what helps', () => {
    const files = clients.flatMap((client) =>
      client.formats('en').map((format) => ({ key: `${client.id}/${format.id}`, format })),
    );
    const reasons = new Map(leftOut.map(({ client, format, problem }) => [`${client}/${format}`, problem]));
    for (const { key, format } of files) {
      if (formats(alone).includes(key) || format.applies?.(alone) === false) continue;
      expect([key, reasons.get(key)?.code]).toEqual([key, 'account.exchange-alone']);
    }
    const [{ problem } = { problem: undefined }] = leftOut;
    if (problem === undefined) throw new Error('nothing is left out');
    for (const language of ['en', 'fr'] as const)
      for (const part of ['mail.example.org', 'EXAMPLE\\ann.other', 'Exchange', 'IMAP'])
        expect(told(problem, language)).toContain(part);
  });

  test('has no page and no file with a server or a port that does not exist', () => {
    for (const artifact of artifacts) {
      const text = decode(made(artifact));
      expect(text, artifact.path).not.toMatch(/\b(?:imap|pop3?|smtp|submission)\.[a-z]+\.[a-z]/i);
      expect(text.replace(/<style>[\s\S]*?<\/style>/g, ''), artifact.path).not.toMatch(
        /\b(?:993|995|143|110|587|465)\b/,
      );
    }
  });

  test('has the login of Exchange in the profiles of both systems, as a reader of property lists finds it', () => {
    for (const [format, type, key] of [
      ['exchange-ios', 'com.apple.eas.account', 'UserName'],
      ['exchange-macos', 'com.apple.ews.account', 'UserName'],
    ] as const) {
      const artifact = artifacts.find((each) => each.format === format);
      const profile = parse(decode(made(artifact as NonNullable<typeof artifact>))) as {
        PayloadContent: Record<string, unknown>[];
      };
      const types = profile.PayloadContent.map(({ PayloadType }) => PayloadType);
      expect(types).toContain(type);
      expect(types).not.toContain('com.apple.mail.managed');
      const payload = profile.PayloadContent.find(({ PayloadType }) => PayloadType === type);
      expect(payload).toMatchObject({ Host: 'mail.example.org', [key]: 'EXAMPLE\\ann.other' });
    }
  });

  const page = (path: string) => {
    const artifact = artifacts.find((each) => each.path === path);
    return decode(made(artifact as NonNullable<typeof artifact>));
  };

  test.each([
    ['outlook/outlook', 'steps'],
    ['outlook/outlook-mac', 'steps'],
    ['outlook/outlook-ios', 'steps'],
    ['outlook/outlook-android', 'steps'],
    ['android/gmail', 'steps'],
    ['android/samsung', 'steps'],
    ['apple/mail-ios', 'by-hand'],
    ['apple/mail-macos', 'by-hand'],
  ])(
    'has steps on the page %s, as others have, with address, login and password under the labels of the program',
    (path, id) => {
      for (const language of ['', '.fr']) {
        const document = readHtml(page(`${path}${language}.html`));
        const steps = byId(document, id);
        expect(byTag(steps, 'li').length).toBeGreaterThan(2);
        const values = pairs(steps).map(({ value }) => value);
        expect(values).toEqual(expect.arrayContaining(['ann.other@example.org', 'EXAMPLE\\ann.other']));
        expect(values).toContain(texts(language === '' ? 'en' : 'fr').guides.yourPassword);
        expect(page(`${path}${language}.html`)).not.toMatch(/SMTP|IMAP|POP3/);
      }
    },
  );

  test('says of a refused password what is so there: one user name, and no server for sending', () => {
    const refused = (path: string) => textOf(byId(readHtml(page(path)), 'refused'));
    const { guides } = texts('en');
    const { differs } = guides.refusedExchange;
    const login = { incoming: 'EXAMPLE\\ann.other' };
    for (const path of ['apple/mail-ios.html', 'apple/mail-macos.html', 'outlook/outlook.html'])
      expect(refused(path)).toContain(differs(login));
    expect(refused('apple/mail-ios.html')).toContain(guides.refusedBy.file);
    expect(refused('outlook/outlook.html')).not.toContain(guides.refusedBy.file);
    expect(refused('outlook/outlook.html')).toContain('asks for the password again and again');
  });

  test('names the activation where a password is refused', () => {
    const profile = makeProfile({
      exchange: { host: 'mail.example.org', activeSync: true, webServices: true },
      webmail: 'https://mail.example.org/',
      portal: 'https://id.example.org/',
      onboarding: {
        activation: { steps: [{ say: { en: 'Open the portal.', fr: 'Ouvrez le portail.' }, link: 'portal' }] },
      } as never,
    });
    const { account } = resolve({ who: 'ann@example.org' }, [{ ...profile, incoming: undefined, outgoing: undefined }]);
    const pages = makeBundle(account, clients).artifacts;
    for (const path of ['apple/mail-ios.html', 'outlook/outlook.html', 'webmail/webmail.html']) {
      const artifact = pages.find((each) => each.path === path);
      const refused = byId(readHtml(decode(made(artifact as NonNullable<typeof artifact>))), 'refused');
      expect(byTag(refused, 'a').map((link) => attribute(link, 'href'))).toContain('../account.html');
      expect(textOf(refused)).toContain(texts('en').guides.activation);
    }
  });

  test('is told on the pages of programs that do not know Exchange why not', () => {
    for (const path of ['thunderbird/thunderbird.html', 'android/fairemail.html'])
      expect(page(path)).toContain('Not for this mailbox.');
    expect(page('outlook/outlook-new.html')).toContain('The new Outlook will not do');
  });
});

describe('a domain with servers of its own', () => {
  const account = fixtures().find(({ name }) => name === 'domain-servers')?.account as Account;
  const { artifacts } = makeBundle(account, clients);

  test('has them in every file and on every page, and nothing of the provider in their place', () => {
    for (const artifact of artifacts) {
      // A picture, and a package of files that are looked at by themselves.
      if (/\.(?:png|zip)$/.test(artifact.path)) continue;
      const text = decode(made(artifact));
      for (const wrong of [
        'imap.example.org',
        'smtp.example.org',
        'ldap.example.org',
        'webmail.example.org',
        'calendar.example.org',
      ])
        expect([artifact.path, text.includes(wrong)]).toEqual([artifact.path, false]);
    }
    const profile = artifacts.find(({ client, format }) => client === 'apple' && format === 'profile');
    const text = decode(made(profile as NonNullable<typeof profile>));
    for (const right of [
      'imap.physics.example.org',
      'dav.physics.example.org',
      'contacts.example.org',
      'webmail.physics',
    ])
      expect(text).toContain(right);
  });
});
