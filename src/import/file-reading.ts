import { InputError, type Place, type Problem } from '../errors.ts';
import type { Content } from '../read/content.ts';
import { positionsIn } from '../read/lines.ts';
import type { SaidLogin } from './testimony.ts';
import { importProblem, loss } from './words.ts';

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

/** Says that no program can read a file of this kind. @param at offset in its text, in which XML has LF for every line break */
export function unreadable({ name, text = '' }: Content, kind: string, detail: string, at?: number): InputError {
  const position = at === undefined ? {} : positionsIn(text.replace(/\r\n?/g, '\n'))(at);
  return new InputError(importProblem('import.unreadable-kind', { kind, detail }, { file: name, ...position }));
}
