import { startDiary } from './look-up.ts';
import type { Simulator } from './simulator.ts';
import { type RemarkCode, remark } from './words.ts';

/*
 * Programs of which it is known that they do not ask the domain, or not known what they do. Nothing is asked for them.
 */

/** Microsoft's cloud is asked with the address; then comes a form for IMAP. The new one knows no login that is not the address. */
export const asOutlookNew = asking('asks-cloud', 'then-form-address', 'doubt-cloud');

/** Without a profile installed: Apple's own table of large providers, then a form. */
export const asApple = asking('asks-apple', 'then-form-address', 'doubt-apple');

export const asSamsungEmail = asking('asks-own-table', 'then-form-address', 'doubt-samsung');
export const asGmailApp = asking('asks-own-table', 'then-form-address', 'doubt-gmail');
export const asNine = asking('asks-unknown', 'then-unknown', 'doubt-nine');
export const asSpark = asking('asks-unknown', 'then-unknown', 'doubt-spark');
export const asEmClient = asking('asks-unknown', 'then-unknown', 'doubt-em-client');

type Alone<Start extends string> = Extract<RemarkCode, `${Start}-${string}`>;

function asking(
  asks: Extract<Alone<'asks'>, 'asks-cloud' | 'asks-apple' | 'asks-own-table' | 'asks-unknown'>,
  does: Extract<Alone<'then'>, 'then-form-address' | 'then-unknown'>,
  doubt: Extract<
    Alone<'doubt'>,
    'doubt-cloud' | 'doubt-apple' | 'doubt-samsung' | 'doubt-gmail' | 'doubt-nine' | 'doubt-spark' | 'doubt-em-client'
  >,
): Simulator {
  return {
    async lookUp(asked) {
      const diary = startDiary(asked);
      diary.step(remark(asks, {}), [], remark(does, { login: asked.told.text }));
      diary.doubt(remark(doubt, {}));
      return diary.end('asks');
    },
  };
}
