import { type Problem, problem } from '../errors.ts';
import type { Account, ExchangeService } from '../model/account.ts';
import { fitsHttp } from '../model/http-login.ts';

/*
 * What the files for device management share. They set up Exchange ActiveSync and nothing else: no app has keys for IMAP there (Google's help 7065453;
 * Microsoft's "Account setup with modern authentication", "Account configuration in Outlook"; 9Folders' help 15362).
 */

/** Is there anything for such a file to carry? */
export function offersActiveSync({ exchange }: Account): boolean {
  return exchange?.activeSync === true;
}

/** An account by way of ActiveSync, under our names. The login of Exchange is not always that of the other services. */
export type ActiveSyncPlan = Readonly<Record<'address' | 'login' | 'host' | 'label', string>> & {
  /** OAuth 2.0, and no password. */
  readonly modern: boolean;
};

/**
 * Consoles replace variables in these values before a device gets them: `{{mail}}` (Intune), `%emailaddress%` (named in Google's help), `$emailaddress$`
 * (TinyMDM), `${EMAIL}` and `{EmailAddress}` elsewhere. No notation has an escape for them.
 */
const VARIABLE = /\{\{|\$?\{\w+\}|%\w+%|\$\w+\$/;

/** What the files show. A value that a console would take for a variable would give somebody else's login, or none. */
export function planActiveSync({ exchange, address, displayAddress, provider }: Account): ActiveSyncPlan | Problem {
  // Where there is no Exchange, no such file applies.
  const { host = '', login = '', authentication: [first] = ['password'] }: Partial<ExchangeService> = exchange ?? {};
  const value = [address, login].find((each) => VARIABLE.test(each));
  if (value !== undefined) return problem('active-sync.variable', { value });
  if (!fitsHttp(login)) return problem('active-sync.colon', { value: login });
  return { address, login, host, label: `${provider.shortName} – ${displayAddress}`, modern: first === 'oauth2' };
}

/** Plans for an app of which no source names the key for modern authentication: its file says nothing of it, and the app would ask for a password. */
export function planPasswordOnly(program: string) {
  return (account: Account): ActiveSyncPlan | Problem => {
    const { exchange } = account;
    return exchange?.authentication.includes('password') === false
      ? problem('active-sync.modern', { program, host: exchange.host })
      : planActiveSync(account);
  };
}
