import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { schemaFile, schemaText } from '../scripts/schema.ts';
import { InputError } from '../src/errors.ts';
import { parseProfile } from '../src/index.ts';
import { authority } from './authorities/authority.ts';
import { root } from './fixtures.ts';

test('profiles/schema.json is the schema of the code (npm run schema writes it)', () => {
  expect(readFileSync(schemaFile, 'utf8')).toBe(schemaText());
});

/** What an editor says. */
const editor = new Ajv2020({ strict: false, allErrors: false }).compile(JSON.parse(schemaText()));

/** What Facteur says. JSON is YAML. */
function reader(profile: unknown): boolean {
  try {
    parseProfile(JSON.stringify(profile), 'p.yaml');
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

const profile = (more: object = {}) => ({
  id: 'example',
  name: 'Example',
  shortName: 'Example',
  organization: 'Example',
  identifier: 'org.example',
  languages: ['en', 'fr'],
  domains: ['example.org'],
  incoming: [{ protocol: 'imap', host: 'imap.example.org', security: 'tls' }],
  outgoing: [{ host: 'smtp.example.org', security: 'tls' }],
  ...more,
});
const host = (value: unknown) => profile({ outgoing: [{ host: value, security: 'tls' }] });
const server = (more: object) =>
  profile({ incoming: [{ protocol: 'imap', host: 'a.example', security: 'tls', ...more }] });
const domain = (value: unknown) => profile({ domains: [{ name: value }] });
const inDomain = (more: object, of: object = {}) =>
  profile({ domains: ['b.example', { name: 'a.example', ...more }], ...of });
const without = { incoming: undefined, outgoing: undefined };
const exchange = { host: 'a.example', activeSync: true };
const imap = [{ protocol: 'imap', host: 'a.example', security: 'tls' }];
const smtp = [{ host: 'a.example', security: 'tls' }];
const page = (value: unknown) => profile({ webmail: value });
const service = (value: unknown) => profile({ calendar: { url: value } });
const login = (value: unknown) => profile({ login: value });
const both = { en: 'a', fr: 'b' };
const onboarding = (more: object) => profile({ onboarding: more });
const steps = (step: object, more: object = {}) =>
  onboarding({ recovery: { steps: [{ say: both, ...step }] }, ...more });
const directory = (base: unknown) =>
  profile({ directory: { host: 'a.example', security: 'tls', searchBases: [base] } });
const anonymous = (more: object) =>
  profile({ directory: { host: 'a.example', security: 'tls', searchBases: ['dc=a'], ...more } });
const helped = (support: unknown) => profile({ support });
const texts = (fr: unknown, more: object = {}) => profile({ texts: { fr }, ...more });
const rules = (more: object) => onboarding({ password: { minimumLength: 8, ...more } });

const taken: Readonly<Record<string, readonly unknown[]>> = {
  hosts: [
    'localhost',
    'a.example',
    'A.EXAMPLE',
    '127.0.0.1',
    '{domain}',
    'mail.{domain}',
    'a.{domain}.b.example',
    'xn--bcher-kva.example',
    'bücher.example',
    '例え。テスト',
    'a-b.c1',
    'é-',
    '-é.example',
    '1a',
    '1.a',
    `${'a'.repeat(63)}.example`,
  ].map(host),
  domains: [
    ...['a.example', 'BÜCHER.example', '例え。テスト', 'a.b.c', '1.a'],
    ...['*', '*.a.example', '*.BÜCHER.example', '*.例え。テスト', '*.a.b.c'],
  ].map(domain),
  pages: [
    'https://a.example',
    'HTTPS://A.example/',
    'https://a.example:8443/x?y=%20#z',
    'https://bücher.example/é',
    'https://a.example/@x',
    'https://a.example?x@y',
    'https://127.0.0.1/',
  ].map(page),
  services: [
    'https://a.example/',
    'https://a.{domain}/x',
    'https://{domain}:8443',
    'HTTPS://a.example/{local}/{address}/{login}/{domain}/?x=y',
    'https://a.example/{address|replace:@:/}/{local|replace:#:?}/',
    'https://a.example/x-{local|untagged|lower|replace:.:_}-y',
  ].map(service),
  rules: [
    'ask',
    '{local|lower}',
    '{local|untagged|lower|replace:.:_}@x',
    'a|b{address|replace:@:%}',
    '{local|replace:a:}',
    `{local${'|lower'.repeat(8)}}`,
    '{local}',
    '{address}',
    'x-{local}@{domain}',
    '{domain}{local}{domain}',
    'é{local}',
  ].map(login),
  servers: [
    { port: 993 },
    { security: 'none', allowPlainText: true },
    { authentication: ['password', 'oauth2'] },
    { security: 'starttls' },
    { authentication: ['certificate'] },
    { security: 'starttls', authentication: ['certificate', 'password'] },
  ].map(server),
  'domains with services of their own': [
    inDomain({ incoming: imap, outgoing: smtp }),
    inDomain({ incoming: imap }),
    inDomain({ calendar: 'none', contacts: 'none', exchange: 'none', directory: 'none' }),
    inDomain({ calendar: { url: 'https://a.example/' }, exchange, webmail: 'none' }),
    inDomain({ webmail: 'https://a.example/', portal: 'none', passwordRecovery: 'none' }),
    inDomain({ incoming: 'none', exchange }),
    inDomain({ oauth2: 'none', certificateAuthority: 'none', documentation: 'none' }),
    inDomain({ documentation: [{ url: 'https://a.example/', title: both }] }),
  ],
  'providers without IMAP': [
    profile({ ...without, exchange }),
    inDomain({ incoming: imap, outgoing: smtp }, { ...without, exchange }),
    profile({ ...without, domains: [{ name: 'a.example', incoming: imap, outgoing: smtp }] }),
    profile({ ...without, domains: [{ name: 'a.example', exchange }] }),
  ],
  support: [
    { email: 'help@example.org' },
    { email: 'aide@bücher.example' },
    { email: 'a+b%c?@a.example' },
    { phone: '4242' },
    { phone: '+33 1 23 45 67 89' },
    { phone: '01.23.45.67.89' },
    { phone: '(555) 123-4567' },
    { phone: '+33\u00a01\u00a023\u202f45' },
    { url: 'https://a.example/' },
    { name: 'Help', url: 'https://a.example/', email: 'a@a.example', phone: '112' },
  ].map(helped),
  anonymous: [
    { authentication: ['none'] },
    { authentication: ['none'], security: 'none', allowPlainText: true },
    { authentication: ['password', 'none'], login: 'uid={local}' },
    { authentication: ['none', 'password'], login: 'uid={local}' },
  ].map(anonymous),
  others: [
    profile(),
    profile({ shortName: '👩‍🔬'.repeat(6) }),
    profile({ languages: ['fr'], documentation: [{ url: 'https://a.example/', title: { fr: 'b' } }] }),
    profile({ documentation: [{ url: 'https://a.example/', title: both }] }),
    profile({ exchange: { host: 'a.example', activeSync: true } }),
    profile({ outgoing: [{ host: 'a.example', security: 'none', authentication: ['none'] }] }),
    profile({ outgoing: [{ host: 'a.example', security: 'none', authentication: ['none'], allowPlainText: true }] }),
    profile({ exchange: { host: 'a.example', activeSync: true, authentication: ['oauth2', 'password'] } }),
    profile({ certificateAuthority: authority('ec') }),
    profile({ site: 'https://mail.example.org' }),
    profile({ site: 'https://mail.example.org:8443/facteur/' }),
    profile({ appPassword: { url: 'https://a.example/' } }),
    profile({ appPassword: { url: 'https://a.example/', note: both } }),
    directory('ou=people,dc=example'),
    directory('OU = Gens, dc=é'),
    steps({}),
    { ...steps({ link: 'portal' }), portal: 'https://a.example/' },
    steps({ shows: ['passwordRules'] }, { password: { minimumLength: 8 } }),
    rules({ specials: '!? ', requires: ['special'] }),
  ],
};

const refused: Readonly<Record<string, readonly unknown[]>> = {
  hosts: [
    '',
    ' ',
    'https://a.example',
    'a.example:993',
    'a.example/',
    'a.example.',
    '.a',
    'a..b',
    'a_b',
    '-a.example',
    'a-.example',
    'a b',
    'a\u00a0b',
    'a@b',
    'a%41',
    '[::1]',
    '::1',
    '1',
    '127.1',
    '0x7f.1',
    '1.2.3.256',
    '1.2.3.4.5',
    '01.2.3.4',
    'a.1',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(127)}a`,
    'a\u200b.example',
    'mail{domain}',
    '{domain}mail',
    '{domain}.{domain}',
    '{local}.example',
    '{domain}.1',
    5,
    null,
  ].map(host),
  domains: [
    'localhost',
    '@a.example',
    'x@a.example',
    '127.0.0.1',
    'a.example.',
    ...['*.a', '*a.example', 'a.*', 'a.*.example', '*.*.example', '**', '*.', '*.127.0.0.1', '*。a.example'],
    'https://a.example',
    'a.example:25',
    'a.1',
    '',
  ].map(domain),
  pages: [
    'http://a.example/',
    'https:a.example',
    'https://',
    'https:///a',
    'https://u:p@a.example/',
    'https://u@a.example/',
    'https://@a.example/',
    'https://a_b.example/',
    'https://a.example/ x',
    'https://a.example/"',
    'https://a.example:123456/',
    'https://a.example:x/',
    'javascript:alert(1)',
  ].map(page),
  services: [
    'http://a.example/',
    'https://a{domain}/',
    'https://{local}.example/',
    'https://a.example:{local}/',
    'https://a.example/?u={local}',
    'https://a.example/#{login}',
    'https://a.example/{user}',
    'https://a.example/{login|lower}',
    'https://a.example/{local|upper}',
    'https://a.example/{local',
    'https://a.example/{local}}',
    'https://{domain}@a.example/',
  ].map(service),
  rules: [
    '',
    'me',
    '{domain}',
    '{local}{local}',
    '{local}{address}',
    '{local} x',
    '{local}{',
    '{user}',
    '{local}{user}',
    '{LOCAL}',
    '{local}\u200b',
    'Ask',
    'ask{local|}',
    '{local|upper}',
    '{local|replace:.}',
    '{local|replace::x}',
    '{local|replace:.:x:y}',
    '{local|replace:.: }',
    '{local|replace:.:x|untagged}',
    '{domain|lower}{local}',
    '{local|lower}{address}',
    `{local${'|lower'.repeat(9)}}`,
  ].map(login),
  servers: [
    { port: 0 },
    { port: 65536 },
    { port: 1.5 },
    { port: '993' },
    { security: 'none' },
    { security: 'none', allowPlainText: false },
    { authentication: ['none'] },
    { authentication: [] },
    { authentication: ['password', 'password'] },
    { protocol: 'IMAP' },
    { hots: 'x' },
    { security: 'none', allowPlainText: true, authentication: ['certificate'] },
    { security: 'none', authentication: ['password', 'none'] },
  ].map(server),
  'domains with services of their own': [
    inDomain({ incoming: [] }),
    inDomain({ incoming: 'no' }),
    inDomain({ incoming: { protocol: 'imap' } }),
    inDomain({ calendar: 'no' }),
    inDomain({ calendar: {} }),
    inDomain({ calendar: null }),
    inDomain({ webmail: 'http://a.example/' }),
    inDomain({ webmail: 'nothing' }),
    inDomain({ example: 'x@a.example' }),
    inDomain({ documentation: [{ url: 'https://a.example/', title: { en: 'a' } }] }),
    profile({ webmail: 'none' }),
    profile({ calendar: 'none' }),
    { ...steps({ link: 'webmail' }), webmail: 'https://a.example/', domains: [{ name: 'a.example', webmail: 'none' }] },
  ],
  'providers without IMAP': [
    profile(without),
    profile({ incoming: undefined, exchange }),
    profile({ outgoing: undefined, exchange }),
    profile({ incoming: undefined }),
    profile({ outgoing: undefined }),
    inDomain({ incoming: imap, outgoing: smtp }, without),
  ],
  support: [
    {},
    { name: 'Help' },
    { email: 'help' },
    { email: 'help@' },
    { email: ' help@example.org' },
    { email: 'mailto:help@example' },
    { phone: 4242 },
    { phone: '42' },
    { phone: 'call us' },
    { phone: '+33 1 23 ext. 4' },
    { phone: '00+33123' },
    { phone: '123456789012345678901' },
    { url: 'http://a.example/' },
    { url: 'javascript:alert(1)' },
    { name: ' ', phone: '112' },
    { mail: 'help@example.org' },
    'help@example.org',
    null,
  ].map(helped),
  anonymous: [
    { authentication: [] },
    { authentication: ['none', 'none'] },
    { authentication: ['certificate'] },
    { authentication: ['gssapi'] },
    { authentication: 'none' },
    { authentication: ['none'], login: 'uid={local}' },
    { authentication: ['none'], security: 'none' },
    { authentication: ['none', 'password'], security: 'none' },
    { security: 'none' },
  ].map(anonymous),
  others: [
    [],
    profile({ id: 'Example' }),
    profile({ id: 'a--b' }),
    profile({ identifier: 'example' }),
    profile({ name: ' ' }),
    profile({ name: '' }),
    profile({ name: 'a\nb' }),
    profile({ name: 'a\u2028b' }),
    profile({ name: 'a\u0007b' }),
    profile({ example: 'a\tb' }),
    profile({ shortName: 'A name of 21 letters!' }),
    profile({ languages: [] }),
    profile({ languages: ['en', 'en'] }),
    profile({ languages: ['de'] }),
    profile({ domains: [] }),
    profile({ domains: ['a.example', 'a.example'] }),
    profile({ documentation: [{ url: 'https://a.example/', title: {} }] }),
    profile({ documentation: [{ url: 'https://a.example/', title: { en: 'a' } }] }),
    profile({ exchange: { host: 'a.example' } }),
    profile({ outgoing: [{ host: 'a.example', security: 'none', authentication: ['none', 'password'] }] }),
    profile({ outgoing: [{ host: 'a.example', security: 'none', authentication: ['password'] }] }),
    profile({ exchange: { host: 'a.example', activeSync: false } }),
    profile({ exchange: { host: 'a.example', activeSync: true, authentication: [] } }),
    profile({ exchange: { host: 'a.example', activeSync: true, authentication: ['gssapi'] } }),
    profile({ exchange: { host: 'a.example', activeSync: true, authentication: ['oauth2', 'oauth2'] } }),
    profile({ certificateAuthority: 'x' }),
    profile({ certificateAuthority: '-----BEGIN CERTIFICATE-----\nMII*\n-----END CERTIFICATE-----' }),
    profile({ certificateAuthority: authority('ec').repeat(2) }),
    profile({ site: 'http://mail.example.org' }),
    profile({ site: 'mail.example.org' }),
    profile({ site: 'https://mail.example.org/?x' }),
    profile({ site: 'https://mail.example.org/#x' }),
    profile({ appPassword: {} }),
    profile({ appPassword: 'https://a.example/' }),
    profile({ appPassword: { url: 'http://a.example/' } }),
    profile({ appPassword: { url: 'https://a.example/', note: { en: 'a' } } }),
    profile({ appPassword: { url: 'https://a.example/', note: 'a' } }),
    directory('people'),
    directory('ou=a\nb'),
    steps({ link: 'portal' }),
    steps({ link: 'homepage' }),
    steps({ shows: ['passwordRules'] }),
    steps({ say: { en: 'a' } }),
    steps({ say: {} }),
    onboarding({ intro: both }),
    onboarding({ recovery: { steps: [] } }),
    rules({ specials: '!a' }),
    rules({ specials: '!!' }),
    rules({ specials: '' }),
    rules({ minimumLength: 0 }),
    rules({ notes: [{ fr: 'b' }] }),
  ],
};

const takenTexts = [
  {},
  { page: { or: ' ou ', receiving: { imap: 'x' } } },
  { guides: { qr: '{address} {address}' }, overview: { nothing: 'x', title: '{{x}}' } },
  { devices: { windows: 'PC' }, evidence: { tested: '{products}' } },
  { guides: { troubles: [] } },
  { guides: { troubles: [1, 2, 3].map((n) => ({ seen: `${n}`, help: { say: 'x' } })) } },
  { clients: { outlook: { guides: { outlook: { title: 'x', labels: { address: 'x' } } } } } },
  { clients: { thunderbird: { guides: { thunderbird: { steps: { address: { path: ['a', 'b'] } } } } } } },
  { clients: { webmail: { link: 'x' }, msmtp: { config: { title: '{program}' } } } },
].map((each) => texts(each));
const refusedTexts = [
  ...[null, 'x', [], { pages: {} }, { cli: {} }, { page: null }, { page: [] }, { page: { receiving: 'x' } }],
  ...[
    { page: { or: '' } },
    { page: { or: ' ' } },
    { page: { or: 1 } },
    { page: { or: 'a\nb' } },
    { page: { or: '{' } },
  ],
  ...[{ page: { or: '{x}' } }, { page: { or: '}' } }, { guides: { qr: '{Address}' } }, { guides: { qr: '{}' } }],
  ...[{ guides: { troubles: 'x' } }, { guides: { troubles: [{ seen: 'x' }] } }, { guides: { troubles: ['x'] } }],
  { guides: { troubles: [{ seen: 'x', help: { say: 'x', sure: true } }] } },
  ...[{ clients: { pine: {} } }, { clients: { outlook: { script: {} } } }, { clients: { apple: { problems: {} } } }],
].map((each) => texts(each));

describe('an editor', () => {
  test('knows every text that a provider may change, in the same way as the reader', () => {
    for (const each of takenTexts) expect([editor(each), reader(each), each]).toEqual([true, true, each]);
    for (const each of refusedTexts) expect([editor(each), reader(each), each]).toEqual([false, false, each]);
    for (const each of [texts({}, { languages: ['en'] }), profile({ texts: { de: {} } }), profile({ texts: [] })])
      expect([editor(each), reader(each), each]).toEqual([false, false, each]);
    expect(editor(profile({ texts: { fr: {}, en: {} } }))).toBe(true);
  });

  test('shows our text beside each key, and the values that it takes', () => {
    const { $defs } = JSON.parse(schemaText()) as { $defs: Record<string, { properties: Record<string, Shown> }> };
    type Shown = { readonly description?: string; readonly $ref?: string; readonly properties: Record<string, Shown> };
    const { page, guides, clients } = $defs.texts?.properties ?? {};
    expect(page?.properties.login?.description).toBe('Login');
    expect(guides?.properties.qr?.description).toBe('QR code that sets up {address}');
    expect(guides?.properties.qr?.$ref).toBe('#/$defs/text-address');
    expect(clients?.properties.webmail?.properties.link?.description).toBe('Open the webmail');
  });

  test.each(Object.entries(taken))('takes what the reader takes: %s', (_, profiles) => {
    for (const each of profiles) {
      expect([reader(each), JSON.stringify(each)]).toEqual([true, JSON.stringify(each)]);
      expect([editor(each), JSON.stringify(each), editor.errors]).toEqual([true, JSON.stringify(each), null]);
    }
  });

  test.each(Object.entries(refused))('refuses what the reader refuses: %s', (_, profiles) => {
    for (const each of profiles) {
      expect([reader(each), JSON.stringify(each)]).toEqual([false, JSON.stringify(each)]);
      expect([editor(each), JSON.stringify(each)]).toEqual([false, JSON.stringify(each)]);
    }
  });

  test.each([
    ['a name whose letters become too many', host(`${'é'.repeat(62)}.example`)],
    ['two names of one domain', profile({ domains: ['a.example', 'A.example'] })],
    ['a domain that takes away the only way to its mail', inDomain({ incoming: 'none' })],
    ['a domain that reads and cannot send', inDomain({ incoming: imap }, { ...without, exchange })],
    ['a run of digits that ends before it begins', rules({ digitRun: { from: 6, to: 5 } })],
  ])('cannot see %s, which the reader does', (_, each) => {
    expect([editor(each), reader(each)]).toEqual([true, false]);
  });

  test('takes the profiles that come with Facteur', () => {
    for (const id of ['cnrs', 'universite'])
      expect(editor(parse(readFileSync(`${root}/profiles/${id}.yaml`, 'utf8')))).toBe(true);
  });

  test('never refuses a value that the reader takes', () => {
    const letters = fc.constantFrom(
      ...'aZ0919-_.:/@%#? é例。１²{}x',
      '{local}',
      '{domain}',
      '|',
      'lower',
      'replace:',
      'xn--',
      '0x',
      'https://',
      '127',
    );
    const value = fc.oneof(
      fc.array(letters, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const forms = [
      host,
      domain,
      page,
      (each: string) => page(`https://${each}`),
      login,
      service,
      (each: string) => service(`https://a.example/${each}`),
      (each: string) => login(`{local}${each}`),
      (each: string) => login(`{local|${each}}`),
      directory,
      (each: string) => directory(`ou=${each}`),
      (name: string) => profile({ name }),
      (specials: string) => rules({ specials }),
    ];
    fc.assert(
      fc.property(value, fc.constantFrom(...forms), (each, form) => {
        const made = form(each);
        return editor(made) === true || !reader(made);
      }),
      { numRuns: 500 },
    );
  });
});
