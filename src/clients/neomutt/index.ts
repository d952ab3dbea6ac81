import type { Security } from '../../model/account.ts';
import { bind } from '../../words/words.ts';
import type { Client } from '../client.ts';
import { isPlainWord } from '../linux/keyring.ts';
import { accountId } from '../linux/script.ts';
import { type Mechanisms, readsAndSends, textFileClient, urlUser } from '../linux/text-file-client.ts';
import { problem, words } from './words.ts';

/** Values of `imap_authenticators` and `smtp_authenticators`. */
const mechanisms = {
  // Debian's, made with GNU SASL, calls cram-md5 “not a valid authenticator” and then reads no line of the file (seen with 20220429).
  neomutt: { password: 'plain:login' },
  mutt: { password: 'plain:login', 'cram-md5': 'cram-md5' },
} as const satisfies Record<string, Mechanisms>;
const imap = { tls: 'imaps', starttls: 'imap', none: 'imap' } as const satisfies Record<Security, string>;
const smtp = { tls: 'smtps', starttls: 'smtp', none: 'smtp' } as const satisfies Record<Security, string>;

/** NeoMutt and Mutt read the same file; where they look for their main file differs. */
function client(id: 'neomutt' | 'mutt', title: string, version: string): Client {
  const known: Mechanisms = mechanisms[id];
  return textFileClient({
    id,
    title,
    words: { en: { place: words.en[id] }, fr: { place: words.fr[id] } },
    support: [{ product: version, evidence: 'tested' }],
    config: 'neomutt/account.muttrc',
    configName: 'account.rc',
    plan: readsAndSends({ title, mechanisms: known }),
    says: (language) => bind(words[language], language).script,
    start: (account) => `${id} -e "source ~/.config/${id}/${account}.rc"`,
    context: ({ address, name }, plan, keyring) => {
      const { server: incoming, method: receiving } = plan.incoming;
      const { server: outgoing, method: sending } = plan.outgoing;
      const sendingLogin = sending !== '';
      const user = sendingLogin ? `${urlUser(outgoing.login)}@` : '';
      return {
        neomutt: id === 'neomutt',
        name: name ?? false,
        address,
        incoming: {
          login: incoming.login,
          url: `${imap[incoming.security]}://${incoming.host}:${incoming.port}/`,
          cram: receiving === 'cram-md5',
          keyring: keyring && isPlainWord(incoming.login) && lookupWords('imap', incoming),
        },
        outgoing: {
          url: `${smtp[outgoing.security]}://${user}${outgoing.host}:${outgoing.port}/`,
          authenticators: sendingLogin && sending,
          keyring: keyring && sendingLogin && isPlainWord(outgoing.login) && lookupWords('smtp', outgoing),
        },
        encrypted: incoming.security !== 'none' && outgoing.security !== 'none',
      };
    },
    // The value of `from` is read as a header, and a quoted local part loses its quotes on the way (seen with NeoMutt 20220429 and Mutt 2.2.12).
    refuses: ({ address }) =>
      address.startsWith('"') ? problem('terminal.quoted', { program: title, value: address }) : undefined,
    script: (account) => ({ file: `${accountId(account)}.rc`, neomutt: id === 'neomutt' }),
  });
}

/** The values that stand in the look-up. A login with signs that Mutt reads inside backquotes in its own way is asked for its password instead. */
function lookupWords(service: 'imap' | 'smtp', server: { readonly host: string; readonly login: string }) {
  return { service, host: server.host, login: server.login };
}

export const neomutt = client('neomutt', 'NeoMutt', 'NeoMutt 20220429');
export const mutt = client('mutt', 'Mutt', 'Mutt 2.2');
