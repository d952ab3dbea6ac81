import type { Security } from '../../model/account.ts';
import type { View, ViewedServer } from '../kind.ts';
import type { Rule } from '../lint-rule.ts';

/** What becomes of an import: nothing where a rule finds something for which the app refuses the file or the account. */
export function importView<Facts>(
  rules: readonly Rule<Facts>[],
  facts: Facts,
  servers: readonly { readonly direction: 'incoming' | 'outgoing'; readonly server: ViewedServer | undefined }[],
): View {
  const refuses = rules.some((rule) => {
    const effect = rule.hurts['thunderbird-android'];
    const fatal = effect === 'refuses-file' || effect === 'refuses-account' || effect === 'in-vain';
    return fatal && rule.severity === 'error' && !isEmpty(rule.find(facts));
  });
  if (refuses) return { outcome: 'refuses' };
  const of = (direction: 'incoming' | 'outgoing') => servers.find((each) => each.direction === direction)?.server;
  return { outcome: 'takes', incoming: of('incoming'), outgoing: of('outgoing') };
}

function isEmpty(found: Iterable<unknown>): boolean {
  for (const _ of found) return false;
  return true;
}

/** The app's words, of its file and its code, in those of the model. */
export const methodsOfModel: Readonly<Record<string, string>> = {
  PLAIN: 'password',
  LOGIN: 'password',
  AUTOMATIC: 'password',
  CRAM_MD5: 'cram-md5',
  EXTERNAL: 'certificate',
  XOAUTH2: 'oauth2',
  NONE: 'none',
  '0': 'none',
  '1': 'password',
  '2': 'cram-md5',
  '5': 'certificate',
  '6': 'oauth2',
};

export const securitiesOfModel: Readonly<Record<string, Security>> = {
  SSL_TLS_REQUIRED: 'tls',
  STARTTLS_REQUIRED: 'starttls',
  NONE: 'none',
  '0': 'none',
  '1': 'starttls',
  '2': 'starttls',
  '3': 'tls',
};
