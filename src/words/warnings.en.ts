import { source } from './words.ts';

export const en = source({
  /** How a warning is told from a mistake. */
  named: 'warning: {text}',
  problems: {
    'warning.port-starts-plain':
      'on port {port} a connection begins in clear and STARTTLS protects it, but security is tls: write starttls, or port {usual}',
    'warning.port-starts-tls':
      'on port {port} TLS begins with the connection, but security is {security}: write tls, or port {usual}',
    'warning.port-of-another': 'port {port} belongs to {other}, and this server speaks {protocol}: write port {usual}',
    'warning.port-between-servers':
      'port 25 is for mail from server to server, and many networks let nobody else use it: name port 587 with starttls, or 465 with tls',
    'warning.host-of-another':
      '“{value}” is called like a server for {other}, and this one speaks {protocol}: see whether it is the right host',
    'warning.server-twice': 'this server stands in the list already: remove it',
    'warning.port-twice':
      '{host}:{port} stands in the list already with security {other}, and one port cannot have both: correct one of them, or remove it',
    'warning.plain-text-unused':
      'with security {security} nothing is sent in clear, so allowPlainText permits nothing: remove it',
    'warning.plain-text-no-password':
      'this server asks for no password, so there is none to permit in clear: remove allowPlainText',
    'warning.oauth2-unused':
      'no server signs in by OAuth 2.0, so nobody uses this: add oauth2 to the authentication of those that do, or remove it',
    'warning.example':
      'the example is nobody of this provider: give an address in one of its domains, or a login that its rules give',
    'warning.login-is-address':
      'whoever types “{value}”, a login of this rule, is taken for the mailbox with that address, because {domain} is a mail domain too, where it has another login: take that domain out, or have people type their address',
    'warning.login-below-wildcard':
      'whoever types “{value}”, a login of this rule, is taken for a mailbox with that address, because {domain} stands for {realm} too: list the mail domains by name instead, or list {realm} as well where it is one',
    'warning.reserved-name':
      '“{value}” is a name for examples (RFC 2606, RFC 5737), where nobody has a server: write your own',
    'warning.reserved-identifier':
      '“{value}” is the identifier of an example, and others have it too, though it must be unique: write your domain backwards, such as {suggestion}',
    'warning.authority-nameless':
      'this certificate has no common name, so devices list the authority without a name: have it issued anew with one',
    'warning.authority-digest':
      'this certificate is signed with {value}, which devices no longer trust: have it issued anew with SHA-256',
    'warning.authority-key':
      'the RSA key of this certificate has {bits} bits, and devices trust none below 2048: have it issued anew with a longer key',
    'warning.authority-ended':
      'this certificate ended on {date}, so devices trust no server by it: put the new one in its place',
    'warning.authority-ends-soon':
      'this certificate ends on {date}, and devices trust no server by it from then on: put the new one in its place in time',
    'warning.authority-not-yet':
      'this certificate holds from {date} on, and devices trust no server by it before: wait, or use the one that holds today',
    'warning.more': 'and {count} more warnings: see to those above first',
  },
});
