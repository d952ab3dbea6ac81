import { describe, expect, test } from 'vitest';
import { formatsFor } from '../src/artifacts/render.ts';
import { clients } from '../src/clients/index.ts';
import { describe as describeProblem, isProblem, type Problem } from '../src/errors.ts';
import type { Account } from '../src/model/account.ts';
import { resolve } from '../src/resolve/resolve.ts';
import { languages } from '../src/words/languages.ts';
import { isEither } from '../src/words/words.ts';
import { fixtures, mailAccount, makeProfile } from './fixtures.ts';
import { readHtml, textOf } from './html.ts';
import { bundleOf, makingOf } from './made.ts';

/*
 * A page for a person tells what the person can do. What helps an administrator (another server, another port, a line of the profile) stands in `generate`, in
 * manifest.json and in `explain`, and never there.
 */

/** Accounts that each program refuses for a reason of its own, beside those of test/accounts. */
const server = { host: 'mail.example.org', security: 'tls' as const };
const refused: readonly Account[] = [
  made({ incoming: [{ protocol: 'imap', ...server, authentication: ['gssapi'] }] }),
  made({ incoming: [{ protocol: 'imap', ...server, authentication: ['ntlm'] }] }),
  made({ outgoing: [{ ...server, authentication: ['gssapi', 'ntlm'] }] }),
  made({ incoming: [{ protocol: 'imap', ...server, port: 4711, security: 'starttls' }] }),
  made({ outgoing: [{ ...server, port: 2587, security: 'starttls' }] }),
  made({
    incoming: [{ protocol: 'imap', ...server, security: 'none', allowPlainText: true }],
    outgoing: [{ ...server, security: 'none', allowPlainText: true }],
  }),
  made({ directory: { host: 'ldap.example.org', port: 389, security: 'starttls', searchBases: ['dc=example'] } }),
  withColons(
    made({
      calendar: { url: 'https://dav.example.org/' },
      contacts: { url: 'https://dav.example.org/' },
      exchange: { host: 'eas.example.org', activeSync: true, webServices: true },
    }),
  ),
  made({ domains: ['example.org'] }, '"a,b"@example.org'),
  made({ domains: ['example.org'] }, '"a;b"@example.org'),
  made({ domains: ['example.org'] }, 'a?*b@example.org'),
  made({ domains: ['example.org'] }, 'é@example.org'),
  made({ domains: ['example.org'] }, '张@example.org'),
  withLogin(made({}), 'ann\u{FFFF}'),
];

/** As a program that uses this library may say it: `resolve` takes no such login. */
function withColons(account: Account): Account {
  const login = 'a:b';
  const { calendar, contacts, exchange } = account;
  return {
    ...account,
    calendar: calendar && { ...calendar, login },
    contacts: contacts && { ...contacts, login },
    exchange: exchange && { ...exchange, login },
  };
}

function withLogin(account: Account, login: string): Account {
  const own = <S extends object>(server: S) => ({ ...server, login, loginRule: undefined });
  const { incoming, outgoing } = mailAccount(account);
  return { ...account, login, incoming: [own(incoming[0])], outgoing: [own(outgoing[0])] };
}

function made(changes: Parameters<typeof makeProfile>[0], who = 'ann@example.org'): Account {
  return resolve({ who, name: 'Ann' }, [makeProfile(changes)]).account;
}

const accounts = [...fixtures().map(({ account }) => account), ...refused].flatMap((account) =>
  // What has been made of it already is not made again.
  (['additional', 'primary'] as const).map((role) => (account.role === role ? account : { ...account, role })),
);

/** What is for who looks after a provider, in the words of either language. */
const FOR_ADMINISTRATORS = [
  /\blet (?:this|that|a|the) server\b/i,
  /\b(?:allow|add) “?\w+”? (?:on|to) (?:a|the) server/i,
  /give the profile|into the profile|servers? of the profile|login rule|--profile/i,
  /\boffer (?:TLS|STARTTLS|it there)|server with “tls”|allowPlainText|its authentication/i,
  /give (?:a login|an address)|donnez (?:pour|un|une)\b/i,
  /ask the provider for|shorten the name|another (?:value|address)\b|change the value/i,
  /par un serveur du profil|pour un serveur du profil|serveur au profil|dans le profil un serveur|ajoutez-le à authentication/i,
  /(?:faites|autorisez)(?:-lui)?(?: aussi)?(?: accepter)?(?: aussi)? un mot de passe|faites accepter/i,
  /proposez(?:-y| STARTTLS|-le ainsi)|demandez IMAP|raccourcissez le nom|changez la valeur/i,
];

function problemsFor(account: Account): Problem[] {
  return clients.flatMap((client) => {
    const { files } = makingOf(client, account);
    const formats = formatsFor(client, account).filter(
      ({ audience, companion, applies }) => audience === 'user' && companion !== true && (applies?.(account) ?? true),
    );
    const refusals = client.guides.flatMap((guide) =>
      guide.kind === 'program' ? (guide.refuses?.(account) ?? []) : [],
    );
    return [
      ...refusals,
      ...formats.flatMap((format) => {
        const found = files(format);
        return isProblem(found) ? [found] : format.omits(account);
      }),
    ];
  });
}

describe('what stands against a file', () => {
  const problems = accounts.flatMap(problemsFor);
  const byCode = new Map(problems.map((problem) => [problem.code, problem]));

  test('is met here for every program that refuses anything', () => {
    const owned = [
      'apple',
      'outlook',
      'thunderbird',
      'thunderbird-android',
      'evolution',
      'geary',
      'claws-mail',
      'terminal',
    ];
    const met = new Set([...byCode.keys()].map((code) => code.split('.')[0]));
    expect(owned.filter((each) => !met.has(each))).toEqual([]);
  });

  test.each([...byCode.values()].map((problem) => ({ ...problem, problem })))(
    '$code tells the person what the person can do',
    ({ problem }) => {
      for (const language of languages) {
        const told = describeProblem(problem, language, 'person');
        for (const wrong of FOR_ADMINISTRATORS) expect(told).not.toMatch(wrong);
        expect(told).not.toMatch(/undefined|\[object/);
      }
    },
  );

  test('has its remedy for administrators where there is another', () => {
    const administrators = [...byCode.values()].filter((problem) =>
      languages.some((language) => FOR_ADMINISTRATORS.some((each) => each.test(describeProblem(problem, language)))),
    );
    // Texts without such a remedy are the same for both.
    expect(administrators.length).toBeGreaterThan(5);
    for (const { code, texts } of administrators) {
      for (const language of languages) {
        const text = texts[language][code];
        expect(typeof text === 'object' && isEither(text) && text.given, code).toBe('person');
      }
    }
  });
});

test('no page of any account has a remedy for administrators', () => {
  // Those of whom there is something to say. No page can show the login that no XML can.
  const met = accounts.filter(({ role, login }) => role === 'additional' && !login.includes('\u{FFFF}'));
  for (const account of met.filter((each) => problemsFor(each).length > 0)) {
    // Theirs is a page of its own.
    const pages = bundleOf(account).artifacts.filter(
      ({ path, audience }) => path.endsWith('.html') && audience === 'user',
    );
    for (const { path, bytes } of pages) {
      const document = readHtml(new TextDecoder().decode(bytes()));
      const said = textOf(document);
      for (const wrong of FOR_ADMINISTRATORS)
        expect(wrong.exec(said)?.[0], `${account.address} ${path}`).toBeUndefined();
    }
  }
}, 300_000);
