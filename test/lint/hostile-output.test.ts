import { expect, test } from 'vitest';
import { judge } from '../../src/lint/judgement.ts';
import { flawLine, githubLine } from '../../src/lint/reports.ts';
import { contentOf } from '../../src/read/content.ts';
import { languages } from '../../src/words/languages.ts';

/* What strangers wrote into a file, or called it, turns nothing on a terminal and begins no line of its own. */

const inBytes = (text: string) => new TextEncoder().encode(text);
const escapes = '\u001b[31m\u0007';

test.each([
  ['a muttrc', `foo${escapes} 1\nset imap_user=x\nset folder=imaps://h.org\n`],
  ['an msmtprc', `account a\nhost h.org\nfoo${escapes} x\n`],
  [
    'a clientConfig',
    '<clientConfig version="1.1"><emailProvider id="e&#10;::error::x\u009b"><domain>a.org</domain></emailProvider></clientConfig>',
  ],
  ['an accountrc', `[Account: 1]\nprotocol${escapes} sEcRet\nreceive_server=h.org\n`],
])('%s', async (_, text) => {
  const name = `a\n::error::name${escapes}`;
  const { flaws = [] } = (await judge(contentOf(name, inBytes(text)))) ?? {};
  expect(flaws).not.toEqual([]);
  for (const flaw of flaws)
    for (const language of languages)
      for (const line of [flawLine(name, flaw, language), githubLine(name, flaw, language)]) {
        expect(line).not.toMatch(/[\p{Cc}]/u);
        expect(line).not.toContain('sEcRet');
      }
});

test.each([
  'mailboxes imaps://jean:sEcRet@imap.ex.org/x',
  'set smtp_pass sEcRet',
  'set smtp_url = "smtp://jean:sEcRet@smtp.ex.org"',
])('a password in a muttrc is found, and not shown: %s', async (line) => {
  const text = `set imap_user=j\nset folder=imaps://imap.ex.org\n${line}\n`;
  const { flaws = [] } = (await judge(contentOf('muttrc', inBytes(text)))) ?? {};
  expect(flaws.map(({ rule }) => rule.id)).toContain('muttrc/password');
  for (const flaw of flaws.filter(({ rule }) => rule.id === 'muttrc/password'))
    expect(flawLine('muttrc', flaw, 'en')).not.toContain('sEcRet');
});
