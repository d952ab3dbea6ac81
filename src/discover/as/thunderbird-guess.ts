import { type Heard, hearPorts, type Port, portPlace } from './heard-ports.ts';
import type { Diary, EndPair, EndServer } from './look-up.ts';
import { remark } from './words.ts';

/** Hosts that are tried, and how one signs in. */
export interface Guess {
  readonly hosts: { readonly incoming: readonly Named[]; readonly outgoing: readonly string[] };
  readonly login: string;
  /** Where it is not left to what the server offers. */
  readonly authentication?: 'password';
}

interface Named {
  readonly host: string;
  readonly protocols: readonly ('imap' | 'pop3')[];
}

/** Names made of the domain (GuessConfig.sys.mjs, `_hostnamesToTry`). */
export function guessedHosts(domain: string): Guess['hosts'] {
  return {
    incoming: [
      { host: `imap.${domain}`, protocols: ['imap'] },
      { host: `pop3.${domain}`, protocols: ['pop3'] },
      { host: `pop.${domain}`, protocols: ['pop3'] },
      { host: `mail.${domain}`, protocols: ['imap', 'pop3'] },
      { host: domain, protocols: ['imap', 'pop3'] },
    ],
    outgoing: [`smtp.${domain}`, `mail.${domain}`, domain],
  };
}

/**
 * Looks at the usual ports of hosts: everything protected before everything that is not, IMAP before POP3, TLS before STARTTLS, and then the order of the hosts (153:
 * `sortTriesByPreference`). Both directions have to be found. Certificates have to be good; for STARTTLS none is seen, because it does not begin TLS.
 */
export async function guessServers(
  diary: Diary,
  { hosts, login, authentication }: Guess,
): Promise<EndPair | undefined> {
  const incoming = sorted(
    hosts.incoming.flatMap(({ host, protocols }) =>
      protocols.flatMap((protocol) => tries(protocol, host, incomingPorts[protocol])),
    ),
  );
  const outgoing = sorted(hosts.outgoing.flatMap((host) => tries('smtp', host, smtpPorts)));
  const heard = await hearPorts(diary.asked, [...incoming, ...outgoing]);
  const first = (ports: readonly Port[]) => heard.find(({ port, said }) => said !== undefined && ports.includes(port));
  const [receives, sends] = [first(incoming), first(outgoing)];
  const pair = { incoming: receives && asServer(receives), outgoing: sends && asServer(sends) };
  const answering = heard.filter(({ got }) => !quiet.has(got.code));
  diary.step(
    remark('asks-ports', { count: heard.length, hosts: [...new Set(heard.map(({ port }) => port.host))].join(', ') }),
    answering.map(portPlace),
    receives === undefined || sends === undefined ? remark('then-guess-fails', {}) : remark('then-guesses', { login }),
  );
  return receives === undefined || sends === undefined ? undefined : pair;

  function asServer({ port, said = '' }: Heard): EndServer {
    return { ...port, authentication: authentication ?? offered(port.protocol, said), login };
  }
}

/** Not worth a line each. */
const quiet: ReadonlySet<string> = new Set(['port-no-name', 'port-closed', 'port-silent']);

const incomingPorts = {
  imap: [
    ['starttls', 143],
    ['tls', 993],
    ['none', 143],
  ],
  pop3: [
    ['starttls', 110],
    ['tls', 995],
    ['none', 110],
  ],
} as const;

const smtpPorts = [
  ['starttls', 587],
  ['starttls', 25],
  ['tls', 465],
  ['none', 587],
  ['none', 25],
] as const;

function tries(
  protocol: Port['protocol'],
  host: string,
  ports: readonly (readonly [Port['security'], number])[],
): Port[] {
  return ports.map(([security, port]) => ({ protocol, host, port, security }));
}

function sorted(ports: readonly Port[]): Port[] {
  const rank = ({ protocol, security }: Port) =>
    (security === 'none' ? 4 : 0) + (protocol === 'pop3' ? 2 : 0) + (security === 'starttls' ? 1 : 0);
  return ports.toSorted((one, other) => rank(one) - rank(other));
}

/** The first of these that the server offers (`_advertisesAuthMethods`). */
function offered(protocol: Port['protocol'], said: string): string {
  const prefix = { imap: 'AUTH=', pop3: '', smtp: 'AUTH.*' }[protocol];
  const offers = (name: string) => new RegExp(`${prefix}${name}`).test(said);
  if (offers('GSSAPI')) return 'gssapi';
  if (offers('CRAM-MD5')) return 'cram-md5';
  return offers('(?:NTLM|MSN)') ? 'ntlm' : 'password';
}
