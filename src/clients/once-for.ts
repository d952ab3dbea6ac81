import type { Account } from '../model/account.ts';

/** The same, worked out once for an account, whoever asks. */
export function onceFor<T extends {}>(work: (account: Account) => T): (account: Account) => T {
  const known = new WeakMap<Account, T>();
  return (account) => {
    let found = known.get(account);
    if (found === undefined) {
      found = work(account);
      known.set(account, found);
    }
    return found;
  };
}
