import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

export const en = source({
  'not-well-formed': {
    says: 'this is no JSON that can be read: {detail}',
    remedy: 'mend it at this place, and publish the digest anew',
  },
  'member-repeated': {
    says: '“{name}” stands twice in one object',
    remedy: 'remove one of the two',
  },
  'byte-order-mark': {
    says: 'the file begins with a byte-order mark',
    remedy: 'save it as UTF-8 without a mark, and publish the digest anew',
  },
  'protocols-missing': {
    says: 'the document names no protocol',
    remedy: 'write what there is into protocols, or publish no document',
  },
  host: {
    says: either('port', '{name} has a port, for which there is no place', '“{value}” under {name} is no host name'),
    remedy: 'write the host alone: the port is the usual one for TLS; leave out what is elsewhere',
  },
  url: {
    says: 'the address of {name} is not one with https, without port and user name, and with a path',
    remedy: 'write it in full: https://dav.example.org/cal/',
  },
  'submit-key': {
    says: 'sending is under smtp alone, the name of the former draft',
    remedy: 'write it under submit too',
  },
  'submit-alone': {
    says: 'sending is under submit alone: readers of the former draft look under smtp',
    remedy: 'write it under smtp too, until there is an RFC',
  },
  'login-unsaid': {
    says: '“{key}” is read by nobody: the login is always the address',
    remedy: 'publish no document where the login is another one',
  },
  'unknown-protocol': {
    says: '“{name}” is no protocol of the draft',
    remedy: 'correct its name, or know that nobody reads it',
  },
  name: {
    says: either('length', '{key} has {length} characters, more than {most}', '{key} is missing or empty'),
    remedy: 'write a text of {most} characters at most into info.provider',
  },
  authentication: {
    says: 'authentication.password is neither true nor false',
    remedy: 'write whether a password is taken',
  },
  issuer: {
    says: 'the issuer is no address with https and without query',
    remedy: 'write the one that its metadata has',
  },
});
