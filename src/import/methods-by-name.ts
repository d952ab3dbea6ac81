import type { Authentication } from '../model/account.ts';
import type { AccountsReading } from './said-accounts.ts';
import { loss } from './words.ts';

/** Names of SASL (and of programs) for ways to prove a login that a profile has too. */
const methods: Readonly<Record<string, Authentication>> = {
  plain: 'password',
  login: 'password',
  'plain/password': 'password',
  password: 'password',
  'cram-md5': 'cram-md5',
  ntlm: 'ntlm',
  gssapi: 'gssapi',
  external: 'certificate',
  xoauth2: 'oauth2',
  oauthbearer: 'oauth2',
  none: 'none',
};

/** The ways that these names mean, each once; a name that a profile does not know is a loss. */
export function methodsNamed(reading: AccountsReading, names: readonly string[], at: number): Authentication[] {
  const found = names.flatMap((name) => {
    const method = methods[name.toLowerCase()];
    if (method !== undefined) return [method];
    reading.losses.push(loss('import.lost-authentication', { value: name }, reading.placeAt(at)));
    return [];
  });
  return [...new Set(found)];
}
