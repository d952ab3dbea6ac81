import { InputError, type Place } from '../errors.ts';
import { SERVICE_NAMES, type ServiceName } from '../model/service-names.ts';
import { nearest } from '../words/suggest.ts';
import { peopleProblem } from './people-problem.ts';

/** What is read of a person. `given-name` and `family-name` make the name where no column has the whole. */
export type Column =
  | 'address'
  | 'login'
  | 'name'
  | 'given-name'
  | 'family-name'
  | 'language'
  | 'role'
  | `login-${ServiceName}`;

/** What else lists call them, in English and in French; written as `plain` writes it. `uid` is not here: in a directory it is seldom the login of the mailbox. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  address: [
    ...['address', 'mail', 'email', 'e-mail', 'mail-address', 'email-address', 'e-mail-address', 'who'],
    ...['adresse', 'courriel', 'mel', 'adresse-mail', 'adresse-email', 'adresse-e-mail', 'adresse-courriel'],
    ...['adresse-electronique', 'adresse-de-courriel', 'adresse-de-messagerie', 'adresse-ou-identifiant'],
  ],
  login: [
    ...['login', 'username', 'user-name', 'login-name', 'mail-login'],
    ...['identifiant', 'nom-d-utilisateur', 'nom-utilisateur', 'identifiant-de-messagerie', 'identifiant-de-connexion'],
  ],
  name: [
    ...['name', 'full-name', 'fullname', 'display-name', 'displayname', 'cn', 'common-name'],
    ...['nom-complet', 'nom-affiche', 'nom-d-affichage', 'prenom-nom', 'nom-prenom', 'prenom-et-nom', 'nom-et-prenom'],
  ],
  'given-name': ['given-name', 'givenname', 'first-name', 'firstname', 'forename', 'prenom', 'prenoms'],
  'family-name': ['family-name', 'last-name', 'lastname', 'surname', 'sn', 'nom', 'nom-de-famille', 'nom-d-usage'],
  language: ['language', 'lang', 'preferredlanguage', 'preferred-language', 'locale', 'langue'],
  role: ['role'],
  'login-incoming': ['login-incoming', 'incoming-login', 'identifiant-reception', 'identifiant-entrant'],
  'login-outgoing': ['login-outgoing', 'outgoing-login', 'identifiant-envoi', 'identifiant-sortant'],
  'login-calendar': ['login-calendar', 'calendar-login', 'identifiant-agenda', 'identifiant-calendrier'],
  'login-contacts': ['login-contacts', 'contacts-login', 'identifiant-contacts'],
  'login-exchange': ['login-exchange', 'exchange-login', 'identifiant-exchange'],
  'login-directory': ['login-directory', 'directory-login', 'identifiant-annuaire'],
} satisfies Record<Column, readonly string[]>;

/** All of them. They are the keys of the table. */
export const COLUMNS = Object.keys(NAMES) as readonly Column[];

/** The columns with a login for one service alone. */
export const SERVICE_COLUMNS = SERVICE_NAMES.map((service) => ({ service, column: `login-${service}` as const }));

/** What `--map` says: under which name the source has a column; empty where it is not to be read. */
export type ColumnMap = ReadonlyMap<Column, string>;

/**
 * Reads the values of `--map`.
 * @throws InputError for one that is not of the form, or names something else, or something twice
 */
export function readMap(values: readonly string[]): ColumnMap {
  const map = new Map<Column, string>();
  // The name of a column may have a comma in it: only one before a further `key=` separates.
  for (const part of values.flatMap((value) => value.split(/,(?=[^,=]*=)/))) {
    const [, key = '', name = ''] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/s.exec(part) ?? refuseForm(part);
    const column = COLUMNS.find((each) => each === key);
    if (column === undefined) {
      const details = { value: key, suggestion: nearest(key, COLUMNS), columns: COLUMNS.join(', ') };
      throw new InputError(peopleProblem('people.map-column', details));
    }
    if (map.has(column)) throw new InputError(peopleProblem('people.map-twice', { column }));
    map.set(column, name);
  }
  return map;
}

function refuseForm(value: string): never {
  throw new InputError(peopleProblem('people.map-form', { value, columns: COLUMNS.join(', ') }));
}

/** Which column of the source each of ours is, by its number. */
export type Assigned = ReadonlyMap<Column, number>;

/**
 * Finds our columns among those of the source: first where `--map` says, then by name.
 * @param place of the names
 * @throws InputError when one is not there, or two would be the same, or none says who it is
 */
export function assignColumns(found: readonly string[], map: ColumnMap, place: Place): Assigned {
  const names = found.map(plain);
  const assigned = new Map<Column, number>();
  for (const [column, name] of map) {
    if (name === '') continue;
    const at = [found.indexOf(name), names.indexOf(plain(name))].find((index) => index >= 0);
    if (at === undefined) {
      const details = { value: name, suggestion: nearest(name, found), columns: shown(found) };
      throw new InputError(peopleProblem('people.map-absent', details, place));
    }
    assigned.set(column, at);
  }
  const mapped = new Set(assigned.values());
  for (const column of COLUMNS) {
    if (isSettled(column, map)) continue;
    const [first, second] = [...names.keys()].filter(
      (at) => !mapped.has(at) && NAMES[column].includes(names[at] ?? ''),
    );
    if (first === undefined) continue;
    if (second !== undefined) {
      const columns = shown([found[first] ?? '', found[second] ?? '']);
      throw new InputError(peopleProblem('people.two-columns', { column, columns }, place));
    }
    assigned.set(column, first);
  }
  if (!assigned.has('address') && !assigned.has('login'))
    throw new InputError(peopleProblem('people.no-column', { columns: shown(found) }, place));
  return assigned;
}

/** Has `--map` said what it is? Who says where the whole name is has said it of its parts too. */
export function isSettled(column: Column, map: ColumnMap): boolean {
  return map.has(column) || (map.has('name') && (column === 'given-name' || column === 'family-name'));
}

/** The columns that nothing is read from, as a list. */
export function unusedColumns(found: readonly string[], assigned: Assigned): string {
  const used = new Set(assigned.values());
  return shown(found.filter((name, at) => name !== '' && !used.has(at)));
}

/** As people write one name: `E-Mail`, `Prénom`, `nom_complet`. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** At most this many are named: a file of another kind may have thousands. */
const MOST_SHOWN = 30;

function shown(names: readonly string[]): string {
  const list = names.slice(0, MOST_SHOWN).map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name || '“”'));
  return [...list, ...(names.length > MOST_SHOWN ? ['…'] : [])].join(', ');
}
