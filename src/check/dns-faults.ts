import type { DnsAnswer, DnsValues } from '../net/net.ts';
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
