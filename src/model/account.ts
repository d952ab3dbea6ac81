/**
 * The canonical model: one person's mailbox, resolved. Every client translates these words into its own; nothing here
 * knows a client. An account is plain data and is never changed after `resolve` made it.
 */

import type { ServiceName } from './service-names.ts';

/** How a connection is protected: TLS from the first byte, TLS after STARTTLS (RFC 8314 §3), or not at all. */
export type Security = 'tls' | 'starttls' | 'none';

/**
 * How the login is proved to a server. Names follow the mechanisms, not a client's spelling of them. `certificate`: a certificate of the person's in the TLS
 * handshake (RFC 8446 §4.3.2), which SASL EXTERNAL makes the login (RFC 4422, appendix A); no password goes over the connection.
 */
export type Authentication = 'password' | 'cram-md5' | 'ntlm' | 'gssapi' | 'oauth2' | 'certificate' | 'none';

/** The languages that a person can read. */
export type Language = 'fr' | 'en';

/** What people read mail on. */
export type Device = 'windows' | 'macos' | 'linux' | 'android' | 'ios';

/** `additional`: one more mailbox that must not become the default account. `primary`: the first mailbox. */
export type Role = 'additional' | 'primary';

/** A list that is never empty, most preferred first. */
export type Preferences<T> = readonly [T, ...T[]];

/** What every service of an account needs to know about its user. */
export interface Login {
  /** What the person logs in with. Not the address, unless a rule says so. */
  readonly login: string;
  /** The rule that gives every person of the domain this login (`{local}@ods.services`); absent when the login is the person's own. */
  readonly loginRule: string | undefined;
}

/** A mail server as one person uses it. */
export interface Server extends Login {
  /** ASCII host name, lower case (an internationalised one as A-labels). */
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly authentication: Preferences<Authentication>;
}

export interface IncomingServer extends Server {
  readonly protocol: 'imap' | 'pop3';
}

/** Submission (RFC 6409). */
export interface OutgoingServer extends Server {
  readonly protocol: 'smtp';
}

/** `protocol` tells which of the two it is. */
export type MailServer = IncomingServer | OutgoingServer;

/** A CalDAV (RFC 4791) or CardDAV (RFC 6352) service. */
export interface DavService extends Login {
  /** Its https context path, or the person's own path. */
  readonly url: string;
  /** The path names the person: it is that of their principal. */
  readonly principal: boolean;
}

export interface ExchangeService extends Login {
  readonly host: string;
  /** A password, or what Microsoft calls modern authentication: OAuth 2.0 on a page in the browser. */
  readonly authentication: Preferences<Extract<Authentication, 'password' | 'oauth2'>>;
  readonly activeSync: boolean;
  readonly webServices: boolean;
}

/** An LDAP directory (RFC 4511) in which people look up each other's addresses. */
export interface DirectoryService extends Login {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  /** Distinguished names (RFC 4514) below which to search. */
  readonly searchBases: Preferences<string>;
  /** `none`: it answers whoever asks (RFC 4513 §5.1.1), and its login is nothing that a client may send. */
  readonly authentication: Preferences<Extract<Authentication, 'password' | 'none'>>;
}

/** Texts of a provider's own under the keys of ours. The reader of profiles has held them against ours: no key or name in them is unknown. */
export type OwnTexts = { readonly [L in Language]?: OwnText | undefined };

/** As a YAML file has it. */
export type OwnText = string | readonly OwnText[] | { readonly [key: string]: OwnText };

/** A text in each language that the provider speaks, and perhaps in others. */
export type LocalizedText = { readonly [L in Language]?: string | undefined };

export interface Documentation {
  readonly url: string;
  readonly title: LocalizedText;
}

/** OAuth 2.0 endpoints of a provider that is not built into the clients (RFC 6749 §3). */
export interface OAuth2 {
  readonly issuer: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly scope: string;
}

/** What a password must have at least one of. Letters are those from a to z. */
export type CharacterClass = 'lowercase' | 'uppercase' | 'digit' | 'special';

/** What a provider asks of a password, as far as a program can see. */
export interface PasswordRules {
  readonly minimumLength: number;
  readonly requires: readonly CharacterClass[];
  /** The special characters that are allowed, and no others, nor spaces or other letters; `undefined` where everything is allowed. */
  readonly specials: string | undefined;
  /** It must not contain a name of the person, not even with characters swapped (password/names.ts). */
  readonly excludesNames: boolean;
  /** So many digits in a row are refused. `to` is how far the provider counts, for reading: more digits hold that many. */
  readonly digitRun: { readonly from: number; readonly to: number | undefined } | undefined;
}

/** One thing to do, in the provider's words. */
export interface OnboardingStep {
  readonly say: LocalizedText;
  /** The https address that it opens, one of the provider's own. */
  readonly url: string | undefined;
  /** What the page shows beside it. */
  readonly shows: readonly ('address' | 'login' | 'passwordRules')[];
}

/** Something that a person does step by step. */
export interface Procedure {
  readonly intro: LocalizedText | undefined;
  /** What to have at hand before the first step. */
  readonly prepare: readonly LocalizedText[];
  readonly steps: Preferences<OnboardingStep>;
  readonly warnings: readonly LocalizedText[];
}

/** How one gets the account, and back into it. Each part is there where the provider describes it. */
export interface Onboarding {
  readonly intro: LocalizedText | undefined;
  readonly activation: Procedure | undefined;
  readonly password: { readonly rules: PasswordRules; readonly notes: readonly LocalizedText[] } | undefined;
  readonly recovery: Procedure | undefined;
  readonly webmail: Procedure | undefined;
  /** Things to remember. */
  readonly notes: readonly LocalizedText[];
  readonly links: readonly Documentation[];
}

/** Who helps people with their mailbox: at least one way to reach them. */
export interface HelpDesk {
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly url: string | undefined;
  /** As people write it: `+33 1 23 45 67 89`. */
  readonly phone: string | undefined;
}

/** Programs take a password of their own here, which a person makes at `url`, and not that of the account. */
export interface AppPassword {
  readonly url: string;
  readonly note: LocalizedText | undefined;
}

/** How the pages of a provider look. */
export interface Brand {
  /** `#rrggbb` in lower case; it can be read on the pages in light. */
  readonly colour: string | undefined;
  /** A picture as a `data:` URL, made safe (logo.ts). */
  readonly logo: string | undefined;
}

/** The part of a provider's profile that its accounts show. */
export interface Provider {
  /** Identifier of the profile: lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly name: string;
  /** At most 20 characters, for lists and folder panes. */
  readonly shortName: string;
  readonly organization: string;
  /** Reverse-DNS prefix for identifiers that must be unique in the world (`fr.cnrs`). */
  readonly identifier: string;
  /** Languages of its people, the preferred one first. */
  readonly languages: Preferences<Language>;
  readonly webmail: string | undefined;
  /** Where a person activates the account and manages it. */
  readonly portal: string | undefined;
  /** Where a lost password is recovered. */
  readonly passwordRecovery: string | undefined;
  readonly support: HelpDesk | undefined;
  readonly appPassword: AppPassword | undefined;
  /** The https address under which people find `facteur serve` of this provider. */
  readonly site: string | undefined;
  readonly brand: Brand | undefined;
  readonly documentation: readonly Documentation[];
  readonly oauth2: OAuth2 | undefined;
  /** `undefined` where the provider describes nothing. */
  readonly onboarding: Onboarding | undefined;
  /** What its people read in the place of our texts; `undefined` where nothing. */
  readonly texts: OwnTexts | undefined;
  /** The certificate of the authority that issues those of the servers, where it is not a public one: DER in base64. */
  readonly certificateAuthority: string | undefined;
}

export interface Account extends Login {
  readonly provider: Provider;
  /** Who opens this mailbox without having said a login is given these logins, or asked for those that no rule gives. */
  readonly loginsByRule: boolean;
  /** `local@domain`, the domain in ASCII. What From shows. */
  readonly address: string;
  readonly local: string;
  /** ASCII, lower case (A-labels where the domain is internationalised). */
  readonly domain: string;
  /** The address with the domain as people write it (U-labels). For reading only. */
  readonly displayAddress: string;
  /** The person's name, or `undefined`. Any Unicode except control characters. */
  readonly name: string | undefined;
  readonly role: Role;
  readonly language: Language;
  /** Most preferred first. Empty, and `outgoing` with it, where the mailbox is reached by way of Exchange alone. */
  readonly incoming: readonly IncomingServer[];
  readonly outgoing: readonly OutgoingServer[];
  readonly calendar: DavService | undefined;
  readonly contacts: DavService | undefined;
  readonly exchange: ExchangeService | undefined;
  readonly directory: DirectoryService | undefined;
  /** Services that the provider has and the account has not, because no rule gives the login there and nobody has said it. */
  readonly withoutLogin: readonly OptionalService[];
}

/** What we are told about somebody, before it is resolved. At least an address or a login. */
export interface Person {
  /** An address, or a login where only that is known: `resolve` tells them apart. */
  readonly who?: string;
  readonly address?: string;
  /** The person's own login, in place of the domain's rule and wherever no rule gives one (`ask`). A service with a rule of its own keeps that. */
  readonly login?: string;
  /** The person's own login at one service: wins over every rule. */
  readonly logins?: Partial<Readonly<Record<ServiceName, string>>>;
  readonly name?: string;
  readonly role?: Role;
  readonly language?: Language;
}

/** What an account may do without. */
export type OptionalService = Exclude<ServiceName, 'incoming' | 'outgoing'>;
