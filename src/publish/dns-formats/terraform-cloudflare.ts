import type { DnsRecord } from '../dns-record.ts';
import type { DomainRecords } from '../dns-records.ts';
import { noteText } from '../words.ts';
import {
  commented,
  type DnsSheet,
  headingForProvider,
  leftOutLines,
  quoted,
  recordSets,
  wholeName,
} from './zone-text.ts';

/** Resources of Cloudflare’s Terraform provider, version 5. */
export function terraformCloudflare(sheet: DnsSheet): string {
  const { domains, ttl, words } = sheet;
  return domains
    .map((of) => {
      const zone = `zone_id_${identifier(of.domain)}`;
      const resources = recordSets(of).flatMap((set) =>
        set.map((record, index) => {
          const label = `mail_${identifier(wholeName(record, of))}_${record.data.type.toLowerCase()}`;
          return [
            ...commented('#', [noteText(words, record.note)]),
            `resource "cloudflare_dns_record" ${text(set.length === 1 ? label : `${label}_${index + 1}`)} {`,
            ...attributes(record, of, zone, ttl),
            '}',
          ].join('\n');
        }),
      );
      return [
        ...commented('#', headingForProvider(of, words.heads.terraform, sheet)),
        `variable ${text(zone)} {`,
        '  type        = string',
        `  description = ${text(words.heads.zoneVariable({ domain: of.domain }))}`,
        '}',
        '',
        resources.join('\n\n'),
        ...commented('#', leftOutLines(of, words)),
      ].join('\n');
    })
    .join('\n\n');
}

function attributes(record: DnsRecord, of: DomainRecords, zone: string, ttl: number): string[] {
  const { data } = record;
  const common = [
    `  zone_id  = var.${zone}`,
    `  name     = ${text(wholeName(record, of))}`,
    `  type     = ${text(data.type)}`,
    `  ttl      = ${ttl}`,
  ];
  // Its proxy would answer with a certificate that is not for the name.
  if (data.type === 'CNAME') return [...common, `  content  = ${text(data.target)}`, '  proxied  = false'];
  // In quotes, as Cloudflare keeps it.
  if (data.type === 'TXT') return [...common, `  content  = ${text(quoted(data.text))}`];
  const { priority, weight, port } = data;
  // The priority at both places, or each plan finds a difference.
  return [
    ...common,
    `  priority = ${priority}`,
    `  data     = { priority = ${priority}, weight = ${weight}, port = ${port}, target = ${text(data.target || '.')} }`,
  ];
}

/** A quoted template of HCL without any interpolation. */
function text(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&').replace(/[$%](?=\{)/g, '$&$&')}"`;
}

/** A dot becomes an underscore, which no domain has. */
function identifier(name: string): string {
  return name.replaceAll('.', '_');
}
