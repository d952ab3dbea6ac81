import { expect, test } from 'vitest';
import { isAllRight } from '../../src/check/check-reports.ts';
import { held, skipped } from '../../src/check/check-rule.ts';
import { dnsRules } from '../../src/check/rule-table.ts';
import { startWorld, type ZoneRecord } from '../net/world.ts';
import { facteur } from './terminal.ts';

/* A zone of somebody who means harm: names with orders for a terminal, and records without end. */

const srv = (target: string, port: number): ZoneRecord => ({
  type: 'SRV',
  data: { priority: 0, weight: 1, port, target },
});

async function checked(zone: Readonly<Record<string, readonly ZoneRecord[]>>, ...more: readonly string[]) {
  const world = await startWorld({ zone });
  const flags = ['--resolver', `127.0.0.1:${world.dns.port}`, '--timeout', '20', ...more];
  return { ...(await facteur(['check', 'cnrs.fr', ...flags])), asked: world.dns.asked };
}

test.each(['text', 'json', 'sarif'])('no name of the DNS turns anything on a terminal, in %s', async (format) => {
  const target = 'a\u001b[31m\u202ee.hostile.test';
  const { out, err } = await checked(
    { '_sieve._tcp.cnrs.fr': [srv(target, 4190)], '_imaps._tcp.cnrs.fr': [srv(target, 993)] },
    ...['--format', format],
  );
  expect(out).toContain('sieve a');
  expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
});

test('of records without end for one service, twenty are looked at, and three told', async () => {
  const many = Array.from({ length: 60 }, (_, index) => srv(`t${index}.test`, 4190));
  const { out, asked } = await checked(
    { '_sieve._tcp.cnrs.fr': many, '_imaps._tcp.cnrs.fr': many },
    ...['--format', 'json'],
  );
  const { probes }: { probes: { rule: string; status: string }[] } = JSON.parse(out);
  expect(probes.filter(({ rule }) => rule === 'sieve/unreachable')).toHaveLength(20);
  expect(probes.filter(({ rule, status }) => rule.startsWith('dns/srv') && status === 'fault')).toHaveLength(3);
  expect(new Set(asked.filter((each) => /t\d+\.test/.test(each))).size).toBeLessThanOrEqual(40);
});

test('where the time was over before all was looked at, not everything is as it ought to be', () => {
  const probes = [
    held(dnsRules['no-answer'], 'DNS'),
    skipped(dnsRules['no-answer'], 'imap imap.cnrs.fr:993', 'no-time'),
  ];
  expect(isAllRight({ domain: 'cnrs.fr', probes })).toBe(false);
  expect(isAllRight({ domain: 'cnrs.fr', probes: probes.slice(0, 1) })).toBe(true);
});

test.each(['abc', '0x10', '1e1'])('a time of %s is told as it was written', async (value) => {
  const { code, err } = await facteur(['check', 'cnrs.fr', '--timeout', value]);
  expect({ code, err: err.trim() }).toEqual({
    code: 2,
    err: `“${value}” in --timeout is no number of seconds from 1 to 600`,
  });
});
