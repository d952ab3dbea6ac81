/// <reference path="./pgpass.d.ts" />
import { createHash } from 'node:crypto';
import { isIP, Socket } from 'node:net';
import { type ConnectionOptions, rootCertificates } from 'node:tls';
import type * as Pg from 'pg';
import type Cursor from 'pg-cursor';
import { InputError, type Problem } from '../errors.ts';
import { type Assigned, assignColumns, type Column, type ColumnMap, readMap, unusedColumns } from './columns.ts';
import { givenIn, listedIn } from './listed.ts';
import { optionalPackage } from './optional-package.ts';
import { passwordIn, pemIn } from './password-file.ts';
import { peopleProblem } from './people-problem.ts';
import type { Row, Source, SourceOptions } from './row.ts';
import { sqlProblem } from './sql-problem.ts';
import { isLocal, readSqlUrl, type SqlUrl, sqlIdentity } from './sql-url.ts';
import { withinTime } from './within-time.ts';

const EXAMPLE = "'SELECT mail AS address, cn AS name FROM people'";

/** So many rows are asked for at once. */
const BATCH = 500;

/** How long an answer may take, in seconds. */
const PATIENCE = 60;

/** How to get to the rows. */
interface SqlAccess {
  readonly url: SqlUrl;
  readonly query: string;
  readonly tls: ConnectionOptions | false;
  readonly password: string | undefined;
  /** In milliseconds. */
  readonly patience: number;
}

/** What the library gives, as far as it is asked for. */
interface Session {
  readonly next: () => Promise<{ readonly names: readonly string[]; readonly rows: readonly (readonly unknown[])[] }>;
  readonly close: () => void;
}

/**
 * The people that a query of PostgreSQL gives, in a transaction that reads only, through a cursor: so the next rows are asked for when the people of the last are done,
 * and all are of one moment.
 * @throws InputError for a URL that is none and options that do not go together
 */
export async function sqlSource(spec: string, options: SourceOptions): Promise<Source> {
  const { query = '', bind, starttls, note = () => {} } = options;
  if (bind !== undefined) refuse(peopleProblem('people.option-alone', { option: '--bind' }));
  if (starttls === true) refuse(peopleProblem('people.option-alone', { option: '--starttls' }));
  if (query.trim() === '') refuse(peopleProblem('people.sql-no-query', { example: EXAMPLE }));
  const url = readSqlUrl(spec);
  const map = readMap(options.map ?? []);
  const access = await accessOf(url, query, options);
  const digest = createHash('sha256').update(query.trim()).digest('hex').slice(0, 16);
  return { id: `${sqlIdentity(url)}?query=${digest}`, rows: (signal) => rowsOf(access, map, note, signal) };
}

async function accessOf(url: SqlUrl, query: string, options: SourceOptions): Promise<SqlAccess> {
  const { passwordFile, timeout = PATIENCE } = options;
  const plain = url.mode === 'disable' && !isLocal(url.host);
  if (passwordFile !== undefined && plain) refuse(peopleProblem('people.sql-plain', { host: url.host ?? '' }));
  const [ca, certificate, key] = [options.ca ?? url.ca, options.certificate ?? url.certificate, options.key ?? url.key];
  if ((certificate === undefined) !== (key === undefined)) refuse(peopleProblem('people.certificate-pair', {}));
  const tls: ConnectionOptions = {
    ...(url.host !== undefined && isIP(url.host) !== 0 && { host: url.host }),
    ...(ca !== undefined && { ca: [...rootCertificates, await pemIn(ca)] }),
    ...(certificate !== undefined && { cert: await pemIn(certificate) }),
    ...(key !== undefined && { key: await pemIn(key) }),
    rejectUnauthorized: url.mode !== 'require',
    ...(url.mode === 'verify-ca' && { checkServerIdentity: () => undefined }),
  };
  const password = passwordFile === undefined ? undefined : await passwordIn(passwordFile);
  return { url, query, tls: url.mode === 'disable' ? false : tls, password, patience: timeout * 1000 };
}

async function* rowsOf(
  access: SqlAccess,
  map: ColumnMap,
  note: (note: Problem) => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<Row> {
  let row = 0;
  let session: Session | undefined;
  try {
    session = await opened(access, signal);
    let assigned: Assigned | undefined;
    while (true) {
      const { names, rows } = await session.next();
      if (assigned === undefined) {
        assigned = assignColumns(names, map, { file: FILE });
        const columns = unusedColumns(names, assigned);
        if (columns !== '') note(peopleProblem('people.unused-columns', { columns }, { file: FILE }));
      }
      for (const values of rows) {
        signal?.throwIfAborted();
        row += 1;
        yield rowOf(values, row, assigned);
      }
      if (rows.length < BATCH) return;
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof InputError) throw error;
    throw new InputError(sqlProblem(error, access.url, row, access.patience / 1000), { cause: error });
  } finally {
    session?.close();
  }
}

/** A row of a query has no other name than its number. */
const FILE = 'postgres';

function rowOf(values: readonly unknown[], row: number, assigned: Assigned): Row {
  const place = { file: FILE, line: row };
  const cells = (column: Column) => textOf(values[assigned.get(column) ?? -1]) ?? '';
  const about = { row, where: `${FILE}:${row}`, given: givenIn(cells) };
  const problems = [...assigned].flatMap(([column, at]) =>
    textOf(values[at]) === undefined ? [peopleProblem('people.no-text', { column }, { ...place, field: column })] : [],
  );
  return problems.length > 0 ? { ...about, problems } : { ...about, ...listedIn(cells, place) };
}

/** `undefined` for what is neither text nor a number: a list, a date, JSON. */
function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return '';
  return ['string', 'number', 'bigint', 'boolean'].includes(typeof value) ? String(value) : undefined;
}

async function opened({ url, query, tls, password, patience }: SqlAccess, signal?: AbortSignal): Promise<Session> {
  const { default: pg } = await optionalPackage('pg', () => import('pg'));
  const { default: QueryCursor } = await optionalPackage('pg-cursor', () => import('pg-cursor'));
  const { host, port, database, user } = url;
  const socket = new Socket();
  const connection: Pg.Client = new pg.Client({
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port }),
    ...(database !== undefined && { database }),
    ...(user !== undefined && { user }),
    // Called when the server asks for one. What the library does by itself without one, looking into ~/.pgpass, it does with a warning, and no longer in 9.
    password:
      password ?? (tls === false && !isLocal(host) ? () => refusePlain(host ?? '') : () => passwordOfUser(connection)),
    ssl: tls,
    stream: () => socket,
    connectionTimeoutMillis: patience,
    application_name: 'facteur',
  });
  const lost = new AbortController();
  // A connection that is lost between two questions says so here, and nowhere else.
  connection.on('error', (error) => lost.abort(error));
  const close = () => {
    signal?.removeEventListener('abort', close);
    lost.abort(Object.assign(new Error('closed'), { code: 'ECONNRESET' }));
    // It waits for the other side, which may be gone.
    connection.end().catch(() => {});
    setTimeout(() => socket.destroy(), 1_000).unref();
  };
  const answered = <T>(work: Promise<T>): Promise<T> => withinTime(work, patience, lost.signal);
  signal?.throwIfAborted();
  signal?.addEventListener('abort', close);
  try {
    await answered(connection.connect());
    await answered(connection.query('begin read only'));
    const cursor: Cursor<unknown[]> = connection.query(new QueryCursor(query, [], { rowMode: 'array' }));
    return { next: () => answered(batchOf(cursor)), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** As psql finds it (libpq, 34.15 and 34.16). */
async function passwordOfUser(about: object): Promise<string> {
  const { PGPASSWORD } = process.env;
  if (PGPASSWORD !== undefined && PGPASSWORD !== '') return PGPASSWORD;
  const { default: pgpass } = await optionalPackage('pgpass', () => import('pgpass'));
  const found = await new Promise<string | undefined>((resolve) => pgpass(about, resolve));
  return found ?? refuse(peopleProblem('people.sql-password', {}));
}

function refusePlain(host: string): Promise<string> {
  return refuse(peopleProblem('people.sql-plain', { host }));
}

function refuse(problem: Problem): never {
  throw new InputError(problem);
}

function batchOf(cursor: Cursor<unknown[]>): ReturnType<Session['next']> {
  return new Promise((resolve, reject) => {
    cursor.read(BATCH, (error, rows, result) => {
      if (error) reject(error);
      else resolve({ names: result?.fields.map(({ name }) => name) ?? [], rows });
    });
  });
}
