import { stringify } from 'yaml';
import type { DnsRecord } from '../dns-record.ts';
import { noteText } from '../words.ts';
import { absolute, commented, type DnsSheet, headingForProvider, leftOutLines, recordSets } from './zone-text.ts';

/** Keys of octoDNS’ YAML files, which want them in order. */
export function octodns(sheet: DnsSheet): string {
  const { domains, ttl, words } = sheet;
  return domains
    .map((of) => {
      const sets = recordSets(of);
      const names = [...new Set(sets.map(([{ name }]) => name))].sort(naturally);
      return [
        ...commented('#', headingForProvider(of, words.heads.octodns({ domain: of.domain }), sheet)),
        ...names.flatMap((name) => {
          const own = sets.filter(([first]) => first.name === name);
          const entries = own.map((set) => entry(set, ttl));
          const notes = [...new Set(own.map(([{ note }]) => noteText(words, note)))];
          const value = entries.length === 1 ? entries[0] : entries;
          return [...commented('#', notes), stringify({ [name]: value }, { lineWidth: 0 }).trimEnd()];
        }),
        ...commented('#', leftOutLines(of, words)),
      ].join('\n');
    })
    .join('\n\n');
}

function entry(set: readonly [DnsRecord, ...DnsRecord[]], ttl: number): object {
  const values = set.map(({ data }) => {
    if (data.type === 'CNAME') return absolute(data.target);
    // octoDNS refuses a bare semicolon, and splits long texts itself.
    if (data.type === 'TXT') return data.text.replaceAll(';', '\\;');
    const { port, priority, target, weight } = data;
    return { port, priority, target: absolute(target), weight };
  });
  return { ttl, type: set[0].data.type, ...(values.length === 1 ? { value: values[0] } : { values }) };
}

/** octoDNS reads keys in natural order only (`order_mode: natural`, octodns/yaml.py, by natsort): digits as the number that they are. */
function naturally(one: string, other: string): number {
  const [first, second] = [one, other].map((name) => name.split(/(\d+)/)) as [string[], string[]];
  for (const [index, part] of first.entries()) {
    const against = second[index];
    if (against === undefined) return 1;
    const difference = index % 2 === 1 ? Number(part) - Number(against) : part < against ? -1 : part > against ? 1 : 0;
    if (difference !== 0) return difference;
  }
  return first.length - second.length;
}
