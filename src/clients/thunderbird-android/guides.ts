import { defineGuide, type Guide } from '../guide.ts';
import { draw } from '../qr.ts';
import { findsLogins } from './discovery.ts';
import { payloads, refusesPayload } from './payload.ts';
import { asksFor, refusesForFile } from './servers.ts';

const incoming = ['incomingHost', 'incomingSecurity', 'incomingPort'] as const;
const outgoing = ['outgoingHost', 'outgoingSecurity', 'outgoingPort'] as const;

/** (Labels: the app's string files at a59bd67.) */
export const guides: readonly Guide[] = [
  defineGuide('thunderbird-android', {
    signIn: ['password', 'cram-md5'],
    refuses: refusesForFile,
    // The code is drawn on the page.
    files: () => ['k9s'],
    codes: (account) => (refusesPayload(account) === undefined ? payloads([account]).map(draw) : []),
    asks: asksFor,
    misled: (account) => (findsLogins(account) ? (asksFor(account) === 'both' ? 'signIn' : undefined) : 'login'),
    steps: [
      { words: 'address', fields: ['address'] },
      { words: 'edit', when: (_, account) => findsLogins(account) },
      { words: 'replace', when: (_, account) => !findsLogins(account) },
      {
        words: 'incoming',
        fields: ['protocol', ...incoming, 'incomingAuthentication', 'incomingLogin', 'incomingPassword'],
      },
      { words: 'outgoing', fields: [...outgoing, 'outgoingAuthentication', 'outgoingLogin', 'outgoingPassword'] },
      { words: 'folders' },
      { words: 'names', fields: ['accountName', 'name'] },
      { words: 'sync' },
    ],
  }),
];
