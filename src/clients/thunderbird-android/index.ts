import { v5 as uuid } from 'uuid';
import { UnrepresentableError } from '../../errors.ts';
import type { Account } from '../../model/account.ts';
import { defineClient, defineFormat, type File } from '../client.ts';
import { drawPng, drawSvg } from '../qr.ts';
import { guides } from './guides.ts';
import { payloads, refusesPayload } from './payload.ts';
import { asksFor, type Choice, choose, refusesForFile, refusesLines, security } from './servers.ts';

/** As the app sets it for an account made by hand: with IMAP a deleted message goes from the server too, with POP3 it stays (DefaultDeletePolicyProvider.kt). */
const deletePolicy = { imap: 'DELETE', pop3: 'NEVER' } as const;

const code = {
  audience: 'user',
  support: [
    { product: 'Thunderbird for Android', evidence: 'documented' },
    // Built with the launcher that has no scanner (app-k9mail/build.gradle.kts).
    { product: 'K-9 Mail', evidence: 'refused' },
  ],
  refuses: refusesPayload,
} as const;

/** Thunderbird for Android and K-9 Mail. Neither opens a link or a file that is tapped: a person imports from inside the app. */
export const thunderbirdAndroid = defineClient({
  id: 'thunderbird-android',
  title: 'Thunderbird for Android, K-9 Mail',
  devices: ['android'],
  guides,
  formats: [
    defineFormat({
      ...code,
      id: 'qr',
      mediaType: 'image/svg+xml',
      purpose: ({ thunderbirdAndroid: { code, asks } }, account) => code({ asks: asks[asksFor(account)] }),
      files: (account) => pictures([account], 'svg', drawSvg),
    }),
    defineFormat({
      ...code,
      id: 'qr-png',
      mediaType: 'image/png',
      companion: true,
      purpose: (texts) => texts.thunderbirdAndroid.picture,
      files: (account) => pictures([account], 'png', drawPng),
    }),
    defineFormat({
      id: 'k9s',
      template: 'thunderbird-android/account.k9s',
      // Android would append .xml to the name of a download that calls itself XML.
      mediaType: 'application/octet-stream',
      audience: 'user',
      support: [
        { product: 'Thunderbird for Android', evidence: 'documented' },
        { product: 'K-9 Mail', evidence: 'documented' },
      ],
      purpose: ({ thunderbirdAndroid: { file, asks } }, account) => file({ asks: asks[asksFor(account)] }),
      refuses: (account) => {
        const choices = choose(account);
        return refusesForFile(account) ?? ('code' in choices ? choices : refusesLines(choices));
      },
      fileName: () => 'account.k9s',
      context: (account) => {
        const choices = choose(account);
        if ('code' in choices) throw new UnrepresentableError(choices);
        const { incoming, outgoing } = choices;
        const { provider, address, name } = account;
        return {
          uuid: uuid(`https://${provider.identifier}/k9s/${address}`, uuid.URL),
          accountName: provider.shortName,
          deletePolicy: deletePolicy[incoming.server.protocol],
          incoming: { type: incoming.server.protocol.toUpperCase(), ...server(incoming) },
          outgoing: server(outgoing),
          name: name ?? false,
          address,
        };
      },
    }),
  ],
});

/** One picture for each code: `account-qr.svg`, or `account-qr-1-of-2.svg` and so on. */
export function pictures(
  accounts: readonly Account[],
  extension: string,
  drawn: (payload: string) => Uint8Array,
): File[] {
  return payloads(accounts).map((payload, index, { length }) => ({
    name: `account-qr${length === 1 ? '' : `-${index + 1}-of-${length}`}.${extension}`,
    bytes: drawn(payload),
  }));
}

function server({ server: { host, port, ...of }, authentication, login }: Choice<Account['outgoing'][0]>) {
  return {
    host,
    port,
    connectionSecurity: security[of.security].file,
    authenticationType: authentication.file,
    username: login === '' ? false : login,
  };
}
