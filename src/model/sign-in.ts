import type { Account, Authentication } from './account.ts';

/*
 * How a person gets in, of all ways in which servers have a login proved: the one place from which every word about it follows. An app password is a password that is
 * typed; where it is made stands with the provider.
 */

/**
 * What is asked of the person: a password that is typed; a sign-in on a page of the provider; each of them somewhere; a certificate of theirs (and nothing typed);
 * or nothing at all, where a ticket or the network answers for them.
 */
export type Asks = 'password' | 'browser' | 'both' | 'certificate' | 'nothing';

const PROOF = {
  password: 'password',
  'cram-md5': 'password',
  ntlm: 'password',
  oauth2: 'browser',
  certificate: 'certificate',
  gssapi: 'nothing',
  none: 'nothing',
} as const satisfies Record<Authentication, Asks>;

/** What is asked for where one signs in in these ways. A server that asks for nothing is no second way. */
export function asksOf(methods: readonly Exclude<Authentication, 'certificate'>[]): Exclude<Asks, 'certificate'>;
export function asksOf(methods: readonly Authentication[]): Asks;
export function asksOf(methods: readonly Authentication[]): Asks {
  const proofs = new Set<Asks>(methods.map((each) => PROOF[each]));
  if (proofs.has('browser')) return proofs.has('password') ? 'both' : 'browser';
  if (proofs.has('password')) return 'password';
  return proofs.has('certificate') ? 'certificate' : 'nothing';
}

/** Is a password typed anywhere? */
export function typesPassword(asks: Asks): boolean {
  return asks === 'password' || asks === 'both';
}

/** Does a page of the provider open anywhere? */
export function opensPage(asks: Asks): boolean {
  return asks === 'browser' || asks === 'both';
}

/** What programs may ask of the person of this account, for any of its services. */
export function asksOfAccount({ incoming, outgoing, exchange, calendar, contacts, directory }: Account): Asks {
  const told = [...incoming, ...outgoing, ...(exchange ? [exchange] : []), ...(directory ? [directory] : [])];
  // HTTP has a password, and a profile has no word for another way (RFC 7617).
  const dav: Authentication[] = (calendar ?? contacts) ? ['password'] : [];
  return asksOf([...told.flatMap(({ authentication }) => authentication), ...dav]);
}
