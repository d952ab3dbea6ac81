import { InputError } from '../errors.ts';
import type { Check } from '../many/check-people.ts';

/** Who opens again what was written. The readers are loaded where that is asked for. @throws InputError */
export async function checkOf(most: number | undefined, dryRun: boolean): Promise<Check | undefined> {
  if (most === undefined) return undefined;
  const { checkProblem } = await import('../many/check-fault.ts');
  if (dryRun) throw new InputError(checkProblem('check.dry-run', {}));
  const { makeCheck } = await import('../many/check-people.ts');
  return makeCheck(most);
}
