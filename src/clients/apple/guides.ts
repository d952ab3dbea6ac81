import { defineGuide, type OwnGuide } from '../guide.ts';
import { asksOnInstall } from './asks.ts';
import { issuerOf } from './oauth2-hosts.ts';
import { words } from './words.ts';

const incoming = ['incomingPort', 'incomingSecurity', 'incomingAuthentication'] as const;
const outgoing = ['outgoingPort', 'outgoingSecurity', 'outgoingAuthentication'] as const;

/** Both take what a profile takes of passwords, and have one box for TLS: on 587 and 143 Mail then uses STARTTLS. */
const common = {
  signIn: ['password', 'cram-md5'],
  boxes: ['incomingSecurity', 'outgoingSecurity', 'incomingAuthentication', 'outgoingAuthentication'],
  browser: {
    issuer: issuerOf,
    steps: [{ words: 'provider', choosesIssuer: true }, { words: 'page', fields: ['pageLogin'] }, { words: 'apps' }],
  },
  asks: asksOnInstall,
} as const;

/** The last tap, by what the device then asks. */
const installed = [
  { words: 'password', asks: ['password', 'both'], namesPassword: true },
  { words: 'browser', asks: ['browser'], fields: ['pageLogin'] },
  { words: 'nothing', asks: ['nothing', 'certificate'] },
] as const;

/** Mail by hand. The profile does the same without typing, and the page offers it first. (No label here was held against a device.) */
export const guides: readonly OwnGuide[] = [
  defineGuide(words, 'mail-ios', {
    ...common,
    devices: ['ios'],
    exchange: 'activeSync',
    ways: { file: [{ words: 'allow', onlyHere: true }, { words: 'settings' }, ...installed] },
    steps: [
      { words: 'address', fields: ['name', 'address', 'password', 'accountName'] },
      { words: 'protocol', choosesProtocol: true },
      { words: 'incoming', fields: ['incomingHost', 'incomingLogin', 'incomingPassword'] },
      { words: 'outgoing', fields: ['outgoingHost', 'outgoingLogin', 'outgoingPassword'] },
      { words: 'apps' },
      { words: 'incomingPort', fields: ['incomingSecurity', 'incomingAuthentication', 'incomingPort'] },
      { words: 'outgoingPort', fields: ['outgoingSecurity', 'outgoingAuthentication', 'outgoingPort'] },
    ],
    onExchange: [
      { words: 'exchange' },
      { words: 'exchangeAddress', fields: ['address', 'accountName'] },
      { words: 'exchangeValues', fields: ['exchangePassword', 'exchangeHost', 'exchangeLogin'] },
      { words: 'exchangeParts' },
    ],
  }),
  defineGuide(words, 'mail-macos', {
    ...common,
    devices: ['macos'],
    exchange: 'webServices',
    otherPage: { guide: 'mail-ios', first: true },
    ways: { file: [{ words: 'open' }, { words: 'settings' }, ...installed] },
    steps: [
      { words: 'address', fields: ['name', 'address', 'password'] },
      {
        words: 'account',
        fields: ['address', 'incomingLogin', 'incomingPassword', 'protocol', 'incomingHost', 'outgoingHost'],
      },
      { words: 'apps' },
      { words: 'settings' },
      { words: 'incoming', fields: ['incomingLogin', ...incoming] },
      { words: 'outgoing', fields: ['outgoingLogin', 'outgoingPassword', ...outgoing] },
    ],
    // LRZ's manual for Apple Mail has them in this order (doku.lrz.de/apple-mail-exchange-4427739.html).
    onExchange: [
      { words: 'exchange' },
      { words: 'exchangeAddress', fields: ['name', 'address'] },
      { words: 'exchangeValues', fields: ['exchangePassword', 'exchangeLogin', 'exchangeHost'] },
    ],
  }),
];
