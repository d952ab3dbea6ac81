import { asciiHost } from '../model/address.ts';
import { portsOf } from '../model/ports.ts';
import { defaultPorts, type Profile, type ProfileServer } from '../profile/profile.ts';
import { NONE } from '../profile/schema-parts.ts';
import { type Finding, type Path, warning } from './finding.ts';

type Protocol = keyof typeof defaultPorts;
type Security = keyof (typeof defaultPorts)[Protocol];

/** A server of a profile, whatever it is for. */
interface Told {
  readonly path: Path;
  readonly protocol: Protocol;
  readonly host: string;
  /** As the profile says it; the usual one fits by itself. */
  readonly port: number | undefined;
  readonly security: Security;
  readonly authentication: readonly string[];
  readonly allowPlainText: boolean;
  readonly login: string | undefined;
}

/** What contradicts itself in one server, and what two of one list say against each other. */
export function serverFindings(profile: Profile): Finding[] {
  const lists = serverLists(profile);
  return [
    ...lists
      .flat()
      .flatMap((server) => [...portFindings(server), ...hostFindings(server), ...plainTextFindings(server)]),
    ...lists.flatMap(twiceFindings),
  ];
}

type Entry = ProfileServer;

/** Those of the provider, and those that a domain has in their place. */
function serverLists(profile: Profile): Told[][] {
  const own = profile.domains.map((entry, index) =>
    typeof entry === 'string' ? [] : listsOf(entry, ['domains', index]),
  );
  return [...listsOf(profile, []), ...own.flat()];
}

type Holder = Pick<Profile, 'incoming' | 'outgoing' | 'directory'>;
type OrNone<Services> = { readonly [Name in keyof Services]: Services[Name] | typeof NONE };

function listsOf({ incoming, outgoing, directory }: OrNone<Holder>, path: Path): Told[][] {
  const unlessNone = <T>(value: T | typeof NONE | undefined) => (value === NONE ? undefined : value);
  const at = (...steps: Path) => [...path, ...steps];
  const ldap = unlessNone(directory);
  return [
    (unlessNone(incoming) ?? []).map((entry, index) => told(entry, entry.protocol, at('incoming', index))),
    (unlessNone(outgoing) ?? []).map((entry, index) => told(entry, 'smtp', at('outgoing', index))),
    ldap === undefined ? [] : [told(ldap, 'ldap', at('directory'))],
  ];
}

function told(entry: Omit<Entry, 'authentication'> & Partial<Entry>, protocol: Protocol, path: Path): Told {
  const { host, port, security, authentication = ['password'], allowPlainText = false, login } = entry;
  return { path, protocol, host, port, security, authentication, allowPlainText, login };
}

const names = { imap: 'IMAP', pop3: 'POP3', smtp: 'SMTP', ldap: 'LDAP' } as const satisfies Record<Protocol, string>;

/** Of 219 servers in Mozilla's database four are at a port of another protocol, or one that begins otherwise: all are slips. */
function portFindings({ path, protocol, port, security, authentication }: Told): Finding[] {
  if (port === undefined) return [];
  const found = (problem: Finding['problem']) => [{ problem, path: [...path, 'port'] }];
  const usual = defaultPorts[protocol][security];
  const other = protocols.find(
    (each) => each !== protocol && (begins('tls', each, port) || begins('clear', each, port)),
  );
  if (other !== undefined) {
    const details = { port, other: names[other], protocol: names[protocol], usual };
    return found(warning('warning.port-of-another', details));
  }
  if (security === 'tls' && begins('clear', protocol, port))
    return found(warning('warning.port-starts-plain', { port, usual }));
  if (security !== 'tls' && begins('tls', protocol, port))
    return found(warning('warning.port-starts-tls', { port, security, usual }));
  // A relay that knows its people by their network listens there, and asks for nothing.
  if (port === 25 && authentication.some((each) => each !== 'none'))
    return found(warning('warning.port-between-servers', {}));
  return [];
}

function begins(how: 'tls' | 'clear', protocol: Protocol, port: number): boolean {
  const known: readonly number[] = portsOf[protocol][how];
  return known.includes(port);
}

const protocols = ['imap', 'pop3', 'smtp', 'ldap'] as const satisfies readonly Protocol[];

/** `smtp.example.org` among the servers for reading. (None of the 219.) */
function hostFindings({ path, protocol, host }: Told): Finding[] {
  const [, named] = /^(imap|pop|pop3|smtp|ldap)s?[-.\d]/i.exec(host) ?? [];
  const other = protocols.find((each) => each === named?.toLowerCase().replace(/^pop$/, 'pop3'));
  if (other === undefined || other === protocol) return [];
  const details = { value: host, other: names[other], protocol: names[protocol] };
  return [{ problem: warning('warning.host-of-another', details), path: [...path, 'host'] }];
}

function plainTextFindings({ path, protocol, security, authentication, allowPlainText }: Told): Finding[] {
  if (!allowPlainText) return [];
  const found = (problem: Finding['problem']) => [{ problem, path: [...path, 'allowPlainText'], part: 'key' as const }];
  if (security !== 'none') return found(warning('warning.plain-text-unused', { security }));
  // What one looks up in a directory is worth protecting without a password too.
  return protocol !== 'ldap' && authentication.every((each) => each === 'none')
    ? found(warning('warning.plain-text-no-password', {}))
    : [];
}

/** A server that is there twice, or a port of which two ways to begin are told. */
function twiceFindings(list: readonly Told[]): Finding[] {
  const before = new Map<string, Told[]>();
  return list.flatMap((server) => {
    const alike = before.get(hostAndPort(server)) ?? [];
    const earlier = alike.find((each) => clash(each, server));
    // Of those that say the same, the first is enough.
    if (earlier === undefined || !same(earlier, server)) before.set(hostAndPort(server), [...alike, server]);
    if (earlier === undefined) return [];
    if (same(earlier, server)) return [{ problem: warning('warning.server-twice', {}), path: server.path }];
    const details = { host: server.host, port: portOf(server), other: earlier.security };
    return [{ problem: warning('warning.port-twice', details), path: [...server.path, 'security'] }];
  });
}

function clash(one: Told, other: Told): boolean {
  return same(one, other) || (one.security === 'tls') !== (other.security === 'tls');
}

function same(one: Told, other: Told): boolean {
  const facts = ({ protocol, security, authentication, login }: Told) =>
    JSON.stringify([protocol, security, authentication, login]);
  return facts(one) === facts(other);
}

function hostAndPort(server: Told): string {
  return `${asciiHost(server.host) ?? server.host}:${portOf(server)}`;
}

function portOf({ protocol, port, security }: Told): number {
  return port ?? defaultPorts[protocol][security];
}
