import type { Authentication, IncomingServer, OutgoingServer, Security } from '../../account.ts';
import { defineClient, defineFormat } from '../client.ts';

const socketType = { tls: 'SSL', starttls: 'STARTTLS', none: 'plain' } as const satisfies Record<Security, string>;

const authenticationValue = {
  password: 'password-cleartext',
  'cram-md5': 'password-encrypted',
  ntlm: 'NTLM',
  gssapi: 'GSSAPI',
  oauth2: 'OAuth2',
  none: 'none',
} as const satisfies Record<Authentication, string>;

/** Thunderbird on computers: reads Mozilla's clientConfig, version 1.1. */
export const thunderbird = defineClient({
  id: 'thunderbird',
  title: 'Thunderbird',
  devices: ['windows', 'macos', 'linux'],
  formats: [
    defineFormat({
      id: 'config',
      template: 'thunderbird/config.xml',
      mediaType: 'text/xml; charset=utf-8',
      audience: 'server',
      support: [{ product: 'Thunderbird 140, 153', evidence: 'tested' }],
      purpose: (texts) => texts.thunderbird.config,
      fileName: () => 'config-v1.1.xml',
      context: ({ provider, domain, incoming, outgoing }) => ({
        id: domain,
        domains: [domain],
        displayName: provider.name,
        displayShortName: provider.shortName,
        incoming: incoming.map((server) => ({ type: server.protocol, ...common(server) })),
        outgoing: outgoing.map(common),
      }),
    }),
  ],
});

function common({ host, port, security, authentication, login }: IncomingServer | OutgoingServer) {
  return {
    hostname: host,
    port,
    socketType: socketType[security],
    authentication: authentication.map((each) => authenticationValue[each]),
    username: login,
  };
}
