import type { Authentication, MailServer } from '../model/account.ts';
import { ASK } from '../model/rule.ts';
import type { MailDomain, Offered } from '../resolve/mail-domain.ts';
import { type DnsRecord, denied, isAddressRule, isPublicName } from './dns-record.ts';
import { type DnsNote, dnsNote } from './words.ts';

/*
 * SRV records for mail (RFC 6186, RFC 8314 §5.1). They know no login: who asks them signs in with the address. A domain whose mailboxes cannot be said whole has all of them denied, so that such a client
 * asks the person, or goes on to where the login is told.
 */

/** The names of a service, and how clients are told of it. */
const NAMES = [
  { name: '_imaps._tcp', protocol: 'imap', security: 'tls', note: 'imaps' },
  { name: '_imap._tcp', protocol: 'imap', security: 'starttls', note: 'imap' },
  { name: '_pop3s._tcp', protocol: 'pop3', security: 'tls', note: 'pop3s' },
  { name: '_pop3._tcp', protocol: 'pop3', security: 'starttls', note: 'pop3' },
  { name: '_submissions._tcp', protocol: 'smtp', security: 'tls', note: 'submissions' },
  { name: '_submission._tcp', protocol: 'smtp', security: 'starttls', note: 'submission' },
] as const;

interface Judged {
  readonly server: MailServer;
  /** Why no SRV record can say it. */
  readonly against: DnsNote | undefined;
}

export function mailRecords(domain: MailDomain): DnsRecord[] {
  const judged = [...domain.incoming, ...domain.outgoing].map((offer) => judge(offer, domain));
  const said = judged.filter(({ against }) => against === undefined).map(({ server }) => server);
  const isWhole = said.some(({ protocol }) => protocol === 'smtp') && said.some(({ protocol }) => protocol !== 'smtp');
  const order = [...new Set(said.map(({ protocol }) => protocol).filter((protocol) => protocol !== 'smtp'))];
  return NAMES.flatMap(({ name, protocol, security, note }): DnsRecord[] => {
    // What speaks in clear would be asked at the name for STARTTLS.
    const found = judged.filter(
      ({ server }) =>
        server.protocol === protocol && (server.security === 'none' ? 'starttls' : server.security) === security,
    );
    const servers = found.filter(({ against }) => against === undefined).map(({ server }) => server);
    if (!isWhole || servers.length === 0)
      return [denied(name, found.find(({ against }) => against)?.against ?? missing(found.length > 0))];
    // Clients compare the priorities of IMAP and POP3, too (RFC 6186 §3.3), and those of TLS and STARTTLS (RFC 8314 §5.1).
    const rank = protocol === 'smtp' ? 0 : order.indexOf(protocol);
    const base = 20 * rank + (security === 'tls' ? 0 : 10);
    return servers.map(({ host, port }, index) => ({
      name,
      // aerc goes by weight, whatever the priority: that of the first is the greatest.
      data: { type: 'SRV', priority: base + Math.min(index, 9), weight: servers.length - index, port, target: host },
      note: dnsNote(note, {}),
    }));
  });
}

function missing(isOffered: boolean): DnsNote {
  return isOffered ? dnsNote('denied-half', {}) : dnsNote('denied-absent', {});
}

/** What who asks an SRV record can sign in with. */
const KNOWN: readonly Authentication[] = ['password', 'cram-md5', 'ntlm', 'gssapi', 'oauth2'];

function judge(offer: Offered<MailServer>, { name }: MailDomain): Judged {
  const { rule } = offer;
  const address = { local: 'user', domain: name, text: `user@${name}` };
  // The login is not looked at.
  const server = offer.service({ login: address.text, loginRule: undefined }, address);
  const against = () => {
    if (server.security === 'none') return dnsNote('denied-clear', {});
    if (!server.authentication.some((each) => KNOWN.includes(each))) return dnsNote('denied-way', {});
    if (rule === ASK) return dnsNote('denied-ask', {});
    if (!isAddressRule(rule, name)) return dnsNote('denied-login', { rule: rule.text });
    return isPublicName(server.host) ? undefined : dnsNote('denied-name', { host: server.host });
  };
  return { server, against: against() };
}
