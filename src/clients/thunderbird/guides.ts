import { defineGuide, type Guide } from '../../guides/guide.ts';

const incoming = [
  ...(['protocol', 'incomingHost', 'incomingPort', 'incomingSecurity'] as const),
  ...(['incomingAuthentication', 'incomingLogin'] as const),
];
const outgoing = [
  ...(['outgoingHost', 'outgoingPort', 'outgoingSecurity'] as const),
  ...(['outgoingAuthentication', 'outgoingLogin'] as const),
];

/** (Labels: the string files of Thunderbird 153 and of its French language pack; where they stand: its Account Hub, views/email.mjs.) */
export const guides: readonly Guide[] = [
  defineGuide('thunderbird', {
    signIn: ['password', 'cram-md5'],
    steps: [
      { words: 'address', fields: ['name', 'address'] },
      { words: 'incoming', fields: incoming },
      { words: 'outgoing', fields: outgoing },
      { words: 'test' },
      { words: 'password', fields: ['password'] },
      { words: 'finish' },
    ],
  }),
  // The tab that the Account Hub has replaced; version 153 has its labels still (accountSetup.ftl), but no longer the tab.
  defineGuide('thunderbird-classic', {
    signIn: ['password', 'cram-md5'],
    files: () => [],
    steps: [
      { words: 'address', fields: ['name', 'address', 'password'] },
      { words: 'incoming', fields: incoming },
      { words: 'outgoing', fields: outgoing },
      { words: 'done' },
    ],
  }),
];
