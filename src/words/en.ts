// Longer than other files: every text that a person can read stands here, so that a language is one file to translate.
import { recalled, step, trouble } from './step.ts';
import { enumerate, plural } from './typography.ts';

/** The classic wizard of Outlook on Windows: the only one with a field for the login. */
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

/** Outlook on Windows since 2016. The wizard inside Outlook never asks for the login; the Control Panel opens the classic one. */
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
  steps: {
    ...outlookWizard.steps,
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

/** Secrets of containers. */
const whereMounted =
  'set its mode where it is mounted (Kubernetes: defaultMode: 0440 and fsGroup; a secret of Docker: mode: 0440 and gid), or chmod o= the file that is mounted';

/** Options of generate and of serve. */
const signOptions = {
  'sign-key':
    'Private key that signs Apple profiles, PEM, RSA (2048 bits or more) or P-256; others must not be able to read it',
  'sign-cert': 'Its certificate, PEM; the chain may follow in the same file',
  'sign-chain': 'Certificates of its issuers up to a public root, or to a private one with it, PEM',
  'sign-passphrase-file': 'File whose first line opens an encrypted key',
};

const templates = 'Folder with templates in place of those of Facteur, under the same names';

/** English, the source of the other catalogues: `fr.ts` does not compile until it has the same shape. */
export const en = {
  language: 'English',

  list: (items: readonly string[]) => enumerate(items, 'and'),

  /** Things that may have commas in themselves. */
  series: (items: readonly string[]) => items.join('; '),

  /** What a product takes a file for, in brackets behind its name. */
  conditions: {
    otherLogin: 'login other than the address',
    oneLogin: 'one login for all servers',
    foundOnAndroid:
      'with IMAP, when every IMAP and outgoing server is encrypted and takes a password; or OAuth 2.0 that is built into the app, then for reading and for sending',
    quoted: 'quotation marks in the address',
    accents: 'accents in the address',
    signedRsa: 'signed with an RSA key that a public authority certified: “Verified”',
    signedP256: 'signed with a P-256 key: “Verified”',
    classic: 'classic',
    newOne: 'the new one',
  },

  evidence: {
    tested: ({ products }: Products) => `tested here with ${products}`,
    documented: ({ products }: Products) => `documented for ${products}`,
    reported: ({ products }: Products) => `reported to work: ${products}`,
    unverified: ({ products }: Products) => `nobody has checked: ${products}`,
    refused: ({ products }: Products) => `does not work: ${products}`,
  },

  devices: { windows: 'Windows', macos: 'Mac', linux: 'Linux', android: 'Android', ios: 'iPhone and iPad' },

  /** What is wrong and what to do, in one line. Keyed by the code that scripts read. */
  problems: {
    'address.empty': (_: Shown) => 'an address is missing: write it as local@domain',
    'address.no-at': ({ value }: Shown) => `“${value}” is not an address: it has no @ — write it as local@domain`,
    'address.no-local': ({ value }: Shown) => `“${value}” is not an address: nothing stands before the @`,
    'address.no-domain': ({ value }: Shown) => `“${value}” is not an address: nothing stands after the @`,
    'address.space': ({ value, suggestion }: Shown & Suggested) =>
      `“${value}” is not an address: it has a space before the @ — ${suggestion === '' ? 'remove it' : `write ${suggestion}?`}`,
    'address.two-at': ({ value }: Shown) =>
      `“${value}” is not an address: it has two @ — keep one, or quote the part before the last`,
    'address.dots': ({ value }: Shown) =>
      `“${value}” is not an address: before the @, a dot stands first, last or twice — remove it`,
    'address.character': ({ value, character }: Shown & { character: string }) =>
      `“${value}” is not an address: “${character}” is not allowed before the @ — remove it`,
    'address.domain': ({ value }: Shown) =>
      `“${value}” is not an address: what follows the @ is not a domain name such as example.org`,
    'address.local-too-long': ({ value }: Shown) =>
      `“${value}” is not an address: the part before the @ is longer than 64 bytes (RFC 5321)`,
    'address.too-long': ({ value }: Shown) => `“${value}” is not an address: it is longer than 254 bytes (RFC 5321)`,

    'login.malformed': ({ value }: Shown) =>
      `“${value}” cannot be a login: it is empty, longer than 254 bytes, or has a line break or a hidden character`,
    'name.control-character': ({ value }: Shown) =>
      `the name “${value}” has a line break or another control character: remove it`,
    'name.too-long': ({ value }: Shown) => `the name “${value}” is longer than 256 characters: shorten it`,

    'who.nobody': (_: Nothing) => 'nobody is named: give an address or a login',
    'who.none': (_: Nothing) =>
      'nobody is named: give an address or a login, or --example for the example of the profile',
    'who.standard-input': (_: Nothing) =>
      '“-” is nobody: people are not read from standard input — give them as arguments, as with xargs facteur generate',
    'who.bare-login': ({ value }: Shown) =>
      `“${value}” has no @: give the address, or name the profile with --profile so that it can be read as a login`,
    'who.unknown-domain': ({ value, domain, domains }: Shown & { domain: string; domains: string }) =>
      `no profile serves the domain ${domain} of “${value}” — known domains: ${domains}; name another profile with --profile`,
    'who.unknown-login': ({ value }: Shown) =>
      `no profile has a login rule that gives “${value}” — give the address, or name another profile with --profile`,
    'who.ambiguous-login': ({ value, addresses }: Shown & { addresses: string }) =>
      `the login “${value}” belongs to several addresses (${addresses}): give the address`,

    'profile.yaml': ({ message }: { message: string }) => `not valid YAML: ${message}`,
    'profile.indent': (_: Nothing) =>
      'not valid YAML: align the keys of one level, indent what belongs to a key, and close each [ and {',
    'profile.misplaced-key': (_: Nothing) =>
      'not valid YAML: no key can stand here — align it with its neighbours, and put quotes around a value that has “: ” in it',
    'profile.quotes': (_: Nothing) =>
      'not valid YAML: a character here has a meaning of its own — put quotes around the whole value: "{local}@example.org"',
    'profile.escape': (_: Nothing) =>
      'not valid YAML: this is no escape sequence — write \\\\ for a backslash, or single quotes around the value',
    'profile.unfinished': (_: Nothing) =>
      'not valid YAML: something is missing before this place — close the quotes, or write a colon after the key',
    'profile.documents': (_: Nothing) =>
      'a second document starts here: a profile is one, so remove what follows “---”',
    'profile.duplicate-key': (_: Nothing) => 'this key is here twice: remove one',
    'profile.tab': (_: Nothing) => 'a tab indents this line: YAML takes spaces only',
    'profile.alias': ({ value }: Shown) =>
      `“${value}” stands for another place of the file: write the value itself here`,
    'profile.tag': ({ value }: Shown) => `“${value}” is a YAML tag: remove it`,
    'profile.too-large': (_: Nothing) => 'the file is larger than 1 MB: that is no profile',
    'profile.too-many': (_: Nothing) =>
      'the file has more keys, values and marks than any profile: name another file, or describe the provider in several profiles',
    'profile.too-deep': (_: Nothing) =>
      'lists and keys stand one in another here deeper than in any profile: remove the brackets or hyphens that are too many',
    'profile.too-long-text': ({ value }: Shown) => `“${value}” is longer than 32,768 characters: shorten it`,
    'profile.character': ({ value }: Shown) =>
      `the character “${value}” must not stand in YAML: remove it, or save the file as UTF-8 where it is in another encoding`,
    'profile.more': ({ count }: { count: number }) =>
      `and ${count} more: mend those above first, and look whether this is the right file`,
    'profile.empty': (_: Nothing) => 'the profile is empty: see profiles/cnrs.yaml for an example',
    'profile.not-a-mapping': (_: Nothing) =>
      'a profile is a list of keys with values (id: example): see profiles/cnrs.yaml for an example',
    'profile.unreadable': ({ message }: { message: string }) =>
      `the profile cannot be read (${message}): name another file, or let it be read`,
    'profile.unknown': ({ value, known }: Shown & { known: string }) =>
      `there is no profile “${value}” — known: ${known}; or name a YAML file`,
    'profile.domain-in-two': ({ domain, other }: { domain: string; other: string }) =>
      `the domain ${domain} stands in ${other} too: leave it in one of them, or choose one with --profile`,
    'profile.id-in-two': ({ value, other }: Shown & { other: string }) =>
      `the id “${value}” stands in ${other} too: ids must differ`,
    'profile.domain-twice': ({ domain }: { domain: string }) => `the domain ${domain} is listed twice: remove one`,
    'profile.twice': (_: Shown) => 'the list has one item twice: remove one of the two',
    'profile.unknown-key': ({ key, suggestion }: { key: string } & Suggested) =>
      `“${key}” is not a key of a profile here: ${suggestion === '' ? 'remove it or correct its spelling' : `did you mean “${suggestion}”?`}`,
    'profile.missing': ({ key }: { key: string }) => `“${key}” is missing: add it`,
    'profile.no-value': ({ key }: { key: string }) => `“${key}” has no value: write it after the colon`,
    'profile.not-one-of': ({ value, values, suggestion }: Shown & { values: string } & Suggested) =>
      `“${value}” is not one of: ${values}${suggestion === '' ? '' : ` — did you mean “${suggestion}”?`}`,
    'profile.not-text': ({ value }: Shown) => `“${value}” is not a text: write it between quotes if it is meant as one`,
    'profile.not-number': ({ value }: Shown) => `“${value}” is not a number: write digits, without quotes`,
    'profile.not-boolean': ({ value }: Shown) => `instead of “${value}” write true or false, without quotes`,
    'profile.not-list': ({ value }: Shown) =>
      `“${value}” is not a list: write [one, two], or one item a line after “- ”`,
    'profile.not-mapping': ({ value }: Shown) => `“${value}” has no keys: write key: value, one a line below`,
    'profile.empty-list': (_: Nothing) => 'the list is empty: it needs at least one item',
    'profile.empty-text': (_: Shown) => 'the text is empty: write it or remove the key',
    'profile.control-character': ({ value }: Shown) =>
      `“${value}” has a line break or another control character: write it on one line`,
    'profile.short-text': ({ value }: Shown) => `“${value}” has more than 20 characters: shorten it`,
    'profile.id': ({ value }: Shown) => `“${value}” is not an id: use lower-case letters, digits and hyphens`,
    'profile.identifier': ({ value }: Shown) => `“${value}” is not a reverse domain name such as org.example`,
    'profile.https-url': ({ value }: Shown) =>
      `“${value}” is not an address of the form https://host/path, without a user name`,
    'profile.login-rule': ({ value }: Shown) =>
      `“${value}” is not a login rule: it needs {local} or {address} once, may have {domain}, and no space`,
    'profile.host': ({ value }: Shown) => `“${value}” is not a host name such as imap.example.org`,
    'profile.domain': ({ value }: Shown) => `“${value}” is not a domain name such as example.org`,
    'profile.port': ({ value }: Shown) => `port ${value} is not a port (1–65535)`,
    'profile.plain-text': (_: Shown) =>
      'security “none” sends the password in clear: use tls or starttls, or add allowPlainText: true to this server',
    'profile.incoming-without-login': (_: Shown) =>
      'an incoming server needs a login: remove “none” from its authentication',
    'profile.search-base': ({ value }: Shown) =>
      `“${value}” is not a distinguished name such as ou=people,dc=example,dc=org`,
    'profile.authority': (_: Shown) =>
      'this is not the certificate of an authority: give one certificate with “CA:TRUE”, in PEM and without a key (in YAML behind “|” and indented)',
    'profile.exchange-empty': (_: Shown) => 'exchange offers nothing: set activeSync or webServices to true',

    'profile.count': ({ value }: Shown) => `“${value}” is not a whole number from 1 to 128`,
    'profile.specials': ({ value }: Shown) =>
      `“${value}” is not a list of special characters: write each of them once, one after the other, without letters, digits or hidden characters other than the space`,
    'profile.digit-run': ({ value }: Shown) => `${value} is less than “from”: write at least as many digits`,
    'profile.onboarding-empty': (_: Shown) =>
      'onboarding describes nothing: add activation, password, recovery or webmail, or remove the key',
    'profile.names-nothing': ({ value, key }: { value: string; key: string }) =>
      `“${value}” names nothing: this profile has no ${key} – add it, or remove this`,

    'profile.empty-folder': ({ path }: { path: string }) => `${path} has no profile: put .yaml files there`,
    'profile.not-utf8': (_: Nothing) => 'the file is not UTF-8: save it as UTF-8',
    'who.one-name': (_: Nothing) => '--name fits one person only: name one, or leave it out',
    'out.zip': ({ path }: { path: string }) =>
      `${path}: this version writes folders, not ZIP files — name a folder with --out`,
    'out.empty': (_: Nothing) => '--out is empty: name a folder',
    'out.not-a-folder': ({ path }: { path: string }) =>
      `${path} is there and is not a folder: move it, or choose another --out`,
    'out.exists': ({ path }: { path: string }) =>
      `${path} is there with other content: replace it with --force, or choose another --out`,
    'out.foreign-file': ({ path, file }: { path: string; file: string }) =>
      `${path} holds ${file}, which Facteur did not write: move it, or choose another --out`,
    'out.one-folder': ({ address, other }: { address: string; other: string }) =>
      `${address} and ${other} differ in letter case only, and many file systems have one folder for both: name one of them, or give each a run with its own --out`,
    'out.unwritable': ({ path, reason }: { path: string; reason: string }) =>
      `${path} cannot be written (${reason}): choose another folder with --out`,
    'out.kept': ({ path, kept, reason }: { path: string; kept: string; reason: string }) =>
      `${kept} was moved out of ${path} by a run that was stopped, and cannot be put back (${reason}): move it there yourself, or remove it`,

    'client.unknown': ({ value, known, suggestion }: Shown & { known: string } & Suggested) =>
      `there is no client “${value}” — ${suggestion === '' ? '' : `did you mean “${suggestion}”? `}known: ${known}`,

    'value.unrepresentable': ({ notation, value }: Shown & { notation: string }) =>
      `${value} cannot be written in ${notation}: change the value, or use another format`,

    'apple.authentication': ({ host, methods }: { host: string; methods: string }) =>
      `an Apple profile cannot say that ${host} takes ${methods} only: let that server take a password, CRAM-MD5 or NTLM too and add it to its authentication, or use another client`,
    'apple.port': ({ host, port, usual }: { host: string; port: number; usual: number }) =>
      `an Apple profile has no word for STARTTLS, so Mail would misread port ${port} of ${host}: offer STARTTLS on port ${usual}, or TLS from the start on another port`,
    'apple.directory': ({ host, port }: { host: string; port: number }) =>
      `the directory ${host}:${port} is not in the profile, which knows TLS from the start on port 636 only: offer it there; everything else is in it`,
    'apple.comma': ({ value }: Shown) =>
      `“${value}” has a comma, which Apple devices take for the end of one address and the start of another: give an address without a comma`,
    'apple.key-unknown': ({ key, payload }: { key: string; payload: string }) =>
      `“${key}” is not a key of ${payload}: remove it or correct its spelling (capitals count)`,
    'apple.key-missing': ({ key, payload }: { key: string; payload: string }) =>
      `“${key}” is missing, and ${payload} needs it: add it`,
    'apple.key-type': ({ expected }: { expected: string }) => `the value has the wrong type: write <${expected}>`,
    'apple.key-empty': ({ key }: { key: string }) =>
      `“${key}” is empty, which Apple devices refuse: remove the key or give it a text`,
    'apple.key-value': ({ key, value, expected }: Shown & { key: string; expected: string }) =>
      `“${value}” is not a value of ${key}: write ${expected}`,
    'apple.password': ({ key }: { key: string }) =>
      `“${key}” holds a password that anybody can read: remove it, the device asks for it`,
    'apple.not-on-platform': ({ what, platforms }: { what: string; platforms: string }) =>
      `${what} means nothing to ${platforms}: remove it, or name another device in TargetDeviceType`,
    'apple.identifier-twice': ({ key, value }: Shown & { key: string }) =>
      `two dictionaries have the ${key} “${value}”: give each its own`,
    'thunderbird-android.address': ({ value }: Shown) =>
      `Thunderbird for Android takes only addresses in plain ASCII, and ${value} is none: use an address without accents, or the webmail if there is one`,
    'thunderbird-android.address-code': ({ value }: Shown) =>
      `the scanner of Thunderbird for Android takes only addresses in plain ASCII and without quotation marks, and ${value} is none: use a plainer address, or the webmail if there is one`,
    'thunderbird-android.sign-in': ({ value, methods }: Shown & { methods: string }) =>
      `Thunderbird for Android cannot sign in to ${value}, which offers only ${methods}: ask the provider for sign-in with a password, or use the webmail if there is one (OAuth 2.0 works there only with providers that are built into the app)`,
    'thunderbird-android.too-long': ({ value, bytes, most }: Shown & { bytes: number; most: number }) =>
      `the account ${value} needs ${bytes} bytes and a QR code holds ${most}: use the settings file account.k9s, or shorten the name`,
    'thunderbird.oauth2': ({ value }: Shown) =>
      `Thunderbird knows OAuth 2.0 only for a few large providers, and ${value} takes nothing else: let this server take a password too, or use the webmail if there is one`,
    'thunderbird.misread': ({ value, read, program }: Shown & { read: string; program: string }) =>
      `${program} would make “${read}” of “${value}” in this file, where numbers are changed and parts such as %EMAILADDRESS% replaced: use user.js or the QR code for this person, or another value`,
    'thunderbird.beyond-ascii': ({ value }: Shown) =>
      `“${value}” has letters beyond ASCII, which Thunderbird misreads in this file: let it set up the account with config-v1.1.xml`,
    'thunderbird.beyond-latin': ({ value }: Shown) =>
      `“${value}” has characters beyond Latin-1, which Thunderbird cannot keep in an address or in the login of an outgoing server: use one without them, or the webmail if there is one`,
    'thunderbird.own-login': ({ value }: Shown) =>
      `the login “${value}” follows no rule, and this file has one rule for everybody of the domain: use config-v1.1.xml or user.js for this person`,
    'outlook.no-password': ({ hosts, methods }: { hosts: string; methods: string }) =>
      `Outlook on Windows can prove a login with the password only, and ${hosts} does not take one (${methods}): allow “password” on a server of the profile, or use another program`,
    'outlook.profile-security': ({ host }: { host: string }) =>
      `an Outlook profile file can ask for TLS from the first byte only, and ${host} has STARTTLS or nothing: use install.cmd, or put a server with “tls” into the profile`,
    'outlook.profile-ascii': ({ value }: Shown) =>
      `an Outlook profile file holds plain letters without accents only, and “${value}” has others: use install.cmd, or write it without them`,
    'claws-mail.sign-in': ({ hosts, methods }: { hosts: string; methods: string }) =>
      `Claws Mail cannot log in to ${hosts}, which takes only ${methods}: let a server of the profile take a password, or use another program`,
    'evolution.sign-in': ({ hosts, methods }: { hosts: string; methods: string }) =>
      `Evolution cannot log in to ${hosts} by this file, which takes only ${methods}: let a server of the profile take a password, or use another program`,
    'evolution.variable': ({ value }: Shown) =>
      `“${value}” has a name in braces behind a dollar sign, in whose place Evolution’s autoconfig would put something else: use install.sh for this person`,
    'geary.sign-in': ({ hosts, methods }: { hosts: string; methods: string }) =>
      `Geary reads over IMAP with a password only, and ${hosts} takes ${methods}: give the profile such a server, or use another program`,
    'geary.semicolon': ({ value }: Shown) =>
      `“${value}” has a semicolon, at which Geary would cut the address: use another program`,
    'active-sync.variable': ({ value }: Shown) =>
      `a device management console would take part of “${value}” for a variable and put something else there: type the values into the form of the console by hand`,
    'serve.number': ({ value, least, most }: Shown & { least: number; most: number }) =>
      `“${value}” is not a whole number from ${least} to ${most}`,
    'serve.one-of': ({ value, values, suggestion }: Shown & { values: string } & Suggested) =>
      `“${value}” is not one of: ${values}${suggestion === '' ? '' : ` — did you mean “${suggestion}”?`}`,
    'serve.empty': (_: Shown) => 'the value is empty: write it or leave it out',
    'serve.host': ({ value }: Shown) =>
      `“${value}” is not an address to listen on, such as 127.0.0.1, ::1 or localhost`,
    'serve.canonical-host': ({ value }: Shown) =>
      `“${value}” is not a host name such as autoconfig.example.org, with a port where it has one`,
    'serve.network': ({ value }: Shown) =>
      `“${value}” is not an address or a network such as 10.0.0.0/8 or 2001:db8::/32`,
    'serve.workers': ({ value }: Shown) => `“${value}” is not a number from 1 to 128, nor auto`,
    'serve.twice': ({ value }: Shown) => `“${value}” is one value too many: give it once`,
    'serve.tls-pair': (_: Shown) => '--tls-cert and --tls-key belong together: give both or none',
    'serve.timeouts': (_: Shown) =>
      'the headers may not take longer than the request: lower it, or raise --request-timeout',
    'serve.same-port': ({ value }: Shown) => `port ${value} is the port of the server: choose another`,
    'serve.unreadable': ({ value, reason }: Shown & Reasoned) => `${value} cannot be read: ${reason}`,
    'serve.certificate': ({ value, reason }: Shown & Reasoned) =>
      `${value} is no PEM certificate and key that belong together: ${reason}`,
    'serve.unsettled': (_: Nothing) =>
      'the files changed again and again while they were read: end the copying, then touch one of them or send SIGHUP',
    'serve.key-open': ({ value }: Shown) =>
      `everybody on this machine can read the key ${value}: take that right away (chmod o= ${value})`,
    'serve.key-mounted': ({ value }: Shown) =>
      `everybody on this machine can read the key ${value}, and its file system is read-only: ${whereMounted}`,
    'serve.listen': ({ value, reason }: Shown & Reasoned) =>
      `${value} cannot be listened on: ${reason === 'EADDRINUSE' ? 'another program does' : reason}`,

    'template.raw': (_: Nothing) => 'raw output is not allowed in a template: write {{name}}, which escapes the value',
    'template.backslash': (_: Nothing) =>
      'a single backslash before {{ is not allowed in a template: write two for a backslash and the value behind it',
    'template.syntax': ({ reason }: Reasoned) =>
      `${reason} does not belong there: close each {{#block}} with its {{/block}}, and each {{ with }}`,
    'template.computed': (_: Nothing) =>
      'a computed value is not allowed in a template: print a name alone, as {{name}}',
    'template.block': ({ name }: Named) =>
      `the block {{#${name}}} is not allowed in a template: there are #if, #unless, #each and #with`,
    'template.block-about': ({ name }: Named) =>
      `{{#${name}}} with anything but one name is not allowed in a template: write {{#${name} name}}`,
    'template.branches': (_: Nothing) =>
      'a block that ends elsewhere in the notation than it begins is not allowed in a template: close inside the block what it opens',
    'template.partial-name': (_: Nothing) =>
      'a computed partial name is not allowed in a template: write the name of the template as it is',
    'template.partial-notation': ({ name, notation }: Named & { notation: string }) =>
      `{{> ${name}}}, which is not in ${notation}, is not allowed in this template: include one of the same notation`,
    'template.partial-self': ({ name }: Named) =>
      `a partial that includes itself is not allowed in a template: take {{> ${name}}} out`,
    'template.partial-unknown': ({ name, suggestion }: Named & Suggested) =>
      `{{> ${name}}}, which does not exist, is not allowed in a template: ${suggestion === '' ? 'include one that comes with Facteur' : `write {{> ${suggestion}}}?`}`,
    'template.partial-about': ({ name }: Named) =>
      `a partial with anything but one name is not allowed in a template: write {{> ${name}}} or {{> ${name} name}}`,
    'template.partial-block': (_: Nothing) => 'a partial block is not allowed in a template: write {{> name}}',
    'template.decorator': (_: Nothing) => 'a decorator is not allowed in a template: take it out',
    'template.reserved': ({ name }: Named) =>
      `the name ${name} is not allowed in a template: Handlebars or JavaScript gives it a meaning of its own`,
    'template.meaningless': ({ name }: Named) =>
      `${name} means nothing here: name what the context has, and @first, @last and @index inside {{#each}} only`,
    'template.in-script': (_: Nothing) =>
      'a placeholder inside script or style is not allowed in a template: put the value into the text, or into a quoted attribute such as data-name',
    'template.in-comment': (_: Nothing) =>
      'a placeholder in a comment, a declaration or CDATA is not allowed in a template: move it into the text',
    'template.in-tag': (_: Nothing) =>
      'a placeholder in a tag outside a quoted attribute value is not allowed in a template: put quotes around it',
    'template.in-attribute': ({ name }: Named) =>
      `a placeholder in the attribute ${name} is not allowed in a template: what it holds is code`,
    'template.in-link': ({ name, before }: Named & { before: string }) =>
      `a placeholder in the attribute ${name} after “${before}” is not allowed in a template: let the value be the whole link`,
    'template.in-quotes': ({ sign }: { sign: string }) =>
      `a placeholder in what ${sign} opens is not allowed in a template: it stands for a whole value and brings its own quotes`,
    'template.beside': (_: Nothing) =>
      'a placeholder with something directly beside it is not allowed in a template here, because they would become one: put a blank or a comma between, or the whole into one value',
    'template.elsewhere': ({ example }: Exemplified) =>
      `a placeholder here is not allowed in a template, because its escaping would not hold: it may stand as in ${example}`,
    'template.not-whole': ({ example }: Exemplified) =>
      `a placeholder with more behind it is not allowed in a template here, because its escaping would not hold: end the value with it, as in ${example}`,

    'templates.unreadable': ({ reason }: Reasoned) =>
      `cannot be read (${reason}): name a folder with templates, or give the right to read it`,
    'templates.empty': (_: Nothing) =>
      'has no template: name the folder in which there is, say, outlook/account.prf.hbs',
    'templates.encoding': (_: Nothing) => 'is not UTF-8: save it as UTF-8',
    'templates.unknown': ({ suggestion }: Suggested) =>
      `is the name of no template of Facteur: ${suggestion === '' ? 'name it as the one that it replaces (docs/templates.md has all)' : `did you mean ${suggestion}?`}`,
    'templates.absent': ({ name, suggestion, known }: Named & Suggested & { known: string }) =>
      `the context has no “${name}”: ${suggestion === '' ? '' : `did you mean ${suggestion}? `}It has ${known || 'nothing'} here`,
    'templates.value': (_: Nothing) =>
      `the context has something else here than the template takes: print what docs/templates.md calls a text, a number or a yes or no, and repeat with #each what it calls a list`,
    'templates.malformed': ({ reason }: Reasoned) =>
      `what is made with it is not well-formed, so no program could read it: ${reason}`,
    'templates.unrepresentable': ({ value, notation }: Shown & { notation: string }) =>
      `${value} cannot be written in ${notation}, so the file would be made for nobody: write something else`,

    'sign.pair': (_: Nothing) => '--sign-key and --sign-cert belong together: give both or none',
    'sign.alone': ({ option }: { option: string }) => `${option} says nothing without --sign-key: give the key too`,
    'sign.time': ({ value }: Shown) => `“${value}” is not a time such as 2026-11-22T10:00:00Z`,
    'sign.unreadable': ({ reason }: Reasoned) =>
      `cannot be read (${reason}): name another file, or give the right to read it`,
    'sign.open': ({ path }: { path: string }) =>
      `everybody on this machine can read this file, which must stay secret: take that right away (chmod o= ${path})`,
    'sign.mounted': (_: Nothing) =>
      `everybody on this machine can read this file, which must stay secret, and its file system is read-only: ${whereMounted}`,
    'sign.key': (_: Nothing) =>
      'is no private key in PEM: name a file that begins with -----BEGIN PRIVATE KEY----- or the like',
    'sign.key-kind': ({ value }: Shown) =>
      `this is a key of the kind ${value}: use RSA of 2048 bits or more (Apple devices are known to take it) or P-256`,
    'sign.passphrase-missing': (_: Nothing) =>
      'the key is encrypted: name a file that holds its passphrase with --sign-passphrase-file, or run generate on a terminal, where it is asked for',
    'sign.passphrase-wrong': (_: Nothing) => 'the passphrase does not open this key: check it, capitals count',
    'sign.passphrase-empty': (_: Nothing) => 'the first line is empty: write the passphrase there',
    'sign.certificate': (_: Nothing) =>
      'has no certificate in PEM, or a damaged one: name a file with -----BEGIN CERTIFICATE-----',
    'sign.utf16': (_: Nothing) => 'is in UTF-16, where OpenSSL finds no PEM: save it as UTF-8 or ASCII',
    'sign.passphrase-utf16': (_: Nothing) =>
      'is in UTF-16, which makes another passphrase of it: save it as UTF-8 (in PowerShell with Out-File -Encoding ascii)',
    'sign.key-usage': ({ name }: { name: string }) =>
      `the key usage of “${name}” has no digital signature, so its signatures count for nothing: use a certificate that may sign`,
    'sign.purpose': ({ name }: { name: string }) =>
      `the extended key usage of “${name}” is for time stamps, OCSP or IPsec alone: use a certificate of a web server, or one for e-mail or code`,
    'sign.critical': ({ name, value }: { name: string } & Shown) =>
      `“${name}” has the critical extension ${value}, and who does not know it refuses the certificate: use one without it`,
    'sign.path-length': ({ name }: { name: string }) =>
      `“${name}” allows fewer authorities below it than this chain has: use a certificate that it, or its issuer, has issued directly`,
    'sign.mismatch': ({ certificate }: { certificate: string }) =>
      `the key does not belong to the first certificate of ${certificate}: name the pair that was made together`,
    'sign.chain-order': ({ name, before }: Chained) =>
      `“${name}” stands after “${before}”, whose issuer comes later: put each certificate before that of its issuer`,
    'sign.chain-foreign': ({ name, before }: Chained) =>
      `“${name}” has not issued “${before}”: put there the certificate of its issuer, which who issued it hands out`,
    'sign.chain-incomplete': ({ name, issuer }: { name: string; issuer: string }) =>
      `the chain ends at “${name}”, and “${issuer}”, its issuer, is no public root: add the certificates up to the root to --sign-chain (a private root too; it is not put into the files)`,
    'sign.expired': ({ name, date }: Dated) => `the certificate “${name}” ended on ${date}: renew it`,
    'sign.not-yet': ({ name, date }: Dated) =>
      `the certificate “${name}” holds from ${date} on: check the clock, or wait`,

    'terminal.pop3': ({ program, hosts }: { program: string; hosts: string }) =>
      `${program} is set up for IMAP only, and ${hosts} has POP3: ask the provider for IMAP, or use another program`,
    'terminal.sign-in': ({ program, hosts, methods }: { program: string; hosts: string; methods: string }) =>
      `${program} has no way to prove a login to ${hosts}, which takes only ${methods}: let a server take a password too, or use another program`,
    'terminal.plain-text': ({ program, hosts }: { program: string; hosts: string }) =>
      `${program} cannot be told in all its versions that ${hosts} has no encryption: offer TLS there, or use another program`,
    'terminal.quoted': ({ program, value }: Shown & { program: string }) =>
      `${program} takes the quotation marks out of ${value} and would write as somebody else: use another program, or an address without them`,
    'msmtp.pattern': ({ value }: Shown) =>
      `msmtp takes “${value}” for a pattern, because of ? * [ or a percent sign: use another program for sending, or another address`,
  },

  thunderbird: {
    /** The account that Thunderbird has for folders on the computer, as Thunderbird calls it. */
    localFolders: 'Local Folders',
    userJs: (of: UserJs) => {
      const fresh = `Only for a Thunderbird that has no account yet: in its menu Help, Troubleshooting Information, open the profile folder; quit Thunderbird; put user.js there; start Thunderbird and give the password of ${of.address} when it asks; then delete user.js. (Where no folder opens, on Linux: profiles are in ~/.thunderbird; of a Snap in ~/snap/thunderbird/common/.thunderbird, of a Flatpak in ~/.var/app/net.thunderbird.Thunderbird/.thunderbird or, older, ~/.var/app/org.mozilla.Thunderbird/.thunderbird.)`;
      const servers = `with the incoming server ${of.incoming}, login ${of.incomingLogin}, and the outgoing server ${of.outgoing}, ${of.outgoingLogin === '' ? 'without authentication' : `login ${of.outgoingLogin}`}`;
      return {
        title: 'Account for a new Thunderbird',
        use: of.additional
          ? `Not for a Thunderbird that has accounts already, from whose list they would disappear: there, add the account in the account settings and configure it manually, ${servers}. ${fresh}`
          : `${fresh} In a Thunderbird that has accounts, they would disappear from its list: there, add the account in the account settings and configure it manually, ${servers}.`,
      };
    },
    userJsComments: ({ address }: { address: string }) => [
      `The account ${address}, for a new Thunderbird profile.`,
      'Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there.',
      'Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it.',
      'To take the account away: delete this file, then remove the account in the account settings of Thunderbird.',
    ],
    config: {
      title: 'Configuration that Thunderbird looks for',
      use: 'For the server that Thunderbird asks when this person types the address (autoconfig). The login stands in it as it is.',
    },
    isp: ({ file, domain }: { file: string; domain: string }) => ({
      title: `Configuration for every Thunderbird of ${domain}`,
      use: `Put ${file} into the folder isp beside the program, for example /usr/lib/thunderbird/isp or C:\\Program Files\\Mozilla Thunderbird\\isp: who then types an address in ${domain} gets servers and login filled in. The program folder of a Snap, a Flatpak or an app from a store cannot be written to: there, only a server helps. The file also serves on an autoconfig server that is not told the address. It names nobody.`,
    }),
    managed: {
      title: 'Account on a computer that you manage',
      use: 'For the computer of this one person: put thunderbird.cfg beside the program (on a Mac, into Thunderbird.app/Contents/Resources) and autoconfig.js into the folder defaults/pref there. At every start Thunderbird adds the account after those that the person has; these and the default account stay as they are. On Linux, version 153 also takes thunderbird.cfg from /etc/thunderbird and autoconfig.js from /etc/thunderbird/defaults/pref; version 140 takes only the second from there. A Snap or a Flatpak has a program folder that cannot be written to: a Snap may look in /etc/thunderbird (nobody has checked), a Flatpak in /app/etc/thunderbird, which only an extension of it can bring.',
    },
    managedComments: ({ address }: { address: string }) => [
      `Adds the account ${address} at every start, if it is not there. The other accounts and the default account stay as they are.`,
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
  },

  apple: {
    profile: (signed: boolean, authority: boolean) => ({
      title: 'Profile for iPhone, iPad and Mac',
      use: `On iPhone or iPad, open it, then within 8 minutes choose Settings › Profile Downloaded (or General › VPN & Device Management) › Install; on a Mac, open it, then choose System Settings › General › Device Management › the profile › Install (macOS 13 and 14: Privacy & Security › Profiles; before: System Preferences › Profiles). The device ${appleSignature(signed)} It asks for your mail password.${appleAuthority(authority)}`,
    }),
    exchangeIos: (signed: boolean, authority: boolean) => ({
      title: 'Exchange profile for iPhone and iPad',
      use: `Instead of the profile for iPhone, iPad and Mac: installing the one replaces the other. Open it, then within 8 minutes choose Settings › Profile Downloaded (or General › VPN & Device Management) › Install. The device ${appleSignature(signed)} It asks for your password.${appleAuthority(authority)}`,
    }),
    exchangeMacos: (signed: boolean) => ({
      title: 'Exchange profile for Mac',
      use: `Instead of the profile for iPhone, iPad and Mac: installing the one replaces the other. Open it, then choose System Settings › General › Device Management › the profile › Install (macOS 13 and 14: Privacy & Security › Profiles; before: System Preferences › Profiles). The Mac ${appleSignature(signed)} It asks for your password.`,
    }),
    /** Names of payloads, in the details of a profile. */
    payload: {
      mail: 'Mail account',
      calendar: 'Calendar account',
      contacts: 'Contacts account',
      exchange: 'Exchange account',
      directory: 'Directory',
      webmail: 'Link to the webmail',
      authority: 'Certificate of the authority',
    },
    /** What an account brings, for lists within a sentence. */
    service: {
      mail: 'mail',
      calendar: 'calendars',
      contacts: 'contacts',
      reminders: 'reminders',
      notes: 'notes',
      directory: 'the directory',
      webmail: 'a link to the webmail',
    },
    description: ({ address, services, logins }: AppleProfile) =>
      `Adds ${services} for ${address} to this device. You log in as ${logins}. The profile contains no password. To remove the account, remove the profile.`,
    consent: ({ address, services, logins, additional, authority }: AppleConsent) =>
      `This profile adds ${services} for ${address} to this device.${authority === '' ? '' : ` It also installs the certificate of the authority that vouches for its servers (${authority}).`} You log in as ${logins}; the device asks for the password, which the profile does not contain. Your other accounts${additional ? ' and your default account' : ''} stay as they are. If you have already added this mailbox by hand, remove it first, or it will be there twice. To remove the account later, remove the profile.`,
  },

  outlook: {
    installPackage: (domain: string) => ({
      title: 'Set-up for Outlook on Windows',
      use: `Right-click it and choose Extract All, then close Outlook and double-click install.cmd in the new folder; no administrator is needed. If Windows says “Windows protected your PC”, click More info, then Run anyway; if it shows a security warning, click Run. It can be spared both: before extracting, right-click install.zip, choose Properties, tick Unblock and click OK. The script says what to do next in Outlook. If Outlook then asks for the address only, do not go on: set up the account by hand. As soon as the account works, double-click remove.cmd in the same folder: until then it answers for every account at ${domain}. It helps classic Outlook only, not the new Outlook.`,
    }),
    installCommand: {
      title: 'Set-up, out of install.zip',
      use: 'Double-click it, with Outlook closed and autodiscover.xml and remove.cmd in the same folder. If Windows says “Windows protected your PC”, click More info, then Run anyway. It tells what to do next.',
    },
    removeCommand: {
      title: 'Clean-up, out of install.zip',
      use: 'Double-click it as soon as the account works in Outlook, or to give up: it takes back exactly what install.cmd set, or says what it leaves and why. If Windows says “Windows protected your PC”, click More info, then Run anyway. Your account and your messages stay.',
    },
    autodiscover: {
      title: 'Settings that Outlook reads',
      use: 'Leave it beside install.cmd, which copies it to its place. There is nothing to open.',
    },
    installPowershell: (domain: string) => ({
      title: 'Script for administrators (PowerShell)',
      use: `Does what install.cmd does, in one file, for a logon script: in the person’s own session, not as SYSTEM, with Outlook closed (powershell.exe -NoProfile -ExecutionPolicy Bypass -File install.ps1; with -WhatIf it only tells). Run it again with -Remove once the account works: until then it answers for every account at ${domain}, and an Exchange account there loses free/busy times and out-of-office replies. No test of ours has run it in PowerShell.`,
    }),
    installRegistry: (path: string) => ({
      title: 'Registry values for administrators',
      use: `First put autodiscover.xml at ${path}, where nobody else may write; then merge this file in the person’s session and restart Outlook. It cannot look before it writes: it replaces a path that is set for the domain. install.cmd is the better way, for it needs no fixed place, keeps what was there, looks for policies that forbid it and undoes half-done work. What this file set for all accounts, remove.cmd leaves and names, because nobody knows what was there before. Hand it out as a download, not as an attachment, and merge remove.reg once the account works.`,
    }),
    removeRegistry: {
      title: 'Removal of the registry values',
      use: 'Merge it once the account works: until then Outlook takes the file for every account of the domain. It cannot look before it deletes: the values that install.reg wrote go, also where your organisation had set them itself or another account of the domain has its path there, and no key. remove.cmd looks, and is the better way. Then delete autodiscover.xml.',
    },
    profile: (name: string) => ({
      title: 'Outlook profile file for administrators',
      use: `Close Outlook, then run: outlook.exe /importprf "C:\\folder\\account.prf" (a double-click does nothing). It makes a profile “${name}” of its own, changes no other one, and does nothing where that profile exists; outlook.exe /profiles lets people choose it. Microsoft documents it up to Outlook 2013 and advises against it later. Hand it out as a download, not as an attachment.`,
    }),

    intuneDetect: {
      title: 'Remediation for Intune (classic Outlook)',
      use: 'Detection script; intune-remediate.ps1 is the remediation script that goes with it. Under Devices › Scripts and remediations, choose the logged-on credentials, no signature check, 64-bit PowerShell, and assign it to this person alone: the scripts hold the person’s login. It waits for Outlook to be closed and tries again at its next run. When the account works, end the assignment and assign the removal. No test of ours has run it in PowerShell or Intune.',
    },
    intuneRemediate: {
      title: 'Remediation script for Intune',
      use: 'Goes with intune-detect.ps1: does what install.cmd does, without a question, and ends with 0 or 1.',
    },
    intuneRemoveDetect: {
      title: 'Removal by Intune (classic Outlook)',
      use: 'Detection script; intune-remove.ps1 is the remediation script that goes with it, with the same settings. Assign it when the account works, after you have ended the other assignment, which would otherwise set everything again: until the removal, the file answers for every account of the domain.',
    },
    intuneRemove: {
      title: 'Removal script for Intune',
      use: 'Goes with intune-remove-detect.ps1: takes back exactly what was set, and ends with 0 or 1.',
    },
    groupPolicyRegistry: {
      title: 'Registry values as a Group Policy (classic Outlook)',
      use: 'What install.cmd sets, for a GPO: copy the text and paste it under User Configuration › Preferences › Windows Settings › Registry, and do the same with Files.xml. It acts only for the person whose entry in the Active Directory has this address (mail or proxyAddresses), so the items of many people may stand in one GPO. A secondary address of proxyAddresses counts too: if a successor or deputy has it there, take (proxyAddresses=…) out of the condition, or they get this person’s login. When the account works, take the items out, or the person out of the GPO: Windows then removes the values, also where your organisation had set them itself. With roaming profiles it does not (Microsoft KB 3060859: the list of what to remove stays on each computer): there, set the action of the items to Delete instead, and take them out later.',
    },
    groupPolicyFiles: (path: string) => ({
      title: 'The file that they point to, as a Group Policy',
      use: `Goes with Registry.xml, under User Configuration › Preferences › Windows Settings › Files: copies autodiscover.xml to the person’s own folder and takes it away again when the item no longer applies, on a computer where it was applied; the secondary addresses of proxyAddresses count here too. First put autodiscover.xml at ${path}, or change fromPath to a share of yours that only administrators may write to.`,
    }),
    androidManaged: {
      title: 'Outlook for Android on managed devices',
      use: 'For the Exchange account. In Intune: Apps › Configuration › Managed devices › Android Enterprise › Outlook › Enter JSON data; elsewhere copy the keys and values into the form for Outlook. Assign it to this person alone, since the values are theirs; the app asks for the password. For many people, replace the values by variables of your console that are the same, and mind that the login (EmailUPN) may differ from the address.',
    },
    iosManaged: {
      title: 'Outlook for iPhone and iPad on managed devices',
      use: 'For the Exchange account: the app configuration that your device management sends with Outlook. In Intune: Apps › Configuration › Managed devices › iOS › Outlook › Enter XML data, from <dict> to </dict>. Assign it to this person alone, since the values are theirs; the app asks for the password. A device that is not managed does not take it.',
    },

    macManaged: {
      title: 'Outlook for Mac on managed computers',
      use: 'A configuration profile for your device management, in the user’s channel: at its first start, Outlook offers this address as the account to add. It does no more, because Outlook for Mac has no setting for servers or logins: the person types the login where it is not the address. If your organisation sets AllowedEmailDomains, the domain of the address must be in it.',
    },
    macDescription: ({ address }: Address) =>
      `At its first start, Outlook offers ${address} as the account to add. The profile contains no server, no login and no password.`,

    /** Said by the scripts. */
    script: {
      running: 'Outlook is running. Close it, then start this again.',
      conflict: (domain: string) =>
        `Nothing was changed: Outlook already has a file for ${domain} that is not this one. If it belongs to another account that you set up in this way, run its remove.cmd first; otherwise ask your administrator. The present setting is:`,
      policy:
        'Nothing was changed: a policy of your organisation keeps Outlook from reading this file, or from adding an account of this kind. Only your administrator can change that. The policy is:',
      failed:
        'It did not work, and what had been done was undone. Your organisation may forbid changes of the registry: ask your administrator, or set up the account by hand.',
      installed: (domain: string) => `Outlook is prepared for your address at ${domain}.`,
      hazard: (domain: string) =>
        `Do not forget the removal: until then this file answers for every account at ${domain} in your Outlook, and an Exchange account there would lose the free/busy times of others and its out-of-office replies.`,
      removed: 'Done: Outlook is as it was before. Your account and your messages stay.',
      shared:
        'Done for this account. Values that serve all accounts stay, because another account that you set up in this way needs them: they go with its removal. Your account and your messages stay.',
      kept: 'This folder stays, because something is in it that does not belong to this account:',
      absent: 'There was nothing to remove.',
      left: 'What was set for this account is taken back. These values stay, because there is no note of who set them: your organisation may have. They only change how Outlook adds accounts, and your administrator can delete them:',
      leftover: 'Something could not be removed. Start this again, or ask your administrator.',
    },
    command: {
      usage:
        'The only option is /quiet: no question, no word unless something is wrong. The exit code tells the result.',
      missing:
        'autodiscover.xml is not beside this file. If you opened this file inside a ZIP, extract everything into a folder first, then start it there.',
      mismatch: (domain: string) =>
        `The autodiscover.xml beside this file is not the one that belongs to it, for your address at ${domain}: it is another account’s, or it was changed. Put all files of one account into a folder of their own, as they came, then start this again.`,
      next: [
        '1. Start Outlook. If it has no account yet, it asks for one by itself; otherwise choose File, Add Account.',
        '2. Type your name, your e-mail address and your password. Outlook finds everything else, also the login, which is not always the address.',
        '3. When messages come in and go out, double-click remove.cmd.',
        'If Outlook asks for the address only (the new Outlook does, and perhaps Outlook 2024), do not go on with it: it would try the address as the login. Follow the written steps.',
      ],
    },
    powershell: {
      system: 'This belongs in a person’s session: run it as that person, not as SYSTEM.',
      next: 'The person starts Outlook, chooses File, Add Account (without an account yet, Outlook asks by itself), and types name, address and password. When the account works, run this script with -Remove.',
    },
    intune: {
      next: 'The person starts Outlook, chooses File, Add Account (without an account yet, Outlook asks by itself), and types name, address and password. When the account works, end this assignment and assign the removal.',
      missing: 'Outlook is not prepared.',
      remaining: 'There is something to remove.',
    },
  },

  android: {
    gmailManaged: {
      title: 'Gmail on managed Android devices',
      use: 'For the Exchange account. In Intune: Apps › Configuration › Managed devices › Android Enterprise › Gmail › Enter JSON data; elsewhere copy the keys and values into the form for Gmail. Assign it to this person alone, since the values are theirs; the app asks for the password. For many people, replace the values by variables of your console that are the same, and mind that the login (exchange_username) may differ from the address.',
    },
  },

  nine: {
    managed: {
      title: 'Nine Work on managed Android devices',
      use: 'For the Exchange account. Copy the keys and values into the form that your device management has for Nine Work, or take the file as JSON data in Intune; put the name of your device management in AppServicePublisher. Compare AppUserEmail and AppServiceUsername with the form: no page of the maker that we have read names these two keys. Assign it to this person alone; the app asks for the password.',
    },
  },

  thunderbirdAndroid: {
    /** What the app wants after an import. */
    asks: {
      password: 'type your password when the app asks for it',
      browser: 'sign in on the page that the app opens',
      both: 'do both things that the app asks for: sign in on the page that it opens, and type your password (when it sets up the mailbox from the address alone, it asks for one of the two, and the other server stays closed)',
    },
    code: ({ asks }: { asks: string }) => ({
      title: 'QR code for Thunderbird for Android',
      use: `Show this picture on a computer or on paper; on the phone, in Thunderbird, choose Settings › Import settings › Scan QR code (at first start: Get started › Import settings, or Scan QR code), and ${asks}. Scan it only once, because each time adds the account again. The app announces no new mail of an account that came by code, until you switch that on in the settings of the account. K-9 Mail has no scanner and takes the settings file.`,
    }),
    picture: {
      title: 'The same QR code as a PNG picture',
      use: 'For a document, or for a program that shows no SVG pictures. It works in the same way.',
    },
    file: ({ asks }: { asks: string }) => ({
      title: 'Settings file for Thunderbird and K-9 Mail',
      use: `Copy this file to the phone; tapping it does nothing, so choose Settings › Import settings › Select file in the app (at first start: Import K-9 settings, or Get started › Import your account settings now), and ${asks}. Import it only once, because each time adds the account again.`,
    }),
  },

  /** The pages that lead through a program step by step. */
  guides: {
    title: ({ address, program }: Address & { program: string }) => `${address} in ${program}`,
    notFor: 'not for this mailbox, and why',
    back: 'Other devices and programs',
    noPassword:
      'Nothing here contains a password: the program asks for it. Never send it to anybody who asks for it in a message.',
    fast: 'The fastest way',
    automatic: 'Let the program find the settings',
    scan: 'With the QR code: nothing to type',
    qr: ({ address }: Address) => `QR code that sets up ${address}`,
    byHand: 'By hand, step by step',
    check: 'Check that it works',
    checking:
      'Write a message to your own address. It should arrive within a minute, with your address as its sender: then sending and receiving both work.',
    refused: 'If the password is refused',
    stop: 'Do not try again and again: after three refusals, some servers lock the account for a while. Look at the user name first.',
    refusedLogins: {
      same: 'Type the password again with care. If it is still refused, check the user name, letter by letter, for the incoming and for the outgoing server.',
      differs: ({ incoming }: { incoming: string }) =>
        `The program has most likely sent your address in place of your login: many copy it there. For the incoming and for the outgoing server, the user name must be “${incoming}”.`,
      several: ({ incoming, outgoing }: { incoming: string; outgoing: string }) =>
        `The program has most likely sent your address in place of your login: many copy it there. The user name must be “${incoming}” for the incoming server and “${outgoing}” for the outgoing one.`,
    },
    troublesTitle: 'If something else goes wrong',
    /** What may go wrong in every program. */
    troubles: [
      trouble(
        'Messages arrive, but none can be sent',
        step(
          'Something is missing for the outgoing server: hold its user name, port and protection against the values below.',
        ),
      ),
      trouble(
        'A message is refused with “Sender address rejected” or “not owned by user”',
        step(
          'The server does not know that you may write from this address. No setting helps against that: tell your provider.',
        ),
      ),
    ],
    undo: 'To undo this',
    values: 'All values in one place',
    mayDiffer: 'labels may differ in your version',
    yourPassword: 'your mailbox password',
    yourName: 'your name, as others will see it',
    notAddress: 'your login, not your address',
    on: 'on',
    off: 'off',
    ticked: 'ticked',
    notTicked: 'not ticked',
    unsuitableTitle: 'Not for this mailbox.',
    unsuitable: {
      signIn: ({ hosts, webmail }: { hosts: string; webmail: boolean }) =>
        webmail
          ? `${hosts} takes no password that you could type here. Use the webmail, or ask your provider which programs can sign in.`
          : `${hosts} takes no password that you could type here. Ask your provider which programs can sign in.`,
      encryptedOnly: ({ hosts }: { hosts: string }) =>
        `${hosts} accepts only an encrypted password (CRAM-MD5), and as far as is known this program has no such choice. Use Thunderbird.`,
      imapOnly:
        'This mailbox can only be read over POP3, and for this program only steps for IMAP are known. Use another program.',
      addressIsLogin: ({ login, webmail }: { login: string; webmail: boolean }) =>
        `This program always sends the address as the login, and your login is “${login}”: the password would be refused each time, and after several refusals some servers close an account for a while. Use another program of the list${webmail ? ', or the webmail' : ''}.`,
    },
    /** Sites in the browser. */
    sites: {
      webmail: {
        title: 'Webmail',
        heading: ({ address }: Address) => `${address} in the webmail`,
        about: 'Read and write your mail in the browser, on any device. There is nothing to set up.',
        logins: {
          same: (_: { login: string }) => 'Your login is your address.',
          differs: ({ login }: { login: string }) =>
            `Your login is not your address. To log in, type “${login}”, whatever the page calls it.`,
        },
        steps: 'How to open it',
        open: 'Open this page:',
        link: 'Open the webmail',
        logIn: 'Log in with:',
        password: 'Password',
        logOut: 'On a device that is not your own, log out at the end, and do not let the browser keep your password.',
        refused: {
          same: (_: { login: string }) => 'Type the login and the password again with care.',
          differs: ({ login }: { login: string }) =>
            `Look at what you typed as the login: it must be “${login}”, not your address. Then type the password again with care.`,
        },
      },
    },
    /** One section for each program; the keys of `steps` and `labels` are those of its guide. */
    programs: {
      thunderbird: {
        title: 'Thunderbird',
        about:
          'Free, for every computer. The labels are those of version 153; if a tab “Set Up Your Existing Email Address” opens, yours is an older version, which has a page of its own.',
        automatic: step(
          'Begin as below, but after your address choose Continue. When Thunderbird says “Account settings found automatically”, look at the user name of both servers before you go on: it must be your login. If it is not, choose the following and correct it:',
          'Edit configuration',
        ),
        start: {
          primary: [
            step(
              'Open Thunderbird. The page “Add your email address” appears by itself; if it does not, choose:',
              '≡',
              'Add Account',
              'Email',
            ),
          ],
          additional: [step('In Thunderbird, choose:', '≡', 'Add Account', 'Email')],
        },
        steps: {
          address: step(
            'Type your name and your address. The button for Thundermail is not for this mailbox. Then choose the line under the address (where it is missing: Continue, and on the next page “Edit configuration”):',
            'Manual configuration',
          ),
          incoming: step(
            'On the page “Incoming server settings”, enter these values. Thunderbird puts your address in as the user name, and changes the port when you change the protocol or the security: compare every line before you choose:',
            'Continue',
          ),
          outgoing: step(
            'On the page “Outgoing server settings”, do the same; the user name is asked here once more. Leave “Advanced config” alone, and choose:',
            'Test',
          ),
          test: step('Once Thunderbird has found these settings at the server, choose:', 'Continue'),
          password: step(
            'Type your password; tick “Remember password” only on a computer of your own. Then:',
            'Continue',
          ),
          finish: step(
            'If calendars and address books are offered, keep those that you want, or choose Skip. Then:',
            'Finish',
          ),
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
        protocol: { imap: 'IMAP', pop3: 'POP3' },
        security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'None' },
        authentication: {
          password: 'Normal password',
          'cram-md5': 'Encrypted password',
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
        about:
          'For versions that open a tab “Set Up Your Existing Email Address”. If you can, update Thunderbird and use the page for newer versions.',
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
          incoming: step(
            'Under “Incoming server”, enter these values. Thunderbird has put your address in as the user name.',
          ),
          outgoing: step(
            'Under “Outgoing server”, further down, enter these; the user name is asked here once more. Then:',
            'Re-test',
          ),
          done: step('Compare every line once more, since the test may change some. Then:', 'Done'),
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
        protocol: { imap: 'IMAP', pop3: 'POP3' },
        security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'None' },
        authentication: {
          password: 'Normal password',
          'cram-md5': 'Encrypted password',
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
      'claws-mail': {
        title: 'Claws Mail',
        about:
          'Never choose “Auto-configure”: it puts your address in as the user name. The labels are those of version 4.1.',
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
        protocol: { imap: 'IMAP', pop3: 'POP3' },
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
      evolution: {
        title: 'Evolution',
        about: 'The mail program of GNOME. The labels are those of version 3.46.',
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
        protocol: { imap: 'IMAP', pop3: 'POP' },
        security: {
          tls: 'TLS on a dedicated port',
          starttls: 'STARTTLS after connecting',
          none: 'No encryption',
        },
        authentication: { password: 'Password', 'cram-md5': 'CRAM-MD5' },
        outgoing: { authentication: { password: 'PLAIN', 'cram-md5': 'CRAM-MD5' } },
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
      kmail: {
        title: 'KMail',
        about:
          'The mail program of KDE, also a part of Kontact. The labels are those of version 22.12. Leave its assistant (“Add Mail Account…”) alone: it looks for settings by itself, and may enter a login that is not yours.',
        start: {
          primary: [
            recalled(
              'Open KMail. If an assistant opens by itself, or KMail offers to import from another program, cancel that. Then choose:',
              'Settings',
              'Configure KMail…',
              'Accounts',
            ),
          ],
          additional: [recalled('In KMail, choose:', 'Settings', 'Configure KMail…', 'Accounts')],
        },
        steps: {
          addSendingFirst: recalled(
            'On the tab “Sending”, choose Add…, enter this name, choose SMTP in the list, and tick “Make this the default outgoing account”. Then:',
            'Create and Configure',
          ),
          addSending: recalled(
            'On the tab “Sending”, choose Add…, enter this name and choose SMTP in the list. Leave “Make this the default outgoing account” unticked. Then:',
            'Create and Configure',
          ),
          sending: step(
            'On the tab “General” of the window that opens, enter these. KMail keeps a password only where “Store SMTP password” is ticked.',
          ),
          sendingAdvanced: step(
            'On its tab “Advanced”, choose the encryption first and look at the port again after it. Then:',
            'OK',
          ),
          firstIdentity: recalled(
            'On the tab “Identities”, choose the one that is there, marked “(Default)”. Then:',
            'Modify…',
          ),
          addIdentity: recalled(
            'On the tab “Identities”, choose Add…, enter this name (another one, if you have an identity of this name) and leave “With empty fields” chosen. Then:',
            'OK',
          ),
          identity: step('On the tab “General” of the identity, enter these:'),
          identityAdvanced: step(
            'On its tab “Advanced”, tick “Outgoing Account” and choose the one that you have just made. Then:',
            'OK',
          ),
          addReceiving: recalled(
            'On the tab “Receiving”, choose the following one after the other (not “Add Mail Account…”):',
            'Add…',
            'Custom Account…',
            'IMAP E-Mail Server',
            'OK',
          ),
          receiving: step(
            'On the tab “General” of the window that opens, enter these. If something stands under “Username” already, replace it:',
          ),
          receivingAdvanced: step('On its tab “Advanced”, choose the encryption first: the port changes with it.'),
          receivingIdentity: recalled('On the same tab, choose the identity that you have just made:'),
          save: recalled('Close this window, and then the settings, with:', 'OK'),
          wallet: recalled(
            'If KDE’s wallet for passwords asks to be set up or opened, do so: KMail keeps your password in it. If KMail itself asks for the password, type that of your mailbox.',
          ),
        },
        labels: {
          sendingName: 'Name',
          outgoingHost: 'Outgoing mail server',
          signIn: 'Server requires authentication',
          outgoingLogin: 'Login',
          outgoingPassword: 'Password',
          outgoingSecurity: 'Encryption',
          outgoingPort: 'Port',
          outgoingAuthentication: 'Authentication',
          identityName: 'New identity',
          name: 'Your name',
          address: 'Email address',
          identitySending: 'Outgoing Account',
          accountName: 'Account Name',
          incomingHost: 'IMAP Server',
          incomingLogin: 'Username',
          incomingPassword: 'Password',
          incomingSecurity: 'Encryption',
          incomingPort: 'Port',
          incomingAuthentication: 'Authentication',
          receivingIdentity: 'Identity',
        },
        protocol: { imap: 'IMAP', pop3: 'POP3' },
        security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'None' },
        authentication: { password: 'PLAIN', 'cram-md5': 'CRAM-MD5' },
        role: {
          primary: recalled(
            'New messages are written with the identity, and sent through the outgoing account, that are marked “(Default)” on the tabs “Identities” and “Sending”. If that is another, choose this one there, then Set as Default.',
          ),
          additional: recalled(
            'The identity and the outgoing account marked “(Default)” stay what they were: do not choose Set as Default. To write from this mailbox, choose its identity under “Identity” in the window of the message.',
          ),
        },
        undo: recalled(
          'Choose this account, then Remove, on the tabs “Receiving” and “Sending”; and, if you have made one for it, its identity on the tab “Identities”, under:',
          'Settings',
          'Configure KMail…',
          'Accounts',
        ),
        repair: recalled(
          'In KMail it stands in two places: as “Username” in the account on the tab “Receiving”, and as “Login” in the one on the tab “Sending”. Choose each, then Modify…, under:',
          'Settings',
          'Configure KMail…',
          'Accounts',
        ),
      },
      'thunderbird-android': {
        title: 'Thunderbird for Android, K-9 Mail',
        about:
          'Free, made by the people of Thunderbird. K-9 Mail is its twin and is set up in the same way, without the QR code.',
        code: {
          open: {
            primary: step(
              'Show this page on a computer or on paper. Install Thunderbird on the phone, open it and tap the following (newer versions say “Scan QR code” in the second place):',
              'Get started',
              'Import settings',
            ),
            additional: step(
              'Show this page on a computer or on paper. On the phone, in Thunderbird, tap the following (in a freshly installed one: Get started, then Import settings or Scan QR code):',
              'Settings',
              'Import settings',
              'Scan QR code',
            ),
          },
          scan: step('Hold the camera to the code below, and import the account that the app shows.'),
          asks: {
            password: step(
              'The app asks for your password. Type it, and tick this box so that it also serves for sending:',
              'Use same password for outgoing server',
            ),
            browser: step('The app opens a page of your provider: sign in there.'),
            both: step(
              'The app opens a page of your provider, where you sign in, and asks for your password: do both.',
            ),
          },
          once: step(
            'Scan the code only once: each time adds the account again. The app announces no new mail of an account that came by code, until you switch that on in the settings of the account.',
          ),
        },
        misled: {
          login:
            'Set this mailbox up in “The fastest way”, not from your address alone: the app would find a user name that is not yours, and your password would be refused.',
          signIn:
            'Set this mailbox up in “The fastest way”, not from your address alone: the app would then ask you to sign in for receiving or for sending, and not for the other.',
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
          outgoingHost: 'Server',
          outgoingSecurity: 'Security',
          outgoingPort: 'Port',
          outgoingAuthentication: 'Authentication',
          outgoingLogin: 'Username',
          outgoingPassword: 'Password',
          accountName: 'Account name',
          name: 'Your name',
        },
        protocol: { imap: 'IMAP', pop3: 'POP3' },
        security: { tls: 'SSL/TLS', starttls: 'StartTLS', none: 'None' },
        authentication: { password: 'Normal password', 'cram-md5': 'Encrypted password', none: 'None' },
        role: {
          primary: step('This is the first account of the app, and new messages are written from it.'),
          additional: step('Your other accounts stay as they are.'),
        },
        undo: step('Open the settings of this account; at the end of the menu ⋮ is:', 'Remove account'),
        repair: step(
          'Open the settings of this account and correct the user name in both places, Incoming server and Outgoing server.',
        ),
      },
      gmail: {
        title: 'Gmail',
        about:
          'The app that most phones come with. It also takes mailboxes that are not Google’s; Gmail in the browser does not.',
        start: {
          primary: [recalled('Open Gmail and tap:', 'Got it', 'Add an email address', 'Other')],
          additional: [
            recalled(
              'Open Gmail and tap (or tap your picture, then “Add another account”, then “Other”):',
              '≡',
              'Settings',
              'Add account',
              'Other',
            ),
          ],
        },
        steps: {
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
          outgoing: recalled(
            'On the page “Outgoing server settings”, replace the user name here too, then tap:',
            'Next',
          ),
          options: recalled('Leave the options as they are, then tap:', 'Next'),
          names: recalled('Give the names that you want to see, then tap:', 'Next'),
        },
        labels: {
          address: 'Enter your email',
          password: 'Password',
          incomingLogin: 'Username',
          incomingHost: 'Server',
          incomingPort: 'Port',
          incomingSecurity: 'Security type',
          signIn: 'Require signin',
          outgoingLogin: 'Username',
          outgoingPassword: 'Password',
          outgoingHost: 'SMTP server',
          outgoingPort: 'Port',
          outgoingSecurity: 'Security type',
          accountName: 'Account name',
          name: 'Your name',
        },
        protocol: { imap: 'Personal (IMAP)', pop3: 'Personal (POP3)' },
        security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'None' },
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
          address: recalled('Type your address and your password, then tap:', 'Manual setup'),
          protocol: recalled('Choose the kind of account:'),
          incoming: recalled('For the incoming server, your address may already stand as the user name: replace it.'),
          outgoing: recalled('Further down, for the outgoing server, do the same, then tap:', 'Sign in'),
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
          outgoingLogin: 'User name',
          outgoingPassword: 'Password',
        },
        protocol: { imap: 'IMAP account', pop3: 'POP3 account' },
        security: { tls: 'SSL', starttls: 'TLS', none: 'None' },
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
        about:
          'A free app that keeps the account (what you log in with) apart from the identity (what you write as). Its wizard may try your address as the login, so do not use that.',
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
        protocol: { imap: 'IMAP', pop3: 'POP3' },
        security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'None (insecure)' },
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
      'outlook-android': {
        title: 'Outlook for Android',
        about:
          'Careful: Outlook for Android hands your password and your mail to a service of Microsoft on the Internet. Many institutions do not allow that: ask before you use it.',
        start: {
          primary: [recalled('Open Outlook and tap:', 'Add account')],
          additional: [recalled('Open Outlook, tap your picture, then:', '⚙', 'Add account', 'Add an email account')],
        },
        steps: {
          address: recalled('Type your address, then tap:', 'Continue'),
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
          done: recalled('Tap, at the top of the page:', '✓'),
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
        },
        protocol: { imap: 'IMAP', pop3: 'POP3' },
        security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'None' },
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
      'mail-macos': {
        title: 'Mail on the Mac',
        about:
          'The program Mail of every Mac, with macOS 14, 15 or 26. The profile does everything at once; by hand, Mail has to be kept from taking your address for the login.',
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
          apps: recalled('Leave only Mail ticked, then click:', 'Done'),
          settings: recalled(
            'Now look at what Mail has made of it. Choose in the menus:',
            'Mail',
            'Settings…',
            'Accounts',
          ),
          incoming: recalled(
            'Choose this account, then “Server Settings”. Under “Incoming Mail Server”, untick “Automatically manage connection settings”, and compare:',
          ),
          outgoing: recalled(
            'Under “Outgoing Mail Server (SMTP)”, do the same. The box covers STARTTLS too. If fields are missing, open “Edit SMTP Server List…” in the list of accounts there. Then click:',
            'Save',
          ),
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
        },
        protocol: { imap: 'IMAP', pop3: 'POP' },
        security: { tls: 'ticked', starttls: 'ticked', none: 'not ticked' },
        authentication: { password: 'Password', 'cram-md5': 'MD5 Challenge-Response', none: 'None' },
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
        about:
          'The app Mail of every iPhone and iPad. The profile does everything at once; the steps by hand are those of iOS and iPadOS 18 and later, and say what was different in 14 to 17.',
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
          apps: recalled('Leave only Mail switched on, then tap:', 'Save'),
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
        },
        protocol: { imap: 'IMAP', pop3: 'POP' },
        security: { tls: 'on', starttls: 'on', none: 'off' },
        authentication: { password: 'Password', 'cram-md5': 'MD5 Challenge-Response', none: 'None' },
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
            recalled('The iPhone keeps it for 8 minutes only: download it again.'),
          ),
        ],
      },
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
        security: { tls: 'SSL', starttls: 'TLS', none: 'None' },
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
        security: { tls: 'SSL', starttls: 'TLS', none: 'None' },
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
          address: step('Type your address, then click (in some versions, Next):', 'Continue'),
          protocol: step('In the list of providers, choose:'),
          incoming: step(
            'Enter the password and the values of the incoming server. If the boxes are not there, click “Show more”.',
          ),
          outgoing: step('Enter the values of the outgoing server, then click (in some versions, Continue):', 'Next'),
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
        protocol: { imap: 'IMAP', pop3: 'POP' },
        security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'None' },
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
      'outlook-mac': {
        title: 'Outlook for Mac',
        about:
          'Outlook 2016 and later on the Mac. Newer versions may fetch your mail by way of a service of Microsoft on the Internet: where Outlook offers a direct connection for this account, choose that one.',
        start: {
          primary: [recalled('Open Outlook: it asks for an address by itself.')],
          additional: [recalled('Open Outlook and choose in the menus:', 'Tools', 'Accounts', '+', 'New Account')],
        },
        steps: {
          address: recalled('Type your address, then click:', 'Continue'),
          provider: recalled('Choose the kind of account:', 'IMAP/POP'),
          incoming: recalled('Enter these values. Your address may already stand as the user name: replace it.'),
          outgoing: recalled(
            'Further down, enter those of the outgoing server. The box covers STARTTLS too. Then click:',
            'Add Account',
          ),
          ownLogin: recalled(
            'Your login for sending is another one: open this account again in the list of accounts, and enter it for the outgoing server:',
          ),
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
        },
        protocol: { imap: 'IMAP', pop3: 'POP' },
        security: { tls: 'ticked', starttls: 'ticked', none: 'not ticked' },
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
      'outlook-ios': {
        title: 'Outlook for iPhone and iPad',
        about:
          'Careful: Outlook for iPhone and iPad hands your password and your mail to a service of Microsoft on the Internet. Many institutions do not allow that: ask before you use it. Mail, which every iPhone has, does not.',
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
          address: recalled('Type your address, then tap:', 'Add Account'),
          provider: recalled(
            'If the page is headed Exchange, or asks you to sign in at Microsoft or Google, go no further there and tap:',
            '?',
            'Change account provider',
          ),
          protocol: recalled('Choose the kind of account:'),
          advanced: recalled('Switch this on:', 'Use Advanced Settings'),
          incoming: recalled('Enter the values of the incoming server.'),
          outgoing: recalled('Enter the values of the outgoing server, then tap:', 'Sign In'),
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
        },
        protocol: { imap: 'IMAP', pop3: 'POP3' },
        security: { tls: 'SSL', starttls: 'STARTTLS', none: 'None' },
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
    },
  },

  clawsMail: {
    install: {
      title: 'Set-up for Claws Mail',
      use: 'Close Claws Mail, open a terminal in this folder and run: sh install.sh. It adds the account beside those that you have, which stay as they are, and keeps a backup. Then start Claws Mail; it asks for your password. Run it again after a change of servers. A Claws Mail from Flathub keeps its accounts in ~/.var/app/org.claws_mail.Claws-Mail, where this script does not go: set that one up by hand.',
    },
    remove: {
      title: 'Removal from Claws Mail',
      use: 'Close Claws Mail and run: sh remove.sh. It takes back what install.sh added; your messages stay on the server.',
    },
    accountrc: {
      title: 'Account file for new users of Claws Mail',
      use: 'For a computer of this one person that you set up: put it into /etc/skel/.claws-mail, with the folderlist.xml of a Claws Mail that has been started once, before the person first starts it there. It names the person and holds no password.',
    },
    script: {
      first:
        'your administrator has prepared a first account: start Claws Mail once, close it, then start this again; nothing has been changed',
      twice:
        'this mailbox is there already, set up by hand: keep it, or delete that account in Claws Mail and start this again; nothing has been changed',
      installed: ({ address }: Address) =>
        `Done: Claws Mail has the account ${address}. It asks for the password when you start it.`,
    },
  },

  evolution: {
    install: {
      title: 'Set-up for Evolution',
      use: 'Close Evolution, open a terminal in this folder and run: sh install.sh. It adds the account beside those that you have. Evolution asks for your password, and keeps it in the keyring if you want. Run it again after a change of servers. An Evolution from Flathub keeps its accounts in ~/.var/app/org.gnome.Evolution, where this script does not go: set that one up by hand.',
    },
    remove: {
      title: 'Removal from Evolution',
      use: 'Close Evolution and run: sh remove.sh. It takes back what install.sh added; your messages stay on the server.',
    },
    autoconfig: {
      title: 'Account for Evolution on a computer that you manage',
      use: 'For the computer of this one person: copy the three files of the folder autoconfig to /etc/xdg/evolution-data-server/autoconfig. Everybody who uses the computer gets the account at the next login; a file that you replace is taken over, and where you delete them, the account goes. An Evolution from Flathub does not look there.',
    },
    script: {
      installed: ({ address }: Address) =>
        `Done: Evolution has the account ${address}. It asks for the password when you open it. If you have never chosen a default account, choose it in Evolution, in the preferences under mail accounts.`,
    },
  },

  geary: {
    install: {
      title: 'Set-up for Geary',
      use: 'Close Geary, open a terminal in this folder and run: sh install.sh. It adds the account behind those that you have. Geary asks for your password and keeps it in the keyring. Run it again after a change of servers. A Geary from Flathub keeps its accounts in ~/.var/app/org.gnome.Geary, where this script does not go: add the account in Geary, with the values for typing by hand.',
    },
    remove: {
      title: 'Removal from Geary',
      use: 'Close Geary and run: sh remove.sh. It takes back what install.sh added; your messages stay on the server.',
    },
    script: {
      installed: ({ address }: Address) =>
        `Done: Geary has the account ${address}. It asks for the password when you start it.`,
      twice:
        'this mailbox is there already, set up by hand: keep it, or delete that account in Geary and run this again; nothing has been changed',
      later: 'Geary deletes its own copies of your messages when you use it next.',
    },
  },

  /** What the pages for people have in common. */
  /** Scripts for Linux. The first ones stand behind a name and a colon. */
  linux: {
    messages: {
      usage: 'this script takes no arguments: start it without any',
      home: 'this is not the folder of a person: set HOME',
      unwritable:
        'this cannot be written: make room or allow writing there, then start again; nothing has been changed',
      unreadable: 'this cannot be read: allow it, then start again; nothing has been changed',
      link: 'this link leads nowhere: remove or correct it, then start again; nothing has been changed',
      notFile: 'this is not a file: move it away, then start again; nothing has been changed',
      damaged:
        'the part between “# >>> facteur” and “# <<< facteur” is incomplete or there twice: correct it by hand, then start again; nothing has been changed',
      left: 'our account stands here outside the lines between “# >>> facteur” and “# <<< facteur”, or is still read from here: take that out by hand, then start again; nothing has been changed',
      busy: 'another of these scripts is running: wait until it ends, then start again; nothing has been changed',
      lineBreak: 'this path has a line break: choose another, then start again; nothing has been changed',
      linked: 'this file had another name too (a hard link); what has that name stays as it was',
      failed: 'It did not work, and what had been done was undone.',
    },
    running: ({ program }: { program: string }) =>
      `${program} is running: close it, then start again; nothing has been changed`,
    kept: 'What you had changed in our part is kept in this folder:',
    removed: 'Done: what was set up here is gone. Your messages stay.',
    absent: 'There was nothing to remove.',
  },

  /** Programs of the terminal. */
  terminal: {
    /** Where a person who does it by hand puts the configuration. */
    places: {
      neomutt: '~/.config/neomutt/, and read it with “source” in neomuttrc',
      mutt: '~/.config/mutt/, and read it with “source” in muttrc',
      msmtp: 'the end of ~/.msmtprc or ~/.config/msmtp/config',
      isync: 'the end of ~/.mbsyncrc, behind an empty line',
      aerc: 'the end of ~/.config/aerc/accounts.conf, which nobody else may read (chmod 600)',
      himalaya: 'the end of ~/.config/himalaya/config.toml',
    },
    /** What a person types to use the account. */
    start: {
      neomutt: ({ id }: Identified) => `neomutt -e "source ~/.config/neomutt/${id}.rc"`,
      mutt: ({ id }: Identified) => `mutt -e "source ~/.config/mutt/${id}.rc"`,
      msmtp: ({ id }: Identified) => `msmtp -a ${id}`,
      isync: ({ id }: Identified) => `mbsync ${id}`,
      aerc: (_: Identified) => 'aerc',
      himalaya: ({ id }: Identified) => `himalaya envelopes list -a ${id}`,
    },
    install: ({ program, start, primary }: { program: string; start: string; primary: boolean }) => ({
      title: `Set up ${program}`,
      use: `In a terminal, in this folder: sh install.sh. It adds this account beside those that you have${primary ? ', as the first one only where there is none' : ' and leaves your usual one as it is'}. Then: ${start}`,
    }),
    remove: ({ program }: { program: string }) => ({
      title: `Take the account out of ${program}`,
      use: 'In a terminal, in this folder: sh remove.sh. Your files become what they were; what you changed since stays.',
    }),
    config: ({ program, place }: { program: string; place: string }) => ({
      title: `Configuration for ${program}, to place by hand`,
      use: `For those who keep their configuration themselves: it belongs to ${place}. The password comes from the keyring of the desktop (secret-tool).`,
    }),
    done: ({ program, start }: { program: string; start: string }) => `${program} is set up. Use it with: ${start}`,
    store: 'Keep the password once in the keyring of your desktop; each line asks for it:',
    prompt: ({ program }: { program: string }) => `${program} will ask for the password.`,
    defaultKept: ({ program }: { program: string }) =>
      `${program} had an account already: that one stays the usual one.`,
    keyringMissing:
      'this program is missing, and no password can be asked for otherwise: install it (Debian, Ubuntu: apt install libsecret-tools), then start again; nothing has been changed',
    folderTaken:
      'this folder has messages of another program, and mbsync would send them all to the server: move it away, then start again; nothing has been changed',
    toml: {
      broken: 'this cannot be read as TOML: correct it, then start again; nothing has been changed',
      inline:
        'all accounts stand here in one pair of braces, to which none can be added: write each as [accounts.NAME], then start again; nothing has been changed',
    },
    taken: ({ account }: { account: string }) =>
      `this file has an account ${account} that is not from here: rename or remove it, then start again; nothing has been changed`,
    quoting: 'Mutt cannot read a path with such signs: set XDG_CONFIG_HOME to another; nothing has been changed',
    tooOld:
      'version 2 or later is needed, whose configuration is another: update it, then start again; nothing has been changed',
  },

  page: {
    role: {
      additional:
        'You add this mailbox to those that you have. It does not become your main one, and nothing changes for the others.',
      primary: 'This is your first mailbox in this program, and it becomes your main one.',
    },
    toRole: {
      additional: 'You have another mailbox in this program already? See the steps that leave it in its place.',
      primary: 'This is your first mailbox in this program? See the steps for that.',
    },
    anotherAddress: 'Another address',
    onPhone: 'On your phone',
    onPhoneText: 'Hold the camera of the phone to this code: it opens this page there.',
    onPhoneCode: 'QR code that opens this page on the phone',
    skip: 'Skip to the content',
    languages: 'Languages',
    forPerson: ({ name }: { name: string }) => `For ${name}`,
    address: 'Your address: people write to it',
    wireAddress: ({ address }: Address) => `programs write it ${address}`,
    login: 'Login',
    loginIncoming: 'Login for receiving',
    loginOutgoing: 'Login for sending',
    logins: {
      same: (_: LoginTexts) =>
        'Your login is your address: type it wherever a program asks for a user name or a login, for the incoming and for the outgoing server.',
      differs: ({ address, incoming }: LoginTexts) =>
        `Your login is not your address. Wherever a program asks for a user name, a login or an account, for the incoming or for the outgoing server, type “${incoming}”. Only where it asks for your e-mail address, type “${address}”. Programs like to copy the address to the wrong place: if the password is refused, that is nearly always the reason.`,
      several: ({ address, incoming, outgoing }: LoginTexts) =>
        `You have two logins: “${incoming}” for the incoming server and “${outgoing}” for the outgoing server. Only where a program asks for your e-mail address, type “${address}”. Programs like to copy one value to all places: if the password is refused, that is nearly always the reason.`,
    },
    noPassword:
      'None of these files contains a password. Your program will ask for it; never send it to anybody who asks for it in a message.',
    receiving: { imap: 'Receiving (IMAP)', pop3: 'Receiving (POP3)' },
    sending: 'Sending (SMTP)',
    calendar: 'Calendar (CalDAV)',
    contacts: 'Contacts (CardDAV)',
    exchange: 'Exchange',
    directory: 'Directory (LDAP)',
    searchBase: 'Search base',
    server: 'Server',
    port: 'Port',
    link: 'Address (URL)',
    securityLabel: 'Security',
    security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'none (not encrypted)' },
    authenticationLabel: 'Sign-in',
    authentication: {
      password: 'password (normal)',
      'cram-md5': 'encrypted password (CRAM-MD5)',
      ntlm: 'NTLM',
      gssapi: 'Kerberos (GSSAPI)',
      oauth2: 'OAuth 2.0 (in the browser)',
      none: 'none',
    },
    or: ' or ',
  },

  /** The page on which a person types the address. */
  home: {
    title: 'Set up your mailbox',
    intro:
      'Type your address or your login, and you get the files and the steps for your device, with your own values.',
    who: 'Your e-mail address or your login',
    whoHint: ({ example }: { example: string }) => `For example ${example}.`,
    role: 'In the program that you want to set up',
    roles: {
      additional: 'I have another mailbox already; it must stay the main one',
      primary: 'this is my first mailbox',
    },
    submit: 'Continue',
    noPassword: 'Do not type your password here: this page never needs it.',
    privacy:
      'What you type only makes your files. It is not kept, and nobody looks up whether it exists. No cookie, no tracking.',
    problemTitle: 'That did not work.',
    problems: {
      missing: 'Type your address or your login.',
      tooLong: 'That is too long for an address or a login.',
      nobody: 'That is the name under which Evolution asks for nobody in particular. Type your own address.',
      unknownPage: 'There is no such page. Type your address to begin.',
      unknownFile: 'This mailbox has no such file. Type your address to see those that it has.',
    },
  },

  overview: {
    title: ({ address }: Address) => `Your mailbox ${address}`,
    intro:
      'Choose your device, then your program: its page begins with the fastest way and has every step with your own values.',
    otherLogins:
      'Only for the calendar, the contacts or Exchange you have another login: it stands in their table, under “By hand”.',
    devices: 'Choose your device',
    likely: 'yours, it seems',
    sites: 'In the browser, nothing to install',
    open: ({ title }: { title: string }) => `Open: ${title}`,
    file: 'File:',
    files: 'Files:',
    versions: 'Which versions take it, and how that is known',
    others: 'Other ways',
    otherPrograms: 'Other apps',
    byHand: 'By hand',
    byHandIntro:
      'For any other program, and where a program asks: these are the values to type. Of several servers of one kind, the first is enough.',
    leftOut: 'What could not be made',
    leftOutIntro: 'These programs cannot carry this mailbox. Each line says why and what helps.',
    leftOutOf: ({ program, title }: { program: string; title: string }) => `${program} – ${title}:`,
    links: 'Help and account',
    webmail: 'Webmail: read and write in the browser, nothing to set up',
    portal: 'Account portal: activate and manage the account',
    passwordRecovery: 'Lost password',
    administrators: 'For administrators',
    administratorsIntro: 'You do not need these files to set up your own program.',
    nothing: ({ webmail }: { webmail: boolean }) =>
      `No file could be made for this mailbox. Use the values below${webmail ? ', or the webmail' : ''}.`,
    made: ({ provider }: { provider: string }) =>
      `Made with Facteur for ${provider}. This page needs no connection and loads nothing.`,
  },

  /** The page about getting the account; the provider's own texts stand between these. */
  onboarding: {
    title: 'Getting your account',
    overviewLink: 'Account, password, first visit: step by step',
    home: 'The files for your devices',
    whose: 'Choose your mail service.',
    none: 'You have no account yet, or have lost its password?',
    noneLink: 'Get an account, step by step',
    contents: 'On this page',
    logins: {
      same: 'Your address is your login, too: with it and the password you get in.',
      differs: 'Two different things: with the login and the password you get in; to the address people write.',
      several: 'Three different things: with a login and the password you get in; to the address people write.',
    },
    sections: {
      activation: 'Activate the account',
      password: 'Choose the password',
      recovery: 'Password lost',
      webmail: 'First visit to the webmail',
      notes: 'To remember',
      links: 'Help',
    },
    prepare: 'To have at hand',
    steps: 'Step by step',
    seeRules: 'See the rules for the password',
    rulesTitle: 'What the provider asks for',
    rules: {
      length: ({ minimumLength }: RuleTexts) => `At least ${minimumLength} characters`,
      lowercase: (_: RuleTexts) => 'A lower-case letter (a to z)',
      uppercase: (_: RuleTexts) => 'An upper-case letter (A to Z)',
      digit: (_: RuleTexts) => 'A digit (0 to 9)',
      special: ({ specials }: RuleTexts): string =>
        specials === ''
          ? 'A special character, one that is neither letter nor digit'
          : 'A special character from the list below',
      characters: ({ specials }: RuleTexts): string =>
        specials.includes(' ')
          ? 'Only letters without accents, digits, and the special characters of the list: no é, no €'
          : 'Only letters without accents, digits, and the special characters of the list: no é, no €, no space',
      names: (_: RuleTexts) =>
        'Neither your first nor your last name, also with characters swapped: Dup0nt or D*pont is still Dupont',
      digitRun: ({ from, to }: RuleTexts): string =>
        to > from
          ? `No ${from} to ${to} digits in a row, as in a date (01012000); longer runs are refused too`
          : `No ${from} digits or more in a row, as in a date`,
    },
    specials: 'Special characters allowed',
    space: 'space',
    ownNotes: 'What no check can see',
    never: 'Never give the password to anybody, and never send it in a message.',
    check: {
      title: 'Try a password here',
      intro: 'Your browser alone looks at what you type: nothing is sent, and nothing is kept.',
      namesRead: 'The password must not contain your names. They were read from the address: correct them if need be.',
      namesAsked: 'The password must not contain your names: write them here, and that is checked, too.',
      first: 'First name',
      last: 'Last name',
      password: 'Password to try',
      show: 'Show the password',
      kept: 'Done',
      broken: 'Not yet',
      all: 'This password keeps all the rules that can be checked here.',
      some: 'This password does not keep all the rules yet: see the list.',
    },
  },

  cli: {
    usage: 'facteur <command> — the configuration of every mail client, also when the login is not the address',
    seeHelp: 'see facteur --help',
    generalOptions: 'General options:',
    noCommand: 'a command is missing',
    givenTwice: ({ option }: { option: string }) => `${option} is given twice`,
    takesNoValue: ({ option }: { option: string }) => `${option} is a switch and takes no value`,
    meant: ({ suggestion }: Suggested) => `did you mean ${suggestion}?`,
    unknownVariable: ({ name, suggestion }: { name: string } & Suggested) =>
      `The variable ${name} means nothing to Facteur: ${suggestion === '' ? 'facteur serve --help names those that do' : `did you mean ${suggestion}?`}`,
    unwritten: ({ reason }: { reason: string }) =>
      `standard output cannot be written (${reason}): make room, or send it elsewhere`,
    defect: ({ version }: { version: string }) =>
      `A mistake of Facteur ${version} itself: please report it with what follows.`,
    commands: {
      generate: 'Write the files of every mail client for one or more people',
      explain: 'Show an account and where each value comes from',
      clients: 'List what can be generated, for which devices and versions',
      serve: 'Answer, over HTTP, mail clients that look for their configuration, and people who look for theirs',
    },
    options: {
      who: 'An address or a login',
      profile: 'Id of a profile, a YAML file, or a folder of them (repeatable; without it: all that come with Facteur)',
      client: 'Only this client (repeatable; see facteur clients)',
      out: 'Folder that gets one folder for each address',
      name: 'Name of the person, as others will see it',
      role: 'additional: one more mailbox, must not become the main one; primary: the first mailbox',
      'dry-run': 'Say what would be written, and write nothing',
      force: 'Replace a bundle that is there with other content',
      example: 'Where nobody is named: the example of the profile, which a terminal gets without it too',
      ...signOptions,
      templates,
      'sign-time':
        'Signing time, such as 2026-11-22T10:00:00Z (without it: now); an RSA key then gives the same files again',
      lang: 'Language of messages and of the files',
      json: 'Answer in JSON on standard output',
    },
    whoDefault: 'on a terminal, the example of the profile',
    examplesTitle: 'Examples:',
    examples: {
      generate: {
        command: 'facteur generate marie.curie@ods.services --name "Marie Curie"',
        does: 'everything for one person',
      },
      generateClient: {
        command: 'facteur generate prenom.nom@cnrs.fr --client outlook --out bundles',
        does: 'for Outlook only',
      },
      explain: { command: 'facteur explain prenom.nom@cnrs.fr', does: 'which rule gave which value' },
      explainJson: { command: 'facteur explain prenom.nom@ods.services --json', does: 'the same for a script' },
      clients: { command: 'facteur clients', does: 'clients, files and versions' },
      clientsJson: { command: 'facteur clients --json', does: 'the same for a script' },
      serve: { command: 'facteur serve', does: 'on this computer, http://127.0.0.1:8080' },
      serveProxy: {
        command: 'facteur serve --workers auto --trusted-proxy 127.0.0.1',
        does: 'on all cores, behind a web server on this computer',
      },
    },
    serve: {
      /** What stands behind the name of the variable: `(or FACTEUR_PORT)`. */
      variable: ({ name }: { name: string }) => `(or ${name})`,
      options: {
        host: 'Address to listen on; 0.0.0.0 for every network, :: for IPv6 too',
        port: 'Port to listen on; 0 for one that is free',
        profile:
          'Id of a profile, a YAML file, or a folder of them (repeatable; without it: all that come with Facteur)',
        'canonical-host':
          'Host with a fitting certificate: what is asked over plain HTTP or at other names is sent there',
        'tls-cert': 'Certificate with its chain, PEM; read again when it changes',
        'tls-key': 'Its private key, PEM, which others must not be able to read',
        ...signOptions,
        templates,
        workers: 'Processes that share the work; auto: one for each core',
        'trusted-proxy':
          'Address of a proxy whose X-Forwarded-For, -Proto and -Host, or Forwarded, are believed (repeatable), such as 10.0.0.5; a network, such as 10.0.0.0/28, only where nobody else is in it: who is says himself who he is',
        'metrics-host': 'Address for the counts',
        'metrics-port': 'Port that shows counts for Prometheus at /metrics; without it they are not taken',
        'rate-limit':
          'Requests a minute for each client (an IPv4 address, an IPv6 /64) and process, a quarter of them at once; a page of a mailbox counts as 4, an Apple profile as 2; 0 for no limit',
        'log-level': 'debug (each request, without path or address), info, warn, error or silent',
        'body-limit': 'Bytes of a request body',
        'header-timeout': 'Seconds to send the headers, and before them to agree on TLS',
        'request-timeout': 'Seconds to send a whole request',
        'idle-timeout': 'Seconds that an unused connection stays open',
        'proxy-idle-timeout':
          'The same for connections of a proxy: longer than it keeps them (nginx 60 s, load balancers up to 600 s)',
        'answer-timeout': 'Seconds to take a whole answer',
        'stop-timeout': 'Seconds for requests to end when the server stops',
        'max-connections': 'Connections at once, for each process',
        'connections-per-client':
          'Connections at once for each client (an IPv4 address, an IPv6 /64) and process, trusted proxies apart; 0 for no limit',
      },
      log: {
        listening: ({ url }: { url: string }) => `listening on ${url}`,
        metrics: ({ url }: { url: string }) => `counts for Prometheus at ${url}`,
        stopping: 'stopping: requests may end, the next signal cuts them',
        stopped: 'stopped',
        reloaded: 'profiles, templates, certificate and signing key read again',
        kept: 'the new profiles, templates, certificate or signing key are invalid: the old ones stay',
        endsSoon: ({ name, date, days }: EndsSoon) =>
          `the signing certificate “${name}” ends on ${date}, in ${days} days: renew it; after its end no profile is handed out`,
        ended: 'a signing certificate has ended: no Apple profile is handed out until there is a new one',
        refusals: 'requests or connections turned away in the last minute',
        defect: 'a request failed because of a mistake of Facteur',
        crash: 'stopping because of a mistake of Facteur',
        workerDied: ({ seconds }: { seconds: number }) => `a worker died; another starts in ${seconds} s`,
        unnamedProxy:
          'a proxy that nobody named passes requests on (they have X-Forwarded-… and come from a private address): to us all its people are one client, and their https is http. Name its address: --trusted-proxy 127.0.0.1, or ::1, where it runs on this computer',
        silentProxy:
          'a trusted proxy does not say who asks, so all its people are one client, and that one asks too often: let it send X-Forwarded-For (nginx: proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for)',
        wideProxy: ({ value }: Shown) =>
          `all of ${value} is trusted as a proxy: every computer in it says himself who he is, and so escapes the limits. Name the addresses of the proxies alone`,
        lost: ({ count }: { count: number }) => `${count} lines of this log are lost: nobody read them in time`,
      },
    },
    /** Texts of the library that reads the command line; keys are its own. */
    yargs: {
      'Commands:': 'Commands:',
      'Positionals:': 'Arguments:',
      'Options:': 'Options:',
      'Show help': 'Show this help',
      'Show version number': 'Show the version',
      'default:': 'default:',
      'choices:': 'one of:',
      string: 'text',
      boolean: 'switch',
      array: 'list',
      required: 'required',
      'Invalid values:': 'wrong value:',
      'Argument: %s, Given: %s, Choices: %s': '--%s is %s, possible are %s',
      'Not enough arguments following: %s': '--%s needs a value',
      'Missing required argument: %s': plural('an argument is missing: %s'),
      'Not enough non-option arguments: got %s, need at least %s': plural(
        'an argument is missing: %s given, %s needed',
      ),
      'Too many non-option arguments: got %s, maximum of %s': plural('too many arguments: %s given, %s allowed'),
      'Unknown argument: %s': plural('unknown option or argument: %s'),
      'Unknown command: %s': plural('unknown command: %s'),
    },
    sign: {
      passphrase: ({ file }: { file: string }) => `Passphrase of ${file}`,
      endsSoon: ({ name, date, days }: EndsSoon) =>
        `The signing certificate “${name}” ends on ${date}, in ${days} days: renew it. Devices call what it signed unverified from then on.`,
    },
    usingExample: ({ example }: { example: string }) =>
      `Nobody is named: showing the example of the profile, ${example}.`,
    bundle: ({ address, login, folder, change }: { address: string; login: string; folder: string; change: string }) =>
      `${address} (login ${login}) → ${folder} — ${change}`,
    changes: { created: 'written', unchanged: 'already there, unchanged', replaced: 'replaced' },
    recovered: {
      restored: ({ path }: { path: string }) =>
        `A run before this one was stopped while it replaced ${path}: the bundle that was there is back.`,
      removed: ({ path }: { path: string }) => `Removed ${path}, the working folder of a run that was stopped.`,
    },
    wouldRecover: {
      restored: ({ path }: { path: string }) =>
        `A run before this one was stopped while it replaced ${path}: the bundle that was there would be put back.`,
      removed: ({ path }: { path: string }) =>
        `${path}, the working folder of a run that was stopped, would be removed.`,
    },
    wouldChange: { created: 'would be written', unchanged: 'already there, unchanged', replaced: 'would be replaced' },
    steps: ({ page }: { page: string }) => `The steps for each device: ${page}`,
    administrators: 'For administrators',
    leftOut: 'Left out, because it cannot be expressed',
    nothingMade: 'Nothing could be made for the clients asked for.',
    none: '(none)',
    origins: {
      person: (_: Origin) => 'given',
      'read-backwards': ({ rule }: Origin) => `login rule ${rule}, read backwards`,
      'service-rule': ({ rule }: Origin) => `rule of the service: ${rule}`,
      'domain-rule': ({ rule }: Origin) => `rule of the domain: ${rule}`,
      'provider-rule': ({ rule }: Origin) => `rule of the provider: ${rule}`,
      address: (_: Origin) => 'no rule: the address',
      profile: ({ file }: Origin) => file,
      default: (_: Origin) => 'default',
    },
    guide: 'steps by hand',
    audiences: { user: 'for the person', admin: 'for administrators', server: 'for a server' },
  },
};

/** What the text about user.js names: the account, and the servers with the logins there; empty where none is asked for. */
type UserJs = Record<'address' | 'incoming' | 'incomingLogin' | 'outgoing' | 'outgoingLogin', string> & {
  readonly additional: boolean;
};

/** … and the text that is to be accepted: `authority` is whose certificate comes with it, empty where none does. */
type AppleConsent = AppleProfile & { readonly additional: boolean; readonly authority: string };

/** What an iPhone may ask for besides; Apple shows the switch for certificates that a person installed. */
function appleAuthority(authority: boolean): string {
  return authority
    ? ' If an iPhone or iPad then says that it cannot verify the server, switch the certificate on in Settings › General › About › Certificate Trust Settings.'
    : '';
}

/** What a device says of the signature of a profile, as the end of a sentence. */
function appleSignature(signed: boolean): string {
  return signed
    ? 'names who signed the profile and says “Verified” where it trusts that signature; if it says “Not Verified”, ask your mail service before you go on.'
    : 'says “Not Signed”, as the profile bears no signature.';
}

/** What a text about one Apple profile names; lists are already joined. */
type AppleProfile = { readonly address: string; readonly services: string; readonly logins: string };

/** The address that a page is about. */
type Address = { readonly address: string };

/** The values that an explanation of logins names. */
type LoginTexts = Address & { readonly incoming: string; readonly outgoing: string };

/** What the sentences of the password rules name. */
type RuleTexts = {
  readonly minimumLength: number;
  /** Empty where the provider has no list. */
  readonly specials: string;
  /** The runs of digits that are refused; 0 where the provider names no longest. */
  readonly from: number;
  readonly to: number;
};

/** Details of a problem that shows no value. */
type Nothing = Record<never, never>;

/** Details of a problem of a template. */
type Named = { readonly name: string };
type Exemplified = { readonly example: string };

/** Details of a problem that shows one value. */
type Shown = { readonly value: string };

/** Products of which the same is known. */
type Products = { readonly products: string };

/** Details of where a value comes from. */
type Origin = { readonly rule: string; readonly file: string };

/** What a program calls an account. */
type Identified = { readonly id: string };

/** The system's word for why something failed. */
type Reasoned = { readonly reason: string };

/** A certificate that ends on that day, in so many days. */
type EndsSoon = { readonly name: string; readonly date: string; readonly days: number };

/** A certificate, and the one that stands before it in a chain. */
type Chained = { readonly name: string; readonly before: string };

/** A certificate and the day at which it begins or ends. */
type Dated = { readonly name: string; readonly date: string };

/** What was probably meant; empty where nobody can tell. */
type Suggested = { readonly suggestion: string };
