import { either } from '../../words/text.ts';
import { source } from '../../words/words.ts';

export const en = source({
  'not-ascii': {
    says: either(
      'line',
      'a line does not end with CR LF',
      'the file has characters beyond ASCII, or a byte-order mark',
    ),
    remedy: 'save it as plain ASCII, without a mark, with lines that end in CR LF',
  },
  syntax: {
    says: 'this line is neither a section, nor a key with a value, nor a comment: {value}',
    remedy: 'write Key=value, or ; in front of a comment',
  },
  'general-missing': {
    says: 'no name of a profile stands in [General]',
    remedy: 'write ProfileName= there',
  },
  'overwrite-default': {
    says: 'a profile of this name is written over, and is not the default one',
    remedy: 'write OverwriteProfile=No: a second import then changes nothing',
  },
  'overwrite-append': {
    says: 'the accounts are added to a profile that is there, which gets another name',
    remedy: 'write OverwriteProfile=No and a ProfileName of its own',
  },
  'no-account': {
    says: '[Internet Account List] has no account',
    remedy: 'write Account1=IMAP_I_Mail there',
  },
  'part-missing': {
    says: '{name} is listed, and there is no section [{section}]',
    remedy: 'add the section, or take the account out of the list',
  },
  'unmapped-key': {
    says: 'Outlook drops {key} without a word: [{section}] has no line for it',
    remedy: 'add {key}={usual} there',
  },
  mapping: {
    says: '{key} is mapped to {value}, which is another property',
    remedy: 'write {key}={usual}',
  },
  'value-missing': {
    says: '{name} has no {key}',
    remedy: 'write it',
  },
  'login-missing': {
    says: '{name} has no {key}',
    remedy: 'write the login there: it need not be the address',
  },
  port: {
    says: '{key} of {name} is “{value}”, and no port',
    remedy: 'write a number from 1 to 65535',
  },
  'imap-starttls': {
    says: '{name}: TLS from the start on port {port}, where {prefix} begins in clear',
    remedy: 'write port {usual}; where the server has STARTTLS alone, set the account up by hand: no key says that',
  },
  'plain-incoming': {
    says: '{name}: {prefix} is in clear, and nothing protects what goes through it',
    remedy: 'write {prefix}UseSSL=1 and port {usual}',
  },
  'plain-outgoing': {
    says: '{name}: SMTP is in clear, and nothing protects what goes through it',
    remedy: 'write SMTPSecureConnection=1 with port 465, or 2 with port 587',
  },
  'smtp-auto': {
    says: '{name}: SMTP is protected where the server offers it, and else in clear',
    remedy: 'write SMTPSecureConnection=1 with port 465, or 2 with port 587',
  },
  'smtp-port-security': {
    says: '{name}: on port {port} a connection does not begin as SMTPSecureConnection={secure} has it',
    remedy: 'write port {usual}, or SMTPSecureConnection={other}',
  },
  'smtp-without-login': {
    says: '{name} has a user name for sending, and is told not to sign in',
    remedy: 'write SMTPUseAuth=1',
  },
  'smtp-login': {
    says: '{name} sends with the login for reading, and not with SMTPUserName',
    remedy: 'write SMTPAuthMethod=1',
  },
  spa: {
    says: '{name}: {key} asks for NTLM',
    remedy: 'write 0, unless the server is one of Windows that wants it',
  },
  password: {
    says: '{key} of {name} looks like a password',
    remedy: 'remove it: Outlook reads none from here. Whoever got the file has it: change it',
  },
});
