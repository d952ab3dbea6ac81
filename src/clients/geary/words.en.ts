import { step, tap } from '../../words/step.ts';
import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

export const en = source({
  install: {
    title: 'Set-up for Geary',
    use: 'It adds the account behind those that you have. Geary asks for your password and keeps it in the keyring. Run it again after a change of servers.',
  },
  remove: {
    title: 'Removal from Geary',
    use: 'It takes back what the installer added; your messages stay on the server.',
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
  guides: {
    geary: {
      title: 'Geary',
      about: 'The labels are those of version 43.',
      download: 'Download the installer',
      fileFor: tap('A Geary from Flathub or Snap? Set it up [by hand](#by-hand).'),
      taps: {
        run: tap('Close Geary, open a terminal, and run this line there:'),
        runInFolder: tap(
          'Close Geary. In the folder of [index.html], right-click: Open in Terminal; run this line there:',
        ),
        password: tap('Open Geary, and type your password when it asks for it.'),
      },
      hand: 'By hand, without the installer',
      start: {
        primary: [step('Open Geary: “Welcome to Geary” appears. Choose, at the top of the window:', 'Add')],
        additional: [step('In the menu of Geary, choose:', 'Accounts', 'Add')],
      },
      steps: {
        identity: step('Enter your name and your address, then:', 'Next'),
        receiving: step(
          'Under “Receiving”, enter these. Geary has put your address in as the login name. It may have found the server by itself, and then hides it:',
        ),
        sending: step('Under “Sending”, choose “Use a different login” beside “Login”, and enter these:'),
        sendingOpen: step('Under “Sending”, choose “No login needed” beside “Login”, and enter these:'),
        create: step(
          'Choose Create. Geary shows “Connection security” only after it has tried: if it then speaks of a server, choose there what stands above, and once more:',
          'Create',
        ),
      },
      labels: {
        name: 'Your name',
        address: 'Email address',
        incomingHostAndPort: 'IMAP server',
        incomingSecurity: 'Connection security',
        incomingLogin: 'Login name',
        incomingPassword: 'Password',
        outgoingHostAndPort: 'SMTP server',
        outgoingSecurity: 'Connection security',
        outgoingLogin: 'Login name',
        outgoingPassword: 'Password',
      },
      protocol: {
        imap: 'IMAP',
        pop3: 'POP3',
      },
      security: {
        tls: 'TLS',
        starttls: 'StartTLS',
        none: 'None',
      },
      role: {
        primary: step('Geary has no default account: it shows them in their order under Accounts.'),
        additional: step('Geary has no default account: this one stands behind those that you have.'),
      },
      undo: step('Choose this account, then Remove Account, in the menu of Geary under:', 'Accounts'),
      repair: step('In the menu of Geary, choose this account, then Server Settings, under:', 'Accounts'),
    },
  },
});
