import { noteText } from '../words.ts';
import { commented, type DnsSheet, heading, leftOutLines, zoneData } from './zone-text.ts';

/** A zone file's part (RFC 1035 §5). */
export function zoneFile(sheet: DnsSheet): string {
  const { domains, ttl, words } = sheet;
  return domains
    .map((of) =>
      [
        ...commented(';', heading(of, words.heads.bind, sheet)),
        `$ORIGIN ${of.domain}.`,
        ...of.records.flatMap((record) => [
          ...commented(';', [noteText(words, record.note)]),
          `${record.name.padEnd(20)} ${ttl} IN ${record.data.type.padEnd(5)} ${zoneData(record)}`,
        ]),
        ...commented(';', leftOutLines(of, words)),
      ].join('\n'),
    )
    .join('\n\n');
}
