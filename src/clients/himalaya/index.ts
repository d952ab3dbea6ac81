import type { Security, Server } from '../../model/account.ts';
import { type KeyringService, lookupWords } from '../linux/keyring.ts';
import { accountId } from '../linux/script.ts';
import { hasLogin, type Mechanisms, terminalClient } from '../linux/terminal.ts';

/** `sasl` (config.sample.toml of version 2.1.0). */
const mechanisms = { password: 'plain' } as const satisfies Mechanisms;
const scheme = { tls: 's', starttls: '', none: '' } as const satisfies Record<Security, string>;

/** Himalaya asks for no password: it needs the keyring, or another command that prints one. */
export const himalaya = terminalClient({
  id: 'himalaya',
  title: 'Himalaya',
  support: [
    { product: 'Himalaya 2', evidence: 'unverified' },
    { product: 'Himalaya 1', evidence: 'refused' },
  ],
  config: 'himalaya/account.toml',
  configName: 'config.toml',
  install: 'himalaya/install.sh',
  remove: 'himalaya/remove.sh',
  reads: () => true,
  sends: () => true,
  mechanisms,
  context: (account, { incoming, outgoing }) => {
    // `reads` and `sends` are there, so both are.
    if (incoming === undefined || outgoing === undefined) throw new TypeError('himalaya needs both servers');
    return {
      account: accountId(account),
      address: account.address,
      name: account.name ?? false,
      incoming: server('imap', incoming),
      outgoing: server('smtp', outgoing),
    };
  },
});

function server(service: KeyringService, each: Server) {
  const login = hasLogin(mechanisms, each) && { user: each.login, command: lookupWords(service, each) };
  const url = `${service}${scheme[each.security]}://${each.host}:${each.port}`;
  return { url, starttls: each.security === 'starttls', login };
}
