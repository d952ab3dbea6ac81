import { portInstead, portsOf } from '../../model/ports.ts';
import { childOf, textOf } from '../../read/client-config-file.ts';
import { filledHost, isHostName, isIpAddress } from './config-hosts.ts';
import { type ConfigMailServer, inServer, mailServers, mailTypes, protection } from './config-servers.ts';
import { frames } from './frames.ts';
import type { ConfigRules } from './rules-of.ts';

type Names =
  | 'host-missing'
  | 'host-syntax'
  | 'placeholder-in-host'
  | 'port-missing'
  | 'port-socket'
  | 'port-of-other-service'
  | 'port-unusual'
  | 'socket-unknown'
  | 'plain-socket'
  | 'plain-socket-android';

/** Rules about how a server is reached. */
export const connectionRules: ConfigRules<Names> = {
  'host-missing': {
    severity: 'error',
    hurts: {
      thunderbird: 'skips-server',
      'thunderbird-android': 'refuses-file',
      evolution: 'no-connection',
      fairemail: 'refuses-file',
      'delta-chat': 'skips-server',
    },
    source:
      'Thunderbird, readFromXML.sys.mjs; Thunderbird for Android, RealAutoconfigParser.kt; FairEmail, EmailProvider.java; Delta Chat, auto_mozilla.rs',
    bad: frames.servers.imap.replace(/ *<hostname>.*\n/, ''),
    good: frames.servers.imap,
    frame: frames.incoming,
    *find(facts) {
      for (const server of mailServers(facts))
        if (childOf(server, 'hostname') === undefined) yield inServer(server, 'hostname');
    },
  },
  'host-syntax': {
    severity: 'error',
    hurts: { thunderbird: 'skips-server', 'thunderbird-android': 'refuses-file', evolution: 'no-connection' },
    source: 'Thunderbird, InputSanitizer.sys.mjs; Thunderbird for Android, RealAutoconfigParser.kt',
    bad: '<hostname>imap_1.example.org</hostname>',
    good: '<hostname>imap1.example.org</hostname>',
    frame: frames.inImap,
    *find(facts) {
      for (const server of mailServers(facts)) {
        const host = textOf(server, 'hostname') ?? '';
        const filled = filledHost(host);
        if (host !== '' && !isHostName(filled) && !isIpAddress(filled))
          yield { ...inServer(server, 'hostname'), value: host };
      }
    },
  },
  'placeholder-in-host': {
    severity: 'warning',
    hurts: { geary: 'no-connection', fairemail: 'no-connection', aerc: 'no-connection', himalaya: 'no-connection' },
    source:
      'FairEmail, EmailProvider.java; Geary, accounts-autoconfig.vala; aerc, lib/autoconfig: none replaces it in a host',
    bad: '<hostname>imap.%EMAILDOMAIN%</hostname>',
    good: '<hostname>imap.example.org</hostname>',
    frame: frames.inImap,
    *find(facts) {
      for (const server of mailServers(facts)) {
        const host = textOf(server, 'hostname') ?? '';
        if (host.includes('%')) yield { ...inServer(server, 'hostname'), value: host };
      }
    },
  },
  'port-missing': {
    severity: 'error',
    hurts: {
      thunderbird: 'asks',
      'thunderbird-android': 'refuses-file',
      evolution: 'no-connection',
      kmail: 'skips-server',
      fairemail: 'refuses-file',
      'delta-chat': 'skips-server',
    },
    source:
      'Thunderbird, readFromXML.sys.mjs (a server for sending is left out); Thunderbird for Android, RealAutoconfigParser.kt; KMail, serverconfiguration.cpp; FairEmail, EmailProvider.java',
    bad: '<port>imaps</port>',
    good: '<port>993</port>',
    frame: frames.inImap,
    *find(facts) {
      for (const server of mailServers(facts)) {
        if (portOf(server) === undefined)
          yield {
            ...inServer(server, 'port'),
            value: textOf(server, 'port') ?? '',
            usual: portsOf[server.type].tls[0],
          };
      }
    },
  },
  'port-socket': {
    severity: 'error',
    hurts: { thunderbird: 'no-connection', 'thunderbird-android': 'no-connection', evolution: 'no-connection' },
    source: 'RFC 8314 §3; Wen et al., Automatic Insecurity, NDSS 2025',
    bad: '<port>587</port><socketType>SSL</socketType>',
    good: '<port>465</port><socketType>SSL</socketType>',
    frame: frames.inSmtp,
    *find(facts) {
      for (const server of mailServers(facts)) {
        const [port, socket] = [portOf(server), textOf(server, 'socketType')];
        if (port === undefined || socket === undefined || protection(socket) < 0) continue;
        const usual = portInstead(server.type, socket === 'SSL' ? 'tls' : 'starttls', port);
        if (usual === undefined) continue;
        yield {
          ...inServer(server, 'port'),
          port,
          socket,
          usual,
          other: socket === 'SSL' ? 'STARTTLS' : 'SSL',
        };
      }
    },
  },
  'port-of-other-service': {
    severity: 'error',
    hurts: { thunderbird: 'no-connection', 'thunderbird-android': 'no-connection', evolution: 'no-connection' },
    source: 'RFC 8314 §3, RFC 9051, RFC 1939, RFC 6409; Wen et al., Automatic Insecurity, NDSS 2025',
    bad: `${frames.servers.imap}\n${frames.servers.pop3.replace('995', '993')}`,
    good: `${frames.servers.imap}\n${frames.servers.pop3}`,
    frame: frames.incoming,
    *find(facts) {
      for (const server of mailServers(facts)) {
        const port = portOf(server);
        const owner = port === undefined ? undefined : ownerOf(port);
        if (port !== undefined && owner !== undefined && owner !== server.type)
          yield { ...inServer(server, 'port'), port, owner, usual: usualFor(server) };
      }
    },
  },
  'port-unusual': {
    severity: 'note',
    hurts: { outlook: 'no-connection', apple: 'no-connection', pacc: 'skips-server' },
    source:
      'Apple, com.apple.mail.managed; MS-OXDSCLI; the drafts of PACC: what is derived for these cannot say STARTTLS there, or no port at all',
    bad: '<port>9930</port>',
    good: '<port>993</port>',
    frame: frames.inImap,
    *find(facts) {
      for (const server of mailServers(facts)) {
        const port = portOf(server);
        if (port !== undefined && ownerOf(port) === undefined)
          yield { ...inServer(server, 'port'), port, usual: usualFor(server) };
      }
    },
  },
  'socket-unknown': {
    severity: 'error',
    hurts: {
      thunderbird: 'skips-server',
      'thunderbird-android': 'refuses-file',
      aerc: 'misreads',
      evolution: 'clear-text',
      geary: 'clear-text',
      'nextcloud-mail': 'clear-text',
    },
    source:
      'Thunderbird, readFromXML.sys.mjs; Thunderbird for Android, RealAutoconfigParser.kt; aerc, lib/autoconfig (takes STARTTLS); Evolution, e-mail-autoconfig.c, Geary, accounts-autoconfig.vala, and Nextcloud Mail, IspDb.php (start without TLS)',
    bad: '<socketType>TLS</socketType>',
    good: '<socketType>SSL</socketType>',
    frame: frames.inImap,
    *find(facts) {
      for (const server of mailServers(facts)) {
        const socket = textOf(server, 'socketType');
        if (socket !== '' && protection(socket) < 0) yield { ...inServer(server, 'socketType'), value: socket ?? '' };
      }
    },
  },
  'plain-socket': {
    severity: 'error',
    hurts: {
      thunderbird: 'clear-text',
      evolution: 'clear-text',
      kmail: 'clear-text',
      geary: 'clear-text',
      'delta-chat': 'clear-text',
      'nextcloud-mail': 'clear-text',
    },
    source: 'Wen et al., Automatic Insecurity, and Tang et al., A Multifaceted Study on the Use of TLS, NDSS 2025',
    bad: '<port>143</port><socketType>plain</socketType>',
    good: '<port>993</port><socketType>SSL</socketType>',
    frame: frames.inImap,
    *find(facts) {
      for (const server of mailServers(facts))
        if (textOf(server, 'socketType') === 'plain')
          yield { ...inServer(server, 'socketType'), usual: portsOf[server.type].tls[0] };
    },
  },
  'plain-socket-android': {
    severity: 'error',
    hurts: { 'thunderbird-android': 'refuses-file' },
    source: 'Thunderbird for Android, RealAutoconfigParser.kt: a plain server of IMAP or SMTP is an error of the file',
    bad: '<port>143</port><socketType>plain</socketType>',
    good: '<port>993</port><socketType>SSL</socketType>',
    frame: frames.inImap,
    *find(facts) {
      for (const server of mailServers(facts))
        if (server.type !== 'pop3' && textOf(server, 'socketType') === 'plain') yield inServer(server, 'socketType');
    },
  },
};

/** The port, where it is one. With a sign every client reads it too. */
function portOf(server: ConfigMailServer): number | undefined {
  const text = textOf(server, 'port') ?? '';
  const port = /^\+?\d{1,20}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}

/** Whose port it is by the standards. */
function ownerOf(port: number) {
  return mailTypes.find((type) => [...portsOf[type].tls, ...portsOf[type].clear].some((usual) => usual === port));
}

function usualFor(server: ConfigMailServer): number {
  const { tls, clear } = portsOf[server.type];
  return textOf(server, 'socketType') === 'SSL' ? tls[0] : clear[0];
}
