import { either } from './text.ts';
import { source } from './words.ts';

/** A page to print, fold and hand over. */
export const en = source({
  letter: {
    title: either('activation', 'Your mailbox', 'Your mailbox is ready'),
    activate: 'First activate your account, if that is not done yet:',
    lead: 'Three steps, on your computer and on your phone.',
    /** Where no page of theirs is on the web. */
    leadWithFiles: 'You were given files, too? Open index.html among them: it guides you. Otherwise, in three steps:',
    address: 'Your address: people write to it',
    both: 'Your address, and your login',
    login: 'Your login: to sign in',
    loginIncoming: 'Your login for receiving',
    loginOutgoing: 'Your login for sending',
    scan: 'Point your phone’s camera at the code. On a computer, open this page and type your e-mail address:',
    code: 'QR code that opens your page',
    choose: 'Choose your program. The page does the rest, or guides you step by step.',
    add: {
      mail: 'In your mail program, or in your phone’s settings, add an account. If you can choose, set it up by hand.',
      exchange: 'In your mail program, or in your phone’s settings, add an account of the type “Exchange”.',
      page: 'In your mail program, or in your phone’s settings, add an account. In a list of providers, choose {issuer}.',
    },
    /** What programs call them in such a list. */
    issuers: { Google: 'Google', Microsoft: 'Microsoft, Exchange or Office 365' },
    type: {
      page: 'Type your address. No server is asked for.',
      same: 'Type the values below, letter by letter. The user name is your address.',
      differs: 'Type the values below, letter by letter. The user name is your login, not your address.',
    },
    prove: {
      password: 'Give your password to your program, and to nobody else. It is not in this letter.',
      appPassword: 'Where your program asks for a password, give it an app password. You make one here:',
      browser:
        'Your program opens a page of your provider: sign in there with your login. No other page may ask you to.',
      page: 'A page of {issuer} opens: sign in there with your login. No other page may ask you to.',
      both: 'Your program asks for your password, or opens a page of your provider on which you sign in. Your password is not in this letter.',
      certificate: 'Where your program asks how to sign in, choose the certificate that your provider gave you.',
      nothing: 'There is no password to type: your computer signs in by itself.',
    },
    lost: 'Password lost?',
    another: 'For any other program',
    values: 'The values',
    portAndSecurity: 'Port, security',
    userName: 'User name',
    exchangeServer: 'Exchange server',
    notAddress: '(not your address)',
    webmail: 'Nothing to install: in a browser, with the same login,',
    nobody: 'Nobody needs your password: support never asks for it, by message or on the telephone.',
  },
});
