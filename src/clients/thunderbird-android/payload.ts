import { isProblem, type Problem, UnrepresentableError, problem as unrepresentable } from '../../errors.ts';
import type { Account } from '../../model/account.ts';
import { fitsXml } from '../../template/escape.ts';
import type { Choice } from '../choose.ts';
import { planFor } from '../client.ts';
import { type Chosen, planServers, refusesForCode, type SignIn, security } from './servers.ts';
import { problem } from './words.ts';

/**
 * The text of the account-import QR code, version 1 (thunderbird-android, feature/migration/qrcode/qr-code-format.md). The reader is stricter than that
 * description: it refuses the whole code for a `null` or for one value that it does not know, so optional members are left out instead.
 */

/** What Thunderbird on computers keeps to (QRExport.sys.mjs), and the bytes that a QR code can hold at all (ISO/IEC 18004, version 40-L). */
const LIMIT = { accounts: 3, characters: 800, bytes: 2953 } as const;

const IMAP_OR_POP3 = { imap: 0, pop3: 1 } as const;
const SMTP = 0;

/**
 * The texts of as many codes as these accounts need: an account is never split, three stand in a code at most, and no code is longer than 800 characters
 * unless one account is.
 * @throws UnrepresentableError naming the account that no code can carry
 */
export function payloads(accounts: readonly Account[]): string[] {
  const codes: string[][] = [];
  // No sequence number is longer than the number of accounts.
  const most = accounts.length;
  for (const account of accounts) {
    const entry = entryOf(account, most);
    if (typeof entry !== 'string') throw new UnrepresentableError(entry);
    const last = codes.at(-1);
    const fits =
      last !== undefined &&
      last.length < LIMIT.accounts &&
      textOf(most, most, [...last, entry]).length <= LIMIT.characters;
    if (fits) last.push(entry);
    else codes.push([entry]);
  }
  return codes.map((entries, index) => textOf(index + 1, codes.length, entries));
}

/** The text of the one code of this account, or why no code can carry it. */
export function planPayload(account: Account): { readonly payload: string; readonly servers: Chosen } | Problem {
  const entry = entryOf(account, 1);
  const servers = planFor(planServers, account);
  if (typeof entry !== 'string') return entry;
  return isProblem(servers) ? servers : { payload: textOf(1, 1, [entry]), servers };
}

function textOf(sequence: number, count: number, entries: readonly string[]): string {
  return `[1,[${sequence},${count}],${entries.join(',')}]`;
}

/** The two members that an account adds to a code, or why it cannot. `most`: the highest sequence number that may stand before them. */
function entryOf(account: Account, most: number): string | Problem {
  const refusal = refusesForCode(account);
  if (refusal !== undefined) return refusal;
  const servers = planFor(planServers, account);
  return isProblem(servers) ? servers : written(account, servers, most);
}

function written(account: Account, { incoming, outgoing }: Chosen, most: number): string | Problem {
  const { address, name = '', provider } = account;
  const unreadable = [incoming.method.login, outgoing.method.login, provider.shortName, address, name].find(
    (text) => !isReadable(text),
  );
  if (unreadable !== undefined)
    return unrepresentable('value.unrepresentable', { notation: 'XML', value: JSON.stringify(unreadable) });
  const entry = [
    [IMAP_OR_POP3[incoming.server.protocol], ...connection(incoming), provider.shortName],
    // One group: the app imports the first and no other.
    [
      [
        [SMTP, ...connection(outgoing)],
        [address, name],
      ],
    ],
  ];
  const text = JSON.stringify(entry)
    .slice(1, -1)
    .replace(/[^\0-\x7f]/g, escaped);
  const bytes = textOf(most, most, [text]).length;
  if (bytes <= LIMIT.bytes) return text;
  return problem('thunderbird-android.too-long', { value: address, bytes, most: LIMIT.bytes });
}

/**
 * The app makes a settings file of what it scans, and its XML writer throws for what XML has no character for, where nothing catches that; with a line break
 * it refuses the code. (Seen when its code was run: QrCodePayloadValidator.kt, XmlSettingWriter.kt.)
 */
function isReadable(text: string): boolean {
  return fitsXml(text) && !/[\r\n]/.test(text);
}

function connection({ server, method }: Choice<Account['outgoing'][0], SignIn>): (string | number)[] {
  return [server.host, server.port, security[server.security].code, method.code, method.login];
}

/** A QR code does not say in which encoding its bytes are: the app takes them for UTF-8, other readers guess (zbar 0.23 reads `Prénom` as `Pr矇nom`). ASCII is safe. */
function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
