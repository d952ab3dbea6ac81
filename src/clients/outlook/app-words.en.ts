import { noted, recalled, step, trouble } from '../../words/step.ts';
import { source } from '../../words/words.ts';

const handsOver =
  'Careful: this app hands your password and your mail to a service of Microsoft on the Internet. Many institutions do not allow that: ask your IT department first.';
const handsOverMail =
  'Careful: this app hands your mail to a service of Microsoft on the Internet. Many institutions do not allow that: ask your IT department first.';

export const en = source({
  'outlook-mac': {
    title: 'Outlook for Mac',
    about: 'Outlook 2016 and later on the Mac.',
    start: {
      primary: [recalled('Open Outlook: it asks for an address by itself.')],
      additional: [recalled('Open Outlook and choose in the menus:', 'Tools', 'Accounts', '+', 'New Account')],
    },
    steps: {
      ownAddress: recalled('Type your address, then click:', 'Continue'),
      page: recalled('A page of your provider opens, perhaps in the browser: sign in there.'),
      added: recalled('When Outlook says that the account has been added, click:', 'Done'),
      address: noted(
        recalled('Type your address, then click:', 'Continue'),
        'Newer versions may fetch your mail by way of a service of Microsoft on the Internet: where Outlook offers a direct connection for this account, choose that one.',
      ),
      provider: recalled('Choose the kind of account:', 'IMAP/POP'),
      incoming: recalled('Enter these values. Your address may already stand as the user name: replace it.'),
      outgoing: recalled(
        'Further down, enter those of the outgoing server, to which you sign in with the same user name. The box covers STARTTLS too. Then click:',
        'Add Account',
      ),
      outgoingAlone: recalled(
        'Further down, enter those of the outgoing server. The box covers STARTTLS too. Then click:',
        'Add Account',
      ),
      exchange: recalled('If Outlook asks for the kind of account, choose:', 'Exchange'),
      exchangeValues: recalled(
        'Enter what Outlook asks for of these (your address may already stand as the user name: replace it), then click:',
        'Add Account',
      ),
      ownLogin: recalled(
        'Your login for sending is another one: open this account again in the list of accounts, and enter it for the outgoing server:',
      ),
    },
    browser: {
      about:
        'Outlook 2016 and later on the Mac. It knows your provider: you sign in on a page that it opens, and no server has to be typed.',
      start: {
        primary: [recalled('Open Outlook: it asks for an address by itself.')],
        additional: [recalled('Open Outlook and choose in the menus:', 'Tools', 'Accounts', '+', 'New Account')],
      },
    },
    labels: {
      address: 'Email address',
      protocol: 'Type',
      incomingLogin: 'Username',
      incomingPassword: 'Password',
      incomingHost: 'Incoming server',
      incomingPort: 'Port of the incoming server',
      incomingSecurity: 'Use SSL to connect',
      outgoingHost: 'Outgoing server',
      outgoingPort: 'Port of the outgoing server',
      outgoingSecurity: 'Use SSL to connect',
      outgoingLogin: 'Username for sending',
      outgoingPassword: 'Password for sending',
      exchangeLogin: 'Username',
      exchangePassword: 'Password',
      exchangeHost: 'Server',
    },
    protocol: {
      imap: 'IMAP',
      pop3: 'POP',
    },
    security: {
      tls: 'tick it',
      starttls: 'tick it',
      none: 'untick it',
    },
    role: {
      primary: step('This is the first account of Outlook, and new messages are written from it.'),
      additional: recalled(
        'Your default account stays the default. It is changed only with Set as default, in the menu “…” of the list of accounts.',
      ),
    },
    undo: recalled('In the list of accounts, choose this one, then click:', 'Tools', 'Accounts', '–'),
    repair: recalled('Choose this account in the list and correct the user name:', 'Tools', 'Accounts', 'Username'),
    troubles: [
      trouble(
        'The menu Tools has no Accounts',
        recalled('In newer versions the list of accounts is here:', 'Outlook', 'Settings…', 'Accounts', '+'),
      ),
      trouble(
        'Outlook opens a sign-in page of Microsoft 365 or Exchange',
        recalled(
          'It takes your address for one of Microsoft. Go no further there, and look for:',
          'Not Exchange?',
          'IMAP/POP',
        ),
      ),
    ],
  },
  'outlook-android': {
    title: 'Outlook for Android',
    aside: 'your mail goes by way of Microsoft',
    about: 'The app Outlook, from the Play Store.',
    start: {
      primary: [recalled('Open Outlook and tap:', 'Add account')],
      additional: [recalled('Open Outlook, tap your picture, then:', '⚙', 'Add account', 'Add an email account')],
    },
    steps: {
      ownAddress: noted(recalled('Type your address, then tap:', 'Continue'), handsOverMail),
      page: recalled('A page of your provider opens: sign in there.'),
      added: recalled('If the app offers to add a further account, tap:', 'Maybe later'),
      address: noted(recalled('Type your address, then tap:', 'Continue'), handsOver),
      provider: recalled(
        'If the app shows a sign-in page of Microsoft or Google, go no further there: tap Skip, or',
        '?',
        'Change account provider',
      ),
      protocol: recalled('Choose the kind of account, under “Advanced”:'),
      advanced: recalled('Switch this on:', 'Use advanced settings'),
      incoming: recalled('Enter the values of the incoming server; the port goes after the host name and a colon.'),
      outgoing: recalled('Enter the values of the outgoing server in the same way.'),
      ports: recalled(
        'Only if the page has boxes of their own for port and security: take colon and port off the host names, and enter:',
      ),
      exchange: recalled('If the app asks for the kind of account, tap:', 'Exchange'),
      exchangeValues: recalled(
        'Enter these. If there is a box for the password only, switch on “Use advanced settings” first.',
      ),
      done: recalled('Tap, at the top of the page:', '✓'),
    },
    browser: {
      about: 'It knows your provider: you sign in on a page that it opens, and no server has to be typed.',
      start: {
        primary: [recalled('Open Outlook and tap:', 'Add account')],
        additional: [recalled('Open Outlook, tap your picture, then:', '⚙', 'Add account', 'Add an email account')],
      },
    },
    labels: {
      address: 'Email address',
      name: 'Display name',
      accountName: 'Description',
      incomingHostAndPort: 'IMAP host name',
      incomingLogin: 'IMAP username',
      incomingPassword: 'IMAP password',
      outgoingHostAndPort: 'SMTP host name',
      outgoingLogin: 'SMTP username',
      outgoingPassword: 'SMTP password',
      incomingPort: 'IMAP port',
      incomingSecurity: 'IMAP security',
      outgoingPort: 'SMTP port',
      outgoingSecurity: 'SMTP security',
      exchangeHost: 'Server',
      exchangeLogin: 'Domain\\Username',
      exchangePassword: 'Password',
    },
    protocol: {
      imap: 'IMAP',
      pop3: 'POP3',
    },
    security: {
      tls: 'SSL/TLS',
      starttls: 'STARTTLS',
      none: 'None',
    },
    role: {
      primary: recalled('To make it the account that new messages are written from: ⚙ › Mail › Default account.'),
      additional: recalled(
        'Your other accounts stay as they are. The one that new messages are written from is chosen under ⚙ › Mail › Default account.',
      ),
    },
    undo: recalled('Open this account in the settings of the app, then tap:', 'Delete account'),
    repair: step(
      'Outlook cannot change the servers of an account afterwards: delete the account in the settings, and add it again with the values above.',
    ),
  },
  'outlook-ios': {
    title: 'Outlook for iPhone and iPad',
    aside: 'your mail goes by way of Microsoft; with Mail it does not',
    about: 'The app Outlook, from the App Store. Mail, which every iPhone has, hands nothing over.',
    start: {
      primary: [recalled('Open Outlook and tap:', 'Add Account')],
      additional: [
        recalled(
          'Open Outlook, tap your picture or the house at the top left, then the gear, and:',
          'Accounts',
          'Add Account',
          'Email Account',
        ),
      ],
    },
    steps: {
      ownAddress: noted(recalled('Type your address, then tap:', 'Add Account'), handsOverMail),
      page: recalled('A page of your provider opens: sign in there.'),
      added: recalled('If the app offers to add a further account, tap:', 'Maybe later'),
      address: noted(recalled('Type your address, then tap:', 'Add Account'), handsOver),
      provider: recalled(
        'If the page is headed Exchange, or asks you to sign in at Microsoft or Google, go no further there and tap:',
        '?',
        'Change account provider',
      ),
      protocol: recalled('Choose the kind of account:'),
      advanced: recalled('Switch this on:', 'Use Advanced Settings'),
      incoming: recalled('Enter the values of the incoming server.'),
      exchange: recalled('If the app asks for the kind of account, tap:', 'Exchange'),
      exchangeValues: recalled(
        'Enter these (if there is a box for the password only, switch on “Use Advanced Settings” first), then tap:',
        'Sign In',
      ),
      outgoing: recalled('Enter the values of the outgoing server, then tap:', 'Sign In'),
    },
    browser: {
      about: 'It knows your provider: you sign in on a page that it opens, and no server has to be typed.',
      start: {
        primary: [recalled('Open Outlook and tap:', 'Add Account')],
        additional: [
          recalled(
            'Open Outlook, tap your picture or the house at the top left, then the gear, and:',
            'Accounts',
            'Add Account',
            'Email Account',
          ),
        ],
      },
    },
    labels: {
      address: 'Email address',
      name: 'Display name',
      accountName: 'Description',
      incomingHost: 'IMAP Host Name',
      incomingPort: 'IMAP Port',
      incomingSecurity: 'Port security',
      incomingLogin: 'IMAP Username',
      incomingPassword: 'IMAP Password',
      outgoingHost: 'SMTP Host Name',
      outgoingPort: 'SMTP Port',
      outgoingSecurity: 'Port security',
      outgoingLogin: 'SMTP Username',
      outgoingPassword: 'SMTP Password',
      exchangeHost: 'Server',
      exchangeLogin: 'Domain\\Username',
      exchangePassword: 'Password',
    },
    protocol: {
      imap: 'IMAP',
      pop3: 'POP3',
    },
    security: {
      tls: 'SSL',
      starttls: 'STARTTLS',
      none: 'None',
    },
    role: {
      primary: step('This is the first account of Outlook, and new messages are written from it.'),
      additional: recalled(
        'Your other accounts stay as they are. The one that new messages are written from is chosen in the settings, under Mail › Default account.',
      ),
    },
    undo: recalled('In the settings of the app, open this account under Accounts, then tap:', 'Delete Account'),
    repair: recalled(
      'In the settings of the app, open this account under Accounts, then tap:',
      'Edit sign-in information',
    ),
  },
});
