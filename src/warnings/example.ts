import { InputError } from '../errors.ts';
import type { Profile } from '../profile/profile.ts';
import { locate } from '../resolve/locate.ts';
import { type Finding, warning } from './finding.ts';

/** An example that leads to nobody here: `generate --example` would be refused, and pages would show somebody else's address. */
export function exampleFindings(profile: Profile): Finding[] {
  const { example } = profile;
  if (example === undefined) return [];
  try {
    locate({ who: example }, [profile]);
    return [];
  } catch (error) {
    // What is wrong with it is one of many things; the remedy is the same.
    if (error instanceof InputError) return [{ problem: warning('warning.example', {}), path: ['example'] }];
    throw error;
  }
}
