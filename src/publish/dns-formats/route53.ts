import { type DnsSheet, recordSets, wholeName, zoneData } from './zone-text.ts';

/** Longest comment of a change. */
const COMMENT_LIMIT = 256;

/** A change batch for `aws route53 change-resource-record-sets --change-batch file://…`; CREATE replaces nothing. */
export function route53({ domains, ttl, words }: DnsSheet): string {
  const batches = domains.map((of) => ({
    Comment: [...words.heads.route53].slice(0, COMMENT_LIMIT).join(''),
    Changes: recordSets(of).map((set) => ({
      Action: 'CREATE',
      ResourceRecordSet: {
        Name: `${wholeName(set[0], of)}.`,
        Type: set[0].data.type,
        TTL: ttl,
        ResourceRecords: set.map((record) => ({ Value: zoneData(record) })),
      },
    })),
  }));
  return batches.map((batch) => JSON.stringify(batch, undefined, 2)).join('\n');
}
