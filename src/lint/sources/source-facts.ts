import type { Content } from '../../read/content.ts';
import { type GlibKeyFile, glibEntry } from '../../read/glib-key-file.ts';
import type { KeyFileEntry } from '../../read/key-file.ts';

/*
 * What Evolution connects with by a source: what its data server takes from the file and gives to Camel (e-source.c, e-source-camel.c, gkeyfile.c). All of it was seen with 3.46.4:
 * test/system/linux/lint-evolution.test.ts.
 */

export interface SourceFacts {
  readonly content: Content;
  readonly file: GlibKeyFile;
  readonly servers: readonly SourceServer[];
}

/** A server of a source: one group says that it is for receiving, another for sending; the rest stands in groups that both share. */
export interface SourceServer {
  readonly group: 'Mail Account' | 'Mail Transport';
  /** What Camel looks for, in small letters. */
  readonly backend: string;
  /** `undefined`: nothing of the network, or nothing that is known here. */
  readonly protocol: 'imap' | 'pop3' | 'smtp' | undefined;
  readonly host: string;
  /** 0 where the file has none that can be read. */
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly method: string;
  readonly user: string;
}

/** Words of `[Security] Method` (CamelNetworkSecurityMethod). */
export const sourceSecurities: ReadonlyMap<string, SourceServer['security']> = new Map([
  ['none', 'none'],
  ['ssl-on-alternate-port', 'tls'],
  ['starttls-on-standard-port', 'starttls'],
]);

/** Camel's providers of each direction, with the protocol of those that speak one of ours. */
export const sourceBackends: Readonly<Record<SourceServer['group'], ReadonlyMap<string, SourceServer['protocol']>>> = {
  'Mail Account': new Map<string, SourceServer['protocol']>([
    ['imapx', 'imap'],
    // Seen with 3.46.4: the same provider answers to it.
    ['imap', 'imap'],
    ['pop', 'pop3'],
    ...[
      'none',
      'ews',
      'microsoft365',
      'nntp',
      'maildir',
      'mh',
      'mbox',
      'spool',
      'spooldir',
      'vfolder',
      'local',
      'mapi',
      'rss',
    ].map((name) => [name, undefined] as const),
  ]),
  'Mail Transport': new Map<string, SourceServer['protocol']>([
    ['smtp', 'smtp'],
    ...['none', 'sendmail', 'ews', 'microsoft365', 'nntp', 'mapi'].map((name) => [name, undefined] as const),
  ]),
};

export function sourceServers(file: GlibKeyFile): SourceServer[] {
  const text = (group: string, key: string) => glibEntry(file, group, key)?.value.trim() ?? '';
  return (['Mail Account', 'Mail Transport'] as const)
    .filter((group) => file.groups.has(group))
    .map((group) => {
      const backend = text(group, 'BackendName').toLowerCase();
      const security = text('Security', 'Method');
      return {
        group,
        backend,
        protocol: sourceBackends[group].get(backend),
        host: text('Authentication', 'Host'),
        port: portOf(glibEntry(file, 'Authentication', 'Port')),
        // Without a word nothing is protected; one that it does not know is STARTTLS.
        security: security === '' ? 'none' : (sourceSecurities.get(security) ?? 'starttls'),
        method: text('Authentication', 'Method'),
        user: text('Authentication', 'User'),
      };
    });
}

/** C's strtol, behind which white space may come and more. */
function portOf(entry: KeyFileEntry | undefined): number {
  const digits = /^[ \t\n\v\f\r]*([+-]?\d+)(?:[ \t\n\f\r]|$)/.exec(entry?.value ?? '')?.[1];
  const port = Number(digits ?? 0);
  return port >= 0 && port <= 65_535 ? port : 0;
}
