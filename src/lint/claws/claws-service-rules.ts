import { portInstead } from '../../model/ports.ts';
import type { KeyFileEntry } from '../../read/key-file.ts';
import { wholeFile } from '../unix/line-frames.ts';
import { type ClawsService, integer, isOn } from './claws-accounts.ts';
import {
  asksOfCertificates,
  type ClawsFacts,
  type ClawsRules,
  clawsEntry,
  clawsName,
  clawsServices,
  clawsText,
} from './claws-facts.ts';
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
    *find(facts) {
      for (const { settings } of facts.accounts)
        for (const entry of settings?.entries ?? []) {
          const right = OLD_PORTS[entry.key];
          if (right !== undefined) yield portKey(entry, right);
        }
      for (const { account, service, entry } of services(facts)) {
        const port = entry('port');
        const { keys } = service;
        if (port === undefined || isOn(clawsText(account, keys.flag)) || integer(port.value) === service.port) continue;
        yield portKey(port, keys);
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
    *find(facts) {
      for (const { account, service, entry } of services(facts)) {
        const port = entry('port');
        if (port === undefined || !isOn(clawsText(account, service.keys.flag))) continue;
        if (integer(port.value) !== service.port || service.port === 0)
          yield { at: port.valueAt, field: port.key, key: port.key, value: port.value };
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
    *find(facts) {
      for (const { service, entry } of services(facts)) {
        const { protocol, security, port, keys } = service;
        const written = entry('port') ?? entry('security');
        if (security === 'none' || written === undefined) continue;
        if (portInstead(protocol, security, port) !== undefined) {
          const [value, right] = security === 'tls' ? [1, 2] : [2, 1];
          yield { at: written.at, field: keys.security, port, key: keys.security, value, right };
        }
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
    *find(facts) {
      for (const { service, entry } of services(facts)) {
        const security = entry('security');
        if (security !== undefined && service.security === 'none')
          yield { at: security.at, field: security.key, key: security.key, value: security.value };
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
    *find(facts) {
      for (const { account, service, entry } of services(facts))
        if (entry('security') === undefined && service.host !== '')
          yield { at: account.group.at, field: service.keys.security, key: service.keys.security };
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
        const wanted = [...clawsServices(account).map(({ keys }) => keys.host), 'address'];
        for (const key of wanted)
          if (!clawsText(account, key))
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

/** The services that the accounts use, and the entries of their keys. */
function* services({ accounts }: ClawsFacts) {
  for (const account of accounts)
    for (const service of clawsServices(account)) {
      const entry = (key: keyof ClawsService['keys']) => clawsEntry(account, service.keys[key]);
      yield { account, service, entry };
    }
}

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

function portKey({ key, at, value }: KeyFileEntry, { port, flag }: PortKeys) {
  return { at, field: key, key, value, port, flag };
}
