import { isProblem, type Problem } from '../../errors.ts';
import type { Account } from '../../model/account.ts';
import { planFor } from '../client.ts';
import { defineGuide, type OwnGuide } from '../guide.ts';
import { planAccount } from './keyfile.ts';
import { words } from './words.ts';

/**
 * It looks for servers while the address is typed, and hides their fields where it finds some; it puts the address in as both logins, and has TLS chosen in a field that appears only after a
 * server has not answered so. (accounts-editor-add-pane.vala @bb191749; labels: Geary 43, the program and its French catalogue.)
 */
export const guides: readonly OwnGuide[] = [
  defineGuide(words, 'geary', {
    signIn: ['password'],
    imapOnly: true,
    refuses: refusal,
    files: () => ['install'],
    remover: 'remove',
    asks: () => 'password',
    ways: {
      file: [
        { words: 'run', inFolder: 'runInFolder', runs: true },
        { words: 'password', namesPassword: true },
      ],
    },
    steps: [
      { words: 'identity', fields: ['name', 'address'] },
      { words: 'receiving', fields: ['incomingHostAndPort', 'incomingSecurity', 'incomingLogin', 'incomingPassword'] },
      {
        words: 'sending',
        fields: ['outgoingHostAndPort', 'outgoingSecurity', 'outgoingLogin', 'outgoingPassword'],
        when: ({ methods }) => methods.outgoing !== 'none',
      },
      {
        words: 'sendingOpen',
        fields: ['outgoingHostAndPort', 'outgoingSecurity'],
        when: ({ methods }) => methods.outgoing === 'none',
      },
      { words: 'create' },
    ],
  }),
];

/** It takes an account of Google from GNOME alone; and there are addresses that it would cut. */
function refusal(account: Account): Problem | undefined {
  const plan = planFor(planAccount, account);
  return isProblem(plan) && plan.code !== 'geary.sign-in' ? plan : undefined;
}
