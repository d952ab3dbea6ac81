import type { Account } from '../model/account.ts';
import type { Context } from '../template/context.ts';
import type { Catalogue } from '../words/index.ts';
import { loginsOf } from './logins.ts';

/** What stands beside a page where there is room: whose it is and with what they log in, the way to the account, and the code that opens the page on a phone. */
export interface Beside {
  readonly account: Account;
  readonly texts: Catalogue;
  /** The page about getting the account. */
  readonly accountPage: string | undefined;
  readonly phone: Context | false;
  /** An address to type on the phone, where a code would stand beside another. */
  readonly typed?: string | undefined;
}

export function besideContext({ account, texts, accountPage, phone, typed }: Beside): Context {
  const { page, onboarding } = texts;
  const { kind, incoming, outgoing } = loginsOf(account);
  const several = [
    { label: page.loginIncoming, value: incoming },
    { label: page.loginOutgoing, value: outgoing },
  ];
  const shown = kind === 'same' ? [] : kind === 'several' ? several : [{ label: page.loginToSignIn, value: incoming }];
  return {
    label: page.beside,
    addressLabel: kind === 'same' ? page.addressAndLogin : page.address,
    address: { value: account.displayAddress },
    // In one column the address is under the title of the page, and here nothing would be left.
    addressAlone: shown.length === 0 && accountPage === undefined,
    logins: shown,
    accountPage: accountPage !== undefined && { href: accountPage, title: onboarding.overviewLink },
    phone,
    typed: typed !== undefined && { title: page.onPhone, text: page.onPhoneTyped, value: typed },
  };
}
