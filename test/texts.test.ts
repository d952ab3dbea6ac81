import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { Artifact } from '../src/artifacts/render.ts';
import { makeBundle } from '../src/bundle/bundle.ts';
import { clients } from '../src/clients/index.ts';
import { overridable } from '../src/clients/overridable.ts';
import { describe as describeProblem } from '../src/errors.ts';
import { InputError, parseProfile, resolve } from '../src/index.ts';
import type { Account, OwnText, OwnTexts } from '../src/model/account.ts';
import { createApp } from '../src/server/app/app.ts';
import { languages } from '../src/words/languages.ts';
import { namesTakenBy } from '../src/words/override.ts';
import { isEither, type Tree as Words } from '../src/words/words.ts';
import { facteur, temporaryFolder } from './cli/terminal.ts';
import { fixtures, root } from './fixtures.ts';
import { attribute, byTag, elements, readHtml, textOf } from './html.ts';

const profile = (texts: string, spoken = '[fr, en]') => `id: example
name: Exemple
shortName: Exemple
organization: Exemple
identifier: org.example
languages: ${spoken}
domains: [example.org]
login: "{local}@login.example.org"
webmail: https://webmail.example.org/
incoming: [{ protocol: imap, host: imap.example.org, security: tls }]
outgoing: [{ host: smtp.example.org, security: tls }]
onboarding: { password: { minimumLength: 8 } }
${texts}`;

const own = `texts:
  fr:
    page:
      made: "Jamais de mot de passe ici : c'est promis !"
    home:
      title: Votre messagerie de l'institut
      problems: { missing: "Et votre adresse ?" }
    overview:
      title: "La boîte de l'institut"
    onboarding:
      title: Un compte à l'institut
    devices: { windows: Un PC de l'institut }
    clients:
      outlook:
        installPackage: { title: "Outlook à l'institut" }
        guides:
          outlook:
            title: "L'Outlook de l'institut"
            start:
              additional:
                - { say: "Ouvrez Outlook, puis :", path: [Fichier, Nouveau compte] }
                - say: Attendez.
      neomutt:
        install: { use: "NeoMutt de l'institut" }
      webmail:
        link: "Ouvrir le webmail de l'institut"
      apple:
        description: "Compte de l'institut : {address}"
  en:
    overview: { title: "The mailbox of the institute" }
    clients:
      webmail: { link: Open the webmail of the institute }
`;

/** The files of a bundle as texts. */
function bundle(account: Account): ReadonlyMap<string, string> {
  const { artifacts } = makeBundle(account, clients);
  return new Map(artifacts.map((each: Artifact) => [each.path, new TextDecoder('latin1').decode(each.bytes())]));
}

const decoded = (text: string | undefined) => Buffer.from(text ?? '', 'latin1').toString('utf8');

function shown(files: ReadonlyMap<string, string>, path: string): string {
  return textOf(readHtml(decoded(files.get(path))));
}

describe('texts of a provider', () => {
  const read = parseProfile(profile(own), 'p.yaml');
  const files = bundle(resolve({ who: 'marie.curie@example.org' }, [read]).account);

  test('stand in the place of ours on every page of a bundle, in the typography of their language', () => {
    expect(shown(files, 'index.html')).toContain('La boîte de l’institut');
    expect(shown(files, 'index.html')).toContain('Jamais de mot de passe ici\u00a0: c’est promis\u202f!');
    expect(shown(files, 'index.html')).toContain('Un PC de l’institut');
    // Small print.
    expect(decoded(files.get('index.html'))).toContain('NeoMutt de l’institut');
    expect(shown(files, 'outlook/outlook.html')).toContain('L’Outlook de l’institut');
    expect(shown(files, 'account.html')).toContain('Un compte à l’institut');
    expect(shown(files, 'webmail/webmail.html')).toContain('Ouvrir le webmail de l’institut');
    expect(decoded(files.get('apple/example.mobileconfig'))).toContain(
      'Compte de l’institut\u00a0: marie.curie@example.org',
    );
  });

  test('are those of each language, and ours stay where there are none', () => {
    expect(shown(files, 'index.en.html')).toContain('The mailbox of the institute');
    expect(shown(files, 'index.en.html')).toContain('Windows');
    expect(shown(files, 'webmail/webmail.en.html')).toContain('Open the webmail of the institute');
    expect(shown(files, 'account.en.html')).toContain('Getting your account');
  });

  test('take the place of a list as a whole', () => {
    const page = readHtml(decoded(files.get('outlook/outlook.html')));
    const items = byTag(page, 'li').map((each) => textOf(each).replace(/\s+/g, ' ').trim());
    const first = items.findIndex((item) => item.startsWith('Ouvrez Outlook, puis'));
    expect(items[first]).toContain('Fichier');
    expect(items[first]).toContain('Nouveau compte');
    expect(items[first + 1]).toBe('Attendez.');
  });

  test('are of this provider alone, also where two profiles are loaded', () => {
    const other = parseProfile(
      profile('').replaceAll('example.org', 'example.net').replace('id: example', 'id: other'),
      'o.yaml',
    );
    const neighbour = bundle(resolve({ who: 'marie.curie@example.net' }, [read, other]).account);
    expect([...neighbour.values()].filter((text) => decoded(text).includes('l’institut'))).toEqual([]);
  });

  describe('on a server', () => {
    const app = createApp({ profiles: () => [read] });
    const page = async (path: string, of = app) => {
      const answer = await of.fetch(new Request(`https://mail.example.org${path}`));
      return textOf(readHtml(await answer.text()));
    };

    test('are on the pages of a mailbox, of the account and of the address', async () => {
      const mailbox = '/mailbox/marie.curie@example.org/additional';
      expect(await page(`${mailbox}/index.html`)).toContain('La boîte de l’institut');
      expect(await page(`${mailbox}/index.en.html`)).toContain('of the institute');
      expect(await page(`${mailbox}/webmail/webmail.html`)).toContain('webmail de l’institut');
      expect(await page('/account?lang=fr')).toContain('Un compte à l’institut');
      expect(await page('/?lang=fr')).toContain('Votre messagerie de l’institut');
      expect(await page('/?lang=fr&who=')).toContain('Et votre adresse\u202f?');
      expect(await page('/?lang=en')).toContain('Set up your mail');
    });

    test('are not on the page that belongs to several providers', async () => {
      const other = parseProfile(
        profile('').replaceAll('example.org', 'example.net').replace('id: example', 'id: other'),
        'o.yaml',
      );
      const both = createApp({ profiles: () => [read, other] });
      expect(await page('/?lang=fr', both)).toContain('Configurer votre messagerie');
      expect(await page('/mailbox/a@example.org/additional/index.html', both)).toContain('La boîte de l’institut');
      const atHost = await both.fetch(new Request('https://autoconfig.example.org/?lang=fr'));
      expect(await atHost.text()).toContain('Votre messagerie de l’institut');
    });

    test('are in the profile that an Apple device gets', async () => {
      const answer = await app.fetch(new Request('https://mail.example.org/email.mobileconfig?email=a@example.org'));
      expect(await answer.text()).toContain('Compte de l’institut\u00a0: a@example.org');
    });
  });
});

describe('on the command line', () => {
  const command = async (texts: string, who: readonly string[]) => {
    const file = join(temporaryFolder(), 'own.yaml');
    writeFileSync(file, profile(texts));
    return facteur([...who, '--profile', file], 'fr');
  };

  test('are in what is said of the files that were made', async () => {
    const { code, err } = await command(own, ['generate', 'marie.curie@example.org', '--out', temporaryFolder()]);
    expect(code).toBe(0);
    expect(err).toMatch(/^ {2}Un PC de l’institut$/m);
    expect(err).toMatch(/outlook\/install\.zip +Outlook à l’institut/);
  });

  test('stop every command with exit code 2 where they are wrong, and nothing is written', async () => {
    const out = join(temporaryFolder(), 'out');
    const wrong = 'texts: { fr: { guides: { qr: "{adress}" } } }';
    const { code, err } = await command(wrong, ['generate', 'marie.curie@example.org', '--out', out]);
    expect(code).toBe(2);
    expect(err).toMatch(
      /own\.yaml:13:30 texts\.fr\.guides\.qr {2}ce texte n’a pas de valeur «\u00a0\{adress\}\u00a0»\u00a0: vouliez-vous écrire «\u00a0\{address\}\u00a0»\u202f\?/,
    );
    expect(existsSync(out)).toBe(false);
    expect((await command(wrong, ['explain', 'marie.curie@example.org'])).code).toBe(2);
  });

  test('are named by explain', async () => {
    const texts = 'texts: { fr: { page: { or: x }, clients: { apple: {} } }, en: { page: { or: x } } }';
    const { out } = await command(texts, ['explain', 'marie.curie@example.org']);
    expect(out).toMatch(/^provider\.texts +fr\.page, fr\.clients, en\.page /m);
  });

  test('are shown by the example in profiles/universite.yaml, which is right', () => {
    const shipped = readFileSync(join(root, 'profiles/universite.yaml'), 'utf8');
    const [before, example = ''] = shipped.split(/^(?=# texts:$)/m);
    const { texts } = parseProfile(before + example.replaceAll(/^# /gm, ''), 'universite.yaml');
    expect(Object.keys(texts ?? {})).toEqual(['fr', 'en']);
  });
});

/** Texts in the place of all of ours: what `say` makes of the names of each. */
function everyText(say: (names: readonly string[], ours: string) => string): OwnTexts {
  const replaced = (tree: Words): OwnText | undefined => {
    if (typeof tree === 'boolean') return undefined;
    if (typeof tree === 'string' || isEither(tree)) return say(namesTakenBy(tree) ?? [], String(tree));
    if (Array.isArray(tree)) return tree.map((each: Words) => replaced(each) ?? '');
    const members = Object.entries(tree).map(([key, each]) => [key, replaced(each)] as const);
    return Object.fromEntries(members.flatMap(([key, each]) => (each === undefined ? [] : [[key, each]])));
  };
  return Object.fromEntries(languages.map((language) => [language, replaced(overridable(language))]));
}

const having = (account: Account, texts: OwnTexts): Account => ({
  ...account,
  provider: { ...account.provider, texts },
});
const isPage = (path: string) => path.endsWith('.html');
const braced = (names: readonly string[]) => names.map((name) => `{${name}}`).join(' ');

/** Each has pages of a kind that the others have not. */
const kinds = ['plain', 'university', 'two-logins', 'pop3', 'oauth2-only', 'idn'];

describe.each(fixtures().filter(({ name }) => kinds.includes(name)))('for $name', ({ account }) => {
  const plain = bundle(account);
  const everywhere = bundle(
    having(
      account,
      everyText((names) => `own ${braced(names)}`),
    ),
  );

  test('every text of a page can be the provider’s', () => {
    const ours = new Set<string>();
    everyText((names, text) => {
      // A shorter one may be a part of another sentence, or the name of a program.
      if (names.length === 0 && text.length > 40 && text !== '[object Object]') ours.add(text);
      return '';
    });
    const left = [...everywhere].flatMap(([path, text]) => {
      if (!isPage(path)) return [];
      const page = textOf(readHtml(decoded(text)));
      return [...ours].filter((each) => page.includes(each)).map((each) => `${path}: ${each}`);
    });
    expect(left).toEqual([]);
    expect([...everywhere.keys()]).toEqual([...plain.keys()]);
  });

  test('what they say is text, whatever it is, and in no script', () => {
    const hostile = `</p><script>alert(1)</script><img src=x onerror="alert('2')"> & {{x}} {{{{#if}} */ \`$(id)\` %PATH% --> ]]> é "`;
    const files = bundle(
      having(
        account,
        everyText((names) => `${hostile} ${braced(names)}`),
      ),
    );
    const structure = (page: Tree.Document) =>
      elements(page, () => true)
        .map(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => name)].join(' '))
        .join('\n');
    for (const path of [...files.keys()].filter(isPage)) {
      const page = readHtml(decoded(files.get(path)));
      expect([path, structure(page)]).toEqual([path, structure(readHtml(decoded(everywhere.get(path))))]);
      expect(textOf(page)).toContain('<script>alert(1)</script>');
      expect(byTag(page, 'script').every((each) => !textOf(each, []).includes('alert(1)'))).toBe(true);
      expect(byTag(page, 'a').every((each) => !attribute(each, 'href')?.includes('alert'))).toBe(true);
    }
    expect([...files.keys()]).toEqual([...plain.keys()]);
    const changed = [...files]
      .filter(([path, text]) => !isPage(path) && text !== plain.get(path))
      .map(([path]) => path);
    // Texts that people read there; each of these notations has its escaping, and a property of its own in test/render.
    expect(
      changed.filter((path) => !/\.mobileconfig$|^thunderbird\/(?:autoconfig\.js|thunderbird-remove\.cfg)$/.test(path)),
    ).toEqual([]);
  });
});

/** What is wrong with these texts, as a line for a person. */
function mistakes(texts: string, language: 'en' | 'fr' = 'en', spoken = '[fr, en]'): string[] {
  try {
    parseProfile(profile(texts, spoken), 'p.yaml');
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems.map((each) => describeProblem(each, language));
    throw error;
  }
}

describe('a mistake in them is one line with place and remedy', () => {
  test.each([
    [
      'texts: { fr: { pages: { role: x } } }',
      '13:16 texts.fr.pages  “pages” is not a key of a profile here: did you mean “page”?',
    ],
    [
      'texts: { fr: { home: { titel: x } } }',
      '13:24 texts.fr.home.titel  “titel” is not a key of a profile here: did you mean “title”?',
    ],
    [
      'texts: { fr: { cli: { usage: x } } }',
      '13:16 texts.fr.cli  “cli” is not a key of a profile here: remove it or correct its spelling',
    ],
    [
      'texts: { fr: { clients: { outlok: {} } } }',
      '13:27 texts.fr.clients.outlok  “outlok” is not a key of a profile here: did you mean “outlook”?',
    ],
    [
      'texts: { fr: { clients: { outlook: { command: { usage: x } } } } }',
      '13:38 texts.fr.clients.outlook.command  “command” is not a key of a profile here: remove it or correct its spelling',
    ],
    [
      'texts: { fr: { clients: { apple: { problems: { apple.port: x } } } } }',
      '13:36 texts.fr.clients.apple.problems  “problems” is not a key of a profile here: remove it or correct its spelling',
    ],
    [
      'texts: { fr: { guides: { qr: "{adress}" } } }',
      '13:30 texts.fr.guides.qr  this text has no value “{adress}”: did you mean “{address}”?',
    ],
    [
      'texts: { fr: { guides: { qr: "{role}" } } }',
      '13:30 texts.fr.guides.qr  this text has no value “{role}”: it takes {address}',
    ],
    [
      'texts: { fr: { home: { title: "{address}" } } }',
      '13:31 texts.fr.home.title  this text takes no values: remove “{address}”, or write “{{address}}” to show the braces',
    ],
    [
      'texts: { fr: { home: { title: "a } b" } } }',
      '13:31 texts.fr.home.title  a brace stands alone in this text: write it twice to show it, or a name between two',
    ],
    [
      'texts: { fr: { home: { title: 404 } } }',
      '13:31 texts.fr.home.title  “404” is not a text: write it between quotes if it is meant as one',
    ],
    [
      'texts: { fr: { home: { title: } } }',
      '13:24 texts.fr.home.title  “title” has no value: write it after the colon',
    ],
    ['texts: { fr: }', '13:10 texts.fr  “fr” has no value: write it after the colon'],
    ['texts: { fr: [] }', '13:14 texts.fr  “[]” has no keys: write key: value, one a line below'],
    ['texts: { fr: { home: title } }', '13:22 texts.fr.home  “title” has no keys: write key: value, one a line below'],
    [
      'texts: { fr: { home: { title: " " } } }',
      '13:31 texts.fr.home.title  the text is empty: write it or remove the key',
    ],
    [
      'texts: { fr: { home: { title: "a\\nb" } } }',
      '13:31 texts.fr.home.title  “a\\u000ab” has a line break or another control character: write it on one line',
    ],
    [
      'texts: { fr: { home: { title: "\\uFFFE" } } }',
      '13:31 texts.fr.home.title  “\\ufffe” has a line break or another control character: write it on one line',
    ],
    [
      'texts: { fr: { guides: { troubles: [{ help: { say: x } }] } } }',
      '13:37 texts.fr.guides.troubles.1  “seen” is missing: add it',
    ],
    [
      'texts: { fr: { guides: { troubles: x } } }',
      '13:36 texts.fr.guides.troubles  “x” is not a list: write [one, two], or one item a line after “- ”',
    ],
    ['texts: { de: {} }', '13:10 texts.de  “de” is not a key of a profile here: did you mean “fr”?'],
  ])('%s', (texts, line) => {
    const expected = texts.includes('de:')
      ? expect.stringContaining('p.yaml:13:10 texts.de  “de” is not a key')
      : `p.yaml:${line}`;
    expect(mistakes(texts)).toEqual([expected]);
    expect(mistakes(texts, 'fr')).toHaveLength(1);
  });

  test('in a language that the provider does not speak', () => {
    expect(mistakes('texts: { en: { home: { title: x } } }', 'en', '[fr]').at(-1)).toBe(
      'p.yaml:13:10 texts.en  “en” is not among the languages of this provider: add it to “languages”, or remove these texts',
    );
    expect(mistakes('texts: { en: { home: { title: x } } }', 'fr', '[fr]').at(-1)).toContain(
      'n’est pas une des langues de ce fournisseur',
    );
  });

  test('and all are told at once', () => {
    const lines = mistakes(
      'texts:\n  fr: { home: { titel: x, nameHint: "{" } }\n  en: { overview: { title: "{who}" } }\n',
    );
    expect(lines.map((line) => line.split('  ', 1)[0])).toEqual([
      'p.yaml:14:17 texts.fr.home.titel',
      'p.yaml:14:37 texts.fr.home.nameHint',
      'p.yaml:15:28 texts.en.overview.title',
    ]);
  });

  test('however many there are', () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}: x`).join(', ');
    const lines = mistakes(`texts: { fr: { home: { ${keys} } } }`);
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toContain('19980');
  });
});
