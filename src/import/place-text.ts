import type { Place } from '../errors.ts';

/** `file:12`, for comments and messages. */
export function describePlaceOf({ file = '', line }: Place): string {
  return line === undefined ? file : `${file}:${line}`;
}
