import { type Problem, problem } from '../errors.ts';
import type { Account, ExchangeService } from '../model/account.ts';
import type { Context } from './client.ts';

/*
 * What the files for device management share. They set up Exchange ActiveSync and nothing else: no app has keys for IMAP there (Google's help 7065453;
 * Microsoft's "Account setup with modern authentication", "Account configuration in Outlook"; 9Folders' help 15362).
 */

/** Is there anything for such a file to carry? */
export function offersActiveSync({ exchange }: Account): boolean {
  return exchange?.activeSync === true;
}

/** An account by way of ActiveSync, under our names. The login of Exchange is not always that of the other services. */
export function activeSyncContext(account: Account): Context {
  const { host, login } = activeSyncOf(account);
  const { address, displayAddress, provider } = account;
  return { address, login, host, label: `${provider.shortName} – ${displayAddress}` };
}

/**
 * Consoles replace variables in these values before a device gets them: `{{mail}}` (Intune), `%emailaddress%` (named in Google's help), `$emailaddress$`
 * (TinyMDM), `${EMAIL}` and `{EmailAddress}` elsewhere. No notation has an escape for them.
 */
const VARIABLE = /\{\{|\$?\{\w+\}|%\w+%|\$\w+\$/;

/** A value that a console would take for a variable would give somebody else's login, or none. */
export function refusesVariables(account: Account): Problem | undefined {
  const value = [account.address, activeSyncOf(account).login].find((each) => VARIABLE.test(each));
  return value === undefined ? undefined : problem('active-sync.variable', { value });
}

function activeSyncOf({ exchange }: Account): ExchangeService {
  // A format asks `offersActiveSync` first.
  if (exchange === undefined) throw new TypeError('the account has no Exchange');
  return exchange;
}
