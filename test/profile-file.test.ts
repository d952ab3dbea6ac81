import { describe, expect, test } from 'vitest';
import { describe as describeProblem, InputError, type Problem } from '../src/errors.ts';
import { parseProfile } from '../src/profile/file.ts';
import { readProfile } from './fixtures.ts';

const smallest = `id: example
name: Example Mail
shortName: Example
organization: Example Ltd
identifier: org.example
languages: [en, fr]
domains: [example.org]
incoming:
  - { protocol: imap, host: imap.example.org, security: tls }
outgoing:
  - { host: smtp.example.org, security: tls }
`;

function problemsOf(source: string | Uint8Array): readonly Problem[] {
  try {
    parseProfile(source, 'p.yaml');
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
}

/** The problems of a file as `line:column field code`. */
function found(source: string | Uint8Array): string[] {
  return problemsOf(source).map(({ code, place: { file, line, column, field } }) => {
    expect(file).toBe('p.yaml');
    const position = line === undefined ? [] : [`${line}:${column}`];
    return [...position, ...(field ? [field] : []), code].join(' ');
  });
}

/** The smallest profile with one text in it replaced. */
function changed(from: string, to: string): string {
  expect(smallest).toContain(from);
  return smallest.replace(from, to);
}

test('the smallest profile, and the shipped ones, are read', () => {
  expect(found(smallest)).toEqual([]);
  expect(readProfile('cnrs').id).toBe('cnrs');
  expect(readProfile('universite').domains).toHaveLength(3);
});

/** The smallest profile that describes how one gets the account: `{t}` stands for a text in both languages. */
const described = (...lines: readonly string[]) =>
  `${smallest}onboarding:\n${lines.map((line) => `  ${line}\n`).join('')}`.replaceAll('{t}', '{ en: a, fr: b }');

describe('how one gets the account', () => {
  test.each([
    [['activation: { steps: [{ say: {t} }] }']],
    [['password: { minimumLength: 8 }']],
    [["password: { minimumLength: 8, specials: '!\"#$%&()*+,-./:;<=>?@[]^_{|}~', requires: [special] }"]],
    [['password: { minimumLength: 8, specials: "! ?" }']],
    [['password: { minimumLength: 8, digitRun: { from: 6 } }', 'notes: [{t}]']],
    [['password: { minimumLength: 8 }', 'webmail: { steps: [{ say: {t}, shows: [passwordRules, login] }] }']],
  ])('%j is read', (lines) => {
    expect(found(described(...lines))).toEqual([]);
  });

  test.each([
    [['intro: {t}'], '13:3 onboarding profile.onboarding-empty'],
    [['activation: { intro: {t} }'], '13:15 onboarding.activation profile.missing'],
    [['activation: { steps: [] }'], '13:24 onboarding.activation.steps profile.empty-list'],
    [['activation: { steps: [{ say: a }] }'], '13:32 onboarding.activation.steps.1.say profile.not-mapping'],
    [['activation: { steps: [{ say: { en: a } }] }'], '13:32 onboarding.activation.steps.1.say profile.missing'],
    [
      ['activation: { steps: [{ say: {t}, link: portl }] }'],
      '13:56 onboarding.activation.steps.1.link profile.not-one-of',
    ],
    [
      ['activation: { steps: [{ say: {t}, link: portal }] }'],
      '13:56 onboarding.activation.steps.1.link profile.names-nothing',
    ],
    [
      ['recovery: { steps: [{ say: {t}, shows: [login, passwordRules] }] }'],
      '13:63 onboarding.recovery.steps.1.shows.2 profile.names-nothing',
    ],
    [
      ['recovery: { steps: [{ say: {t}, shows: [login, login] }] }'],
      '13:55 onboarding.recovery.steps.1.shows profile.twice',
    ],
    [['recovery: { steps: [{ say: {t}, shows: [] }] }'], '13:55 onboarding.recovery.steps.1.shows profile.empty-list'],
    [['password: { minimumLength: 0 }'], '13:30 onboarding.password.minimumLength profile.count'],
    [['password: { minimumLength: 8.5 }'], '13:30 onboarding.password.minimumLength profile.count'],
    [['password: { minimumLength: "8" }'], '13:30 onboarding.password.minimumLength profile.not-number'],
    [['password: { minimumLength: 8, requires: [lower] }'], '13:44 onboarding.password.requires.1 profile.not-one-of'],
    [['password: { minimumLength: 8, specials: "" }'], '13:43 onboarding.password.specials profile.specials'],
    [['password: { minimumLength: 8, specials: "!a" }'], '13:43 onboarding.password.specials profile.specials'],
    [['password: { minimumLength: 8, specials: "!\u00a0?" }'], '13:43 onboarding.password.specials profile.specials'],
    [['password: { minimumLength: 8, specials: "!?!" }'], '13:43 onboarding.password.specials profile.specials'],
    [
      ['password: { minimumLength: 8, digitRun: { from: 6, to: 5 } }'],
      '13:58 onboarding.password.digitRun.to profile.digit-run',
    ],
    [
      ['password: { minimumLength: 8, excludesNames: yes }'],
      '13:48 onboarding.password.excludesNames profile.not-boolean',
    ],
    [
      ['password: { minimumLength: 8 }', 'links: [{ url: http://a.example/, title: {t} }]'],
      '14:18 onboarding.links.1.url profile.https-url',
    ],
    [['password: { minimumLength: 8 }', 'notes: [{ fr: b }]'], '14:11 onboarding.notes.1 profile.missing'],
    [['password: { minimumLength: 8 }', 'webmial: {}'], '14:3 onboarding.webmial profile.unknown-key'],
  ])('%j: %s', (lines, expected) => {
    expect(found(described(...lines))).toEqual([expected]);
  });
});

test('a file with tabs throughout is told of tabs and of nothing else', () => {
  const tabs = smallest.replace('[example.org]', '\n\t- example.org').replaceAll('\n  - ', '\n\t- ');
  expect(found(tabs)).toEqual(['8:1 profile.tab', '10:1 profile.tab', '12:1 profile.tab']);
});

test('a provider whose domains have their own servers needs none, and one without a mailbox says so once', () => {
  const mail = smallest.slice(smallest.indexOf('incoming:'));
  const nothing = smallest.replace(mail, '');
  expect(found(nothing.replace('[example.org]', '[a.example, b.example]'))).toEqual(['1:1 profile.no-service']);
  const own = mail.replaceAll('\n', ' ').replace('incoming:', 'incoming: [').replace('outgoing:', '], outgoing: [');
  const domain = `{ name: a.example, ${own.replaceAll('- {', '{')} ] }`;
  expect(found(nothing.replace('example.org]', `${domain}]`))).toEqual([]);
  expect(found(`${nothing}exchange: { host: a.example, activeSync: true }\n`)).toEqual([]);
});

test('no domain is without an address that a step of the provider opens', () => {
  const step = described('recovery: { steps: [{ say: {t}, link: webmail }] }');
  const profile = `${step}webmail: https://a.example/\n`;
  expect(found(profile)).toEqual([]);
  expect(found(profile.replace('[example.org]', '[{ name: a.example, webmail: none }]'))).toEqual([
    '7:39 domains.1.webmail profile.link-none',
  ]);
});

test('a text is asked for in the languages of the people, and in no other', () => {
  const help = (title: string) => `${smallest}documentation: [{ url: https://a.example/, title: ${title} }]\n`;
  expect(found(help('{ fr: Aide }').replace('[en, fr]', '[fr]'))).toEqual([]);
  expect(found(help('{ en: Help, fr: Aide }').replace('[en, fr]', '[fr]'))).toEqual([]);
  expect(problemsOf(help('{}')).map(({ details }) => details)).toEqual([{ key: 'en' }, { key: 'fr' }]);
});

describe('one mistake is told with its place', () => {
  test.each([
    // Keys
    ['security: tls }\nout', 'security: tls, hots: x }\nout', '9:62 incoming.1.hots profile.unknown-key'],
    ['domains: [example.org]', 'domains: [{ name: a.example, lgin: x }]', '7:30 domains.1.lgin profile.unknown-key'],
    ['id: example', 'id: example\n__proto__: { id: x }', '2:1 __proto__ profile.unknown-key'],
    ['id: example', 'id: example\n~: x', '2:1 profile.unknown-key'],
    ['id: example', 'id: example\nid: other', '2:1 profile.duplicate-key'],
    ['security: tls }\nout', 'security: tls, host: x }\nout', '9:62 profile.duplicate-key'],
    ['id: example\n', '', '1:1 profile.missing'],
    [', security: tls }\nout', ' }\nout', '9:5 incoming.1 profile.missing'],
    ['id: example', 'id:', '1:1 id profile.no-value'],
    ['languages: [en, fr]', 'languages: ~', '6:1 languages profile.no-value'],
    ['[example.org]', '[~]', '7:11 domains.1 profile.no-value'],
    // Values
    ['id: example', 'id: Example', '1:5 id profile.id'],
    ['id: example', 'id: ../etc', '1:5 id profile.id'],
    ['name: Example Mail', 'name: 2024', '2:7 name profile.not-text'],
    ['name: Example Mail', 'name: [a]', '2:7 name profile.not-text'],
    ['name: Example Mail', 'name: " "', '2:7 name profile.empty-text'],
    ['name: Example Mail', 'name: "a\\nb"', '2:7 name profile.control-character'],
    ['name: Example Mail', 'name: >\n  folded\n  text', '2:7 name profile.control-character'],
    ['shortName: Example', 'shortName: A name of 21 letters!', '3:12 shortName profile.short-text'],
    ['org.example', 'example', '5:13 identifier profile.identifier'],
    ['[en, fr]', '[]', '6:12 languages profile.empty-list'],
    ['[en, fr]', 'en', '6:12 languages profile.not-list'],
    ['[en, fr]', '[en, de]', '6:17 languages.2 profile.not-one-of'],
    ['[en, fr]', '[en, en]', '6:12 languages profile.twice'],
    ['[example.org]', '[]', '7:10 domains profile.empty-list'],
    ['[example.org]', '[5]', '7:11 domains.1 profile.not-text'],
    ['[example.org]', '[[a]]', '7:11 domains.1 profile.not-mapping'],
    ['[example.org]', '[localhost]', '7:11 domains.1 profile.domain'],
    ['[example.org]', '[{ name: 10.0.0.1 }]', '7:19 domains.1.name profile.domain'],
    ['[example.org]', '[example.org, EXAMPLE.org]', '7:24 domains.2 profile.domain-twice'],
    ['[example.org]', '[bücher.example, { name: xn--bcher-kva.example }]', '7:27 domains.2 profile.domain-twice'],
    ['[example.org]', '[example.org]\nlogin: me', '8:8 login profile.login-rule'],
    ['[example.org]', '[{ name: a.example, login: "{domain}" }]', '7:37 domains.1.login profile.login-rule'],
    ['imap.example.org', 'imap_1.example.org', '9:29 incoming.1.host profile.host'],
    ['imap.example.org', '"imap.example.org:993"', '9:29 incoming.1.host profile.host'],
    ['protocol: imap', 'protocol: IMAP', '9:17 incoming.1.protocol profile.not-one-of'],
    ['tls }\nout', 'tls, port: 0 }\nout', '9:68 incoming.1.port profile.port'],
    ['tls }\nout', 'tls, port: 70000 }\nout', '9:68 incoming.1.port profile.port'],
    ['tls }\nout', 'tls, port: 1.5 }\nout', '9:68 incoming.1.port profile.port'],
    ['tls }\nout', 'tls, port: -1 }\nout', '9:68 incoming.1.port profile.port'],
    ['tls }\nout', 'tls, port: .nan }\nout', '9:68 incoming.1.port profile.not-number'],
    ['tls }\nout', 'tls, port: "993" }\nout', '9:68 incoming.1.port profile.not-number'],
    ['tls }\nout', 'none }\nout', '9:57 incoming.1.security profile.plain-text'],
    // YAML 1.1 would have taken these for booleans.
    ['tls }\nout', 'none, allowPlainText: yes }\nout', '9:79 incoming.1.allowPlainText profile.not-boolean'],
    ['tls }\nout', 'on }\nout', '9:57 incoming.1.security profile.not-one-of'],
    [
      'tls }\nout',
      'tls, authentication: [none] }\nout',
      '9:78 incoming.1.authentication profile.incoming-without-login',
    ],
    ['tls }\nout', 'tls, authentication: [] }\nout', '9:78 incoming.1.authentication profile.empty-list'],
    ['id: example', 'id: example\nwebmail: http://a.example/', '2:10 webmail profile.https-url'],
    ['id: example', 'id: example\nwebmail: https:a.example', '2:10 webmail profile.https-url'],
    ['id: example', 'id: example\nwebmail: https://u:p@a.example/', '2:10 webmail profile.https-url'],
    ['id: example', 'id: example\nwebmail: javascript:alert(1)', '2:10 webmail profile.https-url'],
    ['id: example', "id: example\nwebmail: 'https://a.example/\"x'", '2:10 webmail profile.https-url'],
    ['id: example', 'id: example\nwebmail: https://a_b.example/', '2:10 webmail profile.https-url'],
    ['id: example', 'id: example\ncalendar: https://a.example/', '2:11 calendar profile.not-mapping'],
    ['id: example', 'id: example\nexchange: { host: a.example }', '2:11 exchange profile.exchange-empty'],
    // Wildcards
    ['[example.org]', '[*.example.org]', '7:11 profile.star'],
    ['[example.org]', '[ * ]', '7:12 profile.star'],
    ['[example.org]', '[{ name: *.example.org }]', '7:19 profile.star'],
    ['[example.org]', '["*example.org"]', '7:11 domains.1 profile.wildcard'],
    ['[example.org]', '["*.org"]', '7:11 domains.1 profile.wildcard-top'],
    ['[example.org]', '["*.*.org"]', '7:11 domains.1 profile.wildcard'],
    ['[example.org]', '[{ name: "mail.*.org" }]', '7:19 domains.1.name profile.wildcard'],
    ['[example.org]', '["*.bücher.example", "*.xn--bcher-kva.example"]', '7:31 domains.2 profile.domain-twice'],
    ['[example.org]', '["*", { name: "*" }]', '7:16 domains.2 profile.domain-twice'],
    // Domains with services of their own
    ['[example.org]', '[{ name: a.example, calendar: no }]', '7:40 domains.1.calendar profile.not-one-of'],
    ['[example.org]', '[{ name: a.example, calendar: }]', '7:30 domains.1.calendar profile.no-value'],
    [
      '[example.org]',
      '[{ name: a.example, calendar: { url: "https://a.example/", uri: x } }]',
      '7:69 domains.1.calendar.uri profile.unknown-key',
    ],
    ['[example.org]', '[{ name: a.example, webmail: a.example }]', '7:39 domains.1.webmail profile.https-url-or-none'],
    ['[example.org]', '[{ name: a.example, exchange: { host: b } }]', '7:40 domains.1.exchange profile.exchange-empty'],
    [
      '[example.org]',
      '[{ name: a.example, outgoing: [{ host: a.example, security: none }] }]',
      '7:70 domains.1.outgoing.1.security profile.plain-text',
    ],
    ['[example.org]', '[a.example, { name: b.example, incoming: none }]', '7:22 domains.2 profile.no-service'],
    ['[example.org]', '[a.example, { name: b.example, outgoing: none }]', '7:22 domains.2 profile.incoming-alone'],
    [
      '[example.org]',
      '[{ name: b.example, incoming: none, outgoing: [{ host: a.example, security: tls }] }]',
      '7:11 domains.1 profile.outgoing-alone',
    ],
    ['id: example', 'id: example\nwebmail: none', '2:10 webmail profile.none-at-top'],
    ['id: example', 'id: example\ncalendar: none', '2:11 calendar profile.none-at-top'],
    ['id: example', 'id: example\ncertificateAuthority: none', '2:23 certificateAuthority profile.none-at-top'],
    ['id: example', 'id: example\nlogin: none', '2:8 login profile.login-rule'],
    ['[example.org]', '[{ name: a.example, support: {} }]', '7:30 domains.1.support profile.not-per-domain'],
    ['[example.org]', '[{ name: a.example, identifier: org.a }]', '7:30 domains.1.identifier profile.not-per-domain'],
    // Providers without IMAP
    ['incoming:\n  - { protocol: imap, host: imap.example.org, security: tls }\n', '', '1:1 profile.outgoing-alone'],
    ['outgoing:\n  - { host: smtp.example.org, security: tls }\n', '', '1:1 profile.incoming-alone'],
    [
      'id: example',
      'id: example\nexchange: { host: a.example, activeSync: true, authentication: [ntlm] }',
      '2:65 exchange.authentication.1 profile.not-one-of',
    ],
    [
      'id: example',
      'id: example\nexchange: { host: a.example, activeSync: true, authentication: [] }',
      '2:64 exchange.authentication profile.empty-list',
    ],
    [
      'id: example',
      'id: example\nexchange: { host: a.example, activeSync: true, authentication: oauth2 }',
      '2:64 exchange.authentication profile.not-list',
    ],
    [
      'id: example',
      'id: example\nexchange: { host: a.example, activeSync: true, authentication: [oauth2, oauth2] }',
      '2:64 exchange.authentication profile.twice',
    ],
    [
      'id: example',
      'id: example\ndocumentation: [{ url: https://a.example/, title: { en: Help } }]',
      '2:51 documentation.1.title profile.missing',
    ],
    [
      'id: example',
      'id: example\ndocumentation: [{ url: https://a.example/, title: { en: Help, fr: Aide, de: Hilfe } }]',
      '2:73 documentation.1.title.de profile.unknown-key',
    ],
    [
      'id: example',
      'id: example\ndirectory: { host: a.example, security: tls, searchBases: [people] }',
      '2:60 directory.searchBases.1 profile.search-base',
    ],
    [
      'id: example',
      'id: example\ndirectory: { host: a.example, security: none, searchBases: [dc=a] }',
      '2:41 directory.security profile.plain-text',
    ],
    [
      'id: example',
      'id: example\ndirectory: { host: a.example, security: tls, searchBases: [dc=a], authentication: [none], login: "{local}" }',
      '2:98 directory.login profile.directory-login',
    ],
    [
      'security: tls }\nout',
      'security: none, allowPlainText: true, authentication: [certificate] }\nout',
      '9:101 incoming.1.authentication profile.certificate-plain-text',
    ],
    [
      'id: example',
      'id: example\ndirectory: { host: a.example, security: none, searchBases: [dc=a], authentication: [none] }',
      '2:41 directory.security profile.plain-text-directory',
    ],
    ['id: example', 'id: example\nsupport: { name: Help }', '2:10 support profile.support-empty'],
    ['id: example', 'id: example\nsupport: { email: help }', '2:19 support.email profile.support-email'],
    ['id: example', 'id: example\nsupport: { phone: call us }', '2:19 support.phone profile.support-phone'],
    ['id: example', 'id: example\nsupport: { phone: 4242 }', '2:19 support.phone profile.not-text'],
    ['id: example', 'id: example\nsupport: { phone: "4242", mail: a@b.c }', '2:27 support.mail profile.unknown-key'],
    ['id: example', 'id: example\nsite: https://a.example/?b', '2:7 site profile.site'],
    ['id: example', 'id: example\nsite: mail.example.org', '2:7 site profile.https-url'],
    ['id: example', 'id: example\nappPassword: { note: { en: a, fr: b } }', '2:14 appPassword profile.missing'],
    [
      'id: example',
      'id: example\nappPassword: { url: https://a.example/, note: { en: a } }',
      '2:47 appPassword.note profile.missing',
    ],
    ['id: example', 'id: example\ncertificateAuthority: x', '2:23 certificateAuthority profile.authority'],
    // A user name over HTTP ends at its first colon (RFC 7617 §2).
    [
      'id: example',
      'id: example\ncalendar: { url: "https://a.example/", login: "a:{local}" }',
      '2:47 calendar.login profile.colon',
    ],
    [
      'id: example',
      'id: example\ncontacts: { url: "https://a.example/", login: "{local}:" }',
      '2:47 contacts.login profile.colon',
    ],
    [
      'id: example',
      'id: example\nlogin: "a:{local}"\nexchange: { host: a.example, activeSync: true }',
      '3:11 exchange profile.colon-inherited',
    ],
    [
      '[example.org]',
      '[example.org, { name: a.example, login: "a:{local}" }]\ncalendar: { url: "https://a.example/" }',
      '8:11 calendar profile.colon-inherited',
    ],
    ['id: example', 'id: example\nexample: "a\\tb"', '2:10 example profile.control-character'],
    // YAML itself
    ['  - { protocol', '\t- { protocol', '9:1 profile.tab'],
    ['name: Example Mail', 'name: "unclosed', '12:1 profile.unfinished'],
    ['Ltd\n', 'Ltd\n---\n', '5:1 profile.documents'],
    ['id: example', 'id: example\nlogin: {local}@login.example', '2:15 profile.quotes'],
    ['id: example', 'id: example\nlogin: @{local}', '2:8 profile.quotes'],
    ['Example Mail', 'Example: Mail', '2:7 profile.misplaced-key'],
    ['Example Mail', '"Example \\Mail"', '2:16 profile.escape'],
    ['[en, fr]', '[en, fr', '7:1 profile.indent'],
    ['name: Example Mail', 'name: !secret x', '2:15 profile.tag'],
    ['name: Example Mail', 'name: !!binary YQ==', '2:16 profile.tag'],
    ['organization: Example Ltd', 'organization: *undefined', '4:15 profile.alias'],
  ])('%j → %j: %s', (from, to, place) => {
    expect(found(changed(from, to))).toEqual([place]);
  });
});

/** These files are as long as they may be; where much else runs, that takes its time. */
const SLOW = 180_000;

describe('a whole file', () => {
  test.each([
    ['nothing', '', ['profile.empty']],
    ['only a comment', '# a profile\n', ['profile.empty']],
    ['an empty document', '---\n', ['profile.empty']],
    ['a list', '- id: example\n', ['1:1 profile.not-a-mapping']],
    ['a word', '\n  example\n', ['2:3 profile.not-a-mapping']],
    ['a binary file', new Uint8Array([0x50, 0x4b, 3, 4, 0xff]), ['profile.not-utf8']],
    ['Latin-1', Buffer.from(changed('Mail', 'é'), 'latin1'), ['profile.not-utf8']],
    ['more than 1 MB', `# ${'x'.repeat(1_000_000)}`, ['profile.too-large']],
  ])('of %s is refused', (_, source, expected) => {
    expect(found(source)).toEqual(expected);
  });

  test('with a byte-order mark and CRLF has the places that an editor shows', () => {
    const text = `\ufeff${changed('id: example', 'id: Example')}`.replaceAll('\n', '\r\n');
    expect(found(text)).toEqual(['1:5 id profile.id']);
    expect(found(new TextEncoder().encode(text))).toEqual(['1:5 id profile.id']);
    expect(found(text.replace('tls }', 'tsl }'))).toEqual([
      '1:5 id profile.id',
      '9:57 incoming.1.security profile.not-one-of',
    ]);
    expect(parseProfile(new TextEncoder().encode(`\ufeff${smallest}`), 'p.yaml').id).toBe('example');
  });

  test('has all its mistakes told at once', () => {
    const text = changed('id: example', 'id: Example').replace('name: Example Mail\n', '').replace('imap.e', 'imap_e');
    expect(found(`${text}wemail: x\n`)).toEqual([
      '1:5 id profile.id',
      '1:1 profile.missing',
      '8:29 incoming.1.host profile.host',
      '11:1 wemail profile.unknown-key',
    ]);
  });

  test('that breaks YAML in many places is told three of them', () => {
    expect(found(smallest.replaceAll(': ', ': @'))).toHaveLength(3);
    const bomb = `a: &a [x]\n${'b: [*a, *a, *a, *a]\n'}`;
    expect(found(bomb)).toEqual(['2:5 profile.alias', '2:9 profile.alias', '2:13 profile.alias']);
  });

  test.each(['\r', '\r\n'])('whose lines end with %j is read, and its places are those of an editor', (end) => {
    const text = `# a profile\n${smallest}`.replaceAll('\n', end);
    expect(found(text)).toEqual([]);
    expect(found(text.replace('id: example', 'id: Example'))).toEqual(['2:5 id profile.id']);
  });

  test.each([
    ['UTF-16 without its mark', new Uint8Array(Buffer.from(smallest, 'utf16le')), '1:2 profile.character'],
    ['a NUL', changed('Example Mail', 'Example\0Mail'), '2:14 profile.character'],
    ['a NUL in a comment', changed('id: example', 'id: example # \0'), '1:15 profile.character'],
    ['an escape of terminals', changed('Example Mail', '\u001b[31m'), '2:7 profile.character'],
    ['a second document behind ...', `${smallest}...\na: b\n`, '13:1 profile.documents'],
    ['a list for a key', `${smallest}? [a]\n: b\n`, '12:3 profile.misplaced-key'],
    ['a merge key', `${smallest}<<: { a: b }\n`, '12:1 << profile.unknown-key'],
    ['a number and its text as keys', `${smallest}1: a\n"1": b\n`, '13:1 profile.duplicate-key'],
    ['a text that fills a book', changed('Example Mail', 'x'.repeat(40_000)), '2:7 profile.too-long-text'],
    [
      'a certificate that is white space',
      `${smallest}certificateAuthority: "-----BEGIN CERTIFICATE-----${' '.repeat(30_000)}"\n`,
      '12:23 certificateAuthority profile.authority',
    ],
  ])('with %s is refused there', (_, source, expected) => {
    expect(found(source)).toEqual([expected]);
  });

  test.each([
    ['[', '[', 20_000],
    ['{ a: ', '{ a: ', 20_000],
    ['- ', '- ', 20_000],
    ['? ', '? ', 20_000],
    ['a hundred levels of indentation', '', 100],
    ['a thousand levels of indentation', '', 1000],
  ])('nested deep with %s is refused, not crashed on', (_, open, levels) => {
    const indented = Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
    const [first, ...others] = problemsOf(open === '' ? indented : `a:\n ${open.repeat(levels)}`);
    expect(first?.code).toBe('profile.too-deep');
    expect(others).toEqual([]);
  });

  const many = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('');
  test.each<[string, string, string, number]>([
    ['80 000 unknown keys', smallest + many(80_000, (i) => `k${i}: x\n`), 'profile.unknown-key', 80_000],
    ['10 000 anchors', smallest + many(10_000, (i) => `k${i}: &a${i} x\n`), 'profile.unknown-key', 10_000],
    [
      '10 000 times one domain',
      changed('[example.org]', `\n${' - a.example\n'.repeat(10_000)}`),
      'profile.domain-twice',
      9_999,
    ],
    [
      '10 000 servers without anything',
      changed('outgoing:\n', `outgoing:\n${'  - {}\n'.repeat(10_000)}`),
      'profile.missing',
      20_000,
    ],
    [
      '2 000 steps that open nothing',
      described('recovery:', '  steps:', ...Array(2_000).fill('    - { say: {t}, link: portal }')),
      'profile.names-nothing',
      2_000,
    ],
  ])(
    'with %s has the first mistakes told, and the number of the others',
    (_, source, code, count) => {
      const told = problemsOf(source);
      expect(new Set(told.slice(0, -1).map((each) => each.code))).toEqual(new Set([code]));
      expect(told).toHaveLength(21);
      expect(told.at(-1)).toMatchObject({
        code: 'profile.more',
        details: { count: count - 20 },
        place: { file: 'p.yaml' },
      });
    },
    SLOW,
  );

  test.each([
    ['20 000 times one key', 'id: a\n'.repeat(20_000), 3, 'profile.duplicate-key'],
    ['many brackets', '[]'.repeat(100_000), 3, 'profile.quotes'],
    ['many closing brackets', ']'.repeat(200_000), 3, 'profile.quotes'],
    ['as many commas', `a: [${','.repeat(200_000)}]`, 3, 'profile.quotes'],
    ['as many anchors', '& '.repeat(490_000), 1, 'profile.too-many'],
    ['as many documents', '---\n'.repeat(100_000), 1, 'profile.documents'],
    ['as many directives', '%a\n'.repeat(300_000), 1, 'profile.too-many'],
  ])(
    'with %s is told a few of them',
    (_, source, count, code) => {
      const told = problemsOf(source);
      expect(told).toHaveLength(count);
      expect(told.at(-1)?.code).toBe(code);
    },
    SLOW,
  );

  test(
    'has room for ten thousand domains',
    () => {
      const domains = many(10_000, (i) => `\n  - { name: d${i}.example.org, login: "{local}@login${i}.example.org" }`);
      expect(parseProfile(changed('[example.org]', domains), 'p.yaml').domains).toHaveLength(10_000);
    },
    SLOW,
  );

  test('shows of a long key its beginning only', () => {
    for (const each of problemsOf(`${smallest}? ${'k'.repeat(30_000)}\n: x\n`))
      expect(describeProblem(each, 'en').length).toBeLessThan(300);
  });
});

describe('a suggestion', () => {
  const text = (source: string) => problemsOf(source).map((each) => describeProblem(each, 'en'));

  test('is made for a key and for a word of a list', () => {
    expect(text(changed('shortName:', 'shortname:'))).toContain(
      'p.yaml:3:1 shortname  “shortname” is not a key of a profile here: did you mean “shortName”?',
    );
    expect(text(changed('security: tls', 'security: startls'))).toEqual([
      'p.yaml:9:57 incoming.1.security  “startls” is not one of: tls, starttls, none — did you mean “starttls”?',
    ]);
    expect(text(changed('[example.org]', '[{ nam: example.org }]')).join('\n')).toContain('did you mean “name”?');
  });

  test('is not made where nothing is near', () => {
    expect(text(`${smallest}colour: red\n`).join('\n')).not.toContain('did you mean');
    expect(text(changed('protocol: imap', 'protocol: jmap2')).join('\n')).not.toContain('did you mean');
  });
});

test('no file is read without an answer in either language on one line', () => {
  for (const problem of problemsOf(changed('name: Example Mail', `name: "a\\nb\\u2028${'x'.repeat(200)}"`))) {
    for (const language of ['en', 'fr'] as const) {
      const line = describeProblem(problem, language);
      expect(line).toMatch(/^p\.yaml:2:7 name {2}.*a\\u000ab\\u2028x{70,}….*$/);
      expect(line.length).toBeLessThan(250);
    }
  }
});

describe('a login rule, a host and the address of a calendar', () => {
  const login = (rule: string) => `${smallest}login: ${JSON.stringify(rule)}\n`;
  const calendar = (url: string) => `${smallest}calendar: { url: ${JSON.stringify(url)} }\n`;

  test.each([
    ['a filter that is none', login('{local|lowr}'), 'profile.filter', /did you mean “lower”/],
    ['a filter that is none, with nothing near', login('{local|trim}'), 'profile.filter', /there are lower, untagged/],
    ['replace without what for what', login('{local|replace:.}'), 'profile.replace', /\{local\|replace:\.:_\}/],
    ['a filter of the domain', login('{domain|lower}{local}'), 'profile.filter-of', /^.*\{domain\} takes no filter/],
    ['filters in the wrong order', login('{local|replace:+:_|untagged}'), 'profile.filter-order', /untagged first/],
    ['too many filters', login(`{local${'|lower'.repeat(9)}}`), 'profile.filters', /8 filters/],
    ['no rule at all', login('asks'), 'profile.login-rule', /or write ask/],
    [
      'a host beside which something stands',
      changed('imap.example.org', '"x{domain}.example"'),
      'profile.host',
      /mail\.\{domain\}/,
    ],
    ['a login in the host of a calendar', calendar('https://{login}.example/'), 'profile.dav-url', /in whose path/],
    ['a name that is none in its path', calendar('https://a.example/{user}'), 'profile.dav-url', /\{local\}/],
    ['a filter that is none in its path', calendar('https://a.example/{local|uppr}'), 'profile.filter', /no filter/],
    [
      'a filter of the login in its path',
      calendar('https://a.example/{login|lower}'),
      'profile.filter-of',
      /\{login\}/,
    ],
  ])('%s is told in one line with its place, in both languages', (_, source, code, message) => {
    const [problem, ...others] = problemsOf(source);
    expect([problem?.code, others]).toEqual([code, []]);
    const english = describeProblem(problem as Problem, 'en');
    const french = describeProblem(problem as Problem, 'fr');
    expect(english).toMatch(/^p\.yaml:\d+:\d+ [a-z.0-9]+ {2}/);
    expect(english).toMatch(message);
    for (const line of [english, french]) expect(line).not.toContain('\n');
    expect(french).not.toBe(english);
  });

  test('the colons of a filter are in no login', () => {
    expect(found(`${calendar('https://a.example/')}login: "{local|replace:.:_}"\n`)).toEqual([]);
    expect(found(`${calendar('https://a.example/')}login: "a:{local|replace:.:_}"\n`)).toEqual([
      '12:11 calendar profile.colon-inherited',
    ]);
  });

  test('a host that is none in one of the domains names that domain', () => {
    const long = `${'a.'.repeat(110)}example`;
    const source = changed('[example.org]', `[example.org, ${long}]`).replace(
      'imap.example.org',
      `"${'b'.repeat(40)}.{domain}"`,
    );
    expect(found(source)).toEqual(['9:29 incoming.1.host profile.host-in-domain']);
    expect(problemsOf(source)[0]?.details).toMatchObject({ domain: long });
  });
});

test('a value that YAML takes for a comment is told with the quotes that it wants', () => {
  const line = (more: string, language: 'en' | 'fr') => {
    const [problem] = problemsOf(`${smallest}${more}`);
    return describeProblem(problem as Problem, language);
  };
  expect(line('brand:\n  colour: #123456\n', 'en')).toBe(
    'p.yaml:13:3 brand.colour  “colour” has no value, because a comment begins with the #: put quotes around the value',
  );
  expect(line('brand:\n  colour: #123456\n', 'fr')).toMatch(
    /commentaire commence au #\s: mettez la valeur entre guillemets/,
  );
  expect(line('brand:\n  colour:\n', 'en')).toMatch(/write it after the colon$/);
  // The rest of the line is gone, and with it what closes the mapping.
  expect(line('brand: { colour: #123456 }\n', 'en')).toMatch(/put quotes around a value that begins with #$/);
});
