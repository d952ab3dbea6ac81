import { readAuthority } from '../profile/certificate.ts';
import type { Profile } from '../profile/profile.ts';
import { NONE } from '../profile/schema-parts.ts';
import { type Finding, type Path, warning } from './finding.ts';

/** Below this, Apple's devices trust no RSA key (“Requirements for trusted certificates in iOS 13 and macOS 10.15”, support.apple.com/103769). */
const LEAST_BITS = 2048;

/** How long before its end one is told, in days: as of a signing certificate. */
const SOON = 30;
const DAY = 86_400_000;

/** Reasons for which devices will not trust by the authority of the profile, or not for long. @param now the time to judge by */
export function authorityFindings(profile: Profile, now: Date): Finding[] {
  const own = profile.domains.flatMap((entry, index) =>
    typeof entry === 'string' ? [] : findingsOf(entry.certificateAuthority, ['domains', index], now),
  );
  return [...findingsOf(profile.certificateAuthority, [], now), ...own];
}

function findingsOf(pem: string | undefined, path: Path, now: Date): Finding[] {
  const authority = pem === undefined || pem === NONE ? undefined : readAuthority(pem);
  if (authority === undefined) return [];
  const { commonName, digest, rsaBits, from, until } = authority;
  const problems = [
    commonName === undefined && warning('warning.authority-nameless', {}),
    // The same page wants SHA-2.
    digest !== undefined && warning('warning.authority-digest', { value: digest }),
    rsaBits !== undefined && rsaBits < LEAST_BITS && warning('warning.authority-key', { bits: rsaBits }),
    now < from && warning('warning.authority-not-yet', { date: day(from) }),
    ending(until, now),
  ];
  return problems
    .filter((each) => each !== false)
    .map((problem) => ({
      problem,
      path: [...path, 'certificateAuthority'],
    }));
}

function ending(until: Date, now: Date) {
  if (until < now) return warning('warning.authority-ended', { date: day(until) });
  return until.getTime() - now.getTime() < SOON * DAY && warning('warning.authority-ends-soon', { date: day(until) });
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
