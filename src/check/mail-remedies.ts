import type { Authentication } from '../model/account.ts';
import type { MailTalk } from './rule-table.ts';

/* The lines of the two servers that most have: Dovecot reads mail, and says for Postfix who signs in. */

export const turnTlsOn: Readonly<Record<MailTalk, string>> = {
  imap: 'Dovecot: ssl = required, ssl_cert = <…, ssl_key = <…',
  pop3: 'Dovecot: ssl = required, ssl_cert = <…, ssl_key = <…',
  sieve: 'Dovecot: ssl = required, ssl_cert = <…, ssl_key = <…',
  smtp: 'Postfix: smtpd_tls_security_level = encrypt, smtpd_tls_chain_files = …',
};

export const insistOnTls: Readonly<Record<MailTalk, string>> = {
  imap: 'Dovecot: ssl = required, disable_plaintext_auth = yes (2.4: auth_allow_cleartext = no)',
  pop3: 'Dovecot: ssl = required, disable_plaintext_auth = yes (2.4: auth_allow_cleartext = no)',
  sieve: 'Dovecot: ssl = required, disable_plaintext_auth = yes (2.4: auth_allow_cleartext = no)',
  smtp: 'Postfix: smtpd_tls_auth_only = yes',
};

export const allowSignIn: Readonly<Record<MailTalk, string>> = {
  imap: 'Dovecot: auth_mechanisms = plain login',
  pop3: 'Dovecot: auth_mechanisms = plain login',
  sieve: 'Dovecot: auth_mechanisms = plain login',
  smtp: 'Postfix: smtpd_sasl_auth_enable = yes, smtpd_sasl_type = dovecot, smtpd_sasl_path = private/auth, smtpd_sasl_security_options = noanonymous',
};

const mechanisms: Readonly<Record<Authentication, string>> = {
  password: 'plain login',
  'cram-md5': 'cram-md5',
  ntlm: 'ntlm',
  gssapi: 'gssapi',
  oauth2: 'xoauth2 oauthbearer',
  certificate: 'external',
  none: '',
};

export function offerMethod(method: Authentication): string {
  return `Dovecot: auth_mechanisms = … ${mechanisms[method]}`;
}
