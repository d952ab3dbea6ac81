import type { Accountrc, AccountrcGroup } from '../../read/accountrc-file.ts';
import type { KeyFileEntry } from '../../read/key-file.ts';
import type { ViewedServer } from '../kind.ts';

/*
 * What Claws Mail 4.1.1 makes of the groups of an accountrc (account.c, prefs_gtk.c, prefs_account.c, prefs_migration.c). Numbers are read by C's atoi, and a switch is off
 * where its value is empty or begins with 0. test/system/linux/lint-claws-mail.test.ts holds all of it against the program.
 */

/** A service of an account, with what the program takes for it. */
export interface ClawsService extends ViewedServer {
  readonly protocol: 'imap' | 'pop3' | 'smtp';
  readonly port: number;
  readonly keys: (typeof serviceKeys)[keyof typeof serviceKeys];
  /** What the file says of the port, which counts where it is set, and of the protection. */
  readonly written: { readonly port: KeyFileEntry | undefined; readonly security: KeyFileEntry | undefined };
  readonly isPortSet: boolean;
}

export interface ClawsAccount {
  readonly group: AccountrcGroup;
  /** The group in which its settings are: the first that is called so. Without one they are those that the program has by itself. */
  readonly settings: AccountrcGroup | undefined;
  readonly number: number;
  /** As the file says; `undefined`: it does not, and the program then takes the one of its other files. */
  readonly version: number | undefined;
  /** RecvProtocol (prefs_account.h), by the numbers of version 1 on. */
  readonly protocol: number;
  readonly isDefault: boolean;
  readonly incoming: ClawsService | undefined;
  readonly outgoing: ClawsService | undefined;
  /** Both, where they are there. */
  readonly services: readonly ClawsService[];
}

/** The newest version of the file that 4.1.1 knows (5 is that of the source of 2025). */
export const NEWEST = 4;
/** Of releases up to 4.3.0, which is what most people have: 4.3.1 has 1 there. */
const PLAIN = 0;

const serviceKeys = {
  imap: { host: 'receive_server', security: 'ssl_imap', port: 'imap_port', flag: 'set_imapport', login: 'user_id' },
  pop3: { host: 'receive_server', security: 'ssl_pop', port: 'pop_port', flag: 'set_popport', login: 'user_id' },
  smtp: { host: 'smtp_server', security: 'ssl_smtp', port: 'smtp_port', flag: 'set_smtpport', login: 'smtp_user_id' },
} as const;

/** Ports without TLS at once, and with it (common/defs.h). */
const ports = { imap: [143, 993], pop3: [110, 995], smtp: [25, 465] } as const;
/** Protocols that receive (0 and 1) and those that send. */
const receiving: readonly ('pop3' | 'imap' | undefined)[] = ['pop3', 'imap'];
const sending: readonly number[] = [0, 1, 4];

/** The accounts that the program lists, in the order of the file. */
export function clawsAccounts({ groups }: Accountrc): ClawsAccount[] {
  const first = firstByLabel(groups);
  return groups.filter(isAccount).map((group) => accountOf(group, first.get(labelOf(group))));
}

/** It takes the last character of the line for the bracket, and then looks for the first line that begins with the label. */
function labelOf({ line }: AccountrcGroup): string {
  return line.endsWith(']') ? line : `${line.slice(0, -1)}]`;
}

function firstByLabel(groups: readonly AccountrcGroup[]): ReadonlyMap<string, AccountrcGroup> {
  const first = new Map<string, AccountrcGroup>();
  for (const group of groups)
    for (let end = group.line.indexOf(']'); end >= 0; end = group.line.indexOf(']', end + 1)) {
      const label = group.line.slice(0, end + 1);
      if (!first.has(label)) first.set(label, group);
      // A line of brackets alone would have as many labels as characters.
      if (end > MOST_LABEL) break;
    }
  return first;
}

/** Names of groups are shorter. */
const MOST_LABEL = 100;

/** The lines of accounts begin so. */
export function isAccount({ line }: AccountrcGroup): boolean {
  return line.startsWith('[Account: ');
}

/** The account that the program opens with: the last that says so, or the first. */
export function defaultAccount(accounts: readonly ClawsAccount[]): ClawsAccount | undefined {
  return accounts.findLast(({ isDefault }) => isDefault) ?? accounts[0];
}

function accountOf(group: AccountrcGroup, settings: AccountrcGroup | undefined): ClawsAccount {
  const value = (key: string) => settings?.values.get(key)?.value;
  const version = value('config_version') === undefined ? undefined : integer(value('config_version') ?? '');
  const protocol = protocolOf(integer(value('protocol') ?? '0'), version);
  const receives = receiving[protocol];
  const service = (name: ClawsService['protocol'], login: string | undefined, method: string | undefined) => {
    const keys = serviceKeys[name];
    const written = { port: settings?.values.get(keys.port), security: settings?.values.get(keys.security) };
    const type = written.security === undefined ? PLAIN : integer(written.security.value);
    const isPortSet = isOn(value(keys.flag));
    const [port, secure] = ports[name];
    return {
      protocol: name,
      keys,
      written,
      isPortSet,
      host: value(keys.host) ?? '',
      // An unsigned short.
      port:
        isPortSet && written.port !== undefined
          ? integer(written.port.value) & 0xffff
          : !isPortSet && type === 1
            ? secure
            : port,
      // SSLType (common/ssl.h); the numbers that it has not are as if there was none.
      security: type === 1 ? ('tls' as const) : type === 2 ? ('starttls' as const) : ('none' as const),
      authentication: method,
      login,
    };
  };
  const user = value('user_id') ?? '';
  const signsIn = isOn(value('use_smtp_auth'));
  const incoming =
    receives === undefined
      ? undefined
      : service(receives, user, methodNamed(imapMethods, receives === 'imap' ? value('imap_auth_method') : '0'));
  const outgoing =
    sending.includes(protocol) && !isOn(value('use_mail_command'))
      ? service(
          'smtp',
          signsIn ? value('smtp_user_id') || user : undefined,
          signsIn ? methodNamed(smtpMethods, value('smtp_auth_method')) : 'none',
        )
      : undefined;
  return {
    group,
    settings,
    number: integer(/\d.*/.exec(group.line.slice(0, -1))?.[0] ?? ''),
    version,
    protocol,
    isDefault: isOn(value('is_default')),
    incoming,
    outgoing,
    services: [incoming, outgoing].filter((each) => each !== undefined),
  };
}

/** Up to version 0 there were two more kinds of POP3 behind the first. */
function protocolOf(protocol: number, version = 0): number {
  if (version > 0) return protocol;
  if (protocol === 1) return 0;
  return protocol > 2 ? protocol - 2 : protocol;
}

/** Bits of imap-thread.h and smtp.h; 0 leaves it to the program. */
const imapMethods: Readonly<Record<number, string>> = { 2: 'cram-md5', 8: 'gssapi', 256: 'oauth2' };
const smtpMethods: Readonly<Record<number, string>> = { 2: 'cram-md5', 32: 'oauth2' };

function methodNamed(methods: typeof imapMethods, value: string | undefined): string {
  return methods[integer(value ?? '0')] ?? 'password';
}

export function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== '' && !value.startsWith('0');
}

/** C's atoi, as glibc has it: what it cannot read is 0, and what is too large is cut off. */
export function integer(text: string): number {
  if (text.length === 1 && text >= '0' && text <= '9') return text.charCodeAt(0) - 48;
  const digits = /^[ \t\n\v\f\r]*([+-]?\d+)/.exec(text)?.[1];
  if (digits === undefined) return 0;
  if (digits.length < 10) return Number(digits);
  const long = BigInt(digits.replace('+', '').slice(0, 24));
  return Number(BigInt.asIntN(32, long > LONG ? LONG : long < -LONG ? -LONG - 1n : long));
}

const LONG = 2n ** 63n - 1n;
