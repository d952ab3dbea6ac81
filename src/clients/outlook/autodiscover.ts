import { v5 } from 'uuid';
import { fillTemplate } from '../../artifacts/render.ts';
import { type Problem, UnrepresentableError } from '../../errors.ts';
import type { Account, Security } from '../../model/account.ts';
import { encodeUtf8 } from '../../template/encode.ts';
import type { Context } from '../client.ts';
import { chooseServers, refusesAuthentication } from './servers.ts';

/**
 * `Encryption` overrides `SSL` (MS-OXDSCLI 2.2.4.1.1.2.6.22) and is what Outlook 2010 and later go by. `SSL` is `on` for STARTTLS too: Thunderbird
 * and Delta Chat, which read the same answer, take `off` for clear text whatever `Encryption` says.
 */
const encryption = {
  tls: { ssl: 'on', encryption: 'SSL' },
  starttls: { ssl: 'on', encryption: 'TLS' },
  none: { ssl: 'off', encryption: 'None' },
} as const satisfies Record<Security, { ssl: 'on' | 'off'; encryption: string }>;

const protocolType = { imap: 'IMAP', pop3: 'POP3' } as const;

/**
 * What `autodiscover.xml` shows of an account, the file and the answer of a server alike (plain XML Autodiscover, "POX").
 *
 * The login stands in every block that has one, because the documented default is what precedes the @ of the address (TechNet cc511507).
 * `UsePOPAuth` says whether sending takes over the login of reading, for IMAP too.
 */
export function autodiscoverContext(account: Account): Context {
  const { incoming, outgoing, outgoingLogin } = chooseServers(account);
  return {
    name: account.name ?? false,
    address: account.address,
    incoming: {
      type: protocolType[incoming.protocol],
      host: incoming.host,
      port: incoming.port,
      login: incoming.login,
      ...encryption[incoming.security],
    },
    outgoing: {
      host: outgoing.host,
      port: outgoing.port,
      login: outgoingLogin && outgoing.login,
      ...encryption[outgoing.security],
      authentication: outgoingLogin ? 'on' : 'off',
      sameLogin: outgoingLogin && outgoing.login === incoming.login ? 'on' : 'off',
    },
  };
}

/** `autodiscover.xml` on a person's computer, and by what its `install.cmd` knows it. */
export interface LocalXml {
  readonly bytes: Uint8Array;
  readonly mark: string;
}

/**
 * The file: the answer, and behind it a comment with a digest of it. So a script knows its own file whatever the address looks like, with nothing but `find` and the
 * file's length: cmd has no safe form for `o'neil&co@`, XML writes it in another way, and `certutil -hashfile` speaks the language of Windows and is often forbidden.
 * @throws UnrepresentableError naming what XML cannot carry
 */
export function localXml(account: Account): LocalXml {
  const text = fillTemplate('outlook/autodiscover.xml', autodiscoverContext(account));
  const mark = v5(text, v5.URL);
  return { bytes: encodeUtf8(`${text}<!-- ${mark} -->\n`), mark };
}

/** Files that point to `autodiscover.xml` have no sense without it: they would leave Outlook with a path to nothing. */
export function refusesXml(account: Account): Problem | undefined {
  const refusal = refusesAuthentication(account);
  if (refusal !== undefined) return refusal;
  try {
    fillTemplate('outlook/autodiscover.xml', autodiscoverContext(account));
    return undefined;
  } catch (error) {
    if (error instanceof UnrepresentableError) return error.problem;
    throw error;
  }
}
