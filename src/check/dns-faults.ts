import type { DnsAnswer, DnsValues, NetFailure } from '../net/net.ts';
import { fault, type Probe } from './check-rule.ts';
import { dnsRules } from './rule-table.ts';

export function unanswered(place: string, domain: string, failure: string): Probe {
  return fault(dnsRules['no-answer'], place, { name: place, failure, domain }, { found: failure });
}

export function staleFault(
  place: string,
  found: DnsValues['SRV'],
  record: string,
  expected: string | undefined,
): Probe {
  const { target, port } = found;
  return fault(
    dnsRules['srv-stale'],
    place,
    { name: place, target, port, record },
    { expected, found: srvText(found) },
  );
}

export function srvText({ priority, weight, port, target }: DnsValues['SRV']): string {
  return `${priority} ${weight} ${port} ${target}.`;
}

/** More of one service are no answer to a question, but work for whoever asks. */
const MOST_SERVICES = 20;

/** The records of an answer that are looked at. */
export function lookedAt(answer: DnsAnswer<'SRV'>): readonly DnsValues['SRV'][] {
  return answer.status === 'found' ? answer.records.slice(0, MOST_SERVICES) : [];
}

/** Why there is no way to a host of the profile, where the cause is in the DNS. @param detail what the DNS has done, where it failed */
export function withoutAddress(host: string, failure: NetFailure, detail: string): Probe | undefined {
  if (failure === 'dns-failed') return unanswered(host, host, detail);
  if (failure === 'private-address') return fault(dnsRules['private-address'], host, { name: host }, { found: detail });
  const record = `${host}. 3600 IN A …`;
  return failure === 'no-address'
    ? fault(dnsRules['no-address'], host, { name: host, record }, { expected: 'A, AAAA', found: '–' })
    : undefined;
}
