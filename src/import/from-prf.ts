import type { Authentication, Security } from '../model/account.ts';
import { addressOf } from '../model/address.ts';
import type { Content } from '../read/content.ts';
import { positionsIn } from '../read/lines.ts';
import { type PrfAccount, type PrfSection, prfAccounts, prfEntry, prfText, readPrf } from '../read/prf-file.ts';
import { type FileReading, lose, personalLogin } from './file-reading.ts';
import { type SaidAccount, testimoniesOf } from './said-accounts.ts';
import type { SaidServer, Stated, Testimony } from './testimony.ts';

type Spot = { readonly at: number };

/** SMTPSecureConnection; 3 is “where the server offers it” (Microsoft, “Constants (Account management API)” of Outlook). */
const securities: Readonly<Record<string, Security>> = { '0': 'none', '1': 'tls', '2': 'starttls', '3': 'starttls' };

/** Keys of part 5 that are read, or that say what Outlook does with the account. */
const READ = ['EmailAddress', 'Organization', 'UniqueService', 'DefaultAccount', 'ConnectionType', 'ServerTimeOut'];
const READ_SMTP = ['Server', 'Port', 'UseSSL', 'UseAuth', 'UserName', 'UseSPA', 'AuthMethod', 'SecureConnection'];
const READ_INCOMING = ['Server', 'Port', 'UseSSL', 'UserName', 'UseSPA'];

/**
 * What a profile file of Outlook says of a provider: its first account for IMAP or POP3, and those at the same servers.
 * @throws InputError where it has none
 */
export function fromPrf(content: Content): Testimony[] {
  const { name: file, text = '' } = content;
  const prf = readPrf(text);
  const position = positionsIn(text);
  const reading: FileReading<Spot> = { losses: [], placeOf: ({ at }) => ({ file, ...position(at) }) };
  for (const service of prf.sections.filter(isExchange))
    lose(reading, service, 'import.lost-server', { value: `Exchange [${service.name}]` });
  return testimoniesOf(
    { file, losses: reading.losses },
    prfAccounts(prf).map((account) => accountOf({ ...reading, losses: [] }, account)),
  );
}

/** A mailbox of Exchange is a service, and no account of the list. */
function isExchange({ entries }: PrfSection): boolean {
  return entries.some(({ key, value }) => /^ServiceName$/i.test(key) && /^MSEMS$/i.test(value));
}

function accountOf(reading: FileReading<Spot>, account: PrfAccount): SaidAccount {
  const { name, at, type, values, protocol } = account;
  const missing = values === undefined ? `[${name}]` : protocol === undefined ? `AccountType [${type}]` : undefined;
  if (missing !== undefined) lose(reading, { at }, 'import.lost-account', { name, missing });
  const servers = missing === undefined ? [...incomingOf(reading, account), ...outgoingOf(reading, account)] : [];
  if (missing === undefined) loseOthers(reading, account);
  return {
    name: prfText(values, 'AccountName') || name,
    address: addressIn(reading, account),
    organization: stated(reading, account, 'Organization'),
    servers,
    place: reading.placeOf(values ?? { at }),
    losses: reading.losses,
  };
}

function prefixOf({ protocol }: PrfAccount): 'IMAP' | 'POP3' {
  return protocol === 'pop3' ? 'POP3' : 'IMAP';
}

function stated(reading: FileReading<Spot>, { values }: PrfAccount, key: string): Stated<string> | undefined {
  const entry = prfEntry(values, key);
  return entry === undefined || entry.value === '' ? undefined : { value: entry.value, place: reading.placeOf(entry) };
}

function addressIn(reading: FileReading<Spot>, account: PrfAccount): Stated<string> | undefined {
  const said = stated(reading, account, 'EmailAddress');
  if (said === undefined || addressOf(said.value) !== undefined) return said;
  lose(reading, prfEntry(account.values, 'EmailAddress') ?? account, 'import.lost-address', { value: said.value });
  return undefined;
}

function incomingOf(reading: FileReading<Spot>, account: PrfAccount): SaidServer[] {
  const prefix = prefixOf(account);
  const { values } = account;
  const authentication: Authentication = isOn(prfText(values, `${prefix}UseSPA`)) ? 'ntlm' : 'password';
  const security = isOn(prfText(values, `${prefix}UseSSL`)) ? 'tls' : 'none';
  return serverOf(reading, account, prefix, { security, authentication, login: `${prefix}UserName` });
}

function outgoingOf(reading: FileReading<Spot>, account: PrfAccount): SaidServer[] {
  const { values } = account;
  const value = (key: string) => prfText(values, `SMTP${key}`);
  const secure = value('SecureConnection') || (isOn(value('UseSSL')) ? '1' : '0');
  const asks = isOn(value('UseAuth'));
  // Microsoft, same page: 0 is the login for reading.
  const same = value('AuthMethod') === '0' || value('AuthMethod') === '' || value('UserName') === '';
  return serverOf(reading, account, 'SMTP', {
    security: securities[secure] ?? 'none',
    authentication: asks ? (isOn(value('UseSPA')) ? 'ntlm' : 'password') : 'none',
    login: asks ? (same ? `${prefixOf(account)}UserName` : 'SMTPUserName') : undefined,
  });
}

interface Said {
  readonly security: Security;
  readonly authentication: Authentication;
  /** The key that has it. */
  readonly login: string | undefined;
}

function serverOf(
  reading: FileReading<Spot>,
  { values, name, at }: PrfAccount,
  prefix: 'IMAP' | 'POP3' | 'SMTP',
  { security, authentication, login }: Said,
): SaidServer[] {
  const host = prfEntry(values, `${prefix}Server`);
  if (host === undefined || host.value === '') {
    lose(reading, { at: values?.at ?? at }, 'import.lost-incomplete', { what: `${name}: ${prefix}Server` });
    return [];
  }
  const entry = prfEntry(values, `${prefix}Port`);
  const port = Number(entry?.value);
  const valid = entry !== undefined && Number.isInteger(port) && port >= 1 && port <= 65_535;
  if (entry !== undefined && !valid) lose(reading, entry, 'import.lost-port', { value: entry.value });
  const said = login === undefined ? undefined : prfEntry(values, login);
  return [
    {
      protocol: ({ IMAP: 'imap', POP3: 'pop3', SMTP: 'smtp' } as const)[prefix],
      host: host.value,
      port: valid ? port : undefined,
      security,
      authentication: [authentication],
      login: said === undefined ? undefined : personalLogin(said.value, reading.placeOf(said)),
      place: reading.placeOf(host),
    },
  ];
}

/** What the account says beside that; what it is called, and the person, are in no profile. */
function loseOthers(reading: FileReading<Spot>, account: PrfAccount): void {
  const read = new Set(
    [...READ, ...READ_SMTP.map((key) => `SMTP${key}`), ...READ_INCOMING.map((key) => `${prefixOf(account)}${key}`)].map(
      (key) => key.toLowerCase(),
    ),
  );
  for (const entry of account.values?.entries ?? []) {
    if (/passw|secret/i.test(entry.key)) lose(reading, entry, 'import.lost-password', {});
    else if (!read.has(entry.key.toLowerCase())) lose(reading, entry, 'import.lost', { what: entry.key });
  }
}

function isOn(value: string): boolean {
  return /^(?:[1-9]\d*|yes|true)$/i.test(value);
}
