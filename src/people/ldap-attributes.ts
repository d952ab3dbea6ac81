import { InputError, type Place, type Problem } from '../errors.ts';
import { nearest } from '../words/suggest.ts';
import { type Column, type ColumnMap, isSettled } from './columns.ts';
import { type Cells, spokenIn } from './listed.ts';
import { peopleProblem } from './people-problem.ts';

/** An entry as the library gives it: one value, a list of several, or an empty one. */
export type LdapEntry = Readonly<Record<string, string | Buffer | readonly string[] | readonly Buffer[]>>;

/** Which attributes say what of a person: the first that an entry has counts. */
export interface AttributePlan {
  readonly columns: ReadonlyMap<Column, readonly string[]>;
  /** All of them. */
  readonly attributes: readonly string[];
  /** Those that `--map` names. */
  readonly named: readonly string[];
  /** Whoever has one of these is read where the URL has no filter. */
  readonly filter: string;
}

/** As inetOrgPerson has them (RFC 2798). None is a login: whether `uid` is the one of the mailbox, only who runs the directory knows. */
const USUAL: ReadonlyMap<Column, readonly string[]> = new Map([
  ['address', ['mail']],
  ['name', ['displayName', 'cn']],
  ['given-name', ['givenName']],
  ['family-name', ['sn']],
  ['language', ['preferredLanguage']],
]);

/**
 * What to ask for: what `--map` says, and else the usual ones; where the URL lists attributes, of those only the ones that it lists.
 * @throws InputError for what can be no attribute, and where nobody's address or login is among them
 */
export function attributePlan(
  map: ColumnMap,
  listed: readonly string[],
  note?: (note: Problem) => void,
): AttributePlan {
  const inUrl = new Set(listed.map((each) => each.toLowerCase()));
  const columns = new Map<Column, readonly string[]>();
  for (const [column, attributes] of USUAL) {
    if (isSettled(column, map)) continue;
    const wanted = attributes.filter((each) => inUrl.size === 0 || inUrl.has(each.toLowerCase()));
    if (wanted.length > 0) columns.set(column, wanted);
  }
  for (const [column, name] of map) {
    if (name !== '') columns.set(column, [name]);
  }
  const attributes = [...new Set([...columns.values()].flat())];
  const odd = attributes.find((each) => !/^[a-z0-9][a-z0-9.;-]*$/i.test(each));
  if (odd !== undefined) throw new InputError(peopleProblem('people.ldap-attribute', { value: odd }));
  const who = columns.get('address') ?? columns.get('login');
  if (who === undefined) throw new InputError(peopleProblem('people.no-column', { columns: listed.join(', ') || '–' }));
  const unused = listed.filter((each) => !attributes.some((other) => other.toLowerCase() === each.toLowerCase()));
  if (unused.length > 0) note?.(peopleProblem('people.unused-columns', { columns: unused.join(', ') }));
  return {
    columns,
    attributes,
    named: [...map.values()].filter(Boolean),
    filter: who.map((each) => `(${each}=*)`).join(''),
  };
}

/** The columns that say who it is, and so must not have several values of which one would have to be chosen. */
const ONE_VALUE = /^(?:address|login|role)/;

/** What an entry says, and what is wrong with it. */
export function cellsOf(
  entry: LdapEntry,
  { columns }: AttributePlan,
  place: Place,
): { cells: Cells; problems: Problem[] } {
  const values = new Map(Object.entries(entry).map(([name, value]) => [name.toLowerCase(), textsOf(value)]));
  const cells = new Map<Column, string>();
  const problems: Problem[] = [];
  for (const [column, attributes] of columns) {
    const attribute = attributes.find((each) => (values.get(each.toLowerCase()) ?? []).length > 0);
    const [first = '', ...more] = values.get(attribute?.toLowerCase() ?? '') ?? [];
    cells.set(column, column === 'language' ? (spokenIn(first) ?? '') : first);
    if (more.length > 0 && ONE_VALUE.test(column)) {
      const details = { column, count: more.length + 1 };
      problems.push(peopleProblem('people.several-values', details, { ...place, field: attribute }));
    }
  }
  return { cells: (column) => cells.get(column) ?? '', problems };
}

function textsOf(value: LdapEntry[string]): string[] {
  const list: readonly (string | Buffer)[] = Array.isArray(value) ? value : [value as string | Buffer];
  return list.map((each) => each.toString()).filter((each) => each.trim() !== '');
}

/**
 * Looks for what `--map` names in the schema of the directory (RFC 4512 §4.2): an attribute that is mistyped is absent from every entry, and every login would be made by rule.
 * @param definitions values of attributeTypes
 */
export function refuseUnknown({ named }: AttributePlan, definitions: readonly string[]): void {
  const known = definitions.flatMap(namesIn);
  const lower = new Set(known.map((each) => each.toLowerCase()));
  for (const name of named) {
    const [bare = name] = name.split(';');
    if (lower.has(bare.toLowerCase()) || /^[\d.]+$/.test(bare)) continue;
    throw new InputError(peopleProblem('people.ldap-unknown', { value: bare, suggestion: nearest(bare, known) }));
  }
}

/** `( 2.5.4.3 NAME ( 'cn' 'commonName' ) …`. */
function namesIn(definition: string): string[] {
  const [, names = ''] = /\sNAME\s+(\([^)]*\)|'[^']*')/.exec(definition) ?? [];
  return [...names.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
}
