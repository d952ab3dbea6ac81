import type { Security } from '../../model/account.ts';
import { bind } from '../../words/words.ts';
import { lookupCommand } from '../linux/keyring.ts';
import { accountId } from '../linux/script.ts';
import { type Mechanisms, reads, textFileClient } from '../linux/text-file-client.ts';
import { words } from './words.ts';

/** Values of `AuthMechs` (mbsync(1)). LOGIN is IMAP's own command, for a server that has nothing else. */
const mechanisms = { password: 'PLAIN LOGIN', 'cram-md5': 'CRAM-MD5' } as const satisfies Mechanisms;
/** Version 1.5 calls the option TLSType and still reads this name (its NEWS). */
const sslType = { tls: 'IMAPS', starttls: 'STARTTLS', none: 'None' } as const satisfies Record<Security, string>;

/** isync, whose program is called mbsync, keeps a copy of the mailbox on the computer. */
export const isync = textFileClient({
  id: 'isync',
  title: 'isync (mbsync)',
  words,
  support: [
    { product: 'isync 1.4.4', evidence: 'tested' },
    { product: 'isync 1.5', evidence: 'documented' },
  ],
  config: 'isync/account.mbsyncrc',
  configName: 'mbsyncrc',
  plan: reads({ title: 'isync (mbsync)', mechanisms }),
  start: (account) => `mbsync ${account}`,
  says: (language) => bind(words[language], language).script,
  context: (account, { incoming: { server: incoming, method } }, keyring) => {
    const id = accountId(account);
    const { host, port, security, login } = incoming;
    return {
      account: id,
      host,
      port,
      login,
      keyring: keyring && lookupCommand('imap', incoming),
      sslType: sslType[security],
      mechanisms: method.split(' '),
      remote: `${id}-remote`,
      local: `${id}-local`,
      far: `:${id}-remote:`,
      near: `:${id}-local:`,
      path: `~/Mail/${id}/`,
      inbox: `~/Mail/${id}/INBOX`,
    };
  },
});
