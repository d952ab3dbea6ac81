import { either } from '../words/text.ts';
import { source } from '../words/words.ts';

/** What the rules about names, certificates and the web say, by the parts of their ids. */
export const en = source({
  dns: {
    'no-answer': {
      asks: 'the DNS answers',
      says: 'the DNS gives no answer for {name} ({failure})',
      remedy: 'see that every name server of {domain} answers, from outside too: dig {name} @server',
    },
    'name-missing': {
      asks: 'the name is there',
      says: '{name} does not exist, and programs look there for their settings',
      remedy: 'add to the zone: {record}',
    },
    'wrong-target': {
      asks: 'the name leads to the server',
      says: '{name} does not lead to {server}, and what answers there is not right',
      remedy: 'put in the zone, in place of what is there: {record}',
    },
    'autodiscover-foreign': {
      asks: 'the name leads to no other provider',
      says: '{name} leads to {target}, where another provider answers',
      remedy: 'if no mailbox is there any more, put in its place: {record}',
    },
    'private-address': {
      asks: 'the name has a public address',
      says: '{name} has only addresses that nobody outside can reach',
      remedy: 'give it a public address, or ask from inside with --allow-private',
    },
    'no-address': {
      asks: 'the server has an address',
      says: 'there is no address of {name}, which is a server of the profile',
      remedy: 'add to its zone: {record}; if the server has another name, mend the profile',
    },
    'srv-missing': {
      asks: 'the SRV record is there',
      says: 'the SRV record {name} is not there',
      remedy: 'add to the zone: {record}',
    },
    'srv-denied': {
      asks: 'the SRV record does not deny the service',
      says: '{name} says that there is no such service (target “.”), and there is one',
      remedy: 'put in its place: {record}',
    },
    'srv-stale': {
      asks: 'the SRV record names a server of the profile',
      says: '{name} names {target}:{port}, which is no server of the profile',
      remedy: either('record', 'put in its place: {record}', 'remove it, or deny the service: {name}. IN SRV 0 0 0 .'),
    },
    'srv-swapped': {
      asks: 'the SRV record names the server for this service',
      says: '{name} names {target}, which is a server of the profile for another service',
      remedy: 'put in its place: {record}',
    },
    'srv-port': {
      asks: 'the SRV record has the port of the service',
      says: '{name} has port {port}, and the service is at {right}',
      remedy: 'put in its place: {record}',
    },
    'srv-login': {
      asks: 'no SRV record leads to a login that is wrong',
      says: '{name} names {target}, and who asks it signs in with the address, which is not the login here',
      remedy: 'deny the service: {record}',
    },
    'srv-priority': {
      asks: 'TLS from the start comes before STARTTLS',
      says: '{name} comes before {better}, which has TLS from the start',
      remedy: 'give {name} a greater number of priority than {better} has: {record}',
    },
    'srv-target': {
      asks: 'the target of the SRV record is a name with an address',
      says: either(
        'alias',
        '{name} names {target}, which is an alias (CNAME), and readers of SRV records need not follow it',
        '{name} names {target}, which has no address',
      ),
      remedy: 'name a host that has A or AAAA records itself',
    },
    'txt-differs': {
      asks: 'the TXT record is as it has to be',
      says: 'the TXT record {name} is not there, or says something else',
      remedy: 'put in the zone: {record}',
    },
    'mx-leftover': {
      asks: 'nothing else is found by way of the MX record',
      says: 'the configuration at {url}, which is found by way of the MX record, names {servers}: no server of the profile',
      remedy: 'publish a configuration of your own at autoconfig.{domain}, which comes before it',
    },
  },
  tls: {
    'name-mismatch': {
      asks: 'the certificate is good for the name',
      says: 'the certificate is not good for {name}: it names {names}',
      remedy: 'have one issued that names {name}',
    },
    expired: {
      asks: 'the certificate has not ended',
      says: 'the certificate ended on {date}',
      remedy: 'renew it, and have the server read the new one; then see why that was not done by itself',
    },
    'expires-soon': {
      asks: 'the certificate is good for three weeks more',
      says: 'the certificate ends on {date}, in {days} days',
      remedy: 'renew it; one that is renewed by itself would have been',
    },
    'not-yet-valid': {
      asks: 'the certificate is good already',
      says: 'the certificate is good only from {date}',
      remedy: 'see whether the clock of the issuer, or that of this computer, is right',
    },
    chain: {
      asks: 'the server sends the whole chain',
      says: 'the server sends no certificate that leads from its own (issued by {issuer}) to an authority that is known',
      remedy:
        'have it send the intermediate certificates behind its own (nginx: ssl_certificate fullchain.pem; Dovecot: ssl_cert; Postfix: smtpd_tls_chain_files)',
    },
    'self-signed': {
      asks: 'an authority has issued the certificate',
      says: 'the certificate is signed by itself: nobody vouches for it',
      remedy:
        'have an authority that programs know issue one; if it is to be so, put it into the profile as certificateAuthority',
    },
    'private-root': {
      asks: 'the authority is one that programs know',
      says: 'the authority of the certificate ({issuer}) is not known here',
      remedy:
        'have a public authority issue one, or put that authority into the profile as certificateAuthority; --ca FILE trusts it here',
    },
    refused: {
      asks: 'TLS can be spoken',
      says: 'TLS cannot be spoken: {detail}',
      remedy: 'see what the server logs: it needs TLS 1.2 or 1.3 and a certificate with its key',
    },
    'old-version': {
      asks: 'TLS is 1.2 or newer',
      says: 'the server speaks {version} at best',
      remedy:
        'allow TLS 1.2 and 1.3 (nginx: ssl_protocols; Dovecot: ssl_min_protocol; Postfix: smtpd_tls_mandatory_protocols)',
    },
  },
  http: {
    unreachable: {
      asks: 'the server answers',
      says: 'there is no answer ({failure})',
      remedy: 'see that a web server listens there and that no firewall stands between',
    },
    'no-tls': {
      asks: 'it is answered over https',
      says: 'only http answers here: programs that want https find nothing, and others trust what anybody could change',
      remedy: 'answer over https, with a certificate that names {host}',
    },
    slow: {
      asks: 'the whole answer comes in time',
      says: 'the answer was not whole within {seconds} s',
      remedy: 'answer within one second: Thunderbird gives up after five',
    },
    'too-large': {
      asks: 'the answer is of a size that can be read',
      says: 'the answer has more than 64 kB',
      remedy: 'answer with the configuration alone, and without a content encoding that grows',
    },
    malformed: {
      asks: 'the answer is HTTP',
      says: 'what answers does not speak HTTP ({detail})',
      remedy: 'see what listens at this port',
    },
    'redirect-loop': {
      asks: 'redirects lead somewhere',
      says: 'redirects lead in a circle: {chain}',
      remedy: 'answer here, or redirect to where it is answered',
    },
    'redirects-many': {
      asks: 'there are few redirects',
      says: 'there are more than {most} redirects one after the other: {chain}',
      remedy: 'redirect to the last place at once',
    },
    'redirect-down': {
      asks: 'no redirect leads from https to http',
      says: 'https redirects to http: {target}',
      remedy: 'redirect to https, or answer here',
    },
    'redirect-private': {
      asks: 'no redirect leads to a private address',
      says: 'it redirects to {target}, which has a private address',
      remedy: 'redirect to a host that everybody can reach',
    },
    'redirect-odd': {
      asks: 'redirects say where to',
      says: 'it redirects to something that is no web address: {target}',
      remedy: 'give Location an https URL',
    },
    'redirect-post': {
      asks: 'what is sent by POST is answered where it is sent',
      says: 'a POST is redirected with {code}, and a program that follows it sends no request for settings any more',
      remedy: 'answer here; over plain http, redirect with 302 to https',
    },
    'page-instead': {
      asks: 'no web page stands in the place of the configuration',
      says: 'there is a web page in the place of the configuration',
      remedy: 'answer with the configuration, or with 404: Thunderbird takes the first 200 and looks no further',
    },
    'catch-all': {
      asks: 'what is not there is answered with 404',
      says: 'what is not there is answered with {code} and a page',
      remedy:
        'answer with 404 and plain text below {path} (nginx: no try_files … /index.html there; WordPress: an own location)',
    },
    status: {
      asks: 'the answer is 200',
      says: 'the answer is {code}',
      remedy: 'see what the web server logs: it has to answer 200 with the configuration',
    },
    'credentials-asked': {
      asks: 'no password is asked for',
      says: 'it asks for a password ({code}): programs would send it to whoever answers here',
      remedy: 'answer without one: the configuration holds no secret',
    },
    'address-required': {
      asks: 'it is answered without an address, too',
      says: 'without an address the answer is {code}: Thunderbird for Android, KMail and Geary send none',
      remedy: 'answer with placeholders there: %EMAILADDRESS%, %EMAILLOCALPART%',
    },
    'address-case': {
      asks: 'capitals in the address change nothing',
      says: 'an address in capitals gets another answer',
      remedy: 'compare domains, and look up addresses, without regard to case',
    },
    'host-case': {
      asks: 'capitals in the name of the host change nothing',
      says: 'the host in capitals gets {code}',
      remedy: 'compare the name of the host without regard to case (RFC 9110 §4.2.3)',
    },
    'path-case': {
      asks: 'capitals in the path change nothing',
      says: 'the path in other letters ({path}) gets {code}: Outlook asks in several spellings',
      remedy: 'answer in any case (nginx: location ~* ^/autodiscover/)',
    },
    cacheable: {
      asks: 'no cache gives the answer of one person to another',
      says: 'an answer with an address or a login may be kept ({header}): a proxy could give it to somebody else',
      remedy: 'send with it: Cache-Control: no-store',
    },
  },
});
