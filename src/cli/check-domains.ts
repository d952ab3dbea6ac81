import { liveProblem } from '../check/words.ts';
import { InputError, type Problem } from '../errors.ts';
import { asciiDomain } from '../model/address.ts';
import { isWildcard } from '../model/wildcard.ts';
import { domainEntries, entryFor, type MailDomain } from '../resolve/mail-domain.ts';
import { nearest } from '../words/suggest.ts';
import type { LoadedProfile } from './profiles.ts';

/** A domain to check, and the file of its profile. */
export interface WantedDomain {
  readonly domain: MailDomain;
  readonly file: string;
}

/**
 * The domains that are named, or all that the profiles name.
 * @throws InputError with every one that no profile has
 */
export function wantedDomains(
  names: readonly string[],
  loaded: readonly LoadedProfile[],
  tell: (warnings: readonly Problem[]) => void,
): WantedDomain[] {
  const fileOf = ({ profile }: MailDomain) => loaded.find((each) => each.profile === profile)?.file ?? '';
  const profiles = loaded.map(({ profile }) => profile);
  const entries = profiles.flatMap((profile) => [...domainEntries(profile).values()]);
  if (names.length === 0) {
    const many = entries.filter(({ pattern }) => isWildcard(pattern));
    const problems = many.map(({ pattern }) => liveProblem('check.wildcard', exampleOf(pattern)));
    const domains = entries.filter(({ pattern }) => !isWildcard(pattern)).map((entry) => entry.at(entry.pattern));
    if (domains.length === 0) throw new InputError(problems.length > 0 ? problems : liveProblem('check.no-domain', {}));
    tell(problems.map((each) => ({ ...each, severity: 'warning' as const })));
    return domains.map((domain) => ({ domain, file: fileOf(domain) }));
  }
  const known = entries.map(({ pattern }) => pattern);
  const problems: Problem[] = [];
  const found = [...new Set(names)].flatMap((name): WantedDomain[] => {
    const ascii = asciiDomain(name.replace(/\.$/, ''));
    const entry = ascii === undefined ? undefined : entryFor(ascii, profiles);
    if (ascii === undefined || entry === undefined) {
      const isKnown = known.includes(name) && isWildcard(name);
      const details = { value: name, suggestion: nearest(name, known) };
      problems.push(
        isKnown ? liveProblem('check.wildcard', exampleOf(name)) : liveProblem('check.unknown-domain', details),
      );
      return [];
    }
    const domain = entry.at(ascii);
    return [{ domain, file: fileOf(domain) }];
  });
  if (problems.length > 0) throw new InputError(problems);
  return [...new Map(found.map((each) => [each.domain.name, each])).values()];
}

function exampleOf(pattern: string): { readonly domain: string; readonly example: string } {
  return { domain: pattern, example: pattern === '*' ? 'example.org' : pattern.replace('*', 'physics') };
}
