import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

export const en = source({
  scripts: {
    messages: {
      usage: 'this script takes no arguments: start it without any',
      home: 'this is not the folder of a person: set HOME',
      missing: 'this program is missing: install it, then start again; nothing has been changed',
      unwritable:
        'this cannot be written: make room or allow writing there, then start again; nothing has been changed',
      unreadable: 'this cannot be read: allow it, then start again; nothing has been changed',
      link: 'this link leads nowhere: remove or correct it, then start again; nothing has been changed',
      notFile: 'this is not a file: move it away, then start again; nothing has been changed',
      damaged:
        'the part between “# >>> facteur” and “# <<< facteur” is incomplete or there twice: correct it by hand, then start again; nothing has been changed',
      renamed:
        'the account is named here as it was called before: write {account} instead, then start again; nothing has been changed',
      left: 'our account stands here outside the lines between “# >>> facteur” and “# <<< facteur”, or is still read from here: take that out by hand, then start again; nothing has been changed',
      busy: 'another of these scripts is running: wait until it ends, then start again; nothing has been changed',
      lineBreak: 'this path has a line break: choose another, then start again; nothing has been changed',
      linked: 'this file had another name too (a hard link); what has that name stays as it was',
      failed: 'It did not work, and what had been done was undone.',
    },
    running: '{program} is running: close it, then start again; nothing has been changed',
    kept: 'What you had changed in our part is kept in this folder:',
    removed: 'Done: what was set up here is gone. Your messages stay.',
    absent: 'There was nothing to remove.',
    notDownloaded: 'This file is not in your downloads: download it first.',
  },
  terminal: {
    purposes: {
      install: {
        title: 'Set up {program}',
        use: either(
          'primary',
          'It adds this account beside those that you have, as the first one only where there is none.',
          'It adds this account beside those that you have and leaves your usual one as it is.',
        ),
      },
      remove: {
        title: 'Take the account out of {program}',
        use: 'Your files become what they were; what you changed since stays.',
      },
      config: {
        title: 'Configuration for {program}, to place by hand',
        use: either(
          'keyring',
          'It belongs to {place}. The password comes from the keyring (secret-tool).',
          'It belongs to {place}.',
        ),
      },
    },
    done: '{program} is set up. Use it with: {start}',
    store: 'Keep the password once in the keyring of your desktop; each line asks for it:',
    prompt: '{program} will ask for the password.',
    defaultKept: '{program} had an account already: that one stays the usual one.',
    keyringMissing:
      'this program is missing, and no password can be asked for otherwise: install it (Debian, Ubuntu: apt install libsecret-tools), then start again; nothing has been changed',
    taken:
      'this file has an account {account} that is not from here: rename or remove it, then start again; nothing has been changed',
  },
  problems: {
    'terminal.pop3': either(
      'person',
      '{program} is set up for IMAP only, and {hosts} has POP3: use another program',
      '{program} is set up for IMAP only, and {hosts} has POP3: ask the provider for IMAP, or use another program',
    ),
    'terminal.sign-in': either(
      'person',
      '{program} is set up here for a password, and {hosts} takes none that you could type: use another program',
      '{program} has no way to prove a login to {hosts}, which takes only {methods}: let a server take a password too, or use another program',
    ),
    'terminal.plain-text': either(
      'person',
      '{program} cannot be told in all its versions that {hosts} has no encryption: use another program',
      '{program} cannot be told in all its versions that {hosts} has no encryption: offer TLS there, or use another program',
    ),
  },
});
