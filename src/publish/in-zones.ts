import type { DnsRecord, LeftOutRecord } from './dns-record.ts';
import type { DomainRecords } from './dns-records.ts';

/** The zone that holds a domain: the longest of these that is the domain itself or one above it. */
export function zoneOf(domain: string, zones: readonly string[]): string | undefined {
  const holding = zones.filter((zone) => domain === zone || domain.endsWith(`.${zone}`));
  return holding.toSorted((one, other) => other.length - one.length)[0];
}

/**
 * The records of domains as those of the zones that hold them, each once: names are relative to the zone then. Without zones, each domain is one of its own.
 * @param shown how people write the name of a zone
 */
export function inZones(
  domains: readonly DomainRecords[],
  zones: readonly string[],
  shown: (zone: string) => string,
): DomainRecords[] {
  const found = new Map<string, DomainRecords>();
  for (const of of domains) {
    const zone = zoneOf(of.domain, zones);
    const own = zone === undefined ? of : relativeTo(zone, of, shown(zone));
    const known = found.get(own.domain);
    found.set(own.domain, known === undefined ? own : together(known, own));
  }
  return [...found.values()];
}

function relativeTo(zone: string, { domain, records, leftOut }: DomainRecords, displayName: string): DomainRecords {
  const below = domain === zone ? '' : `.${domain.slice(0, -zone.length - 1)}`;
  return {
    domain: zone,
    displayName,
    named: true,
    records: records.map((record): DnsRecord => ({ ...record, name: record.name + below })),
    leftOut: leftOut.map((record): LeftOutRecord => ({ ...record, name: record.name + below })),
  };
}

function together(one: DomainRecords, other: DomainRecords): DomainRecords {
  return { ...one, records: [...one.records, ...other.records], leftOut: [...one.leftOut, ...other.leftOut] };
}
