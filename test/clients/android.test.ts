import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { Account, Language } from '../../src/account.ts';
import { android } from '../../src/clients/android/index.ts';
import { payloads, refusesPayload } from '../../src/clients/thunderbird-android/payload.ts';
import { draw } from '../../src/clients/thunderbird-android/picture.ts';
import { texts } from '../../src/i18n/index.ts';
import { render } from '../../src/render/render.ts';
import { fixture, fixtures } from '../fixtures.ts';
import { attribute, byId, byTag, pairs, readHtml, textOf } from '../html.ts';

interface Page {
  readonly name: string;
  readonly language: Language;
  readonly account: Account;
  readonly html: string;
}

const noPage = ['oauth2-only'];
const accounts = fixtures();
const pages: Page[] = accounts.flatMap(({ name, account }) =>
  render(account, [android]).artifacts.map(({ path, bytes }) => {
    const [, other] = /\.(fr|en)\.html$/.exec(path) ?? [];
    // The pattern has these two languages and no other.
    const language = (other as Language | undefined) ?? account.language;
    return { name, language, account, html: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  }),
);

function page(name: string, language: Language): Tree.Document {
  const found = pages.find((each) => each.name === name && each.language === language);
  if (found === undefined) throw new Error(`${name} has no page in ${language}`);
  return readHtml(found.html);
}

/** What a section says to enter under a label. */
function entered(section: Tree.Element, label: string): string[] {
  return pairs(section)
    .filter((each) => each.label === label)
    .map(({ value }) => value);
}

describe('the page of steps', () => {
  test('is made in each language of the provider, the account’s under the plain name', () => {
    expect(render(fixture('plain'), [android]).artifacts.map(({ path }) => path)).toEqual([
      'android/setup.html',
      'android/setup.en.html',
    ]);
    expect(new Set(pages.map(({ name }) => name)).size).toBe(accounts.length - noPage.length);
  });

  test.each(pages)('of $name in $language has every value where it belongs', ({ account, language, html }) => {
    const document = readHtml(html);
    const words = texts(language);
    const rows = pairs(byTag(document, 'main')[0] ?? document);
    const servers = [...account.incoming, ...account.outgoing];

    const asks = (server: Account['outgoing'][0]) => server.authentication.some((each) => each !== 'none');
    const logins = new Set(servers.filter(asks).map(({ login }) => login));
    const loginLabels = new Set([
      words.page.login,
      words.page.loginIncoming,
      words.page.loginOutgoing,
      ...Object.values(words.android.apps).flatMap(({ labels }) => [labels.incomingLogin, labels.outgoingLogin]),
    ]);
    const shownLogins = rows.filter(({ label }) => loginLabels.has(label)).map(({ value }) => value);
    expect(shownLogins.length).toBeGreaterThan(3);
    for (const shown of shownLogins) expect(logins).toContain(shown);
    if (!logins.has(account.address)) expect(shownLogins).not.toContain(account.address);

    expect(rows.find(({ label }) => label === words.page.address)?.value).toBe(account.displayAddress);
    const values = rows.map(({ value }) => value);
    for (const { host, port } of servers) expect(values).toEqual(expect.arrayContaining([host, String(port)]));
    if (account.name !== undefined) expect(textOf(document)).toContain(account.name);
    expect(attribute(byTag(document, 'html')[0] as Tree.Element, 'lang')).toBe(language);
  });

  test.each(pages)('of $name in $language loads nothing and runs nothing', ({ html }) => {
    const document = readHtml(html);
    expect(byTag(document, 'script', 'img', 'iframe', 'object', 'embed', 'form', 'audio', 'video')).toEqual([]);
    for (const element of byTag(document, 'link')) expect(attribute(element, 'href')).toMatch(/^data:/);
    for (const style of byTag(document, 'style')) expect(textOf(style, [])).not.toMatch(/url\(|@import/i);
    for (const link of byTag(document, 'a'))
      expect(() => byId(document, (attribute(link, 'href') ?? '').slice(1))).not.toThrow();
    expect(html).not.toMatch(/\s(?:on\w+|style)="/);
  });

  test.each(pages.filter(({ account }) => refusesPayload(account) === undefined))(
    'of $name in $language shows the QR code of the account',
    ({ account, html }) => {
      const [payload = ''] = payloads([account]);
      const [drawing] = byTag(byId(readHtml(html), 'thunderbird'), 'svg');
      const dark = byTag(drawing as Tree.Element, 'path').map((path) => attribute(path, 'd'));
      expect(dark).toContain(draw(payload).path);
    },
  );

  test('starts where the role says', () => {
    const first = textOf(byId(page('primary', 'en'), 'gmail'));
    const further = textOf(byId(page('plain', 'en'), 'gmail'));
    expect(first).toContain('Got it › Add an email address › Other');
    expect(further).toContain('≡ › Settings › Add account › Other');
    expect(further).not.toContain('Got it');
    // Settings are reached only once there is an account.
    const fresh = textOf(byId(page('primary', 'en'), 'thunderbird'));
    expect(fresh).toContain('Get started › Import your account settings now › Select file');
    expect(fresh).not.toContain('Settings › Import settings');
    expect(textOf(byId(page('plain', 'en'), 'thunderbird'))).toContain('Settings › Import settings › Select file');
  });

  test('calls STARTTLS what each app calls it', () => {
    const document = page('plain', 'en');
    expect(entered(byId(document, 'thunderbird'), 'Security')).toEqual(['SSL/TLS', 'StartTLS']);
    expect(entered(byId(document, 'gmail'), 'Security type')).toEqual(['SSL/TLS', 'STARTTLS']);
    expect(entered(byId(document, 'samsung'), 'Security type')).toEqual(['SSL', 'TLS']);
    expect(entered(byId(document, 'outlook'), 'Security')).toEqual(['SSL/TLS', 'STARTTLS']);
  });

  test('asks for no login where the outgoing server asks for none', () => {
    const document = page('plain-text', 'en');
    expect(entered(byId(document, 'gmail'), 'Require signin')).toEqual(['off']);
    expect(entered(byId(document, 'gmail'), 'Username')).toEqual(['clear']);
    expect(entered(byId(document, 'thunderbird'), 'Authentication')).toEqual(['Normal password', 'None']);
    expect(entered(byId(document, 'thunderbird'), 'Security')).toEqual(['None', 'None']);
  });

  test('gives each server its own login', () => {
    const document = page('two-logins', 'en');
    expect(entered(byId(document, 'outlook'), 'IMAP username')).toEqual(['read-both']);
    expect(entered(byId(document, 'outlook'), 'SMTP username')).toEqual(['send-both@smtp.example.org']);
  });

  test('names POP3, and sends its people away from the app that has no known steps for it', () => {
    const document = page('pop3', 'en');
    expect(textOf(byId(document, 'gmail'))).toContain('Personal (POP3)');
    expect(entered(byId(document, 'thunderbird'), 'Protocol')).toEqual(['POP3']);
    expect(textOf(byId(document, 'outlook'))).toContain('Not for this mailbox');
    expect(entered(byId(document, 'outlook'), 'IMAP username')).toEqual([]);
  });

  test('takes IMAP for the app that knows no POP3, where the provider has both', () => {
    const document = page('university', 'en');
    expect(entered(byId(document, 'outlook'), 'IMAP host name')).toEqual(['imap.universite.example']);
  });

  test('sends people with an encrypted password to the one app that has it', () => {
    const document = page('cram-md5', 'en');
    expect(entered(byId(document, 'thunderbird'), 'Authentication')).toEqual([
      'Encrypted password',
      'Encrypted password',
    ]);
    expect(textOf(byId(document, 'gmail'))).toContain('CRAM-MD5');
    expect(entered(byId(document, 'gmail'), 'Username')).toEqual([]);
  });

  test('has no steps for an address that Thunderbird refuses, and says why', () => {
    const section = byId(page('internationalised-local', 'en'), 'thunderbird');
    expect(textOf(section)).toContain('plain ASCII');
    expect(pairs(section)).toEqual([]);
    expect(byTag(section, 'svg')).toEqual([]);
  });

  test('marks the labels that nobody held against a device', () => {
    const document = page('plain', 'en');
    const marked = ['thunderbird', 'gmail', 'samsung', 'outlook'].filter((id) =>
      textOf(byId(document, `${id}-title`), []).includes('may differ'),
    );
    expect(marked).toEqual(['gmail', 'samsung', 'outlook']);
  });

  test('is refused where nothing but OAuth 2.0 opens the mailbox', () => {
    const { artifacts, leftOut } = render(fixture('oauth2-only'), [android]);
    expect(artifacts).toEqual([]);
    expect(leftOut).toMatchObject([{ problem: { code: 'android.sign-in' } }]);
  });
});

test('the steps are as long in French as in English', () => {
  const lengths = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.length;
    if (typeof value !== 'object' || value === null) return typeof value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, lengths(member)]));
  };
  expect(lengths(texts('fr').android)).toEqual(lengths(texts('en').android));
});
