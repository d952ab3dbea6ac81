import type { Problem } from '../errors.ts';
import { isAboutCertificate } from './certificate-reason.ts';
import type { LdapAccess } from './ldap-connection.ts';
import { EXAMPLE_URL } from './ldap-url.ts';
import { peopleProblem } from './people-problem.ts';

/** What went wrong with a connection, in a word: the code of the system or of TLS where there is one. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // What the system throws has a code; that of an answer of the server is a number.
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === 'string') return code;
  return /timed? ?out/i.test(error.message) ? 'ETIMEDOUT' : (error.message.split('\n').at(-1) ?? '');
}

/** What the answer of a directory means for who asked, as far as it is the same the next time; `undefined` for a connection that is lost. */
export function ldapProblem(error: unknown, { url, bind, patience }: LdapAccess, count: number): Problem | undefined {
  const { host } = url;
  const code = resultCode(error);
  if (code !== undefined) {
    const message = error instanceof Error ? error.message.replace(/\s+Code: 0x[0-9a-f]+$/, '') : '';
    const who = typeof bind === 'object' ? bind.dn : '';
    const known = RESULTS[code];
    return (
      known?.({ host, who, base: url.base, count, message }) ??
      peopleProblem('people.ldap-answer', { host, code, message })
    );
  }
  const reason = reasonOf(error);
  if (isAboutCertificate(reason)) return peopleProblem('people.certificate', { host, reason });
  if (reason === 'ETIMEDOUT') return peopleProblem('people.slow', { host, count, seconds: patience / 1000 });
  return undefined;
}

interface About {
  readonly host: string;
  /** The DN to bind with; empty where none. */
  readonly who: string;
  readonly base: string;
  /** How many entries there were before. */
  readonly count: number;
  readonly message: string;
}

/** By result code (RFC 4511 §4.1.9, appendix A.2). */
const RESULTS: Readonly<Record<number, ((about: About) => Problem) | undefined>> = {
  3: ({ host, count }) => peopleProblem('people.ldap-limit', { host, count, time: 1 }),
  4: ({ host, count }) => peopleProblem('people.ldap-limit', { host, count, time: 0 }),
  8: ({ host }) => peopleProblem('people.ldap-stronger', { host }),
  10: ({ host, base }) => peopleProblem('people.ldap-elsewhere', { host, base }),
  11: ({ host, count }) => peopleProblem('people.ldap-limit', { host, count, time: 0 }),
  13: ({ host }) => peopleProblem('people.ldap-stronger', { host }),
  32: ({ host, base, who }) =>
    base === ''
      ? peopleProblem('people.ldap-no-base', { host, example: EXAMPLE_URL })
      : peopleProblem('people.ldap-base', { host, base, who }),
  34: ({ base, who, message }) => peopleProblem('people.ldap-dn', { value: who || base, message }),
  48: ({ host, who }) => peopleProblem('people.ldap-bind', { host, who }),
  49: ({ host, who }) => peopleProblem('people.ldap-bind', { host, who }),
  50: ({ host, who }) => peopleProblem('people.ldap-rights', { host, who }),
};

function resultCode(error: unknown): number | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined;
}
