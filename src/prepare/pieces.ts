import { UnrepresentableError } from '../errors.ts';
import type { Account } from '../model/account.ts';
import type { Marks, PersonValues } from './marks.ts';

/** Writes a text for an account. */
export interface Work {
  /**
   * Pure; `undefined` for what is not to be prepared.
   * @param where as it was given: what is asked for shows it
   * @throws UnrepresentableError for a value that cannot be written
   */
  readonly text: (account: Account, where: string) => string | undefined;
  /** What the text tells of beside the account's own values: who is not like the rest in that gets the ordinary one. Absent: nothing. */
  readonly decides?: (account: Account, where: string) => string;
  readonly encode: (text: string) => Uint8Array;
}

/** A text as bytes that everybody gets, and between them the marks of what each person has. */
export interface Pieces {
  readonly fixed: readonly Uint8Array[];
  readonly holes: readonly number[];
  /** Of all that is fixed. */
  readonly length: number;
  /** Of what the encoding puts in front of every text, such as a byte-order mark. */
  readonly start: number;
  /** ASCII is one byte for each character, but for line ends. */
  readonly narrow: boolean;
}

/** What is fixed in a text, and what is not. @param account with marks */
export function piecesOf({ text, encode }: Work, account: Account, where: string, marks: Marks): Pieces | undefined {
  const written = text(account, where);
  if (written === undefined) return undefined;
  // What the encoding lacks is refused here, as it would be for a person.
  encode(written);
  const start = encode('').length;
  const parts = marks.split(written);
  const fixed = parts
    .filter((part) => typeof part === 'string')
    .map((part, index) => (index === 0 ? encode(part) : encode(part).slice(start)));
  return {
    fixed,
    holes: parts.filter((part) => typeof part === 'number'),
    length: fixed.reduce((sum, { length }) => sum + length, 0),
    start,
    narrow: encode('a').length === start + 1,
  };
}

/** Does somebody get the same in both ways? */
export function proof(
  pieces: Pieces,
  person: { readonly account: Account; readonly where: string; readonly values: PersonValues },
  { text, encode }: Work,
): 'same' | 'differs' | 'refused' {
  const ordinary = attempt(() => {
    const written = text(person.account, person.where);
    return written === undefined ? undefined : encode(written);
  });
  const made = attempt(() => fillHoles(pieces, person.values, encode)());
  if (ordinary === undefined || made === undefined) return ordinary === made ? 'refused' : 'differs';
  return ordinary.length === made.length && ordinary.every((byte, index) => byte === made[index]) ? 'same' : 'differs';
}

/** What a value refuses is refused at once; the rest is put together when it is asked for. @throws UnrepresentableError */
export function fillHoles(pieces: Pieces, values: PersonValues, encode: Work['encode']): () => Uint8Array {
  const { holes, start, narrow } = pieces;
  let length = pieces.length;
  const own = holes.map((mark) => {
    const value = values.at(mark);
    // Nearly every value is written as it is: small arrays of bytes take longer to make than all else.
    const written = narrow && isPlain(value) ? value : encode(value).subarray(start);
    length += written.length;
    return written;
  });
  return () => {
    const whole = new Uint8Array(length);
    let at = 0;
    for (let index = 0; index < pieces.fixed.length; index++) {
      // There is one more that is fixed than there are holes.
      const fixed = pieces.fixed[index] as Uint8Array;
      whole.set(fixed, at);
      at += fixed.length;
      const value = own[index];
      if (value === undefined) break;
      if (typeof value === 'string')
        for (let each = 0; each < value.length; each++) whole[at + each] = value.charCodeAt(each);
      else whole.set(value, at);
      at += value.length;
    }
    return whole;
  };
}

/** Is it of ASCII alone, without a line end? */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f || unit === 10) return false;
  }
  return true;
}

/** What comes of it; `undefined` where a value is refused. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnrepresentableError) return undefined;
    throw error;
  }
}
