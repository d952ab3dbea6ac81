import { type ConfigServer, childOf, textOf } from '../../read/client-config-file.ts';
import type { ConfigFacts } from './config-facts.ts';
import { frames } from './frames.ts';
import type { ConfigRules } from './rules-of.ts';

/** Ports of each protocol by how a connection begins there (RFC 8314 §3, RFC 9051, RFC 1939, RFC 6409, RFC 5321). */
const ports = {
  imap: { SSL: [993], other: [143] },
  pop3: { SSL: [995], other: [110] },
  smtp: { SSL: [465], other: [587, 25] },
} as const satisfies Record<string, { SSL: readonly number[]; other: readonly number[] }>;

type MailType = keyof typeof ports;

function isMail(type: string): type is MailType {
  return Object.hasOwn(ports, type);
}

/** The servers for mail. */
function* mailServers({ config }: ConfigFacts): Generator<ConfigServer & { readonly type: MailType }> {
  for (const server of config?.servers ?? []) if (isMail(server.type)) yield { ...server, type: server.type };
}

/** Rules about each server by itself. */
export const serverRules: ConfigRules<'port-socket' | 'plain-socket' | 'plain-socket-android'> = {
  'port-socket': {
    severity: 'error',
    hurts: { thunderbird: 'no-connection', 'thunderbird-android': 'no-connection', evolution: 'no-connection' },
    source: 'RFC 8314 §3; Wen et al., Automatic Insecurity, NDSS 2025',
    bad: '<port>587</port><socketType>SSL</socketType>',
    good: '<port>465</port><socketType>SSL</socketType>',
    frame: frames.inSmtp,
    *find(facts) {
      for (const server of mailServers(facts)) {
        const [port, socket] = [Number(textOf(server, 'port')), textOf(server, 'socketType')];
        const { SSL, other } = ports[server.type];
        const [right, wrong] = socket === 'SSL' ? [SSL, other] : [other, SSL];
        if (socket === undefined || !(wrong as readonly number[]).includes(port)) continue;
        yield {
          at: childOf(server, 'port')?.at,
          field: 'port',
          number: server.number,
          type: server.type,
          port,
          socket,
          usual: right[0],
          other: socket === 'SSL' ? 'STARTTLS' : 'SSL',
        };
      }
    },
  },
  'plain-socket': {
    severity: 'error',
    hurts: { thunderbird: 'clear-text', evolution: 'clear-text', kmail: 'clear-text' },
    source: 'Tang et al., NDSS 2025',
    bad: '<port>143</port><socketType>plain</socketType>',
    good: '<port>993</port><socketType>SSL</socketType>',
    frame: frames.inImap,
    *find(facts) {
      for (const server of mailServers(facts))
        if (textOf(server, 'socketType') === 'plain')
          yield {
            at: childOf(server, 'socketType')?.at,
            field: 'socketType',
            number: server.number,
            type: server.type,
            usual: ports[server.type].SSL[0],
          };
    },
  },
  'plain-socket-android': {
    severity: 'error',
    hurts: { 'thunderbird-android': 'refuses-file' },
    source: 'Thunderbird for Android, RealAutoconfigParser.kt',
    bad: '<port>143</port><socketType>plain</socketType>',
    good: '<port>993</port><socketType>SSL</socketType>',
    frame: frames.inImap,
    *find(facts) {
      for (const server of mailServers(facts))
        if (server.type !== 'pop3' && textOf(server, 'socketType') === 'plain')
          yield {
            at: childOf(server, 'socketType')?.at,
            field: 'socketType',
            number: server.number,
            type: server.type,
          };
    },
  },
};
