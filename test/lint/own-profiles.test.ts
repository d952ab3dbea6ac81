import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../fixtures.ts';
import { brokenBy, faultsOf, judged, unexpected } from './judged.ts';

const folders = ['profiles', 'test/providers/profiles'];
const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name}`),
);

/** What a provider is like, and no profile can mend; each for the file that has it. */
const wanted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'test/providers/profiles/apop.yaml': { 'profile/services': 'the provider has APOP alone, which a profile refuses' },
  'test/providers/profiles/own-identity-provider.yaml': {
    'profile/oauth2-no-way': 'the provider takes OAuth 2.0 alone, with an issuer of its own',
  },
  'test/providers/profiles/sieve-and-jmap.yaml': {
    'profile/services': 'the provider has JMAP, which a profile refuses',
    'profile/key': 'the provider has Sieve, which a profile refuses',
  },
};

test.each(files)('%s is clean', async (file) => {
  const text = readFileSync(join(root, file));
  expect((await judged(text))?.kind).toBe('profile');
  expect(unexpected(await brokenBy(text), wanted[file] ?? {})).toEqual([]);
});

const PROFILE = `id: example
name: Example Mail
shortName: Example
organization: Example Ltd
identifier: org.example
languages: [en]
domains: [example.org]
incoming:
  - { protocol: imap, host: imap.example.org, port: 143, security: tls }
outgoing:
  - { host: smtp.example.org, security: tls }
`;

test('a mistake is told as generate tells it, in its place', async () => {
  expect(await faultsOf(PROFILE)).toEqual([
    'profile/port-security 9:53  on port 143 a connection begins in clear and STARTTLS protects it, but security is tls: write starttls, or port 993',
  ]);
  expect(await faultsOf(PROFILE.replace('[en]', '[en, de]').replaceAll('\n', '\r\n'))).toEqual([
    'profile/value 6:17  “de” is not one of: fr, en',
  ]);
  expect(await faultsOf(`\ufeff${PROFILE.replace('port: 143', 'port: 0')}`)).toEqual([
    'profile/port 9:53  port 0 is not a port (1–65535)',
  ]);
});

test('a profile that has very many mistakes is judged', async () => {
  expect(await brokenBy(`${PROFILE}${'k: 1\n'.repeat(20_000)}`)).toContain('profile/yaml');
});
