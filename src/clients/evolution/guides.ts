import { isProblem } from '../../errors.ts';
import { planFor } from '../client.ts';
import { defineGuide, type OwnGuide, wherePageOpens, whereTyped } from '../guide.ts';
import { issuerOf } from './oauth2-hosts.ts';
import { askedBy, planSources } from './sources.ts';
import { words } from './words.ts';

/** The same assistant asks for every account. (Labels: Evolution 3.46, its catalogues; their order: e-mail-config-*-backend.c.) */
export const guides: readonly OwnGuide[] = [
  defineGuide(words, 'evolution', {
    signIn: ['password', 'cram-md5'],
    browser: { issuer: issuerOf },
    files: () => ['install'],
    remover: 'remove',
    asks: (account) => {
      const plan = planFor(planSources, account);
      return isProblem(plan) ? 'password' : askedBy(plan).asks;
    },
    ways: {
      file: [
        { words: 'run', inFolder: 'runInFolder', runs: true },
        { words: 'password', asks: ['password'], namesPassword: true },
        { words: 'browser', asks: ['browser'], fields: ['pageLogin'] },
        { words: 'both', asks: ['both'], fields: ['pageLogin'], namesPassword: true },
        { words: 'nothing', asks: ['nothing'] },
      ],
    },
    steps: [
      { words: 'identity', fields: ['name', 'address'] },
      {
        words: 'receiving',
        fields: [
          ...(['protocol', 'incomingHost', 'incomingPort', 'incomingLogin'] as const),
          ...(['incomingSecurity', 'incomingAuthentication'] as const),
        ],
      },
      { words: 'options' },
      {
        words: 'sending',
        fields: [
          ...(['outgoingHost', 'outgoingPort', 'signIn', 'outgoingSecurity'] as const),
          ...(['outgoingAuthentication', 'outgoingLogin'] as const),
        ],
      },
      { words: 'summary', fields: ['accountName'] },
      { words: 'apply' },
      { words: 'password', fields: ['password'], when: whereTyped },
      { words: 'browser', fields: ['pageLogin'], when: wherePageOpens },
    ],
  }),
];
