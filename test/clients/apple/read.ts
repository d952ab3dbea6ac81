import { parse } from 'plist';
import { apple } from '../../../src/clients/apple/index.ts';
import type { Account } from '../../../src/model/account.ts';
import { decode } from '../../decode.ts';
import { mailAccount } from '../../fixtures.ts';
import { type Made, renderFormat } from '../../made.ts';

export type FormatId = 'profile' | 'mail' | 'exchange-ios' | 'exchange-macos';

/** A profile or a payload, as a reader of property lists gives it. */
export type Dictionary = Readonly<Record<string, unknown>>;

export interface Profile extends Dictionary {
  readonly PayloadContent: readonly Dictionary[];
}

export function renderProfile(account: Account, id: FormatId = 'profile'): Made {
  const format = apple.formats('en').find((each) => each.id === id);
  const [artifact] = format === undefined ? [] : renderFormat(apple, format, account);
  if (artifact === undefined) throw new Error(`no ${id}`);
  return artifact;
}

/** The account's profile, read back by an independent reader. */
export function readProfile(account: Account, id: FormatId = 'profile'): Profile {
  // The tests of keys hold against Apple's table that PayloadContent is there and a list of dictionaries.
  return parse(decode(renderProfile(account, id))) as unknown as Profile;
}

export function payload(profile: Profile, type: string): Dictionary | undefined {
  return profile.PayloadContent.find(({ PayloadType }) => PayloadType === type);
}

/** The mail payload of the account's profile. */
export function mailOf(account: Account): Dictionary {
  const mail = payload(readProfile(account), 'com.apple.mail.managed');
  if (mail === undefined) throw new Error('no mail payload');
  return mail;
}

/** What the profile must say of this account, worked out from the account alone. */
export function expectedMail(account: Account): Dictionary {
  const { name, address, incoming, outgoing } = mailAccount(account);
  const [reading] = incoming;
  const [sending] = outgoing;
  const proves = !sending.authentication.includes('none');
  return {
    EmailAddress: address,
    ...(name !== undefined && { EmailAccountName: name }),
    EmailAccountType: reading.protocol === 'imap' ? 'EmailTypeIMAP' : 'EmailTypePOP',
    IncomingMailServerHostName: reading.host,
    IncomingMailServerPortNumber: reading.port,
    IncomingMailServerUseSSL: reading.security !== 'none',
    IncomingMailServerUsername: reading.login,
    OutgoingMailServerHostName: sending.host,
    OutgoingMailServerPortNumber: sending.port,
    OutgoingMailServerUseSSL: sending.security !== 'none',
    ...(proves && { OutgoingMailServerUsername: sending.login }),
    ...(proves && reading.login === sending.login && { OutgoingPasswordSameAsIncomingPassword: true }),
  };
}

/** The same keys as `expected`, of the payload; and those keys of `expected`'s kind that should not be there. */
export function accountKeys(mail: Dictionary): Dictionary {
  const judged = Object.entries(mail).filter(
    ([key]) => /^(Email(Address|Account(Name|Type))|Incoming|Outgoing)/.test(key) && !/ServerAuthentication$/.test(key),
  );
  return Object.fromEntries(judged);
}
