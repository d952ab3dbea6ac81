import { isProblem, type Problem, UnrepresentableError } from '../../errors.ts';
import type { Account } from '../../model/account.ts';
import { derive } from '../../prepare/marks.ts';
import type { Context } from '../../template/context.ts';
import { planFor } from '../client.ts';
import { DNS, uuidOf } from '../uuid.ts';
import { type EvolutionPlan, planSources, sourceContext } from './sources.ts';
import { problem } from './words.ts';

/*
 * Sources for /etc/xdg/evolution-data-server/autoconfig. evolution-source-registry copies each to every person of the computer when it starts, and merges it
 * again when its Revision is another; where the file has gone, so does the copy (evolution-source-registry-autoconfig.c, 3.46 and 3.5x).
 */

/** A name in `${…}`, which the copy has the value of a variable for, or nothing. There is no way to write it as it is. */
const VARIABLE = /\$\{\w+\}/;

/** What such files say, or why they cannot carry the account. */
export interface SystemPlan extends EvolutionPlan {
  /** It comes from all three files: it is another exactly when they are. */
  readonly revision: string;
}

export function planSystem(account: Account): SystemPlan | Problem {
  const plan = planFor(planSources, account);
  if (isProblem(plan)) return plan;
  try {
    const lines = Object.values(plan.lines()).flat();
    const line = lines.find((each) => VARIABLE.test(each));
    if (line !== undefined) return problem('evolution.variable', { value: line.slice(line.indexOf('=') + 1) });
    return { ...plan, revision: derive(revisionOf, lines.join('\n')) };
  } catch (error) {
    if (error instanceof UnrepresentableError) return error.problem;
    throw error;
  }
}

const revisionOf = (text: string) => uuidOf(text, DNS).slice(0, 8);

/** What the three files say. */
export function systemContext({ account, plan }: { readonly account: Account; readonly plan: SystemPlan }): Context {
  return sourceContext(account, plan, plan.revision);
}
