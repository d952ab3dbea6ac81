import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

export const en = source({
  install: {
    title: 'Set-up for Geary',
    use: 'Close Geary, open a terminal in this folder and run: sh install.sh. It adds the account behind those that you have. Geary asks for your password and keeps it in the keyring. Run it again after a change of servers. A Geary from Flathub keeps its accounts in ~/.var/app/org.gnome.Geary, where this script does not go: add the account in Geary, with the values for typing by hand.',
  },
  remove: {
    title: 'Removal from Geary',
    use: 'Close Geary and run: sh remove.sh. It takes back what install.sh added; your messages stay on the server.',
  },
  script: {
    installed: 'Done: Geary has the account {address}. It asks for the password when you start it.',
    twice:
      'this mailbox is there already, set up by hand: keep it, or delete that account in Geary and run this again; nothing has been changed',
    later: 'Geary deletes its own copies of your messages when you use it next.',
  },
  problems: {
    'geary.sign-in': either(
      'person',
      'Geary reads over IMAP with a password only, and {hosts} takes none: use another program',
      'Geary reads over IMAP with a password only, and {hosts} takes {methods}: give the profile such a server, or use another program',
    ),
    'geary.online-account':
      'Geary takes an account of Google from GNOME and from no file: choose Google in GNOME’s Settings › Online Accounts and sign in; Geary then has the mailbox',
    'geary.semicolon': '“{value}” has a semicolon, at which Geary would cut the address: use another program',
  },
});
