import { defineGuide, type Guide } from '../../guides/guide.ts';

const incoming = ['incomingHost', 'incomingPort', 'incomingSecurity'] as const;
const outgoing = ['outgoingHost', 'outgoingPort', 'outgoingSecurity'] as const;

/** Outlook step by step. */
export const guides: readonly Guide[] = [
  defineGuide('outlook-android', {
    devices: ['android'],
    signIn: ['password'],
    imapOnly: true,
    steps: [
      { words: 'address', fields: ['address'] },
      { words: 'provider' },
      { words: 'protocol', choosesProtocol: true },
      { words: 'advanced' },
      { words: 'incoming', fields: ['name', 'accountName', ...incoming, 'incomingLogin', 'incomingPassword'] },
      { words: 'outgoing', fields: [...outgoing, 'outgoingLogin', 'outgoingPassword'] },
    ],
  }),
];
