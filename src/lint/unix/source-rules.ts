import { portInstead } from '../../model/ports.ts';
import type { Content } from '../../read/content.ts';
import { entryIn, type KeyFile, readKeyFile } from '../../read/key-file.ts';
import { defineKind } from '../kind.ts';
import { defineRules } from '../lint-rule.ts';
import { lineFrame } from './line-frames.ts';
import { unixWords } from './words.ts';

interface SourceFacts {
  readonly content: Content;
  readonly file: KeyFile;
}

/** Words of `[Security] Method` (e-source-security.c); the others are taken for STARTTLS without a word (seen with 3.46.4). */
const securities: Readonly<Record<string, 'tls' | 'starttls' | 'none'>> = {
  none: 'none',
  'ssl-on-alternate-port': 'tls',
  'starttls-on-standard-port': 'starttls',
};
/** Backends of mail (Camel's providers), with the protocol of those that speak one of ours. */
const backends: Readonly<Record<string, 'imap' | 'pop3' | 'smtp' | undefined>> = {
  imapx: 'imap',
  pop: 'pop3',
  smtp: 'smtp',
};
const OTHER_BACKENDS: readonly string[] = [
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
    'sendmail',
  ],
  ...['mapi', 'rss'],
];
/** Services with data for OAuth 2.0, by the hosts for which they are meant (evolution-data-server 3.61.2). */
const services: Readonly<Record<string, RegExp>> = {
  Google: /(?:^|\.)(?:gmail|googlemail|google|googleapis)\.com$/i,
  Outlook: /(?:^|\.)(?:outlook|office365)\.com$/i,
  Yahoo: /(?:^|\.)yahoo\.com$/i,
};
const MAIL = ['Mail Account', 'Mail Transport'] as const;

const isServer = ({ groups }: KeyFile) => MAIL.some((name) => groups.some((group) => group.name === name));
const backendOf = (file: KeyFile) => MAIL.flatMap((name) => entryIn(file, name, 'BackendName') ?? [])[0];
const protocolOf = (file: KeyFile) => backends[backendOf(file)?.value ?? ''];

const account = `[Data Source]
DisplayName=ODS
Enabled=true
Parent=

[Mail Account]
BackendName=imapx
IdentityUid=ods-identity

[Authentication]
Host=imap.example.org
Method=PLAIN
Port=993
User=ada@login.example

[Security]
Method=ssl-on-alternate-port
`;
const replaced = (pattern: RegExp) => (fragment: string) => account.replace(pattern, () => fragment);
const inLogin = (fragment: string) => {
  const [before = '', rest = ''] = account.split('[Authentication]\n');
  const [login = '', after = ''] = rest.split('\n\n[Security]');
  return `${before}[Authentication]\n${lineFrame(`${login}\n`, /^(\w+)=/)(fragment).trim()}\n\n[Security]${after}`;
};

/** Judges sources of Evolution. */
export const sourceKind = defineKind<SourceFacts>({
  id: 'source',
  // GLib knows one sign for comments.
  read: (content) => ({ content, file: readKeyFile(content.text ?? '', '#') }),
  text: ({ content }) => content.text ?? '',
  rules: defineRules('source', unixWords.source, {
    'not-a-line': {
      severity: 'error',
      hurts: { evolution: 'refuses-file' },
      source: 'GLib, gkeyfile.c: a line that is neither comment, group nor key ends the reading',
      bad: 'Port 993',
      good: 'Port=993',
      frame: replaced(/^Port=993/m),
      *find({ file: { stray, above } }) {
        for (const { at, text } of stray) yield { at, text };
        for (const { at, key } of above) yield { at, text: key };
      },
    },
    'security-method': {
      severity: 'error',
      hurts: { evolution: 'misreads' },
      source: 'evolution-data-server 3.46.4: an unknown word is STARTTLS',
      bad: 'Method=tls',
      good: 'Method=ssl-on-alternate-port',
      frame: replaced(/^Method=ssl-on-alternate-port/m),
      *find({ file }) {
        const entry = entryIn(file, 'Security', 'Method');
        if (entry !== undefined && !Object.hasOwn(securities, entry.value))
          yield { at: entry.valueAt, field: '[Security] Method', value: entry.value };
      },
    },
    'clear-text': {
      severity: 'error',
      hurts: { evolution: 'clear-text' },
      source: 'evolution-data-server, e-source-security.c',
      bad: 'Method=none',
      good: 'Method=ssl-on-alternate-port',
      frame: replaced(/^Method=ssl-on-alternate-port/m),
      *find({ file }) {
        if (!isServer(file) || protocolOf(file) === undefined) return;
        const entry = entryIn(file, 'Security', 'Method');
        if (entry?.value === 'none') yield { at: entry.valueAt, field: '[Security] Method' };
      },
    },
    'port-security': {
      severity: 'error',
      hurts: { evolution: 'no-connection' },
      source: 'RFC 8314 §3',
      bad: 'Port=143',
      good: 'Port=993',
      frame: inLogin,
      *find({ file }) {
        const protocol = protocolOf(file);
        const security = securities[entryIn(file, 'Security', 'Method')?.value ?? ''];
        const port = entryIn(file, 'Authentication', 'Port');
        if (protocol === undefined || port === undefined || security === undefined || security === 'none') return;
        const instead = portInstead(protocol, security, Number(port.value));
        if (instead !== undefined) yield { at: port.valueAt, field: 'Port', port: port.value, instead };
      },
    },
    'host-missing': {
      severity: 'error',
      hurts: { evolution: 'no-connection' },
      source: 'evolution-data-server, e-source-authentication.c',
      bad: 'Host=',
      good: 'Host=imap.example.org',
      frame: inLogin,
      *find({ file }) {
        if (protocolOf(file) === undefined) return;
        const entry = entryIn(file, 'Authentication', 'Host');
        if ((entry?.value ?? '') === '') yield { at: entry?.at, field: '[Authentication] Host' };
      },
    },
    backend: {
      severity: 'error',
      hurts: { evolution: 'refuses-account' },
      source: 'Camel has providers of these names: imapx, pop, smtp, sendmail, ews …',
      bad: 'BackendName=imap',
      good: 'BackendName=imapx',
      frame: replaced(/^BackendName=imapx/m),
      *find({ file }) {
        if (!isServer(file)) return;
        const entry = backendOf(file);
        const value = entry?.value ?? '';
        if (!Object.hasOwn(backends, value) && !OTHER_BACKENDS.includes(value))
          yield { at: entry?.valueAt, field: 'BackendName', value };
      },
    },
    uid: {
      severity: 'error',
      hurts: { evolution: 'sets-up-less' },
      source: 'evolution-data-server: a source is called as its file, without .source',
      bad: 'IdentityUid=ods-identity.source',
      good: 'IdentityUid=ods-identity',
      frame: replaced(/^IdentityUid=.*/m),
      *find({ file }) {
        const links = [
          ...MAIL.slice(0, 1).map((group) => [group, 'IdentityUid'] as const),
          ['Mail Submission', 'TransportUid'] as const,
          ['Data Source', 'Parent'] as const,
        ];
        for (const [group, key] of links) {
          const entry = entryIn(file, group, key);
          if (entry !== undefined && /\.source$|\//.test(entry.value))
            yield { at: entry.valueAt, field: key, key, value: entry.value };
        }
      },
    },
    'identity-missing': {
      severity: 'warning',
      hurts: { evolution: 'sets-up-less' },
      source: 'evolution-data-server, e-source-mail-account.c',
      bad: 'IdentityUid=',
      good: 'IdentityUid=ods-identity',
      frame: replaced(/^IdentityUid=.*/m),
      *find({ file }) {
        const [group] = file.groups.filter(({ name }) => name === 'Mail Account');
        const entry = entryIn(file, 'Mail Account', 'IdentityUid');
        if (group !== undefined && protocolOf(file) !== undefined && (entry?.value ?? '') === '')
          yield { at: entry?.at ?? group.at, field: 'IdentityUid' };
      },
    },
    'oauth-method': {
      severity: 'error',
      hurts: { evolution: 'no-sign-in' },
      source: 'evolution-data-server 3.61.2, e-oauth2-service-google.c, -outlook.c, -yahoo.c',
      bad: 'Method=Google',
      good: 'Host=imap.gmail.com\nMethod=Google',
      frame: inLogin,
      *find({ file }) {
        const [method, host] = [entryIn(file, 'Authentication', 'Method'), entryIn(file, 'Authentication', 'Host')];
        if (method === undefined || !Object.hasOwn(services, method.value)) return;
        if (services[method.value]?.test(host?.value ?? '') === false)
          yield { at: method.valueAt, field: 'Method', value: method.value, host: host?.value ?? '' };
      },
    },
    'sasl-oauth': {
      severity: 'error',
      hurts: { evolution: 'no-sign-in' },
      source: 'evolution-data-server: [Authentication] Method names the service; XOAUTH2 is what goes over the wire',
      bad: 'Method=XOAUTH2',
      good: 'Method=PLAIN',
      frame: inLogin,
      *find({ file }) {
        const method = entryIn(file, 'Authentication', 'Method');
        if (method !== undefined && /^(?:xoauth2|oauthbearer)$/i.test(method.value))
          yield { at: method.valueAt, field: 'Method', value: method.value };
      },
    },
    switch: {
      severity: 'warning',
      hurts: { evolution: 'misreads' },
      source: 'GLib, gkeyfile.c: true and false, and nothing else, are switches',
      bad: 'Enabled=yes',
      good: 'Enabled=true',
      frame: replaced(/^Enabled=true/m),
      *find({ file }) {
        const groups = file.groups.flatMap(({ entries }) => entries);
        for (const { key, value, valueAt } of groups)
          if (
            /^(?:Enabled|RememberPassword|UseSentFolder|UseSubscriptions)$/.test(key) &&
            !/^(?:true|false)$/.test(value)
          )
            yield { at: valueAt, field: key, key, value };
      },
    },
    revision: {
      severity: 'warning',
      hurts: { evolution: 'ignores' },
      source: 'evolution-data-server, evolution-source-registry-autoconfig.c',
      bad: '[Autoconfig]',
      good: '[Autoconfig]\nRevision=1',
      frame: (fragment) => `${account}\n${fragment}\n`,
      *find({ file }) {
        for (const group of file.groups)
          if (group.name === 'Autoconfig' && (entryIn(file, 'Autoconfig', 'Revision')?.value ?? '') === '')
            yield { at: group.at, field: 'Revision' };
      },
    },
  }),
});
