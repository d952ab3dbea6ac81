import type { Server } from '../../model/account.ts';
import { asksOf, typesPassword } from '../../model/sign-in.ts';
import { filled } from '../../words/words.ts';
import type { FormatDefinition } from '../client.ts';
import { accountPrefs, branch, keysOf, refusesPrefs } from './prefs.ts';
import type { ThunderbirdPlan } from './servers.ts';
import type { OwnWords } from './words.ts';

/**
 * The account for a new profile. Thunderbird copies these lines over its preferences at every start: the list of accounts becomes this
 * one, so a profile that has accounts would lose them from its list, and the file says so. In a new profile this is the only account and
 * so the default one; the role makes no difference.
 */
export const userJs: FormatDefinition<ThunderbirdPlan, OwnWords> = {
  id: 'user-js',
  kit: true,
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
  purpose: ({ words, account: { role, displayAddress: address } }) => ({
    title: words.userJs.title,
    use: ({ incoming: [incoming], outgoing: [outgoing] }) => {
      const methods = [incoming.method, outgoing.method].filter((method) => method !== 'certificate');
      if (methods.length < 2) return words.userJsCertificate({ address, typed: typesPassword(asksOf(methods)) });
      const connection = ({ host, port, security }: Server) => `${host}:${port} (${words.security[security]})`;
      const servers = words.userJsServers({
        incoming: connection(incoming.server),
        incomingLogin: incoming.server.login,
        outgoing: connection(outgoing.server),
        outgoingLogin: outgoing.method === 'none' ? '' : outgoing.server.login,
      });
      const asks = asksOf(methods);
      const { login } = (incoming.method === 'oauth2' ? incoming : outgoing).server;
      const fresh = words.userJsFresh({ asks: words.userJsAsks[asks]({ address, login }) });
      return words.userJs.use({ additional: role === 'additional', servers, fresh });
    },
  }),
  fileName: () => 'user.js',
  refuses: refusesPrefs,
  context: (input) => {
    const { words, account } = input;
    const keys = keysOf(input);
    return {
      comments: filled(words.userJsComments, { address: account.displayAddress }),
      preferences: [
        ...accountPrefs(input),
        // The local folders too: a list without them gets new ones at every start (seen with Thunderbird 153).
        ...branch(`mail.account.${keys.folders.account}`, { server: keys.folders.server }),
        ...branch(`mail.server.${keys.folders.server}`, {
          type: 'none',
          hostname: 'Local Folders',
          userName: 'nobody',
          name: words.localFolders,
        }),
        ...branch('mail.accountmanager', {
          accounts: `${keys.account},${keys.folders.account}`,
          localfoldersserver: keys.folders.server,
        }),
        ...branch('mail', { smtpservers: keys.outgoing.join(',') }),
      ],
    };
  },
};
