import type { DnsRecord } from '../dns-record.ts';
import { noteText } from '../words.ts';
import { absolute, commented, type DnsSheet, headingForProvider, leftOutLines } from './zone-text.ts';

/** JavaScript of DNSControl (ECMAScript 5: no comma behind the last argument). It quotes and splits texts itself. */
export function dnscontrol(sheet: DnsSheet): string {
  const { domains, ttl, words } = sheet;
  return domains
    .map((of) => {
      const last = of.records.length - 1;
      return [
        ...commented('//', headingForProvider(of, words.heads.dnscontrol({ domain: of.domain }), sheet)),
        `D_EXTEND(${JSON.stringify(of.domain)},`,
        ...of.records.flatMap((record, index) => [
          ...commented('  //', [noteText(words, record.note)]),
          `  ${call(record, ttl)}${index === last ? '' : ','}`,
        ]),
        ');',
        ...commented('//', leftOutLines(of, words)),
      ].join('\n');
    })
    .join('\n\n');
}

function call({ name, data }: DnsRecord, ttl: number): string {
  const values =
    data.type === 'CNAME'
      ? [absolute(data.target)]
      : data.type === 'TXT'
        ? [data.text]
        : [data.priority, data.weight, data.port, absolute(data.target)];
  return `${data.type}(${[name, ...values].map((value) => JSON.stringify(value)).join(', ')}, TTL(${ttl}))`;
}
