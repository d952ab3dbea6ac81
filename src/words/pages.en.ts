import { step, trouble } from './step.ts';
import { either } from './text.ts';
import { source } from './words.ts';

export const en = source({
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
    support: 'Help:',
    anotherAddress: 'Another address',
    onPhone: 'On your phone',
    onPhoneText: 'Hold the camera of the phone to this code: it opens this page there.',
    onPhoneCode: 'QR code that opens this page on the phone',
    skip: 'Skip to the content',
    languages: 'Languages',
    forPerson: 'For {name}',
    address: 'Your address: people write to it',
    wireAddress: 'programs write it {address}',
    login: 'Login',
    loginIncoming: 'Login for receiving',
    loginOutgoing: 'Login for sending',
    logins: {
      same: 'Your login is your address: type it wherever a program asks for a user name or a login, for the incoming and for the outgoing server.',
      sameOnExchange:
        'Your login is your address: type it wherever a program, or a page that it opens, asks for a user name or a login.',
      differs: either(
        'typed',
        'Your login is not your address. Wherever a program asks for a user name, a login or an account, for the incoming or for the outgoing server, type “{incoming}”. Only where it asks for your e-mail address, type “{address}”. Programs like to copy the address to the wrong place: if the password is refused, that is nearly always the reason.',
        'Your login is not your address. Wherever you are asked for a user name, a login or an account, type “{incoming}”. Only where you are asked for your e-mail address, type “{address}”. Programs like to copy the address to the wrong place: if you are not let in, that is nearly always the reason.',
      ),
      differsOnExchange: either(
        'typed',
        'Your login is not your address. Wherever a program asks for a user name, a login or an account, type “{incoming}”. Only where it asks for your e-mail address, type “{address}”. Programs like to copy the address to the wrong place: if the password is refused, that is nearly always the reason.',
        'Your login is not your address. Wherever you are asked for a user name, a login or an account, type “{incoming}”. Only where you are asked for your e-mail address, type “{address}”. Programs like to copy the address to the wrong place: if you are not let in, that is nearly always the reason.',
      ),
      several: either(
        'typed',
        'You have two logins: “{incoming}” for the incoming server and “{outgoing}” for the outgoing server. Only where a program asks for your e-mail address, type “{address}”. Programs like to copy one value to all places: if the password is refused, that is nearly always the reason.',
        'You have two logins: “{incoming}” for the incoming server and “{outgoing}” for the outgoing server, wherever you are asked for one. Only where you are asked for your e-mail address, type “{address}”. Programs like to copy one value to all places: if you are not let in, that is nearly always the reason.',
      ),
    },
    noPassword:
      'None of these files contains a password. Your program will ask for it; never send it to anybody who asks for it in a message.',
    /** The same where people get in in another way: all of them, or some. */
    noPasswordAsked: {
      browser:
        'None of these files contains a password. You sign in in the browser, on a page of your provider that your program opens; never send a password to anybody who asks for it in a message.',
      both: 'None of these files contains a password. Your program asks for it, or opens a page of your provider where you sign in in the browser; never send it to anybody who asks for it in a message.',
      certificate:
        'None of these files contains a password, and no program asks for one: you are let in by the certificate that your provider gave you. Never send a password to anybody who asks for it in a message.',
      nothing:
        'None of these files contains a password, and no program asks for one. Never send a password to anybody who asks for it in a message.',
    },
    receiving: {
      imap: 'Receiving (IMAP)',
      pop3: 'Receiving (POP3)',
    },
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
    security: {
      tls: 'SSL/TLS',
      starttls: 'STARTTLS',
      none: 'none (not encrypted)',
    },
    authenticationLabel: 'Sign-in',
    authentication: {
      password: 'password (normal)',
      'cram-md5': 'encrypted password (CRAM-MD5)',
      ntlm: 'NTLM',
      gssapi: 'Kerberos (GSSAPI)',
      oauth2: 'OAuth 2.0 (in the browser)',
      certificate: 'client certificate (TLS)',
      none: 'none',
    },
    or: ' or ',
  },
  home: {
    title: 'Set up your mailbox',
    intro:
      'Type your address or your login, and you get the files and the steps for your device, with your own values.',
    who: 'Your e-mail address or your login',
    whoHint: 'For example {example}.',
    role: 'In the program that you want to set up',
    roles: {
      additional: 'I have another mailbox already; it must stay the main one',
      primary: 'this is my first mailbox',
    },
    submit: 'Continue',
    noPassword: 'Do not type your password here: this page never needs it.',
    privacy:
      'What you type only makes your files. It is not kept, and nobody looks up whether it exists. No cookie, no tracking.',
    ownLogin: {
      title: 'Your login',
      intro:
        'Nothing that Facteur knows says with which login the mailbox {address} is opened: everybody there has one of their own. Type yours, and it is put into your files and steps.',
      label: 'Your login (not a password)',
      mail: { incoming: 'receiving mail', outgoing: 'sending mail' },
      labelAt: 'Your login for: {service} (not a password)',
      optional: '{label}, if you have one',
      otherwise: '{label}, if it is another one',
      hint: 'Your provider has told you the login, perhaps in a letter or on the page of your account.',
      privacy:
        'Your login only makes your files. It is not kept, and it stands in no address of a page. No cookie, no tracking.',
      missing: 'Type your login.',
      malformed:
        'That cannot be a login: it is too long, or has a character in it that cannot be seen, such as a line break. Type it by hand, as your provider has given it to you.',
      another: 'My login is another one',
      anotherText: 'The rule of your provider gives the login above. If yours is another one, type it here.',
      anotherSubmit: 'Use this login',
    },
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
    title: 'Your mailbox {address}',
    intro:
      'Choose your device, then your program: its page begins with the fastest way and has every step with your own values.',
    otherLogins:
      'Only for the calendar, the contacts or Exchange you have another login: it stands in their table, under “By hand”.',
    devices: 'Choose your device',
    likely: 'yours, it seems',
    tablet: 'On an iPad? It calls itself a Mac: choose iPhone and iPad.',
    sites: 'In the browser, nothing to install',
    open: 'Open: {title}',
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
    leftOutOf: '{program} – {title}:',
    withoutLogin:
      'Not set up by any file, because your login there follows no rule and is not known here: {services}. Your provider tells you the login.',
    links: 'Help and account',
    webmail: 'Webmail: read and write in the browser, nothing to set up',
    site: 'These pages on the web, always up to date',
    portal: 'Account portal: activate and manage the account',
    passwordRecovery: 'Lost password',
    administrators: 'For administrators',
    administratorsIntro: 'You do not need these files to set up your own program.',
    nothing: either(
      'webmail',
      'No file could be made for this mailbox. Use the values below, or the webmail.',
      'No file could be made for this mailbox. Use the values below.',
    ),
    made: 'Made with Facteur for {provider}. This page needs no connection and loads nothing.',
  },
  onboarding: {
    title: 'Getting your account',
    overviewLink: 'Account, password, first visit: step by step',
    home: 'The files for your devices',
    whose: 'Choose your mail service.',
    none: 'You have no account yet, or have lost its password?',
    noneLink: 'Get an account, step by step',
    contents: 'On this page',
    logins: {
      same: either(
        'typed',
        'Your address is your login, too: with it and the password you get in.',
        'Your address is your login, too: you sign in with it.',
      ),
      differs: either(
        'typed',
        'Two different things: with the login and the password you get in; to the address people write.',
        'Two different things: you sign in with the login; to the address people write.',
      ),
      several: either(
        'typed',
        'Three different things: with a login and the password you get in; to the address people write.',
        'Three different things: you sign in with a login; to the address people write.',
      ),
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
      length: 'At least {minimumLength} characters',
      lowercase: 'A lower-case letter (a to z)',
      uppercase: 'An upper-case letter (A to Z)',
      digit: 'A digit (0 to 9)',
      special: either(
        'specials',
        'A special character from the list below',
        'A special character, one that is neither letter nor digit',
      ),
      characters: either(
        'space',
        'Only letters without accents, digits, and the special characters of the list: no é, no €',
        'Only letters without accents, digits, and the special characters of the list: no é, no €, no space',
      ),
      names: 'Neither your first nor your last name, also with characters swapped: Dup0nt or D*pont is still Dupont',
      digitRun: either(
        'longer',
        'No {from} to {to} digits in a row, as in a date (01012000); longer runs are refused too',
        'No {from} digits or more in a row, as in a date',
      ),
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
  guides: {
    title: '{address} in {program}',
    notFor: 'not for this mailbox, and why',
    back: 'Other devices and programs',
    noPassword:
      'Nothing here contains a password: the program asks for it. Never send it to anybody who asks for it in a message.',
    noPasswordAsked: {
      browser:
        'Nothing here contains a password, and this program asks for none: you sign in in the browser, on a page of your provider that it opens. Never send a password to anybody who asks for it in a message.',
      both: 'Nothing here contains a password: the program asks for it, and also opens a page of your provider where you sign in in the browser. Never send a password to anybody who asks for it in a message.',
      certificate:
        'Nothing here contains a password, and this program asks for none: you are let in by the certificate that your provider gave you. Never send a password to anybody who asks for it in a message.',
      nothing:
        'Nothing here contains a password, and this program asks for none. Never send a password to anybody who asks for it in a message.',
    },
    fast: 'The fastest way',
    automatic: 'Let the program find the settings',
    scan: 'With the QR code: nothing to type',
    qr: 'QR code that sets up {address}',
    byHand: 'By hand, step by step',
    inBrowser: 'Step by step: sign in in the browser',
    check: 'Check that it works',
    checking:
      'Write a message to your own address. It should arrive within a minute, with your address as its sender: then sending and receiving both work.',
    refused: 'If the password is refused',
    stop: 'Do not try again and again: after three refusals, some servers lock the account for a while. Look at the user name first.',
    refusedLogins: {
      same: 'Type the password again with care. If it is still refused, check the user name, letter by letter, for the incoming and for the outgoing server.',
      differs:
        'The program has most likely sent your address in place of your login: many copy it there. For the incoming and for the outgoing server, the user name must be “{incoming}”.',
      several:
        'The program has most likely sent your address in place of your login: many copy it there. The user name must be “{incoming}” for the incoming server and “{outgoing}” for the outgoing one.',
    },
    /** Where the program signs in in the browser. */
    notLetIn: {
      title: 'If you are not let in',
      stop: 'See whose page it is first: only your provider’s may ask you to sign in. If that page says that this program has to be approved, or if it lets you in and the program does not, tell your provider: some allow only programs that they know.',
      logins: {
        same: 'Begin again, and sign in with “{incoming}”. If another account is signed in on that page already, choose to use another one there.',
        differs:
          'You have most likely signed in with your address, or with another account that was signed in on that page already. Begin again, choose to use another account there, and sign in with “{incoming}”.',
        several:
          'You have most likely signed in with your address, or with the other of your logins. Begin again, and sign in with “{incoming}” for the incoming server and with “{outgoing}” for the outgoing one.',
      },
    },
    /** Where it shows a certificate, and nothing is typed. */
    closed: {
      title: 'If you are not let in',
      stop: 'See first that the certificate that your provider gave you is installed on this device, that it has not ended, and that it is chosen wherever the account has a place for it.',
      logins: {
        same: 'Then look at the user name, letter by letter: it must be “{incoming}”.',
        differs: 'Then look at the user name: many programs copy your address there, and it must be “{incoming}”.',
        several:
          'Then look at the user name: many programs copy your address there, and it must be “{incoming}” for the incoming server and “{outgoing}” for the outgoing one.',
      },
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
    yourAppPassword: 'your app password, not the password of your account',
    appPassword: {
      say: 'Where a program asks for the password, type an app password: that of your account is refused there. It is made here:',
      link: 'Make an app password',
    },
    yourCertificate: 'the certificate that your provider gave you; install it on the device first',
    yourName: 'your name, as others will see it',
    pageLogin: 'Login on that page',
    notAddress: 'your login, not your address',
    on: 'on',
    off: 'off',
    ticked: 'ticked',
    notTicked: 'not ticked',
    exchangeTitle: 'By way of Exchange.',
    exchange: either(
      'profile',
      'Open the Exchange profile for this device: the page of all devices has it. Or add an account of the kind “Exchange” by hand, with the address {address}, the user name “{login}” and, where it is asked for, the server {host}.',
      'Add an account with the address {address}, of the kind “Exchange” where the program asks for the kind. The user name is “{login}”, and the server, where it is asked for, {host}.',
    ),
    unsuitableTitle: 'Not for this mailbox.',
    unsuitable: {
      signIn: either(
        'webmail',
        '{hosts} takes no password that you could type here. Use the webmail, or ask your provider which programs can sign in.',
        '{hosts} takes no password that you could type here. Ask your provider which programs can sign in.',
      ),
      browser: either(
        'webmail',
        '{hosts} lets you in by way of the browser only (OAuth 2.0), and this program does that for no provider but the large ones that it knows, if for any. Use the webmail, or ask your provider which programs can sign in.',
        '{hosts} lets you in by way of the browser only (OAuth 2.0), and this program does that for no provider but the large ones that it knows, if for any. Ask your provider which programs can sign in.',
      ),
      certificate: either(
        'webmail',
        '{hosts} lets you in with a certificate of your own and takes no password, and this program has no choice for that where it is set up. Use a program for which the page of all devices has a file, or the webmail.',
        '{hosts} lets you in with a certificate of your own and takes no password, and this program has no choice for that where it is set up. Use a program for which the page of all devices has a file.',
      ),
      mixed: either(
        'webmail',
        '{hosts} lets you in by way of the browser only (OAuth 2.0). This program does that only with a provider that both receives and sends the mail, and {others} does the other half here. Use the webmail, or ask your provider which programs can sign in.',
        '{hosts} lets you in by way of the browser only (OAuth 2.0). This program does that only with a provider that both receives and sends the mail, and {others} does the other half here. Ask your provider which programs can sign in.',
      ),
      encryptedOnly:
        '{hosts} accepts only an encrypted password (CRAM-MD5), and as far as is known this program has no such choice. Use Thunderbird.',
      imapOnly:
        'This mailbox can only be read over POP3, and for this program only steps for IMAP are known. Use another program.',
      addressIsLogin: either(
        'webmail',
        'This program always sends the address as the login, and your login is “{login}”: the password would be refused each time, and after several refusals some servers close an account for a while. Use another program of the list, or the webmail.',
        'This program always sends the address as the login, and your login is “{login}”: the password would be refused each time, and after several refusals some servers close an account for a while. Use another program of the list.',
      ),
    },
  },
});
