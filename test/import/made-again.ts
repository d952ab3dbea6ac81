import type { Account, Server } from '../../src/model/account.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { resolve } from '../../src/resolve/resolve.ts';

/** The account of the same person by an imported profile; a login that no rule gives is said. */
export function again(profile: Profile, { address, incoming, outgoing }: Account): Account {
  const login = incoming[0]?.login;
  const [first] = outgoing;
  const logins = { incoming: login, outgoing: first?.login };
  const given = Object.fromEntries(Object.entries(logins).filter(([, each]) => each !== undefined));
  const person = { address };
  try {
    return resolve(person, [profile]).account;
  } catch {
    // `login: ask`.
    return resolve({ ...person, logins: given }, [profile]).account;
  }
}

/** What a program needs to know of a server. */
export function meaning({ host, port, security, login, authentication }: Server) {
  return { host, port, security, login, authentication };
}
