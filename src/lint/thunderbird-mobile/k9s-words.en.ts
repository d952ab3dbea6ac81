import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

export const en = source({
  'not-well-formed': {
    says: 'this is no well-formed XML: {detail}',
    remedy: 'mend it at this place; an XML editor shows the same one',
  },
  doctype: {
    says: 'the file has a document type ({detail})',
    remedy: 'remove it, and write characters instead of entities: nothing else in the file is judged',
  },
  'byte-order-mark': {
    says: 'the file begins with a byte-order mark, or is UTF-16',
    remedy: 'save it as UTF-8 without one',
  },
  root: {
    says: 'the root element is “{value}”',
    remedy: 'call it k9settings, without a prefix',
  },
  format: {
    says: either('value', 'the format is “{value}”', 'there is no format'),
    remedy: 'write format="1": there is no other',
  },
  version: {
    says: either('value', 'the version “{value}” is no whole number above 0', 'there is no version'),
    remedy: 'write version="99"',
  },
  'no-account': {
    says: 'there is no account in the file',
    remedy: 'put one into <accounts><account uuid="…">',
  },
  'uuid-missing': {
    says: 'account {number} has no uuid',
    remedy: 'give it one: all accounts of the file are lost with it',
  },
  uuid: {
    says: 'the uuid “{value}” of account {number} is none, or stands here twice',
    remedy: 'give each account a UUID of its own; nothing tells the person that this one is left out',
  },
  'key-missing': {
    says: 'a value has no key',
    remedy: 'write <value key="…">, or remove the value',
  },
  'element-in-value': {
    says: 'an element stands inside {value}, and ends what is read of it',
    remedy: 'write the value as text alone',
  },
  global: {
    says: 'the file has settings of the app itself',
    remedy: 'remove global: an account needs none of it, and the person has chosen theirs',
  },
  'server-missing': {
    says: 'account {number} lacks {what}',
    remedy: 'write it: an account has both servers, each with a type and a host',
  },
  'server-type': {
    says: '{name}: there is no type “{value}”',
    remedy: 'write one of {values}',
  },
  host: {
    says: '{name}: “{value}” is no host name',
    remedy: 'write the name of the server, with nothing around it: no variable is replaced here',
  },
  port: {
    says: either('value', '{name}: “{value}” is no port', '{name}: there is no port'),
    remedy: 'write a number from 1 to 65535, as {usual}',
  },
  'port-security': {
    says: '{name}: on port {port} a connection does not begin as {security} has it',
    remedy: 'write port {usual}, or the other connection-security',
  },
  'plain-security': {
    says: '{name} is plain text: nothing protects what goes through it',
    remedy: 'write SSL_TLS_REQUIRED and port {usual}',
  },
  enum: {
    says: either('value', '{name}: “{value}” is no {what}', '{name}: there is no {what}'),
    remedy: 'write one of {values}',
  },
  'auth-version': {
    says: '{name}: a file of version {version} cannot say “{value}”',
    remedy: 'write {usual}',
  },
  'oauth2-host': {
    says: '{name}: the app signs in to {host} by OAuth 2.0 in no way',
    remedy: 'write PLAIN where the server takes a password: the app has its own list of hosts, and no file adds to it',
  },
  'login-line-break': {
    says: '{name}: there is a line break in the user name',
    remedy: 'write it on one line',
  },
  'login-missing': {
    says: '{name}: there is no user name',
    remedy: 'write the login into username',
  },
  'smtp-login-missing': {
    says: 'outgoing-server: {value} without a user name',
    remedy: 'write the login into username, or NONE where the server asks for none',
  },
  'login-unused': {
    says: '{name}: there is a user name, and NONE as authentication',
    remedy: 'leave username empty, or write PLAIN',
  },
  identity: {
    says: either(
      'value',
      'account {number}: the app takes “{value}” for no address',
      'account {number} has no identity with an email',
    ),
    remedy: 'write an address in ASCII, whose domain ends in a name: ada@example.org',
  },
  password: {
    says: '{name}: a password stands in the file',
    remedy: 'remove it: the app asks for it when the file is imported. Whoever got the file has it: change it',
  },
  'name-missing': {
    says: 'account {number} has no name',
    remedy: 'write one into name, such as that of the provider: a UUID is shown in its place',
  },
  'no-notification': {
    says: 'account {number} does not say whether new mail is told',
    remedy: 'write <value key="notifyNewMail">true</value> into settings: without it nothing is told',
  },
});
