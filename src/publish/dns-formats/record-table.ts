import { noteText } from '../words.ts';
import { type DnsSheet, leftOutLines, wholeName, zoneData } from './zone-text.ts';

/** For people: each record with what it is for. */
export function recordTable({ domains, ttl, words }: DnsSheet): string {
  return domains
    .map((of) => {
      const records = of.records.flatMap((record) => [
        `  ${wholeName(record, of)}.  ${ttl}  ${record.data.type}  ${zoneData(record)}`,
        `      ${noteText(words, record.note)}`,
      ]);
      const leftOut = leftOutLines(of, words).map((line) => `  ${line}`);
      const title = of.displayName === of.domain ? of.domain : `${of.displayName} (${of.domain})`;
      return [title, ...records, ...leftOut, `  ${words.replaces}`].join('\n');
    })
    .join('\n\n');
}
