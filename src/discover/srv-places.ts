import type { SaidServer, Testimony } from '../import/testimony.ts';
import { asciiHost } from '../model/address.ts';
import type { DnsValues } from '../net/net.ts';
import type { FoundServer } from './answers.ts';
import { dnsTrouble } from './failures.ts';
import { type Errand, emptyAnswer, type FoundAnswer } from './place-answer.ts';
import { discoverProblem } from './words.ts';

/* SRV records for mail and groupware (RFC 6186, RFC 8314 § 5.1, RFC 5804, RFC 8620 § 2.2, RFC 6764). They know no login. */

interface Service {
  readonly name: string;
  readonly protocol: FoundServer['protocol'];
  readonly security: NonNullable<FoundServer['security']>;
  /** Where it is asked over HTTP without a TXT record. */
  readonly path?: string;
}

const SERVICES: readonly Service[] = [
  { name: '_imaps', protocol: 'imap', security: 'tls' },
  { name: '_imap', protocol: 'imap', security: 'starttls' },
  { name: '_pop3s', protocol: 'pop3', security: 'tls' },
  { name: '_pop3', protocol: 'pop3', security: 'starttls' },
  { name: '_submissions', protocol: 'smtp', security: 'tls' },
  { name: '_submission', protocol: 'smtp', security: 'starttls' },
  { name: '_sieve', protocol: 'managesieve', security: 'starttls' },
  { name: '_jmap', protocol: 'jmap', security: 'tls', path: '/.well-known/jmap' },
  { name: '_caldavs', protocol: 'caldav', security: 'tls', path: '/.well-known/caldav' },
  { name: '_caldav', protocol: 'caldav', security: 'none', path: '/.well-known/caldav' },
  { name: '_carddavs', protocol: 'carddav', security: 'tls', path: '/.well-known/carddav' },
  { name: '_carddav', protocol: 'carddav', security: 'none', path: '/.well-known/carddav' },
];

/** More of one service are no answer to a question, but work for whoever asks. */
export const MOST_RECORDS = 20;

export function srvPlaces(errand: Errand): Promise<FoundAnswer>[] {
  return SERVICES.map((service) => srvPlace(errand, service));
}

async function srvPlace({ net, subject: { domain } }: Errand, service: Service): Promise<FoundAnswer> {
  const name = `${service.name}._tcp.${domain}`;
  const spot = { mechanism: 'srv', source: name } as const;
  const isDav = service.protocol === 'caldav' || service.protocol === 'carddav';
  const [answer, text] = await Promise.all([net.dns(name, 'SRV'), isDav ? net.dns(name, 'TXT') : undefined]);
  if (answer.status === 'failed') return emptyAnswer(spot, 'failed', 'C', dnsTrouble(name, answer.failure));
  if (answer.status === 'none') return emptyAnswer(spot, 'none', 'C');
  const trust = answer.authentic ? 'B' : 'C';
  const path = text?.status === 'found' ? pathIn(text.records) : undefined;
  const sorted = inOrder(answer.records);
  if (sorted.every(({ target }) => target === ''))
    return emptyAnswer(spot, 'none', trust, discoverProblem('discover.srv-denied', {}));
  const looked = sorted.slice(0, MOST_RECORDS);
  const odd = looked.find(({ target, port }) => target !== '' && (asciiHost(target) === undefined || port === 0));
  const servers = looked.flatMap((record) => serverOf(service, record, path));
  if (servers.length === 0)
    return emptyAnswer(
      spot,
      'wrong',
      trust,
      discoverProblem('discover.srv-target', { value: `${odd?.target}:${odd?.port}` }),
    );
  const problem =
    odd !== undefined
      ? discoverProblem('discover.srv-target', { value: `${odd.target}:${odd.port}` })
      : sorted.length > MOST_RECORDS
        ? discoverProblem('discover.srv-many', { count: sorted.length, most: MOST_RECORDS })
        : undefined;
  return {
    ...emptyAnswer(spot, 'none', trust),
    status: 'found',
    servers,
    problem,
    testimony: testimonyOfRecords(`[${trust}] ${name}`, servers),
  };
}

/** Smallest priority first; of one priority the greatest weight, which most clients would draw first (RFC 2782). */
export function inOrder(records: readonly DnsValues['SRV'][]): DnsValues['SRV'][] {
  return records.toSorted((one, other) => one.priority - other.priority || other.weight - one.weight);
}

function serverOf(
  { protocol, security, path }: Service,
  { priority, weight, port, target }: DnsValues['SRV'],
  own = path,
): FoundServer[] {
  const host = asciiHost(target);
  if (host === undefined || port === 0) return [];
  const scheme = security === 'tls' ? 'https' : 'http';
  const url = own === undefined ? undefined : new URL(own, `${scheme}://${host}:${port}/`).href;
  return [
    {
      protocol,
      host,
      port,
      security,
      authentication: [],
      login: undefined,
      priority,
      weight,
      ...(url !== undefined && { url }),
    },
  ];
}

/** `path=/dav/` (RFC 6764 § 4); anything that is no path by itself is none. */
function pathIn(records: readonly string[]): string | undefined {
  return records.flatMap((text) => /^path=(\/(?!\/)[\x21-\x7e]*)$/i.exec(text)?.[1] ?? [])[0];
}

const MAIL: ReadonlySet<string> = new Set(['imap', 'pop3', 'smtp']);

/** Who goes by SRV takes the address for the login (RFC 6186 § 4). */
function testimonyOfRecords(file: string, servers: readonly FoundServer[]): Testimony {
  const place = { file };
  const login = { value: { rule: '{address}' }, place };
  const mail = servers.flatMap(({ protocol, host, port, security = 'tls' }): SaidServer[] =>
    // The set has seen to it.
    MAIL.has(protocol)
      ? [{ protocol: protocol as SaidServer['protocol'], host, port, security, authentication: [], login, place }]
      : [],
  );
  const dav = (wanted: FoundServer['protocol']) => {
    const url = servers.find(({ protocol, security }) => protocol === wanted && security === 'tls')?.url;
    return url === undefined ? undefined : { url, login, place };
  };
  return { file, servers: mail, calendar: dav('caldav'), contacts: dav('carddav'), losses: [] };
}
