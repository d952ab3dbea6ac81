import type { Account, Security } from '../model/account.ts';
import { bindName } from '../model/directory.ts';
import type { ServiceName } from '../model/service-names.ts';

/** A connection as a file has it. What its notation does not say is absent. */
export interface Connection {
  readonly service: ServiceName;
  readonly protocol?: string;
  readonly host?: string;
  readonly port?: number;
  /** `encrypted`: either way. */
  readonly security?: Security | 'encrypted';
  /** Absent where the file has none, which is right where nothing is proved. */
  readonly login?: string;
  /** The login is not proved, so none has to be there. */
  readonly open?: boolean;
}

/** What a file says of somebody. */
export interface Meaning {
  /** Of the mailbox; absent where the notation has no place for it. */
  readonly addresses?: readonly string[];
  readonly connections: readonly Connection[];
  /** What stands on a page to be read. */
  readonly text?: string;
  /** Where a page leads, as the page says it. */
  readonly links?: readonly string[];
}

/** Something that a file says otherwise than it is. `field`: as a profile calls it, with the service in front. */
export interface Difference {
  readonly field: string;
  /** Absent: nothing. */
  readonly found?: string;
  /** Absent: the person does not have it. */
  readonly wanted?: string;
}

/** Where what a file says is not so. */
export function differencesOf({ addresses, connections }: Meaning, account: Account): Difference[] {
  const { address } = account;
  const wrong = (addresses ?? []).filter((found) => found !== address).map((found) => ({ found }));
  const none = addresses?.length === 0 ? [{}] : [];
  return [
    ...[...wrong, ...none].map((each) => ({ field: 'address', ...each, wanted: address })),
    ...connections.flatMap((connection) => differencesAt(connection, account)),
  ];
}

const FIELDS = ['protocol', 'host', 'port', 'security', 'login'] as const;

/** Held against the server of the account that is most like it: what differs there is what is wrong. */
function differencesAt(said: Connection, account: Account): Difference[] {
  const { service } = said;
  const compared = connectionsOf(service, account).map((wanted) =>
    FIELDS.flatMap((name) => {
      const field = `${service}.${name}`;
      const found = said[name];
      if (found === undefined && (name !== 'login' || said.open === true || wanted.login === undefined)) return [];
      if (found === wanted[name] || (found === 'encrypted' && wanted.security !== 'none')) return [];
      return [{ field, ...(found !== undefined && { found: String(found) }), wanted: String(wanted[name] ?? '') }];
    }),
  );
  const [nearest, ...others] = compared;
  if (nearest === undefined) return [{ field: service, found: said.host ?? said.login ?? service }];
  return others.reduce((least, each) => (each.length < least.length ? each : least), nearest);
}

function connectionsOf(service: ServiceName, account: Account): Omit<Connection, 'open'>[] {
  switch (service) {
    case 'incoming':
    case 'outgoing':
      return account[service].map(({ protocol, host, port, security, login }) => ({
        ...{ service, protocol, host, port, security, login },
      }));
    case 'calendar':
    case 'contacts': {
      const dav = account[service];
      if (dav === undefined) return [];
      const { hostname, port } = new URL(dav.url);
      return [{ service, host: hostname, port: Number(port || 443), security: 'tls', login: dav.login }];
    }
    case 'exchange': {
      const { exchange } = account;
      return exchange === undefined ? [] : [{ service, host: exchange.host, security: 'tls', login: exchange.login }];
    }
    case 'directory': {
      const lookup = account[service];
      if (lookup === undefined) return [];
      const { host, port, security } = lookup;
      const login = bindName(lookup);
      return [{ service, host, port, security, ...(login !== undefined && { login }) }];
    }
  }
}
