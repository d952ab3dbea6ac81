import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { clients } from '../../src/clients/index.ts';
import { parseProfile } from '../../src/index.ts';
import type { Account, Authentication, Person } from '../../src/model/account.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { decode } from '../decode.ts';
import { makeProfile, root } from '../fixtures.ts';
import { byId, handSteps, readHtml, textOf } from '../html.ts';
import { made } from '../made.ts';
import { type Expected, expected } from './expected.ts';

/*
 * What pages say of passwords and of servers, held against how the services of each kind of provider sign in. That is read off the table of what files must hold,
 * and not from what the pages are made by.
 */

interface Mailbox {
  readonly called: string;
  readonly account: Account;
  /** Somebody types a password into a program. */
  readonly typed: boolean;
  /** Are there servers for reading and for sending? */
  readonly servers: boolean;
}

const PASSWORDS = ['password', 'cram-md5', 'ntlm'];
const folder = join(root, 'test/providers/profiles');

function ofTable({ profile, person, reads, sends, more = [] }: Expected): Mailbox {
  const file = `${profile}.yaml`;
  const read = parseProfile(readFileSync(join(folder, file), 'utf8'), file);
  const typed = [...reads, ...sends, ...more].some((line) => {
    const [protocol = '', , , way = ''] = line.split(' ');
    return protocol.endsWith('dav') || way.split('|').some((each) => PASSWORDS.includes(each));
  });
  return {
    called: `${profile} ${person.address} ${person.login ?? ''}`,
    account: french(person, read),
    typed,
    servers: reads.length > 0,
  };
}

/** Their pages are in both languages. */
const french = (person: Person, profile: Profile) => resolve({ ...person, language: 'fr' }, [profile]).account;

function made365(login: string | undefined, ways: readonly ('password' | 'oauth2')[], host: string): Mailbox {
  const profile = makeProfile({
    ...(login !== undefined && { login }),
    incoming: undefined,
    outgoing: undefined,
    exchange: { host, activeSync: true, webServices: true, authentication: ways },
  } as object);
  return {
    called: `Exchange alone at ${host} by ${ways.join(' or ')}, login ${login ?? 'the address'}`,
    account: french({ address: 'ines@example.org' }, profile),
    typed: ways.includes('password'),
    servers: false,
  };
}

function pair(reading: Authentication, sending: Authentication, typed: boolean, login = '{address}'): Mailbox {
  const profile = makeProfile({
    login,
    incoming: [{ protocol: 'imap', host: 'imap.gmail.com', security: 'tls', authentication: [reading] }],
    outgoing: [{ host: 'smtp.example.org', security: 'tls', authentication: [sending] }],
  } as object);
  return {
    called: `read by ${reading}, sent by ${sending}, login ${login}`,
    account: french({ address: 'ines@example.org' }, profile),
    typed,
    servers: true,
  };
}

const OFFICE = 'outlook.office365.com';
const mailboxes: readonly Mailbox[] = [
  ...expected.map(ofTable),
  made365(undefined, ['password'], 'ews.example.org'),
  made365(undefined, ['oauth2'], OFFICE),
  made365('{local}@corp.example', ['oauth2'], OFFICE),
  made365('{local}@corp.example', ['oauth2'], 'ews.example.org'),
  made365('{local}@corp.example', ['oauth2', 'password'], OFFICE),
  pair('oauth2', 'password', true),
  pair('password', 'oauth2', true, '{local}'),
  pair('certificate', 'password', true),
  pair('certificate', 'certificate', false, '{local}'),
  pair('certificate', 'none', false),
  pair('gssapi', 'gssapi', false, '{local}'),
];

/** Sentences that say of a password that there is none, or warn whoever might be asked for one by a stranger. */
const NONE = [
  /None of these files contains a password|Nothing here contains a password|(?:the|this) profile contains no password/i,
  /asks for none|asks for no password|takes no password|password(?: only)?, and .* takes none/i,
  /cannot log in to \S+ with a password/i,
  /Never send a password to anybody/i,
  /Aucun de ces fichiers ne contient de mot de passe|Rien ici ne contient de mot de passe/i,
  /n'en demande pas|ne demande pas de mot de passe|ne demande aucun mot de passe|n'accepte aucun mot de passe/i,
  /n'en (?:accepte|prend) (?:aucun|pas)|ne peut pas se connecter à \S+ avec un mot de passe/i,
  // A label of Android's.
  /Passwords & accounts/,
  // Of an older version, beside one that opens the provider's page.
  /knows passwords only, and your provider takes none|ne connaît que les mots de passe, et votre service n'en accepte/i,
  // The form of Thunderbird has a place for one.
  /leave the password empty|laissez le mot de passe vide/,
  /N'envoyez jamais de mot de passe/i,
];

function sentencesOfPassword(text: string): string[] {
  const plain = text.replaceAll('’', "'").replace(/\s+/g, ' ');
  const sentences = plain.split(/(?<=[.!?;:])\s/).filter((each) => /password|mot de passe/i.test(each));
  return sentences.filter((each) => !NONE.some((none) => none.test(each)));
}

describe.each(mailboxes)('$called', ({ account, typed, servers }) => {
  const pages = makeBundle(account, clients).artifacts.filter(
    ({ mediaType, audience }) => mediaType.startsWith('text/html') && audience === 'user',
  );
  const texts = pages.map((page) => {
    const html = readHtml(decode(made(page)));
    const body = textOf(byId(html, 'content'), ['script', 'style']);
    return { path: page.path, text: body };
  });

  test('has pages in both languages', () => {
    expect(texts.filter(({ path }) => /\.en\.html$/.test(path)).length * 2).toBe(texts.length);
  });

  test(typed ? 'is told of the password wherever a program asks for one' : 'is asked for a password nowhere', () => {
    for (const { path, text } of texts) {
      if (!typed) expect(sentencesOfPassword(text), path).toEqual([]);
      // A program that opens the provider's page takes no password itself.
      else if (!/Not for this mailbox|Pas pour cette boîte|: sign in there|connectez-vous-y/.test(text))
        expect(sentencesOfPassword(text), path).not.toEqual([]);
    }
  });

  test('is told in whole sentences why a program is not for it', () => {
    for (const { path, text } of texts) {
      const [, reason] = /(?:Not for this mailbox|Pas pour cette boîte aux lettres)\.\s+([^\n]*)/.exec(text) ?? [];
      // A server is called as it is called.
      if (reason !== undefined) expect(reason.trim(), path).toMatch(/^(?:[A-ZÀ-Ý«“]|[\w.-]+\.\w+).*[.!?]$/);
    }
  });

  test(servers ? 'is told of its servers' : 'is told of no server for reading or sending', () => {
    const named = /\b(?:incoming|outgoing)\b|entrant|sortant|Control Panel|Panneau de configuration/i;
    for (const { path, text } of texts) if (!servers) expect(named.exec(text)?.[0], path).toBeUndefined();
  });
});

test('who reads at Google and sends elsewhere is not told that a program which opens Google’s page does not', () => {
  const { account } = pair('oauth2', 'password', true);
  const [page] = makeBundle({ ...account, language: 'en' }, clients).artifacts.filter(
    ({ path }) => path === 'apple/mail-ios.html',
  );
  const text = page && textOf(byId(readHtml(decode(made(page))), 'content'));
  expect(text).toContain('imap.gmail.com lets you in through the browser only');
  expect(text).toContain('here smtp.example.org does the other half');
  expect(text).not.toContain('for no provider');
});

test('Microsoft 365 without IMAP has the steps to sign in in the browser, and its Exchange profile, and no word of servers', () => {
  const { account } = made365('{local}@corp.example', ['oauth2'], OFFICE);
  for (const [path, button] of [
    ['apple/mail-ios.html', 'Microsoft Exchange'],
    ['outlook/outlook-mac.html', 'Continue'],
    ['android/gmail.html', ''],
  ] as const) {
    const [page] = makeBundle({ ...account, language: 'en' }, clients).artifacts.filter((each) => each.path === path);
    const document = page && readHtml(decode(made(page)));
    if (document === undefined) throw new Error(`${path} is not there`);
    const steps = textOf(handSteps(document));
    expect(steps, path).toContain(button);
    expect(steps, path).toContain('ines@corp.example');
  }
});
