import { noted, recalled, step } from '../../words/step.ts';
import { source } from '../../words/words.ts';

export const en = source({
  gmailManaged: {
    title: 'Gmail on managed Android devices',
    use: 'For the Exchange account. In Intune: Apps › Configuration › Managed devices › Android Enterprise › Gmail › Enter JSON data; elsewhere copy the keys and values into the form for Gmail. Assign it to this person alone, since the values are theirs; the app asks for the password. For many people, replace the values by variables of your console that are the same, and mind that the login (exchange_username) may differ from the address.',
  },
  guides: {
    gmail: {
      title: 'Gmail',
      start: {
        primary: [recalled('Open Gmail and tap:', 'Got it', 'Add an email address', 'Other')],
        additional: [
          noted(
            recalled('Open Gmail and tap:', '≡', 'Settings', 'Add account', 'Other'),
            'No ≡? Your picture › [Add another account] › [Other].',
          ),
        ],
      },
      steps: {
        provider: recalled('In the list of kinds of account, tap:'),
        page: recalled('Type your address if the app asks for it. Then a page of your provider opens: sign in there.'),
        address: recalled(
          'Type your address. Do not tap Next, which may lead to a sign-in page of Google or Microsoft; tap:',
          'Manual setup',
        ),
        protocol: recalled('Choose the kind of account:'),
        password: recalled('Type your password, then tap:', 'Next'),
        incoming: recalled(
          'On the page “Incoming server settings”, your address or its beginning already stands as the user name: replace it. Where the app does not ask for a value, leave it out. Then tap:',
          'Next',
        ),
        outgoing: recalled('On the page “Outgoing server settings”, replace the user name here too, then tap:', 'Next'),
        exchange: recalled('In the list of kinds of account, tap:', 'Exchange and Office 365'),
        exchangeValues: recalled('Enter what the app asks for of these, then tap:', 'Next'),
        options: recalled('Leave the options as they are, then tap:', 'Next'),
        names: recalled('Give the names that you want to see, then tap:', 'Next'),
      },
      browser: {
        about: 'Gmail knows your provider: you sign in on a page in the browser, and no server has to be typed.',
        start: {
          primary: [recalled('Open Gmail and tap:', 'Got it', 'Add an email address')],
          additional: [
            noted(
              recalled('Open Gmail and tap:', '≡', 'Settings', 'Add account'),
              'No ≡? Your picture › [Add another account].',
            ),
          ],
        },
      },
      issuers: {
        google: 'Google',
        microsoft: 'Exchange and Office 365',
        yahoo: 'Yahoo',
      },
      labels: {
        address: 'Enter your email',
        password: 'Password',
        incomingLogin: 'Username',
        incomingHost: 'Server',
        incomingPort: 'Port',
        incomingSecurity: 'Security type',
        signIn: 'Require signin',
        exchangePassword: 'Password',
        exchangeLogin: 'Domain\\Username',
        exchangeHost: 'Server',
        outgoingLogin: 'Username',
        outgoingPassword: 'Password',
        outgoingHost: 'SMTP server',
        outgoingPort: 'Port',
        outgoingSecurity: 'Security type',
        accountName: 'Account name',
        name: 'Your name',
      },
      protocol: {
        imap: 'Personal (IMAP)',
        pop3: 'Personal (POP3)',
      },
      security: {
        tls: 'SSL/TLS',
        starttls: 'STARTTLS',
        none: 'None',
      },
      role: {
        primary: recalled(
          'When you write, choose the sender in the From field: Gmail prefers a Google account, if there is one.',
        ),
        additional: recalled(
          'Your other accounts stay as they are. To write from this one, choose it in the From field: it never becomes the default sender.',
        ),
      },
      undo: recalled(
        'In the settings of the phone, remove this account:',
        'Settings',
        'Passwords & accounts',
        'Remove account',
      ),
      repair: recalled(
        'Open the settings of this account, then its incoming and its outgoing settings:',
        '≡',
        'Settings',
      ),
    },
    samsung: {
      title: 'Samsung Email',
      about: 'The app “Email” of Samsung phones. It says SSL for SSL/TLS and TLS for STARTTLS.',
      start: {
        primary: [recalled('Open Email and tap:', 'Other')],
        additional: [recalled('Open Email and tap:', '≡', '⚙', 'Add account', 'Other')],
      },
      steps: {
        provider: recalled('In the list of providers, tap:'),
        page: recalled('Type your address if the app asks for it. Then a page of your provider opens: sign in there.'),
        address: recalled('Type your address and your password, then tap:', 'Manual setup'),
        protocol: recalled('Choose the kind of account:'),
        incoming: recalled('For the incoming server, your address may already stand as the user name: replace it.'),
        exchangeOther: recalled('In the list of providers, tap:', 'Other'),
        exchange: recalled('If the app asks for the kind of account, tap:', 'Microsoft Exchange ActiveSync'),
        exchangeValues: recalled('Enter these, also where something else stands already, then tap:', 'Sign in'),
        outgoing: recalled('Further down, for the outgoing server, do the same, then tap:', 'Sign in'),
      },
      browser: {
        about: 'The app “Email” of Samsung phones knows your provider: you sign in on a page in the browser.',
        start: {
          primary: [recalled('Open Email: it shows a list of providers.')],
          additional: [recalled('Open Email and tap:', '≡', '⚙', 'Add account')],
        },
      },
      issuers: {
        google: 'Gmail',
        microsoft: 'Office365',
        yahoo: 'Yahoo',
        aol: 'AOL',
      },
      labels: {
        address: 'Email address',
        password: 'Password',
        incomingLogin: 'User name',
        incomingHost: 'IMAP (or POP3) server',
        incomingSecurity: 'Security type',
        incomingPort: 'Port',
        outgoingHost: 'SMTP server',
        outgoingSecurity: 'Security type',
        outgoingPort: 'Port',
        signIn: 'Authentication required before sending emails',
        exchangePassword: 'Password',
        exchangeLogin: 'Domain\\username',
        exchangeHost: 'Exchange server',
        outgoingLogin: 'User name',
        outgoingPassword: 'Password',
      },
      protocol: {
        imap: 'IMAP account',
        pop3: 'POP3 account',
      },
      security: {
        tls: 'SSL',
        starttls: 'TLS',
        none: 'None',
      },
      role: {
        primary: recalled('To make it the account that new messages are written from: ≡ › ⚙ › Default account.'),
        additional: recalled(
          'Your other accounts stay as they are. The one that new messages are written from is chosen under ≡ › ⚙ › Default account.',
        ),
      },
      undo: recalled('Open this account in the settings of the app, then tap:', 'Remove'),
      repair: recalled('Open this account in the settings, and correct the user name of both servers:', '≡', '⚙'),
    },
    fairemail: {
      title: 'FairEmail',
      aside: 'free; keeps your login and your address apart',
      about:
        'FairEmail keeps the account (what you log in with) apart from the identity (what you write as). Do not use its wizard, which may try your address as the login.',
      start: {
        primary: [
          step(
            'Open FairEmail. On its first page of settings, further down, tap:',
            'Manual setup and account options',
            'Accounts',
          ),
        ],
        additional: [step('In FairEmail, tap:', '≡', 'Settings', 'Manual setup and account options', 'Accounts')],
      },
      steps: {
        provider: recalled('In the list of the wizard, tap the line of your provider, which ends with “(OAuth)”:'),
        you: recalled('Type your name and your address, then tap:', 'Authorize'),
        page: recalled('A page of your provider opens in the browser: sign in there.'),
        sender: recalled(
          'FairEmail then writes as the login that it has signed in with. Open the identity under Settings › Manual setup and account options › Identities, put your address in the place of the login, and save:',
        ),
        protocol: step('Tap the round button with the plus sign, then:'),
        incoming: step(
          'Choose “Custom” under “Provider”, and enter these values. The hint at the user name speaks of an address; what counts is the value below. Then tap:',
          'Check',
        ),
        check: step('Leave “Add related identity (SMTP server)” ticked, then tap:', 'Save'),
        identity: step('The page of the identity opens. Enter these:'),
        outgoing: step(
          'Further down on the same page, enter these (where they are missing, tap “Advanced”). Then tap:',
          'Save',
        ),
      },
      browser: {
        about:
          'The editions of Google Play and of GitHub know your provider: you sign in on a page in the browser. The one of F-Droid does not; take another.',
        start: {
          primary: [recalled('Open FairEmail. On its first page of settings, tap:', 'Wizard')],
          additional: [recalled('In FairEmail, tap:', '≡', 'Settings', 'Quick setup', 'Wizard')],
        },
      },
      issuers: {
        google: 'Gmail (OAuth)',
        microsoft: 'Office 365 (OAuth)',
        yahoo: 'Yahoo! (OAuth)',
        aol: 'AOL (OAuth)',
        fastmail: 'Fastmail (OAuth)',
        yandex: 'Yandex (OAuth)',
        mailRu: 'Mail.ru (OAuth)',
        thundermail: 'Thundermail (OAuth)',
      },
      labels: {
        incomingHost: 'Host name',
        incomingSecurity: 'Encryption',
        incomingPort: 'Port number',
        incomingLogin: 'User name',
        incomingPassword: 'Password',
        accountName: 'Account name',
        name: 'Your name',
        address: 'Your email address',
        outgoingHost: 'Host name',
        outgoingSecurity: 'Encryption',
        outgoingPort: 'Port number',
        outgoingLogin: 'User name',
        outgoingPassword: 'Password',
      },
      protocol: {
        imap: 'IMAP',
        pop3: 'POP3',
      },
      security: {
        tls: 'SSL/TLS',
        starttls: 'STARTTLS',
        none: 'None (insecure)',
      },
      role: {
        primary: step(
          'This is the first account. To write from it by default, see that “Primary” is ticked in the account and in the identity, under “Advanced”.',
        ),
        additional: step(
          'Your other accounts stay as they are. Leave “Primary” unticked in this account and in its identity.',
        ),
      },
      undo: step('Choose this account, under:', '≡', 'Settings', 'Delete account'),
      repair: step(
        'Correct the user name in two places, under “Accounts” and under “Identities”, in:',
        '≡',
        'Settings',
        'Manual setup and account options',
      ),
    },
  },
});
