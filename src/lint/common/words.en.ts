import { source } from '../../words/words.ts';

export const en = source({
  privacy: {
    'password-in-artifact': {
      says: 'a password stands in this file ({what})',
      remedy: 'remove it, and change it where others have had the file: programs ask for it',
    },
  },
  login: {
    'login-case': {
      says: 'the login “{value}” and that of another person, “{other}” in {file}, differ in letter case alone',
      remedy: 'write all logins in one case, and see that the two are not one mailbox',
    },
  },
  reg: {
    'login-domain': {
      says: '“{value}” is the domain of logins, and addresses are in {domain} (the other file is {file})',
      remedy: 'name the value after the domain of the address: "{domain}"="C:\\\\…\\\\autodiscover.xml"',
    },
  },
  pacc: {
    'login-differs': {
      says: 'a PACC document says that everybody logs in at {host} with the address, and a login there is another (the other file is {file})',
      remedy: 'publish no PACC document for this domain, or have the server take the address as login',
    },
  },
});
