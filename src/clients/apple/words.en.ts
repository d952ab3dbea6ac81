import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

export const en = source({
  conditions: {
    quoted: 'quotation marks in the address',
    accents: 'accents in the address',
    oauth: 'sign-in in the browser (OAuth 2.0)',
    typed: 'sign-in with a password',
    signedRsa: 'signed with an RSA key that a public authority certified: “Verified”',
    signedP256: 'signed with a P-256 key: “Verified”',
    smime: 'S/MIME with a certificate of your own',
  },
  profile: {
    title: 'Profile for iPhone, iPad and Mac',
    use: 'On iPhone or iPad, open it, then within 8 minutes choose Settings › Profile Downloaded (or General › VPN & Device Management) › Install; on a Mac, open it, then choose System Settings › General › Device Management › the profile › Install (macOS 13 and 14: Privacy & Security › Profiles; before: System Preferences › Profiles). The device {signature} It asks for your mail password.{authority}',
  },
  mail: {
    title: 'Profile for mail alone',
    use: 'Instead of the full profile for iPhone, iPad and Mac: it leaves out {others}. Installing the one replaces the other: the mailbox stays as it is and is there once, and what the new one lacks goes from the device (not from the server). On iPhone or iPad, open it, then within 8 minutes choose Settings › Profile Downloaded (or General › VPN & Device Management) › Install; on a Mac, open it, then choose System Settings › General › Device Management › the profile › Install (macOS 13 and 14: Privacy & Security › Profiles; before: System Preferences › Profiles). The device {signature} It asks for your mail password.{authority}',
  },
  exchangeIos: {
    title: 'Exchange profile for iPhone and iPad',
    use: '{instead}Open it, then within 8 minutes choose Settings › Profile Downloaded (or General › VPN & Device Management) › Install. The device {signature} {asks}{authority}',
  },
  exchangeMacos: {
    title: 'Exchange profile for Mac',
    use: '{instead}Open it, then choose System Settings › General › Device Management › the profile › Install (macOS 13 and 14: Privacy & Security › Profiles; before: System Preferences › Profiles). The Mac {signature} {asks}',
  },
  /** Said first, where there are both. */
  instead: 'Instead of the profile for iPhone, iPad and Mac: installing the one replaces the other. ',
  /** What a device wants of the person of an Exchange account. */
  asks: {
    password: 'It asks for your password.',
    browser: 'It opens a page of your provider: sign in there with the login {login}.',
  },
  /** The same within a sentence. */
  signIn: {
    password: 'the device asks for the password, which the profile does not contain',
    browser: 'the device opens a page of your provider for that, and the profile contains no password',
  },
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
  description:
    'Adds {services} for {address} to this device. You log in as {logins}. The profile contains no password. To remove the account, remove the profile.',
  consent: either(
    'additional',
    'This profile adds {services} for {address} to this device.{certificate} You log in as {logins}; {signIn}. Your other accounts and your default account stay as they are. If you have already added this mailbox by hand, remove it first, or it will be there twice. To remove the account later, remove the profile.',
    'This profile adds {services} for {address} to this device.{certificate} You log in as {logins}; {signIn}. Your other accounts stay as they are. If you have already added this mailbox by hand, remove it first, or it will be there twice. To remove the account later, remove the profile.',
  ),
  signature: {
    signed:
      'names who signed the profile and says “Verified” where it trusts that signature; if it says “Not Verified”, ask your mail service before you go on.',
    none: 'says “Not Signed”, as the profile bears no signature.',
  },
  authority:
    ' If an iPhone or iPad then says that it cannot verify the server, switch the certificate on in Settings › General › About › Certificate Trust Settings.',
  certificate: ' It also installs the certificate of the authority that vouches for its servers ({authority}).',
  problems: {
    'apple.authentication': either(
      'person',
      'an Apple profile has no word for the way in which {host} lets you in: use another program, or the webmail if there is one',
      'an Apple profile cannot say that {host} takes {methods} only: let that server take a password, CRAM-MD5 or NTLM too and add it to its authentication, or use another client',
    ),
    'apple.port': either(
      'person',
      'an Apple profile has no word for STARTTLS, so Mail would misread port {port} of {host}: follow the steps by hand on the page of Mail, or use another program',
      'an Apple profile has no word for STARTTLS, so Mail would misread port {port} of {host}: offer STARTTLS on port {usual}, or TLS from the start on another port',
    ),
    'apple.directory': either(
      'person',
      'the directory {host}:{port} is not in the profile, which has no word for it: everything else is in it, and the values of the directory stand under “By hand”',
      'the directory {host}:{port} is not in the profile, which knows TLS from the start on port 636 only: offer it there; everything else is in it',
    ),
    'apple.comma': either(
      'person',
      '“{value}” has a comma, which Apple devices take for the end of one address and the start of another: use another program, or the webmail if there is one',
      '“{value}” has a comma, which Apple devices take for the end of one address and the start of another: give an address without a comma',
    ),
    'apple.colon.calendar': either(
      'person',
      'the calendars are not in the profile: their login “{value}” has a colon, which devices cannot send — everything else is in it',
      'the calendars are not in the profile: their login “{value}” has a colon, and over HTTP the password begins after one (RFC 7617) — give a login without a colon for the calendars',
    ),
    'apple.colon.contacts': either(
      'person',
      'the contacts are not in the profile: their login “{value}” has a colon, which devices cannot send — everything else is in it',
      'the contacts are not in the profile: their login “{value}” has a colon, and over HTTP the password begins after one (RFC 7617) — give a login without a colon for the contacts',
    ),
    'apple.colon.exchange': either(
      'person',
      'the login of Exchange “{value}” has a colon, which devices cannot send: use another of the ways on this page',
      'the login of Exchange “{value}” has a colon, and over HTTP the password begins after one (RFC 7617): give a login without a colon for Exchange',
    ),
  },
});
