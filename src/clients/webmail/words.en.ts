import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

export const en = source({
  title: 'Webmail',
  hint: 'in the browser, nothing to install',
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
