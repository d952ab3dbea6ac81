import type { Profile } from '../../profile/profile.ts';
import { domainOfHost, type HostedDomains, hostedDomains } from '../app/domains.ts';

/** Knows the hosts, perhaps with a port, at which we answer: those of the domains, and the canonical one. */
export function ownHosts(
  profiles: () => readonly Profile[],
  canonicalHost: string | undefined,
): (host: string) => boolean {
  const canonical = canonicalHost === undefined ? undefined : nameOf(canonicalHost);
  let last: { readonly from: readonly Profile[]; readonly domains: HostedDomains } | undefined;
  return (host) => {
    const name = nameOf(host);
    const from = profiles();
    if (last?.from !== from) last = { from, domains: hostedDomains(from) };
    return name === canonical || domainOfHost(last.domains, name) !== undefined;
  };
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}
