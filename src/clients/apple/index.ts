import type { Problem } from '../../errors.ts';
import type { Account, Language, Login, Provider } from '../../model/account.ts';
import { fitsHttp } from '../../model/http-login.ts';
import { listed } from '../../words/languages.ts';
import type { Bound } from '../../words/words.ts';
import { defineClient, planned } from '../client.ts';
import { takesIssuer } from '../guide-servers.ts';
import { guides } from './guides.ts';
import { mobileconfigContext } from './mobileconfig.ts';
import { issuerOf } from './oauth2-hosts.ts';
import {
  authorityOf,
  canSayDirectory,
  companions,
  davPayload,
  exchangeOpensPage,
  exchangePayload,
  mailPayload,
  type Payloads,
} from './payloads.ts';
import { type MailServers, planMail } from './servers.ts';
import { type OwnWords, problem, words } from './words.ts';

/** What the formats share. The bytes are the property list itself; a signature goes around it and keeps name and media type. */
const common = {
  template: 'apple/profile.mobileconfig',
  mediaType: 'application/x-apple-aspen-config',
  audience: 'user',
  signable: true,
} as const;

/** By which of the two ways a device signs in to Exchange: what is known of the other has nothing to do with the account. */
const opensForExchange = ({ exchange }: Account) => exchange !== undefined && exchangeOpensPage(exchange);
const typesForExchange = (account: Account) => !opensForExchange(account);

/** Documented: by Apple's schema. Nothing here has run on a device. */
const mailSupport = [
  { product: 'Mail, iOS 4+, iPadOS', evidence: 'documented' },
  { product: 'Mail, macOS 10.7+', evidence: 'documented' },
  { product: 'Mail, visionOS 1.1+', evidence: 'documented' },
  { product: 'Mail, STARTTLS (587)', evidence: 'reported' },
  { product: 'Mail, STARTTLS (143, 110, 25)', evidence: 'unverified' },
  { product: 'Mail', when: 'quoted', evidence: 'unverified' },
  { product: 'Mail', when: 'accents', evidence: 'unverified' },
  { product: 'Mail, iOS 12+, iPadOS', when: 'smime', evidence: 'documented' },
  { product: 'Mail, iOS', when: 'signedRsa', evidence: 'reported' },
  { product: 'Mail, iOS, macOS', when: 'signedP256', evidence: 'unverified' },
] as const;

/** What the profile for every device is called: the same for everybody. */
export function mobileconfigName({ id }: Pick<Provider, 'id'>): string {
  return `${id}.mobileconfig`;
}

/**
 * Mail, Calendar and Contacts on iPhone, iPad and Mac: configuration profiles.
 *
 * One profile serves all devices, with mail, CalDAV, CardDAV, LDAP, a link to the webmail, and the certificate of a private authority; a second one, where that is more than
 * mail, has the mail alone. Exchange is never in it: iPhone and Mac have different payloads for it, whether a device passes
 * over the other's is unverified, and beside a mail payload the mailbox would show twice (that for the Mac has no switch for mail; that for the iPhone since iOS 13 only).
 * So where a provider has Exchange there are two more profiles, one for each system, each with the whole account by way of Exchange. All of them have the
 * PayloadIdentifier of the first: a device holds one profile of an identifier, so a person can change from one to the other and has the mailbox once. Between the full
 * one and that for mail, the payload of the mailbox has the same identifier and UUID too: it is updated, and only what the other does not have goes or comes.
 */
export const apple = defineClient({
  id: 'apple',
  title: 'Apple Mail',
  devices: ['ios', 'macos'],
  first: ['ios', 'macos'],
  words,
  guides,
  formats: [
    planned(planMobileconfig, [
      {
        ...common,
        id: 'profile',
        kit: true,
        support: [
          ...mailSupport,
          { product: 'Calendar, CalDAV', evidence: 'documented' },
          { product: 'Contacts, CardDAV', evidence: 'documented' },
          { product: 'LDAP', evidence: 'documented' },
        ],
        purpose: (input) => purposeOf(input.words.profile, input),
        omits: ({ account }) => [...leftOutDav(account), ...leftOutDirectory(account)],
        fileName: ({ provider }) => mobileconfigName(provider),
        applies: (account) => account.incoming.length > 0 && !byButton(account),
        context: ({ account, plan, language }) => mobileconfigContext(account, language, mailAndMore(account, plan)),
      },
      {
        ...common,
        id: 'mail',
        support: mailSupport,
        purpose: (input) => purposeOf(input.words.mail, input),
        fileName: ({ provider }) => `${provider.id}-mail.mobileconfig`,
        applies: (account) =>
          account.incoming.length > 0 && !byButton(account) && Object.keys(more(account)).length > 0,
        context: ({ account, plan, language }) => mobileconfigContext(account, language, mailAlone(account, plan)),
      },
    ]),
    planned(planExchange, [
      {
        ...common,
        id: 'exchange-ios',
        kit: true,
        devices: ['ios'],
        // TargetDeviceType came with iOS 12.2; before, it is one more key that the device ignores.
        support: [
          { product: 'Mail, iOS 4+, iPadOS', when: 'typed', evidence: 'documented', concerns: typesForExchange },
          { product: 'Mail, iOS 12+, iPadOS', when: 'smime', evidence: 'documented' },
          { product: 'Mail, iOS 12+, iPadOS', when: 'oauth', evidence: 'documented', concerns: opensForExchange },
        ],
        purpose: (input) => purposeOf(input.words.exchangeIos, input),
        omits: ({ account }) => leftOutDirectory(account),
        fileName: ({ provider }) => `${provider.id}-exchange-iphone-ipad.mobileconfig`,
        applies: ({ exchange }) => exchange?.activeSync === true,
        context: ({ account, language }) =>
          mobileconfigContext(account, language, exchangeOf(account, 'activeSync'), 'ios'),
      },
      {
        ...common,
        id: 'exchange-macos',
        kit: true,
        devices: ['macos'],
        // Before macOS 10.9 the payload made an account for contacts only (com.apple.ews.account.yaml).
        support: [
          { product: 'Mail, macOS 10.9+', when: 'typed', evidence: 'documented', concerns: typesForExchange },
          { product: 'Mail, macOS 10.14+', when: 'oauth', evidence: 'documented', concerns: opensForExchange },
        ],
        purpose: (input) => purposeOf(input.words.exchangeMacos, input),
        omits: ({ account }) => leftOutDirectory(account),
        fileName: ({ provider }) => `${provider.id}-exchange-mac.mobileconfig`,
        applies: ({ exchange }) => exchange?.webServices === true,
        context: ({ account, language }) =>
          mobileconfigContext(account, language, exchangeOf(account, 'webServices'), 'macos'),
      },
    ]),
  ],
});

/** What people are told of a profile: also how the device speaks of its signature, where a private authority is switched on, and what that for mail does without. */
function purposeOf(
  { title, use }: { readonly title: string; readonly use: (values: Record<UseValue, string>) => string },
  {
    account,
    words,
    language,
    signed,
  }: { account: Account; words: Bound<OwnWords>; language: Language; signed: boolean },
) {
  const authority = account.provider.certificateAuthority === undefined ? '' : words.authority;
  const services = Object.values(more(account)).flatMap((payload) => payload.services);
  const others = listed(
    [...new Set(services)].map((each) => words.service[each]),
    language,
  );
  const { exchange } = account;
  const asks =
    exchange !== undefined && exchangeOpensPage(exchange)
      ? words.asks.browser({ login: exchange.login })
      : words.asks.password;
  const signature = signed ? words.signature.signed : words.signature.none;
  const instead = account.incoming.length === 0 || byButton(account) ? '' : words.instead;
  return { title, use: use({ signature, authority, others, asks, instead }) };
}

type UseValue = 'signature' | 'authority' | 'others' | 'asks' | 'instead';

/** To who is behind a button of its list, Mail signs in by that, and no profile can. */
const byButton = takesIssuer(issuerOf, ['password', 'cram-md5', 'ntlm']);

function planMobileconfig(account: Account): MailServers | Problem {
  return refusedAddress(account) ?? planMail(account);
}

/** Nothing is to be chosen: Exchange is one server. */
function planExchange(account: Account): object {
  const { exchange } = account;
  return refusedAddress(account) ?? (exchange && refusedLogin('exchange', exchange)) ?? {};
}

function mailAndMore(account: Account, servers: MailServers): Payloads {
  return { ...mailAlone(account, servers), ...more(account) };
}

/** The mailbox, with what a device needs to trust its servers. */
function mailAlone(account: Account, servers: MailServers): Payloads {
  return { ...authorityOf(account), mail: mailPayload(account, servers) };
}

/** What the full profile has beside that. */
function more(account: Account): Payloads {
  const { calendar, contacts } = account;
  return {
    ...(calendar && fitsHttp(calendar.login) && { calendar: davPayload(calendar, 'calendar') }),
    ...(contacts && fitsHttp(contacts.login) && { contacts: davPayload(contacts, 'contacts') }),
    ...companions(account),
  };
}

/** Exchange has calendars and contacts of its own; where it is the only way to the mailbox, no other profile has those beside it. */
function exchangeOf(account: Account, payload: 'activeSync' | 'webServices'): Payloads {
  const { exchange, incoming } = account;
  if (exchange === undefined) return {};
  return {
    ...authorityOf(account),
    [payload]: exchangePayload(account, exchange),
    ...(incoming.length === 0 ? more(account) : companions(account)),
  };
}

/** The mailbox does not wait for a directory that a profile cannot say. */
function leftOutDirectory({ directory }: Account): Problem[] {
  if (directory === undefined || canSayDirectory(directory)) return [];
  const { host, port } = directory;
  return [problem('apple.directory', { host, port })];
}

/** Nor for calendars or contacts whose login no device could send. */
function leftOutDav({ calendar, contacts }: Account): Problem[] {
  const found = [calendar && refusedLogin('calendar', calendar), contacts && refusedLogin('contacts', contacts)];
  return found.filter((each) => each !== undefined);
}

function refusedLogin(service: 'calendar' | 'contacts' | 'exchange', { login }: Login): Problem | undefined {
  return fitsHttp(login) ? undefined : problem(`apple.colon.${service}`, { value: login });
}

/** Devices were seen to take commas in EmailAddress for a list of addresses (the authors of mox). Only a quoted local part can have one. */
function refusedAddress({ address }: Account): Problem | undefined {
  return address.includes(',') ? problem('apple.comma', { value: address }) : undefined;
}
