import { noted, recalled, step, tap, trouble } from '../../words/step.ts';
import { source } from '../../words/words.ts';
import { packageNames } from './package-names.ts';

const { install, tidy } = packageNames.en;

const newData =
  'This Outlook hands your mail, and what you type to sign in, to a service of Microsoft on the Internet.';

const askFirst = 'Many institutions do not allow that: ask your IT department first.';

const wizard = `It asks for the address only? Close Outlook, double-click [${tidy}], and set it up [by hand](#by-hand).`;

const asksAgain = trouble(
  'Outlook asks for the password again and again',
  recalled(
    'Look at the user name in that window: if it is your address, replace it with your login. If it cannot be changed, cancel: each further attempt may bring the server closer to locking the account.',
  ),
);

export const en = source({
  outlook: {
    title: 'Outlook (classic)',
    hint: 'with a File menu: 2013 to 2024, Microsoft 365',
    about:
      'For Outlook 2013, 2016, 2019, 2021, 2024 and Microsoft 365 (classic), which have the same windows. Only what is typed here takes your login for what it is: the assistant inside Outlook never asks for it from 2016 on.',
    which: {
      title: 'Which Outlook do I have?',
      lines: [
        step(
          '[File] stands at the top left of its window: it is this one, in the Start menu perhaps “Outlook (classic)”.',
        ),
        step('The version, 2013 to 2024 or Microsoft 365, is shown under [File] › [Office Account].'),
        step('No [File]: it is the new Outlook.'),
      ],
      other: 'Go to its page',
    },
    download: 'Download install.zip',
    fileNotFor: tap('Outlook 2024: set it up [by hand](#by-hand).'),
    fileFor: tap('For Outlook 2013 to 2021 and Microsoft 365, with a File menu. No administrator rights needed.'),
    taps: {
      extract: tap('In Downloads, right-click the file install: [Extract All…] › [Extract].'),
      start: tap(
        `In the folder that opens, double-click [${install}].`,
        'Outlook must be closed. A blue window? [More info] › [Run anyway]. A security warning? [Run].',
      ),
      add: tap('In Outlook, type these under [File] › [Add Account]:', wizard),
      addFirst: tap('Open Outlook, and type these where it asks for an account:', wizard),
    },
    dialog: { title: 'Windows protected your PC', more: 'More info', go: 'Run anyway' },
    blocked: trouble(
      'No “Run anyway” button',
      step(
        'Delete the extracted folder. Right-click install.zip in Downloads: [Properties], tick [Unblock], [OK]; then extract it again. If it is still not let through, your organisation forbids it: set up the account [by hand](#by-hand).',
      ),
    ),
    afterwards: tap(
      `Then double-click [${tidy}], in the same folder: until then its settings hold for every account of your domain. Your account and your messages stay.`,
    ),
    hand: 'By hand, in the Control Panel',
    start: {
      primary: [
        noted(
          recalled(
            'Start Outlook once. When it asks for your address, type nothing: close that window and Outlook, which would take the address for the login.',
          ),
          'Outlook 2013 begins with a welcome page: [Next], [Yes], [Next], and go on with “Manual setup” below.',
        ),
        step('Open the Start menu, type the following, and open what is found:', 'Control Panel'),
        step(
          'In the search box of that window, type Mail, and open (a 32-bit Office adds “(32-bit)”):',
          'Mail (Microsoft Outlook)',
        ),
        recalled(
          'If the window has a button [Email Accounts…], click it, then the tab [Email] and [New…]. If it has none, click [Add…], name the profile “Outlook” and click [OK].',
        ),
      ],
      additional: [
        step('Close Outlook. Open the Start menu, type the following, and open what is found:', 'Control Panel'),
        step(
          'In the search box of that window, type Mail, and open (a 32-bit Office adds “(32-bit)”):',
          'Mail (Microsoft Outlook)',
        ),
        noted(
          step('In the window “Mail Setup – Outlook”, click:', 'Email Accounts…', 'Email', 'New…'),
          'In Outlook 2013 and early editions of 2016, [File] › [Info] › [Add Account] leads to the same place.',
        ),
      ],
    },
    browser: {
      hint: 'with a File menu: 2016 to 2024, Microsoft 365',
      about:
        'For Outlook 2016, 2019, 2021, 2024 and Microsoft 365 (classic). Outlook knows your provider: you sign in on a page that it opens, and no server has to be typed.',
      start: {
        primary: [recalled('Start Outlook: it asks for an address by itself.')],
        additional: [recalled('Open Outlook and click:', 'File', 'Info', 'Add Account')],
      },
      undo: recalled(
        'Choose this account in the following list, then click [Remove]:',
        'File',
        'Account Settings',
        'Account Settings…',
      ),
      older: {
        title: 'Outlook 2013: by hand, with a password',
        none: trouble(
          'Outlook 2013 opens no page to sign in',
          step('It knows passwords only, and your provider takes none there: use a newer Outlook or another program.'),
        ),
      },
    },
    steps: {
      manual: step(
        'On the first page, choose the line at the bottom, then click:',
        'Manual setup or additional server types',
        'Next',
      ),
      protocol: step('Choose:', 'POP or IMAP', 'Next'),
      account: noted(
        step(
          'Fill in the page “POP and IMAP Account Settings”, leave the box “Require logon using Secure Password Authentication (SPA)” empty, and click:',
          'More Settings…',
        ),
        'A part of your address may already stand as the user name: replace it.',
      ),
      sameLogin: step(
        'On the tab [Outgoing Server], tick this box, and leave “Use same settings as my incoming mail server” as it is:',
      ),
      ownLogin: recalled('On the tab [Outgoing Server], tick this box, choose “Log on using”, and enter:'),
      noLogin: step('On the tab [Outgoing Server], leave this box empty:'),
      advancedIncoming: noted(
        step(
          'On the tab [Advanced], enter this for the incoming server: first the encryption, then the port, because choosing the one changes the other.',
        ),
        'Outlook 2013 and 2016 say SSL for SSL/TLS, and TLS for STARTTLS; newer editions of 2016 say SSL/TLS and STARTTLS, as 2019, 2021, 2024 and Microsoft 365 do.',
      ),
      advancedOutgoing: step('Do the same for the outgoing server, then click:', 'OK'),
      finish: step('Go on; Outlook tries the account before the last page:', 'Next', 'Close', 'Finish'),
      open: step(
        'Close the other windows and start Outlook. If it asks for the password, the user name there must be your login.',
      ),
      ownAddress: recalled('Type your address, then click:', 'Connect'),
      page: recalled('A page of your provider opens: sign in there.'),
      exchangeValues: recalled(
        'When a window asks for the password, its user name is often your address: choose the following, and type:',
        'More choices',
        'Use a different account',
      ),
      added: recalled(
        'When Outlook says that the account has been added, leave “Set up Outlook Mobile on my phone, too” empty and click the following; then close Outlook and open it again.',
        'Done',
      ),
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
      exchangeLogin: 'User name',
      exchangePassword: 'Password',
    },
    protocol: { imap: 'IMAP', pop3: 'POP3' },
    security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'None' },
    role: {
      primary: step('This is the first account of Outlook, and new messages are written from it.'),
      additional: recalled('Your first account stays the main one: do not click [Set as Default] for this one.'),
    },
    undo: recalled(
      `If you have not run [${tidy}] yet, double-click it. Then choose this account in the following list and click [Remove]:`,
      'File',
      'Account Settings',
      'Account Settings…',
    ),
    repair: recalled(
      'Close Outlook and open the list of accounts in the Control Panel, under [Mail (Microsoft Outlook)]. Choose this account and click the following; then look at “Outgoing Server” under [More Settings…] too:',
      'Change…',
      'User Name',
    ),
    refusals: [asksAgain],
    exchangeRefusals: [asksAgain],
    troubles: [
      trouble(
        'A window asks for an address only, and nothing else',
        step(
          'Type nothing there and close it. In Outlook 2016 to 2024 and Microsoft 365, open this older assistant with a double-click (for a 32-bit Office, in Program Files (x86)), and go on from the tab [Email]:',
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
          'It takes your address for one of Microsoft’s. Type nothing there: close the page, and set it up [by hand](#by-hand).',
        ),
      ),
      trouble(
        'New messages are written from the wrong account',
        recalled(
          '[File] › [Options] › [Mail] › [Always use the default account when composing new messages]: then the folder that is open no longer counts.',
        ),
      ),
      trouble(
        'Outlook cannot connect to the incoming (IMAP) server, or says that something went wrong',
        step('Encryption and port do not fit together: on the tab [Advanced], hold both against the values below.'),
      ),
      trouble(
        '“Allow this website to configure … server settings?”',
        step('Refuse, unless your provider has told you the name of that website.'),
      ),
    ],
  },
  'outlook-new': {
    title: 'Outlook (new)',
    hint: 'without a File menu',
    wontDo: 'The new Outlook will not do',
    about:
      'The Outlook that comes with Windows 11, in the Start menu as “Outlook” or “Outlook (new)”. It has no File menu.',
    data: trouble('What about my data?', step(newData)),
    start: {
      primary: [step('Open Outlook: it shows the page to add an account by itself.')],
      additional: [
        step('Open Outlook, click the gear at the top right, then:', 'Accounts', 'Your accounts', 'Add account'),
      ],
    },
    steps: {
      ownAddress: noted(
        recalled('Type your address, then click (in some versions, Next):', 'Continue'),
        `This Outlook hands your mail to a service of Microsoft on the Internet. ${askFirst}`,
      ),
      page: recalled('A page of your provider opens, perhaps in the browser: sign in there.'),
      added: recalled('When Outlook says that the account has been added, click:', 'Done'),
      address: noted(
        step('Type your address, then click (in some versions, Next):', 'Continue'),
        `${newData} ${askFirst}`,
      ),
      protocol: step('In the list of providers, choose:'),
      incoming: step(
        'Enter the password and the values of the incoming server. If the boxes are not there, click “Show more”.',
      ),
      outgoing: step('Enter the values of the outgoing server, then click (in some versions, Continue):', 'Next'),
    },
    browser: {
      about:
        'The Outlook that comes with Windows 11, without a File menu. It knows your provider: you sign in on a page that it opens.',
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
    instead: {
      title: 'Take instead',
      notes: {
        outlook: 'in the Start menu; or switch off “New Outlook” at the top right',
        thunderbird: 'free',
        webmail: 'in the browser, nothing to install',
      },
    },
  },
});
