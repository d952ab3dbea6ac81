import { hash } from 'node:crypto';
import type { Account } from '../model/account.ts';

/**
 * What a person's files depend on, in 32 hexadecimal digits: the account as resolved, with its provider, and the basis. The row of the source is not in it: another
 * order of its columns changes no file.
 * @param basis the same for all people of a run: version, templates, clients, kit, certificate
 */
export function digestOf(account: Account, basis: string): string {
  const { provider, ...own } = account;
  return digest(`${JSON.stringify(own)}\n${providerDigest(provider)}\n${basis}`);
}

/** Of any text. */
export function digest(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 32);
}

const providers = new WeakMap<object, string>();

function providerDigest(provider: Account['provider']): string {
  const known = providers.get(provider) ?? digest(JSON.stringify(provider));
  providers.set(provider, known);
  return known;
}
