import { existsSync } from 'node:fs';
import { discoverProblem, discoverWords } from '../discover/words.ts';
import { InputError } from '../errors.ts';
import type { Testimony } from '../import/testimony.ts';
import { addressOf, asciiDomain } from '../model/address.ts';
import { type NetworkFlags, networkOf } from './network-options.ts';
import type { Terminal } from './terminal.ts';

/** Ends of names that are files, whatever domains there may be. */
const FILES = /\.(?:conf|eml|html?|ini|json|mobileconfig|muttrc|pem|plist|png|prf|rc|reg|svg|toml|txt|xml|ya?ml)$/i;

/** Is this a domain, or an address, whose settings are to be looked for, and no file? What is there as a file is one. */
export function isDomainSource(text: string): boolean {
  if (text === '-' || /[/\\]/.test(text) || FILES.test(text) || existsSync(text)) return false;
  return (text.includes('@') ? addressOf(text) : asciiDomain(text)) !== undefined;
}

export interface DomainAsking extends NetworkFlags {
  readonly ispdb?: string | undefined;
}

/**
 * What the world says of a domain, as files would.
 * @throws InputError where it says nothing of where mail is, or the flags are wrong
 */
export async function testimonyOfDomain(
  text: string,
  flags: DomainAsking,
  { language, warn, say }: Pick<Terminal, 'language' | 'warn' | 'say'>,
): Promise<readonly Testimony[]> {
  // Who reads files alone does not wait for them.
  const [{ askWorld }, { domainTestimony }, { subjectOf }, { databaseOf }] = await Promise.all([
    import('../discover/ask-world.ts'),
    import('../discover/discovered-testimony.ts'),
    import('../discover/subject.ts'),
    import('./discover.ts'),
  ]);
  const network = await networkOf(flags);
  const subject = subjectOf(text, network.sendAddress);
  const database = flags.ispdb === undefined ? undefined : databaseOf(flags.ispdb);
  const discovery = await askWorld(subject, network.open(), database);
  const { testimonies, grades, warnings } = domainTestimony(discovery);
  if (discovery.answers.every(({ status }) => status !== 'found'))
    throw new InputError(discoverProblem('discover.nothing', { domain: subject.domain }));
  // Comments have the letter alone.
  const { trust } = discoverWords(language);
  for (const grade of grades) say(trust[grade]);
  warn(warnings);
  return testimonies;
}
