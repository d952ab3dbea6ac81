import type { Profile } from '../../profile/profile.ts';
import { texts } from '../../words/index.ts';

/** A short text for whoever looks, and who helps, where it is clear whose mail service is asked for. */
export function withHelp(text: string, [profile, ...others]: readonly Profile[]): string {
  const support = others.length === 0 ? profile?.support : undefined;
  if (support === undefined) return text;
  const { name, email, phone, url } = support;
  // In English, as the text.
  return `${text}\n${texts('en').page.support} ${[name, email, phone, url].filter((each) => each !== undefined).join(', ')}`;
}
