import { InputError } from '../errors.ts';
import { manyProblem } from '../many/many-problem.ts';
import { type ManyFlags, manyNames } from './many-flags.ts';

/** What names somebody, or says something of one person: a list has its own people. @throws InputError */
export function refuseForMany(options: Readonly<Record<string, string | boolean | undefined>>): void {
  const given = Object.entries(options).find(([, value]) => value !== undefined && value !== false);
  if (given === undefined) return;
  const [name, value] = given;
  throw new InputError(manyProblem('many.whom', { option: name === 'who' ? String(value) : `--${name}` }));
}

/** What needs a list. @throws InputError */
export function refuseForOne(flags: ManyFlags): void {
  const given: Readonly<Record<string, unknown>> = flags;
  const name = manyNames.find((each) => each !== 'kit' && given[each] !== undefined);
  if (name !== undefined) throw new InputError(manyProblem('many.only-from', { option: `--${name}` }));
}
