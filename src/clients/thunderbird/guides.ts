import type { Account } from '../../model/account.ts';
import { defineGuide, type OwnGuide, type Servers, wherePageOpens, whereTyped } from '../guide.ts';
import { takesConfig } from './config.ts';
import { ownLogin } from './isp.ts';
import { issuerOf } from './oauth2-hosts.ts';
import { words } from './words.ts';

const incoming = [
  ...(['protocol', 'incomingHost', 'incomingPort', 'incomingSecurity'] as const),
  ...(['incomingAuthentication', 'incomingLogin'] as const),
];
const outgoing = [
  ...(['outgoingHost', 'outgoingPort', 'outgoingSecurity'] as const),
  ...(['outgoingAuthentication', 'outgoingLogin'] as const),
];

/** Has the page that Thunderbird shows something to compare: is some login other than the address, which it would take itself? */
const hasOwnLogin = ({ incoming, outgoing, methods }: Servers, { address }: Account) =>
  incoming.login !== address || (methods.outgoing !== 'none' && outgoing.login !== address);
const hasAddress = (servers: Servers, account: Account) => !hasOwnLogin(servers, account);

const compared = { fields: ['incomingLogin', 'outgoingLogin'], when: hasOwnLogin } as const;
const passwordAsked = { asks: ['password'], namesPassword: true } as const;
const bothAsked = { asks: ['both'], namesPassword: true } as const;

/** (Labels: the string files of Thunderbird 153 and of its French language pack; where they stand: its Account Hub, views/email.mjs.) */
export const guides: readonly OwnGuide[] = [
  defineGuide(words, 'thunderbird', {
    signIn: ['password', 'cram-md5'],
    browser: { issuer: issuerOf },
    // A server answers by rule: whose login is their own would be given somebody's.
    finds: (account) => ownLogin(account) === undefined && takesConfig(account),
    ways: {
      automatic: [
        { words: 'open' },
        { words: 'address', fields: ['address'] },
        { words: 'compare', ...compared, ...passwordAsked },
        { words: 'compareBrowser', ...compared, asks: ['browser'] },
        { words: 'compareBoth', ...compared, ...bothAsked },
        { words: 'password', when: hasAddress, ...passwordAsked },
        { words: 'browser', when: hasAddress, asks: ['browser'] },
        { words: 'both', when: hasAddress, ...bothAsked },
      ],
    },
    otherPage: { guide: 'thunderbird-classic' },
    steps: [
      { words: 'address', fields: ['name', 'address'] },
      { words: 'incoming', fields: incoming },
      { words: 'outgoing', fields: outgoing },
      { words: 'password', fields: ['password'], when: whereTyped },
      { words: 'browser', fields: ['pageLogin'], when: wherePageOpens },
      { words: 'finish', when: (servers) => !whereTyped(servers) && !wherePageOpens(servers) },
    ],
  }),
  // The tab that the Account Hub has replaced; version 153 has its labels still (accountSetup.ftl), but no longer the tab.
  defineGuide(words, 'thunderbird-classic', {
    signIn: ['password', 'cram-md5'],
    browser: { issuer: issuerOf },
    otherPage: { guide: 'thunderbird' },
    versionOf: 'thunderbird',
    files: () => [],
    steps: [
      { words: 'address', fields: ['name', 'address', 'password'], when: whereTyped },
      { words: 'addressAlone', fields: ['name', 'address'], when: (servers) => !whereTyped(servers) },
      { words: 'incoming', fields: incoming },
      { words: 'outgoing', fields: outgoing },
      { words: 'done' },
      { words: 'browser', fields: ['pageLogin'], when: wherePageOpens },
    ],
  }),
];
