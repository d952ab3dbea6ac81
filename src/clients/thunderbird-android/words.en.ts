import { recalled, step, tap } from '../../words/step.ts';
import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

/** For who has none. (The identifier of the app: net.thunderbird.android.) */
const get =
  'Not installed? [Play Store](https://play.google.com/store/apps/details?id=net.thunderbird.android) or [F-Droid](https://f-droid.org/packages/net.thunderbird.android/).';

export const en = source({
  /** What the app wants after an import. */
  asks: {
    nothing: 'open the account',
    password: 'type your password when the app asks for it',
    browser: 'sign in on the page that the app opens',
    both: 'do both things that the app asks for: sign in on the page that it opens, and type your password (when it sets up the mailbox from the address alone, it asks for one of the two, and the other server stays closed)',
    certificate:
      'choose your certificate in the settings of the account, under Incoming server and Outgoing server, where the authentication is “Client certificate” (install it on the phone first)',
    certificateToo:
      'choose your certificate in the settings of the account, under Incoming server and Outgoing server, where the authentication is “Client certificate” (install it on the phone first); type your password where the app asks for it',
  },
  code: {
    title: 'QR code for Thunderbird for Android',
    use: 'Show this picture on a computer or on paper; on the phone, in Thunderbird, choose Settings › Import settings › Scan QR code (at first start: Get started › Import settings, or Scan QR code), and {asks}. Scan it only once, because each time adds the account again. The app announces no new mail of an account that came by code, until you switch that on in the settings of the account. K-9 Mail has no scanner and takes the settings file.',
  },
  picture: {
    title: 'The same QR code as a PNG picture',
    use: 'For a document, or for a program that shows no SVG pictures. It works in the same way.',
  },
  file: {
    title: 'Settings file for Thunderbird and K-9 Mail',
    use: 'Also for K-9 Mail, which has no scanner. Copy this file to the phone; tapping it does nothing, so choose Settings › Import settings › Select file in the app (at first start: Import K-9 settings, or Get started › Import your account settings now), and {asks}. Import it only once, because each time adds the account again.',
  },
  problems: {
    'thunderbird-android.address': either(
      'person',
      'Thunderbird for Android takes only addresses in plain ASCII, and {value} is none: use another app, or the webmail if there is one',
      'Thunderbird for Android takes only addresses in plain ASCII, and {value} is none: use an address without accents, or the webmail if there is one',
    ),
    'thunderbird-android.address-code': either(
      'person',
      'the scanner of Thunderbird for Android takes only addresses in plain ASCII and without quotation marks, and {value} is none: use the settings file if there is one, another app, or the webmail if there is one',
      'the scanner of Thunderbird for Android takes only addresses in plain ASCII and without quotation marks, and {value} is none: use a plainer address, or the webmail if there is one',
    ),
    'thunderbird-android.sign-in': either(
      'person',
      'Thunderbird for Android cannot sign in to {value}: in the browser (OAuth 2.0) it does so only with large providers that are built into the app. Use another app, or the webmail if there is one',
      'Thunderbird for Android cannot sign in to {value}, which offers only {methods}: let this server take a password too, or use another app (OAuth 2.0 works there only with providers that are built into the app)',
    ),
    'thunderbird-android.too-long': either(
      'person',
      'the account {value} needs {bytes} bytes and a QR code holds {most}: use the settings file account.k9s',
      'the account {value} needs {bytes} bytes and a QR code holds {most}: use the settings file account.k9s, or shorten the name',
    ),
  },
  guides: {
    'thunderbird-android': {
      title: 'Thunderbird for Android',
      aside: 'free',
      fileAside: 'free; K-9 Mail too, with a file',
      scan: 'Scan this with Thunderbird, not with the camera.',
      download: 'Download the settings',
      taps: {
        scanFirst: tap(
          'On the phone, in Thunderbird: [Get started] › [Import settings].',
          `In newer versions the second button is [Scan QR code]. ${get}`,
        ),
        scanFurther: tap(
          'On the phone, in Thunderbird: [Settings] › [Import settings] › [Scan QR code].',
          `At first start: [Get started], then [Import settings] or [Scan QR code]. ${get}`,
        ),
        scan: tap(
          'Hold it to the code, and import the account that it shows.',
          'Once only: each time adds the account again. New mail is announced when you switch that on in the settings of the account.',
        ),
        fileFirst: tap(
          'In the app: [Get started] › [Import your account settings now] › [Select file], then [account.k9s].',
          `Once only: each time adds the account again. In K-9 Mail: [Import K-9 settings]. ${get}`,
        ),
        fileFurther: tap(
          'In the app: [Settings] › [Import settings] › [Select file], then [account.k9s].',
          `Once only: each time adds the account again. At first start: [Get started] › [Import your account settings now]; in K-9 Mail: [Import K-9 settings]. ${get}`,
        ),
        password: tap('Type your password, and tick [Use same password for outgoing server].'),
        browser: tap('The app opens a page of your provider: sign in there.'),
        both: tap('The app opens a page of your provider, where you sign in, and asks for your password: do both.'),
        certificate: tap(
          'Settings of the account › [Incoming server] and [Outgoing server]: choose your certificate.',
          'Install the certificate that your provider gave you on the phone first. It is asked for where the authentication is “Client certificate”.',
        ),
        certificateToo: tap(
          'Type your password where the app asks for it, and choose your certificate under [Incoming server] or [Outgoing server].',
          'Install the certificate that your provider gave you on the phone first. It is asked for where the authentication is “Client certificate”.',
        ),
      },
      misled: {
        login:
          'Better by the code or the file: from your address alone, the app finds a user name that is not yours, and your password is refused.',
        signIn:
          'Better by the code or the file: from your address alone, the app lets you sign in for receiving or for sending, and not for the other.',
      },
      start: {
        primary: [
          step(
            'Open Thunderbird and tap the following (and, where the next page offers it, “Add an email account now”):',
            'Get started',
          ),
        ],
        additional: [step('Open the menu ≡, then the list of accounts, and tap:', 'Add account')],
      },
      steps: {
        address: step('Type your address, then tap:', 'Next'),
        edit: step('If the app says “Configuration found”, look at it closely with:', 'Edit configuration'),
        replace: step(
          'If the app says “Configuration found”, what it has found is not yours: give no password there, but tap:',
          'Edit configuration',
        ),
        incoming: step('On the page “Incoming server settings”, enter these values, then tap:', 'Next'),
        outgoing: step('On the page “Outgoing server settings”, enter these values, then tap:', 'Next'),
        browser: recalled(
          'The app asks you to sign in, and opens a page of your provider (for Google, the button says “Sign in with Google”):',
          'Sign in',
        ),
        folders: step('If the app asks for special folders, leave them as they are, then tap:', 'Next'),
        names: step('On the page “Display options”, give the names that you want to see, then tap:', 'Next'),
        sync: step('On the page “Sync options”, choose whether new mail is announced, then tap:', 'Next'),
      },
      labels: {
        address: 'Email address',
        protocol: 'Protocol',
        incomingHost: 'Server',
        incomingSecurity: 'Security',
        incomingPort: 'Port',
        incomingAuthentication: 'Authentication',
        incomingLogin: 'Username',
        incomingPassword: 'Password',
        incomingCertificate: 'Client certificate',
        outgoingHost: 'Server',
        outgoingSecurity: 'Security',
        outgoingPort: 'Port',
        outgoingAuthentication: 'Authentication',
        outgoingLogin: 'Username',
        outgoingPassword: 'Password',
        outgoingCertificate: 'Client certificate',
        accountName: 'Account name',
        name: 'Your name',
      },
      protocol: {
        imap: 'IMAP',
        pop3: 'POP3',
      },
      security: {
        tls: 'SSL/TLS',
        starttls: 'StartTLS',
        none: 'None',
      },
      authentication: {
        password: 'Normal password',
        'cram-md5': 'Encrypted password',
        oauth2: 'OAuth 2.0',
        certificate: 'Client certificate',
        none: 'None',
      },
      role: {
        primary: step('This is the first account of the app, and new messages are written from it.'),
        additional: recalled('New messages are written from the first account of the list, as before.'),
      },
      undo: step('Open the settings of this account; at the end of the menu ⋮ is:', 'Remove account'),
      repair: step(
        'Open the settings of this account and correct the user name in both places, Incoming server and Outgoing server.',
      ),
    },
  },
});
