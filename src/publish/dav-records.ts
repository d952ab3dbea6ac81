import { ASK } from '../model/rule.ts';
import type { MailDomain } from '../resolve/mail-domain.ts';
import { type DnsRecord, type DnsRecords, denied, isAddressRule, isPublicName } from './dns-record.ts';
import { type DnsNote, dnsNote } from './words.ts';

/** SRV and TXT records for calendars and contacts (RFC 6764). Where the profile has no such service nothing is denied: it need not know of one. */
export function davRecords(domain: MailDomain): DnsRecords {
  const all = [ofService(domain, 'calendar', 'caldav'), ofService(domain, 'contacts', 'carddav')];
  return {
    records: all.flatMap(({ records }) => records),
    leftOut: all.flatMap(({ leftOut }) => leftOut),
  };
}

const NOTHING: DnsRecords = { records: [], leftOut: [] };

function ofService(domain: MailDomain, service: 'calendar' | 'contacts', protocol: 'caldav' | 'carddav'): DnsRecords {
  const { name: domainName, [service]: offer } = domain;
  const address = { local: 'user', domain: domainName, text: `user@${domainName}` };
  const found = offer?.service({ login: address.text, loginRule: undefined }, address);
  if (offer === undefined || found === undefined) return NOTHING;
  const [name, inClear] = [`_${protocol}s._tcp`, `_${protocol}._tcp`];
  const { rule } = offer;
  if (rule === ASK) return bothDenied([name, inClear], dnsNote('denied-dav-ask', {}));
  if (!isAddressRule(rule, domainName))
    return bothDenied([name, inClear], dnsNote('denied-dav-login', { rule: rule.text }));
  if (found.principal) return { records: [], leftOut: [{ name, note: dnsNote('dav-principal', {}) }] };
  const { hostname, port, pathname } = new URL(found.url);
  if (!isPublicName(hostname))
    return { records: [], leftOut: [{ name, note: dnsNote('dav-name', { host: hostname }) }] };
  const path: DnsRecord = { name, data: { type: 'TXT', text: `path=${pathname}` }, note: dnsNote('dav-path', {}) };
  return {
    records: [
      {
        name,
        data: { type: 'SRV', priority: 0, weight: 1, port: port === '' ? HTTPS : Number(port), target: hostname },
        note: dnsNote(`${protocol}s`, {}),
      },
      ...(pathname === '/' ? [] : [path]),
      denied(inClear, dnsNote('denied-dav-clear', {})),
    ],
    leftOut: [],
  };
}

const HTTPS = 443;

function bothDenied(names: readonly string[], note: DnsNote): DnsRecords {
  return { records: names.map((name) => denied(name, note)), leftOut: [] };
}
