import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { clients } from '../../src/clients/index.ts';
import type { Person } from '../../src/model/account.ts';
import { parseProfile } from '../../src/profile/file.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { createApp } from '../../src/server/app/app.ts';
import { facteur } from '../cli/terminal.ts';

/* A login that a person says has one meaning, whichever way it is said: with options, in the fields of the page, to the library. */

const folder = mkdtempSync(join(tmpdir(), 'facteur-login-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A provider with these rules, of which the empty ones are left out. */
function provider(rules: { domain?: string; outgoing?: string; contacts?: string; incoming?: string }): string {
  const login = (rule: string | undefined) => (rule === undefined ? '' : `, login: "${rule}"`);
  return `id: p
name: P
shortName: P
organization: P
identifier: org.example.p
languages: [en]
domains: [{ name: p.example${login(rules.domain)} }]
incoming: [{ protocol: imap, host: imap.p.example, security: tls${login(rules.incoming)} }]
outgoing: [{ host: smtp.p.example, security: tls${login(rules.outgoing)} }]
contacts: { url: "https://dav.p.example/"${login(rules.contacts)} }
`;
}

const PATHS = ['thunderbird/config-v1.1.xml', 'thunderbird/user.js', 'outlook/autodiscover.xml'] as const;

test.each<[string, Parameters<typeof provider>[0], Pick<Person, 'login' | 'logins'>]>([
  ['in place of the rule of the domain', { domain: '{local}' }, { login: 'own' }],
  ['in place of the address', {}, { login: 'own' }],
  ['beside the rule of a service', { domain: '{local}', outgoing: 'smtp-{local}' }, { login: 'own' }],
  ['where it is asked for', { domain: 'ask' }, { login: 'own' }],
  [
    'where it is asked for, beside the rule of a service',
    { domain: 'ask', outgoing: 'smtp-{local}' },
    { login: 'own' },
  ],
  ['at a service that asks, too', { domain: 'ask', contacts: 'ask' }, { login: 'own' }],
  [
    'and another at a service that asks',
    { domain: 'ask', contacts: 'ask' },
    { login: 'own', logins: { contacts: 'c' } },
  ],
  ['at the one service that asks', { outgoing: 'ask' }, { logins: { outgoing: 'o' } }],
  [
    'at each of two services that ask',
    { incoming: 'ask', outgoing: 'ask' },
    { logins: { incoming: 'i', outgoing: 'o' } },
  ],
  ['where the rule says the same', { domain: '{local}' }, { login: 'toto' }],
])('a login %s', async (name, rules, { login, logins = {} }) => {
  const text = provider(rules);
  const profile = parseProfile(text, 'p.yaml');
  const { account } = resolve({ who: 'toto@p.example', ...(login && { login }), logins }, [profile]);
  const bundle = makeBundle(account, clients);
  const ofLibrary = PATHS.map((path) => Buffer.from(bundle.at(path)?.bytes() ?? '').toString());

  const file = join(folder, 'p.yaml');
  writeFileSync(file, text);
  const at = Object.entries(logins).flatMap(([service, own]) => ['--login-at', `${service}=${own}`]);
  const said = [...(login === undefined ? [] : ['--login', login]), ...at];
  const out = join(folder, name);
  const made = await facteur(['generate', 'toto@p.example', '--profile', file, '--out', out, ...said]);
  expect(made.code).toBe(0);
  const ofCommand = PATHS.map((path) => readFileSync(join(out, 'toto@p.example', path), 'utf8'));

  const app = createApp({ profiles: () => [profile] });
  const fields = { ...(login && { login }), ...prefixed(logins) };
  const ofPage = await Promise.all(
    PATHS.map(async (path) => {
      const url = `https://config.example.net/mailbox/toto@p.example/additional/${path}`;
      const answer = await app.fetch(new Request(url, { method: 'POST', body: new URLSearchParams(fields) }));
      expect(answer.status).toBe(200);
      return Buffer.from(await answer.arrayBuffer()).toString();
    }),
  );

  expect(ofLibrary.join('')).toContain(login ?? Object.values(logins)[0]);
  expect(ofCommand).toEqual(ofLibrary);
  expect(ofPage).toEqual(ofLibrary);
});

test('a login that would serve nowhere has no field, and is refused as an option', async () => {
  const rules = { incoming: 'i-{local}', outgoing: 'o-{local}', contacts: 'c-{local}' };
  const app = createApp({ profiles: () => [parseProfile(provider(rules), 'p.yaml')] });
  const page = await app.fetch(new Request('https://config.example.net/mailbox/toto@p.example/additional/index.html'));
  expect(await page.text()).not.toContain('name="login"');
  const file = join(folder, 'nowhere.yaml');
  writeFileSync(file, provider(rules));
  const { code, err } = await facteur(['explain', 'toto@p.example', '--profile', file, '--login', 'own']);
  expect({ code, err }).toEqual({
    code: 2,
    err: 'the login “own” serves nowhere, because each service of toto@p.example has a login rule of its own: name the service with --login-at SERVICE=LOGIN',
  });
});

function prefixed(logins: NonNullable<Person['logins']>): Record<string, string> {
  return Object.fromEntries(Object.entries(logins).map(([service, own]) => [`login-${service}`, own]));
}
