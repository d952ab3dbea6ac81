import { type Problem, problem } from '../errors.ts';
import { isLoopback } from '../model/loopback.ts';

/*
 * Servers that run on each person's own computer, as bridges do that decrypt mail or speak to Exchange: the programs of that computer reach them, and no phone does.
 */

/** What a plan may have of servers: the ones that it has chosen, alone or with how a client signs in there, or the host of the only one. */
interface Chosen {
  readonly servers?: Chosen;
  readonly incoming?: unknown;
  readonly outgoing?: unknown;
  readonly host?: unknown;
}

/** Why a phone cannot do what a client would do with an account: a server that it has chosen would be the phone itself there; `undefined` where none would. */
export function onOwnComputer(plan: object): Problem | undefined {
  const { servers = plan } = plan as Chosen;
  const { incoming, outgoing } = servers as Chosen;
  const host = [servers, incoming, outgoing]
    .flat()
    .map(hostOf)
    .find((each) => each !== undefined && isLoopback(each));
  return host === undefined ? undefined : problem('account.own-computer', { value: host });
}

function hostOf(chosen: unknown): string | undefined {
  if (typeof chosen !== 'object' || chosen === null) return undefined;
  const { host, server } = chosen as Chosen & { readonly server?: Chosen };
  const named = host ?? server?.host;
  return typeof named === 'string' ? named : undefined;
}
