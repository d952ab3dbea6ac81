import type { Place, Problem } from '../errors.ts';
import type { Language, Role } from '../model/account.ts';
import { codePoint } from '../model/code-point.ts';
import { languages } from '../words/languages.ts';
import { COLUMNS, type Column, SERVICE_COLUMNS } from './columns.ts';
import { peopleProblem } from './people-problem.ts';
import type { Row } from './row.ts';

/** What a row says in a column: empty where nothing. */
export type Cells = (column: Column) => string;

/** A value with nothing around it, no-break spaces of spreadsheets included. */
function valueIn(cells: Cells, column: Column): string | undefined {
  return cells(column).trim() || undefined;
}

/** What stands in the column of the address, or of the login. */
export function givenIn(cells: Cells): string {
  return cells('address') || cells('login');
}

/** Reads what a row says of a person, and finds all that is wrong with it. @param place of the row */
export function listedIn(cells: Cells, place: Place): Pick<Row, 'person' | 'problems'> {
  const address = valueIn(cells, 'address');
  const login = valueIn(cells, 'login');
  const who = address ?? login;
  const signs = controlsIn(cells, place);
  if (signs.length > 0) return { problems: signs };
  const [language, role] = [languageIn(cells, place), roleIn(cells, place)];
  const problems = [
    ...(who === undefined ? [peopleProblem('people.nobody', {}, place)] : []),
    ...[language, role].filter((value) => typeof value === 'object'),
  ];
  if (who === undefined || typeof language === 'object' || typeof role === 'object') return { problems };
  const logins = loginsIn(cells);
  const name = nameIn(cells);
  return {
    person: {
      who,
      ...(address !== undefined && login !== undefined && { login }),
      ...(logins && { logins }),
      ...(name !== undefined && { name }),
      ...(language && { language }),
      ...(role && { role }),
    },
  };
}

/** No address, login or name has one of these; in a name they would get into every file. */
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029\ufffd]/u;
/** The same, or half of a character that is none: tried on every value, and quick. */
const SUSPECT = /[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffd]/;

function controlsIn(cells: Cells, place: Place): Problem[] {
  const problems: Problem[] = [];
  for (const column of COLUMNS) {
    const [sign] = (SUSPECT.test(cells(column)) && CONTROL.exec(valueIn(cells, column) ?? '')) || [];
    if (sign === undefined) continue;
    const of = { ...place, field: column };
    if (sign === '\ufffd') problems.push(peopleProblem('people.lost-character', {}, of));
    else problems.push(peopleProblem('people.control', { character: codePoint(sign) }, of));
  }
  return problems;
}

function nameIn(cells: Cells): string | undefined {
  const parts = [valueIn(cells, 'given-name'), valueIn(cells, 'family-name')].filter((part) => part !== undefined);
  return valueIn(cells, 'name') ?? (parts.join(' ') || undefined);
}

function loginsIn(cells: Cells): NonNullable<Row['person']>['logins'] | undefined {
  const pairs = SERVICE_COLUMNS.flatMap(({ service, column }) => {
    const login = valueIn(cells, column);
    return login === undefined ? [] : [[service, login]];
  });
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}

const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ['french', 'fr'],
  ['francais', 'fr'],
  ['français', 'fr'],
  ['english', 'en'],
  ['anglais', 'en'],
]);

/** `fr`, `fr-FR`, `fr_FR.UTF-8`, `français`; or, as `preferredLanguage` of a directory has it (RFC 2798 §2.7), a list of which the first that we speak counts. */
export function spokenIn(text: string): Language | undefined {
  for (const part of text.toLowerCase().split(',')) {
    const [, word = ''] = /^\s*(\p{L}+)(?:[-_.@;\s]|$)/u.exec(part) ?? [];
    const found = LANGUAGES.get(word) ?? languages.find((language) => language === word);
    if (found !== undefined) return found;
  }
  return undefined;
}

function languageIn(cells: Cells, place: Place): Language | Problem | undefined {
  const value = valueIn(cells, 'language');
  if (value === undefined) return undefined;
  const wrong = () =>
    peopleProblem('people.language', { value, known: languages.join(', ') }, { ...place, field: 'language' });
  return spokenIn(value) ?? wrong();
}

const ROLES: ReadonlyMap<string, Role> = new Map([
  ...['additional', 'secondary', 'supplémentaire', 'secondaire'].map((word) => [word, 'additional'] as const),
  ...['primary', 'main', 'principal', 'principale'].map((word) => [word, 'primary'] as const),
]);

function roleIn(cells: Cells, place: Place): Role | Problem | undefined {
  const value = valueIn(cells, 'role');
  if (value === undefined) return undefined;
  return ROLES.get(value.toLowerCase()) ?? peopleProblem('people.role', { value }, { ...place, field: 'role' });
}
