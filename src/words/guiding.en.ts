import { step, trouble } from './step.ts';
import { either } from './text.ts';
import { source } from './words.ts';

/** The pages of programs: what is said in all of them, beside the words of each. */
export const en = source({
  guides: {
    back: 'Other devices and programs',
    qr: 'QR code that sets up {address}',
    byHand: 'By hand',
    inBrowser: 'Step by step: sign in in the browser',
    works: 'Does it work?',
    checking: 'Write yourself a message: it arrives within a minute.',
    trouble: 'If that does not work',
    otherFiles: 'Other files',
    size: '({kilobytes} kB)',
    scanHere: 'Point the phone’s camera at this code.',
    thenOpen: 'This page opens there: tap its button, then:',
    thenFollow: 'This page opens there, with these steps for {program}.',
    /** Where the login is asked for first. */
    thenOpenAsked: 'It asks for your login first; then this page opens: tap its button, then:',
    thenFollowAsked: 'It asks for your login first; then this page opens, with these steps for {program}.',
    send: { ios: 'Send this file to the iPhone or iPad, and tap it there:', android: 'Send this file to the phone:' },
    sendInstead: 'Without the camera: send the file',
    sendWays: {
      ios: [
        'Attach it to a message to yourself, and tap the attachment on the phone, in Mail or in the webmail opened with Safari.',
        'From a Mac: right-click › Share › AirDrop.',
        'Or put it into iCloud Drive, and tap it in Files.',
      ],
      android: [
        'Attach it to a message to yourself, and save the attachment on the phone.',
        'Or copy it over by USB cable, or with Quick Share.',
      ],
    },
    /** Of a file beside the page in a folder: a browser may show it. */
    asText: 'The link shows text? Right-click it: Save link as…; or take {file} from the folder of this page.',
    removeDownloaded: 'Close {program}, download this file, and run this line in a terminal:',
    removeHere: 'Close {program}. In the folder of index.html, right-click: Open in Terminal; run this line there:',
    theFile: 'The file that this line runs',
    removeByHand: 'By hand:',
    onComputer: 'Open this page on the computer where you want to read your mail:',
    onIpad: 'You are on the iPad itself?',
    /** In a browser of the iPhone that installs no profile. */
    safari: {
      title: 'Open this page in Safari',
      keepsFiles: 'This browser would keep the profile but not install it.',
      insideApp: 'Inside another app, nothing would happen.',
      copy: 'Copy this address, and paste it in Safari:',
      startAgain: 'Copy this address, paste it in Safari, and begin again there:',
      fromBar: 'Copy the address of this page, and paste it in Safari.',
      next: 'Then, in Safari',
      tap: 'Tap [{button}]:',
    },
    /** Where an iPhone does nothing with a profile. */
    nothing: {
      title: 'Nothing happens',
      say: 'Only Safari is sure to do it: open this page there.',
      /** Where this page is not on the phone. */
      sent: 'Tap the file in Mail, in Files or in Safari: other apps may save it and do no more.',
      files: 'Is the file in the Files app already? Tap it there, and go on with the next step.',
      managed:
        'An iPhone that your organisation manages, or one in Lockdown Mode, refuses profiles: set it up [by hand](#by-hand).',
    },
    firstMailbox: {
      question: 'Is this your first mailbox in {program}?',
      additional: 'No, I have another one',
      primary: 'Yes',
    },
    mainMailbox: 'Which mailbox is the main one',
    refused: 'The password is refused',
    stop: 'Do not keep trying: after three refusals, some servers lock the account for a while.',
    refusedBy: {
      file: 'With the file, the login is right: it came with it. So type the password again, carefully.',
      code: 'With the code, the login is right: it came with it. So type the password again, carefully.',
    },
    /** A mailbox on Exchange alone has one user name. */
    refusedExchange: {
      same: 'Type the password again carefully. If it is still refused, check the user name, letter by letter.',
      differs:
        'The program has most likely sent your address instead of your login: many copy it there. The user name must be “{incoming}”.',
    },
    activation: 'Not activated yet?',
    refusedLogins: {
      same: 'Type the password again carefully. If it is still refused, check the user name, letter by letter, for the incoming and for the outgoing server.',
      differs:
        'The program has most likely sent your address instead of your login: many copy it there. For the incoming and for the outgoing server, the user name must be “{incoming}”.',
      several:
        'The program has most likely sent your address instead of your login: many copy it there. The user name must be “{incoming}” for the incoming server and “{outgoing}” for the outgoing one.',
    },
    /** Where the program signs in in the browser. */
    notLetIn: {
      title: 'You are not let in',
      stop: 'First see whose page it is: only your provider’s may ask you to sign in. If that page says that the program has to be approved, or if it lets you in and the program does not, tell {whom}: some organisations allow only programs that they know.',
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
      title: 'You are not let in',
      stop: 'First see that the certificate from your provider is installed on this device, that it has not expired, and that it is chosen wherever the account asks for one.',
      logins: {
        same: 'Then look at the user name, letter by letter: it must be “{incoming}”.',
        differs: 'Then look at the user name: many programs copy your address there, and it must be “{incoming}”.',
        several:
          'Then look at the user name: many programs copy your address there, and it must be “{incoming}” for the incoming server and “{outgoing}” for the outgoing one.',
      },
    },
    troublesTitle: 'Something else',
    /** What may go wrong in every program. */
    troubles: [
      trouble(
        'Messages arrive, but none can be sent',
        step(
          'Something is missing for the outgoing server: check its user name, port and security against the values below.',
        ),
      ),
    ],
    notOwned: {
      seen: 'A message is refused with “Sender address rejected” or “not owned by user”',
      say: 'The server does not know that you may write from this address. No setting helps with that: tell {whom}.',
    },
    undo: 'Remove it again',
    values: 'All values',
    mayDiffer: 'labels may differ in your version',
    yourPassword: 'your mailbox password',
    yourAppPassword: 'your app password, not the password of your account',
    appPassword: {
      say: 'Where a program asks for the password, type an app password: that of your account is refused there. You make one here:',
      link: 'Make an app password',
    },
    yourCertificate: 'the certificate that your provider gave you; install it on the device first',
    yourName: 'your name, as others will see it',
    pageLogin: 'Login on that page',
    notAddress: 'your login, not your address',
    on: 'on',
    off: 'off',
    ticked: 'tick it',
    notTicked: 'untick it',
    unsuitableTitle: 'Not for this mailbox.',
    unsuitable: {
      signIn: either(
        'webmail',
        '{hosts} takes no password that you could type here. Use the webmail, or ask {whom} which programs can sign in.',
        '{hosts} takes no password that you could type here. Ask {whom} which programs can sign in.',
      ),
      browser: either(
        'webmail',
        '{hosts} lets you in through the browser only (OAuth 2.0), and this program can do that only with large providers that it knows, if at all. Use the webmail, or ask {whom} which programs can sign in.',
        '{hosts} lets you in through the browser only (OAuth 2.0), and this program can do that only with large providers that it knows, if at all. Ask {whom} which programs can sign in.',
      ),
      certificate: either(
        'webmail',
        '{hosts} wants a certificate of your own and takes no password, and this program has no choice for that when it is set up. Use a program that has a file on the page of all devices, or the webmail.',
        '{hosts} wants a certificate of your own and takes no password, and this program has no choice for that when it is set up. Use a program that has a file on the page of all devices.',
      ),
      mixed: either(
        'webmail',
        '{hosts} lets you in through the browser only (OAuth 2.0). This program can do that only where one provider receives and sends the mail, and here {others} does the other half. Use the webmail, or ask {whom} which programs can sign in.',
        '{hosts} lets you in through the browser only (OAuth 2.0). This program can do that only where one provider receives and sends the mail, and here {others} does the other half. Ask {whom} which programs can sign in.',
      ),
      encryptedOnly:
        '{hosts} takes only an encrypted password (CRAM-MD5), and this program has no such choice. Use Thunderbird.',
      imapOnly:
        'This mailbox can only be read over POP3, and the steps for this program are for IMAP. Use another program.',
      addressIsLogin: 'It sends your address as the login, not “{login}”: the password would be refused.',
    },
  },
});
