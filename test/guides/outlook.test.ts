import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { clients } from '../../src/clients/index.ts';
import { packageNames } from '../../src/clients/outlook/package-names.ts';
import type { Account, Authentication, Language } from '../../src/model/account.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { fixture, makeProfile } from '../fixtures.ts';
import { attribute, byId, byTag, elements, pairs, readHtml, textOf } from '../html.ts';
import { readZip } from '../readers/zip.ts';

/* One page for every classic Outlook on Windows, and that of the new one, which leads back to it. */

const LOGIN = 'prenom.nom@ods.services';
const roles = ['additional', 'primary'] as const;
const languages = ['fr', 'en'] as const;
/** Those of the CNRS procedure, and what has come since. */
const VERSIONS = ['2013', '2016', '2019', '2021', '2024', 'Microsoft 365'];

const cases = roles.flatMap((role) => languages.map((language) => ({ role, language })));
const plain = (role: Account['role']): Account => ({ ...fixture('plain'), role });

/** A page of the folder of Outlook; its own language has the plain name. */
function pageOf(account: Account, name: string, language: Language = account.language): Tree.Document {
  const path = `outlook/${name}${language === account.language ? '' : `.${language}`}.html`;
  const bytes = makeBundle(account, clients).at(path)?.bytes();
  if (bytes === undefined) throw new Error(`no ${path}`);
  return readHtml(new TextDecoder().decode(bytes));
}

const mainOf = (document: Tree.Document) => byTag(document, 'main')[0] as Tree.Element;
const said = (node: Tree.Node) => textOf(node, ['script', 'style']).replace(/\s+/g, ' ').trim();
const ofClass = (node: Tree.Document | Tree.Element, name: string) =>
  elements(node, (each) => (attribute(each, 'class') ?? '').split(' ').includes(name));
const hrefs = (node: Tree.Document | Tree.Element) => byTag(node, 'a').map((each) => attribute(each, 'href') ?? '');
/** What a program calls something; values to copy are no labels. */
const labels = (node: Tree.Element) =>
  byTag(node, 'b')
    .filter((each) => attribute(each, 'class') === undefined)
    .map((each) => textOf(each));

function byOutlook(authentication: Authentication[], changes: Parameters<typeof makeProfile>[0] = {}): Account {
  const profile = makeProfile({
    login: '{local}@login.example.org',
    incoming: [{ protocol: 'imap', host: 'outlook.office365.com', security: 'tls', authentication }],
    outgoing: [{ host: 'smtp.office365.com', security: 'starttls', authentication }],
    ...changes,
  });
  return resolve({ who: 'gail@example.org', language: 'en' }, [profile]).account;
}

describe.each(cases)('the page of classic Outlook, $role, $language', ({ role, language }) => {
  const document = pageOf(plain(role), 'outlook', language);
  const main = mainOf(document);
  const taps = byId(document, 'steps').childNodes.filter((each) => 'tagName' in each) as Tree.Element[];

  test('names every version, for who looks for one, and tells what differs in the way by hand', () => {
    const hand = said(byId(document, 'by-hand'));
    for (const version of VERSIONS) {
      expect(said(main)).toContain(version);
      expect(hand).toContain(version);
    }
    // What 2013 and 2016 call the two kinds of encryption.
    expect(hand).toMatch(/2013 (?:and|et) 2016 (?:say|disent) SSL .* SSL\/TLS.* TLS .* STARTTLS/);
  });

  test('has the button first, with the size of the file, and three taps', () => {
    const [button] = ofClass(main, 'go');
    const bytes = makeBundle(plain(role), clients).at('outlook/install.zip')?.bytes() ?? new Uint8Array();
    expect(button && attribute(button, 'href')).toBe('install.zip');
    expect(said(button as Tree.Element)).toMatch(
      new RegExp(`install\\.zip \\(${Math.ceil(bytes.length / 1000)}\\s(?:kB|Ko)\\)$`),
    );
    expect(taps).toHaveLength(3);
  });

  test('calls the files of the package what Windows shows of their names', () => {
    const bytes = makeBundle(plain(role), clients).at('outlook/install.zip')?.bytes() ?? new Uint8Array();
    const members = readZip(bytes).map(({ name }) => name.replace(/\.\w+$/, ''));
    // The package is in the person's language, and the other page is for who reads it all the same.
    if (language !== plain(role).language) return;
    expect(labels(taps[1] as Tree.Element)).toContain(members[0]);
    expect(labels(ofClass(main, 'works')[0] as Tree.Element)).toEqual([members[1]]);
  });

  test('draws the window of SmartScreen for who sees, with the same labels in the text beside it', () => {
    const [drawn, ...others] = ofClass(main, 'dialog');
    expect(others).toEqual([]);
    expect(drawn && attribute(drawn, 'aria-hidden')).toBe('true');
    const clicks = byTag(drawn as Tree.Element, 'u', 's').map((each) => textOf(each));
    expect(clicks).toHaveLength(2);
    expect(labels(taps[1] as Tree.Element)).toEqual(expect.arrayContaining(clicks));
  });

  test('asks for name, address and password in Outlook, and says when to stop', () => {
    const last = taps[2] as Tree.Element;
    const asked = pairs(last);
    expect(asked.map(({ value }) => value)).toContain('prenom.nom@cnrs.fr');
    expect(asked).toHaveLength(3);
    // There nobody types the login: Outlook reads it.
    expect(said(last)).not.toContain(LOGIN);
    expect(hrefs(last)).toEqual(['#by-hand']);
    const adds = labels(last).some((label) => /^(?:Add Account|Ajouter un compte)$/.test(label));
    expect(adds).toBe(role === 'additional');
  });

  test('takes the login by hand, and has a fold for each way to fail', () => {
    const rows = pairs(byId(document, 'by-hand'));
    const user = rows.filter(({ label }) => /^(?:User Name|Nom d’utilisateur)$/.test(label));
    expect(user.map(({ value }) => value)).toEqual([LOGIN]);
    expect(rows.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['imap.cnrs.fr', '993', 'SSL/TLS', 'smtp.cnrs.fr', '587', 'STARTTLS']),
    );
    const folds = byTag(main, 'summary').map((each) => said(each));
    for (const fold of [
      /Run anyway|Exécuter quand même/,
      /password is refused|mot de passe est refusé/,
      /Something else|Autre chose/,
      /Remove it|Tout enlever/,
    ]) {
      expect(folds.filter((each) => fold.test(each))).toHaveLength(1);
    }
  });

  test('tells it from the new Outlook by the File menu, and leads there', () => {
    const page = language === plain(role).language ? 'outlook-new.html' : `outlook-new.${language}.html`;
    expect(hrefs(main)).toContain(page);
    const [which] = byTag(main, 'details');
    expect(labels(which as Tree.Element)).toEqual(
      expect.arrayContaining(language === 'en' ? ['File', 'Office Account'] : ['Fichier', 'Compte Office']),
    );
  });

  test('says of 2024 that the file does nothing there', () => {
    // Before the button, so that nobody downloads it in vain.
    const whole = said(main);
    expect(whole.slice(0, whole.indexOf('install.zip'))).toMatch(/Outlook 2024.*(?:by hand|à la main)/);
  });

  test('says of an assistant that asks for the address only how to leave nothing behind', () => {
    const { tidy } = packageNames[language];
    const last = byTag(ofClass(main, 'steps')[0] as Tree.Element, 'li').at(-1);
    expect(said(last as Tree.Element)).toMatch(
      new RegExp(`(?:address only|que l’adresse).*${tidy}.*(?:by hand|à la main)`),
    );
  });
});

describe('where a page of the provider opens', () => {
  test('there is no file, and 2013, which opens none, is told so', () => {
    const document = pageOf(byOutlook(['oauth2']), 'outlook');
    expect(ofClass(mainOf(document), 'go').filter((each) => attribute(each, 'download') !== undefined)).toEqual([]);
    expect(pairs(byId(document, 'steps')).map(({ value }) => value)).toContain('gail@login.example.org');
    expect(said(document)).toContain('Outlook 2013 opens no page to sign in');
    // What is said of servers that are typed is not for this way.
    expect(said(document)).not.toContain('the assistant inside Outlook never asks');
    // The page begins with the steps, and no fold has any.
    expect(byId(document, 'by-hand').tagName).toBe('h1');
  });

  test('2013 has its steps by hand where the servers take a password too', () => {
    const document = pageOf(byOutlook(['oauth2', 'password']), 'outlook');
    expect(pairs(byId(document, 'steps')).map(({ label }) => label)).toContain('Login on that page');
    const hand = byId(document, 'by-hand');
    expect(pairs(hand)).toContainEqual({ label: 'User Name', value: 'gail@login.example.org' });
    expect(pairs(hand)).toContainEqual({ label: 'Incoming mail server', value: 'outlook.office365.com' });
    expect(byTag(document, 'summary').map((each) => said(each))).toContainEqual(
      expect.stringContaining('Outlook 2013: by hand'),
    );
    expect(said(document)).not.toContain('opens no page to sign in');
  });
});

test('a login of its own for sending has its own step, and none where one login is both', () => {
  const hand = (name: string) => byId(pageOf(fixture(name), 'outlook', 'en'), 'by-hand');
  const users = (node: Tree.Element) => pairs(node).filter(({ label }) => label === 'User Name');
  expect(users(hand('two-logins')).map(({ value }) => value)).toEqual(['read-both', 'send-both@smtp.example.org']);
  expect(said(hand('two-logins'))).not.toContain('Use same settings as my incoming mail server');
  expect(said(hand('plain'))).not.toContain('Log on using');
  expect(pairs(hand('plain-text'))).toContainEqual({
    label: 'My outgoing server (SMTP) requires authentication',
    value: 'untick it',
  });
});

describe('the page of the new Outlook', () => {
  test.each(cases)(
    'says first that it will not do and why, then what to take: $role, $language',
    ({ role, language }) => {
      const main = mainOf(pageOf(plain(role), 'outlook-new', language));
      expect(said(byTag(main, 'h1')[0] as Tree.Element)).toMatch(/will not do|ne convient pas/);
      const rows = ofClass(main, 'row');
      const ending = language === plain(role).language ? '.html' : `.${language}.html`;
      expect(rows.map((each) => attribute(each, 'href'))).toEqual([
        `outlook${ending}`,
        `../thunderbird/thunderbird${ending}`,
        `../webmail/webmail${ending}`,
      ]);
      const { artifacts } = makeBundle(plain(role), clients);
      for (const each of rows) {
        const path = new URL(attribute(each, 'href') ?? '', 'https://a.example/outlook/').pathname.slice(1);
        expect(artifacts.map((artifact) => artifact.path)).toContain(path);
      }
      expect(said(main)).toContain(LOGIN);
      expect(said(main)).toMatch(
        /hands your mail, and what you type to sign in|confie votre courrier, et ce que vous saisissez/,
      );
      expect(ofClass(main, 'steps')).toEqual([]);
    },
  );

  test('offers nothing that cannot do it either, and nothing that the bundle lacks', () => {
    const rows = (account: Account, only = clients) => {
      const bytes = makeBundle(account, only).at('outlook/outlook-new.html')?.bytes();
      const document = readHtml(new TextDecoder().decode(bytes));
      return ofClass(document, 'row').map((each) => attribute(each, 'href'));
    };
    expect(rows(fixture('cram-md5'))).not.toContain('outlook.html');
    expect(rows(fixture('cram-md5'))).toContain('../thunderbird/thunderbird.html');
    expect(
      rows(
        plain('primary'),
        clients.filter(({ id }) => id === 'outlook'),
      ),
    ).toEqual(['outlook.html']);
  });

  test('keeps its steps where the login is the address, with what becomes of the mail beside the first', () => {
    const document = pageOf(fixture('oauth2'), 'outlook-new', 'en');
    expect(said(byTag(document, 'h1')[0] as Tree.Element)).toBe('Outlook (new)');
    const steps = byId(document, 'steps');
    expect(pairs(steps)).toContainEqual({ label: 'IMAP Incoming Server', value: 'imap.example.org' });
    expect(said(steps)).toContain('hands your mail, and what you type to sign in');
    expect(ofClass(mainOf(document), 'row')).toEqual([]);
  });
});
