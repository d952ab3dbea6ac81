import type { Security } from '../../model/account.ts';
import { lookupCommand } from '../linux/keyring.ts';
import { accountId } from '../linux/script.ts';
import { type Mechanisms, sends, textFileClient } from '../linux/text-file-client.ts';
import { problem, words } from './words.ts';

/** Values of `auth` (msmtp(1)). */
const mechanisms = { password: 'on', 'cram-md5': 'cram-md5' } as const satisfies Mechanisms;
const tls = { tls: true, starttls: true, none: false } as const satisfies Record<Security, boolean>;

/** msmtp sends, and does nothing else: isync or another program reads. */
export const msmtp = textFileClient({
  id: 'msmtp',
  title: 'msmtp',
  words,
  support: [{ product: 'msmtp 1.8.23', evidence: 'tested' }],
  config: 'msmtp/account.msmtprc',
  configName: 'msmtprc',
  plan: sends({ title: 'msmtp', mechanisms }),
  start: (account) => `msmtp -a ${account}`,
  context: (account, { outgoing: { server: outgoing, method: auth } }, keyring) => {
    const { host, port, security, login } = outgoing;
    return {
      account: accountId(account),
      host,
      port,
      from: account.address,
      login: auth !== '' && login,
      auth,
      tls: tls[security],
      starttls: security === 'starttls',
      keyring: keyring && auth !== '' && lookupCommand('smtp', outgoing),
    };
  },
  refuses: ({ address }) => (PATTERN.test(address) ? problem('msmtp.pattern', { value: address }) : undefined),
});

/** What msmtp takes for a pattern of addresses, or replaces by what the computer is called (msmtp(1), "from"). */
const PATTERN = /[?*[]|%[UHCM]/;
