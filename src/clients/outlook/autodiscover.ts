import { isProblem, type Problem } from '../../errors.ts';
import type { Account, Security } from '../../model/account.ts';
import { derive } from '../../prepare/marks.ts';
import { prepared } from '../../prepare/prepared.ts';
import type { Context } from '../../template/context.ts';
import { encodeUtf8 } from '../../template/encode.ts';
import { fillTemplate } from '../../template/fill.ts';
import { templatesInUse } from '../../template/templates.ts';
import { planFor } from '../client.ts';
import { URL, uuidOf } from '../uuid.ts';
import { type Chosen, planServers } from './servers.ts';

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
export function autodiscoverContext({ account, plan }: { readonly account: Account; readonly plan: Chosen }): Context {
  const { server: incoming } = plan.incoming;
  const { server: outgoing, method: outgoingLogin } = plan.outgoing;
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
  readonly text: string;
  /** How many bytes. */
  readonly size: string;
  readonly lines: readonly string[];
  readonly mark: string;
}

/** The servers that the file names, and the file. */
export interface LocalPlan extends Chosen {
  /** Written when it is first asked for, and once. @throws UnrepresentableError naming what XML cannot carry */
  readonly local: () => LocalXml;
}

/** What the files do that make Outlook read a file on the person's computer. */
export function planLocal(account: Account): LocalPlan | Problem {
  const servers = planFor(planServers, account);
  if (isProblem(servers)) return servers;
  let written: LocalXml | undefined;
  const local = () => {
    written ??= localXml(account, servers);
    return written;
  };
  return { ...servers, local };
}

/**
 * The file: the answer, and behind it a comment with a digest of it. So a script knows its own file whatever the address looks like, with nothing but `find` and the
 * file's length: cmd has no safe form for `o'neil&co@`, XML writes it in another way, and `certutil -hashfile` speaks the language of Windows and is often forbidden.
 */
function localXml(account: Account, plan: Chosen): LocalXml {
  const answer = fillTemplate('outlook/autodiscover.xml', autodiscoverContext({ account, plan }));
  const mark = derive(digestOf, answer);
  const marked = `${answer}<!-- ${mark} -->`;
  const text = `${marked}\n`;
  return { text, size: derive(sizeOf, text), lines: marked.split('\n'), mark };
}

/** The bytes of the file, prepared where they are for accounts like this one. @throws UnrepresentableError naming what XML cannot carry */
export function localBytes(account: Account, plan: LocalPlan): () => Uint8Array {
  const text = (of: Account) => {
    const planned = planFor(planLocal, of);
    return isProblem(planned) ? undefined : planned.local().text;
  };
  const ready = prepared(account, templatesInUse(), localBytes, { text, encode: encodeUtf8 });
  if (ready !== undefined) return ready;
  const bytes = encodeUtf8(plan.local().text);
  return () => bytes;
}

const digestOf = (text: string) => uuidOf(text, URL);
const sizeOf = (text: string) => String(encodeUtf8(text).length);
