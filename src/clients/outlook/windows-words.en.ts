import { recalled, step, trouble } from '../../words/step.ts';
import { source } from '../../words/words.ts';

const outlookWizard = {
  steps: {
    manual: step(
      'On the first page, choose the line at the bottom, then click:',
      'Manual setup or additional server types',
      'Next',
    ),
    protocol: step('Choose:', 'POP or IMAP', 'Next'),
    account: step(
      'Fill in the page “POP and IMAP Account Settings”. A part of your address may already stand as the user name: replace it. Leave the box “Require logon using Secure Password Authentication (SPA)” empty. Then click:',
      'More Settings…',
    ),
    sameLogin: step(
      'On the tab “Outgoing Server”, tick this box, and leave “Use same settings as my incoming mail server” as it is:',
    ),
    ownLogin: recalled('On the tab “Outgoing Server”, tick this box, choose “Log on using”, and enter:'),
    noLogin: step('On the tab “Outgoing Server”, leave this box empty:'),
    advancedIncoming: step(
      'On the tab “Advanced”, enter this for the incoming server: first the encryption, then the port, because choosing the one changes the other. Some versions say SSL for SSL/TLS, and TLS for STARTTLS.',
    ),
    advancedOutgoing: step('Do the same for the outgoing server, then click:', 'OK'),
    finish: step('Go on; Outlook tries the account before the last page:', 'Next', 'Close', 'Finish'),
  },
  labels: {
    name: 'Your Name',
    address: 'Email Address',
    protocol: 'Account Type',
    incomingHost: 'Incoming mail server',
    outgoingHost: 'Outgoing mail server (SMTP)',
    incomingLogin: 'User Name',
    incomingPassword: 'Password',
    signIn: 'My outgoing server (SMTP) requires authentication',
    outgoingLogin: 'User Name',
    outgoingPassword: 'Password',
    incomingSecurity: 'Use the following type of encrypted connection',
    incomingPort: 'Incoming server (IMAP)',
    outgoingSecurity: 'Use the following type of encrypted connection',
    outgoingPort: 'Outgoing server (SMTP)',
  },
  protocol: { imap: 'IMAP', pop3: 'POP3' },
  role: {
    primary: step('This is the first account of Outlook, and new messages are written from it.'),
    additional: recalled(
      'Your first account remains the default: do not click “Set as Default” for this one. To start every new message from the default account, whatever folder you are in: File › Options › Mail › Always use the default account when composing new messages.',
    ),
  },
  refusals: [
    trouble(
      'Outlook asks for the password again and again',
      recalled(
        'Look at the user name in that window: if it is your address, replace it by your login. If it cannot be changed, cancel: each further attempt may bring the server closer to locking the account.',
      ),
    ),
  ],
  troubles: [
    trouble(
      'Outlook cannot connect to the incoming (IMAP) server, or says that something went wrong',
      step('Encryption and port do not fit together: on the tab “Advanced”, hold both against the values below.'),
    ),
    trouble(
      '“Allow this website to configure … server settings?”',
      step('Refuse, unless your provider has told you the name of that website.'),
    ),
  ],
};

const outlookControlPanel = {
  ...outlookWizard,
  start: {
    primary: [
      recalled(
        'Start Outlook once. When it asks for your address, type nothing: close that window and Outlook, which would take the address for the login.',
      ),
      step('Open the Start menu, type the following, and open what is found:', 'Control Panel'),
      step(
        'In the search box of that window, type Mail, and open (a 32-bit Office adds “(32-bit)”):',
        'Mail (Microsoft Outlook)',
      ),
      recalled(
        'If the window has a button “Email Accounts…”, click it, then the tab Email and New…. If it has none, click Add…, name the profile “Outlook” and click OK.',
      ),
    ],
    additional: [
      step('Close Outlook. Open the Start menu, type the following, and open what is found:', 'Control Panel'),
      step(
        'In the search box of that window, type Mail, and open (a 32-bit Office adds “(32-bit)”):',
        'Mail (Microsoft Outlook)',
      ),
      step('In the window “Mail Setup – Outlook”, click:', 'Email Accounts…', 'Email', 'New…'),
    ],
  },
  browser: {
    about:
      'Your version is shown under File › Office Account. Outlook knows your provider: you sign in on a page that it opens, and no server has to be typed.',
    start: {
      primary: [recalled('Start Outlook: it asks for an address by itself.')],
      additional: [recalled('Open Outlook and click:', 'File', 'Info', 'Add Account')],
    },
    undo: recalled(
      'Choose this account in the following list, then click Remove:',
      'File',
      'Account Settings',
      'Account Settings…',
    ),
  },
  steps: {
    ...outlookWizard.steps,
    ownAddress: recalled('Type your address, then click:', 'Connect'),
    page: recalled('A page of your provider opens: sign in there.'),
    added: recalled(
      'When Outlook says that the account has been added, leave “Set up Outlook Mobile on my phone, too” empty and click the following; then close Outlook and open it again.',
      'Done',
    ),
    open: step(
      'Close the other windows and start Outlook. If it asks for the password, the user name there must be your login.',
    ),
  },
  security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'None' },
  undo: recalled(
    'Close Outlook and open the same list of accounts in the Control Panel. Choose this account, then click:',
    'Remove',
  ),
  repair: recalled(
    'Close Outlook and open the same list of accounts in the Control Panel. Choose this account and click the following; then look at “Outgoing Server” under More Settings… too:',
    'Change…',
    'User Name',
  ),
  troubles: [
    trouble(
      'The window of the Control Panel asks for an address only, and nothing else',
      step(
        'Type nothing there and close it. Open this older assistant with a double-click (for a 32-bit Office, in Program Files (x86)), and go on from the tab Email:',
        'C:\\Program Files\\Microsoft Office\\root\\Office16\\OLCFG.EXE',
        'Email Accounts',
      ),
    ),
    trouble(
      'The Control Panel finds no “Mail”',
      step('Start Outlook once and close it again, then look again: the entry is made at the first start.'),
    ),
    trouble(
      'Outlook opens a sign-in page of Microsoft 365 or Exchange',
      step(
        'It takes your address for one of Microsoft. Type nothing there: close the page, and follow the steps above from the start.',
      ),
    ),
    ...outlookWizard.troubles,
  ],
};

export const en = source({
  'outlook-365': {
    ...outlookControlPanel,
    title: 'Outlook for Microsoft 365 (classic)',
    about:
      'The Outlook of a Microsoft 365 subscription, called “Outlook (classic)” in the Start menu. If a switch “New Outlook” at the top right is on, you have the new one, which has a page of its own. The wizard inside Outlook never asks for the login, so the steps lead through the Control Panel.',
  },
  'outlook-2024': {
    ...outlookControlPanel,
    title: 'Outlook 2024',
    about:
      'Your version is shown under File › Office Account. The wizard inside Outlook never asks for the login, so the steps lead through the Control Panel. There is no file that does it: the one for other versions is reported to do nothing in Outlook 2024.',
  },
  'outlook-2021': {
    ...outlookControlPanel,
    title: 'Outlook 2021',
    about:
      'Your version is shown under File › Office Account. The wizard inside Outlook never asks for the login, so the steps lead through the Control Panel.',
  },
  'outlook-2019': {
    ...outlookControlPanel,
    title: 'Outlook 2019',
    about:
      'Your version is shown under File › Office Account. The wizard inside Outlook never asks for the login, so the steps lead through the Control Panel.',
  },
  'outlook-2016': {
    ...outlookControlPanel,
    title: 'Outlook 2016',
    about:
      'Your version is shown under File › Office Account. In most editions the wizard inside Outlook never asks for the login, so the steps lead through the Control Panel, which does in all.',
    steps: {
      ...outlookControlPanel.steps,
      advancedIncoming: step(
        'On the tab “Advanced”, enter this for the incoming server: first the encryption, then the port, because choosing the one changes the other. Outlook 2016 says SSL for SSL/TLS, and TLS for STARTTLS; newer editions of it say SSL/TLS and STARTTLS.',
      ),
    },
    security: {
      tls: 'SSL',
      starttls: 'TLS',
      none: 'None',
    },
  },
  'outlook-2013': {
    ...outlookWizard,
    title: 'Outlook 2013',
    about: 'Your version is shown under File › Office Account.',
    start: {
      primary: [
        recalled(
          'Start Outlook. After the welcome page, it asks whether to connect to an email account:',
          'Yes',
          'Next',
        ),
      ],
      additional: [step('Open Outlook and click:', 'File', 'Info', 'Add Account')],
    },
    steps: {
      ...outlookWizard.steps,
      advancedIncoming: step(
        'On the tab “Advanced”, enter this for the incoming server: first the encryption, then the port, because choosing the one changes the other. Outlook 2013 says SSL for SSL/TLS, and TLS for STARTTLS.',
      ),
    },
    security: {
      tls: 'SSL',
      starttls: 'TLS',
      none: 'None',
    },
    undo: recalled(
      'Choose this account in the following list, then click Remove:',
      'File',
      'Account Settings',
      'Account Settings…',
    ),
    repair: recalled(
      'Choose this account in the following list, click Change… and correct the user name; then look at “Outgoing Server” under More Settings… too:',
      'File',
      'Account Settings',
      'Account Settings…',
    ),
  },
  'outlook-new': {
    title: 'Outlook for Windows (new)',
    about:
      'The Outlook that comes with Windows 11, in the Start menu as “Outlook” or “Outlook (new)”. Careful: it hands your password and your mail to a service of Microsoft on the Internet. Many institutions do not allow that: ask before you use it.',
    start: {
      primary: [step('Open Outlook: it shows the page to add an account by itself.')],
      additional: [
        step('Open Outlook, click the gear at the top right, then:', 'Accounts', 'Your accounts', 'Add account'),
      ],
    },
    steps: {
      ownAddress: recalled('Type your address, then click (in some versions, Next):', 'Continue'),
      page: recalled('A page of your provider opens, perhaps in the browser: sign in there.'),
      added: recalled('When Outlook says that the account has been added, click:', 'Done'),
      address: step('Type your address, then click (in some versions, Next):', 'Continue'),
      protocol: step('In the list of providers, choose:'),
      incoming: step(
        'Enter the password and the values of the incoming server. If the boxes are not there, click “Show more”.',
      ),
      outgoing: step('Enter the values of the outgoing server, then click (in some versions, Continue):', 'Next'),
    },
    browser: {
      about:
        'The Outlook that comes with Windows 11, in the Start menu as “Outlook” or “Outlook (new)”. It knows your provider: you sign in on a page that it opens. Careful: it hands the mail of other providers than Microsoft to a service of Microsoft on the Internet. Many institutions do not allow that: ask before you use it.',
      start: {
        primary: [step('Open Outlook: it shows the page to add an account by itself.')],
        additional: [
          step('Open Outlook, click the gear at the top right, then:', 'Accounts', 'Your accounts', 'Add account'),
        ],
      },
    },
    labels: {
      address: 'Email',
      incomingPassword: 'Password',
      incomingHost: 'IMAP Incoming Server',
      incomingPort: 'Port',
      incomingSecurity: 'Secure connection type',
      outgoingLogin: 'SMTP Username',
      outgoingPassword: 'SMTP Password',
      outgoingHost: 'SMTP Outgoing Server',
      outgoingPort: 'Port',
      outgoingSecurity: 'Secure connection type',
    },
    protocol: {
      imap: 'IMAP',
      pop3: 'POP',
    },
    security: {
      tls: 'SSL/TLS',
      starttls: 'STARTTLS',
      none: 'None',
    },
    role: {
      primary: step('This is the first account of Outlook, and new messages are written from it.'),
      additional: step('Your other accounts stay as they are, and the one that was the main one remains it.'),
    },
    undo: recalled(
      'Choose this account in the following list, then click Manage and Remove:',
      'Settings',
      'Accounts',
      'Your accounts',
    ),
    repair: recalled(
      'Remove the account and add it again with the values below:',
      'Settings',
      'Accounts',
      'Your accounts',
    ),
    instead: recalled(
      'Classic Outlook can: open “Outlook (classic)” in the Start menu, and follow the page of its version. To go back to it from the new one, switch this off at the top right of the window:',
      'New Outlook',
    ),
  },
});
