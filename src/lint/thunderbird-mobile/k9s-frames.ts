/** A settings file of which no rule says anything, with one part of it in the place of ours: what samples of rules are made of. */
interface Parts {
  readonly before?: string;
  readonly root?: string;
  readonly global?: string;
  readonly account?: string;
  readonly inAccount?: string;
  readonly incoming?: string;
  readonly outgoing?: string;
}

const NAME = '<name>Example</name>';
const SETTINGS = '<settings><value key="notifyNewMail">true</value></settings>';
const IDENTITIES = '<identities><identity><name>Ada</name><email>ada@example.org</email></identity></identities>';
const server = (type: string, host: string, port: number) => `<type>${type}</type>
<host>${host}</host>
<port>${port}</port>
<connection-security>SSL_TLS_REQUIRED</connection-security>
<authentication-type>PLAIN</authentication-type>
<username>ada@login.example</username>`;
const IMAP = server('IMAP', 'imap.example.org', 993);
const SMTP = server('SMTP', 'smtp.example.org', 465);

function fileOf(parts: Parts): string {
  const {
    before = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    root = '<k9settings version="99" format="1">',
    global = '',
    account = '<account uuid="2b1f0e6a-6d6e-4c7e-9a55-0d3a6c1f4e10">',
    inAccount = '',
    incoming = IMAP,
    outgoing = SMTP,
  } = parts;
  const replaced = (name: string, usual: string) => (inAccount.startsWith(`<${name}`) ? '' : usual);
  return `${before}${root}
  ${global}
  <accounts>
    ${account}
      ${replaced('name>', NAME)}
      ${replaced('settings', SETTINGS)}
      ${replaced('incoming-server', element('incoming', incoming))}
      ${replaced('outgoing-server', element('outgoing', outgoing))}
      ${replaced('identities', IDENTITIES)}
      ${inAccount}
    </account>
  </accounts>
</k9settings>
`;
}

/** The type is an attribute; in a list of lines it is one of them. */
function element(direction: string, lines: string): string {
  const [, type] = /<type>(.*?)<\/type>/.exec(lines) ?? [];
  const attribute = type === undefined ? '' : ` type="${type}"`;
  return `<${direction}-server${attribute}>\n${lines.replace(/<type>.*?<\/type>\n?/, '')}\n</${direction}-server>`;
}

/** The lines without those of which the fragment has the element, and then the fragment. */
function withLines(lines: string, fragment: string): string {
  const names = new Set(Array.from(fragment.matchAll(/<([\w-]+)/g), ([, name]) => name));
  const kept = lines.split('\n').filter((line) => !names.has(/<([\w-]+)/.exec(line)?.[1]));
  return [...kept, fragment].join('\n');
}

/** Frames, by what the fragment stands for. */
export const k9sFrames = {
  whole: (fragment: string) => fragment,
  /** What stands before the root element. */
  before: (before: string) => fileOf({ before }),
  /** The start tags. */
  root: (root: string) => fileOf({ root }),
  account: (account: string) => fileOf({ account }),
  /** What stands beside the accounts. */
  global: (global: string) => fileOf({ global }),
  /** In the place of the element of the same name of the account. */
  inAccount: (inAccount: string) => fileOf({ inAccount }),
  /** In the place of the element of the same name of a server: of each that the fragment has. */
  inIncoming: (fragment: string) => fileOf({ incoming: withLines(IMAP, fragment) }),
  inOutgoing: (fragment: string) => fileOf({ outgoing: withLines(SMTP, fragment) }),
  /** The incoming server of a file in an older version. */
  inVersion: (fragment: string) => {
    const [, version = '99'] = /version="(\d+)"/.exec(fragment) ?? [];
    return fileOf({
      root: `<k9settings version="${version}" format="1">`,
      incoming: withLines(IMAP, fragment.replace(/^.*?(?=<)/, '')),
    });
  },
} as const;
