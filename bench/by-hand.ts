import type { Context, Value } from '../src/template/context.ts';
import { msmtpArgument, registryLiteral, xmlText } from '../src/template/escape.ts';

/*
 * What three of our files would be if somebody had written a function for each of them by hand, with all values at hand: one template literal that escapes
 * and checks nothing else. It is the limit that rendering is measured against. A change of a template is repeated here: `npm run bench` compares the bytes.
 */

/** By the id of the client and of the format. */
export const byHand: Readonly<Record<string, (context: Context) => string>> = {
  'thunderbird/config': (context) => clientConfig(context as unknown as ClientConfig),
  'msmtp/config': (context) => msmtprc(context as unknown as Msmtprc),
  'outlook/install-reg': (context) => registry(context as unknown as Registry),
};

const lines = <T>(list: readonly T[], write: (each: T) => string) => list.map(write).join('');

interface Server {
  readonly hostname: string;
  readonly port: number;
  readonly socketType: string;
  readonly authentication: readonly string[];
  readonly username: string;
}

interface ClientConfig {
  readonly domain: string;
  readonly displayName: string;
  readonly displayShortName: string;
  readonly incoming: readonly (Server & { readonly type: string })[];
  readonly outgoing: readonly Server[];
  readonly documentation: readonly {
    readonly url: string;
    readonly titles: readonly { readonly language: string; readonly text: string }[];
  }[];
  readonly webmail: string | false;
}

const x = xmlText;

const server = (each: Server) => `      <hostname>${x(each.hostname)}</hostname>
      <port>${x(each.port)}</port>
      <socketType>${x(each.socketType)}</socketType>
${lines(each.authentication, (method) => `      <authentication>${x(method)}</authentication>\n`)}      <username>${x(each.username)}</username>
`;

const clientConfig = (c: ClientConfig) => `<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1">
  <emailProvider id="${x(c.domain)}">
    <domain>${x(c.domain)}</domain>
    <displayName>${x(c.displayName)}</displayName>
    <displayShortName>${x(c.displayShortName)}</displayShortName>
${lines(c.incoming, (each) => `    <incomingServer type="${x(each.type)}">\n${server(each)}    </incomingServer>\n`)}${lines(c.outgoing, (each) => `    <outgoingServer type="smtp">\n${server(each)}    </outgoingServer>\n`)}${lines(
  c.documentation,
  ({ url, titles }) => `    <documentation url="${x(url)}">
${lines(titles, ({ language, text }) => `      <descr lang="${x(language)}">${x(text)}</descr>\n`)}    </documentation>
`,
)}  </emailProvider>
${
  c.webmail
    ? `  <webMail>
    <loginPage url="${x(c.webmail)}"/>
  </webMail>
`
    : ''
}</clientConfig>
`;

interface Msmtprc {
  readonly account: string;
  readonly host: string;
  readonly port: number;
  readonly from: string;
  readonly auth: string;
  readonly login: Value;
  readonly keyring: Value;
  readonly tls: boolean;
  readonly starttls: boolean;
}

const m = msmtpArgument;

const msmtprc = (c: Msmtprc) => `account ${m(c.account)}
protocol smtp
host ${m(c.host)}
port ${m(c.port)}
socket
source_ip
proxy_host
domain localhost
from ${m(c.from)}
auto_from off
allow_from_override on
set_from_header auto
undisclosed_recipients off
remove_bcc_headers on
dsn_notify off
dsn_return off
${c.auth ? `auth ${m(c.auth)}\nuser ${m(c.login)}\n` : 'auth off\nuser\n'}ntlmdomain
password
${c.keyring ? `passwordeval ${m(c.keyring)}\n` : 'passwordeval\n'}${c.tls ? `tls on\ntls_certcheck on\n${c.starttls ? 'tls_starttls on\n' : 'tls_starttls off\n'}` : 'tls off\n'}tls_trust_file system
tls_fingerprint
tls_host_override
tls_crl_file
tls_cert_file
tls_key_file
tls_priorities
tls_min_dh_prime_bits
`;

interface Registry {
  readonly domain: string;
  readonly path: string;
}

const r = registryLiteral;

const registry = (c: Registry) => `Windows Registry Editor Version 5.00

[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\15.0\\Outlook\\AutoDiscover]
${r(c.domain)}=${r(c.path)}
"PreferLocalXML"=dword:00000001

[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook\\AutoDiscover]
${r(c.domain)}=${r(c.path)}
"PreferLocalXML"=dword:00000001

[HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook\\Setup]
"DisableOffice365SimplifiedAccountCreation"=dword:00000001

`;
