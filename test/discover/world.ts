import type { DnsType, DnsValues, Line, Net, WebAnswer, WebRequest } from '../../src/net/net.ts';

/*
 * Made-up mail domains: what their places answer. A test asks them in memory (`netOf`), the system tests serve the same worlds with a real DNS and web server, so that programs can
 * ask them.
 */

export interface World {
  readonly domain: string;
  /** By `https://host/path`. A host that is named has all other paths answered with 404, by http and by https. */
  readonly web?: Readonly<Record<string, Page>>;
  /** Mozilla's database, by domain. */
  readonly database?: Readonly<Record<string, Page>>;
  readonly mx?: readonly (readonly [preference: number, exchange: string])[];
  readonly ns?: readonly string[];
  readonly txt?: Readonly<Record<string, string>>;
  /** By the whole name; `''` stands for `.`. */
  readonly srv?: Readonly<
    Record<string, readonly (readonly [priority: number, weight: number, port: number, target: string])[]>
  >;
  /** Hosts whose certificate is somebody else's. */
  readonly strangers?: readonly string[];
  /** Mail servers, by `host:port`. */
  readonly mail?: Readonly<Record<string, MailPort>>;
}

export interface Page {
  readonly status: number;
  readonly type?: string;
  /** Made of the address that was told, where one was. */
  readonly body?: string | ((address: string | undefined) => string);
  readonly location?: string;
  /** What a POST gets, where that is something else. */
  readonly posted?: Page;
}

export interface MailPort {
  readonly protocol: 'imap' | 'pop3' | 'smtp';
  readonly tls: boolean;
  /** In the words of the protocol. */
  readonly offers: readonly string[];
}

export const XML = 'text/xml; charset=utf-8';

export const DATABASES: Readonly<Record<string, string>> = {
  'live.thunderbird.net': '/autoconfig/v1.1/',
  'autoconfig.thunderbird.net': '/v1.1/',
  'v1.ispdb.net': '/',
};

/** The names of these worlds that have an address. */
export function namesOf(worlds: readonly World[]): Set<string> {
  const names = worlds.flatMap(({ web = {}, mail = {} }) => [
    ...Object.keys(web).map((url) => new URL(url).hostname),
    ...Object.keys(mail).map((port) => port.slice(0, port.indexOf(':'))),
  ]);
  return new Set([...names, ...Object.keys(DATABASES)]);
}

/** What a server of these worlds answers. */
export function pageAt(worlds: readonly World[], method: string, url: URL): Page & { readonly text: string } {
  const place = `${url.origin}${url.pathname}`;
  const path = DATABASES[url.hostname];
  const found = worlds
    .map(({ web = {}, database = {} }) => (path === undefined ? web[place] : database[url.pathname.slice(path.length)]))
    .find((page) => page !== undefined);
  const page = (method === 'POST' ? found?.posted : undefined) ??
    found ?? { status: 404, type: 'text/plain', body: 'no' };
  const { body = '' } = page;
  const told = new URLSearchParams(url.search).get('emailaddress') ?? undefined;
  return { ...page, text: typeof body === 'string' ? body : body(told) };
}

/** Records of these worlds, and whether the name is there at all. */
export function recordsAt<Type extends DnsType>(
  worlds: readonly World[],
  name: string,
  type: Type,
): readonly DnsValues[Type][] {
  const at = worlds.filter(({ domain }) => domain === name);
  const found: { readonly [Each in DnsType]?: readonly unknown[] } = {
    MX: at.flatMap(({ mx = [] }) => mx.map(([preference, exchange]) => ({ preference, exchange }))),
    NS: at.flatMap(({ ns = [] }) => ns),
    TXT: worlds.flatMap(({ txt = {} }) => txt[name] ?? []),
    SRV: worlds.flatMap(({ srv = {} }) =>
      (srv[name] ?? []).map(([priority, weight, port, target]) => ({ priority, weight, port, target })),
    ),
    A: namesOf(worlds).has(name) ? ['127.0.0.1'] : [],
  };
  // The table has the values of each type.
  return (found[type] ?? []) as readonly DnsValues[Type][];
}

/** The worlds, asked in memory. @param asked is told every question */
export function netOf(worlds: readonly World[], asked: (question: string) => void = () => {}): Net {
  const names = namesOf(worlds);
  return {
    async dns(name, type) {
      asked(`${type} ${name}`);
      const records = recordsAt(worlds, name, type);
      if (records.length === 0) return { status: 'none', missing: !names.has(name), authentic: false };
      return { status: 'found', records, authentic: false, ttl: 5, aliases: [] };
    },
    web: async (request) => {
      asked(`${request.method} ${request.url.href}`);
      return webAnswer(worlds, names, request);
    },
    async dial(host, port, security) {
      asked(`DIAL ${host}:${port}`);
      const found = worlds.map(({ mail = {} }) => mail[`${host}:${port}`]).find((each) => each !== undefined);
      if (!names.has(host)) return { status: 'failed', failure: 'no-address', detail: '' };
      if (found === undefined) return { status: 'failed', failure: 'connection-refused', detail: '' };
      if (found.tls !== (security === 'tls'))
        return { status: 'failed', failure: security === 'tls' ? 'tls' : 'timed-out', detail: '' };
      return { status: 'connected', line: lineOf(found) };
    },
  };
}

function webAnswer(worlds: readonly World[], names: ReadonlySet<string>, { method, url }: WebRequest): WebAnswer {
  if (!names.has(url.hostname)) return { status: 'failed', failure: 'no-address', detail: '' };
  if (url.protocol === 'https:' && worlds.some(({ strangers = [] }) => strangers.includes(url.hostname)))
    return { status: 'failed', failure: 'certificate', detail: 'ERR_TLS_CERT_ALTNAME_INVALID' };
  const { status, type = 'text/plain', location, text } = pageAt(worlds, method, url);
  return {
    status: 'answered',
    code: status,
    headers: { 'content-type': type, ...(location !== undefined && { location }) },
    body: new TextEncoder().encode(text),
    ip: '127.0.0.1',
    took: 1,
  };
}

function lineOf({ protocol, offers }: MailPort): Line {
  const pending: string[] = [greetings[protocol]];
  return {
    ip: '127.0.0.1',
    tls: undefined,
    read: async () => pending.shift(),
    write: (text) => pending.push(...replies(protocol, offers, text.trim())),
    startTls: async () => ({ status: 'failed', failure: 'protocol', detail: '' }),
    close: () => {},
  };
}

export const greetings = { imap: '* OK ready', pop3: '+OK ready', smtp: '220 ready' } as const;

/** What a mail server says to a command. */
export function replies(protocol: MailPort['protocol'], offers: readonly string[], command: string): string[] {
  const [first = ''] = command.split(' ');
  if (protocol === 'imap') {
    if (/CAPABILITY$/i.test(command)) return [`* CAPABILITY IMAP4rev1 ${offers.join(' ')}`, `${first} OK done`];
    return [...(/LOGOUT$/i.test(command) ? ['* BYE'] : []), `${first} OK done`];
  }
  if (protocol === 'pop3') return /^CAPA/i.test(command) ? ['+OK', ...offers, '.'] : ['+OK'];
  if (/^EHLO/i.test(command))
    return ['test', ...offers].map((each, index, all) => `250${index === all.length - 1 ? ' ' : '-'}${each}`);
  return ['221 bye'];
}

/** A server in a clientConfig. */
export function server(
  type: 'imap' | 'pop3' | 'smtp',
  host: string,
  port: number,
  socket: string,
  login = '%EMAILADDRESS%',
  methods: readonly string[] = ['password-cleartext'],
): string {
  const element = type === 'smtp' ? 'outgoingServer' : 'incomingServer';
  return `<${element} type="${type}"><hostname>${host}</hostname><port>${port}</port><socketType>${socket}</socketType>${methods
    .map((method) => `<authentication>${method}</authentication>`)
    .join('')}<username>${login}</username></${element}>`;
}

/** A clientConfig of these servers; without any, of a usual pair at `imap.<place>` and `smtp.<place>`. */
export function configOf(domain: string, place: string, login?: string, servers?: readonly string[]): string {
  const all = servers ?? [
    server('imap', `imap.${place}`, 993, 'SSL', login),
    server('smtp', `smtp.${place}`, 587, 'STARTTLS', login),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1"><emailProvider id="${domain}"><domain>${domain}</domain><displayName>D</displayName><displayShortName>D</displayShortName>${all.join('')}</emailProvider></clientConfig>
`;
}

/** An Autodiscover answer of Outlook's schema. */
export function autodiscoverOf(place: string, login?: string, extra: readonly string[] = []): string {
  const block = (type: string, host: string, port: number, encryption: string) =>
    `<Protocol><Type>${type}</Type><Server>${host}</Server><Port>${port}</Port>${login === undefined ? '' : `<LoginName>${login}</LoginName>`}<DomainRequired>off</DomainRequired><SPA>off</SPA><SSL>on</SSL><Encryption>${encryption}</Encryption><AuthRequired>on</AuthRequired></Protocol>`;
  return responseOf(
    `<Account><AccountType>email</AccountType><Action>settings</Action>${extra.join('')}${block('IMAP', `imap.${place}`, 993, 'SSL')}${block('SMTP', `smtp.${place}`, 587, 'TLS')}</Account>`,
  );
}

export function responseOf(content: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"><Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a">${content}</Response></Autodiscover>
`;
}

/** What a neutral server says to who asks for nothing. */
export const NOTHING_ASKED = responseOf(
  '<Error Time="10:00:00" Id="1"><ErrorCode>600</ErrorCode><Message>Invalid Request</Message><DebugData/></Error>',
);
