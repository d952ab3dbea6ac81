import type { Security, Server } from '../../model/account.ts';
import { bind } from '../../words/words.ts';
import type { Choice } from '../choose.ts';
import { type KeyringService, lookupWords } from '../linux/keyring.ts';
import { accountId } from '../linux/script.ts';
import { type Mechanisms, readsAndSends, textFileClient } from '../linux/text-file-client.ts';
import { words } from './words.ts';

/** `sasl` (config.sample.toml of version 2.1.0). */
const mechanisms = { password: 'plain' } as const satisfies Mechanisms;
const scheme = { tls: 's', starttls: '', none: '' } as const satisfies Record<Security, string>;

/** Himalaya asks for no password: it needs the keyring, or another command that prints one. */
export const himalaya = textFileClient({
  id: 'himalaya',
  title: 'Himalaya',
  words,
  support: [
    { product: 'Himalaya 2', evidence: 'unverified' },
    { product: 'Himalaya 1', evidence: 'refused' },
  ],
  config: 'himalaya/account.toml',
  configName: 'config.toml',
  needsKeyring: true,
  plan: readsAndSends({ title: 'Himalaya', mechanisms }),
  start: (account) => `himalaya envelopes list -a ${account}`,
  says: (language) => bind(words[language], language).script,
  context: (account, { incoming, outgoing }) => {
    return {
      account: accountId(account),
      address: account.address,
      name: account.name ?? false,
      incoming: server('imap', incoming),
      outgoing: server('smtp', outgoing),
    };
  },
});

function server(service: KeyringService, { server: each, method }: Choice<Server, string>) {
  const login = method !== '' && { user: each.login, command: lookupWords(service, each) };
  const url = `${service}${scheme[each.security]}://${each.host}:${each.port}`;
  return { url, starttls: each.security === 'starttls', login };
}
