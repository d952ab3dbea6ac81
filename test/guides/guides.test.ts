import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { guidePath, guidesOf, languagesOf } from '../../src/artifacts/guide-pages.ts';
import { makeBundle } from '../../src/bundle/bundle.ts';
import type { Client } from '../../src/clients/client.ts';
import type { Field, Guide, ProgramGuide } from '../../src/clients/guide.ts';
import { serversFor, unsuitable } from '../../src/clients/guide-servers.ts';
import { clients } from '../../src/clients/index.ts';
import { words as outlookWords } from '../../src/clients/outlook/words.ts';
import { codeOf } from '../../src/clients/qr.ts';
import { planPayload } from '../../src/clients/thunderbird-android/payload.ts';
import { isProblem } from '../../src/errors.ts';
import type { Account, Language, MailServer } from '../../src/model/account.ts';
import { bindName } from '../../src/model/directory.ts';
import { scripts } from '../../src/pages/scripts.generated.ts';
import type { Served } from '../../src/pages/served.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { texts, whomToAsk } from '../../src/words/index.ts';
import { bind } from '../../src/words/words.ts';
import { payloadOf } from '../clients/qr-payload.ts';
import { fixture, fixtures, mailAccount, makeProfile, readProfile, root } from '../fixtures.ts';
import { attribute, byId, byTag, elements, handSteps, pairs, readHtml as parse, textOf } from '../html.ts';
import { bundleOf } from '../made.ts';

interface Page<G extends Guide = Guide> {
  readonly id: string;
  readonly guide: G;
  readonly name: string;
  readonly language: Language;
  readonly account: Account;
  readonly path: string;
  readonly html: string;
  /** Every file of the bundle. */
  readonly files: readonly string[];
  /** Whether it has steps, or a file that does it. */
  readonly suits: boolean;
}

const copying = scripts.copy;
const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const roles = ['additional', 'primary'] as const;
const accounts = fixtures();
/** Every account, and the one of the case in both roles. */
const all = [
  ...accounts,
  ...roles.map((role) => ({ name: `plain as ${role}`, account: { ...fixture('plain'), role } })),
];

const pages: Page[] = all.flatMap(({ name, account }) => {
  const { artifacts } = bundleOf(account);
  return clients.flatMap((client) =>
    guidesOf(client, account).flatMap((guide) =>
      languagesOf(account).map((language) => {
        const path = guidePath(client, guide, account, language);
        const artifact = artifacts.find((each) => each.path === path);
        if (artifact === undefined) throw new Error(`${name} has no ${path}`);
        const html = new TextDecoder('utf-8', { fatal: true }).decode(artifact.bytes());
        const suits = guide.kind === 'site' || hasSteps(guide, account, language) || / download[>=]/.test(html);
        const files = artifacts.map(({ path }) => path);
        return { id: guide.id, guide, name, language, account, path, html, files, suits };
      }),
    ),
  );
});

/** With servers, or on Exchange alone. */
function hasSteps(guide: ProgramGuide, account: Account, language: Language): boolean {
  return unsuitable(guide, account, language) === undefined;
}

const programs = pages.filter((each): each is Page<ProgramGuide> => each.guide.kind === 'program');
const sites = pages.filter(({ guide }) => guide.kind === 'site');

let last = { html: '', document: parse('<!doctype html><title></title>') };

/** A page is read once for tests that look at it one after the other: all of them at once would fill the memory. */
function readHtml(html: string): Tree.Document {
  if (last.html !== html) last = { html, document: parse(html) };
  return last.document;
}

function page(name: string, id: string, language: Language = 'en'): Tree.Document {
  const found = pages.find((each) => each.name === name && each.id === id && each.language === language);
  if (found === undefined) throw new Error(`${name} has no page ${id} in ${language}`);
  return readHtml(found.html);
}

/** What a page says to enter under a label, outside the table of all values. */
function entered(document: Tree.Document, label: string): string[] {
  return pairs(handSteps(document))
    .filter((each) => each.label === label)
    .map(({ value }) => value);
}

/** Under which labels a guide asks for these fields. */
function labelsOf(guide: ProgramGuide, language: Language, ...wanted: readonly Field[]): string[] {
  const { labels } = guide.words(language);
  const asked = guide.steps.flatMap(({ fields = [] }) => fields);
  const keyed = asked.map((each) => (typeof each === 'string' ? ([each, each] as const) : each));
  return keyed.filter(([field]) => wanted.includes(field)).flatMap(([, key]) => labels[key] ?? []);
}

/** The words of a page, a line for each block, as somebody reads them. */
function outline(html: string): string {
  const main = byTag(readHtml(html), 'main')[0] as Tree.Element;
  const leaves = elements(
    main,
    (each) =>
      ['h1', 'h2', 'h3', 'summary', 'p', 'li', 'dt', 'dd', 'caption', 'th', 'td'].includes(each.tagName) &&
      !(each.tagName === 'li' && byTag(each, 'p').length > 0),
  );
  const own = (element: Tree.Element) =>
    element.childNodes
      .filter((child) => !('tagName' in child && ['dl', 'ol', 'ul'].includes(child.tagName)))
      .map((child) => textOf(child, []))
      .join('')
      .replace(/[ \n]+/g, ' ')
      .trim();
  return `${leaves.map((leaf) => `${leaf.tagName}: ${own(leaf)}`).join('\n')}\n`;
}

describe.each(pages)('$id for $name in $language', ({ guide, account, language, html, path, files, suits }) => {
  if (guide.kind === 'program')
    test('has every value where it belongs', () => {
      const document = readHtml(html);
      const words = texts(language);
      const rows = pairs(byTag(document, 'main')[0] as Tree.Element);
      const servers = [...account.incoming, ...account.outgoing];
      const asks = (server: MailServer) => server.authentication.some((each) => each !== 'none');
      // Where there are none, what one types is that of Exchange.
      const exchange = servers.length === 0 ? account.exchange : undefined;
      // The table has those of all services.
      const services = [account.exchange, account.calendar, account.contacts].filter((each) => each !== undefined);
      const bound = account.directory === undefined ? [] : [bindName(account.directory)];
      const logins = new Set([...[...servers.filter(asks), ...services].map(({ login }) => login), ...bound]);
      const loginLabels = [
        words.page.login,
        words.page.loginIncoming,
        words.page.loginOutgoing,
        ...labelsOf(guide, language, 'incomingLogin', 'outgoingLogin'),
      ];
      const shownLogins = rows.filter(({ label }) => loginLabels.includes(label)).map(({ value }) => value);
      expect(shownLogins.length).toBeGreaterThan(0);
      for (const shown of shownLogins) expect(logins).toContain(shown);
      if (!logins.has(account.address)) expect(shownLogins).not.toContain(account.address);

      expect(rows.find(({ label }) => label === words.page.addressRow)?.value).toBe(account.displayAddress);
      const values = rows.map(({ value }) => value);
      for (const { host, port, security } of servers)
        expect(values).toEqual(expect.arrayContaining([host, `${port} · ${words.page.security[security]}`]));
      if (exchange !== undefined) expect(values).toContain(exchange.host);
      if (
        account.name !== undefined &&
        labelsOf(guide, language, 'name').length > 0 &&
        hasSteps(guide, account, language)
      )
        expect(textOf(document)).toContain(account.name);
      expect(attribute(byTag(document, 'html')[0] as Tree.Element, 'lang')).toBe(language);
      for (const id of ['steps', 'refused', 'trouble', 'undo']) expect(html.includes(`id="${id}"`)).toBe(suits);
      // Nothing else may go wrong in a computer's program on Exchange alone, of which its words speak.
      if (servers.length > 0) expect(html.includes('id="else"')).toBe(suits);
    });

  test('loads nothing, and runs nothing but what copies its values', () => {
    const document = readHtml(html);
    expect(byTag(document, 'img', 'iframe', 'object', 'embed', 'form', 'audio', 'video')).toEqual([]);
    const scripts = byTag(document, 'script');
    expect(scripts.map((script) => [script.attrs, hashOf(textOf(script, []))])).toEqual([[[], copying.hash]]);
    for (const element of byTag(document, 'link')) expect(attribute(element, 'href')).toMatch(/^data:/);
    for (const style of byTag(document, 'style')) expect(textOf(style, [])).not.toMatch(/url\(|@import/i);
    expect(html).not.toMatch(/\s(?:on\w+|style)="/);
  });

  test('links to what is there', () => {
    const { webmail, portal, passwordRecovery, support, appPassword } = account.provider;
    const help = support && [support.url, `mailto:${support.email}`, `tel:${support.phone?.replaceAll(' ', '')}`];
    const outside = [webmail, portal, passwordRecovery, appPassword?.url, ...(help ?? [])];
    const document = readHtml(html);
    const ids = new Set(elements(document, () => true).map((each) => attribute(each, 'id')));
    const here = new URL(path.split('/').map(encodeURIComponent).join('/'), 'file:///');
    const leads = (href: string) => {
      if (href.startsWith('#')) return ids.has(href.slice(1));
      if (/^(?:https|mailto|tel):/.test(href)) return outside.includes(href) || PROGRAMS.test(href);
      return files.includes(decodeURIComponent(new URL(href, here).pathname.slice(1)));
    };
    const hrefs = byTag(document, 'a').map((link) => attribute(link, 'href') ?? '');
    expect(hrefs.filter((href) => !leads(href))).toEqual([]);
  });

  if (suits)
    test('says where to stop before the server locks the account, or before a page of somebody else', () => {
      const { stop, notLetIn, closed } = texts(language).guides;
      const asks = guide.kind === 'program' ? serversFor(account, guide)?.asks : undefined;
      const stops = {
        password: stop,
        both: stop,
        browser: notLetIn.stop({ whom: whomToAsk(account.provider, texts(language)) }),
        certificate: closed.stop,
        nothing: closed.stop,
      };
      const said = textOf(byId(readHtml(html), 'refused'));
      if (asks !== undefined && hasSteps(guide as ProgramGuide, account, language)) expect(said).toContain(stops[asks]);
      else expect(Object.values(stops).some((each) => said.includes(each))).toBe(true);
    });
});

/** Where a program is to be had, of which its page says so. */
const PROGRAMS =
  /^https:\/\/(?:www\.thunderbird\.net\/(?:fr\/)?|play\.google\.com\/store\/apps\/details\?id=net\.thunderbird\.android|f-droid\.org\/(?:fr\/)?packages\/net\.thunderbird\.android\/)$/;

describe('a guide', () => {
  test.each(programs.filter(({ name, suits }) => suits && /^plain as/.test(name)))(
    '$id for $name in $language has the steps with login, servers, ports and protection',
    ({ guide, account, language, html }) => {
      const steps = handSteps(readHtml(html));
      const fields = pairs(steps);
      const rows = fields.map(({ value }) => value);
      const { incoming, outgoing } = mailAccount(account);
      const words = guide.words(language);
      const said = textOf(steps);
      const { on, off } = texts(language).guides;
      const switched = (field: Field, value: string) =>
        fields.some((each) => labelsOf(guide, language, field).includes(each.label) && each.value === value);
      for (const { host, port, login } of [incoming[0], outgoing[0]]) {
        expect(rows.some((value) => value.includes(host))).toBe(true);
        expect(rows.some((value) => value.includes(String(port)))).toBe(true);
        expect(rows).toContain(login);
      }
      // By a word for it, or by a switch for TLS and one for STARTTLS.
      const { security } = { ...words, ...words.outgoing };
      expect(
        said.includes(words.security[incoming[0].security]) ||
          (switched('incomingTls', on) && switched('incomingStarttls', off)),
      ).toBe(true);
      expect(
        said.includes(security[outgoing[0].security]) ||
          (switched('outgoingTls', on) && switched('outgoingStarttls', on)),
      ).toBe(true);
      expect(said).toContain(account.displayAddress);
    },
  );
});

/*
 * The clients of the CNRS procedure, and what a colleague is to find in each: written out here, and not read from what makes the pages.
 */
const LOGIN = 'prenom.nom@ods.services';
const FACTS: Partial<Record<Field, string>> = {
  address: 'prenom.nom@cnrs.fr',
  incomingLogin: LOGIN,
  outgoingLogin: LOGIN,
  incomingHost: 'imap.cnrs.fr',
  incomingPort: '993',
  incomingHostAndPort: 'imap.cnrs.fr:993',
  outgoingHost: 'smtp.cnrs.fr',
  outgoingPort: '587',
  outgoingHostAndPort: 'smtp.cnrs.fr:587',
};
/** How each says TLS from the start, and STARTTLS. */
type Protection = Readonly<Record<Language, readonly [string, string]>>;
const alike = (tls: string, starttls: string): Protection => ({ en: [tls, starttls], fr: [tls, starttls] });
const box = (en: string, fr: string): Protection => ({ en: [en, en], fr: [fr, fr] });
const PROCEDURE: Partial<Record<string, Protection>> = {
  outlook: alike('SSL/TLS', 'STARTTLS'),
  'outlook-mac': box('tick it', 'à cocher'),
  'outlook-ios': alike('SSL', 'STARTTLS'),
  'outlook-android': alike('SSL/TLS', 'STARTTLS'),
  'mail-macos': box('tick it', 'à cocher'),
  'mail-ios': box('on', 'activé'),
  thunderbird: alike('SSL/TLS', 'STARTTLS'),
  'thunderbird-classic': alike('SSL/TLS', 'STARTTLS'),
  'thunderbird-android': alike('SSL/TLS', 'StartTLS'),
  gmail: alike('SSL/TLS', 'STARTTLS'),
  samsung: alike('SSL', 'TLS'),
  fairemail: alike('SSL/TLS', 'STARTTLS'),
  evolution: {
    en: ['TLS on a dedicated port', 'STARTTLS after connecting'],
    fr: ['TLS sur un port dédié', 'STARTTLS après connexion'],
  },
  geary: alike('TLS', 'StartTLS'),
  kmail: { en: ['SSL/TLS', 'STARTTLS'], fr: ['SSL / TLS', 'STARTTLS'] },
  'claws-mail': {
    en: ['Use TLS', 'Use STARTTLS command to start encrypted session'],
    fr: ['Utiliser TLS', 'Utiliser la commande STARTTLS pour commencer une session chiffrée'],
  },
};
/** These take the login of reading for sending too, without asking. */
const ONE_LOGIN = /^outlook(?:-mac)?$/;
const A_LOGIN = /user ?name|user id|login|utilisateur|identifiant/i;

const ofProcedure = Object.keys(PROCEDURE).flatMap((id) =>
  roles.flatMap((role) => (['fr', 'en'] as const).map((language) => ({ id, role, language }))),
);

describe('the guides for the clients of the CNRS procedure', () => {
  const found = ({ id, role, language }: (typeof ofProcedure)[0]) => {
    const [guide] = programs.filter(
      (each) => each.id === id && each.name === `plain as ${role}` && each.language === language,
    );
    if (guide === undefined) throw new Error(`nobody has a guide ${id}`);
    return guide;
  };
  /** What is asked, step by step, with the label of each. */
  const askedIn = ({ guide, account, language }: Page<ProgramGuide>) => {
    const { labels } = guide.words(language);
    const servers = serversFor(account, guide);
    if (servers === undefined) throw new Error(`${guide.id} has no servers`);
    return (
      guide.steps
        .filter(({ role = account.role, when }) => role === account.role && (when?.(servers, account) ?? true))
        .flatMap(({ fields = [] }) => fields)
        .map((each) => (typeof each === 'string' ? ([each, each] as const) : each))
        // The provider asks for a password.
        .filter(([field]) => !field.endsWith('Certificate'))
        .map(([field, key]) => ({ field, label: labels[key] ?? '' }))
    );
  };

  test.each(ofProcedure)('$id as $role in $language: each field has its value, under its own label', (each) => {
    const guide = found(each);
    const shown = pairs(handSteps(readHtml(guide.html)));
    const asked = askedIn(guide);
    expect(shown.map(({ label }) => label)).toEqual(asked.map(({ label }) => label));
    const [incoming, outgoing] = (PROCEDURE[guide.id] as Protection)[each.language];
    const facts = { ...FACTS, incomingSecurity: incoming, outgoingSecurity: outgoing };
    for (const [index, { field }] of asked.entries()) {
      const fact = facts[field];
      if (fact !== undefined) expect(`${field}: ${shown[index]?.value}`).toBe(`${field}: ${fact}`);
    }
  });

  test.each(ofProcedure)('$id as $role in $language asks for all that the mailbox needs', (each) => {
    const fields = new Set<string>(askedIn(found(each)).map(({ field }) => field));
    const has = (...either: readonly Field[]) => either.some((field) => fields.has(field));
    expect(has('address')).toBe(true);
    for (const side of ['incoming', 'outgoing'] as const) {
      expect(has(`${side}Host`, `${side}HostAndPort`)).toBe(true);
      expect(has(`${side}Port`, `${side}HostAndPort`)).toBe(true);
      expect(has(`${side}Security`, `${side}Tls`)).toBe(true);
      expect(has(`${side}Login`)).toBe(side === 'incoming' || !ONE_LOGIN.test(each.id));
    }
  });

  test.each(ofProcedure)('$id as $role in $language: whatever is called a user name is the login', (each) => {
    const guide = found(each);
    const main = byTag(readHtml(guide.html), 'main')[0] as Tree.Element;
    const logins = pairs(main).filter(({ label }) => A_LOGIN.test(label));
    // In the steps, and in the table.
    expect(logins.length).toBeGreaterThanOrEqual(ONE_LOGIN.test(each.id) ? 2 : 3);
    expect(new Set(logins.map(({ value }) => value))).toEqual(new Set([LOGIN]));
    const addresses = pairs(main).filter(({ value }) => value === FACTS.address);
    expect(addresses.length).toBeGreaterThan(1);
    for (const { label } of addresses) expect(label).toMatch(/mail|address|adresse|courriel/i);
    for (const { field, label } of askedIn(guide)) {
      if (/Login$/.test(field)) expect(label).toMatch(A_LOGIN);
      if (/^incomingHost/.test(field)) expect(label).not.toMatch(/smtp|outgoing|sortant|envoi/i);
      if (/^outgoingHost/.test(field)) expect(label).not.toMatch(/imap|pop|incoming|entrant|réception/i);
    }
  });

  test('leave none of them out but the one that takes no login: there, the values and another way', () => {
    const made = new Set(programs.map(({ id }) => id));
    expect([...made].filter((id) => PROCEDURE[id] === undefined)).toEqual(['outlook-new']);
    for (const role of roles)
      for (const language of ['fr', 'en'] as const) {
        const document = page(`plain as ${role}`, 'outlook-new', language);
        const values = pairs(byTag(document, 'main')[0] as Tree.Element).map(({ value }) => value);
        expect(values).toEqual(
          expect.arrayContaining([LOGIN, 'imap.cnrs.fr', '993 · SSL/TLS', 'smtp.cnrs.fr', '587 · STARTTLS']),
        );
        expect(textOf(document)).toContain(texts(language).guides.unsuitable.addressIsLogin({ login: LOGIN }));
        expect(textOf(document)).toContain(bind(outlookWords[language], language).guides['outlook-new'].instead.title);
      }
    expect(sites.map(({ id }) => id)).toContain('webmail');
  });
});

/*
 * What the guides say, held against test/guides/pages (written by `npm run test:update`). Read them as somebody who sets up a mailbox would.
 */
const READ = ['plain as additional', 'plain as primary', 'two-logins', 'plain-text', 'microsoft-365'];
/** Somebody whose login is the address, for a program that takes no other. */
const SAME = 'oauth2';
const outlines = pages
  .filter(
    ({ name, guide }) =>
      READ.includes(name) || (name === SAME && guide.kind === 'program' && guide.addressIsLogin === true),
  )
  .map((each) => ({ ...each, file: `${each.id}/${each.name.replaceAll(' ', '-')}.${each.language}.txt` }));

describe('reads as it did', () => {
  test.each(outlines)('$file', async ({ html, file }) => {
    await expect(outline(html)).toMatchFileSnapshot(join(root, 'test/guides/pages', file));
  });

  test('and every page that was kept is there', () => {
    const kept = readdirSync(join(root, 'test/guides/pages'), { recursive: true, encoding: 'utf8' });
    const wanted = outlines.map(({ file }) => file);
    expect(kept.filter((file) => file.endsWith('.txt')).sort()).toEqual([...wanted].sort());
  });
});

describe('the guides for Android', () => {
  test.each(pages.filter(({ id, account }) => id === 'thunderbird-android' && !isProblem(planPayload(account))))(
    'show the QR code of $name in $language',
    ({ account, html }) => {
      const dark = byTag(byId(readHtml(html), 'content'), 'path').map((path) => attribute(path, 'd'));
      expect(dark).toContain(codeOf(payloadOf(account)).drawing().path);
    },
  );

  test('start where the role says', () => {
    expect(textOf(page('primary', 'gmail'))).toContain('Got it › Add an email address › Other');
    expect(textOf(page('plain', 'gmail'))).toContain('≡ › Settings › Add account › Other');
    expect(textOf(page('plain', 'gmail'))).not.toContain('Got it');
    // Settings are reached only once there is an account.
    expect(textOf(page('primary', 'thunderbird-android'))).toContain('Get started › Import settings');
    expect(textOf(page('plain', 'thunderbird-android'))).toContain('Settings › Import settings › Scan QR code');
  });

  test('call STARTTLS what each app calls it', () => {
    expect(entered(page('plain', 'thunderbird-android'), 'Security')).toEqual(['SSL/TLS', 'StartTLS']);
    expect(entered(page('plain', 'gmail'), 'Security type')).toEqual(['SSL/TLS', 'STARTTLS']);
    expect(entered(page('plain', 'samsung'), 'Security type')).toEqual(['SSL', 'TLS']);
    expect(entered(page('plain', 'outlook-android'), 'SMTP security')).toEqual(['STARTTLS']);
    expect(entered(page('plain', 'fairemail'), 'Encryption')).toEqual(['SSL/TLS', 'STARTTLS']);
  });

  test('keep the login of FairEmail’s account apart from the address of its identity', () => {
    const document = page('plain', 'fairemail');
    expect(entered(document, 'User name')).toEqual(['prenom.nom@ods.services', 'prenom.nom@ods.services']);
    expect(entered(document, 'Your email address')).toEqual(['prenom.nom@cnrs.fr']);
  });

  test('ask for no login where the outgoing server asks for none', () => {
    const gmail = page('plain-text', 'gmail');
    expect(entered(gmail, 'Require signin')).toEqual(['off']);
    expect(entered(gmail, 'Username')).toEqual(['clear']);
    const thunderbird = page('plain-text', 'thunderbird-android');
    expect(entered(thunderbird, 'Authentication')).toEqual(['Normal password', 'None']);
    expect(entered(thunderbird, 'Security')).toEqual(['None', 'None']);
  });

  test('give each server its own login', () => {
    const document = page('two-logins', 'outlook-android');
    expect(entered(document, 'IMAP username')).toEqual(['read-both']);
    expect(entered(document, 'SMTP username')).toEqual(['send-both@smtp.example.org']);
  });

  test('name POP3, and send its people away from the app that has no known steps for it', () => {
    expect(textOf(page('pop3', 'gmail'))).toContain('Personal (POP3)');
    expect(entered(page('pop3', 'thunderbird-android'), 'Protocol')).toEqual(['POP3']);
    expect(textOf(page('pop3', 'outlook-android'))).toContain('Not for this mailbox');
  });

  test('take IMAP for the app that knows no POP3, where the provider has both', () => {
    expect(entered(page('university', 'outlook-android'), 'IMAP host name')).toEqual(['imap.universite.example:993']);
  });

  test('send people with an encrypted password to the one app that has it', () => {
    expect(entered(page('cram-md5', 'thunderbird-android'), 'Authentication')).toEqual([
      'Encrypted password',
      'Encrypted password',
    ]);
    expect(textOf(page('cram-md5', 'gmail'))).toContain('CRAM-MD5');
  });

  test('choose a client certificate in the one app that has it, and type no password there', () => {
    const document = page('tls-certificate', 'thunderbird-android');
    expect(entered(document, 'Authentication')).toEqual(['Client certificate', 'Client certificate']);
    expect(entered(document, 'Client certificate')).toHaveLength(2);
    expect(entered(document, 'Password')).toEqual([]);
    expect(textOf(page('tls-certificate', 'gmail'))).toContain('wants a certificate of your own');
  });

  test('have no steps for an address that Thunderbird refuses, and say why', () => {
    const document = page('internationalised-local', 'thunderbird-android');
    expect(textOf(document)).toContain('plain ASCII');
    expect(elements(document, (each) => attribute(each, 'class') === 'qr big')).toEqual([]);
  });
});

describe('whom the search by address would mislead', () => {
  /** The page of an account that is none of the fixtures. */
  const pageOf = (account: Account, id: string, served?: Served) => {
    const found = makeBundle(account, clients, { served }).artifacts.find(({ path }) => path.endsWith(`/${id}.html`));
    return parse(new TextDecoder().decode(found?.bytes()));
  };
  const misled = 'from your address alone, the app finds a user name that is not yours';

  test('are led to the code or the file by the page for Thunderbird on Android', () => {
    const own = page('own-login', 'thunderbird-android');
    expect(textOf(byId(own, 'by-hand'))).toContain(misled);
    expect(textOf(own)).toContain('what it has found is not yours');
    expect(offered('own-login', 'thunderbird-android')).toEqual(['account.k9s']);
    expect(byTag(own, 'svg').some((each) => attribute(each, 'class') === 'qr big')).toBe(true);
    expect(textOf(page('plain', 'thunderbird-android'))).not.toContain(misled);
    const account = resolve({ address: '%EMAILADDRESS%@cnrs.fr' }, [readProfile('cnrs')]).account;
    expect(textOf(pageOf({ ...account, language: 'en' }, 'thunderbird-android'))).toContain(misled);
  });

  test('are told by Thunderbird on computers to type the values, and others to let it search', () => {
    const served = { device: 'linux', url: 'https://mail.example/a/', start: 'https://mail.example/' } as const;
    const first = (document: Tree.Document) => textOf(byId(document, 'steps'));
    const search = 'Type your name and your address, then Continue.';
    expect(first(pageOf(fixture('plain'), 'thunderbird.en', served))).toContain(search);
    expect(first(pageOf(fixture('own-login'), 'thunderbird.en', served))).not.toContain(search);
    // No server answers for a folder.
    expect(first(page('plain', 'thunderbird'))).not.toContain(search);
    expect(entered(page('own-login', 'thunderbird'), 'Username')).toEqual([
      'm.sklodowska@ods.services',
      'm.sklodowska@ods.services',
    ]);
  });

  test('are told where the app would ask for one of two ways to sign in', () => {
    const both = {
      host: 'imap.gmail.com',
      security: 'tls' as const,
      authentication: ['oauth2' as const, 'password' as const],
    };
    const profile = makeProfile({ incoming: [{ protocol: 'imap', ...both }] });
    const { account } = resolve({ address: 'ann@example.org' }, [profile]);
    const shown = pageOf(account, 'thunderbird-android');
    expect(textOf(byId(shown, 'by-hand'))).toContain('sign in for receiving or for sending, and not for the other');
    expect(textOf(shown)).toContain('where you sign in, and asks for your password: do both');
    expect(textOf(shown)).not.toContain('Use same password for outgoing server');
  });
});

test('what is to be typed is never in letters that a program refuses', () => {
  for (const { account, html, language } of pages.filter(({ name }) => name === 'idn')) {
    const { address, displayAddress } = account;
    expect(address).not.toBe(displayAddress);
    const said = textOf(readHtml(html)).replaceAll('\u00a0', ' ');
    const [open, close] = language === 'fr' ? ['« ', ' »'] : ['“', '”'];
    expect(said).not.toContain(`${open}${displayAddress}${close}`);
  }
  const values = pairs(byTag(page('idn', 'thunderbird-android'), 'main')[0] as Tree.Element).map(({ value }) => value);
  expect(values).toContain(fixture('idn').address);
});

describe('the guide for the webmail', () => {
  test.each(sites)(
    'for $name in $language opens it with the login, and names no server',
    ({ account, html, language }) => {
      const document = readHtml(html);
      const { page: words } = texts(language);
      const links = byTag(document, 'a').map((link) => attribute(link, 'href'));
      expect(links).toContain(account.provider.webmail);
      expect(links).toContain(account.provider.passwordRecovery);
      const logins = pairs(document).filter(({ label }) => label === words.login);
      expect(logins.map(({ value }) => value)).toEqual([account.login]);
      const said = textOf(byId(document, 'content'));
      for (const { host } of [...account.incoming, ...account.outgoing]) expect(said).not.toContain(host);
      expect(said).not.toContain(texts(language).guides.firstMailbox.question({ program: 'Webmail' }));
    },
  );

  test('is the same for both roles', () => {
    const outlineOf = (name: string) => outline(sites.find((each) => each.name === name)?.html ?? '');
    expect(outlineOf('plain as primary')).toBe(outlineOf('plain as additional'));
  });

  test('is made only where there is a webmail', () => {
    const made = new Set(sites.map(({ name }) => name));
    expect(made).toEqual(
      new Set(all.filter(({ account }) => account.provider.webmail !== undefined).map(({ name }) => name)),
    );
    expect(made).toContain('plain');
    expect(made).not.toContain('pop3');
  });

  test('tells somebody whose login is the address nothing about another one', () => {
    const document = page('university', 'webmail');
    expect(textOf(document, [])).not.toContain(texts('en').guides.notAddress);
    expect(textOf(page('plain', 'webmail'), [])).toContain(texts('en').guides.notAddress);
  });
});

describe('the guides for computers', () => {
  test('start where the role says', () => {
    expect(textOf(page('primary', 'evolution'))).toContain('Restore from Backup');
    expect(textOf(page('plain', 'evolution'))).toContain('Mail Account');
    expect(textOf(page('primary', 'claws-mail'))).toContain('setup wizard');
    expect(textOf(page('plain', 'claws-mail'))).toContain('Configuration › Create new account…');
    expect(textOf(page('primary', 'kmail'))).toContain('and tick “Make this the default outgoing account”');
    expect(textOf(page('plain', 'kmail'))).toContain('Leave “Make this the default outgoing account” unticked');
  });

  test('offer the file that replaces all accounts only for the first one', () => {
    expect(offered('primary', 'thunderbird')).toContain('user.js');
    expect(offered('plain', 'thunderbird')).not.toContain('user.js');
    expect(offered('primary', 'thunderbird-classic')).not.toContain('user.js');
  });

  test('name protection as each page of a program does', () => {
    const wizard = page('primary', 'claws-mail');
    expect(entered(wizard, 'Server address')).toEqual(['imap.cnrs.fr:993']);
    expect(entered(wizard, 'Use TLS to connect to SMTP server')).toEqual(['on']);
    expect(entered(wizard, 'Use STARTTLS command to start encryption')).toEqual(['off', 'on']);
    const dialog = page('plain', 'claws-mail');
    expect(entered(dialog, 'IMAP (or POP)')).toEqual(['Use TLS']);
    expect(entered(dialog, 'Send (SMTP)')).toEqual(['Use STARTTLS command to start encrypted session']);
    const open = page('plain-text', 'claws-mail');
    expect(entered(open, 'IMAP (or POP)')).toEqual(['Don’t use TLS']);
    expect(entered(open, 'Send (SMTP)')).toEqual(['Don’t use TLS (but, if necessary, use STARTTLS)']);
  });

  test('name the sign-in as each direction does, and not where there is none', () => {
    const evolution = page('plain', 'evolution');
    expect(entered(evolution, 'Authentication')).toEqual(['Password']);
    expect(entered(evolution, 'Type')).toEqual(['PLAIN']);
    expect(entered(evolution, 'Server requires authentication')).toEqual(['on']);
    const open = page('plain-text', 'evolution');
    expect(entered(open, 'Type')).toEqual([]);
    expect(entered(open, 'Server requires authentication')).toEqual(['off']);
    expect(entered(page('plain-text', 'thunderbird'), 'Authentication method')).toEqual([
      'Normal password',
      'No authentication',
    ]);
  });

  test('give the login, and not the address, to both servers', () => {
    const logins = ['prenom.nom@ods.services', 'prenom.nom@ods.services'];
    expect(entered(page('plain', 'thunderbird'), 'Username')).toEqual(logins);
    expect(entered(page('plain', 'thunderbird-classic'), 'Username')).toEqual(logins);
    expect(entered(page('plain', 'claws-mail'), 'User ID')).toEqual(logins);
    expect(entered(page('primary', 'claws-mail'), 'Username')).toEqual(logins.slice(1));
    expect(entered(page('primary', 'claws-mail'), 'SMTP username')).toEqual(logins.slice(1));
    expect(entered(page('plain', 'evolution'), 'Username')).toEqual(logins);
    expect(entered(page('plain', 'kmail'), 'Username')).toEqual(logins.slice(1));
    expect(entered(page('plain', 'kmail'), 'Login')).toEqual(logins.slice(1));
  });
});

/** The files that a page offers. */
function offered(name: string, id: string): string[] {
  const links = byTag(byId(page(name, id), 'content'), 'a').filter((link) => attribute(link, 'download') !== undefined);
  return [...new Set(links.map((link) => attribute(link, 'href') ?? ''))];
}

describe.each(['evolution', 'geary', 'claws-mail'])('the guide for %s', (id) => {
  const account = fixture('plain');
  const served = makeBundle(account, clients, {
    served: { device: 'linux', start: 'https://mail.example/' },
  });
  const at = (language: Language) => served.at(guidePath(clientOf(id), guideOf(id), account, language));
  const commands = (document: Tree.Document) =>
    elements(document, ({ tagName }) => tagName === 'p')
      .map((each) => textOf(each).trim())
      .filter((text) => text.startsWith('sh '));

  test('has the scripts that put the account in and take it away, and in a folder the lines that run them there', () => {
    expect(offered('plain', id)).toEqual(['install.sh', 'remove.sh']);
    expect(commands(page('plain', id))).toEqual([`sh ${id}/install.sh`, `sh ${id}/remove.sh`]);
  });

  test.each(['en', 'fr'] as const)(
    'on a server, has them saved under names of their own, which the lines run (%s)',
    (language) => {
      const document = readHtml(new TextDecoder().decode(at(language)?.bytes()));
      const names = byTag(document, 'a').flatMap((link) => attribute(link, 'download') ?? []);
      const name = `${id}-prenom.nom@cnrs.fr`;
      expect(names).toEqual([`${name}-install.sh`, `${name}-remove.sh`]);
      expect(commands(document).map((line) => line.split(' ').at(-1))).toEqual([`${name}-install`, `${name}-remove`]);
    },
  );
});

/** The client of this guide, which is called as the client is. */
function clientOf(id: string): Client {
  return clients.find((each) => each.id === id) as Client;
}

function guideOf(id: string): Guide {
  return clientOf(id).guides.find((each) => each.id === id) as Guide;
}

test('a guide names files that its client has', () => {
  for (const { id, guides = [], formats } of clients) {
    const ids = formats('en').map((format) => format.id);
    for (const guide of guides) {
      const named = guide.kind === 'program' ? (guide.files?.(fixture('plain')) ?? []) : [];
      expect(ids, id).toEqual(expect.arrayContaining([...named]));
    }
  }
});

// Those for Outlook on Windows: outlook.test.ts.
test('the guide for Outlook on the Mac has a box for encryption, and a step for the login of sending only where it is another one', () => {
  expect(entered(page('plain', 'outlook-mac'), 'Use SSL to connect')).toEqual(['tick it', 'tick it']);
  expect(entered(page('plain-text', 'outlook-mac'), 'Use SSL to connect')).toEqual(['untick it', 'untick it']);
  expect(entered(page('two-logins', 'outlook-mac'), 'Username for sending')).toEqual(['send-both@smtp.example.org']);
});

describe('the guides for Mail', () => {
  test('offer the profile before the steps, that of Exchange on its own device only', () => {
    expect(offered('starttls', 'mail-ios')).toEqual(['example.mobileconfig']);
    expect(offered('plain', 'mail-ios')).toEqual(['cnrs.mobileconfig', 'cnrs-mail.mobileconfig']);
    expect(offered('plain', 'mail-macos')).toEqual(['cnrs.mobileconfig', 'cnrs-mail.mobileconfig']);
    expect(offered('university', 'mail-ios').filter((href) => href.includes('exchange'))).toEqual([
      'universite-exchange-iphone-ipad.mobileconfig',
    ]);
    expect(offered('university', 'mail-macos').filter((href) => href.includes('exchange'))).toEqual([
      'universite-exchange-mac.mobileconfig',
    ]);
  });

  test('have the login for both servers, and one box for both kinds of TLS', () => {
    for (const id of ['mail-ios', 'mail-macos'] as const) {
      const logins = entered(page('two-logins', id), 'User Name');
      expect(new Set(logins)).toEqual(new Set(['read-both', 'send-both@smtp.example.org']));
    }
    expect(entered(page('plain', 'mail-ios'), 'Use SSL')).toEqual(['on', 'on']);
    expect(entered(page('plain', 'mail-macos'), 'Use TLS/SSL')).toEqual(['tick it', 'tick it']);
    const [box] = elements(page('plain', 'mail-macos'), ({ tagName }) => tagName === 'dd').filter(
      (each) => textOf(each) === 'tick it',
    );
    expect(elements(box as Tree.Element, (each) => attribute(each, 'class') === 'literal')).toEqual([]);
  });
});

test('the page for the iPhone leads to the settings in both roles, also where the account is begun in Mail', () => {
  for (const name of roles.map((role) => `plain as ${role}`)) {
    const document = page(name, 'mail-ios');
    expect(textOf(handSteps(document))).toContain('Settings › Apps › Mail › Mail Accounts › this account');
    expect(textOf(document)).not.toContain('the same settings');
  }
});

test('a program that asks for the name of somebody whom nobody named is told whose', () => {
  const nameless = (language: Language) => page('nameless', 'mail-ios', language);
  expect(entered(nameless('en'), 'Name')).toEqual(['your name, as others will see it']);
  expect(entered(nameless('fr'), 'Nom')).toEqual(['votre nom, tel que les autres le verront']);
  expect(entered(page('plain', 'mail-ios'), 'Name')).toEqual(['Prénom Nom']);
  expect(textOf(nameless('en'))).not.toContain('For your name');
});

test('what a program says when something goes wrong stands under what is to be done about it', () => {
  const fold = (id: string, of: string) => textOf(byId(page('plain', id), of));
  expect(fold('mail-macos', 'refused')).toContain('“Unable to verify account name or password”');
  expect(fold('mail-ios', 'else')).toContain('“Cannot Connect Using SSL”');
  expect(fold('outlook', 'else')).toContain('OLCFG.EXE › Email Accounts');
  // Every program may meet a server that does not know the sender.
  expect(fold('gmail', 'else')).toContain('not owned by user');
});

describe('labels that nobody held against a device', () => {
  const marked = (id: string, language: Language = 'en') =>
    textOf(page('plain', id, language), ['script', 'style']).includes(texts(language).guides.mayDiffer.slice(1));

  test('are said to be such on the page', () => {
    expect(marked('thunderbird-android')).toBe(false);
    expect(marked('gmail')).toBe(true);
    expect(marked('mail-ios')).toBe(true);
    expect(marked('thunderbird-classic')).toBe(true);
    expect(marked('thunderbird')).toBe(false);
  });
});

test('where nothing but OAuth 2.0 opens the mailbox, each guide says so and what helps', () => {
  for (const { html } of programs.filter(({ name }) => name === 'oauth2-only')) {
    const said = textOf(byTag(readHtml(html), 'main')[0] as Tree.Element);
    expect(said).toMatch(/webmail|Thunderbird|[Aa]sk your IT department|[Dd]emandez à votre service informatique/);
  }
});

test('the steps are as long in French as in English', () => {
  const lengths = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.length;
    if (typeof value !== 'object' || value === null) return typeof value;
    // Whether a label is certain may depend on the language.
    return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, key === 'sure' ? true : lengths(of)]));
  };
  expect(lengths(texts('fr').guides)).toEqual(lengths(texts('en').guides));
});

test('says how to get the program, and that K-9 Mail takes the file', () => {
  expect(textOf(page('plain', 'thunderbird'))).toContain('thunderbird.net');
  const android = page('plain', 'thunderbird-android');
  const outside = byTag(android, 'a').map((each) => attribute(each, 'href') ?? '');
  expect(outside.filter((href) => PROGRAMS.test(href))).toHaveLength(2);
  // It has no scanner (formats: the app is built without one), so it is not in the title of a page that begins with a code.
  expect(byTag(android, 'h1').map((each) => textOf(each))).toEqual(['Thunderbird for Android']);
  expect(textOf(android)).toContain('Also for K-9 Mail');
});

test('says in a folder alone what to do where a browser shows a file, and never to download what lies there', () => {
  const account = { ...fixture('plain'), language: 'en' } as const;
  const { asText } = texts('en').guides;
  const served = { device: 'ios', start: undefined } as const;
  for (const [path, file] of [
    ['apple/mail-ios.html', 'cnrs.mobileconfig'],
    ['apple/mail-macos.html', 'cnrs.mobileconfig'],
    ['thunderbird-android/thunderbird-android.html', 'account.k9s'],
  ] as const) {
    const said = (options: object) =>
      textOf(parse(new TextDecoder().decode(makeBundle(account, clients, options).at(path)?.bytes())));
    expect(said({})).toContain(asText({ file }));
    expect(said({ served })).not.toContain(asText({ file }));
    expect(said({})).not.toMatch(/download it again/);
  }
});

test('asks nobody to compare servers that the program knows by itself', () => {
  const { account } = resolve({ who: 'anna@orchard.example' }, [readProfile('google', 'test/providers/profiles')]);
  const [compare] = texts('en').guides.troubles;
  const said = (path: string) =>
    textOf(parse(new TextDecoder().decode(makeBundle(account, clients).at(path)?.bytes())));
  expect(said('outlook/outlook-mac.html')).not.toContain(compare?.seen);
  // Thunderbird has them typed.
  expect(said('thunderbird/thunderbird.html')).toContain(compare?.seen);
});
