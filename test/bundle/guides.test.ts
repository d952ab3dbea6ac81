import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeGuides } from '../../src/bundle/guides.ts';
import { makeKit } from '../../src/bundle/kit.ts';
import { clients } from '../../src/clients/index.ts';
import type { Person } from '../../src/model/account.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { makeProfile, readProfile } from '../fixtures.ts';

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes).replaceAll('<wbr>', '');

const profiles: readonly (readonly [string, Profile, Person])[] = [
  ['CNRS', readProfile('cnrs'), { address: 'marie.curie@cnrs.fr', name: 'Marie Curie' }],
  [
    'a university without a site',
    { ...readProfile('universite'), site: undefined },
    { address: 'marie.curie@etu.universite.example' },
  ],
  ['a provider with addresses for logins', makeProfile({}), { address: 'marie.curie@example.org' }],
  [
    'a provider of many domains',
    makeProfile({
      domains: ['*'],
      incoming: [{ protocol: 'imap', host: 'imap.{domain}', security: 'tls' }],
      outgoing: [{ host: 'smtp.{domain}', security: 'tls', login: '{local}' }],
    }),
    { address: 'marie.curie@hospital.example' },
  ],
  [
    'Exchange alone',
    makeProfile({
      incoming: undefined,
      outgoing: undefined,
      exchange: { host: 'ex.example.org', activeSync: true, webServices: true },
    }),
    { address: 'marie.curie@example.org' },
  ],
];

describe.each(profiles)('the guides of %s', (_, profile, person) => {
  const guides = makeGuides([profile], clients);
  const { account } = resolve(person, [profile]);
  const folder = guides.folderFor(account) ?? '';
  const pages = guides.pagesIn(folder).map(({ path, bytes }) => ({ path, text: textOf(bytes()) }));

  test('are there in each language, with a list', () => {
    const languages = new Set(pages.map(({ path }) => path.slice(0, path.indexOf('/'))));
    expect([...languages].sort()).toEqual([...profile.languages].sort());
    for (const language of languages) expect(pages.map(({ path }) => path)).toContain(`${language}/index.html`);
  });

  test('are nobody’s: they have no address and no login', () => {
    const own = new Set([account, ...account.incoming, ...account.outgoing].map(({ login }) => login));
    for (const { path, text } of pages) {
      expect({ path, found: /prenom\.nom-1|marie/.exec(text)?.[0] }).toEqual({ path, found: undefined });
      expect([...own].filter((each) => text.includes(each))).toEqual([]);
    }
  });

  test('lead to each other and to nothing that is not there', () => {
    const there = new Set(pages.map(({ path }) => path));
    const stray = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/<a[^>]* href="([^"#]+)(?:#[^"]*)?"/g)]
        .map(([, href = '']) => href)
        .filter((href) => !/^(?:https|mailto|tel):/.test(href))
        .filter((href) => !there.has(posix.join(posix.dirname(path), href)))
        .map((href) => `${path}: ${href}`),
    );
    expect(stray).toEqual([]);
  });

  test('have every page to which a kit links', () => {
    const there = new Set(pages.map(({ path }) => `../${folder}/${path}`));
    const kit = makeKit(account, clients, { guides: `../${folder}` });
    const hrefs = kit.artifacts
      .filter(({ mediaType }) => mediaType.startsWith('text/html'))
      .flatMap(({ bytes }) => [...textOf(bytes()).matchAll(/<a[^>]* href="(\.\.\/[^"#]+)/g)].map(([, href]) => href));
    expect(hrefs.length).toBeGreaterThan(0);
    expect(hrefs.filter((href) => !there.has(href ?? ''))).toEqual([]);
  });
});

test('those of one provider are in one folder for each role, whatever their names are', () => {
  const cnrs = readProfile('cnrs');
  const { folderFor } = makeGuides([cnrs], clients);
  const folderOf = (person: Person) => folderFor(resolve(person, [cnrs]).account);
  expect(folderOf({ address: 'a@cnrs.fr' })).toBe('guides/cnrs');
  expect(folderOf({ address: 'zoë.ö@cnrs.fr', name: 'Zoë', language: 'en' })).toBe('guides/cnrs');
  expect(folderOf({ address: 'a@cnrs.fr', role: 'primary' })).toBe('guides/cnrs_primary');
});

test('who has a login of their own is led by their own page, and not by what holds for the rest', () => {
  const cnrs = readProfile('cnrs');
  const { account } = resolve({ address: 'a@cnrs.fr', login: 'b@ods.services' }, [cnrs]);
  expect(makeGuides([cnrs], clients).folderFor(account)).toBeUndefined();
  const page = textOf(makeKit(account, clients).at('index.html')?.bytes() ?? new Uint8Array());
  expect(page).toContain('id="windows-outlook-by-hand"');
});

test('a domain with servers of its own has its own guides', () => {
  const incoming: Profile['incoming'] = [{ protocol: 'imap', host: 'other.example.org', security: 'tls' }];
  const profile = makeProfile({ domains: ['example.org', 'example.net', { name: 'example.com', incoming }] });
  const { folderFor, pagesIn } = makeGuides([profile], clients);
  const folderOf = (address: string) => folderFor(resolve({ address }, [profile]).account) ?? '';
  expect(folderOf('a@example.org')).toBe('guides/example');
  expect(folderOf('a@example.net')).toBe('guides/example');
  expect(folderOf('a@example.com')).toBe('guides/example_2');
  const text = (folder: string) =>
    textOf(
      pagesIn(folder)
        .find(({ path }) => path === 'en/outlook/outlook.html')
        ?.bytes() ?? new Uint8Array(),
    );
  expect(text('guides/example_2')).toContain('other.example.org');
  expect(text('guides/example')).not.toContain('other.example.org');
});

test('with a site, the page of a kit leads to the person’s own pages there', () => {
  const site = makeProfile({ site: 'https://mail.example.org/' });
  const { account } = resolve({ address: 'a@example.org' }, [site]);
  const page = textOf(
    makeKit(account, clients, { guides: '../guides/example' }).at('index.html')?.bytes() ?? new Uint8Array(),
  );
  expect(page).toContain(
    'href="https://mail.example.org/mailbox/a@example.org/additional/outlook/outlook.html#by-hand"',
  );
  expect(page).not.toContain('../guides');
});
