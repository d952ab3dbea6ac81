import { describe, expect, test } from 'vitest';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { clients } from '../../src/clients/index.ts';
import type { Account, Language } from '../../src/model/account.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { createApp } from '../../src/server/app/app.ts';
import { texts } from '../../src/words/index.ts';
import { makeProfile, readProfile } from '../fixtures.ts';
import { attribute, byId, byTag, elements, handSteps, readHtml, textOf } from '../html.ts';

/** What a provider says of itself has to stand on every page, and nothing of it where the provider says nothing. */

const support = {
  name: 'Help desk',
  email: 'a+help%desk?@bücher.example',
  phone: '+33 (0)1 23-45',
  url: 'https://help.example.org/a?b=c&d',
};
const whole: Partial<Profile> = {
  support,
  appPassword: { url: 'https://id.example.org/app', note: { en: 'Switch 2FA on first.', fr: "D'abord la 2FA." } },
  site: 'https://config.example.org/mail',
  webmail: 'https://mail.example.org/',
  onboarding: { recovery: { steps: [{ say: { en: 'Ask.', fr: 'Demandez.' } }] } },
};

function accountOf(changes: Partial<Profile>, language: Language = 'en'): Account {
  return resolve({ address: 'ann@example.org', language }, [makeProfile(changes)]).account;
}

/** Every page of the account's bundle, by path. */
function pagesOf(account: Account): Map<string, string> {
  const { artifacts } = makeBundle(account, clients);
  const pages = artifacts.filter(({ mediaType }) => mediaType.startsWith('text/html'));
  return new Map(pages.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes())]));
}

function linksIn(html: string): (string | undefined)[] {
  return byTag(readHtml(html), 'a').map((link) => attribute(link, 'href'));
}

/** With the digits in brackets too: nobody knows whether they are to be dialled. */
const ways = ['mailto:a%2Bhelp%25desk%3F@xn--bcher-kva.example', 'tel:+33012345', support.url];

describe('who helps', () => {
  const pages = pagesOf(accountOf(whole));

  test.each([...pages.keys()])('stands at the foot of %s, with links that write, call and open', (path) => {
    const html = pages.get(path) as string;
    expect(linksIn(html)).toEqual(expect.arrayContaining(ways));
    const [footer] = byTag(readHtml(html), 'footer');
    expect(footer && textOf(footer)).toContain('Help desk');
  });

  test('stands on the pages of the server, and on those that say what is wrong', async () => {
    const app = createApp({ profiles: () => [makeProfile(whole)] });
    for (const [path, status] of [
      ['/', 200],
      ['/?who=', 400],
      ['/?who=nobody', 400],
      ['/?who=a@elsewhere.example', 404],
      ['/?who=a b@example.org', 400],
      ['/mailbox/ann@example.org/nowhere', 404],
      ['/mailbox/ann@example.org/additional/none.txt', 404],
      ['/mailbox/ann@example.org/additional/index.html', 200],
      ['/account', 200],
      ['/account/other', 404],
    ] as const) {
      const answer = await app.fetch(new Request(`https://config.example.org${path}`));
      expect([path, answer.status]).toEqual([path, status]);
      expect(linksIn(await answer.text())).toEqual(expect.arrayContaining(ways));
    }
  });

  test('stands behind the short text for a path that is nothing', async () => {
    const at = async (...all: Profile[]) => {
      const app = createApp({ profiles: () => all });
      return (await app.fetch(new Request('https://config.example.net/nothing'))).text();
    };
    expect(await at(makeProfile(whole))).toBe(
      `Not found.\nStuck? Help desk, ${support.email}, ${support.phone}, ${support.url}\n`,
    );
    expect(await at(makeProfile({}))).toBe('Not found.\n');
    expect(await at(makeProfile(whole), makeProfile({ id: 'other', domains: ['other.example'] }))).toBe('Not found.\n');
  });

  test('is nobody’s where the page is of several providers, and the host’s where it names one', async () => {
    const profiles = [makeProfile(whole), makeProfile({ id: 'other', domains: ['other.example'] })];
    const app = createApp({ profiles: () => profiles });
    const at = async (host: string) => linksIn(await (await app.fetch(new Request(`https://${host}/`))).text());
    expect(await at('config.example.net')).not.toContain(ways[0]);
    expect(await at('autoconfig.example.org')).toContain(ways[0]);
    expect(await at('autoconfig.other.example')).not.toContain(ways[0]);
  });

  test('may be reached in one way alone', () => {
    for (const [way, href] of [
      ['email', ways[0]],
      ['phone', ways[1]],
      ['url', ways[2]],
    ] as const) {
      const [html = ''] = pagesOf(accountOf({ support: { [way]: support[way] } })).values();
      const [footer] = byTag(readHtml(html), 'footer');
      expect(footer && byTag(footer, 'a').map((link) => attribute(link, 'href'))).toEqual([href]);
    }
  });
});

describe('an app password', () => {
  const SPEAKS = /password|mot de passe/i;
  /** They speak of a password that nobody is to give there. */
  const NOT_ASKED = /give no password|ne donnez .*mot de passe|hands your password|confie votre mot de passe/i;
  const url = 'https://id.example.org/app';

  test.each(['en', 'fr'] as const)(
    'is named at every step that asks for a password, and at no other, in %s',
    (language) => {
      const pages = pagesOf(accountOf(whole, language));
      let asking = 0;
      for (const [path, html] of pages) {
        const document = readHtml(html);
        if (path.startsWith('webmail/')) continue;
        if (!html.startsWith(`<!doctype html>\n<html lang="${language}">`)) continue;
        const steps = elements(document, (each) => /^steps\b/.test(attribute(each, 'class') ?? ''));
        for (const step of steps.flatMap((list) => byTag(list, 'li'))) {
          const links = byTag(step, 'a').map((link) => attribute(link, 'href'));
          // A way to prove the login is called a password too, where nobody is asked for one.
          const said = byTag(step, 'p')
            .filter((each) => attribute(each, 'class') !== 'notice')
            .map((each) => textOf(each, ['small']))
            .join(' ');
          const fields = byTag(step, 'dd').map((each) => textOf(each));
          const asks =
            (SPEAKS.test(said) && !NOT_ASKED.test(said)) || fields.includes(texts(language).guides.yourAppPassword);
          expect([path, said, links.includes(url)]).toEqual([path, said, asks]);
          if (asks) {
            asking += 1;
            expect(textOf(step)).toContain(language === 'en' ? 'Switch 2FA on first.' : 'D’abord la 2FA.');
          }
        }
      }
      expect(asking).toBeGreaterThan(20);
    },
  );

  test('takes the place of the mailbox password in the fields', () => {
    const pages = pagesOf(accountOf(whole));
    const { yourPassword, yourAppPassword } = texts('en').guides;
    const guide = pages.get('thunderbird/thunderbird.html') ?? '';
    expect(textOf(handSteps(readHtml(guide)))).toContain(yourAppPassword);
    expect(guide).not.toContain(yourPassword);
  });

  test('is named with the values, and where a password was refused', () => {
    const pages = pagesOf(accountOf(whole));
    const overview = pages.get('index.html') ?? '';
    expect(linksIn(overview)).toContain(url);
    const android = readHtml(pages.get('thunderbird-android/thunderbird-android.html') ?? '');
    for (const part of ['steps', 'refused'])
      expect(byTag(byId(android, part), 'a').map((link) => attribute(link, 'href'))).toContain(url);
  });

  test('is no matter of the webmail, which takes the password of the account', () => {
    expect(pagesOf(accountOf(whole)).get('webmail/webmail.html')).not.toContain(url);
  });

  test('is no matter of a program that asks for none, though another service of the mailbox takes one', () => {
    const by = { security: 'tls' as const, authentication: ['oauth2' as const] };
    const mail = {
      ...whole,
      incoming: [{ protocol: 'imap' as const, host: 'imap.gmail.com', ...by }],
      outgoing: [{ host: 'smtp.gmail.com', ...by }],
    };
    const naming = (account: Account) =>
      [...pagesOf(account)].filter(([, html]) => html.includes(url)).map(([path]) => path);
    expect(naming(accountOf(mail)).filter((path) => path.startsWith('thunderbird'))).toEqual([]);
    const dav = naming(accountOf({ ...mail, calendar: { url: 'https://dav.example.org/' } }));
    expect(dav.filter((path) => path.startsWith('thunderbird'))).toEqual([]);
  });

  test('is no matter of a domain that has none, and another one in a domain that has its own', () => {
    const own = { url: 'https://other.example.org/app' };
    const profile = makeProfile({
      ...whole,
      domains: ['example.org', { name: 'no.example', appPassword: 'none' }, { name: 'own.example', appPassword: own }],
    });
    const overview = (domain: string) => {
      const { account } = resolve({ address: `ann@${domain}`, language: 'en' }, [profile]);
      return linksIn(pagesOf(account).get('index.html') ?? '').filter((href) => href?.endsWith('/app'));
    };
    expect(overview('example.org')).toEqual([url]);
    expect(overview('no.example')).toEqual([]);
    expect(overview('own.example')).toEqual([own.url]);
    const origin = (domain: string) =>
      resolve({ address: `a@${domain}` }, [profile]).explanations.find(
        ({ field }) => field === 'provider.appPassword.url',
      )?.origin;
    expect([origin('example.org'), origin('no.example'), origin('own.example')]).toEqual([
      'profile',
      undefined,
      'domain',
    ]);
  });

  test('is no matter of servers that take no password', () => {
    const by = { security: 'tls' as const, authentication: ['certificate' as const] };
    const changes = {
      ...whole,
      incoming: [{ protocol: 'imap' as const, host: 'imap.example.org', ...by }],
      outgoing: [{ host: 'smtp.example.org', ...by }],
    };
    const pages = pagesOf(accountOf(changes));
    expect(linksIn(pages.get('index.html') ?? '')).not.toContain(url);
    expect(pages.get('thunderbird-android/thunderbird-android.html')).not.toContain(url);
  });
});

test('pages in a folder say where they are on the web, and those of the server do not', async () => {
  const { site } = whole;
  expect(linksIn(pagesOf(accountOf(whole)).get('index.html') ?? '')).toContain(site);
  const app = createApp({ profiles: () => [makeProfile(whole)] });
  const served = await app.fetch(
    new Request('https://config.example.org/mailbox/ann@example.org/additional/index.html'),
  );
  expect(linksIn(await served.text())).not.toContain(site);
});

test('explain tells all of it', () => {
  const { explanations } = resolve({ address: 'ann@example.org' }, [makeProfile(whole)]);
  const told = Object.fromEntries(explanations.map(({ field, value }) => [field, value]));
  expect(told).toMatchObject({
    'provider.support.name': support.name,
    'provider.support.email': support.email,
    'provider.support.url': support.url,
    'provider.support.phone': support.phone,
    'provider.appPassword.url': 'https://id.example.org/app',
    'provider.appPassword.note.en': 'Switch 2FA on first.',
    'provider.site': whole.site,
  });
});

test('a provider that says nothing of it has pages without a trace', () => {
  for (const html of pagesOf(resolve({ address: 'a@cnrs.fr' }, [readProfile('cnrs')]).account).values()) {
    expect(html).not.toMatch(/mailto:|tel:|<strong>(?:Help|Assistance)/);
  }
});
