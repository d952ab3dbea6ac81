import type { DomainRule } from '../model/rule.ts';
import { ASK } from '../model/rule.ts';
import type { DnsNote } from './words.ts';

/** What a record says (RFC 1035, RFC 2782). Targets are names without a final dot; of a service that is denied, the root. */
export type DnsData =
  | { readonly type: 'CNAME'; readonly target: string }
  | {
      readonly type: 'SRV';
      readonly priority: number;
      readonly weight: number;
      readonly port: number;
      readonly target: string;
    }
  | { readonly type: 'TXT'; readonly text: string };

export interface DnsRecord {
  /** Relative to the domain. */
  readonly name: string;
  readonly data: DnsData;
  /** What it is for and who asks it, or why it denies. */
  readonly note: DnsNote;
  /** Others of its name and type may stand beside it, and readers look for the one that fits. */
  readonly joins?: true;
}

/** A record that there is not. */
export interface LeftOutRecord {
  readonly name: string;
  readonly note: DnsNote;
}

export interface DnsRecords {
  readonly records: readonly DnsRecord[];
  readonly leftOut: readonly LeftOutRecord[];
}

/** The service is explicitly not there (RFC 2782, RFC 6186 §3.4). */
const DENIED: DnsData = { type: 'SRV', priority: 0, weight: 0, port: 0, target: '' };

export function denied(name: string, note: DnsNote): DnsRecord {
  return { name, data: DENIED, note };
}

/** Is everybody's login the address? A filter may leave one as it is, and not the next. */
export function isAddressRule(rule: DomainRule | typeof ASK, domain: string): boolean {
  return rule !== ASK && rule.before === '' && rule.after === `@${domain}` && rule.filters.length === 0;
}

/** Can others look it up? The target of an SRV record is neither an address nor a name of one computer alone. */
export function isPublicName(host: string): boolean {
  return host.includes('.') && !/^[\d.]+$|[[\]:]/.test(host);
}
