import type { FoundServer, PlaceAnswer } from './answers.ts';
import type { DomainSubject } from './subject.ts';

/** A value that places do not agree on. */
export interface Disagreement {
  /** `imap.host`, `smtp.login` … */
  readonly field: string;
  readonly values: readonly { readonly value: string; readonly sources: readonly string[] }[];
}

type Protocol = FoundServer['protocol'];

/** A place, with what it would have clients use for one protocol. */
interface Opinion {
  readonly source: string;
  readonly servers: readonly FoundServer[];
}

/** Fields of a server, as they are compared. */
const FIELDS = {
  host: ({ host }) => host.toLowerCase(),
  port: ({ port }) => `${port ?? ''}`,
  security: ({ security }) => security ?? '',
  login: (server, subject) => loginShape(server.login, subject),
} as const satisfies Record<string, (server: FoundServer, subject: DomainSubject) => string>;

/**
 * Where places that were found say different things. Where there is a server that all of them name, they agree: some name more.
 * SRV records of one protocol are one place: a client takes all of them together.
 */
export function disagreements(answers: readonly PlaceAnswer[], subject: DomainSubject): Disagreement[] {
  const found = answers.filter(({ status }) => status === 'found');
  const protocols = [...new Set(found.flatMap(({ servers }) => servers.map(({ protocol }) => protocol)))];
  return protocols.flatMap((protocol) => {
    const opinions = opinionsOn(protocol, found);
    const shared = sharedServer(opinions, subject);
    // What all name, they name first for this comparison; what each says of it else may still differ.
    return (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).flatMap((name) => {
      if (shared && name !== 'login') return [];
      const field = FIELDS[name];
      const values = new Map<string, string[]>();
      for (const { source, servers } of opinions) {
        const [first] = servers;
        const value = first === undefined ? '' : field(first, subject);
        if (value !== '') values.set(value, [...(values.get(value) ?? []), source]);
      }
      return values.size < 2
        ? []
        : [{ field: `${protocol}.${name}`, values: Array.from(values, ([value, sources]) => ({ value, sources })) }];
    });
  });
}

function opinionsOn(protocol: Protocol, found: readonly PlaceAnswer[]): Opinion[] {
  const opinions = found.flatMap(({ mechanism, source, servers }) => {
    const own = servers.filter((server) => server.protocol === protocol);
    return own.length === 0 ? [] : [{ mechanism, source, servers: own }];
  });
  const records = opinions.filter(({ mechanism }) => mechanism === 'srv');
  const others = opinions.filter(({ mechanism }) => mechanism !== 'srv');
  if (records.length === 0) return others;
  const servers = records.flatMap((each) => each.servers).toSorted((one, other) => rank(one) - rank(other));
  return [...others, { source: records.map(({ source }) => source).join(', '), servers }];
}

/** Priorities are compared across the names of one protocol; of two that are alike, TLS from the beginning goes first (RFC 8314 § 5.1). */
function rank({ priority = 0, security }: FoundServer): number {
  return priority * 2 + (security === 'tls' ? 0 : 1);
}

function sharedServer(opinions: readonly Opinion[], subject: DomainSubject): boolean {
  const keys = opinions.map(
    ({ servers }) =>
      new Set(
        servers.map((server) =>
          [FIELDS.host, FIELDS.port, FIELDS.security]
            .map((field) => (field as (...given: [FoundServer, DomainSubject]) => string)(server, subject))
            .join(' '),
        ),
      ),
  );
  const [first, ...others] = keys;
  return first !== undefined && [...first].some((key) => others.every((other) => other.has(key)));
}

/** A login as a rule, whichever variables it is written with: what was answered for the address that was told is that address' rule. */
export function loginShape(login: string | undefined, { told }: DomainSubject): string {
  // Whoever names none leaves the address.
  if (login === undefined) return '{address}';
  const rule = login
    .replaceAll('%EMAILADDRESS%', '{address}')
    .replaceAll('%EMAILLOCALPART%', '{local}')
    .replaceAll('%EMAILDOMAIN%', told.domain);
  if (rule.toLowerCase() === told.text.toLowerCase() || rule === `{local}@${told.domain}`) return '{address}';
  const local = told.local.toLowerCase();
  const at = rule.toLowerCase().indexOf(local);
  return at < 0 ? rule : `${rule.slice(0, at)}{local}${rule.slice(at + local.length)}`;
}
