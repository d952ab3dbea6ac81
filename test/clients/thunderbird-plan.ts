import { planFor } from '../../src/clients/client.ts';
import { planServers, type ThunderbirdPlan } from '../../src/clients/thunderbird/servers.ts';
import { isProblem } from '../../src/errors.ts';
import type { Account } from '../../src/model/account.ts';

/** The account, with what Thunderbird would do with it. */
export function keysInput(account: Account): { account: Account; plan: ThunderbirdPlan } {
  const plan = planFor(planServers, account);
  if (isProblem(plan)) throw new Error(`Thunderbird has no use for ${account.address}`);
  return { account, plan };
}
