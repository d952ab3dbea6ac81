import type { Place } from '../errors.ts';

/** `file:12`, for comments and messages; what is in no file is called by its field: `--name`. */
export function describePlaceOf({ file, line, field = '' }: Place): string {
  if (file === undefined) return field;
  return line === undefined ? file : `${file}:${line}`;
}
