import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

export const en = source({
  title: 'Webmail',
  heading: '{address} in the webmail',
  about: 'Read and write your mail in the browser, on any device. There is nothing to set up.',
  logins: {
    same: 'Your login is your address.',
    differs: 'Your login is not your address. To log in, type “{login}”, whatever the page calls it.',
  },
  steps: 'How to open it',
  open: 'Open this page:',
  link: 'Open the webmail',
  logIn: 'Log in with:',
  password: 'Password',
  logOut: either(
    'typed',
    'On a device that is not your own, log out at the end, and do not let the browser keep your password.',
    'On a device that is not your own, log out at the end, and do not let the page remember you.',
  ),
  refused: {
    same: either(
      'typed',
      'Type the login and the password again with care.',
      'Begin again, and type the login with care. If another account is signed in on that page already, choose to use another one there.',
    ),
    differs: either(
      'typed',
      'Look at what you typed as the login: it must be “{login}”, not your address. Then type the password again with care.',
      'Look at what you typed as the login: it must be “{login}”, not your address. If another account is signed in on that page already, choose to use another one there.',
    ),
  },
});
