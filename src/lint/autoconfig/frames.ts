/** A clientConfig of which no rule says anything, with one part of it in the place of ours: what samples of rules are made of. */
interface Parts {
  readonly before?: string;
  readonly root?: string;
  readonly provider?: string;
  readonly names?: string;
  readonly domains?: string;
  readonly incoming?: string;
  readonly outgoing?: string;
  readonly inside?: string;
  readonly after?: string;
}

const server = (direction: string, type: string, children: string) =>
  `    <${direction} type="${type}">\n${children}\n    </${direction}>`;

const IMAP = `      <hostname>imap.example.org</hostname>
      <port>993</port>
      <socketType>SSL</socketType>
      <username>%EMAILADDRESS%</username>
      <authentication>password-cleartext</authentication>`;
const SMTP = IMAP.replace('imap.', 'smtp.').replace('993', '465');

function fileOf(parts: Parts): string {
  const {
    before = '<?xml version="1.0" encoding="UTF-8"?>',
    root = '<clientConfig version="1.1">',
    provider = '<emailProvider id="example.org">',
    names = '<displayName>Example</displayName>\n    <displayShortName>Example</displayShortName>',
    domains = '<domain>example.org</domain>',
    incoming = server('incomingServer', 'imap', IMAP),
    outgoing = server('outgoingServer', 'smtp', SMTP),
    inside = '',
    after = '',
  } = parts;
  return `${before}
${root}
  ${provider}
    ${domains}
    ${names}
${incoming}
${outgoing}
${inside}  </emailProvider>
${after}</clientConfig>
`;
}

/** Frames, by what the fragment stands for. */
export const frames = {
  /** Whole servers, to make fragments of. */
  servers: {
    imap: server('incomingServer', 'imap', IMAP),
    pop3: server('incomingServer', 'pop3', IMAP.replace('imap.', 'pop.').replace('993', '995')),
    smtp: server('outgoingServer', 'smtp', SMTP),
  },
  /** The whole file. */
  whole: (fragment: string) => fragment,
  /** What stands before the root element. */
  before: (before: string) => fileOf({ before }),
  /** The start tags. */
  root: (root: string) => fileOf({ root }),
  provider: (provider: string) => fileOf({ provider }),
  /** The names, and the domains. */
  names: (names: string) => fileOf({ names }),
  domains: (domains: string) => fileOf({ domains }),
  /** All servers of a direction. */
  incoming: (incoming: string) => fileOf({ incoming }),
  outgoing: (outgoing: string) => fileOf({ outgoing }),
  /** In the place of the element of the same name of the IMAP server (of the SMTP server): of each that the fragment has. */
  inImap: (fragment: string) => fileOf({ incoming: server('incomingServer', 'imap', replaced(IMAP, fragment)) }),
  inSmtp: (fragment: string) => fileOf({ outgoing: server('outgoingServer', 'smtp', replaced(SMTP, fragment)) }),
  /** What stands behind the servers. */
  inProvider: (fragment: string) => fileOf({ inside: `    ${fragment}\n` }),
  /** What stands behind the provider. */
  after: (fragment: string) => fileOf({ after: `  ${fragment}\n` }),
} as const;

/** The lines without those of which the fragment has the element, and then the fragment. */
function replaced(lines: string, fragment: string): string {
  const names = new Set(Array.from(fragment.matchAll(/<(\w+)/g), ([, name]) => name));
  const kept = lines.split('\n').filter((line) => !names.has(/<(\w+)/.exec(line)?.[1]));
  return [...kept, `      ${fragment}`].join('\n');
}
