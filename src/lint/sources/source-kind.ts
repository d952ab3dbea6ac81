import { portInstead } from '../../model/ports.ts';
import { glibEntry, readGlibKeyFile } from '../../read/glib-key-file.ts';
import { defineKind } from '../kind.ts';
import { defineRules } from '../lint-rule.ts';
import { unixWords } from '../unix/words.ts';
import { type SourceFacts, sourceBackends, sourceSecurities, sourceServers } from './source-facts.ts';
import { cleanSource, inLogin, inPlaceOf } from './source-frames.ts';
import { sourceView } from './source-view.ts';
import { sourcesTogether } from './sources-together.ts';

/** Services with data for OAuth 2.0, by the hosts for which they are meant (evolution-data-server 3.61.2). */
const services: Readonly<Record<string, RegExp>> = {
  Google: /(?:^|\.)(?:gmail|googlemail|google|googleapis)\.com$/i,
  Outlook: /(?:^|\.)(?:outlook|office365)\.com$/i,
  Yahoo: /(?:^|\.)yahoo\.com$/i,
};
/** Keys that name another source. */
const LINKS = [
  ['Mail Account', 'IdentityUid'],
  ['Mail Submission', 'TransportUid'],
  ['Data Source', 'Parent'],
] as const;
const SWITCHES = ['Enabled', 'RememberPassword', 'UseSentFolder', 'UseSubscriptions'] as const;

/** Judges sources of Evolution. */
export const sourceKind = defineKind({
  id: 'source',
  read(content): SourceFacts {
    const file = readGlibKeyFile(content.text ?? '');
    return { content, file, servers: sourceServers(file) };
  },
  text: ({ content }) => content.text ?? '',
  views: { evolution: sourceView },
  across: sourcesTogether,
  rules: defineRules<SourceFacts, (typeof unixWords.source)['en']>('source', unixWords.source, {
    'not-a-line': {
      severity: 'error',
      hurts: { evolution: 'refuses-file' },
      source: 'GLib, gkeyfile.c: a line that is neither comment, group nor key ends the reading',
      bad: 'Port 993',
      good: 'Port=993',
      frame: inPlaceOf(/^Port=993/m),
      *find({ file: { faults } }) {
        for (const { at, text } of faults) yield { at, text: text.split(/[=\s]/, 1)[0] || text.slice(0, 1) };
      },
    },
    encoding: {
      severity: 'error',
      hurts: { evolution: 'refuses-file' },
      source: 'GLib, gkeyfile.c: UTF-8, and a byte-order mark is part of the first line (seen with 3.46.4)',
      bad: '\ufeff[Data Source]',
      good: '[Data Source]',
      frame: inPlaceOf(/^\[Data Source\]/),
      *find({ content: { marked, encoding } }) {
        if (marked) yield { at: 0, encoding: encoding ?? '' };
      },
    },
    'security-method': {
      severity: 'error',
      hurts: { evolution: 'misreads' },
      source: 'evolution-data-server 3.46.4: an unknown word is STARTTLS',
      bad: 'Method=tls',
      good: 'Method=ssl-on-alternate-port',
      frame: inPlaceOf(/^Method=ssl-on-alternate-port/m),
      *find({ file }) {
        const entry = glibEntry(file, 'Security', 'Method');
        const value = entry?.value.trim() ?? '';
        if (entry !== undefined && value !== '' && !sourceSecurities.has(value))
          yield { at: entry.valueAt, field: '[Security] Method', value };
      },
    },
    'clear-text': {
      severity: 'error',
      hurts: { evolution: 'clear-text' },
      source: 'evolution-data-server, e-source-security.c',
      bad: 'Method=none',
      good: 'Method=ssl-on-alternate-port',
      frame: inPlaceOf(/^Method=ssl-on-alternate-port/m),
      *find({ file, servers }) {
        const entry = glibEntry(file, 'Security', 'Method');
        for (const { protocol, security } of servers)
          if (protocol !== undefined && security === 'none' && entry !== undefined)
            yield { at: entry.valueAt, field: '[Security] Method' };
      },
    },
    'security-absent': {
      severity: 'error',
      hurts: { evolution: 'clear-text' },
      source: 'evolution-data-server 3.46.4, e-source-security.c: the method is none where the file has no word',
      bad: '',
      good: '[Security]\nMethod=ssl-on-alternate-port',
      frame: (fragment) => cleanSource.replace(/\[Security\][\s\S]*/, () => fragment),
      *find({ file, servers }) {
        for (const { group, protocol } of servers)
          if (protocol !== undefined && glibEntry(file, 'Security', 'Method') === undefined)
            yield { at: file.groups.get(group)?.at, field: '[Security] Method' };
      },
    },
    'port-security': {
      severity: 'error',
      hurts: { evolution: 'no-connection' },
      source: 'RFC 8314 §3',
      bad: 'Port=143',
      good: 'Port=993',
      frame: inLogin,
      *find({ file, servers }) {
        const entry = glibEntry(file, 'Authentication', 'Port');
        for (const { protocol, security, port } of servers) {
          if (protocol === undefined || security === 'none' || entry === undefined || port === 0) continue;
          const instead = portInstead(protocol, security, port);
          if (instead !== undefined) yield { at: entry.valueAt, field: 'Port', port, instead };
        }
      },
    },
    port: {
      severity: 'error',
      hurts: { evolution: 'no-connection' },
      source: 'evolution-data-server 3.46.4, e-source.c: what is no number up to 65535 is 0, and a missing port too',
      bad: 'Port=imaps',
      good: 'Port=993',
      frame: inLogin,
      *find({ file, servers }) {
        const entry = glibEntry(file, 'Authentication', 'Port');
        for (const { group, protocol, port } of servers)
          if (protocol !== undefined && port === 0)
            yield { at: entry?.valueAt ?? file.groups.get(group)?.at, field: 'Port', value: entry?.value ?? '' };
      },
    },
    'user-missing': {
      severity: 'error',
      hurts: { evolution: 'no-sign-in' },
      source: 'evolution-data-server 3.46.4, camel-network-settings.c: nothing stands in for it',
      bad: 'User=',
      good: 'User=ada@login.example',
      frame: inLogin,
      *find({ file, servers }) {
        for (const { group, protocol, user, method } of servers) {
          // Without a method SMTP does not sign in.
          const signsIn = protocol !== 'smtp' || !/^(?:none)?$/.test(method);
          if (protocol === undefined || user !== '' || !signsIn || /^(?:GSSAPI|ANONYMOUS)$/i.test(method)) continue;
          const entry = glibEntry(file, 'Authentication', 'User');
          yield { at: entry?.at ?? file.groups.get(group)?.at, field: '[Authentication] User' };
        }
      },
    },
    'host-missing': {
      severity: 'error',
      hurts: { evolution: 'no-connection' },
      source: 'evolution-data-server, e-source-authentication.c',
      bad: 'Host=',
      good: 'Host=imap.example.org',
      frame: inLogin,
      *find({ file, servers }) {
        const entry = glibEntry(file, 'Authentication', 'Host');
        for (const { group, protocol, host } of servers)
          if (protocol !== undefined && host === '')
            yield { at: entry?.at ?? file.groups.get(group)?.at, field: '[Authentication] Host' };
      },
    },
    backend: {
      severity: 'error',
      hurts: { evolution: 'refuses-account' },
      source:
        'evolution-data-server 3.46.4: Camel has providers of these names, imapx and pop for receiving and smtp for sending among them',
      bad: 'BackendName=imaps',
      good: 'BackendName=imapx',
      frame: inPlaceOf(/^BackendName=imapx/m),
      *find({ file, servers }) {
        for (const { group, backend } of servers) {
          const entry = glibEntry(file, group, 'BackendName');
          if (!sourceBackends[group].has(backend))
            yield { at: entry?.valueAt ?? file.groups.get(group)?.at, field: 'BackendName', value: entry?.value ?? '' };
        }
      },
    },
    uid: {
      severity: 'error',
      hurts: { evolution: 'sets-up-less' },
      source: 'evolution-data-server: a source is called as its file, without .source',
      bad: 'IdentityUid=ods-identity.source',
      good: 'IdentityUid=ods-identity',
      frame: inPlaceOf(/^IdentityUid=.*/m),
      *find({ file }) {
        for (const [group, key] of LINKS) {
          const entry = glibEntry(file, group, key);
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
      frame: inPlaceOf(/^IdentityUid=.*/m),
      *find({ file, servers }) {
        const entry = glibEntry(file, 'Mail Account', 'IdentityUid');
        for (const { group, protocol } of servers)
          if (group === 'Mail Account' && protocol !== undefined && (entry?.value ?? '') === '')
            yield { at: entry?.at ?? file.groups.get(group)?.at, field: 'IdentityUid' };
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
        const method = glibEntry(file, 'Authentication', 'Method');
        if (method === undefined || !Object.hasOwn(services, method.value)) return;
        const host = glibEntry(file, 'Authentication', 'Host')?.value ?? '';
        if (services[method.value]?.test(host) === false)
          yield { at: method.valueAt, field: 'Method', value: method.value, host };
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
        const method = glibEntry(file, 'Authentication', 'Method');
        if (method !== undefined && /^(?:xoauth2|oauthbearer)$/i.test(method.value))
          yield { at: method.valueAt, field: 'Method', value: method.value };
      },
    },
    switch: {
      severity: 'warning',
      hurts: { evolution: 'misreads' },
      source: 'GLib, gkeyfile.c: true or 1 and false or 0, and nothing else, are switches',
      bad: 'Enabled=yes',
      good: 'Enabled=true',
      frame: inPlaceOf(/^Enabled=true/m),
      *find({ file }) {
        for (const { entries } of file.groups.values())
          for (const key of SWITCHES) {
            const entry = entries.get(key);
            if (entry !== undefined && !/^(?:true|false|0|1)[ \t\f\r]*$/.test(entry.value))
              yield { at: entry.valueAt, field: key, key, value: entry.value };
          }
      },
    },
    revision: {
      severity: 'warning',
      hurts: { evolution: 'ignores' },
      source: 'evolution-data-server, evolution-source-registry-autoconfig.c',
      bad: '[Autoconfig]',
      good: '[Autoconfig]\nRevision=1',
      frame: (fragment) => `${cleanSource}\n${fragment}\n`,
      *find({ file }) {
        const group = file.groups.get('Autoconfig');
        if (group !== undefined && (group.entries.get('Revision')?.value ?? '') === '')
          yield { at: group.at, field: 'Revision' };
      },
    },
  }),
});
