import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { InputError, type Problem } from '../errors.ts';
import { readMap } from './columns.ts';
import { type AttributePlan, attributePlan, cellsOf, type LdapEntry, refuseUnknown } from './ldap-attributes.ts';
import { type LdapAccess, type LdapConnection, ldapAccess, openLdap } from './ldap-connection.ts';
import { ldapProblem, reasonOf } from './ldap-problem.ts';
import { EXAMPLE_URL, ldapIdentity, readLdapUrl } from './ldap-url.ts';
import { givenIn, listedIn } from './listed.ts';
import { optionalPackage } from './optional-package.ts';
import { peopleProblem, peopleWarning } from './people-problem.ts';
import type { Row, Source, SourceOptions } from './row.ts';

/** In one answer; Active Directory gives no more than 1 000. */
const PAGE = 500;

/** How often in a row a connection that was lost is opened anew, and how long to wait before, in milliseconds. */
const AGAIN = [500, 2_000, 5_000, 15_000];

/**
 * The people of an LDAP directory (RFC 4511), page by page (RFC 2696), so that the next page is asked for when the people of the last are done.
 * @throws InputError for a URL that is none and options that do not go together
 */
export async function ldapSource(spec: string, options: SourceOptions): Promise<Source> {
  const url = readLdapUrl(spec);
  const plan = attributePlan(readMap(options.map ?? []), url.attributes, options.note);
  const { FilterParser } = await optionalPackage('ldapts', () => import('ldapts'));
  try {
    if (url.filter !== undefined) FilterParser.parseString(url.filter);
  } catch (cause) {
    throw new InputError(peopleProblem('people.ldap-filter', { value: url.filter ?? '' }), { cause });
  }
  const access = await ldapAccess(url, options);
  return { id: ldapIdentity(url), rows: (signal) => rowsOf(access, plan, options.warn ?? (() => {}), signal) };
}

/**
 * A connection that drops is taken up again: the search begins anew, and who was given before is passed over. So nobody is given twice or left out, in whichever
 * order the server answers.
 */
async function* rowsOf(
  access: LdapAccess,
  plan: AttributePlan,
  warn: (warning: Problem) => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<Row> {
  const given = new Set<bigint>();
  const told = new Set<string>();
  let lost = 0;
  while (true) {
    let connection: LdapConnection | undefined;
    try {
      connection = await openLdap(access, signal);
      if (given.size === 0) await refuseUnknownNames(connection, plan);
      for await (const { searchEntries, searchReferences } of pagesOf(connection, access, plan)) {
        tellReferences(searchReferences, told, warn);
        for (const entry of searchEntries) {
          signal?.throwIfAborted();
          const key = keyOf(entry.dn);
          if (given.has(key)) continue;
          given.add(key);
          lost = 0;
          yield rowOf(entry, given.size, plan);
        }
      }
      if (given.size === 0 && !access.url.scoped)
        throw new InputError(
          access.url.base === ''
            ? peopleProblem('people.ldap-no-base', { host: access.url.host, example: EXAMPLE_URL })
            : peopleProblem('people.ldap-no-scope', { scope: '??sub' }),
        );
      return;
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof InputError) throw error;
      const wait = AGAIN[lost];
      const details = { host: access.url.host, reason: reasonOf(error), count: given.size };
      const problem = ldapProblem(error, access, given.size);
      if (problem !== undefined || given.size === 0 || wait === undefined)
        throw new InputError(
          problem ?? peopleProblem(given.size === 0 ? 'people.ldap-unreachable' : 'people.ldap-lost', details),
          { cause: error },
        );
      lost += 1;
      warn(peopleWarning('people.ldap-again', details));
      connection?.close();
      await pause(wait, undefined, signal && { signal });
    } finally {
      connection?.close();
    }
  }
}

function pagesOf({ ask }: LdapConnection, { url }: LdapAccess, { attributes, filter }: AttributePlan) {
  const wanted = url.filter ?? (filter.indexOf(')') === filter.length - 1 ? filter : `(|${filter})`);
  return ask.searchPaginated(url.base, {
    scope: url.scope,
    filter: wanted,
    attributes: [...attributes],
    paged: { pageSize: PAGE },
  });
}

/** Two names have one key about once in 10⁹ lists of a hundred thousand; the names themselves would fill ten megabytes. */
function keyOf(dn: string): bigint {
  return createHash('sha1').update(dn).digest().readBigUInt64BE();
}

function rowOf(entry: LdapEntry & { readonly dn: string }, row: number, plan: AttributePlan): Row {
  const place = { file: entry.dn };
  const { cells, problems } = cellsOf(entry, plan, place);
  const about = { row, where: entry.dn, given: givenIn(cells) };
  return problems.length > 0 ? { ...about, problems } : { ...about, ...listedIn(cells, place) };
}

/** Who refers to another server says where; what is there is another list. */
function tellReferences(references: readonly string[], told: Set<string>, warn: (warning: Problem) => void): void {
  for (const reference of references) {
    if (told.has(reference)) continue;
    told.add(reference);
    warn(peopleWarning('people.ldap-reference', { value: reference }));
  }
}

/** A server that keeps its schema to itself is taken at its word. */
async function refuseUnknownNames({ ask }: LdapConnection, plan: AttributePlan): Promise<void> {
  if (plan.named.length === 0) return;
  const one = async (base: string, attribute: string, filter?: string): Promise<readonly string[]> => {
    const { searchEntries } = await ask
      .search(base, { scope: 'base', attributes: [attribute], ...(filter !== undefined && { filter }) })
      // An answer that is a refusal has a number.
      .catch((error: { code?: unknown }) => {
        if (typeof error.code === 'number') return { searchEntries: [] };
        throw error;
      });
    return [searchEntries[0]?.[attribute] ?? []].flat().map(String);
  };
  const [schema] = await one('', 'subschemaSubentry');
  const definitions = schema === undefined ? [] : await one(schema, 'attributeTypes', '(objectClass=subschema)');
  if (definitions.length > 0) refuseUnknown(plan, definitions);
}
