/*
 * Files as providers write them and as they go wrong: seeded mutations of a few clientConfig files, of what stands in an element, of which elements there are, and of the
 * XML around them.
 */

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const server = (direction: string, type: string, host: string, port: number, socket: string, ...methods: string[]) =>
  `    <${direction} type="${type}">
      <hostname>${host}</hostname>
      <port>${port}</port>
      <socketType>${socket}</socketType>
      <username>%EMAILLOCALPART%@login.example</username>
${methods.map((method) => `      <authentication>${method}</authentication>`).join('\n')}
    </${direction}>`;

const file = (...servers: string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1">
  <emailProvider id="example.org">
    <domain>example.org</domain>
    <domain>example.net</domain>
    <displayName>Example</displayName>
    <displayShortName>Example</displayShortName>
${servers.join('\n')}
  </emailProvider>
</clientConfig>
`;

const password = 'password-cleartext';
const bases = [
  file(
    server('incomingServer', 'imap', 'imap.example.org', 993, 'SSL', password),
    server('outgoingServer', 'smtp', 'smtp.example.org', 465, 'SSL', password),
  ),
  file(
    server('incomingServer', 'imap', 'imap.example.org', 143, 'STARTTLS', 'password-encrypted', password),
    server('incomingServer', 'pop3', 'pop.example.org', 995, 'SSL', password),
    server('outgoingServer', 'smtp', 'smtp.example.org', 587, 'STARTTLS', password),
    server('outgoingServer', 'smtp', 'smtp.example.org', 465, 'SSL', password),
  ),
  file(
    server('incomingServer', 'imap', 'imap.gmail.com', 993, 'SSL', 'OAuth2', password),
    server('incomingServer', 'pop3', 'pop.gmail.com', 995, 'SSL', 'OAuth2'),
    server('outgoingServer', 'smtp', 'smtp.gmail.com', 465, 'SSL', 'OAuth2'),
  ),
  file(
    '    <incomingServer type="ews"><url>https://outlook.office365.com/EWS/Exchange.asmx</url><username>%EMAILADDRESS%</username><authentication>OAuth2</authentication></incomingServer>',
    server('incomingServer', 'exchange', 'outlook.office365.com', 443, 'SSL', 'OAuth2'),
    server('incomingServer', 'imap', 'outlook.office365.com', 993, 'SSL', 'OAuth2'),
    server('outgoingServer', 'smtp', 'smtp.office365.com', 587, 'STARTTLS', 'none', 'OAuth2'),
  ),
];

const NUMBERS = ['0', '-1', '+993', '0993', '993.7', '9.93e2', '0x3e1', '1e400', 'Infinity', 'NaN', ' 993 ', '\n993\n'];
const WORDS = ['', ' ', 'true', 'FALSE', 'undefined', 'null', '__proto__', 'toString', '[object Object]'];

/** What can stand in each element, wrong or merely odd. */
const values: Readonly<Record<string, readonly string[]>> = {
  hostname: [
    ...['IMAP.Example.ORG', ' imap.example.org ', 'imap_1.example.org', '%EMAILDOMAIN%', 'mail.%EMAILDOMAIN%'],
    ...[
      '%EMAILADDRESS%',
      '%FOO%',
      '%foo%.example.org',
      '192.0.2.1',
      '192.0.2.256',
      '2001:db8::1',
      '::',
      '[::1]',
      '123',
    ],
    ...['a..b', '-a.org', 'a.org.', 'élysée.example', 'xn--lyse-9oa9c.example', 'imap.gmail.com', 'imap.yandex.com'],
    ...[
      'pop.comcast.net',
      `${'x'.repeat(64)}.org`,
      'imap.example.org:993',
      'https://imap.example.org',
      'imap example.org',
    ],
    ...WORDS,
    ...NUMBERS,
  ],
  port: ['1', '65535', '65536', '993 tls', 'tls 993', '99999999999', '٩٩٣', ...WORDS, ...NUMBERS],
  socketType: ['ssl', 'TLS', ' SSL', 'SSL ', 'plain', 'STARTTLS', 'SSL', 'starttls', 'none', '0', '2', ...WORDS],
  authentication: [
    ...['password-cleartext', 'plain', 'password-encrypted', 'secure', 'GSSAPI', 'NTLM', 'OAuth2', 'none', 'CRAM-MD5'],
    ...[
      'client-IP-address',
      'smtp-after-pop',
      'TLS-client-cert',
      'oauth2',
      'Password-Cleartext',
      ' none',
      '3',
      ...WORDS,
    ],
  ],
  username: [
    ...['00123', '1e3', '0x1f', '0b11', '12345678901234567890', '.5', '5.', '1_000', '-0', 'ada', ' ada ', 'a\nb', 'ä'],
    ...[
      '%EMAILADDRESS',
      '%EMAILADDRESS%',
      '%REALNAME%',
      '%FOO%',
      '%EMAILLOCALPART%%EMAILDOMAIN%',
      'a&amp;b',
      '&#65;&#x1F98A;',
    ],
    ...['%emailaddress%', '\u00a012', ...WORDS, ...NUMBERS],
  ],
  domain: ['example org', '%EMAILDOMAIN%', 'EXAMPLE.org', 'a_b.org', '123', ...WORDS],
  url: [
    'https://mail.example.org/',
    'http://mail.example.org/',
    'https://mail.example.org:8443/',
    'ftp://a.org',
    'https://',
    ...WORDS,
  ],
};
const types = ['imap', 'pop3', 'smtp', 'IMAP', 'imap ', 'nntp', 'owa', 'ews', 'graph', 'jmap', 'exchange', '', '1'];
const ids = [
  'example.org',
  'Example.ORG',
  'example',
  'a_b.org',
  '',
  ' example.org ',
  '%EMAILDOMAIN%',
  '192.0.2.1',
  '123',
  '0',
  'true',
  'é.fr',
];

type Random = () => number;

function pick<T>(list: readonly T[], random: Random): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** Changes one of what the pattern finds. */
function one(text: string, pattern: RegExp, random: Random, change: (found: RegExpMatchArray) => string): string {
  const found = pick([...text.matchAll(pattern)], random);
  if (found === undefined) return text;
  return text.slice(0, found.index) + change(found) + text.slice((found.index ?? 0) + found[0].length);
}

const LEAF = /<(domain|hostname|port|socketType|username|authentication|url|displayName)>([^<>]*)<\/\1>/g;
const SERVER = / *<(incomingServer|outgoingServer) type="\w+">.*?<\/\1>\n?/gs;

/** A value in the element, from the list of its kind. */
function odd(name: string, random: Random): string {
  return pick(values[name] ?? WORDS, random) ?? '';
}

const inside = [
  '<!-- c -->',
  '<!---->',
  '<![CDATA[x]]>',
  '<![CDATA[]]>',
  '<b/>',
  '<b>x</b>',
  '&amp;',
  '&#32;',
  '\n',
  ' ',
  '<![CDATA[true]]>',
];
const around = [
  '<useGlobalPreferredServer>true</useGlobalPreferredServer>',
  '<useGlobalPreferredServer>yes</useGlobalPreferredServer>',
  '<useGlobalPreferredServer/>',
  '<password>secret</password>',
  '<url>https://mail.example.org/</url>',
  '<url>https://mail.example.org:8443/</url>',
  '<restriction>client-IP-address</restriction>',
  '<pop3><leaveMessagesOnServer>maybe</leaveMessagesOnServer></pop3>',
  '<unknown><port>143</port></unknown>',
];
const broken: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => text.slice(0, Math.floor(random() * text.length)),
  (text) => text.replace('<displayName>', '<displayName>&eacute;'),
  (text) => text.replace('<displayName>', '<displayName>A & B'),
  (text) => text.replace('<displayName>', '<!-- a -- b --><displayName>'),
  (text) => text.replace('<displayName>', '<displayName a="1" a="2">'),
  (text) => text.replace('<displayName>', '<displayName a="<">'),
  (text) => text.replace('<displayName>', '<displayName>]]>'),
  (text) => text.replace('<displayName>', '<displayName>&#0;'),
  (text) => text.replace('<displayName>', '<m:a/><displayName>'),
  (text) => `\n${text}`,
  (text) => `${text}text`,
  (text) => `${text}<clientConfig/>`,
  (text) => text.replace('version="1.0"', 'version="1.0" standalone="maybe"'),
];
const wrapped: readonly ((text: string) => string)[] = [
  (text) => text.replace('<clientConfig', '<!DOCTYPE clientConfig>\n<clientConfig'),
  (text) => text.replace('<clientConfig', '<clientConfig xmlns="https://example.org/ns"'),
  (text) => text.replaceAll('clientConfig', 'clientconfig'),
  (text) =>
    text.replace('<clientConfig', '<m:clientConfig xmlns:m="urn:a"').replace('</clientConfig', '</m:clientConfig'),
  (text) => text.replace('<emailProvider', '<emailProvider id="first.example"/><emailProvider'),
  (text) => text.replace('</clientConfig', '<emailProvider id="last.example"/></clientConfig'),
  (text) => text.replace(/<\?xml.*\?>\n/, ''),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replace('<domain>', '<m:x xmlns:m="urn:a"/><domain>'),
];

/** What can be done to a file; values most of all. */
const changes: readonly ((text: string, random: Random) => string)[] = [
  ...Array<typeof changeValue>(6).fill(changeValue),
  (text, random) => one(text, LEAF, random, () => ''),
  (text, random) =>
    one(text, LEAF, random, ([whole = '', name = '']) => `${whole}<${name}>${odd(name, random)}</${name}>`),
  (text, random) =>
    one(text, LEAF, random, ([whole = '', name = '']) => `<${name}>${odd(name, random)}</${name}>${whole}`),
  (text, random) => one(text, LEAF, random, ([, name = '', value = '']) => `<${name} x="y">${value}</${name}>`),
  (text, random) => one(text, LEAF, random, ([, name = '']) => (random() < 0.5 ? `<${name}/>` : `<${name}></${name}>`)),
  (text, random) =>
    one(text, LEAF, random, ([, name = '', value = '']) => {
      const at = Math.floor(random() * (value.length + 1));
      return `<${name}>${value.slice(0, at)}${pick(inside, random)}${value.slice(at)}</${name}>`;
    }),
  (text, random) =>
    one(text, /type="\w*"/g, random, () => (random() < 0.2 ? 'x="y"' : `type="${pick(types, random)}"`)),
  (text, random) => one(text, /id="[^"]*"/g, random, () => (random() < 0.2 ? '' : `id="${pick(ids, random)}"`)),
  (text, random) => one(text, SERVER, random, () => ''),
  (text, random) => one(text, SERVER, random, ([whole = '']) => `${whole}${whole}`),
  (text, random) =>
    one(text, /<\/(?:incoming|outgoing)Server>/g, random, ([whole]) => `${pick(around, random)}${whole}`),
  (text, random) => pick(wrapped, random)?.(text) ?? text,
  (text, random) => (random() < 0.5 ? (pick(broken, random)?.(text, random) ?? text) : text),
];

function changeValue(text: string, random: Random): string {
  return one(text, LEAF, random, ([, name = '']) => `<${name}>${odd(name, random)}</${name}>`);
}

/** So many files, each with one to three changes. */
export function mutations(count: number, seed: number): string[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    let text = pick(bases, random) ?? '';
    for (let left = 1 + Math.floor(random() * 3); left > 0; left -= 1)
      text = pick(changes, random)?.(text, random) ?? text;
    return text;
  });
}
