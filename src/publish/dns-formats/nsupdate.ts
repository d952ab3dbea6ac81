import type { DnsRecord } from '../dns-record.ts';
import { noteText } from '../words.ts';
import { commented, type DnsSheet, heading, leftOutLines, recordSets, wholeName, zoneData } from './zone-text.ts';

/** Dynamic updates (RFC 2136) as nsupdate(1) reads them: each name by itself, and only where nothing is there. */
export function nsupdate(sheet: DnsSheet): string {
  const { domains, ttl, words } = sheet;
  return domains
    .map((of) =>
      [
        ...commented(';', heading(of, words.heads.nsupdate, sheet)),
        ...recordSets(of).flatMap((set) => {
          const name = `${wholeName(set[0], of)}.`;
          return [
            ...commented(';', [noteText(words, set[0].note)]),
            // Without it, nsupdate asks the world for the zone.
            ...(of.named ? [`zone ${of.domain}.`] : []),
            ...absent(name, set[0]).map((what) => `prereq ${what}`),
            ...set.map((record) => `update add ${name} ${ttl} ${record.data.type} ${zoneData(record)}`),
            'send',
          ];
        }),
        ...commented(';', leftOutLines(of, words)),
      ].join('\n'),
    )
    .join('\n\n');
}

/** What must not be there. A server passes over a CNAME beside something else, and anything beside a CNAME, without a word (RFC 2136 §3.4.2.2). */
function absent(name: string, { data, joins }: DnsRecord): string[] {
  if (data.type === 'CNAME') return [`nxdomain ${name}`];
  return [...(joins ? [] : [`nxrrset ${name} ${data.type}`]), `nxrrset ${name} CNAME`];
}
