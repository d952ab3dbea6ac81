import { defineGuide, type OwnGuide } from '../guide.ts';
import { words } from './words.ts';

/** A first account is asked for by a wizard, a further one in the dialog of an account. (Labels: Claws Mail 4.1.1, the program and its French catalogue.) */
export const guides: readonly OwnGuide[] = [
  defineGuide(words, 'claws-mail', {
    // It takes the best way that the server offers, these two among others (imap_auth_method, smtp_auth_method: automatic).
    signIn: ['password', 'cram-md5'],
    files: () => ['install'],
    remover: 'remove',
    ways: {
      file: [
        { words: 'run', inFolder: 'runInFolder', runs: true },
        { words: 'password', asks: ['password', 'both', 'browser', 'certificate'], namesPassword: true },
        { words: 'nothing', asks: ['nothing'] },
      ],
    },
    steps: [
      {
        role: 'primary',
        words: 'you',
        fields: [
          ['name', 'wizardName'],
          ['address', 'wizardAddress'],
        ],
      },
      {
        role: 'primary',
        words: 'receiving',
        fields: [
          ['protocol', 'wizardProtocol'],
          'incomingHostAndPort',
          ['incomingLogin', 'wizardLogin'],
          'incomingPassword',
          'incomingTls',
          'incomingStarttls',
        ],
      },
      {
        role: 'primary',
        words: 'sending',
        fields: [
          'outgoingHostAndPort',
          ['signIn', 'wizardSignIn'],
          ['outgoingLogin', 'wizardOutgoingLogin'],
          ['outgoingPassword', 'wizardOutgoingPassword'],
          'outgoingTls',
          'outgoingStarttls',
        ],
      },
      { role: 'primary', words: 'disk' },
      { role: 'primary', words: 'save' },
      {
        role: 'additional',
        words: 'basic',
        fields: [
          ...(['accountName', 'name', 'address', 'protocol'] as const),
          ...(['incomingHost', 'outgoingHost', 'incomingLogin', 'incomingPassword'] as const),
        ],
      },
      { role: 'additional', words: 'send', fields: ['signIn', 'outgoingLogin', 'outgoingPassword'] },
      { role: 'additional', words: 'tls', fields: ['incomingSecurity', 'outgoingSecurity'] },
      { role: 'additional', words: 'advanced', fields: ['outgoingPort', 'incomingPort'] },
    ],
  }),
];
