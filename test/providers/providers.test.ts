import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { once } from '../../src/artifacts/render.ts';
import { describe as describeProblem, InputError, parseProfile, readProfile } from '../../src/index.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { createApp } from '../../src/server/app/app.ts';
import { decode } from '../decode.ts';
import { root } from '../fixtures.ts';
import { byId, pairs, readHtml } from '../html.ts';
import { made } from '../made.ts';
import { autodiscoverBody, post } from '../server/ask.ts';
import { type Expected, expected, unresolved, unwritten } from './expected.ts';
import { readMobileconfig } from './held/apple.ts';
import { readAutodiscover } from './held/outlook.ts';
import { readClientConfig } from './held/thunderbird.ts';
import { absences, hostsIn, isServer, outcomeOf, refusals, servers } from './judge.ts';

/*
 * Every kind of provider that we know of, as an administrator would write it down, and what each client must then hold or refuse. What is held is read by readers
 * that are not ours; what is expected stands in a table and is worked out by nothing of ours.
 */

const folder = join(root, 'test/providers/profiles');
const textOf = (profile: string) => readFileSync(join(folder, `${profile}.yaml`), 'utf8');
const profiles = new Map<string, Profile>();

function profileOf(name: string): Profile {
  const found = profiles.get(name) ?? parseProfile(textOf(name), `${name}.yaml`);
  profiles.set(name, found);
  return found;
}

const accountOf = ({ profile, person }: Pick<Expected, 'profile' | 'person'>) =>
  resolve(person, [profileOf(profile)]).account;

/** Guides of programs that read no file of ours. Page by page, `test/guides` looks at all of them. */
const BY_HAND = ['kmail/kmail', 'android/gmail', 'android/fairemail'];

const called = <T extends { readonly profile: string; readonly person: Expected['person'] }>(each: T) => {
  const { address, login, logins } = each.person;
  return {
    ...each,
    called: [each.profile, address, login, logins && JSON.stringify(logins)].filter(Boolean).join(' '),
  };
};

test('every profile has its line in the table, and contradicts itself nowhere', () => {
  const files = readdirSync(folder).map((file) => file.replace(/\.yaml$/, ''));
  const named = [...expected, ...unwritten].map(({ profile }) => profile);
  expect([...new Set(named)].sort()).toEqual(files.sort());
  for (const name of new Set(expected.map(({ profile }) => profile))) {
    const { warnings } = readProfile(textOf(name), name, new Date('2026-11-26'));
    expect(warnings.map((each) => describeProblem(each, 'en'))).toEqual([]);
  }
});

describe.each(expected.map(called))('$called', (of) => {
  const account = accountOf(of);
  const outcome = once(() => outcomeOf(account));

  test('is refused by these formats, each for its reason, and taken by all others that have to do with it', () => {
    const { refused, absent } = outcome();
    expect([...absent].sort()).toEqual(absences(of).sort());
    expect(Object.fromEntries(Object.entries(refused).map(([format, { code }]) => [format, code]))).toEqual(
      refusals(of),
    );
    for (const problem of Object.values(refused)) {
      const [english, french] = (['en', 'fr'] as const).map((language) => describeProblem(problem, language));
      expect(english).toMatch(/^[^\n]{20,}$/);
      expect(french).toMatch(/^[^\n]{20,}$/);
      expect(french).not.toBe(english);
    }
  });

  test('has these servers and logins in every file that names any, and no other', () => {
    for (const [format, held] of Object.entries(outcome().held)) {
      const wanted = servers(format, of);
      const same = held.length === wanted.length && wanted.every((each, index) => isServer(held[index], each));
      if (!same) expect(held, format).toEqual(wanted);
    }
  });

  test('has no host in any file or page but those that the provider has', () => {
    const known = new Set([...hostsIn(textOf(of.profile)), ...hostsIn(JSON.stringify([of, account.domain]))]);
    for (const file of outcome().artifacts) {
      // Every page of a guide has the tables of the overview; the rest is nothing to read.
      if (/\.(?:png|zip|svg)$/.test(file.path) || /\/.*\.html$/.test(file.path)) continue;
      const never = (host: string) => of.never?.some((each) => `.${host}`.endsWith(`.${each}`));
      const foreign = hostsIn(decode(made(file))).filter((host) => !known.has(host) || never(host));
      expect(foreign, file.path).toEqual([]);
    }
  });

  test('is told on its page with the same servers and logins', () => {
    const [overview] = outcome()
      .artifacts.filter(({ path }) => path === 'index.html')
      .map(made);
    if (overview === undefined) throw new Error('no overview');
    const values = pairs(byId(readHtml(decode(overview)), 'content'));
    // The login of all servers stands with the person; a server that has another says so in its own group.
    const everywhere = values.find(({ label }) => label === 'Login')?.value;
    const shown = values.flatMap(({ label, value: host }, index) => {
      if (label !== 'Server') return [];
      const rows = values.slice(index + 1);
      // A group ends where the next begins.
      const end = rows.findIndex((row) => row.label === 'Server');
      const own = new Map(rows.slice(0, end < 0 ? rows.length : end).map((row) => [row.label, row.value]));
      const asks = own.get('Sign-in') !== 'none';
      return [[host, own.get('Port')?.replace(/ .*/, ''), asks ? (own.get('Login') ?? everywhere) : undefined]];
    });
    const said = [...of.reads, ...of.sends].map((each) => {
      const [, server = '', , , login] = each.split(' ');
      return [...server.split(':'), login];
    });
    expect(shown.slice(0, said.length)).toEqual(said);
    for (const [host, , login] of shown.slice(said.length)) {
      expect(of.more?.some((each) => each.includes(` ${host}:`) && each.endsWith(` ${login}`))).toBe(true);
    }
  });

  test.each(BY_HAND)('is typed with these hosts and logins where %s has no file', (guide) => {
    const [page] = outcome()
      .artifacts.filter(({ client, format }) => `${client}/${format}` === guide)
      .map(made);
    if (page === undefined) throw new Error('no page');
    const rows = pairs(readHtml(decode(page)));
    if (of.atHome && guide.startsWith('android/')) {
      expect(decode(page)).toContain('a phone cannot reach it');
      expect(rows.filter(({ label }) => /^user ?name$/i.test(label))).toEqual([]);
      return;
    }
    const [reading = '', sending = ''] = [of.reads[0], of.sends[0]];
    const typed = rows.filter(({ label }) => /^user ?name$/i.test(label)).map(({ value }) => value);
    const logins = [reading, sending].map((each) => each.split(' ')[4] ?? '');
    expect(typed.filter((login) => !logins.includes(login))).toEqual([]);
    if (!/ \S*password /.test(reading)) return;
    expect(typed).toContain(logins[0]);
    const hosts = rows.filter(({ label }) => /server|host name/i.test(label)).map(({ value }) => value);
    for (const each of [reading, sending]) expect(hosts).toContain(/ (\S+):/.exec(each)?.[1]);
  });
});

describe.each(expected.filter(({ person }) => (person.login ?? person.logins) === undefined).map(called))(
  'the server, asked for $called,',
  (of) => {
    const { address } = of.person;
    const domain = address.slice(address.indexOf('@') + 1);
    const app = createApp({ profiles: () => [profileOf(of.profile)] });
    const get = async (url: string) => app.fetch(new Request(url, { redirect: 'manual' }));
    const wanted = (format: string) =>
      [...Object.keys(refusals(of)), ...absences(of)].includes(format) ? undefined : servers(format, of);
    const compare = (held: readonly string[] | undefined, format: string) => {
      const right = wanted(format);
      const same =
        held?.length === right?.length && (right ?? []).every((each, index) => isServer(held?.[index], each));
      if (!same) expect(held).toEqual(right);
    };

    test.each([
      ['thunderbird/config', `/mail/config-v1.1.xml?emailaddress=${encodeURIComponent(address)}`],
      ['thunderbird/isp', '/mail/config-v1.1.xml'],
      ['thunderbird/isp', `/v1.1/${domain}`],
    ])('gives the servers of %s at %s', async (format, path) => {
      const answer = await get(`https://autoconfig.${domain}${path}`);
      const text = await answer.text();
      expect(answer.status).toBe(wanted(format) === undefined ? 404 : 200);
      compare(answer.ok ? readClientConfig(text, address) : undefined, format);
    });

    test('gives Outlook the same, or the error of the protocol', async () => {
      const url = `https://autodiscover.${domain}/autodiscover/autodiscover.xml`;
      const answer = await app.fetch(post(autodiscoverBody(address), {}, url));
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const refused = /<ErrorCode>/.test(new TextDecoder().decode(bytes));
      compare(refused ? undefined : readAutodiscover([asFile('a.xml', bytes)]), 'outlook/autodiscover');
    });

    test('gives Apple devices the same, or none', async () => {
      const format = of.reads.length > 0 ? 'apple/profile' : 'apple/exchange-ios';
      const answer = await get(`https://autoconfig.${domain}/email.mobileconfig?email=${encodeURIComponent(address)}`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      compare(answer.ok ? readMobileconfig([asFile('a.mobileconfig', bytes)]) : undefined, format);
    });

    test('speaks PACC only where that tells the truth', async () => {
      const answer = await get(`https://ua-auto-config.${domain}/.well-known/user-agent-configuration.json`);
      expect(answer.ok ? (await answer.json()).protocols : undefined).toEqual(of.pacc);
    });
  },
);

function asFile(path: string, bytes: Uint8Array) {
  return { client: '', format: '', path, bytes, mediaType: '', audience: 'server' } as const;
}

test.each(unresolved.map(called))('$called is not guessed', ({ profile, person, problem }) => {
  const attempt = () => resolve(person, [profileOf(profile)]);
  expect(codesOf(attempt)).toEqual([problem]);
});

test.each(unwritten)('$profile is refused with what to do instead', ({ profile, problems }) => {
  const found = problemsOf(() => parseProfile(textOf(profile), `${profile}.yaml`));
  expect(found.map(({ code, place }) => [code, place.field])).toEqual(problems);
  for (const each of found) {
    expect(each.place.line).toBeGreaterThan(0);
    for (const language of ['en', 'fr'] as const) expect(describeProblem(each, language)).toMatch(/^[^\n]{60,}$/);
  }
});

function codesOf(attempt: () => unknown): string[] {
  return problemsOf(attempt).map(({ code }) => code);
}

function problemsOf(attempt: () => unknown) {
  try {
    attempt();
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  throw new Error('it was taken');
}
