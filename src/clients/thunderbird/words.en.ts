import { noted, recalled, step, tap } from '../../words/step.ts';
import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

const finish = 'Calendars and address books are offered? Keep those that you want, or [Skip]; then [Finish].';

/** For who has none. */
const get = 'Not installed? [thunderbird.net](https://www.thunderbird.net/).';

export const en = source({
  conditions: {
    otherLogin: 'login other than the address',
    oneLogin: 'one login for all servers',
    foundOnAndroid:
      'with IMAP, when every IMAP and outgoing server is encrypted and takes a password; or OAuth 2.0 that is built into the app, then for reading and for sending',
  },
  security: {
    tls: 'SSL/TLS',
    starttls: 'STARTTLS',
    none: 'none (not encrypted)',
  },
  /** The account that Thunderbird has for folders on the computer, as Thunderbird calls it. */
  localFolders: 'Local Folders',
  userJs: {
    title: 'Account for a new Thunderbird',
    use: either(
      'additional',
      'Not for a Thunderbird that has accounts already, from whose list they would disappear: there, add the account in the account settings and configure it manually, {servers}. {fresh}',
      '{fresh} In a Thunderbird that has accounts, they would disappear from its list: there, add the account in the account settings and configure it manually, {servers}.',
    ),
  },
  userJsComments: [
    'The account {address}, for a new Thunderbird profile.',
    'Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there.',
    'Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it.',
    'To take the account away: delete this file, then remove the account in the account settings of Thunderbird.',
  ],
  config: {
    title: 'Configuration that Thunderbird looks for',
    use: either(
      'site',
      'For the server that Thunderbird asks when this person types the address (autoconfig). The login stands in it as it is. The server {site} gives the same to whoever is led to it by the name autoconfig.{domain}.',
      'For the server that Thunderbird asks when this person types the address (autoconfig). The login stands in it as it is.',
    ),
  },
  isp: {
    title: 'Configuration for every Thunderbird of {domain}',
    use: 'Put {file} into the folder isp beside the program, for example /usr/lib/thunderbird/isp or C:\\Program Files\\Mozilla Thunderbird\\isp: who then types an address in {domain} gets servers and login filled in. The program folder of a Snap, a Flatpak or an app from a store cannot be written to: there, only a server helps. The file also serves on an autoconfig server that is not told the address. It names nobody.',
  },
  managed: {
    title: 'Account on a computer that you manage',
    use: 'For the computer of this one person: put thunderbird.cfg beside the program (on a Mac, into Thunderbird.app/Contents/Resources) and autoconfig.js into the folder defaults/pref there. At every start Thunderbird adds the account after those that the person has; these and the default account stay as they are. On Linux, version 153 also takes thunderbird.cfg from /etc/thunderbird and autoconfig.js from /etc/thunderbird/defaults/pref; version 140 takes only the second from there. A Snap or a Flatpak has a program folder that cannot be written to: a Snap may look in /etc/thunderbird (nobody has checked), a Flatpak in /app/etc/thunderbird, which only an extension of it can bring.',
  },
  managedComments: [
    'Adds the account {address} at every start, if it is not there. The other accounts and the default account stay as they are.',
    'To take the account away, put thunderbird-remove.cfg in the place of this file.',
  ],
  managedLoader: {
    title: 'Switch for thunderbird.cfg',
    use: 'Belongs into the folder defaults/pref of the program, or on Linux into /etc/thunderbird/defaults/pref: makes Thunderbird run thunderbird.cfg.',
  },
  managedRemoval: {
    title: 'Removal of the account from a computer that you manage',
    use: 'Takes away what thunderbird.cfg added: put it in the place of that file, under its name, until Thunderbird has started once; then delete it and autoconfig.js.',
  },
  /** What Thunderbird wants once it has started. */
  userJsAsks: {
    password: 'give the password of {address} when it asks',
    browser: 'sign in on the page that it opens, in a window of its own or in the browser, with the login {login}',
    both: 'do both things that it asks for: give the password of {address}, and sign in on the page that it opens, with the login {login}',
    nothing: 'open {address}, which asks for no password: the computer proves who you are',
  },
  userJsFresh:
    'Only for a Thunderbird that has no account yet: in its menu Help, Troubleshooting Information, open the profile folder; quit Thunderbird; put user.js there; start Thunderbird and {asks}; then delete user.js. (Where no folder opens, on Linux: profiles are in ~/.thunderbird; of a Snap in ~/snap/thunderbird/common/.thunderbird, of a Flatpak in ~/.var/app/net.thunderbird.Thunderbird/.thunderbird or, older, ~/.var/app/org.mozilla.Thunderbird/.thunderbird.)',
  userJsCertificate: either(
    'typed',
    'Only for a Thunderbird that has no account yet (where there are accounts, they would disappear from its list): in its menu Help, Troubleshooting Information, open the profile folder; quit Thunderbird; put user.js there and start Thunderbird. Under Settings, Privacy & Security, Certificates, Manage Certificates, Your Certificates, import the certificate that your provider gave you, and choose it when Thunderbird asks for one; type the password of {address} where it asks for that. At last delete user.js.',
    'Only for a Thunderbird that has no account yet (where there are accounts, they would disappear from its list): in its menu Help, Troubleshooting Information, open the profile folder; quit Thunderbird; put user.js there and start Thunderbird. Under Settings, Privacy & Security, Certificates, Manage Certificates, Your Certificates, import the certificate that your provider gave you, and choose it when Thunderbird asks for one. At last delete user.js.',
  ),
  userJsServers: either(
    'outgoingLogin',
    'with the incoming server {incoming}, login {incomingLogin}, and the outgoing server {outgoing}, login {outgoingLogin}',
    'with the incoming server {incoming}, login {incomingLogin}, and the outgoing server {outgoing}, without authentication',
  ),
  problems: {
    'thunderbird.oauth2': either(
      'person',
      'Thunderbird signs in by the browser (OAuth 2.0) only to large providers that it knows, and {value} takes nothing else: use the webmail if there is one, or ask your provider which programs can sign in',
      'Thunderbird knows OAuth 2.0 only for a few large providers, and {value} takes nothing else: let this server take a password too, or use the webmail if there is one',
    ),
    'thunderbird.certificate':
      'in its set-up Thunderbird has no choice for a client certificate, and with preferences only for IMAP and sending; {value} takes nothing else: use user.js or thunderbird.cfg where there is one, or let this server take a password too',
    'thunderbird.misread':
      '{program} would make “{read}” of “{value}” in this file, where numbers are changed and parts such as %EMAILADDRESS% replaced: use user.js or the QR code for this person, or another value',
    'thunderbird.beyond-ascii': either(
      'person',
      '“{value}” has letters beyond ASCII, which Thunderbird misreads in this file: follow the steps by hand on its page',
      '“{value}” has letters beyond ASCII, which Thunderbird misreads in this file: let it set up the account with config-v1.1.xml',
    ),
    'thunderbird.beyond-latin': either(
      'person',
      '“{value}” has characters beyond Latin-1, which Thunderbird cannot keep in an address or in the login of an outgoing server: use another program, or the webmail if there is one',
      '“{value}” has characters beyond Latin-1, which Thunderbird cannot keep in an address or in the login of an outgoing server: use one without them, or the webmail if there is one',
    ),
    'thunderbird.own-login':
      'the login “{value}” follows no rule, and this file has one rule for everybody of the domain: use config-v1.1.xml or user.js for this person',
    'thunderbird.filter':
      'the login rule {rule} has a filter, and this file, which is the same for everybody of the domain, has no word for it: serve config-v1.1.xml to who says the address (facteur serve does), or give this person user.js',
  },
  guides: {
    thunderbird: {
      title: 'Thunderbird',
      aside: 'free',
      about: 'The labels are those of version 153.',
      taps: {
        open: tap(
          'In Thunderbird: [≡] › [Add Account] › [Email].',
          `In a fresh one, the page is there already. ${get}`,
        ),
        address: tap('Type your name and your address, then [Continue].'),
        compare: tap(
          'Before you go on, look at the username of both servers. Other than here? [Edit configuration]. Otherwise [Continue], and your password.',
        ),
        compareBrowser: tap(
          'Before you go on, look at the username of both servers. Other than here? [Edit configuration]. Otherwise [Continue], and sign in on the page that opens.',
        ),
        compareBoth: tap(
          'Before you go on, look at the username of both servers. Other than here? [Edit configuration]. Otherwise [Continue]; type your password, and sign in on the page that opens.',
        ),
        password: tap('[Continue], then your password.'),
        browser: tap('[Continue], then sign in on the page that opens.'),
        both: tap('[Continue]; type your password, and sign in on the page that opens.'),
      },
      otherPage: {
        say: 'A tab “Set Up Your Existing Email Address”? Yours is an older version:',
        link: 'its steps',
      },
      hand: 'Thunderbird finds nothing: by hand',
      start: {
        primary: [
          noted(
            step(
              'Open Thunderbird. The page “Add your email address” appears by itself; if it does not, choose:',
              '≡',
              'Add Account',
              'Email',
            ),
            get,
          ),
        ],
        additional: [noted(step('In Thunderbird, choose:', '≡', 'Add Account', 'Email'), get)],
      },
      steps: {
        address: noted(
          step('Type your name and your address, then choose the line under the address:', 'Manual configuration'),
          'It is missing? [Continue], then [Edit configuration]. The button for Thundermail is not for this mailbox.',
        ),
        incoming: step(
          'On the page “Incoming server settings”, enter these values. Thunderbird puts your address in as the user name, and changes the port with the protocol or the security: compare every line, then:',
          'Continue',
        ),
        outgoing: step(
          'On the page “Outgoing server settings”, do the same, also for the user name. Leave “Advanced config” alone. Then, the second once it can be chosen:',
          'Test',
          'Continue',
        ),
        password: noted(
          step('Type your password; tick “Remember password” only on a computer of your own. Then:', 'Continue'),
          finish,
        ),
        browser: noted(
          step(
            'Sign in on the page of your provider that Thunderbird opens, in a window of its own or, from version 153 on, in your browser:',
          ),
          finish,
        ),
        finish: tap(finish),
      },
      labels: {
        name: 'Full name',
        address: 'Email address',
        protocol: 'Protocol',
        incomingHost: 'Hostname',
        incomingPort: 'Port',
        incomingSecurity: 'Connection security',
        incomingAuthentication: 'Authentication method',
        incomingLogin: 'Username',
        outgoingHost: 'Hostname',
        outgoingPort: 'Port',
        outgoingSecurity: 'Connection security',
        outgoingAuthentication: 'Authentication method',
        outgoingLogin: 'Username',
        password: 'Password',
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
      authentication: {
        password: 'Normal password',
        'cram-md5': 'Encrypted password',
        oauth2: 'OAuth2',
        none: 'No authentication',
      },
      role: {
        primary: step(
          'This is the first account, and new messages are written from it. To make another one the default: ≡ › Account Settings, choose that account, then Set as Default.',
        ),
        additional: step(
          'The default account stays what it was: under ≡ › Account Settings it has a star. Do not choose Set as Default for this one.',
        ),
      },
      undo: step('Choose this account, then Delete and Remove, under:', '≡', 'Account Settings'),
      repair: step(
        'Correct the user name in two places, then close Thunderbird and open it again: “Server Settings” of this account and, at the end of the list, “Outgoing Server” › Edit…, both under:',
        '≡',
        'Account Settings',
      ),
    },
    'thunderbird-classic': {
      title: 'Thunderbird, older versions',
      about: 'For versions that open a tab “Set Up Your Existing Email Address”.',
      otherPage: { say: 'A page “Add your email address”? Yours is a newer version:', link: 'its steps' },
      start: {
        primary: [
          recalled(
            'Open Thunderbird. The tab appears by itself; if it does not, choose:',
            '≡',
            'Account Settings',
            'Account Actions',
            'Add Mail Account…',
          ),
        ],
        additional: [
          recalled('In Thunderbird, choose:', '≡', 'Account Settings', 'Account Actions', 'Add Mail Account…'),
        ],
      },
      steps: {
        address: step(
          'Type your name, your address and your password. Do not choose Continue, but:',
          'Configure manually',
        ),
        addressAlone: step(
          'Type your name and your address, and leave the password empty. Do not choose Continue, but:',
          'Configure manually',
        ),
        incoming: step(
          'Under “Incoming server”, enter these values. Thunderbird has put your address in as the user name.',
        ),
        outgoing: step(
          'Under “Outgoing server”, further down, enter these; the user name is asked here once more. Then:',
          'Re-test',
        ),
        done: step('Compare every line once more, since the test may change some. Then:', 'Done'),
        browser: recalled('Thunderbird opens a window with a page of your provider: sign in there.'),
      },
      labels: {
        name: 'Your full name',
        address: 'Email address',
        password: 'Password',
        protocol: 'Protocol',
        incomingHost: 'Hostname',
        incomingPort: 'Port',
        incomingSecurity: 'Connection security',
        incomingAuthentication: 'Authentication method',
        incomingLogin: 'Username',
        outgoingHost: 'Hostname',
        outgoingPort: 'Port',
        outgoingSecurity: 'Connection security',
        outgoingAuthentication: 'Authentication method',
        outgoingLogin: 'Username',
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
      authentication: {
        password: 'Normal password',
        'cram-md5': 'Encrypted password',
        oauth2: 'OAuth2',
        none: 'No authentication',
      },
      role: {
        primary: recalled(
          'This is the first account, and new messages are written from it. To make another one the default: ≡ › Account Settings, choose that account, then Account Actions › Set as Default.',
        ),
        additional: recalled(
          'The default account stays what it was. Do not choose Account Actions › Set as Default for this one.',
        ),
      },
      undo: recalled(
        'Choose this account in the account settings; at the bottom left is:',
        'Account Actions',
        'Remove Account',
      ),
      repair: recalled(
        'Correct the user name in two places, then close Thunderbird and open it again: “Server Settings” of this account and, at the end of the list, “Outgoing Server (SMTP)” › Edit…, both under:',
        '≡',
        'Account Settings',
      ),
    },
  },
});
