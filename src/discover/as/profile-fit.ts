import type { Account, MailServer } from '../../model/account.ts';
import type { EndServer, LookUpEnd } from './look-up.ts';

/** Where what a program has found is not what the account has. */
export interface FitFault {
  readonly direction: 'incoming' | 'outgoing';
  readonly field: 'missing' | 'host' | 'port' | 'security' | 'authentication' | 'login';
  readonly found: string;
  readonly wanted: string;
}

/** Held against the account: of its servers the one that is most like. @returns `undefined` where the program has found nothing to hold against it */
export function faultsAgainst({ incoming, outgoing }: LookUpEnd, account: Account): FitFault[] | undefined {
  if (incoming === undefined && outgoing === undefined) return undefined;
  return [...faultsOf('incoming', incoming, account.incoming), ...faultsOf('outgoing', outgoing, account.outgoing)];
}

function faultsOf(
  direction: FitFault['direction'],
  found: EndServer | undefined,
  servers: readonly MailServer[],
): FitFault[] {
  const [first] = servers;
  if (first === undefined) return [];
  if (found === undefined) return [{ direction, field: 'missing', found: '', wanted: `${first.host}:${first.port}` }];
  // An Exchange account reads and sends by itself, and is no server of this list.
  if (found.protocol === 'exchange') return [];
  const candidates = servers.map((server) => differences(direction, found, server));
  return candidates.toSorted((one, other) => one.length - other.length)[0] ?? [];
}

function differences(direction: FitFault['direction'], found: EndServer, server: MailServer): FitFault[] {
  const fault = (field: FitFault['field'], given: string | number | undefined, wanted: string | number): FitFault => ({
    direction,
    field,
    found: given === undefined ? '–' : String(given),
    wanted: String(wanted),
  });
  const login = (found.tries ?? [found.login]).includes(server.login);
  const way = found.authentication;
  return [
    ...(found.host.toLowerCase() === server.host ? [] : [fault('host', found.host, server.host)]),
    ...(found.port === server.port ? [] : [fault('port', found.port, server.port)]),
    ...(found.security === server.security ? [] : [fault('security', found.security, server.security)]),
    ...(login ? [] : [fault('login', found.login, server.login)]),
    ...(way === undefined || server.authentication.some((each) => each === way)
      ? []
      : [fault('authentication', way, server.authentication.join(', '))]),
  ];
}
