import { either } from '../words/text.ts';
import { source } from '../words/words.ts';

/** What the rules about answers, mail servers and logins say. */
export const en = source({
  channel: {
    missing: {
      asks: 'the configuration is there',
      says: 'there is no configuration here ({code})',
      remedy: 'publish it: facteur serve answers here, facteur publish makes files of it where that is possible',
    },
    'content-type': {
      asks: 'the media type is right',
      says: 'the media type is “{type}”',
      remedy: 'send it as Content-Type: {right}',
    },
    unreadable: {
      asks: 'the answer can be read',
      says: 'the answer cannot be read: {detail}',
      remedy: 'publish it anew, as facteur serve or facteur publish gives it',
    },
    'server-missing': {
      asks: 'it names servers for reading and for sending',
      says: either(
        'server',
        'it does not name {server}, which is a server of the profile',
        'it names no server of the profile',
      ),
      remedy: 'publish it anew, as facteur serve or facteur publish gives it',
    },
    'other-host': {
      asks: 'it names the hosts of the profile',
      says: 'for {protocol} it names {host}, which is no server of the profile',
      remedy: 'publish it anew with {right}; if {host} is right, mend the profile',
    },
    'hosts-swapped': {
      asks: 'hosts for reading and sending are not confused',
      says: 'for {protocol} it names {host}, which is a server of the profile for something else',
      remedy: 'publish it anew with {right}',
    },
    'other-port': {
      asks: 'it has the ports of the profile',
      says: 'for {host} it has port {port}, and the profile {right}',
      remedy: 'publish it anew with port {right}; if {port} is right, mend the profile',
    },
    'other-security': {
      asks: 'it protects connections as the profile does',
      says: 'for {host}:{port} it says {security}, and the profile {right}',
      remedy: 'publish it anew with {right}',
    },
    'other-login': {
      asks: 'it gives the login of the rule',
      says: 'for {host} it gives another login than the rule of the profile ({rule})',
      remedy: 'publish it anew with {right}; if the answer is right, mend login in the profile',
    },
    'other-authentication': {
      asks: 'it says how to sign in as the profile does',
      says: 'for {host} it says {method}, which the profile does not have',
      remedy: 'publish it anew with {right}; if the server has {method}, put it into the profile',
    },
  },
  autodiscover: {
    'get-answered': {
      asks: 'GET is not answered with settings or an error in XML',
      says: 'GET is answered with {code}: Thunderbird takes it for the answer to its POST, and Delta Chat looks no further',
      remedy: 'answer GET with 405 (nginx: limit_except POST {{ deny all; }})',
    },
    'http-redirect': {
      asks: 'over http, Autodiscover leads to https',
      says: 'over http it leads to {target}, which is not https: Outlook does not follow',
      remedy: 'redirect with 302 to https://…/autodiscover/autodiscover.xml',
    },
    'v2-protocol': {
      asks: 'capitals in Protocol change nothing',
      says: 'with Protocol={protocol} the answer is {code}',
      remedy: 'compare the value without regard to case',
    },
  },
  pacc: {
    digest: {
      asks: 'the digest in the DNS is that of the document',
      says: 'the digest in the DNS is not that of the document that is answered: no program accepts it',
      remedy:
        'put in the zone: {record} (and see that nothing on the way changes the document: it has to be the same byte for byte)',
    },
    'txt-missing': {
      asks: 'document and digest are both there',
      says: either(
        'record',
        'the document is there, and its digest is not in the DNS: no program accepts it',
        'the DNS has a digest, and the document is not there',
      ),
      remedy: either('record', 'put in the zone: {record}', 'publish the document at {url}, or remove the digest'),
    },
    'login-differs': {
      asks: 'no document is there where the login is not the address',
      says: 'a document is there, and PACC has no place for a login: its programs sign in with the address, which is wrong here ({rule})',
      remedy: 'remove the document and the record _ua-auto-config.{domain}',
    },
  },
  mail: {
    unreachable: {
      asks: 'the server answers',
      says: 'there is no connection ({failure})',
      remedy:
        'see that the service listens at port {port} and that no firewall stands between; if it is elsewhere, mend the profile',
    },
    greeting: {
      asks: 'the server greets',
      says: either('line', 'the server greets with “{line}”', 'the server does not greet'),
      remedy: 'see what the server logs, and what listens at port {port}',
    },
    'ports-swapped': {
      asks: 'the connection begins as the profile says',
      says: either(
        'tls',
        'port {port} speaks TLS from the first byte, and the profile says starttls or none',
        'port {port} begins in clear, and the profile says TLS from the start',
      ),
      remedy: 'put it into the profile as it is, or move the service: {usual}',
    },
    'no-starttls': {
      asks: 'STARTTLS is offered',
      says: 'STARTTLS is not offered, and refused: programs either stop or send the password in clear',
      remedy: 'turn TLS on: {line}',
    },
    'starttls-stripped': {
      asks: 'STARTTLS is not hidden',
      says: 'STARTTLS is not offered and yet works: something between takes it out of the answer',
      remedy:
        'look for a firewall or proxy that changes mail connections (Cisco: no inspect esmtp), and offer TLS from the start',
    },
    'starttls-failed': {
      asks: 'TLS follows STARTTLS',
      says: 'STARTTLS is offered, and TLS does not follow: {detail}',
      remedy: 'see what the server logs: its certificate or key is missing or cannot be read',
    },
    'early-data': {
      asks: 'nothing stands between STARTTLS and TLS',
      says: '{bytes} bytes came between the answer to STARTTLS and TLS: somebody on the way may have put them there',
      remedy: 'look for a proxy on the way; programs must not read what came before TLS',
    },
    injection: {
      asks: 'nothing that is sent before TLS counts after it',
      says: 'a command that was sent in clear behind STARTTLS is answered within TLS: who stands on the way can put commands into the session',
      remedy: 'update the server (CVE-2021-33515 in Dovecot, CVE-2011-0411 in Postfix, and others)',
    },
    'auth-before-tls': {
      asks: 'no sign-in is offered before TLS',
      says: 'before TLS the server takes a password ({offered}): a program that does not insist on TLS sends it in clear',
      remedy: 'have it take one within TLS alone: {line}',
    },
    'login-disabled': {
      asks: 'one can sign in within TLS',
      says: 'within TLS the server still says that nobody can sign in ({offered})',
      remedy: 'see that the server takes the connection for a secured one: {line}',
    },
    'method-absent': {
      asks: 'the ways to sign in of the profile are offered',
      says: 'the server does not offer {method}, which the profile has',
      remedy: 'turn it on ({line}), or take it out of authentication in the profile',
    },
    'no-auth': {
      asks: 'one can sign in',
      says: 'within TLS the server offers no way to sign in',
      remedy: 'turn it on: {line}',
    },
    'oauthbearer-only': {
      asks: 'XOAUTH2 is there beside OAUTHBEARER',
      says: 'the server offers OAUTHBEARER and not XOAUTH2, which is what Thunderbird and Evolution speak',
      remedy: 'offer both: {line}',
    },
    'sender-refused': {
      asks: 'the address may be the sender',
      says: 'who is signed in with the login may not send as the address: {answer}',
      remedy: 'Postfix: a line in smtpd_sender_login_maps that has the address, then the login: {line}',
    },
  },
  login: {
    'login-refused': {
      asks: 'the server takes the login of the rule',
      says: either(
        'address',
        'the server takes neither the login of the rule ({rule}) nor the address with this password',
        'the server does not take the login of the rule ({rule}) with this password',
      ),
      remedy:
        'see whether the password is right and the mailbox is active; if people sign in with something else, mend login in the profile',
    },
    'rule-differs': {
      asks: 'the login is that of the rule',
      says: 'the server takes the address and not the login of the rule ({rule})',
      remedy: 'put in the profile: login: "{{address}}"; or see that the server knows the login of the rule',
    },
    'address-accepted': {
      asks: 'the server takes the login of the rule alone',
      says: 'the server takes the address, too: PACC, SRV records and new Outlook, which know no other login, would work',
      remedy:
        'if that is meant to stay, say so in the profile with login: "{{address}}", and facteur dns gives the records',
    },
    'address-refused': {
      asks: 'the server takes the address, too',
      says: 'the server does not take the address: in programs that know no other login (Geary, aerc, Claws Mail, phones, new Outlook) people have to type theirs',
      remedy: 'to have it take the address, too: {line}',
    },
    'services-differ': {
      asks: 'all servers take the same login',
      says: 'this server refuses the login that {other} takes',
      remedy: 'have both look people up in one place (Postfix: smtpd_sasl_type = dovecot)',
    },
    'another-mailbox': {
      asks: 'address and login open one mailbox',
      says: 'address and login both work and open different mailboxes',
      remedy: 'see who the mailbox of the address is: mail of one person could be read by another',
    },
    stopped: {
      asks: 'trying to sign in locks nothing',
      says: 'the server says that tries are limited or the mailbox is locked ({answer}): nothing more is tried',
      remedy: 'wait, and see what the server logs, before you try again',
    },
  },
  privacy: {
    enumeration: {
      asks: 'the answer does not tell who exists',
      says: 'two people get answers that differ by more than the rule ({difference}): so anybody can ask who exists',
      remedy: 'answer by rule, and the same for everybody of the domain, whether or not there is a mailbox',
    },
  },
});
