/** Without the lines of comments at the top, of which a file may have more than of anything else. A `#!` is none. */
export function withoutComments(text: string): string {
  if (text.startsWith('#!')) return text;
  return text.slice(/^(?:[ \t]*(?:[#;][^\n]*)?\n)*/.exec(text)?.[0].length ?? 0);
}

/** Does a text have each of these somewhere? A script has the lines of our files too, and is none. */
const having = (...patterns: readonly RegExp[]) => ({
  test: (text: string) => !text.startsWith('#!') && patterns.every((pattern) => pattern.test(text)),
});

/** What files of programs on Linux are known by. */
export const unixSigns = [
  ['source', having(/^[ \t]*\[Data Source\]/m)],
  ['accountrc', having(/^\[Account:/m)],
  // A section, and a key that no other program has there.
  [
    'aerc',
    having(
      /^\[[^\]\n]+\]/m,
      /^[ \t]*(?:(?:source|outgoing)(?:-cred-cmd)?[ \t]*=[ \t]*\S|(?:copy-to|check-mail)[ \t]*=)/m,
    ),
  ],
  [
    'mbsyncrc',
    having(
      /^[ \t]*(?:(?:imapaccount|imapstore|maildirstore)[ \t]+\S|channel[ \t]+\S[^\n]*\r?\n(?:[^\n]*\S[^\n]*\n)*?[ \t]*(?:far|near|master|slave)[ \t])/im,
    ),
  ],
  // The hosts of ssh have some of these lines, but none that says how mail is sent.
  [
    'msmtprc',
    having(
      /^[ \t]*(?:host|from|auth|user|port|tls|passwordeval|eval)[ \t]+\S/m,
      /^[ \t]*(?:account(?:[ \t]+[^\s=]|:)|defaults[ \t]*\r?$|from[ \t]+\S|auth[ \t]|tls(?:_\w+)?[ \t]|passwordeval[ \t])/m,
    ),
  ],
  [
    'muttrc',
    having(
      /^[ \t]*(?:set[ \t](?:[^\n]*[ \t])?(?:no|inv)?(?:real_?name|from|(?:imap|smtp|pop|ssl)_\w+|folder|spool_?file|record|postponed|use_(?:from|envelope_from)|sendmail|mbox_type|envelope_from_address|tunnel)[ \t]*(?:[=?+\s]|$)|(?:account|folder)-hook[ \t]|my_hdr[ \t]|mailboxes[ \t])/m,
    ),
  ],
] as const;
