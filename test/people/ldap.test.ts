import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ldapIdentity, readLdapUrl } from '../../src/people/ldap-url.ts';
import { openSource } from '../../src/people/source.ts';
import { heard, refusalOf } from './rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'facteur-people-'));
afterAll(() => rmSync(folder, { recursive: true }));

function secret(text: string, mode = 0o600): string {
  const path = join(folder, `password-${mode}`);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

describe('an LDAP URL', () => {
  // The examples of RFC 4516 §4.
  test.each([
    [
      'ldap://localhost/o=University%20of%20Michigan,c=US',
      { host: 'localhost', port: 389, base: 'o=University of Michigan,c=US', scope: 'base' },
    ],
    ['ldap://ldap1.example.net/o=University%20of%20Michigan,c=US?postalAddress', { attributes: ['postalAddress'] }],
    [
      'ldap://ldap1.example.net:6666/o=University%20of%20Michigan,c=US??sub?(cn=Babs%20Jensen)',
      { port: 6666, scope: 'sub', filter: '(cn=Babs Jensen)' },
    ],
    ['LDAP://ldap1.example.com/c=GB?objectClass?ONE', { scheme: 'ldap', scope: 'one', attributes: ['objectClass'] }],
    ['ldap://ldap2.example.com/o=Question%3f,c=US?mail', { base: 'o=Question?,c=US' }],
    [
      'ldap://ldap3.example.com/o=Babsco,c=US???(four-octet=%5c00%5c00%5c00%5c04)',
      { filter: '(four-octet=\\00\\00\\00\\04)' },
    ],
    ['ldap://ldap.example.com/o=An%20Example%5C2C%20Inc.,c=US', { base: 'o=An Example\\2C Inc.,c=US' }],
    ['ldap://ldap.example.net', { base: '', attributes: [], filter: undefined }],
    [
      'ldap://localhost/??sub??bindname=cn=Manager%2cdc=example%2cdc=com',
      { scope: 'sub', bind: 'cn=Manager,dc=example,dc=com' },
    ],
    ['ldap://localhost/??sub??!bindname=cn=Manager%2cdc=example%2cdc=com', { bind: 'cn=Manager,dc=example,dc=com' }],
    ['ldaps://[2001:DB8::7]/c=GB', { scheme: 'ldaps', host: '2001:db8::7', port: 636 }],
    ['ldap://[::1]:3890/dc=x', { host: '::1', port: 3890 }],
    ['ldap://%6cdap.example.com:/dc=x', { host: 'ldap.example.com', port: 389 }],
    ['ldap://h/dc=x??sub??x-mine=1,bindname=', { bind: undefined }],
    ['ldapi://%2Frun%2Fslapd%2Fldapi/dc=x', { scheme: 'ldapi', host: '/run/slapd/ldapi', base: 'dc=x' }],
    ['ldapi:///dc=x', { host: '/var/run/slapd/ldapi' }],
  ])('%s is read as RFC 4516 has it', (url, expected) => {
    expect(readLdapUrl(url)).toMatchObject(expected);
  });

  test.each([
    ['ldap:/x', 'is no LDAP URL'],
    ['ldap://', 'the URL names no server: write its name behind //, as in ldaps://'],
    ['ldap:///dc=x??sub', 'the URL names no server'],
    ['ldaps://?mail', 'is no LDAP URL'],
    ['ldap://:389/dc=x??sub', 'is no host'],
    ['ldap://::1/dc=x??sub', 'is no host'],
    ['ldap://[::1/dc=x??sub', 'is no host'],
    ['ldap://[::g]/dc=x??sub', 'is no host'],
    ['ldap://host:65536/dc=x??sub', '“65536” in the URL is no port: write one from 1 to 65535'],
    ['ldap://host:0/dc=x??sub', '“0” in the URL is no port'],
    ['ldap://[::1]:99999/dc=x??sub', '“99999” in the URL is no port'],
    ['ldap://host:ldap/dc=x??sub', 'is no host'],
    ['ldap://host/dc=x??subtree', '“subtree” in the URL is no scope'],
    ['ldap://host/dc=x??sub,one', '“sub,one” in the URL is no scope'],
    ['ldap://host/dc=x??sub?(mail=*)?!', 'asks for the extension “!”'],
    ['ldap://host/dc=x??sub???', 'is no LDAP URL'],
    ['ldap://host/dc=x#secret', 'is no LDAP URL'],
    ['ldap://anne:secret@host/dc=x??sub#', 'is no LDAP URL'],
    ['ldap://host/dc=x?%zz?sub', 'has a % with no two digits'],
    ['ldap://host/dc=x??tree', '“tree” in the URL is no scope: write base, one or sub'],
    ['ldap://host/dc=%zz??sub', 'has a % with no two digits'],
    ['ldap://h o st/dc=x??sub', 'is no host'],
    ['ldap://host/dc=x??sub??!x-mine=1', 'asks for the extension “!x-mine=1”'],
    ['ldap://anne:secret@host/dc=x??sub', 'the URL names somebody before the @: name them with --bind'],
    ['ldap://host/dc=x??sub?(mail=*', 'is no LDAP filter (RFC 4515)'],
  ])('%s is refused in one line', async (url, message) => {
    const refusal = await refusalOf(url);
    expect(refusal).toContain(message);
    expect(refusal.split('\n')).toHaveLength(1);
    if (url.includes('anne')) expect(refusal).not.toContain('secret');
  });

  test('is one list however it is written, whoever binds', () => {
    const same = ['ldap://Host/dc=x?mail?sub', 'ldap://host:389/dc%3dx??SUB??bindname=cn=a', 'LDAP://host/dc=x??sub'];
    expect(new Set(same.map((url) => ldapIdentity(readLdapUrl(url)))).size).toBe(1);
  });
});

describe('options for a directory', () => {
  const url = 'ldap://ldap.example.org/dc=x??sub';

  test.each([
    [
      url,
      { bind: 'cn=a', passwordFile: secret('x\n') },
      'the password would go to ldap.example.org in plain text: add --starttls',
    ],
    [url, { bind: 'cn=a' }, '--bind says nothing without a password'],
    [url, { passwordFile: secret('x\n') }, '--password-file says nothing without a name'],
    ['ldaps://host/dc=x??sub', { starttls: true }, '--starttls is for ldap://'],
    [url, { certificate: 'a.pem' }, '--cert and --key belong together'],
    [url, { query: 'SELECT 1' }, '--query says nothing about this source'],
    [url, { ca: secret('nothing', 0o644) }, 'has no certificate or key in PEM'],
    [
      'ldaps://host/dc=x',
      { bind: 'cn=a', passwordFile: secret('x\n', 0o604) },
      'everybody on this machine can read this file',
    ],
    ['ldaps://host/dc=x', { bind: 'cn=a', passwordFile: secret('\nx\n', 0o640) }, 'the first line is empty'],
    [url, { map: ['address='] }, 'no column has the address or the login'],
    [url, { map: ['login=a)(b'] }, '“a)(b” cannot be the name of an attribute'],
  ])('%s with %j is refused', async (spec, options, message) => {
    expect(await refusalOf(spec, options)).toContain(message);
  });

  test('that leave an attribute of the URL aside say so', async () => {
    const { said, tell } = heard();
    await openSource('ldap://host/dc=x?mail,uid?sub', { note: tell });
    expect(said).toEqual(['not read: uid (--map says what a column is)']);
  });
});

describe('a directory that does not answer', () => {
  async function listening(onConnection: Parameters<typeof createServer>[1]): Promise<{ server: Server; url: string }> {
    const server = createServer(onConnection as never).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    return { server, url: `ldap://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/dc=x??sub` };
  }

  test.each([{ starttls: true }, {}, { bind: 'cn=a', passwordFile: secret('x\n') }])(
    'is waited for no longer than %j says',
    async (options) => {
      const { server, url } = await listening(() => {});
      expect(await refusalOf(url, { ...options, timeout: 0.2 })).toMatch(/^127\.0\.0\.1 said nothing for 0\.2 s/);
      server.close();
    },
  );

  test('or ends the connection at once is told of', async () => {
    const { server, url } = await listening((socket) => socket.destroy());
    expect(await refusalOf(url)).toMatch(/^127\.0\.0\.1 cannot be reached \(/);
    server.close();
  });
});
