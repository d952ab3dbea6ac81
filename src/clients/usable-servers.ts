import type { MailServer } from '../model/account.ts';

/**
 * The servers of one direction that a client can use, the one to set up first. One rule for every client, so that a person has the same servers on every
 * device; what differs is only what a client, or the notation of its file, can do (`canUse`).
 *
 * - The profile's order holds: it is the provider's preference.
 * - Of the first server's own host and protocol, TLS from the first byte stands before STARTTLS (RFC 8314 §3): the one form that no client misreads.
 * - A server in plain text counts only where the provider has no other, so that nobody loses protection because of what a client cannot do.
 */
export function usableServers<S extends MailServer>(
  servers: readonly S[],
  canUse: (server: S) => boolean,
): readonly S[] {
  const usable = candidates(servers).filter(canUse);
  const [first] = usable;
  if (first === undefined) return [];
  const best = usable.find((each) => each.security === 'tls' && isSameService(each, first)) ?? first;
  return best === first ? usable : [best, ...usable.filter((each) => each !== best)];
}

/** The servers that a client is asked about: where it can use none of these, the reason is with them. */
export function candidates<S extends MailServer>(servers: readonly S[]): readonly S[] {
  const safe = servers.filter(({ security }) => security !== 'none');
  return safe.length > 0 ? safe : servers;
}

function isSameService(one: MailServer, other: MailServer): boolean {
  return one.host === other.host && one.protocol === other.protocol;
}
