import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { render } from '../../src/artifacts/render.ts';
import { evolution } from '../../src/clients/evolution/index.ts';
import { geary } from '../../src/clients/geary/index.ts';
import { clients } from '../../src/clients/index.ts';
import type { Account } from '../../src/model/account.ts';
import { isName, resolve } from '../../src/resolve/resolve.ts';
import { fixture, makeProfile } from '../fixtures.ts';
import { readKeyFile } from '../readers/key-file.ts';
import { readShellWords } from '../readers/sh.ts';

const profile = makeProfile({});
const account = (name: string) => resolve({ address: 'a@example.org', name }, [profile]).account;
const refusals = (of: Account, client: (typeof clients)[number]) =>
  render(of, [client]).leftOut.map(({ format, problem }) => [format, problem.code]);

describe('Evolution', () => {
  test('an administrator’s sources refuse what the copy would replace; a person’s own take it', () => {
    const codes = refusals(account('Sum $\x7bHOME} $HOME'), evolution);
    expect(codes).toEqual(
      ['account', 'identity', 'transport'].map((each) => [`autoconfig-${each}`, 'evolution.variable']),
    );
    expect(refusals(account('$ {HOME} $HOME'), evolution)).toEqual([]);
  });

  test('the revision of an administrator’s sources is another exactly when they are', () => {
    const revision = (of: Account) => {
      const made = render(of, [evolution]).artifacts.filter(({ format }) => format.startsWith('autoconfig'));
      const found = made.map(({ bytes }) =>
        readKeyFile(new TextDecoder().decode(bytes())).get('Autoconfig')?.get('Revision'),
      );
      expect(new Set(found).size).toBe(1);
      return found[0];
    };
    expect(revision(account('One'))).toBe(revision(account('One')));
    expect(revision(account('One'))).not.toBe(revision(account('Two')));
  });
});

describe('Geary', () => {
  test('has every name in plain or encoded words, which are short enough and have no semicolon', () => {
    const names = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
      .filter((name) => name.trim() !== '' && isName(name));
    fc.assert(
      fc.property(names, (name) => {
        const person = account(name);
        const [phrase = ''] = senders(person)[0]?.split(' <a@example.org>') ?? [];
        for (const word of phrase.split(' ')) assert.match(word, /^(?:[A-Za-z0-9]+|=\?UTF-8\?B\?[A-Za-z0-9+/=]+\?=)$/);
        assert(phrase.split(' ').every((word) => word.startsWith('=?') === false || word.length <= 75));
        assert.equal(decoded(phrase), person.name);
      }),
    );
  });

  test('refuses an address in which it would see two', () => {
    const person = resolve({ address: '"a;b"@example.org', name: 'A' }, [profile]).account;
    expect(refusals(person, geary).map(([, code]) => code)).toEqual(['geary.semicolon', 'geary.semicolon']);
  });

  /** The list of senders in the file that the script writes. */
  function senders(of: Account): string[] {
    const script = new TextDecoder().decode(render(of, [geary]).artifacts[0]?.bytes());
    const line = script.split('\n').find((each) => each.startsWith("  'sender_mailboxes=")) ?? '';
    const [written = ''] = readShellWords(line.trim().replace(/ \\$/, ''));
    const value = readKeyFile(`[Account]\n${written}\n`).get('Account')?.get('sender_mailboxes') ?? '';
    return value.split(';').filter(Boolean);
  }

  /** RFC 2047 §6.2: the blank between two encoded words is none. */
  function decoded(phrase: string): string {
    return phrase
      .replace(/\?= =\?/g, '?==?')
      .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, text: string) => Buffer.from(text, 'base64').toString());
  }
});

test('every script of the desktop’s programs is refused with its pair, never alone', () => {
  for (const id of ['evolution', 'geary', 'claws-mail']) {
    const client = clients.find((each) => each.id === id);
    for (const name of ['oauth2-only', 'pop3', 'cram-md5', 'plain']) {
      const formats = client ? render(fixture(name), [client]).artifacts.map(({ format }) => format) : [];
      expect(formats.includes('install')).toBe(formats.includes('remove'));
    }
  }
});
