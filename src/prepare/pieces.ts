import { UnrepresentableError } from '../errors.ts';
import type { Account } from '../model/account.ts';
import type { Marks } from './marks.ts';

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

/** The bytes of a value of somebody in an encoding, worked out once. @throws UnrepresentableError where its escape or the encoding refuses it */
export type BytesOf = (mark: number, encode: Work['encode']) => Uint8Array;

/** A text as bytes that everybody gets, and between them the marks of what each person has. */
export interface Pieces {
  readonly fixed: readonly Uint8Array[];
  readonly holes: readonly number[];
  /** Of all that is fixed. */
  readonly length: number;
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
  const holes = parts.filter((part) => typeof part === 'number');
  return { fixed, holes, length: fixed.reduce((sum, { length }) => sum + length, 0) };
}

/** Does somebody get the same in both ways? */
export function proof(
  pieces: Pieces,
  person: { readonly account: Account; readonly where: string; readonly bytes: BytesOf },
  { text, encode }: Work,
): 'same' | 'differs' | 'refused' {
  const ordinary = attempt(() => {
    const written = text(person.account, person.where);
    return written === undefined ? undefined : encode(written);
  });
  const made = attempt(() => fillHoles(pieces, person.bytes, encode)());
  if (ordinary === undefined || made === undefined) return ordinary === made ? 'refused' : 'differs';
  return ordinary.length === made.length && ordinary.every((byte, index) => byte === made[index]) ? 'same' : 'differs';
}

/** What a value refuses is refused at once; the rest is put together when it is asked for. */
export function fillHoles({ fixed, holes, length }: Pieces, bytes: BytesOf, encode: Work['encode']): () => Uint8Array {
  const own = holes.map((mark) => bytes(mark, encode));
  return () => {
    const whole = new Uint8Array(own.reduce((sum, { length }) => sum + length, length));
    let at = 0;
    for (const [index, piece] of fixed.entries()) {
      whole.set(piece, at);
      at += piece.length;
      const value = own[index];
      if (value === undefined) break;
      whole.set(value, at);
      at += value.length;
    }
    return whole;
  };
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
