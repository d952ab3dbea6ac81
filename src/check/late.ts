import { type Probe, skipped } from './check-rule.ts';

/** What is said of a server that did not answer, where it was not given the time: the time for the whole was over. */
const LATE: ReadonlySet<string> = new Set([
  'http/slow',
  'http/unreachable',
  'dns/no-answer',
  ...['imap', 'pop3', 'smtp', 'sieve'].flatMap((talk) => [
    `${talk}/unreachable`,
    `${talk}/greeting`,
    `${talk}/starttls-failed`,
  ]),
]);

/** Faults that may be those of the one who asked are none. */
export function withoutLate(probes: readonly Probe[]): Probe[] {
  return probes.map((probe) =>
    probe.status === 'fault' && LATE.has(probe.rule.id) ? skipped(probe.rule, probe.place, 'no-time') : probe,
  );
}
