import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { describe as told } from '../../src/errors.ts';
import { openSource, type SourceOptions } from '../../src/people/source.ts';
import { listOf, refusalOf, rowsOf } from './rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'facteur-people-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(bytes: string | Uint8Array, name = 'people.csv'): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const listed = (bytes: string | Uint8Array, options: SourceOptions = {}, name?: string) =>
  listOf(file(bytes, name), options);

const piped = (text: string | Uint8Array, ...more: (string | Uint8Array)[]) =>
  rowsOf('-', { input: Readable.from([text, ...more].map((each) => Buffer.from(each))) });

const refusal = async (spec: string, options: SourceOptions = {}) =>
  (await refusalOf(spec, options)).replace(`${folder}/`, '');

/** `text` in Windows-1252, as a spreadsheet on Windows saves it. */
const windows1252 = (text: string) =>
  Buffer.from(Array.from(text, (sign) => ({ '’': 0x92, œ: 0x9c, '€': 0x80, Š: 0x8a })[sign] ?? sign.charCodeAt(0)));

const anne = { who: 'anne@cnrs.fr', name: 'Anne d’Œuvre' };

describe('a CSV file', () => {
  test.each([
    [';', 'address;name\nanne@cnrs.fr;Anne d’Œuvre\n'],
    [',', 'address,name\r\nanne@cnrs.fr,Anne d’Œuvre\r\n'],
    ['tab', 'address\tname\ranne@cnrs.fr\tAnne d’Œuvre'],
    ['the one that Excel is told', 'sep=;\r\nname;address\r\nAnne d’Œuvre;anne@cnrs.fr\r\n'],
    ['in quotation marks', '\ufeff"address";"name, first"\n"anne@cnrs.fr";"Anne d’Œuvre"\n'],
  ])('has its values between %s', async (_, text) => {
    expect(await listed(text, { map: text.includes('first') ? ['name=name, first,address=address'] : [] })).toEqual([
      anne,
    ]);
  });

  test('keeps a comma or a semicolon that is in a value', async () => {
    expect(await listed('mail;nom complet\nanne@cnrs.fr;Œuvre, Anne\n')).toEqual([
      { who: 'anne@cnrs.fr', name: 'Œuvre, Anne' },
    ]);
  });

  test('named .tsv has tabs, whatever its first line has more of', async () => {
    expect(await listed('mail\ta,b,c\nanne@cnrs.fr\tx\n', {}, 'people.tsv')).toEqual([{ who: 'anne@cnrs.fr' }]);
  });

  test.each([
    'address;login;full name;language;role',
    'E-mail;Username;Display Name;Lang;Role',
    'Adresse électronique;Identifiant;Nom complet;Langue;Rôle',
    'Courriel;Nom d’utilisateur;Prénom et nom;langue;rôle',
  ])('may call its columns %s', async (names) => {
    expect(await listed(`${names}\nanne@cnrs.fr;anne@ods.services;Anne Œuvre;fr-FR;principal\n`)).toEqual([
      { who: 'anne@cnrs.fr', login: 'anne@ods.services', name: 'Anne Œuvre', language: 'fr', role: 'primary' },
    ]);
  });

  test('makes one name of two columns, and takes a login for each service', async () => {
    const text =
      'mail;nom;prénom;login-incoming;identifiant envoi\nanne@cnrs.fr;Œuvre;Anne;in;out\nb@cnrs.fr;Le Roy;;;\n';
    expect(await listed(text)).toEqual([
      { who: 'anne@cnrs.fr', name: 'Anne Œuvre', logins: { incoming: 'in', outgoing: 'out' } },
      { who: 'b@cnrs.fr', name: 'Le Roy' },
    ]);
  });

  test('may have a login in the place of an address', async () => {
    expect(await listed('identifiant;adresse\nanne@ods.services;\n')).toEqual([{ who: 'anne@ods.services' }]);
    expect(await listed('login\nanne@ods.services\n')).toEqual([{ who: 'anne@ods.services' }]);
  });

  test('is a list of addresses where it has no names of columns', async () => {
    expect(await listed('anne@cnrs.fr\nb@cnrs.fr\n')).toEqual([{ who: 'anne@cnrs.fr' }, { who: 'b@cnrs.fr' }]);
    expect(await refusal(file('anne@cnrs.fr;Anne\nb@cnrs.fr;B\n'))).toMatch(
      /^people\.csv:1 {2}the first line names no/,
    );
  });

  test('passes over blank lines and what a spreadsheet leaves below the list', async () => {
    const rows = await rowsOf(file('\n\nmail;nom\n\nanne@cnrs.fr;A\n;\n ; \nb@cnrs.fr;B\n;\n;\n'));
    expect(rows.map(({ row, where }) => [row, where])).toEqual([
      [1, `${folder}/people.csv:5`],
      [2, `${folder}/people.csv:8`],
    ]);
  });

  test('has its first line named where a value has line breaks, whichever these are', async () => {
    for (const end of ['\n', '\r\n']) {
      const text = ['mail;nom;note', 'a@cnrs.fr;A;"one', 'two', '"', 'b@cnrs.fr;B;', ''].join(end);
      const rows = await rowsOf(file(text));
      expect(rows.map(({ where, person }) => [where.split(':').at(-1), person?.who])).toEqual([
        ['2', 'a@cnrs.fr'],
        ['5', 'b@cnrs.fr'],
      ]);
    }
  });

  test('keeps quotation marks that stand in a name', async () => {
    expect(await listed('mail;nom\na@cnrs.fr;Jean "Le Grand" Roy\nb@cnrs.fr;"Jean ""Le Petit"" Roy"\n')).toEqual([
      { who: 'a@cnrs.fr', name: 'Jean "Le Grand" Roy' },
      { who: 'b@cnrs.fr', name: 'Jean "Le Petit" Roy' },
    ]);
  });
});

describe('the letters of a CSV file', () => {
  const text = 'mail;nom\nanne@cnrs.fr;Anne d’œuvre Š€é\n';
  const person = { who: 'anne@cnrs.fr', name: 'Anne d’œuvre Š€é' };

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['Windows-1252', windows1252(text)],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('may be in %s', async (_, bytes) => {
    expect(await listed(bytes)).toEqual([person]);
  });

  test('are the same however the bytes arrive', async () => {
    // Two or three letters of Windows-1252 beside each other may be one of UTF-8 (`Ã©`); they stand so in no name.
    const letter = fc.constantFrom('é', '’', 'œ', '€', 'ÿ', 'Š');
    const letters = fc.array(letter, { minLength: 1, maxLength: 6 }).map((each) => `x${each.join('x')}x`);
    await fc.assert(
      fc.asyncProperty(letters, fc.boolean(), fc.integer({ min: 1, max: 5 }), async (name, old, size) => {
        const all = `mail;nom\na@cnrs.fr;${name}\n`;
        const bytes = old ? windows1252(all) : Buffer.from(all);
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
          bytes.subarray(at * size, (at + 1) * size),
        );
        const rows = await rowsOf('-', { input: Readable.from(chunks) });
        expect(rows.map(({ person }) => person?.name)).toEqual([name]);
      }),
      // Two letters of Windows-1252 that are one of UTF-8 (`Ã©`) stand in no name.
      {
        examples: [
          ['é’', true, 1],
          ['’', true, 2],
          ['€', false, 1],
        ],
      },
    );
  });

  test('are refused in the row that has lost one', async () => {
    const bytes = Buffer.concat([
      Buffer.from('mail;nom\na@cnrs.fr;É\nb@cnrs.fr;'),
      Buffer.from([0xe9]),
      Buffer.from('\nc@cnrs.fr;É\n'),
    ]);
    expect(await listed(bytes)).toEqual([
      { who: 'a@cnrs.fr', name: 'É' },
      ['people.encoding'],
      { who: 'c@cnrs.fr', name: 'É' },
    ]);
  });
});

describe('a bad row', () => {
  test('is a row with its problem and place, and the others are read', async () => {
    const rows = await rowsOf(
      file(
        'mail;nom;langue;rôle\na@cnrs.fr;A;fr\nb@cnrs.fr;B;fr;;x\n;C;;\nd@cnrs.fr;D;klingon;boss\ne@cnrs.fr;E;en;\n',
      ),
    );
    expect(
      rows.map(
        ({ person, problems = [] }) => person ?? problems.map((each) => told(each, 'en').replace(`${folder}/`, '')),
      ),
    ).toEqual([
      ['people.csv:2  this line has 3 values for 4 columns: add what is missing, if only delimiters'],
      ['people.csv:3  this line has 5 values for 4 columns: put quotes around a value that has the delimiter in it'],
      ['people.csv:4  neither an address nor a login stands here: write one, or remove the line'],
      [
        'people.csv:5 language  “klingon” is no language of Facteur: write fr, en, or leave it empty',
        'people.csv:5 role  “boss” is no role: write additional or primary, or leave it empty',
      ],
      { who: 'e@cnrs.fr', name: 'E', language: 'en' },
    ]);
    expect(rows.map(({ given }) => given)).toEqual(['a@cnrs.fr', 'b@cnrs.fr', '', 'd@cnrs.fr', 'e@cnrs.fr']);
  });

  test.each([
    ['closed by chance', 'mail;nom;note\na@cnrs.fr;A;"lost\nb@cnrs.fr;B;"note"\nc@cnrs.fr;C;\n', 'a@cnrs.fr', 2],
    ['never closed', 'mail;nom\n\nb@cnrs.fr;B\r\na@cnrs.fr;"A\r\nc@cnrs.fr;C\n', 'a@cnrs.fr', 4],
    ['opened in the last line', 'mail;nom\nb@cnrs.fr;B\nc@cnrs.fr;C\n"a@cnrs.fr";"A', 'a@cnrs.fr', 4],
    [
      'never closed in a long list',
      `mail;nom\na@cnrs.fr;"A\n${'b@cnrs.fr;B\n'.repeat(40_000)}c@cnrs.fr;C\n`,
      'a@cnrs.fr',
      2,
    ],
  ])('is the line alone on which a quotation mark opens that is %s', async (_, text, given, line) => {
    const rows = await rowsOf(file(text));
    const bad = rows.filter(({ problems }) => problems !== undefined);
    expect(bad.map(({ given, line, problems }) => [given, line, problems?.[0]?.code])).toEqual([
      [given, line, 'people.quote'],
    ]);
    const others = new Set(rows.flatMap(({ person }) => person?.who ?? []));
    expect(others).toEqual(new Set(['b@cnrs.fr', 'c@cnrs.fr']));
    expect(rows.map(({ row }) => row)).toEqual(rows.map((_, at) => at + 1));
    const lines = text.split(/\r?\n/);
    for (const { line, given } of rows) expect(lines[(line ?? 0) - 1]).toContain(given);
  });

  test('is the same wherever the bytes are cut', async () => {
    const text = 'mail;nom\r\na@cnrs.fr;"A\r\nb@cnrs.fr;B "x"\nd@cnrs.fr;"D\n"\nc@cnrs.fr;"C\n';
    const expected = await piped(text);
    expect(expected.map(({ problems }) => problems?.[0]?.code ?? 'ok')).toEqual([
      'people.quote',
      'ok',
      'ok',
      'people.quote',
    ]);
    for (let size = 1; size < text.length; size += 1) {
      const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      expect(await rowsOf('-', { input: Readable.from(pieces.map((each) => Buffer.from(each))) })).toEqual(expected);
    }
  });

  test('is one that is longer than any person needs, and no other', async () => {
    for (const long of ['x'.repeat(300_000), `"${'xxxxxxxxx\n'.repeat(30_000)}"`]) {
      const rows = await rowsOf(file(`mail;note\na@cnrs.fr;A\nb@cnrs.fr;${long}\nc@cnrs.fr;C\n`));
      expect(rows.map(({ given, problems }) => [given, problems?.[0]?.code]).slice(0, 2)).toEqual([
        ['a@cnrs.fr', undefined],
        ['b@cnrs.fr', long.startsWith('"') ? 'people.quote' : 'people.too-long'],
      ]);
      expect(rows.at(-1)).toMatchObject({ given: 'c@cnrs.fr', person: { who: 'c@cnrs.fr' } });
    }
  });

  test.each([
    ['\0', 'U+0000'],
    ['\u0007', 'U+0007'],
    ['\u001b', 'U+001B'],
    ['\u0085', 'U+0085'],
    ['\u2028', 'U+2028'],
  ])('is one with %j in it, told with row, field and character', async (sign, character) => {
    for (const [field, line] of [
      ['name', `b@cnrs.fr;B${sign}b;`],
      ['address', `b@cn${sign}rs.fr;B;`],
      ['login-incoming', `b@cnrs.fr;B;b${sign}b`],
    ]) {
      const rows = await rowsOf(file(`mail;nom complet;login-incoming\na@cnrs.fr;É;\n${line}\nc@cnrs.fr;C;\n`));
      expect(rows.map(({ person, problems }) => person?.who ?? problems?.map((each) => told(each, 'en')))).toEqual([
        'a@cnrs.fr',
        [`${folder}/people.csv:3 ${field}  a character that nobody can type stands here (${character}): take it out`],
        'c@cnrs.fr',
      ]);
    }
  });

  test('is one with a NUL, also in a column that is not read', async () => {
    expect(await listed('mail;mine\na@cnrs.fr;x\0y\nb@cnrs.fr;\n')).toEqual([['people.control'], { who: 'b@cnrs.fr' }]);
  });

  test.each<[string, readonly (string | number)[]]>([
    ['a letter of Windows-1252 before all others', [0xe9, 'É', 'É']],
    ['a letter of Windows-1252', ['É', 0xe9, 'É']],
    ['half a character of UTF-16 in UTF-8', ['É', '\ud800', 'É']],
  ])('is one with %s', async (_, names) => {
    const bytes = (name: string | number) =>
      typeof name === 'number'
        ? Buffer.from([name])
        : name === '\ud800'
          ? Buffer.from([0xed, 0xa0, 0x80])
          : Buffer.from(name);
    const lines = names.map((name, at) =>
      Buffer.concat([Buffer.from(`p${at}@cnrs.fr;`), bytes(name), Buffer.from('\n')]),
    );
    const rows = await rowsOf(file(Buffer.concat([Buffer.from('mail;nom complet\n'), ...lines])));
    expect(rows.map(({ person, problems }) => person?.name ?? problems?.[0]?.code)).toEqual(
      names.map((name) => (name === 'É' ? 'É' : 'people.encoding')),
    );
    expect(rows.flatMap(({ problems = [] }) => problems.map(({ place }) => place.field))).toEqual(['name']);
  });

  test('is one of UTF-8 among lines of Windows-1252, wherever the bytes are cut', async () => {
    const [old, other] = [windows1252('a@cnrs.fr;Née dès Noël\nb@cnrs.fr;É’\n'), Buffer.from('c@cnrs.fr;d’Or\n')];
    const bytes = Buffer.concat([Buffer.from('mail;nom\n'), old, other, windows1252('d@cnrs.fr;dé\n')]);
    for (const size of [1, 2, 3, 5, 100]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      );
      const rows = await rowsOf('-', { input: Readable.from(pieces) });
      const names = rows.map(({ person, problems }) => person?.name ?? problems?.[0]?.code);
      expect(names).toEqual(['Née dès Noël', 'É’', 'people.encoding', 'dé']);
    }
  });

  test('is none that has nothing but delimiters: these are told of once, and counted nowhere', async () => {
    const notes: string[] = [];
    const note: SourceOptions['note'] = (each) => notes.push(told(each, 'en').replace(`${folder}/`, ''));
    const source = await openSource(file('mail;nom\n\na@cnrs.fr;A\n;\n; \n\nb@cnrs.fr;B\n;\n'), { note });
    expect(await source.size?.()).toBe(2);
    const rows: unknown[] = [];
    for await (const { row, line } of source.rows()) rows.push([row, line]);
    expect(rows).toEqual([
      [1, 3],
      [2, 7],
    ]);
    expect(notes).toEqual([
      'people.csv  lines passed over that have nothing but delimiters: 3, the first of them line 4',
    ]);
  });
});

describe('a list is refused as a whole', () => {
  test('where a quotation mark of its first line is never closed', async () => {
    expect(await refusal(file('mail;"nom\na@cnrs.fr;A\n'))).toMatch(/^people\.csv:1 {2}a quotation mark that opens/);
  });

  test.each([
    ['', 'people.csv  is empty: write the names'],
    ['\n \n', 'people.csv  is empty: write the names'],
    ['nom;prénom\nA;B\n', 'people.csv:1  no column has the address or the login — found: nom, prénom; say which with'],
    [
      'mail;courriel\na;b\n',
      'people.csv:1  mail, courriel would both be the address of a person: say which with --map',
    ],
    ['PK\u0003\u0004\u0014', 'people.csv  is a spreadsheet or another archive, and not text'],
    ['mail\0nom\na\n', 'people.csv  is not text'],
  ])('that begins with %j', async (text, message) => {
    expect(await refusal(file(text))).toContain(message);
  });

  test('that is a folder, or not there', async () => {
    expect(await refusal(folder)).toMatch(/ {2}cannot be read \(EISDIR\)/);
    expect(await refusal(join(folder, 'absent.csv'))).toMatch(/^absent\.csv {2}cannot be read \(ENOENT\)/);
  });

  test('when it has changed while it was read', async () => {
    const path = file(`mail\n${'a@cnrs.fr\n'.repeat(3)}`);
    await expect(async () => {
      for await (const { row } of (await openSource(path)).rows()) if (row === 1) appendFileSync(path, 'b@cnrs.fr\n');
    }).rejects.toThrow(/people\.csv {2}changed while it was read/);
  });
});

describe('--map', () => {
  test('says which column is which, and which is none', async () => {
    const notes: string[] = [];
    const options: SourceOptions = {
      map: ['address=Mail pro, name=CN', 'login='],
      note: (each) => notes.push(told(each, 'en').replace(`${folder}/`, '')),
    };
    expect(await listed('mail;mail pro;cn;login\nx@y.fr;a@cnrs.fr;A;pc\n', options)).toEqual([
      { who: 'a@cnrs.fr', name: 'A' },
    ]);
    expect(notes).toEqual(['people.csv:1  not read: mail, login (--map says what a column is)']);
  });

  test.each([
    [['adress=mail'], '“adress” in --map is nothing that is read of a person: did you mean address?'],
    [['mail'], '“mail” in --map is not of the form COLUMN=NAME'],
    [['address=mail', 'address=m'], '--map names address twice'],
    [['address=maill'], 'there is no column “maill”, which --map names: did you mean “mail”? Found: mail, cn'],
  ])('%j is refused in one line', async (map, message) => {
    expect(await refusal(file('mail;cn\na@cnrs.fr;A\n'), { map })).toContain(message);
  });
});

describe('standard input', () => {
  test('is read like a file, cut wherever it may', async () => {
    const rows = await piped('ma', 'il;no', 'm\na@cnrs.fr;"A', '"\r', '\nb@cnrs', '.fr;B');
    expect(rows).toEqual([
      { row: 1, where: 'stdin:2', line: 2, given: 'a@cnrs.fr', person: { who: 'a@cnrs.fr', name: 'A' } },
      { row: 2, where: 'stdin:3', line: 3, given: 'b@cnrs.fr', person: { who: 'b@cnrs.fr', name: 'B' } },
    ]);
  });

  test('is asked for no more than is taken', async () => {
    let asked = 0;
    const endless = async function* () {
      yield Buffer.from('mail\n');
      while (true) {
        asked += 1;
        yield Buffer.from(`${'a@cnrs.fr\n'.repeat(1000)}`);
      }
    };
    const source = await openSource('-', { input: Readable.from(endless()) });
    for await (const { row } of source.rows()) if (row === 5000) break;
    expect(asked).toBeLessThan(100);
  });

  test('is left when the signal says so, though nothing comes', async () => {
    const silent = new Readable({ read: () => {} });
    silent.push('mail\na@cnrs.fr\nb@cnrs.fr\nc@cnrs.fr\n');
    const ending = new AbortController();
    const source = await openSource('-', { input: silent });
    await expect(async () => {
      for await (const _ of source.rows(ending.signal)) ending.abort(new Error('enough'));
    }).rejects.toThrow('enough');
  });
});

describe('what --from names', () => {
  test('is known by the same name wherever it is called from', async () => {
    expect((await openSource(join(folder, 'x/../people.csv'))).id).toBe(
      (await openSource(join(folder, 'people.csv'))).id,
    );
  });

  test('says how many rows it has', async () => {
    const source = await openSource(file('mail;nom\n\na@cnrs.fr;A\n;\nb@cnrs.fr\n'));
    expect(await source.size?.()).toBe(2);
  });

  test('is refused without a password where nobody knows it', async () => {
    expect(await refusal('mysql://root:secret@db/people')).toBe(
      '“mysql://db/people” is no source of people: name a file such as people.csv, - for standard input, postfix:/path/to/map, or a URL that begins with ldap://, ldaps:// or postgres://',
    );
    expect(await refusal(' ')).toMatch(/^--from is empty/);
  });
});
