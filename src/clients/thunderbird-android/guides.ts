import { isProblem } from '../../errors.ts';
import type { Account } from '../../model/account.ts';
import { planFor } from '../client.ts';
import { defineGuide, type Misled, type OwnGuide, wherePageOpens } from '../guide.ts';
import { findsLogins } from './discovery.ts';
import { issuerOf } from './oauth2-hosts.ts';
import { planPayload } from './payload.ts';
import { asksFor, planServers, refusesForFile } from './servers.ts';
import { words } from './words.ts';

const incoming = ['incomingHost', 'incomingSecurity', 'incomingPort'] as const;
const outgoing = ['outgoingHost', 'outgoingSecurity', 'outgoingPort'] as const;

/** The last tap, by what the app then asks. */
const asked = [
  { words: 'password', asks: ['password'], namesPassword: true },
  { words: 'browser', asks: ['browser'] },
  { words: 'both', asks: ['both'], namesPassword: true },
  { words: 'certificate', asks: ['certificate'] },
  { words: 'certificateToo', asks: ['certificateToo'], namesPassword: true },
] as const;

/** (Labels: the app's string files at a59bd67.) */
export const guides: readonly OwnGuide[] = [
  defineGuide(words, 'thunderbird-android', {
    signIn: ['password', 'cram-md5', 'certificate'],
    browser: { issuer: issuerOf },
    refuses: refusesForFile,
    // The code is drawn on the page.
    files: () => ['k9s'],
    codes: (account) => {
      const plan = planFor(planPayload, account);
      return isProblem(plan) ? [] : [plan.picture];
    },
    asks: (account) => {
      const plan = planFor(planServers, account);
      return isProblem(plan) ? 'password' : asksFor(plan);
    },
    misled: misledOf,
    ways: {
      code: [
        { role: 'primary', words: 'scanFirst' },
        { role: 'additional', words: 'scanFurther' },
        { words: 'scan' },
        ...asked,
      ],
      file: [{ role: 'primary', words: 'fileFirst' }, { role: 'additional', words: 'fileFurther' }, ...asked],
    },
    steps: [
      { words: 'address', fields: ['address'] },
      { words: 'edit', when: (_, account) => findsLogins(account) },
      { words: 'replace', when: (_, account) => !findsLogins(account) },
      {
        words: 'incoming',
        fields: ['protocol', ...incoming, ...proofs('incoming')],
      },
      { words: 'outgoing', fields: [...outgoing, ...proofs('outgoing')] },
      { words: 'browser', fields: ['pageLogin'], when: wherePageOpens },
      { words: 'folders' },
      { words: 'names', fields: ['accountName', 'name'] },
      { words: 'sync' },
    ],
  }),
];

/** How the login is proved: of password and certificate, what is not asked for is left out. */
function proofs<Way extends 'incoming' | 'outgoing'>(way: Way) {
  return [`${way}Authentication`, `${way}Login`, `${way}Password`, `${way}Certificate`] as const;
}

/** In what the app would mislead who sets the mailbox up from the address alone. */
function misledOf(account: Account): Misled | undefined {
  if (!findsLogins(account)) return 'login';
  const plan = planFor(planServers, account);
  return !isProblem(plan) && asksFor(plan) === 'both' ? 'signIn' : undefined;
}
