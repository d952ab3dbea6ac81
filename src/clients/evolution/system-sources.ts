import { v5 } from 'uuid';
import { type Problem, problem, UnrepresentableError } from '../../errors.ts';
import type { Account } from '../../model/account.ts';
import type { Context } from '../client.ts';
import { refusesSources, sourceContext, sourceLines, sources } from './sources.ts';

/*
 * Sources for /etc/xdg/evolution-data-server/autoconfig. evolution-source-registry copies each to every person of the computer when it starts, and merges it
 * again when its Revision is another; where the file has gone, so does the copy (evolution-source-registry-autoconfig.c, 3.46 and 3.5x).
 */

/** A name in `${…}`, which the copy has the value of a variable for, or nothing. There is no way to write it as it is. */
const VARIABLE = /\$\{\w+\}/;

/** Why these files cannot carry this account. */
export function refusesAutoconfig(account: Account): Problem | undefined {
  const refusal = refusesSources(account);
  if (refusal !== undefined) return refusal;
  try {
    const line = sources.flatMap((source) => sourceLines(account, source)).find((each) => VARIABLE.test(each));
    return line === undefined ? undefined : problem('evolution.variable', { value: line.slice(line.indexOf('=') + 1) });
  } catch (error) {
    if (error instanceof UnrepresentableError) return error.problem;
    throw error;
  }
}

/** What the three files say. The revision comes from all of them: it is another exactly when they are. */
export function autoconfigContext(account: Account): Context {
  return sourceContext(account, revisionOf(account));
}

function revisionOf(account: Account): string {
  return v5(sources.flatMap((source) => sourceLines(account, source)).join('\n'), v5.DNS).slice(0, 8);
}
