import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { outlook } from '../../../src/clients/outlook/index.ts';
import { resolve } from '../../../src/resolve/resolve.ts';
import { carriedBy, fixture, mailAccount, makeProfile } from '../../fixtures.ts';
import { textOf } from './readers.ts';

/** Fixtures that Outlook can carry: the others take no password. */
const carried = carriedBy('password');

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  parseTagValue: false,
  htmlEntities: true,
  trimValues: true,
});

type Node = { readonly [name: string]: Node[] | string | Record<string, string> };

describe.each(carried)('$name', ({ account }) => {
  const text = textOf(account, 'autodiscover');
  const root = only(parser.parse(text), 'Autodiscover');
  const response = only(root.children, 'Response');
  const settings = only(response.children, 'Account');
  const mail = mailAccount(account);

  test('is well formed and has the two namespaces, each on its element and nowhere else', () => {
    expect(XMLValidator.validate(text)).toBe(true);
    expect(root.namespace).toBe('http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006');
    expect(response.namespace).toBe('http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a');
    expect(text.match(/xmlns/g)).toHaveLength(2);
  });

  test('has its elements in the fixed order, with one block for reading and one for sending', () => {
    expect(names(response.children)).toEqual(['User', 'Account']);
    expect(names(settings.children)).toEqual(['AccountType', 'Action', 'Protocol', 'Protocol']);
    const types = protocols(account).map((block) => {
      const order = Object.keys(block);
      expect(order).toEqual(ORDER.filter((name) => order.includes(name)));
      return block.Type;
    });
    expect(types).toEqual([mail.incoming[0].protocol === 'imap' ? 'IMAP' : 'POP3', 'SMTP']);
  });

  test('names the login for reading and never leaves SPA or DomainRequired to their defaults', () => {
    const [incoming, outgoing] = protocols(account);
    expect(incoming).toMatchObject({ LoginName: mail.incoming[0].login, AuthRequired: 'on' });
    // No fixture has a better server than its first.
    [mail.incoming[0], mail.outgoing[0]].forEach(({ host, port }, index) => {
      expect(protocols(account)[index]).toMatchObject({ Server: host, Port: String(port) });
    });
    for (const block of [incoming, outgoing]) expect(block).toMatchObject({ SPA: 'off', DomainRequired: 'off' });
    expect(text).not.toMatch(/passw|<DomainName>|https:\/\/schemas/i);
  });
});

test.each([
  ['tls', { SSL: 'on', Encryption: 'SSL' }],
  ['starttls', { SSL: 'on', Encryption: 'TLS' }],
  ['none', { SSL: 'off', Encryption: 'None' }],
] as const)('%s is said in both words that Outlook knows', (security, words) => {
  const server = { security, ...(security === 'none' && { allowPlainText: true }) };
  const account = accountWith({
    incoming: [{ protocol: 'imap', host: 'imap.example.org', ...server }],
    outgoing: [{ host: 'smtp.example.org', ...server }],
  });
  for (const block of protocols(account)) expect(block).toMatchObject(words);
});

test('characters with a meaning in XML come out as they went in', () => {
  const account = fixture('hostile');
  const user = only(
    only(only(parser.parse(textOf(account, 'autodiscover')), 'Autodiscover').children, 'Response').children,
    'User',
  );
  expect(leaves(user.children)).toEqual({ DisplayName: account.name, AutoDiscoverSMTPAddress: account.address });
  expect(protocols(account)[0]?.LoginName).toBe(account.login);
});

test('sending takes over the login only where it is the same', () => {
  expect(protocols(fixture('plain'))[1]).toMatchObject({ LoginName: 'prenom.nom@ods.services', UsePOPAuth: 'on' });
  expect(protocols(fixture('two-logins'))[1]).toMatchObject({
    LoginName: 'send-both@smtp.example.org',
    UsePOPAuth: 'off',
  });
});

test('sending without a login has no login', () => {
  const [, outgoing] = protocols(fixture('plain-text'));
  expect(outgoing).toMatchObject({ AuthRequired: 'off', UsePOPAuth: 'off' });
  expect(outgoing).not.toHaveProperty('LoginName');
});

test('somebody without a name gets none invented', () => {
  expect(textOf(fixture('nameless'), 'autodiscover')).not.toContain('DisplayName');
});

describe('of several servers', () => {
  const imap = { protocol: 'imap', security: 'tls' } as const;

  test('IMAP stays where the profile has it first, also where POP3 is better protected', () => {
    const account = accountWith({
      incoming: [
        { ...imap, host: 'a.example.org', security: 'starttls' },
        { ...imap, host: 'a.example.org', protocol: 'pop3' },
      ],
    });
    expect(protocols(account)[0]).toMatchObject({ Type: 'IMAP', Server: 'a.example.org', Port: '143' });
  });

  test('one that takes no password is passed over', () => {
    const account = accountWith({
      incoming: [
        { ...imap, host: 'a.example.org', authentication: ['oauth2'] },
        { ...imap, host: 'b.example.org', security: 'starttls', authentication: ['oauth2', 'password'] },
      ],
    });
    expect(protocols(account)[0]).toMatchObject({ Server: 'b.example.org' });
  });

  test('where none takes a password, the account is refused with the hosts that are deaf', () => {
    const account = accountWith({
      outgoing: [{ host: 'smtp.example.org', security: 'tls', authentication: ['gssapi'] }],
    });
    expect(() => textOf(account, 'autodiscover')).toThrow(/smtp\.example\.org .*gssapi/);
    expect(() => textOf(account, 'install-cmd')).toThrow(/smtp\.example\.org .*gssapi/);
  });
});

test('a name that XML cannot carry takes the scripts with it, which would point to nothing', () => {
  // A person's name is checked before; who uses the library makes accounts of their own.
  const account = { ...resolve({ address: 'a@example.org' }, [makeProfile({})]).account, name: 'A \uffff' };
  const pointing = outlook.formats('en').filter(({ id }) => /^(?:autodiscover|install|remove|intune|gpo)/.test(id));
  expect(pointing.length).toBeGreaterThan(10);
  for (const { id } of pointing) expect(() => textOf(account, id), id).toThrow(/XML/);
});

const ORDER = [
  'Type',
  'Server',
  'Port',
  'LoginName',
  'DomainRequired',
  'SPA',
  'SSL',
  'Encryption',
  'AuthRequired',
  'UsePOPAuth',
  'SMTPLast',
];

function accountWith(changes: Parameters<typeof makeProfile>[0]) {
  return resolve({ address: 'a@example.org', name: 'A' }, [makeProfile(changes)]).account;
}

function protocols(account: Parameters<typeof textOf>[0]): Record<string, string>[] {
  const root = only(parser.parse(textOf(account, 'autodiscover')), 'Autodiscover');
  const settings = only(only(root.children, 'Response').children, 'Account');
  return settings.children.flatMap((node) => (Array.isArray(node.Protocol) ? [leaves(node.Protocol)] : []));
}

/** The parser's ordered form: each node has its name, an array of children, and perhaps `:@` with its attributes. */
function only(nodes: readonly Node[], name: string) {
  const [node, ...others] = nodes.filter((each) => name in each);
  if (node === undefined || others.length > 0) throw new Error(`${name} must stand once`);
  const attributes = node[':@'] as Record<string, string> | undefined;
  return { children: node[name] as Node[], namespace: attributes?.['@_xmlns'] };
}

function names(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => Object.keys(node).filter((name) => name !== ':@' && name !== '#text'));
}

function leaves(nodes: readonly Node[]): Record<string, string> {
  return Object.fromEntries(
    nodes.map((node) => {
      const [name = ''] = names([node]);
      const [text] = node[name] as Node[];
      return [name, String(text?.['#text'] ?? '')];
    }),
  );
}
