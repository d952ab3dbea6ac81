import { apple, mobileconfigName } from '../../../clients/apple/index.ts';
import { InputError, type Problem } from '../../../errors.ts';
import type { Account } from '../../../model/account.ts';
import type { Address } from '../../../model/address.ts';
import { deviceOf } from '../../../pages/device.ts';
import { attached, type Kind, personal, personalKind, plainText, redirect } from '../answer.ts';
import { withHelp } from '../help.ts';
import { isNobody } from '../nobody.ts';
import { pathOf } from '../people/paths.ts';
import { addressIn } from '../query.ts';
import type { Answer } from '../question.ts';
import { rootFrom } from '../relative.ts';
import type { Handler, Route, Visit } from '../route.ts';
import { type ServedFormat, servedFormat } from '../serve-format.ts';
import { notSigned, orUnsigned, UNSIGNED } from '../unsigned.ts';
import { accountFor, profilesAt } from './asking.ts';

const profile = servedFormat(apple, 'profile');
const exchange = { ios: servedFormat(apple, 'exchange-ios'), macos: servedFormat(apple, 'exchange-macos') };
const PROFILE: Kind = personalKind(profile.mediaType);

/** The configuration profile that Safari hands to the system; a person asks for it by the address or by the login. */
const mobileconfig: Handler = (visit) => {
  const given = addressIn(visit.question, 'email');
  if (typeof given === 'string') return plainText(400, 'email is missing or not an e-mail address.');
  const ready = readyFor(given.address, visit);
  if (ready !== undefined) return sent(ready, visit);
  const account = accountOf(given.address.text, visit);
  if (typeof account === 'string') return plainText(404, withHelp(account, profilesAt(visit)));
  if (mayBeTablet(account, visit)) return redirect(`${rootFrom(visit.question.path)}${pathOf(account)}`);
  const format = formatFor(account, visit);
  const bytes = format?.bytes(account);
  if (format === undefined || bytes === undefined)
    return plainText(404, withHelp('This mailbox cannot be expressed as a configuration profile.', profilesAt(visit)));
  return sent({ bytes, name: format.fileName(account) }, visit);
};

interface Made {
  readonly bytes: Uint8Array;
  readonly name: string;
}

function sent({ bytes, name }: Made, { sign }: Visit): Answer {
  const body = sign === undefined ? bytes : orUnsigned(() => sign(bytes));
  return body === UNSIGNED ? notSigned() : personal(body, [...PROFILE, ...attached(name)]);
}

/** What is known without the account, where the address is certainly one of whom is asked here, and one profile serves every device. */
function readyFor({ domain, local }: Address, { domains, host }: Visit): Made | undefined {
  const hosted = domains.get(domain);
  if (hosted === undefined || hosted.domain.incoming.length === 0) return undefined;
  if (host !== undefined && host.profile !== hosted.profile) return undefined;
  const bytes = profile.ready(hosted.domain, local);
  return bytes && { bytes, name: mobileconfigName(hosted.domain.provider) };
}

/** One profile serves every device, but where Exchange is the only way to the mailbox: each system has its own for that. */
function formatFor(account: Account, { question }: Visit): ServedFormat | undefined {
  if (account.incoming.length > 0) return profile;
  const able = ableTo(account);
  const device = deviceOf(question.header('user-agent'));
  const found = able.find((each) => each === device) ?? able[0];
  return found && exchange[found];
}

/** The systems that reach the mailbox by way of Exchange. */
function ableTo({ exchange: offered }: Account) {
  return [...(offered?.activeSync ? ['ios' as const] : []), ...(offered?.webServices ? ['macos' as const] : [])];
}

/** An iPad calls itself a Mac (device.ts), and takes no profile for one: where each has its own, the page of the mailbox lets the person choose. */
function mayBeTablet(account: Account, { question }: Visit): boolean {
  if (account.incoming.length > 0 || ableTo(account).length < 2) return false;
  return deviceOf(question.header('user-agent')) === 'macos';
}

export const mobileconfigRoutes: readonly Route[] = [
  { path: '/email.mobileconfig', name: 'mobileconfig', cost: 2, GET: mobileconfig },
];

/** The account by the rules, read backwards where it is a login; or why there is none, for whoever looks. */
function accountOf(who: string, visit: Visit): Account | string {
  try {
    const account = accountFor(who, 'additional', visit);
    return isNobody(account) ? 'Nobody of this server.' : account;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const codes = error.problems.map(({ code }) => code);
    if (codes.some((code) => code.startsWith('login.')))
      return 'No rule gives the login of this mailbox: type your address on the first page of this server, and it asks for your login.';
    if (codes.some((code) => SEVERAL.has(code))) return 'That login may be of several people: ask by the address.';
    return 'Not a mail domain of this server.';
  }
}

const SEVERAL: ReadonlySet<Problem['code']> = new Set(['who.ambiguous-login', 'who.one-way-login']);
