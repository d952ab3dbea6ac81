import { defineGuide, type OwnGuide, wherePageOpens, whereTyped } from '../guide.ts';
import { issuerOf } from './oauth2-hosts.ts';
import { words } from './words.ts';

/**
 * Sending, then the identity that sends through it, then the mailbox that belongs to the identity: each is chosen in the next. (Labels: the catalogues of KMail
 * and its parts, 22.12; their pages: its dialogs' sources. The way from page to page was clicked through by nobody, and no sign-in was tried with a login
 * other than the address, and none by OAuth 2.0.) KMail's own assistant asks Mozilla's list before the provider, and neither for the person's address: it is left out.
 */
export const guides: readonly OwnGuide[] = [
  defineGuide(words, 'kmail', {
    // Of the ways in its lists, those with a password.
    signIn: ['password', 'cram-md5'],
    browser: { issuer: issuerOf },
    imapOnly: true,
    boxes: ['signIn'],
    steps: [
      { role: 'primary', words: 'addSendingFirst', fields: [['accountName', 'sendingName']] },
      { role: 'additional', words: 'addSending', fields: [['accountName', 'sendingName']] },
      {
        words: 'sending',
        fields: ['outgoingHost', 'signIn', 'outgoingLogin', 'outgoingPassword'],
        when: ({ methods }) => methods.outgoing !== 'oauth2',
      },
      {
        words: 'sendingByPage',
        fields: ['outgoingHost', 'signIn', 'outgoingLogin'],
        when: ({ methods }) => methods.outgoing === 'oauth2',
      },
      { words: 'sendingAdvanced', fields: ['outgoingSecurity', 'outgoingPort', 'outgoingAuthentication'] },
      { role: 'primary', words: 'firstIdentity' },
      { role: 'additional', words: 'addIdentity', fields: [['accountName', 'identityName']] },
      { words: 'identity', fields: ['name', 'address'] },
      { words: 'identityAdvanced', fields: [['accountName', 'identitySending']] },
      { words: 'addReceiving' },
      { words: 'receiving', fields: ['accountName', 'incomingHost', 'incomingLogin', 'incomingPassword'] },
      { words: 'receivingAdvanced', fields: ['incomingSecurity', 'incomingPort', 'incomingAuthentication'] },
      { role: 'additional', words: 'receivingIdentity', fields: [['accountName', 'receivingIdentity']] },
      { words: 'save' },
      { words: 'wallet', namesPassword: true, when: whereTyped },
      { words: 'browser', fields: ['pageLogin'], when: wherePageOpens },
    ],
  }),
];
