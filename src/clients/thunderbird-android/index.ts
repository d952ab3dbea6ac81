import { isProblem, type Problem } from '../../errors.ts';
import type { Account, Server } from '../../model/account.ts';
import type { Choice } from '../choose.ts';
import { defineClient, planFor, planned } from '../client.ts';
import { identityOf } from '../identity.ts';
import { drawPng, drawSvg } from '../qr.ts';
import { guides } from './guides.ts';
import { planPayload } from './payload.ts';
import {
  asksFor,
  type Chosen,
  planServers,
  refusesForFile,
  refusesLines,
  type SignIn,
  securityWords,
} from './servers.ts';
import { words } from './words.ts';

/** As the app sets it for an account made by hand: with IMAP a deleted message goes from the server too, with POP3 it stays (DefaultDeletePolicyProvider.kt). */
const deletePolicy = { imap: 'DELETE', pop3: 'NEVER' } as const;

const code = {
  audience: 'user',
  support: [
    { product: 'Thunderbird for Android', evidence: 'documented' },
    // Built with the launcher that has no scanner (app-k9mail/build.gradle.kts).
    { product: 'K-9 Mail', evidence: 'refused' },
  ],
} as const;

/** Thunderbird for Android and K-9 Mail. Neither opens a link or a file that is tapped: a person imports from inside the app. */
export const thunderbirdAndroid = defineClient({
  id: 'thunderbird-android',
  title: 'Thunderbird for Android, K-9 Mail',
  devices: ['android'],
  first: ['android'],
  words,
  guides,
  formats: [
    planned(planPayload, [
      {
        ...code,
        id: 'qr',
        mediaType: 'image/svg+xml',
        purpose: ({ words }) => ({
          title: words.code.title,
          use: ({ servers }) => words.code.use({ asks: words.asks[asksFor(servers)] }),
        }),
        files: ({ plan: { picture } }) => [{ name: 'account-qr.svg', bytes: () => drawSvg(picture) }],
      },
      {
        ...code,
        id: 'qr-png',
        kit: true,
        mediaType: 'image/png',
        companion: true,
        purpose: ({ words }) => words.picture,
        files: ({ plan: { picture } }) => [{ name: 'account-qr.png', bytes: () => drawPng(picture) }],
      },
    ]),
    planned(planFile, [
      {
        id: 'k9s',
        kit: true,
        template: 'thunderbird-android/account.k9s',
        // Android would append .xml to the name of a download that calls itself XML.
        mediaType: 'application/octet-stream',
        audience: 'user',
        support: [
          { product: 'Thunderbird for Android', evidence: 'documented' },
          { product: 'K-9 Mail', evidence: 'documented' },
        ],
        purpose: ({ words }) => ({
          title: words.file.title,
          use: (plan) => words.file.use({ asks: words.asks[asksFor(plan)] }),
        }),
        fileName: () => 'account.k9s',
        context: ({ account, plan: { incoming, outgoing } }) => ({
          uuid: identityOf(account).uuid('k9s'),
          accountName: account.provider.shortName,
          deletePolicy: deletePolicy[incoming.server.protocol],
          incoming: { type: incoming.server.protocol.toUpperCase(), ...server(incoming) },
          outgoing: server(outgoing),
          name: account.name ?? false,
          address: account.address,
        }),
      },
    ]),
  ],
});

function planFile(account: Account): Chosen | Problem {
  const plan = planFor(planServers, account);
  return refusesForFile(account) ?? (isProblem(plan) ? plan : (refusesLines(plan) ?? plan));
}

function server({ server: { host, port, ...of }, method }: Choice<Server, SignIn>) {
  return {
    host,
    port,
    connectionSecurity: securityWords[of.security].file,
    authenticationType: method.file,
    username: method.login === '' ? false : method.login,
  };
}
