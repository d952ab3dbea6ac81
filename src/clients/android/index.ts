import { offersActiveSync, planPasswordOnly } from '../active-sync.ts';
import { defineClient, planned } from '../client.ts';
import { defineGuide, type Servers } from '../guide.ts';
import { issuerOf } from './oauth2-hosts.ts';
import { words } from './words.ts';

const incoming = ['incomingHost', 'incomingSecurity', 'incomingPort'] as const;
const outgoing = ['outgoingHost', 'outgoingSecurity', 'outgoingPort'] as const;

/** To sign in on a page of the provider: the provider is a button, and the page opens behind it. */
const byPage = [
  { words: 'provider', choosesIssuer: true },
  { words: 'page', fields: ['pageLogin'] },
] as const;

/**
 * The mail apps of Android that a person sets up by hand. (Labels of Gmail and Samsung Email: from guides and memory, held against no device. Those of FairEmail:
 * its string files and layouts at e23dd9d.) Gmail also takes an Exchange account from device management, since 6.4 (Google's help 7065453); it acts when it has
 * address, host and user name.
 */
export const android = defineClient({
  id: 'android',
  title: 'Android',
  devices: ['android'],
  words,
  formats: [
    planned(planPasswordOnly('Gmail'), [
      {
        id: 'gmail-managed',
        template: 'android/gmail.json',
        mediaType: 'application/json',
        audience: 'admin',
        // Documented: the keys, by Google. No console and no device of ours has taken the file.
        support: [{ product: 'Gmail 6.4+', evidence: 'documented' }],
        purpose: ({ words }) => words.gmailManaged,
        applies: offersActiveSync,
        fileName: () => 'gmail.json',
        context: ({ plan }) => plan,
      },
    ]),
  ],
  guides: [
    defineGuide(words, 'gmail', {
      exchange: 'activeSync',
      signIn: ['password'],
      browser: { issuer: issuerOf.gmail, steps: byPage },
      steps: [
        { words: 'address', fields: ['address'] },
        { words: 'protocol', choosesProtocol: true },
        { words: 'password', fields: ['password'] },
        { words: 'incoming', fields: ['incomingLogin', ...incoming] },
        { words: 'outgoing', fields: ['signIn', 'outgoingLogin', 'outgoingPassword', ...outgoing] },
        { words: 'options' },
        { words: 'names', fields: ['accountName', 'name'] },
      ],
      onExchange: [
        { words: 'exchange' },
        { words: 'address', fields: ['address'] },
        { words: 'exchangeValues', fields: ['exchangePassword', 'exchangeLogin', 'exchangeHost'] },
      ],
    }),
    defineGuide(words, 'samsung', {
      exchange: 'activeSync',
      signIn: ['password'],
      browser: { issuer: issuerOf.samsung, steps: byPage },
      steps: [
        { words: 'address', fields: ['address', 'password'] },
        { words: 'protocol', choosesProtocol: true },
        { words: 'incoming', fields: ['incomingLogin', ...incoming] },
        { words: 'outgoing', fields: [...outgoing, 'signIn', 'outgoingLogin', 'outgoingPassword'] },
      ],
      // Brasenose College's guide has these labels (staff.bnc.ox.ac.uk, “Configuring Nexus 365 on Android”).
      onExchange: [
        { words: 'exchangeOther' },
        { words: 'address', fields: ['address', ['exchangePassword', 'password']] },
        { words: 'exchange' },
        { words: 'exchangeValues', fields: ['exchangeLogin', 'exchangePassword', 'exchangeHost'] },
      ],
    }),
    defineGuide(words, 'fairemail', {
      signIn: ['password'],
      browser: {
        issuer: issuerOf.fairEmail,
        steps: [
          { words: 'provider', choosesIssuer: true },
          { words: 'you', fields: ['name', 'address'] },
          { words: 'page', fields: ['pageLogin'] },
          // The login that opens the mailbox becomes the sender too (FragmentOAuth.java).
          {
            words: 'sender',
            fields: ['address'],
            when: ({ incoming }: Servers, { address }) => incoming.login !== address,
          },
        ],
      },
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
