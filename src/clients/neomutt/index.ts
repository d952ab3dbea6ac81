import { problem } from '../../errors.ts';
import type { Security } from '../../model/account.ts';
import { isPlainWord } from '../linux/keyring.ts';
import { accountId } from '../linux/script.ts';
import { type Mechanisms, mechanismOf, type Program, terminalClient, urlUser } from '../linux/terminal.ts';

/** Values of `imap_authenticators` and `smtp_authenticators`. */
const mechanisms = {
  // Debian's, made with GNU SASL, calls cram-md5 “not a valid authenticator” and then reads no line of the file (seen with 20220429).
  neomutt: { password: 'plain:login' },
  mutt: { password: 'plain:login', 'cram-md5': 'cram-md5' },
} as const satisfies Record<string, Mechanisms>;
const imap = { tls: 'imaps', starttls: 'imap', none: 'imap' } as const satisfies Record<Security, string>;
const smtp = { tls: 'smtps', starttls: 'smtp', none: 'smtp' } as const satisfies Record<Security, string>;

/** NeoMutt and Mutt read the same file; where they look for their main file differs. */
function program(id: 'neomutt' | 'mutt', title: string, version: string): Program {
  const known: Mechanisms = mechanisms[id];
  return {
    id,
    title,
    support: [{ product: version, evidence: 'tested' }],
    config: 'neomutt/account.muttrc',
    configName: 'account.rc',
    install: `${id}/install.sh`,
    remove: `${id}/remove.sh`,
    reads: () => true,
    sends: () => true,
    mechanisms: known,
    context: ({ address, name }, { incoming, outgoing }, keyring) => {
      // `reads` and `sends` are there, so both are.
      if (incoming === undefined || outgoing === undefined) throw new TypeError(`${id} needs both servers`);
      const sendingLogin = mechanismOf(known, outgoing) !== '';
      const user = sendingLogin ? `${urlUser(outgoing.login)}@` : '';
      return {
        neomutt: id === 'neomutt',
        name: name ?? false,
        address,
        incoming: {
          login: incoming.login,
          url: `${imap[incoming.security]}://${incoming.host}:${incoming.port}/`,
          cram: mechanismOf(known, incoming) === 'cram-md5',
          keyring: keyring && isPlainWord(incoming.login) && lookupWords('imap', incoming),
        },
        outgoing: {
          url: `${smtp[outgoing.security]}://${user}${outgoing.host}:${outgoing.port}/`,
          authenticators: sendingLogin && mechanismOf(known, outgoing),
          keyring: keyring && sendingLogin && isPlainWord(outgoing.login) && lookupWords('smtp', outgoing),
        },
        encrypted: incoming.security !== 'none' && outgoing.security !== 'none',
      };
    },
    // The value of `from` is read as a header, and a quoted local part loses its quotes on the way (seen with NeoMutt 20220429 and Mutt 2.2.12).
    refuses: ({ address }) =>
      address.startsWith('"') ? problem('terminal.quoted', { program: title, value: address }) : undefined,
    script: (account) => ({ file: `${accountId(account)}.rc`, neomutt: id === 'neomutt' }),
  };
}

/** The values that stand in the look-up. A login with signs that Mutt reads inside backquotes in its own way is asked for its password instead. */
function lookupWords(service: 'imap' | 'smtp', server: { readonly host: string; readonly login: string }) {
  return { service, host: server.host, login: server.login };
}

export const neomutt = terminalClient(program('neomutt', 'NeoMutt', 'NeoMutt 20220429'));
export const mutt = terminalClient(program('mutt', 'Mutt', 'Mutt 2.2'));
