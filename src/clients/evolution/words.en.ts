import { recalled, step, tap } from '../../words/step.ts';
import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

export const en = source({
  install: {
    title: 'Set-up for Evolution',
    use: 'It adds the account beside those that you have. {asks} Run it again after a change of servers.',
  },
  remove: {
    title: 'Removal from Evolution',
    use: 'It takes back what the installer added; your messages stay on the server.',
  },
  autoconfig: {
    title: 'Account for Evolution on a computer that you manage',
    use: 'For the computer of this one person: copy the three files of the folder autoconfig to /etc/xdg/evolution-data-server/autoconfig. Everybody who uses the computer gets the account at the next login; a file that you replace is taken over, and where you delete them, the account goes. An Evolution from Flathub does not look there.',
  },
  /** What Evolution wants of the person. */
  asks: {
    password: 'Evolution asks for your password, and keeps it in the keyring if you want.',
    browser: 'Evolution opens a page of your provider: sign in there with the login {login}.',
    both: 'Evolution asks for your password, and opens a page of your provider: sign in there with the login {login}.',
    nothing: 'Evolution asks for no password: the computer proves who you are.',
  },
  script: {
    asks: {
      nothing: 'It asks for no password: the computer proves who you are.',
      password: 'It asks for the password when you open it.',
      browser: 'When you open it, it shows a page of your provider: sign in there with the login {login}.',
      both: 'When you open it, it asks for the password and shows a page of your provider: sign in there with the login {login}.',
    },
    installed:
      'Done: Evolution has the account {address}. {asks} If you have never chosen a default account, choose it in Evolution, in the preferences under mail accounts.',
  },
  problems: {
    'evolution.sign-in': either(
      'person',
      'Evolution cannot sign in to {hosts} by this file; in the browser (OAuth 2.0), it does so only with Google, Microsoft and Yahoo: use another program',
      'Evolution cannot log in to {hosts} by this file, which takes only {methods}: let a server of the profile take a password, or use another program (OAuth 2.0 is built in for Google, Microsoft and Yahoo alone)',
    ),
    'evolution.variable':
      '“{value}” has a name in braces behind a dollar sign, in whose place Evolution’s autoconfig would put something else: use install.sh for this person',
  },
  guides: {
    evolution: {
      title: 'Evolution',
      about: 'The labels are those of version 3.46.',
      download: 'Download the installer',
      fileFor: tap('An Evolution from Flathub or Snap? Set it up [by hand](#by-hand).'),
      taps: {
        run: tap('Close Evolution, open a terminal, and run this line there:'),
        runInFolder: tap(
          'Close Evolution. In the folder of [index.html], right-click: Open in Terminal; run this line there:',
        ),
        password: tap('Open Evolution, and type your password when it asks for it.'),
        browser: tap('Open Evolution: it shows a page of your provider. Sign in there.'),
        both: tap('Open Evolution: type your password, and sign in on the page of your provider that it shows.'),
        nothing: tap('Open Evolution: it asks for no password.'),
      },
      hand: 'By hand, without the installer',
      start: {
        primary: [
          step(
            'Open Evolution: its assistant appears. Leave the pages “Welcome” and “Restore from Backup” as they are:',
            'Next',
          ),
        ],
        additional: [
          step('In Evolution, choose the arrow beside New, then:', 'Mail Account'),
          step('Leave the page “Welcome”, if it appears, as it is:', 'Next'),
        ],
      },
      steps: {
        identity: step(
          'On the page “Identity”, enter these. At the end of the page, untick “Look up mail server details based on the entered e-mail address”. Then:',
          'Next',
        ),
        receiving: step(
          'On the page “Receiving Email”, enter these. The port changes with the encryption: look at it again before you choose:',
          'Next',
        ),
        options: step('Leave the page “Receiving Options” as it is:', 'Next'),
        sending: step('On the page “Sending Email”, with SMTP as the server type, enter these. Then:', 'Next'),
        summary: step('On the page “Account Summary”, give the account the name that you want to see:', 'Next'),
        apply: step('On the last page, choose:', 'Apply'),
        browser: recalled('When Evolution opens a page of your provider, sign in there:'),
        password: step(
          'When Evolution asks for the password, type it. The box under it saves you from being asked again.',
        ),
      },
      labels: {
        name: 'Full Name',
        address: 'Email Address',
        protocol: 'Server Type',
        incomingHost: 'Server',
        incomingPort: 'Port',
        incomingLogin: 'Username',
        incomingSecurity: 'Encryption method',
        incomingAuthentication: 'Authentication',
        outgoingHost: 'Server',
        outgoingPort: 'Port',
        signIn: 'Server requires authentication',
        outgoingSecurity: 'Encryption method',
        outgoingAuthentication: 'Type',
        outgoingLogin: 'Username',
        accountName: 'Name',
        password: 'Password',
      },
      issuers: {
        Google: 'OAuth2 (Google)',
        Outlook: 'OAuth2 (Outlook)',
        Yahoo: 'OAuth2 (Yahoo!)',
      },
      protocol: {
        imap: 'IMAP',
        pop3: 'POP',
      },
      security: {
        tls: 'TLS on a dedicated port',
        starttls: 'STARTTLS after connecting',
        none: 'No encryption',
      },
      authentication: {
        password: 'Password',
        'cram-md5': 'CRAM-MD5',
      },
      outgoing: {
        authentication: {
          password: 'PLAIN',
          'cram-md5': 'CRAM-MD5',
        },
      },
      role: {
        primary: step(
          'To be sure that new messages are written from this account: Edit › Accounts, choose it, then Default.',
        ),
        additional: step(
          'A further account never becomes the default one. Which one that is can be seen under Edit › Accounts.',
        ),
      },
      undo: step('Choose this account, then Delete, under:', 'Edit', 'Accounts'),
      repair: step(
        'In Evolution it stands on two pages of the account, “Receiving Email” and “Sending Email”. Choose the account, then Edit, under:',
        'Edit',
        'Accounts',
      ),
    },
  },
});
