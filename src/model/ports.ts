/**
 * The ports of each protocol, the usual one first, by how a connection to them begins: with TLS, or in clear, where STARTTLS may follow (RFC 8314 §3, RFC 9051, RFC 1939,
 * RFC 6409, RFC 5321, RFC 4511; 3268 and 3269 are those of the global catalogue of Active Directory).
 */
export const portsOf = {
  imap: { tls: [993], clear: [143] },
  pop3: { tls: [995], clear: [110] },
  smtp: { tls: [465], clear: [587, 25] },
  ldap: { tls: [636, 3269], clear: [389, 3268] },
} as const satisfies Record<string, Record<'tls' | 'clear', readonly [number, ...number[]]>>;

/** Those for mail. */
export type MailProtocol = 'imap' | 'pop3' | 'smtp';

const CLEAR: ReadonlySet<unknown> = new Set((['imap', 'pop3', 'smtp'] as const).flatMap((each) => portsOf[each].clear));

/** Does a connection for mail to this port begin in clear? There, files that know TLS or none mean STARTTLS by TLS. */
export function beginsInClear(port: unknown): boolean {
  return CLEAR.has(port);
}

/** The usual port where this one cannot be right, because a connection to it begins in the other way; `undefined`: nothing is wrong with it. */
export function portInstead(protocol: MailProtocol, security: 'tls' | 'starttls', port: number): number | undefined {
  const { tls, clear } = portsOf[protocol];
  const [right, wrong]: readonly (readonly number[])[] = security === 'tls' ? [tls, clear] : [clear, tls];
  return wrong?.includes(port) ? right?.[0] : undefined;
}
