import type { Security } from '../../model/account.ts';
import { lookupCommand } from '../linux/keyring.ts';
import { accountId } from '../linux/script.ts';
import { type Mechanisms, readsAndSends, textFileClient, urlUser } from '../linux/text-file-client.ts';
import { headerAddress } from './header-address.ts';
import { words } from './words.ts';

/** What stands behind the scheme of `outgoing` (aerc-smtp(5)). */
const mechanisms = { password: 'plain' } as const satisfies Mechanisms;
const source = { tls: 'imaps', starttls: 'imap', none: 'imap+insecure' } as const satisfies Record<Security, string>;

/** aerc asks for no password: it needs the keyring, or another command that prints one. */
export const aerc = textFileClient({
  id: 'aerc',
  title: 'aerc',
  words,
  support: [
    { product: 'aerc 0.14', evidence: 'tested' },
    { product: 'aerc 0.15+', evidence: 'unverified' },
  ],
  config: 'aerc/account.aerc',
  configName: 'accounts.conf',
  needsKeyring: true,
  plan: readsAndSends({
    title: 'aerc',
    mechanisms,
    // Newer releases begin TLS on what 0.14 leaves in plain text.
    sends: ({ security }) => security !== 'none',
  }),
  start: () => 'aerc',
  context: (account, { incoming: { server: incoming }, outgoing: { server: outgoing, method: auth } }) => {
    const user = auth === '' ? '' : `${urlUser(outgoing.login)}@`;
    const scheme = outgoing.security === 'tls' ? 'smtps' : 'smtp';
    return {
      account: accountId(account),
      source: `${source[incoming.security]}://${urlUser(incoming.login)}@${incoming.host}:${incoming.port}`,
      sourceCommand: lookupCommand('imap', incoming),
      outgoing: `${scheme}+${auth === '' ? 'none' : auth}://${user}${outgoing.host}:${outgoing.port}`,
      outgoingCommand: auth !== '' && lookupCommand('smtp', outgoing),
      starttls: outgoing.security === 'starttls',
      // Also as `aliases`: what stands above all sections, or in one named [prenom], counts for an account that does not say it (config/accounts.go; go-ini).
      // The template says so of whatever decides what is sent, and where it is kept.
      from: headerAddress(account),
    };
  },
});
