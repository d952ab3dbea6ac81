import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

export const en = source({
  'not-well-formed': {
    says: 'this is no well-formed XML: {detail}',
    remedy: 'mend it at this place; an XML editor shows the same one',
  },
  doctype: {
    says: 'the file has a document type ({detail}), and nothing more of it is read',
    remedy: 'remove it: nothing in an answer needs one',
  },
  'not-an-answer': {
    says: either('request', 'this is what a client asks, and no answer', 'there is no Response in an Autodiscover'),
    remedy: 'write <Autodiscover><Response><Account>',
  },
  'error-answer': {
    says: 'the server answers with error {code}: nothing is set up with it',
    remedy: 'ask with another address, and look at the server',
  },
  namespace: {
    says: '{name} is not in its namespace',
    remedy: 'write xmlns="{expected}"',
  },
  order: {
    says: '{name} stands behind the first Protocol',
    remedy: 'write AccountType and Action before every Protocol',
  },
  action: {
    says: either('value', '{name} is “{value}”', '{name} is missing'),
    remedy: 'write {expected}',
  },
  'redirect-address': {
    says: 'the answer leads to another address, with which everything begins anew: it becomes the address of the mailbox',
    remedy: 'say a login that is not the address with LoginName',
  },
  'redirect-url': {
    says: 'the answer leads to an address without TLS',
    remedy: 'write one that begins with https://',
  },
  password: {
    says: 'the answer holds a password',
    remedy: 'remove it, and change that password: it was given to anybody who asked',
  },
  type: {
    says: either('value', 'block {number}: “{value}” is no type', 'block {number} has no Type'),
    remedy: either('meant', 'write {meant}', 'write IMAP, POP3 or SMTP'),
  },
  'server-absent': {
    says: 'block {number} ({type}) names no server',
    remedy: 'write <Server>',
  },
  'port-absent': {
    says: 'block {number} ({type}) has no port',
    remedy: 'write <Port>{usual}</Port>',
  },
  'port-of-other-service': {
    says: 'block {number} ({type}): port {port} is that of another service',
    remedy: 'write {usual}',
  },
  'login-absent': {
    says: 'block {number} ({type}) says no login, so it is what stands before the @ of the address',
    remedy: 'write <LoginName>, also where it is the address',
  },
  spa: {
    says: 'block {number} ({type}): SPA is not off, so NTLM is tried',
    remedy: 'write <SPA>off</SPA>',
  },
  'ssl-value': {
    says: 'block {number} ({type}): SSL is “{value}”',
    remedy: 'write on or off, in lower case',
  },
  'ssl-off': {
    says: 'block {number} ({type}): SSL is off, which is clear text whatever Encryption says',
    remedy: 'write <SSL>on</SSL>, and <Encryption>TLS</Encryption> for STARTTLS',
  },
  'encryption-port': {
    says: 'block {number} ({type}): Encryption is “{value}”, and on port {port} a connection does not begin so',
    remedy: 'write <Encryption>{expected}</Encryption>',
  },
  'domain-name': {
    says: 'block {number} ({type}): a domain beside the login changes it',
    remedy: 'write <DomainRequired>off</DomainRequired>, and no DomainName',
  },
  'two-of-a-type': {
    says: 'block {number} is a second one for {type}: one client takes the first, the next the last',
    remedy: 'keep one',
  },
});
