import type { Authentication, Security } from '../../account.ts';
import type { Catalogue } from '../../i18n/index.ts';

/** The apps whose steps the page shows, in this order, and what each asks on which of its pages. The words stand in the catalogues. */

type Apps = Catalogue['android']['apps'];
export type AppId = keyof Apps;

/** What an app may ask for. */
export type Field =
  | 'address'
  | 'name'
  | 'accountName'
  | 'password'
  | 'protocol'
  | 'signIn'
  | `${'incoming' | 'outgoing'}${'Host' | 'Port' | 'Security' | 'Authentication' | 'Login' | 'Password'}`;

interface Plan<Steps, Labels> {
  /** The way in which these apps can prove a login that a person types. */
  readonly signIn: readonly Authentication[];
  /** Its steps are known for IMAP alone. */
  readonly imapOnly: boolean;
  /** Its labels were taken from its own text files, and not from memory. */
  readonly verified: boolean;
  readonly steps: readonly StepPlan<Steps, Labels>[];
}

interface StepPlan<Steps, Labels> {
  readonly words: Steps;
  /** What is asked, in the order of the page. */
  readonly fields?: readonly (Labels & Field)[];
  /** The label to tap names the protocol. */
  readonly choosesProtocol?: boolean;
}

/** A plan whose keys were checked where it is written. */
export type AnyPlan = Plan<string, string>;

const incoming = ['incomingHost', 'incomingSecurity', 'incomingPort'] as const;
const outgoing = ['outgoingHost', 'outgoingSecurity', 'outgoingPort'] as const;

/** (Thunderbird: its string files at a59bd67. Gmail, Samsung Email and Outlook: from guides and memory, held against no device.) */
export const plans: { readonly [App in AppId]: Plan<keyof Apps[App]['steps'], keyof Apps[App]['labels']> } = {
  thunderbird: {
    signIn: ['password', 'cram-md5'],
    imapOnly: false,
    verified: true,
    steps: [
      { words: 'address', fields: ['address'] },
      { words: 'edit' },
      {
        words: 'incoming',
        fields: ['protocol', ...incoming, 'incomingAuthentication', 'incomingLogin', 'incomingPassword'],
      },
      { words: 'outgoing', fields: [...outgoing, 'outgoingAuthentication', 'outgoingLogin', 'outgoingPassword'] },
      { words: 'folders' },
      { words: 'names', fields: ['accountName', 'name'] },
    ],
  },
  gmail: {
    signIn: ['password'],
    imapOnly: false,
    verified: false,
    steps: [
      { words: 'address', fields: ['address'] },
      { words: 'protocol', choosesProtocol: true },
      { words: 'password', fields: ['password'] },
      { words: 'incoming', fields: ['incomingLogin', ...incoming] },
      { words: 'outgoing', fields: ['signIn', 'outgoingLogin', 'outgoingPassword', ...outgoing] },
      { words: 'options' },
      { words: 'names', fields: ['accountName', 'name'] },
    ],
  },
  samsung: {
    signIn: ['password'],
    imapOnly: false,
    verified: false,
    steps: [
      { words: 'address', fields: ['address', 'password'] },
      { words: 'protocol', choosesProtocol: true },
      { words: 'incoming', fields: ['incomingLogin', ...incoming] },
      { words: 'outgoing', fields: [...outgoing, 'signIn', 'outgoingLogin', 'outgoingPassword'] },
    ],
  },
  outlook: {
    signIn: ['password'],
    imapOnly: true,
    verified: false,
    steps: [
      { words: 'address', fields: ['address'] },
      { words: 'provider' },
      { words: 'protocol', choosesProtocol: true },
      { words: 'advanced' },
      { words: 'incoming', fields: ['name', 'accountName', ...incoming, 'incomingLogin', 'incomingPassword'] },
      { words: 'outgoing', fields: [...outgoing, 'outgoingLogin', 'outgoingPassword'] },
    ],
  },
};

/** What the words of an app have in common, whatever its steps and labels are called. */
export interface AppWords {
  readonly title: string;
  readonly about: string;
  readonly start: Apps[AppId]['start'];
  readonly steps: Readonly<Record<string, Apps['gmail']['repair']>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly protocol: Apps[AppId]['protocol'];
  readonly security: Readonly<Record<Security, string>>;
  readonly authentication?: Apps['thunderbird']['authentication'];
  readonly role: Apps[AppId]['role'];
  readonly repair: Apps[AppId]['repair'];
}
