import type { Place, Problem } from '../errors.ts';
import type { ReadProfile } from '../profile/file.ts';
import type { Profile } from '../profile/profile.ts';
import { authorityFindings } from './authority.ts';
import { exampleFindings } from './example.ts';
import { type Finding, warning } from './finding.ts';
import { nameFindings } from './names.ts';
import { oauth2Findings } from './oauth2.ts';
import { realmFindings } from './realm.ts';
import { serverFindings } from './servers.ts';

/** More lines than these are read by nobody. */
const SHOWN = 20;

/**
 * What contradicts itself in a profile that is valid: an administrator wants to hear of it, and nothing stops. Each is right in nearly all cases, or people learn to pass over
 * all of them.
 * @param now the time to judge certificates by
 * @param together all profiles that are read with it, and itself: a login of one may be an address of another
 */
export function warningsOf(
  { profile, placeOf }: Pick<ReadProfile, 'profile' | 'placeOf'>,
  now: Date,
  together: readonly Profile[] = [profile],
): Problem[] {
  const findings = [
    ...serverFindings(profile),
    ...oauth2Findings(profile),
    ...realmFindings(profile, together),
    ...exampleFindings(profile),
    ...nameFindings(profile),
    ...authorityFindings(profile, now),
  ];
  const placed = ({ problem, path, part }: Finding): Problem => ({ ...problem, place: placeOf(path, part) });
  const all = findings.map(placed).sort((one, other) => inFile(one.place, other.place));
  const rest = all.slice(SHOWN);
  if (rest.length === 0) return all;
  return [...all.slice(0, SHOWN), warning('warning.more', { count: rest.length }, { file: rest[0]?.place.file })];
}

function inFile(one: Place, other: Place): number {
  return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
}
