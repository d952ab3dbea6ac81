import { filled } from '../../words/words.ts';
import type { FormatDefinition } from '../client.ts';
import { accountPrefs, formerKeys, type KeysInput, keyOf, refusesPrefs } from './prefs.ts';
import type { ThunderbirdPlan } from './servers.ts';
import type { OwnWords } from './words.ts';

type Managed = FormatDefinition<ThunderbirdPlan, OwnWords>;

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
  ],
  refuses: refusesPrefs,
} as const satisfies Partial<Managed>;

/** Adds the account. */
export const managed: Managed = {
  ...facts,
  id: 'managed',
  template: 'thunderbird/thunderbird.cfg',
  purpose: ({ words }) => words.managed,
  fileName: () => CONFIGURATION,
  context: (input) => ({
    ...keysContext(input),
    comments: filled(input.words.managedComments, { address: input.account.displayAddress }),
    preferences: accountPrefs(input),
  }),
};

/** Makes Thunderbird run it. */
export const managedLoader: Managed = {
  ...facts,
  id: 'managed-loader',
  template: 'thunderbird/autoconfig.js',
  companion: true,
  purpose: ({ words }) => words.managedLoader,
  fileName: () => 'autoconfig.js',
  context: ({ words }) => ({ comment: words.managedLoader.use, fileName: CONFIGURATION }),
};

/** Takes it away again: without it, the person's lists would keep names behind which nothing stands. */
export const managedRemoval: Managed = {
  ...facts,
  id: 'managed-removal',
  template: 'thunderbird/thunderbird-remove.cfg',
  purpose: ({ words }) => words.managedRemoval,
  fileName: () => 'thunderbird-remove.cfg',
  context: (input) => ({
    ...keysContext(input),
    comments: [input.words.managedRemoval.use],
  }),
};

/** What the names of its parts have in common, and had before; and how many outgoing servers it has. */
function keysContext({ account, plan }: KeysInput) {
  return { key: keyOf(account), formerKeys: formerKeys(account), outgoing: plan.outgoing.map((_, index) => index + 1) };
}
