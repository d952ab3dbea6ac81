import { apple } from '../../../clients/apple/index.ts';
import { InputError } from '../../../errors.ts';
import type { Account } from '../../../model/account.ts';
import { deviceOf } from '../../../pages/device.ts';
import { personal, plainText } from '../answer.ts';
import { isNobody } from '../nobody.ts';
import { addressIn } from '../query.ts';
import type { Handler, Route, Visit } from '../route.ts';
import { type ServedFormat, servedFormat } from '../serve-format.ts';
import { notSigned, orUnsigned, UNSIGNED } from '../unsigned.ts';
import { accountFor } from './asking.ts';

const profile = servedFormat(apple, 'profile');
const exchange = { ios: servedFormat(apple, 'exchange-ios'), macos: servedFormat(apple, 'exchange-macos') };
const utf8 = new TextEncoder();

/** The configuration profile that Safari hands to the system; a person asks for it by the address or by the login. */
const mobileconfig: Handler = (visit) => {
  const given = addressIn(visit.target, 'email');
  if (typeof given === 'string') return plainText(400, 'email is missing or not an e-mail address.');
  const account = accountOf(given.address.text, visit);
  if (account === undefined) return plainText(404, 'Not a mail domain of this server.');
  const format = formatFor(account, visit);
  const text = format?.text(account);
  if (format === undefined || text === undefined)
    return plainText(404, 'This mailbox cannot be expressed as a configuration profile.');
  const { sign } = visit;
  const body = sign === undefined ? text : orUnsigned(() => sign(utf8.encode(text)));
  if (body === UNSIGNED) return notSigned();
  const disposition = `attachment; filename="${format.fileName(account)}"`;
  return personal(body, format.mediaType, { 'Content-Disposition': disposition });
};

/** One profile serves every device, but where Exchange is the only way to the mailbox: each system has its own for that. */
function formatFor({ incoming, exchange: offered }: Account, { request }: Visit): ServedFormat | undefined {
  if (incoming.length > 0) return profile;
  const able = [...(offered?.activeSync ? ['ios' as const] : []), ...(offered?.webServices ? ['macos' as const] : [])];
  const device = deviceOf(request.headers.get('User-Agent'));
  const found = able.find((each) => each === device) ?? able[0];
  return found && exchange[found];
}

export const mobileconfigRoutes: readonly Route[] = [
  { path: '/email.mobileconfig', name: 'mobileconfig', cost: 2, GET: mobileconfig },
];

/** The account by the rules, read backwards where it is a login. */
function accountOf(who: string, visit: Visit): Account | undefined {
  try {
    const account = accountFor(who, 'additional', visit);
    return isNobody(account) ? undefined : account;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
