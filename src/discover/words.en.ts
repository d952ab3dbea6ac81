import { either } from '../words/text.ts';
import { source } from '../words/words.ts';

export const en = source({
  problems: {
    'discover.domain': either(
      'suggestion',
      '“{value}” is neither a mail domain nor an address: write {suggestion}',
      '“{value}” is neither a mail domain nor an address: write it as example.org or ada@example.org',
    ),
    'discover.no-address-to-send':
      '--send-address has no address to send: write one in place of {value}, as in ada@{value}',
    'discover.ispdb': '“{value}” in --ispdb is no https or http URL: write it as https://autoconfig.example.net/v1.1/',
    'discover.nothing':
      'nothing that the world answers for {domain} says where its mail is: name a file, or see facteur discover {domain}',
    // Of a place.
    'discover.host-absent': 'there is no host {host}',
    'discover.dns-timed-out': 'the DNS does not answer in time for {name}',
    'discover.dns-server-failure':
      'the DNS has trouble with {name} (SERVFAIL): see to its name servers, or its signatures',
    'discover.dns-refused': 'the DNS server does not want to answer for {name} (REFUSED): ask another with --resolver',
    'discover.dns-unreachable': 'the DNS server cannot be reached to ask for {name}: name another with --resolver',
    'discover.dns-malformed': 'the DNS answers for {name} with something that is no answer',
    'discover.dns-alias-loop': 'the aliases (CNAME) of {name} lead in a circle, or without end',
    'discover.private': '{host} is at {ip}, which no public name leads to: not asked (--allow-private asks)',
    'discover.connection-refused': '{host} refuses the connection',
    'discover.unreachable': '{host} cannot be reached ({reason})',
    'discover.timed-out': '{host} did not answer in time',
    'discover.certificate-expired': 'the certificate of {host} ended on {date}: renew it',
    'discover.certificate-not-yet': 'the certificate of {host} holds from {date} on',
    'discover.certificate-name': either(
      'names',
      'the certificate of {host} is for {names}, and not for this name',
      'the certificate of {host} is for no name at all',
    ),
    'discover.certificate-self-signed': 'the certificate of {host} has signed itself: nobody takes it',
    'discover.certificate-issuer':
      'the certificate of {host} is of an issuer that is not known ({issuer}), or the one between was not sent with it',
    'discover.certificate': 'the certificate of {host} is not taken ({code})',
    'discover.tls': '{host} does not come to an understanding over TLS ({reason})',
    'discover.closed': '{host} ended the connection before it had answered',
    'discover.protocol': '{host} does not answer in HTTP as it is defined ({reason})',
    'discover.too-large': '{host} answers with more than the 64 kB that are read ({reason})',
    'discover.status': 'answers with status {code}',
    'discover.sign-in': 'wants a password first (status 401), and gets none here',
    'discover.loop': 'the redirect leads to {url}, where it came from',
    'discover.redirects': 'more than {most} redirects, the next one to {url}: not followed',
    'discover.downgrade': 'the redirect leads from https to {url}: not followed',
    'discover.redirect-private':
      'the redirect leads to {host}, an address {ip} that no public name leads to: not followed (--allow-private follows)',
    'discover.redirect-nowhere': 'the redirect (status {code}) leads nowhere: its Location is “{value}”',
    'discover.html': 'answers with a web page, and not with settings: answer 404 where there are none',
    'discover.kind': 'answers with nothing that is known as settings (type {type})',
    'discover.no-servers': 'answers with settings that name no server for mail',
    'discover.type': 'is sent as “{type}”: Thunderbird takes text/xml and application/xml alone',
    'discover.not-offered': 'says that it offers none of it ({reason})',
    'discover.redirect-address': 'sends whoever asks to the address of another domain, {domain}',
    'discover.no-redirect': 'answers over http without leading to https: Outlook goes no further',
    // PACC.
    'discover.pacc-record':
      'no TXT record _ua-auto-config.{domain} has the digest, so no client takes the document: add “{record}”',
    'discover.pacc-digest':
      'the TXT record _ua-auto-config.{domain} has the digest of another document, so no client takes this one: publish “{record}”',
    'discover.pacc-document': 'the TXT record _ua-auto-config.{domain} has a digest, and there is no document to it',
    // Records.
    'discover.srv-denied': 'says that there is none (target “.”)',
    'discover.srv-target': 'leads to “{value}”, which is no host with a port: leave it out, or name one',
    'discover.srv-many': '{count} records: the first {most} by priority and weight are looked at',
    'discover.mx-absent': 'no MX record: nothing to go by',
    'discover.mx-null': 'the MX record says that {domain} takes no mail (RFC 7505)',
    'discover.mx-own': 'mail is taken by {host}, of {domain} itself: nothing further to ask',
    'discover.mx-name': 'the MX record leads to “{value}”, which is no host',
  },
  /** What a profile that is made of a domain does not have. */
  warnings: {
    'discover.differs': '{field} is “{value}” by {places}; the profile has “{other}”',
  },
  mechanisms: {
    pacc: 'PACC',
    'autoconfig-https': 'autoconfig',
    'autoconfig-well-known': 'well-known',
    'autoconfig-http': 'autoconfig, http',
    'autoconfig-well-known-http': 'well-known, http',
    ispdb: 'ISPDB',
    'autoconfig-mx': 'autoconfig by MX',
    'ispdb-mx': 'ISPDB by MX',
    srv: 'SRV',
    autodiscover: 'Autodiscover',
    'autodiscover-v2': 'Autodiscover v2',
    'autodiscover-srv': 'Autodiscover SRV',
  },
  columns: { trust: 'Trust', mechanism: 'By', place: 'Asked', answer: 'Answer' },
  trust: {
    A: 'A: over https at the domain itself, or PACC with its digest',
    B: 'B: over https at another domain, by a redirect, from a database or from a record that was signed',
    C: 'C: by way of MX, or of an SRV record that nobody has signed',
    D: 'D: over http somewhere on the way: whoever is on the way can change it',
  },
  title: '{typed}: what the world answers',
  titleAscii: '{typed} ({domain}): what the world answers',
  standIn: 'Servers that want an address were told {address}, which is nobody’s.',
  told: 'Servers that want an address were told {address}.',
  noIspdb: 'No database was asked: name one with --ispdb URL.',
  suffixes: 'Registered domains by the public-suffix list of {date}.',
  said: '{status}: {problem}',
  status: { none: 'not there', failed: 'no answer', wrong: 'cannot be used', found: 'found' },
  login: 'login {login}',
  noLogin: 'login: the address',
  priority: 'priority {priority}, weight {weight}',
  hops: 'by {places}',
  tls: '{version}, certificate of {issuer} until {date}',
  others: 'Nothing there: {places}',
  found: 'Found: {count} of {all} places say where mail is.',
  nothing: 'Nothing that was asked says where mail is.',
  /** What it comes to. */
  best: 'The most that can be trusted is grade {trust}, from {source}.',
  onlyHttp: 'All of it came over http: offer it over https, too, or programs that ask https alone find nothing.',
  loginUnsaid:
    'The login is {login} by {source}; these cannot name one, and who goes by them signs in with the address: {places}',
  disagree: 'Not the same everywhere – {field}:',
  agree: 'All that was found says the same.',
  security: { tls: 'TLS', starttls: 'STARTTLS', none: 'in clear' },
});
