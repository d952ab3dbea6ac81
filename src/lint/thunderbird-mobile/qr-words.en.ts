import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

export const en = source({
  'no-code': {
    says: 'no QR code can be read in this picture',
    remedy:
      'save the code itself as a PNG, with its white border and nothing beside it; of drawings (SVG), those of Facteur are read',
  },
  'no-account': {
    says: 'the code in this picture says something else than an account',
    remedy: 'name the picture of an account code, as Thunderbird shows it under “Export for Mobile”',
  },
  json: {
    says: 'this is no JSON that the app reads: {detail}',
    remedy: 'write lists, texts in double quotes and numbers alone: no comment, and nothing in front or behind',
  },
  null: {
    says: 'null stands at {path}',
    remedy: 'leave the value out, or write "": one null and the whole code is lost',
  },
  structure: {
    says: either('what', 'at {path} stands something else than {what}', '{path} is missing'),
    remedy: 'write [1,[1,1],[protocol,host,port,security,authentication,login],[[[0,host,port,…],[address,name]]]]',
  },
  version: {
    says: 'the version is {value}',
    remedy: 'write 1: there is no other',
  },
  sequence: {
    says: 'this is part {part} of {count}',
    remedy: 'count the parts from 1: a code that is alone is [1,1]',
  },
  'too-long': {
    says: 'the code has {count} accounts in {length} characters',
    remedy: 'make several codes, of no more than {most} accounts and {characters} characters each',
  },
  'several-outgoing': {
    says: 'account {number} has more than one server for sending',
    remedy: 'leave the first: the app takes no other',
  },
  'not-ascii': {
    says: 'there are characters beyond ASCII',
    remedy: 'write them as escapes, such as \\u00e9: other readers of codes guess the encoding',
  },
  value: {
    says: '“{value}” at {path} is no value of the app',
    remedy: 'write one of {values}',
  },
  'line-break': {
    says: 'there is a line break at {path}',
    remedy: 'write the text on one line',
  },
  character: {
    says: 'the app cannot write the character {code} at {path} into its settings',
    remedy: 'remove it',
  },
  address: {
    says: 'the scanner takes “{value}” for no address',
    remedy: 'write an address in ASCII without quotation marks: ada@example.org',
  },
  'address-domain': {
    says: 'the domain of “{value}” does not end in a name',
    remedy: 'write an address such as ada@example.org',
  },
  'security-reserved': {
    says: 'the security 1 at {path} is reserved',
    remedy: 'write 3 for TLS, or 2 for STARTTLS',
  },
  'port-security': {
    says: 'on port {port} ({path}) a connection does not begin as the security {security} has it',
    remedy: 'write port {usual}, or the other security: 3 is TLS from the start, 2 is STARTTLS',
  },
  'plain-security': {
    says: '{host} is plain text: nothing protects what goes through it',
    remedy: 'write the security 3 and port {usual}',
  },
  'oauth2-host': {
    says: 'the app signs in to {host} by OAuth 2.0 in no way',
    remedy: 'write 1 where the server takes a password: the app has its own list of hosts, and no code adds to it',
  },
  'login-missing': {
    says: 'there is no user name for {host}',
    remedy: 'write the login',
  },
  password: {
    says: 'the password for {host} stands in the code',
    remedy: 'remove it: the app asks for it after the import. Whoever saw the code has it: change it',
  },
});
