import type { Account } from '../model/account.ts';
import { type HostTable, issuerAt } from './host-table.ts';

/** The two whose own page nearly every program with windows opens, by their names, and the hosts that all those tables have (oauth2-hosts.ts of the clients). */
const known = {
  Google: { domains: ['gmail.com', 'googlemail.com'] },
  Microsoft: { domains: ['office365.com', 'outlook.com', 'hotmail.com'] },
} as const satisfies HostTable<string>;

/** On whose page a person signs in, whichever program they take; `undefined` where programs ask for servers, or for a password. */
export function knownIssuer({ incoming, outgoing, exchange }: Account): keyof typeof known | undefined {
  const services = incoming.length > 0 ? [...incoming, ...outgoing] : exchange === undefined ? [] : [exchange];
  const issuers = services.map(({ host, authentication }) =>
    authentication.includes('oauth2') ? issuerAt(known, host) : undefined,
  );
  const [first] = issuers;
  return issuers.every((each) => each === first) ? first : undefined;
}
