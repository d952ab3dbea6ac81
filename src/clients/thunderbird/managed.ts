import type { Account } from '../../model/account.ts';
import { defineFormat, type Support } from '../client.ts';
import { accountPreferences, keysOf, refusesPreferences } from './preferences.ts';

/*
 * The account on one person's computer that an administrator looks after: a script that Thunderbird runs at every start, after it has read
 * the person's preferences (AutoConfig, also called MCD). It adds the account and its outgoing servers at the end of the person's lists,
 * where they are not in them yet, and gives their settings as defaults, so nothing of the person's is replaced and a new file takes effect.
 *
 * There is no policies.json. Policies can set the same preferences, and `mail.accountmanager.appendaccounts` does add the account; but
 * nothing adds to `mail.smtpservers`: as a default it is hidden by the person's own list, as a user value it replaces that list. Beside
 * an account that the person already has, the new one then has no outgoing server: Thunderbird finds none for its identity
 * (seen with 153; test/system/thunderbird-managed.test.ts).
 */

const CONFIGURATION = 'thunderbird.cfg';

const facts = {
  mediaType: 'text/javascript; charset=utf-8',
  audience: 'admin',
  support: [
    { product: 'Thunderbird 140', evidence: 'tested' },
    { product: 'Thunderbird 153', evidence: 'tested' },
    { product: 'Thunderbird 149–156', evidence: 'documented' },
  ] as readonly Support[],
  refuses: refusesPreferences,
} as const;

/** Adds the account. */
export const managed = defineFormat({
  ...facts,
  id: 'managed',
  template: 'thunderbird/thunderbird.cfg',
  purpose: (texts) => texts.thunderbird.managed,
  fileName: () => CONFIGURATION,
  context: (account, { thunderbird }) => ({
    ...keysContext(account),
    comments: thunderbird.managedComments({ address: account.displayAddress }),
    preferences: accountPreferences(account),
  }),
});

/** Makes Thunderbird run it. */
export const managedLoader = defineFormat({
  ...facts,
  id: 'managed-loader',
  template: 'thunderbird/autoconfig.js',
  companion: true,
  purpose: (texts) => texts.thunderbird.managedLoader,
  fileName: () => 'autoconfig.js',
  context: (_, { thunderbird }) => ({ comment: thunderbird.managedLoader.use, fileName: CONFIGURATION }),
});

/** Takes it away again: without it, the person's lists would keep names behind which nothing stands. */
export const managedRemoval = defineFormat({
  ...facts,
  id: 'managed-removal',
  template: 'thunderbird/thunderbird-remove.cfg',
  purpose: (texts) => texts.thunderbird.managedRemoval,
  fileName: () => 'thunderbird-remove.cfg',
  context: (account, { thunderbird }) => ({
    ...keysContext(account),
    comments: [thunderbird.managedRemoval.use],
  }),
});

function keysContext(account: Account) {
  const { account: key, outgoing } = keysOf(account);
  return { account: key, outgoing };
}
