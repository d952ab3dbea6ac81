import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { fileOffers, offers } from '../../src/artifacts/offers.ts';
import { type Artifact, render } from '../../src/artifacts/render.ts';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { type Client, defineClient, type FormatDefinition, unplanned } from '../../src/clients/client.ts';
import { clients } from '../../src/clients/index.ts';
import { describe as describeProblem } from '../../src/errors.ts';
import type { Account, Language, MailServer } from '../../src/model/account.ts';
import { asksOfAccount, typesPassword } from '../../src/model/sign-in.ts';
import { renderOverview } from '../../src/pages/render-overview.ts';
import { scripts } from '../../src/pages/scripts.generated.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { texts } from '../../src/words/index.ts';
import { fixture, fixtures, makeProfile, readProfile } from '../fixtures.ts';
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

/** Is this page in that language? */
function isIn(path: string, language: Language, account: Account): boolean {
  const other = /\.(fr|en)\.html$/.exec(path)?.[1];
  return (other ?? account.language) === language;
}

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
      ['android', 'Android', 'b/0.txt', 'a/0.txt'],
      ['linux', 'Linux', 'b/1.txt'],
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

  test.each(all)('of $name in $language has every value where it belongs', ({ account, artifact, language }) => {
    const document = readHtml(html(artifact));
    const { page: words, guides } = texts(language);
    const [table] = byTag(document, 'table');
    if (table === undefined) throw new Error('the page has no values');
    const rows = pairs(table);
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

    expect(rows.find(({ label }) => label === words.addressRow)?.value).toBe(account.displayAddress);
    expect(rows.find(({ label }) => label === words.nameRow)?.value).toBe(account.name);
    // Each group of lines is one server, the port and its protection in one.
    const groups = byTag(table, 'tbody').map((group) => pairs(group).map(({ value }) => value.replaceAll(/\s+/g, ' ')));
    servers.forEach(({ host, port, security }, index) => {
      expect(groups[index + 1]?.slice(0, 2)).toEqual([host, `${port} · ${words.security[security]}`]);
    });
    const password = rows.find(({ label }) => label === words.password)?.value;
    const typed = typesPassword(asksOfAccount(account));
    const { appPassword } = account.provider;
    expect(password).toBe(typed ? (appPassword ? guides.yourAppPassword : guides.yourPassword) : undefined);
    if (appPassword !== undefined && typed) expect(html(artifact)).toContain(`href="${appPassword.url}"`);
    expect(attribute(byTag(document, 'html')[0] as Tree.Element, 'lang')).toBe(language);
  });

  test.each(all)(
    'of $name in $language links only to files of the bundle and to the provider',
    ({ account, artifact, files, language }) => {
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
      // A guide has the files of its client; a program without one is a row that downloads.
      const guided = new Set(clients.filter(({ guides }) => guides.length > 0).map(({ id }) => id));
      const bare = files.filter(({ client, format }) => isForPeople(client, format) && !guided.has(client));
      const pages = files.filter(({ path, mediaType }) => {
        return mediaType.startsWith('text/html') && path.endsWith('.html') && isIn(path, language, account);
      });
      // Where no Thunderbird suits, it is named once.
      const refused = elements(document, (each) => attribute(each, 'class') === 'quiet under').map((each) =>
        textOf(each),
      );
      const isSaid = ({ path }: { readonly path: string }) =>
        !path.includes('classic') || !/Thunderbird/.test(refused.join());
      const wanted = [...bare, ...pages.filter(({ client }) => guided.has(client)).filter(isSaid)];
      expect(reached).toEqual(expect.arrayContaining(wanted.map(({ path }) => path)));
      for (const { client, format, path } of files)
        if (guided.has(client) && clients.some(({ id }) => id === client) && !path.endsWith('.html') && format !== '')
          expect(reached).not.toContain(path);
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

  test.each(all)('of $name in $language loads nothing and runs nothing but the script that copies', ({ artifact }) => {
    const document = readHtml(html(artifact));
    expect(byTag(document, 'iframe', 'object', 'embed', 'form')).toEqual([]);
    // The one script is ours, and the one picture the logo that the page has in itself.
    expect(byTag(document, 'script').map((each) => textOf(each, []))).toEqual([scripts.copy.text]);
    for (const image of byTag(document, 'img')) expect(attribute(image, 'src')).toMatch(/^data:image\//);
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

  test('names last, in one line, what is not for this mailbox, and no file or reason for administrators', () => {
    const account = fixture('oauth2-only');
    const { leftOut, pages } = bundle(account);
    const document = readHtml(html(pages[0] as Artifact));
    const shown = textOf(document);
    const of = (client: string) => clients.find(({ id }) => id === client);
    const without = leftOut.filter(
      ({ client, format }) => isForPeople(client, format) && of(client)?.guides.length === 0,
    );
    const named = byTag(byId(document, 'linux'), 'p')
      .map((each) => textOf(each))
      .find((each) => each.startsWith(texts(account.language).overview.notForThis));
    expect(without.length).toBeGreaterThan(2);
    for (const { client } of without)
      if (of(client)?.devices.includes('linux')) expect(named).toContain(of(client)?.title);
    for (const { problem } of leftOut)
      expect(shown).not.toContain(describeProblem(problem, account.language, 'person'));
  });

  test('has what comes with the device first, phones before Linux, and programs of the terminal in a fold of their own', () => {
    const document = readHtml(html(bundle(fixture('plain')).pages[1] as Artifact));
    const rows = (device: string) =>
      elements(byId(document, device), (each) => attribute(each, 'class') === 'row').map((each) =>
        textOf(each, []).trim(),
      );
    // As a screen reader says it, and as it is copied.
    expect(rows('ios')[0]).toBe('Mail on iPhone and iPad – one file does it all');
    expect(rows('macos')[0]).toBe('Mail on the Mac – one file does it all');
    expect(rows('android')[0]).toMatch(/^Thunderbird/);
    expect(rows('windows').filter((each) => each.startsWith('Outlook'))).toEqual([
      'Outlook (classic) – with a File menu: 2013 to 2024, Microsoft 365',
    ]);
    const folds = byTag(document, 'details').map((each) => attribute(each, 'id'));
    expect(folds.filter((id) => id !== undefined && id !== 'by-hand')).toEqual([
      'windows',
      'macos',
      'ios',
      'android',
      'linux',
    ]);
    const terminal = byTag(byId(document, 'linux'), 'details').find((each) => /^In the terminal/.test(textOf(each)));
    expect(terminal && textOf(terminal)).toContain('aerc');
    expect(terminal && textOf(terminal)).not.toContain('Evolution');
  });

  test.each(['served', 'in a folder'])(
    'says how a program of the terminal is set up, used and left again: %s',
    (where) => {
      const served = where === 'served' ? { device: 'linux' as const, start: 'https://mail.example/' } : undefined;
      const page = makeBundle(fixture('plain'), clients, { served }).at('index.en.html');
      const fold = byTag(readHtml(html(page as Artifact)), 'details').find((each) => /^msmtp/.test(textOf(each)));
      if (fold === undefined) throw new Error('there is no fold for msmtp');
      const lines = elements(fold, (each) => attribute(each, 'translate') === 'no').map((each) => textOf(each));
      const name = 'msmtp-prenom.nom@cnrs.fr';
      const wanted =
        served === undefined ? ['sh msmtp/install.sh', 'sh msmtp/remove.sh'] : [`${name}-install`, `${name}-remove`];
      expect([lines[0], lines[2]].map((line, index) => line?.slice(-(wanted[index] ?? '').length))).toEqual(wanted);
      expect(lines[1]).toBe('msmtp -a prenom.nom@cnrs.fr');
      expect(byTag(fold, 'a').map((link) => [attribute(link, 'href'), attribute(link, 'download')])).toEqual([
        ['msmtp/install.sh', `${name}-install.sh`],
        ['msmtp/msmtprc', ''],
        ['msmtp/remove.sh', `${name}-remove.sh`],
      ]);
    },
  );

  test('of a mailbox on Exchange alone begins with the webmail where no program suits', () => {
    const { account } = fixtures().find(({ name }) => name === 'exchange-only') as ReturnType<typeof fixtures>[number];
    const page = makeBundle(account, clients).at('index.html');
    const fold = byId(readHtml(html(page as Artifact)), 'linux');
    const [first, ...others] = byTag(fold as Tree.Element, 'a').map((link) => attribute(link, 'href'));
    expect(first).toBe('webmail/webmail.html');
    // Two versions of one program are one that does not suit.
    expect(others.filter((href) => href?.startsWith('thunderbird/'))).toEqual(['thunderbird/thunderbird.html']);
  });

  test.each([
    ['google', 'anna@orchard.example'],
    ['microsoft-365', 'anna@lantern.example'],
  ])('names the Outlooks that open the page of %s, and warns nobody of the maker whose mailbox it is', (id, who) => {
    const { account } = resolve({ who }, [readProfile(id, 'test/providers/profiles')]);
    const document = readHtml(html(makeBundle(account, clients).at('index.html') as Artifact));
    const rows = byTag(document, 'a').map((each) => textOf(each, []));
    const classic = rows.filter((row) => /^Outlook \(classic\)/.test(row));
    expect(classic.length).toBeGreaterThan(0);
    for (const row of classic) expect(row).toMatch(/2016 to 2024/);
    expect(rows.some((row) => /by way of Microsoft/.test(row))).toBe(id === 'google');
  });

  test('praises no program that is not for this mailbox, and no file that there is not', () => {
    const of = (name: string) => {
      const pages = bundle(fixture(name)).pages.map((each) => textOf(readHtml(html(each)), ['style', 'script']));
      return pages.map((each) => each.replaceAll(/\s+/g, ' ')).join(' ');
    };
    const alone = fixtures().find(({ name }) => name === 'exchange-only')?.account as Account;
    const said = bundle(alone)
      .pages.map((each) => textOf(readHtml(html(each)), ['style', 'script']))
      .join(' ');
    expect(said).toContain('Thunderbird');
    expect(said).not.toMatch(/\(free\)|\(gratuit\)|free;|libre ;/);
    // What tells it from another program stays.
    expect(said).toContain('(without a File menu)');
    expect(of('plain')).toContain('Thunderbird – free');
    expect(of('plain')).toContain('Outlook for iPhone and iPad – your mail goes by way of Microsoft');
    // No profile signs in at Google or Microsoft: Mail does, in steps.
    for (const name of ['google-workspace', 'microsoft-365'])
      expect(of(name).includes('one file does it all')).toBe(
        bundle(fixture(name)).pages.some((each) => html(each).includes('.mobileconfig')) ||
          makeBundle(fixture(name), clients).artifacts.some(({ path }) => path.endsWith('.mobileconfig')),
      );
  });

  test('gives no login for a directory that answers whoever asks', () => {
    const account = fixture('tls-certificate');
    const [page] = bundle(account).pages;
    const table = byTag(readHtml(html(page as Artifact)), 'tbody')
      .map((each) => textOf(each).replaceAll(/\s+/g, ' '))
      .at(-1);
    const { directory, authenticationLabel, authentication } = texts(account.language).page;
    expect(table).toContain(directory);
    expect(table).toContain(`${authenticationLabel}${authentication.none}`);
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
    expect(byTag(document, 'table').length).toBe(1);
  });

  test('encodes a path that a link would read otherwise', () => {
    const odd = client('a', {
      files: () => [{ name: 'q?a #1%.txt', bytes: () => new Uint8Array() }],
    } as Partial<Definition>);
    const [page] = bundle(fixture('plain'), [odd]).pages;
    const hrefs = byTag(readHtml(html(page as Artifact)), 'a').map((link) => attribute(link, 'href'));
    expect(hrefs).toContain('a/q%3Fa%20%231%25.txt');
  });

  test('marks a login that is not the address, and only that', () => {
    const marked = (account: Account) =>
      elements(readHtml(html(bundle(account).pages[0] as Artifact)), ({ tagName, attrs }) => {
        return tagName === 'tr' && attrs.some(({ value }) => value === 'login');
      }).map((each) => textOf(each).trim());
    expect(marked(fixture('plain'))).toEqual(['Identifiantprenom.nom@ods.services']);
    expect(marked(resolve({ who: 'a@example.org' }, [makeProfile({})]).account)).toEqual([]);
  });

  test('tells which services have no login, and of whom to learn it', () => {
    const profile = makeProfile({ contacts: { url: 'https://dav.example.org/', login: 'ask' } });
    const { account } = resolve({ who: 'a@example.org', language: 'en' }, [profile]);
    const shown = textOf(readHtml(html(bundle(account).pages[0] as Artifact)));
    const { overview, page } = texts('en');
    const whom = page.whom({ support: false });
    expect(shown).toContain(overview.withoutLogin({ services: page.contacts, whom }));
  });

  test('tells people with two logins of both', () => {
    const [page] = bundle(fixture('two-logins')).pages;
    const rows = pairs(readHtml(html(page as Artifact)));
    expect(rows).toContainEqual({ label: 'Login for receiving', value: 'read-both' });
    expect(rows).toContainEqual({ label: 'Login for sending', value: 'send-both@smtp.example.org' });
  });
});
