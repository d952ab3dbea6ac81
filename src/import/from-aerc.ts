import type { Content } from '../read/content.ts';
import { type KeyFileGroup, lastEntry, readKeyFile } from '../read/key-file.ts';
import { mailUrlOf } from '../read/mail-url.ts';
import { methodsNamed } from './methods-by-name.ts';
import {
  type AccountsReading,
  accountsReading,
  loseSettings,
  type SaidAccount,
  senderIn,
  testimoniesOf,
} from './said-accounts.ts';
import type { SaidServer, Testimony } from './testimony.ts';
import { loss } from './words.ts';

/** What accounts.conf of aerc says: each account, in the order of the file. */
export function fromAerc(content: Content): Testimony[] {
  const reading = accountsReading(content);
  const { groups } = readKeyFile(content.text ?? '');
  return testimoniesOf(
    reading,
    groups.map((group) => accountOf(reading, group)),
  );
}

/** Keys that are read here, and those of what the program does with the account. */
const READ =
  /^(?:source|outgoing|smtp-starttls|from|(?:source|outgoing)-cred-cmd|default|copy-to|archive|postpone|aliases)$/;

function accountOf(reading: AccountsReading, group: KeyFileGroup): SaidAccount {
  const from = lastEntry(group, 'from');
  const address = from === undefined ? undefined : senderIn(from.value);
  loseSettings(
    reading,
    group.entries.filter(({ key, value }) => !READ.test(key) && value !== '').map(({ key, at }) => ({ what: key, at })),
  );
  return {
    name: group.name,
    place: reading.placeAt(group.at),
    address:
      from === undefined || address === undefined
        ? undefined
        : { value: address, place: reading.placeAt(from.valueAt) },
    servers: (['source', 'outgoing'] as const).flatMap((key) => serverOf(reading, group, key)),
  };
}

function serverOf(reading: AccountsReading, group: KeyFileGroup, key: 'source' | 'outgoing'): SaidServer[] {
  const entry = lastEntry(group, key);
  if (entry === undefined || entry.value === '') return [];
  const place = reading.placeAt(entry.valueAt);
  const url = mailUrlOf(entry.value);
  const [scheme = '', way = ''] = url?.scheme.split('+') ?? [];
  const protocol = key === 'source' ? 'imap' : 'smtp';
  if (url === undefined || (scheme !== protocol && scheme !== `${protocol}s`)) {
    // A command, a folder or what a profile has no servers of. A URL may have a password.
    reading.losses.push(loss('import.lost-server', { value: url?.scheme ?? key }, place));
    return [];
  }
  if (url.hasPassword) reading.losses.push(loss('import.lost-password', {}, place));
  const insecure = way === 'insecure';
  const anonymous = protocol === 'smtp' && (way === 'none' || url.user === undefined);
  const named = way === '' || insecure || way === 'none' ? [] : [way];
  return [
    {
      protocol,
      host: url.host,
      port: url.port,
      // smtp:// begins TLS in releases of today, whatever smtp-starttls says; 0.14 needs that key.
      security: insecure ? 'none' : scheme.endsWith('s') ? 'tls' : 'starttls',
      authentication: anonymous ? ['none'] : methodsNamed(reading, named, entry.valueAt),
      login: anonymous || url.user === undefined ? undefined : { value: { login: url.user }, place },
      place,
    },
  ];
}
