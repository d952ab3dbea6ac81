import { InputError, type Problem } from '../errors.ts';
import { asciiDomain, meantDomain } from '../model/address.ts';
import { isWildcard } from '../model/wildcard.ts';
import type { Profile } from '../profile/profile.ts';
import { dnsProblem, dnsWarning } from '../publish/words.ts';
import { domainEntries, entryFor, type MailDomain } from '../resolve/mail-domain.ts';
import { nearest } from '../words/suggest.ts';
import type { Terminal } from './terminal.ts';

/* Which mail domains a command is about that has one answer for each. */

type Command = 'check' | 'dns' | 'publish';

/** Those that are named, or every one that a profile names. @throws InputError with all that are wrong */
export function mailDomainsWanted(
  texts: readonly string[],
  profiles: readonly Profile[],
  command: Command,
  terminal: Terminal,
): MailDomain[] {
  return texts.length === 0 ? everyDomain(profiles, command, terminal) : named(texts, profiles, command);
}

/** The host in `--server`. @throws InputError */
export function serverOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const host = asciiDomain(text.replace(/\.$/, ''));
  if (host !== undefined) return host;
  throw new InputError(dnsProblem('dns.server', { value: text, suggestion: meantDomain(text) }));
}

/** All whose zone is known. */
function everyDomain(profiles: readonly Profile[], command: Command, terminal: Terminal): MailDomain[] {
  const entries = profiles.flatMap((profile) => [...domainEntries(profile).values()]);
  const many = entries.filter(({ pattern }) => isWildcard(pattern));
  const single = entries.filter(({ pattern }) => !isWildcard(pattern));
  if (single.length === 0)
    throw new InputError(many.map(({ pattern }) => dnsProblem('dns.wildcard', zones(pattern, command))));
  terminal.warn(many.map(({ pattern }) => dnsWarning('dns.wildcard', zones(pattern, command))));
  return single.map((entry) => entry.at(entry.pattern));
}

function zones(pattern: string, command: Command) {
  return { domain: pattern, command, example: pattern === '*' ? 'example.org' : pattern.replace('*', 'physics') };
}

function named(texts: readonly string[], profiles: readonly Profile[], command: Command): MailDomain[] {
  const found = new Map<string, MailDomain>();
  const problems: Problem[] = [];
  for (const text of texts) {
    const domain = domainNamed(text, profiles, command);
    if ('kind' in domain) problems.push(domain);
    else found.set(domain.name, domain);
  }
  if (problems.length > 0) throw new InputError(problems);
  return [...found.values()];
}

function domainNamed(text: string, profiles: readonly Profile[], command: Command): MailDomain | Problem {
  if (isWildcard(text)) return dnsProblem('dns.wildcard', zones(text, command));
  const name = asciiDomain(text.replace(/\.$/, ''));
  if (name === undefined) return dnsProblem('dns.domain', { value: text, suggestion: meantDomain(text) });
  const entry = entryFor(name, profiles);
  if (entry !== undefined) return entry.at(name);
  const known = profiles.flatMap((profile) => [...domainEntries(profile).keys()]);
  return dnsProblem('dns.unknown', { value: name, suggestion: nearest(name, known) });
}
