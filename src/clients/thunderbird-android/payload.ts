import { isProblem, type Problem, problem as unrepresentable } from '../../errors.ts';
import type { Account, Server } from '../../model/account.ts';
import { derive, sampled } from '../../prepare/marks.ts';
import { fitsXml } from '../../template/escape.ts';
import type { Choice } from '../choose.ts';
import { planFor } from '../client.ts';
import { type Code, codeOf } from '../qr.ts';
import { type Chosen, planServers, refusesForCode, type SignIn, securityWords } from './servers.ts';
import { problem } from './words.ts';

/**
 * The text of the account-import QR code, version 1 (thunderbird-android, feature/migration/qrcode/qr-code-format.md). The reader is stricter than that
 * description: it refuses the whole code for a `null` or for one value that it does not know, so optional members are left out instead.
 */

/** The bytes that a QR code can hold (ISO/IEC 18004, version 40-L). */
const LIMIT = 2953;

const IMAP_OR_POP3 = { imap: 0, pop3: 1 } as const;
const SMTP = 0;

/** The one code of an account, its text, and the servers that it names. */
interface CodePlan {
  readonly payload: string;
  readonly picture: Code;
  readonly servers: Chosen;
}

/** The one code of this account, or why no code can carry it. */
export function planPayload(account: Account): CodePlan | Problem {
  const servers = planFor(planServers, account);
  const refusal = refusesForCode(account);
  if (refusal !== undefined) return refusal;
  if (isProblem(servers)) return servers;
  const payload = written(account, servers);
  return typeof payload === 'string' ? { payload, picture: codeOf(payload), servers } : payload;
}

function written(account: Account, { incoming, outgoing }: Chosen): string | Problem {
  const { address, name = '', provider } = account;
  const unreadable = [incoming.method.login, outgoing.method.login, provider.shortName, address, name].find(
    (text) => !isReadable(text),
  );
  if (unreadable !== undefined)
    return unrepresentable('value.unrepresentable', { notation: 'XML', value: JSON.stringify(unreadable) });
  const code = [
    1,
    // The first of one code.
    [1, 1],
    [IMAP_OR_POP3[incoming.server.protocol], ...connection(incoming), provider.shortName],
    // One group: the app imports the first and no other.
    [
      [
        [SMTP, ...connection(outgoing)],
        [address, name],
      ],
    ],
  ];
  const text = derive(inAscii, JSON.stringify(code));
  const bytes = sampled(text).length;
  return bytes <= LIMIT ? text : problem('thunderbird-android.too-long', { value: address, bytes, most: LIMIT });
}

/**
 * The app makes a settings file of what it scans, and its XML writer throws for what XML has no character for, where nothing catches that; with a line break
 * it refuses the code. (Seen when its code was run: QrCodePayloadValidator.kt, XmlSettingWriter.kt.)
 */
function isReadable(text: string): boolean {
  return fitsXml(text) && !/[\r\n]/.test(text);
}

function connection({ server, method }: Choice<Server, SignIn>): (string | number)[] {
  return [server.host, server.port, securityWords[server.security].code, method.code, method.login];
}

/** A QR code does not say in which encoding its bytes are: the app takes them for UTF-8, other readers guess (zbar 0.23 reads `Prénom` as `Pr矇nom`). ASCII is safe. */
const inAscii = (text: string) => text.replace(/[^\0-\x7f]/g, escaped);

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
