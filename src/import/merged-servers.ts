import type { Problem } from '../errors.ts';
import { defaultPorts } from '../profile/profile.ts';
import type { OwnedLogin } from './found-rule.ts';
import { describePlaceOf } from './place-text.ts';
import type { SaidServer } from './testimony.ts';
import { loss } from './words.ts';

/** A server, and whose file it is from. */
export type OwnedServer = SaidServer & { readonly owner: string | undefined };

/** Servers of one protocol, host and port are one server; logins of all files that have it are kept. */
export function mergedServers(
  all: readonly OwnedServer[],
  losses: Problem[],
): (OwnedServer & { logins: OwnedLogin[] })[] {
  const merged = new Map<string, OwnedServer & { logins: OwnedLogin[] }>();
  // The first server of a protocol, and the first of it that another file names.
  const firsts = new Map<string, readonly OwnedServer[]>();
  for (const server of all) {
    const same = merged.get(key(server));
    if (same === undefined) {
      const known = firsts.get(server.protocol) ?? [];
      const other = known.find((each) => each.place.file !== server.place.file);
      if (other !== undefined) {
        const details = { protocol: names[server.protocol], host: hostPort(server), other: hostPort(other) };
        losses.push(loss('import.disagree-server', { ...details, place: describePlaceOf(other.place) }, server.place));
      }
      if (known.every((each) => each.place.file !== server.place.file) && known.length < 2)
        firsts.set(server.protocol, [...known, server]);
      merged.set(key(server), { ...server, logins: [{ said: server.login, owner: server.owner }] });
      continue;
    }
    if (same.security !== server.security) {
      const details = {
        what: `${names[server.protocol]} ${hostPort(server)}`,
        value: server.security,
        other: same.security,
      };
      losses.push(loss('import.disagree', { ...details, place: describePlaceOf(same.place) }, server.place));
    }
    if (same.place.file === server.place.file && same.security === server.security && sameLogin(same, server))
      losses.push(loss('import.repeated', { what: names[server.protocol], value: hostPort(server) }, server.place));
    same.logins.push({ said: server.login, owner: server.owner });
  }
  return [...merged.values()];
}

function sameLogin(one: SaidServer, other: SaidServer): boolean {
  return JSON.stringify(one.login?.value) === JSON.stringify(other.login?.value);
}

const names = { imap: 'IMAP', pop3: 'POP3', smtp: 'SMTP' } as const;

function hostPort({ host, port, protocol, security }: SaidServer): string {
  return `${host.toLowerCase()}:${port ?? defaultPorts[protocol][security]}`;
}

function key(server: SaidServer): string {
  return `${server.protocol} ${hostPort(server)}`;
}
