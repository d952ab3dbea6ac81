/** Ports of each protocol by how a connection begins there (RFC 8314 §3, RFC 9051, RFC 1939, RFC 6409, RFC 5321). */
const ports = {
  imap: { tls: [993], starttls: [143] },
  pop3: { tls: [995], starttls: [110] },
  smtp: { tls: [465], starttls: [587, 25, 24] },
} as const;

export type MailProtocol = keyof typeof ports;

/** The port that the file should have in the place of one on which a connection does not begin like this; `undefined`: nothing is wrong with it. */
export function portInstead(protocol: MailProtocol, security: 'tls' | 'starttls', port: number): number | undefined {
  const other = security === 'tls' ? 'starttls' : 'tls';
  const wrong: readonly number[] = ports[protocol][other];
  return wrong.includes(port) ? ports[protocol][security][0] : undefined;
}
