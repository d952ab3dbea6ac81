import { InputError } from '../errors.ts';
import type { Authentication, Security } from '../model/account.ts';
import { addressOf } from '../model/address.ts';
import { beginsInClear } from '../model/ports.ts';
import type { Content } from '../read/content.ts';
import { positionsIn } from '../read/lines.ts';
import { type RegistryAccount, registryAccounts, registryValue } from '../read/outlook-accounts.ts';
import { type RegistryEntry, readRegistryText } from '../read/registry-file.ts';
import { type FileReading, lose, personalLogin } from './file-reading.ts';
import { type SaidAccount, testimoniesOf } from './said-accounts.ts';
import type { SaidServer, Stated, Testimony } from './testimony.ts';
import { importProblem } from './words.ts';

type Reading = FileReading<{ readonly at: number }>;

/**
 * What a registry file for Outlook says of a provider: the accounts of exported profiles; or the mail domain alone, and that the servers stand in another file
 * (`autodiscover.xml`), whose path it names.
 * @throws InputError where it says nothing of Outlook
 */
export function fromReg(content: Content): readonly Testimony[] {
  const { name: file, text = '' } = content;
  const position = positionsIn(text);
  const reading: Reading = { losses: [], placeOf: ({ at }) => ({ file, ...position(at) }) };
  const registry = readRegistryText(content);
  const domains = new Map<string, Stated<string>>();
  for (const { path, entries } of registry.keys) {
    if (!/\\Outlook\\AutoDiscover$/i.test(path)) continue;
    for (const entry of entries) {
      const { name } = entry;
      if (!isDomain(name)) continue;
      const known = domains.get(name.toLowerCase());
      domains.set(name.toLowerCase(), known ?? { value: name.toLowerCase(), place: reading.placeOf(entry) });
      if (known === undefined) tell(reading, entry);
    }
  }
  const accounts = registryAccounts(registry).flatMap((account) => accountOf({ ...reading, losses: [] }, account));
  if (accounts.length > 0) {
    const [first, ...others] = testimoniesOf({ file, losses: reading.losses }, accounts);
    return first === undefined ? [] : [{ ...first, domains: [...domains.values()] }, ...others];
  }
  if (domains.size === 0) throw new InputError(importProblem('import.nothing', {}, { file }));
  return [{ file, domains: [...domains.values()], losses: reading.losses }];
}

/** Names of values of Outlook's own have no dot. */
function isDomain(name: string): boolean {
  return name.includes('.') && addressOf(`a@${name}`) !== undefined;
}

function tell(reading: Reading, entry: RegistryEntry): void {
  if (entry.kind === 'deleted') return;
  lose(reading, entry, 'import.elsewhere', { value: entry.text });
}

/** SMTPSecureConnection of profile files has these (Microsoft, “Constants (Account management API)”); that the registry has the same is unverified. */
const securities: Readonly<Record<string, Security>> = { '0': 'none', '1': 'tls', '2': 'starttls', '3': 'starttls' };

/** What an address book is called, which stands among the accounts. */
const NO_MAIL = /^(?:CONTAB|EMABLT|MSPST MS|MSUPST MS)$/i;

function accountOf(reading: Reading, account: RegistryAccount): SaidAccount[] {
  const service = registryValue(account, 'Service Name');
  if (service !== undefined && NO_MAIL.test(service.text)) return [];
  if (service !== undefined && /^MSEMS$/i.test(service.text))
    lose(reading, account, 'import.lost-server', { value: 'Exchange' });
  for (const entry of account.entries)
    if (/password/i.test(entry.name) && entry.kind !== 'deleted') lose(reading, entry, 'import.lost-password', {});
  const email = registryValue(account, 'Email', 'SMTP Email Address');
  const isAddress = email !== undefined && addressOf(email.text) !== undefined;
  if (email !== undefined && !isAddress) lose(reading, email.entry, 'import.lost-address', { value: email.text });
  const servers = (['IMAP', 'POP3', 'SMTP'] as const).flatMap((prefix) => serverOf(reading, account, prefix));
  const name = registryValue(account, 'Account Name')?.text ?? account.path.slice(-8);
  return [
    {
      name,
      address: isAddress ? { value: email.text, place: reading.placeOf(email.entry) } : undefined,
      servers,
      place: reading.placeOf(account),
      losses: reading.losses,
    },
  ];
}

function serverOf(reading: Reading, account: RegistryAccount, prefix: 'IMAP' | 'POP3' | 'SMTP'): SaidServer[] {
  const value = (...names: readonly string[]) => registryValue(account, ...names.map((name) => `${prefix} ${name}`));
  const host = value('Server');
  if (host === undefined) return [];
  const number = value('Port');
  const port = number === undefined ? undefined : Number(number.text);
  const valid = port !== undefined && Number.isInteger(port) && port >= 1 && port <= 65_535;
  if (number !== undefined && !valid) lose(reading, number.entry, 'import.lost-port', { value: number.text });
  const encrypted = (value('Use SSL')?.text ?? '0') !== '0';
  const implied: Security = !encrypted ? 'none' : valid && beginsInClear(port) ? 'starttls' : 'tls';
  const asks = prefix !== 'SMTP' || (value('Use Auth', 'Use Sicily')?.text ?? '0') !== '0';
  const method: Authentication = !asks ? 'none' : value('Use SPA')?.text === '1' ? 'ntlm' : 'password';
  const reads = ['IMAP', 'POP3'].flatMap((each) => [`${each} User`, `${each} User Name`]);
  // Whoever sends without a login of its own uses the one for reading.
  const login = asks ? (value('User', 'User Name') ?? registryValue(account, ...reads)) : undefined;
  return [
    {
      protocol: ({ IMAP: 'imap', POP3: 'pop3', SMTP: 'smtp' } as const)[prefix],
      host: host.text,
      port: valid ? port : undefined,
      security: securities[value('Secure Connection')?.text ?? ''] ?? implied,
      authentication: [method],
      login: login && personalLogin(login.text, reading.placeOf(login.entry)),
      place: reading.placeOf(host.entry),
    },
  ];
}
