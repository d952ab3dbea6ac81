import { defineGuide } from '../../guides/guide.ts';
import { defineClient } from '../client.ts';

const incoming = ['incomingHost', 'incomingSecurity', 'incomingPort'] as const;
const outgoing = ['outgoingHost', 'outgoingSecurity', 'outgoingPort'] as const;

/** The mail apps of Android that take no file. (Their labels: from guides and memory, held against no device.) */
export const android = defineClient({
  id: 'android',
  title: 'Android',
  devices: ['android'],
  formats: [],
  guides: [
    defineGuide('gmail', {
      signIn: ['password'],
      steps: [
        { words: 'address', fields: ['address'] },
        { words: 'protocol', choosesProtocol: true },
        { words: 'password', fields: ['password'] },
        { words: 'incoming', fields: ['incomingLogin', ...incoming] },
        { words: 'outgoing', fields: ['signIn', 'outgoingLogin', 'outgoingPassword', ...outgoing] },
        { words: 'options' },
        { words: 'names', fields: ['accountName', 'name'] },
      ],
    }),
    defineGuide('samsung', {
      signIn: ['password'],
      steps: [
        { words: 'address', fields: ['address', 'password'] },
        { words: 'protocol', choosesProtocol: true },
        { words: 'incoming', fields: ['incomingLogin', ...incoming] },
        { words: 'outgoing', fields: [...outgoing, 'signIn', 'outgoingLogin', 'outgoingPassword'] },
      ],
    }),
  ],
});
