import type { DnsAnswer, DnsFailure, DnsValues } from '../../net/net.ts';
import type { Enquiry } from './enquiry.ts';
import type { AskedPlace } from './look-up.ts';
import { type Remark, remark } from './words.ts';

/** Records that were asked for, and what there is to say of them. */
export interface Recorded<Type extends 'MX' | 'NS' | 'SRV' | 'TXT'> {
  readonly records: readonly DnsValues[Type][];
  readonly authentic: boolean;
  readonly place: AskedPlace;
}

/** Asks the DNS. */
export async function askRecords<Type extends 'MX' | 'NS' | 'SRV' | 'TXT'>(
  { net }: Enquiry,
  name: string,
  type: Type,
): Promise<Recorded<Type>> {
  const answer: DnsAnswer<Type> = await net.dns(name, type);
  const place = (got: Remark): AskedPlace => ({ place: `${type} ${name}`, tells: false, chain: [], got });
  if (answer.status === 'failed')
    return {
      records: [],
      authentic: false,
      place: place(remark('got-dns-failure', { failure: failures[answer.failure] })),
    };
  if (answer.status === 'none')
    return { records: [], authentic: answer.authentic, place: place(remark('got-no-record', {})) };
  const text = answer.records.map((record) => written(type, record)).join(', ');
  return {
    records: answer.records,
    authentic: answer.authentic,
    place: place(remark('got-records', { records: text })),
  };
}

/** As the DNS has them. */
const failures: Readonly<Record<DnsFailure, string>> = {
  'timed-out': 'timeout',
  'server-failure': 'SERVFAIL',
  refused: 'REFUSED',
  unreachable: 'unreachable',
  malformed: 'malformed',
  'alias-loop': 'CNAME loop',
};

function written(type: string, record: DnsValues['MX' | 'NS' | 'SRV' | 'TXT']): string {
  if (typeof record === 'string') return record;
  if ('exchange' in record) return `${record.preference} ${record.exchange}`;
  const { priority, weight, port, target } = record;
  return `${type === 'SRV' ? `${priority} ${weight} ` : ''}${port} ${target === '' ? '.' : target}`;
}

/** The name of the best mail server: the first of the lowest preference. */
export function bestExchange(records: readonly DnsValues['MX'][]): string | undefined {
  const named = records.filter(({ exchange }) => exchange !== '');
  return named.toSorted((one, other) => one.preference - other.preference)[0]?.exchange;
}
