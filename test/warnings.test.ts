import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describe as describeProblem, type Problem, readProfile, resolve } from '../src/index.ts';
import { authority } from './authorities/authority.ts';
import { root } from './fixtures.ts';

const NOW = new Date('2027-01-01T12:00:00Z');

/** A profile with these servers, one of each kind on a line of its own, and what else is said. */
function profile({
  incoming = 'host: imap.example.org, security: tls',
  outgoing = 'host: smtp.example.org, security: tls',
  domains = 'example.org',
  identifier = 'org.example',
  more = '',
} = {}): string {
  const list = (entries: string) => entries.split('\n').map((entry) => `  - { ${entry} }`);
  const protocol = (entry: string) => (entry.includes('protocol:') ? entry : `protocol: imap, ${entry}`);
  return [
    'id: example',
    'name: Example Mail',
    'shortName: Example',
    'organization: Example Ltd',
    `identifier: ${identifier}`,
    'languages: [en, fr]',
    `domains: [${domains}]`,
    'incoming:',
    ...list(incoming.split('\n').map(protocol).join('\n')),
    'outgoing:',
    ...list(outgoing),
    more,
  ].join('\n');
}

function warningsIn(source: string, now = NOW): readonly Problem[] {
  return readProfile(source, 'p.yaml', now).warnings;
}

/** The warnings of a profile as `line:column field code`. */
function found(source: string, now = NOW): string[] {
  return warningsIn(source, now).map(({ code, place: { file, line, column, field } }) => {
    expect(file).toBe('p.yaml');
    return `${line}:${column} ${field} ${code}`;
  });
}

const outgoing = (entry: string) => profile({ outgoing: `host: smtp.example.org, ${entry}` });
const incoming = (entry: string) => profile({ incoming: `host: mail.example.org, ${entry}` });
const directory = (entry: string) =>
  profile({ more: `directory: { host: a.example.org, searchBases: [dc=a], ${entry} }` });

test.each(readdirSync(join(root, 'profiles')).filter((name) => name.endsWith('.yaml')))(
  'profiles/%s, which comes with Facteur, has nothing to be warned of',
  (name) => {
    expect(found(readFileSync(join(root, 'profiles', name), 'utf8'))).toEqual([]);
  },
);

test('a domain with servers or an authority of its own is warned of like the provider', () => {
  const own = 'outgoing: [{ host: smtp.a.example, security: tls, port: 587 }]';
  expect(found(profile({ domains: `a.example, { name: b.example, ${own} }` }))).toEqual([
    '7:97 domains.2.outgoing.1.port warning.port-starts-plain',
  ]);
  expect(
    found(
      profile({
        domains: '{ name: b.example, incoming: none, outgoing: none, exchange: { host: a.example, activeSync: true } }',
      }),
    ),
  ).toEqual([]);
});

test('a domain may have no authority and no identity provider where its provider has them', () => {
  const ends = (path: string) => `https://id.example.org/${path}`;
  const oauth2 = `{ issuer: "${ends('')}", authorizationUrl: "${ends('a')}", tokenUrl: "${ends('t')}", scope: mail }`;
  const source = profile({
    domains: 'a.example, { name: b.example, certificateAuthority: none, oauth2: none }',
    incoming: 'host: imap.example.org, security: tls, authentication: [oauth2, password]',
    more: `certificateAuthority: ${JSON.stringify(authority('rsa'))}\noauth2: ${oauth2}`,
  });
  const { profile: read, warnings } = readProfile(source, 'p.yaml', NOW);
  expect(warnings).toEqual([]);
  const of = (domain: string) => resolve({ address: `x@${domain}` }, [read]).account.provider;
  expect(of('a.example')).toMatchObject({ oauth2: { scope: 'mail' }, certificateAuthority: expect.any(String) });
  expect(of('b.example')).toMatchObject({ oauth2: undefined, certificateAuthority: undefined });
  const wrong = source.replace('certificateAuthority: none', 'certificateAuthority: nothing');
  expect(() => readProfile(wrong, 'p.yaml', NOW)).toThrow(/^p\.yaml:7:\d+ domains\.2\.certificateAuthority {2}/);
});

test('a wildcard below a name for examples is an example too, and every domain is none', () => {
  expect(found(profile({ domains: '"*.example.org"' }))).toEqual([]);
  expect(found(profile({ domains: '"*"' }))).toEqual([]);
  expect(warningsIn(profile({ domains: '"*.cnrs.fr"' })).at(0)?.details).toMatchObject({ suggestion: 'fr.cnrs' });
});

describe('port and security', () => {
  test.each([
    ['submission with TLS from the start', outgoing('security: tls, port: 587'), 'port-starts-plain', '465'],
    ['port 25 with TLS from the start', outgoing('security: tls, port: 25'), 'port-starts-plain', '465'],
    ['the port for TLS with STARTTLS', outgoing('security: starttls, port: 465'), 'port-starts-tls', '587'],
    [
      'the port for TLS in clear',
      outgoing('security: none, allowPlainText: true, port: 465'),
      'port-starts-tls',
      '587',
    ],
    ['IMAP', incoming('security: tls, port: 143'), 'port-starts-plain', '993'],
    ['IMAP with STARTTLS', incoming('security: starttls, port: 993'), 'port-starts-tls', '143'],
    ['POP3', incoming('protocol: pop3, security: tls, port: 110'), 'port-starts-plain', '995'],
    ['POP3 with STARTTLS', incoming('protocol: pop3, security: starttls, port: 995'), 'port-starts-tls', '110'],
    ['a directory', directory('security: tls, port: 389'), 'port-starts-plain', '636'],
    ['a directory with STARTTLS', directory('security: starttls, port: 636'), 'port-starts-tls', '389'],
    ['a global catalogue', directory('security: tls, port: 3268'), 'port-starts-plain', '636'],
    ['IMAP on the port of POP3', incoming('security: tls, port: 995'), 'port-of-another', '993'],
    ['POP3 on the port of IMAP', incoming('protocol: pop3, security: tls, port: 993'), 'port-of-another', '995'],
    ['IMAP on the port of submission', incoming('security: starttls, port: 587'), 'port-of-another', '143'],
    ['submission on the port of IMAP', outgoing('security: tls, port: 993'), 'port-of-another', '465'],
    ['a directory on the port of IMAP', directory('security: tls, port: 993'), 'port-of-another', '636'],
  ])('that do not go together are told at the port, with the usual one: %s', (_, source, code, usual) => {
    const [problem, ...others] = warningsIn(source);
    expect(problem?.code).toBe(`warning.${code}`);
    expect(others).toEqual([]);
    const { line = 0, column = 0 } = problem?.place ?? {};
    expect(source.split('\n')[line - 1]?.slice(column - 1)).toMatch(/^\d+ \}$/);
    for (const language of ['en', 'fr'] as const)
      expect(problem && describeProblem(problem, language)).toMatch(
        new RegExp(`p\\.yaml:${line}:${column} .*${usual}`),
      );
  });

  test.each([
    ['the usual ones', profile()],
    ['the usual ones, written', incoming('security: starttls, port: 143')],
    ['a global catalogue over TLS', directory('security: tls, port: 3269')],
    ['ports of nobody', outgoing('security: tls, port: 2465')],
    ['a bridge on this computer', incoming('security: starttls, port: 1143').replace('mail.example.org', '127.0.0.1')],
    ['a relay without a password', outgoing('security: none, port: 25, authentication: [none]')],
    ['IMAP on the port of the web, to pass a firewall', incoming('security: tls, port: 443')],
  ])('that go together are no matter for a warning: %s', (_, source) => {
    expect(found(source)).toEqual([]);
  });

  test('the port for mail between servers is warned of where people log in', () => {
    expect(found(outgoing('security: starttls, port: 25'))).toEqual([
      '11:57 outgoing.1.port warning.port-between-servers',
    ]);
  });
});

describe('servers', () => {
  test('called like one for something else are told', () => {
    const source = profile({
      incoming: 'host: smtp.example.org, security: tls\nhost: imap.example.org, security: tls',
      outgoing: 'host: imap-2.example.org, security: tls\nhost: imaps.example.org, security: tls',
    });
    expect(found(source)).toEqual([
      '9:29 incoming.1.host warning.host-of-another',
      '12:13 outgoing.1.host warning.host-of-another',
      '13:13 outgoing.2.host warning.host-of-another',
    ]);
    expect(found(profile({ outgoing: 'host: important.example.org, security: tls' }))).toEqual([]);
    expect(found(profile({ incoming: 'protocol: pop3, host: pop.example.org, security: tls' }))).toEqual([]);
  });

  test('that are there twice, in whatever spelling, are told at the second', () => {
    const source = profile({
      outgoing: [
        'host: smtp.example.org, security: tls',
        'host: smtp.example.org, security: starttls',
        'host: SMTP.example.org, port: 465, security: tls, authentication: [password]',
      ].join('\n'),
    });
    expect(found(source)).toEqual(['13:5 outgoing.3 warning.server-twice']);
  });

  test('may be there again for another login or another way to sign in', () => {
    const source = profile({
      outgoing: [
        'host: smtp.example.org, security: tls',
        'host: smtp.example.org, security: tls, authentication: [oauth2]',
        'host: smtp.example.org, security: tls, login: "{local}"',
      ].join('\n'),
    });
    expect(found(source)).toEqual([]);
  });

  test('cannot begin in two ways on one port', () => {
    const two = (security: string) =>
      profile({
        incoming: `host: a.example.org, port: 2000, security: tls\nhost: a.example.org, port: 2000, ${security}`,
      });
    expect(found(two('security: starttls'))).toEqual(['10:66 incoming.2.security warning.port-twice']);
    const plain = two('security: none, allowPlainText: true').replace('security: tls', 'security: starttls');
    expect(found(plain)).toEqual([]);
  });
});

describe('allowPlainText', () => {
  test.each([
    ['with TLS', outgoing('security: tls, allowPlainText: true')],
    ['with STARTTLS', incoming('security: starttls, allowPlainText: true')],
    ['of a directory with TLS', directory('security: tls, allowPlainText: true')],
  ])('permits nothing %s', (_, source) => {
    expect(warningsIn(source).map(({ code }) => code)).toEqual(['warning.plain-text-unused']);
    const place = warningsIn(source)[0]?.place;
    expect(source.split('\n')[(place?.line ?? 0) - 1]?.slice((place?.column ?? 0) - 1)).toMatch(/^allowPlainText/);
  });

  test('says nothing of a server that asks for no password, and is not asked for there', () => {
    const relay = 'security: none, authentication: [none]';
    expect(found(outgoing(relay))).toEqual([]);
    expect(warningsIn(outgoing(`${relay}, allowPlainText: true`)).map(({ code }) => code)).toEqual([
      'warning.plain-text-no-password',
    ]);
  });

  test.each([
    ['permits a password in clear', outgoing('security: none, allowPlainText: true')],
    ['permits one beside none', outgoing('security: none, allowPlainText: true, authentication: [none, password]')],
    ['permits to ask a directory in clear', directory('security: none, allowPlainText: true')],
    ['may be denied', outgoing('security: tls, allowPlainText: false')],
  ])('%s without a warning', (_, source) => {
    expect(found(source)).toEqual([]);
  });
});

describe('the example', () => {
  const having = (example: string, more = '') => found(profile({ more: `example: ${example}\n${more}` }));

  test.each(['a@example.net', 'somebody', '"a b@example.org"', 'a@sub.example.org'])('%s is nobody here', (example) => {
    expect(having(example)).toEqual(['12:10 example warning.example']);
  });

  test.each([
    ['an address', 'a@example.org', ''],
    ['a login in another realm', 'a@ods.services', 'login: "{local}@ods.services"'],
    ['a login without domain', 'somebody', 'login: "{local}"'],
  ])('may be %s', (_, example, more) => {
    expect(having(example, more)).toEqual([]);
  });

  test('is not repeated, because it looks like the address of a person and may come into a log', () => {
    const [problem] = warningsIn(profile({ more: 'example: somebody@example.net' }));
    expect(problem && describeProblem(problem, 'en')).not.toContain('somebody');
  });
});

describe('what is left of an example', () => {
  test('is told where a mail domain is real', () => {
    const source = profile({
      domains: 'cnrs.fr, example.org, { name: etu.example, login: "{local}@login.example.net" }',
      incoming: 'host: imap.cnrs.fr, security: tls',
      outgoing: 'host: smtp.cnrs.fr, security: tls\nhost: 192.0.2.7, security: tls, port: 2000',
      more: [
        'webmail: https://webmail.universite.example/',
        'portal: https://example.cnrs.fr/',
        'calendar: { url: https://dav.example.com:8443/ }',
        'documentation: [{ url: https://aide.test/, title: { en: a, fr: b } }]',
      ].join('\n'),
    });
    expect(found(source).map((each) => each.replace(/^\S+ /, ''))).toEqual([
      'identifier warning.reserved-identifier',
      'domains.2 warning.reserved-name',
      'domains.3.name warning.reserved-name',
      'domains.3.login warning.reserved-name',
      'outgoing.2.host warning.reserved-name',
      'webmail warning.reserved-name',
      'calendar.url warning.reserved-name',
      'documentation.1.url warning.reserved-name',
    ]);
  });

  test.each(['example.universite', 'net.example', 'ORG.Example'])('is the identifier %s', (identifier) => {
    const servers = { incoming: 'host: imap.cnrs.fr, security: tls', outgoing: 'host: smtp.cnrs.fr, security: tls' };
    expect(found(profile({ domains: 'cnrs.fr', identifier, ...servers }))).toEqual([
      '5:13 identifier warning.reserved-identifier',
    ]);
    expect(found(profile({ domains: 'cnrs.fr', identifier: 'fr.example-cnrs', ...servers }))).toEqual([]);
  });

  test('is nothing where all domains are examples', () => {
    expect(found(profile({ domains: 'universite.example, example.org' }))).toEqual([]);
  });
});

test('endpoints for OAuth 2.0 that no server uses are told', () => {
  const url = 'https://login.example.org/';
  const more = `oauth2: { issuer: "${url}", authorizationUrl: "${url}", tokenUrl: "${url}", scope: mail }`;
  expect(found(profile({ more }))).toEqual(['12:1 oauth2 warning.oauth2-unused']);
  const used = 'host: smtp.example.org, security: tls, authentication: [password, oauth2]';
  expect(found(profile({ more, outgoing: used }))).toEqual([]);
});

test('an authority of today is no matter for a warning; one that ends is told before and after, by the time that is given', () => {
  const pem = authority('ec').trim().split('\n').join('\n  ');
  const source = profile({ more: `certificateAuthority: |\n  ${pem}` });
  expect(found(source)).toEqual([]);
  const at = (time: string) => found(source, new Date(time));
  expect(at('2130-01-01T00:00:00Z')).toEqual(['12:23 certificateAuthority warning.authority-ended']);
  expect(at('2000-01-01T00:00:00Z')).toEqual(['12:23 certificateAuthority warning.authority-not-yet']);
});

test('a warning is told from a mistake, in the language of its reader', () => {
  const [problem] = warningsIn(outgoing('security: tls, port: 587'));
  expect(problem && describeProblem(problem, 'en')).toBe(
    'p.yaml:11:52 outgoing.1.port  warning: on port 587 a connection begins in clear and STARTTLS protects it, but security is tls: write starttls, or port 465',
  );
  expect(problem && describeProblem(problem, 'fr')).toMatch(
    /^p\.yaml:11:52 outgoing\.1\.port {2}avertissement\u00a0: sur le port 587/,
  );
});

test('warnings stand in the order of the file, and of very many the first and their number', () => {
  const entry = 'host: smtp.example.org, security: tls, port: 587';
  const entries = Array.from({ length: 30 }, (_, index) => entry.replace('smtp', `smtp${index}`)).join('\n');
  const all = warningsIn(profile({ outgoing: entries }));
  expect(all).toHaveLength(21);
  expect(all.map(({ place }) => place.line).slice(0, 3)).toEqual([11, 12, 13]);
  expect(all.at(-1)).toMatchObject({ code: 'warning.more', details: { count: 10 }, place: { file: 'p.yaml' } });
});

describe('a login rule whose logins are addresses', () => {
  const withRule = (login: string, domains: string, more = '') =>
    found(profile({ domains, more: `login: "${login}"\n${more}` }));
  const LISTED = '12:8 login warning.login-is-address';
  const BELOW = '12:8 login warning.login-below-wildcard';

  test.each([
    ['below a wildcard of the list', '{local}@ad.example.edu', 'lab.example.edu, "*.example.edu"', [BELOW]],
    ['of the wildcard itself', '{local}@ad.example.edu', '"*.example.edu"', [BELOW]],
    ['of every domain', '{local}@ad.example.edu', '"*"', [BELOW]],
    ['with the domain in the realm', '{local}@ad.{domain}', 'example.edu, "*.example.edu"', [BELOW]],
    ['with another letter in front', 'u{local}@example.edu', 'example.edu', [LISTED]],
    [
      'whose own rule is another',
      '{local}@main.example',
      'a.example, { name: main.example, login: "{local}" }',
      [LISTED],
    ],
  ])('%s is warned of: whoever types one is taken for another', (_, login, domains, warnings) => {
    expect(withRule(login, domains)).toEqual(warnings);
  });

  test.each([
    ['in a realm that is no domain here', '{local}@ad.example.edu', 'example.edu'],
    ['in the domain behind aliases', '{local}@main.example', 'main.example, alias.example, "*.alias.example"'],
    ['in lower case', '{local|lower}@main.example', 'main.example, alias.example'],
    ['that are the addresses themselves', '{local}@{domain}', '"*.example.edu", "*"'],
    [
      'below "*", where a login of a domain that is named says more',
      '{local}@ad.example.edu',
      'example.edu, { name: "*", login: "{local}" }',
    ],
    ['of which people are asked', '{local}@main.example', 'a.example, { name: main.example, login: ask }'],
  ])('%s is right', (_, login, domains) => {
    expect(withRule(login, domains)).toEqual([]);
  });

  test('is told once at its place, be it that of a domain or of a service', () => {
    const own = '{ name: a.example, login: "{local}@b.example" }, { name: b.example, login: "{local}" }';
    expect(found(profile({ domains: own }))).toEqual(['7:37 domains.1.login warning.login-is-address']);
    const more = 'directory: { host: a.example, security: tls, searchBases: [dc=a], login: "x{local}@b.example" }';
    expect(found(profile({ domains: 'a.example, b.example', more }))).toEqual([
      '12:74 directory.login warning.login-is-address',
    ]);
  });
});
