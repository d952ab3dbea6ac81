import { defineGuide, type OwnGuide, type Servers } from '../guide.ts';
import { issuerOf } from './oauth2-hosts.ts';
import { words } from './words.ts';

const signIn = ['password'] as const;
const maker = 'microsoft';
const windows = { devices: ['windows'], maker, signIn, imapOnly: true } as const;
const incoming = ['incomingHost', 'incomingPort', 'incomingSecurity'] as const;
const outgoing = ['outgoingHost', 'outgoingPort', 'outgoingSecurity'] as const;

/** Outlook finds the provider of an address by itself, and opens its page. */
const byPage = [
  { words: 'ownAddress', fields: ['address'], handsOver: true },
  { words: 'page', fields: ['pageLogin'] },
  { words: 'added' },
] as const;
const modern = { issuer: issuerOf.modern, steps: byPage } as const;

/** What the classic wizard asks. Its page for POP3 has other labels, of which nothing is known here. */
const wizard = [
  { words: 'manual' },
  { words: 'protocol' },
  {
    words: 'account',
    fields: ['name', 'address', 'protocol', 'incomingHost', 'outgoingHost', 'incomingLogin', 'incomingPassword'],
  },
  { words: 'sameLogin', fields: ['signIn'], when: (servers: Servers) => sending(servers) === 'same' },
  {
    words: 'ownLogin',
    fields: ['signIn', 'outgoingLogin', 'outgoingPassword'],
    when: (servers: Servers) => sending(servers) === 'own',
  },
  { words: 'noLogin', fields: ['signIn'], when: (servers: Servers) => sending(servers) === 'none' },
  { words: 'advancedIncoming', fields: ['incomingSecurity', 'incomingPort'] },
  { words: 'advancedOutgoing', fields: ['outgoingSecurity', 'outgoingPort'] },
  { words: 'finish' },
] as const;

/** On Windows and a Mac, Outlook reads an Exchange Server's mailbox; the new one for Windows does not, but where Microsoft runs it (Microsoft: “What’s new in Outlook”, on-premises accounts). */
const exchange = 'webServices';

/** What is asked for there, once the address is known. */
const byAsking = [
  { words: 'exchange' },
  { words: 'exchangeValues', fields: ['exchangeHost', 'exchangeLogin', 'exchangePassword'] },
] as const;

/** What is left to do once the package is downloaded. */
const taps = [
  { words: 'extract' },
  { words: 'start', dialog: true },
  { words: 'add', fields: ['name', 'address', 'incomingPassword'], role: 'additional' },
  { words: 'addFirst', fields: ['name', 'address', 'incomingPassword'], role: 'primary' },
] as const;

/**
 * Outlook step by step. All classic versions on Windows have one page: the Control Panel leads to the same wizard in each of them. They differ in what is in front of that
 * wizard, in two words of it, and in whether `install.zip` helps: the switch by which it brings that wizard back is reported to do nothing in 2024 (support.ts). Outlook
 * 2013 opens no page of a provider unless values of the registry make it.
 */
export const guides: readonly OwnGuide[] = [
  defineGuide(words, 'outlook', {
    ...windows,
    exchange,
    boxes: ['signIn'],
    kilobytes: 36,
    mistakenFor: 'outlook-new',
    formerIds: ['outlook-2013', 'outlook-2016', 'outlook-2019', 'outlook-2021', 'outlook-2024', 'outlook-365'],
    browser: { issuer: issuerOf.classic, steps: byPage, notInOlder: true },
    ways: { file: taps },
    steps: [...wizard, { words: 'open', namesPassword: true }],
    // It has no box for the server: it finds that by the address, or not at all.
    onExchange: [
      { words: 'ownAddress', fields: ['address'] },
      { words: 'exchangeValues', fields: ['exchangeLogin', 'exchangePassword'] },
      { words: 'added' },
    ],
  }),
  defineGuide(words, 'outlook-new', {
    ...windows,
    browser: modern,
    // Its form has a user name for SMTP and none for IMAP (mailcow's guide); a login other than the address is not supported (Uberspace's manual, February 2025).
    addressIsLogin: true,
    files: () => [],
    steps: [
      { words: 'address', fields: ['address'] },
      { words: 'protocol', choosesProtocol: true },
      { words: 'incoming', fields: ['incomingPassword', ...incoming] },
      { words: 'outgoing', fields: ['outgoingLogin', 'outgoingPassword', ...outgoing] },
    ],
  }),
  defineGuide(words, 'outlook-mac', {
    devices: ['macos'],
    exchange,
    signIn,
    browser: modern,
    boxes: ['incomingSecurity', 'outgoingSecurity'],
    steps: [
      { words: 'address', fields: ['address'] },
      { words: 'provider' },
      {
        words: 'incoming',
        fields: ['protocol', 'incomingLogin', 'incomingPassword', 'incomingHost', 'incomingPort', 'incomingSecurity'],
      },
      {
        words: 'outgoing',
        fields: ['outgoingHost', 'outgoingPort', 'outgoingSecurity'],
        when: (servers) => sending(servers) === 'same',
      },
      {
        words: 'outgoingAlone',
        fields: ['outgoingHost', 'outgoingPort', 'outgoingSecurity'],
        when: (servers) => sending(servers) !== 'same',
      },
      {
        words: 'ownLogin',
        fields: ['outgoingLogin', 'outgoingPassword'],
        when: (servers) => sending(servers) === 'own',
      },
    ],
    onExchange: [{ words: 'ownAddress', fields: ['address'] }, ...byAsking],
  }),
  defineGuide(words, 'outlook-ios', {
    maker,
    devices: ['ios'],
    exchange: 'activeSync',
    signIn,
    browser: modern,
    imapOnly: true,
    steps: [
      { words: 'address', fields: ['address'] },
      { words: 'provider' },
      { words: 'protocol', choosesProtocol: true },
      { words: 'advanced' },
      { words: 'incoming', fields: ['name', 'accountName', ...incoming, 'incomingLogin', 'incomingPassword'] },
      { words: 'outgoing', fields: [...outgoing, 'outgoingLogin', 'outgoingPassword'] },
    ],
    onExchange: [{ words: 'address', fields: ['address'] }, ...byAsking],
  }),
  defineGuide(words, 'outlook-android', {
    maker,
    devices: ['android'],
    exchange: 'activeSync',
    signIn,
    browser: modern,
    imapOnly: true,
    steps: [
      { words: 'address', fields: ['address'] },
      { words: 'provider' },
      { words: 'protocol', choosesProtocol: true },
      { words: 'advanced' },
      {
        words: 'incoming',
        fields: ['name', 'accountName', 'incomingHostAndPort', 'incomingLogin', 'incomingPassword'],
      },
      { words: 'outgoing', fields: ['outgoingHostAndPort', 'outgoingLogin', 'outgoingPassword'] },
      { words: 'ports', fields: ['incomingPort', 'incomingSecurity', 'outgoingPort', 'outgoingSecurity'] },
      { words: 'done' },
    ],
    onExchange: [{ words: 'address', fields: ['address'] }, ...byAsking, { words: 'done' }],
  }),
];

/** Whether sending asks for the login of reading, for one of its own, or for none. */
function sending({ incoming, outgoing, methods }: Servers): 'same' | 'own' | 'none' {
  if (methods.outgoing === 'none') return 'none';
  return outgoing.login === incoming.login ? 'same' : 'own';
}
