import type { Problem } from '../../errors.ts';
import type { Account } from '../../model/account.ts';
import type { Bound } from '../../words/words.ts';
import { defineClient, planned } from '../client.ts';
import { guides } from './guides.ts';
import { companions, davPayload, exchangePayload, mailPayload, type Payloads, saysDirectory } from './payloads.ts';
import { profileContext } from './profile.ts';
import { type MailServers, planMail } from './servers.ts';
import { type OwnWords, problem, words } from './words.ts';

/** What the three formats share. The bytes are the property list itself; a signature goes around it and keeps name and media type. */
const common = {
  template: 'apple/profile.mobileconfig',
  mediaType: 'application/x-apple-aspen-config',
  audience: 'user',
  signable: true,
  omits: ({ account }: { readonly account: Account }) => leftOutDirectory(account),
} as const;

/**
 * Mail, Calendar and Contacts on iPhone, iPad and Mac: configuration profiles.
 *
 * One profile serves all devices, with mail, CalDAV, CardDAV, LDAP, a link to the webmail, and the certificate of a private authority. Exchange is never in it: iPhone and Mac have different payloads for it, whether a device passes
 * over the other's is unverified, and beside a mail payload the mailbox would show twice (that for the Mac has no switch for mail; that for the iPhone since iOS 13 only).
 * So where a provider has Exchange there are two more profiles, one for each system, each with the whole account by way of Exchange. They have the
 * PayloadIdentifier of the first: a device holds one profile of an identifier, so a person can change from one to the other and has the mailbox once.
 */
export const apple = defineClient({
  id: 'apple',
  title: 'Apple Mail',
  devices: ['ios', 'macos'],
  words,
  guides,
  formats: [
    planned(planProfile, [
      {
        ...common,
        id: 'profile',
        // Documented: by Apple's schema. Nothing here has run on a device.
        support: [
          { product: 'Mail, iOS 4+, iPadOS', evidence: 'documented' },
          { product: 'Mail, macOS 10.7+', evidence: 'documented' },
          { product: 'Mail, visionOS 1.1+', evidence: 'documented' },
          { product: 'Mail, STARTTLS (587)', evidence: 'reported' },
          { product: 'Mail, STARTTLS (143, 110, 25)', evidence: 'unverified' },
          { product: 'Mail', when: 'quoted', evidence: 'unverified' },
          { product: 'Mail', when: 'accents', evidence: 'unverified' },
          { product: 'Calendar, CalDAV', evidence: 'documented' },
          { product: 'Contacts, CardDAV', evidence: 'documented' },
          { product: 'LDAP', evidence: 'documented' },
          { product: 'Mail, iOS', when: 'signedRsa', evidence: 'reported' },
          { product: 'Mail, iOS, macOS', when: 'signedP256', evidence: 'unverified' },
        ],
        purpose: (asked) => told(asked.words.profile, asked),
        fileName: ({ provider }) => `${provider.id}.mobileconfig`,
        context: ({ account, plan, language }) => profileContext(account, language, mailAndDav(account, plan)),
      },
    ]),
    planned(planExchange, [
      {
        ...common,
        id: 'exchange-ios',
        devices: ['ios'],
        // TargetDeviceType came with iOS 12.2; before, it is one more key that the device ignores.
        support: [{ product: 'Mail, iOS 4+, iPadOS', evidence: 'documented' }],
        purpose: (asked) => told(asked.words.exchangeIos, asked),
        fileName: ({ provider }) => `${provider.id}-exchange-iphone-ipad.mobileconfig`,
        applies: ({ exchange }) => exchange?.activeSync === true,
        context: ({ account, language }) => profileContext(account, language, exchangeOf(account, 'activeSync'), 'ios'),
      },
      {
        ...common,
        id: 'exchange-macos',
        devices: ['macos'],
        // Before macOS 10.9 the payload made an account for contacts only (com.apple.ews.account.yaml).
        support: [{ product: 'Mail, macOS 10.9+', evidence: 'documented' }],
        purpose: (asked) => told(asked.words.exchangeMacos, asked),
        fileName: ({ provider }) => `${provider.id}-exchange-mac.mobileconfig`,
        applies: ({ exchange }) => exchange?.webServices === true,
        context: ({ account, language }) =>
          profileContext(account, language, exchangeOf(account, 'webServices'), 'macos'),
      },
    ]),
  ],
});

/** What people are told of a profile: also how the device speaks of its signature, and where a private authority is switched on. */
function told(
  {
    title,
    use,
  }: { readonly title: string; readonly use: (values: { signature: string; authority: string }) => string },
  { account, words, signed }: { account: Account; words: Bound<OwnWords>; signed: boolean },
) {
  const authority = account.provider.certificateAuthority === undefined ? '' : words.authority;
  return { title, use: use({ signature: signed ? words.signature.signed : words.signature.none, authority }) };
}

function planProfile(account: Account): MailServers | Problem {
  return refusedAddress(account) ?? planMail(account);
}

/** Nothing is to be chosen: Exchange is one server. */
function planExchange(account: Account): object {
  return refusedAddress(account) ?? {};
}

function mailAndDav(account: Account, servers: MailServers): Payloads {
  const { calendar, contacts } = account;
  return {
    mail: mailPayload(account, servers),
    ...(calendar && { calendar: davPayload(calendar, 'calendar') }),
    ...(contacts && { contacts: davPayload(contacts, 'contacts') }),
    ...companions(account),
  };
}

function exchangeOf(account: Account, payload: 'activeSync' | 'webServices'): Payloads {
  return account.exchange ? { [payload]: exchangePayload(account, account.exchange), ...companions(account) } : {};
}

/** The mailbox does not wait for a directory that a profile cannot say. */
function leftOutDirectory({ directory }: Account): Problem[] {
  if (directory === undefined || saysDirectory(directory)) return [];
  const { host, port } = directory;
  return [problem('apple.directory', { host, port })];
}

/** Devices were seen to take commas in EmailAddress for a list of addresses (the authors of mox). Only a quoted local part can have one. */
function refusedAddress({ address }: Account): Problem | undefined {
  return address.includes(',') ? problem('apple.comma', { value: address }) : undefined;
}
