import { readK9s } from './android.ts';
import { readMobileconfig } from './apple.ts';
import { readClaws, readGeary, readSource } from './desktop.ts';
import { readAutodiscover, readGmail, readNine, readOutlookAndroid, readOutlookIos, readPrf } from './outlook.ts';
import type { Reader } from './service.ts';
import { readAerc, readHimalaya, readMbsyncrc, readMsmtprc, readMuttrc } from './terminal.ts';
import { readClientConfig, readPreferences } from './thunderbird.ts';

/** What part of an account a format has. */
export type Part =
  | 'all'
  | 'pair'
  | 'preferences'
  | 'incoming'
  | 'outgoing'
  | 'whole'
  | 'activesync'
  | 'for iOS'
  | 'for macOS';

/** Formats that name servers, with the reader that stands for the program; those that pack or place one of these have the same. */
export function readers(address: string): Readonly<Record<string, readonly [Part, Reader]>> {
  const config: Reader = (files) =>
    readClientConfig(files.map(({ bytes }) => new TextDecoder().decode(bytes)).join(''), address);
  return {
    'thunderbird/config': ['all', config],
    'thunderbird/isp': ['all', config],
    'thunderbird/user-js': ['preferences', readPreferences],
    'thunderbird/managed': ['preferences', readPreferences],
    'apple/profile': ['whole', readMobileconfig],
    'apple/mail': ['pair', readMobileconfig],
    'apple/exchange-ios': ['for iOS', readMobileconfig],
    'apple/exchange-macos': ['for macOS', readMobileconfig],
    'outlook/autodiscover': ['pair', readAutodiscover],
    'outlook/prf': ['pair', readPrf],
    'outlook/android-managed': ['activesync', readOutlookAndroid],
    'outlook/ios-managed': ['activesync', readOutlookIos],
    'android/gmail-managed': ['activesync', readGmail],
    'nine/managed': ['activesync', readNine],
    'evolution/autoconfig-account': ['incoming', readSource],
    'evolution/autoconfig-transport': ['outgoing', readSource],
    'geary/install': ['pair', readGeary],
    'claws-mail/accountrc': ['pair', readClaws],
    'thunderbird-android/k9s': ['pair', readK9s],
    'neomutt/config': ['pair', readMuttrc],
    'mutt/config': ['pair', readMuttrc],
    'aerc/config': ['pair', readAerc],
    'himalaya/config': ['pair', readHimalaya],
    'msmtp/config': ['outgoing', readMsmtprc],
    'isync/config': ['incoming', readMbsyncrc],
  };
}
