import type { Place, Problem } from '../errors.ts';
import type { SaidLogin } from './testimony.ts';
import { loss } from './words.ts';

/** What a reader keeps while it goes through a file: losses, each with the place of what is lost. */
export interface FileReading<Spot> {
  readonly losses: Problem[];
  readonly placeOf: (spot: Spot) => Place;
}

/** Tells what is not in the profile, or not as the file has it. */
export function lose<Spot, Code extends Parameters<typeof loss>[0]>(
  { losses, placeOf }: FileReading<Spot>,
  spot: Spot,
  ...[code, details]: [Code, Parameters<typeof loss<Code>>[1]]
): void {
  losses.push(loss(code, details, placeOf(spot)));
}

/** A login of one person; `undefined` where there is none. */
export function personalLogin(login: string, place: Place): SaidLogin | undefined {
  return login === '' ? undefined : { value: { login }, place };
}
