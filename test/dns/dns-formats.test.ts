import { createContext, runInContext } from 'node:vm';
import { parse } from '@cdktf/hcl2json';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { DnsFormat } from '../../src/publish/dns-formats/index.ts';
import { dnsFormats } from '../../src/publish/dns-formats/index.ts';
import { quoted } from '../../src/publish/dns-formats/zone-text.ts';
import type { DomainRecords } from '../../src/publish/dns-records.ts';
import { makeProfile, readProfile } from '../fixtures.ts';
import { recordsOf, written } from './records-of.ts';

/* Each format says the same records, as a reader of that format has them. */

const LONG = `/${'calendar-'.repeat(40)}/"a\\b%20$\{c}/`;
const long = makeProfile({ calendar: { url: `https://dav.example.org/${'calendar-'.repeat(40)}/` } });
const samples: readonly DomainRecords[] = [
  recordsOf(readProfile('cnrs'), 'cnrs.fr'),
  recordsOf(readProfile('universite'), 'universite.example', undefined, 'srv'),
  recordsOf(readProfile('universite'), 'xn--beaux-arts-lves-5mbp.example'),
  recordsOf(long, 'example.org'),
];

/** A value under one name of octoDNS. */
interface OctodnsSet {
  readonly ttl: number;
  readonly type: string;
  readonly value?: string | Record<string, number>;
  readonly values?: readonly (string | Record<string, number>)[];
}

/** A resource of Terraform. */
interface Resource {
  readonly zone_id: string;
  readonly name: string;
  readonly type: string;
  readonly ttl: number;
  readonly content?: string;
  readonly proxied?: boolean;
  readonly priority?: number;
  readonly data?: {
    readonly priority: number;
    readonly weight: number;
    readonly port: number;
    readonly target: string;
  };
}

/** A change of Route 53. */
interface Change {
  readonly Action: string;
  readonly ResourceRecordSet: {
    readonly Name: string;
    readonly Type: string;
    readonly TTL: number;
    readonly ResourceRecords: readonly { readonly Value: string }[];
  };
}

/** What a reader should find: name, type, and what the record says. */
type Found = readonly [name: string, type: string, ...values: (string | number)[]];

function expected({ records, domain }: DomainRecords): Found[] {
  const found = records.map(({ name, data }): Found => {
    const whole = `${name}.${domain}`;
    if (data.type === 'CNAME') return [whole, 'CNAME', `${data.target}.`];
    if (data.type === 'TXT') return [whole, 'TXT', data.text];
    return [whole, 'SRV', data.priority, data.weight, data.port, `${data.target}.`];
  });
  return sorted(found);
}

function sorted(found: Found[]): Found[] {
  return found.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

/** The strings of a TXT record of a zone file, as one. */
function unquoted(text: string): string {
  const strings = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, inside = '']) => inside.replace(/\\(.)/g, '$1'));
  for (const each of strings) expect(each.length).toBeLessThanOrEqual(255);
  return strings.join('');
}

function fromZone(name: string, type: string, rest: string): Found {
  if (type === 'TXT') return [name, type, unquoted(rest)];
  if (type === 'CNAME') return [name, type, rest];
  const [priority, weight, port, target = ''] = rest.split(' ');
  return [name, type, Number(priority), Number(weight), Number(port), target];
}

const readers = {
  table: (text, { domain }) =>
    [...text.matchAll(/^ {2}(\S+)\. {2}600 {2}(\w+) {2}(.*)$/gm)].map(([, name = '', type = '', rest = '']) => {
      expect(name).toMatch(new RegExp(`\\.${domain}$`));
      return fromZone(name, type, rest);
    }),
  bind: (text, { domain }) => {
    expect(text).toContain(`$ORIGIN ${domain}.\n`);
    const records = [...text.matchAll(/^([^;$\s]\S*)\s+600 IN (\w+)\s+(.*)$/gm)];
    return records.map(([, name, type = '', rest = '']) => fromZone(`${name}.${domain}`, type, rest));
  },
  nsupdate: (text) => {
    const orders = text.split('\n').filter((line) => !line.startsWith(';'));
    const verbs = orders.map((line) => line.split(' ').slice(0, 2).join(' '));
    expect(verbs.filter((verb) => !['prereq nxdomain', 'prereq nxrrset', 'update add', 'send'].includes(verb))).toEqual(
      [],
    );
    const adds = orders.flatMap((line) => /^update add (\S+)\. 600 (\w+) (.*)$/.exec(line) ?? []);
    expect(adds.length % 4).toBe(0);
    const found: Found[] = [];
    for (let at = 0; at < adds.length; at += 4)
      found.push(fromZone(`${adds[at + 1]}`, `${adds[at + 2]}`, `${adds[at + 3]}`));
    return found;
  },
  octodns: (text, { domain }) =>
    Object.entries(parseYaml(text) as Record<string, OctodnsSet | OctodnsSet[]>).flatMap(([name, entries]) =>
      [entries].flat().flatMap(({ ttl, type, value = '', values = [value] }) => {
        expect(ttl).toBe(600);
        return values.map((each): Found => {
          if (typeof each !== 'string')
            return [
              `${name}.${domain}`,
              type,
              ...['priority', 'weight', 'port', 'target'].map((key) => each[key] ?? ''),
            ];
          if (type === 'TXT') expect(each).not.toMatch(/(?<!\\);/);
          return [`${name}.${domain}`, type, each.replaceAll('\\;', ';')];
        });
      }),
    ),
  dnscontrol: (text) => {
    const found: Found[] = [];
    const record =
      (type: string) =>
      (name: string, ...values: (string | number | { ttl: number })[]) => [type, name, values];
    const context = createContext({
      SRV: record('SRV'),
      TXT: record('TXT'),
      CNAME: record('CNAME'),
      TTL: (ttl: number) => ({ ttl }),
      D_EXTEND: (domain: string, ...records: [string, string, (string | number | { ttl: number })[]][]) => {
        for (const [type, name, values] of records) {
          expect(values.pop()).toEqual({ ttl: 600 });
          found.push([`${name}.${domain}`, type, ...(values as string[])]);
        }
      },
    });
    runInContext(text, context);
    return found;
  },
  'terraform-cloudflare': async (text, { domain }) => {
    const { resource, variable } = await parse('dns.tf', text);
    const zone = `zone_id_${domain.replaceAll('.', '_')}`;
    expect(Object.keys(variable)).toEqual([zone]);
    const records = Object.values(resource.cloudflare_dns_record as Record<string, [Resource]>);
    return records.map(([{ zone_id, name, type, ttl, content, proxied, priority, data }]): Found => {
      expect({ zone_id, ttl }).toEqual({ zone_id: `\${var.${zone}}`, ttl: 600 });
      if (data === undefined) {
        expect(proxied).toBe(type === 'CNAME' ? false : undefined);
        return [name, type, type === 'TXT' ? unquoted(content ?? '') : `${content}.`];
      }
      expect(data.priority).toBe(priority);
      return [name, type, data.priority, data.weight, data.port, data.target === '.' ? '.' : `${data.target}.`];
    });
  },
  route53: (text) =>
    (JSON.parse(text).Changes as Change[]).flatMap(
      ({ Action, ResourceRecordSet: { Name, Type, TTL, ResourceRecords } }) => {
        expect({ Action, TTL }).toEqual({ Action: 'CREATE', TTL: 600 });
        return ResourceRecords.map(({ Value }) => fromZone(Name.replace(/\.$/, ''), Type, Value));
      },
    ),
} as const satisfies Record<DnsFormat, (text: string, of: DomainRecords) => Found[] | Promise<Found[]>>;

const formats = Object.keys(dnsFormats) as DnsFormat[];

test.each(formats)('%s says the records of each domain, and no others', async (format) => {
  for (const of of samples)
    for (const language of ['en', 'fr'] as const) {
      const text = written(format, [of], 600, language);
      expect(sorted(await readers[format](text, of))).toEqual(expected(of));
    }
});

test.each(formats.filter((format) => !['table', 'route53'].includes(format)))(
  '%s names each name that it sets and each that it leaves out, with the reason',
  (format) => {
    for (const of of samples) {
      const text = written(format, [of]);
      const sets = text.split('\n').find((line) => line.includes('Names that these records set'));
      for (const { name, data } of of.records) expect(sets).toContain(`${name} ${data.type}`);
      for (const { name } of of.leftOut) expect(text).toContain(`  ${name}: `);
    }
  },
);

test('nsupdate sends each name by itself, only where nothing is there', () => {
  const text = written('nsupdate', samples);
  const sends = text.split(/^send$/m).slice(0, -1);
  for (const send of sends) {
    const added = /^update add (\S+) 3600 (\w+)/m.exec(send);
    const [, name = '', type = ''] = added ?? [];
    if (type === 'CNAME') expect(send).toContain(`prereq nxdomain ${name}\n`);
    else if (name.startsWith('_ua-auto-config.')) expect(send).not.toContain(`prereq nxrrset ${name} TXT\n`);
    else expect(send).toContain(`prereq nxrrset ${name} ${type}\nprereq nxrrset ${name} CNAME\n`);
  }
  expect(text).not.toMatch(/update del/);
});

test('a text of a zone is split at 255 bytes between characters, with its quotes escaped', () => {
  expect(unquoted(quoted(LONG))).toBe(LONG);
  expect(
    quoted('é'.repeat(200))
      .split(' ')
      .map((each) => (each.match(/\\\d{3}/g) ?? []).length),
  ).toEqual([254, 146]);
});
