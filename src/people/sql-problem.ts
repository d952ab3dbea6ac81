import type { Problem } from '../errors.ts';
import { isAboutCertificate } from './certificate-reason.ts';
import { peopleProblem } from './people-problem.ts';
import type { SqlUrl } from './sql-url.ts';

/** What an answer of PostgreSQL, or none, means for who asked. @param count of the rows that there were before */
export function sqlProblem(
  error: unknown,
  { host = 'localhost', database = '', user = '' }: SqlUrl,
  count: number,
  seconds: number,
): Problem {
  const { code, message } = codeOf(error);
  const known = ANSWERS.find(([pattern]) => pattern.test(code));
  if (known !== undefined) return known[1]({ host, database, user, message, code });
  if (isAboutCertificate(code)) return peopleProblem('people.certificate', { host, reason: code });
  if (/does not support SSL/.test(message)) return peopleProblem('people.sql-no-tls', { host });
  if (code === 'ETIMEDOUT') return peopleProblem('people.slow', { host, count, seconds });
  const reason = code || message;
  return count === 0
    ? peopleProblem('people.sql-unreachable', { host, reason })
    : peopleProblem('people.sql-lost', { host, reason, count });
}

interface About {
  readonly host: string;
  readonly database: string;
  readonly user: string;
  readonly message: string;
  readonly code: string;
}

/** By SQLSTATE (PostgreSQL, appendix A). */
const ANSWERS: readonly (readonly [RegExp, (about: About) => Problem])[] = [
  [
    /^28/,
    ({ host, user, message }) =>
      /no encryption|SSL off/.test(message)
        ? peopleProblem('people.sql-tls', { host })
        : peopleProblem('people.sql-login', { host, user, message }),
  ],
  [/^3D000$/, ({ host, database }) => peopleProblem('people.sql-database', { host, value: database })],
  // Of the query: its syntax, names and rights, what cannot be worked out, and what would write.
  [/^(?:42|22|0A|21|25006|3F|54)/, ({ message, code }) => peopleProblem('people.sql-query', { message, code })],
  [/^57014$/, ({ message, code }) => peopleProblem('people.sql-query', { message, code })],
];

function codeOf(error: unknown): { readonly code: string; readonly message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // Two addresses of one host, and each has its own reason.
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  if (code === '' && first !== undefined) return codeOf(first);
  return { code: code || (/time(?:d )?out/i.test(error.message) ? 'ETIMEDOUT' : ''), message: error.message };
}
