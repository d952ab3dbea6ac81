import { either } from '../words/text.ts';
import { source } from '../words/words.ts';

const replaces = 'What is there under one of these names is yours to look at first: Facteur replaces nothing.';

export const en = source({
  sets: 'Names that these records set at {domain}: {names}.',
  leftOut: 'Left out:',
  leftOutName: '{name}: {reason}',
  none: '{domain}: no record',
  replaces,
  heads: {
    bind: 'An addition to the zone, and no whole one: it has neither SOA nor NS. named-checkzone refuses a CNAME beside another record.',
    nsupdate:
      'Each name is sent by itself, and only where nothing is there: “update failed: YXRRSET” or “YXDOMAIN” says that something is. Nothing is deleted.',
    octodns:
      'Keys for the zone {domain}, beside those that are there: octoDNS deletes what its sources do not have. In a folder of its own (--out), named as the directory of a further YamlProvider, this file is a second source of the zone, and yours stays as it is.',
    dnscontrol:
      'To stand after the D("{domain}", …) that is there, or that of the zone above it: D_EXTEND adds to it. DNSControl itself says what changes.',
    terraform:
      'Additions: the provider refuses to create a record that is there. An existing one is taken over with terraform import.',
    route53: 'Additions: CREATE refuses the whole change, and names the record, where one is there.',
    rootTarget:
      'The target “.” denies a service (RFC 2782). Cloudflare and Route 53 are reported to take it; Alibaba Cloud, CSC, Exoscale, Gcore, hosting.de, Loopia, name.com, Sakura and Tencent are reported not to: leave those records out there. We have tried none of them.',
    zoneVariable: 'Identifier of the zone that holds {domain}, at Cloudflare',
  },
  notes: {
    autoconfig:
      'here Thunderbird, Thunderbird for Android, Evolution, KMail, Geary, FairEmail, Delta Chat and Nextcloud Mail fetch servers and login; the server needs a certificate for this name',
    autodiscover:
      'here Outlook, Thunderbird, Delta Chat, FairEmail and phones ask; the server needs a certificate for this name',
    'autodiscover-exchange':
      'here Outlook and phones ask; if the name leads to Exchange or Microsoft 365 today, leave it there; the server needs a certificate for this name',
    'autodiscover-srv':
      'leads Outlook and Thunderbird to a host whose certificate is right, where autodiscover.{domain} can have none; Outlook asks the person first',
    'autodiscover-cname':
      'autodiscover.{domain} does the same without a question to the person; where that name can have no certificate, --autodiscover srv gives this record in its place',
    'autodiscover-instead':
      '_autodiscover._tcp stands in its place, as was asked for: a name without a certificate would stop Outlook',
    'autodiscover-none':
      'left out, as was asked for: files cannot answer Autodiscover, so nothing is to lead Outlook there; a record that leads to Exchange or Microsoft 365 stays',
    pacc: 'here clients with PACC (Himalaya) fetch their settings; the server needs a certificate for this name',
    'pacc-digest':
      'the digest without which no client accepts the PACC document: it changes with the profile, so publish the new one beside the old before the profile changes',
    'pacc-login': 'PACC has no place for a login ({rule}): its clients would sign in with the address',
    'pacc-ask':
      'PACC has no place for a login, which each person says here: its clients would sign in with the address',
    'pacc-settings':
      'PACC has only TLS from the start at the usual ports, with a password, and needs receiving and sending: that is not so here',
    'no-server': 'which host answers is not known: give it with --server, or as site in the profile',
    itself: '{host} is the server itself: it has addresses of its own (A and AAAA) and leads nowhere else',
    host: '{host} is a server of the profile: a CNAME would take its place',
    imaps:
      'IMAP with TLS from the start: FairEmail, Evolution, aerc, Claws Mail and Himalaya ask it and sign in with the address',
    imap: 'IMAP with STARTTLS; TLS from the start, where there is both, comes first (RFC 8314): FairEmail, Evolution, aerc, Claws Mail and Himalaya ask it and sign in with the address',
    pop3s: 'POP3 with TLS from the start: Evolution and Claws Mail ask it and sign in with the address',
    pop3: 'POP3 with STARTTLS; TLS from the start, where there is both, comes first (RFC 8314): Evolution and Claws Mail ask it and sign in with the address',
    submissions:
      'sending with TLS from the start: FairEmail, Evolution and Himalaya ask it and sign in with the address',
    submission:
      'sending with STARTTLS; TLS from the start, where there is both, comes first (RFC 8314): FairEmail, Evolution, aerc, Claws Mail and Himalaya ask it and sign in with the address',
    'denied-login':
      'denied (target “.”): the login ({rule}) is not the address, and an SRV record has no place for one; FairEmail, Evolution, aerc and Claws Mail would sign in with the address',
    'denied-ask':
      'denied (target “.”): each person says the login here, and an SRV record has no place for one; FairEmail, Evolution, aerc and Claws Mail would sign in with the address',
    'denied-absent': 'denied (target “.”): the profile has no such service, so no client need try (RFC 6186)',
    'denied-clear': 'denied (target “.”): the server speaks in clear, and these records promise TLS or STARTTLS',
    'denied-way':
      'denied (target “.”): clients that ask SRV records sign in with a password or OAuth 2.0, and this server takes neither',
    'denied-name': 'denied (target “.”): {host} is no name in the DNS that others could look up',
    'denied-half':
      'denied (target “.”): the other half, receiving or sending, cannot be said in SRV records, and a mailbox is set up whole',
    caldavs: 'calendars: Thunderbird and Evolution ask it and sign in with the address',
    carddavs: 'contacts: Thunderbird and Evolution ask it and sign in with the address',
    'dav-path': 'the path at the server, without which clients ask /.well-known',
    'denied-dav-login':
      'denied (target “.”): the login ({rule}) is not the address, and an SRV record has no place for one; Thunderbird and Evolution would sign in with the address',
    'denied-dav-ask':
      'denied (target “.”): each person says the login here, and an SRV record has no place for one; Thunderbird and Evolution would sign in with the address',
    'denied-dav-clear': 'denied (target “.”): the service is at https alone (RFC 6764)',
    'dav-principal':
      'the path names the person, and a record is the same for everybody: people give the URL themselves',
    'dav-name': '{host} is no name in the DNS that others could look up',
  },
  warnings: {
    'dns.wildcard': '{domain} stands for many zones: name each one that you want, as in facteur {command} {example}',
    'dns.no-server':
      'left out are the records that lead to facteur serve: give its host with --server, as in --server config.{domain}, or as site in the profile',
  },
  problems: {
    'dns.server': either(
      'suggestion',
      '“{value}” in --server is not a host name: write {suggestion}',
      '“{value}” in --server is not a host name: write one as config.example.org',
    ),
    'dns.ttl': '“{value}” in --ttl is not a time to live: write a number of seconds from 60 to 86400',
    'dns.domain': either(
      'suggestion',
      '“{value}” is not a domain: write {suggestion}',
      '“{value}” is not a domain: write one as example.org',
    ),
    'dns.unknown': either(
      'suggestion',
      'no profile has the domain {value}: did you mean {suggestion}? Profiles of yours are named with --profile',
      'no profile has the domain {value}: name one with --profile',
    ),
    'dns.wildcard': '{domain} stands for many zones: name each one that you want, as in facteur {command} {example}',
    'dns.one-zone':
      '{format} has one zone in a file, and these are several ({domains}): --out FOLDER writes a file for each; where one zone holds them all, name it with --zone',
    'dns.zone': '“{value}” in --zone is not a domain: write one as example.org',
    'dns.outside': '{domain} is in none of the zones that --zone names ({zones}): name its own, too',
  },
});
