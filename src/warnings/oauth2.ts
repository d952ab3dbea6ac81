import type { Profile } from '../profile/profile.ts';
import { type Finding, warning } from './finding.ts';

/** Endpoints that no server of the profile sends anybody to. */
export function oauth2Findings(profile: Profile): Finding[] {
  if (profile.oauth2 === undefined || signsInByOAuth2(profile)) return [];
  return [{ problem: warning('warning.oauth2-unused', {}), path: ['oauth2'], part: 'key' }];
}

/** Whatever part of the profile it is that has an `authentication`. */
function signsInByOAuth2(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  const { authentication } = part as { readonly authentication?: unknown };
  if (Array.isArray(authentication) && authentication.includes('oauth2')) return true;
  return Object.values(part).some(signsInByOAuth2);
}
