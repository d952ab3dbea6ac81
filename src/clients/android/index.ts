import { defineGuide } from '../../guides/guide.ts';
import { defineClient } from '../client.ts';

const incoming = ['incomingHost', 'incomingSecurity', 'incomingPort'] as const;
const outgoing = ['outgoingHost', 'outgoingSecurity', 'outgoingPort'] as const;

/**
 * The mail apps of Android that take no file. (Labels of Gmail and Samsung Email: from guides and memory, held against no device. Those of FairEmail: its
 * string files and layouts at e23dd9d.)
 */
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
    defineGuide('fairemail', {
      signIn: ['password'],
      // The form for POP3 is another one, of which nothing is known here.
      imapOnly: true,
      steps: [
        { words: 'protocol', choosesProtocol: true },
        { words: 'incoming', fields: [...incoming, 'incomingLogin', 'incomingPassword', 'accountName'] },
        { words: 'check' },
        { words: 'identity', fields: ['name', 'address'] },
        { words: 'outgoing', fields: [...outgoing, 'outgoingLogin', 'outgoingPassword'] },
      ],
    }),
  ],
});
