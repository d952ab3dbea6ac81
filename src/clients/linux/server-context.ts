import type { Security, Server } from '../../model/account.ts';
import type { Value } from '../../template/context.ts';
import type { Choice } from '../choose.ts';

/** A chosen server as a desktop client's file names it, in that client's words for security and for the way to log in. */
export function serverContext<Word extends Value, Method extends Value>(
  { server: { host, port, login, security }, method }: Choice<Server, Method>,
  words: Readonly<Record<Security, Word>>,
) {
  return { host, port, login, security: words[security], authentication: method };
}
