import { dnscontrol } from './dnscontrol.ts';
import { nsupdate } from './nsupdate.ts';
import { octodns } from './octodns.ts';
import { recordTable } from './record-table.ts';
import { route53 } from './route53.ts';
import { terraformCloudflare } from './terraform-cloudflare.ts';
import { zoneFile } from './zone-file.ts';
import type { DnsSheet } from './zone-text.ts';

/** Each way to write records. */
export const dnsFormats = {
  table: recordTable,
  bind: zoneFile,
  nsupdate,
  octodns,
  dnscontrol,
  'terraform-cloudflare': terraformCloudflare,
  route53,
} as const satisfies Record<string, (sheet: DnsSheet) => string>;

export type DnsFormat = keyof typeof dnsFormats;

/** Those of which a file has one zone. */
export const ofOneZone: ReadonlySet<DnsFormat> = new Set(['octodns', 'route53']);
