import type { Problem } from '../errors.ts';
import type {
  Account,
  Authentication,
  Device,
  IncomingServer,
  Language,
  MailServer,
  OutgoingServer,
  OwnTexts,
  Role,
  Security,
} from '../model/account.ts';
import { type Asks, opensPage, typesPassword } from '../model/sign-in.ts';
import { bindOwn, ownPart } from '../words/override.ts';
import type { Step, Trouble } from '../words/step.ts';
import type { Bound, Translations, Tree } from '../words/words.ts';
import type { Code } from './qr.ts';

/*
 * How an account is set up by hand in one program: which steps there are and what each of them asks. The words stand with the client
 * (`guides` in its `words.en.ts`), with the labels of the program in the reader's language. A site in the browser needs no setting up: its guide is where it
 * is and what opens it.
 */

/** What a program may ask for. */
export type Field =
  | 'address'
  | 'name'
  | 'accountName'
  | 'password'
  | 'protocol'
  | 'signIn'
  /** What is typed on a page of the provider. */
  | 'pageLogin'
  | `exchange${'Host' | 'Login' | 'Password'}`
  | `${'incoming' | 'outgoing'}${'Host' | 'Port' | 'HostAndPort' | 'Security' | 'Authentication' | 'Login' | 'Password' | 'Certificate'}`
  /** Two switches in place of a choice of security: encryption at all, and by STARTTLS. */
  | `${'incoming' | 'outgoing'}${'Tls' | 'Starttls'}`;

/** A field under the label of the same key; or under another, where the program calls it differently on this page. What a page of the provider says is no word of the program's. */
export type LabelledField<Label extends string = string> = (Label & Field) | 'pageLogin' | readonly [Field, Label];

/** How a person signs in: what else there is (a ticket, a certificate), no person types. */
export type Method = Extract<Authentication, 'password' | 'cram-md5' | 'certificate' | 'oauth2' | 'none'>;

/** The servers that a program is given. */
export interface Servers {
  readonly incoming: IncomingServer;
  readonly outgoing: OutgoingServer;
  readonly methods: Readonly<Record<'incoming' | 'outgoing', Method>>;
  /** What it wants of the person. */
  readonly asks: Asks;
  /** Whose page it opens, under the name that its client has for them, where it opens one. */
  readonly issuer: string | undefined;
}

interface StepPlan<Steps, Labels extends string> {
  readonly words: Steps;
  /** The line that runs the first file in a terminal. */
  readonly runs?: true;
  /** The words where the page is read out of a folder, which has the file already. */
  readonly inFolder?: Steps;
  /** Of the taps of a file: where the page is read on another device or in a folder, getting the file there stands in its place. */
  readonly onlyHere?: boolean;
  /** What is asked, in the order of the program. */
  readonly fields?: readonly LabelledField<Labels>[];
  /** Its note warns of handing mail over to the program's maker: for nobody whose mail is there. */
  readonly handsOver?: true;
  /** Its words speak of the password, which no field of it asks for. */
  readonly namesPassword?: boolean;
  /** The label to tap last names the protocol. */
  readonly choosesProtocol?: boolean;
  /** The label to tap last names who is signed in to. */
  readonly choosesIssuer?: boolean;
  /** A window that the system shows then is drawn beside it. */
  readonly dialog?: boolean;
  /** A step for this role only, where the program asks for its first account in another way than for a further one. */
  readonly role?: Role;
  /** A step for some mailboxes only. */
  readonly when?: (servers: Servers, account: Account) => boolean;
  /** A tap for who is then asked one of these. */
  readonly asks?: readonly (Asks | AsksAfterCode)[];
}

/** What a program asks for after it has read a code. It asks for no certificate: there a person has to think of it, perhaps beside a password. */
export type AsksAfterCode = Exclude<Asks, 'nothing'> | 'certificateToo';

/** It finds another login; or it asks for one of two ways to sign in. */
export type Misled = 'login' | 'signIn';

/** Where a program signs in: over POP3, IMAP, SMTP, or as Exchange. */
export type SignInHost = Pick<MailServer, 'host'> & Partial<Pick<MailServer, 'protocol'>>;

/** How a program signs in by OAuth 2.0: on a page of the provider, which it opens. */
interface Browser<Steps, Labels extends string> {
  /** Who is signed in to at this server, by the program's own table of hosts. */
  readonly issuer: (server: SignInHost) => string | undefined;
  /**
   * The steps, where the program then asks for no server: it has those of the issuer itself, for reading and for sending alike. Absent: servers are typed as for a
   * password, and the page opens afterwards.
   */
  readonly steps?: readonly StepPlan<Steps, Labels>[];
  /** Versions that the guide is for open no page: there a person types, where a server takes what they have. The words say which (`older`). */
  readonly notInOlder?: boolean;
}

/** A way that asks less of a person than typing everything: a file to open, a code to scan, or a search by the program itself (where a server answers that). */
export type Way = 'file' | 'code' | 'automatic';

/** A page that a reader may have been looking for; its words are `otherPage`. */
export interface OtherPage {
  /** A guide of the same client. */
  readonly guide: string;
  /** Said at once, and not with what may go wrong. */
  readonly first?: true;
}

interface Plan<Steps, Labels extends string, Taps = string> {
  /** Where they are not all of its client's. */
  readonly devices?: readonly Device[];
  /** Who makes it, where that is one who runs mailboxes too, by the name of its issuer: it hands nothing over to them that they do not have. */
  readonly maker?: string;
  /** The ways in which the program can prove a login that a person types. */
  readonly signIn: readonly Authentication[];
  /** Absent: it signs in nowhere by OAuth 2.0. */
  readonly browser?: Browser<Steps, Labels>;
  /** Its steps are known for IMAP alone. */
  readonly imapOnly?: boolean;
  /** It sends the address as the login, whatever a person does. */
  readonly addressIsLogin?: boolean;
  /** By which of its protocols the program reads mail from Exchange, where it does. */
  readonly exchange?: 'activeSync' | 'webServices';
  /** The steps by hand for a mailbox on Exchange alone, where a person types how they sign in. */
  readonly onExchange?: readonly StepPlan<Steps, Labels>[];
  /** What else stands against it. */
  readonly refuses?: (account: Account) => Problem | undefined;
  /** The files (formats of the same client) that do it without typing, where they are not all that a person may open on these devices. */
  readonly files?: (account: Account) => readonly string[];
  /** The file (a format of the same client) that takes the account away again, where there is one. */
  readonly remover?: string;
  /** Fields that are a box, a switch or a list: what stands for them is to be done and not to be typed. */
  readonly boxes?: readonly (Labels & Field)[];
  /** Codes that the program scans. None where the account fits into none. */
  readonly codes?: (account: Account) => readonly Code[];
  /** What it asks for after a file or a code; absent: what it asks for anyway. @param format that of the file */
  readonly asks?: (account: Account, format?: string) => Asks | AsksAfterCode;
  readonly otherPage?: OtherPage;
  /** The guide of the same program in other versions, beside which it is not named again where neither suits. */
  readonly versionOf?: string;
  /** Does it find this account's settings by itself, where its words say how? Absent: yes. */
  readonly finds?: (account: Account) => boolean;
  /** In what it would mislead the person of this account where it finds settings by itself. */
  readonly misled?: (account: Account) => Misled | undefined;
  /** What its page was called in former versions of Facteur, which people may have kept a link to. */
  readonly formerIds?: readonly string[];
  /** How large the first file is, in kB, where that is told: about, as the names in it make it a little more or less. */
  readonly kilobytes?: number;
  /** The guide of the same client that is taken for this one: its words say how to tell them apart. */
  readonly mistakenFor?: string;
  /** What is left to do on each shorter way that the program knows: three taps at most. */
  readonly ways?: Readonly<Partial<Record<Way, readonly StepPlan<Taps, Labels>[]>>>;
  readonly steps: readonly StepPlan<Steps, Labels>[];
}

/** For steps that speak of a password. */
export const whereTyped = ({ asks }: Servers): boolean => typesPassword(asks);

/** For steps that lead through a page of the provider. */
export const wherePageOpens = ({ asks }: Servers): boolean => opensPage(asks);

/** A guide whose keys were checked where it is written. */
export interface ProgramGuide<Own = OwnTexts> extends Plan<string, string> {
  readonly kind: 'program';
  /** What it is for; also the name of the page. */
  readonly id: string;
  /** @param own the texts that a provider has in the place of ours */
  readonly words: (language: Language, own?: Own) => GuideWords;
}

/** The way to a site in the browser. It names no server, and no role makes a difference there. */
export interface SiteGuide<Own = OwnTexts> {
  readonly kind: 'site';
  readonly id: string;
  readonly words: (language: Language, own?: Own) => SiteWords;
  readonly devices?: readonly Device[];
  /** Where it is; without one, the account has no such guide. */
  readonly url: (account: Account) => string | undefined;
}

export type Guide = ProgramGuide | SiteGuide;

/** A guide that does not know its client yet, and is given what a provider says of that. */
export type OwnGuide = ProgramGuide<unknown> | SiteGuide<unknown>;

/**
 * A guide: its steps and fields are those for which the client has words.
 * @param id its key among the guides of these words
 */
export function defineGuide<Own extends GuideGroup, Id extends keyof Own['guides'] & string>(
  words: Translations<Own>,
  id: Id,
  plan: Plan<
    keyof Own['guides'][Id]['steps'] & string,
    keyof Own['guides'][Id]['labels'] & string,
    Own['guides'][Id] extends { readonly taps: infer Taps } ? keyof Taps & string : never
  >,
): ProgramGuide<unknown> {
  // Who writes the words of a program gives them all that GuideWords has: a page without them fails its golden.
  const bound = (language: Language, own: unknown) =>
    bindOwn(words[language].guides as Group, ownPart(own, 'guides'), language)[id] as unknown as GuideWords;
  return { kind: 'program', id, words: bound, ...plan };
}

type Group = { readonly [key: string]: Tree };

/** Words with guides in them. */
type GuideGroup = Group & {
  readonly guides: { readonly [id: string]: Group & { readonly steps: Group; readonly labels: Group } };
};

/** What is said about a site in the browser. */
export interface SiteWords {
  readonly title: string;
  readonly hint?: string;
  readonly link: string;
  readonly logIn: string;
  readonly password: string;
  /** Is a password typed there? */
  readonly logOut: (values: { readonly typed: boolean }) => string;
  /** Is the login the address? */
  readonly refused: Readonly<Record<'same' | 'differs', LoginText>>;
}

/** A text that may show the login. */
type LoginText = string | ((values: { readonly login: string; readonly typed: boolean }) => string);

/** A guide to a site, in these words. @param url where it is; without one, the account has no such guide */
export function defineSite<Own extends Group>(
  id: string,
  words: Translations<Own> & (Bound<Own> extends SiteWords ? unknown : 'these are no words of a site'),
  url: (account: Account) => string | undefined,
): SiteGuide<unknown> {
  const bound = (language: Language, own: unknown) => bindOwn(words[language], own, language) as unknown as SiteWords;
  return { kind: 'site', id, words: bound, url };
}

/** What the words of a program have in common, whatever its steps and labels are called. */
export interface GuideWords {
  /** The program, with the versions that the guide is for. */
  readonly title: string;
  /** What is good to know of the steps by hand, in a few words. */
  readonly about?: string;
  /** What a code is for that the program scans: it is none for the camera. */
  readonly scan?: string;
  /** To say by hand, to whom the program would mislead. */
  readonly misled?: Readonly<Record<Misled, string>>;
  /** Beside its name in a list, where the name alone does not tell it from another. */
  readonly hint?: string;
  /** Beside its name where it suits the mailbox and has no hint: what speaks for it or against it; with a file, what that does. */
  readonly aside?: string;
  readonly fileAside?: string;
  /** How a person sees which of two programs it is, and what the link to the page of the other one is called. */
  readonly which?: { readonly title: string; readonly lines: readonly Step[]; readonly other: string };
  /** On the button of the first file, where its title does not say it well: `Download the profile`. */
  readonly download?: string;
  /** Before that button: for which versions it is not, and what to do with those. */
  readonly fileNotFor?: Step;
  /** For which versions that file is, and what it does not need, in a few words. */
  readonly fileFor?: Step;
  /** What is left to do on the shorter ways. */
  readonly taps?: Readonly<Record<string, Step>>;
  /** What Windows shows where a step says so: its title, the link to click first, and the button that then appears. */
  readonly dialog?: Readonly<Record<'title' | 'more' | 'go', string>>;
  /** Where the system lets the file do nothing. */
  readonly blocked?: Trouble;
  /** How the device speaks of a file that bears no signature. */
  readonly unsigned?: string;
  /** Who may rather want another page; its title is the link. */
  readonly otherPage?: { readonly say: string; readonly link: string };
  /** What may go wrong with servers that a private authority vouches for. */
  readonly privateAuthority?: Trouble;
  /** What to do with the file once the mailbox works. */
  readonly afterwards?: Step;
  /** How the way by hand is called, where that tells more than “by hand”. */
  readonly hand?: string;
  /** The way to the first page, as a further account or as the first. */
  readonly start: Readonly<Record<Role, readonly Step[]>>;
  readonly steps: Readonly<Record<string, Step>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly protocol: Readonly<Record<IncomingServer['protocol'], string>>;
  readonly security: Readonly<Record<Security, string>>;
  /** `none`, where the program says that with a choice of its own and not by switching the sign-in off; `certificate`, where it has that choice at all. */
  readonly authentication?: Readonly<Record<'password' | 'cram-md5', string>> & {
    readonly certificate?: string;
    readonly none?: string;
    readonly oauth2?: string;
  };
  /** What it calls those whose page it opens: a button, or the way to sign in where each has its own. */
  readonly issuers?: Readonly<Record<string, string>>;
  /** Where the program has other words for sending. */
  readonly outgoing?: Partial<Pick<GuideWords, 'security' | 'authentication'>>;
  /** What is then the main account, and how a person decides that. */
  readonly role: Readonly<Record<Role, Step>>;
  /** How the account goes away again. */
  readonly undo: Step;
  /** Where the user name is corrected when the password is refused. */
  readonly repair: Step;
  /** How the program says that the password was refused, or what else that looks like. */
  readonly refusals?: readonly Trouble[];
  /** The same where the mailbox is on Exchange alone. */
  readonly exchangeRefusals?: readonly Trouble[];
  /** What else may go wrong in this program, beside what may in all of them. */
  readonly troubles?: readonly Trouble[];
  /** Over the page of a mailbox that cannot be set up in it; absent: its title. */
  readonly wontDo?: string;
  /** What to take instead then: guides, by their ids, and what speaks for each. */
  readonly instead?: { readonly title: string; readonly notes: Readonly<Record<string, string>> };
  /** What becomes of what one writes and types. */
  readonly data?: Trouble;
  /** What is said instead where it has steps of its own to sign in in the browser. */
  readonly browser?: {
    /** In the place of the hint of the program. */
    readonly hint?: string;
    readonly about: string;
    readonly start: Readonly<Record<Role, readonly Step[]>>;
    /** Where it is another way than for servers that are typed. */
    readonly undo?: Step;
    /** For versions that open no page: how their way is called, and what is said where they have none. */
    readonly older?: { readonly title: string; readonly none: Trouble };
  };
}
