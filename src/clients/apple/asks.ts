import { isProblem } from '../../errors.ts';
import type { Account } from '../../model/account.ts';
import type { Asks } from '../../model/sign-in.ts';
import { planFor } from '../client.ts';
import { exchangeOpensPage } from './payloads.ts';
import { methodValues, planMail } from './servers.ts';

/** What the device asks for when it installs a profile. @param format of the profile; that for mail, where none is named */
export function asksOnInstall(account: Account, format = 'profile'): Asks {
  const { exchange } = account;
  if (format.startsWith('exchange') && exchange !== undefined)
    return exchangeOpensPage(exchange) ? 'browser' : 'password';
  const plan = planFor(planMail, account);
  if (isProblem(plan)) return 'password';
  const asksNothing = [plan.incoming, plan.outgoing].every(({ method }) => method === methodValues.none);
  return asksNothing ? 'nothing' : 'password';
}
