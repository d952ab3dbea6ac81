import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Account, Language } from '../../src/model/account.ts';
import { lookOf } from '../../src/pages/look.ts';
import { contentSecurityPolicy } from '../../src/pages/policy.ts';
import { accountPage, renderAccountPages } from '../../src/pages/render-onboarding.ts';
import { scripts } from '../../src/pages/scripts.generated.ts';
import { partHashes } from '../../src/pages/styles.generated.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { providerOf } from '../../src/resolve/mail-domain.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { texts } from '../../src/words/index.ts';
import { fixture, makeProfile, readProfile } from '../fixtures.ts';
import { attribute, byId, byTag, elements, pairs, readHtml, textOf } from '../html.ts';

const utf8 = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

function pageOf(account: Account, language: Language) {
  const path = language === account.language ? 'account.html' : `account.${language}.html`;
  const html = utf8(
    renderAccountPages(account)
      .find((each) => each.path === path)
      ?.bytes(),
  );
  return { html, document: readHtml(html) };
}

const member = resolve({ who: 'marie.dupont@cnrs.fr', name: 'Marie Dupont' }, [readProfile('cnrs')]).account;
const student = resolve({ who: 'jeanne.martin@etu.universite.example' }, [readProfile('universite')]).account;
const both = [
  { account: member, language: 'fr' },
  { account: member, language: 'en' },
  { account: student, language: 'fr' },
  { account: student, language: 'en' },
] as const;

describe('a bundle', () => {
  test('has the page in each language where the provider describes something', () => {
    expect(renderAccountPages(member).map(({ bytes: _, ...facts }) => facts)).toEqual([
      {
        client: 'facteur',
        format: 'account',
        path: 'account.html',
        mediaType: 'text/html; charset=utf-8',
        audience: 'user',
      },
      {
        client: 'facteur',
        format: 'account',
        path: 'account.en.html',
        mediaType: 'text/html; charset=utf-8',
        audience: 'user',
      },
    ]);
  });

  test('has none where the provider describes nothing', () => {
    expect(renderAccountPages(fixture('idn'))).toEqual([]);
  });

  test('links it with the overview and the other language', () => {
    const hrefs = byTag(pageOf(member, 'en').document, 'a').map((link) => attribute(link, 'href'));
    expect(hrefs).toEqual(expect.arrayContaining(['index.en.html', 'account.html']));
  });
});

describe.each(both)('the page of $account.address in $language', ({ account, language }) => {
  const { html, document } = pageOf(account, language);
  const words = texts(language).onboarding;

  test('shows the login and the address of the person, each where it belongs', () => {
    const rows = pairs(document);
    const { login, loginToSignIn, address, addressAndLogin } = texts(language).page;
    expect(rows.length).toBeGreaterThanOrEqual(4);
    for (const { label, value } of rows) {
      expect([login, loginToSignIn, address, addressAndLogin]).toContain(label);
      expect(value).toBe([login, loginToSignIn].includes(label) ? account.login : account.address);
    }
  });

  test('has one h1, no level left out, no id twice, and leads to each of its parts', () => {
    const levels = byTag(document, 'h1', 'h2', 'h3', 'h4').map(({ tagName }) => Number(tagName[1]));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    const ids = elements(document, () => true).flatMap((each) => attribute(each, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of byTag(document, 'a')) {
      const href = attribute(link, 'href') ?? '';
      if (href.startsWith('#')) byId(document, href.slice(1));
    }
  });

  test('leads only to the provider', () => {
    const { portal, passwordRecovery, webmail, documentation, onboarding, support } = account.provider;
    const help = support && [`mailto:${support.email}`, `tel:${support.phone?.replaceAll(' ', '')}`, support.url];
    const known = [
      ...(help ?? []),
      portal,
      passwordRecovery,
      webmail,
      ...documentation.map(({ url }) => url),
      ...(onboarding?.links ?? []).map(({ url }) => url),
    ];
    const outside = byTag(document, 'a')
      .flatMap((link) => attribute(link, 'href') ?? [])
      .filter((href) => /^[a-z]+:/i.test(href));
    expect(outside).toEqual(expect.arrayContaining([portal, passwordRecovery]));
    for (const href of outside) expect(known).toContain(href);
  });

  test('says every rule, and every special character that is allowed', () => {
    const shown = textOf(document);
    const rules = account.provider.onboarding?.password?.rules;
    expect(shown).toContain(words.rules.length({ minimumLength: rules?.minimumLength ?? 0 }));
    const specials = byTag(document, 'code').map((each) => textOf(each));
    // The space is shown as a word: nobody sees it in a list.
    expect(specials).toEqual(Array.from(rules?.specials ?? '', (each) => (each === ' ' ? words.space : each)));
    const outside = words.rules.characters({ space: rules?.specials?.includes(' ') ?? false });
    if (rules?.specials !== undefined) expect(shown).toContain(outside);
    expect(shown.includes(language === 'fr' ? 'ni espace' : 'no space')).toBe(false);
  });

  test('allows its own script and the one that copies, by hash, and they are in it as they were written', () => {
    const [script, copy, ...others] = byTag(document, 'script');
    expect(others).toEqual([]);
    expect(copy && textOf(copy, [])).toBe(scripts.copy.text);
    const text = script ? textOf(script, []) : '';
    const hash = `sha256-${createHash('sha256').update(text).digest('base64')}`;
    expect(text).toBe(scripts['password-check'].text);
    expect(scripts['password-check'].hash).toBe(hash);
    const styles = byTag(document, 'style')
      .map((each) => createHash('sha256').update(textOf(each, [])).digest('base64'))
      .map((digest) => `sha256-${digest}`);
    const { styleHash } = lookOf(account.provider);
    const allowed = [...partHashes.account, ...(styleHash === undefined ? [] : [styleHash])];
    // The whole sheet is allowed too, for templates of somebody else.
    const [, , whole] = partHashes.account;
    expect(styles.toSorted()).toEqual(allowed.filter((each) => each !== whole).toSorted());
    const policy = elements(document, (each) => attribute(each, 'http-equiv') === 'Content-Security-Policy');
    expect(policy.map((each) => attribute(each, 'content'))).toEqual([
      `default-src 'none'; script-src '${scripts.copy.hash}' '${hash}'; style-src ${allowed.map((each) => `'${each}'`).join(' ')}; img-src data:; base-uri 'none'; form-action 'none'`,
    ]);
    expect(html).not.toMatch(/\s(?:on\w+|style)="/);
    expect(byTag(document, 'iframe', 'object', 'embed', 'form')).toEqual([]);
  });

  test('keeps everything to type into for the script, and gives none of it a name to be sent by', () => {
    expect(byTag(document, 'input', 'button')).toEqual([]);
    expect(html).toContain('<template data-rules=');
    expect(html).not.toMatch(/<(?:input|button)[^>]* name=/);
  });
});

test('the French page has the spaces and apostrophes of French in the texts of the provider too', () => {
  for (const account of [member, student]) {
    const shown = textOf(pageOf(account, 'fr').document, ['script', 'style', 'small', 'code', 'a']);
    expect(shown).toContain('’');
    expect(shown).not.toMatch(/ [;:!?»]|« |[a-zé]'[a-zé]/);
  }
});

test('CNRS is told in the order of its procedure', () => {
  const [list] = byTag(byId(pageOf(member, 'fr').document, 'activation'), 'ol');
  const steps = (list?.childNodes ?? []).filter((each) => 'tagName' in each && each.tagName === 'li');
  const order = [
    'portail',
    'Janus',
    'Connectez-vous',
    'charte',
    'mot de passe',
    'questions secrètes',
    'ods.services',
    'instants',
    'actif',
  ];
  expect(steps.length).toBe(order.length);
  for (const [index, word] of order.entries()) expect(textOf(steps[index] as (typeof steps)[0])).toContain(word);
  // The rules stand beside the step that asks for the password.
  expect(textOf(steps[4] as (typeof steps)[0])).toContain(texts('fr').onboarding.rules.lowercase);
});

test('begins with the portal, then the way back into an account, and folds all but what is to be done', () => {
  const { document } = pageOf(member, 'fr');
  const { openPortal, openRecovery, sections } = texts('fr').onboarding;
  const actions = elements(document, (each) => /^go\b/.test(attribute(each, 'class') ?? '') && each.tagName === 'a');
  expect(actions.map((each) => [textOf(each), attribute(each, 'href')])).toEqual([
    [openPortal, 'https://gaia.cnrs.fr'],
    [openRecovery, 'https://gaia.cnrs.fr/forgotten-password'],
  ]);
  const folds = byTag(document, 'details').map((each) => textOf(byTag(each, 'summary')[0] as (typeof actions)[0]));
  expect(folds).toEqual([sections.recovery, sections.webmail]);
});

describe('without a person', () => {
  const page = (profile: Profile, language: Language) => {
    const bytes = accountPage({
      provider: providerOf(profile),
      account: undefined,
      language,
      others: [],
      home: undefined,
    });
    return bytes && readHtml(utf8(bytes()));
  };

  test('the page tells the same, names nobody, and asks for the names that a password must not contain', () => {
    const document = page(readProfile('cnrs'), 'fr');
    expect(document && pairs(document)).toEqual([]);
    const html = utf8(
      accountPage({ provider: member.provider, account: undefined, language: 'fr', others: [], home: undefined })?.(),
    );
    expect(html).toContain(texts('fr').onboarding.check.namesAsked);
    expect(html).not.toContain('prenom.nom');
    expect(html).toContain('data-field="first" type="text" value=""');
  });

  test('there is no page where the provider describes nothing', () => {
    expect(page(makeProfile({}), 'en')).toBeUndefined();
  });
});

test('a provider that speaks French alone has its texts marked as French on an English page', () => {
  const french = makeProfile({
    languages: ['fr'],
    onboarding: { recovery: { steps: [{ say: { fr: "L'aide : ici" } }] } },
  });
  const { account } = resolve({ who: 'a.b@example.org', language: 'en' }, [french]);
  const { document } = pageOf(account, 'en');
  const said = elements(document, (each) => attribute(each, 'lang') === 'fr' && each.tagName === 'span');
  expect(said.map((each) => textOf(each))).toEqual(['L’aide\u00a0: ici']);
});

test('a page without rules for a password has no script that checks one, and allows none', () => {
  const quiet = makeProfile({ onboarding: { webmail: { steps: [{ say: { en: 'Go.', fr: 'Allez.' } }] } } });
  const { account } = resolve({ who: 'a.b@example.org' }, [quiet]);
  const { html, document } = pageOf(account, 'en');
  expect(byTag(document, 'template')).toEqual([]);
  expect(byTag(document, 'script').map((each) => textOf(each, []))).toEqual([scripts.copy.text]);
  const policy = contentSecurityPolicy({ styles: partHashes.account, scriptHashes: [scripts.copy.hash] });
  expect(html).toContain(policy.replaceAll("'", '&#39;'));
  expect(html).not.toContain(scripts['password-check'].hash);
});

test('what a hostile person is called stays text', () => {
  const account = { ...fixture('hostile'), provider: member.provider };
  const { html, document } = pageOf(account, account.language);
  expect(byTag(document, 'script')).toHaveLength(2);
  expect(textOf(document)).toContain(account.displayAddress);
  expect(html).toContain('value="O&#39;Brienabcdefghijklmn"');
});
