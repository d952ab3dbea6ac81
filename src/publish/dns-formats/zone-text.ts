import type { DnsRecord } from '../dns-record.ts';
import type { DomainRecords } from '../dns-records.ts';
import { type DnsWords, noteText } from '../words.ts';

/** What a format is made of. */
export interface DnsSheet {
  readonly domains: readonly DomainRecords[];
  /** Seconds. */
  readonly ttl: number;
  readonly words: DnsWords;
}

/** With its final dot; of a denied service, the root. */
export function absolute(target: string): string {
  return `${target}.`;
}

/** The name of a record, whole and without its final dot. */
export function wholeName({ name }: { readonly name: string }, { domain }: DomainRecords): string {
  return `${name}.${domain}`;
}

/** A record as zone files have it (RFC 1035 §5.1), behind its type. */
export function zoneData({ data }: DnsRecord): string {
  if (data.type === 'CNAME') return absolute(data.target);
  if (data.type === 'TXT') return quoted(data.text);
  return `${data.priority} ${data.weight} ${data.port} ${absolute(data.target)}`;
}

/** A text in quotes, each of at most 255 bytes. */
export function quoted(text: string): string {
  return pieces(text)
    .map((piece) => `"${[...new TextEncoder().encode(piece)].map(escapedByte).join('')}"`)
    .join(' ');
}

function escapedByte(byte: number): string {
  if (byte === 0x22 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`;
  return byte < 0x20 || byte > 0x7e ? `\\${String(byte).padStart(3, '0')}` : String.fromCharCode(byte);
}

/** A character-string has 255 bytes at most (RFC 1035 §3.3); no character is cut. */
function pieces(text: string): string[] {
  const found = [''];
  let length = 0;
  for (const character of text) {
    const more = new TextEncoder().encode(character).length;
    if (length + more > 255) {
      found.push('');
      length = 0;
    }
    found.push(`${found.pop()}${character}`);
    length += more;
  }
  return found;
}

/** Which names an addition sets, and the rest that whoever adds it should know. */
export function heading(of: DomainRecords, head: string, { words }: DnsSheet): string[] {
  return [...(head === '' ? [] : [head]), setsText(of, words), words.replaces];
}

/**
 * The same for what goes to a provider of DNS. Which of them take a denied service is what DNSControl has found with their APIs (`Null Target` of its integration tests; the exceptions are in each
 * auditrecords.go, May 2026), and for Cloudflare octoDNS, too (pull request 668); nobody has asked them with our records.
 */
export function headingForProvider(of: DomainRecords, head: string, sheet: DnsSheet): string[] {
  return [...heading(of, head, sheet), ...rootTargetLines(of, sheet)];
}

export function rootTargetLines({ records }: DomainRecords, { words }: Pick<DnsSheet, 'words'>): string[] {
  return records.some(({ data }) => data.type === 'SRV' && data.target === '') ? [words.heads.rootTarget] : [];
}

export function setsText({ displayName, records }: DomainRecords, words: DnsWords): string {
  const names = [...new Set(records.map(({ name, data }) => `${name} ${data.type}`))];
  return words.sets({ domain: displayName, names: names.join(', ') });
}

/** What is not there, and why. */
export function leftOutLines({ leftOut }: DomainRecords, words: DnsWords): string[] {
  if (leftOut.length === 0) return [];
  return [
    words.leftOut,
    ...leftOut.map(({ name, note }) => `  ${words.leftOutName({ name, reason: noteText(words, note) })}`),
  ];
}

/** The records of one name and type, which belong together (RFC 2181 §5). */
export function recordSets({ records }: DomainRecords): [DnsRecord, ...DnsRecord[]][] {
  const sets = new Map<string, [DnsRecord, ...DnsRecord[]]>();
  for (const record of records) {
    const key = `${record.name} ${record.data.type}`;
    const known = sets.get(key);
    if (known === undefined) sets.set(key, [record]);
    else known.push(record);
  }
  return [...sets.values()];
}

/** Comments of one line each, whatever stands in them. */
export function commented(mark: string, lines: readonly string[]): string[] {
  return lines.map((line) => `${mark} ${line.replace(/[\r\n\u2028\u2029]/g, ' ')}`);
}
