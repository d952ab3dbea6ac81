import { portInstead } from '../../model/ports.ts';
import type { KeyFileEntry } from '../../read/key-file.ts';
import { wholeFile } from '../unix/line-frames.ts';
import { integer } from './claws-accounts.ts';
import { asksOfCertificates, type ClawsRules, clawsEntry, clawsName, clawsText } from './claws-facts.ts';
import { cleanFile, inAccount, without } from './claws-frames.ts';

type Names =
  | 'port-key'
  | 'port-value'
  | 'port-security'
  | 'clear-text'
  | 'security-absent'
  | 'smtp-auth-absent'
  | 'server-missing'
  | 'certificates';

/** Rules about how the program connects and signs in. */
export const clawsServiceRules: ClawsRules<Names> = {
  'port-key': {
    severity: 'error',
    hurts: { 'claws-mail': 'wrong-server' },
    source: 'Claws Mail 4.1.1, prefs_account.c: a port counts only beside its set_…port=1',
    bad: 'imapport=993',
    good: 'set_imapport=1\nimap_port=993',
    frame: inAccount,
    *find({ accounts }) {
      for (const account of accounts) {
        for (const key of OLD_PORT_KEYS) {
          const [entry, right] = [clawsEntry(account, key), OLD_PORTS[key]];
          if (entry !== undefined && right !== undefined) yield portKey(entry, right);
        }
        for (const { keys, port, written, isPortSet } of account.services)
          if (written.port !== undefined && !isPortSet && integer(written.port.value) !== port)
            yield portKey(written.port, keys);
      }
    },
  },
  'port-value': {
    severity: 'error',
    hurts: { 'claws-mail': 'no-connection' },
    source: 'Claws Mail 4.1.1, prefs_gtk.c: what is no number is 0, and of a large one the last 16 bits are left',
    bad: 'imap_port=imaps',
    good: 'imap_port=993',
    frame: inAccount,
    *find({ accounts }) {
      for (const { services } of accounts)
        for (const { port, written, isPortSet } of services)
          if (written.port !== undefined && isPortSet && (port === 0 || integer(written.port.value) !== port)) {
            const { valueAt: at, key, value } = written.port;
            yield { at, field: key, key, value };
          }
    },
  },
  'port-security': {
    severity: 'error',
    hurts: { 'claws-mail': 'no-connection' },
    source: 'RFC 8314 §3; Claws Mail, common/ssl.h: 1 is TLS at once, 2 STARTTLS',
    bad: 'imap_port=993\nssl_imap=2',
    good: 'imap_port=993\nssl_imap=1',
    frame: inAccount,
    *find({ accounts }) {
      for (const { services } of accounts)
        for (const { protocol, security, port, keys, written } of services) {
          const entry = written.port ?? written.security;
          if (security === 'none' || entry === undefined || portInstead(protocol, security, port) === undefined)
            continue;
          const [value, right] = security === 'tls' ? [1, 2] : [2, 1];
          yield { at: entry.at, field: keys.security, port, key: keys.security, value, right };
        }
    },
  },
  'clear-text': {
    severity: 'error',
    hurts: { 'claws-mail': 'clear-text' },
    source: 'Claws Mail 4.1.1, common/ssl.h: 0 is no encryption, and what it has no number for is none either',
    bad: 'ssl_imap=0',
    good: 'ssl_imap=1',
    frame: inAccount,
    *find({ accounts }) {
      for (const { services } of accounts)
        for (const { security, written } of services)
          if (written.security !== undefined && security === 'none') {
            const { at, key, value } = written.security;
            yield { at, field: key, key, value };
          }
    },
  },
  'security-absent': {
    severity: 'error',
    hurts: { 'claws-mail': 'clear-text' },
    source:
      'Claws Mail 4.1.1, prefs_account.c: 0, which is no encryption, stands in for a missing ssl_… (up to 4.3.0; later 1)',
    bad: without('ssl_imap'),
    good: cleanFile,
    frame: wholeFile,
    *find({ accounts }) {
      for (const { group, services } of accounts)
        for (const { host, keys, written } of services)
          if (written.security === undefined && host !== '')
            yield { at: group.at, field: keys.security, key: keys.security };
    },
  },
  'smtp-auth-absent': {
    severity: 'warning',
    hurts: { 'claws-mail': 'no-sign-in' },
    source: 'Claws Mail 4.1.1, prefs_account.c: without use_smtp_auth it sends without signing in (up to 4.3.0)',
    bad: without('use_smtp_auth'),
    good: cleanFile,
    frame: wholeFile,
    *find({ accounts }) {
      for (const account of accounts)
        if (account.outgoing !== undefined && clawsEntry(account, 'use_smtp_auth') === undefined)
          yield { at: account.group.at, field: 'use_smtp_auth' };
    },
  },
  'server-missing': {
    severity: 'error',
    hurts: { 'claws-mail': 'no-connection' },
    source: 'Claws Mail 4.1.1, prefs_account.c',
    bad: 'smtp_server=',
    good: 'smtp_server=smtp.example.org',
    frame: inAccount,
    *find({ accounts }) {
      for (const account of accounts) {
        const missing = account.services.filter(({ host }) => host === '').map(({ keys }) => keys.host as string);
        if (!clawsText(account, 'address')) missing.push('address');
        for (const key of missing)
          yield {
            at: clawsEntry(account, key)?.at ?? account.group.at,
            field: key,
            key,
            name: clawsName(account.group),
          };
      }
    },
  },
  certificates: {
    severity: 'note',
    hurts: { 'claws-mail': 'asks' },
    source: 'Claws Mail 4.1.1: a dialog for each certificate, of a valid chain too',
    bad: 'ssl_certs_auto_accept=0',
    good: 'ssl_certs_auto_accept=1',
    frame: inAccount,
    *find({ accounts }) {
      for (const account of accounts)
        if (asksOfCertificates(account)) {
          const entry = clawsEntry(account, 'ssl_certs_auto_accept');
          yield { at: entry?.at ?? account.group.at, field: 'ssl_certs_auto_accept' };
        }
    },
  },
};

interface PortKeys {
  readonly port: string;
  readonly flag: string;
}

/** Keys of public scripts that no release reads. */
const OLD_PORTS: Readonly<Record<string, PortKeys>> = {
  imapport: { port: 'imap_port', flag: 'set_imapport' },
  smtpport: { port: 'smtp_port', flag: 'set_smtpport' },
  popport: { port: 'pop_port', flag: 'set_popport' },
};

const OLD_PORT_KEYS = Object.keys(OLD_PORTS);

function portKey({ key, at, value }: KeyFileEntry, { port, flag }: PortKeys) {
  return { at, field: key, key, value, port, flag };
}
