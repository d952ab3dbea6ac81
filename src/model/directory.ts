import type { DirectoryService } from './account.ts';

/** What a client gives as its name when it binds to the directory (RFC 4511 §4.2); `undefined` where it is asked without one. */
export function bindName({ authentication: [preferred], login }: DirectoryService): string | undefined {
  return preferred === 'none' ? undefined : login;
}
