import { recalled, step, tap, trouble } from '../../words/step.ts';
import { source } from '../../words/words.ts';

/** What its guides say. */
export const en = source({
  'mail-macos': {
    title: 'Mail on the Mac',
    fileAside: 'one file does it all',
    about: 'The labels are those of macOS 14, 15 and 26.',
    download: 'Download the profile',
    taps: {
      open: tap('Open the downloaded file.'),
      settings: tap(
        'Open [System Settings] › [General] › [Device Management].',
        'macOS 13 and 14: [Privacy & Security] › [Profiles]. Before: [System Preferences] › [Profiles].',
      ),
      password: tap('Double-click the profile, then [Install]; last, type the password of your mailbox.'),
      browser: tap('Double-click the profile, then [Install]. A page of your provider opens: sign in there.'),
      nothing: tap('Double-click the profile, then [Install].'),
    },
    unsigned: '“Not Signed” in red is normal here.',
    otherPage: { say: 'On an iPad?', link: 'Mail on iPhone and iPad' },
    hand: 'By hand, without the profile',
    start: {
      primary: [
        recalled('Open Mail. Where it lists providers, choose the last one:', 'Other Mail Account…', 'Continue'),
      ],
      additional: [
        recalled('Open Mail and choose in the menus:', 'Mail', 'Add Account…'),
        recalled('In the list of providers, choose the last one:', 'Other Mail Account…', 'Continue'),
      ],
    },
    steps: {
      address: recalled(
        'Fill in this page. Then hold the Option key (⌥) down while you click the following, so that Mail asks for all values and guesses none:',
        'Sign In',
      ),
      account: recalled(
        'Fill in the page with more fields. Mail also shows it after “Unable to verify account name or password”. Your address may already stand as the user name: replace it. Then click:',
        'Sign In',
      ),
      provider: recalled('In the list of providers, choose:'),
      page: recalled(
        'If Mail asks for your address, type it and choose Sign In, not Configure Manually. Then a page of your provider opens: sign in there.',
      ),
      apps: recalled('Leave only Mail ticked, then click:', 'Done'),
      exchange: recalled('In the list of providers, choose:', 'Microsoft Exchange'),
      exchangeAddress: recalled(
        'Type your name and your address, then click the following, so that nothing is asked of Microsoft:',
        'Sign In',
        'Configure Manually',
      ),
      exchangeValues: recalled('Enter what Mail asks for of these, then click:', 'Sign In'),
      settings: recalled('Now look at what Mail has made of it. Choose in the menus:', 'Mail', 'Settings…', 'Accounts'),
      incoming: recalled(
        'Choose this account, then “Server Settings”. Under “Incoming Mail Server”, untick “Automatically manage connection settings”, and compare:',
      ),
      outgoing: recalled(
        'Under “Outgoing Mail Server (SMTP)”, do the same. The box covers STARTTLS too. If fields are missing, open “Edit SMTP Server List…” in the list of accounts there. Then click:',
        'Save',
      ),
    },
    browser: {
      about: 'Mail knows your provider: you sign in in the browser, and no server has to be typed.',
      start: {
        primary: [recalled('Open Mail: it shows a list of providers.')],
        additional: [recalled('Open Mail and choose in the menus:', 'Mail', 'Add Account…')],
      },
    },
    issuers: {
      google: 'Google',
      microsoft: 'Microsoft Exchange',
      yahoo: 'Yahoo',
      aol: 'AOL',
    },
    labels: {
      name: 'Name',
      address: 'Email Address',
      password: 'Password',
      protocol: 'Account Type',
      incomingLogin: 'User Name',
      incomingPassword: 'Password',
      incomingHost: 'Incoming Mail Server',
      incomingPort: 'Port',
      incomingSecurity: 'Use TLS/SSL',
      incomingAuthentication: 'Authentication',
      outgoingLogin: 'User Name',
      outgoingPassword: 'Password',
      outgoingHost: 'Outgoing Mail Server',
      outgoingPort: 'Port',
      outgoingSecurity: 'Use TLS/SSL',
      outgoingAuthentication: 'Authentication',
      exchangePassword: 'Password',
      exchangeLogin: 'User Name',
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
    authentication: {
      password: 'Password',
      'cram-md5': 'MD5 Challenge-Response',
      none: 'None',
    },
    role: {
      primary: step('This is the first account of Mail, and new messages are written from it.'),
      additional: recalled(
        'Your other accounts stay as they are. The one that new messages are written from is chosen under Mail › Settings… › Composing › Send new messages from.',
      ),
    },
    undo: recalled(
      'If you installed the profile, remove it, and the account goes with it: System Settings › General › Device Management › the profile › –. If you did it by hand, choose this account in the following list and click –:',
      'Mail',
      'Settings…',
      'Accounts',
    ),
    repair: recalled(
      'Correct it in both places, for the incoming and for the outgoing server. (In an account that came by the profile, these fields are greyed out: there, only the password can be wrong.)',
      'Mail',
      'Settings…',
      'Accounts',
      'Server Settings',
    ),
    refusals: [
      trouble(
        '“Unable to verify account name or password”',
        recalled(
          'Mail has tried your address as the login. Fill in the field User Name with your login, and click:',
          'Sign In',
        ),
      ),
    ],
    troubles: [
      trouble(
        'The mailbox is there twice',
        recalled('You have both installed the profile and added the account by hand: remove the one made by hand.'),
      ),
    ],
  },
  'mail-ios': {
    title: 'Mail on iPhone and iPad',
    fileAside: 'one file does it all',
    about: 'The labels are those of iOS and iPadOS 18 and later.',
    download: 'Download the profile',
    taps: {
      allow: tap('Tap [Allow], then [Close].'),
      settings: tap('Open [Settings] › [Profile Downloaded].', 'Within 8 minutes; after that, begin again.'),
      password: tap('Tap [Install] to the end; last, type the password of your mailbox.'),
      browser: tap('Tap [Install] to the end. A page of your provider opens: sign in there.'),
      nothing: tap('Tap [Install] to the end.'),
    },
    unsigned: '“Not Signed” in red is normal here.',
    hand: 'By hand, without the profile',
    start: {
      primary: [recalled('Open Mail, and choose at the end of the list of providers:', 'Other')],
      additional: [
        recalled(
          'Open the settings (iOS 14 to 17: Settings › Mail › Accounts › Add Account):',
          'Settings',
          'Apps',
          'Mail',
          'Mail Accounts',
          'Add Account',
        ),
        recalled('At the end of the list of providers, choose:', 'Other', 'Add Mail Account'),
      ],
    },
    steps: {
      address: recalled('Fill in this page, then tap:', 'Next'),
      protocol: recalled('At the top of the next page, choose:'),
      incoming: recalled('Under “Incoming Mail Server”, enter:'),
      outgoing: recalled(
        'Under “Outgoing Mail Server”, enter the following, also where it says “Optional”, and tap Next. If the iPhone offers to go on without SSL, refuse, and look at the values again.',
      ),
      provider: recalled('In the list of providers, choose:'),
      page: recalled(
        'If Mail asks for your address, type it, tap Next and then Sign In, not Configure Manually. Then a page of your provider opens: sign in there.',
      ),
      apps: recalled('Leave only Mail switched on, then tap:', 'Save'),
      exchange: recalled('In the list of providers, choose:', 'Microsoft Exchange'),
      exchangeAddress: recalled(
        'Type your address, tap the following, and type the rest yourself:',
        'Next',
        'Configure Manually',
      ),
      exchangeValues: recalled('Enter what is asked for of these, then tap Next. “Domain” may stay empty.'),
      exchangeParts: recalled('Leave on what you want on this device, then tap:', 'Save'),
      incomingPort: recalled(
        'Now look at what Mail has made of it (iOS 14 to 17: Settings › Mail › Accounts), and compare:',
        'Settings',
        'Apps',
        'Mail',
        'Mail Accounts',
        'this account',
        'Account',
        'Advanced',
      ),
      outgoingPort: recalled('One page back, do the same for the outgoing server:', 'SMTP', 'Primary Server'),
    },
    browser: {
      about: 'Mail knows your provider: you sign in on a page in the browser, and no server has to be typed.',
      start: {
        primary: [recalled('Open Mail: it shows a list of providers.')],
        additional: [
          recalled(
            'Open the settings (iOS 14 to 17: Settings › Mail › Accounts › Add Account):',
            'Settings',
            'Apps',
            'Mail',
            'Mail Accounts',
            'Add Account',
          ),
        ],
      },
    },
    issuers: {
      google: 'Google',
      microsoft: 'Microsoft Exchange',
      yahoo: 'Yahoo',
      aol: 'AOL',
    },
    labels: {
      name: 'Name',
      address: 'Email',
      password: 'Password',
      accountName: 'Description',
      incomingHost: 'Host Name',
      incomingLogin: 'User Name',
      incomingPassword: 'Password',
      incomingPort: 'Server Port',
      incomingSecurity: 'Use SSL',
      incomingAuthentication: 'Authentication',
      outgoingHost: 'Host Name',
      outgoingLogin: 'User Name',
      outgoingPassword: 'Password',
      outgoingPort: 'Server Port',
      outgoingSecurity: 'Use SSL',
      outgoingAuthentication: 'Authentication',
      exchangePassword: 'Password',
      exchangeLogin: 'Username',
      exchangeHost: 'Server',
    },
    protocol: {
      imap: 'IMAP',
      pop3: 'POP',
    },
    security: {
      tls: 'on',
      starttls: 'on',
      none: 'off',
    },
    authentication: {
      password: 'Password',
      'cram-md5': 'MD5 Challenge-Response',
      none: 'None',
    },
    role: {
      primary: step('This is the first account of Mail, and new messages are written from it.'),
      additional: recalled(
        'Your other accounts stay as they are. The one that new messages are written from is chosen under Settings › Apps › Mail › Default Account (iOS 14 to 17: Settings › Mail › Default Account).',
      ),
    },
    undo: recalled(
      'If you installed the profile, remove it, and the account goes with it: Settings › General › VPN & Device Management › the profile › Remove Profile. If you did it by hand (iOS 14 to 17: Settings › Mail › Accounts):',
      'Settings',
      'Apps',
      'Mail',
      'Mail Accounts',
      'this account',
      'Delete Account',
    ),
    repair: recalled(
      'Open this account under Settings › Apps › Mail › Mail Accounts (iOS 14 to 17: Settings › Mail › Accounts) and correct the user name under Account; then do so for the outgoing server, which is the one that is often forgotten:',
      'SMTP',
      'Primary Server',
      'User Name',
    ),
    refusals: [
      trouble(
        '“Cannot Get Mail – The user name or password is incorrect”',
        recalled(
          'The user name is your address, often for sending only. Correct it here:',
          'SMTP',
          'Primary Server',
          'User Name',
        ),
      ),
    ],
    troubles: [
      trouble(
        'The page with the servers does not appear',
        recalled('The iPhone believes that it knows your provider and has guessed. Cancel, and use the profile.'),
      ),
      trouble(
        '“Cannot Connect Using SSL”',
        recalled(
          'Answer No to going on without: your password would travel unprotected. Compare the host names with those below.',
        ),
      ),
      trouble(
        'The profile is no longer in the settings',
        recalled('The iPhone keeps it for 8 minutes only: open the file again.'),
      ),
    ],
    privateAuthority: trouble(
      '“Cannot Verify Server Identity”',
      recalled(
        'Switch the certificate of your mail service on:',
        'Settings',
        'General',
        'About',
        'Certificate Trust Settings',
      ),
    ),
  },
});
