import type { SignInHost } from '../guide.ts';
import { type HostTable, issuerAt } from '../host-table.ts';

/**
 * The providers that Thunderbird has built in; it learns no other from a file. What 140, the oldest version that our files are for, has: 153 and 156 have all of it, and
 * more below `aol.com`; Seznam came with 156. (OAuth2Providers.sys.mjs of 140.12.0, 153.7.0 and releases-comm-central @003b6e96; test/system/thunderbird-config.test.ts
 * asks the first two.)
 */
const table = {
  google: { domains: ['gmail.com', 'googlemail.com'] },
  microsoft: { domains: ['office365.com', 'outlook.com', 'hotmail.com'] },
  yahoo: { domains: ['yahoo.com', 'att.net'] },
  aol: { hosts: ['imap.aol.com', 'pop.aol.com', 'smtp.aol.com'] },
  fastmail: { hosts: ['imap.fastmail.com', 'pop.fastmail.com', 'smtp.fastmail.com'] },
  yandex: { hosts: ['imap.yandex.com', 'smtp.yandex.com'] },
  mailRu: { hosts: ['imap.mail.ru', 'smtp.mail.ru'] },
  comcast: { hosts: ['imap.comcast.net', 'pop.comcast.net', 'smtp.comcast.net'] },
  thundermail: { domains: ['thundermail.com'] },
} as const satisfies HostTable<string>;

/** Whom Thunderbird signs in to at this server. */
export function issuerOf({ host }: Pick<SignInHost, 'host'>): keyof typeof table | undefined {
  return issuerAt(table, host);
}
