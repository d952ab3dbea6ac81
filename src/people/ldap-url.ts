import { isIP } from 'node:net';
import { InputError, type Problem } from '../errors.ts';
import { peopleProblem } from './people-problem.ts';

/** What an LDAP URL says (RFC 4516). */
export interface LdapUrl {
  readonly scheme: 'ldap' | 'ldaps' | 'ldapi';
  /** A name or an address without brackets; for `ldapi` the path of the socket. */
  readonly host: string;
  readonly port: number;
  readonly base: string;
  /** Empty where it names none. */
  readonly attributes: readonly string[];
  readonly scope: 'base' | 'one' | 'sub';
  /** Did it say the scope? What it means without is one entry alone. */
  readonly scoped: boolean;
  readonly filter: string | undefined;
  /** Of the extension `bindname`. */
  readonly bind: string | undefined;
}

/** What one looks like. */
export const EXAMPLE_URL = 'ldaps://ldap.example.org/ou=people,dc=example,dc=org??sub?(mail=*)';

/** Where slapd of Debian has its socket. */
const SOCKET = '/var/run/slapd/ldapi';
const PORTS = { ldap: 389, ldaps: 636, ldapi: 0 } as const;

/** @throws InputError for what is none, has a password in it, or asks for what nobody here knows */
export function readLdapUrl(url: string): LdapUrl {
  const [, kind = '', authority = '', base = '', attributes = '', scope = '', filter = '', extensions = ''] =
    FORM.exec(url) ??
    refuse(peopleProblem('people.ldap-url', { value: url.replace(USER_INFO, '$1'), example: EXAMPLE_URL }));
  // The pattern has no other.
  const scheme = kind.toLowerCase() as LdapUrl['scheme'];
  if (authority.includes('@')) refuse(peopleProblem('people.url-password', { option: '--bind' }));
  const decode = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return refuse(peopleProblem('people.ldap-percent', { value: text }));
    }
  };
  return {
    scheme,
    ...(scheme === 'ldapi' ? { host: decode(authority) || SOCKET, port: 0 } : hostAndPort(authority, scheme)),
    base: decode(base),
    attributes: decode(attributes)
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '' && each !== '*'),
    scope: scopeOf(decode(scope)),
    scoped: scope !== '',
    filter: decode(filter) || undefined,
    // A comma in a value is written as %2C.
    bind: bindOf(extensions.split(',').filter(Boolean).map(decode)),
  };
}

/** `scheme://authority/dn?attributes?scope?filter?extensions`; what is absent at the end may be left out with its question mark. */
const FORM = /^(ldap[si]?):\/\/([^/?#]*)(?:\/([^?#]*)(?:\?([^?#]*)(?:\?([^?#]*)(?:\?([^?#]*)(?:\?([^?#]*))?)?)?)?)?$/i;

/** A password may stand there. */
const USER_INFO = /^([a-z]*:\/*)[^?#]*@/i;

/** Is it surely this computer, so that nothing that is sent goes over a network? A name below `localhost` may be looked up elsewhere. */
export function staysHere(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** The same for one list however it is written; no one's name to bind with is in it. */
export function ldapIdentity({ scheme, host, port, base, scope, filter = '' }: LdapUrl): string {
  const authority =
    scheme === 'ldapi' ? encodeURIComponent(host) : `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return `${scheme}://${authority}/${encodeURI(base)}??${scope}?${encodeURI(filter)}`;
}

function hostAndPort(authority: string, scheme: 'ldap' | 'ldaps'): { readonly host: string; readonly port: number } {
  // RFC 4516 §2 leaves it to the client which server is meant then; whoever forgot the name would be told of a server of this computer.
  if (authority === '') return refuse(peopleProblem('people.ldap-no-host', { example: EXAMPLE_URL }));
  const named = /:(\d+)$/.exec(authority)?.[1];
  const port = named === undefined ? PORTS[scheme] : Number(named);
  if (port < 1 || port > 65_535) return refuse(peopleProblem('people.ldap-port', { value: named ?? '' }));
  // Of a scheme that it knows, the parser of URLs looks at names and addresses more closely.
  const url = URL.canParse(`http://${authority}`) ? new URL(`http://${authority}`) : undefined;
  if (url === undefined || url.hostname === '') return refuse(peopleProblem('people.ldap-host', { value: authority }));
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port };
}

function scopeOf(text: string): LdapUrl['scope'] {
  const scope = text.toLowerCase() || 'base';
  if (scope === 'base' || scope === 'one' || scope === 'sub') return scope;
  return refuse(peopleProblem('people.ldap-scope', { value: text }));
}

/** Extensions that one does not know may be passed over, but for those that are marked as critical (RFC 4516 §2.2). */
function bindOf(extensions: readonly string[]): string | undefined {
  let bind: string | undefined;
  for (const extension of extensions) {
    const [, critical = '', type = '', value = ''] = /^(!?)([^=]*)=?(.*)$/s.exec(extension) ?? [];
    if (type.toLowerCase() === 'bindname') bind = value || undefined;
    else if (critical !== '') refuse(peopleProblem('people.ldap-extension', { value: extension }));
  }
  return bind;
}

function refuse(problem: Problem): never {
  throw new InputError(problem);
}
