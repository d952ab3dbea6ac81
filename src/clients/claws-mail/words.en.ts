import { step, tap } from '../../words/step.ts';
import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

export const en = source({
  install: {
    title: 'Set-up for Claws Mail',
    use: 'It adds the account beside those that you have, which stay as they are. Claws Mail asks for your password. Run it again after a change of servers.',
  },
  remove: {
    title: 'Removal from Claws Mail',
    use: 'It takes back what the installer added; your messages stay on the server.',
  },
  accountrc: {
    title: 'Account file for new users of Claws Mail',
    use: 'For a computer of this one person that you set up: put it into /etc/skel/.claws-mail, with the folderlist.xml of a Claws Mail that has been started once, before the person first starts it there. It names the person and holds no password.',
  },
  script: {
    first:
      'your administrator has prepared a first account: start Claws Mail once, close it, then start this again; nothing has been changed',
    twice:
      'this mailbox is there already, and no note says that it came from us: keep it, or delete that account in Claws Mail and start this again; nothing has been changed',
    unproven:
      'this mailbox is here, and no note says that it came from us: if you do not want it any more, delete that account in Claws Mail; nothing has been changed',
    installed: 'Done: Claws Mail has the account {address}. It asks for the password when you start it.',
  },
  problems: {
    'claws-mail.sign-in': either(
      'person',
      'Claws Mail cannot log in to {hosts} with a password, and knows no sign-in in the browser without a registration of your own: use another program',
      "Claws Mail cannot log in to {hosts}, which takes only {methods}: let a server of the profile take a password, or use another program (its OAuth 2.0 needs a client ID of one's own)",
    ),
  },
  guides: {
    'claws-mail': {
      title: 'Claws Mail',
      about:
        'Never choose “Auto-configure”: it puts your address in as the user name. The labels are those of version 4.1.',
      download: 'Download the installer',
      fileFor: tap('A Claws Mail from Flathub or Snap? Set it up [by hand](#by-hand).'),
      taps: {
        run: tap('Close Claws Mail, open a terminal, and run this line there:'),
        runInFolder: tap(
          'Close Claws Mail. In the folder of [index.html], right-click: Open in Terminal; run this line there:',
        ),
        password: tap('Open Claws Mail, and type your password when it asks for it.'),
        nothing: tap('Open Claws Mail.'),
      },
      hand: 'By hand, without the installer',
      start: {
        primary: [step('Open Claws Mail: its setup wizard appears. On the first page choose:', 'Next')],
        additional: [step('In Claws Mail, choose:', 'Configuration', 'Create new account…')],
      },
      steps: {
        you: step('On the page “About You”, enter these, then:', 'Next'),
        receiving: step(
          'On the page “Receiving mail”, enter these; the port goes after the server and a colon. Then:',
          'Next',
        ),
        sending: step(
          'On the page “Sending mail”, enter these. STARTTLS can be switched on only after TLS. Then:',
          'Next',
        ),
        disk: step('If a page “Saving mail on disk” appears, leave it as it is:', 'Next'),
        save: step('On the last page, choose:', 'Save'),
        basic: step(
          'On the page “Basic”, enter these, the protocol first. Leave “Set as default” unticked. Without a password here, Claws Mail asks for it each time it starts.',
        ),
        send: step('On the page “Send”, under “Authentication”:'),
        tls: step('On the page “TLS” (“SSL/TLS” in some versions):'),
        advanced: step('On the page “Advanced”, tick the box before each of these ports. Then:', 'OK'),
      },
      labels: {
        wizardName: 'Your name',
        wizardAddress: 'Your email address',
        wizardProtocol: 'Server type',
        incomingHostAndPort: 'Server address',
        wizardLogin: 'Username',
        incomingPassword: 'Password',
        incomingTls: 'Use TLS to connect to receiving server',
        incomingStarttls: 'Use STARTTLS command to start encryption',
        outgoingHostAndPort: 'SMTP server address',
        wizardSignIn: 'Use authentication',
        wizardOutgoingLogin: 'SMTP username',
        wizardOutgoingPassword: 'SMTP password',
        outgoingTls: 'Use TLS to connect to SMTP server',
        outgoingStarttls: 'Use STARTTLS command to start encryption',
        accountName: 'Name of account',
        name: 'Full name',
        address: 'Mail address',
        protocol: 'Protocol',
        incomingHost: 'Server for receiving',
        outgoingHost: 'SMTP server (send)',
        incomingLogin: 'User ID',
        signIn: 'SMTP Authentication (SMTP AUTH)',
        outgoingLogin: 'User ID',
        outgoingPassword: 'Password',
        incomingSecurity: 'IMAP (or POP)',
        outgoingSecurity: 'Send (SMTP)',
        outgoingPort: 'SMTP port',
        incomingPort: 'IMAP port (or POP port)',
      },
      protocol: {
        imap: 'IMAP',
        pop3: 'POP3',
      },
      security: {
        tls: 'Use TLS',
        starttls: 'Use STARTTLS command to start encrypted session',
        none: 'Don’t use TLS',
      },
      outgoing: {
        security: {
          tls: 'Use TLS',
          starttls: 'Use STARTTLS command to start encrypted session',
          none: 'Don’t use TLS (but, if necessary, use STARTTLS)',
        },
      },
      role: {
        primary: step(
          'This is the first account, and so the default one. To choose another: Configuration › Edit accounts…, then Set as default account.',
        ),
        additional: step(
          'The default account stays what it was. The list under Configuration › Edit accounts… shows which one that is.',
        ),
      },
      undo: step('Choose this account, then Delete, under:', 'Configuration', 'Edit accounts…'),
      repair: step(
        'In Claws Mail it stands on two pages of the account, “Basic” and “Send”. Choose the account, then Edit, under:',
        'Configuration',
        'Edit accounts…',
      ),
    },
  },
});
