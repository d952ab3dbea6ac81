import type { Server } from '../../model/account.ts';
import { defineFormat } from '../client.ts';
import { usableAuthentication } from './oauth2.ts';
import { accountPreferences, branch, firstServers, keysOf, refusesPreferences } from './preferences.ts';

/**
 * The account for a new profile. Thunderbird copies these lines over its preferences at every start: the list of accounts becomes this
 * one, so a profile that has accounts would lose them from its list, and the file says so. In a new profile this is the only account and
 * so the default one; the role makes no difference.
 */
export const userJs = defineFormat({
  id: 'user-js',
  template: 'thunderbird/user.js',
  mediaType: 'text/javascript; charset=utf-8',
  audience: 'user',
  // Who adds a mailbox has an account already.
  suits: ({ role }) => role === 'primary',
  support: [
    { product: 'Thunderbird 140', evidence: 'tested' },
    { product: 'Thunderbird 153', evidence: 'tested' },
    { product: 'Thunderbird 149–156', evidence: 'documented' },
  ],
  purpose: ({ thunderbird, page }, account) => {
    const { incoming, outgoing } = firstServers(account);
    const connection = ({ host, port, security }: Server) => `${host}:${port} (${page.security[security]})`;
    return thunderbird.userJs({
      additional: account.role === 'additional',
      address: account.displayAddress,
      incoming: connection(incoming),
      incomingLogin: incoming.login,
      outgoing: connection(outgoing),
      outgoingLogin: usableAuthentication(outgoing) === 'none' ? '' : outgoing.login,
    });
  },
  fileName: () => 'user.js',
  refuses: refusesPreferences,
  context: (account, { thunderbird }) => {
    const keys = keysOf(account);
    return {
      comments: thunderbird.userJsComments({ address: account.displayAddress }),
      preferences: [
        ...accountPreferences(account),
        // The local folders too: a list without them gets new ones at every start (seen with Thunderbird 153).
        ...branch(`mail.account.${keys.folders.account}`, { server: keys.folders.server }),
        ...branch(`mail.server.${keys.folders.server}`, {
          type: 'none',
          hostname: 'Local Folders',
          userName: 'nobody',
          name: thunderbird.localFolders,
        }),
        ...branch('mail.accountmanager', {
          accounts: `${keys.account},${keys.folders.account}`,
          localfoldersserver: keys.folders.server,
        }),
        ...branch('mail', { smtpservers: keys.outgoing.join(',') }),
      ],
    };
  },
});
