import type { MailDomain } from '../resolve/mail-domain.ts';
import type { MailTalk } from './rule-table.ts';

/* Lines for everybody of a domain, so that nobody's address stands in a report. */

/** The line of a table of Postfix (pcre_table(5)) that makes the owner of an address the login of the rule. */
export function senderLine({ name }: Pick<MailDomain, 'name'>, rule: string): string {
  const owner = rewritten(name, rule, '$1');
  if (owner === undefined) return `smtpd_sender_login_maps: {address} ${rule}`;
  return `smtpd_sender_login_maps = pcre:/etc/postfix/sender_login, /^([^@]+)@${name.replaceAll('.', '\\.')}$/ ${owner}`;
}

/** What makes the server take the address for the login. */
export function lineForAddress(talk: MailTalk, { name }: Pick<MailDomain, 'name'>, rule: string): string {
  const user = rewritten(name, rule, '%n');
  const dovecot =
    user === undefined
      ? 'Dovecot: passdb, userdb: user'
      : `Dovecot: passdb { driver = static; args = user=${user} noauthenticate; username_filter = *@${name} }`;
  return talk === 'smtp' ? `${dovecot} (Postfix: smtpd_sasl_type = dovecot); ${senderLine({ name }, rule)}` : dovecot;
}

/** The login of a rule in the notation of a server; `undefined` where it has no such notation. @param local what stands for the local part there */
function rewritten(domain: string, rule: string, local: string): string | undefined {
  if (rule.includes('|')) return undefined;
  return rule.replaceAll('{local}', local).replaceAll('{address}', `${local}@${domain}`);
}
