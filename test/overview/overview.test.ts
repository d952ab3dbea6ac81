import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { fileOffers, offers } from '../../src/artifacts/offers.ts';
import { type Artifact, render } from '../../src/artifacts/render.ts';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { type Client, defineClient, type FormatDefinition, unplanned } from '../../src/clients/client.ts';
import { clients } from '../../src/clients/index.ts';
import { describe as describeProblem } from '../../src/errors.ts';
import type { Account, Language, MailServer } from '../../src/model/account.ts';
import { renderOverview } from '../../src/pages/render-overview.ts';
import { texts } from '../../src/words/index.ts';
import { fixture, fixtures } from '../fixtures.ts';
import { attribute, byId, byTag, elements, pairs, readHtml, textOf } from '../html.ts';
import { bundleOf } from '../made.ts';

function bundle(account: Account, of: readonly Client[] = clients) {
  const { artifacts, leftOut } = of === clients ? bundleOf(account) : makeBundle(account, of);
  return { artifacts, leftOut, pages: artifacts.filter(({ format }) => format === 'overview') };
}

function html({ bytes }: Artifact): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes());
}

function languageOf({ path }: Artifact, account: Account): Language {
  const [, other] = /^index\.(fr|en)\.html$/.exec(path) ?? [];
  // The pattern has these two languages and no other.
  return (other as Language | undefined) ?? account.language;
}

/** A client of one file for each of these facts. */
function client(id: string, ...formats: Partial<Definition>[]): Client {
  const definitions = formats.map(
    (facts, index) =>
      ({
        id: `format-${index}`,
        mediaType: 'text/plain',
        audience: 'user',
        support: [],
        purpose: () => ({ title: `${id} ${index}`, use: 'Use it.' }),
        files: () => [{ name: `${index}.txt`, bytes: () => new Uint8Array() }],
        ...facts,
      }) as Definition,
  );
  return defineClient({
    id,
    title: id,
    devices: ['windows', 'android'],
    words: NO_WORDS,
    formats: [unplanned(definitions)],
  });
}

const NO_WORDS = { en: {}, fr: {} };
type Definition = FormatDefinition<object, typeof NO_WORDS.en>;

/** Is this a file for people, of which the page speaks? */
const isForPeople = (id: string, format: string) =>
  clients
    .find((each) => each.id === id)
    ?.formats('en')
    .some((each) => each.id === format && each.audience === 'user' && each.companion !== true);

/** Accounts to which programs sign in on a page of the provider: all programs, or some. */
const BY_PAGE: Readonly<Record<string, 'browser' | 'both' | 'certificate'>> = {
  'google-workspace': 'browser',
  'microsoft-365': 'browser',
  'oauth2-only': 'browser',
  'tls-certificate': 'certificate',
  oauth2: 'both',
  'own-identity-provider': 'both',
};

/** What the overview does not offer: a second mailbox would take the place of the first in a new `user.js`. */
const hidden = ({ role }: Account) => (role === 'additional' ? ['thunderbird/user-js'] : []);

const all = fixtures().flatMap(({ name, account }) => {
  const { artifacts, pages } = bundle(account);
  return pages.map((artifact) => ({
    name,
    account,
    artifact,
    language: languageOf(artifact, account),
    files: artifacts,
  }));
});

describe('offers', () => {
  const account = fixture('plain');
  const made = (of: readonly Client[]) =>
    offers(
      fileOffers(() => render(account, of).artifacts, account),
      [],
      of,
      account,
      'en',
    );

  test('are grouped by device, in the order of the clients and of their formats', () => {
    const { devices } = made([client('b', {}, { devices: ['linux'] }), client('a', {}, { devices: ['windows'] })]);
    expect(devices.map(({ device, name, offers }) => [device, name, ...offers.map(({ path }) => path)])).toEqual([
      ['windows', 'Windows', 'b/0.txt', 'a/0.txt', 'a/1.txt'],
      ['linux', 'Linux', 'b/1.txt'],
      ['android', 'Android', 'b/0.txt', 'a/0.txt'],
    ]);
  });

  test('leave out companions, and give administrators what is not for people', () => {
    const { devices, administrators } = made([
      client('a', { companion: true }, { audience: 'admin' }, { audience: 'server' }),
    ]);
    expect(devices).toEqual([]);
    expect(administrators.map(({ path }) => path)).toEqual(['a/1.txt', 'a/2.txt']);
  });

  test('name the guide in the language of the reader', () => {
    const { artifacts } = bundleOf(account);
    const noFiles = () => [];
    const guide = (language: Language) =>
      offers(noFiles, artifacts, clients, account, language)
        .devices.flatMap((device) => device.guides)
        .find(({ path }) => path.includes('samsung'));
    expect(guide('fr')).toMatchObject({ path: 'android/samsung.html', unsuitable: false });
    expect(guide('en')).toMatchObject({ path: 'android/samsung.en.html', unsuitable: false });
  });
});

describe('the overview', () => {
  test('is index.html in the language of the account, linked with the other', () => {
    const { pages } = bundle(fixture('plain'));
    expect(pages.map(({ path, client: id, format, audience }) => [path, id, format, audience])).toEqual([
      ['index.html', 'facteur', 'overview', 'user'],
      ['index.en.html', 'facteur', 'overview', 'user'],
    ]);
    const [french, english] = pages.map((each) => readHtml(html(each)));
    const target = (page: Tree.Document | undefined) =>
      byTag(page as Tree.Document, 'a')
        .filter((link) => attribute(link, 'hreflang') !== undefined)
        .map((link) => [attribute(link, 'hreflang'), attribute(link, 'href')]);
    expect(target(french)).toEqual([['en', 'index.en.html']]);
    expect(target(english)).toEqual([['fr', 'index.html']]);
  });

  test.each(all)('of $name in $language has every value where it belongs', ({ name, account, artifact, language }) => {
    const document = readHtml(html(artifact));
    const words = texts(language).page;
    const byPage = BY_PAGE[name];
    const rows = pairs(document);
    const servers = [...account.incoming, ...account.outgoing];
    const services = [account.calendar, account.contacts, account.exchange, account.directory].filter(
      (each) => each !== undefined,
    );

    const shown = rows
      .filter(({ label }) => [words.login, words.loginIncoming, words.loginOutgoing].includes(label))
      .map(({ value }) => value);
    const asks = (server: MailServer) => server.authentication.some((each) => each !== 'none');
    const logins = new Set([...servers.filter(asks), ...services].map(({ login }) => login));
    expect(new Set(shown)).toEqual(logins);

    expect(rows.find(({ label }) => label === words.address)?.value).toBe(account.displayAddress);
    const tables = byTag(document, 'table').map((table) => pairs(table).map(({ value }) => value));
    servers.forEach(({ host, port, security }, index) => {
      expect(tables[index]?.slice(0, 3)).toEqual([host, String(port), words.security[security]]);
    });
    if (account.name !== undefined) expect(textOf(document)).toContain(account.name);
    expect(attribute(byTag(document, 'html')[0] as Tree.Element, 'lang')).toBe(language);
    expect(textOf(document)).toContain(byPage === undefined ? words.noPassword : words.noPasswordAsked[byPage]);
  });

  test.each(all)(
    'of $name in $language links only to files of the bundle and to the provider',
    ({ account, artifact, files }) => {
      const document = readHtml(html(artifact));
      const paths = files.map(({ path }) => path);
      const { webmail, portal, passwordRecovery, documentation, site, support, appPassword } = account.provider;
      const help = support && [`mailto:${support.email}`, `tel:${support.phone?.replaceAll(' ', '')}`, support.url];
      const own = [webmail, portal, passwordRecovery, site, appPassword?.url, ...(help ?? [])];
      const outside = [...own, ...documentation.map(({ url }) => url)];
      const reached = byTag(document, 'a').map((link) => {
        const href = attribute(link, 'href') ?? '';
        if (href.startsWith('#')) return byId(document, href.slice(1)) && undefined;
        if (/^[a-z]+:/i.test(href)) return expect(outside).toContain(href);
        expect(paths).toContain(decodeURIComponent(href));
        return decodeURIComponent(href);
      });
      const offered = files.filter(({ client: id, format: formatId }) => {
        const format = clients
          .find((each) => each.id === id)
          ?.formats('en')
          .find((each) => each.id === formatId);
        return format !== undefined && format.companion !== true && !hidden(account).includes(`${id}/${formatId}`);
      });
      for (const { client: id, format: formatId, path } of files) {
        if (hidden(account).includes(`${id}/${formatId}`)) expect(reached).not.toContain(path);
      }
      expect(reached).toEqual(expect.arrayContaining(offered.map(({ path }) => path)));
    },
  );

  test('leads to the page about getting the account in the same language, where there is one', () => {
    const hrefs = (name: string) =>
      bundle(fixture(name)).pages.map((each) =>
        byTag(readHtml(html(each)), 'a')
          .map((link) => attribute(link, 'href') ?? '')
          .filter((href) => href.startsWith('account')),
      );
    expect(hrefs('plain')).toEqual([['account.html'], ['account.en.html']]);
    expect(hrefs('idn')).toEqual([[], []]);
  });

  test.each(all)('of $name in $language loads nothing and runs nothing', ({ artifact }) => {
    const document = readHtml(html(artifact));
    expect(byTag(document, 'script', 'img', 'iframe', 'object', 'embed', 'form')).toEqual([]);
    for (const element of byTag(document, 'link')) expect(attribute(element, 'href')).toMatch(/^data:/);
    for (const style of byTag(document, 'style')) expect(textOf(style, [])).not.toMatch(/url\(|@import/i);
    expect(html(artifact)).not.toMatch(/\s(?:on\w+|style)="/);
    const meta = (name: string) =>
      elements(document, (each) => attribute(each, 'name') === name || attribute(each, 'http-equiv') === name).map(
        (each) => attribute(each, 'content'),
      );
    expect(meta('Content-Security-Policy')[0]).toMatch(/^default-src 'none';/);
    expect(meta('referrer')).toEqual(['no-referrer']);
    expect(meta('robots')).toEqual(['noindex']);
  });

  test.each(all)('of $name in $language has one h1, no level left out and no id twice', ({ artifact }) => {
    const document = readHtml(html(artifact));
    const levels = byTag(document, 'h1', 'h2', 'h3', 'h4').map(({ tagName }) => Number(tagName[1]));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
    const ids = elements(document, () => true).flatMap((each) => attribute(each, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(byTag(document, 'main').length).toBe(1);
  });

  test('says what could not be made and why, and hides that from nobody', () => {
    const account = fixture('oauth2-only');
    const { leftOut, pages } = bundle(account);
    const shown = textOf(readHtml(html(pages[0] as Artifact)));
    const reasons = leftOut
      .filter(({ client, format }) => isForPeople(client, format))
      .map(({ problem }) => describeProblem(problem, account.language, 'person'));
    expect(reasons.length).toBeGreaterThan(2);
    for (const reason of reasons) expect(shown).toContain(reason);
  });

  test('gives no login for a directory that answers whoever asks', () => {
    const account = fixture('tls-certificate');
    const [page] = bundle(account).pages;
    const table = byTag(readHtml(html(page as Artifact)), 'table')
      .map((each) => textOf(each).replaceAll(/\s+/g, ' '))
      .at(-1);
    const { directory, authenticationLabel, authentication } = texts(account.language).page;
    expect(table).toContain(directory);
    expect(table).toContain(`${authenticationLabel} ${authentication.none}`);
    expect(table).not.toContain('cert');
  });

  test('stands without a single file', () => {
    const account = fixture('plain');
    const nothing = () => ({ offers: () => [], artifacts: [], leftOut: [] });
    const [page] = renderOverview(account, nothing, clients);
    const document = readHtml(html(page as Artifact));
    expect(textOf(document)).toContain(texts('fr').overview.nothing({ webmail: true }));
    const without = { ...account, provider: { ...account.provider, webmail: undefined } };
    const [other] = renderOverview(without, nothing, clients);
    expect(textOf(readHtml(html(other as Artifact)))).not.toMatch(/webmail/i);
    expect(byTag(document, 'table').length).toBe(2);
  });

  test('encodes a path that a link would read otherwise', () => {
    const odd = client('a', {
      files: () => [{ name: 'q?a #1%.txt', bytes: () => new Uint8Array() }],
    } as Partial<Definition>);
    const [page] = bundle(fixture('plain'), [odd]).pages;
    const hrefs = byTag(readHtml(html(page as Artifact)), 'a').map((link) => attribute(link, 'href'));
    expect(hrefs).toContain('a/q%3Fa%20%231%25.txt');
  });

  test('says when calendar, contacts or Exchange have a login of their own, and only then', () => {
    const shown = (name: string) => textOf(readHtml(html(bundle(fixture(name)).pages[0] as Artifact)));
    expect(shown('university')).toContain(texts('fr').overview.otherLogins);
    expect(shown('plain')).not.toContain(texts('fr').overview.otherLogins);
  });

  test('tells people with two logins of both', () => {
    const [page] = bundle(fixture('two-logins')).pages;
    const rows = pairs(readHtml(html(page as Artifact)));
    expect(rows).toContainEqual({ label: 'Login for receiving', value: 'read-both' });
    expect(rows).toContainEqual({ label: 'Login for sending', value: 'send-both@smtp.example.org' });
  });
});
