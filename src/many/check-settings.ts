import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { decode } from 'fast-png';
import decodeQR from 'qr/decode.js';
import type { Security } from '../model/account.ts';
import { readAs, UnfitError } from './check-fault.ts';
import type { Connection, Meaning } from './check-meaning.ts';

/* What programs read out of files of settings, as their makers describe these. */

/** @throws UnfitError where it is not well-formed (XML 1.0 §2.1) */
export function xmlTree(text: string): XmlElement {
  return readAs('XML', () => {
    const { root } = parseXml(text);
    if (root === null) throw new Error('no element');
    return root;
  });
}

/** `autodiscover.xml` ([MS-OXDSCLI] 2.2.4.1.1.2). */
export function autodiscoverMeaning(text: string): Meaning {
  const response = below(text, 'Autodiscover', 'Response');
  const protocols = response.flatMap((each) => all(each, 'Account', 'Protocol'));
  return {
    addresses: response.flatMap((each) => all(each, 'User', 'AutoDiscoverSMTPAddress').map(({ text }) => text)),
    connections: protocols.map((each) => {
      const type = one(each, 'Type')?.toLowerCase();
      const security = { SSL: 'tls', TLS: 'starttls', None: 'none' }[one(each, 'Encryption') ?? ''];
      return connection(type === 'smtp' ? 'outgoing' : 'incoming', {
        ...{ protocol: type, host: one(each, 'Server'), port: one(each, 'Port'), security },
        ...{ login: one(each, 'LoginName'), open: one(each, 'AuthRequired') === 'off' },
      });
    }),
  };
}

/**
 * `config-v1.1.xml` (https://wiki.mozilla.org/Thunderbird:Autoconfiguration:ConfigFileFormat).
 * @param address what the person types, of which Thunderbird puts parts in the place of its variables
 */
export function clientConfigMeaning(text: string, address: string): Meaning {
  const at = address.lastIndexOf('@');
  const variables: Readonly<Record<string, string>> = {
    '%EMAILADDRESS%': address,
    '%EMAILLOCALPART%': address.slice(0, at),
    '%EMAILDOMAIN%': address.slice(at + 1),
  };
  const filled = (login: string | undefined) => login?.replace(/%EMAIL[A-Z]+%/g, (name) => variables[name] ?? name);
  const servers = (name: 'incomingServer' | 'outgoingServer') =>
    below(text, 'clientConfig', 'emailProvider', name).map((each) => {
      const security = { SSL: 'tls', STARTTLS: 'starttls', plain: 'none' }[one(each, 'socketType') ?? ''];
      const ways = all(each, 'authentication').map(({ text }) => text);
      return connection(name === 'incomingServer' ? 'incoming' : 'outgoing', {
        ...{ protocol: each.attributes.type, host: one(each, 'hostname'), port: one(each, 'port'), security },
        ...{ login: filled(one(each, 'username')), open: ways.includes('none') },
      });
    });
  return { connections: [...servers('incomingServer'), ...servers('outgoingServer')] };
}

/** A settings file of Thunderbird for Android (thunderbird-android, preferences/ServerSettingsDescriptions.kt). */
export function androidMeaning(text: string): Meaning {
  const accounts = below(text, 'k9settings', 'accounts', 'account');
  const servers = (name: 'incoming-server' | 'outgoing-server') =>
    accounts
      .flatMap((each) => all(each, name))
      .map((each) => {
        const words = { SSL_TLS_REQUIRED: 'tls', STARTTLS_REQUIRED: 'starttls', NONE: 'none' };
        const security = (words as Readonly<Record<string, string>>)[one(each, 'connection-security') ?? ''];
        return connection(name === 'incoming-server' ? 'incoming' : 'outgoing', {
          ...{ protocol: each.attributes.type?.toLowerCase(), host: one(each, 'host'), port: one(each, 'port') },
          ...{ security, login: one(each, 'username'), open: one(each, 'authentication-type') === 'NONE' },
        });
      });
  return {
    addresses: accounts.flatMap((each) => all(each, 'identities', 'identity', 'email').map(({ text }) => text)),
    connections: [...servers('incoming-server'), ...servers('outgoing-server')],
  };
}

/** How long the reader of codes may try, in milliseconds: by default it gives up where the next picture of a camera would come. */
const PATIENCE = 10_000;

/** A picture with the code that Thunderbird for Android reads (feature/migration/qrcode/qr-code-format.md). */
export function codeMeaning(bytes: Uint8Array): Meaning {
  const text = readAs('PNG', () => {
    const { width, height, depth, channels, data } = decode(bytes, { checkCrc: true });
    const line = Math.ceil((width * channels * depth) / 8);
    if (depth !== 1 || channels !== 1 || data.length !== line * height) throw new Error('not black and white');
    const pixels = new Uint8Array(width * height * 4);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const bit = ((data[y * line + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
        pixels.fill(bit * 255, (y * width + x) * 4, (y * width + x + 1) * 4);
      }
    return decodeQR({ width, height, data: pixels }, { timeLimit: PATIENCE });
  });
  return readAs('JSON', () => {
    // [version, [part, parts], [protocol, host, port, security, way, login, name], [[[protocol, host, port, security, way, login], [address, name]], …]]
    const [, , incoming, groups] = JSON.parse(text) as [number, unknown, CodeServer, [CodeServer, [string]][]];
    const addresses = groups.map(([, [address]]) => address);
    const outgoing = groups.map(([server]) => codeConnection('outgoing', 'smtp', server));
    return {
      addresses,
      connections: [codeConnection('incoming', ['imap', 'pop3'][incoming[0]], incoming), ...outgoing],
    };
  });
}

type CodeServer = readonly [protocol: number, host: string, port: number, security: number, way: number, login: string];

function codeConnection(service: Connection['service'], protocol: string | undefined, server: CodeServer): Connection {
  const [, host, port, security, way, login] = server;
  const open = way === 0;
  return connection(service, {
    ...{ protocol, host, port: String(port), security: { 0: 'none', 2: 'starttls', 3: 'tls' }[security] },
    ...{ login: open && login === '' ? undefined : login, open },
  });
}

/** A server as one of these files has it, in our words. */
interface Said {
  readonly protocol: string | undefined;
  readonly host: string | undefined;
  readonly port: string | undefined;
  readonly security: string | undefined;
  readonly login: string | undefined;
  readonly open: boolean;
}

/** All of it has to be said: what is missing, or is a word that nobody knows, is as wrong as another value. */
function connection(service: Connection['service'], said: Said): Connection {
  const { protocol = '', host = '', port, security = '', login, open } = said;
  // Held against a word of ours, whatever it is.
  const words = { protocol, security: security as Security };
  return { service, ...words, host, port: Number(port ?? 0), open, ...(login !== undefined && { login }) };
}

/** The same in a document with this root. */
function below(text: string, root: string, ...path: readonly string[]): readonly XmlElement[] {
  const tree = xmlTree(text);
  if (tree.name !== root) throw new UnfitError('check.notation', { notation: 'XML', reason: `<${tree.name}>` });
  return all(tree, ...path);
}

/** The elements at the end of this path, of which the first name is that of a child. */
function all(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  const [name, ...rest] = path;
  if (name === undefined) return [element];
  const found = element.children.filter((child) => child instanceof XmlElement && child.name === name);
  return found.flatMap((each) => (each instanceof XmlElement ? all(each, ...rest) : []));
}

function one(element: XmlElement, name: string): string | undefined {
  return all(element, name)[0]?.text;
}
